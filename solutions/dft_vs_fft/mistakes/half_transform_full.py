"""The full transform is counted: of a real image rfft2 returns only the columns from frequency 0 to Nyquist."""

see = "discrete_fourier_transform#errors-and-seconds"

half_transform_bytes = 4096 * 4096 * 8
