"""Checks of particle_picking. Oracles: sums over the template's pixels, np.corrcoef, analytic Gaussians, greedy search, simulated truth."""

import importlib.util
from pathlib import Path

import mrcfile
import numpy as np
from hypothesis import strategies as st
from scipy import optimize, special

from autograder.checks import as_array, cases, close, equal, fail, leaves_arguments_alone, require, task

_spec = importlib.util.spec_from_file_location("particle_picking_data", Path(__file__).with_name("make_data.py"))
simulation = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(simulation)


def alike(a, b):
    """Two turned templates that differ by no more than the interpolation."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return a.shape == b.shape and bool(np.max(np.abs(a - b)) <= 0.03 * np.max(np.abs(b)))


EQUIVALENT = {"rotate_template": alike}


def noise(shape, seed=0, complex_values=False):
    real, imaginary = np.random.default_rng(seed).standard_normal((2, *np.atleast_1d(shape)))
    return real + 1j * imaginary if complex_values else real


def small(shape, seed, complex_values=False):
    """Noise in halves, which a report can show."""
    return np.round(4 * noise(shape, seed, complex_values)) / 2


def correlation(image, template):
    """One moved copy of the image for every pixel of the template."""
    return sum(np.conj(template[y, x]) * np.roll(image, (-y, -x), axis=(0, 1)) for y, x in np.ndindex(template.shape))


def near(got, expected, **words):
    """Close on the scale of the largest value: a transform spreads its rounding error over the whole map."""
    close(got, expected, atol=1e-4 * max(1.0, float(np.max(np.abs(expected)))), **words)


def shapes():
    """Shapes of small images: even, odd, a single row."""
    return st.sampled_from([(1, 3), (2, 3), (4, 3), (4, 5), (5, 4), (3, 7), (6, 6), (1, 7), (7, 7)])


SHAPES = [{"shape": shape, "seed": seed} for seed, shape in enumerate([(4, 5), (7, 3), (1, 6), (6, 6)])]


# -- correlate_by_sums


@task("correlate_by_sums", points=2)
@cases(SHAPES, random=2, shape=shapes(), seed=st.integers(0, 9))
def test_sums_of_real_images(student, shape, seed):
    """For real images of any shape each value is the sum of products at that shift, round the edges."""
    image, template = small(shape, seed), small(shape, seed + 50)
    near(student.correlate_by_sums(image, template), correlation(image, template), help="The image's index is y + ky, modulo the rows.")


@task("correlate_by_sums", points=1)
@cases(SHAPES, random=0, shape=shapes(), seed=st.integers(0, 9))
def test_sums_of_complex_images(student, shape, seed):
    """For complex images the template is conjugated, and only the template."""
    image, template = small(shape, seed, True), small(shape, seed + 50, True)
    near(student.correlate_by_sums(image, template), correlation(image, template), help="The star stands at the template.")


@task("correlate_by_sums", points=1)
def test_sums_peak_is_the_energy(student):
    """A template moved by (2, −1) gives its own sum of squares at [2, Nx − 1]; lists and 8-bit pixels are fine."""
    template = noise((5, 6), 3).round(2)
    got = as_array(student.correlate_by_sums(np.roll(template, (2, -1), axis=(0, 1)).tolist(), template.tolist()), shape=(5, 6))
    close(got[2, 5], np.sum(template**2), help="Is the peak at minus the shift?")
    pixels = np.array([[200, 100]], dtype=np.uint8)
    close(student.correlate_by_sums(pixels, pixels), [[50000, 40000]], help="8-bit numbers overflow at 255: make floats of them first.")
    leaves_arguments_alone(student.correlate_by_sums, template, template)


# -- reflect


@task("reflect", points=2)
@cases(SHAPES, random=2, shape=shapes(), seed=st.integers(0, 9))
def test_convolution_with_the_reflected(student, shape, seed):
    """Convolving with the reflected template is correlating with the template, for every shape."""
    image, template = small(shape, seed), small(shape, seed + 50)
    reflected = as_array(student.reflect(template), shape=shape)
    near(np.fft.ifft2(np.fft.fft2(image) * np.fft.fft2(reflected)), correlation(image, template),
         help="Index −n modulo N: 0 stays where it is, in rows and in columns.")


@task("reflect", points=1)
def test_reflect_complex(student):
    """For a complex template the reflected one is also conjugated."""
    template = noise((4, 3), 5, True)
    close(student.reflect(template), [[np.conj(template[-y % 4, -x % 3]) for x in range(3)] for y in range(4)],
          help="In c the template stands conjugated; the convolution conjugates nothing.")


@task("reflect", points=1)
def test_reflect_twice(student):
    """Reflecting twice gives the template back, and the argument is left as it was."""
    template = noise((5, 4), 6, True)
    once = as_array(student.reflect(template), shape=(5, 4))
    close(student.reflect(once), template)
    leaves_arguments_alone(student.reflect, template)
    close(once[0, 0], np.conj(template[0, 0]), help="−0 is 0: the pixel at [0, 0] stays.")


# -- cross_correlate


@task("cross_correlate", points=1)
@cases(SHAPES, random=2, shape=shapes(), seed=st.integers(0, 9))
def test_transforms_give_the_sums(student, shape, seed):
    """For real images of any shape the result is the sum of task 1."""
    image, template = small(shape, seed), small(shape, seed + 50)
    near(student.cross_correlate(image, template), correlation(image, template),
         help="The conjugate belongs to the template's transform; no shift of the origin, no factor.")


@task("cross_correlate", points=1)
@cases(SHAPES, random=0, shape=shapes(), seed=st.integers(0, 9))
def test_transforms_of_complex_images(student, shape, seed):
    """For complex images the result is the sum of task 1, too."""
    image, template = small(shape, seed, True), small(shape, seed + 50, True)
    near(student.cross_correlate(image, template), correlation(image, template), help="A complex result keeps its imaginary part.")


@task("cross_correlate", points=1)
@cases([{"dy": 3, "dx": 5}, {"dy": 20, "dx": 1}], random=2, dy=st.integers(0, 30), dx=st.integers(0, 23))
def test_peak_at_plus_shift(student, dy, dx):
    """The peak of a moved template is at plus the shift."""
    template = noise((31, 24), 7)
    got = as_array(student.cross_correlate(np.roll(template, (dy, dx), axis=(0, 1)), template), shape=(31, 24))
    equal(np.unravel_index(np.argmax(got.real), got.shape), (dy, dx),
          help="At minus the shift: the wrong factor is conjugated. One off: [::-1] does not leave index 0 where it is.")


@task("cross_correlate", points=1)
def test_phase_of_a_pure_wave(student):
    """Two pure waves of the same frequency, one shifted by 3: the correlation is the same wave with its crest at 3."""
    x = np.arange(16)
    waves = [np.cos(2 * np.pi * 2 * (x - d) / 16)[None, :] * np.ones((3, 1)) for d in (3, 0)]
    near(student.cross_correlate(*waves), 24 * waves[0], help="Sum of squares of the wave: half of the number of pixels.")


@task("cross_correlate", points=1)
def test_large_images(student):
    """In 384 by 501 pixels a template under three times as much noise is found, and quickly; the arguments stay as they were."""
    template = noise((384, 501), 8)
    image = np.roll(template, (200, 7), axis=(0, 1)) + 3 * noise((384, 501), 9)
    got = as_array(student.cross_correlate(image, template), shape=(384, 501))
    equal(np.unravel_index(np.argmax(got.real), got.shape), (200, 7))
    leaves_arguments_alone(student.cross_correlate, image[:8], template[:8])


# -- peak_shift


@task("peak_shift", points=2)
@cases([{"shape": (8, 9), "dy": 3, "dx": -4}, {"shape": (9, 8), "dy": 4, "dx": 3}, {"shape": (7, 12), "dy": -3, "dx": -5}], random=3,
       shape=st.sampled_from([(8, 9), (9, 8), (11, 14)]), dy=st.integers(-3, 3), dx=st.integers(-3, 3))
def test_shift_is_found(student, shape, dy, dx):
    """The shift is found in both directions, rows first."""
    template = noise(shape, 11)
    equal(student.peak_shift(np.roll(template, (dy, dx), axis=(0, 1)), template), (dy, dx),
          help="An index beyond half the size is a negative shift.")


@task("peak_shift", points=1)
def test_shift_by_half(student):
    """A shift by half of an even size is reported as −N // 2; for an odd size (N − 1) // 2 is positive."""
    template = noise((6, 7), 12)
    equal(student.peak_shift(np.roll(template, (3, 3), axis=(0, 1)), template), (-3, 3), help="−(N // 2) ≤ d ≤ (N − 1) // 2.")


@task("peak_shift", points=1)
def test_highest_not_deepest(student):
    """A copy with inverted contrast is not the template, however strong; the arguments stay as they were."""
    template = noise((16, 15), 13)
    image = np.roll(template, (-2, 5), axis=(0, 1)) - 3 * np.roll(template, (4, -6), axis=(0, 1))
    equal(student.peak_shift(image, template), (-2, 5), help="Take the highest value, not the largest absolute one.")
    leaves_arguments_alone(student.peak_shift, image, template)


# -- aligned_average


@task("aligned_average", points=2)
@cases([{"shifts": [[2, -3], [0, 1], [-4, 5]]}], random=2, shifts=st.lists(st.tuples(st.integers(-4, 4), st.integers(-5, 5)).map(list),
                                                                            min_size=1, max_size=4))
def test_copies_are_moved_back(student, shifts):
    """Moved copies of a picture, some stronger than others, are averaged to the picture times the mean strength."""
    picture = noise((9, 12), 14)
    images = [(1 + i) * np.roll(picture, shift, axis=(0, 1)) for i, shift in enumerate(shifts)]
    near(student.aligned_average(images, picture), picture * np.mean(np.arange(len(shifts)) + 1.0),
         help="An image that has moved by d is moved back by −d.")


@task("aligned_average", points=1)
def test_noise_becomes_the_reference(student):
    """300 images of pure noise, aligned to a picture, average to something that looks like the picture."""
    picture = np.exp(-((np.arange(12)[:, None] - 6) ** 2 + (np.arange(13) - 5) ** 2) / 8.0)
    got = as_array(student.aligned_average(noise((300, 12, 13), 15), picture), shape=(12, 13))
    likeness = np.corrcoef(got.real.ravel(), picture.ravel())[0, 1]
    require(likeness > 0.7, f"is like the picture by {likeness:.2f} only (1 would be the picture itself)", got=got)


@task("aligned_average", points=1)
def test_average_leaves_images_alone(student):
    """The images keep their total and are left as they were; one image alone comes back moved."""
    images = noise((5, 6, 7), 16)
    got = as_array(student.aligned_average(images, images[0]), shape=(6, 7))
    close(got.sum(), images.sum() / 5, help="Divide by the number of images; moving round the edge loses nothing.")
    leaves_arguments_alone(student.aligned_average, images, images[0])


# -- normalised_cross_correlation


def disc(h, w):
    y, x = np.indices((h, w))
    return (np.hypot((y - h // 2) / (h / 2), (x - w // 2) / (w / 2)) <= 0.95).astype(float)


def by_corrcoef(image, template, mask):
    """Pearson's coefficient of the pixels under the mask, patch by patch."""
    h, w = template.shape
    score = np.zeros(image.shape)
    under = mask > 0
    for y, x in np.ndindex(image.shape[0] - h + 1, image.shape[1] - w + 1):
        score[y + h // 2, x + w // 2] = np.corrcoef(image[y : y + h, x : x + w][under], template[under])[0, 1]
    return score


SIZES = [((17, 22), (5, 5)), ((20, 15), (6, 4)), ((16, 16), (4, 7)), ((9, 24), (9, 6))]
NCC_HELP = "Mean and deviation are those of the patch under the mask; the score stands at the template's centre, index n // 2."


@task("normalised_cross_correlation", points=2)
@cases([{"sizes": sizes, "seed": seed} for seed, sizes in enumerate(SIZES)], random=1, sizes=st.sampled_from(SIZES), seed=st.integers(0, 9))
def test_is_the_correlation_coefficient(student, sizes, seed):
    """At every pixel the score is Pearson's coefficient of patch and template under the mask, and 0 near the border."""
    image, template, mask = noise(sizes[0], seed) + 2, noise(sizes[1], seed + 50) + 1, disc(*sizes[1])
    close(student.normalised_cross_correlation(image, template, mask), by_corrcoef(image, template, mask), rtol=0, atol=1e-3,
          help=NCC_HELP)


@task("normalised_cross_correlation", points=1)
def test_full_mask(student):
    """With a mask that is 1 everywhere, given as True, the score is Pearson's coefficient of whole patches."""
    image, template, mask = noise((15, 18), 21), noise((4, 5), 22), np.ones((4, 5), dtype=bool)
    close(student.normalised_cross_correlation(image, template, mask), by_corrcoef(image, template, mask), rtol=0, atol=1e-3,
          help=NCC_HELP)


@task("normalised_cross_correlation", points=1)
@cases([{"gain": 40.0, "offset": 300.0}, {"gain": 0.25, "offset": -8.0}], random=0, gain=st.integers(1, 40).map(float),
       offset=st.integers(-300, 300).map(float))
def test_brightness_and_contrast(student, gain, offset):
    """Neither the image's brightness nor its contrast changes the score."""
    image, template, mask = noise((18, 17), 23), noise((6, 6), 24), disc(6, 6)
    close(student.normalised_cross_correlation(gain * image + offset, template, mask), by_corrcoef(image, template, mask),
          rtol=0, atol=1e-3, help="Subtract the mean below the mask, divide by the deviation below the mask, at each place.")


@task("normalised_cross_correlation", points=1)
def test_a_bright_lump_does_not_win(student):
    """A faint copy of the template scores higher than a very bright lump, and exactly 1 without noise."""
    template, mask = noise((7, 7), 25), disc(7, 7)
    image = 0.01 * noise((30, 34), 26)
    image[3:14, 20:31] += 50 * np.exp(-((np.arange(11)[:, None] - 5) ** 2 + (np.arange(11) - 5) ** 2) / 12.0)
    image[18:25, 4:11] = 0.2 * template + 0.7
    score = as_array(student.normalised_cross_correlation(image, template, mask), shape=image.shape)
    equal(np.unravel_index(np.argmax(score), score.shape), (21, 7), help="The plain sum of products is largest where the image is bright.")
    close(score[21, 7], 1.0, rtol=0, atol=1e-3)


@task("normalised_cross_correlation", points=1)
def test_outside_the_mask_nothing_counts(student):
    """What the template's array holds outside the mask does not matter."""
    image, template, mask = noise((16, 19), 27), noise((6, 5), 28), disc(6, 5)
    close(student.normalised_cross_correlation(image, np.where(mask > 0, template, 100.0), mask), by_corrcoef(image, template, mask),
          rtol=0, atol=1e-3, help="The template's mean and deviation are also taken under the mask.")


@task("normalised_cross_correlation", points=1)
@cases([{"unit": 1.0}, {"unit": 1e-5}], random=0, unit=st.sampled_from([1.0, 1e-5]))
def test_flat_patches(student, unit):
    """Patches of one value, or with noise of half a thousandth of the image's, score 0; with three thousandths they count, in any unit."""
    image, template, mask = noise((21, 24), 29), noise((5, 4), 30), np.ones((5, 4))
    image[:9, :10] = 4.0
    image[13:, :8] = 0.2 + 5e-4 * noise((8, 8), 35)
    image[13:, 16:] = 0.2 + 3e-3 * noise((8, 8), 36)
    image *= unit
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = by_corrcoef(image, template, mask)
    spread = np.lib.stride_tricks.sliding_window_view(image, (5, 4)).std(axis=(2, 3))
    expected[2:19, 2:23][spread <= 1e-3 * image.std()] = 0
    close(student.normalised_cross_correlation(image, template, mask), expected, rtol=0, atol=1e-3,
          help="Score 0 where the patch's deviation is at most one thousandth of the whole image's, not of a number of your own.")


@task("normalised_cross_correlation", points=1)
def test_nothing_wraps_round(student):
    """Half a particle at the left edge and the other half at the right edge are no particle."""
    template, mask = noise((8, 9), 31), np.ones((8, 9))
    image = 0.1 * noise((24, 30), 32)
    image[6:14, :5], image[6:14, -4:] = template[:, 4:], template[:, :4]
    score = as_array(student.normalised_cross_correlation(image, template, mask), shape=image.shape)
    require(float(np.max(np.abs(score[:, :4]))) == 0 and float(np.max(np.abs(score[:, 26:]))) == 0,
            "is not 0 where the template would hang over the left or the right edge", got=score)
    close(score, by_corrcoef(image, template, mask), rtol=0, atol=1e-3, help=NCC_HELP)


@task("normalised_cross_correlation", points=1)
def test_lists_and_whole_numbers(student):
    """Lists of whole numbers are fine, the sign of the template changes the sign of the score, and arrays stay as they were."""
    image, template = (10 * noise((9, 10), 33)).round().astype(int), (10 * noise((3, 4), 34)).round().astype(int)
    mask = np.ones((3, 4), dtype=int)
    close(student.normalised_cross_correlation(image.tolist(), (-template).tolist(), mask.tolist()), by_corrcoef(image, -template, mask),
          rtol=0, atol=1e-3, help=NCC_HELP)
    leaves_arguments_alone(student.normalised_cross_correlation, image, template, mask)


# -- rotate_template

BLOBS = [(8.0, 3.0, 1.0), (-2.0, -7.0, 0.6)]


def blobs(size, angle=0.0):
    """Two round Gaussians about the centre, turned by the angle in degrees, so exact at every angle."""
    y, x = np.indices((size, size)) - size // 2
    c, s = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    return sum(height * np.exp(-((x - a * c + b * s) ** 2 + (y - a * s - b * c) ** 2) / 32) for a, b, height in BLOBS)


@task("rotate_template", points=1)
@cases([{"size": 50}, {"size": 49}], random=0, size=st.sampled_from([49, 50]))
def test_quarter_turns_the_right_way(student, size):
    """A quarter turn takes +x to +y, about index N // 2, for even and odd N."""
    close(student.rotate_template(blobs(size), 90), blobs(size, 90), rtol=0, atol=0.03,
          help="The turn leads from the columns' axis to the rows' axis, and its centre is N // 2.")


@task("rotate_template", points=2)
@cases([{"size": 50, "angle": 60.0}, {"size": 51, "angle": 205.0}, {"size": 98, "angle": -110.0}, {"size": 49, "angle": 40.0}], random=2,
       size=st.sampled_from([49, 50, 52]), angle=st.integers(8, 64).map(lambda n: 5.0 * n))
def test_any_angle(student, size, angle):
    """At any angle two Gaussian blobs are where they should be, to a fraction of a pixel."""
    close(student.rotate_template(blobs(size), angle), blobs(size, angle), rtol=0, atol=0.03,
          help="Degrees; about index N // 2, not (N − 1)/2; the result has the template's shape.")


@task("rotate_template", points=1)
def test_half_turn_of_even_size(student):
    """A half turn of an even-sized template leaves the pixel at N // 2 where it is."""
    template = np.exp(-((np.arange(32)[:, None] - 16) ** 2 + (np.arange(32) - 16) ** 2) / 18.0)
    close(student.rotate_template(template, 180), template, rtol=0, atol=0.02,
          help="np.rot90 and scipy.ndimage.rotate turn about (N − 1)/2.")


@task("rotate_template", points=1)
def test_zero_beyond_the_edge(student):
    """Beyond the edge is 0: a white square turned by 45° has black corners and a white middle; the argument stays as it was."""
    white = np.ones((33, 33))
    got = as_array(student.rotate_template(white, 45), shape=(33, 33))
    close(got[[0, 0, 32, 32], [0, 32, 0, 32]], np.zeros(4), rtol=0, atol=1e-3, help="Neither the nearest pixel nor a mirror image: 0.")
    close(got[10:23, 10:23], np.ones((13, 13)), rtol=0, atol=0.02)
    leaves_arguments_alone(student.rotate_template, white, 30.0)


# -- search_numbers


@task("search_numbers", points=2)
def test_angles_needed(student):
    """The number of angles is the smallest that keeps the tips within the tolerance."""
    got = student["angles_needed"]
    needed = next(n for n in range(1, 1000) if 75 * np.deg2rad(90 / n) <= 8)  # half of a step of 180°/n
    equal(got, needed, help="The nearest angle is at most half a step away, and a half turn shows the same view again.")


@task("search_numbers", points=1)
def test_peak_in_sigmas(student):
    """The peak is as many times its standard deviation as 1400 pixels allow."""
    close(student["peak_in_sigmas"], 70**0.5, rtol=0.01, help="Mean over deviation of Σ t·(t + noise), where t is the particle.")


@task("search_numbers", points=1)
def test_false_scores(student):
    """Positions times templates times the tail of the normal distribution."""
    got = student["false_scores"]
    close(got, 928 * 1024 * 16 * special.erfc(5 / 2**0.5) / 2, rtol=0.02,
          help="Only scores above the threshold count, not those below minus the threshold; the top view is one more template.")


# -- find_peaks


def greedy(score, minimum_distance, threshold):
    """The rule, word by word."""
    padded = np.pad(score, 1, constant_values=-np.inf)
    hills = [(-score[y, x], y, x) for y, x in np.ndindex(score.shape)
             if score[y, x] >= threshold and score[y, x] >= padded[y : y + 3, x : x + 3].max()]
    kept = []
    for _, y, x in sorted(hills):
        if all((y - b) ** 2 + (x - a) ** 2 >= minimum_distance**2 for b, a in kept):
            kept.append((y, x))
    return np.array(kept, dtype=int).reshape(-1, 2)


def same_peaks(got, expected, **words):
    got = as_array(got)
    if not got.size and not len(expected):
        return
    equal(got.tolist(), np.asarray(expected).tolist(), **words)


def pixels(shape, values):
    score = np.zeros(shape)
    for (y, x), value in values.items():
        score[y, x] = value
    return score


@task("find_peaks", points=2)
@cases([{"seed": 1, "distance": 4.0}, {"seed": 2, "distance": 2.5}, {"seed": 3, "distance": 6.0}], random=2, seed=st.integers(0, 20),
       distance=st.integers(4, 14).map(lambda n: n / 2))
def test_peaks_of_a_rough_map(student, seed, distance):
    """On a rough map the peaks are those of the rule, from the highest down."""
    score = noise((14, 17), seed)
    same_peaks(student.find_peaks(score, distance, 0.8), greedy(score, distance, 0.8), help="Rows (y, x), the highest score first.")


@task("find_peaks", points=1)
def test_distance_is_straight(student):
    """The distance is the straight one, and a peak at exactly the minimum distance is kept."""
    score = pixels((12, 14), {(2, 2): 0.9, (5, 6): 0.8, (2, 6): 0.7, (6, 3): 0.6})
    same_peaks(student.find_peaks(score, 5, 0.5), [[2, 2], [5, 6]], help="(3, 4) pixels away is a distance of 5.")


@task("find_peaks", points=1)
def test_a_dropped_peak_drops_nobody(student):
    """A peak that was left out, because a higher one is near, does not push out others in its turn."""
    score = pixels((5, 20), {(2, 3): 0.9, (2, 6): 0.8, (2, 9): 0.7})
    same_peaks(student.find_peaks(score, 4, 0.5), [[2, 3], [2, 9]], help="Compare with the peaks that were kept, not with all candidates.")


@task("find_peaks", points=1)
def test_a_shoulder_is_no_peak(student):
    """On one broad hill there is one peak, however small the minimum distance is against the hill."""
    y, x = np.indices((25, 27))
    score = np.exp(-((y - 11.2) ** 2 + (x - 14.3) ** 2) / 60.0)
    same_peaks(student.find_peaks(score, 3, 0.3), [[11, 14]], help="A peak is no lower than any of its eight neighbours.")


@task("find_peaks", points=1)
def test_edges_thresholds_and_nothing(student):
    """Peaks in a corner count, also below 0, so does a score equal to the threshold; where nothing is high enough the result is empty."""
    score = pixels((7, 9), {(0, 0): 0.5, (6, 8): 0.75, (3, 4): 0.49})
    same_peaks(student.find_peaks(score.tolist(), 2, 0.5), [[6, 8], [0, 0]])
    same_peaks(student.find_peaks(score - 1, 2, -0.5), [[6, 8], [0, 0]], help="Beyond the edge there are no neighbours, not even zeros.")
    got = as_array(student.find_peaks(score - 1, 2, 0.5))
    require(got.size == 0, "finds peaks where every score is below the threshold", got=got)
    leaves_arguments_alone(student.find_peaks, score, 2, 0.5)


# -- precision_recall


@task("precision_recall", points=1)
def test_counts(student):
    """Precision is out of the picks, recall out of the true centres, in this order."""
    close(student.precision_recall([[5, 5], [30, 31], [80, 80], [99, 0], [0, 99]], [[6, 5], [30, 30], [60, 60]], 2), (2 / 5, 2 / 3))


@task("precision_recall", points=1)
def test_a_particle_picked_twice(student):
    """A second pick of the same particle is a false one, and a pick between two particles finds one of them."""
    close(student.precision_recall([[10, 10], [10, 12], [11, 10]], [[10, 11], [40, 40]], 3), (1 / 3, 1 / 2), help="One to one.")
    close(student.precision_recall([[10, 10]], [[10, 8], [10, 13]], 4), (1, 1 / 2), help="One pick finds one particle at most.")


@task("precision_recall", points=1)
def test_nearest_pairs_first(student):
    """The nearest pair is matched first, whatever the order of the picks."""
    close(student.precision_recall([[0, 0], [0, 3]], [[0, 2], [0, 5]], 3), (1 / 2, 1 / 2), help="(0, 3) and (0, 2) are the nearest pair.")
    close(student.precision_recall([[0, 3], [0, 0]], [[0, 5], [0, 2]], 3), (1 / 2, 1 / 2), help="(0, 3) and (0, 2) are the nearest pair.")


@task("precision_recall", points=1)
def test_tolerance_is_included(student):
    """A pair exactly as far apart as the tolerance is a match, along a straight line."""
    close(student.precision_recall([[0, 0], [20, 20]], [[3, 4], [24, 24]], 5), (1 / 2, 1 / 2), help="(4, 4) is 5.66 away, (3, 4) is 5.")


@task("precision_recall", points=1)
def test_no_picks(student):
    """No picks: precision and recall are 0; arrays stay as they were."""
    close(student.precision_recall(np.zeros((0, 2)), [[1, 2]], 5), (0, 0))
    close(student.precision_recall(np.zeros((0, 2)), [[1, 2], [7, 8]], 0.5), (0, 0))
    leaves_arguments_alone(student.precision_recall, np.array([[1.0, 2.0]]), np.array([[1.5, 2.0]]), 5.0)


# -- pick

TOLERANCE = 30.0  # Å


def unseen(seed, **settings):
    """A micrograph that students do not have, its templates, its pixel size and the truth."""
    settings = simulation.PRACTICE | {"shape": (384, 352), "particles": 14, "seed": seed} | settings
    views = simulation.templates(settings["pixel_size"], settings["defocus"])
    image = simulation.as_int8(simulation.micrograph(**settings)).astype(float)
    return image, views, settings["pixel_size"], simulation.scene(**settings)[0]


EVEN_ICE = unseen(204, ice=0)
SIDE_VIEWS = unseen(205, ice=0, shape=(400, 448), particles=22)
DECOYS = unseen(206, carbon=True, ice=3, shape=(448, 512), particles=16)
VIEWS = unseen(207, ice=0)
COUNTS = unseen(208, ice=1, shape=(328, 400), pixel_size=5.3, defocus=21000.0, particles=38)


def picks(got):
    """The rows (y, x, view) that came back, or a failure that says what is wrong with them."""
    found = as_array(got)
    if found.size == 0:
        fail("finds no particle at all", got=got, help="Is the threshold too high, or the contrast the wrong way round?")
    if found.ndim != 2 or found.shape[1] != 3:
        fail(f"returned an array of shape {found.shape}, expected a row (y, x, view) for each particle", got=got)
    require(found.dtype.kind in "biuf" and np.isfinite(found).all(), "has values that are not finite real numbers", got=got)
    return found


def matches(found, truth, pixel_size):
    """Indices of picks and of particles that belong together; as many pairs as possible."""
    distances = np.hypot(found[:, None, 0] - truth[:, 0], found[:, None, 1] - truth[:, 1]) * pixel_size
    one, other = optimize.linear_sum_assignment(np.minimum(distances, 1.01 * TOLERANCE))
    right = distances[one, other] <= TOLERANCE
    return one[right], other[right]


def half_right(found, right, got):
    """Picks all over the micrograph find everything, and nothing."""
    require(len(right) >= 0.5 * len(found), f"has {len(found)} picks, of which {len(right)} are right", got=got,
            help="Pick only what the templates match.")


def found_enough(got, truth, pixel_size, least=0.85):
    found = picks(got)
    number = len(matches(found, truth, pixel_size)[0])
    precision, recall = number / len(found), number / len(truth)
    text = f"has a precision of {precision:.0%} and a recall of {recall:.0%} ({len(found)} picks, {number} right, {len(truth)} particles)"
    require(precision >= least and recall >= least, text, got=got,
            help="Draw the picks on the micrograph: what is missed, what is too much?")


@task("pick", points=3)
def test_the_micrograph(student, data):
    """On data/micrograph.mrc precision and recall are at least 85 %."""
    with mrcfile.open(data / "micrograph.mrc") as file:
        image, pixel_size = file.data.astype(np.float32), float(file.voxel_size.x)
    with mrcfile.open(data / "templates.mrcs") as file:
        views = file.data.astype(np.float32)
    found_enough(student.pick(image, views, pixel_size), simulation.scene(**simulation.MICROGRAPH)[0], pixel_size)


@task("pick", points=2)
def test_top_views(student):
    """On a micrograph that nobody has seen, at least 80 % of the top views are found, and half of all picks are right."""
    image, views, pixel_size, truth = EVEN_ICE
    found = picks(got := student.pick(image, views, pixel_size))
    _, hit = matches(found, truth, pixel_size)
    share = np.isin(np.flatnonzero(truth[:, 2] == 0), hit).mean()
    require(share >= 0.8, f"finds {share:.0%} of the top views", got=got)
    half_right(found, hit, got)


@task("pick", points=3)
def test_side_views_at_every_angle(student):
    """On a micrograph that nobody has seen, at least 80 % of the side views are found, at any angle; half of all picks are right."""
    image, views, pixel_size, truth = SIDE_VIEWS
    found = picks(got := student.pick(image, views, pixel_size))
    _, hit = matches(found, truth, pixel_size)
    sides = np.flatnonzero(truth[:, 2] == 1)
    share, missed = np.isin(sides, hit).mean(), np.setdiff1d(sides, hit)
    where = ", ".join(f"{angle % 180:.0f}°" for angle in np.sort(truth[missed, 3] % 180)[:6])
    require(share >= 0.8, f"finds {share:.0%} of the side views; missed are those whose axis lies at {where}", got=got,
            help="A side view has to be looked for at every angle over a half turn.")
    half_right(found, hit, got)


@task("pick", points=2)
def test_ice_and_carbon_are_left_out(student):
    """With lumps of ice and an edge of carbon about, at least 85 % of the picks are particles, and 85 % of the particles are picked."""
    image, views, pixel_size, truth = DECOYS
    found_enough(student.pick(image, views, pixel_size), truth, pixel_size)


@task("pick", points=2)
def test_views_are_told_apart(student):
    """At least 80 % of the particles are found, half of all picks are right, and 90 % of these have the right view."""
    image, views, pixel_size, truth = VIEWS
    found = picks(got := student.pick(image, views, pixel_size))
    one, other = matches(found, truth, pixel_size)
    require(len(one) >= 0.8 * len(truth), f"finds {len(one)} of {len(truth)} particles", got=got)
    half_right(found, one, got)
    right = np.mean(found[one, 2] == truth[other, 2])
    require(right >= 0.9, f"has the right view for {right:.0%} of the particles that it finds", got=got,
            help="0 is the top view, 1 the side view.")


@task("pick", points=2)
def test_other_pixel_size_and_counts(student):
    """With 5.3 Å a pixel and counts of electrons for values, precision and recall are at least 85 %; the arguments stay as they were."""
    image, views, pixel_size, truth = COUNTS
    image = 0.8 * image + 400
    found_enough(student.pick(image, views, pixel_size), truth, pixel_size)
    leaves_arguments_alone(student.pick, image, views, pixel_size)
