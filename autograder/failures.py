"""The ways a check can end other than by passing.

All are AssertionErrors: they speak about the student's answer. Any other exception that leaves a check is the course's or the machine's
fault and is reported as *could not check*, never scored as the student's.
"""

from __future__ import annotations

from typing import Any

MISSING = object()
"""Stands for a value that was not given, where None would be a value."""


class CheckFailed(AssertionError):
    """A fact about the student's answer that does not hold.

    Parameters
    ----------
    problem : str
        What is wrong, without the call: ``"returned [1, 0, 0], expected [-1, 0, 0]"``.
    got, expected : object, optional
        The two values compared, if the fact is a comparison.
    help : str
        One sentence that names the likely slip.
    """

    def __init__(self, problem: str, *, got: Any = MISSING, expected: Any = MISSING, help: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.got = got
        self.expected = expected
        self.help = help


class NotAttempted(AssertionError):
    """The function or value is still the stub, or is not there at all."""


class StudentRaised(CheckFailed):
    """The student's function raised an error.

    Parameters
    ----------
    kind : str
        Name of the error's class.
    message : str
        Its text.
    lineage : tuple of str
        Names of the class and its bases, nearest first.
    traceback : str
        The student's own lines, ready to print.
    """

    def __init__(self, kind: str, message: str, lineage: tuple[str, ...], traceback: str, *, help: str = "") -> None:
        super().__init__(f"raised {kind}: {message}" if message else f"raised {kind}", help=help)
        self.kind = kind
        self.lineage = lineage
        self.traceback = traceback


class ForbiddenShortcut(CheckFailed):
    """The student's function called what the task asks them to write themselves."""


class StudentStopped(CheckFailed):
    """The student's code was stopped: it took too long, used too much, ended the process or broke the protocol."""
