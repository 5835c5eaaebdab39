"""Hidden checks of convolution_theorem. Oracles: SciPy's convolutions, sums by definition, closed forms, Parseval's theorem."""

import math

import mrcfile
import numpy as np
from hypothesis import strategies as st
from scipy import ndimage, signal

from autograder.checks import as_array, between, cases, close, leaves_arguments_alone, require, task

SIZES = (((5, 7), (3, 3)), ((49, 54), (5, 6)), ((8, 6), (4, 2)), ((1, 9), (1, 4)), ((7, 5), (5, 1)), ((6, 6), (1, 1)), ((4, 5), (7, 8)))
"""Shapes of image and kernel: odd, even, not square, one row, one pixel, a kernel that is larger than its image."""

whole = st.integers(-4, 4)


def noise(*shape, imaginary=False):
    """Noise rounded to three decimals, complex on demand."""
    draw = np.random.default_rng(sum(shape)).standard_normal
    return np.round(draw(shape) + 1j * draw(shape) if imaginary else draw(shape), 3)


def with_complex_numbers(image, kernel):
    """Pairs of image and kernel of these shapes: both complex, then only the kernel, then only the image."""
    return [(noise(*image, imaginary=first), noise(*kernel, imaginary=second)) for first, second in ((1, 1), (0, 1), (1, 0))]


def arrays(largest):
    """Arrays of whole numbers with one to ``largest`` rows and columns."""
    sides = st.integers(1, largest)
    return st.tuples(sides, sides).flatmap(
        lambda shape: st.lists(st.lists(whole, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]))


def near(got, expected, *, help=""):
    """Close, with a tolerance for single precision: 1e-4 of the largest value."""
    close(got, expected, rtol=0, atol=1e-4 * np.abs(expected).max() + 1e-9, help=help)


def aligned(image, kernel):
    """The part of SciPy's full convolution that lies over the image, the kernel's origin at M // 2."""
    image, kernel = np.asarray(image), np.asarray(kernel)
    full = signal.convolve(image.astype(complex), kernel.astype(complex), mode="full", method="direct")
    (top, left), (rows, columns) = (m // 2 for m in kernel.shape), image.shape
    cut = full[top:top + rows, left:left + columns]
    return cut if np.iscomplexobj(image) or np.iscomplexobj(kernel) else cut.real


def one_at_origin(rows, columns):
    """A kernel that is 1 at its origin and 0 elsewhere."""
    kernel = np.zeros((rows, columns))
    kernel[rows // 2, columns // 2] = 1
    return kernel


# 1. convolve_full


@task("convolve_full", points=1.5)
@cases([{"image": noise(*image), "kernel": noise(*kernel)} for image, kernel in SIZES], image=arrays(5), kernel=arrays(4))
def test_full_agrees_with_scipy(student, image, kernel):
    """The full convolution is SciPy's, for odd and even sizes and for kernels larger than the image."""
    near(student.convolve_full(image, kernel), signal.convolve(image, kernel, mode="full", method="direct"),
         help="Pad both arrays to n + m − 1 in each direction before the transforms; change nothing else in them.")


@task("convolve_full", points=1)
@cases([{"image": (4, 3), "kernel": (3, 2)}, {"image": (3, 3), "kernel": (3, 3)}], random=2,
       image=st.tuples(st.integers(2, 5), st.integers(2, 5)), kernel=st.tuples(st.integers(2, 4), st.integers(2, 4)))
def test_full_does_not_wrap(student, image, kernel):
    """A bright last pixel times the last element of the kernel is the last pixel of the result, and does not come back at the first."""
    spot, edge = np.zeros(image), np.zeros(kernel)
    spot[-1, -1], edge[-1, -1] = 2, 3
    expected = np.zeros(np.add(image, kernel) - 1)
    expected[-1, -1] = 6
    near(student.convolve_full(spot, edge), expected, help="With one row or column too few the last pixel wraps around to the first.")


@task("convolve_full", points=1)
def test_full_of_complex_arrays(student):
    """Complex images and complex kernels are convolved as they are, without a conjugate, also where only one of the two is complex."""
    for image, kernel in with_complex_numbers((6, 5), (3, 4)):
        near(student.convolve_full(image, kernel), signal.convolve(image, kernel, mode="full", method="direct"),
             help="Do not take the real part of the result, and do not conjugate a transform.")


@task("convolve_full", points=1)
@cases([{"image": noise(5, 4), "kernel": noise(2, 3)}], image=arrays(4), kernel=arrays(3))
def test_full_commutes(student, image, kernel):
    """Image and kernel may be exchanged."""
    near(student.convolve_full(kernel, image), signal.convolve(image, kernel, mode="full", method="direct"),
         help="Conjugating or flipping one of the two makes a correlation, which does not commute.")


@task("convolve_full", points=0.5)
def test_full_leaves_its_arguments_alone(student):
    """convolve_full changes neither image nor kernel."""
    leaves_arguments_alone(student.convolve_full, noise(5, 6), noise(3, 3))


# 2. convolve_same


@task("convolve_same", points=1.5)
@cases([{"rows": 3, "columns": 5}, {"rows": 4, "columns": 4}, {"rows": 2, "columns": 1}, {"rows": 7, "columns": 2}], random=2,
       rows=st.integers(1, 6), columns=st.integers(1, 6))
def test_same_keeps_an_image_in_its_place(student, rows, columns):
    """A kernel that is 1 at its origin, index M // 2, gives the image back."""
    image = noise(5, 6)
    near(student.convolve_same(image, one_at_origin(rows, columns)), image, help="Cut the full convolution from index M // 2 on.")


@task("convolve_same", points=1)
@cases([{"image": noise(49, 54), "kernel": noise(5, 7)}, {"image": noise(6, 9), "kernel": noise(3, 1)}], random=0,
       image=arrays(5), kernel=arrays(3))
def test_same_with_odd_kernels(student, image, kernel):
    """For kernels of odd size it is what SciPy calls "same"."""
    near(student.convolve_same(image, kernel), signal.convolve(image, kernel, mode="same", method="direct"))


@task("convolve_same", points=1)
@cases([{"image": noise(49, 54), "kernel": noise(4, 6)}, {"image": noise(5, 8), "kernel": noise(2, 3)}], random=3,
       image=arrays(5), kernel=arrays(4))
def test_same_with_even_kernels(student, image, kernel):
    """For kernels of even size the origin is at M // 2, not at (M − 1) // 2."""
    near(student.convolve_same(image, kernel), aligned(image, kernel), help="SciPy's own choice for even sizes is one pixel less.")


@task("convolve_same", points=1)
def test_same_is_zero_outside(student):
    """A constant image filtered by a 3 by 3 mean is 4/9 in the corners and 6/9 at the sides: outside it is zero."""
    mean = np.full((3, 3), 1 / 9)
    expected = np.array([[4, 6, 6, 4], [6, 9, 9, 6], [4, 6, 6, 4]]) / 9
    near(student.convolve_same(np.ones((3, 4)), mean), expected, help="1 at the border means that the image wraps around.")


@task("convolve_same", points=0.5)
def test_same_with_a_larger_kernel(student):
    """A kernel may be larger than the image; the result has the size of the image."""
    image, kernel = noise(3, 4), noise(8, 7)
    near(student.convolve_same(image, kernel), aligned(image, kernel), help="Some functions return the size of the larger of the two.")


@task("convolve_same", points=0.5)
def test_same_of_complex_arrays(student):
    """convolve_same keeps complex numbers, also where only the image or only the kernel is complex."""
    for image, kernel in with_complex_numbers((5, 5), (2, 3)):
        near(student.convolve_same(image, kernel), aligned(image, kernel),
             help="Do not take the real part of the result; the kernel here has 2 rows and 3 columns.")


@task("convolve_same", points=0.5)
def test_same_leaves_its_arguments_alone(student):
    """convolve_same changes neither image nor kernel."""
    leaves_arguments_alone(student.convolve_same, noise(5, 6), noise(2, 3))


# 3. transfer_function


@task("transfer_function", points=0.5)
@cases([{"kernel": [[1, 2, 1], [0, 3, -1]]}, {"kernel": [[2, 2], [1, 5]]}], random=2, kernel=arrays(4))
def test_transfer_at_frequency_zero(student, kernel):
    """H[0, 0] is the sum of the kernel."""
    got = as_array(student.transfer_function(kernel, (5, 6)), shape=(5, 6))
    close(got[0, 0], np.sum(kernel), atol=1e-4, help="Frequency 0 comes first, and the kernel is taken as it is.")


@task("transfer_function", points=1.5)
@cases([{"size": (3, 3), "shape": (8, 9)}, {"size": (4, 2), "shape": (9, 8)}, {"size": (5, 4), "shape": (49, 54)},
        {"size": (1, 6), "shape": (2, 7)}], random=2, size=st.tuples(st.integers(1, 5), st.integers(1, 5)),
       shape=st.tuples(st.integers(5, 9), st.integers(5, 9)))
def test_transfer_of_a_one(student, size, shape):
    """A kernel that is 1 at its origin, index M // 2, has H = 1 at all frequencies."""
    near(student.transfer_function(one_at_origin(*size), shape), np.ones(shape),
         help="The origin of the kernel belongs at index [0, 0] of the padded array; elsewhere H gets a phase that grows with frequency.")


@task("transfer_function", points=1)
@cases([{"shape": (1, 7)}, {"shape": (1, 10)}], random=2, shape=st.tuples(st.just(1), st.integers(3, 12)))
def test_transfer_of_a_second_difference(student, shape):
    """The kernel (−1, 3, −1) has the real transfer function 3 − 2 cos(2πk/N)."""
    expected = 3 - 2 * np.cos(2 * np.pi * np.arange(shape[1]) / shape[1])
    near(student.transfer_function([[-1, 3, -1]], shape), [expected])


@task("transfer_function", points=2)
@cases([{"kernel": noise(2, 3, imaginary=True), "shape": (5, 8)}, {"kernel": noise(4, 4), "shape": (7, 4)},
        {"kernel": noise(5, 6), "shape": (9, 14)}], random=4,
       kernel=arrays(4), shape=st.tuples(st.integers(4, 7), st.integers(4, 7)))
def test_transfer_by_definition(student, kernel, shape):
    """H is the sum of kernel[q] exp(−2πi k (q − c)/N), for any kernel, also one that is not symmetric, or complex."""
    values = np.asarray(kernel)
    waves = [np.exp(-2j * np.pi * np.outer(np.arange(n), np.arange(m) - m // 2) / n) for n, m in zip(shape, values.shape, strict=True)]
    near(student.transfer_function(kernel, shape), waves[0] @ values @ waves[1].T,
         help="Check which pixel is the origin, the direction of the roll, and that nothing is divided or made real.")


@task("transfer_function", points=0.5)
def test_transfer_filters_circularly(student):
    """Multiplying a transform by H is the convolution that wraps around, aligned with the image."""
    image, kernel = noise(7, 6), noise(3, 5)
    got = as_array(student.transfer_function(kernel, (7, 6)), shape=(7, 6))
    close(np.fft.ifft2(np.fft.fft2(image) * got), ndimage.convolve(image, kernel, mode="wrap"), rtol=1e-3, atol=1e-3)


@task("transfer_function", points=0.5)
def test_transfer_leaves_its_kernel_alone(student):
    """transfer_function does not change the kernel."""
    leaves_arguments_alone(student.transfer_function, noise(3, 4), (6, 7))


# 4. convolve_direct


@task("convolve_direct", points=1.5)
@cases([{"image": noise(*image), "kernel": noise(*kernel)} for image, kernel in SIZES], image=arrays(5), kernel=arrays(4))
def test_direct_agrees_with_scipy(student, image, kernel):
    """The sum in real space is SciPy's, cut from index M // 2 on, for odd and even sizes."""
    near(student.convolve_direct(image, kernel), aligned(image, kernel), help="A convolution turns the kernel round.")


@task("convolve_direct", points=1)
@cases([{"rows": 4, "columns": 3}, {"rows": 2, "columns": 6}], random=2, rows=st.integers(1, 6), columns=st.integers(1, 6))
def test_direct_keeps_an_image_in_its_place(student, rows, columns):
    """In real space, too, a kernel that is 1 at its origin, index M // 2, gives the image back."""
    image = noise(5, 6)
    near(student.convolve_direct(image, one_at_origin(rows, columns)), image, help="The origin is at index M // 2 along each axis.")


@task("convolve_direct", points=1)
def test_direct_is_zero_outside(student):
    """In real space the image is zero outside: the mean over 3 by 3 pixels of a constant image falls to 4/9 in the corners."""
    expected = np.array([[4, 6, 6, 4], [6, 9, 9, 6], [4, 6, 6, 4]]) / 9
    near(student.convolve_direct(np.ones((3, 4)), np.full((3, 3), 1 / 9)), expected, help="np.roll brings the other side of the image in.")


@task("convolve_direct", points=0.5)
def test_direct_of_complex_arrays(student):
    """Complex numbers stay complex in real space, too, also where only the image or only the kernel is complex."""
    for image, kernel in with_complex_numbers((4, 5), (2, 3)):
        near(student.convolve_direct(image, kernel), aligned(image, kernel), help="Make the array in which you add up complex.")


@task("convolve_direct", points=0.5)
def test_direct_of_whole_numbers(student):
    """An image of whole numbers can be filtered with a kernel of fractions."""
    near(student.convolve_direct([[1, 2, 4, 1]], [[0.25, 0.5, 0.25]]), [[1.0, 2.25, 2.75, 1.5]],
         help="An array of whole numbers to add up in cuts the fractions off.")


@task("convolve_direct", points=0.5)
def test_direct_leaves_its_arguments_alone(student):
    """convolve_direct changes neither image nor kernel."""
    leaves_arguments_alone(student.convolve_direct, noise(5, 6), noise(2, 3))


# 5. gaussian_kernel

BLURS = [{"sigma": 3.0, "pixel_size": 1.5, "truncate": 2.0}, {"sigma": 5.1, "pixel_size": 1.7, "truncate": 4.0},
         {"sigma": 2.0, "pixel_size": 1.25, "truncate": 1.0}, {"sigma": 1.0, "pixel_size": 1.0, "truncate": 2.7},
         {"sigma": 1.25, "pixel_size": 1.0, "truncate": 2.0}]
blurs = {"sigma": st.integers(4, 12).map(lambda n: n / 4), "pixel_size": st.sampled_from([0.8, 1.6]),
         "truncate": st.sampled_from([1.1, 2.3])}


@task("gaussian_kernel", points=1)
@cases(BLURS, random=3, **blurs)
def test_kernel_sums_to_one(student, sigma, pixel_size, truncate):
    """The elements of the kernel sum to 1, so that the mean of an image stays what it was."""
    close(np.sum(as_array(student.gaussian_kernel(sigma, pixel_size, truncate))), 1, help="Divide by the sum after cutting.")


@task("gaussian_kernel", points=1)
@cases(BLURS, random=3, **blurs)
def test_kernel_size(student, sigma, pixel_size, truncate):
    """The kernel has 2 r + 1 rows and columns, r the nearest whole number to truncate times sigma in pixels, halves rounded up."""
    side = 2 * math.floor(truncate * sigma / pixel_size + 0.5) + 1
    as_array(student.gaussian_kernel(sigma, pixel_size, truncate), shape=(side, side),
             help="r counts pixels; sigma is in Å. Python's round takes halves to the even number, 2.5 to 2.")


@task("gaussian_kernel", points=2)
@cases(BLURS, random=3, **blurs)
def test_kernel_agrees_with_scipy(student, sigma, pixel_size, truncate):
    """It is what scipy.ndimage.gaussian_filter makes of a single bright pixel."""
    radius = math.floor(truncate * sigma / pixel_size + 0.5)
    spot = one_at_origin(2 * radius + 1, 2 * radius + 1)
    near(student.gaussian_kernel(sigma, pixel_size, truncate),
         ndimage.gaussian_filter(spot, sigma / pixel_size, radius=radius, mode="constant"),
         help="The window is a square, corners included.")


@task("gaussian_kernel", points=1)
@cases(BLURS, random=3, **blurs)
def test_kernel_falls_as_a_gaussian(student, sigma, pixel_size, truncate):
    """One pixel off, the kernel has fallen by exp(−pixel_size²/(2 sigma²)), along rows and along columns."""
    kernel = as_array(student.gaussian_kernel(sigma, pixel_size, truncate))
    side = kernel.shape[0] if kernel.ndim == 2 else 0
    require(side % 2 == 1 and side > 1 and kernel.shape == (side, side), "returned no square kernel with a pixel in the middle", got=kernel)
    middle, fall = side // 2, math.exp(-(pixel_size**2) / (2 * sigma**2))
    require(abs(kernel[middle, middle]) > 0, "is zero in the middle", got=kernel)
    ratios = [kernel[middle, middle + 1] / kernel[middle, middle], kernel[middle + 1, middle] / kernel[middle, middle]]
    close(ratios, [fall, fall], rtol=1e-3, help="The exponent is −x²/(2σ²) with x and σ both in Å, or both in pixels.")


# 6. truncation_error


def distance_of_kernels(sigma, pixel_size, radius):
    """Sum of |h − h'| in two dimensions, element by element, with a long kernel for the infinite one."""
    width = sigma / pixel_size
    reach = radius + int(12 * width)
    profile = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * width**2))
    full = np.outer(profile, profile)
    short = np.zeros_like(full)
    inside = slice(reach - radius, reach + radius + 1)
    short[inside, inside] = full[inside, inside] / full[inside, inside].sum()
    return float(np.abs(full / full.sum() - short).sum())


@task("truncation_error", points=2)
@cases([{"width": 2.0, "radius": 2}, {"width": 3.0, "radius": 6}, {"width": 1.0, "radius": 3}, {"width": 0.75, "radius": 1}], random=3,
       width=st.integers(2, 12).map(lambda n: n / 4), radius=st.integers(1, 6))
def test_bound_by_adding_up(student, width, radius):
    """The error is the sum of |h − h'| over the plane."""
    close(student.truncation_error(width, 1.0, radius), distance_of_kernels(width, 1.0, radius), rtol=1e-3, atol=3e-6,
          help="What lies outside is lost, and what lies inside becomes larger by as much in all. The window has two dimensions.")


@task("truncation_error", points=1)
@cases([{"sigma": 3.0, "pixel_size": 1.5, "radius": 3}, {"sigma": 1.7, "pixel_size": 1.7, "radius": 2}], random=2,
       sigma=st.integers(4, 10).map(lambda n: n / 2), pixel_size=st.sampled_from([0.8, 1.6]), radius=st.integers(1, 5))
def test_bound_in_angstroms(student, sigma, pixel_size, radius):
    """sigma is in Å and the radius in pixels."""
    close(student.truncation_error(sigma, pixel_size, radius), distance_of_kernels(sigma, pixel_size, radius), rtol=1e-3, atol=3e-6,
          help="Divide sigma by the pixel size.")


@task("truncation_error", points=0.5)
def test_bound_of_a_single_pixel(student):
    """With radius 0 the kernel is a single 1, and the error 2(1 − h[0, 0])."""
    close(student.truncation_error(1.0, 1.0, 0), 2 * (1 - 1 / 2.5066282880429055**2), rtol=1e-3, help="An empty sum over the tail is 0.")


@task("truncation_error", points=0.5)
@cases([{"radius": 20}, {"radius": 40}, {"radius": 60}], random=0, radius=st.just(20))
def test_bound_of_a_wide_gaussian(student, radius):
    """For a wide Gaussian the sum becomes an integral, and the error 2(1 − erf²) of half a pixel more than the radius."""
    share = math.erf((radius + 0.5) / (20 * math.sqrt(2)))
    close(student.truncation_error(20.0, 1.0, radius), 2 * (1 - share**2), rtol=1e-2)


# 7. projection


def half_precision_map(data):
    """The map as stored, in double precision."""
    with mrcfile.open(data / "helices.mrc") as file:
        return file.data.astype(float)


@task("projection", points=1.5)
def test_projection(student, data):
    """projection is the sum over z of the map, in at least single precision."""
    close(student["projection"], half_precision_map(data).sum(axis=0), atol=1e-3, rtol=0,
          help="A volume is [z, y, x]: sum over its first axis, after converting it from half precision.")


@task("projection", points=0.5)
def test_pixel_size(student):
    """pixel_size is what the header says, 1.7 Å."""
    close(student["pixel_size"], 1.7, unit="Å", help="mrcfile gives it as file.voxel_size.x.")


# 8. both_spaces


@task("both_spaces", points=1)
def test_two_spaces_agree(student):
    """Real space and Fourier space agree to rounding."""
    between(student["log10_difference"], -17.1, -6,
            help="The base-10 logarithm of the largest difference over the largest pixel; double precision gives -14 to -16.")


@task("both_spaces", points=2)
def test_measured_errors(student, data):
    """measured_errors are the largest differences between truncated and whole filters, over the largest pixel of the projection."""
    image = half_precision_map(data).sum(axis=0)

    def blurred(deviations):
        return ndimage.gaussian_filter(image, 3.0, radius=3 * deviations, mode="constant")

    expected = [np.abs(blurred(deviations) - blurred(8)).max() / image.max() for deviations in (1, 2, 3)]
    close(student["measured_errors"], expected, rtol=0.05, atol=0, help="Divide by the largest pixel of the projection before filtering.")


@task("both_spaces", points=2)
def test_predicted_errors(student):
    """predicted_errors are the bounds for kernels that reach 3, 6 and 9 pixels at a standard deviation of 3 pixels."""
    close(student["predicted_errors"], [distance_of_kernels(3.0, 1.0, radius) for radius in (3, 6, 9)], rtol=0.05, atol=0,
          help="5.1 Å are 3 pixels of 1.7 Å; the radius is in pixels.")


@task("both_spaces", points=1)
def test_speed_up(student):
    """measured_speed_up is a ratio of two times."""
    between(student["measured_speed_up"], 0.02, 1e5, help="Seconds of convolve_direct over seconds of convolve_same.")


# 9. gaussian_transfer


@task("gaussian_transfer", points=1)
def test_gaussian_transfer_at_one_frequency(student):
    """At s = 1/(2π sigma) the filter is exp(−1/2)."""
    sigma = 16 / (2 * np.pi)  # so that this is the frequency 1/16 Å⁻¹ of index 1, in a row of 8 pixels of 2 Å
    got = as_array(student.gaussian_transfer((1, 8), 2.0, sigma), shape=(1, 8))
    close(got[0, :3], np.exp([0, -0.5, -2]), help="Frequencies in 1/Å are cycles per pixel divided by the pixel size.")


@task("gaussian_transfer", points=2)
@cases([{"shape": (5, 8), "pixel_size": 1.7, "sigma": 1.5}, {"shape": (49, 54), "pixel_size": 0.8, "sigma": 1.0},
        {"shape": (7, 3), "pixel_size": 2.5, "sigma": 1.25}], random=4, shape=st.tuples(st.integers(1, 9), st.integers(1, 9)),
       pixel_size=st.sampled_from([0.8, 1.0, 2.5]), sigma=st.integers(0, 6).map(lambda n: n / 4))
def test_gaussian_transfer_by_definition(student, shape, pixel_size, sigma):
    """It is exp(−2π² sigma² s²) on any grid, rows and columns each with their own frequencies."""
    expected = np.empty(shape)
    for row in range(shape[0]):
        for column in range(shape[1]):
            cycles = [(k if 2 * k < n else k - n) / n for k, n in zip((row, column), shape, strict=True)]
            expected[row, column] = math.exp(-2 * (math.pi * sigma / pixel_size) ** 2 * (cycles[0] ** 2 + cycles[1] ** 2))
    near(student.gaussian_transfer(shape, pixel_size, sigma), expected, help="Frequency 0 first; −n//2 and the like at the end.")


@task("gaussian_transfer", points=1)
@cases([{"shape": (25, 32), "sigma": 2.0}, {"shape": (27, 26), "sigma": 1.5}], random=0, shape=st.just((25, 32)), sigma=st.just(2.0))
def test_gaussian_transfer_is_that_of_the_kernel(student, shape, sigma):
    """It is the transform of a sampled Gaussian of that standard deviation, at a pixel size of 1 Å."""
    profiles = [np.exp(-((np.arange(n) - n // 2) ** 2) / (2 * sigma**2)) for n in shape]
    kernel = np.outer(*profiles)
    expected = np.fft.fft2(np.fft.ifftshift(kernel / kernel.sum()))
    close(student.gaussian_transfer(shape, 1.0, sigma), expected, rtol=0, atol=1e-3)


@task("gaussian_transfer", points=1)
@cases([{"sigmas": (3.0, 4.0)}, {"sigmas": (1.5, 2.0)}], random=0, sigmas=st.just((3.0, 4.0)))
def test_gaussian_transfers_multiply(student, sigmas):
    """A blur by 3 Å and one by 4 Å are one by 5 Å."""
    first, second = (as_array(student.gaussian_transfer((6, 9), 3.0, sigma), shape=(6, 9)) for sigma in sigmas)
    total = 3.0 * np.hypot(*sigmas)
    expected = np.exp(-2 * (np.pi * total / 9) ** 2 * (np.fft.fftfreq(6)[:, None] ** 2 + np.fft.fftfreq(9) ** 2))
    near(first * second, expected, help="The exponent is of second degree in sigma.")


# 10. transfer_gaps


def gap(weights, continuous):
    """Largest difference between a symmetric kernel's transfer function and a continuous one; weights from the middle outwards."""
    cycles = np.linspace(0, 0.5, 501)
    cosines = np.cos(2 * np.pi * np.outer(np.arange(1, len(weights)), cycles))
    return np.abs(weights[0] + 2 * np.asarray(weights[1:]) @ cosines - continuous(cycles)).max()


def three_gaps(student):
    return as_array(student["gaps"], shape=(3,), help="Three numbers: Gaussian, box, sharpening.")


@task("transfer_gaps", points=1)
def test_gap_of_the_gaussian(student):
    """The sampled Gaussian differs from the continuous one by less than one per cent."""
    tail = np.exp(-(np.arange(13) ** 2) / 2)
    expected = gap(tail / (2 * tail.sum() - 1), lambda v: np.exp(-2 * np.pi**2 * v**2))
    close(three_gaps(student)[0], expected, rtol=0.02, atol=0, help="Look at Nyquist, where the nearest copy is as large as the original.")


@task("transfer_gaps", points=1)
def test_gap_of_the_box(student):
    """Five samples of 1/5 are not a box of length 5: the gap is about a tenth."""
    close(three_gaps(student)[1], gap([0.2] * 3, lambda v: np.sinc(5 * v)), rtol=0.02, atol=0,
          help="H is (1 + 2 cos 2πν + 2 cos 4πν)/5; take absolute differences, not relative ones.")


@task("transfer_gaps", points=1)
def test_gap_of_the_sharpening_kernel(student):
    """The gap of the sharpening kernel is larger than its transfer function."""
    close(three_gaps(student)[2], gap([3, -1], lambda v: 1 + 4 * np.pi**2 * v**2), rtol=0.02, atol=0,
          help="H is 3 − 2 cos 2πν, at most 5.")


# 11. operation_counts

shapes = st.tuples(st.integers(1, 9), st.integers(1, 9))
GRIDS = [{"image": (64, 50), "kernel": (5, 7)}, {"image": (49, 98), "kernel": (4, 1)}, {"image": (1, 1), "kernel": (1, 1)}]


def three_counts(got):
    return as_array(got, shape=(3,), help="Three numbers: direct, separable, fourier.")


@task("operation_counts", points=1)
@cases(GRIDS, random=3, image=shapes, kernel=shapes)
def test_direct_count(student, image, kernel):
    """In real space every pair of an element and a pixel costs two operations."""
    counts = three_counts(student.operation_counts(image, kernel))
    close(counts[0], 2 * math.prod(image) * math.prod(kernel), help="A multiplication and an addition.")


@task("operation_counts", points=1)
@cases(GRIDS, random=3, image=shapes, kernel=shapes)
def test_separable_count(student, image, kernel):
    """A column and then a row cost as many operations as the two have elements, times two, times the pixels."""
    counts = three_counts(student.operation_counts(image, kernel))
    close(counts[1], 2 * math.prod(image) * sum(kernel), help="Two passes add up: rows plus columns of the kernel.")


@task("operation_counts", points=2)
@cases(GRIDS, random=3, image=shapes, kernel=shapes)
def test_fourier_count(student, image, kernel):
    """In Fourier space it is three transforms of the padded arrays, and the product."""
    counts = three_counts(student.operation_counts(image, kernel))
    pixels = math.prod(n + m - 1 for n, m in zip(image, kernel, strict=True))
    close(counts[2], pixels * (15 * math.log2(pixels) + 6),
          help="P = (Ny + My − 1)(Nx + Mx − 1), also in the logarithm, which is to base 2.")


# 12. crossover


def first_width(n, cost):
    """Smallest odd width up to n from which the Fourier count is smaller, or 0."""
    for m in range(1, n + 1, 2):
        pixels = (n + m - 1) ** 2
        if pixels * (15 * math.log2(pixels) + 6) < cost(n, m):
            return m
    return 0


@task("crossover", points=1.5)
def test_direct_crossovers(student):
    """Against the direct sum, Fourier space wins from a kernel width on that hardly depends on the image."""
    close(student["direct_crossovers"], [first_width(n, lambda n, m: 2 * n * n * m * m) for n in (256, 4096)])


@task("crossover", points=1.5)
def test_separable_crossovers(student):
    """Against two passes with a column and a row, Fourier space wins late or never."""
    close(student["separable_crossovers"], [first_width(n, lambda n, m: 4 * n * n * m) for n in (256, 4096)],
          help="A wider kernel also makes the padded image larger. Write 0 where the Fourier count is never the smaller.")


@task("crossover", points=1)
def test_measured_crossover(student):
    """measured_crossover is a kernel width between 1 and 255 pixels."""
    between(student["measured_crossover"], 1, 255, unit="pixels")


# 14. convolve_gaussians

positive = st.integers(1, 16).map(lambda n: n / 8)
gaussians = st.tuples(positive, positive)
PAIRS = [{"first": (1.0, 1.0), "second": (1.0, 2.0)}, {"first": (2.0, 0.5), "second": (3.0, 4.0)}]


def gaussian(got):
    return as_array(got, shape=(2,), help="A pair: amplitude, a.")


@task("convolve_gaussians", points=1.5)
@cases(PAIRS, random=3, first=gaussians, second=gaussians)
def test_variances_add(student, first, second):
    """1/a, twice the variance, of the convolution is the sum of both."""
    got = gaussian(student.convolve_gaussians(first, second))
    close(got[1], 1 / (1 / first[1] + 1 / second[1]), help="Not a + b: that is the product of the two. Not √(1/a) either.")


@task("convolve_gaussians", points=1.5)
@cases(PAIRS, random=3, first=gaussians, second=gaussians)
def test_areas_multiply(student, first, second):
    """The area under the convolution, A √(π/a), is the product of the two areas."""
    amplitude, exponent = gaussian(student.convolve_gaussians(first, second))
    require(exponent > 0, "returned an a that is not positive", got=exponent)
    close(amplitude * np.sqrt(np.pi / exponent), first[0] * second[0] * np.pi / np.sqrt(first[1] * second[1]),
          help="The integral leaves a factor √(π/(a + b)).")


@task("convolve_gaussians", points=1)
@cases(PAIRS, random=3, first=gaussians, second=gaussians)
def test_against_a_sum(student, first, second):
    """At x = 0 and x = 1 Å it is the integral, summed numerically."""
    t = np.arange(-40, 40.01, 0.05)
    expected = [0.05 * np.sum(first[0] * np.exp(-first[1] * t**2) * second[0] * np.exp(-second[1] * (x - t) ** 2)) for x in (0, 1)]
    amplitude, exponent = gaussian(student.convolve_gaussians(first, second))
    close([amplitude, amplitude * np.exp(-exponent)], expected, rtol=1e-3)


@task("convolve_gaussians", points=1)
def test_three_in_any_order(student):
    """f₁ * (f₂ * f₃) and (f₁ * f₂) * f₃ are both π/√11 exp(−6x²/11)."""
    right = student.convolve_gaussians((1.0, 1.0), tuple(gaussian(student.convolve_gaussians((1.0, 2.0), (1.0, 3.0))).tolist()))
    left = student.convolve_gaussians(tuple(gaussian(student.convolve_gaussians((1.0, 1.0), (1.0, 2.0))).tolist()), (1.0, 3.0))
    close([gaussian(right), gaussian(left)], [[np.pi / np.sqrt(11), 6 / 11]] * 2)


# 15. three_gaussians


@task("three_gaussians", points=1)
def test_peak_and_exponent(student):
    """peak and exponent are those of the convolution of all three."""
    close([as_array(student["peak"], shape=()), as_array(student["exponent"], shape=())], [np.pi / np.sqrt(11), 6 / 11], rtol=2e-3)


@task("three_gaussians", points=1)
def test_sampled_peak(student):
    """The samples give the same peak as the formula."""
    close(student["sampled_peak"], np.pi / np.sqrt(11), rtol=2e-3, help="Each convolution of samples is multiplied by the spacing, 0.1 Å.")


@task("three_gaussians", points=1)
def test_brackets_agree(student):
    """The two bracketings of the samples agree to rounding."""
    between(student["log10_bracket_difference"], -17.1, -12, help="The base-10 logarithm, in double precision. Compare the full results.")


# 17. deconvolution


def blur(*shape):
    """A transfer function without zeros whose kernel is real and not symmetric, so that it is complex."""
    kernel = np.zeros(shape)
    kernel[0, 0], kernel[0, 1 % shape[1]], kernel[1 % shape[0], 0] = 4, 1, -1.5
    return np.fft.fft2(kernel)


@task("deconvolution", points=1.5)
@cases([{"image": noise(5, 8)}, {"image": noise(49, 54)}, {"image": noise(1, 7)}], random=3, image=arrays(5))
def test_inverse_undoes_a_blur(student, image):
    """Without noise, the inverse filter gives back what was blurred, also where the transfer function is complex."""
    transfer = blur(*np.shape(image))
    blurred = np.fft.ifft2(np.fft.fft2(image) * transfer).real
    close(student.inverse_filter(blurred, transfer), np.asarray(image, dtype=float), rtol=0, atol=1e-3,
          help="Divide by H itself: its phase is part of the blur.")


@task("deconvolution", points=1)
def test_inverse_of_a_shift(student):
    """Dividing by the transfer function of a shift moves the image back."""
    image = noise(6, 5)
    transfer = np.exp(-2j * np.pi * np.fft.fftfreq(6))[:, None] * np.ones(5)
    near(student.inverse_filter(np.roll(image, 1, axis=0), transfer), image, help="Multiplying by H again would shift it further.")


@task("deconvolution", points=0.5)
def test_inverse_of_a_complex_image(student):
    """The inverse filter keeps complex images."""
    image = noise(4, 6, imaginary=True)
    close(student.inverse_filter(np.fft.ifft2(np.fft.fft2(image) * blur(4, 6)), blur(4, 6)), image, rtol=0, atol=1e-3,
          help="Do not take the real part.")


@task("deconvolution", points=1)
def test_noise_gain_of_two_values(student):
    """Half of the frequencies at 1 and half at 1/2 give a gain of √2.5."""
    close(student.noise_gain([[1, 0.5], [0.5, 1]]), math.sqrt(2.5), help="Mean of 1/|H|² first, then the root.")


@task("deconvolution", points=1)
@cases([{"shape": (5, 8)}, {"shape": (7, 7)}], random=2, shape=st.tuples(st.integers(2, 8), st.integers(2, 8)))
def test_noise_gain_by_parseval(student, shape):
    """The gain is the root of the sum of squares of the inverse filter's kernel (Parseval), also for a complex transfer function."""
    kernel = np.fft.ifft2(1 / blur(*shape))
    close(student.noise_gain(blur(*shape)), np.sqrt(np.sum(np.abs(kernel) ** 2)), help="|H|² is a square of a modulus.")


@task("deconvolution", points=0.5)
def test_noise_gain_of_a_zero(student):
    """A transfer function with a zero has an infinite noise gain."""
    got = as_array(student.noise_gain([[1.0, 0.5, 0.0]]), shape=())
    require(bool(got == np.inf), "is not infinite for a transfer function with a zero", got=got, help="Return np.inf.")


@task("deconvolution", points=0.5)
def test_deconvolution_leaves_its_arguments_alone(student):
    """inverse_filter changes neither image nor transfer function, and noise_gain does not change the transfer function."""
    leaves_arguments_alone(student.inverse_filter, noise(4, 6), blur(4, 6))
    for transfer in (blur(4, 6), np.array([[1.0, -0.5]]), np.array([[2.0, 0.0]])):
        leaves_arguments_alone(student.noise_gain, transfer)


# 18. wiener_filter


@task("wiener_filter", points=1)
def test_wiener_at_high_snr(student):
    """Where the signal is far above the noise, the Wiener filter is 1/H."""
    transfer = blur(5, 4) / 4
    close(student.wiener_filter(transfer, 1e9), 1 / transfer, rtol=1e-3, atol=1e-3, help="1/SNR goes to zero there, not SNR.")


@task("wiener_filter", points=1.5)
@cases([{"h": 0.5, "snr": 4.0}, {"h": -0.5, "snr": 2.0}, {"h": 1.0, "snr": 0.25}], random=3,
       h=st.sampled_from([-1.0, -0.5, 0.25, 0.5]), snr=st.sampled_from([0.25, 0.5, 2.0, 4.0]))
def test_wiener_at_one_frequency(student, h, snr):
    """At a real H it is H/(H² + 1/SNR), with the SNR a ratio of powers."""
    close(student.wiener_filter([[h]], snr), [[h / (h * h + 1 / snr)]],
          help="The SNR is a ratio of variances already; take no root, and turn it over once.")


@task("wiener_filter", points=1)
def test_wiener_undoes_the_phase(student):
    """W times H is real and between 0 and 1: the phase of H is undone."""
    transfer = blur(4, 7) / 4
    product = as_array(student.wiener_filter(transfer, 3.0), shape=(4, 7)) * transfer
    close(product, np.abs(transfer) ** 2 / (np.abs(transfer) ** 2 + 1 / 3.0), help="The numerator is the conjugate of H.")


@task("wiener_filter", points=1.5)
def test_wiener_is_the_best(student):
    """No small change of W at any frequency lowers the expected squared error |1 − W H|² S + |W|² N."""
    transfer, snr = noise(3, 5, imaginary=True), 0.25 + np.abs(noise(5, 3)).T
    got = as_array(student.wiener_filter(transfer, snr), shape=(3, 5))

    def error(w):
        return np.abs(1 - w * transfer) ** 2 * snr + np.abs(w) ** 2  # the noise has power 1, the signal SNR

    require(bool(np.all(np.isfinite(got))), "has values that are not finite", got=got)
    better = [np.any(error(got + step) < error(got) - 1e-6) for step in (0.02, -0.02, 0.02j, -0.02j)]
    require(not any(better), "is not the best filter: a slightly different W has a smaller expected error", got=got,
            help="Derive W: set the derivative of |1 − W H|² S + |W|² N with respect to W to zero, S/N = SNR.")


@task("wiener_filter", points=1)
def test_wiener_at_zeros(student):
    """Where H or the SNR is zero, W is zero, and never NaN."""
    close(student.wiener_filter([[0.0, 1.0, 0.0, -1.0]], [[4.0, 0.0, 0.0, 1.0]]), [[0, 0, 0, -0.5]],
          help="Multiply numerator and denominator by the SNR, and nothing is divided by zero.")
    close(student.wiener_filter([[1, 0.5]], 0.0), [[0, 0]], help="One SNR for all frequencies may be zero, too.")


@task("wiener_filter", points=0.5)
def test_wiener_with_one_snr_each(student):
    """With an SNR for each frequency, each frequency is filtered by its own."""
    snr = np.array([[16.0, 4.0, 1.0], [0.25, 1.0, 4.0]])
    close(student.wiener_filter(np.full((2, 3), 0.5), snr), 0.5 / (0.25 + 1 / snr), help="Do not average the SNR.")


@task("wiener_filter", points=0.5)
def test_wiener_leaves_its_arguments_alone(student):
    """wiener_filter changes neither the transfer function nor the SNR."""
    leaves_arguments_alone(student.wiener_filter, blur(4, 6), 4 * np.eye(4, 6))
    leaves_arguments_alone(student.wiener_filter, np.array([[2.0, 0.0]]), np.array([[4.0, 1.0]]))


# 19. recovery


def deblurring(data):
    """Projection, blurred image and transfer function, all from the files."""
    sharp = half_precision_map(data).sum(axis=0)
    with mrcfile.open(data / "blurred.mrc") as file:
        image = file.data.astype(float)
    rows, columns = (np.fft.fftfreq(n, 1.7) for n in sharp.shape)
    return sharp, image, np.exp(-2 * (np.pi * 2.5) ** 2 * np.add.outer(rows**2, columns**2))


def relative_error(sharp, image):
    return np.linalg.norm(image - sharp) / np.linalg.norm(sharp - sharp.mean())


def estimate_error(data, snr):
    """Relative error of the best linear estimate for an assumed SNR."""
    sharp, image, transfer = deblurring(data)
    shrunk = np.fft.fft2(image) / transfer * (transfer**2 * snr / (transfer**2 * snr + 1))
    return relative_error(sharp, np.fft.ifft2(shrunk).real)


@task("recovery", points=1)
def test_recovery_noise_gain(student):
    """The blur of 2.5 Å would multiply white noise by almost fifty million."""
    exponents = [np.exp(4 * (np.pi * 2.5 * np.fft.fftfreq(n, 1.7)) ** 2).mean() for n in (49, 54)]
    close(student["log10_noise_gain"], 0.5 * np.log10(exponents[0] * exponents[1]), rtol=0, atol=0.02)


@task("recovery", points=1)
def test_recovery_naive(student, data):
    """After naive deconvolution the error is millions of times the projection."""
    sharp, image, transfer = deblurring(data)
    naive = np.fft.ifft2(np.fft.fft2(image) / transfer).real
    close(student["log10_error_naive"], np.log10(relative_error(sharp, naive)), rtol=0, atol=0.02, help="Report the logarithm to base 10.")


@task("recovery", points=1)
def test_recovery_blurred(student, data):
    """The blurred image itself is a third off."""
    sharp, image, _ = deblurring(data)
    close(student["error_blurred"], relative_error(sharp, image), rtol=5e-3, help="Subtract the mean of the projection in the denominator.")


@task("recovery", points=1)
def test_recovery_flat(student, data):
    """One SNR for all frequencies, the ratio of variances, gives most of it back."""
    sharp, _, _ = deblurring(data)
    close(student["error_flat"], estimate_error(data, sharp.var() / 0.1**2), rtol=5e-3, help="The SNR is a ratio of variances.")


@task("recovery", points=1)
def test_recovery_true(student, data):
    """The true SNR at each frequency gives more."""
    sharp, _, _ = deblurring(data)
    power = np.abs(np.fft.fft2(sharp)) ** 2 / (sharp.size * 0.1**2)
    close(student["error_true"], estimate_error(data, power), rtol=5e-3,
          help="The transform of white noise of variance σ² in N pixels has the mean power N σ².")
