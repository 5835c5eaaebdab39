"""You counted rot from +y towards +x (sine and cosine swapped); it is counted from +x towards +y."""


def viewing_direction(rot, tilt):
    rot, tilt = np.deg2rad([rot, tilt])
    return np.array([np.sin(tilt) * np.sin(rot), np.sin(tilt) * np.cos(rot), np.cos(tilt)])
