"""An exercise as its author wrote it: ``solutions/<slug>/exercise.toml`` and the files beside it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

SLUG = re.compile(r"[a-z][a-z0-9_]*")
QUESTION = re.compile(r"(W\d\d|J)(\.\d+)?")
KINDS = ("code", "value", "written")
STREAMS = ("blur", "sharpen")


class CourseError(Exception):
    """Something in the course itself is wrong; the message names the file and the cure."""


@dataclass(frozen=True)
class Limits:
    """What a submission may use while it is graded.

    Attributes
    ----------
    call_s : float
        Seconds for one call of a student's function.
    cell_s : float
        Seconds for one notebook cell.
    cpu_s : int
        CPU seconds of one worker.
    wall_s : float
        Seconds for the whole grade; what is not checked by then fails.
    memory_mb : int
        Memory beyond what the warm interpreter already holds, MiB.
    threads : int
        Threads at a time; new processes are never allowed.
    file_mb : int
        Size of any file the submission writes, MiB.
    reply_mb : int
        Size of one returned value on the wire, MiB.
    """

    call_s: float = 5.0
    cell_s: float = 20.0
    cpu_s: int = 60
    wall_s: float = 120.0
    memory_mb: int = 1024
    threads: int = 32
    file_mb: int = 16
    reply_mb: int = 16


@dataclass(frozen=True)
class Task:
    """One thing the student writes: a function or two, a value, or a paragraph.

    Attributes
    ----------
    kind : str
        ``code``, ``value`` or ``written`` (graded by a person).
    section : str
        Where the book explains it, ``page#heading``.
    questions : tuple of str
        IDs of the syllabus that it answers.
    needs : tuple of str
        Earlier tasks that a typical answer builds on.
    forbidden : tuple of str
        Modules, functions and classes that raise while the student's function runs.
    hints : tuple of str
        Nudges for the report, weakest first.
    call_s : float, optional
        Limit for this task's calls, in place of the exercise's.
    replay : bool
        Whether calls are quick enough to be replayed against every mistake; if not, only mistakes with a rule of their own are named.
    """

    id: str
    title: str
    kind: str
    points: float
    section: str
    questions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    call_s: float | None = None
    replay: bool = True


@dataclass(frozen=True)
class Exercise:
    """One slug: what the student is asked, what it is worth and where its files are.

    ``folder`` is the authored, hidden folder; ``release`` the generated folder that students receive.
    """

    slug: str
    title: str
    week: str
    streams: tuple[str, ...]
    chapter: str
    minutes: int
    tasks: tuple[Task, ...]
    limits: Limits
    folder: Path = field(compare=False)
    release: Path = field(compare=False)

    @property
    def source(self) -> Path:
        """The percent-format notebook that holds statement and reference."""
        return self.folder / f"{self.slug}.py"

    @property
    def checks(self) -> Path:
        """The hidden checks."""
        return self.folder / f"test_{self.slug}.py"

    @property
    def visible_checks(self) -> Path:
        """The checks a student may see, where the author keeps them."""
        return self.folder / "test_visible.py"

    @property
    def notebook(self) -> Path:
        """The released notebook."""
        return self.release / f"{self.slug}.ipynb"

    @property
    def data(self) -> Path:
        """The released data files; may not exist."""
        return self.release / "data"

    @property
    def mistakes(self) -> list[Path]:
        """The named wrong answers, in alphabetical order."""
        return sorted((self.folder / "mistakes").glob("*.py"))

    @property
    def alternatives(self) -> list[Path]:
        """The right answers written another way, in alphabetical order."""
        return sorted((self.folder / "alternatives").glob("*.py"))

    @cached_property
    def tasks_by_id(self) -> Mapping[str, Task]:
        """The tasks under their ids."""
        return {task.id: task for task in self.tasks}

    def digest(self) -> str:
        """SHA-256 over every authored and released file: a grade is out of date when it changes."""
        return digest_of(path for root in (self.folder, self.release) for path in root.rglob("*"))


def digest_of(paths: Iterator[Path]) -> str:
    """SHA-256 over names and contents of the regular files among ``paths``, caches left out."""
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def discover(course: Path, *, released: bool = False) -> dict[str, Exercise]:
    """Every exercise of a course, by slug, in alphabetical order.

    Parameters
    ----------
    course : Path
        Folder that holds ``solutions/`` and ``exercises/``.
    released : bool
        Read what students have, ``exercises/`` alone, instead of the authored folders.

    Raises
    ------
    CourseError
        If the folder is not there, or an ``exercise.toml`` is wrong.
    """
    place = "exercises" if released else "solutions"
    if not (course / place).is_dir():
        raise CourseError(f"{course} has no {place}/ folder; give the course's root with --course")
    found = sorted(path.parent for path in (course / place).glob("*/exercise.toml"))
    return {folder.name: load(folder, course / "exercises" / folder.name) for folder in found}


def load(folder: Path, release: Path) -> Exercise:
    """Read ``folder/exercise.toml``.

    Raises
    ------
    CourseError
        If the file is missing, is not TOML, has an unknown key or a value of the wrong kind.
    """
    path = folder / "exercise.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CourseError(f"{path}: {error}") from None
    if not SLUG.fullmatch(folder.name):
        raise CourseError(f"{folder}: a slug is lower-case words joined by underscores")
    try:
        return _exercise(table, folder, release)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"missing key {error}" if isinstance(error, KeyError) else str(error)
        raise CourseError(f"{path}: {reason}") from None


def _exercise(table: dict[str, Any], folder: Path, release: Path) -> Exercise:
    _only(table, {"title", "week", "streams", "chapter", "minutes", "limits", "tasks"}, "the top level")
    limits = _record(Limits, table.get("limits", {}), "[limits]")
    tasks = tuple(_record(Task, task, f"[[tasks]] {task.get('id', '?')}") for task in table["tasks"])
    for number, task in enumerate(tasks):
        _sound(task, {earlier.id for earlier in tasks[:number]})
    if not set(table["streams"]) <= set(STREAMS):
        raise ValueError(f"streams must be among {STREAMS}")
    return Exercise(slug=folder.name, title=table["title"], week=table["week"], streams=tuple(table["streams"]), chapter=table["chapter"],
                    minutes=int(table["minutes"]), tasks=tasks, limits=limits, folder=folder, release=release)


def _sound(task: Task, earlier: set[str]) -> None:
    if not SLUG.fullmatch(task.id):
        raise ValueError(f"task id {task.id!r} is not lower-case words joined by underscores")
    if task.id in earlier:
        raise ValueError(f"two tasks are called {task.id!r}")
    if task.kind not in KINDS:
        raise ValueError(f"task {task.id}: kind must be one of {KINDS}")
    if not task.points > 0:
        raise ValueError(f"task {task.id}: points must be positive")
    if missing := set(task.needs) - earlier:
        raise ValueError(f"task {task.id} needs {sorted(missing)}, which are not earlier tasks")
    for question in task.questions:
        if not QUESTION.fullmatch(question):
            raise ValueError(f"task {task.id}: {question!r} is not a question ID of the syllabus")


def _record(kind: type[Any], table: dict[str, Any], where: str) -> Any:
    """A frozen dataclass from a TOML table, lists as tuples, every key known and of the type of the field."""
    _only(table, {item.name for item in fields(kind)}, where)
    lists = {name: tuple(value) for name, value in table.items() if isinstance(value, list)}
    try:
        record = kind(**{**table, **lists})
    except TypeError as error:
        raise ValueError(f"{where}: {str(error).replace('Task.__init__() ', '')}") from None
    for item in fields(kind):
        value = getattr(record, item.name)
        kinds: dict[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "float": (int, float), "float | None": (int, float, type(None)),
                                               "bool": (bool,)}
        wanted = kinds.get(str(item.type), (tuple,))
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise ValueError(f"{where}: {item.name} = {value!r} should be of type {item.type}")
    return replace(record, points=float(record.points)) if hasattr(record, "points") else record


def _only(table: dict[str, Any], known: set[str], where: str) -> None:
    if unknown := set(table) - known:
        raise ValueError(f"unknown key {sorted(unknown)} in {where}; known are {sorted(known)}")


def forbidden_names(exercise: Exercise) -> list[str]:
    """Everything that some task of ``exercise`` forbids, once each."""
    return sorted({name for task in exercise.tasks for name in task.forbidden})
