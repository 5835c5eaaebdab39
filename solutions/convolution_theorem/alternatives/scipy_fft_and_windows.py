"""SciPy's transforms at the next fast length, sliding windows in real space, and the inverse filter as a limit of the Wiener filter."""

from scipy import fft as fast

SPAN = 60


def convolve_full(image, kernel):
    image, kernel = np.atleast_2d(image), np.atleast_2d(kernel)
    needed = np.array(image.shape) + kernel.shape - 1
    padded = [fast.next_fast_len(int(n)) for n in needed]
    if np.iscomplexobj(image) or np.iscomplexobj(kernel):
        whole = fast.ifft2(fast.fft2(image, padded) * fast.fft2(kernel, padded))
    else:
        whole = fast.irfft2(fast.rfft2(image, padded) * fast.rfft2(kernel, padded), padded)
    return whole[: needed[0], : needed[1]]


def convolve_same(image, kernel):
    image = np.asarray(image)
    offset = [m // 2 for m in np.shape(kernel)]
    padded = [fast.next_fast_len(n + m) for n, m in zip(image.shape, np.shape(kernel), strict=True)]
    whole = fast.ifft2(fast.fft2(image, padded) * fast.fft2(kernel, padded))
    return np.roll(whole, [-step for step in offset], axis=(0, 1))[: image.shape[0], : image.shape[1]]


def transfer_function(kernel, shape):
    rows, columns = (fast.fftfreq(n)[:, None] for n in shape)
    centre = [m // 2 for m in np.shape(kernel)]
    return fast.fft2(kernel, shape) * np.exp(2j * np.pi * (rows * centre[0] + columns.T * centre[1]))


def convolve_direct(image, kernel):
    image, kernel = np.asarray(image), np.asarray(kernel)
    (down, across), (top, left) = kernel.shape, (m // 2 for m in kernel.shape)
    padded = np.pad(image, ((down - 1 - top, top), (across - 1 - left, left)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("yxab,ab->yx", windows, kernel[::-1, ::-1])


def gaussian_kernel(sigma, pixel_size, truncate):
    radius = np.floor(truncate * sigma / pixel_size + 0.5)
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1] * pixel_size
    kernel = np.asfortranarray(np.exp(-np.hypot(y, x) ** 2 / (2 * sigma**2)))
    return kernel / np.sum(kernel)


def truncation_error(sigma, pixel_size, radius):
    reach = radius + int(np.ceil(SPAN * sigma / pixel_size / 4))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1] * (pixel_size / sigma)
    whole = np.exp(-(y**2 + x**2) / 2)
    whole /= whole.sum()
    inside = np.maximum(abs(y), abs(x)) <= (radius + 0.5) * pixel_size / sigma
    return np.abs(whole - inside * whole / whole[inside].sum()).sum()


def gaussian_transfer(shape, pixel_size, sigma):
    profiles = [np.exp(-2 * np.square(np.pi * sigma * fast.fftfreq(n, d=pixel_size))) for n in shape]
    return np.multiply.outer(*profiles)


def operation_counts(image_shape, kernel_shape):
    image_shape, kernel_shape = np.array(image_shape, dtype=float), np.array(kernel_shape, dtype=float)
    sides = image_shape + kernel_shape - 1
    return np.array([2 * image_shape.prod() * kernel_shape.prod(), 2 * image_shape.prod() * kernel_shape.sum(),
                     sides.prod() * (15 * np.log2(sides).sum() + 6)])


def convolve_gaussians(first, second):
    variances = [1 / (2 * a) for _, a in (first, second)]
    areas = [amplitude * np.sqrt(2 * np.pi * variance) for (amplitude, _), variance in zip((first, second), variances, strict=True)]
    total = sum(variances)
    return areas[0] * areas[1] / np.sqrt(2 * np.pi * total), 0.5 / total


def inverse_filter(image, transfer):
    return fast.ifft2(fast.fft2(image) * wiener_filter(transfer, 1e30))


def noise_gain(transfer):
    with np.errstate(divide="ignore"):
        return np.sqrt(np.mean(np.abs(np.asarray(transfer, dtype=complex)) ** -2.0))


def wiener_filter(transfer, snr):
    transfer = np.asarray(transfer, dtype=complex)
    snr = np.broadcast_to(snr, transfer.shape)
    damping = np.divide(1, snr, out=np.full(transfer.shape, np.inf), where=snr != 0)
    return transfer.conj() / (transfer * transfer.conj() + damping)
