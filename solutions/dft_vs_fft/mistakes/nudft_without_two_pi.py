"""The exponent lacks 2π: frequencies are in cycles, so one cycle is 2π of phase."""

see = "discrete_fourier_transform#off-the-grid"


def nudft(positions, values, frequencies):
    return np.exp(-1j * np.outer(frequencies, positions)) @ np.asarray(values)
