"""You took the bottom row of R; the viewing direction is its right column, the place to which +z is taken."""


def viewing_direction(rot, tilt):
    rot, tilt = np.deg2rad([rot, tilt])
    return np.array([-np.sin(tilt), 0.0, np.cos(tilt)])
