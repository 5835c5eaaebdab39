"""The error after naive deconvolution is given as it is: its base-10 logarithm is asked for."""

see = "convolution_theorem#the-wiener-filter"

log10_error_naive = 3507200.6
