"""The student seen from the checks, with real workers in the real sandbox."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from autograder import wire
from autograder.cells import Cell
from autograder.failures import CheckFailed, ForbiddenShortcut, NotAttempted, StudentRaised, StudentStopped
from autograder.student import Student, _well_formed


@pytest.fixture
def student_of(adding, sandbox):
    """Make a Student of code cells; closed at the end."""
    made = []

    def make(*cells, exercise=adding, task="add", **task_changes):
        student = Student([Cell(number, source) for number, source in enumerate(cells, 1)], exercise, sandbox)
        sandbox.prepare(exercise, [])
        student.begin_check(replace(exercise.tasks_by_id[task], **task_changes), searchable=True)
        made.append(student)
        return student

    yield make
    for student in made:
        student.close()


def test_arguments_and_results_are_plain_data(student_of):
    """A function gets arrays, lists and dicts, and returns them."""
    student = student_of("def f(x, scale=1):\n    return {'sum': x.sum() * scale, 'same': x, 'pair': (1, 'a')}")
    got = student.f(np.arange(3.0), scale=2)
    assert got["sum"] == 6 and np.array_equal(got["same"], [0, 1, 2]) and got["pair"] == (1, "a")


def test_a_variable_is_read_by_its_name(student_of):
    """student["x"] is the value; None and ... are not attempted."""
    student = student_of("x = [1, 2]\ny = None\nz = ...")
    assert student["x"] == [1, 2]
    for name in ("y", "z", "nowhere"):
        with pytest.raises(NotAttempted):
            _ = student[name]


def test_an_error_in_a_cell_does_not_hide_what_others_define(student_of):
    """Cells before and after the broken one count, and the error is recorded with the student's own line."""
    student = student_of("def f(): return 1", "a = 1\nb = a / 0", "def g(): return 2", "def h(:")
    assert (student.f(), student.g()) == (1, 2)
    first, second = student.progress.cells.values()
    assert first.message == "cell 2 stopped with ZeroDivisionError: division by zero"
    assert first.traceback == "cell 2, line 2\n    b = a / 0"
    assert second.message.startswith("cell 4 stopped with SyntaxError")


def test_a_missing_function_is_told_apart_from_a_broken_cell(student_of):
    """Without any error it is not attempted; behind a broken cell, that cell is named; a number is not a function."""
    with pytest.raises(NotAttempted, match="was the function renamed"):
        student_of("g = 1").f()
    with pytest.raises(CheckFailed, match="cell 1 stopped with SyntaxError"):
        student_of("def f(:").f()
    with pytest.raises(CheckFailed, match="cell 2 stopped with SyntaxError"):
        student_of("1 / 0", "def f(:", "2 / 0").f()
    with pytest.raises(CheckFailed, match="`f` is a int, not a function"):
        student_of("f = 1").f()


def test_a_stub_is_not_attempted_also_when_another_needs_it(student_of):
    """NotImplementedError in a function that the called one uses names the one to write."""
    student = student_of("def f(): raise NotImplementedError()\ndef g(): return f()")
    with pytest.raises(NotAttempted, match="is not written yet"):
        student.f()
    with pytest.raises(NotAttempted, match="needs `f`"):
        student.g()


def test_an_error_comes_with_the_students_lines_alone(student_of):
    """The traceback shows their cells and neither ours nor the library's."""
    student = student_of("import numpy as np\ndef inner(x):\n    return np.linalg.inv(x)", "def f(x):\n    return inner(x)")
    with pytest.raises(StudentRaised) as caught:
        student.f(np.zeros((2, 2)))
    assert caught.value.kind == "LinAlgError" and "ValueError" in caught.value.lineage
    assert caught.value.traceback == "cell 2, line 2, in f\n    return inner(x)\ncell 1, line 3, in inner\n    return np.linalg.inv(x)"


def test_changed_arguments_are_seen_and_do_not_reach_the_caller(student_of):
    """Mutating an input is recorded by position; the check's own array stays."""
    student = student_of("def f(x, y, z):\n    x[0] = 9\n    z['k'] = 1\n    return y")
    mine = np.zeros(2)
    student.f(mine, [1], {})
    assert mine[0] == 0 and student.calls[-1].changed == (0, 2)


def test_a_call_that_hangs_is_stopped_and_the_next_one_works(student_of):
    """The worker is replaced, with the student's cells run again."""
    student = student_of("def f():\n    while True: pass\ndef g(): return 3")
    with pytest.raises(StudentStopped, match="did not return within 1 s"):
        student.f()
    assert student.g() == 3


def test_a_function_that_keeps_hanging_is_not_waited_for_again(student_of):
    """After two time-outs the third call fails at once, with the reason."""
    student = student_of("def f():\n    while True: pass")
    for _ in range(2):
        with pytest.raises(StudentStopped):
            student.f()
    begun = time.monotonic()
    with pytest.raises(StudentStopped, match="not called again: before, it did not return within 1 s"):
        student.f()
    assert time.monotonic() - begun < 0.5


def test_a_cell_that_hangs_is_left_out(student_of):
    """An endless cell costs its time limit once and the others still count."""
    student = student_of("def f(): return 1", "while True: pass", "def g(): return 2")
    assert (student.f(), student.g()) == (1, 2)
    assert [error.message for error in student.progress.cells.values()] == ["cell 2 did not finish within 1.5 s"]


@pytest.mark.parametrize(("body", "reason"), [
    ("import os; os._exit(0)", r"ended the Python process \(exit code 0\)"),
    ("import ctypes; ctypes.string_at(0)", r"crashed the Python process \(Segmentation fault\)"),
    ("import os; os.close(3); os._exit(7)", r"ended the Python process \(exit code 7\)"),
    ("import os; os.write(3, bytes([255] * 8))", "sent something that is not an answer: a message of 4096 MiB"),
    ("import os; os.write(3, bytes([0, 0, 0, 1, 0xc1]))", "sent something that is not an answer: malformed message"),
])
def test_a_worker_that_dies_or_lies_is_told_as_what_it_did(student_of, body, reason):
    """Leaving, crashing and writing on the channel are failures of that call only."""
    student = student_of(f"def f(): {body}\ndef g(): return 1")
    with pytest.raises(StudentStopped, match=reason):
        student.f()
    assert student.g() == 1


def test_processor_time_is_limited_over_all_calls(student_of, adding):
    """Many calls, each within its own limit, cannot take more than cpu_s in one worker."""
    exercise = replace(adding, limits=replace(adding.limits, cpu_s=1, call_s=20.0))
    student = student_of("def f():\n    x = 0\n    while True: x += 1", exercise=exercise)
    with pytest.raises(StudentStopped, match="more than 1 s of processor time"):
        student.f()


def test_the_whole_grade_has_a_limit(student_of, adding):
    """When it is reached nothing more is waited for."""
    exercise = replace(adding, limits=replace(adding.limits, wall_s=0.8, call_s=20.0))
    student = student_of("import time\ndef f(): time.sleep(60)", exercise=exercise)
    begun = time.monotonic()
    with pytest.raises(StudentStopped, match=r"when the whole grade had taken 0\.8 s"):
        student.f()
    assert time.monotonic() - begun < 10


def test_what_is_not_plain_data_is_named(student_of):
    """A function, a set or far too much is a failure that says what was returned."""
    student = student_of("import numpy as np\ndef f(): return {1}\ndef g(): return np.broadcast_to(np.zeros(1), 10**8)")
    with pytest.raises(CheckFailed, match="returned a set, which is not plain data"):
        student.f()
    with pytest.raises(CheckFailed, match="returned an array of 763 MiB"):
        student.g()


@pytest.mark.parametrize("way", ["import numpy as np\ndef f(x): return np.fft.fft(x)", "from numpy.fft import fft as f",
                                 "from scipy import fft as sf\ndef f(x): return sf.fft(x)",
                                 "from scipy.interpolate import LinearNDInterpolator as L\ndef f(x): return L([[0, 0], [1, 0], [0, 1]], [1, 2, 3])(0, 0)"])
def test_a_forbidden_shortcut_is_caught_by_what_it_does(student_of, adding, way):
    """However it was imported, the function says its name; outside the forbidding task it works."""
    names = ("numpy.fft", "scipy.fft", "scipy.interpolate")
    exercise = replace(adding, tasks=tuple(replace(task, forbidden=names) for task in adding.tasks))
    student = student_of(way, exercise=exercise)
    with pytest.raises(ForbiddenShortcut, match="which this task asks you to write yourself"):
        student.f(np.arange(4.0))
    student.begin_check(replace(exercise.tasks[0], forbidden=()), searchable=False)
    student.f(np.arange(4.0))


@pytest.mark.parametrize("reply", [None, 3, [], {}, {"id": 2}, {"id": 1, "error": "x"}, {"id": 1, "error": {"kind": 3}}, {"id": 1, "value": 3},
                                   {"id": 1, "changed": "x"}, {"id": 1, "changed": ["x"]}, {"id": 1, "missing": 3},
                                   {"id": 1, "error": {"kind": "A", "message": "", "traceback": "", "where": "", "lineage": [1]}}])
def test_a_forged_reply_of_the_wrong_shape_is_refused(reply):
    """A reply is looked at before it is believed."""
    with pytest.raises(wire.ProtocolError):
        _well_formed(reply, 1)
