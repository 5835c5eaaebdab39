"""Plain lists, loops, math and cmath: every product on its own; the blur as a sum of waves."""

import cmath
import math


def deltas(positions, weights, n):
    return [sum(float(w) for p, w in zip(positions, weights, strict=True) if p == pixel) for pixel in range(n)]


def stamp(pattern, positions, weights, n):
    result = [0.0] * n
    for pixel in range(n):
        for position, weight in zip(positions, weights, strict=True):
            index = pixel - position + len(pattern) // 2
            if 0 <= index < len(pattern):
                result[pixel] += weight * pattern[index]
    return result


def convolve(f, h):
    result = [0] * (len(f) + len(h) - 1)
    for j in range(len(result)):
        for i in range(max(0, j - len(h) + 1), min(len(f), j + 1)):
            result[j] = result[j] + complex(f[i]) * complex(h[j - i])
    return result


def convolve2d(f, h):
    f, h = [list(row) for row in f], [list(row) for row in h]
    result = [[0] * (len(f[0]) + len(h[0]) - 1) for _ in range(len(f) + len(h) - 1)]
    for a, row in enumerate(f):
        for b, value in enumerate(row):
            for c, other in enumerate(h):
                for d, weight in enumerate(other):
                    result[a + c][b + d] += complex(value) * complex(weight)
    return result


def crystal(motif, steps, copies):
    rows, columns = len(motif), len(motif[0])
    result = [[0.0] * ((copies[1] - 1) * steps[1] + columns) for _ in range((copies[0] - 1) * steps[0] + rows)]
    for i in range(copies[0]):
        for j in range(copies[1]):
            for y in range(rows):
                for x in range(columns):
                    result[i * steps[0] + y][j * steps[1] + x] += motif[y][x]
    return result


def bragg_frequencies(steps, pixel_size, indices):
    return [math.hypot(h / steps[0], k / steps[1]) / pixel_size for h, k in indices]


def structure_factors(motif, steps, indices):
    y0, x0 = len(motif) // 2, len(motif[0]) // 2
    return [sum(value * cmath.exp(-2j * math.pi * (h * (y - y0) / steps[0] + k * (x - x0) / steps[1]))
                for y, row in enumerate(motif) for x, value in enumerate(row)) for h, k in indices]


def blur_with_psf(specimen, psf):
    rows, columns = len(psf), len(psf[0])
    total = sum(sum(row) for row in psf)
    ny, nx = len(specimen), len(specimen[0])
    image = [[0.0] * nx for _ in range(ny)]
    for y in range(ny):
        for x in range(nx):
            for dy in range(-(rows // 2), rows - rows // 2):
                for dx in range(-(columns // 2), columns - columns // 2):
                    if 0 <= y - dy < ny and 0 <= x - dx < nx:
                        image[y][x] += specimen[y - dy][x - dx] * psf[dy + rows // 2][dx + columns // 2] / total
    return image


def _each(function, u):
    return [_each(function, value) for value in u] if np.ndim(u) else function(u)


def difference_transform(u):
    return _each(lambda v: (cmath.exp(-4j * math.pi * v) - cmath.exp(4j * math.pi * v)) * math.exp(-math.pi * v * v), u)


def sum_transform(u):
    return _each(lambda v: (cmath.exp(-4j * math.pi * v) + cmath.exp(4j * math.pi * v)) * math.exp(-math.pi * v * v), u)


def gaussian_transfer(s, sigma):
    return _each(lambda v: math.exp(-2 * math.pi**2 * sigma**2 * v**2), s)


def gaussian_lowpass(image, pixel_size, sigma):
    """One direction after the other, each by cosine and sine sums written as a matrix of weights."""
    def weights(n):
        half = [k if 2 * k <= n else k - n for k in range(n)]
        return [[sum(gaussian_transfer(k / (n * pixel_size), sigma) * math.cos(2 * math.pi * k * (a - b) / n) for k in half) / n
                 for b in range(n)] for a in range(n)]

    rows, columns = weights(len(image)), weights(len(image[0]))
    halfway = [[sum(rows[y][a] * image[a][x] for a in range(len(image))) for x in range(len(image[0]))] for y in range(len(image))]
    return [[sum(columns[x][b] * line[b] for b in range(len(line))) for x in range(len(line))] for line in halfway]


def aliased_frequency(spatial_frequency, pixel_size):
    if np.ndim(spatial_frequency):
        return [aliased_frequency(value, pixel_size) for value in spatial_frequency]
    left = math.fmod(abs(spatial_frequency), 1 / pixel_size)
    return min(left, 1 / pixel_size - left)


sigma_of_100, width_of_100, transfer_at_4, b_of_2 = 1.125, 2.65, 0.2096, 316
pixel_size, nyquist_length, gold_shows_at, magnification_needed, area_ratio = 1.4, 2.8, 3.463, 178700, 0.313
