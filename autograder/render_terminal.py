"""Feedback in a terminal: one report for a student, one table for a class.

Text goes to Rich as `Text` objects, never as markup, so that square brackets in a student's code stay square brackets. Rich leaves colour
out when nobody looks at a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.render import (
    ASCII_MARKS,
    BOOK,
    MARKS,
    STATUS_WORDS,
    Kind,
    book_url,
    clean,
    common_mistakes,
    count,
    evidence,
    fit,
    flags,
    mend_first,
    notices,
    points,
    score,
    standing,
    stopped,
    student,
    totals,
)
from autograder.report import CellError, CheckResult, Mistake, Report, TaskResult

STYLES: dict[Kind, str] = {"pass": "green", "fail": "red", "error": "bold magenta", "not_attempted": "dim", "blocked": "yellow",
                            "manual": "cyan", "note": ""}
BAR = 10
"""Cells of a task's bar."""


def print_report(report: Report, console: Console, *, book: str = BOOK) -> None:
    """Print what a student should read about one submission.

    Parameters
    ----------
    report : Report
    console : rich.console.Console
        Its width, colours and encoding are respected.
    book : str
        Where the book is, for the addresses of its sections.
    """
    page = _Page(console, book)
    for part in page.report(clean(report, console.encoding)):
        console.print(part)


def print_table(reports: Sequence[Report], console: Console) -> None:
    """Print one line per submission, the totals, and which mistakes the class makes.

    Parameters
    ----------
    reports : sequence of Report
    console : rich.console.Console
        Its width, colours and encoding are respected.
    """
    page = _Page(console, BOOK)
    for part in page.table([clean(report, console.encoding) for report in reports]):
        console.print(part)


class _Page:
    """Pieces of output in the characters that one console can show."""

    def __init__(self, console: Console, book: str) -> None:
        self.book = book
        self.encoding = console.encoding
        self.marks, self.full, self.empty = (MARKS, "█", "░") if console.encoding.startswith("utf") else (ASCII_MARKS, "#", ".")

    def text(self, words: str, style: str = "") -> Text:
        return Text(fit(words, self.encoding), style=style, overflow="fold")

    def marked(self, kind: Kind, words: RenderableType) -> Table:
        """A mark, and words that keep clear of it when they wrap."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=1)
        grid.add_column(overflow="fold")
        grid.add_row(Text(self.marks[kind], style=STYLES[kind]), words)
        return grid

    def report(self, report: Report) -> Iterator[RenderableType]:
        where = " · ".join(filter(None, [report.exercise, report.submission.name, report.submission.student]))
        yield Group(self.text(report.title, "bold"), self.text(score(report), "bold"), Padding(self.text(where, "dim"), (0, 0, 0, 2)))
        yield from (self.marked(kind, self.text(sentence, STYLES[kind])) for kind, sentence in notices(report))
        if report.tasks:
            yield Padding(self.overview(report.tasks), (1, 0, 0, 0))
        if report.cells:
            yield Padding(Group(self.text("Cells that stopped with an error", "bold"), *map(self.cell, report.cells)), (1, 0, 0, 0))
        for task in report.tasks:
            if task.status in {"fail", "error", "blocked"}:
                yield Group(Text(""), Text.assemble(self.text(task.title, "bold underline"), "  ", self.marks_of(task)))
                yield Padding(Group(*self.task(report, task)), (0, 0, 0, 2))

    def overview(self, tasks: Sequence[TaskResult]) -> Table:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=1)
        grid.add_column(overflow="fold")
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(width=BAR)
        grid.add_column(overflow="fold")
        for task in tasks:
            grid.add_row(Text(self.marks[task.status], style=STYLES[task.status]), self.text(task.title), self.marks_of(task),
                         self.bar(task), self.text(standing(task), STYLES[task.status]))
        return grid

    def marks_of(self, result: TaskResult | CheckResult) -> Text:
        return self.text(f"{points(result.earned)}/{points(result.points)}")

    def bar(self, task: TaskResult) -> Text:
        if task.earned is None:
            return Text("")
        full = int(BAR * max(0.0, min(1.0, task.earned / task.points))) if task.points > 0 else 0
        return Text.assemble((self.full * full, STYLES["pass"]), (self.empty * (BAR - full), "dim"))

    def task(self, report: Report, task: TaskResult) -> Iterator[RenderableType]:
        if any(check.status == "blocked" for check in task.checks):
            yield from (self.marked("blocked", self.text(reason, STYLES["blocked"])) for reason in mend_first(report, task))
        for check in task.checks:
            if check.status in {"fail", "error"}:
                yield Padding(Group(*self.check(check)), (0, 0, 1, 0))
        for status in ("blocked", "not_attempted", "pass"):
            yield from (self.brief(check) for check in task.checks if check.status == status)
        yield from (self.rows([(f"Hint {number}", self.text(hint))]) for number, hint in enumerate(task.hints, 1))
        if task.section:
            yield self.rows([("Read", self.text(book_url(task.section, self.book)))])

    def brief(self, check: CheckResult) -> Table:
        said = "" if check.status in {"pass", "blocked"} else f" ({STATUS_WORDS[check.status]})"
        return self.marked(check.status, self.text(check.sentence + said, "dim"))

    def check(self, check: CheckResult) -> Iterator[RenderableType]:
        yield self.marked(check.status, Text.assemble(self.text(check.sentence, "bold"), "  ", self.marks_of(check)))
        yield self.rows([(row.label, self.text(row.text)) for row in evidence(check)])
        if check.status == "error":
            return
        yield from (self.mistake(mistake, rank) for rank, mistake in enumerate(check.mistakes))
        if check.traceback:
            yield self.traceback(check.traceback)

    def mistake(self, mistake: Mistake, rank: int) -> RenderableType:
        words = self.text(f"{'Or like' if rank else 'This looks like'}: {mistake.sentence}", STYLES["blocked"])
        link = book_url(mistake.section, self.book)
        return Padding(Group(words, self.text(f"Read {link}")) if link else words, (0, 0, 0, 2))

    def traceback(self, lines: str) -> RenderableType:
        quoted = [self.marked_line(line) for line in lines.splitlines()]
        return Padding(Group(self.text("In your code:", "dim"), *quoted), (0, 0, 0, 2))

    def marked_line(self, line: str) -> Table:
        """A line of the student's, behind a bar that tells it from ours."""
        grid = Table.grid(padding=(0, 1))
        grid.add_row(Text("|", style="dim"), self.text(line))
        return grid

    def rows(self, rows: Sequence[tuple[str, Text]]) -> RenderableType:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(style="dim", overflow="fold")
        grid.add_column(overflow="fold")
        for label, words in rows:
            grid.add_row(self.text(label), words)
        return Padding(grid, (0, 0, 0, 2))

    def cell(self, error: CellError) -> RenderableType:
        parts: list[RenderableType] = [self.marked("fail", self.text(stopped(error)))]
        return Group(*parts, *([self.traceback(error.traceback)] if error.traceback else []))

    def table(self, reports: Sequence[Report]) -> Iterator[RenderableType]:
        table = Table(show_edge=False, pad_edge=False)
        lines = [self.line(report) for report in reports]
        exercises = {report.exercise for report in reports}
        if len(exercises) == 1:  # said once above the table, it leaves room in every line
            yield self.text(exercises.pop(), "bold")
            lines = [{name: words for name, words in line.items() if name != "Exercise"} for line in lines]
        for name in lines[0] if lines else ():
            table.add_column(name, justify="right" if name == "Score" else "left", overflow="fold", no_wrap=name in {"Score", "Tasks"})
        for line in lines:
            table.add_row(*line.values())
        yield table
        yield self.text("\n" + totals(reports))
        yield Text("  ").join(Text.assemble((self.marks[status], STYLES[status]), f" {words}") for status, words in STATUS_WORDS.items())
        for number, mistake in common_mistakes(reports):
            yield self.marked("note", self.text(f"{count(number, 'submission')}: {mistake.name}: {mistake.sentence}"))

    def line(self, report: Report) -> dict[str, Text]:
        score = "no score" if report.outcome == "not_graded" else f"{points(report.score)}/{points(report.max_score)}"
        return {
            "Student": self.text(student(report)),
            "Exercise": self.text(report.exercise),
            "Score": self.text(score),
            "Tasks": Text.assemble(*((self.marks[task.status], STYLES[task.status]) for task in report.tasks)),
            "First mistake": self.text(report.mistakes[0].name if report.mistakes else ""),
            "Flags": self.text(", ".join(flags(report)), STYLES["error"]),
        }
