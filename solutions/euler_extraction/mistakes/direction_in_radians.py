"""You used rot and tilt as radians; they are in degrees."""


def viewing_direction(rot, tilt):
    return np.array([np.sin(tilt) * np.cos(rot), np.sin(tilt) * np.sin(rot), np.cos(tilt)])
