"""Everything in single precision; shift as a matrix of moved Dirichlet kernels, convolution with SciPy's transform; another id."""

from scipy import fft as library


def spatial_frequencies(n, pixel_size):
    return np.fft.fftshift(np.fft.fftfreq(n, pixel_size)).astype(np.float32)


def bin_lengths(n, pixel_size, k):
    if not 0 <= k < (n + 1) // 2:
        raise ValueError(f"{k} is not between 0 and {(n + 1) // 2 - 1}")
    edges = np.minimum(np.array([k, k + 1], np.float32) / np.float32(n * pixel_size), np.float32(0.5 / pixel_size))
    with np.errstate(divide="ignore"):
        return tuple(np.float32(1) / edges)


def count_bins(n, pixel_size, longest, shortest):
    edges = np.arange((n + 1) // 2, dtype=np.float32) / np.float32(n * pixel_size)
    low, high = np.searchsorted(edges, np.array([1 / longest, 1 / shortest], np.float32))
    return int(high - low)


def linearity_error(of_f, of_g, of_mix, a, b):
    of_f, of_g, of_mix = (np.asarray(x).astype(np.complex64) for x in (of_f, of_g, of_mix))
    return np.float32(np.abs(np.float32(a) * of_f + np.float32(b) * of_g - of_mix).max() / np.abs(of_mix).max())


def scale_transform(frequencies, values, a):
    step = int(np.sign(a))
    frequencies = np.asarray(frequencies, np.float32)[::step] * np.float32(a)
    return frequencies, np.asarray(values).astype(np.complex64)[::step] / np.float32(abs(a))


def shift(samples, pixel_size, distance):
    samples = np.asarray(samples).astype(np.complex64)
    n = samples.size
    x = (np.arange(n)[:, np.newaxis] - np.arange(n) - distance / pixel_size) % n
    kernel = np.ones((n, n))
    for k in range(1, (n + 1) // 2):
        kernel += 2 * np.cos(2 * np.pi * k * x / n)
    if n % 2 == 0:
        kernel += np.cos(np.pi * (np.arange(n)[:, np.newaxis] - np.arange(n))) * np.cos(np.pi * distance / pixel_size)
    return (kernel / n).astype(np.float32) @ samples


def convolve_by_fft(f, g):
    f, g = (np.asarray(x).astype(np.complex64) for x in (f, g))
    return library.ifft(library.fft(f) * library.fft(g))


student_id = "abc12345"
mine = my_numbers(student_id)
own_bin_spacing = np.float32(1 / (mine["n"] * mine["pixel_size"]))
own_second_bin = np.array([mine["n"] * mine["pixel_size"], mine["n"] * mine["pixel_size"] / 2], np.float32)
own_last_bin = np.array(bin_lengths(mine["n"], mine["pixel_size"], int(np.ceil(mine["n"] / 2)) - 1))
own_coarse_bins = count_bins(mine["n"], mine["pixel_size"], mine["longest"], mine["middle"])
own_fine_bins = count_bins(mine["n"], mine["pixel_size"], mine["middle"], mine["shortest"])
