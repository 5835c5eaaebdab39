"""The sum off the grid is divided by the number of samples: it has no factor in front."""

see = "discrete_fourier_transform#off-the-grid"


def nudft(positions, values, frequencies):
    return np.exp(-2j * np.pi * np.outer(frequencies, positions)) @ np.asarray(values) / len(values)
