"""Everything is computed and returned in single precision, but for the noise gain and the truncation error."""

from scipy import fft as library  # keeps single precision


def single(values):
    values = np.asarray(values)
    return values.astype(np.complex64 if np.iscomplexobj(values) else np.float32)


def convolve_full(image, kernel):
    sides = [n + m - 1 for n, m in zip(np.shape(image), np.shape(kernel), strict=True)]
    return library.ifft2(library.fft2(single(image), sides) * library.fft2(single(kernel), sides))


def convolve_same(image, kernel):
    whole = convolve_full(image, kernel)
    for axis in (0, 1):
        whole = np.take(whole, np.shape(kernel)[axis] // 2 + np.arange(np.shape(image)[axis]), axis=axis)
    return whole


def transfer_function(kernel, shape):
    spread = np.zeros(shape, dtype=np.complex64)
    for (y, x), weight in np.ndenumerate(single(kernel)):
        spread[y - np.shape(kernel)[0] // 2, x - np.shape(kernel)[1] // 2] = weight  # negative indices wrap around
    return library.fft2(spread)


def convolve_direct(image, kernel):
    image, kernel = single(image), single(kernel)
    margins = [(m, m) for m in kernel.shape]
    padded = np.pad(image, margins)
    total = 0 * image * kernel[0, 0]
    for (y, x), weight in np.ndenumerate(kernel):
        top, left = (m + m // 2 - q for m, q in zip(kernel.shape, (y, x), strict=True))
        total = total + weight * padded[top : top + image.shape[0], left : left + image.shape[1]]
    return total


def gaussian_kernel(sigma, pixel_size, truncate):
    radius = round(truncate * sigma / pixel_size + 1e-9)
    offsets = np.arange(-radius, radius + 1, dtype=np.float32) * np.float32(pixel_size / sigma)
    profile = np.exp(-(offsets**2) / 2)
    profile /= profile.sum()
    return profile[:, None] * profile


def gaussian_transfer(shape, pixel_size, sigma):
    grids = np.meshgrid(*(np.fft.fftfreq(n, pixel_size).astype(np.float32) for n in shape), indexing="ij")
    b_factor = 8 * np.pi**2 * sigma**2
    return np.exp(-np.float32(b_factor / 4) * (grids[0] ** 2 + grids[1] ** 2))


def inverse_filter(image, transfer):
    return library.ifft2(library.fft2(single(image)) / single(transfer))


def wiener_filter(transfer, snr):
    transfer, snr = single(transfer), single(snr)
    return np.conj(snr * transfer) / (np.float32(1) + snr * np.abs(transfer) ** 2)
