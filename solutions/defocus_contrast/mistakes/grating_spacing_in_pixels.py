"""The spacing was taken in pixels: x is the index times the pixel size."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    return np.exp(1j * phase_amplitude_rad * np.cos(2 * np.pi * (np.arange(n) - n // 2) / spacing))
