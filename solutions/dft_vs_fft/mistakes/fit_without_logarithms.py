"""A straight line is fitted to the times themselves: its slope is in seconds per sample, not the exponent of a power law."""

see = "discrete_fourier_transform#errors-and-seconds"


def fit_power_law(sizes, seconds):
    slope, intercept = np.polyfit(sizes, seconds, 1)
    return slope, intercept
