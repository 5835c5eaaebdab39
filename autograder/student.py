"""The student, as the checks see them: an object whose methods are the student's functions.

Every call crosses to the worker and back as plain data. A worker that dies, hangs or misbehaves is replaced by a fresh one for the next
check; what happened is told as a failure of the call that did it.
"""

from __future__ import annotations

import re
import signal
import socket
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from autograder import wire
from autograder.cells import Cell
from autograder.exercise import Exercise, Task
from autograder.failures import CheckFailed, ForbiddenShortcut, NotAttempted, StudentRaised, StudentStopped
from autograder.report import CellError
from autograder.sandbox import Room

PATIENCE = 2
"""How often a function may hang or kill its worker before it is not called again."""
MIB = 2**20


@dataclass
class Call:
    """One call of a student's function, or the reading of one of their values (then ``arguments`` is None)."""

    function: str
    arguments: bytes | None
    got: Any = None
    raised: str | None = None
    stopped: bool = False
    changed: tuple[int, ...] = ()

    def unpacked(self) -> tuple[list[Any], dict[str, Any]]:
        """Fresh copies of the arguments."""
        args, kwargs = wire.unpack(self.arguments or b"\x92\x90\x80")
        return args, kwargs


class Callee(Protocol):
    """Whoever answers calls: the student, or the reference at a rehearsal."""

    calls: list[Call]

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call the function ``name``."""


@dataclass(frozen=True)
class Function:
    """One of the student's functions; call it like any other."""

    student: Callee
    name: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.student.call(self.name, args, kwargs)


@dataclass
class Progress:
    """What is known of the student's code so far, across workers."""

    cells: dict[int, CellError] = field(default_factory=dict)
    fatal: set[int] = field(default_factory=set)
    stops: Counter[str] = field(default_factory=Counter)
    last_stop: dict[str, str] = field(default_factory=dict)


class Student:
    """A submission at work.

    Parameters
    ----------
    cells : iterable of Cell
        The submission's code, in order.
    exercise : Exercise
        Gives limits and forbidden names.
    room : Room
        Where its processes live.
    """

    def __init__(self, cells: Iterable[Cell], exercise: Exercise, room: Room) -> None:
        self._cells = tuple(cells)
        self._exercise = exercise
        self._room = room
        self._channel: socket.socket | None = None
        self._deadline = time.monotonic() + exercise.limits.wall_s
        self.task: Task | None = None
        self._number = 0
        self._alone = False
        self._ahead: dict[tuple[str, bytes], list[dict[str, Any]]] = {}
        self.progress = Progress()
        self.calls: list[Call] = []
        self.evidence: list[Call] = []
        self.history: list[Call] = []
        self.searchable = True

    def __getattr__(self, name: str) -> Function:
        if name.startswith("_"):
            raise AttributeError(name)
        return Function(self, name)

    def __getitem__(self, name: str) -> Any:
        """The value of the student's variable ``name``."""
        call = Call(name, None)
        self._record(call)
        reply = self._ask({"do": "value", "name": name}, self._exercise.limits.call_s, call)
        return self._outcome(call, reply)

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call the student's function ``name`` with copies of the arguments.

        Raises
        ------
        NotAttempted, StudentRaised, ForbiddenShortcut, StudentStopped, CheckFailed
            If it is missing, raises, cheats a little, does not come back, or returns something that is not plain data.
        """
        call = Call(name, wire.pack([list(args), kwargs]))
        self._record(call)
        if self.progress.stops[name] >= PATIENCE:
            call.stopped = True
            raise StudentStopped(f"was not called again: before, it {self.progress.last_stop[name]}")
        ready = self._ahead.get((name, call.arguments or b""))
        if ready:
            return self._outcome(call, ready.pop(0))
        request = {"do": "call", "function": name, "arguments": call.arguments, "forbidden": self._forbidden()}
        return self._outcome(call, self._ask(request, self._seconds(), call))

    def begin_check(self, task: Task, *, searchable: bool, expected: Sequence[tuple[str, bytes]] = ()) -> None:
        """Start recording for a check of ``task``.

        Parameters
        ----------
        task : Task
        searchable : bool
            Whether a failing case is worth a search.
        expected : sequence of (str, bytes)
            Calls that the check makes of a right answer, asked for in one message now. Calls that it makes besides are asked one by one.
        """
        self.task, self.searchable, self.evidence = task, searchable, []
        self.begin_case()
        self._ahead = self._fetch(expected) if expected else {}

    def _fetch(self, calls: Sequence[tuple[str, bytes]]) -> dict[tuple[str, bytes], list[dict[str, Any]]]:
        """Replies to ``calls``; none, from then on, if the worker does not survive them: each call will show by itself which one it was."""
        if self._alone:
            return {}
        ready: dict[tuple[str, bytes], list[dict[str, Any]]] = {}
        try:
            self.start()
            reply = self._exchange({"do": "calls", "calls": calls, "forbidden": self._forbidden()}, self._seconds())
            for call, answer in zip(calls, reply.get("replies", ()), strict=False):
                ready.setdefault(call, []).append(_well_formed({**answer, "id": self._number}, self._number))
        except (wire.ProtocolError, TypeError) as problem:
            self._stop(problem if isinstance(problem, wire.ProtocolError) else wire.ProtocolError("a reply of the wrong shape"), 0.0)
            self._alone = True
            return {}
        return ready

    def _forbidden(self) -> list[str]:
        return list(self.task.forbidden if self.task else ())

    def _seconds(self) -> float:
        return (self.task.call_s if self.task else None) or self._exercise.limits.call_s

    def begin_case(self) -> None:
        """Forget the calls of the case before."""
        self.calls = []

    def close(self) -> None:
        """End the worker."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
            self._room.leave()

    def start(self) -> None:
        """Run the cells, if they have not been run in a living worker; an error in one does not stop the next."""
        while self._channel is None:
            self._channel = self._room.open(self._exercise)
            waiting = [(index, cell) for index, cell in enumerate(self._cells) if index not in self.progress.fatal]
            request: dict[str, Any] | None = {"do": "cells", "cells": [(_place(cell), cell.source) for _, cell in waiting]}
            for index, cell in waiting:
                if not self._has_run(index, cell, request):
                    break
                request = None

    def _has_run(self, index: int, cell: Cell, request: dict[str, Any] | None) -> bool:
        """Wait for the end of one cell, after sending ``request`` if it is the first; False if the worker did not survive it."""
        place, seconds = _place(cell), self._exercise.limits.cell_s
        try:
            if request is not None:
                self._send(request, seconds)
            reply = self._receive(seconds)
        except wire.ProtocolError as problem:
            self.progress.fatal.add(index)
            self.progress.cells[index] = CellError(cell.number, f"{place} {self._stop(problem, seconds, 'finish')}", "")
            return False
        error = reply.get("error")
        if error is not None and error["kind"] != "NotImplementedError":
            message = f"{place} stopped with {error['kind']}: {error['message']}"
            self.progress.cells.setdefault(index, CellError(cell.number, message, error["traceback"]))
        return True

    def _record(self, call: Call) -> None:
        self.calls.append(call)
        if len(self.history) < 500:
            self.history.append(call)

    def _ask(self, request: dict[str, Any], seconds: float, call: Call) -> dict[str, Any]:
        """A reply from a worker that has run the cells; a worker that fails the request is ended and the reason raised."""
        try:
            self.start()
            return self._exchange(request, seconds)
        except wire.ProtocolError as problem:
            reason = self._stop(problem, seconds)
            self.progress.stops[call.function] += 1
            self.progress.last_stop[call.function] = reason
            call.stopped, self.searchable = True, False
            raise StudentStopped(reason) from None

    def _exchange(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """One request and its well-formed reply, or a ProtocolError."""
        self._send(request, seconds)
        return self._receive(seconds)

    def _send(self, request: dict[str, Any], seconds: float) -> None:
        assert self._channel is not None
        self._number += 1
        wire.send(self._channel, wire.pack({"id": self._number, **request}), timeout=self._remaining(seconds))

    def _receive(self, seconds: float) -> dict[str, Any]:
        """The next reply to the request just sent."""
        assert self._channel is not None
        limit = self._exercise.limits.reply_mb * MIB + 65_536
        reply = wire.unpack(wire.receive(self._channel, limit=limit, timeout=self._remaining(seconds)))
        return _well_formed(reply, self._number)

    def _remaining(self, seconds: float) -> float:
        remaining = min(seconds, self._deadline - time.monotonic())
        if remaining <= 0:
            raise wire.TimedOut("the whole grade")
        return remaining

    def _stop(self, problem: wire.ProtocolError, seconds: float, verb: str = "return") -> str:
        """End the worker and say in the student's words what went wrong."""
        assert self._channel is not None
        self._channel.close()
        self._channel = None
        end = self._room.end(dead=isinstance(problem, wire.Closed))
        limits = self._exercise.limits
        if end["cpu"] >= limits.cpu_s - 0.5:
            return f"used more than {limits.cpu_s:g} s of processor time"
        if isinstance(problem, wire.TimedOut):
            if time.monotonic() >= self._deadline:
                return f"was not finished when the whole grade had taken {limits.wall_s:g} s"
            return f"did not {verb} within {seconds:g} s"
        if isinstance(problem, wire.Closed):
            if end["signal"]:
                return f"crashed the Python process ({signal.strsignal(end['signal']) or end['signal']})"
            return f"ended the Python process (exit code {end['code']})"
        return f"sent something that is not an answer: {problem}"

    def _outcome(self, call: Call, reply: dict[str, Any]) -> Any:
        """The value in a reply, or the failure it tells of."""
        call.changed = tuple(reply.get("changed", ()))
        if "missing" in reply:
            raise self._missing(call.function, reply["missing"], call.arguments is not None)
        if "error" in reply:
            call.raised = reply["error"]["kind"]
            raise _failure(call.function, reply["error"])
        try:
            call.got = wire.unpack(reply["value"])
        except wire.ProtocolError as problem:
            raise StudentStopped(f"sent something that is not an answer: {problem}") from None
        return call.got

    def _missing(self, name: str, what: str, function: bool) -> AssertionError:
        if what != "absent":
            return CheckFailed(f"cannot be called: `{name}` is a {what}, not a function")
        if self.progress.cells:
            return CheckFailed(f"is not defined; {self._culprit(name).message}",
                               help="Mend that cell first; what it defines comes after the error.")
        if function:
            return NotAttempted(f"`{name}` is not defined; was the function renamed, or its cell deleted?")
        return NotAttempted(f"`{name}` has no value yet")

    def _culprit(self, name: str) -> CellError:
        """The broken cell that would have defined ``name``, or the first broken one."""
        defines = re.compile(rf"\b{re.escape(name)}\s*=|\bdef {re.escape(name)}\b")
        broken = sorted(self.progress.cells.items())
        return next((error for index, error in broken if defines.search(self._cells[index].source)), broken[0][1])


RESERVED = frozenset(name for name in dir(Student) if not name.startswith("_")) | {
    "task", "progress", "calls", "evidence", "history", "searchable"}
"""Names that an exercise cannot give to a function: in a check, ``student.close`` is the one above."""


def _place(cell: Cell) -> str:
    return f"cell {cell.number}" if cell.number else "given cell"


def _well_formed(reply: Any, number: int) -> dict[str, Any]:
    """``reply`` if it has the shape that `worker.Session` gives it; the sender may have forged it."""
    if not isinstance(reply, dict) or reply.get("id") != number:
        raise wire.ProtocolError("a reply that answers no request")
    error, changed = reply.get("error"), reply.get("changed", [])
    if error is not None:
        texts = isinstance(error, dict) and all(isinstance(error.get(key), str) for key in ("kind", "message", "traceback", "where"))
        if not texts or not isinstance(error.get("lineage"), list) or not all(isinstance(name, str) for name in error["lineage"]):
            raise wire.ProtocolError("an error report of the wrong shape")
        if sum(map(len, (*error["lineage"], error["kind"], error["message"], error["traceback"], error["where"]))) > 20_000:
            raise wire.ProtocolError("an error report without end")
    if not isinstance(changed, list) or len(changed) > 100 or not all(isinstance(index, int) for index in changed):
        raise wire.ProtocolError("a reply of the wrong shape")
    missing = reply.get("missing", "")
    if not isinstance(reply.get("value", b""), bytes) or not isinstance(missing, str) or len(missing) > 200:
        raise wire.ProtocolError("a reply of the wrong shape")
    return reply


def _failure(function: str, error: dict[str, Any]) -> AssertionError:
    """The failure that an error in the student's code amounts to."""
    kind, message = error["kind"], error["message"]
    if kind == "NotImplementedError":
        other = error["where"]
        own = other in ("", function, "<module>")
        return NotAttempted("is not written yet" if own else f"needs `{other}`, which is not written yet")
    if kind == "ForbiddenShortcut":
        return ForbiddenShortcut(f"calls {message}, which this task asks you to write yourself")
    if kind == "NotPlainData":
        return CheckFailed(f"returned {message}")
    if "Cannot cast ufunc" in message:
        return StudentRaised(kind, message, tuple(error["lineage"]), error["traceback"],
                             help="An array of whole numbers cannot take fractions in place; make it with np.array(..., dtype=float).")
    return StudentRaised(kind, message, tuple(error["lineage"]), error["traceback"])
