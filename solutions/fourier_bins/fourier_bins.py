# %% [markdown]
# # Bins of a box, and four properties of the transform
#
# Week W02, stream: blur. About three and a half hours. Read [the chapter](../../book/fourier_transform.md) first.
#
# Afterwards you will be able to
#
# * write down the frequency axis of any box, with its unit, and say which lengths a bin stands for;
# * say how many bins lie between two resolutions, in any box;
# * test whether a step of image processing is linear;
# * predict what stretching a function does to its transform;
# * move a signal by a fraction of a pixel;
# * convolve two signals with three Fourier transforms;
# * prove all four properties.
#
# **Rules used throughout.** Lengths are in Å, spatial frequencies $s$ in 1/Å: periods for each Å, without a $2\pi$. A box has $n$
# pixels, each `pixel_size` Å wide, $n$ even or odd; its length is $L = n \cdot$ `pixel_size`. The Fourier transform has numpy's sign and
# scale: $F_k = \sum_m f_m\, e^{-2\pi i k m/n}$ with $m, k = 0 \dots n-1$, a factor $1/n$ on the way back, and $i$ the imaginary unit.
# Lists, tuples and arrays are all welcome as results. No function may change its arguments.

# %% given="imports"
import zlib

import numpy as np

# %% [markdown]
# ## 1. The frequency axis
#
# The waves that fit into the box a whole number of times have the frequencies $k/L$, $k$ a whole number. Of these an array of $n$
# samples tells $n$ apart: $k = -(n // 2)$ and the $n - 1$ next ones, where $n // 2$ is $n/2$ rounded down.

# %% solution="spatial_frequencies"
def spatial_frequencies(n, pixel_size):
    """Spatial frequencies of a box in ascending order.

    Parameters
    ----------
    n : int
        Pixels across the box, at least 1, even or odd.
    pixel_size : float
        Å.

    Returns
    -------
    array_like, shape (n,)
        Frequencies in 1/Å, ascending in equal steps, frequency 0 at index ``n // 2``.
    """
    ### BEGIN SOLUTION
    return (np.arange(n) - n // 2) / (n * pixel_size)
    ### END SOLUTION

# %% example="spatial_frequencies"
assert np.allclose(spatial_frequencies(4, 2.0), [-0.25, -0.125, 0, 0.125])
assert np.allclose(spatial_frequencies(3, 1.0), [-1 / 3, 0, 1 / 3])

# %% [markdown]
# ## 2. The lengths in a bin
#
# On the positive side the axis is cut into *bins*. Bin $k$ begins at the frequency $k/L$, which belongs to it, and ends at
# $(k+1)/L$, which belongs to the next: $[k/L, (k+1)/L)$, $k = 0, 1, 2, \dots$ Nothing lies beyond the Nyquist frequency
# $1/(2\cdot$ `pixel_size`$)$. For even $n$ the last bin ends just there; for odd $n$ the last bin is cut off there and is only half as
# wide as the others. A bin that would begin at Nyquist or above does not exist.
#
# A frequency $s$ stands for the length $1/s$. Which lengths are in bin $k$?

# %% solution="bin_lengths"
def bin_lengths(n, pixel_size, k):
    """Longest and shortest length in a bin.

    Parameters
    ----------
    n : int
        Pixels across the box, at least 1, even or odd.
    pixel_size : float
        Å.
    k : int
        Number of the bin; the first is bin 0.

    Returns
    -------
    longest, shortest : float
        One over the frequency at which the bin begins, and one over that at which it ends, both Å. ``longest`` of bin 0 is ``np.inf``.

    Raises
    ------
    ValueError
        If the box has no bin ``k``.
    """
    ### BEGIN SOLUTION
    if not 0 <= 2 * k < n:
        raise ValueError(f"a box of {n} pixels has no bin {k}")
    box = n * pixel_size
    longest = box / k if k > 0 else np.inf
    return longest, max(box / (k + 1), 2 * pixel_size)
    ### END SOLUTION

# %% example="bin_lengths"
assert np.allclose(bin_lengths(10, 2.0, 1), (20, 10))
assert np.allclose(bin_lengths(5, 2.0, 2), (5, 4))  # the last bin of an odd box: it ends at two pixels

# %% [markdown]
# ## 3. Bins between two lengths
#
# How many bins begin between two lengths? The rule at the ends is that of the bins themselves: a bin that begins exactly at
# `longest` counts, one that begins exactly at `shortest` does not. Neighbouring ranges then share no bin and miss none.

# %% solution="count_bins"
def count_bins(n, pixel_size, longest, shortest):
    """Number of bins that begin in a range of lengths.

    Parameters
    ----------
    n : int
        Pixels across the box, at least 1, even or odd.
    pixel_size : float
        Å.
    longest, shortest : float
        Ends of the range, Å; ``longest > shortest > 0``. ``longest`` may be ``np.inf``, ``shortest`` may be less than two pixels.

    Returns
    -------
    int
        How many of the bins of task 2 begin at a frequency s with ``1/longest <= s < 1/shortest``.
    """
    ### BEGIN SOLUTION
    begins = np.arange((n + 1) // 2) / (n * pixel_size)
    return int(np.sum((begins >= 1 / longest) & (begins < 1 / shortest)))
    ### END SOLUTION

# %% example="count_bins"
assert count_bins(16, 1.0, 8.0, 4.0) == 2  # bins 2 and 3
assert count_bins(16, 1.0, np.inf, 2.0) == 8  # all of them

# %% [markdown]
# ## 4. A box of 128 Å, and your own
#
# Take a box of 128 Å with pixels of 1 Å: 64 bins on either side of frequency 0. Then answer the same questions for a box of your own:
# `my_numbers` below makes it from your id. Everybody's box is another one, so you can compare methods with others, but not results.

# %% given="my_numbers"
def my_numbers(student_id):
    """Your own box.

    Parameters
    ----------
    student_id : str
        Your id as in the course list. Capitals and spaces around it make no difference.

    Returns
    -------
    dict of str to int or float
        "n": pixels across the box; "pixel_size", Å; "longest", "middle", "shortest": three lengths, Å.
    """
    rng = np.random.default_rng(zlib.crc32(student_id.strip().lower().encode("utf-8", "replace")))
    while True:
        n = int(rng.integers(150, 400))
        pixel_size = int(rng.integers(60, 141)) / 100
        longest = float(2 * rng.integers(6, 11))
        begins = [n * pixel_size / length for length in (longest, longest / 2, longest / 4)]
        if abs(pixel_size - 1) > 0.14 and all(0.1 < k % 1 < 0.9 for k in begins):  # no bin begins close to one of the lengths
            return {"n": n, "pixel_size": pixel_size, "longest": longest, "middle": longest / 2, "shortest": longest / 4}

# %% solution="box_and_bins"
# First line: student_id = "..." with your own id, in quotes, as in your course list.
#
# For the box of 128 Å at 1 Å for each pixel; lengths and frequencies to four significant digits or better:
# bin_spacing: distance between the beginnings of neighbouring bins, 1/Å
# first_bin, second_bin, last_bin: each (longest, shortest) of that bin, Å; write np.inf for a length without end
# coarse_bins, fine_bins: numbers of bins that begin between 10 and 5 Å, and between 5 and 2.5 Å (rule of task 3)
#
# For your own box, my_numbers(student_id):
# own_bin_spacing, own_second_bin, own_last_bin: as above
# own_coarse_bins, own_fine_bins: numbers of bins that begin between "longest" and "middle", and between "middle" and "shortest"
### BEGIN SOLUTION
student_id = "example"

bin_spacing = 1 / 128
first_bin, second_bin, last_bin = (np.inf, 128.0), (128.0, 64.0), (128 / 63, 2.0)
coarse_bins, fine_bins = 13, 26  # bins 13 to 25, bins 26 to 51

mine = my_numbers(student_id)
own_bin_spacing = 1 / (mine["n"] * mine["pixel_size"])
own_second_bin = bin_lengths(mine["n"], mine["pixel_size"], 1)
own_last_bin = bin_lengths(mine["n"], mine["pixel_size"], (mine["n"] + 1) // 2 - 1)
own_coarse_bins = count_bins(mine["n"], mine["pixel_size"], mine["longest"], mine["middle"])
own_fine_bins = count_bins(mine["n"], mine["pixel_size"], mine["middle"], mine["shortest"])
### END SOLUTION

# %% example="box_and_bins"
assert isinstance(student_id, str)
assert first_bin[0] > first_bin[1] == second_bin[0]  # bins follow each other without a gap
assert coarse_bins < fine_bins

# %% [markdown]
# ## 5. Linearity
#
# A processing step $T$ takes a signal and gives something back. It is *linear* if for all signals $f$, $g$ and all numbers $a$, $b$
#
# $$T(a f + b g) = a\,T(f) + b\,T(g).$$
#
# One experiment cannot prove that, but it can refute it. You get what the step made of $f$, of $g$ and of $a f + b g$; return how far the
# third is from what linearity predicts.

# %% solution="linearity_error"
def linearity_error(of_f, of_g, of_mix, a, b):
    """Largest deviation of a step from linearity in one experiment, relative to the largest output.

    Parameters
    ----------
    of_f, of_g, of_mix : array_like, all of the same shape (M,)
        What the step gives for f, for g and for a f + b g; real or complex. ``of_mix`` is not zero everywhere.
    a, b : float
        The weights.

    Returns
    -------
    float
        The largest absolute value of ``of_mix - (a of_f + b of_g)``, divided by the largest absolute value of ``of_mix``.
    """
    ### BEGIN SOLUTION
    of_f, of_g, of_mix = np.asarray(of_f), np.asarray(of_g), np.asarray(of_mix)
    return float(np.max(np.abs(of_mix - a * of_f - b * of_g)) / np.max(np.abs(of_mix)))
    ### END SOLUTION

# %% example="linearity_error"
assert np.isclose(linearity_error([1, 0], [0, 1], [2, 3], 2, 3), 0)
assert np.isclose(linearity_error([1, 0], [0, 1], [2, 4], 2, 3), 0.25)

# %% [markdown]
# ## 6. Which of these steps are linear?
#
# Try them, with signals and weights of your choice.

# %% given="steps"
def low_pass(f):
    """Set everything above a quarter of the Nyquist frequency to zero."""
    F = np.fft.rfft(f)
    F[len(F) // 4 :] = 0
    return np.fft.irfft(F, len(f))


steps = {
    "transform": np.fft.fft,
    "power_spectrum": lambda f: np.abs(np.fft.fft(f)) ** 2,
    "low_pass": low_pass,
    "subtract_mean": lambda f: f - np.mean(f),
    "normalise": lambda f: (f - np.mean(f)) / np.std(f),
    "add_background": lambda f: f + 1,
    "turn_contrast": lambda f: -f,
    "move_three_pixels": lambda f: np.roll(f, 3),
}

# %% solution="linear_steps"
# linear_steps: a list of words, each in quotes: the names in `steps` of the steps that are linear; their order does not matter
### BEGIN SOLUTION
linear_steps = ["transform", "low_pass", "subtract_mean", "turn_contrast", "move_three_pixels"]
### END SOLUTION

# %% example="linear_steps"
assert set(linear_steps) <= set(steps)

# %% [markdown]
# ## 7. Scale
#
# Let $F(s)$ be the Fourier integral of $f(x)$, and $a \ne 0$ a real number. The function $g(x) = f(ax)$ is $f$ squeezed by the factor $a$;
# with a negative $a$ it is mirrored as well. You get $F$ at some frequencies; return the transform $G$ of $g$ where it can be known from
# them exactly, without interpolation.

# %% solution="scale_transform"
def scale_transform(frequencies, values, a):
    """Transform of g(x) = f(a x) from the transform of f.

    Parameters
    ----------
    frequencies : array_like, shape (M,)
        Frequencies at which the Fourier integral of f is known, 1/Å, ascending.
    values : array_like, shape (M,)
        The Fourier integral of f there, real or complex.
    a : float
        Not zero; may be negative.

    Returns
    -------
    frequencies, values : array_like, shape (M,)
        Frequencies in 1/Å, ascending again, and the Fourier integral of g there: each value comes from one value of f's transform.
    """
    ### BEGIN SOLUTION
    order = slice(None) if a > 0 else slice(None, None, -1)
    return (a * np.asarray(frequencies))[order], (np.asarray(values) / abs(a))[order]
    ### END SOLUTION

# %% example="scale_transform"
assert np.allclose(scale_transform([-1.0, 0.0, 1.0], [0.0, 4.0, 0.0], 2.0), ([-2, 0, 2], [0, 2, 0]))

# %% [markdown]
# ## 8. Shift
#
# The samples stand for the one smooth periodic curve that consists of the $n$ waves of task 1. Move this curve by a distance that need not
# be a whole number of pixels, and sample it again. What leaves the box on one side comes in on the other.
#
# For even $n$ the samples cannot tell $+$Nyquist from $-$Nyquist. The rule of this course: that coefficient is half of the one and half
# of the other, so that it is multiplied by the mean of the two phase factors, $\cos(\pi\,$ `distance` $/$ `pixel_size`$)$. Real samples
# then stay real.

# %% solution="shift"
def shift(samples, pixel_size, distance):
    """Move a periodic signal by any distance, with a phase ramp in Fourier space.

    Parameters
    ----------
    samples : array_like, shape (n,)
        Signal, real or complex, n >= 1, even or odd. It is not changed.
    pixel_size : float
        Å.
    distance : float
        Å; positive moves the signal towards higher indices. It may be longer than the box.

    Returns
    -------
    array_like, shape (n,)
        The moved signal; real or, where the imaginary part is zero up to rounding, complex for real samples, complex for complex ones.
    """
    ### BEGIN SOLUTION
    F = np.fft.fft(samples)
    n = len(F)
    phase_factors = np.exp(-2j * np.pi * np.fft.fftfreq(n, pixel_size) * distance)
    if n % 2 == 0:
        phase_factors[n // 2] = phase_factors[n // 2].real
    return np.fft.ifft(F * phase_factors)
    ### END SOLUTION

# %% example="shift"
assert np.allclose(shift([0, 1, 0, 0, 0], 2.0, 4.0), [0, 0, 0, 1, 0])
assert np.allclose(shift([1, 0, -1, 0], 1.0, 0.5), np.sqrt(0.5) * np.array([1, 1, -1, -1]))  # a cosine, an eighth of a period later

# %% [markdown]
# ## 9. Convolution
#
# The circular convolution of two signals of $n$ samples is
#
# $$h_m = \sum_{j=0}^{n-1} f_j\, g_{m-j}, \qquad m = 0 \dots n-1,$$
#
# where an index below 0 is counted from the end: $g_{-1}$ is $g_{n-1}$. The origin is index 0, and nothing is divided. Compute it by way
# of Fourier transforms. Signals of $2^{15}$ samples have to finish within the limit of five seconds for one call.

# %% solution="convolve_by_fft"
def convolve_by_fft(f, g):
    """Circular convolution of two signals, as a product in Fourier space.

    Parameters
    ----------
    f, g : array_like, shape (n,)
        Signals of the same length n >= 1, real or complex. They are not changed.

    Returns
    -------
    array_like, shape (n,)
        The circular convolution h; for real signals real, or complex with an imaginary part that is zero up to rounding.
    """
    ### BEGIN SOLUTION
    return np.fft.ifft(np.fft.fft(f) * np.fft.fft(g))
    ### END SOLUTION

# %% example="convolve_by_fft"
assert np.allclose(convolve_by_fft([0, 1, 0], [1, 2, 3]), [3, 1, 2])

# %% [markdown]
# ## 10. Prove it (graded by hand)
#
# Prove, with every step justified:
#
# a. linearity of the Fourier integral;
#
# b. the scale property: the transform of $f(ax)$ for every real $a \ne 0$, negative ones included;
#
# c. the shift property for samples: if $f'_m = f_{m-j}$ with a whole number $j$ and indices counted round the box, what is $F'_k$?
# Say where you have used that the box is periodic;
#
# d. the convolution property for samples: $H_k = F_k\,G_k$ for the $h$ of task 9.

# %% [markdown] written="four_proofs"
# ### BEGIN SOLUTION
# (a) $\int [a f(x) + b g(x)]\, e^{-2\pi i s x} dx = a \int f(x) e^{-2\pi i s x} dx + b \int g(x) e^{-2\pi i s x} dx = a F(s) + b G(s)$,
# since the integral of a sum is the sum of the integrals (both exist) and the numbers $a$, $b$ do not depend on $x$.
#
# (b) Substitute $y = ax$, so $x = y/a$ and $dx = dy/a$. For $a > 0$ the limits stay as they are:
# $G(s) = \frac1a \int_{-\infty}^{\infty} f(y)\, e^{-2\pi i (s/a) y} dy = \frac1a F(s/a)$. For $a < 0$ they are exchanged: $x \to \infty$ is
# $y \to -\infty$; exchanging them back costs a minus sign, and $-1/a = 1/|a|$. In both cases $G(s) = F(s/a)/|a|$.
#
# (c) $F'_k = \sum_m f_{m-j}\, e^{-2\pi i k m/n}$. Let $l = m - j$ and write $m = l + j$: the factor $e^{-2\pi i k j/n}$ does not depend on
# $l$ and stands before a sum over $l = -j \dots n-1-j$. Both $f_l$ (indices go round the box) and $e^{-2\pi i k l/n}$ (as $k$ is whole,
# $e^{-2\pi i k} = 1$) repeat after $n$, so any $n$ neighbouring terms have the same sum as $l = 0 \dots n-1$.
# Hence $F'_k = e^{-2\pi i k j/n} F_k$. The period is used in replacing the range of the sum.
#
# (d) $H_k = \sum_m \sum_j f_j\, g_{m-j}\, e^{-2\pi i k m/n}$. Exchange the two finite sums and take $f_j$ out of the inner one:
# $H_k = \sum_j f_j \left[\sum_m g_{m-j}\, e^{-2\pi i k m/n}\right]$. By (c) the bracket is $e^{-2\pi i k j/n} G_k$, and
# $\sum_j f_j e^{-2\pi i k j/n} = F_k$ is left as the factor of $G_k$.
#
# Rubric:
# - 2 points for (a): the integral is split (1) and the constants are taken out with a reason (1)
# - 2 points for (b): substitution with the right argument s/a (1), the absolute value from the exchanged limits (1)
# - 2 points for (c): the phase factor with its sign (1), and why the range of the sum may be moved (1)
# - 2 points for (d): the sums are exchanged and the shift property is applied to the inner one (1), the rest is recognised as F (1)
# ### END SOLUTION
