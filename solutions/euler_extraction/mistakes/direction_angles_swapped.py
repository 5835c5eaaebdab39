"""You used rot as the angle from +z and tilt as the one around it; it is the other way round."""


def viewing_direction(rot, tilt):
    rot, tilt = np.deg2rad([rot, tilt])
    return np.array([np.sin(rot) * np.cos(tilt), np.sin(rot) * np.sin(tilt), np.cos(rot)])
