# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Convolution in both spaces, and the way back
#
# Week W05, stream: sharpen. About five and a half hours. Read [the chapter](../../book/convolution_theorem.md) first.
#
# Afterwards you will be able to
#
# * compute a linear convolution with Fourier transforms, exact to rounding, whatever the sizes of image and kernel;
# * turn a kernel into a transfer function, with its origin where it belongs;
# * predict what a truncated kernel costs, and hold the prediction against a measurement;
# * say when Fourier space is the faster way, and when two filters that should be one filter differ;
# * say why a deconvolution blows up, by how much, and how a Wiener filter holds it back.
#
# Throughout, `image` has $N_y$ rows and $N_x$ columns, `kernel` has $M_y$ rows and $M_x$ columns, either may be real or complex, and
# the *origin* of an array of $n$ rows or columns is at index $n // 2$, for even and for odd $n$. The transform is numpy's:
# $F_k = \sum_x f_x\, e^{-2\pi i k x/N}$, without a factor.

# %% given="imports"
import time

import mrcfile
import numpy as np

# %% [markdown]
# ## 1. Linear convolution
#
# $$g_p = \sum_q f_{p-q}\, h_q$$
#
# with $f$ the image, $h$ the kernel, $q$ running over all elements $(q_y, q_x)$ of the kernel, and $f$ zero outside of its array.
# Nothing wraps around. All $g_p$ that can differ from zero are asked for: that is *full* convolution. Multiply transforms. The
# ready-made convolutions (`scipy.signal`, `scipy.ndimage`, `np.convolve`) are switched off while your function runs.

# %% solution="convolve_full"
def convolve_full(image, kernel):
    """Full linear convolution of two images.

    Parameters
    ----------
    image : array_like, shape (Ny, Nx)
        Real or complex. It is not changed.
    kernel : array_like, shape (My, Mx)
        Real or complex, smaller or larger than the image. It is not changed.

    Returns
    -------
    array_like, shape (Ny + My - 1, Nx + Mx - 1)
        The sum of image[p - q] * kernel[q] over q, at p = (0, 0) to (Ny + My - 2, Nx + Mx - 2). Complex where an argument is complex; if
        both are real, the result may be real, or complex with imaginary parts that are zero up to rounding.

    Notes
    -----
    Not allowed here: scipy.signal, scipy.ndimage, numpy.convolve.
    """
    ### BEGIN SOLUTION
    shape = np.shape(image)[0] + np.shape(kernel)[0] - 1, np.shape(image)[1] + np.shape(kernel)[1] - 1
    return np.fft.ifft2(np.fft.fft2(image, s=shape) * np.fft.fft2(kernel, s=shape))
    ### END SOLUTION

# %% example="convolve_full"
assert np.allclose(convolve_full([[1, 2, 3]], [[1, 10]]), [[1, 12, 23, 30]])

# %% [markdown]
# ## 2. Aligned with the image
#
# A filtered image should have the size of the image and lie where the image lies. With $c = (M_y // 2, M_x // 2)$, the origin of the
# kernel,
#
# $$g_p = \sum_q f_{p-q+c}\, h_q, \qquad p \text{ a pixel of the image},$$
#
# $f$ again zero outside. A kernel that is 1 at its origin and 0 elsewhere gives the image back. For an odd number of rows
# and columns this is what `scipy.signal.convolve(image, kernel, mode="same")` returns; for an even number $M$ SciPy takes $(M-1) // 2$
# for the origin, one pixel less than we do.

# %% solution="convolve_same"
def convolve_same(image, kernel):
    """Linear convolution at the pixels of the image, the kernel's origin at index M // 2.

    Parameters
    ----------
    image : array_like, shape (Ny, Nx)
        Real or complex; zero outside. It is not changed.
    kernel : array_like, shape (My, Mx)
        Real or complex, origin at [My // 2, Mx // 2], smaller or larger than the image. It is not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        The sum of image[p - q + c] * kernel[q] over q, c the kernel's origin.

    Notes
    -----
    Not allowed here: scipy.signal, scipy.ndimage, numpy.convolve.
    """
    ### BEGIN SOLUTION
    rows, columns = np.shape(image)
    top, left = np.shape(kernel)[0] // 2, np.shape(kernel)[1] // 2
    return convolve_full(image, kernel)[top : top + rows, left : left + columns]
    ### END SOLUTION

# %% example="convolve_same"
assert np.allclose(convolve_same([[1, 2, 3]], [[1, 10, 100]]), [[12, 123, 230]])
assert np.allclose(convolve_same([[1, 2, 3]], [[1, 10]]), [[12, 23, 30]])

# %% [markdown]
# ## 3. A kernel on the grid of an image
#
# Where a border that wraps around does no harm, no padding of the image is needed: `ifft2(fft2(image) * H)` with
#
# $$H_k = \sum_q h_q\, e^{-2\pi i\, [k_y (q_y - c_y)/N_y + k_x (q_x - c_x)/N_x]}, \qquad c = (M_y // 2, M_x // 2),$$
#
# is the circular convolution, aligned as in task 2. $H$ has the shape of the image, however small the kernel is.

# %% solution="transfer_function"
def transfer_function(kernel, shape):
    """Transfer function of a kernel on the grid of an image.

    Parameters
    ----------
    kernel : array_like, shape (My, Mx)
        Real or complex, origin at [My // 2, Mx // 2]. It is not changed.
    shape : tuple of int
        (Ny, Nx), the shape of the image, with Ny >= My and Nx >= Mx.

    Returns
    -------
    array_like of complex, shape (Ny, Nx)
        H[ky, kx], frequency 0 at [0, 0] (numpy's order), H[0, 0] the sum of the kernel.

    Notes
    -----
    Not allowed here: scipy.signal, scipy.ndimage, numpy.convolve.
    """
    ### BEGIN SOLUTION
    kernel = np.asarray(kernel)
    padded = np.zeros(shape, dtype=complex)
    padded[: kernel.shape[0], : kernel.shape[1]] = kernel
    return np.fft.fft2(np.roll(padded, (-(kernel.shape[0] // 2), -(kernel.shape[1] // 2)), axis=(0, 1)))
    ### END SOLUTION

# %% example="transfer_function"
assert np.allclose(transfer_function([[1, 2, 1]], (1, 4)), [[4, 2, 0, 2]])

# %% [markdown]
# ## 4. In real space
#
# The same sum as in task 2, without any Fourier transform.

# %% solution="convolve_direct"
def convolve_direct(image, kernel):
    """The same numbers as `convolve_same`, summed in real space.

    Parameters
    ----------
    image : array_like, shape (Ny, Nx)
        Real or complex; zero outside. It is not changed.
    kernel : array_like, shape (My, Mx)
        Real or complex, origin at [My // 2, Mx // 2], smaller or larger than the image. It is not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        The sum of image[p - q + c] * kernel[q] over q, c the kernel's origin.

    Notes
    -----
    Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.signal, scipy.ndimage, scipy.linalg, numpy.convolve.
    """
    ### BEGIN SOLUTION
    image, kernel = np.asarray(image), np.asarray(kernel)
    rows, columns = image.shape
    total = np.zeros((rows + kernel.shape[0] - 1, columns + kernel.shape[1] - 1), dtype=np.result_type(image, kernel, float))
    for (y, x), weight in np.ndenumerate(kernel):
        total[y : y + rows, x : x + columns] += weight * image
    top, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    return total[top : top + rows, left : left + columns]
    ### END SOLUTION

# %% example="convolve_direct"
assert np.allclose(convolve_direct([[1, 2, 3]], [[1, 10, 100]]), [[12, 123, 230]])

# %% [markdown]
# ## 5. A Gaussian that ends
#
# A Gaussian never ends, a kernel does. Keep the pixels up to $r$ away from the origin in each direction, where $r$ is `truncate` times
# the standard deviation, counted in pixels and rounded to the nearest whole number (halves up). Then make the sum 1 again.

# %% solution="gaussian_kernel"
def gaussian_kernel(sigma, pixel_size, truncate):
    """Gaussian blur as a square kernel whose elements sum to 1.

    Parameters
    ----------
    sigma : float
        Standard deviation along each axis, Å.
    pixel_size : float
        Å.
    truncate : float
        Where the kernel ends, in standard deviations.

    Returns
    -------
    array_like, shape (2 r + 1, 2 r + 1)
        exp(-(y² + x²) / (2 sigma²)) at the middles of the pixels, the origin at index r, divided by the sum of all elements. r is
        truncate * sigma / pixel_size rounded to the nearest whole number, halves up.
    """
    ### BEGIN SOLUTION
    width = sigma / pixel_size
    radius = int(truncate * width + 0.5)
    profile = np.exp(-0.5 * (np.arange(-radius, radius + 1) / width) ** 2)
    kernel = np.outer(profile, profile)
    return kernel / kernel.sum()
    ### END SOLUTION

# %% example="gaussian_kernel"
assert np.shape(gaussian_kernel(3.0, 1.5, 2)) == (9, 9)

# %% [markdown]
# ## 6. What that costs
#
# Let $h$ be the Gaussian sampled at *all* whole pixels of the plane and divided by its sum, and $h'$ the kernel of task 5, zero outside of
# its square. No pixel of a filtered image changes by more than $\max|f| \cdot \sum_q |h_q - h'_q|$, with $f$ the image. Return
# the sum.

# %% solution="truncation_error"
def truncation_error(sigma, pixel_size, radius):
    """Bound of the error made by truncating a Gaussian kernel, relative to the largest absolute value of the image.

    Parameters
    ----------
    sigma : float
        Standard deviation along each axis, Å; at least half a pixel.
    pixel_size : float
        Å.
    radius : int
        r: the truncated kernel has 2 r + 1 rows and columns, and is divided by its own sum.

    Returns
    -------
    float
        The sum of |h - h'| over all pixels of the plane, from 0 to 2.
    """
    ### BEGIN SOLUTION
    width = sigma / pixel_size
    offsets = np.arange(1, radius + int(40 * width) + 1)
    tail = 2 * np.exp(-0.5 * (offsets / width) ** 2)
    share = (1 + tail[:radius].sum()) / (1 + tail.sum())
    return 2 * (1 - share**2)
    ### END SOLUTION

# %% example="truncation_error"
assert 0 < truncation_error(3.0, 1.5, 6) < truncation_error(3.0, 1.5, 4) < 2

# %% [markdown]
# ## 7. A projection
#
# `data/helices.mrc` is a small made-up map of four helices, stored in half precision (mode 12). Read it with `mrcfile`
# and project it: sum over z. The format has 11 significant bits, too few to add up in; add in single or double precision. The pixel
# size of the projection is the voxel size in the header.

# %% solution="projection"
# projection: array of shape (Ny, Nx), the sum over z, no scale
# pixel_size: Å, one number
### BEGIN SOLUTION
with mrcfile.open("data/helices.mrc") as file:
    projection = file.data.astype(float).sum(axis=0)
    pixel_size = float(file.voxel_size.x)
### END SOLUTION

# %% example="projection"
assert np.ndim(projection) == 2
assert pixel_size > 0

# %% [markdown]
# ## 8. Real space against Fourier space
#
# Filter the projection with Gaussians of `sigma` = 5.1 Å. Below, the *largest difference* of two filtered images is the largest
# $|a - b|$ over all pixels, divided by the largest $|f|$ of the (unfiltered) projection. Report
#
# * how far `convolve_direct` and `convolve_same` are apart with `gaussian_kernel(5.1, pixel_size, 4)`;
# * the largest difference between the projection filtered with the kernel truncated at 1, 2 and 3 standard deviations, and filtered with
#   that truncated at 8 (which is as good as none), measured; and `truncation_error` for each of the three, predicted;
# * how many times longer `convolve_direct` takes than `convolve_same` on your machine, with the kernel truncated at 4. There
#   is no right answer to this one: it may well be below 1.

# %% given="stopwatch"
def seconds_of(function, *arguments, repeats=5):
    """Shortest of several times that one call takes, s."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)

# %% solution="both_spaces"
# log10_difference: base-10 logarithm of the largest difference between the two spaces, one number (take -17 if it is zero)
# measured_errors: three numbers, for 1, 2 and 3 standard deviations, two significant digits or more
# predicted_errors: three numbers in the same order, two significant digits or more
# measured_speed_up: seconds of convolve_direct over seconds of convolve_same, one number
### BEGIN SOLUTION
log10_difference = -14.9
measured_errors = [0.1665, 0.02128, 0.001097]
predicted_errors = [0.8483, 0.1163, 0.005860]
measured_speed_up = 5.0  # one slice addition for each of 625 elements of the kernel, on a two-core x86-64 virtual machine
### END SOLUTION

# %% example="both_spaces"
assert len(measured_errors) == len(predicted_errors) == 3
assert log10_difference < 0 < measured_speed_up

# %% [markdown]
# ## 9. A Gaussian as a Fourier filter
#
# A blur with standard deviation $\sigma$ multiplies the transform at the spatial frequency $s$ (1/Å) by $e^{-2\pi^2\sigma^2 s^2}$. No
# kernel has to be made for that.

# %% solution="gaussian_transfer"
def gaussian_transfer(shape, pixel_size, sigma):
    """Fourier filter of a Gaussian blur.

    Parameters
    ----------
    shape : tuple of int
        (Ny, Nx), the shape of the image.
    pixel_size : float
        Å.
    sigma : float
        Standard deviation of the blur along each axis, Å.

    Returns
    -------
    array_like, shape (Ny, Nx)
        exp(-2 π² sigma² s²), s² = sy² + sx² in 1/Å², frequency 0 at [0, 0] (numpy's order).
    """
    ### BEGIN SOLUTION
    rows, columns = (np.fft.fftfreq(n, pixel_size) for n in shape)
    return np.exp(-2 * (np.pi * sigma) ** 2 * (rows[:, np.newaxis] ** 2 + columns**2))
    ### END SOLUTION

# %% example="gaussian_transfer"
assert np.allclose(gaussian_transfer((1, 2), 2.0, 0.0), [[1, 1]])

# %% [markdown]
# ## 10. Three filters
#
# Along one axis, with frequencies $\nu$ in cycles per pixel, compare the transfer function
# $H(\nu) = \sum_q h_q e^{-2\pi i \nu (q - c)}$ of a sampled kernel $h$ with origin $c$ with the transfer function $A(\nu)$ of the
# continuous operation that it stands for:
#
# | filter | kernel $h$, in pixels | continuous operation | $A(\nu)$ |
# |---|---|---|---|
# | Gaussian | $e^{-q^2/2}$ at all whole $q$, divided by the sum | Gaussian of standard deviation 1 | $e^{-2\pi^2\nu^2}$ |
# | box | five times 1/5 | mean over a length of 5 | $\sin(5\pi\nu)/(5\pi\nu)$ |
# | sharpening | $-1, 3, -1$ | $f - f''$ | $1 + 4\pi^2\nu^2$ |
#
# For each, the *gap* is the largest $|H(\nu) - A(\nu)|$ for $0 \le \nu \le 1/2$.

# %% solution="transfer_gaps"
# gaps: three numbers: Gaussian, box, sharpening; two significant digits or more
### BEGIN SOLUTION
gaps = [0.007192, 0.07268, np.pi**2 - 4]
### END SOLUTION

# %% example="transfer_gaps"
assert len(gaps) == 3

# %% [markdown]
# ## 11. Count
#
# Count one operation for each addition or multiplication of real numbers. With image $N_y \times N_x$ and kernel $M_y \times M_x$,
#
# * in real space: a multiplication and an addition for every pair of an element of the kernel and a pixel of the image;
# * in real space, if the kernel is a column times a row (*separable*): the same for a kernel $M_y \times 1$, then for one of
#   $1 \times M_x$, both on $N_y \times N_x$ pixels;
# * in Fourier space: three transforms of the padded arrays, of $P$ pixels each, $5 P \log_2 P$ operations a transform, and $6 P$ for
#   the product. Padding is as in task 1, with no more zeros than needed.

# %% solution="operation_counts"
def operation_counts(image_shape, kernel_shape):
    """Operations of a convolution by three routes.

    Parameters
    ----------
    image_shape : tuple of int
        (Ny, Nx).
    kernel_shape : tuple of int
        (My, Mx).

    Returns
    -------
    direct : float
        In real space.
    separable : float
        In real space, with a column and then with a row.
    fourier : float
        With three Fourier transforms.
    """
    ### BEGIN SOLUTION
    (rows, columns), (down, across) = image_shape, kernel_shape
    padded = (rows + down - 1) * (columns + across - 1)
    fourier = 3 * 5 * padded * np.log2(padded) + 6 * padded
    return 2.0 * rows * columns * down * across, 2.0 * rows * columns * (down + across), fourier
    ### END SOLUTION

# %% example="operation_counts"
assert np.allclose(operation_counts((2, 2), (1, 1)), (8, 16, 144))

# %% [markdown]
# ## 12. Is Fourier space always faster?
#
# Take square images and square kernels of odd width $m \le n$, $n$ the width of the image. For $n = 256$ and for $n = 4096$, find the
# smallest odd $m$ for which the Fourier count is smaller than the direct one, and for which it is smaller than the separable one; write 0
# where there is no such $m$. Then measure on your machine: for a 256 by 256 image, from about which kernel width on is
# `convolve_same` faster than `convolve_direct`? Write 1 if it always is.

# %% solution="crossover"
# direct_crossovers: two whole numbers, the smallest odd m against the direct count, for n = 256 and n = 4096
# separable_crossovers: two whole numbers, the same against the separable count
# measured_crossover: a kernel width in pixels, one number
### BEGIN SOLUTION
direct_crossovers = [13, 15]
separable_crossovers = [0, 97]
measured_crossover = 11
### END SOLUTION

# %% example="crossover"
assert len(direct_crossovers) == len(separable_crossovers) == 2
assert measured_crossover >= 1

# %% [markdown]
# ## 13. Why do they differ? (graded by hand)
#
# In the TU Delft notebook on convolutions, an image filtered in Fourier space and one filtered by convolution look alike for a
# Gaussian blur, unlike for a box blur, and very unlike for a sharpening kernel. In about 250 words: the convolution theorem is exact, so
# what can cause this? Name at least three causes, say how each affects the three filters, with your numbers from task 10, and say
# how to make the two images agree to rounding for any kernel. Then answer, with your numbers from task 12: is Fourier space always faster?

# %% [markdown] written="why_filters_differ"
# ### BEGIN SOLUTION
# The theorem is exact for one pair: circular convolution with a kernel, and multiplication by the DFT of this very kernel, placed with
# its origin at index 0. Two images that differ were not made by such a pair.
#
# *Another filter.* Often the Fourier filter is a formula for the continuous operation, or even a box in frequency. The transform of a
# sampled kernel is the continuous transform plus its copies at whole cycles per pixel. For a Gaussian the copies have died away: the gap
# is 0.007 at Nyquist for a width of one pixel, and vanishes for wider ones. The transform of a box falls like 1/ν, so that copies
# overlap: 0.07. It is also a sinc, not a box; a box in frequency is a sinc in space and rings. A second derivative grows like ν², while
# three samples can give at most 1 + 4: the gap is 5.9, larger than the value itself, and it lies at high frequencies, where a sharpening
# filter amplifies everything.
#
# *Borders.* The product of transforms wraps around, a convolution filter pads with zeros or repeats the rim. Each spoils a rim
# as wide as half the kernel; a sharpening filter turns the step there into a bright line.
#
# *Origin and size.* A kernel padded at its end but not rolled shifts the image; an even kernel has no middle. A shift by half a
# pixel hardly shows in a blurred image and shows at once in a sharpened one.
#
# *Numbers.* Sharpened values leave 0 to 255, and clipping or whole numbers wrap differently in the two programs.
#
# The cure: pad image and kernel to n + m − 1, transform this kernel, multiply, cut at m // 2; agreement to 1e-15.
#
# Fourier space is not always faster. By the counts a square kernel must be 13 to 15 wide; against two passes of a separable kernel it
# never wins for a 256 by 256 image and only from 97 on for 4096. Constant overheads and cache decide for small images: measure.
#
# Rubric:
# - 1 point: the theorem is exact for circular convolution with the DFT of the same kernel, so that the two images used different operations
# - 1 point each, at most three, for causes that are explained and applied to the three filters (continuous against sampled transfer
#   function; a box in frequency against one in space; borders; origin of the kernel; clipping and integer types)
# - 1 point: padding, the same kernel and the right cut make them agree to rounding
# - 1 point: not always faster, with crossover widths and the case of separable kernels
# ### END SOLUTION

# %% [markdown]
# ## 14. Gaussians
#
# A Gaussian $A\, e^{-a x^2}$ is the pair $(A, a)$, with $a > 0$ in 1/Å² and $x$ in Å. The convolution
# $\int f(t)\, g(x-t)\, dt$ of two Gaussians is a Gaussian again.

# %% solution="convolve_gaussians"
def convolve_gaussians(first, second):
    """Convolution of two Gaussians, each given as (amplitude, a) for amplitude * exp(-a x²).

    Parameters
    ----------
    first, second : tuple of float
        Amplitude, and a > 0 in 1/Å².

    Returns
    -------
    amplitude : float
        Amplitude of the convolution: product of the two units times Å.
    a : float
        Its a, 1/Å².
    """
    ### BEGIN SOLUTION
    (height, a), (other_height, b) = first, second
    return height * other_height * np.sqrt(np.pi / (a + b)), a * b / (a + b)
    ### END SOLUTION

# %% example="convolve_gaussians"
assert np.allclose(convolve_gaussians((1, np.pi), (1, np.pi)), (np.sqrt(1 / 2), np.pi / 2))

# %% [markdown]
# ## 15. Three of them
#
# With $f_a(x) = e^{-a x^2}$, compute $f_1 * (f_2 * f_3)$ and $(f_1 * f_2) * f_3$: once with `convolve_gaussians`, and once by sampling each
# $f_a$ at $x = -8, -7.9, \dots, 8$ Å and convolving the samples (`np.convolve` times the spacing, in a cell of your own).

# %% solution="three_gaussians"
# peak: value of the convolution of all three at x = 0, in Å², from the formula, three significant digits or more
# exponent: its a, in 1/Å², from the formula, three significant digits or more
# sampled_peak: the same as peak, from the samples
# log10_bracket_difference: log10 of the largest absolute difference between the two bracketings of the samples, one number (take -17 if it
#     is zero)
### BEGIN SOLUTION
peak, exponent = np.pi / np.sqrt(11), 6 / 11
sampled_peak = 0.947226
log10_bracket_difference = -15.95
### END SOLUTION

# %% example="three_gaussians"
assert peak > 0
assert exponent > 0

# %% [markdown]
# ## 16. By the integral (graded by hand)
#
# Show with integrals that $f_1 * (f_2 * f_3) = (f_1 * f_2) * f_3$ for $f_a(x) = e^{-a x^2}$, using
# $\int_{-\infty}^{\infty} e^{-a x^2} dx = \sqrt{\pi/a}$ for $a > 0$. Then say in a sentence what happens to the variances, and what
# this means for the B factors of several blurs in a row.

# %% [markdown] written="associativity"
# ### BEGIN SOLUTION
# For two Gaussians complete the square in the integration variable t:
#
# $a t^2 + b (x-t)^2 = (a+b)\left(t - \frac{b x}{a+b}\right)^2 + \frac{ab}{a+b} x^2$.
#
# The second term does not depend on t and leaves the integral; in the first, substitute $u = t - bx/(a+b)$, $du = dt$, same limits:
#
# $(f_a * f_b)(x) = \int e^{-a t^2} e^{-b(x-t)^2} dt = e^{-\frac{ab}{a+b}x^2} \int e^{-(a+b)u^2} du = \sqrt{\frac{\pi}{a+b}}\,
# e^{-\frac{ab}{a+b}x^2}$.
#
# Right bracket: $f_2 * f_3 = \sqrt{\pi/5}\, f_{6/5}$, because 2·3/(2+3) = 6/5. Constants leave the integral, so
# $f_1 * (f_2 * f_3) = \sqrt{\pi/5} \sqrt{\pi/(1 + 6/5)}\, f_{(6/5)/(11/5)} = \frac{\pi}{\sqrt{11}}\, f_{6/11}$.
#
# Left bracket: $f_1 * f_2 = \sqrt{\pi/3}\, f_{2/3}$, and
# $(f_1 * f_2) * f_3 = \sqrt{\pi/3} \sqrt{\pi/(2/3 + 3)}\, f_{(2/3 \cdot 3)/(11/3)} = \frac{\pi}{\sqrt{11}}\, f_{6/11}$. The same.
#
# In general 1/a adds: 1/a + 1/b = (a+b)/(ab). With a = 1/(2σ²) the variances σ² add, not the standard deviations. The transfer functions
# exp(−2π²σ²s²) multiply, and with B = 8π²σ² so that exp(−Bs²/4), the B factors of blurs in a row add, in any order and bracketing.
#
# Rubric:
# - 2 points: the square is completed and the term without t taken out of the integral
# - 1 point: substitution with unchanged limits, and the given integral with a + b
# - 1 point: right bracket, amplitude and exponent
# - 1 point: left bracket, the same π/√11 and 6/11
# - 1 point: variances add, so B factors add
# ### END SOLUTION

# %% [markdown]
# ## 17. Divide
#
# An image was blurred by a transfer function $H$ (border wrapping around) and white noise was added. Dividing the
# transform of the image by $H$ undoes the blur. It does the same to the noise: its standard deviation grows by the *noise gain*
#
# $$\sqrt{\frac1K \sum_k \frac{1}{|H_k|^2}}, \qquad K \text{ the number of frequencies}.$$

# %% solution="deconvolution"
def inverse_filter(image, transfer):
    """Naive deconvolution: divide by the transfer function.

    Parameters
    ----------
    image : array_like, shape (Ny, Nx)
        Blurred image, real or complex. It is not changed.
    transfer : array_like, shape (Ny, Nx)
        Transfer function, complex in general, nowhere zero, frequency 0 at [0, 0]. It is not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        The image whose convolution with the blur is `image`. It may be complex with imaginary parts that are zero up to rounding.
    """
    ### BEGIN SOLUTION
    return np.fft.ifft2(np.fft.fft2(image) / transfer)
    ### END SOLUTION


def noise_gain(transfer):
    """Factor by which naive deconvolution multiplies the standard deviation of white noise.

    Parameters
    ----------
    transfer : array_like, shape (Ny, Nx)
        Transfer function, complex in general, not changed.

    Returns
    -------
    float
        Square root of the mean of 1 / |H|²; infinity (np.inf) if H is exactly zero anywhere.
    """
    ### BEGIN SOLUTION
    power = np.abs(transfer) ** 2
    return np.inf if np.any(power == 0) else float(np.sqrt(np.mean(1 / power)))
    ### END SOLUTION

# %% example="deconvolution"
assert np.allclose(inverse_filter([[2, 4]], [[2, 2]]), [[1, 2]])
assert np.isclose(noise_gain([[0.5, 0.5]]), 2)

# %% [markdown]
# ## 18. The Wiener filter
#
# Of all filters $W$ that multiply the transform of the blurred and noisy image, find the one that brings the result closest to the sharp
# image in the mean square. What it needs to know, besides $H$, is the signal-to-noise ratio at each frequency: the mean power of the
# sharp image over the mean power of the noise.

# %% solution="wiener_filter"
def wiener_filter(transfer, snr):
    """Wiener filter W, by which the transform of the blurred image is multiplied.

    Parameters
    ----------
    transfer : array_like, shape (Ny, Nx)
        Transfer function of the blur, complex in general; it may have zeros. It is not changed.
    snr : float or array_like of shape (Ny, Nx)
        Mean power of the sharp image, before the blur, over mean power of the noise: one number for all frequencies or one for
        each; finite, zero or positive. It is not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        W, such that W times the transform of the blurred image is the estimate with the least mean squared error. Zero where nothing
        can be known: where the transfer function or the SNR is zero.
    """
    ### BEGIN SOLUTION
    transfer, snr = np.asarray(transfer), np.asarray(snr)
    return snr * np.conj(transfer) / (1 + snr * np.abs(transfer) ** 2)
    ### END SOLUTION

# %% example="wiener_filter"
assert np.allclose(wiener_filter([[1, 0.5]], 4.0), [[0.8, 1.0]])

# %% [markdown]
# ## 19. Deblur
#
# `data/blurred.mrc` is the projection of task 7, blurred by `gaussian_transfer(shape, pixel_size, 2.5)` with a border that wraps around,
# plus white noise with a standard deviation of 0.1 in each pixel. The *relative error* of an image $e$ with respect to the projection $p$
# is
#
# $$\sqrt{\sum |e - p|^2 \Big/ \sum |p - \bar p|^2},$$
#
# sums over all pixels, $\bar p$ the mean of $p$. Report the noise gain, and the relative errors of
#
# 1. the blurred image itself;
# 2. the result of `inverse_filter`;
# 3. the Wiener filter with one SNR for all frequencies: variance of the projection over variance of the noise;
# 4. the Wiener filter with the true SNR at each frequency: $|P_k|^2$, with $P$ the transform of the projection, over the mean of
#    $|\cdot|^2$ of the transform of the noise. (Outside of exercises nobody has $P$; a spectrum of similar particles takes its place.)

# %% solution="recovery"
# log10_noise_gain: base-10 logarithm of the noise gain, two decimals
# log10_error_naive: base-10 logarithm of relative error 2, two decimals
# error_blurred, error_flat, error_true: relative errors 1, 3 and 4, three significant digits
### BEGIN SOLUTION
log10_noise_gain = 7.663
log10_error_naive = 6.545
error_blurred, error_flat, error_true = 0.3327, 0.2437, 0.1725
### END SOLUTION

# %% example="recovery"
assert min(error_blurred, error_flat, error_true) > 0

# %% [markdown]
# ## 20. Why does it blow up? (graded by hand)
#
# In about 200 words and with formulas: starting from $G = F H + N$ at each frequency ($G$ the transform of the image, $F$ of the object,
# $H$ the transfer function, $N$ of the noise), why does naive deconvolution blow up, and why does it do so even with no noise but
# rounding? What does division by a Gaussian that gets ever smaller do to a sharp peak? Then: how is it overcome, and what price is paid?

# %% [markdown] written="blow_up"
# ### BEGIN SOLUTION
# Division gives F + N/H. The object comes back exactly; the noise is multiplied by 1/H, at each frequency by another factor. A blur has
# small H at high frequencies, where F is small too but white noise is not: its standard deviation grows by the root of the mean of 1/|H|².
# For a Gaussian blur 1/H = exp(2π²σ²s²) grows faster than any power: 5e7 for a blur of 2.5 Å and pixels of 1.7 Å. Where H = 0 the data
# hold nothing of F, and 0/0 is no answer. Without measured noise, rounding is the noise: with relative errors of 1e-16 a product F H
# below 1e-16 of the largest value is lost, and dividing returns rounding errors of any size. A delta function has |F| = 1 at all
# frequencies: blurred, its high frequencies lie below rounding; divided, random large values of high frequency stand there. A single peak
# cannot be put together without exactly those frequencies, so that the error shows most around it.
#
# Remedies: do not divide where the data say nothing. Cut at a frequency; add a constant to |H|² (Tikhonov); with the SNR at each
# frequency known, the Wiener filter W = conj(H)/(|H|² + 1/SNR) has the least mean squared error: 1/H where the signal dominates, zero where
# noise does. Or use more knowledge: positivity, a mask, a prior, several images whose zeros differ (defocus series).
#
# Price: bias. What W suppresses is missing: the result is smoother than the object, WH < 1, and W depends on an assumed spectrum.
#
# Rubric:
# - 1 point: G/H = F + N/H
# - 1 point: H small or zero at high frequencies while noise is white; noise gain with a formula or a number
# - 1 point: rounding alone does it; F H below the floating-point floor
# - 1 point: the peak needs the high frequencies that were lost
# - 1 point: a remedy with its formula (Wiener, Tikhonov, cut-off, several defoci)
# - 1 point: the price: bias, loss of resolution, assumed spectrum
# ### END SOLUTION

# %% [markdown]
# ## 21. At the microscope (graded by hand)
#
# In about 250 words: how can the Nyquist frequency be raised when data are collected? Name two ways. For each, what does it cost (field of
# view, particles per hour, electrons per pixel, detector, data)? Then choose the pixel size for (a) a ribosome on a 300 kV microscope
# with which the laboratory reaches 2.5 Å, and (b) a flexible complex that has never been better than 6 Å, and give your reasons in numbers.

# %% [markdown] written="nyquist_at_the_microscope"
# ### BEGIN SOLUTION
# Nyquist is 1/(2·pixel size at the specimen). It rises with the *magnification*, and with *super-resolution* counting, which places each
# electron in a quarter of a physical pixel. (Padding or interpolating afterwards does not raise it: nothing is measured there.)
#
# Magnification: the detector has a fixed number of pixels, so half the pixel size is a quarter of the field of view: four times as many
# movies for as many particles, and time, storage and handling with them. At the same electrons per Å² each pixel gets a quarter of the
# electrons: exposures get longer at a given rate per pixel (more drift per movie), or the beam is made brighter, within what the counting
# detector allows. In return a given frequency is a smaller fraction of Nyquist, where the DQE is higher, and less aliased noise is folded
# back.
#
# Super-resolution: no loss of field; files four times as large; the DQE between physical and new Nyquist is low. Its main use is
# to prevent aliasing and to be cropped in Fourier space later.
#
# Choice: the pixel follows from the resolution that specimen (heterogeneity, B factor, ice, number of particles) and microscope (coherence,
# aberrations, stability) allow, not the other way. With DQE falling and interpolation losing near Nyquist, aim at 2/3 to 4/5
# of it: pixel ≈ d/3 to d/2.5.
# (a) d = 2.5 Å: 0.83 to 1.0 Å; if 2 Å is hoped for, 0.7 Å. The box for a 300 Å particle is then about 500 pixels.
# (b) d = 6 Å: 2 Å would do, 1.5 Å leaves room; the many more particles per movie serve classification, which is the bottleneck. Below
# 1 Å would cost a factor of at least 2.25 in particles compared to 1.5 Å for frequencies that hold no signal.
# A curve of FSC that is still high at Nyquist says that sampling is the limit; only then is a smaller pixel worth it.
#
# Rubric:
# - 1 point: magnification and super-resolution (or another real way); Nyquist = 1/(2·pixel size)
# - 1 point: field of view and particles fall with the square of the pixel size
# - 1 point: electrons per pixel, exposure or dose rate
# - 1 point: DQE near Nyquist, aliasing, or data volume
# - 1 point: resolution is limited by specimen and microscope; a margin of d/3 to d/2.5 or like
# - 2 points: a pixel size with reasons for (a) and for (b)
# ### END SOLUTION
