"""Fortran order, powers of one root, and SciPy where it is allowed; the fast transform copies into a work array and runs in place."""

from scipy import fft as scipy_fft
from scipy import optimize


def vandermonde(n):
    return np.asfortranarray(np.vander(np.exp(-2j * np.pi * np.arange(n) / n), n, increasing=True))


def dft(x):
    return vandermonde(len(x)).dot(x)


def idft(X):
    return np.linalg.solve(vandermonde(len(X)), np.asarray(X))


def fft(x):
    work = np.array(x, dtype=complex)
    n = work.size
    if n & (n - 1):
        return dft(work)
    step = n // 2
    while step:  # decimation in frequency: ends in bit-reversed order
        blocks = work.reshape(-1, 2, step)
        total, gap = blocks[:, 0] + blocks[:, 1], blocks[:, 0] - blocks[:, 1]
        blocks[:, 0], blocks[:, 1] = total, gap * np.exp(-1j * np.pi * np.arange(step) / step)
        step //= 2
    axes = (2,) * (n.bit_length() - 1)
    return work.reshape(axes).transpose().reshape(-1)


def dft2(image):
    image = np.asfortranarray(image)
    return np.asfortranarray(vandermonde(image.shape[0]) @ image @ vandermonde(image.shape[1]))


def fit_power_law(sizes, seconds):
    (exponent, logarithm), _ = optimize.curve_fit(lambda x, p, a: p * x + a, np.log2(sizes), np.log2(seconds), p0=(1.0, 0.0))
    return [float(exponent), float(2**logarithm)]


def continuous_transform(samples, spacing):
    n = len(samples)
    values = scipy_fft.fftshift(scipy_fft.fft(scipy_fft.ifftshift(samples)))
    return scipy_fft.fftshift(scipy_fft.fftfreq(n, d=spacing)), spacing * values


def predict_fft_seconds(seconds, shape, new_shape):
    def steps(sides):
        return float(np.prod(sides)) * np.log10(float(np.prod(sides)))

    return seconds / steps(shape) * steps(new_shape)


def nudft(positions, values, frequencies):
    positions, frequencies = np.meshgrid(positions, frequencies)
    return np.sum(np.asarray(values) * np.exp(-2j * np.pi * frequencies * positions), axis=1)
