"""The noise gain is the mean of 1/|H|: it is the root of the mean of 1/|H|²."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"

log10_noise_gain = 6.66626
