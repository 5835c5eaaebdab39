"""The image is ψ², which is complex (or its real part): |ψ|² is ψ times its complex conjugate."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def defocus_image(wave, pixel_size, voltage, defocus):
    return propagate(wave, pixel_size, voltage, defocus) ** 2


def agrees(function, arguments, got):
    if function != "defocus_image":
        return False
    wrong = defocus_image(*arguments)
    return any(np.shape(got) == w.shape and np.allclose(got, w, rtol=1e-4, atol=1e-5) for w in (wrong, wrong.real)) and not np.allclose(
        wrong, np.abs(wrong), rtol=1e-3)
