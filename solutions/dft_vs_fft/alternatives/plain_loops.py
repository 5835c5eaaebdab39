"""Lists, loops and cmath: no arrays at all; Cooley-Tukey for every even length and the plain sum for odd ones."""

import cmath
import math


def turn(x):
    return cmath.exp(-2j * cmath.pi * x)


def dft(x):
    n = len(x)
    return [sum(complex(x[m]) * turn(k * m / n) for m in range(n)) for k in range(n)]


def idft(X):
    n = len(X)
    return [sum(complex(X[k]) * turn(-k * m / n) for k in range(n)) / n for m in range(n)]


def fft(x):
    x = [complex(value) for value in x]
    n = len(x)
    if n % 2:
        return dft(x) if n > 1 else x
    even, odd = fft(x[::2]), fft(x[1::2])
    odd = [turn(k / n) * value for k, value in enumerate(odd)]
    return [a + b for a, b in zip(even, odd, strict=True)] + [a - b for a, b in zip(even, odd, strict=True)]


def dft2(image):
    rows = [fft(row) for row in image]
    columns = [fft(column) for column in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def fit_power_law(sizes, seconds):
    x, y = [math.log(size) for size in sizes], [math.log(time) for time in seconds]
    x0, y0 = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - x0) * (b - y0) for a, b in zip(x, y, strict=True)) / sum((a - x0) ** 2 for a in x)
    return slope, math.exp(y0 - slope * x0)


def continuous_transform(samples, spacing):
    n = len(samples)
    frequencies = [(k - n // 2) / (n * spacing) for k in range(n)]
    x = [(j - n // 2) * spacing for j in range(n)]
    return frequencies, nudft(x, [value * spacing for value in samples], frequencies)


def predict_fft_seconds(seconds, shape, new_shape):
    def steps(sides):
        return math.prod(sides) * sum(math.log(side) for side in sides)

    return seconds * steps(new_shape) / steps(shape)


def nudft(positions, values, frequencies):
    return [sum(complex(value) * turn(s * x) for x, value in zip(positions, values, strict=True)) for s in frequencies]
