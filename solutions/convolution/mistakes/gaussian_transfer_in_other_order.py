"""The transfer has frequency 0 in the middle, the transform at index 0: bring both into the same order before you multiply."""

see = "convolution#broad-here-narrow-there"

def gaussian_lowpass(image, pixel_size, sigma):
    image = np.asarray(image, dtype=float)
    sy, sx = (np.fft.fftshift(np.fft.fftfreq(n, pixel_size)) for n in image.shape)
    return np.fft.ifft2(np.fft.fft2(image) * gaussian_transfer(np.hypot(sy[:, None], sx), sigma)).real
