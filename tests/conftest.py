"""What several test modules need: the fake course, one warm sandbox a process, and graders on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.cells import Cell, Submission
from autograder.exercise import Exercise, discover
from autograder.pipeline import Grader
from autograder.report import Report
from autograder.sandbox import Sandbox

ROOT = Path(__file__).parent.parent
FAKE = Path(__file__).parent / "fake_course"


@pytest.fixture
def fake_course(tmp_path: Path) -> Path:
    """A copy of the fake course that a test may change."""
    shutil.copytree(FAKE, tmp_path / "course")
    return tmp_path / "course"


@pytest.fixture(scope="session")
def adding() -> Exercise:
    """The fake course's exercise, with short limits."""
    exercise = discover(FAKE)["adding"]
    return replace(exercise, limits=replace(exercise.limits, call_s=1.0, cell_s=1.5, cpu_s=8, wall_s=30.0, memory_mb=256))


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One warm sandbox for all tests of a process."""
    box = Sandbox(FAKE / "exercises", FAKE / "solutions")
    yield box.wait()
    box.close()


@pytest.fixture
def grade(adding: Exercise, sandbox: Sandbox) -> Callable[..., Report]:
    """Grade code cells as a submission to the fake exercise."""
    def run(*cells: str, exercise: Exercise = adding) -> Report:
        numbered = tuple(Cell(number, source) for number, source in enumerate(cells, 1))
        return Grader(exercise, sandbox).grade_cells(Submission("test", "ana", "0" * 64, numbered))

    return run


def pytest_addoption(parser: pytest.Parser) -> None:
    """--refresh rewrites the reports kept in tests/scenarios; read the difference before committing it."""
    parser.addoption("--refresh", action="store_true", help="rewrite the golden reports of tests/scenarios")
