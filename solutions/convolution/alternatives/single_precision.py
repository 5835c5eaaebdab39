"""Single precision, results in Fortran order and as tuples; SciPy where it is allowed."""

from scipy import ndimage
from scipy import signal as library


def deltas(positions, weights, n):
    edges = np.arange(n + 1) - 0.5
    return np.histogram(positions, bins=edges, weights=np.asarray(weights, dtype=np.float32))[0].astype(np.float32)


def stamp(pattern, positions, weights, n):
    """A signal long enough for every copy, cut at the end."""
    pattern, positions = np.asarray(pattern, dtype=np.float32), np.asarray(positions, dtype=int)
    margin = len(pattern) + int(np.max(np.abs(positions), initial=0))
    wide = np.zeros(n + 2 * margin, dtype=np.float32)
    for position, weight in zip(positions, np.asarray(weights, dtype=np.float32), strict=True):
        start = margin + position - len(pattern) // 2
        wide[start : start + len(pattern)] += weight * pattern
    return tuple(wide[margin : margin + n])


def convolve(f, h):
    """Each element as a dot product with a reversed, padded copy."""
    kind = np.complex64 if np.iscomplexobj(f) or np.iscomplexobj(h) else np.float32
    f, h = np.asarray(f).astype(kind), np.asarray(h).astype(kind)
    wide = np.concatenate([np.zeros(len(f) - 1, kind), h, np.zeros(len(f) - 1, kind)])
    return np.array([wide[j : j + len(f)] @ f[::-1] for j in range(len(f) + len(h) - 1)])


def convolve2d(f, h):
    """A convolution of rows for every pair of rows."""
    rows, columns = len(f) + len(h) - 1, len(f[0]) + len(h[0]) - 1
    total = np.zeros((rows, columns), dtype=np.complex64 if np.iscomplexobj(f) or np.iscomplexobj(h) else np.float32, order="F")
    for y, row in enumerate(f):
        for dy, other in enumerate(h):
            total[y + dy] += convolve(row, other)
    return total


def crystal(motif, steps, copies):
    """Rows of units first, then columns of rows."""
    def repeat(block, step, count):
        total = np.zeros(((count - 1) * step + block.shape[0], block.shape[1]), dtype=np.float32)
        for unit in range(count):
            total[unit * step : unit * step + block.shape[0]] += block
        return total

    return np.asfortranarray(repeat(repeat(np.asarray(motif, dtype=np.float32), steps[0], copies[0]).T, steps[1], copies[1]).T)


def bragg_frequencies(steps, pixel_size, indices):
    lengths = np.asarray(steps, dtype=np.float32) * np.float32(pixel_size)
    return np.sqrt(np.sum((np.asarray(indices, dtype=np.float32) / lengths) ** 2, axis=1, dtype=np.float32))


def structure_factors(motif, steps, indices):
    motif = np.asarray(motif, dtype=np.float32)
    y, x = np.ogrid[: motif.shape[0], : motif.shape[1]]
    turns = [h * (y - motif.shape[0] // 2) / steps[0] + k * (x - motif.shape[1] // 2) / steps[1] for h, k in np.asarray(indices)]
    return np.sum(motif * np.exp(np.complex64(-2j * np.pi) * np.asarray(turns, dtype=np.float32)), axis=(1, 2))


def blur_with_psf(specimen, psf):
    """scipy.ndimage has its origin at n // 2 for even sides too, and takes zeros from outside if told to."""
    psf = np.asarray(psf, dtype=np.float32)
    kernel = np.zeros([n + 1 - n % 2 for n in psf.shape], dtype=np.float32)
    kernel[: psf.shape[0], : psf.shape[1]] = psf / psf.sum(dtype=np.float32)
    if min(np.shape(specimen)) < 3:
        full = library.fftconvolve(np.asarray(specimen, dtype=np.float32), kernel)
        return full[psf.shape[0] // 2 :, psf.shape[1] // 2 :][: np.shape(specimen)[0], : np.shape(specimen)[1]]
    return ndimage.convolve(np.asarray(specimen, dtype=np.float32), kernel, mode="constant")


def difference_transform(u):
    u = np.asarray(u, dtype=np.float32)
    return (-2j * np.sin(np.float32(4 * np.pi) * u) * np.exp(np.float32(-np.pi) * u * u)).astype(np.complex64)


def sum_transform(u):
    u = np.asarray(u, dtype=np.float32)
    return 2 * np.cos(np.float32(4 * np.pi) * u) * np.exp(np.float32(-np.pi) * u * u)


def gaussian_transfer(s, sigma):
    s, b_factor = np.asarray(s, dtype=np.float32), np.float32(8 * (np.pi * sigma) ** 2)
    return np.exp(-b_factor * s * s / 4)


def gaussian_lowpass(image, pixel_size, sigma):
    image = np.asarray(image, dtype=np.float32)
    sy, sx = np.fft.fftfreq(image.shape[0], pixel_size), np.fft.rfftfreq(image.shape[1], pixel_size)
    half = np.fft.rfft2(image) * gaussian_transfer(sy, sigma)[:, None] * gaussian_transfer(sx, sigma)
    return np.asfortranarray(np.fft.irfft2(half, image.shape).astype(np.float32))


def aliased_frequency(spatial_frequency, pixel_size):
    sampling = np.float32(1 / pixel_size)
    left = np.mod(np.abs(np.asarray(spatial_frequency, dtype=np.float32)), sampling)
    return np.where(left > sampling / 2, sampling - left, left)


sigma_of_100, b_of_2 = np.float32(1.1254), np.int64(316)
first_zero_of_difference, first_zero_of_sum = np.float32(first_zero_of_difference), np.float32(first_zero_of_sum)
