"""Bluestein's chirp for every length on top of an iterative radix-2 transform; einsum for the sums."""


def roots(n):
    k = np.arange(n)
    return np.exp(-2j * np.pi * (np.multiply.outer(k, k) % n) / n)


def dft(x):
    return np.einsum("km,m->k", roots(len(x)), np.asarray(x))


def idft(X):
    return np.einsum("mk,k->m", roots(len(X)).conj(), np.asarray(X)) / len(X)


def radix2(x):
    bits = x.size.bit_length() - 1
    order = np.zeros(x.size, dtype=int)
    for bit in range(bits):
        order |= (np.arange(x.size) >> bit & 1) << (bits - 1 - bit)
    x = x[order]
    for stage in range(bits):
        half = 1 << stage
        x = x.reshape(-1, 2, half)
        odd = x[:, 1] * np.exp(-1j * np.pi * np.arange(half) / half)
        x = np.stack([x[:, 0] + odd, x[:, 0] - odd], axis=1)
    return x.reshape(-1)


def fft(x):
    x = np.asarray(x, dtype=complex)
    n = x.size
    if n & (n - 1) == 0:
        return radix2(x)
    m = np.arange(n)
    chirp = np.exp(-1j * np.pi * (m * m % (2 * n)) / n)
    size = 1 << (2 * n - 1).bit_length()
    a, b = np.zeros(size, complex), np.zeros(size, complex)
    a[:n], b[:n] = x * chirp, chirp.conj()
    b[size - n + 1 :] = chirp[:0:-1].conj()
    return chirp * (radix2((radix2(a) * radix2(b)).conj()).conj() / size)[:n]


def dft2(image):
    image = np.asarray(image)
    return np.einsum("ay,yx,xb->ab", roots(image.shape[0]), image, roots(image.shape[1]))


def fit_power_law(sizes, seconds):
    lines = np.stack([np.log(sizes), np.ones(len(sizes))], axis=1)
    exponent, intercept = np.linalg.lstsq(lines, np.log(seconds), rcond=None)[0]
    return np.array([exponent, np.exp(intercept)])


def continuous_transform(samples, spacing):
    n = len(samples)
    s = (np.arange(n) - n // 2) / (n * spacing)
    values = np.fft.fftshift(np.fft.fft(samples)) * spacing * np.exp(2j * np.pi * s * spacing * (n // 2))
    return np.array([s, values])


def predict_fft_seconds(seconds, shape, new_shape):
    old, new = np.sum(np.log2(shape)), np.sum(np.log2(new_shape))
    return seconds * 2 ** (new - old) * new / old


def nudft(positions, values, frequencies):
    return np.einsum("kj,j->k", np.exp(-2j * np.pi * np.multiply.outer(frequencies, positions)), values)
