"""Hidden checks of fourier_bins. Oracles: numbers known by hand, waves written as cosines, plain sums, analytic transforms."""

import numpy as np
from hypothesis import strategies as st

from autograder.checks import as_array, between, cases, close, equal, fail, leaves_arguments_alone, raises, require, task

whole = st.integers(-4, 4)
gaussian_integers = st.builds(complex, whole, whole)
signals = st.lists(whole, min_size=1, max_size=9)
complex_signals = st.lists(gaussian_integers, min_size=3, max_size=3).map(np.array)
any_signals = st.one_of(st.lists(whole, min_size=3, max_size=3), complex_signals)
sizes = st.integers(1, 40)
powers_of_two = st.sampled_from([0.25, 0.5, 2.0, 4.0])
eighths = st.integers(-24, 24).map(lambda m: m / 8)
FOUR_DIGITS = 6e-4


def same_names(a, b):
    """Two lists of the same names in any order."""
    return sorted(a) == sorted(b)


EQUIVALENT = {"linear_steps": same_names}


def signal(n, imaginary=False):
    """Noise rounded to three decimals, complex on demand."""
    draw = np.random.default_rng(n).standard_normal
    return np.round(draw(n) + 1j * draw(n) if imaginary else draw(n), 3)


def near(got, expected, *, help=""):
    """Close, with a tolerance for single precision: 1e-4 of the largest value."""
    close(got, expected, rtol=0, atol=1e-4 * np.abs(expected).max() + 1e-9, help=help)


def pair(got, names):
    """The two things a function returns, or a failure."""
    right = isinstance(got, (tuple, list)) or (isinstance(got, np.ndarray) and got.ndim > 0)
    require(right and len(got) == 2, f"does not return a pair ({names})", got=got, help=f"End with `return {names}`.")
    return got[0], got[1]


# 1. spatial_frequencies


@task("spatial_frequencies", points=1)
def test_even_box(student):
    """Eight pixels of 2 Å have the frequencies −4/16 to 3/16 1/Å."""
    close(student.spatial_frequencies(8, 2.0), np.arange(-4, 4) / 16, atol=1e-7, unit="1/Å",
          help="Periods in the box, divided by the length of the box in Å.")


@task("spatial_frequencies", points=1)
def test_odd_box(student):
    """Seven pixels of 0.5 Å have the frequencies −3/3.5 to 3/3.5 1/Å: the axis of an odd box is symmetric."""
    close(student.spatial_frequencies(7, 0.5), np.arange(-3, 4) / 3.5, atol=1e-7, unit="1/Å",
          help="Start at -(n // 2) periods; neither end is Nyquist.")


@task("spatial_frequencies", points=2)
@cases([{"n": 49, "pixel_size": 1.06}, {"n": 98, "pixel_size": 0.83}, {"n": 103, "pixel_size": 1.5}, {"n": 107, "pixel_size": 4.0},
        {"n": 1, "pixel_size": 2.0}, {"n": 2, "pixel_size": 0.5}, {"n": 400, "pixel_size": 1.32}],
       n=sizes, pixel_size=powers_of_two)
def test_any_box(student, n, pixel_size):
    """There are n frequencies in steps of 1/(n·pixel_size), with 0 at index n // 2."""
    got = as_array(student.spatial_frequencies(n, pixel_size), shape=(n,), help="As many frequencies as pixels.")
    close(got, np.fft.fftshift(np.fft.fftfreq(n)) / pixel_size, rtol=1e-4, atol=1e-7, unit="1/Å",
          help="Cycles for each pixel, divided by the Å of a pixel.")


@task("spatial_frequencies", points=1)
@cases([{"n": 9, "pixel_size": 2.0, "index": 6}, {"n": 10, "pixel_size": 0.5, "index": 8}], n=st.integers(3, 16),
       pixel_size=powers_of_two, index=st.integers(0, 2))
def test_waves_fit_into_the_box(student, n, pixel_size, index):
    """Each frequency is that of a wave of which a whole number of periods fits into the box."""
    got = as_array(student.spatial_frequencies(n, pixel_size), shape=(n,))
    close(got[index] * n * pixel_size, index - n // 2, rtol=1e-4, atol=1e-4, help="Frequency times box length is the number of periods.")


# 2. bin_lengths


def ends(got, expected, help):
    """Check both lengths."""
    longest, shortest = pair(got, "longest, shortest")
    close(longest, expected[0], unit="Å", help=help)
    close(shortest, expected[1], unit="Å", help=help)


@task("bin_lengths", points=1)
@cases([{"n": 160, "pixel_size": 2.5}, {"n": 49, "pixel_size": 0.5}], n=st.integers(2, 40), pixel_size=powers_of_two)
def test_first_bin(student, n, pixel_size):
    """Bin 0 holds all lengths beyond the length of the box."""
    ends(student.bin_lengths(n, pixel_size, 0), (np.inf, n * pixel_size), "Bin 0 begins at frequency 0, so its longest length is infinite.")


@task("bin_lengths", points=1)
@cases([{"n": 160, "pixel_size": 2.5, "k": 4}, {"n": 49, "pixel_size": 0.5, "k": 7}, {"n": 98, "pixel_size": 1.06, "k": 20}],
       n=st.integers(12, 40), pixel_size=powers_of_two, k=st.integers(1, 4))
def test_bin_between(student, n, pixel_size, k):
    """Bin k holds the lengths from L/k down to L/(k + 1), with L the length of the box in Å."""
    box = n * pixel_size
    ends(student.bin_lengths(n, pixel_size, k), (box / k, box / (k + 1)), "The longer length comes first; the box is n·pixel_size long.")


@task("bin_lengths", points=1)
@cases([{"n": 160, "pixel_size": 2.5}, {"n": 98, "pixel_size": 0.83}, {"n": 2, "pixel_size": 2.0}],
       n=st.integers(2, 30).map(lambda half: 2 * half), pixel_size=powers_of_two)
def test_last_bin_of_an_even_box(student, n, pixel_size):
    """The last bin of an even box is as wide as the others and ends at a length of two pixels."""
    k = n // 2 - 1
    longest = n * pixel_size / k if k else np.inf
    ends(student.bin_lengths(n, pixel_size, k), (longest, 2 * pixel_size), "Nyquist, 1/(2·pixel_size), is where the last bin ends.")


@task("bin_lengths", points=2)
@cases([{"n": 49, "pixel_size": 0.5}, {"n": 103, "pixel_size": 1.06}, {"n": 1, "pixel_size": 2.0}, {"n": 3, "pixel_size": 2.0}],
       n=st.integers(1, 30).map(lambda half: 2 * half + 1), pixel_size=powers_of_two)
def test_last_bin_of_an_odd_box(student, n, pixel_size):
    """The last bin of an odd box is cut off at a length of two pixels, half as wide as the others."""
    k = n // 2
    longest = n * pixel_size / k if k else np.inf
    ends(student.bin_lengths(n, pixel_size, k), (longest, 2 * pixel_size), "For odd n the last bin would end half a step beyond Nyquist.")


@task("bin_lengths", points=1)
def test_bins_that_do_not_exist(student):
    """A bin that would begin at Nyquist or beyond, or below 0, is a ValueError."""
    for n, k in ((8, 4), (9, 5), (9, -1), (8, 100)):
        raises("ValueError", student.bin_lengths, n, 2.0, k)


# 3. count_bins


@task("count_bins", points=1)
def test_octaves_in_a_box_of_400(student):
    """160 pixels of 2.5 Å: between 24 and 12 Å begin bins 17 to 33, seventeen of them, between 12 and 6 Å thirty-three."""
    coarse, fine = student.count_bins(160, 2.5, 24.0, 12.0), student.count_bins(160, 2.5, 12.0, 6.0)
    equal(coarse, 17, help="Bin k begins at k/400 1/Å; the range is from 1/24 to 1/12 1/Å.")
    equal(fine, 33, help="Bin k begins at k/400 1/Å; the range is from 1/12 to 1/6 1/Å.")


@task("count_bins", points=1)
def test_other_ranges(student):
    """In boxes of 49, 98, 103 and 256 pixels of other sizes the bins that begin in a range are counted."""
    boxes = ((49, 0.5, 7.0, 3.0), (98, 2.0, 37.0, 11.0), (103, 1.3, 30.1, 5.3), (256, 0.83, 9.1, 3.3))
    counts = [student.count_bins(*box) for box in boxes]
    for count, (n, pixel_size, longest, shortest) in zip(counts, boxes, strict=True):
        begins = [k / (n * pixel_size) for k in range(n) if 2 * k < n]  # none of them close to an end of the range
        equal(count, sum(1 / longest <= s < 1 / shortest for s in begins),
              help=f"In {n} pixels of {pixel_size:g} Å, between {longest:g} and {shortest:g} Å; no negative bins.")


@task("count_bins", points=1)
def test_a_bin_at_the_end_counts_once(student):
    """A bin that begins exactly at the longer length counts, one that begins exactly at the shorter does not."""
    for n, pixel_size, longest, shortest, count in ((64, 0.5, 8.0, 4.0, 4), (128, 2.0, 32.0, 16.0, 8)):
        equal(student.count_bins(n, pixel_size, longest, shortest), count, help="1/longest <= s < 1/shortest: the lower end belongs to it.")


@task("count_bins", points=2)
@cases([{"n": 64, "pixel_size": 0.5}, {"n": 49, "pixel_size": 2.0}, {"n": 98, "pixel_size": 1.06}, {"n": 1, "pixel_size": 1.0}],
       n=sizes, pixel_size=powers_of_two)
def test_all_bins(student, n, pixel_size):
    """From infinity down to less than two pixels there are n/2 bins in an even box and (n + 1)/2 in an odd one."""
    equal(student.count_bins(n, pixel_size, np.inf, 1.5 * pixel_size), (n + 1) // 2,
          help="Bin 0 counts, and no bin begins at Nyquist or beyond, however fine the range.")


@task("count_bins", points=1)
def test_neighbouring_ranges_add_up(student):
    """Ranges that follow each other share no bin and miss none: in a box of 32 Å 1 + 6 + 8 bins make 15."""
    counts = [student.count_bins(64, 0.5, *ends) for ends in ((64.0, 16.0), (16.0, 4.0), (4.0, 2.0), (64.0, 2.0))]
    equal(counts, [1, 6, 8, 15], help="From 64 to 16, 16 to 4, 4 to 2 and 64 to 2 Å; of the two ends only the longer belongs to a range.")


# 4. box_and_bins


def two(got, expected, help):
    """A pair of lengths with four significant digits."""
    longest, shortest = pair(got, "longest, shortest")
    close(longest, expected[0], rtol=FOUR_DIGITS, unit="Å", help=help)
    close(shortest, expected[1], rtol=FOUR_DIGITS, unit="Å", help=help)


@task("box_and_bins", points=1)
def test_spacing(student):
    """bin_spacing is one over the length of the box of 128 Å."""
    close(student["bin_spacing"], 1 / 128, rtol=FOUR_DIGITS, atol=0, unit="1/Å", help="One more period in 128 Å.")


@task("box_and_bins", points=1)
def test_first_two_bins(student):
    """Bin 0 holds the lengths beyond 128 Å, bin 1 those from there to half of it."""
    two(student["first_bin"], (np.inf, 128), "It begins at frequency 0.")
    two(student["second_bin"], (128, 64), "From 1/128 to 2/128 1/Å.")


@task("box_and_bins", points=1)
def test_last_bin(student):
    """The last of 64 bins ends at Nyquist, which is a length of 2 Å, and begins one step before it."""
    two(student["last_bin"], (128 / 63, 2), "From 63/128 to 64/128 1/Å.")


@task("box_and_bins", points=2)
def test_counts(student):
    """coarse_bins and fine_bins are the bins that begin between 10 and 5 Å, and between 5 and 2.5 Å."""
    coarse, fine = student["coarse_bins"], student["fine_bins"]
    equal(coarse, len([k for k in range(64) if 12.8 <= k < 25.6]), help="Which k/128 lie between 1/10 and 1/5?")
    equal(fine, len([k for k in range(64) if 25.6 <= k < 51.2]), help="Which k/128 lie between 1/5 and 1/2.5?")


def own(student, reference):
    """The student's own numbers, and the length of the box in Å."""
    student_id = student["student_id"]
    require(isinstance(student_id, str) and bool(student_id.strip(" .")), "is not a name in quotes", got=student_id,
            help='Begin the cell with student_id = "...", your id as in the course list.')
    numbers = reference.my_numbers(student_id)
    return numbers, numbers["n"] * numbers["pixel_size"]


@task("box_and_bins", points=1)
def test_own_spacing(student, reference):
    """own_bin_spacing is one over the length of your own box in Å."""
    _, box = own(student, reference)
    close(student["own_bin_spacing"], 1 / box, rtol=FOUR_DIGITS, atol=0, unit="1/Å", help="The box is n·pixel_size long.")


@task("box_and_bins", points=1)
def test_own_second_bin(student, reference):
    """own_second_bin is the range of lengths of bin 1 of your own box."""
    _, box = own(student, reference)
    two(student["own_second_bin"], (box, box / 2), "The length of the box and half of it.")


@task("box_and_bins", points=1)
def test_own_last_bin(student, reference):
    """own_last_bin ends at two of your own pixels."""
    numbers, box = own(student, reference)
    last = max(k for k in range(numbers["n"]) if 2 * k < numbers["n"])
    two(student["own_last_bin"], (box / last, 2 * numbers["pixel_size"]), f"With n = {numbers['n']} the last bin is bin {last}.")


@task("box_and_bins", points=2)
def test_own_counts(student, reference):
    """own_coarse_bins and own_fine_bins are the bins that begin between your own lengths."""
    numbers, box = own(student, reference)
    coarse, fine = student["own_coarse_bins"], student["own_fine_bins"]
    begins = [k / box for k in range(numbers["n"]) if 2 * k < numbers["n"]]
    for got, longest, shortest in ((coarse, "longest", "middle"), (fine, "middle", "shortest")):
        count = sum(1 / numbers[longest] <= s < 1 / numbers[shortest] for s in begins)
        equal(got, count, help=f"From {numbers[longest]:g} to {numbers[shortest]:g} Å in your box of {box:g} Å.")


# 5. linearity_error


@task("linearity_error", points=1)
def test_a_linear_step(student):
    """The discrete Fourier transform deviates from linearity by rounding only."""
    f, g = signal(49), signal(98)[:49]
    got = student.linearity_error(np.fft.fft(f), np.fft.fft(g), np.fft.fft(2 * f - 3 * g), 2.0, -3.0)
    between(got, 0, 1e-5, help="The weights belong to the prediction: a times the first plus b times the second.")


@task("linearity_error", points=1)
def test_squares_are_not_linear(student):
    """Squaring is far from linear: from 1 and 2, with the weights 1 and 1, it makes 9 instead of 5, off by 4/9."""
    close(student.linearity_error([1.0], [4.0], [9.0], 1.0, 1.0), 4 / 9, help="The deviation is divided by the output for the mixture.")


@task("linearity_error", points=2)
@cases([{"of_f": [1, 2, 0], "of_g": [0, 1, 1], "of_mix": [2, 1, -8], "a": 2.0, "b": -3.0},
        {"of_f": [1, 1, 1], "of_g": [0, 4, 2], "of_mix": [1, -1, 0], "a": 0.5, "b": 0.25}],
       of_f=st.lists(whole, min_size=3, max_size=3), of_g=st.lists(whole, min_size=3, max_size=3),
       of_mix=st.lists(st.integers(-9, 9).filter(bool), min_size=3, max_size=3), a=eighths, b=eighths)
def test_largest_relative_deviation(student, of_f, of_g, of_mix, a, b):
    """It is the largest deviation, of either sign, over the largest output."""
    gap = max(abs(m - a * f - b * g) for f, g, m in zip(of_f, of_g, of_mix, strict=True))
    close(student.linearity_error(of_f, of_g, of_mix, a, b), gap / max(abs(m) for m in of_mix),
          help="Absolute values first, then the largest of each.")


@task("linearity_error", points=1)
def test_complex_outputs(student):
    """An imaginary part of an output counts: 3 + 4i where 0 is expected is off by 5."""
    of_f, of_g = np.array([1 + 1j, 2j, 0]), np.array([0, 1j, 0])
    close(student.linearity_error(of_f, of_g, np.array([1 + 1j, 8j, 3 + 4j]), 1.0, 1.0), 5 / 8,
          help="The absolute value of a complex number.")


# 6. linear_steps


@task("linear_steps", points=2)
def test_linear_steps(student):
    """linear_steps names all linear steps and no other."""
    got = student["linear_steps"]
    names = isinstance(got, (list, tuple)) and all(isinstance(name, str) for name in got)
    require(names, "is not a list of names in quotes", got=got)
    right = {"transform", "low_pass", "subtract_mean", "turn_contrast", "move_three_pixels"}
    others = {"power_spectrum", "normalise", "add_background"}
    wrong, lost = sorted(set(got) & others), sorted(right - set(got))
    if unknown := sorted(set(got) - right - others):
        fail(f"names {unknown[0]!r}, which is none of the steps", got=list(got), help="The names are the keys of `steps`.")
    if wrong:
        fail(f"names {wrong[0]!r}", got=list(got), help="What does that step make of 2 f, and of zero?")
    if lost:
        fail(f"leaves out {len(lost)} of the linear steps", got=list(got), help="A step may lose parts of a signal and still be linear.")


# 7. scale_transform


def scaled(student, frequencies, values, a):
    """The two arrays of the right shape."""
    got = pair(student.scale_transform(frequencies, values, a), "frequencies, values")
    return [as_array(part, shape=(len(frequencies),)) for part in got]


@task("scale_transform", points=1)
@cases([{"a": 2.0}, {"a": 0.25}], random=2, a=st.integers(1, 24).map(lambda m: m / 8))
def test_gaussian(student, a):
    """exp(-π (a x)²), narrower by a, has the transform exp(-π (s/a)²)/a, broader by a."""
    s = np.arange(-6, 7) / 4
    frequencies, values = scaled(student, s, np.exp(-np.pi * s**2), a)
    close(frequencies, a * s, unit="1/Å", help="What is narrower by a in x is broader by a in s.")
    close(values, np.exp(-np.pi * (frequencies / a) ** 2) / a, help="The value at frequency 0 is the area, and that is divided by a.")


@task("scale_transform", points=2)
@cases([{"a": -1.0}, {"a": -2.0}, {"a": 0.5}], a=eighths.filter(bool))
def test_off_centre(student, a):
    """The scaled transform of a Gaussian off the origin is right for positive and negative a."""
    s = np.arange(-5, 7) / 5
    frequencies, values = scaled(student, s, np.exp(-np.pi * s**2 - 2j * np.pi * s * 0.75), a)
    close(np.sort(frequencies), np.sort(a * s), unit="1/Å", help="Each frequency is multiplied by a.")
    expected = np.exp(-np.pi * (frequencies / a) ** 2 - 2j * np.pi * frequencies / a * 0.75) / abs(a)
    close(values, expected, help="G(s) = F(s/a)/|a|, and each value has to stay with its frequency.")


@task("scale_transform", points=1)
def test_ascending(student):
    """Frequencies ascend also for a negative factor, and values go with them."""
    frequencies, values = scaled(student, [-1.0, 0.0, 2.0], [3j, 6.0, 9.0], -3.0)
    close(frequencies, [-6, 0, 3], unit="1/Å", help="Multiplying by a negative number turns the order round; turn it back, in both arrays.")
    close(values, [3, 2, 1j], help="Values keep to their frequencies.")


@task("scale_transform", points=1)
def test_there_and_back(student):
    """Scaling by −4 and then by −1/4 gives back what there was."""
    s, F = np.array([-0.5, 0.0, 0.25, 1.0]), np.array([1 + 1j, 2, -1j, 0.5])
    frequencies, values = scaled(student, *scaled(student, s, F, -4.0), -0.25)
    close(frequencies, s, unit="1/Å")
    close(values, F, help="The factor is |a|, and it is in the denominator.")


@task("scale_transform", points=1)
def test_scale_leaves_its_arrays_alone(student):
    """scale_transform does not change the arrays it is given."""
    leaves_arguments_alone(student.scale_transform, np.array([-1.0, 0.0, 1.0]), np.array([1j, 4.0, -1j]), -2.0)


# 8. shift


def waves(n, pixel_size, distance, seed=0):
    """A sum of cosines of every frequency below Nyquist, moved by a distance, sampled."""
    rng = np.random.default_rng(n + seed)
    x = np.arange(n) * pixel_size - distance
    k = np.arange((n + 1) // 2)[:, np.newaxis]
    amplitude, phase = np.round(rng.uniform(0.5, 2, k.shape), 2), np.round(rng.uniform(-3, 3, k.shape), 2)
    return np.sum(amplitude * np.cos(2 * np.pi * k * x / (n * pixel_size) + phase), axis=0)


@task("shift", points=1)
@cases([{"n": 7, "pixels": 2}, {"n": 8, "pixels": 3}, {"n": 49, "pixels": -5}, {"n": 98, "pixels": 110}],
       n=st.integers(1, 12), pixels=whole)
def test_whole_pixels(student, n, pixels):
    """A shift by whole pixels moves the samples round the box, even or odd."""
    near(student.shift(signal(n), 2.0, 2.0 * pixels), np.roll(signal(n), pixels),
         help="Towards higher indices for a positive distance; what leaves the box comes in on the other side.")


@task("shift", points=2)
@cases([{"n": 49, "pixel_size": 1.06, "distance": 0.4}, {"n": 98, "pixel_size": 0.83, "distance": -3.3},
        {"n": 10, "pixel_size": 2.0, "distance": 1.0}, {"n": 9, "pixel_size": 0.5, "distance": 7.1}],
       n=st.integers(2, 12), pixel_size=powers_of_two, distance=eighths)
def test_fractions_of_a_pixel(student, n, pixel_size, distance):
    """A sum of waves moved by any distance is the same sum of waves later."""
    near(student.shift(waves(n, pixel_size, 0.0), pixel_size, distance), waves(n, pixel_size, distance),
         help="exp(-2πi s distance), with s in 1/Å in the order of the transform.")


@task("shift", points=2)
@cases([{"n": 8, "pixel_size": 2.0, "distance": 0.5}, {"n": 2, "pixel_size": 1.5, "distance": 1.0},
        {"n": 98, "pixel_size": 0.83, "distance": 0.4}],
       random=2, n=st.integers(1, 6).map(lambda half: 2 * half), pixel_size=powers_of_two, distance=eighths)
def test_nyquist(student, n, pixel_size, distance):
    """The wave 1, −1, 1, −1, … at Nyquist, also a complex multiple of it, is multiplied by cos(π·distance/pixel_size)."""
    wave = np.where(np.arange(n) % 2, -1.0, 1.0)
    got = as_array(student.shift(wave, pixel_size, distance), shape=(n,))
    close(got, np.cos(np.pi * distance / pixel_size) * wave, rtol=0, atol=2e-4,
          help="The mean of exp(-iπ distance/pixel_size) and exp(+iπ distance/pixel_size) is a cosine.")
    close(student.shift((1 + 2j) * wave, pixel_size, distance), np.cos(np.pi * distance / pixel_size) * (1 + 2j) * wave, rtol=0, atol=4e-4,
          help="The factor at Nyquist is the same cosine for complex samples.")


@task("shift", points=1)
@cases([{"n": 9}, {"n": 10}, {"n": 1}], random=2, n=st.integers(1, 12))
def test_complex_samples(student, n):
    """Complex samples are moved too, real and imaginary part alike."""
    real, imaginary = waves(n, 0.5, 0.0, 1), waves(n, 0.5, 0.0, 2)
    near(student.shift(real + 1j * imaginary, 0.5, 0.2), waves(n, 0.5, 0.2, 1) + 1j * waves(n, 0.5, 0.2, 2),
         help="Do not drop the imaginary part; with real transforms, treat real and imaginary part one after the other.")


@task("shift", points=1)
@cases([{"x": [3, -1, 4, 1, -5], "distance": 0.75}, {"x": [2], "distance": 5.0}], x=st.lists(whole, min_size=1, max_size=7).map(
    lambda x: x if len(x) % 2 else x + [1]), distance=eighths)
def test_there_and_back_again(student, x, distance):
    """In an odd box, moving there and back changes nothing, and the sum of the samples never changes."""
    moved = as_array(student.shift(x, 2.0, distance), shape=(len(x),))
    close(np.sum(moved), sum(x), atol=1e-3, help="The factor at frequency 0 is 1.")
    near(student.shift(moved, 2.0, -distance), np.asarray(x), help="All phase factors have the absolute value 1.")


@task("shift", points=1)
def test_long_distance(student):
    """A distance of the whole box, or three of them, changes nothing."""
    for boxes in (1, -3):
        near(student.shift(signal(49), 1.5, boxes * 49 * 1.5), signal(49), help="The box is n·pixel_size long, and periodic.")


@task("shift", points=1)
def test_shift_leaves_its_samples_alone(student):
    """shift does not change the array it is given."""
    leaves_arguments_alone(student.shift, signal(8, imaginary=True), 2.0, 1.5)


# 9. convolve_by_fft


def circular(f, g):
    """The definition as a double sum."""
    n = len(f)
    return np.array([sum(f[j] * g[(m - j) % n] for j in range(n)) for m in range(n)])


@task("convolve_by_fft", points=1)
@cases([{"g": [1, 2, 3, 4, 5, 6], "j": 2}, {"g": [5, 4, 3, 2, 1], "j": 1}, {"g": [3], "j": 0}], g=signals, j=st.integers(0, 8))
def test_impulse(student, g, j):
    """Convolution with an impulse at index j moves a signal j places on, round the box."""
    impulse = [int(m == j % len(g)) for m in range(len(g))]
    close(student.convolve_by_fft(impulse, g), np.roll(g, j), atol=1e-3, help="The origin is index 0.")


@task("convolve_by_fft", points=2)
@cases([{"f": signal(n), "g": signal(n + 1)[:n]} for n in (49, 7, 98, 2, 1)],
       f=st.lists(whole, min_size=3, max_size=3), g=st.lists(whole, min_size=3, max_size=3))
def test_definition(student, f, g):
    """The result is the double sum of the definition, for every length."""
    near(student.convolve_by_fft(f, g), circular(f, g), help="Round the box, with nothing divided, g turned round and f not.")


@task("convolve_by_fft", points=1)
@cases([{"f": np.array([1j, 0, 2]), "g": np.array([1, 1 + 1j, 0])}, {"f": [1, -2, 3], "g": np.array([1j, 2, 1 - 1j])},
        {"f": np.array([1j, 2, 1 - 1j]), "g": [1, -2, 3]}], f=any_signals, g=any_signals)
def test_complex_signals(student, f, g):
    """Complex signals, both or only one of them, are convolved too, without any conjugate."""
    near(student.convolve_by_fft(f, g), circular(f, g), help="No complex conjugate, and no lost imaginary part.")


@task("convolve_by_fft", points=1)
def test_area(student):
    """The sum of the result is the product of the two sums."""
    f, g = [1, 2, 3, 4], [0.5, 0, 0, 2]
    got = as_array(student.convolve_by_fft(f, g), shape=(4,))
    close(np.sum(got), 25.0, atol=1e-3, help="Nothing is divided by n.")


@task("convolve_by_fft", points=1)
def test_long_signals(student):
    """Signals of 32768 samples are convolved within the time of one call."""
    n = 2**15
    f, g = signal(n), np.zeros(n)
    g[[0, 1, n - 1]] = 2.0, 1.0, -0.5
    near(student.convolve_by_fft(f, g), 2 * f + np.roll(f, 1) - 0.5 * np.roll(f, -1), help="Three transforms, not a double loop.")


@task("convolve_by_fft", points=1)
def test_convolve_leaves_its_signals_alone(student):
    """convolve_by_fft does not change the arrays it is given."""
    leaves_arguments_alone(student.convolve_by_fft, signal(8, imaginary=True), signal(9, imaginary=True)[:8])
