"""The image is the square of the real part: |ψ|² is the sum of the squares of both parts."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def defocus_image(wave, pixel_size, voltage, defocus):
    return propagate(wave, pixel_size, voltage, defocus).real ** 2
