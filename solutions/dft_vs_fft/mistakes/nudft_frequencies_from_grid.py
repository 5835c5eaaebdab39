"""The frequencies are taken as k/N for k = 0, 1, 2, …: use those that are given."""

see = "discrete_fourier_transform#off-the-grid"


def nudft(positions, values, frequencies):
    k = np.arange(len(frequencies))
    return np.exp(-2j * np.pi * np.outer(k / len(values), positions)) @ np.asarray(values)
