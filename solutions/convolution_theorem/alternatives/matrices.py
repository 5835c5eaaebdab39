"""Every linear operation as a matrix: band matrices for convolutions, Fourier matrices for transforms."""


def band(n, m):
    """Stack of m matrices of shape (n + m - 1, n); the q-th one shifts a column down by q."""
    return np.stack([np.eye(n + m - 1, n, -q) for q in range(m)])


def wave(n):
    return np.exp(-2j * np.pi * np.outer(np.arange(n), np.arange(n)) / n)


def convolve_full(image, kernel):
    image, kernel = np.asarray(image), np.asarray(kernel)
    down, across = (band(n, m) for n, m in zip(image.shape, kernel.shape, strict=True))
    return np.einsum("bYy,byX->YX", down, np.einsum("ba,yx,aXx->byX", kernel, image, across, optimize=True), optimize=True)


def convolve_same(image, kernel):
    image = np.asarray(image)
    rows, columns = (slice(m // 2, m // 2 + n) for n, m in zip(image.shape, np.shape(kernel), strict=True))
    return convolve_full(image, kernel)[rows, columns]


def convolve_direct(image, kernel):
    return convolve_same(image, kernel)


def transfer_function(kernel, shape):
    rows, columns = (np.roll(wave(n), m // 2, axis=1)[:, :m] for n, m in zip(shape, np.shape(kernel), strict=True))
    return rows @ np.asarray(kernel) @ columns.T


def gaussian_transfer(shape, pixel_size, sigma):
    sides = [np.minimum(np.arange(n), n - np.arange(n)) / (n * pixel_size) for n in shape]
    decay = [np.exp(-2 * (np.pi * sigma * side) ** 2) for side in sides]
    return np.diag(decay[0]) @ np.ones(shape) @ np.diag(decay[1])


def inverse_filter(image, transfer):
    down, across = (wave(n) for n in np.shape(image))
    return np.linalg.solve(down, down @ np.asarray(image) @ across / transfer) @ np.linalg.inv(across)


def noise_gain(transfer):
    size = np.abs(transfer).ravel()
    return np.inf if size.min() == 0 else np.linalg.norm(1 / size) / size.size**0.5


def wiener_filter(transfer, snr):
    """Least squares at each frequency: rows √SNR (1 - W H) and W."""
    transfer = np.asarray(transfer, dtype=complex)
    weight = np.sqrt(np.broadcast_to(snr, transfer.shape))
    result = np.empty(transfer.shape, dtype=complex)
    for index, h in np.ndenumerate(transfer):
        rows = np.array([[weight[index] * h], [1]])
        result[index] = np.linalg.lstsq(rows, np.array([weight[index], 0]), rcond=None)[0][0]
    return result
