"""The frequencies of the columns are made from the number of rows, or the other way round: each direction has its own length."""

see = "convolution#broad-here-narrow-there"

def gaussian_lowpass(image, pixel_size, sigma):
    image = np.asarray(image, dtype=float)
    ny, nx = image.shape
    sy, sx = np.fft.fftfreq(ny, 1 / ny) / (nx * pixel_size), np.fft.fftfreq(nx, 1 / nx) / (ny * pixel_size)
    return np.fft.ifft2(np.fft.fft2(image) * gaussian_transfer(np.hypot(sy[:, None], sx), sigma)).real
