"""The power of the noise at each frequency is taken as σ²: the transform of N pixels of white noise has the mean power N σ²."""

see = "convolution_theorem#the-wiener-filter"

error_true = 2.6820
