"""Finding hidden lines where students can read, whatever form they have there."""

from __future__ import annotations

import gzip
import html
import io
import json
import shutil
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder import leaks
from autograder.build import source_notebook
from autograder.exercise import CourseError, Exercise, discover

FAKE = Path(__file__).parent / "fake_course"
LINE = "    return np.asarray(a) + np.asarray(b)"
FROM = "solutions/adding/adding.py:35"
PROSE = "Each element of the sum is the exact sum of two numbers, rounded once to the nearest representable number."


@pytest.fixture(scope="module")
def secrets() -> dict[str, str]:
    """The secrets of the fake course."""
    return leaks.secrets(discover(FAKE).values())


def copied(tmp_path: Path) -> Exercise:
    """An exercise that a test may change."""
    shutil.copytree(FAKE, tmp_path / "course")
    return discover(tmp_path / "course")["adding"]


def found(tmp_path: Path, name: str, content: str | bytes, secrets: dict[str, str]) -> list[str]:
    """What is found in a folder with one file."""
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return leaks.find(tmp_path / "site", secrets)


def notebook(**cell: Any) -> str:
    """A notebook with one innocent and one other cell."""
    plain = {"cell_type": "markdown", "metadata": {}, "source": "# Words"}
    other = {"cell_type": "code", "metadata": {}, "outputs": [], "source": "", "execution_count": None}
    return json.dumps({"cells": [plain, {**other, **cell}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def zipped(content: bytes, name: str = "page.html") -> bytes:
    """A zip file with one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def highlighted(code: str) -> str:
    """The code as Sphinx shows it."""
    shown: str = highlight(f"x = 1\n{code}\ny = 2\n", PythonLexer(), HtmlFormatter(linenos="inline"))
    return shown


DISGUISES: dict[str, tuple[str, Callable[[str], str | bytes]]] = {
    "as it is": ("a.py", lambda line: line),
    "with other spaces": ("a.py", lambda line: "\t" + line.strip().replace(" + ", "+").replace("(", "( ")),
    "commented out": ("a.py", lambda line: "x = 1\n#  " + line.strip()),
    "in a docstring": ("a.md", lambda line: f"> * `{line.strip()}`\n"),
    "with a comment after it": ("a.py", lambda line: line + "  # easy"),
    "between other words": ("a.txt", lambda line: "then " + line.strip() + " and be done"),
    "in a page, escaped": ("a.html", lambda line: f"<pre>{''.join(f'&#{ord(character)};' for character in line)}</pre>"),
    "in a page, highlighted": ("a.html", highlighted),
    "in an attribute": ("a.html", lambda line: f'<button data-code="{html.escape(line).replace("+", "&#43;")}">copy</button>'),
    "in a feed, escaped and highlighted": ("a.xml", lambda line: f"<p>{highlighted(line)}</p>"),
    "in a search index": ("searchindex.js", lambda line: 'index({"docs": ' + json.dumps(f"x = 1\n{line.strip()}\nreturn") + "})"),
    "in a script, escaped": ("a.js", lambda line: "let a = '" + "".join(f"\\u{ord(character):04x}" for character in line) + "'"),
    "in a highlighted script": ("a.js", lambda line: json.dumps(highlighted(line)).replace("<", "\\u003c")),
    "packed": ("a.svgz", lambda line: gzip.compress(line.encode())),
    "in a book": ("a.epub", lambda line: zipped(highlighted(line).encode())),
    "packed twice": ("a.zip", lambda line: zipped(gzip.compress(line.encode()), "a.gz")),
    "among bytes": ("a.bin", lambda line: b"\xff\x00\x80" + line.encode() + b"\x00\xfe"),
    "in a notebook": ("a.ipynb", lambda line: notebook(source=line)),
    "in a notebook, in pieces": ("a.ipynb", lambda line: notebook(source=["x = 1\n", line[:20], line[20:]])),
    "in an output": ("a.ipynb", lambda line: notebook(outputs=[{"data": {"text/html": [highlighted(line)]}}])),
    "in a traceback": ("a.ipynb", lambda line: notebook(outputs=[{"output_type": "error", "traceback": ["----> 1 " + line.strip()]}])),
    "in metadata": ("a.ipynb", lambda line: notebook(metadata={"note": {"deep": [1, {"er": line}]}})),
    "in a broken notebook": ("a.ipynb", lambda line: notebook(source=line)[:-9]),
    "in a deep folder": ("_sources/deep/a.md.txt", lambda line: line),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_line_is_found_in_any_disguise(tmp_path: Path, secrets: dict[str, str], disguise: str) -> None:
    """A line of the reference is found, and the message names file and origin but not the line itself."""
    name, disguised = DISGUISES[disguise]
    messages = found(tmp_path, name, disguised(LINE), secrets)
    assert len(messages) == 1
    assert messages[0].startswith(f"site/{name}") and messages[0].endswith(f": shows {FROM}")
    assert "asarray" not in messages[0]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_another_line_is_not_found_in_the_same_disguise(tmp_path: Path, secrets: dict[str, str], disguise: str) -> None:
    """What differs in one word is no leak."""
    name, disguised = DISGUISES[disguise]
    assert found(tmp_path, name, disguised(LINE.replace("(b)", "(c)")), secrets) == []


@pytest.mark.parametrize(("name", "content", "place"), [
    ("a.py", f"x = 1\n\n{LINE}\n", "site/a.py:3: "),
    ("a.html", f"<p\nclass=x>\n</p>\n<b>{LINE.replace('+', '&#43;')}</b>", "site/a.html:4: "),
    ("a.ipynb", notebook(source=LINE), "site/a.ipynb, cell 2: "),
    ("a.zip", zipped(LINE.encode(), "b/c.txt"), "site/a.zip, in it b/c.txt: "),
])
def test_the_place_is_named(tmp_path: Path, secrets: dict[str, str], name: str, content: str | bytes, place: str) -> None:
    """The message says where in the file: the line, the cell, the member."""
    assert [message.partition("shows")[0] for message in found(tmp_path, name, content, secrets)] == [place]


def test_each_hidden_file_is_secret(tmp_path: Path, secrets: dict[str, str]) -> None:
    """Reference, value, model answer, rubric, checks, mistakes and alternatives are found when they are copied out whole."""
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted((FAKE / "solutions").rglob("*.py")))
    origins = {message.rpartition(" ")[2].partition(":")[0] for message in found(tmp_path, "all.txt", whole, secrets)}
    names = ("adding.py", "test_adding.py", "mistakes/adds_the_factor.py", "mistakes/subtracts.py", "alternatives/lists.py")
    assert origins == {f"solutions/adding/{name}" for name in names}
    texts = {"answer = 120.0", PROSE, "1 point: rounding happens once, after the addition", "equal(reference.answer, 120.0)"}
    for text in texts:
        assert leaks.find(tmp_path, {" ".join(leaks.code_words(text)): "x"} | {" ".join(leaks.prose_words(text)): "x"})
        assert {" ".join(leaks.code_words(text)), " ".join(leaks.prose_words(text))} & set(secrets)


@pytest.mark.parametrize("shown", [
    PROSE.replace("sum", "*sum*").replace("exact", "<em>exact</em>"),
    PROSE.replace(" rounded", "\nrounded"),
    "<p>" + PROSE.replace(",", "&#44;").replace(" ", "&nbsp;") + "</p>",
])
def test_prose_is_found_as_a_page_renders_it(tmp_path: Path, secrets: dict[str, str], shown: str) -> None:
    """A model answer is found with emphasis, other line breaks and entities."""
    assert any("adding.py:98" in message for message in found(tmp_path, "a.html", shown, secrets))


def test_a_source_that_is_not_cleared_is_found(tmp_path: Path, secrets: dict[str, str]) -> None:
    """Were the notebook with solutions released, every hidden line of it would be named."""
    messages = found(tmp_path, "adding.ipynb", nbformat.writes(source_notebook(discover(FAKE)["adding"])), secrets)
    lines = {int(message.rpartition(":")[2]) for message in messages if "/adding.py:" in message}
    assert lines == {int(origin.rpartition(":")[2]) for origin in secrets.values() if "/adding.py:" in origin}
    assert {35, 66, 85, 98, 99} <= lines


def test_the_release_and_the_page_are_clean(secrets: dict[str, str]) -> None:
    """Nothing hidden is in what the fake course gives to students."""
    assert leaks.find(FAKE / "exercises", secrets) == [] and leaks.find(FAKE / "book", secrets) == []


@pytest.mark.parametrize("idiom", [
    "import numpy as np", "from autograder.checks import close, task", "from x import (\n    first_thing, second_thing,\n)",
    "return", "return several_results", "return first_one, second_one", "x = y + 1", "pass", "raise NotImplementedError()",
    "if something_given is None:\n    pass\nelif something_given:\n    pass\nelse:\n    pass",
    "try:\n    pass\nexcept ValueError:\n    pass\nfinally:\n    pass", "for item_number in range(len(items)):\n    continue",
    "raise ValueError('not a unit quaternion')", "height, width = image.shape", "count = image.shape[0]", "total_energy = 0.0",
    "collected = []", "image = np.asarray(image, dtype=float)", "result = np.zeros_like(image)", "return np.array(collected)",
    "return np.array([\n])", "return [[\n], [0, 0, 1], [1, 0, 0]\n]", "def helper_of_mine(first, second):\n    pass",
    "@functools.lru_cache(maxsize=None)\ndef inner():\n    pass", "close(got, expected)",
    "def inner():\n    \"\"\"Words that a report prints.\"\"\"",
])
def test_lines_that_tell_nothing_do_not_count(tmp_path: Path, idiom: str) -> None:
    """Idioms, imports, docstrings of overlays and what is too short are nobody's secret; the telling line before them is."""
    exercise = copied(tmp_path)
    before = leaks.secret_lines(exercise)
    body = textwrap.indent(f"telling = vector ** factor + 17\n{idiom}\n", "    ")
    with exercise.mistakes[0].open("a", encoding="utf-8") as stream:
        stream.write(f"\n\ndef scale(vector, factor):\n{body}")
    assert leaks.secret_lines(exercise) - before == {"telling = vector * * factor + 17"}


@pytest.mark.parametrize("where", ["solutions/adding/test_visible.py", "solutions/adding/adding.py"])
def test_what_students_are_given_is_no_secret(tmp_path: Path, where: str) -> None:
    """A line that also stands in a visible check or outside the markers is not reported; elsewhere it is."""
    exercise = copied(tmp_path)
    line = "pairs = st.lists(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), min_size=1, max_size=3)"
    normal = " ".join(leaks.code_words(line))
    assert normal in leaks.secret_lines(exercise)
    path = tmp_path / "course" / where
    path.write_text(path.read_text(encoding="utf-8") + f"\n# %% [markdown]\n# ```\n# {line}\n# ```\n", encoding="utf-8")
    assert normal not in leaks.secret_lines(exercise)


def test_what_another_exercise_gives_is_no_secret(tmp_path: Path) -> None:
    """Of several exercises together, what students of one are given is no secret of another."""
    exercise = copied(tmp_path)
    folder = Path(shutil.copytree(exercise.folder, exercise.folder.with_name("more")))
    for old, new in (("adding.py", "more.py"), ("test_adding.py", "test_more.py")):
        (folder / old).rename(folder / new)
    with (folder / "more.py").open("a", encoding="utf-8") as stream:
        stream.write(f'\n# %% given="sum"\ndef f(a, b):\n{LINE}\n')
    both = discover(tmp_path / "course")
    normal = " ".join(leaks.code_words(LINE))
    assert normal in leaks.secrets([both["adding"]]) and normal not in leaks.secrets(both.values())


def test_a_value_is_secret_even_if_short(tmp_path: Path) -> None:
    """The answer of a value task counts, short as it is."""
    exercise = copied(tmp_path)
    text = exercise.source.read_text(encoding="utf-8")
    exercise.source.write_text(text.replace("answer = 120.0\n### END", "answer = 7\n### END"), encoding="utf-8")
    assert "answer = 7" in leaks.secret_lines(exercise)


def test_code_and_its_comment_are_two_secrets(tmp_path: Path) -> None:
    """A line is found without its comment, and a comment of some length without its line."""
    exercise = copied(tmp_path)
    text = exercise.source.read_text(encoding="utf-8")
    exercise.source.write_text(text.replace(LINE, f"{LINE}  # both become arrays before the plus"), encoding="utf-8")
    assert {" ".join(leaks.code_words(LINE)), "both become arrays before the plus"} <= leaks.secret_lines(exercise)


def test_a_broken_hidden_file_is_named(tmp_path: Path) -> None:
    """A mistake that is not Python is an author's error, with file and line."""
    exercise = copied(tmp_path)
    exercise.mistakes[1].write_text('"""Words."""\n\ndef add(:\n', encoding="utf-8")
    with pytest.raises(CourseError, match=r"subtracts\.py:3: not Python"):
        leaks.secret_lines(exercise)
