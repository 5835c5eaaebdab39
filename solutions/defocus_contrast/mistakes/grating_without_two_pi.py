"""The factor 2π is missing: a period of the cosine is one spacing."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    x = (np.arange(n) - n // 2) * pixel_size
    return np.exp(1j * phase_amplitude_rad * np.cos(x / spacing))
