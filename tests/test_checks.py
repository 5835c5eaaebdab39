"""The words of the checks: what they accept, what they refuse, what they say."""

from __future__ import annotations

import inspect

import numpy as np
import pytest
from hypothesis import strategies as st

from autograder.checks import as_array, between, cases, close, close_to_any, equal, leaves_arguments_alone, raises, require
from autograder.failures import CheckFailed, NotAttempted, StudentRaised


def problem(word, *args, **kwargs) -> str:
    with pytest.raises(CheckFailed) as caught:
        word(*args, **kwargs)
    return caught.value.problem


@pytest.mark.parametrize("got", [[1, 0.5], (1, 0.5), np.array([1, 0.5]), np.array([1, 0.5], np.float32), np.array([1 + 0j, 0.5]), [np.float64(1), 0.5]])
def test_close_accepts_any_container_and_precision(got):
    """Lists, tuples, arrays, single precision and complex with no imaginary part are right answers."""
    close(got, [1.0, 0.5])


@pytest.mark.parametrize(("got", "says"), [
    (None, "returned None; is a `return` missing?"),
    ([1.0, 0.6], "returned [1, 0.6], expected [1, 0.5]"),
    ([[1, 0.5]], "returned an array of shape (1, 2), expected shape (2,)"),
    ([1, [2, 3]], "returned [1, [2, 3]], whose rows have unequal lengths"),
    ("abc", "returned 'abc', which is not a number or an array of numbers"),
    ([float("nan"), 0.5], "returned [NaN, 0.5], expected [1, 0.5]"),
    ([1 + 1j, 0.5], "returned [1+1j, 0.5+0j], expected [1, 0.5]"),
    ({"a": 1}, "returned {'a': 1}, which is not a number or an array of numbers"),
])
def test_close_says_what_is_wrong(got, says):
    """None, wrong values, shapes, ragged lists, words, NaN and stray imaginary parts are each told apart."""
    assert problem(close, got, [1.0, 0.5]) == says


def test_close_points_at_the_worst_element_of_a_large_array():
    """For a large array the message gives index, both numbers and how many differ."""
    right = np.zeros((8, 8))
    wrong = right.copy()
    wrong[2, 3], wrong[5, 5] = 4.0, 1.0
    assert problem(close, wrong, right) == "returned 4 at index [2, 3], expected 0 (2 of 64 values differ, this one most)"


def test_close_treats_nan_and_signed_zero_as_stated():
    """NaN is right only where it is expected; −0 is 0."""
    close([np.nan, -0.0], [np.nan, 0.0])
    assert problem(close, [0.0], [np.nan])


def test_close_shows_the_unit():
    """The unit stands after both numbers."""
    assert problem(close, 2.0, 1.0, unit="1/Å") == "returned 2 1/Å, expected 1 1/Å"


def test_close_to_any_accepts_each_and_reports_the_first():
    """q and −q are both right; otherwise the first accepted answer is shown."""
    for sign in (1, -1):
        close_to_any([sign * 1.0], [[1.0], [-1.0]])
    assert "expected [1]" in problem(close_to_any, [0.5], [[1.0], [-1.0]])


@pytest.mark.parametrize(("got", "right", "holds"), [(3, 3, True), ("a", "a", True), ([1, 2], (1, 2), True), (np.int64(3), 3, True), (None, 3, False),
                                                     (3.5, 3, False), ([1], 1, False), ("b", "a", False)])
def test_equal_is_exact(got, right, holds):
    """Whole numbers and words must be the same, in the same shape."""
    if holds:
        equal(got, right)
    else:
        assert problem(equal, got, right).startswith("returned ")


@pytest.mark.parametrize("got", [-0.1, 1.1, float("nan"), 1j, [0.5], None, "half"])
def test_between_refuses_everything_that_is_not_one_number_in_range(got):
    """Outside, NaN, complex, arrays, None and words fail."""
    assert problem(between, got, 0, 1)


def test_between_includes_its_bounds():
    """Both ends are in range."""
    between(0, 0, 1)
    between(np.float32(1), 0, 1)


def test_as_array_refuses_strings_and_objects_and_gives_numbers():
    """Only numbers become an array."""
    assert as_array([[1, 2]]).shape == (1, 2)
    assert problem(as_array, ["1", "2"])


def test_require_fails_with_its_sentence():
    """The sentence given is the sentence told."""
    require(True, "never")
    assert problem(require, False, "the weights do not add up to 1") == "the weights do not add up to 1"


def test_raises_accepts_a_base_class_by_name_and_lets_stubs_through():
    """ValueError is satisfied by a subclass of it; returning a value fails; a stub stays a stub."""
    def raising():
        raise StudentRaised("QhullError", "flat", ("QhullError", "ValueError", "Exception"), "")

    def stub():
        raise NotAttempted("is not written yet")

    raises("ValueError", raising)
    with pytest.raises(StudentRaised):
        raises("KeyError", raising)
    assert problem(raises, "ValueError", lambda: 3) == "returned 3, expected it to raise ValueError"
    with pytest.raises(NotAttempted):
        raises("ValueError", stub)


class Recorder:
    """A student in this process: as much of the interface as cases() uses."""

    searchable = True

    def __init__(self):
        self.calls, self.evidence, self.seen = [], [], []

    def begin_case(self):
        self.calls = []


def test_cases_hide_their_variables_from_pytest():
    """The suite sees only the other parameters in the signature."""
    @cases(random=0, x=st.integers())
    def check(student, reference, x): ...

    assert list(inspect.signature(check).parameters) == ["student", "reference"]


def test_cases_run_chosen_then_the_same_seeded_ones():
    """Chosen cases come first and the random ones do not change from run to run."""
    def seen():
        @cases([{"x": 5}], random=4, x=st.integers())
        def check(student, x):
            student.seen.append(x)

        student = Recorder()
        check(student=student)
        return student.seen

    assert seen() == seen()
    assert seen()[0] == 5 and len(seen()) == 5 and len(set(seen())) > 2


def test_a_failing_case_is_shrunk_to_the_smallest():
    """A bug that shows from 10 on is reported at 10."""
    @cases([{"x": 777}], random=0, x=st.integers(0, 1000))
    def check(student, x):
        student.calls.append(x)
        require(x < 10, f"fails at {x}")

    student = Recorder()
    assert problem(check, student=student) == "fails at 10"
    assert student.calls == [10] and student.evidence == [777, 10]


def test_what_breaks_in_a_search_comes_through_as_it_is():
    """A sandbox that dies while cases are tried is not the answer's fault, and Hypothesis does not get to call it flaky."""
    tried = []

    @cases([{"x": 777}], random=0, x=st.integers(0, 1000))
    def check(student, x):
        tried.append(x)
        if len(tried) > 1:
            raise ConnectionError("gone")
        require(False, "wrong")

    with pytest.raises(ConnectionError, match="gone"):
        check(student=Recorder())


def test_a_failure_is_not_searched_when_that_makes_no_sense():
    """After a time-out or behind a failed task the first failure stands."""
    @cases([{"x": 777}], random=0, x=st.integers(0, 1000))
    def check(student, x):
        require(x < 10, f"fails at {x}")

    student = Recorder()
    student.searchable = False
    assert problem(check, student=student) == "fails at 777"


def test_leaves_arguments_alone_names_the_argument():
    """The message counts arguments from 1."""
    class Function:
        def __init__(self, changed):
            self.student = Recorder()
            self.changed = changed

        def __call__(self, *args):
            self.student.calls.append(type("Call", (), {"changed": self.changed}))

    leaves_arguments_alone(Function(()), 1)
    assert problem(leaves_arguments_alone, Function((1,)), 1, 2) == "changed its argument number 2 in place; work on a copy"
