# %% [markdown]
# # Picking particles by cross-correlation
#
# Grant Jensen's lecture, streams: blur and sharpen. About four and a half hours. Read
# [the chapter](../../book/cross_correlation.md) first.
#
# Afterwards you can
#
# * write a cross-correlation as a sum and with Fourier transforms, with every sign right, and say how it differs from a convolution;
# * read a shift off its peak, and align images with it;
# * write the normalised cross-correlation, which neither a bright patch nor strong contrast can deceive;
# * pick top views and side views of a barrel-shaped particle in a noisy micrograph, at every angle in the plane;
# * score a picker by precision and recall, and say why a picker finds its templates in noise.
#
# **Rules used throughout.** Arrays are `image[y, x]`: rows first. The centre of an array with $N$ rows or columns is at index $N // 2$,
# for even and for odd $N$. Lists and arrays of whole numbers are fine as arguments (also 8-bit pixels, whose products do not fit into
# 8 bits), and arguments are not changed. Arrays, lists and tuples are all welcome as results.

# %% given="imports"
import mrcfile
import numpy as np
from scipy import ndimage, stats

# %% [markdown]
# ## 1. The sum of products, shift by shift
#
# The image $f$ and the template $t$ have the same shape, $N_y$ rows and $N_x$ columns. Their *circular* cross-correlation is
#
# $$c[k_y, k_x] = \sum_{y=0}^{N_y-1} \sum_{x=0}^{N_x-1} t[y, x]^*\, f[\,y + k_y,\; x + k_x\,],$$
#
# where the star is the complex conjugate (it does nothing to real numbers) and an index beyond the edge begins again on the other side:
# $y + k_y$ is taken modulo $N_y$, $x + k_x$ modulo $N_x$. The template is laid over the image with its pixel $[0, 0]$ on pixel
# $[k_y, k_x]$. No library correlates for you here, and the Fourier transforms are switched off.

# %% solution="correlate_by_sums"
def correlate_by_sums(image, template):
    """Circular cross-correlation of two images of one shape, by its definition.

    c[ky, kx] = sum over y and x of conj(template[y, x]) * image[(y + ky) mod Ny, (x + kx) mod Nx]

    Parameters
    ----------
    image, template : array_like, shape (Ny, Nx)
        Real or complex, any Ny and Nx from 1. They are not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        c, the shift (0, 0) first, no factor in front.

    Notes
    -----
    Not allowed here: numpy.fft, scipy.fft, scipy.fftpack, scipy.signal, scipy.ndimage.
    """
    ### BEGIN SOLUTION
    image, template = np.asarray(image) * 1.0, np.asarray(template) * 1.0  # or 8-bit numbers overflow
    rows, columns = image.shape
    return np.array([[np.vdot(template, np.roll(image, (-ky, -kx), axis=(0, 1))) for kx in range(columns)] for ky in range(rows)])
    ### END SOLUTION

# %% example="correlate_by_sums"
assert np.allclose(correlate_by_sums([[0, 0, 5]], [[1, 0, 0]]), [[0, 0, 5]])  # moved by +2: the peak is at +2

# %% [markdown]
# ## 2. From a convolution to a correlation
#
# A convolution has a minus sign where the correlation has none:
# $(f * t)[k_y, k_x] = \sum_{y, x} t[y, x]\, f[k_y - y,\, k_x - x]$, indices again modulo the shape. The next cell gives you this
# convolution. Write `reflect`, so that convolving with the reflected template is the cross-correlation of task 1, also for complex
# numbers:
#
# `convolve(image, reflect(template))` is the same as `correlate_by_sums(image, template)`.

# %% given="convolution"
def convolve(image, template):
    """Circular convolution of two images of one shape, complex, by the convolution theorem."""
    return np.fft.ifft2(np.fft.fft2(image) * np.fft.fft2(template))

# %% solution="reflect"
def reflect(template):
    """The image with which one has to convolve in order to correlate with `template`.

    Parameters
    ----------
    template : array_like, shape (Ny, Nx)
        Real or complex. It is not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        r, such that convolve(image, r) is the circular cross-correlation of image with template, for every image.
    """
    ### BEGIN SOLUTION
    return np.roll(np.conj(template)[::-1, ::-1], (1, 1), axis=(0, 1))
    ### END SOLUTION

# %% example="reflect"
assert np.allclose(reflect([[1, 2, 3]]), [[1, 3, 2]])

# %% [markdown]
# ## 3. The same by Fourier transforms
#
# For $10^6$ pixels the sum takes $10^{12}$ products, the way through Fourier space about $10^8$. Work out the sign before you run
# anything: if the image is the template moved by $(d_y, d_x)$, the peak has to be at $[d_y, d_x]$.

# %% solution="cross_correlate"
def cross_correlate(image, template):
    """Circular cross-correlation of two images of one shape, by Fourier transforms.

    Parameters
    ----------
    image, template : array_like, shape (Ny, Nx)
        Real or complex, any Ny and Nx from 1. They are not changed.

    Returns
    -------
    array_like, shape (Ny, Nx)
        The numbers of `correlate_by_sums`, the shift (0, 0) first, no factor in front. For real images the imaginary part may be there,
        zero up to rounding, or left out.

    Notes
    -----
    Not allowed here: scipy.signal, scipy.ndimage.
    """
    ### BEGIN SOLUTION
    return np.fft.ifft2(np.fft.fft2(image) * np.conj(np.fft.fft2(template)))
    ### END SOLUTION

# %% example="cross_correlate"
assert np.allclose(cross_correlate([[0, 0, 5]], [[1, 0, 0]]), [[0, 0, 5]])

# %% [markdown]
# ## 4. Read the shift off the peak
#
# The image is the template moved round the edges by $(d_y, d_x)$, perhaps with noise: `np.roll(template, (d_y, d_x), axis=(0, 1))`.
# Find the shift. A circular shift by $N - 1$ is the same as one by $-1$; report the one whose index is counted from the centre,
# $-(N // 2) \le d \le (N - 1) // 2$.

# %% solution="peak_shift"
def peak_shift(image, template):
    """Shift between two real images of one shape: where their circular cross-correlation is highest.

    Parameters
    ----------
    image, template : array_like, shape (Ny, Nx)
        Real. They are not changed.

    Returns
    -------
    dy, dx : int
        np.roll(template, (dy, dx), axis=(0, 1)) is most like the image; dy from -(Ny // 2) to (Ny - 1) // 2, dx likewise.
    """
    ### BEGIN SOLUTION
    score = np.real(cross_correlate(image, template))
    peak = np.unravel_index(np.argmax(score), score.shape)
    return tuple(int((k + n // 2) % n - n // 2) for k, n in zip(peak, score.shape, strict=True))
    ### END SOLUTION

# %% example="peak_shift"
assert tuple(peak_shift([[0, 0, 0, 5, 0]], [[1, 0, 0, 0, 0]])) == (0, -2)

# %% [markdown]
# ## 5. Align and average
#
# The first step of every 2D classification: move each image back by the shift at which it is most like a reference, and average.

# %% solution="aligned_average"
def aligned_average(images, reference_image):
    """Average of images, each moved back so that it lies on the reference.

    Parameters
    ----------
    images : array_like, shape (n, Ny, Nx)
        Real, n >= 1. They are not changed.
    reference_image : array_like, shape (Ny, Nx)
        What they are aligned to.

    Returns
    -------
    array_like, shape (Ny, Nx)
        Mean over the images, each rolled (round the edges, by whole pixels) by minus its `peak_shift` from the reference.
    """
    ### BEGIN SOLUTION
    shifts = [peak_shift(image, reference_image) for image in images]
    return np.mean([np.roll(image, (-dy, -dx), axis=(0, 1)) for image, (dy, dx) in zip(images, shifts, strict=True)], axis=0)
    ### END SOLUTION

# %% example="aligned_average"
assert np.allclose(aligned_average([[[0, 0, 5]], [[3, 0, 0]]], [[0, 1, 0]]), [[0, 4, 0]])

# %% [markdown]
# ## 6. Einstein from noise
#
# In a cell of your own, make 1000 images of pure noise of 32 by 32 pixels, align them to any picture you like and look at the average.
#
# What do you see, and why? Give the reason in terms of the peak that each noise image was moved to. Then: how does the likeness of the
# average to the reference change with the number of images, and with the number of pixels of the image (so of shifts that are tried)?
# Somebody has picked 100 000 particles with a template low-passed to 8 Å and shows you a 2D class average with detail at 8 Å. What can
# you conclude, and which two or three things would you ask them to do? About 150 words.

# %% [markdown] written="template_bias"
# ### BEGIN SOLUTION
# The average looks like the reference although no image contains it. Every noise image is moved to where its correlation with the
# reference is largest, that is, to where chance made it most like the reference; so each contributes a small positive multiple of it
# plus the rest of its noise. Averaging leaves the multiple as it is and lowers the rest by √n, so the likeness grows towards 1 with the
# number of images. The more shifts (and rotations) are tried, the higher the largest of many random scores, about √(2 ln M) standard
# deviations for M of them: the bias grows slowly with M. It is the smaller per pixel the more pixels the score is summed over.
# From the class average one can conclude nothing about detail at 8 Å: it can come from the template, through picks of noise and through
# alignment. Ask for picks with a template low-passed to 20 Å or more, or without any (blobs), where detail beyond 20 Å cannot come from
# the template; 2D classes from a random start; a look at the number of picks that are thrown away; validation with half sets that were
# never aligned to a common high-resolution reference, or of features that the template did not have.
#
# Rubric:
#
# * 1 point: the average looks like the reference, though the images hold nothing.
# * 1 point: each is placed at the maximum over shifts, selected by chance likeness, so every one adds a positive share of the reference.
# * 1 point: more images average the rest away (the likeness grows); more shifts tried raise the maximum.
# * 1 point: detail within the template's resolution is no evidence.
# * 1 point: at least two sound remedies (low-pass to 20 Å or more, template-free picking, other start, detail beyond the template's
#   resolution, independent halves, tilt pairs).
# ### END SOLUTION

# %% [markdown]
# ## 7. Correlation that brightness and contrast leave alone
#
# The plain sum is large where the image is bright, whatever stands there. The *normalised* cross-correlation compares the template with
# the patch of the image below it after both have had their mean removed and their standard deviation set to one, counting only pixels
# inside a mask. Let $P$ be the set of the $n$ pixels of the template where the mask is not 0. For the patch of the image whose centre is
# at $[y, x]$, with values $f_p$ at the pixels $p \in P$, and the template's values $t_p$,
#
# $$\mathrm{NCC}[y, x] =
# \frac{\sum_{p \in P} (f_p - \bar f)(t_p - \bar t)}{\sqrt{\sum_{p \in P} (f_p - \bar f)^2 \; \sum_{p \in P} (t_p - \bar t)^2}},
# \qquad \bar f = \frac1n \sum_{p \in P} f_p, \quad \bar t = \frac1n \sum_{p \in P} t_p.$$
#
# The template's centre is its index $[h // 2, w // 2]$, where $h$ is its number of rows and $w$ that of columns. Two rules:
#
# * **Border.** Nothing wraps round. Where a part of the template's array would hang over the edge of the image (whether inside the mask
#   or not), the score is 0.
# * **Flat patches.** Where the patch's standard deviation under the mask, $\sqrt{\sum_P (f_p - \bar f)^2/n}$, is at most one thousandth
#   of the standard deviation of the whole image, the score is 0.

# %% solution="normalised_cross_correlation"
def normalised_cross_correlation(image, template, mask):
    """Normalised cross-correlation of an image with a smaller template under a mask.

    Parameters
    ----------
    image : array_like, shape (Ny, Nx)
        Real. It is not changed.
    template : array_like, shape (h, w)
        Real, h <= Ny and w <= Nx, not constant under the mask. It is not changed.
    mask : array_like, shape (h, w)
        1 or True where a pixel of the template counts, 0 or False elsewhere.

    Returns
    -------
    array_like, shape (Ny, Nx)
        Score between -1 and 1 at the pixel that lies under the template's centre [h // 2, w // 2]; 0 near the border and on flat patches.

    Notes
    -----
    Sums or Fourier transforms, as you like; `pick` below needs it to be quick. The method with Fourier transforms and a mask: Roseman,
    Ultramicroscopy 94 (2003) 225-236. scipy.signal and scipy.ndimage are allowed.
    """
    ### BEGIN SOLUTION
    image, template, mask = np.asarray(image, dtype=float), np.asarray(template, dtype=float), np.asarray(mask) != 0
    image = image - image.mean()  # or the difference of two large numbers below loses its digits
    pixels = mask.sum()
    centred = np.where(mask, template - template[mask].mean(), 0.0)
    (rows, columns), (h, w) = image.shape, template.shape

    def under(f, kernel):
        product = np.fft.rfft2(f) * np.conj(np.fft.rfft2(kernel, s=f.shape))
        return np.fft.irfft2(product, s=f.shape)[: rows - h + 1, : columns - w + 1]

    spread = np.sqrt(np.maximum(under(image**2, mask) / pixels - (under(image, mask) / pixels) ** 2, 0))
    flat = spread <= 1e-3 * image.std()
    inside = under(image, centred) / np.where(flat, 1.0, spread) / np.sqrt(pixels * np.sum(centred**2))
    score = np.zeros((rows, columns))
    score[h // 2 : h // 2 + rows - h + 1, w // 2 : w // 2 + columns - w + 1] = np.where(flat, 0.0, inside)
    return score
    ### END SOLUTION

# %% example="normalised_cross_correlation"
assert np.allclose(normalised_cross_correlation([[0, 3, 9, 6, 3]], [[1, 3, 2]], [[1, 1, 1]]), [[0, 3 / 84**0.5, 1, -0.5, 0]])

# %% [markdown]
# ## 8. Turn a template
#
# An angle is counted from the columns' axis ($x$, to the right) towards the rows' axis ($y$, in the order of the rows). What stood at the
# offset $(x, y)$ from the centre, index $N // 2$, goes to
#
# $$(x \cos\alpha - y \sin\alpha,\; x \sin\alpha + y \cos\alpha),$$
#
# where $\alpha$ is the angle. Interpolate as you like, linearly or better. Beyond the edge of the template everything is 0.

# %% solution="rotate_template"
def rotate_template(template, angle):
    """Rotate a square image about its centre, index N // 2.

    Parameters
    ----------
    template : array_like, shape (N, N)
        Real, N even or odd. It is not changed.
    angle : float
        Degrees, any size, positive from +x (columns) towards +y (rows).

    Returns
    -------
    array_like, shape (N, N)
        What was at the offset (x, y) from the centre is at (x cos - y sin, x sin + y cos). 0 where the template does not reach.
    """
    ### BEGIN SOLUTION
    template = np.asarray(template, dtype=float)
    middle = np.array(template.shape) // 2
    c, s = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    back = np.array([[c, -s], [s, c]])  # from the place (y, x) in the result to where it came from
    return ndimage.affine_transform(template, back, offset=middle - back @ middle, order=3)
    ### END SOLUTION

# %% example="rotate_template"
assert np.allclose(rotate_template([[0, 0, 0], [0, 0, 1], [0, 0, 0]], 90), [[0, 0, 0], [0, 0, 0], [0, 1, 0]])

# %% [markdown]
# ## 9. How many rotations, how high a peak, how many false ones
#
# 1. A barrel 150 Å long lies in the plane; a half turn leaves its side view as it is. You try equally spaced angles. At the nearest of
#    them the tips of the barrel, 75 Å from its centre, must not be further than 8 Å along their circle from where they really are,
#    whatever the true angle. How many angles do you need at least?
# 2. A particle covers 1400 pixels with a signal-to-noise ratio of 0.05: variance of the signal over variance of the noise, per pixel; the
#    noise is white and the signal has mean 0. The correlation with the exact noise-free particle, at the right place: how many times its
#    own standard deviation, which the noise alone gives it, is it on average?
# 3. You search all 928 × 1024 positions of a micrograph with the side view at the angles of question 1 and with one more template, the
#    top view. Take all scores of pure noise as independent and normal. How many of them lie above 5 standard deviations, on average?

# %% solution="search_numbers"
# angles_needed: fewest equally spaced angles for the side view, a whole number
# peak_in_sigmas: height of the peak in standard deviations of the noise, one number, to 1 %
# false_scores: expected number of scores of pure noise above the threshold, one number, to 2 %
### BEGIN SOLUTION
angles_needed = int(np.ceil(np.pi / (2 * 8 / 75)))
peak_in_sigmas = np.sqrt(1400 * 0.05)
false_scores = 928 * 1024 * (angles_needed + 1) * stats.norm.sf(5)
### END SOLUTION

# %% example="search_numbers"
assert angles_needed > 1 and peak_in_sigmas > 0 and false_scores > 0

# %% [markdown]
# ## 10. Peaks that keep their distance
#
# A particle makes a whole hill of high scores; it is to be picked once. A *candidate* is a pixel whose score is at least the threshold
# and at least as high as each of its eight neighbours (fewer at the edge). Take the candidates from the highest score to the lowest, and
# keep one if it is at least `minimum_distance` away from every one kept before it.

# %% solution="find_peaks"
def find_peaks(score, minimum_distance, threshold):
    """Peaks of a map of scores, the highest first, no two of them near each other.

    Parameters
    ----------
    score : array_like, shape (Ny, Nx)
        Real. No two neighbouring pixels above the threshold have the same score. It is not changed.
    minimum_distance : float
        Pixels. Two peaks are kept if the straight distance between them is at least this.
    threshold : float
        Smallest score of a peak.

    Returns
    -------
    array_like, shape (n, 2)
        Indices (y, x) of the peaks, from the highest score to the lowest; empty if there is none.
    """
    ### BEGIN SOLUTION
    score = np.asarray(score, dtype=float)
    candidates = np.argwhere((score >= threshold) & (score == ndimage.maximum_filter(score, size=3, mode="nearest")))
    candidates = candidates[np.argsort(-score[tuple(candidates.T)], kind="stable")]
    kept = []
    for candidate in candidates:
        if all(np.hypot(*(candidate - other)) >= minimum_distance for other in kept):
            kept.append(candidate)
    return np.array(kept, dtype=int).reshape(-1, 2)
    ### END SOLUTION

# %% example="find_peaks"
assert np.array_equal(find_peaks([[5, 0, 1, 9, 2, 0, 0, 3]], 4, 2), [[0, 3], [0, 7]])

# %% [markdown]
# ## 11. Precision and recall
#
# A pick and a true centre are a *match* if they are at most `tolerance` apart. Each pick and each true centre belongs to one match at
# most: of all possible pairs take the nearest first, then the nearest of what is left, and so on.

# %% solution="precision_recall"
def precision_recall(picked, truth, tolerance):
    """Precision and recall of picks.

    Parameters
    ----------
    picked : array_like, shape (n, 2)
        Picks (y, x), pixels. n may be 0.
    truth : array_like, shape (m, 2)
        True centres (y, x), pixels, m >= 1.
    tolerance : float
        Largest distance of a match, pixels.

    Returns
    -------
    precision : float
        Matches over picks; 0 if nothing was picked.
    recall : float
        Matches over true centres.
    """
    ### BEGIN SOLUTION
    picked, truth = np.asarray(picked, dtype=float).reshape(-1, 2), np.asarray(truth, dtype=float)
    distances = np.hypot(picked[:, None, 0] - truth[:, 0], picked[:, None, 1] - truth[:, 1])
    matches = 0
    while distances.size and distances.min() <= tolerance:
        nearest = np.unravel_index(np.argmin(distances), distances.shape)
        distances[nearest[0], :] = distances[:, nearest[1]] = np.inf
        matches += 1
    return matches / max(len(picked), 1), matches / len(truth)
    ### END SOLUTION

# %% example="precision_recall"
assert np.allclose(precision_recall([[10, 10], [50, 50], [90, 90], [11, 11]], [[10, 12], [52, 50]], 5), (0.5, 1.0))

# %% [markdown]
# ## 12. Pick the barrels
#
# `data/micrograph.mrc` is a simulated micrograph of barrels like the 20S proteasome, about 150 Å long and 115 Å wide: 300 kV, 1.8 µm
# underfocus, 400 electrons a pixel of noise. Half of the particles are seen from the top (a ring), half from the side (four stripes), at
# any angle in the plane, with a signal-to-noise ratio of about 0.1 per pixel. At the edge of the hole is carbon, and there are lumps of
# contaminating ice: nothing may be picked there.
#
# `data/templates.mrcs` holds the two views as 2D class averages, low-passed to 20 Å, the side view with the barrel's axis along $x$; the
# middle of each barrel is at index $N // 2$. `data/practice.mrc` is a small micrograph of the same kind, and `practice_truth` says where
# its particles are and which view each is. Two warnings, both from real life: class averages show protein **bright**, micrographs show it
# **dark**; and `.star` files have the columns $x$ first.

# %% given="data"
def read_mrc(path):
    """Pixels as floats, and the pixel size in Å, of an .mrc or .mrcs file."""
    with mrcfile.open(path) as file:
        return file.data.astype(np.float32), float(file.voxel_size.x)


templates, pixel_size = read_mrc("data/templates.mrcs")  # (2, 64, 64): top view, side view
practice, _ = read_mrc("data/practice.mrc")  # (352, 416)
practice_truth = np.loadtxt("data/practice.star", skiprows=6)[:, [1, 0, 2]] - [0, 0, 1]  # rows (y, x, view); view 0 top, 1 side

# %% [markdown]
# Write a picker. It will be run on `micrograph` and on small micrographs that you do not have: other places, another pixel size (with
# templates of that pixel size), and pixel values on another scale, such as counts of electrons. No particle lies nearer to the border than
# half a template, and no two centres are nearer than 160 Å to each other.
#
# A pick is right if it is at most 30 Å from a centre; each particle counts once. Asked for on every micrograph: **precision and recall of
# at least 85 %**, at least 80 % of the top views and at least 80 % of the side views found, and the right view for 90 % of the right
# picks. Your picker must take less than 30 s for `micrograph`. Binning is allowed and makes it quicker: twice is enough, and above 12 Å
# a pixel the stripes of the side view begin to vanish.

# %% solution="pick"
def pick(micrograph, templates, pixel_size):
    """Find the particles in a micrograph.

    Parameters
    ----------
    micrograph : array_like, shape (Ny, Nx)
        Real, in any unit, protein dark. It is not changed.
    templates : array_like, shape (2, N, N)
        Top view and side view, protein bright, the side view's axis along x; the particle's centre at index N // 2.
    pixel_size : float
        Of micrograph and templates, Å.

    Returns
    -------
    array_like, shape (n, 3)
        A row (y, x, view) for each particle, in any order: its centre in pixels of the micrograph as given, not binned, which need
        not be whole; view 0 for a top view, 1 for a side view.
    """
    ### BEGIN SOLUTION
    factor = 2

    def binned(image):
        rows, columns = (n // factor * factor for n in image.shape)
        return image[:rows, :columns].reshape(rows // factor, factor, columns // factor, factor).mean(axis=(1, 3))

    templates = np.asarray(templates, dtype=float)
    image = binned(-np.asarray(micrograph, dtype=float))
    side = templates.shape[-1] // factor
    y, x = np.indices((side, side)) - side // 2
    mask = np.hypot(y, x) * factor * pixel_size <= 85  # the barrel and a little of the ice about it
    top = normalised_cross_correlation(image, binned(templates[0]), mask)
    turned = [binned(rotate_template(templates[1], angle)) for angle in range(0, 180, 12)]
    sides = np.max([normalised_cross_correlation(image, template, mask) for template in turned], axis=0)
    peaks = find_peaks(np.maximum(top, sides), 120 / (factor * pixel_size), 0.29)
    return np.column_stack([factor * peaks, (sides > top)[tuple(peaks.T)]])
    ### END SOLUTION

# %% example="pick"
assert np.shape(pick(practice[:100, :100], templates, pixel_size))[1] == 3  # a corner of it, to be quick
