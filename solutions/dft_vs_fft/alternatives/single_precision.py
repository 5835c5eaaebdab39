"""Everything is computed and returned in single precision, phases included."""


def wave(turns):
    return np.exp(np.complex64(-2j * np.pi) * turns.astype(np.float32))


def dft(x):
    x = np.asarray(x).astype(np.complex64)
    k = np.arange(x.size)
    return wave(np.outer(k, k) / x.size) @ x


def idft(X):
    return np.conj(dft(np.conj(X))) / np.float32(len(X))


def fft(x):
    x = np.asarray(x).astype(np.complex64)
    n = x.size
    if n % 2 or n <= 32:
        return dft(x)
    even, odd = fft(x[::2]), wave(np.arange(n // 2) / n) * fft(x[1::2])
    return np.concatenate([even + odd, even - odd])


def dft2(image):
    image = np.asarray(image).astype(np.complex64)
    down, across = (wave(np.outer(np.arange(n), np.arange(n)) / n) for n in image.shape)
    return down @ image @ across


def fit_power_law(sizes, seconds):
    x, y = np.log(np.asarray(sizes, np.float32)), np.log(np.asarray(seconds, np.float32))
    exponent, intercept = np.polyfit(x, y, 1)
    return np.float32(exponent), np.exp(np.float32(intercept))


def continuous_transform(samples, spacing):
    samples = np.asarray(samples).astype(np.complex64)
    n = samples.size
    values = np.roll(np.fft.fft(np.roll(samples, -(n // 2))), n // 2) * np.float32(spacing)
    return ((np.arange(n) - n // 2) / (n * spacing)).astype(np.float32), values.astype(np.complex64)


def predict_fft_seconds(seconds, shape, new_shape):
    n, m = np.float32(np.prod(shape)), np.float32(np.prod(new_shape))
    return np.float32(seconds) * (m / n) * np.log(m) / np.log(n)


def nudft(positions, values, frequencies):
    return wave(np.outer(frequencies, positions)) @ np.asarray(values).astype(np.complex64)
