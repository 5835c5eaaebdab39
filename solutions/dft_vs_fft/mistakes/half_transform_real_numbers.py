"""Four bytes are counted for each number of the transform: a complex number has two parts of four bytes."""

see = "discrete_fourier_transform#errors-and-seconds"

half_transform_bytes = 4096 * 2049 * 4
