"""Position 0 is at the first sample: the origin of an array is index n // 2."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    x = np.arange(n) * pixel_size
    return np.exp(1j * phase_amplitude_rad * np.cos(2 * np.pi * x / spacing))
