"""The code in a student's file, read without trusting it: bytes in, cells out.

Nothing is run or unpickled. Notebooks are read as plain JSON rather than by nbformat, and ``.py`` files split here rather than by jupytext:
only the source of code cells is wanted, files that break the schema can still be graded, line numbers survive, and hostile files cost
nothing extra. The tests hold both libraries against this module.
"""

from __future__ import annotations

import ast
import hashlib
import io
import json
import re
import tokenize
import warnings
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from autograder.exercise import CourseError

MIB = 1 << 20
MAX_BYTES = 50 * MIB  # of one submission
MAX_PARTS = 1_000_000  # values in a notebook's JSON: each takes far more memory than its bytes
MAX_SPLIT = 128 << 10  # characters of a .py file that is split: parsing 1 MiB can take 5 s and 1 GB, so a longer file is one cell
BOM = b"\xef\xbb\xbf"
CODECS = ("iso-8859-1", "iso-8859-15", "cp1252")  # a declared codec could also be one that takes hours (punycode)
MARKER = re.compile(r"#[ \t]*%%+(?:$|[\s\[])")
TEXT_MARKER = re.compile(r"\[(?:markdown|md|raw)\]")

CLEAR = "Clear the outputs (Kernel, Restart & Clear Output), save and submit again."
DOWNLOAD = "In Jupyter choose File, Download, and submit the file that it saves."
SAVE = "Save your work and submit it again."
FOREIGN = (
    (rb"\Z", "is empty", SAVE),
    (rb"<(!doctype|html|\?xml)", "is a web page, not your code", DOWNLOAD),
    (rb"%pdf", "is a PDF, not your code", DOWNLOAD),
    (rb"version https://git-lfs", "is a Git LFS pointer, not your code", DOWNLOAD),
    (rb"pk\x03\x04|\x1f\x8b", "is a packed archive, not your code", "Unpack it and submit the file inside."),
    (rb"\{\\rtf", "is a rich-text document", "Save it as plain text and submit it again."),
    (rb"\xff\xfe|\xfe\xff", "is saved as UTF-16", "Save it as UTF-8 and submit it again."),
)
"""How files begin that students submit by accident, what they are, and what to do."""


class SubmissionError(Exception):
    """The file cannot be graded; the message tells the student why and what to do."""


@dataclass(frozen=True)
class Cell:
    """One code cell: its number as the student counts, its text, and whether the text is ours (from the release).

    ``number`` is the position among all cells of a notebook, from 1; in a ``.py`` file the line where ``source`` starts; 0 if ours.
    """

    number: int
    source: str
    ours: bool = False


@dataclass(frozen=True)
class Submission:
    """The code of one submission, ready for the worker."""

    name: str
    student: str
    sha256: str
    cells: tuple[Cell, ...]


def shown(name: object) -> str:
    """A name fit for tables and JSON: no control characters, no half surrogates from a file system in another encoding."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(name))


def check_size(name: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise refusal(name, f"is larger than {MAX_BYTES // MIB} MiB", CLEAR)
    return data


def refusal(name: str, problem: str, cure: str) -> SubmissionError:
    return SubmissionError(shown(f"{name} {problem}. {cure}"))


def load(source_name: str, student: str, data: bytes, release: bytes | None) -> Submission:
    """Read a submission's code.

    Cells that the release gives and locks replace the student's of the same ``grade_id``; a missing one is put back after the given cell
    before it in the release, the first at the very start. Locked grade cells, the visible examples, are left out.

    Parameters
    ----------
    source_name : str
        For messages; its suffix says which kind of file it is.
    student : str
        Who wrote it, if known.
    data : bytes
        Content of the file, untrusted.
    release : bytes or None
        The released notebook, trusted; without it all cells are the student's.

    Raises
    ------
    SubmissionError
        If no code can be read; in words for the student.
    CourseError
        If the release cannot be read.
    """
    given, examples = _release(release) if release is not None else ({}, frozenset[str]())
    suffix = PurePosixPath(source_name).suffix.lower()
    check_size(source_name, data)
    if suffix == ".ipynb":
        notebook = document(source_name, data)
        _check_language(source_name, notebook)
        cells = _merge(_notebook(notebook), given, examples)
    elif suffix == ".py":
        cells = [*(Cell(0, source, ours=True) for source in given.values()), *_script(_script_text(source_name, data))]
    else:
        raise refusal(source_name, "is neither a notebook (.ipynb) nor a .py file", "Submit one of these.")
    return Submission(source_name, student, hashlib.sha256(data).hexdigest(), tuple(cells))


class _NotebookCell(NamedTuple):
    """What we keep of a notebook's cell; ``grade_id`` is empty where nbgrader left no mark."""

    number: int
    code: bool
    source: str
    grade_id: str
    locked: bool
    grade: bool


@lru_cache(maxsize=64)
def _release(data: bytes) -> tuple[Mapping[str, str], frozenset[str]]:
    """The given code cells of a release by ``grade_id``, in order, and the ids of its visible examples."""
    try:
        locked = [cell for cell in _notebook(document("The released notebook", data)) if cell.locked and cell.grade_id]
    except SubmissionError as error:
        raise CourseError(f"The release cannot be read: {error}") from None
    given: dict[str, str] = {}
    for cell in locked:
        if cell.code and not cell.grade:
            given.setdefault(cell.grade_id, cell.source)
    return given, frozenset(cell.grade_id for cell in locked if cell.grade)


def _merge(theirs: Sequence[_NotebookCell], given: Mapping[str, str], examples: Collection[str]) -> list[Cell]:
    missing = dict(given)
    placed: list[tuple[str | None, Cell]] = []
    for cell in theirs:
        if cell.code and cell.grade_id in missing:
            placed.append((cell.grade_id, Cell(0, missing.pop(cell.grade_id), ours=True)))
        elif cell.code and cell.grade_id not in examples:
            placed.append((None, Cell(cell.number, cell.source)))
    after = 0
    for grade_id, source in given.items():
        if grade_id in missing:
            placed.insert(after, (grade_id, Cell(0, source, ours=True)))
        after = 1 + [name for name, _ in placed].index(grade_id)
    return [cell for _, cell in placed]


def document(name: str, data: bytes) -> dict[str, Any]:
    """A notebook's JSON, of any version; it surely has a list of cells or of worksheets, nothing else is known about it."""
    _check_text(name, data)
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_PARTS:
        raise refusal(name, "holds far more data than a notebook needs", CLEAR)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise refusal(name, "is not saved as UTF-8 text", DOWNLOAD) from None
    except RecursionError:
        raise refusal(name, "is nested too deeply to be a notebook", DOWNLOAD) from None
    except ValueError as error:
        if re.search(rb"^(<<<<<<<|>>>>>>>) ", data, re.MULTILINE):
            raise refusal(name, "contains merge conflict markers of Git (<<<<<<<)", "Resolve the conflict and submit the result.") from None
        if not data.removeprefix(BOM).lstrip().startswith(b"{"):
            raise refusal(name, "is not a notebook: its text does not begin with '{'", DOWNLOAD) from None
        raise refusal(name, f"is damaged or cut off: it makes no sense in line {getattr(error, 'lineno', '?')}", DOWNLOAD) from None
    if not isinstance(document, dict) or not any(isinstance(document.get(key), list) for key in ("cells", "worksheets")):
        raise refusal(name, "is JSON but not a notebook: it has no cells", DOWNLOAD)
    return document


def _check_text(name: str, data: bytes) -> None:
    start = data.removeprefix(BOM).lstrip()
    for pattern, problem, cure in FOREIGN:
        if re.match(pattern, start, re.IGNORECASE):
            raise refusal(name, problem, cure)
    if b"\0" in data:
        raise refusal(name, "is not text: it contains NUL bytes", SAVE)


def _check_language(name: str, notebook: dict[str, Any]) -> None:
    metadata = table(notebook, "metadata")
    language = table(metadata, "kernelspec").get("language") or table(metadata, "language_info").get("name")
    if isinstance(language, str) and "python" not in language.lower():
        raise refusal(name, f"is a notebook in {language[:40]}, not in Python", "Choose a Python kernel, answer in Python, submit again.")


def _notebook(notebook: dict[str, Any]) -> list[_NotebookCell]:
    """All cells of a notebook of version 3 or 4; what is not as it should be is passed over, and still counted."""
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        sheets = [sheet.get("cells") for sheet in notebook["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    return [_notebook_cell(number, cell if isinstance(cell, dict) else {}) for number, cell in enumerate(cells, 1)]


def _notebook_cell(number: int, cell: dict[str, Any]) -> _NotebookCell:
    mark = table(table(cell, "metadata"), "nbgrader")
    grade_id = mark.get("grade_id")
    source = _joined(cell["source"] if "source" in cell else cell.get("input"))
    return _NotebookCell(number, cell.get("cell_type") == "code", source, grade_id if isinstance(grade_id, str) else "",
                         locked=mark.get("locked") is True, grade=mark.get("grade") is True)


def _joined(source: object) -> str:
    """A cell's text, given as one string or as lines, with or (version 3) without their ends; always fit to be encoded."""
    if isinstance(source, list):
        lines = [line for line in source if isinstance(line, str)]
        source = ("" if lines and lines[0].endswith("\n") else "\n").join(lines)
    return source.encode("utf-8", "replace").decode() if isinstance(source, str) else ""


def table(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def _script_text(name: str, data: bytes) -> str:
    """Decode as Python would, and as Latin-1 where Python would give up; with the line ends that Python counts."""
    _check_text(name, data)
    data = data.removeprefix(BOM)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding if encoding in CODECS else "utf-8")
    except (SyntaxError, UnicodeDecodeError):
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _script(text: str) -> list[Cell]:
    """Cells of a percent-format file; of any other script, its top-level statements, so that an error in one hides no other."""
    if len(text) > MAX_SPLIT:
        return [Cell(1, text)]
    lines = text.split("\n")
    statements = _statements(text)
    inside = {line for first, last in statements for line in range(first + 1, last + 1)}
    marks = [number for number, line in enumerate(lines, 1) if MARKER.match(line) and number not in inside]
    if marks:
        spans = [(mark, end - 1) for mark, end in pairwise([0, *marks, len(lines) + 1])]
        spans = [(mark + 1, last) for mark, last in spans if not mark or not TEXT_MARKER.search(lines[mark - 1])]
    else:
        ends = [0, *(last for _, last in statements[:-1]), len(lines)]
        spans = [(end + 1, last) for end, last in pairwise(ends)]
    return [cell for cell in (_script_cell(lines, first, last) for first, last in spans) if cell.source]


def _script_cell(lines: Sequence[str], first: int, last: int) -> Cell:
    while first < last and not lines[first - 1].strip():
        first += 1
    return Cell(first, "\n".join(lines[first - 1 : last]).rstrip())


def _statements(text: str) -> list[tuple[int, int]]:
    """First (after decorators) and last lines of top-level statements; those that share a line are one. Empty if not plain Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    spans: list[tuple[int, int]] = []
    for node in body:
        first = spans.pop()[0] if spans and node.lineno <= spans[-1][1] else node.lineno
        spans.append((first, node.end_lineno or first))
    return spans
