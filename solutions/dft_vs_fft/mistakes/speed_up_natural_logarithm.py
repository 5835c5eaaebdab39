"""The prediction has the natural logarithm: the number of halvings of N is the logarithm to base 2."""

see = "discrete_fourier_transform#errors-and-seconds"

predicted_speed_up = 2048 / np.log(2048)
