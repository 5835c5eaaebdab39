"""You used tilt as a latitude, counted from the equator; tilt is counted from the +z axis, so z = cos(tilt)."""


def viewing_direction(rot, tilt):
    rot, tilt = np.deg2rad([rot, tilt])
    return np.array([np.cos(tilt) * np.cos(rot), np.cos(tilt) * np.sin(rot), np.sin(tilt)])
