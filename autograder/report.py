"""The report: one versioned document from which the terminal, HTML and every export are made.

``report.schema.json`` beside this module describes the JSON field by field. A report is deterministic: the same submission, exercise and
engine give the same document, except for ``timings``.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass, replace
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

    def to_json(self, indent: int | None = 2) -> str:
        """The document as text: keys in field order, no NaN; without ``indent`` on one line, for programs."""
        document = {**vars(self), "timings": {name: round(seconds, 4) for name, seconds in self.timings.items()}}
        text = json.dumps(document, indent=indent, ensure_ascii=False, allow_nan=False, default=vars) + "\n"
        return text.encode("utf-8", "backslashreplace").decode("utf-8")  # half a character becomes its JSON escape, so any file can hold it

    @classmethod
    def from_json(cls, text: str) -> Report:
        """Read a document written by `to_json`; raises ValueError on anything else."""
        try:
            document = json.loads(text)
            if document["schema_version"] != SCHEMA_VERSION:
                raise ValueError(f"schema version {document['schema_version']}, this engine reads {SCHEMA_VERSION}")
            report: Report = _reader(Report)(document)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"not a report: {error}") from None
        return report


@functools.cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What turns a value, as JSON gives it, into an instance of the annotation ``kind``, or raises TypeError; made once for each kind."""
    kinds = get_args(kind)
    if is_dataclass(kind):
        readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items() if name in kind.__dataclass_fields__}
        return lambda value: kind(**{name: readers[name](item) for name, item in value.items()})  # type: ignore[operator]  # a class
    if get_origin(kind) is tuple:
        each = _reader(kinds[0])
        return lambda value: tuple(map(each, _only(list, value)))
    if get_origin(kind) is Mapping:
        each = _reader(kinds[1])
        return lambda value: {name: each(item) for name, item in _only(dict, value).items()}
    if get_origin(kind) is UnionType:
        each = _reader(kinds[0])
        return lambda value: None if value is None else each(value)
    if get_origin(kind) is Literal:
        return {one: one for one in kinds}.__getitem__
    return _finite if kind is float else functools.partial(_only, kind)


def _only(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{str(value)[:50]!r} where {kind.__name__} should be")
    return value


def _finite(value: Any) -> Any:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise TypeError(f"{str(value)[:50]!r} where a number should be")
    return value


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
