"""The prefactor is left as its natural logarithm, the intercept of the line: it is a time, so take the exponential."""

see = "discrete_fourier_transform#errors-and-seconds"


def fit_power_law(sizes, seconds):
    exponent, intercept = np.polyfit(np.log(sizes), np.log(seconds), 1)
    return exponent, intercept
