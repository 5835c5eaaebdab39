"""The untrusted side: runs a student's cells and calls their functions when asked.

Two roles share this module. `warm_process` is the warm interpreter inside the sandbox: it imports NumPy, SciPy and IPython once and forks a
confined child for each submission. `serve` is what such a child does (and what an unconfined process does for a student who grades
themselves at home): it answers requests until the channel closes. Nothing of the grader's knowledge is ever in either process.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import random
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from autograder import guards, wire
from autograder.shell import StudentShell, make_shell, own_lines, redirect_output

REQUEST_LIMIT = 2**31
WARM = ("numpy.fft", "numpy.linalg", "numpy.ma", "numpy.polynomial", "numpy.random")
"""What NumPy imports on first use and any submission may use; larger libraries are imported when a submission mentions them."""
class Session:
    """One submission in one process: a namespace, and what can be asked of it."""

    def __init__(self, shell: StudentShell) -> None:
        self.shell = shell
        self.sources: dict[str, str] = {}

    def answers(self, request: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Do what ``request["do"]`` says: run ``cells``, ``call`` a function, make several ``calls``, or hand over a ``value``.

        Cells have an answer each, as soon as it is there, so that the grader sees which one hangs; everything else has one.
        """
        if request["do"] == "cells":
            yield from (self._attempt(self._cell, cell) for cell in request["cells"])
        else:
            yield self._attempt({"call": self._call, "calls": self._calls, "value": self._value}[request["do"]], request)

    def _attempt(self, do: Callable[[Any], dict[str, Any]], what: Any) -> dict[str, Any]:
        try:
            return do(what)
        except BaseException as error:  # whatever the student's code raises, SystemExit included, is an answer
            return {"error": self._describe(error)}

    def _cell(self, cell: tuple[str, str]) -> dict[str, Any]:
        name, source = f"<{cell[0]}>", cell[1]
        self.sources[name] = source
        error = self.shell.run(source, name)
        return {} if error is None else {"error": self._describe(error)}

    def _call(self, request: Mapping[str, Any]) -> dict[str, Any]:
        function = self.shell.user_ns.get(request["function"])
        if function is None or not callable(function):
            return {"missing": "absent" if function is None else type(function).__name__}
        args, kwargs = wire.unpack(request["arguments"])
        with guards.forbidding(request["forbidden"]):
            value = function(*args, **kwargs)
        return {"value": wire.pack(value), "changed": _changed(request["arguments"], args, kwargs)}

    def _calls(self, request: Mapping[str, Any]) -> dict[str, Any]:
        replies: list[dict[str, Any]] = []
        for function, arguments in request["calls"]:
            replies.append(self._attempt(self._call, {"function": function, "arguments": arguments, "forbidden": request["forbidden"]}))
            if "value" not in replies[-1]:
                break  # the check may well end there
        return {"replies": replies}

    def _value(self, request: Mapping[str, Any]) -> dict[str, Any]:
        value = self.shell.user_ns.get(request["name"])
        return {"missing": "absent"} if value is None or value is Ellipsis else {"value": wire.pack(value)}

    def _describe(self, error: BaseException) -> dict[str, Any]:
        try:
            message = str(error)
        except BaseException:  # a student's own error class may fail to print
            message = ""
        return {
            "kind": _fit(type(error).__name__, 200),
            "message": _fit(message, 1000),
            "lineage": [_fit(base.__name__, 200) for base in type(error).__mro__[:20]],
            "traceback": _fit(own_lines(error, lambda name: self.sources.get(name, "")), 4000),
            "where": _fit(_innermost(error), 200),
        }


def _changed(before: bytes, args: list[Any], kwargs: dict[str, Any]) -> list[int]:
    """Positions of the arguments that are no longer what was sent."""
    with contextlib.suppress(wire.NotPlainData):
        if wire.pack([args, kwargs]) == before:
            return []
    return [index for index, old in enumerate(wire.unpack(before)[0]) if _differs(old, args[index])]


def _differs(old: Any, new: Any) -> bool:
    try:
        return wire.pack(old) != wire.pack(new)
    except wire.NotPlainData:
        return True


def _fit(text: str, most: int) -> str:
    """Text that can be sent: cut, and without half characters."""
    return text[:most].encode("utf-8", "replace").decode("utf-8")


def _innermost(error: BaseException) -> str:
    """Name of the student's function in which the error arose."""
    name, traceback = "", error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.startswith("<cell"):
            name = traceback.tb_frame.f_code.co_name
        traceback = traceback.tb_next
    return name


def serve(channel: socket.socket, shell: StudentShell) -> None:
    """Answer requests on ``channel`` until it closes."""
    session = Session(shell)
    while True:
        try:
            request = wire.unpack(wire.receive(channel, limit=REQUEST_LIMIT))
            for reply in session.answers(request):
                wire.send(channel, wire.pack({"id": request["id"], **reply}))
        except wire.ProtocolError:
            return


def start_fresh() -> None:
    """Make a forked process independent of when it was forked: seeds as in every other, output to nowhere."""
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002  the legacy generator is the one that students seed globally
    redirect_output()


def serve_at_home(channel: socket.socket, forbidden: list[str]) -> None:
    """Serve a student's own submission in this process, unconfined."""
    shell = make_shell()
    guards.install(forbidden)
    start_fresh()
    serve(channel, shell)


class WarmProcess:
    """The process that holds the warm interpreter and makes one confined child at a time."""

    def __init__(self, control: socket.socket, base_user: int | None) -> None:
        from autograder import confine

        gc.disable()  # nothing that is imported is ever garbage
        self.confine = confine
        self.control = control
        self.user = base_user
        self.child = 0
        self.own_pids = os.open("/proc/self/ns/pid", os.O_RDONLY)
        for name in WARM:
            importlib.import_module(name)
        self.shell = make_shell()
        self.shell.run("1 / 0", "<warm>")  # IPython imports a good deal at its first cell and at its first error
        self.filter = confine.system_call_filter()

    def run(self) -> None:
        """Take commands from the grader until it goes."""
        np.empty(2**21)  # teaches malloc to keep large blocks, which every child would otherwise have to learn
        gc.freeze()  # or the first collection in a child would copy every page that it looks at
        gc.enable()
        while True:
            try:
                command = wire.unpack(wire.receive(self.control, limit=REQUEST_LIMIT))
                reply = getattr(self, command.pop("do"))(**command)
                if reply is not None:
                    wire.send(self.control, wire.pack(reply))
            except wire.ProtocolError:
                return

    def prepare(self, modules: list[str], forbidden: list[str]) -> dict[str, Any]:
        """Import what the next submissions need and guard what they may not call."""
        for name in modules:
            with contextlib.suppress(Exception):  # it need not be a module; if it should be, the student's own import says so
                importlib.import_module(name)
        try:
            guards.install(forbidden)
        except (ImportError, AttributeError, ValueError) as error:
            return {"wrong": str(error)}
        return {}

    def settle(self, core: int | None) -> dict[str, Any]:
        """Say that everything is warm, and stay on one processor core.

        It is the grader's: the two take turns, and waking another core takes longer than most answers.
        """
        if core is not None:
            os.sched_setaffinity(0, {core})
        return {}

    def spawn(self, limits: Mapping[str, Any], data: str | None) -> dict[str, Any]:
        """Fork a confined child that serves the channel whose descriptor follows."""
        self.reap(dead=False)
        _, descriptors, _, _ = socket.recv_fds(self.control, 1, 1)
        self.confine.unshare_pids()
        self.child = os.fork()
        if self.child == 0:
            self._become_student(descriptors[0], limits, data)
        self.confine.rejoin_pids(self.own_pids)
        os.close(descriptors[0])
        return {}

    def kill(self) -> None:
        """End the child, if there is one. Has no reply, so that nobody waits for it but who comes next."""
        self.reap(dead=False)

    def reap(self, dead: bool) -> dict[str, Any]:
        """End the child, if there is one, and say how it ended; ``dead`` if it seems to have ended by itself."""
        if not self.child:
            return {"signal": 0, "code": 0, "cpu": 0.0}
        pid = status = 0
        patience = time.monotonic() + (0.2 if dead else 0.0)
        while pid == 0:
            pid, status, used = os.wait4(self.child, os.WNOHANG)
            if pid == 0 and time.monotonic() >= patience:
                os.kill(self.child, signal.SIGKILL)
                pid, status, used = os.wait4(self.child, 0)
            elif pid == 0:
                time.sleep(0.001)
        self.child = 0
        code = os.waitstatus_to_exitcode(status)
        return {"signal": max(0, -code), "code": max(0, code), "cpu": used.ru_utime + used.ru_stime}

    def _become_student(self, descriptor: int, limits: Mapping[str, Any], data: str | None) -> None:
        """In the child: shut the door behind, then serve; never returns."""
        channel = socket.socket(fileno=os.dup2(descriptor, 3))
        try:
            os.closerange(4, 1 << 16)
            nowhere = os.open("/dev/null", os.O_RDWR)
            for standard in (0, 1, 2):  # the warm process's are shared by all its children, and one of them is a file
                os.dup2(nowhere, standard)
            os.close(nowhere)
            self.confine.die_with_parent()
            mapped = self.confine.mapped_bytes()
            self.confine.private_places(limits, data)
            self.confine.limit_resources(limits, mapped)
            self.confine.drop_privileges(self.user)
            self.filter.load()
            start_fresh()
            wire.send(channel, wire.pack({"id": 0, "confined": True}))
        except BaseException as error:  # the grader must hear of it, and no student code may run
            wire.send(channel, wire.pack({"id": 0, "failed": f"{type(error).__name__}: {error}"}))
            os._exit(1)
        try:
            serve(channel, self.shell)
        finally:
            os._exit(0)


def warm_process(control: int, user: int | None) -> None:
    """Entry point inside the sandbox: serve the grader on descriptor ``control``."""
    WarmProcess(socket.socket(fileno=control), user).run()


if __name__ == "__main__":
    warm_process(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
