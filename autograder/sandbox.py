"""The sandbox, seen from the trusted side: a warm interpreter inside bubblewrap, and one confined worker at a time.

It fails closed: without bubblewrap, namespaces or seccomp, `Sandbox.start` raises `SandboxMissing` with what to install, and nothing of the
student's runs.
"""

from __future__ import annotations

import contextlib
import importlib.util
import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Protocol

from autograder import wire
from autograder.exercise import CourseError, Exercise, forbidden_names

START_S = 60.0
CONTROL_LIMIT = 2**20
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/student", "TMPDIR": "/student", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0",
               "MPLBACKEND": "agg", "MPLCONFIGDIR": "/student/.matplotlib", "IPYTHONDIR": "/student/.ipython", "OMP_NUM_THREADS": "1",
               "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
USERS = range(62_000, 65_000)
"""Unprivileged user ids for workers when the grader is root; a sandbox takes one by its process id, so that no two share it."""


class SandboxMissing(Exception):
    """There is no working sandbox; the message says what to do."""


class Room(Protocol):
    """A place where a submission's process lives: the sandbox, or at home no sandbox at all."""

    sandboxed: bool
    core: int | None

    def prepare(self, exercise: Exercise, modules: Iterable[str]) -> None:
        """Make ready for submissions to ``exercise`` that import ``modules``."""

    def open(self, exercise: Exercise) -> socket.socket:
        """A channel to a fresh process for one submission; ends the one before."""

    def end(self, *, dead: bool) -> dict[str, Any]:
        """End the process; how it ended (``signal``, ``code``, ``cpu`` seconds). ``dead`` if it seems to have ended by itself."""

    def leave(self) -> None:
        """End the process without waiting for it."""

    def close(self) -> None:
        """Give everything back."""


class Sandbox:
    """A warm interpreter in bubblewrap that makes confined workers.

    Parameters
    ----------
    exercises : Path, optional
        The released exercises, shown read-only to the workers for their data files.
    hidden : Path, optional
        The authored folder ``solutions/``; masked in case the interpreter's own files lie around it.
    core : int, optional
        Processor core on which the workers, and the process that asks them, take turns.
    """

    sandboxed = True

    def __init__(self, exercises: Path | None = None, hidden: Path | None = None, core: int | None = None) -> None:
        self.exercises = exercises
        self.hidden = hidden
        self.core = core
        self._prepared: set[str] = set()
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._ready = False

    def start(self) -> Sandbox:
        """Start the warm interpreter without waiting for it.

        Raises
        ------
        SandboxMissing
            If bubblewrap is not installed or this is not Linux.
        """
        if self._process is not None:
            return self
        if not sys.platform.startswith("linux") or not shutil.which("bwrap"):
            raise SandboxMissing("The sandbox needs Linux and bubblewrap. On Debian or Ubuntu: sudo apt-get install bubblewrap. "
                                 "To grade your own work without it, use --no-sandbox or `cryo check`.")
        if importlib.util.find_spec("pyseccomp") is None:
            raise SandboxMissing("The sandbox needs pyseccomp, which this Python does not have. In the project's folder: "
                                 "pip install '.[instructor]'. To grade your own work without it, use --no-sandbox or `cryo check`.")
        self._control, theirs = socket.socketpair()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as the process
        privileged = _privileged()
        command = [*bubblewrap(privileged, self.exercises, self.hidden), sys.executable, "-s", "-P", "-c",
                   "import sys; sys.path.insert(0, '/engine'); from autograder import worker; "
                   f"worker.warm_process({theirs.fileno()}, {USERS[os.getpid() % len(USERS)] if privileged else None})"]
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                         stderr=self._errors, start_new_session=True)
        theirs.close()
        return self

    def wait(self) -> Sandbox:
        """Start if need be, and wait until the warm interpreter is ready."""
        self.start()
        if not self._ready:
            self._ready = True
            self._ask("settle", core=self.core)
        return self

    def prepare(self, exercise: Exercise, modules: Iterable[str]) -> None:
        """Make the warm interpreter import ``modules`` and guard what ``exercise`` forbids, once."""
        wanted = [name for name in modules if name not in self._prepared]
        forbidden = [name for name in forbidden_names(exercise) if name not in self._prepared]
        if wanted or forbidden:
            reply = self._ask("prepare", modules=wanted, forbidden=forbidden)
            if "wrong" in reply:
                raise CourseError(f"{exercise.folder / 'exercise.toml'}: a name in `forbidden` does not exist: {reply['wrong']}")
            self._prepared.update(wanted, forbidden)

    def open(self, exercise: Exercise) -> socket.socket:
        """A channel to a fresh confined worker; the one before is ended."""
        ours, theirs = socket.socketpair()
        data = f"/exercises/{exercise.slug}/data" if exercise.data.is_dir() and self.exercises else None
        with theirs:
            self._ask("spawn", theirs, limits=asdict(exercise.limits), data=data)
        try:
            reply = wire.unpack(wire.receive(ours, limit=CONTROL_LIMIT, timeout=START_S))
        except wire.ProtocolError as error:
            raise self._broken(f"a worker did not start: {error}") from None
        if not reply.get("confined"):
            raise self._broken(f"a worker could not be confined: {reply.get('failed')}")
        return ours

    def end(self, *, dead: bool) -> dict[str, Any]:
        """End the worker and say how it ended."""
        result: dict[str, Any] = self._ask("reap", dead=dead)
        return result

    def leave(self) -> None:
        """Have the worker killed; it is gone for certain before the next one starts."""
        self._tell("kill")

    def close(self) -> None:
        """End the warm interpreter and everything in it."""
        if self._process is not None:
            self._control.close()
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)  # Popen.kill() would not, in a fork of the process that started it
            self._process.wait()
            self._process, self._ready, self._prepared = None, False, set()

    def _ask(self, do: str, descriptor: socket.socket | None = None, **parameters: Any) -> Any:
        self._tell(do, **parameters)
        try:
            if descriptor is not None:
                socket.send_fds(self._control, [b"+"], [descriptor.fileno()])
            return wire.unpack(wire.receive(self._control, limit=CONTROL_LIMIT, timeout=START_S))
        except (wire.ProtocolError, OSError) as error:
            raise self._broken(f"the sandbox did not start or stopped answering: {error}") from None

    def _tell(self, do: str, **parameters: Any) -> None:
        self.wait()
        try:
            wire.send(self._control, wire.pack({"do": do, **parameters}), timeout=START_S)
        except (wire.ProtocolError, OSError) as error:
            raise self._broken(f"the sandbox stopped listening: {error}") from None

    def _broken(self, what: str) -> SandboxMissing:
        detail = ""
        if self._errors is not None:
            self._errors.seek(0)
            detail = self._errors.read()[-600:].decode("utf-8", "replace").strip()
        self.close()
        cure = ("Check that unprivileged user namespaces are enabled (sysctl kernel.unprivileged_userns_clone, "
                "kernel.apparmor_restrict_unprivileged_userns) and that libseccomp2 is installed.")
        return SandboxMissing(f"{what}. {detail} {cure}".replace("..", "."))


def _privileged() -> bool:
    """Whether this process is a root that may make namespaces by itself."""
    if os.geteuid() != 0:
        return False
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    effective = next((line for line in status.splitlines() if line.startswith("CapEff:")), "CapEff: 0")
    return bool(int(effective.split()[1], 16) >> 21 & 1)  # 21 is CAP_SYS_ADMIN


def bubblewrap(privileged: bool, exercises: Path | None, hidden: Path | None) -> list[str]:
    """The bwrap command line around the warm interpreter.

    It sees the system's programs and libraries, this Python, this package and the released exercises, all read-only; no home, no network,
    an empty environment. The capabilities left are those needed to shut a child in further; the child gives them up.
    """
    arguments = ["bwrap", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent",
                 "--new-session", "--hostname", "sandbox", "--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP"]
    if privileged:
        arguments += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_KILL"]
    else:
        arguments += ["--unshare-user", "--uid", "0", "--gid", "0"]
    arguments.append("--clearenv")
    for name, value in ENVIRONMENT.items():
        arguments += ["--setenv", name, value]
    # last: what bubblewrap made itself belongs to the user that workers run as, if that is not root, and nothing of it may stay writable
    return [*arguments, *_system(), *_course(exercises, hidden), "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/student",
            "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/student", "--"]


def _system() -> list[str]:
    """Options that show the system's programs and libraries, and this Python."""
    arguments = []
    for path in map(Path, SYSTEM):
        if path.is_symlink():
            arguments += ["--symlink", str(path.readlink()), str(path)]
        elif path.exists():
            arguments += ["--ro-bind", str(path), str(path)]
    interpreter = _interpreter()
    for parent in sorted({parent for place in interpreter for parent in place.parents if parent != Path("/")}):
        arguments += ["--perms", "0755", "--dir", str(parent)]  # bwrap would make them for its own user alone
    for place in interpreter:
        arguments += ["--ro-bind", str(place), str(place)]
    if not any(place.is_relative_to("/tmp") for place in interpreter):
        arguments += ["--symlink", "student", "/tmp"]  # for code that writes there by name
    return arguments


def _course(exercises: Path | None, hidden: Path | None) -> list[str]:
    """Options that show this package and the released exercises, and mask what is hidden in case it lies within what is shown."""
    arguments = ["--perms", "0755", "--dir", "/engine", "--ro-bind", str(Path(__file__).parent), "/engine/autograder"]
    if hidden is not None and any(hidden.resolve().is_relative_to(place) for place in (Path("/usr"), *_interpreter())):
        arguments += ["--tmpfs", str(hidden.resolve()), "--remount-ro", str(hidden.resolve())]
    if exercises is not None and exercises.is_dir():
        arguments += ["--ro-bind", str(exercises.resolve()), "/exercises"]
    return arguments


def _interpreter() -> list[Path]:
    """The folders that this Python needs beyond the system's own, without one that lies in another."""
    paths = sysconfig.get_paths()
    wanted = {Path(sys.prefix), Path(sys.base_prefix), Path(paths["purelib"]), Path(paths["platlib"]), Path(paths["stdlib"])}
    wanted |= {path.resolve() for path in wanted}
    return sorted(path for path in wanted if not path.is_relative_to("/usr") and not any(other in path.parents for other in wanted))


class Home:
    """No sandbox: a plain child process, for a student who runs their own work. Works on Linux, macOS and Windows."""

    sandboxed = False
    core: int | None = None

    def __init__(self) -> None:
        self._process: Any = None

    def prepare(self, exercise: Exercise, modules: Iterable[str]) -> None:
        """Nothing to do: the process imports what it needs."""

    def open(self, exercise: Exercise) -> socket.socket:
        """A channel to a fresh Python process whose working folder is the exercise's released one."""
        self.end(dead=False)
        ours, theirs = socket.socketpair()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=_serve_in, args=(theirs, str(exercise.release), forbidden_names(exercise)), daemon=True)
        with theirs:
            self._process.start()
        return ours

    def end(self, *, dead: bool) -> dict[str, Any]:
        """End the process and say how it ended."""
        if self._process is None:
            return {"signal": 0, "code": 0, "cpu": 0.0}
        if dead:
            self._process.join(timeout=1.0)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode or 0
        self._process = None
        return {"signal": max(0, -code), "code": max(0, code), "cpu": 0.0}

    def leave(self) -> None:
        """End the process."""
        self.end(dead=False)

    def close(self) -> None:
        """End the process."""
        self.end(dead=False)


def _serve_in(channel: socket.socket, folder: str, forbidden: list[str]) -> None:
    from autograder import worker

    with contextlib.suppress(OSError):
        os.chdir(folder)
    os.environ.setdefault("MPLBACKEND", "agg")
    worker.serve_at_home(channel, forbidden)
