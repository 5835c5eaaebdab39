"""The sum off the grid has exp(+2πi s x): the house's forward transform has the minus sign."""

see = "discrete_fourier_transform#off-the-grid"


def nudft(positions, values, frequencies):
    return np.exp(2j * np.pi * np.outer(frequencies, positions)) @ np.asarray(values)
