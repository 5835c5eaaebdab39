"""Running checks on submissions: outcomes, messages, blocking, and that nothing passes from one submission to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.diagnosis import Diagnosis
from autograder.exercise import CourseError, load
from autograder.pipeline import isolated
from autograder.report import Report
from autograder.student import RESERVED
from autograder.suite import Suite

RIGHT = "import numpy as np\ndef add(a, b): return np.asarray(a) + np.asarray(b)"
SCALE = "def scale(vector, factor):\n    total = np.zeros(len(vector))\n    for _ in range(factor):\n        total = add(total, vector)\n    return total"
ANSWER = "answer = 120.0"


def statuses(report):
    return {check.check: check.status for check in report.checks}


def test_a_right_answer_scores_everything(grade):
    """All points, all passed, nothing to say."""
    report = grade(RIGHT, SCALE, ANSWER)
    assert (report.outcome, report.score, report.max_score, report.manual_points) == ("graded", 6, 6, 2)
    assert set(statuses(report).values()) == {"pass"} and not report.cells and not report.notes and not report.mistakes
    assert [task.status for task in report.tasks] == ["pass", "pass", "pass", "manual"]


def test_a_stub_is_not_attempted_and_scores_zero(grade):
    """No failure is shown for what has not been begun."""
    report = grade("def add(a, b):\n    raise NotImplementedError()")
    assert report.score == 0 and set(statuses(report).values()) == {"not_attempted"}


def test_a_mistake_is_named_with_the_smallest_case(grade):
    """Subtraction is called by its name, on the smallest pair that shows it."""
    report = grade(RIGHT.replace("+", "-"), SCALE, ANSWER)
    first, second, *_ = report.checks
    assert first.message == "add(a=1, b=2) returned -1, expected 3."
    assert (first.got, first.expected, first.call) == ("-1", "3", "add(a=1, b=2)")
    assert [mistake.name for mistake in first.mistakes] == ["subtracts"]
    assert second.help == "Is the sign of the second array right?"


def test_a_failing_case_is_searched_for_the_smallest(grade):
    """A bug beyond 3 is shown at 4 with zeros elsewhere."""
    report = grade("import numpy as np\ndef add(a, b):\n    s = np.asarray(a) + np.asarray(b)\n    return s + (np.max(np.asarray(a)) > 3)", SCALE, ANSWER)
    failed = next(check for check in report.checks if check.status == "fail")
    assert failed.minimal and failed.call == "add(a=[4], b=[0])"


def test_what_builds_on_a_failed_task_is_blocked_but_its_passes_count(grade):
    """scale calls a wrong add: its failing check says so; the one that passes all the same keeps its point."""
    report = grade(RIGHT.replace("+", "-"), SCALE, ANSWER)
    outcome = statuses(report)
    assert outcome["scales_a_vector"] == "blocked" and outcome["zero_times_a_vector"] == "pass"
    blocked = next(check for check in report.checks if check.status == "blocked")
    assert blocked.message == "This builds on 'Add two arrays', where a check fails; mend that first." and not blocked.mistakes


def test_a_right_function_is_not_blocked_by_a_wrong_one_it_does_not_use(grade):
    """A scale of its own passes although add is wrong."""
    report = grade(RIGHT.replace("+", "-"), "def scale(vector, factor): return [sum([x] * factor) for x in vector]", ANSWER)
    assert statuses(report)["scales_a_vector"] == "pass"


def test_an_error_in_the_students_code_shows_their_lines(grade):
    """The traceback is theirs, the message is one sentence."""
    report = grade("def add(a, b):\n    return a + b + 'x'", ANSWER)
    assert report.checks[0].message.startswith("add(a=1, b=2) raised ")
    assert report.checks[0].traceback == "cell 1, line 2, in add\n    return a + b + 'x'"


def test_a_wrong_value_is_told_without_a_call(grade):
    """The variable is named, and "is" stands where a function "returned"."""
    report = grade(RIGHT, SCALE, "answer = 7")
    assert report.checks[-1].message == "`answer` is 7, expected 120."


def test_a_part_of_an_answer_and_what_follows_from_it_are_told_apart(grade, exercise_with):
    """A report must not say that a function returned what only the check computed from it."""
    exercise = exercise_with(
        '\n@task("add", points=1)\ndef test_part(student):\n    """A part."""\n    close([1.0, student.add(1, 2)][1], 4)\n'
        '\n@task("add", points=1)\ndef test_item(student):\n    """An item."""\n    close(student.add([1, 2], [3, 5])[1], 8)\n'
        '\n@task("add", points=1)\ndef test_sum(student):\n    """A sum."""\n    close(sum(student.add([1, 2], [3, 5])), 8)\n')
    found = {check.check: check.message for check in grade(RIGHT.replace("np.asarray(a) + np.asarray(b)", "[p + q for p, q in zip(a, b)] if isinstance(a, list) "
                                                           "else a + b"), SCALE, ANSWER, exercise=exercise).checks}
    assert found["part"] == "add(a=1, b=2) returned 3, expected 4."
    assert found["item"] == "add(a=[1, 2], b=[3, 5])[1] is 7, expected 8."
    assert found["sum"] == "what follows from add(a=[1, 2], b=[3, 5]) is 11, expected 8."


def test_changed_arguments_are_caught_and_noted(grade):
    """One check fails for it and a note says it, the others pass."""
    report = grade("import numpy as np\ndef add(a, b):\n    a = np.asarray(a)\n    a += b\n    return a", SCALE, ANSWER)
    assert statuses(report)["leaves_its_arguments_alone"] == "fail" and statuses(report)["adds_two_numbers"] == "pass"
    assert report.notes == ("add() changes an argument in place, itself or through a function that it calls. Work on a copy.",)


@pytest.fixture
def exercise_with(adding, fake_course):
    """The fake exercise with one more check."""
    def make(code):
        folder = fake_course / "solutions" / "adding"
        with (folder / "test_adding.py").open("a") as checks:
            checks.write(code)
        return replace(load(folder, fake_course / "exercises" / "adding"), limits=adding.limits)

    return make


def test_a_function_with_a_name_of_the_graders_own_is_refused(fake_course):
    """student.close() would end the worker instead of calling the student's function."""
    adding = load(fake_course / "solutions" / "adding", fake_course / "exercises" / "adding")
    adding.source.write_text(adding.source.read_text() + "\n\ndef close(points):\n    return points\n")
    with pytest.raises(CourseError, match="give close another name"):
        _ = Suite(adding, adding.checks, Diagnosis(adding)).expected
    assert all(f"`{name}`" in (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text() for name in RESERVED)


@pytest.mark.parametrize("asked", ["tmp_path", "factor"])
def test_a_check_that_asks_for_what_there_is_not_is_refused(exercise_with, asked):
    """A fixture of pytest's, or a variable of @cases without a strategy."""
    exercise = exercise_with(f'\n@task("add", points=1)\ndef test_more(student, {asked}):\n    """More."""\n')
    with pytest.raises(CourseError, match=f"there is no `{asked}`. A check takes student, data, reference and"):
        Suite(exercise, exercise.checks, Diagnosis(exercise))


def test_a_check_that_breaks_is_our_fault_and_not_scored(grade, exercise_with, caplog):
    """Any error but an assertion is *could not check*: no score stands, and the traceback goes to the log, not to the student."""
    report = grade(RIGHT, SCALE, ANSWER, exercise=exercise_with(
        '\n@task("add", points=1)\ndef test_broken(student):\n    """Breaks."""\n    {}["secret_key"]\n'))
    assert report.outcome == "not_graded" and report.errors == 1
    broken = next(check for check in report.checks if check.check == "broken")
    assert broken.status == "error" and "fault is the course's" in broken.message and "secret_key" not in report.to_json()
    assert "secret_key" in caplog.text


def test_a_plain_assert_and_parametrised_checks_work(grade, exercise_with):
    """Authors may write plain pytest."""
    report = grade(RIGHT, SCALE, ANSWER, exercise=exercise_with(
        '\nimport pytest\n@task("add", points=1)\n@pytest.mark.parametrize("n", [1, 2])\ndef test_plain(student, n):\n'
        '    """Plain."""\n    assert student.add(n, 0) == 1, "it is not one"\n'))
    assert statuses(report)["plain[1]"] == "pass"
    assert next(check.message for check in report.checks if check.check == "plain[2]") == "it is not one."


@pytest.mark.parametrize(("code", "says"), [
    ('\ndef test_lost(student):\n    """x"""\n', "give it @task"), ('\n@task("nowhere")\ndef test_lost(student):\n    """x"""\n', "give it @task"),
    ('\n@task("add", points=1)\ndef test_mute(student): ...\n', "its docstring"), ("\n1 / 0\n", "ZeroDivisionError"), ("\ndef (\n", "SyntaxError")])
def test_a_check_that_is_not_well_formed_is_refused(exercise_with, code, says):
    """The author is told which check and what it lacks."""
    exercise = exercise_with(code)
    with pytest.raises(CourseError, match=says):
        Suite(exercise, exercise.checks, Diagnosis(exercise))


def test_no_state_passes_between_isolated_submissions(adding, sandbox, exercise_with, grade):
    """A check that remembers in a global sees nothing of the submission before; nor does the worker's process."""
    exercise = exercise_with('\nSEEN = []\n@task("add", points=1)\ndef test_remembers(student):\n    """Remembers."""\n'
                             '    SEEN.append(1)\n    assert len(SEEN) == 1\n    assert student["before"] == []\n')
    cell = "import sys, numpy\nbefore = [n for n in ('left_behind',) if hasattr(sys, n) or hasattr(numpy, n)]\nsys.left_behind = numpy.left_behind = 1"
    for _ in range(2):
        report = isolated(lambda: grade(RIGHT, SCALE, ANSWER, cell, exercise=exercise), 30)
        assert isinstance(report, Report) and statuses(report)["remembers"] == "pass"


def test_the_same_submission_gives_the_same_report(grade):
    """Byte for byte, times aside, failures and searches included."""
    first, second = (replace(grade(RIGHT.replace("+", "-"), SCALE, ANSWER), timings={}) for _ in range(2))
    assert first.to_json() == second.to_json()


def test_pytest_settings_from_outside_change_nothing(grade, monkeypatch, tmp_path):
    """PYTEST_ADDOPTS, a conftest or an ini file where the grader runs do not reach the checks."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "--nonsense -k nothing")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --nonsense\n")
    monkeypatch.chdir(tmp_path)
    assert grade(RIGHT, SCALE, ANSWER).score == 6
