"""Hidden checks of dft_vs_fft. Oracles: numpy's FFT, analytic transforms, Parseval's theorem, plain sums."""

import cmath
import math

import numpy as np
from hypothesis import strategies as st

from autograder.checks import as_array, between, cases, close, fail, leaves_arguments_alone, require, task

LENGTHS = (1, 2, 3, 5, 7, 49, 64, 98, 103)
SHAPES = ((3, 5), (2, 3), (3, 2), (1, 1), (1, 5), (5, 1), (4, 4), (7, 4), (6, 9), (5, 5))

whole = st.integers(-4, 4)
signals = st.lists(whole, min_size=1, max_size=12)
gaussian_integers = st.builds(complex, whole, whole)
complex_signals = st.lists(gaussian_integers, min_size=1, max_size=9).map(np.array)
eighths = st.integers(-24, 24).map(lambda n: n / 8)
spacings = st.integers(1, 20).map(lambda n: n / 8)


def images(pixels):
    """Images of one to four rows and columns."""
    return st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
        lambda shape: st.lists(st.lists(pixels, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]))


def signal(*shape, imaginary=False):
    """Noise rounded to three decimals, complex on demand."""
    draw = np.random.default_rng(sum(shape)).standard_normal
    return np.round(draw(shape) + 1j * draw(shape) if imaginary else draw(shape), 3)


def near(got, expected, *, help=""):
    """Close, with a tolerance for single precision: 1e-4 of the largest value."""
    close(got, expected, rtol=0, atol=1e-4 * np.abs(expected).max() + 1e-9, help=help)


def pair(got, names):
    """The two things a function returns, or a failure."""
    right = isinstance(got, (tuple, list)) or (isinstance(got, np.ndarray) and got.ndim > 0)
    require(right and len(got) == 2, f"does not return a pair ({names})", got=got, help=f"End with `return {names}`.")
    return got[0], got[1]


# 1. dft


@task("dft", points=1)
@cases([{"x": [1, 2, 3, 4, 5]}, {"x": [7]}], x=signals)
def test_frequency_zero_is_the_sum(student, x):
    """X[0], the value at frequency 0, is the sum of all samples."""
    X = as_array(student.dft(x), shape=(len(x),))
    close(X[0], sum(x), atol=1e-3, help="No factor stands in front of the forward sum, and frequency 0 comes first.")


@task("dft", points=1)
def test_one_wave_gives_one_peak(student):
    """The wave exp(+2πi 3m/7) has its whole transform, 7, at index 3."""
    wave = np.exp(2j * np.pi * 3 * np.arange(7) / 7)
    near(student.dft(wave), [0, 0, 0, 7, 0, 0, 0], help="A peak at index 4 = 7 - 3 means that the exponent has the other sign.")


@task("dft", points=2)
@cases([{"x": signal(n)} for n in LENGTHS], x=signals)
def test_dft_of_real_signals_agrees_with_the_library(student, x):
    """dft gives what numpy's FFT gives for real signals of any length."""
    near(student.dft(x), np.fft.fft(x), help="Check the sign of the exponent, the factor in front and that the result is complex.")


@task("dft", points=1)
@cases([{"x": signal(n, imaginary=True)} for n in (7, 2, 1, 49, 64)], x=complex_signals)
def test_dft_of_complex_signals(student, x):
    """dft takes complex signals as well."""
    near(student.dft(x), np.fft.fft(x), help="An imaginary part of the input counts: do not convert it to float.")


@task("dft", points=1)
@cases([{"x": signal(98)}, {"x": signal(103).astype(np.float32)}], x=signals)
def test_parseval(student, x):
    """The sum of |X|² is N times the sum of |x|² (Parseval)."""
    X = as_array(student.dft(x), shape=(len(x),))
    right = len(x) * np.sum(np.abs(np.asarray(x, dtype=float)) ** 2)
    close(np.sum(np.abs(X.astype(complex)) ** 2), right, rtol=1e-3, atol=1e-3,
          help="The factor N in this theorem goes with a forward sum that has no factor.")


@task("dft", points=1)
def test_dft_leaves_its_signal_alone(student):
    """dft does not change the array it is given."""
    leaves_arguments_alone(student.dft, signal(8, imaginary=True))


# 2. idft


@task("idft", points=1)
@cases([{"n": 5}, {"n": 1}, {"n": 4}], n=st.integers(1, 12))
def test_idft_of_a_lone_zero_frequency(student, n):
    """N at frequency 0 and nothing else is the constant signal 1."""
    near(student.idft([n] + [0] * (n - 1)), np.ones(n), help="The factor 1/N belongs to the inverse.")


@task("idft", points=2)
@cases([{"X": signal(n, imaginary=True)} for n in LENGTHS], X=complex_signals)
def test_idft_agrees_with_the_library(student, X):
    """idft gives what numpy's inverse gives, complex result included."""
    near(student.idft(X), np.fft.ifft(X), help="Check the sign of the exponent (+), the factor 1/N and that the result stays complex.")


@task("idft", points=2)
@cases([{"x": signal(7)}, {"x": signal(8, imaginary=True)}, {"x": [3]}], x=signals)
def test_there_and_back(student, x):
    """idft(dft(x)) is x again."""
    X = as_array(student.dft(x), shape=(len(x),))
    near(student.idft(X), np.asarray(x), help="The two exponents have opposite signs, and the two factors multiply to 1/N.")


# 3. fft


@task("fft", points=2)
@cases([{"x": signal(n)} for n in (1, 2, 4, 8, 64, 128)], x=st.sampled_from([1, 2, 4, 8]).flatmap(
    lambda n: st.lists(whole, min_size=n, max_size=n)))
def test_fft_of_powers_of_two(student, x):
    """fft is right for lengths that are a power of two."""
    near(student.fft(x), np.fft.fft(x),
         help="Check the twiddle factor exp(-2πi k/N), the minus in the second half, and the even/odd split.")


@task("fft", points=2)
@cases([{"x": signal(n)} for n in (3, 5, 6, 7, 12, 49, 98, 103)], x=signals)
def test_fft_of_other_lengths(student, x):
    """fft is right for every other length too: odd, prime, 2·49."""
    near(student.fft(x), np.fft.fft(x),
         help="An odd length cannot be split in two equal halves; the plain sum is right there, padding is not.")


@task("fft", points=1)
@cases([{"n": 3}, {"n": 100}, {"n": 49}], n=st.integers(1, 40))
def test_fft_keeps_the_length(student, n):
    """fft returns as many values as it was given."""
    as_array(student.fft(signal(n)), shape=(n,), help="Do not pad or cut the signal to a power of two.")


@task("fft", points=1)
@cases([{"x": signal(n, imaginary=True)} for n in (8, 7, 98)], x=complex_signals)
def test_fft_of_complex_signals(student, x):
    """fft takes complex signals as well."""
    near(student.fft(x), np.fft.fft(x), help="An imaginary part of the input counts: do not convert it to float.")


@task("fft", points=1)
def test_fft_of_a_long_signal(student):
    """fft transforms 16384 samples correctly and within the time of one call."""
    x = signal(2**14)
    near(student.fft(x), np.fft.fft(x), help="Split down to short signals; do not hand a power of two to the plain sum.")


@task("fft", points=1)
def test_fft_leaves_its_signal_alone(student):
    """fft does not change the array it is given."""
    leaves_arguments_alone(student.fft, signal(8, imaginary=True), help="A transform in place must start from a copy.")


# 4. dft2


@task("dft2", points=1)
def test_one_plane_wave(student):
    """A plane wave with 1 period down and 2 across, on 4 rows and 6 columns, is the peak 24 at [1, 2]."""
    y, x = np.mgrid[:4, :6]
    peak = np.zeros((4, 6))
    peak[1, 2] = 24
    near(student.dft2(np.exp(2j * np.pi * (y / 4 + 2 * x / 6))), peak, help="Rows and columns each have their own length.")


@task("dft2", points=2)
@cases([{"image": signal(*shape)} for shape in SHAPES], image=images(whole))
def test_dft2_agrees_with_the_library(student, image):
    """dft2 gives what numpy's fft2 gives, for square and other images."""
    near(student.dft2(image), np.fft.fft2(image),
         help="Both axes are transformed, each with its own length, and the result has the image's shape.")


@task("dft2", points=1)
@cases([{"image": signal(3, 4, imaginary=True)}, {"image": signal(5, 2, imaginary=True)}], image=images(gaussian_integers).map(np.array))
def test_dft2_of_complex_images(student, image):
    """dft2 takes complex images as well."""
    near(student.dft2(image), np.fft.fft2(image), help="The rows' transforms are complex, and so may the image be.")


@task("dft2", points=1)
def test_dft2_of_an_impulse(student):
    """An impulse at row 1, column 2 of 3 rows and 5 columns becomes exp(-2πi (ky/3 + 2 kx/5))."""
    image = [[0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0]]
    ky, kx = np.mgrid[:3, :5]
    near(student.dft2(image), np.exp(-2j * np.pi * (ky / 3 + 2 * kx / 5)),
         help="Both axes take the minus sign, each with its own length; a nested list of whole numbers is an image too.")


@task("dft2", points=1)
def test_dft2_leaves_its_image_alone(student):
    """dft2 does not change the image it is given."""
    leaves_arguments_alone(student.dft2, signal(4, 6, imaginary=True))


# 5. error_floor


def logarithm(value, low, high):
    """A measured log10 of an error, with the usual slip named."""
    value = as_array(value, shape=())
    if value.dtype.kind != "c" and 0 < float(value) < 1e-3:
        fail(f"is {float(value):.2g}, the error itself", got=float(value), help="Report its base-10 logarithm: 1e-15 is -15.")
    between(value, low, high, help="In double precision, relative to the largest value.")


@task("error_floor", points=1)
def test_dft_error(student):
    """dft_log10_error is a double-precision error."""
    logarithm(student["dft_log10_error"], -17, -10)


@task("error_floor", points=1)
def test_fft_error(student):
    """fft_log10_error is a double-precision error."""
    logarithm(student["fft_log10_error"], -17, -10)


# 6. fit_power_law


@task("fit_power_law", points=1)
def test_exact_square(student):
    """Times of exactly 2e-8 N² seconds have the exponent 2 and the prefactor 2e-8."""
    sizes = np.array([64, 128, 256, 512])
    law(student.fit_power_law(sizes, 2e-8 * sizes**2.0), 2, 2e-8)


@task("fit_power_law", points=1)
@cases([{"sizes": [1024, 10, 100], "exponent": 1.25, "prefactor": 3.0}, {"sizes": [49, 98], "exponent": 0.5, "prefactor": 0.125}],
       sizes=st.lists(st.integers(2, 64), min_size=2, max_size=5, unique=True), exponent=st.integers(1, 24).map(lambda n: n / 8),
       prefactor=st.integers(1, 16).map(lambda n: n / 4))
def test_any_exact_law(student, sizes, exponent, prefactor):
    """An exact power law comes back, whatever the order of the sizes."""
    law(student.fit_power_law(sizes, [prefactor * size**exponent for size in sizes]), exponent, prefactor)


@task("fit_power_law", points=2)
@cases([{"seconds": [1.0, 3.0, 4.0, 30.0]}, {"seconds": [0.002, 0.001, 0.03, 0.03]}],
       seconds=st.lists(st.integers(1, 40).map(float), min_size=4, max_size=4))
def test_scattered_times(student, seconds):
    """Through times that scatter goes the least-squares line of log(seconds) on log(sizes)."""
    sizes = [16, 64, 128, 1024]
    x, y = np.log(sizes) - np.mean(np.log(sizes)), np.log(seconds)
    slope = np.sum(x * y) / np.sum(x * x)
    law(student.fit_power_law(sizes, seconds), slope, np.exp(np.mean(y) - slope * np.mean(np.log(sizes))))


def law(got, exponent, prefactor):
    """Check exponent and prefactor."""
    exponent_got, prefactor_got = pair(got, "exponent, prefactor")
    close(exponent_got, exponent, rtol=1e-3, atol=1e-4,
          help="The exponent, which comes first, is the slope in the plane of the two logarithms.")
    close(prefactor_got, prefactor, rtol=2e-3, atol=0, unit="s",
          help="The prefactor is a time: undo the logarithm, in the base you took it in.")


# 7. speed_up


@task("speed_up", points=1)
def test_dft_exponent(student):
    """The time of a plain DFT grows about as the square of the length."""
    between(student["dft_exponent"], 1.2, 2.8, help="Far below 2, the lengths were too short; far above, memory ran short.")


@task("speed_up", points=1)
def test_predicted_speed_up(student):
    """At N = 2048 theory predicts N / log2(N)."""
    close(student["predicted_speed_up"], 2048 / 11, rtol=0.01, help="N²/(N log2 N), with the logarithm to base 2.")


@task("speed_up", points=1)
def test_measured_speed_up(student):
    """At N = 2048 the library beats the plain sum by more than 5 and less than 10 million times."""
    between(student["measured_speed_up"], 5, 1e7, help="Seconds of your dft over seconds of np.fft.fft, not the other way round.")


# 8. continuous_transform


def positions(n, spacing):
    """Where the samples lie, Å."""
    return (np.arange(n) - n // 2) * spacing


def transform(student, samples, spacing):
    """Frequencies and values as arrays of the right shape."""
    frequencies, values = pair(student.continuous_transform(samples, spacing), "frequencies, values")
    return as_array(frequencies, shape=(len(samples),)), as_array(values, shape=(len(samples),))


def nearly(got, expected, atol=1e-3):
    """Values within an absolute tolerance that sampling allows."""
    close(got, expected, rtol=0, atol=atol,
          help="Origin to index 0 before the transform, frequency 0 to index n // 2 after it, times the spacing.")


@task("continuous_transform", points=2)
@cases([{"n": 64, "spacing": 1.5}, {"n": 49, "spacing": 1.0}, {"n": 98, "spacing": 0.5}, {"n": 103, "spacing": 1.06},
        {"n": 1, "spacing": 2.0}, {"n": 6, "spacing": 0.25}], n=st.integers(2, 12), spacing=spacings)
def test_frequencies(student, n, spacing):
    """The n frequencies ascend in steps of 1/(n·spacing), with 0 at index n // 2."""
    frequencies, _ = pair(student.continuous_transform(signal(n), spacing), "frequencies, values")
    close(frequencies, positions(n, 1.0) / (n * spacing), rtol=1e-4, atol=1e-6, unit="1/Å",
          help="Cycles per pixel divided by the spacing, n of them, ascending.")


@task("continuous_transform", points=1)
def test_centred_gaussian_even(student):
    """exp(-π (x/4)²) at 32 points, 1 Å apart, has the transform 4 exp(-π (4s)²): real, positive, without alternating signs."""
    x = positions(32, 1.0)
    _, values = transform(student, np.exp(-np.pi * (x / 4) ** 2), 1.0)
    nearly(values, 4 * np.exp(-np.pi * (4 * x / 32) ** 2))


@task("continuous_transform", points=1)
@cases([{"n": 33}, {"n": 49}, {"n": 103}], random=1, n=st.integers(15, 25).map(lambda half: 2 * half + 1))
def test_centred_gaussian_odd(student, n):
    """The same Gaussian at an odd number of points gives the same curve."""
    _, values = transform(student, np.exp(-np.pi * (positions(n, 1.0) / 4) ** 2), 1.0)
    nearly(values, 4 * np.exp(-np.pi * (4 * positions(n, 1.0) / n) ** 2))


@task("continuous_transform", points=1)
@cases([{"n": 98, "spacing": 0.5, "pixels": 6}, {"n": 49, "spacing": 2.5, "pixels": 5}, {"n": 30, "spacing": 0.125, "pixels": 4}],
       n=st.integers(40, 60), spacing=spacings, pixels=st.integers(4, 8))
def test_amplitude(student, n, spacing, pixels):
    """The transform at frequency 0 is the area under the curve, whatever the spacing and the number of samples."""
    width = pixels * spacing
    _, values = transform(student, np.exp(-np.pi * (positions(n, spacing) / width) ** 2), spacing)
    close(values[n // 2], width, rtol=1e-3, atol=1e-3, help="A sum becomes an integral when it is multiplied by dx, the spacing in Å.")


@task("continuous_transform", points=1)
@cases([{"n": 64, "shift": 3.0}, {"n": 49, "shift": -2.5}], random=1, n=st.integers(40, 60), shift=st.integers(-4, 4).map(lambda n: n / 2))
def test_shifted_gaussian(student, n, shift):
    """exp(-π ((x-a)/2)²), shifted by a, has the phase factor exp(-2πi s a)."""
    s = positions(n, 1.0) / (n * 0.5)
    _, values = transform(student, np.exp(-np.pi * ((positions(n, 0.5) - shift) / 2) ** 2), 0.5)
    nearly(values, 2 * np.exp(-np.pi * (2 * s) ** 2) * np.exp(-2j * np.pi * s * shift))


@task("continuous_transform", points=1)
def test_box(student):
    """A box 9 Å wide and 1 high has the transform 9 sinc(9s): compared within 0.1 Å at low frequency, where sampling does little harm."""
    n, spacing = 98, 0.2
    x = positions(n, spacing)
    _, values = transform(student, (np.abs(x) < 4.5).astype(float), spacing)  # 45 samples of 0.2 Å
    s = x / (n * spacing**2)
    low = np.abs(s) < 0.3
    nearly(values[low], 9 * np.sinc(9 * s[low]), atol=0.1)


@task("continuous_transform", points=1)
def test_complex_samples(student):
    """Multiplying by exp(+2πi x/4) moves the peak of a Gaussian's transform from 0 to 1/4 per Å."""
    x = positions(40, 0.5)
    _, values = transform(student, np.exp(-np.pi * (x / 3) ** 2) * np.exp(2j * np.pi * x / 4), 0.5)
    nearly(values, 3 * np.exp(-np.pi * 9 * (positions(40, 1.0) / 20 - 0.25) ** 2))


@task("continuous_transform", points=2)
@cases([{"samples": signal(n), "spacing": d} for n, d in ((98, 1.5), (49, 1.0), (1, 2.0), (7, 0.5), (6, 1.25))],
       samples=signals, spacing=spacings)
def test_the_sum_itself(student, samples, spacing):
    """At its own frequencies the result is the sum of f(x) exp(-2πi s x) times the spacing, exactly."""
    x = positions(len(samples), spacing)
    s = x / (len(samples) * spacing**2)
    _, values = transform(student, samples, spacing)
    near(values, spacing * np.exp(-2j * np.pi * np.outer(s, x)) @ np.asarray(samples),
         help="Even and odd n put the origin at index n // 2.")


# 9. analytic_error


@task("analytic_error", points=1)
def test_coarse_error(student):
    """At a spacing of 0.25 Å the error is that of the alias at Nyquist, exp(-4π)."""
    value = as_array(student["log10_error_coarse"], shape=())
    if value.dtype.kind != "c" and 0 < float(value) < 1e-3:
        fail("is the error itself", got=float(value), help="Report its base-10 logarithm: 1e-5 is -5.")
    close(value, -4 * math.pi / math.log(10), rtol=0, atol=0.06,
          help="The largest absolute difference over all 64 frequencies, then log10.")


@task("analytic_error", points=1)
def test_fine_error(student):
    """At a spacing of 0.125 Å nothing but rounding is left."""
    logarithm(student["log10_error_fine"], -18, -14)


# 10. predict_fft_seconds


@task("predict_fft_seconds", points=1)
def test_doubling_the_side_of_a_cube(student):
    """From 256³ to 512³ voxels a time of 0.5 s becomes 4.5 s, nine times as long."""
    close(student.predict_fft_seconds(0.5, (256, 256, 256), (512, 512, 512)), 4.5, unit="s", help="512³·27 over 256³·24.")


@task("predict_fft_seconds", points=1)
def test_image_and_volume_of_as_many_numbers(student):
    """A volume of 256³ voxels takes as long as an image of 4096² pixels."""
    close(student.predict_fft_seconds(0.25, (4096, 4096), (256, 256, 256)), 0.25, unit="s",
          help="Only the number of pixels or voxels counts.")


@task("predict_fft_seconds", points=1)
@cases([{"shape": (512, 64), "new_shape": (100, 30, 7)}, {"shape": (98,), "new_shape": (49, 49)}, {"shape": (7, 7), "new_shape": (1, 1)}],
       shape=st.lists(st.integers(2, 64), min_size=1, max_size=3).map(tuple),
       new_shape=st.lists(st.integers(1, 64), min_size=1, max_size=3).map(tuple))
def test_any_shapes(student, shape, new_shape):
    """Between any two shapes the time goes as N·log N, with N the number of all elements."""
    n, m = math.prod(shape), math.prod(new_shape)
    close(student.predict_fft_seconds(2.0, shape, new_shape), 2 * m * math.log(m) / (n * math.log(n)), unit="s",
          help="N is the product of all sides, in the factor N and in the logarithm.")


# 11. file_sizes


@task("file_sizes", points=1)
def test_micrograph_bytes(student):
    """micrograph_bytes counts four bytes a pixel."""
    close(student["micrograph_bytes"], 4096**2 * 4, rtol=0, atol=0.5, unit="bytes",
          help="Count the pixels, then multiply by the bytes of one.")


@task("file_sizes", points=1)
def test_half_transform_bytes(student):
    """half_transform_bytes counts eight bytes a number, for half of the columns and one more."""
    close(student["half_transform_bytes"], 4096 * 2049 * 8, rtol=0, atol=0.5, unit="bytes",
          help="Count the complex numbers that rfft2 returns, then multiply by the bytes of one.")


# 12. measured_ratios


@task("measured_ratios", points=1)
def test_volume_over_image(student):
    """A volume takes about as long as an image with as many pixels: the ratio lies within a factor of 20."""
    between(student["volume_over_image"], 0.05, 20, help='measure()["rfftn"] / measure()["rfft2"]')


@task("measured_ratios", points=1)
def test_read_over_image(student):
    """Reading the image takes between a thousandth and a thousand times as long as transforming it."""
    between(student["read_over_image"], 1e-3, 1e3, help='measure()["read"] / measure()["rfft2"]')


@task("measured_ratios", points=1)
def test_rotate_over_image(student):
    """Rotating the image with cubic interpolation takes between a tenth and a thousand times as long as transforming it."""
    between(student["rotate_over_image"], 0.1, 1e3, help='measure()["rotate"] / measure()["rfft2"]')


# 13. nudft


@task("nudft", points=1)
@cases([{"x": signal(7)}, {"x": signal(8, imaginary=True)}, {"x": [5]}], x=signals)
def test_on_the_grid(student, x):
    """On positions 0 … N-1 and frequencies k/N it is the DFT."""
    n = len(x)
    near(student.nudft(np.arange(n), x, np.arange(n) / n), np.fft.fft(x), help="No factor in front, and 2π in the exponent.")


@task("nudft", points=1)
@cases([{"position": 0.25, "frequency": 1.0}, {"position": -1.5, "frequency": 0.125}], position=eighths, frequency=eighths)
def test_one_sample(student, position, frequency):
    """A single sample 1 at x gives exp(-2πi s x), here at s and at -s/2."""
    frequencies = [frequency, -frequency / 2]
    close(student.nudft([position], [1.0], frequencies), [cmath.exp(-2j * math.pi * position * s) for s in frequencies], rtol=0, atol=1e-4,
          help="The phase is -2π times frequency times position.")


@task("nudft", points=2)
@cases([{"samples": [(0.3, 1.0), (2.25, -2.0), (-1.7, 0.5)], "frequencies": [0.0, 0.4, -0.4, 1.3, 7.25]},
        {"samples": [(3.5, 1.0), (0.0, 2.0)], "frequencies": [0.1]}, {"samples": [(0.5, 3.0)], "frequencies": [0.0, 0.5]}],
       samples=st.lists(st.tuples(eighths, whole), min_size=1, max_size=5), frequencies=st.lists(eighths, min_size=1, max_size=4))
def test_any_positions_and_frequencies(student, samples, frequencies):
    """At any frequencies it is the sum over samples at any positions."""
    x, f = [one[0] for one in samples], [one[1] for one in samples]
    expected = [sum(v * cmath.exp(-2j * math.pi * s * p) for p, v in samples) for s in frequencies]
    close(student.nudft(x, f, frequencies), expected, rtol=1e-4, atol=1e-3, help="One value for each frequency; positions are not indices.")


@task("nudft", points=1)
@cases([{"values": np.array([1 + 2j, -1j, 0.5])}, {"values": np.array([2j, 0, 0])}],
       values=st.lists(gaussian_integers, min_size=3, max_size=3).map(np.array))
def test_nudft_of_complex_values(student, values):
    """nudft takes complex values as well."""
    x, s = [0.25, 1.5, -0.75], [0.5, -0.25, 0.0, 1.0]
    close(student.nudft(x, values, s), np.exp(-2j * np.pi * np.outer(s, x)) @ values, rtol=1e-4, atol=1e-3,
          help="An imaginary part of the values counts.")
