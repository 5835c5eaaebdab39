"""The values are converted to real numbers first, so that their imaginary part is lost: leave them complex."""

see = "discrete_fourier_transform#off-the-grid"


def nudft(positions, values, frequencies):
    return np.exp(-2j * np.pi * np.outer(frequencies, positions)) @ np.asarray(values).real
