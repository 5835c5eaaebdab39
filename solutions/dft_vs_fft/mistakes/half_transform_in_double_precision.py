"""Sixteen bytes are counted for each number of the transform: in single precision a complex number has eight."""

see = "discrete_fourier_transform#errors-and-seconds"

half_transform_bytes = 4096 * 2049 * 16
