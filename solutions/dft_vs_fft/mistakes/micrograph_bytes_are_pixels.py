"""The number of pixels stands for the number of bytes: each pixel is a 32-bit float, four bytes."""

see = "discrete_fourier_transform#errors-and-seconds"

micrograph_bytes = 4096 * 4096
