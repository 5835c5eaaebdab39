"""The one SNR is the ratio of the standard deviations: it is that of the variances."""

see = "convolution_theorem#the-wiener-filter"

error_flat = 0.245927
