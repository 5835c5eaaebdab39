"""Linear algebra and bookkeeping without loops: Toeplitz matrices, bincount, windows, a Kronecker product, a DFT matrix."""

from scipy.linalg import toeplitz


def deltas(positions, weights, n):
    return np.bincount(np.asarray(positions, dtype=int), np.asarray(weights, dtype=float), minlength=n)


def stamp(pattern, positions, weights, n):
    """A histogram of all pixels of all copies; the two bins at the ends hold what is cut off."""
    first = np.asarray(positions, dtype=int) - len(pattern) // 2
    pixels = np.clip(np.add.outer(first, np.arange(len(pattern))), -1, n)
    values = np.multiply.outer(np.asarray(weights, dtype=float), np.asarray(pattern, dtype=float))
    return np.bincount(pixels.ravel() + 1, values.ravel(), minlength=n + 2)[1:-1]


def convolve(f, h):
    h = np.concatenate([h, np.zeros(len(f) - 1)])
    return np.tril(toeplitz(h, np.zeros(h.size)))[:, : len(f)] @ np.asarray(f)


def convolve2d(f, h):
    """Rows of the result as sums over windows of the padded image."""
    f, h = np.asarray(f), np.asarray(h)
    wide = np.pad(f, [(n - 1, n - 1) for n in h.shape])
    windows = np.lib.stride_tricks.sliding_window_view(wide, h.shape)
    return np.tensordot(windows.astype(complex), h[::-1, ::-1], axes=2)


def crystal(motif, steps, copies):
    """Every unit in a block of its own, then the blocks' rows and columns added up where they belong."""
    motif = np.asarray(motif, dtype=float)
    units = np.kron(np.ones(copies), motif)
    row, column = (np.add.outer(np.arange(count) * step, np.arange(n)).ravel()
                   for count, step, n in zip(copies, steps, motif.shape, strict=True))
    down, across = np.eye(row[-1] + 1)[row], np.eye(column[-1] + 1)[column]
    return down.T @ units @ across


def bragg_frequencies(steps, pixel_size, indices):
    return np.linalg.norm(np.array(indices) @ np.diag(1 / (np.array(steps) * pixel_size)), axis=1)


def structure_factors(motif, steps, indices):
    motif, (h, k) = np.asarray(motif), np.array(indices).T
    y, x = np.indices(motif.shape)
    y, x = y.ravel() - motif.shape[0] // 2, x.ravel() - motif.shape[1] // 2
    phases = np.outer(h, y) / steps[0] + np.outer(k, x) / steps[1]
    return (np.cos(2 * np.pi * phases) - 1j * np.sin(2 * np.pi * phases)) @ motif.ravel()


def blur_with_psf(specimen, psf):
    """A padded circular convolution by two transforms, the origin of the PSF brought to index 0."""
    specimen, psf = np.asarray(specimen, dtype=float), np.asarray(psf, dtype=float)
    wide = tuple(np.add(specimen.shape, psf.shape))
    kernel = np.zeros(wide)
    kernel[: psf.shape[0], : psf.shape[1]] = psf / psf.sum()
    kernel = np.roll(kernel, (-(psf.shape[0] // 2), -(psf.shape[1] // 2)), axis=(0, 1))
    image = np.fft.irfft2(np.fft.rfft2(specimen, wide) * np.fft.rfft2(kernel), wide)
    return image[: specimen.shape[0], : specimen.shape[1]]


def difference_transform(u):
    """A bump at the origin times the transforms of two deltas."""
    u = np.asarray(u, dtype=float)
    return np.exp(-np.pi * u * u) * (np.exp(np.multiply.outer(u, [-4j * np.pi, 4j * np.pi])) @ [1, -1])


def sum_transform(u):
    u = np.asarray(u, dtype=float)
    return np.exp(-np.pi * u * u) * (np.exp(np.multiply.outer(u, [-4j * np.pi, 4j * np.pi])) @ [1, 1])


def gaussian_transfer(s, sigma):
    return np.exp(-np.square(2 * np.pi * sigma * np.asarray(s)) / 2)


def gaussian_lowpass(image, pixel_size, sigma):
    """The inverse DFT, the transfer and the DFT as one real matrix for each direction."""
    def matrix(n):
        k = np.arange(n)
        dft = np.exp(-2j * np.pi * np.outer(k, k) / n)
        return (dft.conj().T @ np.diag(gaussian_transfer(np.fft.fftfreq(n, pixel_size), sigma)) @ dft / n).real

    image = np.asarray(image)
    return matrix(image.shape[0]) @ image @ matrix(image.shape[1])


def aliased_frequency(spatial_frequency, pixel_size):
    """A triangle wave: the arccosine of the cosine."""
    return np.arccos(np.clip(np.cos(2 * np.pi * np.asarray(spatial_frequency) * pixel_size), -1, 1)) / (2 * np.pi * pixel_size)


own_difference = np.complex64(own_difference)
own_sum = complex(own_sum)
