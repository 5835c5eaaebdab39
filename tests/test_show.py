"""How values are written in messages."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.show import LONGEST, show


@pytest.mark.parametrize(("value", "text"), [
    (1, "1"), (True, "True"), (np.bool_(False), "False"), (0.1 + 0.2, "0.3"), (-0.0, "-0"), (float("nan"), "NaN"), (float("-inf"), "-inf"),
    (1 - 2j, "1-2j"), (complex(0, float("nan")), "0+NaNj"), ([1.0, 0.5], "[1, 0.5]"), ((1,), "(1,)"), ((1, 2), "(1, 2)"),
    ({"mean": [0.0]}, "{'mean': [0]}"), (None, "None"), ("a", "'a'"), (np.float32(0.1), "0.1"), (np.array([[1.0, 2.0]]), "[[1, 2]]"),
    (np.zeros((64, 64)), "array of shape (64, 64), float64"), (list(range(50)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … 50 in all]"),
    (np.array([1.0, 1e-17, -0.5]), "[1, 0, -0.5]"), (np.array([1e-17]), "[1e-17]"), (10**50, "a whole number of more than 20 digits"),
])
def test_values_are_written_as_a_student_would_type_them(value, text):
    """Six digits, no dtype noise, large things summarised."""
    assert show(value) == text


def test_nothing_is_longer_than_the_limit():
    """A list of long words or deep lists does not fill the screen."""
    assert len(show(["x" * 200] * 12)) <= LONGEST
    assert len(show("x" * 10**6)) <= LONGEST
