"""Loops over lists; the picker is direct sums over the pixels of a template, on a micrograph that is binned three times."""

import math


def correlate_by_sums(image, template):
    rows, columns = len(image), len(image[0])
    return [[sum(complex(template[y][x]).conjugate() * complex(image[(y + a) % rows][(x + b) % columns])
                 for y in range(rows) for x in range(columns)) for b in range(columns)] for a in range(rows)]


def reflect(template):
    rows, columns = len(template), len(template[0])
    return [[complex(template[-y % rows][-x % columns]).conjugate() for x in range(columns)] for y in range(rows)]


def peak_shift(image, template):
    score = cross_correlate(image, template)
    rows, columns = len(image), len(image[0])
    _, y, x = max((float(score[a][b].real), a, b) for a in range(rows) for b in range(columns))
    return y if 2 * y < rows else y - rows, x if 2 * x < columns else x - columns


def aligned_average(images, reference_image):
    rows, columns = len(images[0]), len(images[0][0])
    total = [[0.0] * columns for _ in range(rows)]
    for image in images:
        dy, dx = peak_shift(image, reference_image)
        for y in range(rows):
            for x in range(columns):
                total[y][x] += image[(y + dy) % rows][(x + dx) % columns] / len(images)
    return total


def normalised_cross_correlation(image, template, mask):
    h, w = len(template), len(template[0])
    inside = [(y, x) for y in range(h) for x in range(w) if mask[y][x]]
    everything = [float(value) for row in image for value in row]
    mean = sum(everything) / len(everything)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in everything) / len(everything))
    t = [float(template[y][x]) for y, x in inside]
    t = [value - sum(t) / len(t) for value in t]
    score = [[0.0] * len(image[0]) for _ in image]
    for y0 in range(len(image) - h + 1):
        for x0 in range(len(image[0]) - w + 1):
            f = [float(image[y0 + y][x0 + x]) for y, x in inside]
            middle = math.fsum(f) / len(f)
            f = [value - middle for value in f]
            squares = math.fsum(value * value for value in f)
            if math.sqrt(squares / len(f)) > 1e-3 * deviation:
                product = math.fsum(a * b for a, b in zip(f, t, strict=True))
                score[y0 + h // 2][x0 + w // 2] = product / math.sqrt(squares * sum(b * b for b in t))
    return score


def rotate_template(template, angle):
    size, a = len(template), math.radians(angle)
    middle, c, s = size // 2, math.cos(a), math.sin(a)

    def value(y, x):
        return float(template[y][x]) if 0 <= y < size and 0 <= x < size else 0.0

    result = [[0.0] * size for _ in range(size)]
    for y in range(size):
        for x in range(size):
            u = middle + (x - middle) * c + (y - middle) * s
            v = middle - (x - middle) * s + (y - middle) * c
            i, j = math.floor(v), math.floor(u)
            p, q = v - i, u - j
            result[y][x] = ((1 - p) * (1 - q) * value(i, j) + (1 - p) * q * value(i, j + 1) + p * (1 - q) * value(i + 1, j)
                            + p * q * value(i + 1, j + 1))
    return result


def find_peaks(score, minimum_distance, threshold):
    rows, columns = len(score), len(score[0])
    hills = []
    for y in range(rows):
        for x in range(columns):
            around = [score[b][a] for b in range(max(y - 1, 0), min(y + 2, rows)) for a in range(max(x - 1, 0), min(x + 2, columns))]
            if score[y][x] >= threshold and score[y][x] == max(around):
                hills.append((-score[y][x], y, x))
    kept = []
    for _, y, x in sorted(hills):
        if not any(math.dist((y, x), other) < minimum_distance for other in kept):
            kept.append((y, x))
    return kept


def precision_recall(picked, truth, tolerance):
    pairs = sorted((math.dist(p, t), i, j) for i, p in enumerate(picked) for j, t in enumerate(truth))
    picks, particles = set(), set()
    for distance, i, j in pairs:
        if distance <= tolerance and i not in picks and j not in particles:
            picks.add(i)
            particles.add(j)
    return (len(picks) / len(picked) if len(picked) else 0.0), len(particles) / len(truth)


def pick(micrograph, templates, pixel_size):
    k = max(1, int(11 / pixel_size))
    rows, columns = (n // k for n in np.shape(micrograph))
    image = -np.asarray(micrograph, dtype=float)[: rows * k, : columns * k].reshape(rows, k, columns, k).mean(axis=(1, 3))
    image = (image - image.mean()) / image.std()
    radius = int(88 / (k * pixel_size))
    disc = [(y, x) for y in range(-radius, radius + 1) for x in range(-radius, radius + 1) if math.hypot(y, x) <= radius]
    middle, views = len(templates[0]) // 2, []
    for turned in (templates[0], *(rotate_template(templates[1], angle) for angle in range(0, 180, 12))):
        turned = np.asarray(turned)
        corners = [(middle + y * k - k // 2, middle + x * k - k // 2) for y, x in disc]
        view = np.array([turned[y : y + k, x : x + k].mean() for y, x in corners])
        views.append((view - view.mean()) / np.linalg.norm(view - view.mean()))
    height, width = rows - 2 * radius, columns - 2 * radius
    total, squares, products = np.zeros((height, width)), np.zeros((height, width)), np.zeros((len(views), height, width))
    for number, (y, x) in enumerate(disc):  # one shifted copy of the micrograph for every pixel of the template
        moved = image[radius + y : radius + y + height, radius + x : radius + x + width]
        total += moved
        squares += moved * moved
        for product, view in zip(products, views, strict=True):
            product += view[number] * moved
    products /= np.sqrt(np.maximum(squares - total**2 / len(disc), 1e-9))
    best, which = products.max(axis=0), products.argmax(axis=0)
    found = [(y, x) for y, x in np.argwhere((best > 0.36) & (best == ndimage.maximum_filter(best, 5)))]
    found.sort(key=lambda p: -best[p])
    kept = []
    for p in found:
        if all(math.dist(p, q) * k * pixel_size > 120 for q in kept):
            kept.append(p)
    centre = (k - 1) / 2 - (k - 1) / 2 + k // 2
    return [((y + radius) * k + centre, (x + radius) * k + centre, 0 if which[y, x] == 0 else 1) for y, x in kept]
