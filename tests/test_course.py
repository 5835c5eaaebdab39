"""The book's Sphinx extension, on a book of one page."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import course
import nbformat
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from autograder.exercise import Exercise, load
from autograder.home import check
from autograder.submission import find

FAKE = Path(__file__).parent / "fake_course"
PAGE = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---

# A page & its title

A short line.

A paragraph that is long enough to say what "this page" is about, and is therefore shown by search engines.

```{code-cell}
1 + 1
```

```{exercise} adding
```

```{exercises}
```
"""


def built(root: Path, page: str = PAGE, **settings: Any) -> tuple[Path, str]:
    """The folder of the pages made from a course with one page, and the warnings."""
    book, warnings = root / "book", io.StringIO()
    if not book.exists():
        shutil.copytree(FAKE / "exercises", root / "exercises")
        (book / "demos").mkdir(parents=True)
        (book / "demos" / "wave.js").write_text("// waves\n", encoding="utf-8")
        (book / "matplotlibrc").write_text("font.size: 11\n", encoding="utf-8")
    (book / "index.md").write_text(page, encoding="utf-8")
    (book / "adding.md").write_text("---\norphan: true\n---\n\n# How to add\n", encoding="utf-8")
    with patch_docutils(), docutils_namespace():
        app = Sphinx(book, None, root / "_build" / "html", root / "_build" / ".doctrees", "html", status=None, warning=warnings, freshenv=True,
                     confoverrides={"extensions": ["myst_nb", "course"], "nb_execution_mode": "off", "html_title": "A book",
                                    "mathjax_path": "mathjax/tex-chtml.js", "suppress_warnings": ["myst-nb.lexer"], **settings})
        app.build()
    return root / "_build" / "html", warnings.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, built once."""
    site, warnings = built(tmp_path_factory.mktemp("course"))
    assert warnings == ""
    return site


@pytest.fixture
def adding(tmp_path: Path) -> Exercise:
    """A copy of the released exercise."""
    shutil.copytree(FAKE / "exercises" / "adding", tmp_path / "adding")
    return load(tmp_path / "adding", tmp_path / "adding")


def words(site: Path) -> str:
    """The page without tags, in one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", (site / "index.html").read_text(encoding="utf-8")).split())


def test_a_card_names_every_task(site: Path) -> None:
    """The card has title, week, streams, time and points, and a row for each task with its kind and points."""
    exercise = load(FAKE / "exercises" / "adding", FAKE / "exercises" / "adding")
    text = words(site)
    total = sum(task.points for task in exercise.tasks)
    by_hand = sum(task.points for task in exercise.tasks if task.kind == "written")
    assert f"Exercise: {exercise.title} {course.week(exercise)} · blur · {course.time(exercise)} · {total:g} points, {by_hand:g} of them given by a person" in text
    for task in exercise.tasks:
        assert f"{task.title} {course.KINDS[task.kind]} {task.points:g}" in text
    assert "cryo check adding The first page says how to install cryo" in text


def test_notebook_and_folder_can_be_downloaded(site: Path) -> None:
    """The card links the released notebook and a zip of the whole released folder, without caches."""
    [notebook] = site.glob("_downloads/*/adding.ipynb")
    [archive] = site.glob("_downloads/*/adding.zip")
    page = (site / "index.html").read_text(encoding="utf-8")
    assert all(path.relative_to(site).as_posix() in page for path in (notebook, archive))
    release = FAKE / "exercises" / "adding"
    assert notebook.read_bytes() == (release / "adding.ipynb").read_bytes()
    with zipfile.ZipFile(archive) as packed:
        there = {name: packed.read(name) for name in packed.namelist()}
    assert there == {f"adding/{path.relative_to(release).as_posix()}": path.read_bytes() for path in course.released(release)}
    assert {"adding/adding.ipynb", "adding/exercise.toml", "adding/test_visible.py", "adding/data/ramp.mrc"} <= set(there)


def test_the_unpacked_folder_is_enough_to_check(adding: Exercise, tmp_path: Path) -> None:
    """What the zip holds is all that `cryo check` needs."""
    (tmp_path / "home").mkdir()
    with zipfile.ZipFile(course.zipped(adding, tmp_path)) as packed:
        packed.extractall(tmp_path / "home")
    [report] = check(find([tmp_path / "home" / "adding"])[0], None, None)
    assert report.exercise == "adding" and report.outcome == "graded"


def test_the_same_folder_gives_the_same_zip(adding: Exercise, tmp_path: Path) -> None:
    """A zip depends on what is in the folder alone, and leaves caches out."""
    first = course.zipped(adding, tmp_path / "a").read_bytes()
    (adding.release / "__pycache__").mkdir()
    (adding.release / "__pycache__" / "x.pyc").write_bytes(b"x")
    (adding.release / "exercise.toml").touch()
    assert course.zipped(adding, tmp_path / "b").read_bytes() == first
    (adding.release / "test_visible.py").write_text("# changed\n", encoding="utf-8")
    assert course.zipped(adding, tmp_path / "c").read_bytes() != first


def test_an_unknown_exercise_is_a_warning(tmp_path: Path) -> None:
    """A slug that is not in exercises/ makes `make book` fail with its name and the cure."""
    _, warnings = built(tmp_path, "# Title\n\n```{exercise} subtracting\n```\n")
    assert "index.md:3" in warnings and "there is no exercise 'subtracting'" in warnings and "cryo build" in warnings


def test_the_table_lists_every_exercise(site: Path) -> None:
    """A row has the chapter's title, week, stream, title and time."""
    exercise = load(FAKE / "exercises" / "adding", FAKE / "exercises" / "adding")
    assert f"How to add {course.week(exercise)} blur {exercise.title} {course.time(exercise)}" in words(site)


@pytest.mark.parametrize(("minutes", "said"), [(20, "about 20 minutes"), (89, "about 89 minutes"), (90, "about 1.5 hours"), (180, "about 3 hours"),
                                               (260, "about 4.5 hours")])
def test_time(adding: Exercise, minutes: int, said: str) -> None:
    """Times are said in minutes or in half hours."""
    object.__setattr__(adding, "minutes", minutes)
    assert course.time(adding) == said


def test_a_page_with_code_is_a_notebook_too(site: Path) -> None:
    """The notebook holds the page's cells without outputs and says where its data are; a page without code has none."""
    notebook = nbformat.read(site / "_sources" / "index.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells if cell.cell_type == "code"] == ["1 + 1"]
    assert notebook.cells[0].source == course.ABOUT_NOTEBOOK and "# A page & its title" in notebook.cells[1].source
    assert not (site / "_sources" / "adding.ipynb").exists()
    assert course.as_notebook(PAGE, "index") == course.as_notebook(PAGE, "index")


def test_a_page_describes_itself(site: Path) -> None:
    """Title and first sentence stand in the page's head, escaped; no address is made up."""
    head = (site / "index.html").read_text(encoding="utf-8").split("</head>")[0]
    assert '<meta property="og:title" content="A page &amp; its title" />' in head
    assert '<meta name="description" content="A paragraph that is long enough to say what ' in head
    assert "og:url" not in head and not (site / "sitemap.xml").exists()


def test_a_long_description_ends_at_a_word() -> None:
    """At most 200 characters, and an ellipsis."""
    from docutils import nodes, utils

    document = utils.new_document("page")
    document += nodes.paragraph(text="Badge")
    document += nodes.paragraph(text="word " * 60)
    assert course.lead(document).endswith("word …") and len(course.lead(document)) < 205


def test_the_sitemap_has_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an address, from the configuration or from BOOK_URL, the sitemap lists each page under it."""
    site, _ = built(tmp_path, html_baseurl="https://example.org/course")
    assert re.findall("<loc>(.*)</loc>", (site / "sitemap.xml").read_text()) == [f"https://example.org/course/{name}.html" for name in ("adding", "index")]
    monkeypatch.setenv("BOOK_URL", "https://example.org/other/")
    site, _ = built(tmp_path, html_baseurl="https://example.org/course")
    assert "<loc>https://example.org/other/index.html</loc>" in (site / "sitemap.xml").read_text()
    assert '<meta property="og:url" content="https://example.org/other/index.html" />' in (site / "index.html").read_text(encoding="utf-8")


def test_the_book_serves_what_it_loads(site: Path) -> None:
    """Demos and MathJax, with its fonts, are beside the pages."""
    assert (site / "demos" / "wave.js").read_text() == "// waves\n"
    mathjax = site / "_static" / "mathjax"
    assert (mathjax / "tex-chtml.js").exists() and (mathjax / "input/tex/extensions/cancel.js").exists()
    assert len(list((mathjax / "output/chtml/fonts/woff-v2").glob("*.woff"))) > 15


def test_what_pages_read_is_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed data file, style or version is another key; a notebook of an exercise is not read by pages."""
    built(tmp_path)
    keys = [course.state_of(tmp_path / "book")]
    data = tmp_path / "exercises" / "adding" / "data" / "ramp.mrc"
    (tmp_path / "exercises" / "adding" / "adding.ipynb").write_text("{}")
    assert course.state_of(tmp_path / "book") == keys[0]
    for change in (lambda: data.write_bytes(data.read_bytes() + b"1"), lambda: data.rename(data.with_name("line.mrc")),
                   lambda: (tmp_path / "book" / "matplotlibrc").write_text("font.size: 12\n"),
                   lambda: monkeypatch.setattr(course.metadata, "version", lambda package: "0")):
        change()
        keys.append(course.state_of(tmp_path / "book"))
    assert len(set(keys)) == 5


def test_an_old_cache_goes(tmp_path: Path) -> None:
    """Executed pages are kept under the key, and those of another key, or of none, are deleted."""
    caches = tmp_path / "_build" / ".jupyter_cache"
    built(tmp_path, "# Title\n")
    for name in (course.state_of(tmp_path / "book"), "0123456789abcdef"):
        (caches / name).mkdir(parents=True)
        (caches / name / "page").touch()
    (caches / "global.db").touch()
    built(tmp_path, "# Title\n")
    assert [path.relative_to(caches).as_posix() for path in caches.rglob("*")] == [state := course.state_of(tmp_path / "book"), f"{state}/page"]
