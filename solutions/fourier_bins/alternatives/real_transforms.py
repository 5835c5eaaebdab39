"""Real half transforms, real and imaginary part one after the other; searches and ceilings instead of counting; results as arrays."""


def spatial_frequencies(n, pixel_size):
    step = 1 / (n * pixel_size)
    return np.linspace(-(n // 2) * step, (n - 1 - n // 2) * step, n)


def bin_lengths(n, pixel_size, k):
    edges = np.append(np.fft.rfftfreq(n, pixel_size), 0.5 / pixel_size) if n % 2 else np.fft.rfftfreq(n, pixel_size)
    if k not in range(len(edges) - 1):
        raise ValueError(k)
    with np.errstate(divide="ignore"):
        return 1 / np.asarray(edges[k : k + 2])


def count_bins(n, pixel_size, longest, shortest):
    last = (n + 1) // 2
    below = [min(int(np.ceil(n * pixel_size / length)), last) for length in (longest, shortest)]
    return np.int64(below[1] - below[0])


def linearity_error(of_f, of_g, of_mix, a, b):
    gap = np.stack([of_f, of_g, of_mix], axis=1) @ np.array([a, b, -1.0])
    return np.linalg.norm(gap, np.inf) / np.linalg.norm(np.asarray(of_mix), np.inf)


def scale_transform(frequencies, values, a):
    frequencies = np.asarray(frequencies) * a
    order = np.argsort(frequencies)
    return np.array([frequencies[order], np.asarray(values)[order] / np.abs(a)])


def halves(function, *signals):
    signals = [np.asarray(x) for x in signals]
    if not any(np.iscomplexobj(x) for x in signals):
        return function(*signals)
    first, *rest = signals
    return halves(function, *rest, first.real) + 1j * halves(function, *rest, first.imag)


def shift(samples, pixel_size, distance):
    def move(x):
        ramp = np.exp(-2j * np.pi * np.fft.rfftfreq(len(x), pixel_size) * distance)
        return np.fft.irfft(np.fft.rfft(x) * ramp, len(x))  # irfft drops the imaginary part at Nyquist

    return halves(move, samples)


def convolve_by_fft(f, g):
    return halves(lambda x, y: np.fft.irfft(np.fft.rfft(x) * np.fft.rfft(y), len(x)), f, g)


student_id = "  Example "
own_bin_spacing = float(f"{own_bin_spacing:.4g}")
own_second_bin = [float(f"{length:.4g}") for length in own_second_bin]
own_last_bin = np.round(own_last_bin, 4)
bin_spacing, last_bin, fine_bins = 0.007813, [2.032, 2.0], np.float64(26)
