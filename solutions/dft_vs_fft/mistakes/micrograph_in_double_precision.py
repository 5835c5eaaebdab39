"""Eight bytes are counted for each pixel: a 32-bit float has four."""

see = "discrete_fourier_transform#errors-and-seconds"

micrograph_bytes = 4096 * 4096 * 8
