"""A sine stands where the cosine belongs: the phase is greatest at x = 0."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    x = (np.arange(n) - n // 2) * pixel_size
    return np.exp(1j * phase_amplitude_rad * np.sin(2 * np.pi * x / spacing))
