"""A student's file, read without trusting it: bytes in, cells of code out.

Nothing is run, extracted or unpickled. Notebooks are read as plain JSON rather than by nbformat, and ``.py`` files split here rather than
by jupytext: only the source of code cells is wanted, files that break the schema can still be graded, line numbers survive, and hostile
files cost nothing extra. The tests hold both libraries against this module.
"""

from __future__ import annotations

import ast
import hashlib
import io
import json
import re
import stat
import struct
import tokenize
import warnings
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from autograder.exercise import CourseError

MIB = 1 << 20
MAX_BYTES = 50 * MIB  # of one submission
MAX_PARTS = 1_000_000  # values in a notebook's JSON: each takes far more memory than its bytes
MAX_SPLIT = 128 << 10  # characters of a .py file that is split: parsing 1 MiB can take 5 s and 1 GB, so a longer file is one cell
MAX_MEMBERS = 10_000  # of a zip
MAX_TOTAL = 2 << 30  # bytes that the members of a zip declare, together
MAX_DIRECTORY = 512 * MAX_MEMBERS  # bytes of a zip's directory, which zipfile reads whole before anyone can count members

KINDS = (".ipynb", ".py")
SKIPPED = {"__pycache__", "__MACOSX", "data", "test_visible.py", "conftest.py"}  # the last two are released with the exercise
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # zipfile unpacks these in bounded steps; bytes of bzip2 become GB in one
BOM = b"\xef\xbb\xbf"
CODECS = ("iso-8859-1", "iso-8859-15", "cp1252")  # a declared codec could also be one that takes hours (punycode)
UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError, KeyError)
MOODLE = re.compile(r"(.+?)_\d+_assignsubmission_")
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


@dataclass(frozen=True)
class Source:
    """Where a submission's bytes are, not the bytes themselves; cheap to send to another process.

    ``member`` is the name inside the zip at ``path``; ``name``, for tables, is relative to the argument given to `find`
    (``class.zip/ana/dft_vs_fft.ipynb``); ``student`` is the best guess, or empty.
    """

    path: Path
    member: str | None = None
    name: str = ""
    student: str = ""


def find(paths: Sequence[Path], slugs: Collection[str] = ()) -> tuple[list[Source], list[str]]:
    """Every submission among files, folders and zips, and notes on what was left out and why.

    Parameters
    ----------
    paths : sequence of Path
        Notebooks, ``.py`` files, zips of them, and folders (searched to any depth).
    slugs : collection of str
        Known exercises, which improve the guess of the student.

    Returns
    -------
    sources : list of Source
        Each file once, in the order of ``paths``, below one path alphabetically.
    notes : list of str

    Raises
    ------
    SubmissionError
        If a path does not exist.
    """
    found: dict[tuple[Path, str | None], Source] = {}
    notes: list[str] = []
    for path in paths:
        for item in _below(path, slugs):
            if isinstance(item, str):
                notes.append(item)
            else:
                found.setdefault((item.path.resolve(), item.member), item)
    return list(found.values()), notes


def _below(argument: Path, slugs: Collection[str]) -> Iterator[Source | str]:
    """Sources, and notes in place of what is left out."""
    try:
        in_folder = stat.S_ISDIR(argument.stat().st_mode)
    except (OSError, ValueError):
        raise SubmissionError(f"{_shown(argument)} does not exist or cannot be read") from None
    waiting = [argument]  # a stack: folders may be nested deeper than Python recurses
    while waiting:
        path = waiting.pop()
        relative = path.relative_to(argument if in_folder else argument.parent)
        try:
            if path is argument or not path.is_symlink():
                if path.is_dir():
                    waiting.extend(sorted((child for child in path.iterdir() if not _passed_over((child.name,))), reverse=True))
                else:
                    yield from _file(path, relative, in_folder, slugs)
            elif path.suffix.lower() in (*KINDS, ".zip") or path.is_dir():
                yield f"{_shown(relative)}: left out, a symbolic link"
        except OSError as error:
            yield f"{_shown(relative)}: left out, {error.strerror}"


def _file(path: Path, relative: Path, in_folder: bool, slugs: Collection[str]) -> Iterator[Source | str]:
    suffix = path.suffix.lower()
    depth = len(relative.parts) if in_folder else 0
    if suffix not in (*KINDS, ".zip"):
        if not in_folder:
            yield f"{_shown(relative)}: left out, neither a notebook (.ipynb), a .py file, a zip nor a folder"
    elif not path.is_file():
        yield f"{_shown(relative)}: left out, not a regular file"
    elif suffix == ".zip":
        yield from _members(path, relative, depth, slugs)
    else:
        yield Source(path, None, _shown(relative), _student(path.absolute().parts, max(depth - 1, 0), slugs))


def _members(path: Path, relative: Path, depth: int, slugs: Collection[str]) -> Iterator[Source | str]:
    """Submissions in the zip at ``path``, which is, with its folders, ``depth`` folders below the argument."""
    try:
        with _Zip(path) as file, zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except UNREADABLE as error:
        yield f"{_shown(relative)}: left out, not a zip that can be read ({_shown(error)})"
        return
    if len(members) > MAX_MEMBERS:
        yield f"{_shown(relative)}: left out, {len(members)} members are more than {MAX_MEMBERS}"
    elif (total := sum(member.file_size for member in members)) > MAX_TOTAL:
        yield f"{_shown(relative)}: left out, unpacked it would take {total // MIB} MiB, more than {MAX_TOTAL // MIB}"
    else:
        above = path.absolute().with_suffix("").parts
        for member in sorted({member.filename: member for member in members}.values(), key=lambda member: member.filename):
            inner = _inner(member.filename)
            if member.filename.endswith("/") or _passed_over(inner.parts) or inner.suffix.lower() not in (*KINDS, ".zip"):
                continue
            if reason := _refused(member):
                yield f"{_shown(relative / inner.relative_to(inner.anchor))}: left out, {reason}"
            else:
                student = _student((*above, *inner.parts), depth + len(inner.parts) - 1, slugs)
                yield Source(path, member.filename, _shown(relative / inner), student)


def _refused(member: zipfile.ZipInfo) -> str:
    """Why a member of a zip is not read; empty if it is."""
    inner = _inner(member.filename)
    if inner.suffix.lower() == ".zip":
        return "a zip inside a zip; unpack it first"
    if inner.is_absolute() or re.match(r"[A-Za-z]:", str(inner)):
        return "an absolute path"
    if ".." in inner.parts:
        return "a path that leads out of the zip (`..`)"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a symbolic link"
    if member.flag_bits & 1:
        return "encrypted"
    return "" if member.compress_type in COMPRESSIONS else "compressed in an unusual way; zip it again the ordinary way"


def _inner(member: str) -> PurePosixPath:
    return PurePosixPath(member.replace("\\", "/"))


def _passed_over(parts: Sequence[str]) -> bool:
    """Whether a path below the argument is nobody's submission: hidden, a cache, data, or part of the release."""
    return any(part in SKIPPED or (part.startswith(".") and part != "..") for part in parts)


def _student(parts: Sequence[str], depth: int, slugs: Collection[str]) -> str:
    """Guess the student from a path of which the last ``depth`` folders lie below the argument."""
    *folders, file = parts
    for part in reversed(parts):
        if moodle := MOODLE.match(part):
            return _shown(moodle[1])
    stem = PurePosixPath(file).stem
    if len(folders) > 1 and folders[-1] == stem and (not slugs or stem in slugs):
        return _shown(folders[-2])
    if below := [folder for folder in folders[len(folders) - depth :] if folder not in slugs]:
        return _shown(below[-1])
    for slug in sorted(slugs, key=len, reverse=True):
        rest, found = re.subn(re.escape(slug).replace("_", "[-_ ]+"), "", stem, count=1, flags=re.IGNORECASE)
        if found:
            return _shown(rest.strip(" -_."))
    return _shown(stem)


def _shown(name: object) -> str:
    """A name fit for tables and JSON: no control characters, no half surrogates from a file system in another encoding."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(name))


class _Zip(io.BufferedReader):
    """A zip on disk that refuses to be read in pieces larger than an honest directory."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MAX_DIRECTORY:
            raise zipfile.BadZipFile("its directory is too large")
        return super().read(size)


def read(source: Source) -> bytes:
    """The bytes of a submission, at most `MAX_BYTES` of them.

    Raises
    ------
    SubmissionError
        If the file is larger, gone, damaged or not to be read; in words for the student.
    """
    name = source.name or source.member or source.path.name
    try:
        if source.member is not None:
            return _unzipped(source.path, source.member, name)
        with source.path.open("rb") as file:
            return _checked(name, file.read(MAX_BYTES + 1))
    except UNREADABLE as error:
        raise _error(name, f"cannot be read ({getattr(error, 'strerror', None) or error})", "Submit it again.") from None


def _unzipped(path: Path, member: str, name: str) -> bytes:
    with _Zip(path) as file, zipfile.ZipFile(file) as archive:
        info = archive.getinfo(member)
        if reason := _refused(info):
            raise ValueError(reason)
        if info.file_size > MAX_BYTES:
            raise _error(name, f"is larger than {MAX_BYTES // MIB} MiB", CLEAR)
        with archive.open(info) as stream:  # which ends at the size declared, whatever follows
            return b"".join(iter(lambda: stream.read(MIB), b""))


def _checked(name: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise _error(name, f"is larger than {MAX_BYTES // MIB} MiB", CLEAR)
    return data


def _error(name: str, problem: str, cure: str) -> SubmissionError:
    return SubmissionError(_shown(f"{name} {problem}. {cure}"))


def slug_of(source: Source, data: bytes, slugs: Collection[str]) -> str | None:
    """Which exercise a submission answers; None if nothing points to one of ``slugs``.

    The notebook's metadata decide (``metadata.cryoem.exercise``), then the file's name, then the folders and the zip it is in, nearest
    first. A name starts with a slug or else contains one; the longest wins.
    """
    file = _inner(source.member or source.path.name)
    if file.suffix.lower() == ".ipynb" and (claimed := _claimed(data)) in slugs:
        return claimed
    for part in (file.name, *reversed(PurePosixPath(source.name).parts[:-1])):
        if slug := _match(part, slugs):
            return slug
    # Outside the argument only exact names count: those folders are the instructor's, not the class's.
    return next((folder.name for folder in source.path.absolute().parents if folder.name in slugs), None)


def _claimed(data: bytes) -> str | None:
    try:
        claimed = _table(_table(_document("", data), "metadata"), "cryoem").get("exercise")
    except SubmissionError:
        return None
    return claimed if isinstance(claimed, str) else None


def _match(name: str, slugs: Collection[str]) -> str | None:
    text = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    for fits in (str.startswith, str.__contains__):
        if matching := [slug for slug in slugs if fits(text, slug)]:
            return max(matching, key=lambda slug: (len(slug), slug))
    return None


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
    _checked(source_name, data)
    if suffix == ".ipynb":
        document = _document(source_name, data)
        _check_language(source_name, document)
        cells = _merge(_notebook(document), given, examples)
    elif suffix == ".py":
        cells = [*(Cell(0, source, ours=True) for source in given.values()), *_script(_script_text(source_name, data))]
    else:
        raise _error(source_name, "is neither a notebook (.ipynb) nor a .py file", "Submit one of these.")
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
        locked = [cell for cell in _notebook(_document("The released notebook", data)) if cell.locked and cell.grade_id]
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


def _document(name: str, data: bytes) -> dict[str, Any]:
    """A notebook's JSON, of any version; it surely has a list of cells or of worksheets, nothing else is known about it."""
    _check_text(name, data)
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_PARTS:
        raise _error(name, "holds far more data than a notebook needs", CLEAR)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _error(name, "is not saved as UTF-8 text", DOWNLOAD) from None
    except RecursionError:
        raise _error(name, "is nested too deeply to be a notebook", DOWNLOAD) from None
    except ValueError as error:
        if re.search(rb"^(<<<<<<<|>>>>>>>) ", data, re.MULTILINE):
            raise _error(name, "contains merge conflict markers of Git (<<<<<<<)", "Resolve the conflict and submit the result.") from None
        if not data.removeprefix(BOM).lstrip().startswith(b"{"):
            raise _error(name, "is not a notebook: its text does not begin with '{'", DOWNLOAD) from None
        raise _error(name, f"is damaged or cut off: it makes no sense in line {getattr(error, 'lineno', '?')}", DOWNLOAD) from None
    if not isinstance(document, dict) or not any(isinstance(document.get(key), list) for key in ("cells", "worksheets")):
        raise _error(name, "is JSON but not a notebook: it has no cells", DOWNLOAD)
    return document


def _check_text(name: str, data: bytes) -> None:
    start = data.removeprefix(BOM).lstrip()
    for pattern, problem, cure in FOREIGN:
        if re.match(pattern, start, re.IGNORECASE):
            raise _error(name, problem, cure)
    if b"\0" in data:
        raise _error(name, "is not text: it contains NUL bytes", SAVE)


def _check_language(name: str, document: dict[str, Any]) -> None:
    metadata = _table(document, "metadata")
    language = _table(metadata, "kernelspec").get("language") or _table(metadata, "language_info").get("name")
    if isinstance(language, str) and "python" not in language.lower():
        raise _error(name, f"is a notebook in {language[:40]}, not in Python", "Choose a Python kernel, answer in Python and submit again.")


def _notebook(document: dict[str, Any]) -> list[_NotebookCell]:
    """All cells of a notebook of version 3 or 4; what is not as it should be is passed over, and still counted."""
    cells = document.get("cells")
    if not isinstance(cells, list):
        sheets = [sheet.get("cells") for sheet in document["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    return [_notebook_cell(number, cell if isinstance(cell, dict) else {}) for number, cell in enumerate(cells, 1)]


def _notebook_cell(number: int, cell: dict[str, Any]) -> _NotebookCell:
    mark = _table(_table(cell, "metadata"), "nbgrader")
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


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
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
