"""Only one direction is blurred: s² is sy² + sx²."""

see = "convolution#broad-here-narrow-there"

def gaussian_lowpass(image, pixel_size, sigma):
    image = np.asarray(image, dtype=float)
    s = np.fft.fftfreq(image.shape[1], pixel_size)
    return np.fft.ifft2(np.fft.fft2(image) * gaussian_transfer(s, sigma)[None, :]).real
