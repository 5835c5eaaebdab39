"""Hidden checks of the exercise that the engine's own tests use."""

import numpy as np
from hypothesis import strategies as st

from autograder.checks import cases, close, equal, leaves_arguments_alone, task

pairs = st.lists(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), min_size=1, max_size=3)


@task("add", points=1)
def test_adds_two_numbers(student):
    """One and two are three."""
    close(student.add(1.0, 2.0), 3.0)


@task("add", points=1)
@cases([{"both": [(1, 0), (0, 1)]}], both=pairs)
def test_adds_element_by_element(student, both):
    """Every element of the sum is the sum of two elements."""
    a, b = np.transpose(both).astype(float)
    close(student.add(a, b), a + b, help="Is the sign of the second array right?")


@task("add", points=1)
def test_leaves_its_arguments_alone(student):
    """The two arrays are the same after the call."""
    leaves_arguments_alone(student.add, np.array([1.0, 2.0]), np.array([3.0, 4.0]))


@task("scale", points=1)
@cases([{"factor": 3}], factor=st.integers(2, 5))
def test_scales_a_vector(student, factor):
    """A whole multiple of a vector multiplies each of its elements."""
    close(student.scale([1.0, -2.5], factor), [1.0 * factor, -2.5 * factor])


@task("scale", points=1)
def test_zero_times_a_vector(student):
    """Zero times a vector is zero, in the vector's shape."""
    close(student.scale([1.0, 2.0, 4.0], 0), np.zeros(3))


@task("answer", points=1)
def test_sum_of_the_ramp(student, reference):
    """The sum of the image is that of the numbers it was made from."""
    equal(student["answer"], float(np.arange(16).sum()))
    equal(reference.answer, 120.0)
