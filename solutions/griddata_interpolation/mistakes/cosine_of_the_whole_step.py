"""You took the cosine of the whole angle between the samples; the middle of the chord is at the cosine of half of it."""

see = "interpolation#complex-values"
amplitude_halfway = np.cos(np.deg2rad(90))
amplitude_padded = np.cos(np.deg2rad(45))
amplitude_corner = np.abs(np.cos(np.deg2rad(180)))
