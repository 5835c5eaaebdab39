"""Where submissions are: in files, folders and zips, found and read without trusting them.

Nothing is extracted: members of a zip are only ever read into memory, and every size is bounded before it is read.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.cells import CLEAR, MAX_BYTES, MIB, SubmissionError, check_size, document, refusal, shown, table

MAX_MEMBERS = 10_000  # of a zip
MAX_TOTAL = 2 << 30  # bytes that the members of a zip declare, together
MAX_DIRECTORY = 512 * MAX_MEMBERS  # bytes of a zip's directory, which zipfile reads whole before anyone can count members

KINDS = (".ipynb", ".py")
SKIPPED = {"__pycache__", "__MACOSX", "data", "test_visible.py", "conftest.py"}  # the last two are released with the exercise
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # zipfile unpacks these in bounded steps; bytes of bzip2 become GB in one
UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError, KeyError)
MOODLE = re.compile(r"(.+?)_\d+_assignsubmission_")

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
    sources = list(found.values())
    notebooks = {_place(source) for source in sources if source.name.lower().endswith(".ipynb")}
    twins = [source for source in sources if source.name.lower().endswith(".py") and _place(source) in notebooks]
    notes += [f"{source.name}: left out, the notebook of that name beside it is graded" for source in twins]
    return [source for source in sources if source not in twins], notes


def _place(source: Source) -> tuple[str, str]:
    """Where a submission is, without the ending of its name."""
    whole = source.member or str(source.path)
    return (str(source.path) if source.member else "", whole.rpartition(".")[0])


def _below(argument: Path, slugs: Collection[str]) -> Iterator[Source | str]:
    """Sources, and notes in place of what is left out."""
    try:
        in_folder = stat.S_ISDIR(argument.stat().st_mode)
    except (OSError, ValueError):
        raise SubmissionError(f"{shown(argument)} does not exist or cannot be read") from None
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
                yield f"{shown(relative)}: left out, a symbolic link"
        except OSError as error:
            yield f"{shown(relative)}: left out, {error.strerror}"


def _file(path: Path, relative: Path, in_folder: bool, slugs: Collection[str]) -> Iterator[Source | str]:
    suffix = path.suffix.lower()
    depth = len(relative.parts) if in_folder else 0
    if suffix not in (*KINDS, ".zip"):
        if not in_folder:
            yield f"{shown(relative)}: left out, neither a notebook (.ipynb), a .py file, a zip nor a folder"
    elif not path.is_file():
        yield f"{shown(relative)}: left out, not a regular file"
    elif suffix == ".zip":
        yield from _members(path, relative, depth, slugs)
    else:
        yield Source(path, None, shown(relative), _student(path.absolute().parts, max(depth - 1, 0), slugs))


def _members(path: Path, relative: Path, depth: int, slugs: Collection[str]) -> Iterator[Source | str]:
    """Submissions in the zip at ``path``, which is, with its folders, ``depth`` folders below the argument."""
    try:
        with _Zip(path) as file, zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except UNREADABLE as error:
        yield f"{shown(relative)}: left out, not a zip that can be read ({shown(error)})"
        return
    if len(members) > MAX_MEMBERS:
        yield f"{shown(relative)}: left out, {len(members)} members are more than {MAX_MEMBERS}"
    elif (total := sum(member.file_size for member in members)) > MAX_TOTAL:
        yield f"{shown(relative)}: left out, unpacked it would take {total // MIB} MiB, more than {MAX_TOTAL // MIB}"
    else:
        above = path.absolute().with_suffix("").parts
        for member in sorted({member.filename: member for member in members}.values(), key=lambda member: member.filename):
            inner = _inner(member.filename)
            if member.filename.endswith("/") or _passed_over(inner.parts) or inner.suffix.lower() not in (*KINDS, ".zip"):
                continue
            if reason := _refused(member):
                yield f"{shown(relative / inner.relative_to(inner.anchor))}: left out, {reason}"
            else:
                student = _student((*above, *inner.parts), depth + len(inner.parts) - 1, slugs)
                yield Source(path, member.filename, shown(relative / inner), student)


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
            return shown(moodle[1])
    stem = PurePosixPath(file).stem
    if len(folders) > 1 and folders[-1] == stem and (not slugs or stem in slugs):
        return shown(folders[-2])
    if below := [folder for folder in folders[len(folders) - depth :] if folder not in slugs]:
        return shown(below[-1])
    for slug in sorted(slugs, key=len, reverse=True):
        rest, found = re.subn(re.escape(slug).replace("_", "[-_ ]+"), "", stem, count=1, flags=re.IGNORECASE)
        if found:
            return shown(rest.strip(" -_."))
    return shown(stem)


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
            return check_size(name, file.read(MAX_BYTES + 1))
    except UNREADABLE as error:
        raise refusal(name, f"cannot be read ({getattr(error, 'strerror', None) or error})", "Submit it again.") from None


def _unzipped(path: Path, member: str, name: str) -> bytes:
    with _Zip(path) as file, zipfile.ZipFile(file) as archive:
        info = archive.getinfo(member)
        if reason := _refused(info):
            raise ValueError(reason)
        if info.file_size > MAX_BYTES:
            raise refusal(name, f"is larger than {MAX_BYTES // MIB} MiB", CLEAR)
        with archive.open(info) as stream:  # which ends at the size declared, whatever follows
            return b"".join(iter(lambda: stream.read(MIB), b""))


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
        claimed = table(table(document("", data), "metadata"), "cryoem").get("exercise")
    except SubmissionError:
        return None
    return claimed if isinstance(claimed, str) else None


def _match(name: str, slugs: Collection[str]) -> str | None:
    text = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    for fits in (str.startswith, str.__contains__):
        if matching := [slug for slug in slugs if fits(text, slug)]:
            return max(matching, key=lambda slug: (len(slug), slug))
    return None


