"""What feedback says, before anyone decides how it looks: words, marks, links, and text that is safe to show.

`render_terminal` and `render_html` show the same content in the same order, and both take it from here. Reports carry text that students
wrote; `clean` makes all of it harmless in one place, and a renderer shows nothing but cleaned reports.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal
from urllib.parse import quote

from autograder.report import CellError, CheckResult, Mistake, Report, Status, TaskResult

BOOK = "book/"
"""Where the book lies, if not told: its sources in a clone. A built book is given by its folder or address, with its final slash."""

LONGEST = 1500
"""Characters after which one text is cut."""

LONGEST_NAME = 80
"""Characters after which a name is cut, so that a table stays a table."""

LONGEST_BLOCK = 4000
"""Characters after which a traceback is cut; its end is what matters."""

MOST_CELLS = 10
"""Cells with errors that are shown; a loop can write thousands."""

STATUS_WORDS: dict[Status, str] = {
    "pass": "passed", "fail": "not right yet", "error": "could not be checked", "not_attempted": "not attempted",
    "blocked": "waits for an earlier task", "manual": "graded by a person",
}

Kind = Status | Literal["note"]
"""What a mark and a colour can stand for: a status, or a remark beside them."""

MARKS: dict[Kind, str] = {"pass": "✓", "fail": "✗", "error": "!", "not_attempted": "○", "blocked": "↑", "manual": "✎", "note": "•"}
ASCII_MARKS: dict[Kind, str] = {"pass": "+", "fail": "x", "error": "!", "not_attempted": "o", "blocked": "^", "manual": "m", "note": "*"}

_KEEP_LINES = {"traceback", "hints"}
_OURS = {"title", "sentence", "help"}
_NAMES = {"name", "student", "exercise"}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_DASH = "\N{EN DASH}"
_SPELT = {"\N{MINUS SIGN}": "-", _DASH: "-", "—": "-", "\N{HYPHEN}": "-", "\N{LEFT SINGLE QUOTATION MARK}": "'",
          "\N{RIGHT SINGLE QUOTATION MARK}": "'", "“": '"', "”": '"', "…": "...", "\N{MULTIPLICATION SIGN}": "x", "·": "*", "°": " deg",
          "√": "sqrt", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->"}


@dataclass(frozen=True)
class Row:
    """One labelled line below a check that did not pass; ``code`` is shown in a fixed-width face."""

    label: str
    text: str
    code: bool = False


# --- safe text ------------------------------------------------------------------------------------

def clean(report: Report, encoding: str = "utf-8") -> Report:
    """The same report with every text safe to show: cut to length, and with nothing in it that a reader could not see.

    Parameters
    ----------
    report : Report
    encoding : str
        What the reader's screen or file can hold. Other characters are spelt out (``q⁻¹`` as ``q^-1``) or escaped.

    Returns
    -------
    Report
        For showing only: cut texts do not come back.
    """
    more = len(report.cells) - MOST_CELLS
    if more > 0:
        note = f"{more} more {'cells' if more > 1 else 'cell'} stopped with an error."
        report = replace(report, cells=report.cells[:MOST_CELLS], notes=(*report.notes, note))
    cleaned: Report = _clean(report, "", encoding)
    return cleaned


def _clean(value: Any, name: str, encoding: str) -> Any:
    if isinstance(value, str):
        text = " ".join(value.split()) if name in _OURS else value
        return fit(visible(text, lines=name in _KEEP_LINES, longest=LONGEST_NAME if name in _NAMES else LONGEST), encoding)
    if isinstance(value, tuple):
        return tuple(_clean(item, name, encoding) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: _clean(getattr(value, item.name), item.name, encoding) for item in fields(value)})
    return value


def visible(text: str, *, lines: bool = False, longest: int = LONGEST) -> str:
    r"""Text in which everything can be seen: control characters, bidirectional overrides and half characters as escapes, cut to length.

    Parameters
    ----------
    text : str
        From anywhere.
    lines : bool
        Keep line ends and tabs, and if it is longer than `LONGEST_BLOCK` keep the end; otherwise a line end is written ``\n``.
    longest : int
        Characters to keep of a text without lines.

    Examples
    --------
    >>> visible("\x1b[31mred")
    '\\x1b[31mred'
    """
    if lines:
        text = text.strip("\r\n")
        if len(text) > LONGEST_BLOCK:
            text = f"({len(text) - LONGEST_BLOCK} characters left out) …{text[-LONGEST_BLOCK:]}"
        text = text.replace("\r\n", "\n").expandtabs(4)
    elif len(text) > longest:
        text = f"{text[:longest]}… ({len(text) - longest} more characters)"
    return "".join(char if _seen(char) or (lines and char == "\n") else _escaped(char) for char in text)


def _seen(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def fit(text: str, encoding: str) -> str:
    """Text in which every character exists in ``encoding``.

    Examples
    --------
    >>> fit("q⁻¹ p q, 2 Å, θ", "ascii")
    'q^-1 p q, 2 A, theta'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        raised = re.sub("[⁰¹²³⁴-⁹⁺⁻]+", lambda found: _spelt(found[0], encoding), text)
        return "".join(_spelt(char, encoding) for char in raised)
    return text


def _spelt(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if (power := text.translate(_SUPERSCRIPTS)) != text:
            return f"^{power}"
        case, _, letter = unicodedata.name(text, "").removeprefix("GREEK ").partition(" LETTER ")
        if letter.isalpha() and case in {"SMALL", "CAPITAL"}:
            return letter.lower() if case == "SMALL" else letter.capitalize()
        base = unicodedata.normalize("NFD", text)[0]
        return _SPELT.get(text) or (base if base.isascii() and base.isalpha() else _escaped(text))
    return text


# --- links ----------------------------------------------------------------------------------------

def book_url(section: str, base: str = BOOK) -> str:
    """Address of a section of the book; empty for an empty section.

    Examples
    --------
    >>> book_url("quaternions#rotate-a-point")
    'book/quaternions.md#rotate-a-point'
    >>> book_url("quaternions#rotate-a-point", "https://example.org/book/")
    'https://example.org/book/quaternions.html#rotate-a-point'
    """
    page, _, heading = section.partition("#")
    if not page:
        return ""
    file = quote(f"{page}.{'md' if base == BOOK else 'html'}", errors="replace")
    return href(base) + file + (f"#{quote(heading, errors='replace')}" if heading else "")


def href(address: str) -> str:
    """An address that can only be a page: relative, or with http or https. Any other scheme loses its colon, and so its meaning.

    Examples
    --------
    >>> href("javascript:alert(1)")
    'javascript%3Aalert(1)'
    """
    scheme = re.match(r"https?://", address, re.IGNORECASE)
    return quote(address, safe="/?#%&=+,;@~!()" + (":[]" if scheme else ""), errors="replace")


def section_words(section: str) -> str:
    """How a link to a section reads: ``quaternions#rotate-a-point`` as *quaternions: rotate a point*."""
    return ": ".join(part.replace("-", " ").replace("_", " ") for part in section.split("#") if part)


# --- words ----------------------------------------------------------------------------------------

def points(number: float | None) -> str:
    """Points as they are written on paper: at most two decimals, none for whole numbers, a dash for those that a person will give."""
    return _DASH if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def count(number: float, noun: str) -> str:
    """A number and its noun, in the plural unless it is 1."""
    return f"{points(number)} {noun}{'' if number == 1 else 's'}"


def score(report: Report) -> str:
    """The score in words."""
    if report.outcome == "not_graded":
        return "no score yet"
    return f"{points(report.score)} of {count(report.max_score, 'point')}"


def standing(task: TaskResult) -> str:
    """Where a task stands: how many of its checks passed, or why that does not matter yet."""
    if task.status not in {"pass", "fail"}:
        return STATUS_WORDS[task.status]
    passed = sum(check.status == "pass" for check in task.checks)
    return f"{'' if passed == len(task.checks) else f'{passed} of '}{count(len(task.checks), 'check')} passed"


def notices(report: Report) -> list[tuple[Kind, str]]:
    """What to know before reading on: pairs of a kind, which gives mark and colour, and a sentence or two."""
    written = report.manual_points
    errors = report.errors if report.outcome == "graded" else 0
    yours = [task for task in report.tasks if task.kind != "written"]
    untouched = report.outcome == "graded" and bool(yours) and all(task.status == "not_attempted" for task in yours)
    said: list[tuple[bool, Kind, str]] = [
        (report.outcome == "not_graded", "error", "Your work has not been graded, because something failed on our side. No score stands, "
         "and you need not change anything. Please tell your instructor."),
        (report.outcome == "unreadable", "fail", "No code could be read from this file, so it scores nothing as it is. Mend it and hand it "
         "in again."),
        (errors > 0, "error", f"{count(errors, 'check')} could not be run. That is our fault and not a mistake of yours. Please tell your "
         "instructor."),
        (untouched, "not_attempted", "Nothing has been attempted yet. Write your answers where the notebook says “YOUR CODE HERE”."),
        (written > 0 and bool(report.tasks), "manual", f"{count(written, 'more point')} can come from a person, who reads your written "
         "answers."),
        (report.visible_only, "note", "Only the checks that you can see yourself were run. The grade also depends on others."),
        (not report.sandboxed, "note", "Run without a sandbox, so this is for your own use and is not a grade."),
    ]
    remarks: list[tuple[Kind, str]] = [("note", note) for note in report.notes]
    return [(kind, sentence) for true, kind, sentence in said if true] + remarks


def evidence(check: CheckResult) -> list[Row]:
    """What was called, what came of it, what should have come of it, and what may help; nothing twice.

    A check that could not be run says only that: what else it holds may be ours and not for students.
    """
    if check.status == "error":
        return [Row("Our fault", check.message or "This check could not be run.")]
    problem = check.message.removeprefix(check.call).strip() if check.call else check.message
    got, expected = check.got, check.expected
    listed = str.maketrans("()", "[]")  # the sentence shows arrays, which may have been tuples
    plain = re.fullmatch(rf"(?:returned|is) {re.escape(got.translate(listed))}(?P<unit>.{{0,24}}), expected "
                         rf"{re.escape(expected.translate(listed))}(?P=unit)\.?", problem.translate(listed))
    if plain and got and expected:
        problem, got, expected = "", got + plain["unit"], expected + plain["unit"]
    elif got == expected or (not expected and got in problem):  # two large arrays look the same; the sentence says where they differ
        got = expected = ""
    found = "This is the smallest case found that fails." if check.minimal else ""
    rows = [Row("Value" if check.call.startswith("`") else "Call", check.call.strip("`"), code=True), Row("Problem", problem),
            Row("Got", got, code=True), Row("Expected", expected, code=True), Row("Note", found), Row("Help", check.help)]
    return [row for row in rows if row.text]


def stopped(error: CellError) -> str:
    """Which cell stopped, and why; the message names the cell."""
    return error.message[:1].upper() + error.message[1:]


def mend_first(report: Report, task: TaskResult) -> list[str]:
    """Why a blocked task waits: what its checks say, or else the earlier tasks that are not right."""
    said = list(dict.fromkeys(check.message for check in task.checks if check.status == "blocked" and check.message))
    if said:
        return said
    earlier = report.tasks[: [other.task for other in report.tasks].index(task.task)]
    names = [f"“{other.title}”" for other in earlier if other.status in {"fail", "error", "blocked", "not_attempted"}]
    return [f"This builds on earlier work. First mend {' and '.join(names) or 'the tasks before it'}."]


def flags(report: Report) -> list[str]:
    """What an instructor should know about a submission before trusting its score."""
    said = [
        (report.outcome == "unreadable", "unreadable"),
        (report.outcome == "not_graded", "not graded"),
        (report.errors > 0, f"{count(report.errors, 'check')} not run"),
        (bool(report.cells), f"{count(len(report.cells), 'cell')} stopped"),
        (not report.sandboxed, "no sandbox"),
        (report.visible_only, "visible checks only"),
    ]
    return [words for true, words in said if true]


def student(report: Report) -> str:
    """The student, or the file if nobody knows whose it is."""
    return report.submission.student or report.submission.name


def totals(reports: Sequence[Report]) -> str:
    """One line for a whole class."""
    graded = [report for report in reports if report.outcome != "not_graded"]
    line = count(len(reports), "submission")
    shares = [report.score / report.max_score for report in graded if report.max_score > 0]
    if shares:
        line += f", mean score {100 * sum(shares) / len(shares):.0f} %, {sum(share >= 1 for share in shares)} with full marks"
    for words in ("unreadable", "not graded"):
        number = sum(words in flags(report) for report in reports)
        line += f", {number} {words}" if number else ""
    errors = sum(report.errors for report in reports)
    return line + (f", {count(errors, 'check')} could not be run" if errors else "") + "."


def common_mistakes(reports: Sequence[Report]) -> list[tuple[int, Mistake]]:
    """Each named mistake with how many submissions show it, the commonest first."""
    named = {mistake.name: mistake for report in reversed(reports) for mistake in reversed(report.mistakes)}
    counted = Counter(name for report in reports for name in dict.fromkeys(mistake.name for mistake in report.mistakes))
    return [(number, named[name]) for name, number in counted.most_common()]
