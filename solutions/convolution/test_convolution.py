"""Hidden checks of convolution. Oracles: NumPy's and SciPy's convolutions, quadrature, long periodic arrays, values known by hand."""

import numpy as np
from hypothesis import strategies as st
from scipy import ndimage, signal

from autograder.checks import as_array, cases, close, leaves_arguments_alone, require, task

whole = st.integers(-4, 4)
signals = st.lists(whole, min_size=1, max_size=6)
pairs = st.integers(1, 3)


def images(largest=3, low=-4):
    """Images of one to a few rows and columns of whole numbers."""
    side = st.integers(1, largest)
    return st.tuples(side, side).flatmap(lambda shape: st.lists(
        st.lists(st.integers(low, 4), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]))


def noise(*shape, imaginary=False):
    """Numbers with two decimals, the same for the same shape."""
    draw = np.random.default_rng(sum(shape)).standard_normal
    return np.round(draw(shape) + (1j * draw(shape) if imaginary else 0), 2)


def near(got, expected, *, help="", unit=""):
    """Close, to a ten-thousandth of the largest value: single precision passes."""
    close(got, expected, rtol=0, atol=1e-4 * float(np.max(np.abs(expected), initial=0)) + 1e-7, help=help, unit=unit)


# 1. deltas and stamp


@task("stamp", points=2)
@cases([{"positions": [3, 1, 3], "weights": [2.0, -1.0, 5.0]}, {"positions": [0, 4, 4, 4], "weights": [1, 1, 1, 1]}], random=2,
       positions=st.lists(st.integers(0, 4), min_size=3, max_size=3), weights=st.lists(whole, min_size=3, max_size=3))
def test_repeated_deltas_add_up(student, positions, weights):
    """Several deltas at one position add up: nothing of their weight is lost."""
    expected = [sum(w for p, w in zip(positions, weights, strict=True) if p == pixel) for pixel in range(5)]
    close(student.deltas(positions, weights, 5), expected, help="`a[positions] += weights` with a repeated position keeps only the last.")


@task("stamp", points=1)
def test_no_deltas(student):
    """Without deltas the signal is zero everywhere, and so is the sum of no copies."""
    close(student.deltas([], [], 4), np.zeros(4))
    close(student.stamp([1, 2], [], [], 3), np.zeros(3))


@task("stamp", points=2)
@cases([{"pattern": [1, 2, 5], "positions": [2, 3, 6], "weights": [1.0, 10.0, 2.0]},
        {"pattern": [1, 2, 3, 5], "positions": [5, 5, 4], "weights": [1, 1, -2]},
        {"pattern": [3], "positions": [1, 8, 1], "weights": [0.5, 2, 1.5]}], random=3,
       pattern=st.lists(whole, min_size=1, max_size=4), positions=st.lists(st.integers(2, 7), min_size=3, max_size=3),
       weights=st.lists(whole, min_size=3, max_size=3))
def test_overlapping_copies_add_up(student, pattern, positions, weights):
    """Copies that overlap pile up, in a pattern of odd and of even length."""
    train = np.zeros(10)
    for position, weight in zip(positions, weights, strict=True):
        train[position] += weight
    expected = np.convolve(train, pattern)[len(pattern) // 2 :][:10]
    close(student.stamp(pattern, positions, weights, 10), expected,
          help="Each copy has its pixel len(pattern) // 2 on its delta, is not flipped, and adds to what is there.")


@task("stamp", points=2)
@cases([{"position": 0, "pattern": [1, 2, 5]}, {"position": 6, "pattern": [1, 2, 5]}, {"position": -1, "pattern": [1, 2, 3, 5]},
        {"position": 8, "pattern": [1, 2, 3, 5]}, {"position": 3, "pattern": [1, 2, 3, 4, 5, 6, 7, 8, 9]},
        {"position": -1000, "pattern": [1, 2, 5]}, {"position": 1000, "pattern": [1, 2, 5]}], random=2,
       position=st.integers(-3, 9), pattern=st.lists(whole, min_size=1, max_size=4))
def test_copies_are_cut_at_the_ends(student, position, pattern):
    """What of a copy lies outside the n pixels is cut off, and the rest stays in its place."""
    wide, first = np.zeros(2047), 1020 + position - len(pattern) // 2
    wide[first : first + len(pattern)] = pattern
    close(student.stamp(pattern, [position], [2.0], 7), 2 * wide[1020:1027],
          help="A negative index counts from the end in Python: test for it, or work on a longer array and cut at the end.")


@task("stamp", points=1)
def test_stamp_leaves_its_arguments_alone(student):
    """stamp changes none of its arguments."""
    leaves_arguments_alone(student.stamp, np.array([1.0, 2.0, 3.0]), np.array([1, 2]), np.array([2.0, 3.0]), 5)


# 2. convolve


@task("convolve", points=3)
@cases([{"f": [1, 2, 3], "h": [1, 0, -1]}, {"f": [2], "h": [1, 5, 7]}, {"f": [1, 2, 3, 4, 5], "h": [3]}, {"f": noise(9), "h": noise(4)},
        {"f": noise(3), "h": noise(8)}, {"f": noise(49), "h": noise(6)}], f=signals, h=signals)
def test_convolve_agrees_with_the_library(student, f, h):
    """convolve gives what NumPy's convolution gives, for even and odd lengths, the longer signal first or second."""
    near(student.convolve(f, h), np.convolve(f, h), help="All n + m - 1 elements; the two indices of a product add up to the result's.")


@task("convolve", points=1)
@cases([{"f": noise(5, imaginary=True), "h": noise(3, imaginary=True)}, {"f": [1.0, 2.0], "h": [1j, 2.0, -1j]},
        {"f": [1j, 2.0, -1j], "h": [1.0, 2.0]}], random=0,
       f=signals, h=signals)
def test_convolve_complex_signals(student, f, h):
    """Complex signals have a complex convolution, and neither is conjugated."""
    near(student.convolve(f, h), np.convolve(f, h), help="An array of zeros is real unless told otherwise; a correlation conjugates.")


@task("convolve", points=1)
@cases([{"f": [1, 2, 3], "h": [1, 0, -1, 5]}], random=2, f=signals, h=signals)
def test_convolve_commutes(student, f, h):
    """f * h is h * f."""
    one, other = as_array(student.convolve(f, h)), as_array(student.convolve(h, f))
    require(one.shape == (len(f) + len(h) - 1,), f"has the shape {one.shape}", got=one, help="A full convolution has n + m - 1 elements.")
    require(other.shape == one.shape and np.allclose(other, one, rtol=1e-4, atol=1e-3), "is not what convolve(f, h) returned", got=other,
            help="Every pair of samples puts its product at the sum of the two indices, whichever comes first.")


@task("convolve", points=1)
@cases([{"f": [1, 2, 3], "h": [4, 5]}], random=2, f=signals, h=signals)
def test_sums_multiply(student, f, h):
    """The sum of the convolution is the product of the two sums."""
    close(np.sum(as_array(student.convolve(f, h))), sum(f) * sum(h), atol=1e-3, help="Nothing may be cut off at the ends.")


@task("convolve", points=1)
def test_convolve_a_lone_delta(student):
    """Convolution with a delta at index 2 moves a signal by two and leaves it as it is."""
    close(student.convolve([0, 0, 1], (1, 2, 5)), [0, 0, 1, 2, 5], help="A pattern that comes out backwards means a correlation.")


@task("convolve", points=1)
def test_convolve_whole_numbers(student):
    """Signals of bytes (uint8) are convolved without running over: 200 · 200 + 100 · 100 is 50 000."""
    f = np.array([200, 100], dtype=np.uint8)
    got = as_array(student.convolve(f, f[::-1].copy()), shape=(3,))
    close(got[1], 50_000, help="Products of bytes wrap round at 256: convert to float first.")


# 3. convolve2d

BYTES = np.array([[200, 100, 3], [0, 150, 255]], dtype=np.uint8)


@task("convolve2d", points=3)
@cases([{"f": noise(4, 6), "h": noise(3, 2)}, {"f": noise(2, 3), "h": noise(5, 4)}, {"f": [[1, 2], [3, 4]], "h": [[0, 1], [5, -2]]},
        {"f": noise(7, 7), "h": noise(3, 3)}, {"f": [[2]], "h": noise(1, 5)}, {"f": BYTES, "h": BYTES.T.copy()}], f=images(), h=images())
def test_convolve2d_agrees_with_the_library(student, f, h):
    """convolve2d gives what SciPy's full convolution gives, for images of any two sizes, also of bytes (uint8), without running over."""
    near(student.convolve2d(f, h), signal.convolve2d(np.asarray(f, dtype=float), np.asarray(h, dtype=float)),
         help="Convert bytes first; in each direction the indices add up; the result has ny + my - 1 rows and nx + mx - 1 columns.")


@task("convolve2d", points=1)
@cases([{"f": noise(3, 4, imaginary=True), "h": noise(2, 2, imaginary=True)}, {"f": noise(2, 3), "h": noise(2, 2, imaginary=True)},
        {"f": noise(3, 2, imaginary=True), "h": noise(2, 2)}], random=0, f=images(), h=images())
def test_convolve2d_complex_images(student, f, h):
    """If one of the images or both are complex, so is their convolution."""
    near(student.convolve2d(f, h), signal.convolve2d(f, h), help="Keep the imaginary part of either image, without conjugating it.")


@task("convolve2d", points=1)
def test_separable_images(student):
    """The convolution of two products of a column and a row is the product of the convolved columns and the convolved rows."""
    column, row, other_column, other_row = [1, 2, 4], [3, 1], [1, -1], [2, 0, 5]
    expected = np.outer(np.convolve(column, other_column), np.convolve(row, other_row))
    near(student.convolve2d(np.outer(column, row), np.outer(other_column, other_row)), expected, help="Neither direction is flipped.")


@task("convolve2d", points=1)
def test_convolve2d_a_lone_delta(student):
    """Convolution with a delta in row 1, column 2 moves an image down by one row and right by two columns."""
    image, delta = [[1, 2, 3], [4, 5, 6]], [[0, 0, 0], [0, 0, 1]]
    expected = [[0, 0, 0, 0, 0], [0, 0, 1, 2, 3], [0, 0, 4, 5, 6]]
    got = as_array(student.convolve2d(image, delta), shape=(3, 5))
    near(got, expected, help="The image must come out upright: first index rows, second index columns.")


@task("convolve2d", points=1)
def test_convolve2d_leaves_its_images_alone(student):
    """convolve2d changes neither of its arguments."""
    leaves_arguments_alone(student.convolve2d, noise(3, 3), noise(2, 2))


# 4. crystal


def placed(motif, steps, copies):
    """Copies put down one by one in a field that is large enough."""
    motif = np.asarray(motif)
    field = np.zeros((300, 300), dtype=motif.dtype if motif.dtype.kind == "c" else float)
    for i, j in np.ndindex(*copies):
        field[i * steps[0] : i * steps[0] + motif.shape[0], j * steps[1] : j * steps[1] + motif.shape[1]] += motif
    return field[: (copies[0] - 1) * steps[0] + motif.shape[0], : (copies[1] - 1) * steps[1] + motif.shape[1]]


@task("crystal", points=3)
@cases([{"motif": noise(3, 2), "steps": (4, 5), "copies": (2, 3)}, {"motif": noise(2, 5), "steps": (3, 5), "copies": (4, 1)},
        {"motif": [[1, 2], [3, 4]], "steps": (2, 3), "copies": (1, 1)}, {"motif": noise(3, 4), "steps": (5, 7), "copies": (5, 3)}],
       random=2,
       motif=images(), steps=st.tuples(st.integers(3, 4), st.integers(3, 4)), copies=st.tuples(pairs, pairs))
def test_units_side_by_side(student, motif, steps, copies):
    """Units that do not overlap repeat after steps[0] rows and steps[1] columns, with zeros in the gaps."""
    near(student.crystal(motif, steps, copies), placed(motif, steps, copies),
         help="The step is from one copy to the next, whatever the motif's size; the first number is that of rows.")


@task("crystal", points=2)
@cases([{"motif": noise(4, 5), "steps": (3, 2), "copies": (3, 4)}, {"motif": [[1, 2, 3]], "steps": (1, 1), "copies": (2, 3)},
        {"motif": noise(5, 3), "steps": (2, 3), "copies": (2, 2)}], random=2,
       motif=images(), steps=st.tuples(st.integers(1, 2), st.integers(1, 2)), copies=st.tuples(pairs, pairs))
def test_overlapping_units_add_up(student, motif, steps, copies):
    """Where the step is smaller than the motif, neighbouring copies add up."""
    near(student.crystal(motif, steps, copies), placed(motif, steps, copies), help="Add each copy to what is already there.")


@task("crystal", points=1)
@cases([{"motif": noise(3, 3), "steps": (2, 4), "copies": (3, 2)}], random=2,
       motif=images(), steps=st.tuples(pairs, pairs), copies=st.tuples(pairs, pairs))
def test_every_copy_counts(student, motif, steps, copies):
    """The total of a crystal is the total of one motif times the number of copies."""
    close(np.sum(as_array(student.crystal(motif, steps, copies))), np.sum(motif) * copies[0] * copies[1], rtol=1e-4, atol=1e-3)


# 5. bragg


@task("bragg", points=2)
@cases([{"steps": (10, 25), "pixel_size": 2.0, "indices": [[1, 0], [0, 2], [3, -4], [0, 0]]},
        {"steps": (49, 7), "pixel_size": 1.06, "indices": [[-2, 1]]}], random=3,
       steps=st.tuples(st.integers(1, 8), st.integers(1, 8)), pixel_size=st.integers(2, 20).map(lambda n: n / 8),
       indices=st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)).map(list), min_size=1, max_size=3))
def test_where_the_peaks_are(student, steps, pixel_size, indices):
    """The peak (h, k) is at the frequency √((h/(A·pixel_size))² + (k/(B·pixel_size))²)."""
    expected = [np.sqrt((h / (steps[0] * pixel_size)) ** 2 + (k / (steps[1] * pixel_size)) ** 2) for h, k in indices]
    close(student.bragg_frequencies(steps, pixel_size, indices), expected, unit="1/Å",
          help="Cycles for each pixel, divided by the pixel size; h goes with the rows' step, k with the columns'.")


@task("bragg", points=3)
@cases([{"motif": noise(5, 3), "steps": (6, 4)}, {"motif": noise(4, 6), "steps": (7, 9)}, {"motif": noise(3, 3), "steps": (2, 5)},
        {"motif": noise(7, 2), "steps": (4, 3)}], random=2, motif=images(), steps=st.tuples(st.integers(2, 5), st.integers(2, 5)))
def test_structure_factors_are_those_of_the_crystal(student, motif, steps):
    """In a crystal without ends the peak (h, k) is the structure factor times the number of units."""
    motif, units = np.asarray(motif), (3, 2)
    shape = (units[0] * steps[0], units[1] * steps[1])
    endless = np.zeros(shape)
    for (y, x), value in np.ndenumerate(motif):
        for i, j in np.ndindex(*units):
            row, column = i * steps[0] + y - motif.shape[0] // 2, j * steps[1] + x - motif.shape[1] // 2
            endless[row % shape[0], column % shape[1]] += value
    indices = [[0, 0], [1, 0], [0, 1], [2, -1], [-1, 3]]
    peaks = np.fft.fft2(endless)
    expected = [peaks[h * units[0] % shape[0], k * units[1] % shape[1]] / 6 for h, k in indices]
    near(student.structure_factors(motif, steps, indices), expected,
         help="The frequencies are those of the lattice, h/A and k/B, not those of the motif's own array; the origin is its middle pixel.")


@task("bragg", points=1)
def test_sign_of_a_structure_factor(student):
    """A lone pixel one column to the right of the origin has the structure factor exp(-2πi k/B)."""
    close(student.structure_factors([[0, 0, 1]], (3, 8), [[0, 1], [0, 2], [5, -1]]),
          np.exp(-2j * np.pi * np.array([1, 2, -1]) / 8), help="The forward transform has a minus sign in the exponent.")


@task("bragg", points=1)
def test_friedel_pairs(student):
    """Of a real motif the peaks (h, k) and (-h, -k) are complex conjugates."""
    motif, indices = noise(4, 3), np.array([[1, 2], [3, -1], [2, 0]])
    plus = as_array(student.structure_factors(motif, (6, 5), indices), shape=(3,))
    minus = as_array(student.structure_factors(motif, (6, 5), -indices), shape=(3,))
    require(bool(np.max(np.abs(plus.imag)) > 1e-3), "has no imaginary part", got=plus, help="An unsymmetric motif has complex peaks.")
    near(minus, np.conj(plus))


@task("bragg", points=1)
def test_structure_factors_leave_the_motif_alone(student):
    """structure_factors changes none of its arguments."""
    leaves_arguments_alone(student.structure_factors, noise(3, 4), (5, 6), np.array([[1, 2], [0, 1]]))


# 6. point_spread


def smeared(specimen, psf):
    """Each pixel of the PSF moves the specimen by its distance from the origin."""
    specimen, psf = np.asarray(specimen, dtype=float), np.asarray(psf, dtype=float)
    (ny, nx), (py, px) = specimen.shape, psf.shape
    wide = np.pad(specimen, [(py, py), (px, px)])
    image = np.zeros((ny, nx))
    for (y, x), value in np.ndenumerate(psf / psf.sum()):
        image += value * wide[py + py // 2 - y :, px + px // 2 - x :][:ny, :nx]
    return image


psfs = images(3, low=0).filter(lambda psf: np.sum(psf) > 0)


@task("point_spread", points=2)
@cases([{"specimen": noise(7, 6), "psf": [[1, 2, 0], [3, 9, 5], [0, 1, 4]]}, {"specimen": noise(6, 8), "psf": [[2, 5, 1]]},
        {"specimen": noise(5, 4), "psf": [[1], [2], [6], [0], [3]]}], random=0, specimen=images(), psf=psfs)
def test_odd_psf(student, specimen, psf):
    """A PSF of odd sides, not symmetric, smears to the side it points to."""
    near(student.blur_with_psf(specimen, psf), smeared(specimen, psf),
         help="Divide by the sum of the PSF; do not flip it; its middle pixel stays in its place.")


@task("point_spread", points=2)
@cases([{"specimen": noise(7, 6), "psf": [[1, 2], [3, 9]]}, {"specimen": noise(6, 6), "psf": [[0, 2, 8, 1]]},
        {"specimen": noise(5, 7), "psf": [[1, 0], [6, 2], [3, 1], [1, 1]]}], random=0, specimen=images(), psf=psfs)
def test_even_psf(student, specimen, psf):
    """A PSF of even sides has its origin at n // 2, the pixel right of and below the middle."""
    near(student.blur_with_psf(specimen, psf), smeared(specimen, psf),
         help="A library's mode 'same' may cut the frame one pixel off where a side is even.")


@task("point_spread", points=1)
@cases([{"specimen": [[1.0]], "psf": [[1, 2, 3]]}, {"specimen": noise(2, 3), "psf": noise(5, 6) ** 2 + 0.25}], random=3,
       specimen=images(), psf=psfs)
def test_psf_of_any_size(student, specimen, psf):
    """The image has the frame of the specimen, also where the PSF is the larger of the two."""
    near(student.blur_with_psf(specimen, psf), smeared(specimen, psf), help="Cut ny rows and nx columns out of the full convolution.")


@task("point_spread", points=1)
def test_nothing_comes_in_from_the_other_side(student):
    """A point in a corner loses what is smeared out of the frame; it does not come back on the opposite side."""
    specimen = np.zeros((4, 5))
    specimen[3, 4] = 10
    expected = np.zeros((4, 5))
    expected[3, 4], expected[2, 4] = 4, 2
    near(student.blur_with_psf(specimen, [[0, 2, 0], [0, 4, 3], [0, 1, 0]]), expected,
         help="A product of two transforms of this size wraps round: pad first.")


@task("point_spread", points=1)
def test_the_total_is_kept(student):
    """In a frame with a wide empty border the total of the image is that of the object."""
    specimen = np.zeros((12, 11))
    specimen[5:7, 5] = [3.0, 4.0]
    got = as_array(student.blur_with_psf(specimen, [[5, 1, 0], [8, 30, 2], [1, 0, 3]]), shape=(12, 11))
    close(got.sum(), 7.0, help="A PSF moves intensity; divide it by its sum.")


@task("point_spread", points=1)
def test_blur_leaves_its_arguments_alone(student):
    """blur_with_psf changes neither the specimen nor the PSF."""
    leaves_arguments_alone(student.blur_with_psf, noise(4, 4), np.array([[1.0, 2.0, 1.0]]),
                           help="`psf /= psf.sum()` changes the caller's PSF.")


# 7. two_bumps


def quadrature(u, sign, d=2.0, w=1.0):
    """Transform of one bump at d plus sign times one at -d, by summing over a fine grid."""
    x = np.arange(-14, 14, 0.02)
    g = np.exp(-np.pi * ((x - d) / w) ** 2) + sign * np.exp(-np.pi * ((x + d) / w) ** 2)
    return np.round(np.exp(-2j * np.pi * np.multiply.outer(np.asarray(u, dtype=float), x)) @ g * 0.02, 8) + 0.0


frequencies = st.lists(st.integers(-12, 12).map(lambda n: n / 16), min_size=1, max_size=3)


@task("two_bumps", points=3)
@cases([{"u": [0.0, 0.1, 0.3, 0.55]}, {"u": [0.125]}, {"u": [-0.2, -0.9]}, {"u": [[0.1, -0.3, 0.2], [0.55, 0.0, 0.05]]}], u=frequencies)
def test_difference(student, u):
    """The transform of the difference, at positive and negative frequencies, in an array of any shape."""
    close(student.difference_transform(u), quadrature(u, -1), rtol=0, atol=1e-4,
          help="Two deltas of opposite weight, one at 2 and one at -2, times the transform of one bump.")


@task("two_bumps", points=1)
def test_difference_is_imaginary(student):
    """g is real and odd, so its transform is imaginary and odd."""
    u = np.array([0.1, 0.35, 0.6])
    plus = as_array(student.difference_transform(u), shape=(3,))
    minus = as_array(student.difference_transform(-u), shape=(3,))
    require(bool(np.all(np.abs(plus.real) < 1e-4)), "has a real part", got=plus, help="The sines remain, with an i in front.")
    require(bool(np.all(np.abs(plus.imag) > 1e-2)), "has no imaginary part", got=plus, help="The sines remain, with an i in front.")
    near(minus, -plus)


@task("two_bumps", points=3)
@cases([{"u": [0.0, 0.1, 0.3, 0.55]}, {"u": [0.125]}, {"u": [-0.2, -0.9]}, {"u": [[0.1, -0.3, 0.2], [0.55, 0.0, 0.05]]}], u=frequencies)
def test_sum(student, u):
    """The transform of the sum, at positive and negative frequencies, in an array of any shape."""
    close(student.sum_transform(u), quadrature(u, 1).real, rtol=0, atol=1e-4,
          help="Two deltas of equal weight, one at 2 and one at -2, times the transform of one bump.")


@task("two_bumps", points=1)
def test_zeros(student):
    """The difference is zero wherever u is a multiple of 1/4, the sum at 1/8, 3/8, 5/8, …"""
    close(student.difference_transform([0.25, 0.5, 0.75]), np.zeros(3), help="The bumps are 4 apart, so |G| repeats after 1/4.")
    close(student.sum_transform([0.125, 0.375, 0.625]), np.zeros(3))


@task("two_bumps", points=1)
def test_a_single_frequency(student):
    """A lone frequency gives a lone value."""
    close(student.difference_transform(0.1), quadrature(0.1, -1), rtol=0, atol=1e-4)
    close(student.sum_transform(0.1), quadrature(0.1, 1).real, rtol=0, atol=1e-4)


# 8. own_bumps


def own(student, reference):
    """The numbers that belong to this student's id."""
    student_id = student["student_id"]
    require(isinstance(student_id, str) and bool(student_id.strip(" .")), "is not an id", got=student_id, help="Put your id in quotes.")
    return reference.my_numbers(student_id)


@task("own_bumps", points=2)
def test_own_difference(student, reference):
    """own_difference is the transform of your difference at your frequency."""
    mine = own(student, reference)
    right = complex(quadrature(mine["u"], -1, mine["d"], mine["w"]))
    close(student["own_difference"], right, rtol=0, atol=5e-3 * abs(right), unit="Å",
          help="Take d, w and u of my_numbers(student_id); the width changes the envelope, too.")


@task("own_bumps", points=1)
def test_own_sum(student, reference):
    """own_sum is the transform of your sum at your frequency."""
    mine = own(student, reference)
    right = float(quadrature(mine["u"], 1, mine["d"], mine["w"]).real)
    close(student["own_sum"], right, rtol=0, atol=5e-3 * abs(right), unit="Å",
          help="Take d, w and u of my_numbers(student_id); the width changes the envelope, too.")


@task("own_bumps", points=1)
def test_own_zero_of_the_difference(student, reference):
    """first_zero_of_difference is the lowest frequency above 0 at which the waves from the two bumps cancel in the difference."""
    d = own(student, reference)["d"]
    close(student["first_zero_of_difference"], 1 / (2 * d), rtol=5e-3, atol=0, unit="1/Å", help="One whole period between the bumps.")


@task("own_bumps", points=1)
def test_own_zero_of_the_sum(student, reference):
    """first_zero_of_sum is the lowest frequency above 0 at which they cancel in the sum."""
    d = own(student, reference)["d"]
    close(student["first_zero_of_sum"], 1 / (4 * d), rtol=5e-3, atol=0, unit="1/Å", help="Half a period between the bumps.")


# 9. lowpass


def periodic_gaussian(n, pixel_size, sigma):
    """A Gaussian of area 1 on n pixels with periodic borders, its origin at index 0, as weights of the pixels."""
    x = np.arange(n)[:, None] + n * np.arange(-60, 61)
    return pixel_size * np.exp(-0.5 * (x * pixel_size / sigma) ** 2).sum(axis=1) / (sigma * np.sqrt(2 * np.pi))


def blurred(image, pixel_size, sigma):
    """The blur in real space, as a sum over all pixels of a periodic image."""
    image = np.asarray(image, dtype=float)
    rows, columns = (periodic_gaussian(n, pixel_size, sigma) for n in image.shape)
    y, x = (np.subtract.outer(np.arange(n), np.arange(n)) % n for n in image.shape)
    return rows[y] @ image @ columns[x].T


@task("lowpass", points=2)
@cases([{"s": [0.0, 0.05, 0.1, 0.2], "sigma": 2.0}, {"s": [0.25, 0.01], "sigma": 1.125}, {"s": [0.3, 0.5], "sigma": 0.0},
        {"s": [[0.0, 0.05, 0.1], [0.2, 0.25, 0.01]], "sigma": 1.5}], random=3,
       s=st.lists(st.integers(0, 16).map(lambda n: n / 32), min_size=1, max_size=3), sigma=st.integers(0, 16).map(lambda n: n / 4))
def test_transfer(student, s, sigma):
    """gaussian_transfer is the transform of a Gaussian of area 1 and standard deviation sigma, in the shape of s."""
    x = np.arange(-40, 40, 0.02)
    bell = np.exp(-0.5 * (x / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi)) if sigma else (np.abs(x) < 0.01) / 0.02
    expected = np.cos(2 * np.pi * np.multiply.outer(s, x)) @ bell * 0.02
    close(student.gaussian_transfer(s, sigma), expected, atol=1e-5, help="s in 1/Å and sigma in Å: broad in real space is narrow in s.")


@task("lowpass", points=2)
@cases([{"image": noise(12, 9), "pixel_size": 1.5, "sigma": 3.0}, {"image": noise(7, 10), "pixel_size": 0.5, "sigma": 1.0},
        {"image": noise(15, 15), "pixel_size": 2.0, "sigma": 3.0}, {"image": noise(8, 8), "pixel_size": 1.0, "sigma": 2.5}], random=2,
       image=st.integers(8, 12).map(lambda n: [[0] * (n - 5) + [1, 2, 0, 0, 0]]), pixel_size=st.sampled_from([1.25, 0.75, 0.5]),
       sigma=st.just(2.0))
def test_blur_in_real_space(student, image, pixel_size, sigma):
    """The product of transforms is the convolution with a Gaussian of sigma Å, on odd and even sides and at any pixel size."""
    near(student.gaussian_lowpass(image, pixel_size, sigma), blurred(image, pixel_size, sigma),
         help="Frequencies in 1/Å in the same order as the transform; sigma is a length in Å, not a number of pixels.")


@task("lowpass", points=1)
@cases([{"image": noise(49, 6), "pixel_size": 1.2, "sigma": 1.0}, {"image": noise(6, 5), "pixel_size": 2.0, "sigma": 0.8}], random=1,
       image=images(), pixel_size=st.sampled_from([0.75, 1.25]), sigma=st.sampled_from([0.5, 1.5]))
def test_blur_agrees_with_the_library(student, image, pixel_size, sigma):
    """gaussian_lowpass gives what SciPy's Fourier-space Gaussian gives, whose width is in pixels."""
    expected = np.fft.ifft2(ndimage.fourier_gaussian(np.fft.fft2(image), sigma / pixel_size)).real
    near(student.gaussian_lowpass(image, pixel_size, sigma), expected,
         help="A blur of sigma Å is one of sigma/pixel_size pixels.")


@task("lowpass", points=1)
def test_one_wave_is_only_weakened(student):
    """A cosine of 12 Å keeps its phase and loses height by the transfer at 1/12 1/Å."""
    x = np.arange(24) * 1.5
    wave = np.tile(np.cos(2 * np.pi * x / 12 + 0.5), (5, 1))
    near(student.gaussian_lowpass(wave, 1.5, 2.0), np.exp(-2 * (np.pi * 2 / 12) ** 2) * wave,
         help="A filter that moves the wave has its transfer in another order than the transform.")


@task("lowpass", points=1)
@cases([{"sigma": 0.0}, {"sigma": 1e-3}, {"sigma": 50.0}], random=0, sigma=st.just(1.0))
def test_mean_is_kept(student, sigma):
    """A blur of any width keeps the mean of the image; a width of 0 keeps the image."""
    image = noise(6, 7) + 3
    got = as_array(student.gaussian_lowpass(image, 1.3, sigma), shape=image.shape)
    close(got.mean(), image.mean(), rtol=1e-3, help="The transfer at frequency 0 is 1.")
    if sigma == 0:
        near(got, image)


@task("lowpass", points=1)
def test_blurs_add_their_variances(student):
    """A blur of 3 Å after one of 4 Å is a blur of 5 Å."""
    image = noise(9, 8)
    once = as_array(student.gaussian_lowpass(image, 1.5, 4.0), shape=image.shape)
    near(student.gaussian_lowpass(once, 1.5, 3.0), blurred(image, 1.5, 5.0), help="The exponents add up: sigma² stands in them.")


@task("lowpass", points=1)
def test_result_is_real(student):
    """The blurred image is real."""
    got = as_array(student.gaussian_lowpass(noise(5, 6), 1.5, 2.0), shape=(5, 6))
    require(got.dtype.kind != "c", "is complex", got=got, help="The imaginary part is rounding: return the real part.")


@task("lowpass", points=1)
def test_lowpass_leaves_its_image_alone(student):
    """gaussian_lowpass does not change its image."""
    leaves_arguments_alone(student.gaussian_lowpass, noise(4, 6), 1.5, 2.0)


# 10. b_factor


@task("b_factor", points=1)
def test_sigma_of_100(student):
    """sigma_of_100 is the blur in real space that B = 100 Å² is."""
    close(student["sigma_of_100"], 1.1254, rtol=5e-3, atol=0, unit="Å", help="exp(-B s²/4) and exp(-2π² σ² s²) are the same function of s.")


@task("b_factor", points=1)
def test_width_of_100(student):
    """width_of_100 is the full width at half maximum of that Gaussian."""
    close(student["width_of_100"], 2.6501, rtol=5e-3, atol=0, unit="Å", help="Half of it to each side of the middle.")


@task("b_factor", points=1)
def test_transfer_at_4(student):
    """transfer_at_4 is what B = 100 Å² leaves of an amplitude at 4 Å."""
    close(student["transfer_at_4"], 0.20961, rtol=5e-3, atol=0, help="s is 1/4 1/Å, and the house's envelope has B/4.")


@task("b_factor", points=1)
def test_b_of_2(student):
    """b_of_2 is the B factor of a blur of 2 Å."""
    close(student["b_of_2"], 315.83, rtol=5e-3, atol=0, unit="Å²", help="B grows with the square of sigma.")


# 11. alias


@task("alias", points=2)
@cases([{"cycles": 5, "pixel_size": 1.0}, {"cycles": 11, "pixel_size": 2.0}, {"cycles": 16, "pixel_size": 0.5},
        {"cycles": 29, "pixel_size": 1.25}, {"cycles": 8, "pixel_size": 1.4}],
       cycles=st.integers(1, 60), pixel_size=st.integers(4, 16).map(lambda n: n / 8))
def test_alias_has_the_same_samples(student, cycles, pixel_size):
    """The alias lies between 0 and Nyquist, and its cosine has the same samples as the true one."""
    s = cycles / 16 / pixel_size
    alias = as_array(student.aliased_frequency(s, pixel_size), shape=())
    require(alias.dtype.kind != "c", "is complex", got=alias, help="A frequency is a real number.")
    nyquist = 0.5 / pixel_size
    require(bool(-1e-6 <= alias <= nyquist + 1e-6), f"is not between 0 and Nyquist, {nyquist:.4g} 1/Å", got=alias,
            help="The axis is folded at Nyquist and at 0.")
    x = np.arange(33) * pixel_size
    same = np.max(np.abs(np.cos(2 * np.pi * s * x) - np.cos(2 * np.pi * alias * x))) < 1e-2
    require(bool(same), f"is {float(alias):.4g} 1/Å, whose cosine has other samples than that of {s:.4g} 1/Å", got=alias,
            help="Frequencies that differ by a multiple of 1/pixel_size have the same samples, and so have s and -s.")


@task("alias", points=1)
def test_alias_by_hand(student):
    """At 1.5 Å for each pixel, 0.5 1/Å shows up at 1/6, 1/1.5 at 0, and 1 1/Å at 1/3 1/Å, which is Nyquist."""
    close(student.aliased_frequency([0.5, 1 / 1.5, 1.0], 1.5), [1 / 6, 0, 1 / 3], unit="1/Å",
          help="Fold at Nyquist, then at 0, then at Nyquist again.")


@task("alias", points=1)
def test_alias_of_a_negative_frequency(student):
    """A cosine of frequency -s is that of s."""
    s = np.array([-0.1, -0.3, -0.45, -0.9])
    close(student.aliased_frequency(s, 2.0), [0.1, 0.2, 0.05, 0.1], unit="1/Å")


@task("alias", points=1)
def test_alias_of_an_array(student):
    """An array of two rows gives an array of two rows, and is left as it is."""
    s = np.array([[0.1, 0.7, 1.2], [0.55, 2.3, 0.0]])
    close(student.aliased_frequency(s, 1.0), [[0.1, 0.3, 0.2], [0.45, 0.3, 0.0]], unit="1/Å")
    leaves_arguments_alone(student.aliased_frequency, s, 1.0)


# 12. magnification


@task("magnification", points=1)
def test_pixel_size(student):
    """pixel_size is the detector's pixel over the magnification."""
    close(student["pixel_size"], 1.4, rtol=5e-3, atol=0, unit="Å", help="14 µm are 140 000 Å.")


@task("magnification", points=1)
def test_nyquist_length(student):
    """nyquist_length is the shortest period with two samples in it."""
    close(student["nyquist_length"], 2.8, rtol=5e-3, atol=0, unit="Å")


@task("magnification", points=1)
def test_gold_shows_at(student):
    """gold_shows_at is the period of the alias of 2.35 Å."""
    close(student["gold_shows_at"], 3.4632, rtol=1e-2, atol=0, unit="Å", help="Fold the frequency, not the length; then take one over it.")


@task("magnification", points=1)
def test_magnification_needed(student):
    """At magnification_needed, three pixels are one period of the gold."""
    close(student["magnification_needed"], 178_723, rtol=5e-3, atol=0, help="The frequency 1/2.35 1/Å is two thirds of 1/(2 pixel_size).")


@task("magnification", points=1)
def test_area_ratio(student):
    """area_ratio is the loss of specimen area for each image."""
    close(student["area_ratio"], 0.31304, rtol=1e-2, atol=0, help="Both directions shrink.")
