"""The vocabulary in which an exercise's checks are written.

A check is a pytest function that takes ``student``. Its docstring is the sentence the student reads; its body calls the
student's functions and hands what they returned to one of the words below. Everything here runs on the trusted side: values that come
from the student are plain numbers, strings, lists, dicts and arrays by the time they arrive.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder import search
from autograder.failures import MISSING, CheckFailed, StudentRaised
from autograder.show import show

__all__ = ["CheckFailed", "as_array", "between", "cases", "close", "close_to_any", "equal", "fail", "leaves_arguments_alone", "raises",
           "require", "task"]

task = pytest.mark.task
"""Mark that gives a check to a task: ``@task("rotate", points=2)``."""


def fail(problem: str, *, got: Any = MISSING, expected: Any = MISSING, help: str = "") -> None:
    """Fail the check with a sentence of one's own."""
    raise CheckFailed(problem, got=got, expected=expected, help=help)


def require(condition: bool, problem: str, *, got: Any = MISSING, expected: Any = MISSING, help: str = "") -> None:
    """Fail with ``problem`` unless ``condition`` holds.

    Examples
    --------
    >>> require(2 > 1, "never seen")
    """
    if not condition:
        raise CheckFailed(problem, got=got, expected=expected, help=help)


def as_array(got: Any, *, shape: tuple[int, ...] | None = None, help: str = "") -> NDArray[Any]:
    """The student's value as a numeric array, or a failure that says why it is not one.

    Parameters
    ----------
    got : object
        What the student returned: a number, a (nested) list or tuple of numbers, or an array.
    shape : tuple of int, optional
        The only accepted shape.
    help : str
        One sentence for the student.

    Returns
    -------
    ndarray
        Of kind bool, int, float or complex.
    """
    if got is None:
        raise CheckFailed("returned None; is a `return` missing?", got=got, help=help)
    try:
        array = np.asarray(got)
    except ValueError:
        raise CheckFailed(f"returned {show(got)}, whose rows have unequal lengths", got=got, help=help) from None
    if array.dtype.kind not in "biufc":
        raise CheckFailed(f"returned {show(got)}, which is not a number or an array of numbers", got=got, help=help)
    if shape is not None and array.shape != shape:
        wanted = "one number" if shape == () else f"shape {shape}"
        raise CheckFailed(f"returned an array of shape {array.shape}, expected {wanted}", got=got, help=help)
    return array


def close(got: Any, expected: Any, *, rtol: float = 1e-4, atol: float = 1e-5, unit: str = "", help: str = "") -> None:
    """Fail unless ``got`` has the shape of ``expected`` and ``|got - expected| <= atol + rtol |expected|`` everywhere.

    The default tolerances accept an answer computed in single precision. NaN is equal to NaN only where ``expected`` has it; −0 equals 0.

    Parameters
    ----------
    got : object
        What the student returned.
    expected : array_like
        The right answer.
    rtol, atol : float
        Relative and absolute tolerance.
    unit : str
        Shown after the numbers, for instance ``"1/Å"``.
    help : str
        One sentence that names the likely slip.
    """
    right = np.asarray(expected)
    value = as_array(got, shape=right.shape)  # the help is about values
    wrong = ~np.isclose(value, right, rtol=rtol, atol=atol, equal_nan=True)
    if wrong.any():
        raise CheckFailed(_difference(value, right, np.atleast_1d(wrong), unit), got=got, expected=expected, help=help)


def close_to_any(got: Any, accepted: Iterable[Any], *, rtol: float = 1e-4, atol: float = 1e-5, unit: str = "", help: str = "") -> None:
    """Like `close`, but any one of the ``accepted`` answers will do (q and −q, say)."""
    first: CheckFailed | None = None
    for right in accepted:
        try:
            return close(got, right, rtol=rtol, atol=atol, unit=unit, help=help)
        except CheckFailed as failure:
            first = first or failure
    if first is None:
        raise ValueError("close_to_any needs at least one accepted answer")
    raise first


def equal(got: Any, expected: Any, *, help: str = "") -> None:
    """Fail unless ``got`` is exactly ``expected``: a whole number, a word, a truth value, or a list of them."""
    try:
        same = got is not None and np.shape(got) == np.shape(expected) and bool(np.all(np.asarray(got) == np.asarray(expected)))
    except (ValueError, TypeError):  # rows of unequal lengths, or things that are not data
        same = False
    if not same:
        raise CheckFailed(f"returned {show(got)}, expected {show(expected)}", got=got, expected=expected, help=help)


def between(got: Any, low: float, high: float, *, unit: str = "", help: str = "") -> None:
    """Fail unless ``got`` is one real number with ``low <= got <= high``."""
    value = as_array(got, shape=(), help=help)
    if value.dtype.kind == "c" or not low <= float(value) <= high:
        span = f"{show(low)} to {show(high)}{_unit(unit)}"
        raise CheckFailed(f"returned {show(got)}, expected a number from {span}", got=got, help=help)


def raises(error: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """Fail unless the student's ``function(*args, **kwargs)`` raises an error whose class, or a base class, is named ``error``."""
    try:
        got = function(*args, **kwargs)
    except StudentRaised as raised:
        if error in raised.lineage:
            return
        raise
    raise CheckFailed(f"returned {show(got)}, expected it to raise {error}", got=got)


def leaves_arguments_alone(function: Callable[..., Any], *args: Any, help: str = "") -> None:
    """Call the student's ``function(*args)`` and fail if it changed one of its arguments in place."""
    function(*args)
    changed = function.student.calls[-1].changed  # type: ignore[attr-defined]  # `function` is a student.Function, not any callable
    if changed:
        names = " and ".join(f"number {index + 1}" for index in changed)
        raise CheckFailed(f"changed its argument {names} in place; work on a copy", help=help)


def cases(chosen: Sequence[Mapping[str, Any]] = (), *, random: int = 4, **strategies: Any) -> Callable[[Any], Any]:
    """Run a check on well-chosen and on a few seeded random cases; a failing one is searched and shrunk.

    The check takes ``student`` and the case's variables. A passing submission pays for ``chosen`` and ``random`` cases
    only. When one fails, Hypothesis looks for the smallest case that fails too, and the report shows that one.

    Parameters
    ----------
    chosen : sequence of mapping
        Cases to try first, in order, each giving every variable.
    random : int
        Number of seeded random cases, the same for every submission.
    **strategies : hypothesis.strategies.SearchStrategy
        One strategy for each variable.

    Examples
    --------
    >>> from hypothesis import strategies as st
    >>> @cases([{"angle": 0.0}], angle=st.floats(-3, 3))
    ... def test_a_turn_keeps_length(student, angle):
    ...     \"\"\"A rotation keeps lengths.\"\"\"
    """
    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        drawn = search.draw(strategies, random)
        own = [parameter for name, parameter in inspect.signature(check).parameters.items() if name not in strategies]

        @functools.wraps(check)
        def run(student: Any, **others: Any) -> None:
            def attempt(case: Mapping[str, Any]) -> None:
                student.begin_case()
                check(student=student, **others, **case)

            for case in [*chosen, *drawn]:
                try:
                    attempt(case)
                except CheckFailed as failure:
                    search.shrink(attempt, strategies, failure, student)

        del run.__wrapped__
        run.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]  # what the suite and pytest read
        return run

    return decorate


def _unit(unit: str) -> str:
    return f" {unit}" if unit else ""


def _difference(value: NDArray[Any], right: NDArray[Any], wrong: NDArray[np.bool_], unit: str) -> str:
    """Both values when they are small; the worst element and how many others differ when they are not."""
    if right.size <= 12:
        return f"returned {show(value)}{_unit(unit)}, expected {show(right)}{_unit(unit)}"
    gap = np.where(wrong, np.abs(np.nan_to_num(np.subtract(value, right, dtype=complex), nan=np.inf)), -1.0)
    where = np.unravel_index(int(np.argmax(gap)), right.shape)
    index = ", ".join(str(int(i)) for i in where)
    return (f"returned {show(value[where])}{_unit(unit)} at index [{index}], expected {show(right[where])}{_unit(unit)} "
            f"({int(wrong.sum())} of {right.size} values differ, this one most)")
