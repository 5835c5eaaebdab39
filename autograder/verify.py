"""Proof that the exercises are sound: the invariants of the course, one line each, and for each broken one its cure.

Reference, alternatives, mistakes and stub are graded as submissions, through the real loader, sandbox and checks.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from autograder import batch, leaks
from autograder.build import answer_notebook, build, release_files
from autograder.exercise import CourseError, Exercise, Limits, Task, discover
from autograder.report import Report
from autograder.submission import find

FEWEST_CHECKS, FEWEST_MISTAKES, FEWEST_ALTERNATIVES = 8, 5, 2
KNOWN_FILES = {"exercise.toml", "test_visible.py", "make_data.py"}
HEADING = re.compile(r"^#{1,4}\s+(.*?)\s*$", re.MULTILINE)
ANCHOR = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)
CARD = re.compile(r"^[`:]{3,}\{exercise\} +(\S+) *$", re.MULTILINE)
"""How a chapter shows an exercise: the directive of ``book/_ext/course.py``."""


@dataclass(frozen=True)
class Line:
    """One invariant: whether it holds, and what to mend where it does not."""

    text: str
    problems: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True if there is nothing to mend."""
        return not self.problems


def verify(course: Path, slugs: Sequence[str] = (), *, jobs: int = 1, fresh: bool = False) -> Iterator[Line]:
    """Check every invariant, for all exercises or for ``slugs``, as lines that come as they are found.

    Raises
    ------
    CourseError, SandboxMissing
        If a slug does not exist, an exercise cannot be read, or there is no sandbox.
    """
    every = discover(course)
    if unknown := set(slugs) - set(every):
        raise CourseError(f"there is no exercise {sorted(unknown)}; there are {', '.join(sorted(every))}")
    chosen = {slug: every[slug] for slug in sorted(slugs or every)}
    yield _line("slugs, files and book pages agree", (problem for exercise in chosen.values() for problem in files_agree(course, exercise)))
    yield _line("every question is answered in one exercise, every key is documented", [*questions_once(every), *documented(course)])
    yield _line("building again changes no byte", builds_again(chosen))
    yield _line("nothing hidden is in what students receive", leak_free(course, chosen))
    for exercise in chosen.values():
        yield from _graded(course, exercise, jobs, fresh)


def _line(text: str, problems: Iterable[str]) -> Line:
    return Line(text, tuple(problems))


def files_agree(course: Path, exercise: Exercise) -> Iterator[str]:
    """Stray and missing files, and links to book pages or sections that do not exist."""
    slug = exercise.slug
    for path in sorted(exercise.folder.iterdir()):
        if path.name not in KNOWN_FILES | {exercise.source.name, exercise.checks.name, "mistakes", "alternatives", "__pycache__"}:
            yield f"solutions/{slug}/{path.name}: a stray file; delete it or move it to where it belongs"
    for path in (exercise.source, exercise.checks, exercise.visible_checks):
        if not path.exists():
            yield f"solutions/{slug}/{path.name} is missing; `cryo new` shows what it looks like"
    if not exercise.notebook.exists():
        yield f"exercises/{slug}/{slug}.ipynb is missing; run `cryo build`"
    for path in exercise.mistakes:
        if not path.read_text(encoding="utf-8").startswith('"""'):
            yield f"solutions/{slug}/mistakes/{path.name}: line 1 must be the sentence that the student is told, in triple quotes"
    page = course / "book" / f"{exercise.chapter}.md"
    contents = course / "book" / "_toc.yml"
    listed = re.compile(rf"file:\s*{re.escape(exercise.chapter)}\s*$", re.MULTILINE)
    if not contents.exists() or not listed.search(contents.read_text(encoding="utf-8")):
        yield f"solutions/{slug}/exercise.toml: chapter {exercise.chapter!r} is not in book/_toc.yml; add it there"
    if not page.exists() or slug not in CARD.findall(page.read_text(encoding="utf-8")):
        yield f"book/{exercise.chapter}.md does not show the exercise; add a line ```{{exercise}} {slug} and a line ``` below it"
    for where, section in _sections(exercise):
        if not section_exists(course, section):
            yield f"{where}: there is no section {section!r} in the book; use `page#heading-in-lower-case`"


def _sections(exercise: Exercise) -> Iterator[tuple[str, str]]:
    for task in exercise.tasks:
        yield f"solutions/{exercise.slug}/exercise.toml, task {task.id}", task.section
    for path in exercise.mistakes:
        for section in re.findall(r'^see = "(.*)"', path.read_text(encoding="utf-8"), re.MULTILINE):
            yield f"solutions/{exercise.slug}/mistakes/{path.name}", section


def section_exists(course: Path, section: str) -> bool:
    """Whether ``page#anchor`` is a heading or a label of a page of the book."""
    name, _, anchor = section.partition("#")
    page = course / "book" / f"{name}.md"
    if not page.exists():
        return False
    text = page.read_text(encoding="utf-8")
    return not anchor or anchor in {*map(anchor_of, HEADING.findall(text)), *ANCHOR.findall(text)}


def anchor_of(heading: str) -> str:
    """The anchor that a heading gets: lower case, spaces to hyphens, punctuation gone."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def questions_once(exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Questions of the syllabus that two exercises claim."""
    owners = Counter(question for exercise in exercises.values() for question in {q for task in exercise.tasks for q in task.questions})
    for question, count in owners.items():
        if count > 1:
            names = [slug for slug, exercise in exercises.items() if any(question in task.questions for task in exercise.tasks)]
            yield f"question {question} is answered in {' and '.join(names)}; keep it in one exercise.toml"


def documented(course: Path) -> Iterator[str]:
    """Verbs and keys that CONTRIBUTING.md and README.md do not name."""
    from autograder.cli import main

    texts = [path.read_text(encoding="utf-8") for path in (course / "CONTRIBUTING.md", course / "README.md") if path.exists()]
    if not texts:
        return
    text = "\n".join(texts)
    for verb in main.commands:
        if f"cryo {verb}" not in text:
            yield f"`cryo {verb}` is described neither in README.md nor in CONTRIBUTING.md; add a line"
    for key in (*(item.name for item in fields(Task)), *(item.name for item in fields(Limits)), "streams", "chapter", "minutes", "week"):
        if f"`{key}`" not in text:
            yield f"the key `{key}` of exercise.toml is not described in CONTRIBUTING.md; add it to the table"


def builds_again(exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Released files that differ from what a build makes now, or from one build to the next."""
    for path in build(exercises.values(), check=True):
        yield f"{path} is out of date; run `cryo build` and commit what it writes"
    for exercise in exercises.values():
        if release_files(exercise) != release_files(exercise):
            yield f"solutions/{exercise.slug} builds differently each time; look for dates, paths or unseeded numbers in make_data.py"


def leak_free(course: Path, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Hidden lines found in ``exercises/``, ``book/`` or the built book."""
    secrets = leaks.secrets(exercises.values())
    for place in (course / "exercises", course / "book", course / "_build" / "html"):
        if place.is_dir():
            yield from leaks.find(place, secrets)


def _graded(course: Path, exercise: Exercise, jobs: int, fresh: bool) -> Iterator[Line]:
    """Grade everything that an exercise's author wrote as answers, and judge the grades."""
    reports = grade_answers(course, exercise, jobs, fresh=fresh)
    slug = exercise.slug
    rights = [f"alternatives/{path.stem}" for path in exercise.alternatives]
    wrongs = [f"mistakes/{path.stem}" for path in exercise.mistakes]
    yield _line(f"{slug}: enough checks, mistakes and alternatives; points add up", enough(exercise, reports["reference"]))
    yield _line(f"{slug}: the reference scores full marks", full_marks("reference", reports["reference"]))
    yield _line(f"{slug}: {len(rights)} alternatives score full marks", (p for name in rights for p in full_marks(name, reports[name])))
    yield _line(f"{slug}: the stub scores zero as not attempted", stub_is_empty(reports["stub"]))
    yield _line(f"{slug}: {len(wrongs)} mistakes lose points and are named", (p for name in wrongs for p in named(name, reports[name])))
    again = grade_answers(course, exercise, jobs, fresh=True, only=("reference", *wrongs[:1]))
    yield _line(f"{slug}: grading again gives the same report",
                (problem for name in again for problem in same_report(name, reports[name], again[name])))


def grade_answers(course: Path, exercise: Exercise, jobs: int, *, fresh: bool, only: Sequence[str] = ()) -> dict[str, Report]:
    """Reports on the reference, the stub, every alternative and every mistake, by name."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, content in _answers(exercise).items():
            if not only or name in only:
                path = folder / name / f"{exercise.slug}.ipynb"
                path.parent.mkdir(parents=True)
                path.write_bytes(content())
        store = batch.Store(course / ".cryo" / "verify", reuse=not fresh)
        sources, _ = find([folder])
        work = batch.plan(sources, course, store, slug=exercise.slug)
        reports = batch.run(work, store, jobs)
    return {str(Path(report.submission.name).parent).removeprefix(f"{folder.name}/"): report for report in reports}


def _answers(exercise: Exercise) -> dict[str, Callable[[], bytes]]:
    answers: dict[str, Callable[[], bytes]] = {
        "reference": lambda: answer_notebook(exercise),
        "stub": exercise.notebook.read_bytes,
    }
    for path in (*exercise.alternatives, *exercise.mistakes):
        answers[f"{path.parent.name}/{path.stem}"] = lambda path=path: answer_notebook(exercise, path)  # type: ignore[misc]  # bound now
    return answers


def enough(exercise: Exercise, report: Report) -> Iterator[str]:
    """Too few checks, mistakes or alternatives; tasks whose checks' points are not the task's."""
    for what, have, least in (("hidden checks", len(report.checks), FEWEST_CHECKS), ("mistakes", len(exercise.mistakes), FEWEST_MISTAKES),
                              ("alternatives", len(exercise.alternatives), FEWEST_ALTERNATIVES)):
        if have < least:
            yield f"{have} {what}; write at least {least}"
    for task in report.tasks:
        given = sum(check.points for check in task.checks)
        if task.kind != "written" and abs(given - task.points) > 1e-9:
            yield f"task {task.task}: its checks are worth {given:g} points, exercise.toml says {task.points:g}"


def full_marks(name: str, report: Report) -> Iterator[str]:
    """Checks that a right answer does not pass."""
    for note in () if report.checks else report.notes:
        yield f"{name}: {note}"
    for cell in report.cells:
        yield f"{name}: {cell.message}"
    for check in report.checks:
        if check.status != "pass":
            yield f"{name}: {check.task}/{check.check}: {check.status}: {check.message} (the check is too strict, or the answer wrong)"


def stub_is_empty(report: Report) -> Iterator[str]:
    """Checks on which the stub is anything but not attempted."""
    for cell in report.cells:
        yield f"{cell.message}: the released notebook must run from top to bottom up to its stubs"
    for check in report.checks:
        if check.status != "not_attempted":
            yield f"{check.task}/{check.check} is {check.status} on the stub: {check.message} (call the student before anything else)"


def named(name: str, report: Report) -> Iterator[str]:
    """Why a mistake is not caught, or not called by its name."""
    own = name.split("/")[1]
    found = [mistake.name for mistake in report.mistakes]
    if report.outcome != "graded" or report.errors:
        yield f"{name}: could not be graded: {[c.message for c in report.checks if c.status == 'error'] or report.notes}"
    elif report.score >= report.max_score:
        yield f"{name} scores full marks; add a check that it fails"
    elif own not in found:
        failing = [f"{check.task}/{check.check}" for check in report.checks if check.status == "fail"]
        yield (f"{name} is not named (named: {found or 'nothing'}; fails {failing[:4]}); "
               "make its outputs differ from the others' on these checks")


def same_report(name: str, first: Report, second: Report) -> Iterator[str]:
    """The first difference between two reports on the same answer, times aside."""
    if first != second:
        lines = zip(first.to_json().splitlines(), second.to_json().splitlines(), strict=False)
        difference = next((f"{a.strip()} / {b.strip()}" for a, b in lines if a != b), "one is longer")
        yield f"{name}: two reports differ: {difference}; look for unseeded random numbers or times in the checks"
