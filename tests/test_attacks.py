"""Submissions that cheat, break out or break the grader: each gets what it deserves, and the next student notices nothing.

One file each in ``attacks/``, graded as ``adding.py``. Its comments say what it deserves (points of 6), what the report must say (``says``, regular expressions), how
often it is graded in a row (``runs``) and within how many seconds. An attack that gets somewhere says BREACH in an error.
"""

from __future__ import annotations

import json
import os
import re
import resource
import socket
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.build import answer_notebook
from autograder.exercise import digest_of, discover
from autograder.pipeline import Grader, isolated
from autograder.report import Report
from autograder.sandbox import USERS, Sandbox
from autograder.submission import Source

HERE = Path(__file__).parent
FAKE = HERE / "fake_course"
ATTACKS = sorted((HERE / "attacks").glob("*.*py"))  # .ipy has magics, which are not Python to a linter
SECONDS = 60.0
"""For one grade; far more than any takes, because the machine may be busy."""

GROWTH = 512
"""MiB by which a grader may grow while it reads what an attack sends."""

WATCHED = ("/dev/shm", "/tmp", "/var/tmp", "/run")
TRACES = {"attack", "letter", "sem.letter", "late", "linked", "shelled", "disk", "mailbox"}


@pytest.fixture(scope="module")
def exercise():
    """The fake exercise, with limits that make an attack short."""
    found = discover(FAKE)["adding"]
    limits = replace(found.limits, call_s=1.0, cell_s=3.0, cpu_s=6, wall_s=30.0, memory_mb=256, threads=12, file_mb=1, reply_mb=1)
    return replace(found, limits=limits)


@pytest.fixture(scope="module")
def grader(exercise):
    """One warm sandbox for all attacks, one after the other; with a secret in its environment."""
    os.environ["SECRET_TOKEN"] = "SECRET"
    room = Sandbox(FAKE / "exercises", FAKE / "solutions").wait()
    del os.environ["SECRET_TOKEN"]
    made = Grader(exercise, room)
    made.suite.diagnosis.warm()
    yield made
    room.close()


@pytest.fixture(scope="module")
def right(tmp_path_factory, exercise):
    """A right submission, to be graded after each attack."""
    path = tmp_path_factory.mktemp("right") / "adding.ipynb"
    path.write_bytes(answer_notebook(exercise))
    return Source(path, None, "adding.ipynb", "ana")


@pytest.fixture(scope="module")
def before(grader, right):
    """What the right submission gets when nobody was there before it."""
    report = graded(grader, right)
    assert report.score == 6.0, report
    return report


@pytest.fixture
def target(tmp_path):
    """What an attack aims at, by its name in the attack's text: a canary on the host, the hidden folder, listeners."""
    canary = tmp_path / "canary"
    canary.write_text("canary")
    abstract = f"attack-{os.getpid()}"
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind(f"\0{abstract}")
        unix.listen()
        tcp.setblocking(False)
        unix.setblocking(False)
        yield {"CANARY": str(canary), "SOLUTIONS": str(FAKE / "solutions"), "0PORT": str(tcp.getsockname()[1]), "ABSTRACT": abstract}
        for listener in (tcp, unix):
            with pytest.raises(BlockingIOError):
                listener.accept()
    assert canary.read_text() == "canary" and list(tmp_path.glob("canary*")) == [canary]


def graded(grader: Grader, source: Source) -> Report:
    """Grade as `cryo grade` does, in a forked copy of this process, which must survive and stay small."""
    def work() -> Report:
        report = grader.grade(source)
        growth = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begun) // 1024
        assert growth < GROWTH, f"the grader grew by {growth} MiB"
        return report

    begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcome = isolated(work, SECONDS)
    if not isinstance(outcome, Report):
        grader.room.close()  # as `batch.grade_job` does
        pytest.fail(f"there is no report: {outcome}")
    return replace(outcome, timings={})


def family(room: Sandbox) -> set[int]:
    """A sandbox's process and everything below it, once it has answered that it is done with what it was told before."""
    room._ask("settle", core=None)
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text(errors="replace").rpartition(")")[2].split()[1])
        except OSError:  # ended meanwhile
            continue
        children.setdefault(parent, []).append(int(path.parent.name))
    found, waiting = set(), [room._process.pid]
    while waiting:
        found.add(waiting[-1])
        waiting.extend(children.get(waiting.pop(), []))
    return found


def host() -> dict[str, object]:
    """What no attack may change."""
    left = {str(path) for place in map(Path, WATCHED) if place.is_dir() for path in place.iterdir() if path.name in TRACES or foreign(path)}
    return {"files": left, "course": digest_of(FAKE.rglob("*"))}


def foreign(path: Path) -> bool:
    """Whether a file belongs to a user that only workers are."""
    try:
        return path.lstat().st_uid in USERS
    except OSError:
        return False


def declared(attack: Path, word: str, default: str = "") -> list[str]:
    return re.findall(rf"^# {word}: (.*)$", attack.read_text(encoding="utf-8"), re.MULTILINE) or [default]


def everything_said(report: Report) -> str:
    return "\n".join([*(check.message for check in report.checks), *(cell.message for cell in report.cells), *report.notes])


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_gets_what_it_deserves_and_harms_nobody(attack, grader, before, right, target, tmp_path):
    """Its score, its message, the host, the processes, and the right submission after it."""
    text = attack.read_text(encoding="utf-8")
    for name, value in target.items():
        text = text.replace(name, value)
    path = tmp_path / "adding.py"
    path.write_text(text, encoding="utf-8")
    source = Source(path, None, "adding.py", "eve")
    host_before, family_before = host(), family(grader.room)

    begun = time.monotonic()
    reports = [graded(grader, source) for _ in range(int(declared(attack, "runs", "1")[0]))]
    took = time.monotonic() - begun

    for report in reports:
        said = everything_said(report)
        assert "BREACH" not in report.to_json(), said
        assert report.outcome == "graded" and report.errors == 0, said
        assert report.score == float(declared(attack, "deserves")[0]), said
        for pattern in filter(None, declared(attack, "says")):
            assert re.search(pattern, said), said
        assert len(report.to_json()) < 100_000
    assert reports[1:] == reports[:-1], "graded twice, it gets two reports"
    assert took < float(declared(attack, "within", str(SECONDS))[0])
    assert graded(grader, right) == before
    assert host() == host_before
    assert family(grader.room) == family_before


def test_every_attack_says_what_it_deserves():
    """A docstring and a line `# deserves:` each, and enough of them."""
    assert len(ATTACKS) >= 28
    for attack in ATTACKS:
        assert attack.read_text(encoding="utf-8").startswith('"""'), attack.name
        assert 0 <= float(declared(attack, "deserves")[0]) <= 6, attack.name


def test_files_that_attack_the_one_who_reads_them(fake_course, tmp_path):
    """Links, escapes, bombs and lies in files: `cryo grade` grades what is honest, says why not the rest, and writes nothing elsewhere."""
    exercise = discover(fake_course)["adding"]
    notebook = answer_notebook(exercise)
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(notebook)
    work = tmp_path / "class"
    files = hostile_files(notebook)
    for name, content in files.items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_bytes(content)
    (work / "linked").mkdir()
    (work / "linked" / "adding.ipynb").symlink_to(secret)
    (work / "linked_folder").symlink_to(tmp_path)
    with open(work / "huge" / "adding.ipynb", "wb") as huge:
        huge.truncate(200 * 2**20)
    with zipfile.ZipFile(work / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../escaped/adding.ipynb", notebook)
        archive.writestr(f"{tmp_path}/absolute/adding.ipynb", notebook)
        archive.writestr("bomb/adding.ipynb", bytes(60 * 2**20))
        archive.writestr("inside/adding.ipynb", notebook)
    outside = sorted(tmp_path.iterdir())

    command = [sys.executable, "-c", "import autograder.cli; autograder.cli.main()", "grade", str(work), "--course", str(fake_course),
               "--jobs", "1", "--json", "all.json", "--html", "all.html"]
    (tmp_path / "out").mkdir()
    done = subprocess.run(command, cwd=tmp_path / "out", env={**os.environ, "PYTHONPATH": str(HERE.parent), "COLUMNS": "300"},
                          capture_output=True, text=True, timeout=180, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    reports = json.loads((tmp_path / "out" / "all.json").read_text(encoding="utf-8"))
    scores = {report["submission"]["name"].split("/")[-2]: report["score"] for report in reports}
    fine = {"altered": 6, "deleted": 6, "elsewhere": 6, "wild": 6, "inside": 6, "up\\..\\up_1_assignsubmission_file": 6, "text": 1}
    assert {name: score for name, score in scores.items() if score} == fine | {name: 6 for name in scores if "\N{REPLACEMENT CHARACTER}" in name}
    assert sum("\N{REPLACEMENT CHARACTER}" in name for name in scores) == 2
    notes = " ".join(note for report in reports for note in report["notes"])
    assert "larger than 50 MiB" in notes and "damaged or cut off" in notes and "nested too deeply" in notes
    for reason in ("a symbolic link", "leads out of the zip", "an absolute path"):
        assert reason in done.stdout
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html"))
    for text in (done.stdout, done.stderr, pages):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", text)
    assert "<script>alert" not in pages
    assert all("/" not in report["submission"]["student"] for report in reports)
    assert sorted(tmp_path.iterdir()) == sorted([*outside, tmp_path / "out"])
    assert {path.name for path in (tmp_path / "out").iterdir()} <= {"all.json", "all.html", "all-reports", ".hypothesis"}


def hostile_files(notebook: bytes) -> dict[str, bytes]:
    """Contents by path: what a student can put into one file and its name."""
    def changed(change) -> bytes:
        document = json.loads(notebook)
        change(document)
        return json.dumps(document).encode()

    def alter(document) -> None:
        for cell in document["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("locked"):
                cell["source"] = "np = mrcfile = add = scale = None\nraise SystemExit"

    def delete(document) -> None:
        document["cells"] = [cell for cell in document["cells"] if not cell["metadata"].get("nbgrader", {}).get("locked")]

    def claim(document) -> None:
        document["metadata"]["cryoem"] = {"exercise": "../../../etc/passwd", "points": 1000}

    def go_wild(document) -> None:
        document["metadata"] = {"kernelspec": ["evil"], "cryoem": 3}
        document["cells"] += [None, 3, {"cell_type": "code", "source": {"a": 1}, "metadata": [1]}, {"cell_type": []}]
        for cell in document["cells"][:3]:
            cell["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "1000"}}]

    return {
        "altered/adding.ipynb": changed(alter),
        "deleted/adding.ipynb": changed(delete),
        "elsewhere/adding.ipynb": changed(claim),
        "wild/adding.ipynb": changed(go_wild),
        "corrupt/adding.ipynb": notebook[:700],
        "deep/adding.ipynb": b'{"cells": ' + b"[" * 200_000,
        "numbers/adding.ipynb": b'{"cells": [' + b"1" * 10_000 + b"]}",
        "huge/adding.ipynb": b"",
        "text/adding.py": (HERE / "attacks" / "raises_half_characters.py").read_bytes(),
        "es\x1b[31m\x1b]0;title\x07\ncape/adding.ipynb": notebook,
        "back\u202eward/adding.ipynb": notebook,
        "up\\..\\up_1_assignsubmission_file/adding.ipynb": notebook,
    }
