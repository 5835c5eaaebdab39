# %% [markdown]
# # Copies, smears and folds: convolution by hand
#
# Week W04 and the first half of Jensen's lecture on convolution, streams: blur and sharpen. About five hours.
# Read [the chapter](../../book/convolution.md) first.
#
# Afterwards you will be able to
#
# * lay down copies of a function at a set of deltas, overlapping or not;
# * write the convolution of two signals and of two images as a sum, with nothing flipped, wrapped or cut by accident;
# * make a crystal from one unit cell and a lattice, and say where its Bragg peaks are and how strong;
# * smear an object by a point-spread function without moving it or changing its total;
# * find the transform of two bumps without an integral;
# * filter an image by a Gaussian of a given width in Å, and turn that width into a B factor;
# * say where a frequency beyond Nyquist shows up, and which magnification a resolution needs.
#
# **Rules used throughout.** Lengths are in Å, spatial frequencies $s$ and $u$ in 1/Å: periods for each Å, without a $2\pi$. Images are
# `image[y, x]`, and the origin of $n$ pixels is the pixel `n // 2`, for even and odd $n$. The Fourier transform is
# $G(u) = \int g(x)\, e^{-2\pi i u x}\, dx$, with $i$ the imaginary unit. Lists, tuples and arrays are all welcome as arguments and as
# results. No function may change its arguments.

# %% given="imports"
import zlib

import numpy as np

# %% [markdown]
# ## 1. Copies
#
# A *delta* is a function that is zero but at one position; its *weight* is the value there. Convolution with a set of deltas lays a copy
# of a pattern at each of them, multiplied by its weight. Where copies overlap, they add up. Write the set of deltas as a signal of $n$
# pixels first, then lay down the copies. The pixel `len(pattern) // 2` of a copy lies at the position of its delta.

# %% solution="stamp"
def deltas(positions, weights, n):
    """A signal of deltas.

    Parameters
    ----------
    positions : array_like of int, shape (m,)
        Pixels from 0 to n - 1, in any order. A position may occur several times: the weights there add up. m may be 0.
    weights : array_like of float, shape (m,)
        The weight of each delta, of either sign.
    n : int
        Pixels of the signal.

    Returns
    -------
    array_like of float, shape (n,)
        Zero but at the positions. Its sum is the sum of the weights.
    """
    ### BEGIN SOLUTION
    signal = np.zeros(n)
    np.add.at(signal, np.asarray(positions, dtype=int), weights)
    return signal
    ### END SOLUTION


def stamp(pattern, positions, weights, n):
    """A copy of a pattern at each delta, times its weight, all added up.

    Parameters
    ----------
    pattern : array_like of float, shape (p,)
        At least one pixel; longer or shorter than n. Not changed, and not flipped.
    positions : array_like of int, shape (m,)
        Where the pixel ``len(pattern) // 2`` of each copy lies, in any order, repeated or not. Here a position may also be negative or
        beyond n - 1.
    weights : array_like of float, shape (m,)
        Factor of each copy.
    n : int
        Pixels of the result.

    Returns
    -------
    array_like of float, shape (n,)
        Pixels 0 to n - 1. What lies outside of them is cut off; it does not come back in at the other end.
    """
    ### BEGIN SOLUTION
    pattern, signal = np.asarray(pattern, dtype=float), np.zeros(n)
    for position, weight in zip(positions, weights, strict=True):
        pixels = int(position) - pattern.size // 2 + np.arange(pattern.size)
        inside = (pixels >= 0) & (pixels < n)
        signal[pixels[inside]] += weight * pattern[inside]
    return signal
    ### END SOLUTION

# %% example="stamp"
assert np.allclose(deltas([4, 1], [2.0, -1.0], 6), [0, -1, 0, 0, 2, 0])
assert np.allclose(stamp([1, 2, 5], [1, 4], [1, 10], 6), [1, 2, 5, 10, 20, 50])

# %% [markdown]
# ## 2. The sum
#
# Any signal is a set of deltas, one for each pixel. So $f$ with $n$ samples and $h$ with $m$ samples have the convolution
#
# $$(f * h)_j = \sum_i f_i\, h_{j-i}, \qquad j = 0 \dots n + m - 2,$$
#
# where $i$ counts the samples of $f$ and samples outside of $f$ or $h$ are zero. All of it is wanted, the *full, linear* convolution. Write
# the sum yourself: NumPy's and SciPy's convolutions and Fourier transforms are switched off while your function runs. Compare with them
# in a cell of your own.

# %% solution="convolve"
def convolve(f, h):
    """Full linear convolution of two signals, from the definition.

    Parameters
    ----------
    f : array_like, shape (n,)
        Real or complex, n >= 1. Not changed.
    h : array_like, shape (m,)
        Real or complex, m >= 1, longer or shorter than f. Not changed. Nothing is conjugated.

    Returns
    -------
    array_like, shape (n + m - 1,)
        f * h; element j is the sum of all products f[i] h[j - i]. Complex if f or h is.
    """
    ### BEGIN SOLUTION
    f, h = np.asarray(f) * 1.0, np.asarray(h) * 1.0  # bytes would run over
    total = np.zeros(f.size + h.size - 1, dtype=np.result_type(f, h))
    for i, value in enumerate(f):
        total[i : i + h.size] += value * h
    return total
    ### END SOLUTION

# %% example="convolve"
assert np.allclose(convolve([1, 10], [1, 2, 3]), [1, 12, 23, 30])

# %% [markdown]
# ## 3. Two dimensions
#
# The same with two indices each: $(f * h)_{y x} = \sum_{y' x'} f_{y' x'}\, h_{y - y',\, x - x'}$, where $y', x'$ are the row and the column
# of a pixel of $f$. Rows and columns need not be equally many.

# %% solution="convolve2d"
def convolve2d(f, h):
    """Full linear convolution of two images, from the definition.

    Parameters
    ----------
    f : array_like, shape (ny, nx)
        Image f[y, x], real or complex. Not changed.
    h : array_like, shape (my, mx)
        Image h[y, x], real or complex, of any other size in each direction. Not changed. Nothing is conjugated.

    Returns
    -------
    array_like, shape (ny + my - 1, nx + mx - 1)
        f * h. Complex if f or h is.
    """
    ### BEGIN SOLUTION
    f, h = np.asarray(f) * 1.0, np.asarray(h) * 1.0  # bytes would run over
    rows, columns = h.shape
    total = np.zeros((f.shape[0] + rows - 1, f.shape[1] + columns - 1), dtype=np.result_type(f, h))
    for y, x in np.ndindex(*f.shape):
        total[y : y + rows, x : x + columns] += f[y, x] * h
    return total
    ### END SOLUTION

# %% example="convolve2d"
assert np.allclose(convolve2d([[1, 2]], [[1], [10], [100]]), [[1, 2], [10, 20], [100, 200]])

# %% [markdown]
# ## 4. A crystal
#
# A crystal is one *motif* (the density of one unit) convolved with a *lattice* (a grid of deltas of weight 1). Here the lattice is
# rectangular, and it has a beginning and an end: `copies` tells how many units there are down and across.

# %% solution="crystal"
def crystal(motif, steps, copies):
    """A finite crystal: copies of a motif on a rectangular lattice.

    Parameters
    ----------
    motif : array_like, shape (my, mx)
        Density of one unit. Not changed.
    steps : (int, int)
        Rows and columns from one copy to the next, both at least 1. A step may be smaller than the motif (the copies overlap and add up) or
        larger (there are gaps of zeros).
    copies : (int, int)
        How many copies down and across, both at least 1.

    Returns
    -------
    array_like, shape ((copies[0] - 1) * steps[0] + my, (copies[1] - 1) * steps[1] + mx)
        The first pixel of copy (i, j), counted from 0, lies in row ``i * steps[0]`` and column ``j * steps[1]``.
    """
    ### BEGIN SOLUTION
    lattice = np.zeros([(count - 1) * step + 1 for count, step in zip(copies, steps, strict=True)])
    lattice[:: steps[0], :: steps[1]] = 1
    return convolve2d(lattice, motif)
    ### END SOLUTION

# %% example="crystal"
assert np.allclose(crystal([[1, 2]], (2, 3), (2, 2)), [[1, 2, 0, 1, 2], [0, 0, 0, 0, 0], [1, 2, 0, 1, 2]])

# %% [markdown]
# ## 5. Its Bragg peaks
#
# The transform of a lattice is again a lattice. So the transform of a large crystal is zero almost everywhere; it is the transform of *one*
# motif, taken at the Bragg frequencies alone and multiplied by the number of copies. With `steps` $= (A, B)$ pixels the peak $(h, k)$, two
# whole numbers of either sign, lies where a wave has $h$ periods in $A$ rows and $k$ periods in $B$ columns. The transform of one motif at
# $v_y$, $v_x$ cycles for each *pixel* is
#
# $$M(v_y, v_x) = \sum_{y, x} m_{y x}\, e^{-2\pi i \left(v_y (y - y_0) + v_x (x - x_0)\right)}$$
#
# with $m_{yx}$ the motif of $m_y$ rows and $m_x$ columns, and the origin $y_0 = m_y // 2$, $x_0 = m_x // 2$ in its middle. Its values at
# the Bragg frequencies are called structure factors.

# %% solution="bragg"
def bragg_frequencies(steps, pixel_size, indices):
    """How far from the middle of the transform the Bragg peaks lie.

    Parameters
    ----------
    steps : (int, int)
        Rows and columns from one unit to the next.
    pixel_size : float
        Å.
    indices : array_like of int, shape (m, 2)
        Pairs (h, k): h counts periods down the rows, k across the columns.

    Returns
    -------
    array_like of float, shape (m,)
        The spatial frequency √(sy² + sx²) of each peak, 1/Å. Not negative.
    """
    ### BEGIN SOLUTION
    cycles = np.asarray(indices) / np.asarray(steps)
    return np.hypot(cycles[:, 0], cycles[:, 1]) / pixel_size
    ### END SOLUTION


def structure_factors(motif, steps, indices):
    """The transform of one motif at the Bragg peaks of its lattice.

    Parameters
    ----------
    motif : array_like, shape (my, mx)
        Density of one unit, real; larger or smaller than the steps. Not changed.
    steps : (int, int)
        Rows and columns from one unit to the next.
    indices : array_like of int, shape (m, 2)
        Pairs (h, k): h counts periods down the rows, k across the columns.

    Returns
    -------
    array_like of complex, shape (m,)
        M at each peak, in the unit of the motif, with the origin at the motif's pixel (my // 2, mx // 2).
    """
    ### BEGIN SOLUTION
    motif, cycles = np.asarray(motif), np.asarray(indices) / np.asarray(steps)
    y, x = (np.arange(n) - n // 2 for n in motif.shape)
    down, across = np.exp(-2j * np.pi * np.outer(cycles[:, 0], y)), np.exp(-2j * np.pi * np.outer(x, cycles[:, 1]))
    return np.einsum("py,yx,xp->p", down, motif, across)
    ### END SOLUTION

# %% example="bragg"
assert np.allclose(bragg_frequencies((10, 20), 1.0, [[1, 0], [0, 1]]), [0.1, 0.05])
assert np.allclose(structure_factors([[1, 2, 4]], (10, 6), [[0, 0], [1, 0]]), [7, 7])

# %% [markdown]
# ## 6. Smearing
#
# An image is the object convolved with the point-spread function (PSF) of the instrument: the picture of one bright point. Smearing moves
# intensity and makes none, so a PSF counts as normalised to the sum 1, whatever its values are when you get it. The image has the frame of
# the object. The PSF's pixel $(n // 2)$ of each direction is the point that stays in its place. What is smeared out of the frame is lost,
# and nothing is smeared in. Any library is allowed; your task is to get the frame right.

# %% solution="point_spread"
def blur_with_psf(specimen, psf):
    """Image of a specimen, smeared by a point-spread function.

    Parameters
    ----------
    specimen : array_like of float, shape (ny, nx)
        The object. Not changed. Outside of its frame there is nothing.
    psf : array_like of float, shape (py, px)
        Point-spread function, not normalised; its sum is positive. Sides even or odd, also longer than those of the specimen. It need not
        be symmetric: a pixel to the right of its origin smears to the right. Not changed.

    Returns
    -------
    array_like of float, shape (ny, nx)
        The specimen convolved with psf/sum(psf), in the frame of the specimen, with the origin of the PSF at (py // 2, px // 2).
    """
    ### BEGIN SOLUTION
    psf = np.asarray(psf, dtype=float)
    ny, nx = np.shape(specimen)
    top, left = psf.shape[0] // 2, psf.shape[1] // 2
    return convolve2d(specimen, psf / psf.sum())[top : top + ny, left : left + nx]
    ### END SOLUTION

# %% example="point_spread"
assert np.allclose(blur_with_psf([[0, 0, 8, 0, 0]], [[0, 3, 1]]), [[0, 0, 6, 2, 0]])

# %% [markdown]
# ## 7. Two bumps
#
# Here $x$ and $u$ are plain numbers. Find the transforms of
#
# $$g(x) = e^{-\pi (x-2)^2} - e^{-\pi (x+2)^2} \qquad \text{and} \qquad g_+(x) = e^{-\pi (x-2)^2} + e^{-\pi (x+2)^2}$$
#
# with paper and pencil, then write both as functions of $u$. The transform of $e^{-\pi x^2}$ is $e^{-\pi u^2}$. Remember that the transform
# of a real function may be imaginary.
#
# *A note on the print.* In one print of this homework the sign between the two exponentials is missing, which makes a product of them.
# Taken literally, $e^{-\pi(x-2)^2}\, e^{-\pi(x+2)^2} = e^{-8\pi}\, e^{-2\pi x^2}$: one bump in the middle, $10^{-11}$ high, with the
# transform $e^{-8\pi}\, e^{-\pi u^2/2}/\sqrt{2}$. Nobody would ask that: two bumps whose tails barely meet leave nothing to see, and no
# shift is left, while shifts are what the question is about.

# %% solution="two_bumps"
def difference_transform(u):
    """Transform of g(x) = exp(-π (x - 2)²) - exp(-π (x + 2)²).

    Parameters
    ----------
    u : float or array_like of float
        Frequencies, of either sign; an array of any shape.

    Returns
    -------
    complex or array_like of complex, shape of u
        G(u), from a formula rather than from samples of g.
    """
    ### BEGIN SOLUTION
    u = np.asarray(u, dtype=float)
    return -2j * np.sin(4 * np.pi * u) * np.exp(-np.pi * u**2)
    ### END SOLUTION


def sum_transform(u):
    """Transform of the twin, exp(-π (x - 2)²) + exp(-π (x + 2)²).

    Parameters
    ----------
    u : float or array_like of float
        Frequencies, of either sign; an array of any shape.

    Returns
    -------
    complex or array_like of complex, shape of u
        The transform; a result of real type is fine where all values are real.
    """
    ### BEGIN SOLUTION
    u = np.asarray(u, dtype=float)
    return 2 * np.cos(4 * np.pi * u) * np.exp(-np.pi * u**2)
    ### END SOLUTION

# %% example="two_bumps"
assert np.shape(difference_transform([0.1, 0.2, 0.3])) == (3,)
assert np.isclose(sum_transform(0.0), 2)  # the area below two bumps

# %% [markdown]
# ## 8. Two bumps of your own
#
# Now with lengths in Å, and numbers that `my_numbers` makes from your id: a distance $d$ and a width $w$, both Å, and a frequency $u$, 1/Å.
# Everybody has others. The bumps are
#
# $$e^{-\pi ((x-d)/w)^2} \quad \text{and} \quad e^{-\pi ((x+d)/w)^2}.$$

# %% given="my_numbers"
def my_numbers(student_id):
    """Your own two bumps.

    Parameters
    ----------
    student_id : str
        Your id as in the course list. Capitals and spaces around it make no difference.

    Returns
    -------
    dict of str to float
        "d": distance of each bump from the origin, Å; "w": width of each, Å; "u": a spatial frequency, 1/Å.
    """
    rng = np.random.default_rng(zlib.crc32(student_id.strip().lower().encode("utf-8", "replace")))
    while True:
        d, w, u = rng.integers(21, 60) / 10, rng.integers(12, 26) / 10, rng.integers(60, 250) / 1000
        phase = 2 * np.pi * d * u
        if d != 4 and min(abs(np.sin(phase)), abs(np.cos(phase)), abs(np.sin(phase / 2)), abs(np.cos(phase / 2))) > 0.25:
            return {"d": float(d), "w": float(w), "u": float(u)}

# %% solution="own_bumps"
# First line: student_id = "..." with your own id, in quotes, as in your course list.
#
# Then, for d, w and u of my_numbers(student_id), each to three significant digits or better:
# own_difference: transform of the bump at d minus the bump at -d, at the frequency u; a complex number such as 1.2 - 0.5j, Å
# own_sum: transform of the bump at d plus the bump at -d, at the frequency u; a number, Å
# first_zero_of_difference, first_zero_of_sum: the smallest frequency above 0 at which each transform is zero, 1/Å
### BEGIN SOLUTION
student_id = "example"

mine = my_numbers(student_id)
envelope = mine["w"] * np.exp(-np.pi * (mine["w"] * mine["u"]) ** 2)
own_difference = complex(-2j * envelope * np.sin(2 * np.pi * mine["d"] * mine["u"]))
own_sum = float(2 * envelope * np.cos(2 * np.pi * mine["d"] * mine["u"]))
first_zero_of_difference, first_zero_of_sum = 1 / (2 * mine["d"]), 1 / (4 * mine["d"])
### END SOLUTION

# %% example="own_bumps"
assert isinstance(student_id, str) and student_id.strip()
assert first_zero_of_difference > 0 and first_zero_of_sum > 0

# %% [markdown]
# ## 9. A broad Gaussian
#
# A Gaussian blur is the convolution with a two-dimensional Gaussian of area 1 and standard deviation $\sigma$, in Å. Its Fourier
# transform, by which the transform of an image is multiplied, is called its *transfer*: $e^{-2\pi^2\sigma^2 s^2}$ with $s$ the spatial
# frequency in 1/Å. Here the borders are periodic: what is smeared out at one side comes in at the other. For even $n$ the frequency
# Nyquist is treated like any other.

# %% solution="lowpass"
def gaussian_transfer(s, sigma):
    """Factor by which a Gaussian blur multiplies the transform of an image.

    Parameters
    ----------
    s : float or array_like of float
        Spatial frequency, 1/Å; an array of any shape.
    sigma : float
        Standard deviation of the Gaussian in real space, Å; 0 means no blur.

    Returns
    -------
    float or array_like of float, shape of s
        From 0 to 1.
    """
    ### BEGIN SOLUTION
    return np.exp(-2 * (np.pi * sigma * np.asarray(s, dtype=float)) ** 2)
    ### END SOLUTION


def gaussian_lowpass(image, pixel_size, sigma):
    """Gaussian blur of an image, by its transfer.

    Parameters
    ----------
    image : array_like of float, shape (ny, nx)
        Real image of any size, even or odd, not necessarily square. Not changed.
    pixel_size : float
        Å.
    sigma : float
        Standard deviation of the Gaussian in real space, Å; 0 means no blur.

    Returns
    -------
    array_like of float, shape (ny, nx)
        The blurred image, real, in the unit of the image and with the same mean.
    """
    ### BEGIN SOLUTION
    image = np.asarray(image, dtype=float)
    sy, sx = (np.fft.fftfreq(n, pixel_size) for n in image.shape)
    s = np.hypot(sy[:, None], sx[None, :])
    return np.fft.ifft2(np.fft.fft2(image) * gaussian_transfer(s, sigma)).real
    ### END SOLUTION

# %% example="lowpass"
assert np.isclose(gaussian_transfer(0.0, 5.0), 1)
assert np.allclose(gaussian_lowpass(np.ones((3, 4)), 1.5, 2.0), np.ones((3, 4)))

# %% [markdown]
# ## 10. As a B factor
#
# In cryo-EM the same fall-off is written $e^{-B s^2/4}$, with the B factor $B$ in Å². Take $B$ = 100 Å².

# %% solution="b_factor"
# sigma_of_100: standard deviation of the Gaussian blur in real space that B = 100 Å² is, Å
# width_of_100: its full width at half maximum in real space, Å
# transfer_at_4: the factor that B = 100 Å² leaves of an amplitude at a spacing of 4 Å, between 0 and 1
# b_of_2: the B factor of a blur of sigma = 2 Å, Å²
# all to three significant digits or better
### BEGIN SOLUTION
sigma_of_100 = np.sqrt(100 / (8 * np.pi**2))
width_of_100 = 2 * np.sqrt(2 * np.log(2)) * sigma_of_100
transfer_at_4 = np.exp(-100 / 4**2 / 4)
b_of_2 = 8 * np.pi**2 * 2**2
### END SOLUTION

# %% example="b_factor"
assert 0 < sigma_of_100 < width_of_100 and 0 < transfer_at_4 < 1 and b_of_2 > 0

# %% [markdown]
# ## 11. Aliases
#
# A cosine wave is recorded at one sample for each pixel, nothing averaged. If its frequency is above Nyquist, the samples are those of
# another cosine, with a frequency between 0 and Nyquist. Which?

# %% solution="alias"
def aliased_frequency(spatial_frequency, pixel_size):
    """Frequency at which a sampled cosine shows up.

    Parameters
    ----------
    spatial_frequency : float or array_like of float
        True spatial frequency, 1/Å, of either sign and any size.
    pixel_size : float
        Å.

    Returns
    -------
    float or array_like of float, shape of spatial_frequency
        The frequency from 0 to 1/(2 pixel_size), both included, of the cosine with the same samples, 1/Å.
    """
    ### BEGIN SOLUTION
    cycles = np.asarray(spatial_frequency, dtype=float) * pixel_size
    return np.abs(cycles - np.round(cycles)) / pixel_size
    ### END SOLUTION

# %% example="alias"
assert np.allclose(aliased_frequency([0.1, 0.25], 2.0), [0.1, 0.25])  # up to Nyquist nothing happens
assert np.isclose(aliased_frequency(0.5, 2.0), 0)  # one sample for each period: always the same value

# %% [markdown]
# ## 12. The magnification
#
# A detector has pixels of 14 µm. At first the magnification is 100 000. Magnifications are the true ones at the detector, pixel sizes
# those at the specimen. The specimen is a gold foil, whose lattice planes are 2.35 Å apart; treat their image as a cosine of that
# period, sampled as in task 11.

# %% solution="magnification"
# pixel_size: at a magnification of 100 000, Å
# nyquist_length: shortest period that is recorded as itself at this magnification, Å
# gold_shows_at: period at which the gold shows up at this magnification, Å
# magnification_needed: magnification at which 2.35 Å is at two thirds of the Nyquist frequency
# area_ratio: area of specimen in the field of view at that magnification, divided by the area at 100 000
# all to three significant digits or better
### BEGIN SOLUTION
pixel_size = 14e4 / 100_000
nyquist_length = 2 * pixel_size
gold_shows_at = 1 / (1 / pixel_size - 1 / 2.35)
magnification_needed = 14e4 / (2.35 / 3)
area_ratio = (2.35 / 3 / pixel_size) ** 2
### END SOLUTION

# %% example="magnification"
assert nyquist_length > pixel_size > 0 and magnification_needed > 0 and area_ratio > 0

# %% [markdown]
# ## 13. It commutes
#
# If $F(u) = G(u) H(u)$ then also $F(u) = H(u) G(u)$, so $g * h$ ought to be $h * g$. Show it without the theorem: begin with
#
# $$(g * h)(x) = \int_{-\infty}^{\infty} g(t)\, h(x - t)\, dt,$$
#
# where $x$ and $t$ are positions, and arrive at $(h * g)(x)$. Justify each step, the limits of integration included. Then say in one or two
# sentences what it means in terms of copies, or of an object and its point-spread function, and whether it stays true of arrays if the
# result is cut to the frame of the first of the two.

# %% [markdown] written="commutes"
# ### BEGIN SOLUTION
# Substitute $t' = x - t$ with $x$ fixed, so that $t = x - t'$ and $dt = -dt'$. As $t$ runs from $-\infty$ to $\infty$, $t'$ runs from
# $\infty$ to $-\infty$: $(g*h)(x) = -\int_{\infty}^{-\infty} g(x-t')\,h(t')\,dt'$. The minus sign of $dt$ turns the limits back, which
# gives $\int_{-\infty}^{\infty} h(t')\,g(x-t')\,dt'$, and the name of the integration variable does not matter: this is $(h*g)(x)$.
#
# Copies of h at the points of g, weighted by g, are the same picture as copies of g at the points of h, weighted by h: every pair of
# points puts its product at the sum of the two positions. An object smeared by the point-spread function is the point-spread function
# smeared by the object. The full result of arrays commutes as well; once it is cut to the frame of the first array it does not, since the
# frame changes with the order.
#
# Rubric:
#
# * 1 point: the substitution, with x held fixed, and dt = -dt'
# * 1 point: the limits change places, and the sign of dt turns them back
# * 1 point: the integration variable is renamed and the result recognised as h * g
# * 1 point: a right sentence on the meaning, and that cutting to the frame of the first breaks the symmetry (0.5 each)
# ### END SOLUTION

# %% [markdown]
# ## 14. Where in cryo-EM?
#
# Name at least two places where convolution happens physically, on the way from the specimen to the file, and at least two where a
# program does it, in real space or as a product of transforms. For each say what is convolved with what, what functional form the second
# of the two has (and of its transform, if that is how it is usually given), and in how many dimensions.

# %% [markdown] written="where_in_cryo_em"
# ### BEGIN SOLUTION
# Physical. (1) The lenses: the contrast of a thin weak specimen is its projected potential, a function of two dimensions, convolved with
# a point-spread function. Its transform is the contrast transfer function, about -sin(pi lambda defocus s²) times envelopes (lambda is
# the wavelength). The point-spread function has rings and reaches further the greater the defocus. (2) The detector: the intensity, in two
# dimensions, is convolved with the spread of one electron's signal, about a pixel wide, and with the square of the
# pixel, whose transform is a product of two sinc functions; together they are given as the MTF. (3) Motion during a frame convolves the
# image with the path, a short line in two dimensions; its transform is a sinc along the direction of motion. (4) A crystal is the unit
# cell convolved with the lattice, in two or three dimensions.
#
# Computational. (1) Low-pass filtering a map: the transform in three dimensions is multiplied by a Gaussian or a soft step; in real space
# the map is convolved with its transform. A B factor is such a Gaussian, exp(-B s²/4). (2) Masking: the map is multiplied by a mask in
# real space, so its transform is convolved with the transform of the mask, in three dimensions; that is why a tight mask correlates
# neighbouring shells. (3) Gridding in a reconstruction: each sample of a two-dimensional transform is spread onto the three-dimensional
# grid by a short kernel such as Kaiser-Bessel; the volume is then divided by the kernel's transform. (4) A map simulated from a model:
# positions of atoms as deltas, convolved with Gaussians in three dimensions. (5) CTF applied to projections in refinement: as a product
# in two dimensions.
#
# Rubric:
#
# * 2 points: two physical places, each with what is convolved with what (1 each)
# * 2 points: two computational places, likewise (1 each)
# * 1 point: functional forms named, of the kernel or of its transform
# * 1 point: dimensions right throughout (2D after projection, 3D for maps); -0.5 if the CTF is said to be convolved in real space
# ### END SOLUTION
