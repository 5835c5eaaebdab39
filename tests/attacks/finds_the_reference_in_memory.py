"""Searches frames, the collector's objects and all modules for the checks or the answer while it is called; deserves nothing."""
# deserves: 0
import gc
import sys

MARKS = ("test_adds_two_numbers", "adding_reference", "expected", "BEGIN SOLUTION")


def add(a, b):
    for name in list(sys.modules):
        if "test_adding" in name or name in ("pytest", "_pytest", "autograder.suite", "autograder.checks", "autograder.diagnosis"):
            raise SystemError(f"BREACH: {name} is loaded")
    frame = sys._getframe()
    while frame is not None:
        if "expected" in frame.f_locals or "reference" in frame.f_locals:
            raise SystemError("BREACH: the expected answer is in a frame")
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing).__name__ in ("Suite", "Diagnosis", "Exercise", "Student"):
            raise SystemError(f"BREACH: {thing!r:.50}")
    raise KeyError("nothing found")
