"""Half of the columns are counted, 2048: rfft2 returns the one at Nyquist as well, which makes 2049."""

see = "discrete_fourier_transform#errors-and-seconds"

half_transform_bytes = 4096 * 2048 * 8
