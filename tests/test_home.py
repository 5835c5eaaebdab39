"""Checking one's own work: from exercises/ alone, without sandbox, hidden files or anything that only Linux has."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from autograder.build import answer_notebook
from autograder.exercise import CourseError, discover
from autograder.home import check
from autograder.submission import find

BLOCKED = """
import sys
class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r} or name in {modules!r}:
            raise ImportError(f"{{name}} is not on this machine")
sys.meta_path.insert(0, Nowhere())
import os
for name in ("fork", "setresuid", "wait4", "geteuid"):
    if hasattr(os, name):
        delattr(os, name)
from autograder.cli import main
if __name__ == "__main__":
    main()
"""


@pytest.fixture
def home(fake_course, tmp_path):
    """A student's folder: exercises/ and nothing else of the course, a right answer in it."""
    exercise = discover(fake_course)["adding"]
    folder = tmp_path / "home"
    shutil.copytree(fake_course / "exercises", folder / "exercises")
    (folder / "exercises" / "adding" / "adding.ipynb").write_bytes(answer_notebook(exercise))
    shutil.rmtree(fake_course / "solutions")
    return folder


def test_a_right_answer_passes_the_visible_checks(home):
    """Edited in place, found by its folder; the report says that it is not a grade."""
    (report,) = check(find([home / "exercises" / "adding"])[0], None, None)
    assert report.visible_only and not report.sandboxed and report.score == report.max_score > 0
    assert all(task.points == sum(check.points for check in task.checks) for task in report.tasks) and not report.manual_points


def test_a_copy_elsewhere_is_checked_against_the_nearest_exercises(home, monkeypatch):
    """A notebook beside exercises/, or anywhere with --course, is found by its metadata."""
    shutil.move(home / "exercises" / "adding" / "adding.ipynb", home / "my answer.ipynb")
    (report,) = check(find([home / "my answer.ipynb"])[0], None, None)
    assert report.exercise == "adding" and report.score == report.max_score
    shutil.move(home / "my answer.ipynb", home.parent / "far.py")
    (home.parent / "far.py").write_text("def add(a, b): return a - b")
    (report,) = check(find([home.parent / "far.py"])[0], "adding", home)
    assert report.score < report.max_score


def test_what_cannot_be_found_is_said(home, tmp_path):
    """An unknown exercise names the known ones; no exercises/ near says so."""
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "x.py").write_text("a = 1")
    (home / "x.py").write_text("a = 1")
    with pytest.raises(CourseError, match="Here are adding"):
        list(check(find([home / "x.py"])[0], None, None))
    with pytest.raises(CourseError, match="no exercise 'nothing'"):
        list(check(find([home / "x.py"])[0], "nothing", None))


def test_it_needs_nothing_that_only_an_instructor_or_only_linux_has(home, tmp_path):
    """`cryo check` works without nbgrader, jupytext, nbformat, pyseccomp, resource, pwd, fcntl, fork: as on Windows with the bare wheel."""
    program = tmp_path / "program.py"
    names = ["nbgrader", "jupytext", "nbformat", "pyseccomp", "matplotlib"]
    program.write_text(BLOCKED.format(names=names, modules=["resource", "pwd", "grp", "autograder.confine", "autograder.build"]))
    done = subprocess.run([sys.executable, str(program), "check", str(home / "exercises" / "adding" / "adding.ipynb")], capture_output=True, text=True,
                          cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 of 3 points" in done.stdout


def test_an_endless_loop_at_home_ends(home):
    """The time limits hold without a sandbox too."""
    notebook = home / "exercises" / "adding" / "loop.py"
    notebook.write_text("def add(a, b):\n    while True: pass")
    (report,) = check(find([notebook])[0], "adding", None)
    assert "did not return within 2 s" in report.checks[0].message
