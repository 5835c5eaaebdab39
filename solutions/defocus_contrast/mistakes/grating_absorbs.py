"""The exponential has no i: exp(−φ) or exp(φ) changes the amplitude, that of a phase object is 1 and only its phase changes."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    x = (np.arange(n) - n // 2) * pixel_size
    return np.exp(-phase_amplitude_rad * np.cos(2 * np.pi * x / spacing)) + 0j


def agrees(function, arguments, got):
    if function != "phase_grating":
        return False
    absorbed = phase_grating(*arguments)
    return np.shape(got) == absorbed.shape and (np.allclose(got, absorbed, 1e-4) or np.allclose(got, 1 / absorbed, 1e-4))
