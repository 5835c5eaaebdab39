"""``cryo new``: an exercise that works at once."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from autograder import leaks, scaffold
from autograder.build import answer_cells, build
from autograder.cells import Submission, load
from autograder.exercise import CourseError, Exercise, Limits, Task, discover
from autograder.pipeline import Grader
from autograder.report import Report
from autograder.sandbox import Home


def make(course: Path, slug: str = "first_steps", *, title: str = "First steps", week: str = "W03", stream: str = "blur") -> list[Path]:
    """A scaffold with everything given."""
    return scaffold.scaffold(course, slug, title=title, week=week, stream=stream)


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """A scaffold, built."""
    course = tmp_path_factory.mktemp("course")
    make(course)
    build(discover(course).values())
    return discover(course)["first_steps"]


def grade(exercise: Exercise, overlay: Path | None = None) -> Report:
    """The report on the reference with an overlay, without a sandbox: it is all our own code."""
    room = Home()
    try:
        return Grader(exercise, room).grade_cells(Submission("answer", "", "", answer_cells(exercise, overlay)))
    finally:
        room.close()


def test_the_folder_is_complete(exercise: Exercise) -> None:
    """Every kind of file that an exercise can have is there, and is what was reported as written."""
    names = {path.relative_to(exercise.folder).as_posix() for path in exercise.folder.rglob("*") if path.is_file()}
    assert names == {"exercise.toml", "first_steps.py", "test_first_steps.py", "test_visible.py", "make_data.py",
                     "mistakes/each_row.py", "mistakes/first_value.py", "alternatives/single_precision.py"}


def test_the_written_paths_are_returned(tmp_path: Path) -> None:
    """The paths returned are those of the files, in order."""
    written = make(tmp_path)
    assert written == sorted(path for path in (tmp_path / "solutions/first_steps").rglob("*") if path.is_file())


def test_title_week_and_stream_arrive(tmp_path: Path) -> None:
    """Title, week and stream are the exercise's, quotes and all."""
    make(tmp_path, title='Why "shift"? \\ π', week="J", stream="sharpen")
    exercise = discover(tmp_path)["first_steps"]
    assert (exercise.title, exercise.week, exercise.streams) == ('Why "shift"? \\ π', "J", ("sharpen",))
    assert '# # Why "shift"? \\ π\n' in exercise.source.read_text(encoding="utf-8")


def test_every_key_is_explained(exercise: Exercise) -> None:
    """exercise.toml shows every key there is, each with a comment, and the limits are the defaults."""
    text = (exercise.folder / "exercise.toml").read_text(encoding="utf-8")
    keys = {item.name for kind in (Task, Limits) for item in fields(kind)} | {"title", "week", "streams", "chapter", "minutes"}
    explained = {line.lstrip("# ").partition(" ")[0] for line in text.splitlines() if " = " in line and "  # " in line}
    assert explained == keys
    assert exercise.limits == Limits()
    assert set(tomllib.loads(text)) == {"title", "week", "streams", "chapter", "minutes", "limits", "tasks"}


def test_it_has_one_task_of_each_kind(exercise: Exercise) -> None:
    """Code, value and written are all shown, and the points of the checks are those of the tasks."""
    assert [task.kind for task in exercise.tasks] == ["code", "value", "written"]
    assert [sum(check.points for check in task.checks) for task in grade(exercise).tasks] == [6, 2, 0]
    assert [task.points for task in exercise.tasks] == [6, 2, 2]


def test_it_builds_once_and_leaks_nothing(exercise: Exercise) -> None:
    """A second build changes no byte, and nothing hidden is in the release."""
    assert build([exercise], check=True) == []
    assert leaks.find(exercise.release, leaks.secrets([exercise])) == []
    assert (exercise.data / "values.txt").read_bytes() == b"1\n4\n4\n7\n"


def test_the_reference_and_the_alternative_score_full_marks(exercise: Exercise) -> None:
    """Right answers pass every check, eight or more of them."""
    for overlay in (None, *exercise.alternatives):
        report = grade(exercise, overlay)
        assert [check.status for check in report.checks] == ["pass"] * 8 and report.score == report.max_score == 8


def test_every_mistake_loses_points_and_is_named(exercise: Exercise) -> None:
    """Each wrong answer fails, and the report names that one."""
    for path in exercise.mistakes:
        report = grade(exercise, path)
        assert report.score < report.max_score and [mistake.name for mistake in report.mistakes] == [path.stem]


def test_the_stub_is_not_attempted(exercise: Exercise) -> None:
    """Nothing of the released notebook counts as attempted."""
    room = Home()
    release = exercise.notebook.read_bytes()
    try:
        report = Grader(exercise, room).grade_cells(load("stub.ipynb", "", release, release))
    finally:
        room.close()
    assert {check.status for check in report.checks} == {"not_attempted"}


def test_the_author_is_told_what_to_replace(exercise: Exercise) -> None:
    """Every file an author starts from says what to do with it; students are not told."""
    for name in ("exercise.toml", "first_steps.py", "test_first_steps.py", "make_data.py", "mistakes/first_value.py"):
        head = "\n".join((exercise.folder / name).read_text(encoding="utf-8").splitlines()[:8]).lower()
        assert any(word in head for word in ("replace", "delete", "name a mistake")), name
    assert "contributors" not in exercise.notebook.read_text(encoding="utf-8")


@pytest.mark.parametrize(("slug", "reason"), [
    ("", "no slug"), ("2nd", "no slug"), ("Fourier", "no slug"), ("fourier-slice", "no slug"), ("../up", "no slug"), ("ctf ", "no slug"),
    ("ctf\n", "no slug"), ("lambda", "word of the Python language"), ("match", "word of the Python language"),
    ("random", "module that exists already"), ("numpy", "module that exists already"), ("autograder", "something else"),
    ("visible", "something else"), ("make_data", "something else"), ("test_ctf", "something else"),
    ("taken", "exists already; choose another"),
])
def test_a_name_that_cannot_be_used_is_refused(tmp_path: Path, slug: str, reason: str) -> None:
    """A bad, reserved or taken name is refused before anything is written, with the reason."""
    (tmp_path / "solutions/taken").mkdir(parents=True)
    with pytest.raises(CourseError, match=reason):
        make(tmp_path, slug)
    assert [path.name for path in tmp_path.rglob("*")] == ["solutions", "taken"]


@pytest.mark.parametrize(("wrong", "reason"), [({"title": " "}, "no title"), ({"title": "two\nlines"}, "no title"),
                                               ({"week": "3"}, "no week"), ({"stream": "both"}, "no stream")])
def test_other_wrong_arguments_are_refused(tmp_path: Path, wrong: dict[str, str], reason: str) -> None:
    """A title of no or several lines, an unknown week and an unknown stream are refused."""
    with pytest.raises(CourseError, match=reason):
        make(tmp_path, **wrong)  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_the_numbers_in_a_slug_are_fine(tmp_path: Path) -> None:
    """Two exercises stand side by side."""
    make(tmp_path, "step_1")
    make(tmp_path, "step_2")
    assert list(discover(tmp_path)) == ["step_1", "step_2"]
