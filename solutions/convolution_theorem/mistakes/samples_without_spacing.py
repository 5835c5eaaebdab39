"""The convolutions of samples are not multiplied by the spacing: a sum becomes an integral by dx, here 0.1 Å, once for each of the two."""

see = "convolution_theorem#gaussians-are-associative"

sampled_peak = 94.7226
