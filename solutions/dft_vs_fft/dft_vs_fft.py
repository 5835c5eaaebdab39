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
# # Your own Fourier transform against the library's
#
# Week W03, stream: sharpen. About four and a half hours. Read [the chapter](../../book/discrete_fourier_transform.md) first.
#
# Afterwards you will be able to
#
# * write the discrete Fourier transform and its inverse with the house's sign and scale, in one and in two dimensions;
# * write a fast Fourier transform that is right for every length;
# * say where the floating-point floor lies, and measure how the time of a transform grows;
# * turn an array of samples into the Fourier integral, with frequencies in 1/Å, the right amplitude and the right phase;
# * compare the cost of transforms with that of reading a file and of interpolating;
# * transform samples that lie on no grid, and name what goes wrong with FFTs in practice.
#
# Throughout, $x_m$ with $m = 0 \dots N-1$ are the $N$ values of a signal, $X_k$ with $k = 0 \dots N-1$ the values of its transform,
# and $i$ is the imaginary unit. Where a task says so, the ready-made transforms (`numpy.fft`, `scipy.fft`, `scipy.fftpack`,
# `scipy.linalg.dft`) are switched off while your function runs; compare with them in cells of your own.

# %% given="imports"
import tempfile
import time
from pathlib import Path

import numpy as np

# %% [markdown]
# ## 1. The sum
#
# $$X_k = \sum_{m=0}^{N-1} x_m\, e^{-2\pi i k m / N}$$
#
# The exponent has a minus sign, and nothing is divided: this is numpy's convention and the house's.

# %% solution="dft"
def dft(x):
    """Discrete Fourier transform of a signal, computed from its definition.

    X[k] = sum over m of x[m] exp(-2πi k m / N), with no factor in front.

    Parameters
    ----------
    x : array_like, shape (N,)
        Signal, real or complex, N >= 1. Lists and arrays of whole numbers are fine. It is not changed.

    Returns
    -------
    array_like of complex, shape (N,)
        X[0] to X[N - 1], frequency 0 first (numpy's order).

    Notes
    -----
    Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.linalg.dft.
    """
    ### BEGIN SOLUTION
    x = np.asarray(x)
    k = np.arange(x.size)
    turns = np.outer(k, k) % x.size / x.size  # whole turns are left out while the numbers are still exact
    return np.exp(-2j * np.pi * turns) @ x
    ### END SOLUTION

# %% example="dft"
assert np.allclose(dft([0, 1, 0, 0]), [1, -1j, -1, 1j])

# %% [markdown]
# ## 2. And back
#
# $$x_m = \frac{1}{N} \sum_{k=0}^{N-1} X_k\, e^{+2\pi i k m / N}$$

# %% solution="idft"
def idft(X):
    """Inverse of `dft`, computed from its definition.

    x[m] = (1/N) sum over k of X[k] exp(+2πi k m / N).

    Parameters
    ----------
    X : array_like, shape (N,)
        Transform, frequency 0 first, N >= 1. It is not changed.

    Returns
    -------
    array_like of complex, shape (N,)
        The signal. It is complex also where the imaginary part is zero up to rounding.

    Notes
    -----
    Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.linalg.dft.
    """
    ### BEGIN SOLUTION
    X = np.asarray(X)
    k = np.arange(X.size)
    turns = np.outer(k, k) % X.size / X.size
    return np.exp(2j * np.pi * turns) @ X / X.size
    ### END SOLUTION

# %% example="idft"
assert np.allclose(idft([4, 0, 0, 0]), [1, 1, 1, 1])

# %% [markdown]
# ## 3. The fast transform
#
# For even $N$, let $E$ and $O$ be the transforms, each of length $N/2$, of the elements with even and with odd index. Then
#
# $$X_k = E_k + e^{-2\pi i k/N}\, O_k, \qquad X_{k+N/2} = E_k - e^{-2\pi i k/N}\, O_k, \qquad k = 0 \dots N/2 - 1,$$
#
# and each half can be split again. Write it yourself. Every length $N \ge 1$ must come out right. For lengths that are no power
# of two choose your own way: other prime factors, Bluestein's method, or simply the sum of task 1. A power of two as long as
# $2^{14}$ has to finish within the limit of three seconds for one call, which a plain sum over all pairs will not.

# %% solution="fft"
def fft(x):
    """Fast Fourier transform of any length: the same numbers as `dft`, in N log N steps where N is a power of two.

    Parameters
    ----------
    x : array_like, shape (N,)
        Signal, real or complex, any N >= 1. It is not changed, not padded and not cut.

    Returns
    -------
    array_like of complex, shape (N,)
        X[0] to X[N - 1], frequency 0 first.

    Notes
    -----
    Cooley and Tukey, Mathematics of Computation 19 (1965) 297-301; Bluestein, IEEE Transactions on Audio and Electroacoustics 18
    (1970) 451-455. Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.linalg.dft, and scipy.signal's chirp z-transform.
    """
    ### BEGIN SOLUTION
    x = np.array(x, dtype=complex)  # the transform runs along the last axis, so that all sub-signals are done at once
    n = x.shape[-1]
    if n < 2:
        return x
    p = next(factor for factor in range(2, n + 1) if n % factor == 0)
    parts = fft(np.stack([x[..., r::p] for r in range(p)]))
    k = np.arange(n)
    return sum(np.exp(-2j * np.pi * (r * k % n) / n) * np.tile(parts[r], p) for r in range(p))
    ### END SOLUTION

# %% example="fft"
assert np.allclose(fft([0, 1, 0, 0]), [1, -1j, -1, 1j])
assert np.allclose(fft([1, 1, 1]), [3, 0, 0])

# %% [markdown]
# ## 4. Two dimensions
#
# For an image $f$ of $N_y$ rows and $N_x$ columns, with $y, x$ the indices of a pixel and $k_y, k_x$ those of a frequency,
#
# $$F_{k_y k_x} = \sum_{y=0}^{N_y-1} \sum_{x=0}^{N_x-1} f_{yx}\, e^{-2\pi i (k_y y / N_y + k_x x / N_x)}.$$

# %% solution="dft2"
def dft2(image):
    """Discrete Fourier transform of an image over both of its axes.

    Parameters
    ----------
    image : array_like, shape (Ny, Nx)
        image[y, x], real or complex; rows and columns need not be equally many. It is not changed.

    Returns
    -------
    array_like of complex, shape (Ny, Nx)
        F[ky, kx], zero frequency at [0, 0], no factor in front.

    Notes
    -----
    Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.linalg.dft. Your own `dft` or `fft` is.
    """
    ### BEGIN SOLUTION
    rows = np.array([dft(row) for row in np.asarray(image)])
    return np.array([dft(column) for column in rows.T]).T
    ### END SOLUTION

# %% example="dft2"
assert np.allclose(dft2([[1, 1, 1], [1, 1, 1]]), [[6, 0, 0], [0, 0, 0]])

# %% [markdown]
# ## 5. How exact is it?
#
# The next cell gives you a signal to measure with, and a stopwatch. For $N = 1024$ and `x = noise(1024)` compare your `dft` and
# your `fft` with `np.fft.fft`. The relative error is the largest $|X_k - Y_k|$ divided by the largest $|Y_k|$, with $X$ yours and
# $Y$ the library's. Report its base-10 logarithm, to one decimal.

# %% given="stopwatch"
def noise(n, seed=3):
    """Real white noise of unit variance, shape (n,); always the same for the same n and seed."""
    return np.random.default_rng(seed).standard_normal(n)


def seconds_of(function, *arguments, repeats=5):
    """Shortest of `repeats` times, in seconds, that function(*arguments) takes. The shortest is the one least disturbed."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)

# %% solution="error_floor"
# dft_log10_error: log10 of the relative error of your dft against np.fft.fft, noise(1024), one number
# fft_log10_error: the same for your fft, one number
### BEGIN SOLUTION
# measured with double precision on a two-core x86-64 virtual machine
dft_log10_error = -15.0
fft_log10_error = -15.0
### END SOLUTION

# %% example="error_floor"
assert dft_log10_error < 0 and fft_log10_error < 0

# %% [markdown]
# ## 6. How does the time grow?
#
# A power law $t = a N^p$ has a prefactor $a$ (in seconds) and an exponent $p$. Its logarithm is a straight line in $\log N$. Fit
# that line by least squares in $\log t$, so that a factor of two counts the same for short and for long times.

# %% solution="fit_power_law"
def fit_power_law(sizes, seconds):
    """Exponent and prefactor of seconds = prefactor * sizes ** exponent, by a straight line through the logarithms.

    Parameters
    ----------
    sizes : array_like, shape (M,)
        Lengths N of the signals, positive, in any order, at least two different ones.
    seconds : array_like, shape (M,)
        Times, in seconds, positive.

    Returns
    -------
    exponent : float
        Slope of the least-squares line of log(seconds) on log(sizes), all points weighted alike.
    prefactor : float
        Time in seconds that the law gives for N = 1 (not its logarithm).
    """
    ### BEGIN SOLUTION
    exponent, intercept = np.polyfit(np.log(sizes), np.log(seconds), 1)
    return exponent, np.exp(intercept)
    ### END SOLUTION

# %% example="fit_power_law"
assert np.allclose(fit_power_law([1, 10, 100], [0.5, 5, 50]), (1, 0.5))

# %% [markdown]
# ## 7. The speed-up
#
# In a cell of your own, time your `dft` with `seconds_of(dft, noise(n))` for $N$ = 256, 512, 1024 and 2048, and fit the power law.
# Then time `np.fft.fft` at $N = 2048$. Theory sets $N^2$ steps against $N \log_2 N$. (Use fewer repeats if your loop is slow.)

# %% solution="speed_up"
# dft_exponent: exponent fitted to the times of your dft, one number
# predicted_speed_up: N² steps over N·log2(N) steps at N = 2048, one number
# measured_speed_up: seconds of your dft over seconds of np.fft.fft at N = 2048, one number
### BEGIN SOLUTION
# measured on a two-core x86-64 virtual machine. The exponent is below 2 because short lengths fit into the cache; the library is
# compiled and uses N log N, so it wins by more than the count of steps says
dft_exponent = 1.6
predicted_speed_up = 2048 / 11
measured_speed_up = 10_000
### END SOLUTION

# %% example="speed_up"
assert predicted_speed_up > 1 and measured_speed_up > 1

# %% [markdown]
# ## 8. From samples to the integral
#
# A function $f$ of position (in Å) is known at $n$ points a distance $\Delta x$ apart, with the origin at index $n // 2$: sample
# $j$ is $f\big((j - n//2)\,\Delta x\big)$. Wanted is
#
# $$F(s) = \int f(x)\, e^{-2\pi i s x}\, dx \approx \Delta x \sum_{j=0}^{n-1} f(x_j)\, e^{-2\pi i s x_j}, \qquad x_j = (j - n//2) \Delta x$$
#
# at the $n$ frequencies $s = (k - n//2)/(n\,\Delta x)$, $k = 0 \dots n-1$. `numpy.fft` is allowed here, its shifts and
# `fftfreq` included.

# %% solution="continuous_transform"
def continuous_transform(samples, spacing):
    """Approximate the Fourier integral of a function from its samples.

    Parameters
    ----------
    samples : array_like, shape (n,)
        f at x = (index - n // 2) * spacing, real or complex, n even or odd. It is not changed.
    spacing : float
        Distance between neighbouring samples, Å.

    Returns
    -------
    frequencies : array_like, shape (n,)
        Spatial frequencies, 1/Å, ascending, frequency 0 at index n // 2.
    values : array_like of complex, shape (n,)
        F at these frequencies, in the unit of f times Å.
    """
    ### BEGIN SOLUTION
    frequencies = np.fft.fftshift(np.fft.fftfreq(len(samples), spacing))
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return frequencies, values
    ### END SOLUTION

# %% example="continuous_transform"
assert np.allclose(continuous_transform([0, 1, 0], 2.0)[0], [-1 / 6, 0, 1 / 6])
assert np.allclose(continuous_transform([0, 1, 0], 2.0)[1], [2, 2, 2])

# %% [markdown]
# ## 9. Against the analytic transform
#
# The transform of $f(x) = e^{-\pi x^2}$ is $F(s) = e^{-\pi s^2}$. Sample $f$ at $n = 64$ points, once with a spacing of 0.25 Å and
# once with 0.125 Å, transform, and take the largest absolute difference from $F$ over all 64 frequencies. Report its base-10
# logarithm. One of the two is set by sampling, the other by floating point; the first can be written down in closed form.

# %% solution="analytic_error"
# log10_error_coarse: log10 of the largest absolute error at a spacing of 0.25 Å, to two decimals
# log10_error_fine: the same at 0.125 Å, to one decimal (take -17 if the difference is exactly zero)
### BEGIN SOLUTION
# at Nyquist, s = 2, one alias lies on top of the true value: the error is exp(-4 pi)
log10_error_coarse = -5.46
log10_error_fine = -16.0  # measured; rounding, since the alias is now exp(-16 pi) = 1e-22
### END SOLUTION

# %% example="analytic_error"
assert log10_error_fine < log10_error_coarse < 0

# %% [markdown]
# ## 10. How long will it take?
#
# An FFT of $N$ pixels or voxels in all, over all axes, takes a time proportional to $N \log_2 N$. One measurement is then enough to
# predict others, as long as the memory does not run out.

# %% solution="predict_fft_seconds"
def predict_fft_seconds(seconds, shape, new_shape):
    """Time of an FFT of one shape, predicted from the time of another by N log N.

    Parameters
    ----------
    seconds : float
        Measured time for an array of `shape`, s.
    shape : tuple of int
        Sides of the measured array: one, two or three, not all 1.
    new_shape : tuple of int
        Sides of the array to predict; it may have another number of axes.

    Returns
    -------
    float
        Predicted time, s. Zero for a single pixel.
    """
    ### BEGIN SOLUTION
    n, m = np.prod(shape, dtype=float), np.prod(new_shape, dtype=float)
    return seconds * m * np.log2(m) / (n * np.log2(n))
    ### END SOLUTION

# %% example="predict_fft_seconds"
assert np.isclose(predict_fft_seconds(1.0, (4,), (2, 2, 2)), 3.0)

# %% [markdown]
# ## 11. Bytes
#
# A micrograph of 4096 by 4096 pixels is stored in 32-bit floats. Its transform, because the image is real, needs only the half that
# `np.fft.rfft2` returns; each number is complex with 32-bit parts. (A volume of 256³ voxels has as many numbers as the micrograph.)

# %% solution="file_sizes"
# micrograph_bytes: bytes of the micrograph's pixels, without any header, a whole number
# half_transform_bytes: bytes of what rfft2 returns for it, in single precision, a whole number
### BEGIN SOLUTION
micrograph_bytes = 4096 * 4096 * 4
half_transform_bytes = 4096 * 2049 * 8
### END SOLUTION

# %% example="file_sizes"
assert micrograph_bytes > 0 and half_transform_bytes > 0

# %% [markdown]
# ## 12. Transforms against disk and interpolation
#
# Run `measure()` by hand, once or twice; it takes less than a minute and 1 GB of memory. On a smaller machine take `measure(side=1728)`
# or `measure(side=1000)`: a volume with as many voxels exists when the side is a cube. Report the ratios. There is no right
# answer: they say what dominates on *your* machine. The file just written is probably still in memory when it is read, so that
# `read` is a lower limit.

# %% given="measure"
def measure(side=4096):
    """Seconds for an image of side**2 pixels, and a volume of about as many voxels, in single precision.

    Returns
    -------
    dict of str to float
        "rfft2" of the image, "rfftn" of the volume, "write" and "read" of the image's bytes, and "rotate": turning the image by 10
        degrees with cubic interpolation.
    """
    from scipy import fft as library  # keeps single precision
    from scipy import ndimage

    image = noise(side * side).astype(np.float32).reshape(side, side)
    edge = round(side ** (2 / 3))
    volume = noise(edge**3).astype(np.float32).reshape(edge, edge, edge)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "image.raw"
        return {"rfft2": seconds_of(library.rfft2, image, repeats=3),
                "rfftn": seconds_of(library.rfftn, volume, repeats=3),
                "write": seconds_of(image.tofile, path, repeats=3),
                "read": seconds_of(np.fromfile, path, np.float32, repeats=3),
                "rotate": seconds_of(lambda: ndimage.rotate(image, 10, reshape=False, order=3), repeats=1)}

# %% solution="measured_ratios"
# volume_over_image: "rfftn" over "rfft2"
# read_over_image: "read" over "rfft2"
# rotate_over_image: "rotate" over "rfft2"
### BEGIN SOLUTION
# measured with side=1728 on a two-core x86-64 virtual machine
volume_over_image = 1.2
read_over_image = 0.10
rotate_over_image = 26.0
### END SOLUTION

# %% example="measured_ratios"
assert min(volume_over_image, read_over_image, rotate_over_image) > 0

# %% [markdown]
# ## 13. Off the grid
#
# Tilted slices, polar grids and drifting frames do not put their samples on a lattice. For positions $x_j$ with values $f_j$,
#
# $$F(s) = \sum_j f_j\, e^{-2\pi i s x_j}$$
#
# at any frequency $s$ you like. On the grid $x_j = j$, $s = k/N$ this is the DFT.

# %% solution="nudft"
def nudft(positions, values, frequencies):
    """Fourier sum over samples at arbitrary positions, at arbitrary frequencies.

    F(s) = sum over j of values[j] exp(-2πi s positions[j]), with no weight and no factor in front.

    Parameters
    ----------
    positions : array_like, shape (M,)
        Where the samples lie, Å, in any order.
    values : array_like, shape (M,)
        Samples, real or complex.
    frequencies : array_like, shape (K,)
        Spatial frequencies, 1/Å, in any order; K need not be M.

    Returns
    -------
    array_like of complex, shape (K,)
        F at the frequencies, in their order.

    Notes
    -----
    Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.linalg.dft.
    """
    ### BEGIN SOLUTION
    return np.exp(-2j * np.pi * np.outer(frequencies, positions)) @ np.asarray(values)
    ### END SOLUTION

# %% example="nudft"
assert np.allclose(nudft([0.25], [3.0], [0.0, 1.0, 2.0]), [3, -3j, -3])

# %% [markdown]
# ## 14. In practice (graded by hand)
#
# You have a data set of 5000 micrographs, 4092 by 5760 pixels each, and volumes of up to 600³ voxels. In about 250 words: name at
# least four numerical issues or bottlenecks that you would meet with FFTs, say how each shows itself, and give a way round each.
# Use numbers of your own measurements where you have them. At least one of the four must concern samples off the grid.

# %% [markdown] written="bottlenecks"
# ### BEGIN SOLUTION
# *Precision.* My transforms agree with the library to about 1e-15 in double precision; in single precision to about 1e-7. That is far
# below the noise of a micrograph, so single precision halves memory and time for images. It does hurt where many terms are summed or
# large numbers cancel: sums over millions of voxels or particles, and phases computed as 2πkx in single precision for large kx. Sum in
# double precision, and take whole turns out of a phase before scaling it.
#
# *Memory.* 600³ voxels are 0.86 GB in single precision; a full complex transform is twice that, in double precision four times. Input,
# padded copy and output together no longer fit on a GPU. Use the half transform of real data, transform in place, and give the axes to
# the machine one after the other (slabs).
#
# *Sizes.* 4092 = 4·3·11·31 is slower than 4096, and a prime length is slower still: several times with Bluestein's method, far more
# without. The remedy is padding or cropping to a length with small factors (2, 3, 5, 7), subtracting the mean or tapering first so that
# the rim does not become an edge, and keeping in mind that padding changes the frequency step 1/(n·Δx).
#
# *Circular convolution.* A product of transforms wraps around; pad both to at least the sum of the lengths minus one.
#
# *Memory traffic and I/O.* The transform of a volume does few operations for each byte; the strided axes miss the cache, so that the
# measured time exceeds N log N. Reading 5000 micrographs of 94 MB is 0.47 TB, 40 minutes at 200 MB/s: read while transforming,
# keep plans, batch small transforms on a GPU.
#
# *Off the grid.* A slice through a 3D transform lies between the lattice points. The direct non-uniform sum is exact but costs M·K steps;
# linear interpolation is fast but is a multiplication by sinc² in real space. Oversample by padding twofold, interpolate with a narrow
# kernel, and divide by the kernel's transform: that is gridding, or a non-uniform FFT, in N log N with an error one chooses.
#
# Rubric:
# - 1 point for each issue (at most four) that is named, with how it shows itself in time, memory or the numbers
# - 1 point if every one of these has a way round that works
# - 1 point if samples off the grid are among them, with the cost M·K of the direct sum or the bias of plain interpolation
# ### END SOLUTION
