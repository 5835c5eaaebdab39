# %% [markdown]
# # Adding
#
# Week W00, stream blur. About 10 minutes. Read [Adding](../../book/adding.md) first.
#
# Afterwards you can
#
# * add two arrays,
# * scale a vector by adding it to itself.

# %% given="imports"
import mrcfile
import numpy as np

# %% [markdown]
# ## Add two arrays
#
# For two arrays $a$ and $b$ of the same shape, write the function that returns $a + b$, element by element.

# %% solution="add"
def add(a, b):
    """Sum of two arrays, element by element.

    Parameters
    ----------
    a, b : array_like
        Numbers of the same shape.

    Returns
    -------
    ndarray
        ``a + b``, of the same shape.
    """
    ### BEGIN SOLUTION
    return np.asarray(a) + np.asarray(b)
    ### END SOLUTION


# %% example="add"
assert np.allclose(add([1.0, 2.0], [3.0, 5.0]), [4.0, 7.0])

# %% [markdown]
# ## Scale by repeated addition
#
# Multiply a vector by a whole number $n \ge 0$, using `add` only.

# %% solution="scale"
def scale(vector, factor):
    """Whole multiple of a vector, by repeated addition.

    Parameters
    ----------
    vector : array_like
        Numbers.
    factor : int
        How many times the vector is added to zero, not negative.

    Returns
    -------
    ndarray
        ``factor * vector``.
    """
    ### BEGIN SOLUTION
    total = np.zeros_like(np.asarray(vector, dtype=float))
    for _ in range(factor):
        total = add(total, vector)
    return total
    ### END SOLUTION


# %% example="scale"
assert np.allclose(scale([1.0, -2.0], 3), [3.0, -6.0])

# %% [markdown]
# ## Sum of an image
#
# The image `ramp` is read from `data/ramp.mrc`. What is the sum of its pixels?

# %% given="ramp"
ramp = mrcfile.read("data/ramp.mrc")

# %% solution="answer"
# answer: sum over all pixels of `ramp`, a number without unit
### BEGIN SOLUTION
answer = 120.0
### END SOLUTION

# %% example="answer"
assert answer >= 0.0

# %% [markdown]
# ## Why order does not matter
#
# Why does `add(a, b)` equal `add(b, a)` also in floating point? Two sentences.

# %% [markdown] written="why"
# ### BEGIN SOLUTION
# Each element of the sum is the exact sum of two numbers, rounded once to the nearest representable number.
# The exact sum does not depend on the order of its two terms, hence neither does its rounding.
#
# Rubric:
#
# * 1 point: the exact sum of two numbers commutes
# * 1 point: rounding happens once, after the addition
# ### END SOLUTION
