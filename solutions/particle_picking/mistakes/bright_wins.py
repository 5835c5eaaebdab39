"""Lumps of ice or carbon are picked: the plain sum of products is high wherever there is contrast; normalise it, patch by patch."""
see = "cross_correlation#normalised-cross-correlation"
_pick = pick


def pick(micrograph, templates, pixel_size):
    image = np.median(micrograph) - np.asarray(micrograph, dtype=float)
    views = [templates[0], *(rotate_template(templates[1], angle) for angle in range(0, 180, 15))]
    transform = np.fft.rfft2(image)
    maps = [np.fft.irfft2(transform * np.conj(np.fft.rfft2(view, s=image.shape)), s=image.shape) for view in views]
    half = np.shape(templates)[-1] // 2
    best = np.roll(np.max(maps, axis=0), (half, half), axis=(0, 1))
    view = np.roll(np.argmax(maps, axis=0) > 0, (half, half), axis=(0, 1))
    peaks = find_peaks(best, 120 / pixel_size, best.mean() + 2.5 * best.std())
    return np.column_stack([peaks, view[tuple(peaks.T)]])


def agrees(function, arguments, got):
    if function != "pick":
        return False
    smooth = ndimage.uniform_filter(np.asarray(arguments[0], dtype=float), round(60 / arguments[2]))
    deviation = 1.48 * np.median(np.abs(smooth - np.median(smooth)))
    at = np.clip(np.rint(np.asarray(got, dtype=float)[:, :2]).astype(int), 0, np.array(smooth.shape) - 1)
    dark = smooth[tuple(at.T)] < np.median(smooth) - 6 * deviation
    return dark.sum() >= 3 and dark.mean() >= 0.15
