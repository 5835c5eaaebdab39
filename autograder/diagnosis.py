"""Naming the mistake: the calls of a failed check are replayed against known wrong answers.

A mistake is a file that is executed on top of the reference, in the same namespace, so that it redefines only what is wrong. It explains a
failure when its outputs agree with the student's on every call of the check, and differ from the reference's on at least one.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercise import CourseError, Exercise, Task
from autograder.report import Mistake
from autograder.student import Call

CLOSE = 0.01
"""A student is at a mistake if they are a hundred times nearer to it than it is to the reference."""
EXACT = 1e-6
MOST = 2
"""Mistakes named for one failure, at most: more would not be a diagnosis."""
STUDENT_ID = "student_id"
"""The variable that says whose numbers an answer was computed from, in an exercise that gives each student their own."""


class Raised:
    """The outcome of a call that raised: equal to any other of the same kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class Diagnosis:
    """Reference and mistakes of one exercise, loaded when first needed.

    Parameters
    ----------
    exercise : Exercise
    student_id : str, optional
        The student whose own numbers reference and mistakes compute with, in place of the reference's.

    Attributes
    ----------
    equivalent : mapping of str to callable
        For a function's name, when two of its outputs mean the same (q and −q); from the checks' ``EQUIVALENT``.
    """

    def __init__(self, exercise: Exercise, student_id: str | None = None) -> None:
        self.exercise = exercise
        self.student_id = student_id
        self.equivalent: Mapping[str, Callable[[Any, Any], bool]] = {}
        self._personal: Diagnosis | None = None

    @functools.cached_property
    def reference(self) -> types.ModuleType:
        """The reference solution as a module."""
        return load_module(self.exercise, None, self.student_id)

    @functools.cached_property
    def mistakes(self) -> dict[str, types.ModuleType]:
        """The named wrong answers as modules, by name."""
        return {path.stem: load_module(self.exercise, path, self.student_id) for path in self.exercise.mistakes}

    def warm(self) -> None:
        """Load everything now, before this process is forked for many submissions."""
        _ = self.reference, self.mistakes

    def name(self, calls: Sequence[Call], history: Sequence[Call], task: Task | None) -> tuple[Mistake, ...]:
        """The mistakes that explain ``calls``, best first.

        Parameters
        ----------
        calls : sequence of Call
            What the failed check asked of the student, and got.
        history : sequence of Call
            All calls of this submission so far: of several explanations, the one that fits more of them is better.
        task : Task, optional
            The failed check's task: gives the section of the book, and whether calls take too long to be replayed.
        """
        if self.student_id is None and hasattr(self.reference, STUDENT_ID):
            return self._for(calls, history).name(calls, history, task)
        usable = [call for call in calls if not call.stopped]
        found = [name for name, module in self.mistakes.items() if self._explains(module, usable, task)]
        if len(found) > 1:
            fits = {name: sum(self._fits(self.mistakes[name], call, task) for call in history if not call.stopped) for name in found}
            found = [name for name in found if fits[name] == max(fits.values())]
        return tuple(self._describe(name, task) for name in found[:MOST])

    def _for(self, calls: Sequence[Call], history: Sequence[Call]) -> Diagnosis:
        """The diagnosis with the numbers of the student who made ``calls``; with the reference's, if they did not say who they are."""
        said = (call.got for call in (*calls, *history) if call.function == STUDENT_ID and isinstance(call.got, str))
        ours: str = self.reference.__dict__[STUDENT_ID]
        who = next(said, ours)
        if self._personal is None or self._personal.student_id != who:
            self._personal = Diagnosis(self.exercise, who)
            try:
                self._personal.warm()
            except CourseError:  # an id that the exercise cannot compute with
                self._personal = Diagnosis(self.exercise, ours)
            self._personal.equivalent = self.equivalent
        return self._personal

    def _describe(self, name: str, task: Task | None) -> Mistake:
        module = self.mistakes[name]
        section = getattr(module, "see", "") or (task.section if task else "")
        return Mistake(name, (module.__doc__ or name).strip().splitlines()[0], section)

    def _explains(self, module: types.ModuleType, calls: Sequence[Call], task: Task | None) -> bool:
        telling = False
        for call in calls:
            fits = self._fits(module, call, task)
            if not fits:
                return False
            telling = telling or fits == 2
        return telling

    def _fits(self, module: types.ModuleType, call: Call, task: Task | None) -> int:
        """0 if the mistake does not give what the student got, 2 if it does and the reference does not, 1 if all three are the same."""
        got = Raised(call.raised) if call.raised else call.got
        own_rule = getattr(module, "agrees", None)
        if own_rule is not None:
            return self._by_rule(own_rule, call, got)
        right = self._outcome(self.reference, call, task)
        if not affects(module, self.reference, call.function):
            return int(self._same(call.function, got, right, None))
        wrong = self._outcome(module, call, task)
        if self._same(call.function, wrong, right, None):
            return int(self._same(call.function, got, right, None))
        return 2 * self._same(call.function, got, wrong, right)

    def _by_rule(self, rule: Callable[..., bool], call: Call, got: Any) -> int:
        try:
            return 2 * bool(not isinstance(got, Raised) and rule(call.function, call.unpacked()[0], got))
        except Exception:  # a student's output of an unforeseen shape does not show this mistake
            return 0

    def _outcome(self, module: types.ModuleType, call: Call, task: Task | None) -> Any:
        """What ``module`` makes of the call; None if replaying would take too long."""
        if call.arguments is None:
            return getattr(module, call.function, None)
        if task is not None and not task.replay:
            return None
        args, kwargs = call.unpacked()
        try:
            with np.errstate(all="ignore"), quietly(self.exercise):
                return getattr(module, call.function)(*args, **kwargs)
        except Exception as error:  # a mistake may well raise; that is then what it does
            return Raised(type(error).__name__)

    def _same(self, function: str, a: Any, b: Any, other: Any) -> int:
        """1 if ``a`` and ``b`` are the same answer, measured against their distance to ``other`` if that is given."""
        if isinstance(a, Raised) or isinstance(b, Raised):
            return int(isinstance(a, Raised) and isinstance(b, Raised) and a.kind == b.kind)
        rule = self.equivalent.get(function)
        if rule is not None:
            with contextlib.suppress(Exception):  # outputs that the rule cannot read are compared as numbers
                return int(rule(a, b))
        return int(same(a, b, other))


def same(a: Any, b: Any, other: Any = None) -> bool:
    """Whether two outputs agree; with ``other``, to a hundredth of the distance between ``b`` and ``other``."""
    first, second = numbers(a), numbers(b)
    if first is None or second is None or first[0] != second[0]:
        return False
    room = EXACT * float(np.max(np.abs(second[1]), initial=1.0, where=np.isfinite(second[1])))
    third = None if other is None or isinstance(other, Raised) else numbers(other)
    if third is not None and third[0] == second[0] and np.isfinite(between := distance(second[1], third[1])):
        room = max(room, CLOSE * between)
    return distance(first[1], second[1]) <= room


def distance(a: NDArray[Any], b: NDArray[Any]) -> float:
    """Largest difference; infinite unless NaN and infinities stand in the same places."""
    finite = np.isfinite(a)
    if not np.array_equal(finite, np.isfinite(b)) or not np.array_equal(a[~finite], b[~finite], equal_nan=True):
        return float("inf")
    return float(np.max(np.abs(a[finite] - b[finite]), initial=0.0))


def numbers(value: Any) -> tuple[str, NDArray[Any]] | None:
    """A value taken apart into its shape, with any words in it, and all its numbers in order; None if it is not plain data."""
    shape: list[str] = []
    parts: list[NDArray[Any]] = [np.zeros(0)]
    try:
        _gather(value, shape, parts)
    except (TypeError, ValueError, RecursionError):
        return None
    return " ".join(shape), np.concatenate(parts)


def _gather(value: Any, shape: list[str], parts: list[NDArray[Any]]) -> None:
    if isinstance(value, Mapping):
        for key in sorted(value, key=str):
            shape.append(str(key))
            _gather(value[key], shape, parts)
    elif isinstance(value, str):
        shape.append(value)
    elif isinstance(value, (list, tuple)) and (array := _as_array(value)) is None:
        shape.append(f"{len(value)} of")
        for item in value:
            _gather(item, shape, parts)
    else:
        array = np.asarray(value)
        if array.dtype.kind not in "biufc":
            raise TypeError("not numbers")
        shape.append(str(array.shape))
        parts.append(array.astype(complex).ravel())


def _as_array(value: list[Any] | tuple[Any, ...]) -> NDArray[Any] | None:
    """A nested list of numbers as an array, or None if it is not a regular one."""
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    return array if array.dtype.kind in "biufc" else None


def affects(mistake: types.ModuleType, reference: types.ModuleType, function: str) -> bool:
    """Whether ``function`` is, or calls through the reference's own functions, something that the mistake redefines."""
    redefined: set[str] = mistake.__dict__["__redefined__"]
    waiting, seen = [function], {function}
    while waiting:
        name = waiting.pop()
        if name in redefined:
            return True
        code = getattr(getattr(reference, name, None), "__code__", None)
        for used in _names(code) - seen if code is not None else ():
            seen.add(used)
            waiting.append(used)
    return False


def _names(code: types.CodeType) -> set[str]:
    nested = (constant for constant in code.co_consts if isinstance(constant, types.CodeType))
    return set(code.co_names).union(*map(_names, nested))


def load_module(exercise: Exercise, overlay: Path | None, student_id: str | None = None) -> types.ModuleType:
    """The reference, with ``overlay`` executed on top of it if one is given, and ``student_id`` in place of the reference's own.

    Raises
    ------
    CourseError
        If either raises.
    """
    module = types.ModuleType(f"{exercise.slug}_{overlay.stem if overlay else 'reference'}")
    for path in filter(None, (exercise.source, overlay)):
        before = dict(module.__dict__)
        module.__dict__.pop("agrees", None)
        try:
            with quietly(exercise):
                exec(compile(_personalised(path, student_id), str(path), "exec"), module.__dict__)
        except Exception as error:
            raise CourseError(f"{path}: {type(error).__name__}: {error}") from error
        module.__dict__["__redefined__"] = {name for name, value in module.__dict__.items() if before.get(name) is not value}
    return module


def _personalised(path: Path, student_id: str | None) -> ast.Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if student_id is not None else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant()) if name == STUDENT_ID:
                node.value = ast.copy_location(ast.Constant(student_id), node.value)
    return tree


@contextlib.contextmanager
def quietly(exercise: Exercise) -> Iterator[None]:
    """Run our own code as if in the released folder, where ``data/`` is, without output."""
    with contextlib.ExitStack() as stack:
        if exercise.release.is_dir():
            stack.enter_context(contextlib.chdir(exercise.release))
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        yield
