"""Find lines that only the hidden half of an exercise holds, wherever students can read: the release, the built book, its search index.

A line is compared word by word, so neither indentation, a comment mark, spacing, quotes, HTML entities and highlighting, nor the escapes of
a JSON or JavaScript string hide it. Code is compared with its punctuation; prose (model answers, comments) by its words alone, since a page
renders the rest. Not looked into: pictures of text, and what is compressed inside a PDF.
"""

from __future__ import annotations

import ast
import bz2
import gzip
import html
import io
import json
import lzma
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.build import Part, parts
from autograder.exercise import CourseError, Exercise

Words = tuple[str, ...]
Index = Mapping[Words, list[tuple[Words, str]]]
"""First three words of a secret line to the whole line and where it comes from."""

SHORTEST, SHORTEST_VALUE, SHORTEST_PROSE = 12, 8, 5
"""Fewer characters of code, characters of a value task's answer, or words of prose tell nothing."""

_ESCAPED_SPACE = re.compile(r"\\+[nrt]")
_ESCAPED_CHARACTER = re.compile(r"\\+u([0-9a-fA-F]{4})")
_MARKS = str.maketrans(dict.fromkeys("\\'\"`\u2018\u2019\u201c\u201d\u00ad\u200b") | {"\u2212": "-", "\u2013": "-", "\u2014": "-"})
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_COMMENT = re.compile(r"(?:^|\s)#+\s*(.*)$")
_OPENERS = {b"\x1f\x8b": gzip.decompress, b"BZh": bz2.decompress, b"\xfd7zXZ": lzma.decompress}

_NAME = r"[A-Za-z_][\w.]*"
_IDIOM = re.compile(rf"""
      (import|from|if\ __name__)\b.* | see\ =.* | @.*                        # imports, a mistake's book section, decorators
    | (def|class|raise|assert\ False)\b.*                                    # a name, or a complaint
    | (return|yield|del|global|nonlocal)(\ {_NAME}(,\ {_NAME})*)?            # a bare return, or one of names
    | (else|try|finally|except.*|(el)?if\ (not\ )?{_NAME}(\ is(\ not)?\ None)?|(el)?if\ len\({_NAME}\)|with\ np\.errstate\(.*\)):
    | for\ {_NAME}(,\ {_NAME})*\ in\ ((range|enumerate|zip)\([\w.,\ ()]*\)|{_NAME}):
    | {_NAME}(,\ {_NAME})*\ =\ ({_NAME}(\[-?\d\])?|[01](\.0?)?|\[\]|\{{\}}|\(\))   # a name for a name or a length, or where a loop starts
    | (return\ |{_NAME}\ =\ )(np\.)?(array|asarray|zeros|ones|empty|zeros_like|ones_like|empty_like|copy|list|len|arange)\([\w.,\ =()[]*
    | (close|equal)\(got,\ expected\)
""", re.VERBOSE)


def secret_lines(exercise: Exercise) -> set[str]:
    """The telling lines of one exercise's hidden half, normalised; see `secrets`."""
    return set(secrets([exercise]))


def secrets(exercises: Iterable[Exercise]) -> dict[str, str]:
    """Lines students must not find, and where each comes from.

    They are the lines between solution markers, model answers and rubrics, mistakes, alternatives and hidden checks, without those that
    say nothing (imports, ``else:``, ``n = len(x)``), the sentences that reports print (docstrings of checks and mistakes), and the lines
    that students of any of these exercises are given anyway.

    Returns
    -------
    dict of str to str
        Normalised line to ``solutions/<slug>/<file>:<line>``.

    Raises
    ------
    CourseError
        If an exercise is written wrongly.
    """
    chosen = list(exercises)
    hidden: dict[str, str] = {}
    for exercise in chosen:
        for line, origin in _hidden(exercise):
            hidden.setdefault(line, origin)
    index = _index({line: line for line in hidden})
    given = {line for exercise in chosen for text in _given(exercise) for _, line in _hits(text, index)}
    return {line: origin for line, origin in hidden.items() if line not in given}


def find(folder: Path, secrets: Mapping[str, str]) -> list[str]:
    """Every place below ``folder`` where a secret line can be read.

    Parameters
    ----------
    folder : Path
        What students see: ``exercises/``, or the built book.
    secrets : mapping of str to str
        Normalised line to where it comes from, as from `secrets`.

    Returns
    -------
    list of str
        Sentences that name the file, the line (of a notebook: the cell) and the source of the leak, but do not repeat it.
    """
    index = _index(secrets)
    found: dict[str, None] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = (Path(folder.name) / path.relative_to(folder)).as_posix()
        for place, text in _texts(name, path.read_bytes()):
            for line, origin in _hits(text, index):
                found[f"{place or f'{name}:{line}'}: shows {origin}"] = None
    return list(found)


def code_words(text: str) -> Words:
    """A line of code as words and punctuation, without quotes and backslashes."""
    return tuple(re.findall(r"\w+|[^\w\s]", _ESCAPED_SPACE.sub(" ", text).translate(_MARKS)))


def prose_words(text: str) -> Words:
    """A line of prose as words alone."""
    return tuple(re.findall(r"[^\W_]+", _ESCAPED_SPACE.sub(" ", text).translate(_MARKS)))


def _hidden(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Normalised telling lines of the hidden files, with their origin."""
    course = exercise.folder.parent.parent
    for part in parts(exercise):
        origin = exercise.source.relative_to(course).as_posix()
        value = part.role == "solution" and exercise.tasks_by_id[part.name].kind == "value"
        for number, text, prose in _secret_part(part):
            yield from ((line, f"{origin}:{number}") for line in _telling(text, prose=prose, value=value))
    for path in (exercise.checks, *exercise.mistakes, *exercise.alternatives):
        lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
        spoken, imports = _statements(path, "\n".join(lines))
        for number, text in enumerate(lines, 1):
            if number not in spoken | imports:
                yield from ((line, f"{path.relative_to(course).as_posix()}:{number}") for line in _telling(text))


def _secret_part(part: Part) -> Iterator[tuple[int, str, bool]]:
    """Line number, text and whether it is prose, for the hidden lines of a cell."""
    first = part.lines[0][0] if part.lines else 0
    spoken, imports = _statements(Path(f"cell {part.number}"), part.source) if part.kind == "code" else (set(), set())
    for number, text, hidden in part.marked():
        if hidden and number - first + 1 not in imports:
            yield number, text, part.kind == "markdown" or number - first + 1 in spoken


def _statements(path: Path, source: str) -> tuple[set[int], set[int]]:
    """Line numbers of docstrings, and of imports (which may run over several lines)."""
    spoken, imports = set[int](), set[int]()
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise CourseError(f"{path}:{error.lineno}: not Python ({error.msg})") from None
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            spoken |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imports |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return spoken, imports


def _telling(text: str, *, prose: bool = False, value: bool = False) -> Iterator[str]:
    """The line in normal form if a student could learn something from it; code and its comment each for itself."""
    comment = None if prose else _COMMENT.search(text)
    code = "" if prose else text[: comment.start()].strip() if comment else text.strip()
    remark = text if prose else comment[1] if comment else ""
    words = code_words(code)
    speaks = re.search(r"[^\W\d]{2}|\d{4}", code) is not None
    if speaks and len(words) >= 3 and len(code) >= (SHORTEST_VALUE if value else SHORTEST) and (value or not _IDIOM.fullmatch(code)):
        yield " ".join(words)
    if len(prose_words(remark)) >= SHORTEST_PROSE:
        yield " ".join(prose_words(remark))


def _given(exercise: Exercise) -> Iterator[str]:
    """What students may read, as its author wrote it: not as it was built, or a leak would make itself public."""
    for part in parts(exercise):
        yield "\n".join(text for _, text, hidden in part.marked() if not hidden)
    if exercise.visible_checks.exists():
        yield exercise.visible_checks.read_text(encoding="utf-8")


def _index(secrets: Mapping[str, str]) -> Index:
    index = defaultdict(list)
    for line, origin in secrets.items():
        words = tuple(line.split(" "))
        index[words[:3]].append((words, origin))
    return dict(index)


def _hits(text: str, index: Index) -> Iterator[tuple[int, str]]:
    """Line number and origin of every secret in a text."""
    for view in _views(text):
        for split in (code_words, prose_words):
            if not index.keys().isdisjoint(_triples(split(view))):  # almost always so, and much faster than keeping line numbers
                yield from _located([split(line) for line in view.split("\n")], index)


def _located(lines: list[Words], index: Index) -> Iterator[tuple[int, str]]:
    numbers = [number for number, words in enumerate(lines, 1) for _ in words]
    stream = tuple(word for words in lines for word in words)
    for start, key in enumerate(_triples(stream)):
        for secret, origin in index.get(key, ()):
            if stream[start : start + len(secret)] == secret:
                yield numbers[start], origin


def _triples(words: Words) -> Iterator[Words]:
    return zip(words, words[1:], words[2:], strict=False)


def _views(text: str) -> Iterable[str]:
    """The text as it is; with its escapes and entities resolved; and without its tags. Line breaks stay where they are."""
    plain = _ESCAPED_CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
    bare = _TAG.sub(lambda match: " " + "\n" * match[0].count("\n"), plain)
    return dict.fromkeys((text, html.unescape(plain), html.unescape(bare)))


def _texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The texts in a file, each with the place it stands at; an empty place stands for the file, by lines."""
    for magic, opened in _OPENERS.items():
        if content.startswith(magic):
            content = opened(content)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                inside = f"{name}, in it {member}"
                yield from ((place or inside, text) for place, text in _texts(inside, archive.read(member)))
    elif name.endswith(".ipynb"):
        yield from _notebook_texts(name, content.decode("utf-8", "replace"))
    else:
        yield "", content.decode("utf-8", "replace")


def _notebook_texts(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Every string of a notebook, wherever it is: sources, outputs, attachments, metadata."""
    try:
        notebook = json.loads(text)
        cells = notebook.pop("cells")
    except (ValueError, KeyError, AttributeError):
        yield "", text
        return
    for number, cell in enumerate(cells, 1):
        yield from ((f"{name}, cell {number}", inner) for inner in _strings(cell))
    yield from ((f"{name}, metadata", inner) for inner in _strings(notebook))


def _strings(value: Any) -> Iterator[str]:
    """Every string below a JSON value; a list of strings is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield "".join(value)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
