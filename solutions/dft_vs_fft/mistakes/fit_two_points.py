"""Only the first and the last time are used: the line is to be fitted to all of them by least squares."""

see = "discrete_fourier_transform#errors-and-seconds"


def fit_power_law(sizes, seconds):
    exponent = np.log(seconds[-1] / seconds[0]) / np.log(sizes[-1] / sizes[0])
    return exponent, seconds[0] / float(sizes[0]) ** exponent
