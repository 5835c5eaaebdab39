"""Many submissions: parallel, resumable, and robust against processes that die."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from autograder import batch
from autograder.build import answer_notebook
from autograder.exercise import CourseError, discover
from autograder.report import Report
from autograder.submission import find


@pytest.fixture
def submissions(fake_course, tmp_path):
    """Right, wrong twice, unfinished and unreadable submissions to the fake exercise, as a folder."""
    exercise = discover(fake_course)["adding"]
    folder = tmp_path / "class"
    answers = {"right": answer_notebook(exercise), "stub": exercise.notebook.read_bytes(), "torn": answer_notebook(exercise)[:400]}
    answers |= {path.stem: answer_notebook(exercise, path) for path in exercise.mistakes}
    for student, content in answers.items():
        (folder / student).mkdir(parents=True)
        (folder / student / "adding.ipynb").write_bytes(content)
    return folder


def grade(folder, course, store, workers=1, **options):
    batch_ = batch.plan(find([folder])[0], course, store, **options)
    return batch.run(batch_, store, workers), len(batch_.jobs)


def timeless(report: Report) -> Report:
    return replace(report, timings={})


def test_all_are_graded_in_order_and_one_bad_file_stops_nothing(submissions, fake_course):
    """The torn notebook is a report like the others."""
    reports, _ = grade(submissions, fake_course, batch.Store(None), workers=2, slug="adding")
    assert {report.submission.student: (report.outcome, report.score) for report in reports} == {
        "adds_the_factor": ("graded", 4), "right": ("graded", 6), "stub": ("graded", 0), "subtracts": ("graded", 3), "torn": ("unreadable", 0)}
    assert [report.submission.student for report in reports] == sorted(report.submission.student for report in reports)


def test_what_has_been_graded_is_not_graded_again(submissions, fake_course, tmp_path):
    """A second run has no jobs and gives the same reports."""
    store = batch.Store(tmp_path / "store")
    first, jobs = grade(submissions, fake_course, store, slug="adding")
    again, left = grade(submissions, fake_course, store, slug="adding")
    assert jobs == 4 or jobs == 5
    assert left <= 1 and list(map(timeless, first)) == list(map(timeless, again))
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == 0o700


@pytest.mark.parametrize("change", ["submission", "checks", "mistake", "data", "engine"])
def test_a_change_of_anything_that_matters_grades_again(submissions, fake_course, tmp_path, change, monkeypatch):
    """The key covers submission, hidden files, released files and the engine."""
    store = batch.Store(tmp_path / "store")
    only = submissions / "right"
    grade(only, fake_course, store)
    solutions = fake_course / "solutions" / "adding"
    if change == "submission":
        document = json.loads((only / "adding.ipynb").read_text())
        document["cells"][0]["source"] = "changed"
        (only / "adding.ipynb").write_text(json.dumps(document))
    elif change == "checks":
        (solutions / "test_adding.py").write_text((solutions / "test_adding.py").read_text() + "\n# changed\n")
    elif change == "mistake":
        (solutions / "mistakes" / "new.py").write_text('"""New."""\n')
    elif change == "data":
        (fake_course / "exercises" / "adding" / "data" / "more.txt").write_text("x")
    else:
        monkeypatch.setattr(batch, "engine_digest", lambda: "another")
    assert len(batch.plan(find([only])[0], fake_course, batch.Store(tmp_path / "store")).jobs) == 1


def test_a_damaged_stored_report_is_graded_again(submissions, fake_course, tmp_path):
    """A file cut short by a full disk counts as none."""
    store = batch.Store(tmp_path / "store")
    grade(submissions / "right", fake_course, store)
    (file,) = (tmp_path / "store").glob("*.json")
    file.write_text(file.read_text()[:100])
    reports, jobs = grade(submissions / "right", fake_course, store)
    assert jobs == 1 and reports[0].score == 6


def test_writing_is_whole_or_not_at_all(tmp_path, monkeypatch):
    """When the disk is full the old file stays and no fragment is left."""
    target = tmp_path / "report.json"
    batch.write_whole(target, "old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        batch.write_whole(target, "new")
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


def test_any_executor_will_do(submissions, fake_course):
    """A thread pool of one grades as the process pool does."""
    store = batch.Store(None)
    plan = batch.plan(find([submissions / "right"])[0], fake_course, store)
    with ThreadPoolExecutor(1) as executor:
        ((index, report),) = batch.on_executor(executor, {index: job for index, _, job in plan.jobs})
    assert index == 0 and report.score == 6


def test_an_unknown_exercise_and_an_unknown_file_are_told(submissions, fake_course):
    """A wrong slug is an error with the right ones named; a file that answers nothing is a note."""
    with pytest.raises(CourseError, match="there are adding"):
        grade(submissions, fake_course, batch.Store(None), slug="subtracting")
    (submissions / "right" / "adding.ipynb").rename(submissions / "homework.py")
    (submissions / "homework.py").write_text("x = 1")
    notes = batch.plan(find([submissions / "homework.py"])[0], fake_course, batch.Store(None)).notes
    assert len(notes) == 1 and "--exercise" in notes[0]


@pytest.mark.parametrize("victim", ["grading process", "sandbox"])
def test_a_killed_process_costs_nobody_a_grade(submissions, fake_course, victim):
    """A process that grades, or a sandbox, is killed from outside in the middle; every submission still gets its report."""
    for number in range(12):
        (submissions / f"copy{number}").mkdir()
        (submissions / f"copy{number}" / "adding.ipynb").write_bytes((submissions / "right" / "adding.ipynb").read_bytes())
    killed = []

    def kill_one(report):
        if not killed:
            sandboxes = [room._process.pid for rooms in batch._rooms.values() for room in rooms if room._process is not None]
            killed.extend(sandboxes[:1] if victim == "sandbox" else [child.pid for child in multiprocessing.active_children()][:1])
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    batch.close_rooms()
    store = batch.Store(None)
    reports = batch.run(batch.plan(find([submissions])[0], fake_course, store, slug="adding"), store, 2, kill_one)
    assert killed and len(reports) == 17
    assert [report.notes for report in reports if report.outcome == "not_graded"] == []
    assert sum(report.score == 6 for report in reports) == 13


def test_an_interrupted_batch_goes_on_where_it_stopped(submissions, fake_course, tmp_path):
    """Ctrl-C in the middle keeps what is finished, exits 130, and the next run grades only the rest."""
    for number in range(30):
        (submissions / f"copy{number:02d}").mkdir()
        document = json.loads((submissions / "right" / "adding.ipynb").read_text())
        document["metadata"]["number"] = number
        (submissions / f"copy{number:02d}" / "adding.ipynb").write_text(json.dumps(document))
    command = [sys.executable, "-m", "autograder.cli", "grade", str(submissions), "--course", str(fake_course), "--exercise", "adding", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
    stored = fake_course / ".cryo" / "reports"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and (not stored.is_dir() or len(list(stored.glob("*.json"))) < 5):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    timer = threading.Timer(60, process.kill)
    timer.start()
    _, errors = process.communicate()
    timer.cancel()
    assert process.returncode == 130 and "goes on from there" in errors and "Traceback" not in errors
    kept = len(list(stored.glob("*.json")))
    assert 5 <= kept < 35
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and len(list(stored.glob("*.json"))) == 35
