"""The command ``cryo``: one verb for each thing that a student, an instructor or a contributor does."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

import autograder
from autograder.cells import SubmissionError
from autograder.exercise import CourseError, discover
from autograder.report import Report
from autograder.sandbox import SandboxMissing
from autograder.submission import Source, find

NOT_GRADED, USAGE, NO_SANDBOX, INTERRUPTED = 1, 2, 3, 130

course_option = click.option("--course", type=click.Path(file_okay=False, path_type=Path),
                             help="The course's root; default: found from here upwards.")
paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
jobs_option = click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default="processor cores",
                           help="Submissions graded at a time.")
exercise_option = click.option("--exercise", metavar="SLUG", help="The exercise that is answered; default: told from the notebook.")


class Verbs(click.Group):
    """Turns the engine's own errors into a sentence and an exit status."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb."""
        try:
            return super().invoke(ctx)
        except SandboxMissing as error:
            message, status = str(error), NO_SANDBOX
        except (CourseError, SubmissionError, OSError) as error:
            message, status = str(error), USAGE
        except KeyboardInterrupt:
            message, status = "stopped; what is finished is kept, and the same command goes on from there", INTERRUPTED
        click.echo(f"cryo: {message}", err=True)
        sys.exit(status)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(autograder.__version__, prog_name="cryo")
def main() -> None:
    """Exercises on the mathematics of cryo-electron microscopy: check your own work, grade a class, add an exercise."""


@main.command()
@paths_argument
@exercise_option
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path),
              help="Write the report, or the list of reports, as JSON.")
@click.option("--html", "html_file", type=click.Path(dir_okay=False, path_type=Path),
              help="Write the report as a page; for several, a summary that links a page each.")
@jobs_option
@click.option("--no-sandbox", is_flag=True, help="Run the code without a sandbox: only ever for your own work. The report is marked.")
@click.option("--fresh", is_flag=True, help="Grade again what has been graded before.")
@click.option("--book", default="book/", show_default=True, help="Where the links to the book lead.")
@course_option
def grade(paths: Sequence[Path], exercise: str | None, json_file: Path | None, html_file: Path | None, jobs: int, no_sandbox: bool,
          fresh: bool, book: str, course: Path | None) -> None:
    """Grade submissions: notebooks or .py files, folders of them, or zips.

    One submission prints its whole report, several a table. Exit status 0 when all were graded, whatever the scores; 1 when one could not
    be; 2 for a wrong command; 3 when there is no sandbox.
    """
    from autograder import batch

    course = find_course(course, "solutions")
    if not no_sandbox:
        batch.room_for(course, True)  # warms up while the submissions are read; fails here if there is none
    sources, notes = find_all(paths, discover(course))
    store = batch.Store(course / ".cryo" / "reports", reuse=not fresh)
    work = batch.plan(sources, course, store, slug=exercise, sandboxed=not no_sandbox)
    reports = with_progress(work, store, jobs)
    show(reports, [*notes, *work.notes], book)
    if not reports:
        raise CourseError("nothing could be graded")
    write_json(reports, json_file)
    write_html(reports, html_file, book)
    sys.exit(NOT_GRADED if work.notes or any(report.outcome == "not_graded" for report in reports) else 0)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@exercise_option
@click.option("--book", default="book/", show_default=True, help="Where the links to the book lead.")
@course_option
def check(paths: Sequence[Path], exercise: str | None, book: str, course: Path | None) -> None:
    """Check your own work with the visible checks, at home: no sandbox, no hidden files.

    PATHS are notebooks or .py files, or folders with them; default: this folder.
    """
    from autograder import home

    paths = paths or [Path()]
    sources, notes = find_all(paths)
    console = Console()
    for report in home.check(sources, exercise, course):
        show([report], [], book, console)
    for note in notes:
        console.print(note, style="dim", markup=False)


@main.command()
@click.argument("slug")
@click.option("--title", help="Title of the exercise; default: the slug in words.")
@click.option("--week", default="W01", show_default=True, help="Week of the syllabus.")
@click.option("--stream", type=click.Choice(["blur", "sharpen"]), default="blur", show_default=True)
@course_option
def new(slug: str, title: str | None, week: str, stream: str, course: Path | None) -> None:
    """Begin an exercise: a small complete one under solutions/SLUG, to be changed bit by bit into yours."""
    from autograder import scaffold

    course = find_course(course, "solutions")
    for path in scaffold.scaffold(course, slug, title=title or slug.replace("_", " ").capitalize(), week=week, stream=stream):
        click.echo(path)
    click.echo(f"Now: cryo build && cryo verify {slug}")


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a build would change something.")
@course_option
def build(only_check: bool, course: Path | None) -> None:
    """Generate exercises/, what students receive, from solutions/."""
    from autograder.build import build as build_all

    course = find_course(course, "solutions")
    changed = build_all(discover(course).values(), check=only_check)
    for path in changed:
        done = "out of date" if only_check else "written" if (course / path).exists() else "deleted"
        click.echo(f"{done}: {path}")
    click.echo(f"{len(changed)} files {'out of date' if only_check else 'changed'}.")
    sys.exit(1 if only_check and changed else 0)


@main.command()
@click.argument("slugs", nargs=-1)
@jobs_option
@click.option("--fresh", is_flag=True, help="Grade again what has been graded before.")
@course_option
def verify(slugs: Sequence[str], jobs: int, fresh: bool, course: Path | None) -> None:
    """Prove that exercises are sound: the reference is right, the stub empty, every mistake named, nothing leaks."""
    from autograder import verify as soundness

    course = find_course(course, "solutions")
    console, sound = Console(), True
    for line in soundness.verify(course, slugs, jobs=jobs, fresh=fresh):
        sound = sound and line.holds
        console.print(f"{'✓' if line.holds else '✗'} {line.text}", style="green" if line.holds else "red", markup=False,
                      highlight=False, soft_wrap=True)
        for problem in line.problems:
            console.print(f"    {problem}", markup=False, highlight=False, soft_wrap=True)
    sys.exit(0 if sound else 1)


def find_course(given: Path | None, place: str, start: Path | None = None) -> Path:
    """The course's root: the one given, or the nearest folder from ``start`` upwards that holds a folder ``place``."""
    if given is not None:
        return given.resolve()
    here = (start or Path()).resolve()
    for folder in (here, *here.parents):
        if (folder / place).is_dir():
            return folder
    raise CourseError(f"no folder {place}/ here or above; run this inside the course, or give its root with --course")


def find_all(paths: Sequence[Path], slugs: Collection[str] = ()) -> tuple[list[Source], list[str]]:
    """The submissions under ``paths`` and notes on what was left out; an error if there is none."""
    sources, notes = find(paths, slugs)
    if not sources:
        raise SubmissionError(" ".join(["No notebook or .py file there.", *notes]))
    return sources, notes


def with_progress(work: object, store: object, jobs: int) -> list[Report]:
    """Grade everything, with a bar on the terminal when there is more than one submission to grade."""
    from autograder import batch

    assert isinstance(work, batch.Batch) and isinstance(store, batch.Store)
    columns = (TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=len(work.jobs) < 2,
                  auto_refresh=False) as progress:  # which would be a thread, and processes are forked
        bar = progress.add_task("", total=len(work.jobs) + len(work.done), completed=len(work.done))
        return batch.run(work, store, jobs, lambda report: progress.update(bar, advance=1, description=report.exercise, refresh=True))


def show(reports: Sequence[Report], notes: Sequence[str], book: str, console: Console | None = None) -> None:
    """Print one report in full, or a table of several, and the notes."""
    from autograder.render_terminal import print_report, print_table

    console = console or Console()
    if len(reports) == 1:
        print_report(reports[0], console, book=book)
    elif reports:
        print_table(reports, console)
    for note in notes:
        console.print(note, style="yellow", markup=False, highlight=False)


def write_json(reports: Sequence[Report], file: Path | None) -> None:
    """One report as a document, several as a list."""
    from autograder.batch import write_whole

    if file is not None:
        documents = [json.loads(report.to_json()) for report in reports]
        write_whole(file, reports[0].to_json() if len(reports) == 1 else json.dumps(documents, indent=2, ensure_ascii=False) + "\n")


def write_html(reports: Sequence[Report], file: Path | None, book: str) -> None:
    """One report as a page; several as a summary beside a folder of pages."""
    from autograder.batch import write_whole
    from autograder.render_html import html_class, html_report

    if file is None:
        return
    if len(reports) == 1:
        write_whole(file, html_report(reports[0], book=book))
        return
    folder = file.with_name(f"{file.stem}-reports")
    links = []
    for number, report in enumerate(reports, 1):
        page = folder / f"{number:04d}-{report.exercise}.html"
        write_whole(page, html_report(report, book=book))
        links.append(f"{folder.name}/{page.name}")
    write_whole(file, html_class(reports, links, book=book))


if __name__ == "__main__":
    main()
