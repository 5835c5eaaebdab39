"""The book's Sphinx extension: what students are given for an exercise, read from ``exercises/`` when a page is built.

```` ```{exercise} slug ```` is the card of one exercise, ```` ```{exercises} ```` the table of all of them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder.exercise import CourseError, Exercise, discover, load
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.fileutil import copy_asset

KINDS = {"code": "code", "value": "value", "written": "written; a person marks it"}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that the same files give the same bytes."""


class ExerciseCard(SphinxDirective):
    """One exercise: what it asks, for how many points, what to download and how to check it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The card, or an error that names the slug."""
        slug = self.arguments[0]
        folder = releases(self.env.srcdir) / slug
        try:
            exercise = load(folder, folder)
        except CourseError as problem:
            raise self.error(f"there is no exercise {slug!r} in exercises/ ({problem}); run `cryo build`") from None
        for path in released(folder):
            self.env.note_dependency(str(path))
        return [card(exercise, zipped(exercise, Path(self.env.doctreedir) / "exercises"), Path(self.env.srcdir))]


class ExerciseTable(SphinxDirective):
    """Every exercise: chapter, week, streams, notebook and time, in the order of the syllabus."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        course = Path(self.env.srcdir).parent
        self.env.note_reread()  # a new exercise is in no list of dependencies
        ordered = sorted(discover(course, released=True).values(), key=lambda exercise: (exercise.week[0] == "J", exercise.week, exercise.slug))
        rows = [[chapter(exercise, self.env.docname), text(week(exercise)), text(", ".join(exercise.streams)),
                 download(exercise.notebook, exercise.title, Path(self.env.srcdir)), text(time(exercise))] for exercise in ordered]
        return [table(["Chapter", "Week", "Stream", "Exercise", "Time"], rows)]


def releases(srcdir: str | Path) -> Path:
    """The folder that holds what students receive."""
    return Path(srcdir).parent / "exercises"


def released(folder: Path) -> list[Path]:
    """The files of a released exercise, caches left out."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts))


def zipped(exercise: Exercise, folder: Path) -> Path:
    """Write ``folder/SLUG.zip``, the whole released folder, the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{exercise.slug}.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for path in released(exercise.release):
            entry = zipfile.ZipInfo(f"{exercise.slug}/{path.relative_to(exercise.release).as_posix()}", EPOCH)
            entry.external_attr = 0o644 << 16
            out.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive


def card(exercise: Exercise, archive: Path, srcdir: Path) -> nodes.Node:
    """The card as a box with the exercise's title."""
    box = nodes.admonition("", nodes.title("", f"Exercise: {exercise.title}"), classes=["exercise"])
    total = sum(task.points for task in exercise.tasks)
    facts = [week(exercise), " and ".join(exercise.streams), time(exercise), f"{total:g} points"]
    box += nodes.paragraph("", " · ".join(facts), classes=["exercise-facts"])
    box += table(["Task", "Kind", "Points"],
                 [[text(task.title), text(KINDS[task.kind]), text(f"{task.points:g}")] for task in exercise.tasks])
    box += nodes.paragraph("", "", text("Download "), download(exercise.notebook, exercise.notebook.name, srcdir), text(", or "),
                           download(archive, archive.name, srcdir),
                           text(": the notebook with its data and the checks that you may see. Unpack it, write where it says "),
                           nodes.literal("", "YOUR CODE HERE"), text(", save, and run"))
    box += nodes.literal_block("", f"cryo check {exercise.slug}/{exercise.slug}.ipynb", language="bash")
    return box


def week(exercise: Exercise) -> str:
    """The week for people: ``week 3``, or the extra lecture."""
    return "Jensen lecture" if exercise.week == "J" else f"week {int(exercise.week[1:])}"


def time(exercise: Exercise) -> str:
    """The honest time, in minutes below an hour and a half, in half hours above."""
    if exercise.minutes < 90:
        return f"about {exercise.minutes} minutes"
    hours = round(exercise.minutes / 30) / 2
    return f"about {hours:g} hours"


def text(words: str) -> nodes.Node:
    """Plain words, in which nothing is markup."""
    return nodes.Text(words)


def chapter(exercise: Exercise, page: str) -> nodes.Node:
    """A link to the exercise's chapter, under the chapter's title."""
    return addnodes.pending_xref("", nodes.inline("", ""), refdomain="std", reftype="doc", reftarget=f"/{exercise.chapter}", refdoc=page,
                                 refexplicit=False, refwarn=True)


def download(path: Path, name: str, srcdir: Path) -> nodes.Node:
    """A link that saves a file."""
    target = path.relative_to(srcdir.parent)
    return addnodes.download_reference("", "", nodes.literal("", name) if name == path.name else text(name), reftarget=f"/../{target.as_posix()}")


def table(head: Sequence[str], rows: Iterable[Sequence[nodes.Node]]) -> nodes.Node:
    """A table of inline nodes below a heading row."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in head), cols=len(head))
    group += nodes.thead("", row(text(words) for words in head))
    group += nodes.tbody("", *(row(cells) for cells in rows))
    return nodes.table("", group, classes=["colwidths-auto"])


def row(cells: Iterable[nodes.Node]) -> nodes.Node:
    """One row of a table."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def copy_demos(app: Sphinx, problem: Exception | None) -> None:
    """``book/demos`` goes beside the pages; below ``_static`` every page would load every demo."""
    if problem is None and app.builder.format == "html":
        copy_asset(Path(app.srcdir) / "demos", Path(app.outdir) / "demos")


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_directive("exercise", ExerciseCard)
    app.add_directive("exercises", ExerciseTable)
    app.connect("build-finished", copy_demos)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
