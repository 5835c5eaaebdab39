"""The prediction leaves the logarithm out: N² steps over N·log₂N steps are N/log₂N."""

see = "discrete_fourier_transform#errors-and-seconds"

predicted_speed_up = 2048
