"""The filter has cos γ, which is that of an object that absorbs: for a phase it is −2 sin γ, nothing in focus."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    phase = np.asarray(phase_rad, dtype=float)
    gamma = defocus_phase(phase.shape, pixel_size, voltage, defocus)
    return 1 - 2 * np.fft.ifftn(np.fft.fftn(phase) * np.cos(gamma)).real


def agrees(function, arguments, got):
    if function != "weak_phase_image":
        return False
    wrong, right = weak_phase_image(*arguments), np.ones(np.shape(arguments[0]))
    return np.shape(got) == wrong.shape and not np.allclose(wrong, right) and (
        np.allclose(got, wrong, 1e-4, 1e-5) or np.allclose(got, 2 - wrong, 1e-4, 1e-5))
