"""Single precision throughout, linear interpolation, and a threshold that is found from the scores of each micrograph itself."""


def correlate_by_sums(image, template):
    image, template = np.asarray(image), np.asarray(template)
    kind = np.complex64 if np.iscomplexobj(image) or np.iscomplexobj(template) else np.float32
    score = np.zeros(image.shape, kind)
    for (y, x), value in np.ndenumerate(template.astype(kind).conj()):
        score += value * np.roll(image.astype(kind), (-y, -x), (0, 1))
    return score


def reflect(template):
    template = np.conj(template)
    y, x = (np.mod(-np.arange(n), n) for n in template.shape)
    return template[np.ix_(y, x)]


def cross_correlate(image, template):
    return np.fft.ifft2(np.fft.fft2(np.asarray(image)) * np.conj(np.fft.fft2(np.asarray(template)))).astype(np.complex64)


def peak_shift(image, template):
    score = cross_correlate(image, template).real
    peak = divmod(int(score.argmax()), score.shape[1])
    return [int(np.rint(np.fft.fftfreq(n, 1 / n)[k])) for n, k in zip(score.shape, peak, strict=True)]


def aligned_average(images, reference_image):
    images = np.asarray(images, dtype=np.float32)
    total = np.zeros(images.shape[1:], np.float32)
    for image in images:
        dy, dx = peak_shift(image, reference_image)
        total += np.roll(np.roll(image, -dy, 0), -dx, 1)
    return total / np.float32(len(images))


def normalised_cross_correlation(image, template, mask):
    image = np.asarray(image, dtype=np.float64)
    image = ((image - image.mean()) / (image.std() or 1.0)).astype(np.float32)
    under = np.asarray(mask).astype(bool)
    t = np.asarray(template, dtype=np.float32)[under]
    t = (t - t.mean()) / (t.std() * np.sqrt(np.float32(t.size)))
    h, w = under.shape
    windows = np.lib.stride_tricks.sliding_window_view(image, (h, w))
    out = np.zeros(image.shape, np.float32)
    for row, patches in enumerate(windows):
        values = patches[:, under]
        values = values - values.mean(axis=1, keepdims=True)
        spread = values.std(axis=1)
        flat = spread <= 1e-3
        scores = values @ t / np.where(flat, 1, spread) / np.sqrt(np.float32(t.size))
        out[row + h // 2, w // 2 : w // 2 + len(values)] = np.where(flat, 0, scores)
    return out


def rotate_template(template, angle):
    size = len(template)
    a = np.deg2rad(np.float32(angle))
    y, x = (np.indices((size, size), dtype=np.float32) - size // 2)
    places = np.stack([y * np.cos(a) - x * np.sin(a), y * np.sin(a) + x * np.cos(a)]) + size // 2
    return ndimage.map_coordinates(np.asarray(template, dtype=np.float32), places, order=1)


def find_peaks(score, minimum_distance, threshold):
    score, kept = np.array(score, dtype=float), []
    hill = score == ndimage.maximum_filter(score, size=(3, 3))
    y, x = np.indices(score.shape)
    left = np.where(hill & (score >= threshold), score, -np.inf)
    while np.isfinite(left.max()):
        p = np.unravel_index(left.argmax(), left.shape)
        kept.append(p)
        left[(y - p[0]) ** 2 + (x - p[1]) ** 2 < minimum_distance**2] = -np.inf
        left[p] = -np.inf
    return np.array(kept, dtype=np.int32).reshape(-1, 2)


def precision_recall(picked, truth, tolerance):
    picked, truth = np.array(picked, dtype=np.float32).reshape(-1, 2), np.array(truth, dtype=np.float32)
    right, found = 0, len(truth)
    number = max(len(picked), 1)
    while len(picked) and len(truth):
        squares = ((picked[:, None] - truth) ** 2).sum(axis=2)
        i, j = divmod(int(squares.argmin()), len(truth))
        if squares[i, j] > tolerance**2:
            break
        picked, truth = np.delete(picked, i, axis=0), np.delete(truth, j, axis=0)
        right += 1
    return np.float32(right / number), np.float32(right / found)


def pick(micrograph, templates, pixel_size):
    image = np.asarray(micrograph, dtype=np.float32)
    image = (image.mean() - image) / image.std()
    size = templates.shape[-1]
    y, x = np.indices((size, size)) - size // 2
    mask = (np.hypot(y, x) * pixel_size < 90).astype(np.float32)
    views = [templates[0], *(rotate_template(templates[1], angle) for angle in np.arange(0, 180, 12))]
    shape = [n - size + 1 for n in image.shape]

    def under(transform, kernel):
        return np.fft.irfft2(transform * np.fft.rfft2(kernel, s=image.shape).conj(), s=image.shape)[: shape[0], : shape[1]]

    plain = np.fft.rfft2(ndimage.gaussian_filter(image, 10 / pixel_size))
    squares = np.fft.rfft2(ndimage.gaussian_filter(image, 10 / pixel_size) ** 2)
    spread = np.sqrt(np.maximum(under(squares, mask) - under(plain, mask) ** 2 / mask.sum(), 1e-6))
    best, which = np.full(shape, -1.0), np.zeros(shape, dtype=int)
    for number, view in enumerate(views):
        view = mask * (view - view[mask > 0].mean())
        score = under(plain, view / np.linalg.norm(view)) / spread
        which = np.where(score > best, number, which)
        best = np.maximum(best, score)
    tops = best[tuple(find_peaks(best, 130 / pixel_size, 0.2).T)]
    ordered = np.sort(tops)
    middle = min((low.var() * len(low) + high.var() * len(high), (low[-1] + high[0]) / 2)
                 for low, high in ((ordered[:cut], ordered[cut:]) for cut in range(3, len(ordered) - 3)))[1]
    peaks = find_peaks(best, 130 / pixel_size, middle)  # between the two heaps of peak heights, noise and particles
    return np.column_stack([peaks + size // 2, which[tuple(peaks.T)] > 0]).astype(np.float32)
