"""Seconds per submission of dft_vs_fft: our grader, nbgrader, otter-grader and a bare run of the same checks, in one run.

All get the same right answers and the same assertions. nbgrader and otter get them as plain cells, one a check, that call the very check
functions; ours runs them hidden and sandboxed. Times drift on shared machines: the ratios are the result. `make bench` runs this with an
environment of its own, because otter-grader and Jupyter Book need different versions of Sphinx.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from rich.console import Console
from rich.table import Table

from autograder.build import answer_notebook, source_notebook
from autograder.exercise import Exercise, discover
from autograder.pipeline import Grader
from autograder.sandbox import Sandbox

ROOT = Path(__file__).parent.parent
SLUG = "dft_vs_fft"
CELL = """import sys
sys.path.insert(0, {tests!r})
import importlib.util
_spec = importlib.util.spec_from_file_location("checks_of_bench", {checks!r})
_checks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_checks)
_student = InProcess(globals())"""


def main() -> None:
    """Run the benchmark and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ours", type=int, default=100, help="submissions in our batch")
    parser.add_argument("--nbgrader", type=int, default=10, help="submissions in nbgrader's batch")
    parser.add_argument("--otter", type=int, default=3, help="submissions for otter")
    arguments = parser.parse_args()
    exercise = discover(ROOT)[SLUG]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        submissions = write_submissions(exercise, folder / "submissions", arguments.ours)
        parts = time_parts(submissions[0])
        rows = {
            "bare run of the same checks, warm fork, no sandbox": parts["sums"]["bare"],
            "cryo grade, one worker, marginal": parts["sums"]["whole"],
            f"cryo grade, batch of {arguments.ours} on {os.cpu_count()} cores, start-up included": time_batch(folder / "submissions", arguments.ours),
            f"nbgrader autograde, batch of {arguments.nbgrader}": time_nbgrader(exercise, submissions[: arguments.nbgrader], folder / "nbgrader"),
            "otter run": time_otter(exercise, submissions[: arguments.otter], folder / "otter"),
        }
    print_results(rows, **parts)


def write_submissions(exercise: Exercise, folder: Path, count: int) -> list[Path]:
    """Distinct right submissions: the reference and the alternatives, in turn."""
    answers = [answer_notebook(exercise, overlay) for overlay in (None, *exercise.alternatives)]
    paths = []
    for number in range(count):
        notebook = json.loads(answers[number % len(answers)])
        notebook["metadata"]["student"] = number
        path = folder / f"student{number:03d}" / SLUG / f"{SLUG}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        paths.append(path)
    return paths


def time_parts(submission: Path) -> dict[str, dict[str, float]]:
    """The bare run, and where the time of one grade goes; measured by `bench_parts.py`."""
    program = Path(__file__).with_name("bench_parts.py")
    done = subprocess.run([sys.executable, str(program), SLUG, str(submission)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def time_batch(folder: Path, count: int) -> float:
    """``cryo grade`` of a folder, from the command's start to its end, with nothing kept from before."""
    begun = time.perf_counter()
    command(["cryo", "grade", str(folder), "--fresh", "--json", str(folder.parent / "reports.json"), "--course", str(ROOT)], folder)
    seconds = time.perf_counter() - begun
    reports = json.loads((folder.parent / "reports.json").read_text(encoding="utf-8"))
    assert len(reports) == count and all(report["score"] == report["max_score"] > 0 for report in reports)
    return seconds / count


def check_cells(exercise: Exercise) -> list[tuple[str, float, str]]:
    """For each hidden check: task, points and the line of a plain cell that runs it."""
    grader = Grader(exercise, Sandbox())
    lines = []
    for item in grader.suite.items:
        mark = item.get_closest_marker("task")
        case = getattr(item, "callspec", None)
        extra = "".join(f", {name}={value!r}" for name, value in (case.params if case else {}).items())
        lines.append((mark.args[0], float(mark.kwargs["points"]), f"_checks.{item.originalname}(student=_student{extra})"))
    return lines


def time_nbgrader(exercise: Exercise, submissions: list[Path], course: Path) -> float:
    """``nbgrader autograde`` of a batch, the assertions in the notebook's own test cells."""
    notebook = source_notebook(exercise)
    header = CELL.format(tests=str(ROOT / "tests"), checks=str(exercise.checks))
    lines = check_cells(exercise)
    first = True
    for cell in notebook.cells:
        grading = cell.metadata.get("nbgrader", {})
        if grading.get("grade") and not grading.get("solution"):
            task = grading["grade_id"].removesuffix("_check")
            own = "\n".join(line for name, _, line in lines if name == task)
            cell.source = "\n".join([*([header] if first else []), own])
            first = False
    place = course / "source" / SLUG
    place.mkdir(parents=True)
    nbformat.write(notebook, place / f"{SLUG}.ipynb")
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'bench'\nc.ExecutePreprocessor.timeout = 120\n")
    command(["nbgrader", "generate_assignment", SLUG, "--force"], course)
    answers = {cell.metadata["nbgrader"]["grade_id"]: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    for number, submission in enumerate(submissions):
        released = nbformat.read(course / "release" / SLUG / f"{SLUG}.ipynb", as_version=4)
        overlay = [cell for cell in nbformat.read(submission, as_version=4).cells if cell.cell_type == "code"][-1]
        for cell in released.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id and cell.metadata["nbgrader"].get("solution"):
                cell.source = answers[grade_id].source
        if overlay.metadata.get("nbgrader") is None:
            last = max(i for i, cell in enumerate(released.cells) if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code")
            released.cells[last].source += "\n\n" + overlay.source
        target = course / "submitted" / f"student{number}" / SLUG
        target.mkdir(parents=True)
        nbformat.write(released, target / f"{SLUG}.ipynb")
    begun = time.perf_counter()
    command(["nbgrader", "autograde", SLUG, "--force"], course)
    return (time.perf_counter() - begun) / len(submissions)


def time_otter(exercise: Exercise, submissions: list[Path], folder: Path) -> float:
    """``otter run`` of each submission with the assertions as an autograder zip."""
    tests = folder / "tests"
    tests.mkdir(parents=True)
    header = CELL.format(tests=str(ROOT / "tests"), checks=str(exercise.checks)).replace("_student = InProcess(globals())", "")
    for task in dict.fromkeys(name for name, _, _ in check_cells(exercise)):
        lines = [line.replace("_student", "InProcess(env)") for name, _, line in check_cells(exercise) if name == task]
        body = "\n".join(f"    {line}" for line in lines)
        (tests / f"{task}.py").write_text(f"from otter.test_files import test_case\nOK_FORMAT = False\nname = {task!r}\npoints = 1\n{header}\n\n"
                                          f"@test_case(points=1)\ndef test_all(env):\n{body}\n")
    (folder / "otter_config.json").write_text(json.dumps({"show_stdout": False}))
    with contextlib.chdir(folder):
        archive = shutil.make_archive("autograder", "zip", folder)
    seconds = []
    for submission in submissions:
        copy = folder / "submission.ipynb"
        shutil.copy(submission, copy)
        begun = time.perf_counter()
        command(["otter", "run", "-a", archive, "-o", str(folder), "--no-logo", str(copy)], folder)
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


def command(arguments: list[str], folder: Path) -> None:
    """Run one of the others' commands, as installed beside this Python."""
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([str(programs / arguments[0]), *arguments[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")


def print_results(rows: dict[str, float], phases: dict[str, float], sums: dict[str, float]) -> None:
    """Both tables, and the two numbers that matter."""
    console = Console(width=120)
    ours = next(seconds for name, seconds in rows.items() if "start-up included" in name)
    table = Table("", "ms a submission", "times our batch", title=f"{SLUG}: the same right answers, the same assertions")
    for name, seconds in rows.items():
        table.add_row(name, f"{1000 * seconds:.0f}", f"{seconds / ours:.1f}")
    console.print(table)
    table = Table("where the time of one grade goes", "ms")
    for name, seconds in [*phases.items(), ("the whole grade", sums["whole"])]:
        table.add_row(name, f"{1000 * seconds:.1f}")
    console.print(table)
    console.print(f"The engine's own cost, our grade minus the bare run: {1000 * (sums['whole'] - sums['bare']):.0f} ms a submission.")


if __name__ == "__main__":
    main()
