"""The errors are divided by the norm of the projection with its mean: subtract the mean, which says nothing about its features."""

see = "convolution_theorem#the-wiener-filter"

error_blurred, error_flat, error_true = 0.300415, 0.220004, 0.155767
