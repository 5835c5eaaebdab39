"""What students and instructors see: the same content in a terminal and on a page, and nothing in it that could harm a reader."""

from __future__ import annotations

import dataclasses
import io
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from autograder import render
from autograder.render_html import html_class, html_report
from autograder.render_terminal import print_report, print_table
from autograder.report import CellError, CheckResult, Mistake, Report, SubmissionInfo, TaskResult

HOSTILE = ("<script>alert(1)</script>\"' onmouseover=\"x\" javascript:alert(1) {{ 7 * 7 }} --> ]]> </pre></style> "
           "[bold red]loud[/bold red] [/] :smile: \x1b[31mred \x1b]0;title\x07 \x00 \x08 \x9b \u202eback\u2066 \u200b \u2028 "
           "\ud800 \U000e0041 \r\nScore: 100 of 100 points")
SQUARES = Mistake("sum_of_squares", "This adds the squares; add the numbers.", "adding#two-numbers")
LENGTHS = Mistake("adds_lengths", "This adds the lengths.", "adding#lengths")


def check(name: str, task: str, status: Any, points: float = 1.0, **more: Any) -> CheckResult:
    """A check whose sentence is made from its name."""
    return CheckResult(name, task, f"The fact {name} holds.", status, points, points if status == "pass" else 0.0, **more)


def task(name: str, status: Any, *checks: CheckResult, **more: Any) -> TaskResult:
    """A task whose title is made from its name, worth what its checks are."""
    whole: dict[str, Any] = {"task": name, "title": f"The task {name}", "kind": "code", "section": f"adding#{name}", "status": status,
                             "points": sum(check.points for check in checks), "earned": sum(check.earned for check in checks),
                             "hints": (), "checks": checks}
    return TaskResult(**whole | more)


ADDS = check("adds", "add", "fail", 2.0, call="add(2, 3)", got="13", expected="5", message="add(2, 3) returned 13 Å, expected 5 Å.",
             help="Plain addition does.", mistakes=(SQUARES, LENGTHS), minimal=True)
RAISES = check("raises", "add", "fail", call="add(0, 0)", message="add(0, 0) raised ValueError: too [small].",
               traceback="cell 2, line 3, in add\n    raise ValueError('too [small]')")
BROKEN = check("broken", "norm", "error", message="This could not be checked.", traceback="secret line of ours", got="secret value of ours")
TASKS = (
    task("add", "fail", check("zero", "add", "pass"), ADDS, RAISES, check("inverse", "add", "not_attempted"),
         hints=("First nudge.", "Second nudge.")),
    task("scale", "blocked", check("scales", "scale", "blocked", message="This builds on 'The task add'; mend that first.")),
    task("norm", "error", BROKEN),
    task("mean", "not_attempted", check("mean_of_one", "mean", "not_attempted")),
    task("half", "pass", check("half_of_two", "half", "pass")),
    task("why", "manual", kind="written", points=2.0, earned=None),
)
REPORT = Report(exercise="adding", title="Adding things", submission=SubmissionInfo("adding.ipynb", "Ada Lovelace", "0f" * 32),
                outcome="graded", score=2.0, max_score=9.0, manual_points=2.0, tasks=TASKS, engine="0.1.0", notes=("Mind the gap.",),
                cells=(CellError(7, "cell 7 stopped with NameError: name 'nump' is not defined", "cell 7, line 1\n    nump"),))
STUB = replace(REPORT, score=0.0, notes=(), cells=(), tasks=tuple(
    replace(done, status="not_attempted", earned=0.0, hints=(),
            checks=tuple(check(one.check, one.task, "not_attempted") for one in done.checks))
    for done in TASKS if done.kind != "written"))
BARE = replace(REPORT, tasks=(), cells=(), notes=(), score=0.0)


KINDS = (Report, SubmissionInfo, TaskResult, CheckResult, Mistake, CellError)
TEXTS = frozenset(field.name for kind in KINDS for field in dataclasses.fields(kind)) - {"status", "kind", "outcome", "timings"}
THEIRS = frozenset({"submission", "name", "tasks", "checks", "message", "call", "got", "traceback", "cells", "notes"})


def hostile(value: Any, text: str = HOSTILE, where: frozenset[str] = TEXTS) -> Any:
    """The same report with every text in the fields ``where`` replaced."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(hostile(item, text, where) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = where.intersection(field.name for field in dataclasses.fields(value))
        return replace(value, **{name: hostile(getattr(value, name), text, where) for name in names})
    return value


def printed(*reports: Report, width: int = 80, encoding: str = "utf-8", table: bool = False, **more: Any) -> str:
    """What a terminal of that width and encoding shows."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    console = Console(file=file, width=width, **more)
    if table:
        print_table(reports, console)
    else:
        print_report(reports[0], console)
    file.flush()
    return raw.getvalue().decode(encoding)


def words(text: str) -> str:
    """Text without line breaks and indents."""
    return " ".join(text.split())


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()
        self.text = words("".join(self.pieces)).replace("\xa0", " ")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.pieces.append(data)

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def seen(report: Report, how: str) -> str:
    """The words of a report in a terminal or on a page."""
    return words(printed(report)) if how == "terminal" else Page(html_report(report)).text


BOTH = pytest.mark.parametrize("how", ["terminal", "page"])


# --- words -----------------------------------------------------------------------------------------

@BOTH
def test_everything_a_student_needs_is_there_in_order(how: str) -> None:
    """Title, score, notices, tasks, cell errors, then each task's failures with call, got, expected, help, mistake and own lines."""
    text = seen(REPORT, how)
    place = 0
    for piece in ("Adding things", "2 of 9 points", "1 check could not be run. That is our fault", "2 more points can come from a person",
                  "Mind the gap.", "The task add", "not attempted", "graded by a person", "Cell 7 stopped with NameError", "nump",
                  "The fact adds holds.", "add(2, 3)", "13 Å", "5 Å", "smallest case", "Plain addition does.",
                  "This looks like: This adds the squares; add the numbers.", "Or like: This adds the lengths.", "The fact raises holds.",
                  "add(0, 0)", "raised ValueError: too [small].", "cell 2, line 3, in add", "raise ValueError('too [small]')",
                  "The fact inverse holds. (not attempted)", "The fact zero holds.", "First nudge.", "Second nudge.",
                  "This builds on 'The task add'; mend that first.", "The fact scales holds.", "Our fault", "This could not be checked."):
        found = text.find(piece, place) if how == "terminal" or "nudge" not in piece else text.find(piece)
        assert found >= 0, f"{piece!r} is not shown, or not in its place"
        place = found


@BOTH
def test_failures_say_each_thing_once(how: str) -> None:
    """When call, got and expected say it all, the sentence made of the three is left out."""
    assert seen(REPORT, how).count("add(2, 3)") == 1
    assert "returned 13" not in seen(REPORT, how)


@BOTH
def test_our_own_lines_are_never_shown(how: str) -> None:
    """Of a check that could not be run only its message is shown, not what else the engine kept."""
    assert "secret" not in seen(REPORT, how)


def test_passes_are_told_in_few_words() -> None:
    """A terminal counts the passes of a task and names them only beside failures; a page keeps all of them behind one line."""
    text = words(printed(REPORT))
    assert "1 of 4 checks passed" in text and "✓ The fact zero holds." in text
    assert "1/1 ██████████ 1 check passed" in text and "The fact half_of_two" not in text
    assert "The fact half_of_two holds." in Page(html_report(REPORT)).text


def test_students_lines_stand_behind_a_bar() -> None:
    """In a terminal each line of a traceback starts with a bar, and empty lines around it are left out."""
    text = printed(replace(REPORT, cells=(CellError(1, "cell 1 stopped", "\ncell 1, line 1\n    nump\n\n"),)))
    assert [line.rstrip() for line in text.splitlines() if "cell 1" in line or "nump" in line] == ["  | cell 1, line 1", "  |     nump"]
    assert sum(line.strip() == "|" for line in text.splitlines()) == 0


@BOTH
def test_a_stub_is_no_wall_of_failures(how: str) -> None:
    """Nothing attempted gives one line for each task and none for a check."""
    text = seen(STUB, how)
    assert "Nothing has been attempted yet." in text
    assert all(text.count(done.title) == 1 for done in STUB.tasks)
    assert "The fact" not in text and render.STATUS_WORDS["fail"] not in text
    assert len(printed(STUB).splitlines()) < 8 + len(STUB.tasks)


@BOTH
@pytest.mark.parametrize(("changes", "sentence"), [
    ({"outcome": "unreadable", "notes": ("It is a picture.",)}, "No code could be read from this file"),
    ({"outcome": "unreadable", "notes": ("It is a picture.",)}, "It is a picture."),
    ({"outcome": "not_graded"}, "Your work has not been graded, because something failed on our side."),
    ({"outcome": "not_graded"}, "no score yet"),
    ({"visible_only": True}, "Only the checks that you can see yourself were run."),
    ({"sandboxed": False}, "Run without a sandbox"),
])
def test_says_what_kind_of_result_it_is(how: str, changes: dict[str, Any], sentence: str) -> None:
    """A file that cannot be read, a grade that failed, visible checks only and no sandbox are each said in a sentence."""
    assert sentence in seen(replace(BARE, **changes), how)
    assert sentence not in seen(BARE, how)


def test_our_fault_is_said_once() -> None:
    """A grade that does not stand because a check broke is excused in one sentence, not two."""
    assert [kind for kind, _ in render.notices(replace(REPORT, outcome="not_graded"))].count("error") == 1


def test_blocked_without_a_reason_names_the_earlier_tasks() -> None:
    """If blocked checks do not say what they build on, the earlier tasks that are not right are named."""
    silent = replace(TASKS[1], checks=(check("scales", "scale", "blocked"),))
    assert render.mend_first(replace(REPORT, tasks=(TASKS[4], TASKS[0], silent)), silent) == [
        "This builds on earlier work. First mend “The task add”."]


@pytest.mark.parametrize(("result", "rows"), [
    (check("c", "t", "fail", call="`turn`", got="1", expected="2", message="`turn` is 1, expected 2."),
     {"Value": "turn", "Got": "1", "Expected": "2"}),
    (check("c", "t", "fail", call="f(1)", got="None", message="f(1) returned None; is a `return` missing?"),
     {"Call": "f(1)", "Problem": "returned None; is a `return` missing?"}),
    (check("c", "t", "fail", call="f(1)", got="array of shape (9, 9)", expected="array of shape (9, 9)",
           message="f(1) returned 1 at index [0], expected 2."),
     {"Call": "f(1)", "Problem": "returned 1 at index [0], expected 2."}),
    (check("c", "t", "fail", call="f(1)", got="1", expected="2", message="f(1) returned 1 Å, expected 2 nm."),
     {"Call": "f(1)", "Problem": "returned 1 Å, expected 2 nm.", "Got": "1", "Expected": "2"}),
    (check("c", "t", "fail", message="It does not hold."), {"Problem": "It does not hold."}),
    (check("c", "t", "error"), {"Our fault": "This check could not be run."}),
])
def test_evidence(result: CheckResult, rows: dict[str, str]) -> None:
    """The rows below a check hold what its author and engine gave, and nothing twice."""
    assert {row.label: row.text for row in render.evidence(result)} == rows


@pytest.mark.parametrize(("number", "text"), [(2.0, "2"), (0.0, "0"), (10.0, "10"), (0.5, "0.5"), (1 / 3, "0.33"), (100, "100")])
def test_points(number: float, text: str) -> None:
    """Whole numbers have no decimals, others two at most."""
    assert render.points(number) == text


# --- links -----------------------------------------------------------------------------------------

@pytest.mark.parametrize(("section", "base", "address"), [
    ("quaternions#rotate-a-point", render.BOOK, "book/quaternions.md#rotate-a-point"),
    ("quaternions#rotate-a-point", "b/", "b/quaternions.html#rotate-a-point"),
    ("quaternions", "https://example.org:8000/b/", "https://example.org:8000/b/quaternions.html"),
    ("a/b#c", "", "a/b.html#c"),
    ("", "b/", ""),
    ("javascript:alert(1)//#x", "", "javascript%3Aalert%281%29//.html#x"),
    ("x\"><b>#'\"", "", "x%22%3E%3Cb%3E.html#%27%22"),
    ("x", "javascript:", "javascript%3Ax.html"),
])
def test_book_url(section: str, base: str, address: str) -> None:
    """A section becomes a page and a heading below the base, and nothing but a page."""
    assert render.book_url(section, base) == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
                                     "data:text/html,x", "vbscript:x", "\x01javascript:x", "\ud800"])
def test_links_cannot_run_anything(address: str) -> None:
    """Only http and https keep their colon; any other address is a relative one."""
    assert ":" not in render.href(address) and render.href(address).isascii()
    assert render.href("https://example.org/a b") == "https://example.org/a%20b"


def test_links_go_where_the_caller_says() -> None:
    """The base of the book and the addresses of reports are the caller's."""
    assert "https://example.org/adding.html#two-numbers" in Page(html_report(REPORT, book="https://example.org/")).values("href")
    assert "Read book/adding.md#two-numbers" in printed(REPORT)
    linked = Page(html_class([REPORT, STUB], ["reports/ada.html", "reports/ben.html"])).values("href")
    assert linked.count("reports/ada.html") == linked.count("reports/ben.html") == 1  # though both files have one name
    assert "reports/ada.html" not in Page(html_class([REPORT])).values("href")


# --- hostile text ----------------------------------------------------------------------------------

@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("table", [False, True])
def test_terminal_shows_hostile_text_as_text(width: int, encoding: str, table: bool) -> None:
    """No control character reaches the terminal, no markup is obeyed, no line is too wide, in any encoding."""
    text = printed(hostile(REPORT), REPORT, width=width, encoding=encoding, table=table)
    assert all(char == "\n" or render._seen(char) for char in text)
    assert all(cell_len(line) <= width for line in text.splitlines())
    shown = "".join(text.split())
    assert "[boldred]" in shown and (table or r"\x1b[31mred" in shown)


def test_students_cannot_start_a_line() -> None:
    """Wherever a line of a student's text ends or wraps, what follows stands behind a bar or an indent, so none can pass for ours."""
    for width in range(40, 100, 3):
        text = printed(hostile(REPORT, "word " * 5 + "\nScore: 100 of 100\n" + "word " * 30, THEIRS), width=width)
        assert "Score: 100" in words(text)
        assert not any(line.startswith(("Score", "100", "word")) for line in text.splitlines())


def test_no_colour_unless_somebody_looks() -> None:
    """Into a file or pipe there is no escape at all, on a terminal there is colour, but none from a student's markup."""
    assert "\x1b" not in printed(REPORT)
    loud = printed(hostile(REPORT), force_terminal=True, color_system="standard", _environ={})
    assert "\x1b[32m" in loud
    assert "\x1b[1;31m" not in loud  # what [bold red] would give


def test_ascii_terminal_spells_out() -> None:
    """A terminal that knows only ASCII gets signs it can show, and formulas that still mean the same."""
    text = printed(replace(REPORT, title="q p q⁻¹, 2 Å, θ, x², é"), encoding="ascii")
    assert "q p q^-1, 2 A, theta, x^2, e" in text
    assert "x The task add" in text and "##" in text and "- / 2" not in text and "-/2" in text


@pytest.mark.parametrize(("text", "encoding", "spelt"), [
    ("x²", "latin-1", "x²"), ("q⁻¹", "latin-1", "q^-1"), ("Θ \N{MINUS SIGN} 1…", "ascii", "Theta - 1..."),
    ("≠ ≮ 中", "ascii", r"!= \u226e \u4e2d"), ("naïve", "ascii", "naive"),
])
def test_fit(text: str, encoding: str, spelt: str) -> None:
    """Only what an encoding lacks is spelt out, and never as something that means the opposite."""
    assert render.fit(text, encoding) == spelt


def test_long_text_is_cut() -> None:
    """Neither one text nor a great many of them can fill the screen; of a traceback the end is kept."""
    endless = hostile(REPORT, "ab" * 100_000)
    assert len(printed(endless)) < 100_000 and len(html_report(endless)) < 100_000
    assert render.clean(replace(REPORT, cells=(CellError(1, "m", "x" * 9000 + "\nthe end"),))).cells[0].traceback.endswith("x\nthe end")
    many = render.clean(replace(REPORT, cells=REPORT.cells * 1000))
    assert len(many.cells) == render.MOST_CELLS and many.notes[-1] == "990 more cells stopped with an error."


def test_page_shows_hostile_text_as_text() -> None:
    """A hostile report gives the very tags of a harmless one, no handler, no script and no address with a scheme."""
    harmless, page = Page(html_report(hostile(REPORT, "plain"))), Page(html_report(hostile(REPORT)))
    assert page.tags == harmless.tags
    assert [name for name, _ in page.attributes] == [name for name, _ in harmless.attributes]
    assert not any(":" in address for address in page.values("href"))
    for piece in ("<script>alert(1)</script>", r"\x1b[31mred", r"\u202eback", "{{ 7 * 7 }}"):
        assert piece in page.text


def test_class_page_shows_hostile_text_as_text() -> None:
    """The same holds for the summary, even when the addresses it is given are hostile."""
    harmless = Page(html_class([hostile(REPORT, "plain"), BARE], ["x.html"]))
    page = Page(html_class([hostile(REPORT), BARE], ["javascript:alert(1)\" onclick=\"x"]))
    assert page.tags == harmless.tags
    assert [name for name, _ in page.attributes] == [name for name, _ in harmless.attributes]
    assert not any(":" in address for address in page.values("href"))


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.text(st.characters() | st.sampled_from("<>&\"'`[]{}%\\\x00\x1b\u202e\ud800\n\t"), max_size=60))
def test_any_text_is_shown_safely(text: str) -> None:
    """Whatever a student writes, the page keeps its tags and can be stored, and the terminal gets nothing that cannot be seen."""
    report = hostile(replace(REPORT, tasks=TASKS[:1]), text)
    page = html_report(report)
    page.encode("utf-8")
    assert Page(page).tags["script"] == 0 and "\x00" not in page
    assert all(char == "\n" or render._seen(char) for char in printed(report, encoding="ascii"))


# --- pages -----------------------------------------------------------------------------------------

@pytest.mark.parametrize("html", [html_report(REPORT), html_report(STUB), html_report(replace(BARE, outcome="unreadable")),
                                  html_class([REPORT, STUB]), html_class([])])
def test_page_is_self_contained_and_sound(html: str) -> None:
    """Every tag is closed, ids are unique, links within the page lead somewhere, headings skip no level, and nothing is fetched."""
    page = Page(html)
    assert html.startswith("<!doctype html>") and page.open == [] and ("lang", "en") in page.attributes
    assert page.tags["h1"] == page.tags["main"] == page.tags["title"] == 1
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags) and "url(" not in html and "@import" not in html
    ids = page.values("id")
    assert len(ids) == len(set(ids)) and {address[1:] for address in page.values("href") if address.startswith("#")} <= set(ids)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
    assert "default-src 'none'" in html and "prefers-color-scheme: dark" in html and "width=device-width" in html


def test_passes_and_hints_open_by_keyboard() -> None:
    """Passes and hints are closed details, each with a summary, which every browser opens by keyboard."""
    page = Page(html_report(REPORT))
    assert page.tags["details"] == page.tags["summary"] == 4 and "1 check passed" in page.text


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    shares = [int(colour[start:start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast(theme: int) -> None:
    """Every colour of text has a contrast of at least 4.5 to 1 with both backgrounds, in both themes."""
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", re.findall(r":root \{([^}]*)\}", html_report(REPORT))[theme]))
    for ink in ("text", "quiet", "link", "pass", "fail", "error", "blocked", "manual"):
        for paper in ("page", "panel"):
            dark, light = sorted([luminance(colours[ink]), luminance(colours[paper])])
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{ink} on {paper}"


# --- a class ---------------------------------------------------------------------------------------

def test_table_of_a_class() -> None:
    """One line per submission with score, marks, first mistake and flags; then totals, and how common each mistake is."""
    lost = replace(BARE, outcome="not_graded", submission=replace(REPORT.submission, name="lost.ipynb", student=""))
    text = printed(REPORT, STUB, lost, table=True, width=120)
    ada = next(line for line in text.splitlines() if line.startswith("Ada"))
    assert all(piece in ada for piece in ("2/9", "✗↑!○✓✎", "sum_of_squares", "1 check not run, 1 cell stopped"))
    assert re.search(r"lost\.ipynb.*no score.*not graded", text)
    assert "3 submissions, mean score 11 %, 0 with full marks, 1 not graded, 1 check could not be run." in words(text)
    assert "1 submission: sum_of_squares: This adds the squares; add the numbers." in words(text)


def test_exercise_is_a_column_only_if_it_differs() -> None:
    """A class with one exercise is told once which; several exercises make a column of their own, on both surfaces."""
    other = replace(STUB, exercise="subtracting")
    assert Page(html_class([REPORT, STUB])).tags["td"] + 2 == Page(html_class([REPORT, other])).tags["td"]
    for one, two in ((printed(REPORT, STUB, table=True), printed(REPORT, other, table=True)),
                     (Page(html_class([REPORT, STUB])).text, Page(html_class([REPORT, other])).text)):
        assert "Exercise" not in one and "Exercise" in two and "subtracting" in two
    assert "adding" in printed(REPORT, STUB, table=True)


def test_class_page_has_a_line_for_each() -> None:
    """The page has the same lines, and says in words what each mark means."""
    page = Page(html_class([REPORT, STUB]))
    assert page.tags["tr"] == 3 and "The task add: not right yet." in page.text
    assert "1 submission: This adds the squares; add the numbers. sum_of_squares" in page.text


def test_commonest_mistake_comes_first() -> None:
    """Mistakes of a class are counted once for each submission and sorted by how many make them."""
    second = replace(REPORT, tasks=(replace(TASKS[0], checks=(replace(ADDS, mistakes=(LENGTHS,)), replace(ADDS, mistakes=(LENGTHS,)))),))
    assert render.common_mistakes([REPORT, second]) == [(2, LENGTHS), (1, SQUARES)]
    elsewhere = replace(TASKS[0], checks=(replace(ADDS, mistakes=(replace(LENGTHS, section="adding#elsewhere"),)),))
    third = replace(REPORT, tasks=(*second.tasks, elsewhere))
    assert [(number, mistake.name) for number, mistake in render.common_mistakes([third])] == [(1, LENGTHS.name)]


def test_nothing_to_show() -> None:
    """A class without submissions is an empty table, not an error."""
    assert "0 submissions" in printed(table=True) and "0 submissions" in Page(html_class([])).text


def test_same_report_same_bytes() -> None:
    """Feedback does not depend on when or how fast it was made."""
    assert html_report(REPORT) == html_report(replace(REPORT, timings={"total": 3.0}))
    assert printed(REPORT) == printed(replace(REPORT, timings={"total": 3.0}))
