"""The line is fitted to base-10 logarithms and the intercept undone with exp: raise 10 to it, or use natural logarithms throughout."""

see = "discrete_fourier_transform#errors-and-seconds"


def fit_power_law(sizes, seconds):
    exponent, intercept = np.polyfit(np.log10(sizes), np.log10(seconds), 1)
    return exponent, np.exp(intercept)
