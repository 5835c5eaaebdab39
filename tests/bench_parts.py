"""The bare run of the checks, and where the time of one grade goes, as JSON: `bench.py` runs this in a process of its own.

The process holds what `cryo grade` holds and no more: a fork costs more, the more memory there is to share.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from inprocess import InProcess

from autograder.cells import Submission, load
from autograder.exercise import discover
from autograder.pipeline import Grader, isolated
from autograder.report import Report, SubmissionInfo
from autograder.sandbox import Sandbox
from autograder.student import Student
from autograder.submission import find, read

ROOT = Path(__file__).parent.parent
SECONDS = 60
EMPTY = Report(exercise="", title="", submission=SubmissionInfo("", "", ""), outcome="graded", score=0, max_score=0, manual_points=0)


def median_of(work: Callable[[], object], times: int = 20) -> float:
    """Median seconds of ``work``, after one run that does not count."""
    work()
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


class Parts:
    """A warm grader and one submission, and the pieces of what happens to it."""

    def __init__(self, slug: str, path: Path) -> None:
        self.exercise = discover(ROOT)[slug]
        self.sandbox = Sandbox(ROOT / "exercises", ROOT / "solutions", min(os.sched_getaffinity(0))).wait()
        os.sched_setaffinity(0, {self.sandbox.core})
        self.grader = Grader(self.exercise, self.sandbox)
        self.grader.suite.warm()
        (self.source,), _ = find([path])
        self.submission = self.load()

    def load(self) -> Submission:
        return load(self.source.name, self.source.student, read(self.source), self.exercise.notebook.read_bytes())

    def in_fork(self, work: Callable[[], object]) -> None:
        """Do ``work`` as a grade is done: in a forked copy, with a report, as small as can be, on the way back."""
        answer = isolated(lambda: (work() and None) or EMPTY, SECONDS, self.sandbox.core)
        assert isinstance(answer, Report), answer

    def worker(self) -> None:
        self.sandbox.open(self.exercise).close()
        self.sandbox.end(dead=False)

    def student(self, work: Callable[[Student], object] = lambda student: None) -> None:
        student = Student(self.submission.cells, self.exercise, self.sandbox)
        try:
            student.start()
            work(student)
        finally:
            student.close()

    def bare(self) -> None:
        """The cells and the checks in this process, with nothing around them."""
        namespace: dict[str, object] = {}
        for cell in self.submission.cells:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(cell.source, "cell", "exec"), namespace)
        for item in self.grader.suite.items:
            case = getattr(item, "callspec", None)
            item.function(student=InProcess(namespace), **(case.params if case else {}))


def measure(slug: str, path: Path) -> dict[str, dict[str, float]]:
    """Seconds of the bare run, of the whole grade, and of the grade's parts."""
    parts = Parts(slug, path)
    parts.in_fork(lambda: parts.grader.grade(parts.source))  # what the submission mentions is imported
    made = median_of(parts.worker)
    ready = median_of(parts.student)
    run = median_of(lambda: parts.student(parts.grader.suite.run))
    # the two that are subtracted, in turn: a machine's speed drifts
    whole, bare = [], []
    for _ in range(5):
        whole.append(median_of(lambda: isolated(lambda: parts.grader.grade(parts.source), SECONDS, parts.sandbox.core), 5))
        bare.append(median_of(lambda: parts.in_fork(parts.bare), 5))
    phases = {"reading the notebook": median_of(parts.load), "a fork of the grader, and the report back": median_of(lambda: parts.in_fork(lambda: None)),
              "a confined worker, made and ended": made, "the cells, through IPython": ready - made, "the checks and their calls": run - ready}
    parts.sandbox.close()
    return {"phases": phases, "sums": {"whole": statistics.median(whole), "bare": statistics.median(bare)}}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
