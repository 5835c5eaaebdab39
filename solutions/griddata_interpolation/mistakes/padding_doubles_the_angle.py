"""You let padding double the angle between neighbouring samples; it doubles N and so halves the angle."""

see = "interpolation#complex-values"
amplitude_padded = np.cos(np.deg2rad(90))
