"""An exercise's checks, collected by pytest once and run for many submissions.

pytest finds the checks and their parameters; what it usually does around a test (fixtures, reports, rewriting) is left out. Each submission
should be run in a forked copy of the process, so that nothing passes to the next.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import logging
import sys
import traceback
from collections.abc import Generator, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest.config import Config, _prepareconfig
from _pytest.main import Session

from autograder import wire
from autograder.diagnosis import Diagnosis, quietly, same
from autograder.exercise import CourseError, Exercise, Task
from autograder.failures import MISSING, CheckFailed, ForbiddenShortcut, NotAttempted, StudentRaised, StudentStopped
from autograder.forks import forked
from autograder.rehearsal import Asked, Rehearsal
from autograder.report import CheckResult, Mistake, Status
from autograder.sandbox import SandboxMissing
from autograder.show import show
from autograder.student import RESERVED, Call, Student

log = logging.getLogger("autograder")

REHEARSAL_S = 60.0
UNUSED = ("terminal", "cacheprovider", "logging", "capture", "faulthandler", "warnings", "unraisableexception", "threadexception",
          "doctest", "junitxml", "pastebin")
QUIET = [*(f"-pno:{name}" for name in UNUSED), "--assert=plain", "--noconftest", "--import-mode=importlib"]


class Suite:
    """The checks of one exercise in one file.

    Parameters
    ----------
    exercise : Exercise
    file : Path
        The hidden checks or the visible ones.
    diagnosis : Diagnosis, optional
        Reference and named mistakes; without it there is no ``reference`` and nothing is diagnosed (a student at home).

    Raises
    ------
    CourseError
        If the checks cannot be collected, or one lacks a task, a sentence or points.
    """

    def __init__(self, exercise: Exercise, file: Path, diagnosis: Diagnosis | None = None) -> None:
        self.exercise = exercise
        self.diagnosis = diagnosis
        self._student: Student | Rehearsal | None = None
        self._problem: BaseException | None = None
        self.items = self._collect(file)
        if diagnosis is not None and self.items:
            module: ModuleType = self.items[0].module  # type: ignore[attr-defined]  # every item is a function of a module
            diagnosis.equivalent = getattr(module, "EQUIVALENT", {})
        self._wanted = {item.nodeid: self._arguments(item) for item in self.items}
        for item in self.items:
            self._check_mark(item)

    # hooks: this object is the plug-in that pytest sees

    def pytest_configure(self, config: Config) -> None:
        """Register the one mark that checks carry."""
        config.addinivalue_line("markers", "task(id, points): the task that a check belongs to")

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self) -> Generator[None, Any, Any]:
        """Keep the reason why a file of checks cannot be imported."""
        report = yield
        if report.failed:
            self._problem = CourseError(str(report.longrepr))
        return report

    def _collect(self, file: Path) -> list[pytest.Item]:
        with _no_plugins():
            options = ["-c", str(Path(__file__).parent / "templates" / "checks.ini"), "--rootdir", str(file.parent)]
            config = _prepareconfig([*QUIET, *options, str(file)], [self])
            config._do_configure()
            session = Session.from_config(config)
            config.hook.pytest_sessionstart(session=session)
            try:
                session.perform_collect()
            except (pytest.UsageError, Session.Interrupted, Session.Failed) as error:
                raise CourseError(f"{file}: {error}") from None
            finally:
                sys.modules.pop(file.stem, None)  # or another file of that name would be taken for this one
        if self._problem is not None or not session.items:
            raise CourseError(f"{file}: no check could be collected from it: {self._problem or 'it holds none'}")
        return list(session.items)

    def _values(self) -> dict[str, Any]:
        """What a check can ask for, by the names of its parameters."""
        values = {"student": self._student, "data": self.exercise.data}
        return values if self.diagnosis is None else {**values, "reference": self.diagnosis.reference}

    def _arguments(self, item: pytest.Item) -> tuple[list[str], dict[str, Any]]:
        """Which of `_values` a check asks for, and the values that ``pytest.mark.parametrize`` gives it."""
        case = getattr(item, "callspec", None)
        given = dict(case.params) if case else {}
        wanted = [name for name in inspect.signature(item.function).parameters if name not in given]  # type: ignore[attr-defined]  # a function
        if unknown := [name for name in wanted if name not in self._values()]:
            raise CourseError(f"{item.nodeid}: there is no `{unknown[0]}`. A check takes {', '.join(self._values())} and the variables of "
                              "@cases, each with a strategy")
        return wanted, given

    def _check_mark(self, item: pytest.Item) -> None:
        mark = item.get_closest_marker("task")
        if mark is None or not mark.args or mark.args[0] not in self.exercise.tasks_by_id:
            raise CourseError(f"{item.nodeid}: give it @task(id, points=...) with an id from exercise.toml")
        if self.diagnosis is not None and not isinstance(mark.kwargs.get("points"), (int, float)):
            raise CourseError(f"{item.nodeid}: give it points, as in @task({mark.args[0]!r}, points=1)")
        if not inspect.getdoc(item.function):  # type: ignore[attr-defined]  # every item is a function
            raise CourseError(f"{item.nodeid}: its docstring, the sentence that the student reads, is missing")

    @functools.cached_property
    def expected(self) -> dict[str, Asked]:
        """For each check, the calls that it makes of a right answer; found by a rehearsal with the reference, in a process of its own."""
        if self.diagnosis is None:
            return {}
        reference = self.diagnosis.reference
        if taken := sorted(name for name in RESERVED if callable(getattr(reference, name, None))):
            raise CourseError(f"{self.exercise.source}: give {', '.join(taken)} another name; `student.{taken[0]}` is the grader's own")
        try:
            told = wire.unpack(forked(lambda: wire.pack(self._rehearse(Rehearsal(reference))), REHEARSAL_S))
        except wire.ProtocolError:
            return {}  # a reference that raises or takes too long is for `cryo verify` to tell
        return {name: [(function, arguments) for function, arguments in calls] for name, calls in told.items()}

    def _rehearse(self, rehearsal: Rehearsal) -> dict[str, Asked]:
        self._student, found = rehearsal, {}
        with quietly(self.exercise):
            for item in self.items:
                if self._task(item).replay:
                    rehearsal.begin_check()
                    self._run(item)
                    found[item.name] = rehearsal.worth_sending()
        return found

    def _task(self, item: pytest.Item) -> Task:
        mark = item.get_closest_marker("task")
        assert mark is not None  # looked at when collected
        return self.exercise.tasks_by_id[mark.args[0]]

    def warm(self) -> None:
        """Do now what can be done before this process is forked for many submissions."""
        _ = self.expected
        if self.diagnosis is not None:
            self.diagnosis.warm()

    def run(self, student: Student) -> list[CheckResult]:
        """Run every check on ``student``, in the order of the file."""
        expected = self.expected
        self._student = student
        results: list[CheckResult] = []
        unsound: set[str] = set()
        for item in self.items:
            task = self._task(item)
            needed = sorted(unsound.intersection(task.needs))
            searchable = not needed and task.id not in unsound  # one smallest case a task is enough
            student.begin_check(task, searchable=searchable, expected=expected.get(item.name, ()))
            results.append(self._result(item, self._run(item), needed))
            if results[-1].status != "pass":
                unsound.add(task.id)
        self._student = None
        return results

    def _run(self, item: pytest.Item) -> BaseException | None:
        """Run one check; the exception that ended it, or None. Pytest's own protocol around it costs more than most checks."""
        wanted, given = self._wanted[item.nodeid]
        values = self._values()
        try:
            item.function(**{name: values[name] for name in wanted}, **given)  # type: ignore[attr-defined]  # every item is a function
        except SandboxMissing:  # no fact about the answer
            raise
        except (Exception, pytest.skip.Exception) as problem:
            return problem
        return None

    def _result(self, item: pytest.Item, problem: BaseException | None, needed: list[str]) -> CheckResult:
        mark = item.get_closest_marker("task")
        assert mark is not None
        points = float(mark.kwargs.get("points", 0))
        sentence = " ".join((inspect.getdoc(item.function) or "").split())  # type: ignore[attr-defined]  # every item is a function
        status = _status(problem, needed)
        details = self._details(problem, needed, status)
        return CheckResult(check=item.name.removeprefix("test_"), task=mark.args[0], sentence=sentence, status=status, points=points,
                           earned=points if status == "pass" else 0.0, **details)

    def _details(self, problem: BaseException | None, needed: list[str], status: Status) -> dict[str, Any]:
        """The fields of a result that explain it."""
        assert isinstance(self._student, Student)
        if problem is None:
            return {}
        if not isinstance(problem, AssertionError):
            where = traceback.extract_tb(problem.__traceback__)[-1:]
            place = f" ({where[0].filename}, line {where[0].lineno})" if where else ""
            log.error("%s: a check could not run: %s: %s%s", self.exercise.slug, type(problem).__name__, problem, place)
            return {"message": "This could not be checked; the fault is the course's, not yours."}
        if status == "blocked":
            titles = " and ".join(f"'{self.exercise.tasks_by_id[name].title}'" for name in needed)
            return {"message": f"This builds on {titles}, where a check fails; mend that first."}
        if not isinstance(problem, CheckFailed):
            return {"message": _sentence((str(problem).splitlines() or ["it does not hold"])[0])}
        return self._explain(problem, self._student)

    def _explain(self, problem: CheckFailed, student: Student) -> dict[str, Any]:
        call = next((call for call in reversed(student.calls) if call.got is problem.got), student.calls[-1] if student.calls else None)
        text = self._write(call) if call else ""
        whose, verb = text, problem.problem
        if call is not None and problem.got is not MISSING and (part := _part(call.got, problem.got)) != "":
            whose, verb = f"what follows from {text}" if part is None else f"{text}{part}", verb.replace("returned", "is", 1)
        elif call is not None and call.arguments is None:
            verb = verb.replace("returned", "is", 1)
        return {
            "message": _sentence(f"{whose} {verb}".strip()),
            "call": text,
            "got": show(problem.got) if problem.got is not MISSING else "",
            "expected": show(problem.expected) if problem.expected is not MISSING else "",
            "help": problem.help,
            "mistakes": self._mistakes(problem, student),
            "minimal": bool(student.evidence),
            "traceback": problem.traceback if isinstance(problem, StudentRaised) else "",
        }

    def _mistakes(self, problem: CheckFailed, student: Student) -> tuple[Mistake, ...]:
        if self.diagnosis is None or isinstance(problem, (StudentStopped, ForbiddenShortcut)):
            return ()
        return self.diagnosis.name(student.evidence or student.calls, student.history, student.task)

    def _write(self, call: Call) -> str:
        """A call as the student would type it, with the names of the parameters where they are known."""
        if call.arguments is None:
            return f"`{call.function}`"
        args, kwargs = call.unpacked()
        names: list[str] = []
        function = getattr(self.diagnosis.reference, call.function, None) if self.diagnosis else None
        if function is not None:
            names = [parameter.name for parameter in inspect.signature(function).parameters.values()]
        shown = [f"{names[i]}={show(value)}" if i < len(names) else show(value) for i, value in enumerate(args)]
        return f"{call.function}({', '.join([*shown, *(f'{name}={show(value)}' for name, value in kwargs.items())])})"


def _part(whole: Any, got: Any) -> str | None:
    """Where ``got`` is in what a call returned: nothing to add if it is all of it, an index, or None if it was computed from it."""
    if whole is got or same(whole, got):
        return ""
    if isinstance(whole, (list, tuple)):
        return next((f"[{index}]" for index, item in enumerate(whole) if item is got or same(item, got)), None)
    return None


def _status(problem: BaseException | None, needed: list[str]) -> Status:
    if problem is None:
        return "pass"
    if isinstance(problem, NotAttempted):
        return "not_attempted"
    if not isinstance(problem, AssertionError):
        return "error"
    return "blocked" if needed else "fail"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


@contextlib.contextmanager
def _no_plugins() -> Iterator[None]:
    """Keep pytest from loading whatever plug-ins happen to be installed."""
    patch = pytest.MonkeyPatch()
    patch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    patch.delenv("PYTEST_ADDOPTS", raising=False)
    patch.delenv("PYTEST_PLUGINS", raising=False)
    try:
        yield
    finally:
        patch.undo()
