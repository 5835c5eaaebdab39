"""Prefactor and exponent come back in the other order: the exponent is first."""

see = "discrete_fourier_transform#errors-and-seconds"


def fit_power_law(sizes, seconds):
    exponent, intercept = np.polyfit(np.log(sizes), np.log(seconds), 1)
    return np.exp(intercept), exponent
