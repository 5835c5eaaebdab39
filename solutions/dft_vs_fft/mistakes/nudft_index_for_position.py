"""The index of a sample stands where its position belongs: off the grid the two differ."""

see = "discrete_fourier_transform#off-the-grid"


def nudft(positions, values, frequencies):
    return np.exp(-2j * np.pi * np.outer(frequencies, np.arange(len(values)))) @ np.asarray(values)
