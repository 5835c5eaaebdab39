"""The sandbox itself: as root and as an ordinary user, what a worker can see, and that nothing runs when there is no sandbox."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy
import pytest

from autograder.build import answer_notebook
from autograder.exercise import discover
from autograder.pipeline import Grader
from autograder.report import Report
from autograder.sandbox import Sandbox, SandboxMissing
from autograder.submission import Source

ROOT = Path(__file__).parent.parent
FAKE = Path(__file__).parent / "fake_course"
NOBODY = 65534
PACKAGES = Path(numpy.__file__).parent.parent

LOOK = '''
import ctypes, os, resource, stat
libc = ctypes.CDLL(None, use_errno=True)

def capabilities():
    header, data = (ctypes.c_uint * 2)(0x20080522, 0), (ctypes.c_uint * 6)()
    libc.capget(header, data)
    return list(data)

def opened():
    found = {}
    for descriptor in range(1024):
        try:
            state = os.fstat(descriptor)
        except OSError:
            continue
        kind = "socket" if stat.S_ISSOCK(state.st_mode) else "null" if state.st_rdev == os.makedev(1, 3) else oct(state.st_mode)
        found[descriptor] = kind
    return found

def writable():
    found = []
    for folder, below, _ in os.walk("/"):
        if os.access(folder, os.W_OK):
            found.append(folder)
        if folder.count("/") > 5:
            below[:] = []
    return sorted(found)

def limits():
    names = ("CPU", "NPROC", "FSIZE", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE")
    return {name: resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in names}

seen = dict(places=sorted(os.listdir("/")), user=os.getresuid(), group=os.getresgid(), groups=os.getgroups(), capabilities=capabilities(),
            bounding=sum(libc.prctl(23, number, 0, 0, 0) == 1 for number in range(64)), no_new_privileges=libc.prctl(39, 0, 0, 0, 0),
            seccomp=libc.prctl(21, 0, 0, 0, 0), opened=opened(), writable=writable(), limits=limits(), pid=os.getpid(), parent=os.getppid(),
            folder=os.getcwd(), home=os.listdir("."), data=os.listdir("data"), proc=os.listdir("/proc"),
            readable=[place for place in ("/etc/passwd", "/etc/shadow", "/sys", "/run", "/dev/mem", "/dev/kmsg") if os.access(place, os.R_OK)],
            host=os.uname().nodename, environment=sorted(os.environ), hashed=hash("a"))
raise ValueError(repr(seen))
'''
"""Tells what it sees in an error, of which the report keeps a thousand characters; hence `look`."""

SCRIPT = '''
import ast, json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import autograder
from autograder.exercise import discover
from autograder.pipeline import Grader
from autograder.sandbox import Sandbox
from autograder.cells import Cell, Submission

course = Path(sys.argv[2])
exercise = discover(course)["adding"]
room = Sandbox(course / "exercises", course / "solutions").wait()
grader = Grader(exercise, room)
reports = []
for texts in json.load(sys.stdin):
    cells = tuple(Cell(number, text) for number, text in enumerate(texts, 1))
    reports.append(json.loads(grader.grade_cells(Submission("adding.py", "ana", "0" * 64, cells)).to_json()))
room.close()
print(json.dumps(reports))
'''

RIGHT = '''
import numpy as np
def add(a, b): return np.asarray(a) + np.asarray(b)
def scale(vector, factor): return [sum([x] * factor) for x in vector]
answer = 120.0
'''


@dataclass
class User:
    """Someone who grades: a Python that they can read, and copies of the engine and the course."""

    python: Path
    folder: Path
    ids: dict[str, object]

    def grade(self, *submissions: list[str]) -> list[dict]:
        """Reports on submissions given as lists of cells, graded on one warm sandbox."""
        done = self.run([str(self.python), "-B", "-c", SCRIPT, str(self.folder), str(self.folder / "course")], input=json.dumps(submissions))
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    def run(self, command: list[str], **options) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "SECRET": "1"}, text=True,
                              capture_output=True, timeout=180, check=False, **self.ids, **options)


@pytest.fixture(scope="module", params=["as it is", "ordinary user"])
def user(request) -> Iterator[User]:
    """Whoever runs the tests, and an ordinary user; the same if an ordinary user runs them."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))  # not below /tmp of pytest, which is closed to others
    try:
        folder.chmod(0o755)
        shutil.copytree(ROOT / "autograder", folder / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(FAKE, folder / "course")
        ordinary = request.param == "ordinary user" and os.geteuid() == 0
        yield User(readable_python(folder) if ordinary else Path(sys.executable), folder,
                   {"user": NOBODY, "group": NOBODY, "extra_groups": []} if ordinary else {})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def readable_python(folder: Path) -> Path:
    """A virtual environment that anyone can read: around this Python, the system's of the same version, or a copy, whichever can be read."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    real = next((path for path in (Path(sys.base_prefix, "bin", version), Path("/usr/bin", version)) if for_all(path)), None)
    if real is None:
        left_out = shutil.ignore_patterns("site-packages", "test", "__pycache__", "*.a")
        shutil.copytree(Path(sys.base_prefix, "lib", version), folder / "base" / "lib" / version, ignore=left_out)
        for library in Path(sys.base_prefix, "lib").glob("libpython*.so*"):
            shutil.copy(library, folder / "base" / "lib")
        (folder / "base" / "bin").mkdir()
        real = Path(shutil.copy(Path(sys.base_prefix, "bin", version), folder / "base" / "bin"))
    packages = PACKAGES
    if not for_all(packages):
        packages = folder / "packages"
        subprocess.run(["cp", "-r", "--reflink=auto", str(PACKAGES), str(packages)], check=True)
    (folder / "venv" / "bin").mkdir(parents=True)
    (folder / "venv" / "lib" / version).mkdir(parents=True)
    (folder / "venv" / "bin" / "python").symlink_to(real)
    (folder / "venv" / "lib" / version / "site-packages").symlink_to(packages)
    (folder / "venv" / "pyvenv.cfg").write_text(f"home = {real.parent}\ninclude-system-site-packages = false\n")
    return folder / "venv" / "bin" / "python"


def for_all(path: Path) -> bool:
    """Whether everyone may read a path."""
    return path.exists() and all(place.stat().st_mode & 0o005 == 0o005 for place in (path.resolve(), *path.resolve().parents))


def seen_by(report: dict) -> dict:
    message = report["cells"][0]["message"]
    assert "ValueError: {" in message, message
    return ast.literal_eval(message.partition("ValueError: ")[2])


def look(*names: str) -> list[str]:
    """A submission that tells these of the things it sees; the rest would not fit into an error's text."""
    return [LOOK.replace("repr(seen)", f"repr({{name: seen[name] for name in {names!r}}})")]


def test_a_worker_sees_and_may_exactly_this(user):
    """Places, user, capabilities, privileges, filter, descriptors, limits and environment, one by one."""
    one, two, three = map(seen_by, user.grade(
        look("places", "user", "group", "groups", "capabilities", "bounding", "no_new_privileges", "seccomp", "opened", "limits", "pid"),
        look("writable", "parent", "folder", "home", "data", "proc", "readable", "host", "environment"), look("hashed")))
    interpreters = {Path(place).parts[1] for place in (user.python.resolve(), PACKAGES, user.folder, sys.prefix, sys.base_prefix)}
    system = {"usr", "bin", "sbin", "lib", "lib64", "etc", "dev", "proc", "tmp", "student", "engine", "exercises"}
    assert set(one["places"]) <= system | interpreters
    assert one["groups"] == [] or os.geteuid() != 0
    assert len(set(one["user"])) == len(set(one["group"])) == 1
    if user.ids or os.geteuid() != 0:
        assert three  # an ordinary user has but one number to give away: see the capabilities instead
    else:
        assert 62_000 <= one["user"][0] < 65_000 and 62_000 <= one["group"][0] < 65_000
    assert one["capabilities"] == [0] * 6 and one["bounding"] == 0 and one["no_new_privileges"] == 1 and one["seccomp"] == 2
    assert one["opened"] == {0: "null", 1: "null", 2: "null", 3: "socket"}
    limits = discover(FAKE)["adding"].limits
    assert one["limits"] == {name: (value, value) for name, value in (
        ("CPU", limits.cpu_s), ("NPROC", limits.threads), ("FSIZE", limits.file_mb * 2**20), ("NOFILE", 64), ("CORE", 0), ("MEMLOCK", 0),
        ("MSGQUEUE", 0))}
    assert one["pid"] == 1 and two["parent"] == 0
    own = {"/tmp", "/dev/shm", "/student", "/proc", "/dev/pts"}  # in the last nothing can be made
    assert set(two["writable"]) <= own
    assert two["home"] == ["data"] and two["data"] == ["ramp.mrc"] and two["folder"] == "/student" and two["proc"] == []
    assert two["readable"] == [] and two["host"] == "sandbox"
    assert "SECRET" not in two["environment"]


def test_a_right_submission_scores_full_marks(user):
    """Also for an ordinary user, whose sandbox is made with a user namespace."""
    (report,) = user.grade([RIGHT])
    assert report["score"] == 6.0 and report["sandboxed"] is True


def test_nothing_is_left_for_the_next_submission(user):
    """Files in the sandbox's own folders, modules planted for the warm interpreter, a replaced /lib64 and written descriptors are gone."""
    letter = """
import os
for folder in ("/", "/dev", "/engine", "/etc", "/var", "/work", "/tmp", "/home", "/dev/shm", "/proc"):
    if os.path.exists(os.path.join(folder, "letter")):
        raise SystemError("BREACH: a letter in " + folder)
    for name in ("letter", "matplotlib.py", "mrcfile.py"):
        try:
            with open(os.path.join(folder, name), "w") as file:
                file.write("raise SystemError('BREACH: planted in ' + __file__)")
        except OSError:
            pass
try:
    os.rename("/lib64", "/lib65")
    raise SystemError("BREACH: /lib64 gave way")
except OSError:
    pass
os.lseek(2, 0, 0) if os.isatty(2) is False and os.fstat(2).st_size else None
os.write(2, b"letter")
"""
    first, second, third = user.grade([letter, RIGHT], [letter, RIGHT], ["import matplotlib.pyplot", RIGHT])
    for report in (first, second, third):
        assert "BREACH" not in json.dumps(report), report["cells"]
        assert report["score"] == 6.0


def test_limits_hold(user):
    """Time, memory, processes and crashes, whoever grades."""
    hang, memory, fork, crash = user.grade(
        ["def add(a, b):\n    while True: pass"], ["def add(a, b): return bytearray(2**36)"],
        ["import os\ndef add(a, b): return float(os.fork())"], ["import ctypes\ndef add(a, b): ctypes.string_at(0)"])
    for report, reason in ((hang, "did not return within"), (memory, "MemoryError"), (fork, "PermissionError"), (crash, "Segmentation fault")):
        assert report["score"] == 0.0 and reason in json.dumps(report)


def test_text_is_hashed_alike_in_every_sandbox():
    """Or the order of a set of words would differ from one grading to the next."""
    hashed = []
    for _ in range(2):
        room = Sandbox(FAKE / "exercises", FAKE / "solutions")
        try:
            channel = room.open(discover(FAKE)["adding"])
            channel.close()
            hashed.append(_hash_in(room))
        finally:
            room.close()
    assert hashed[0] == hashed[1]


def _hash_in(room: Sandbox) -> str:
    from autograder.cells import Cell, Submission

    report = Grader(discover(FAKE)["adding"], room).grade_cells(Submission("adding.py", "ana", "0" * 64, (Cell(1, "raise ValueError(hash('a'))"),)))
    return report.cells[0].message


@pytest.fixture
def marked(fake_course, tmp_path):
    """A submission that would leave a mark if it ran anywhere at all outside a sandbox."""
    path = tmp_path / "adding.py"
    path.write_text(f"open({str(tmp_path / 'mark')!r}, 'w').close()\n")
    return path


def cryo_grade(submission: Path, course: Path, path: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import autograder.cli; autograder.cli.main()", "grade", str(submission), "--course", str(course), "--fresh"]
    return subprocess.run(command, env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120,
                          check=False)


def test_without_bubblewrap_nothing_runs(marked, fake_course, tmp_path):
    """`cryo grade` says what to install and exits with 3."""
    (tmp_path / "empty").mkdir()
    done = cryo_grade(marked, fake_course, str(tmp_path / "empty"))
    assert done.returncode == 3 and "install bubblewrap" in done.stderr, done.stderr
    assert not (tmp_path / "mark").exists() and "Traceback" not in done.stderr


def test_without_pyseccomp_it_says_what_to_install(monkeypatch):
    """A plain `pip install .` is for students; the message names the extra."""
    monkeypatch.setitem(sys.modules, "pyseccomp", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SandboxMissing, match=r"pip install '\.\[instructor\]'"):
        Sandbox().start()


@pytest.mark.parametrize("text", ["exit 1", "echo 'bwrap: No permissions to create new namespace' >&2; exit 1", "sleep 0.1", "kill -9 $$"])
def test_a_bubblewrap_that_fails_is_no_sandbox(marked, fake_course, tmp_path, text):
    """Exit status 3, what it said is passed on, nothing of the student's ran."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "bwrap").write_text(f"#!/bin/sh\n{text}\n")
    (tmp_path / "bin" / "bwrap").chmod(0o755)
    done = cryo_grade(marked, fake_course, f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert done.returncode == 3 and "namespaces" in done.stderr, done.stderr
    assert not (tmp_path / "mark").exists() and "Traceback" not in done.stderr


def test_a_step_of_the_confinement_that_fails_stops_everything(monkeypatch, adding, tmp_path):
    """A worker that cannot be given its limits does not serve."""
    from dataclasses import replace

    room = Sandbox(FAKE / "exercises", FAKE / "solutions")
    try:
        with pytest.raises(SandboxMissing, match="could not be confined"):
            room.open(replace(adding, limits=replace(adding.limits, file_mb=-1)))
    finally:
        room.close()


def test_without_the_exercises_there_is_no_data_but_a_grade(adding, tmp_path):
    """A sandbox that was not told of the released exercises works, without their data."""
    path = tmp_path / "adding.ipynb"
    path.write_bytes(answer_notebook(adding))
    room = Sandbox()
    try:
        report: Report = Grader(adding, room).grade(Source(path, None, "adding.ipynb", "ana"))
    finally:
        room.close()
    assert report.score == 6.0 and "ramp.mrc" in report.cells[0].message
