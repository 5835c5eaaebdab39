"""The transform is multiplied by ±sin γ: that is the filter from a weak phase to the image. A wave is multiplied by exp(iγ)."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
def propagate(wave, pixel_size, voltage, defocus):
    wave = np.asarray(wave)
    return np.fft.ifftn(-np.fft.fftn(wave) * np.sin(defocus_phase(wave.shape, pixel_size, voltage, defocus)))


def agrees(function, arguments, got):
    if function != "propagate":
        return False
    wrong = propagate(*arguments)
    size = np.max(np.abs(wrong))
    return bool(size > 1e-6 and any(np.allclose(got, sign * wrong, rtol=1e-4, atol=1e-4 * size) for sign in (1, -1)))
