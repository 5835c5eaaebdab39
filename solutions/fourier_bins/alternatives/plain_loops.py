"""Lists, loops and cmath; the transforms are sums, with a radix-2 split for long signals."""

import cmath
import math


def spatial_frequencies(n, pixel_size):
    return [k / n / pixel_size for k in range(-(n // 2), n - n // 2)]


def bin_lengths(n, pixel_size, k):
    if k < 0 or k >= n / 2:
        raise ValueError("no such bin")
    ends = [k / n, min((k + 1) / n, 0.5)]
    return [pixel_size / end if end else math.inf for end in ends]


def count_bins(n, pixel_size, longest, shortest):
    box, count = n * pixel_size, 0
    for k in range((n + 1) // 2):
        longer, shorter = (box / k, box / k) if k else (math.inf, math.inf)
        if longer <= longest and shorter > shortest:
            count += 1
    return count


def linearity_error(of_f, of_g, of_mix, a, b):
    gaps = [abs(m - (a * f + b * g)) for f, g, m in zip(of_f, of_g, of_mix, strict=True)]
    return max(gaps) / max(abs(m) for m in of_mix)


def scale_transform(frequencies, values, a):
    pairs = sorted((a * s, k) for k, s in enumerate(frequencies))
    return [s for s, _ in pairs], [values[k] / abs(a) for _, k in pairs]


def turn(x):
    return cmath.exp(-2j * cmath.pi * x)


def dft(x):
    n = len(x)
    if n % 2 or n <= 8:
        return [sum(complex(x[m]) * turn(k * m % n / n) for m in range(n)) for k in range(n)]
    even, odd = dft(x[::2]), dft(x[1::2])
    odd = [turn(k / n) * value for k, value in enumerate(odd)]
    return [a + b for a, b in zip(even, odd, strict=True)] + [a - b for a, b in zip(even, odd, strict=True)]


def idft(X):
    return [value.conjugate() / len(X) for value in dft([complex(value).conjugate() for value in X])]


def shift(samples, pixel_size, distance):
    n, pixels = len(samples), distance / pixel_size
    F = dft(list(samples))
    for k in range(n):
        up, down = turn(k / n * pixels), turn((k - n) / n * pixels)
        F[k] *= up if 2 * k < n else down if 2 * k > n else (up + down) / 2
    return idft(F)


def convolve_by_fft(f, g):
    return idft([a * b for a, b in zip(dft(list(f)), dft(list(g)), strict=True)])


linear_steps = ("move_three_pixels", "turn_contrast", "subtract_mean", "low_pass", "transform")
