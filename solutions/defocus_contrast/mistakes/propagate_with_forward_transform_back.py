"""The way back is a forward transform, or lacks 1/N: the wave comes out mirrored, or too large."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_propagate = propagate


def propagate(wave, pixel_size, voltage, defocus):
    return np.fft.fftn(np.fft.fftn(_propagate(wave, pixel_size, voltage, defocus))) / np.size(wave)


def agrees(function, arguments, got):
    if function != "propagate":
        return False
    right = _propagate(*arguments)
    mirrored = np.fft.fftn(np.fft.fftn(right))
    wrong = [mirrored, mirrored / right.size, right * right.size]
    return any(np.shape(got) == w.shape and np.allclose(got, w, rtol=1e-4) and not np.allclose(w, right) for w in wrong)
