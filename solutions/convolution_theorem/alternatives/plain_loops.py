"""Lists, loops and cmath: sums by their definition, no arrays and no fast transform."""

import cmath
import math


def products(image, kernel):
    sums = [[0.0] * (len(image[0]) + len(kernel[0]) - 1) for _ in range(len(image) + len(kernel) - 1)]
    for ky, weights in enumerate(kernel):
        for kx, weight in enumerate(weights):
            if weight:
                for y, row in enumerate(image):
                    target = sums[y + ky]
                    for x, value in enumerate(row):
                        target[x + kx] += value * weight
    return sums


def as_lists(array):
    return np.asarray(array).tolist()


def convolve_full(image, kernel):
    return products(as_lists(image), as_lists(kernel))


def convolve_same(image, kernel):
    image, kernel = as_lists(image), as_lists(kernel)
    top, left = len(kernel) // 2, len(kernel[0]) // 2
    return [row[left : left + len(image[0])] for row in products(image, kernel)[top : top + len(image)]]


convolve_direct = convolve_same


def turn(x):
    return cmath.exp(-2j * cmath.pi * x)


def along_rows(rows, length):
    waves = [[turn(k * (q - len(rows[0]) // 2) / length) for q in range(len(rows[0]))] for k in range(length)]
    return [[sum(value * phase for value, phase in zip(row, wave, strict=True)) for wave in waves] for row in rows]


def transfer_function(kernel, shape):
    across = along_rows(as_lists(kernel), shape[1])
    down = along_rows([list(column) for column in zip(*across, strict=True)], shape[0])
    return [list(row) for row in zip(*down, strict=True)]


def gaussian_kernel(sigma, pixel_size, truncate):
    radius = math.floor(truncate * sigma / pixel_size + 0.5)
    heights = [math.exp(-((i * pixel_size) ** 2) / (2 * sigma**2)) for i in range(-radius, radius + 1)]
    area = math.fsum(heights) ** 2
    return [[a * b / area for a in heights] for b in heights]


def truncation_error(sigma, pixel_size, radius):
    def mass(reach):
        return math.fsum(math.exp(-((i * pixel_size) ** 2) / (2 * sigma**2)) for i in range(-reach, reach + 1))

    outside = 1 - (mass(radius) / mass(radius + math.ceil(30 * sigma / pixel_size))) ** 2
    return outside + outside


def gaussian_transfer(shape, pixel_size, sigma):
    def frequencies(n):
        return [(k - n if k > (n - 1) // 2 else k) / (n * pixel_size) for k in range(n)]

    return [[math.exp(-2 * (math.pi * sigma) ** 2 * (sy**2 + sx**2)) for sx in frequencies(shape[1])] for sy in frequencies(shape[0])]


def operation_counts(image_shape, kernel_shape):
    size = image_shape[0] * image_shape[1]
    padded = math.prod(n + m - 1 for n, m in zip(image_shape, kernel_shape, strict=True))
    transform = 5 * padded * math.log2(padded)
    passes = [2 * size * side for side in kernel_shape]
    return [passes[0] * kernel_shape[1], sum(passes), 3 * transform + 6 * padded]


def convolve_gaussians(first, second):
    inverse = 1 / first[1] + 1 / second[1]
    return [first[0] * second[0] * math.sqrt(math.pi / (first[1] + second[1])), 1 / inverse]


def noise_gain(transfer):
    values = [value for row in as_lists(transfer) for value in row]
    if 0 in values:
        return math.inf
    return math.sqrt(sum(1 / abs(value) ** 2 for value in values) / len(values))


def wiener_filter(transfer, snr):
    transfer = as_lists(transfer)
    ratios = as_lists(np.broadcast_to(snr, np.shape(transfer)))

    def best(h, ratio):
        return 0.0 if ratio == 0 else complex(h).conjugate() / (abs(h) ** 2 + 1 / ratio)

    return [[best(h, ratio) for h, ratio in zip(*rows, strict=True)] for rows in zip(transfer, ratios, strict=True)]
