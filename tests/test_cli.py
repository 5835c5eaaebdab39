"""The command line as its users meet it: real processes, their output and exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest

import autograder
from autograder.build import answer_notebook
from autograder.exercise import discover

SCHEMA = json.loads((Path(autograder.__file__).parent / "report.schema.json").read_text())


def cryo(*arguments, cwd=None, **environment):
    command = [sys.executable, "-m", "autograder.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env={**os.environ, "COLUMNS": "120", **environment}, check=False)


@pytest.fixture
def answers(fake_course, tmp_path):
    """A right and a wrong submission, by student."""
    exercise = discover(fake_course)["adding"]
    for student, overlay in {"ana": None, "ben": exercise.folder / "mistakes" / "subtracts.py"}.items():
        path = tmp_path / "class" / student / "adding" / "adding.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(answer_notebook(exercise, overlay))
    return tmp_path / "class"


def test_one_submission_prints_its_report(answers, fake_course, tmp_path):
    """In full on the terminal, as JSON by the schema, as a page."""
    done = cryo("grade", answers / "ben", "--course", fake_course, "--json", tmp_path / "r.json", "--html", tmp_path / "r.html")
    assert done.returncode == 0, done.stderr
    assert "3 of 6 points" in done.stdout and "add(a=1, b=2)" in done.stdout
    assert "You subtracted the second array" in done.stdout
    document = json.loads((tmp_path / "r.json").read_text())
    jsonschema.validate(document, SCHEMA)
    assert document["score"] == 3 and "You subtracted" in (tmp_path / "r.html").read_text()


def test_several_print_a_table_and_link_a_page_each(answers, fake_course, tmp_path):
    """The summary page links one page a submission; JSON is a list."""
    done = cryo("grade", answers, "--course", fake_course, "--json", tmp_path / "r.json", "--html", tmp_path / "all.html")
    assert done.returncode == 0 and "ana" in done.stdout and "mean score 75 %" in done.stdout
    documents = json.loads((tmp_path / "r.json").read_text())
    assert [document["submission"]["student"] for document in documents] == ["ana", "ben"]
    pages = sorted((tmp_path / "all-reports").iterdir())
    assert len(pages) == 2 and all(f"all-reports/{page.name}" in (tmp_path / "all.html").read_text() for page in pages)


def test_a_zip_is_graded_without_being_unpacked(answers, fake_course, tmp_path):
    """A class's zip, as an LMS gives it."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        for path in answers.rglob("*.ipynb"):
            archive.write(path, path.relative_to(answers))
    done = cryo("grade", tmp_path / "class.zip", "--course", fake_course)
    assert done.returncode == 0 and "2 submissions" in done.stdout


def test_the_course_is_found_from_the_working_folder_upwards(answers, fake_course):
    """Inside the course --course is not needed."""
    assert cryo("grade", answers / "ana", cwd=fake_course / "solutions" / "adding").returncode == 0


@pytest.mark.parametrize(("arguments", "says"), [
    (["grade"], "Missing argument"), (["grade", "nowhere.ipynb"], "nowhere.ipynb does not exist"), (["grade", "."], "No notebook or .py file"),
    (["grade", "class", "--exercise", "nothing"], "there is no exercise 'nothing'; there are adding"), (["nonsense"], "No such command"),
    (["grade", "class", "--jobs", "0"], "Invalid value"), (["verify", "nothing"], "there is no exercise"), (["new", "Bad Name"], "slug"),
    (["check", "notes.txt"], "neither a notebook"),
])
def test_a_wrong_command_exits_with_2_and_a_sentence(answers, fake_course, tmp_path, arguments, says):
    """Usage errors never show a traceback."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("x")
    places = {"class": str(answers), ".": str(tmp_path / "empty"), "notes.txt": str(tmp_path / "empty" / "notes.txt")}
    done = cryo(*[places.get(argument, argument) for argument in arguments], cwd=fake_course)
    assert done.returncode == 2, done.stdout + done.stderr
    assert says in done.stderr and "Traceback" not in done.stderr


def test_without_a_sandbox_it_exits_with_3_and_grades_nothing(answers, fake_course):
    """The message says what to install; --no-sandbox grades, marked."""
    done = cryo("grade", answers / "ana", "--course", fake_course, PATH="")
    assert done.returncode == 3 and "apt-get install bubblewrap" in done.stderr and "points" not in done.stdout
    done = cryo("grade", answers / "ana", "--course", fake_course, "--no-sandbox", PATH="")
    assert done.returncode == 0 and "without a sandbox" in done.stdout


def test_a_check_that_breaks_is_told_by_exit_status_1(answers, fake_course):
    """Grading did not work for that submission, whatever its score."""
    checks = fake_course / "solutions" / "adding" / "test_adding.py"
    checks.write_text(checks.read_text() + '\n@task("add", points=1)\ndef test_broken(student):\n    """Breaks."""\n    1 / 0\n')
    assert cryo("grade", answers / "ana", "--course", fake_course).returncode == 1


def test_build_writes_once_and_check_only_tells(fake_course):
    """--check exits with 1 while something is out of date, 0 afterwards."""
    statement = fake_course / "solutions" / "adding" / "adding.py"
    statement.write_text(statement.read_text().replace("Adding", "Adding up", 1))
    assert cryo("build", "--check", cwd=fake_course).returncode == 1
    assert cryo("build", cwd=fake_course).returncode == 0
    assert cryo("build", "--check", cwd=fake_course).returncode == 0
    (fake_course / "exercises" / "gone").mkdir()
    (fake_course / "exercises" / "gone" / "gone.ipynb").write_text("{}")
    assert "deleted: exercises/gone/gone.ipynb" in cryo("build", cwd=fake_course).stdout


def test_a_new_exercise_builds_and_can_be_verified(fake_course):
    """What `cryo new` writes is sound but for what only its author can add."""
    assert cryo("new", "wave_sum", "--week", "W02", "--stream", "sharpen", cwd=fake_course).returncode == 0
    assert cryo("build", cwd=fake_course).returncode == 0
    done = cryo("verify", "wave_sum", cwd=fake_course)
    assert "✓ wave_sum: the reference scores full marks" in done.stdout and "✓ wave_sum: the stub scores zero as not attempted" in done.stdout
    assert "✓ wave_sum: 2 mistakes lose points and are named" in done.stdout
    assert cryo("new", "wave_sum", cwd=fake_course).returncode == 2


def test_help_describes_every_verb():
    """-h works on the command and on each verb."""
    for verb in ([], ["grade"], ["check"], ["new"], ["build"], ["verify"]):
        done = cryo(*verb, "-h")
        assert done.returncode == 0 and len(done.stdout) > 200
