"""The whole grader, top-down: a submission goes in, a report comes out."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import logging
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import autograder
from autograder.cells import Cell, Submission, SubmissionError, load
from autograder.diagnosis import Diagnosis
from autograder.exercise import CourseError, Exercise, digest_of
from autograder.forks import forked
from autograder.report import Report, SubmissionInfo, task_results
from autograder.sandbox import Room, SandboxMissing
from autograder.student import Student
from autograder.submission import Source, read
from autograder.suite import Suite

log = logging.getLogger("autograder")

GRACE_S = 15.0
"""Time beyond a submission's own limit after which the whole grade is ended from outside."""
IMPORT = re.compile(r"^\s*(?:import|from)\s+((?:matplotlib|mrcfile|scipy)(?:\.\w+)*)(?:\s+import\s+([^#\n]+))?", re.MULTILINE)
"""A line that imports from one of the libraries that take a while to load: the module, and perhaps names in it."""


class Grader:
    """One exercise's suite and a place to run submissions, both kept warm.

    Parameters
    ----------
    exercise : Exercise
    room : Room
        The sandbox, or at home no sandbox.
    visible_only : bool
        Use only the checks that students may see, and no reference.
    """

    def __init__(self, exercise: Exercise, room: Room, *, visible_only: bool = False) -> None:
        self.exercise = exercise
        self.room = room
        self.visible_only = visible_only
        if visible_only:
            self.suite = Suite(exercise, exercise.release / "test_visible.py")
        else:
            self.suite = Suite(exercise, exercise.checks, Diagnosis(exercise))

    def grade(self, source: Source) -> Report:
        """Grade one submission; never raises for what a student did.

        Raises
        ------
        SandboxMissing
            If there is no working sandbox.
        """
        data = b""
        try:
            data = read(source)
            release = self.exercise.notebook.read_bytes() if self.exercise.notebook.exists() else None
            submission = load(source.name, source.student, data, release)
        except SubmissionError as error:
            return unreadable(self.exercise, source, data, str(error))
        return self.grade_cells(submission)

    def grade_cells(self, submission: Submission) -> Report:
        """Grade cells that have been read already."""
        begun = time.perf_counter()
        self.room.prepare(self.exercise, modules_in(submission.cells))
        student = Student(submission.cells, self.exercise, self.room)
        timings: dict[str, float] = {}
        try:
            student.start()
            timings["cells"] = time.perf_counter() - begun
            results = self.suite.run(student)
        finally:
            student.close()
        timings["total"] = time.perf_counter() - begun
        timings["checks"] = timings["total"] - timings["cells"]
        tasks = task_results(self.exercise, results, visible_only=self.visible_only)
        broken = any(result.status == "error" for result in results)
        info = SubmissionInfo(submission.name, submission.student, submission.sha256)
        return Report(exercise=self.exercise.slug, title=self.exercise.title, submission=info, outcome="not_graded" if broken else "graded",
                      score=sum(result.earned for result in results), max_score=sum(result.points for result in results),
                      manual_points=0.0 if self.visible_only else manual_points(self.exercise), tasks=tasks,
                      cells=tuple(student.progress.cells[index] for index in sorted(student.progress.cells)), notes=notes_on(student),
                      sandboxed=self.room.sandboxed, engine=autograder.__version__, visible_only=self.visible_only, timings=timings)


def manual_points(exercise: Exercise) -> float:
    """Points of an exercise that a person gives."""
    return sum(task.points for task in exercise.tasks if task.kind == "written")


def modules_in(cells: Iterable[Cell]) -> list[str]:
    """What the cells import that is worth importing once, in the warm process; some of it may be no module."""
    return sorted({name for cell in cells for match in IMPORT.finditer(cell.source) for name in _imported(*match.groups(""))})


def _imported(module: str, names: str) -> Iterator[str]:
    if module.startswith("matplotlib"):
        yield "matplotlib.pyplot"
        return
    yield module
    yield from (f"{module}.{name}" for name in re.findall(r"(\w+)(?:\s+as\s+\w+)?", names) if module == "scipy")


def notes_on(student: Student) -> tuple[str, ...]:
    """What is worth saying beyond the checks."""
    changed = dict.fromkeys(call.function for call in student.history if call.changed)
    return tuple(f"{name}() changes an argument in place, itself or through a function that it calls. Work on a copy." for name in changed)


def unreadable(exercise: Exercise, source: Source, data: bytes, reason: str) -> Report:
    """The report on a file from which no code could be read."""
    info = SubmissionInfo(source.name, source.student, hashlib.sha256(data).hexdigest() if data else "")
    most = sum(task.points for task in exercise.tasks if task.kind != "written")
    return Report(exercise=exercise.slug, title=exercise.title, submission=info, outcome="unreadable", score=0.0, max_score=most,
                  manual_points=manual_points(exercise), notes=(reason,), engine=autograder.__version__)


def not_graded(exercise: Exercise, source: Source, reason: str) -> Report:
    """The report on a submission that we failed to grade."""
    return replace(unreadable(exercise, source, b"", reason), outcome="not_graded")


@functools.cache
def engine_digest() -> str:
    """SHA-256 of the engine's own files and the versions of what it computes with: a grade is out of date when they change."""
    versions = " ".join(f"{name} {importlib.metadata.version(name)}" for name in ("numpy", "scipy", "ipython", "pytest", "hypothesis"))
    return hashlib.sha256(f"{digest_of(Path(__file__).parent.rglob('*'))} {sys.version} {versions}".encode()).hexdigest()


def isolated(work: Callable[[], Report], seconds: float, core: int | None = None) -> Report | str:
    """Run ``work`` in a forked copy of this process; its report, or a sentence on why there is none.

    Raises
    ------
    SandboxMissing, CourseError
        If ``work`` does.
    """
    kind, _, body = forked(lambda: _outcome(work), seconds, core).decode("utf-8", "replace").partition("\n")
    if kind == "sandbox":
        raise SandboxMissing(body)
    if kind == "course":
        raise CourseError(body)
    if kind == "report":
        with contextlib.suppress(ValueError):  # cut short
            return Report.from_json(body)
    return body if kind == "failed" else f"grading was killed from outside, or did not end within {seconds:g} s"


def _outcome(work: Callable[[], Report]) -> bytes:
    try:
        text = f"report\n{work().to_json(indent=None)}"
    except SandboxMissing as error:
        text = f"sandbox\n{error}"
    except CourseError as error:
        text = f"course\n{error}"
    except Exception:
        log.exception("grading failed")
        text = "failed\nsomething went wrong on our side; the grader's log has the details"
    return text.encode("utf-8", "replace")
