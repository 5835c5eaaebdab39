"""The wave is 1 + iφ, the first terms of exp(iφ): its modulus is more than 1, so it has more electrons than came in."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    x = (np.arange(n) - n // 2) * pixel_size
    return 1 + 1j * phase_amplitude_rad * np.cos(2 * np.pi * x / spacing)
