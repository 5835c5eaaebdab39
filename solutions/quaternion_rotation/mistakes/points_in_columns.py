"""The points are taken as columns: they stand in rows, (n, 3), so the matrix acts as points @ R.T, not R @ points."""
see = "quaternions#rotate-a-point"


def rotate(points, q):
    return to_matrix(q) @ np.asarray(points, dtype=float)
