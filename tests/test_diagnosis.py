"""Naming mistakes: agreement of outputs, and which of several explanations wins."""

from __future__ import annotations

import types
from dataclasses import replace

import numpy as np
import pytest

from autograder import wire
from autograder.diagnosis import Diagnosis, Raised, affects, same
from autograder.exercise import CourseError, load
from autograder.student import Call

REFERENCE = """
import numpy as np

def double(x):
    return 2 * np.asarray(x)

def shifted(x):
    return double(x) + 1

def draw(n):
    return np.random.default_rng(0).normal(size=n)

answer = 4.0
"""

TOML = """
title = "Doubling"
week = "W01"
streams = ["blur"]
chapter = "doubling"
minutes = 1
[[tasks]]
id = "double"
title = "Double"
kind = "code"
points = 1
section = "doubling#double"
"""

MISTAKES = {
    "squares": '"""You squared."""\ndef double(x):\n    return np.asarray(x) ** 2\n',
    "forgets_one": '"""The 1 is missing."""\nsee = "doubling#shifted"\ndef shifted(x):\n    return double(x)\n',
    "halves": '"""You halved."""\ndef double(x):\n    return np.asarray(x) / 2\n',
    "refuses": '"""You refuse negative numbers."""\ndef double(x):\n    if np.min(x) < 0:\n        raise ValueError("negative")\n    return 2 * np.asarray(x)\n',
    "positive": '"""Only positive numbers are drawn."""\ndef draw(n):\n    return np.ones(n)\n'
                'def agrees(function, arguments, got):\n    return function == "draw" and bool(np.all(np.asarray(got) > 0))\n',
    "five": '"""That is the square root of 25."""\nanswer = 5.0\n',
}


@pytest.fixture
def diagnosis(tmp_path):
    folder = tmp_path / "solutions" / "doubling"
    (folder / "mistakes").mkdir(parents=True)
    (folder / "exercise.toml").write_text(TOML)
    (folder / "doubling.py").write_text(REFERENCE)
    for name, text in MISTAKES.items():
        (folder / "mistakes" / f"{name}.py").write_text(text)
    return Diagnosis(load(folder, tmp_path / "exercises" / "doubling"))


def call(function, *args, got=None, raised=None, stopped=False):
    return Call(function, wire.pack([list(args), {}]), got=got, raised=raised, stopped=stopped)


def names(diagnosis, *calls, history=(), **task_changes):
    task = replace(diagnosis.exercise.tasks[0], **task_changes)
    return [mistake.name for mistake in diagnosis.name(calls, history, task)]


def test_the_mistake_that_gives_the_same_outputs_is_named(diagnosis):
    """Its sentence is the first line of its file, its section the task's or its own."""
    (mistake,) = diagnosis.name([call("double", 3, got=9)], (), diagnosis.exercise.tasks[0])
    assert (mistake.name, mistake.sentence, mistake.section) == ("squares", "You squared.", "doubling#double")
    (mistake,) = diagnosis.name([call("shifted", 3, got=6)], (), diagnosis.exercise.tasks[0])
    assert (mistake.name, mistake.section) == ("forgets_one", "doubling#shifted")


def test_inputs_that_tell_nothing_apart_name_nothing(diagnosis):
    """2 doubled and squared is 4: right and wrong agree, so nothing is said."""
    assert names(diagnosis, call("double", 2, got=4)) == []


def test_every_call_must_fit(diagnosis):
    """One output that is the mistake's and one that is not is another mistake."""
    assert names(diagnosis, call("double", 3, got=9), call("double", 4, got=16)) == ["squares"]
    assert names(diagnosis, call("double", 3, got=9), call("double", 4, got=17)) == []


def test_a_mistake_shows_through_functions_that_use_it(diagnosis):
    """A wrong double explains a wrong shifted."""
    assert names(diagnosis, call("shifted", 3, got=10)) == ["squares"]


def test_a_mistake_that_raises_is_recognised_by_the_kind_of_error(diagnosis):
    """ValueError where the reference gives a value."""
    assert names(diagnosis, call("double", -1, raised="ValueError")) == ["refuses"]
    assert names(diagnosis, call("double", -1, raised="KeyError")) == []


def test_single_precision_and_lists_are_still_the_same_mistake(diagnosis):
    """What counts is being nearer to the mistake than to the reference."""
    assert names(diagnosis, call("double", [3.0, 0.1], got=np.array([9.0, 0.01], np.float32))) == ["squares"]
    assert names(diagnosis, call("double", [3.0, 0.1], got=[9.0, 0.01])) == ["squares"]


def test_a_rule_of_its_own_replaces_the_comparison(diagnosis):
    """Random numbers are recognised by agrees()."""
    assert names(diagnosis, call("draw", 3, got=np.array([1.0, 2.0, 3.0]))) == ["positive"]
    assert names(diagnosis, call("draw", 3, got=np.array([1.0, -2.0, 3.0]))) == []
    assert names(diagnosis, call("draw", 3, got={"not": "numbers"})) == []


def test_a_wrong_value_is_named(diagnosis):
    """A variable is compared like an output."""
    assert names(diagnosis, Call("answer", None, got=5.0)) == ["five"]
    assert names(diagnosis, Call("answer", None, got=6.0)) == []


def test_of_two_explanations_the_one_that_fits_more_calls_wins(diagnosis):
    """0 and 4 do not tell squaring from another mistake; the other calls of the submission do."""
    cubes = diagnosis.exercise.folder / "mistakes" / "cubes.py"
    cubes.write_text('"""You cubed."""\ndef double(x):\n    return np.asarray(x) ** 3\n')
    ambiguous = call("double", 1, got=1)
    assert names(diagnosis, ambiguous) == ["cubes", "squares"]
    assert names(diagnosis, ambiguous, history=[ambiguous, call("double", 3, got=27)]) == ["cubes"]


def test_calls_that_were_stopped_and_long_ones_are_not_replayed(diagnosis):
    """A time-out has no output, and replay = false in exercise.toml means what it says."""
    assert names(diagnosis, call("double", 3, got=9, stopped=True)) == []
    assert names(diagnosis, call("double", 3, got=9), replay=False) == []
    assert names(diagnosis, call("draw", 1, got=np.ones(1)), replay=False) == ["positive"]


def test_equivalent_outputs_count_as_the_same(diagnosis):
    """With an equivalence up to sign, −9 is the same mistake as 9."""
    assert names(diagnosis, call("double", 3, got=-9)) == []
    diagnosis.equivalent = {"double": lambda a, b: bool(abs(a) == abs(b))}
    assert names(diagnosis, call("double", 3, got=-9)) == ["squares"]


def test_a_broken_mistake_file_is_the_courses_fault(diagnosis):
    """The error names the file."""
    (diagnosis.exercise.folder / "mistakes" / "bad.py").write_text("1 / 0")
    with pytest.raises(CourseError, match=r"bad\.py: ZeroDivisionError"):
        _ = diagnosis.mistakes


@pytest.mark.parametrize(("a", "b", "equal"), [
    (1, 1.0, True), ([1, 2], (1, 2), True), ([1, 2], np.array([1, 2]), True), (np.zeros((2, 3)), np.zeros((3, 2)), False), (np.zeros(2), np.zeros(3), False),
    ({"a": 1}, {"a": 1}, True), ({"a": 1}, {"b": 1}, False), ([np.nan, 1], [np.nan, 1], True), ([np.nan, 1], [1, np.nan], False), (np.inf, -np.inf, False),
    ("x", "x", True), ("x", "y", False), (None, None, False), (([1], [2, 3]), ([1], [2, 3]), True), (([1], [2, 3]), ([1, 2], [3]), False),
    (1e-30, 2e-30, True), (1e6, 1e6 + 0.5, True), (1.0, 1.1, False), (True, 1, True), (np.inf, np.inf, True),
])
def test_when_two_outputs_are_the_same(a, b, equal):
    """Containers do not matter; shape, keys, words, NaN's places and the numbers do."""
    assert same(a, b) is equal and same(b, a) is equal


def test_agreement_is_measured_against_the_distance_to_the_reference():
    """An answer a hundred times nearer to the mistake agrees with it."""
    assert same(9.01, 9.0, 6.0) and not same(8.9, 9.0, 6.0)
    assert same(9.0, 9.0, Raised("ValueError"))


def test_affects_follows_calls():
    """A function is affected if anything that it calls, nested functions included, is redefined."""
    reference, mistake = types.ModuleType("r"), types.ModuleType("m")
    exec("def a(): return 1\ndef b():\n    def c(): return a()\n    return c()\ndef d(): return 2", reference.__dict__)
    mistake.__dict__["__redefined__"] = {"a"}
    assert affects(mistake, reference, "a") and affects(mistake, reference, "b") and not affects(mistake, reference, "d")


def test_a_mistake_in_a_value_is_recomputed_from_the_students_own_numbers(diagnosis):
    """Whoever the student is, the mistake is named; an answer for somebody else's numbers is not this mistake."""
    folder = diagnosis.exercise.folder
    source = folder / "doubling.py"
    source.write_text(source.read_text() + '\ndef my_number(name):\n    return len(name)\n\nstudent_id = "ab"\nmine = 10 * my_number(student_id)\n')
    (folder / "mistakes" / "hundredfold.py").write_text('"""A hundredfold, not tenfold."""\nmine = 100 * my_number(student_id)\n')
    for who in ("abc", "abcdefg"):
        history = [Call("student_id", None, got=who)]
        assert names(diagnosis, Call("mine", None, got=100.0 * len(who)), history=history) == ["hundredfold"]
        assert names(diagnosis, Call("mine", None, got=200.0), history=history) == []
    assert names(diagnosis, Call("mine", None, got=200.0)) == ["hundredfold"]


def test_an_id_that_the_reference_cannot_compute_with_ends_nothing(diagnosis):
    """Then the reference's own id stands in."""
    source = diagnosis.exercise.folder / "doubling.py"
    source.write_text(source.read_text() + '\nstudent_id = "ab"\nassert student_id.strip()\nmine = 10 * len(student_id)\n')
    (diagnosis.exercise.folder / "mistakes" / "hundredfold.py").write_text('"""A hundredfold."""\nmine = 100 * len(student_id)\n')
    assert names(diagnosis, Call("mine", None, got=200.0), history=[Call("student_id", None, got=" ")]) == ["hundredfold"]
