"""SciPy wherever it is allowed: scipy.fft, scipy.signal's valid correlations, ndimage.rotate on an odd canvas, trees and assignments."""

from scipy import fft, signal, spatial


def correlate_by_sums(image, template):
    image, template = 1.0 * np.asarray(image), 1.0 * np.asarray(template)
    tiled = np.tile(image, (2, 2))[: 2 * image.shape[0] - 1, : 2 * image.shape[1] - 1]
    return np.einsum("kjyx,yx->kj", np.lib.stride_tricks.sliding_window_view(tiled, image.shape), template.conj())


def reflect(template):
    return fft.ifft2(np.conj(fft.fft2(template)))


def cross_correlate(image, template):
    return fft.ifftn(fft.fftn(np.asarray(image)) * fft.fftn(np.asarray(template)).conj())


def peak_shift(image, template):
    score = fft.fftshift(cross_correlate(image, template).real)
    return np.array(np.unravel_index(score.argmax(), score.shape)) - np.array(score.shape) // 2


def aligned_average(images, reference_image):
    moved = [ndimage.shift(np.asarray(image, dtype=float), -np.asarray(peak_shift(image, reference_image)), order=0, mode="grid-wrap")
             for image in images]
    return np.stack(moved).mean(axis=0)


def normalised_cross_correlation(image, template, mask):
    image, template, mask = np.asarray(image, dtype=float), np.asarray(template, dtype=float), (np.asarray(mask) != 0).astype(float)
    image = image - np.median(image)
    t = mask * (template - np.average(template, weights=mask))
    pairs = (image, mask), (image * image, mask), (image, t)
    total, squares, product = (signal.correlate(f, kernel, mode="valid", method="fft") for f, kernel in pairs)
    variance = (squares - total**2 / mask.sum()) / mask.sum()
    live = variance > (1e-3 * image.std()) ** 2
    valid = np.divide(product, np.sqrt(np.abs(variance) * mask.sum() * (t * t).sum()), out=np.zeros_like(product), where=live)
    before = np.array(template.shape) // 2
    after = np.array(image.shape) - valid.shape - before
    return np.pad(valid, list(zip(before, after, strict=True)))


def rotate_template(template, angle):
    template = np.asarray(template, dtype=float)
    odd = np.pad(template, ((0, 1 - template.shape[0] % 2), (0, 1 - template.shape[1] % 2)))  # now N // 2 is the middle
    return ndimage.rotate(odd, -angle, reshape=False, order=1)[: template.shape[0], : template.shape[1]]


def find_peaks(score, minimum_distance, threshold):
    score = np.asarray(score, dtype=float)
    around = ndimage.maximum_filter(score, footprint=[[1, 1, 1], [1, 0, 1], [1, 1, 1]], mode="constant", cval=-np.inf)
    y, x = np.nonzero((score >= threshold) & (score >= around))
    order = np.argsort(score[y, x])[::-1]
    points = np.column_stack([y, x])[order]
    if not len(points):
        return []
    free = np.ones(len(points), dtype=bool)
    tree = spatial.KDTree(points)
    for i, neighbours in enumerate(tree.query_ball_point(points, minimum_distance - 1e-9)):
        if free[i]:
            free[[j for j in neighbours if j > i]] = False
    return points[free].tolist()


def precision_recall(picked, truth, tolerance):
    if len(picked) == 0:
        return 0.0, 0.0
    distances = spatial.distance.cdist(picked, truth)
    taken = ([], [])
    for i, j in zip(*np.unravel_index(distances.argsort(axis=None, kind="stable"), distances.shape), strict=True):
        if distances[i, j] <= tolerance and i not in taken[0] and j not in taken[1]:
            taken[0].append(i)
            taken[1].append(j)
    return np.array([len(taken[0]) / len(picked), len(taken[0]) / len(truth)])


def pick(micrograph, templates, pixel_size):
    scale = min(1.0, pixel_size / 7.5)  # to about 7.5 Å a pixel, whatever it was
    image = ndimage.gaussian_filter(-np.asarray(micrograph, dtype=float), 0.4 / scale)
    image = ndimage.zoom(image, scale, order=1, mode="grid-constant", grid_mode=True)
    views = [np.asarray(templates[0], dtype=float), *(rotate_template(templates[1], angle) for angle in np.arange(0, 180, 10))]
    half = int(90 / pixel_size * scale)
    grid = np.indices((2 * half + 1, 2 * half + 1)) - half
    mask = np.hypot(*grid) <= half
    middle = np.shape(templates)[-1] // 2
    small = [ndimage.map_coordinates(ndimage.gaussian_filter(view, 0.4 / scale), middle + grid / scale, order=1) for view in views]
    maps = np.array([normalised_cross_correlation(image, view, mask) for view in small])
    best, view = maps.max(axis=0), maps.argmax(axis=0) > 0
    peaks = np.array(find_peaks(best, 130 / pixel_size * scale, 0.34))
    y, x = peaks.T
    return [[(a + 0.5) / scale - 0.5, (b + 0.5) / scale - 0.5, int(view[a, b])] for a, b in zip(y, x, strict=True)]
