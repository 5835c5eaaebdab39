"""The report: one versioned document from which the terminal, HTML and every export are made.

``report.schema.json`` beside this module describes the JSON field by field. A report is deterministic: the same submission, exercise and
engine give the same document, except for ``timings``.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, is_dataclass, replace
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from autograder.exercise import Exercise, Task

SCHEMA_VERSION = 1

Status = Literal["pass", "fail", "error", "not_attempted", "blocked", "manual"]
"""Of a check or a task. ``error``: could not be checked, our fault or the machine's. ``blocked``: fails, and so does a task it builds on.
``manual``: graded by hand."""


@dataclass(frozen=True)
class Mistake:
    """A named misconception whose outputs agree with the student's."""

    name: str
    sentence: str
    section: str


@dataclass(frozen=True)
class CheckResult:
    """One fact about the answer, and whether it holds.

    Attributes
    ----------
    check, task : str
        Name of the check's function without ``test_``, id of its task.
    sentence : str
        The fact, in words.
    status : Status
    points, earned : float
    message : str
        Problem in one sentence, starting with the call if there was one; empty when passed.
    call, got, expected : str
        The call as the student would type it, and the two values; empty when there is nothing to compare.
    help : str
        One sentence that names the likely slip.
    mistakes : tuple of Mistake
        The named misconceptions that explain the failure, best first; usually one.
    minimal : bool
        True if ``call`` is the smallest failing case found by search.
    traceback : str
        The student's own lines, if their code raised.
    """

    check: str
    task: str
    sentence: str
    status: Status
    points: float
    earned: float
    message: str = ""
    call: str = ""
    got: str = ""
    expected: str = ""
    help: str = ""
    mistakes: tuple[Mistake, ...] = ()
    minimal: bool = False
    traceback: str = ""


@dataclass(frozen=True)
class CellError:
    """An error at the top level of one of the student's cells; functions of other cells are graded all the same."""

    cell: int
    message: str
    traceback: str


@dataclass(frozen=True)
class TaskResult:
    """One task with its checks; ``earned`` is None while a written answer waits for a person."""

    task: str
    title: str
    kind: str
    section: str
    status: Status
    points: float
    earned: float | None
    hints: tuple[str, ...]
    checks: tuple[CheckResult, ...]


@dataclass(frozen=True)
class SubmissionInfo:
    """Where a submission came from: display name, student if known, SHA-256 of its bytes."""

    name: str
    student: str
    sha256: str


@dataclass(frozen=True)
class Report:
    """The whole outcome for one submission.

    ``outcome`` is ``graded``; ``unreadable`` when no code could be read from the file (scores 0); or ``not_graded`` when something on our
    side failed, so that no score stands. ``score`` counts what was checked automatically, out of ``max_score``; ``manual_points`` wait for
    a person. ``errors`` counts checks that could not be run.
    """

    exercise: str
    title: str
    submission: SubmissionInfo
    outcome: Literal["graded", "unreadable", "not_graded"]
    score: float
    max_score: float
    manual_points: float
    tasks: tuple[TaskResult, ...] = ()
    cells: tuple[CellError, ...] = ()
    notes: tuple[str, ...] = ()
    sandboxed: bool = True
    engine: str = ""
    visible_only: bool = False
    schema_version: int = SCHEMA_VERSION
    timings: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def checks(self) -> tuple[CheckResult, ...]:
        """All checks in order."""
        return tuple(check for task in self.tasks for check in task.checks)

    @property
    def errors(self) -> int:
        """How many checks could not be run."""
        return sum(check.status == "error" for check in self.checks)

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Each named misconception once, the best of each check first."""
        return tuple(dict.fromkeys(mistake for check in self.checks for mistake in check.mistakes))

    def to_json(self) -> str:
        """The document as text: two-space indent, keys in field order, no NaN."""
        document = asdict(self)
        document["timings"] = {name: round(seconds, 4) for name, seconds in self.timings.items()}
        text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        return text.encode("utf-8", "backslashreplace").decode("utf-8")  # half a character becomes its JSON escape, so any file can hold it

    @classmethod
    def from_json(cls, text: str) -> Report:
        """Read a document written by `to_json`; raises ValueError on anything else."""
        try:
            document = json.loads(text)
            if document["schema_version"] != SCHEMA_VERSION:
                raise ValueError(f"schema version {document['schema_version']}, this engine reads {SCHEMA_VERSION}")
            report: Report = _read(cls, document)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"not a report: {error}") from None
        return report


_hints: Callable[[Any], dict[str, Any]] = functools.cache(get_type_hints)


def _read(kind: Any, value: Any) -> Any:
    """``value``, as JSON gives it, as an instance of the annotation ``kind``."""
    if is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], item) for name, item in value.items()})  # type: ignore[operator]  # a class, not an instance
    kinds = get_args(kind)
    if get_origin(kind) is tuple and isinstance(value, list):
        return tuple(_read(kinds[0], item) for item in value)
    if get_origin(kind) is Mapping and isinstance(value, dict):
        return {name: _read(kinds[1], item) for name, item in value.items()}
    if get_origin(kind) is UnionType:
        return None if value is None else _read(kinds[0], value)
    if get_origin(kind) is Literal and value in kinds:
        return value
    if (kind is float and type(value) in (int, float) and math.isfinite(value)) or (kind in (str, int, bool) and type(value) is kind):
        return value
    raise TypeError(f"{str(value)[:50]!r} where {kind} should be")


def task_results(exercise: Exercise, checks: Sequence[CheckResult], *, visible_only: bool = False) -> tuple[TaskResult, ...]:
    """Gather check results under their tasks, in the exercise's order."""
    own = {task.id: tuple(check for check in checks if check.task == task.id) for task in exercise.tasks}
    if visible_only:
        return tuple(replace(_task_result(task, own[task.id]), points=sum(check.points for check in own[task.id]))
                     for task in exercise.tasks if own[task.id])
    return tuple(_task_result(task, own[task.id]) for task in exercise.tasks)


def _task_result(task: Task, checks: tuple[CheckResult, ...]) -> TaskResult:
    hints = task.hints if any(check.status == "fail" for check in checks) else ()
    earned = None if task.kind == "written" else sum(check.earned for check in checks)
    return TaskResult(task=task.id, title=task.title, kind=task.kind, section=task.section, status=_status(task, checks),
                      points=task.points, earned=earned, hints=hints, checks=checks)


def _status(task: Task, checks: tuple[CheckResult, ...]) -> Status:
    """The one word for a task: the worst that happened, but *not attempted* only if nothing was."""
    if task.kind == "written":
        return "manual"
    statuses: set[Status] = {check.status for check in checks}
    order: tuple[Status, ...] = ("error", "fail", "blocked")
    if statuses and statuses <= {"not_attempted"}:
        return "not_attempted"
    return next((status for status in order if status in statuses), "fail" if "not_attempted" in statuses else "pass")
