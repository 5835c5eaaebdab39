"""Cases for a check: seeded ones drawn once, and the smallest failing one searched only when a check fails.

Both use Hypothesis, derandomised, so that the same submission always meets the same cases. The search is bounded by a number of attempts,
not by the clock, for the same reason; a generous time box behind it only catches answers that are very slow.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.internal.conjecture import providers

from autograder.failures import CheckFailed, ForbiddenShortcut

if TYPE_CHECKING:
    from autograder.student import Student

# Hypothesis mixes constants of whatever local modules happen to be loaded into what it draws; the cases of a grade must not depend on that.
if hasattr(providers, "_get_local_constants"):
    providers._get_local_constants = lambda: providers._local_constants

ATTEMPTS = 100
SECONDS = 10.0

_QUIET = settings(derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))


class _Enough(BaseException):
    """Ends a search; a BaseException, so that Hypothesis lets it through."""


def draw(strategies: Mapping[str, Any], count: int) -> list[dict[str, Any]]:
    """The first ``count`` seeded random cases of ``strategies``, the same in every process."""
    if count == 0:
        return []
    drawn: list[dict[str, Any]] = []

    @settings(_QUIET, max_examples=count + 1, phases=[Phase.generate])
    @given(st.fixed_dictionaries(dict(strategies)))
    def collect(case: dict[str, Any]) -> None:
        drawn.append(case)

    collect()
    return drawn[1 : count + 1] or drawn  # Hypothesis begins with the simplest case, which `chosen` should already hold


def shrink(attempt: Callable[[Mapping[str, Any]], None], strategies: Mapping[str, Any], first: CheckFailed, student: Student) -> NoReturn:
    """Look for the smallest case on which ``attempt`` fails as ``first`` did, and raise that failure.

    Parameters
    ----------
    attempt : callable
        Runs the check on one case and raises when it fails.
    strategies : mapping of str to SearchStrategy
        Where cases come from.
    first : CheckFailed
        The failure already seen; raised unchanged when nothing smaller turns up.
    student : Student
        Whose calls are recorded: afterwards ``student.calls`` are those of the smallest case, ``student.evidence`` those of both.
    """
    if not strategies or not student.searchable or isinstance(first, ForbiddenShortcut):
        raise first
    begun = student.calls
    smallest, calls = first, begun
    trouble: Exception | None = None
    budget, deadline = ATTEMPTS, time.monotonic() + SECONDS

    def fails(case: Mapping[str, Any]) -> bool:
        nonlocal smallest, calls, budget, trouble
        budget -= 1
        if time.monotonic() > deadline or not student.searchable:
            smallest, calls = first, begun  # how far a search came in a given time is chance: all of it or nothing
            raise _Enough
        if budget < 0:
            raise _Enough
        try:
            attempt(case)
        except type(first) as failure:
            smallest, calls = failure, student.calls
            return True
        except AssertionError:
            pass
        except Exception as error:  # ours or the machine's; Hypothesis would try it again and call it flaky
            trouble = error
            raise _Enough from None
        return False

    with contextlib.suppress(_Enough, NoSuchExample):
        find(st.fixed_dictionaries(dict(strategies)), fails, settings=settings(_QUIET, max_examples=ATTEMPTS))
    if trouble is not None:
        raise trouble
    student.calls, student.evidence = calls, [*begun, *calls] if calls is not begun else []
    raise smallest from None
