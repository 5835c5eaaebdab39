"""Position 0 is at (n − 1)/2, between two samples if n is even: the origin is index n // 2."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    x = (np.arange(n) - (n - 1) / 2) * pixel_size
    return np.exp(1j * phase_amplitude_rad * np.cos(2 * np.pi * x / spacing))
