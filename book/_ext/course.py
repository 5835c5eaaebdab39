"""The book's Sphinx extension: what Jupyter Book does not do by itself.

```` ```{exercise} slug ```` is the card of one exercise, ```` ```{exercises} ```` the table of all, both read from ``exercises/`` when a
page is built. Besides: MathJax and the demos are served by the book itself, each page can be downloaded as a notebook, pages describe
themselves to search engines, and executed pages are not taken from the cache when what they read has changed.
"""

from __future__ import annotations

import hashlib
import html
import os
import platform
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.fileutil import copy_asset

from autograder.exercise import CourseError, Exercise, discover, load

LOGGER = logging.getLogger(__name__)

KINDS = {"code": "code", "value": "value", "written": "written; a person marks it"}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that the same files give the same bytes."""

MATHJAX = ("tex-chtml.js", "output/chtml/fonts/woff-v2", "input/tex/extensions")
"""The parts of MathJax that pages load: the program, its fonts, and the rarer commands of TeX."""

PACKAGES = ("matplotlib", "mrcfile", "numpy", "scipy")
"""What chapters import; their outputs may change with its versions."""

ABOUT_NOTEBOOK = """This is a chapter of the book as a notebook. It needs numpy, scipy, matplotlib and mrcfile. Paths such as
`../exercises/...` are those of the course's repository: open the notebook in its folder `book/` to run cells that read data."""


class ExerciseCard(SphinxDirective):
    """One exercise: what it asks, for how many points, what to download and how to check it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The card, or an error that names the slug."""
        slug = self.arguments[0]
        folder = releases(self.env.srcdir) / slug
        try:
            exercise = load(folder, folder)
        except CourseError as problem:
            raise self.error(f"there is no exercise {slug!r} in exercises/ ({problem}); run `cryo build`") from None
        for path in released(folder):
            self.env.note_dependency(str(path))
        return [card(exercise, zipped(exercise, Path(self.env.doctreedir) / "exercises"), Path(self.env.srcdir), self.env.docname)]


class ExerciseTable(SphinxDirective):
    """Every exercise: chapter, week, streams, notebook and time, in the order of the syllabus."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        course = Path(self.env.srcdir).parent
        self.env.note_reread()  # a new exercise is in no list of dependencies
        ordered = sorted(discover(course, released=True).values(), key=by_week)
        rows = [[page_link(exercise.chapter, "", self.env.docname), text(week(exercise)), text(", ".join(exercise.streams)),
                 download(exercise.notebook, exercise.title, Path(self.env.srcdir)), text(time(exercise))] for exercise in ordered]
        return [table(["Chapter", "Week", "Stream", "Exercise", "Time"], rows)]


def releases(srcdir: str | Path) -> Path:
    """The folder that holds what students receive."""
    return Path(srcdir).parent / "exercises"


def released(folder: Path) -> list[Path]:
    """The files of a released exercise, caches left out."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts))


def zipped(exercise: Exercise, folder: Path) -> Path:
    """Write ``folder/SLUG.zip``, the whole released folder, the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{exercise.slug}.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for path in released(exercise.release):
            entry = zipfile.ZipInfo(f"{exercise.slug}/{path.relative_to(exercise.release).as_posix()}", EPOCH)
            entry.external_attr = 0o644 << 16
            out.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive


def card(exercise: Exercise, archive: Path, srcdir: Path, page: str) -> nodes.Node:
    """The card as a box with the exercise's title."""
    box = nodes.admonition("", nodes.title("", f"Exercise: {exercise.title}"), classes=["exercise"])
    total = sum(task.points for task in exercise.tasks)
    by_hand = sum(task.points for task in exercise.tasks if task.kind == "written")
    points = f"{total:g} points" + (f", {by_hand:g} of them given by a person" if by_hand else "")
    facts = [week(exercise), " and ".join(exercise.streams), time(exercise), points]
    box += nodes.paragraph("", " · ".join(facts), classes=["exercise-facts"])
    box += table(["Task", "Kind", "Points"],
                 [[text(task.title), text(KINDS[task.kind]), text(f"{task.points:g}")] for task in exercise.tasks])
    box += nodes.paragraph("", "", text("Download "), download(archive, archive.name, srcdir),
                           text(": the notebook with its data and the checks that you may see. ("),
                           download(exercise.notebook, exercise.notebook.name, srcdir),
                           text(" alone is to look at; it cannot be checked.) Unpack it, write where it says "),
                           nodes.literal("", "YOUR CODE HERE"), text(", save, and run, in the folder where you unpacked it,"))
    box += nodes.literal_block("", f"cryo check {exercise.slug}", language="bash")
    first = page_link("index", "The first page", page)
    box += nodes.paragraph("", "", first, text(" says how to install "), nodes.literal("", "cryo"), text("."))
    return box


def by_week(exercise: Exercise) -> tuple[str, str]:
    """Where an exercise stands in the order of the syllabus; the extra lecture belongs to weeks 4 and 5."""
    return "W05" if exercise.week == "J" else exercise.week, exercise.slug


def week(exercise: Exercise) -> str:
    """The week for people: ``week 3``, or the extra lecture."""
    return "Jensen lecture" if exercise.week == "J" else f"week {int(exercise.week[1:])}"


def time(exercise: Exercise) -> str:
    """The honest time, in minutes below an hour and a half, in half hours above."""
    if exercise.minutes < 90:
        return f"about {exercise.minutes} minutes"
    hours = round(exercise.minutes / 30) / 2
    return f"about {hours:g} hours"


def text(words: str) -> nodes.Node:
    """Plain words, in which nothing is markup."""
    return nodes.Text(words)


def page_link(target: str, words: str, page: str) -> nodes.Node:
    """A link from ``page`` to another page of the book; without words, under that page's title."""
    return addnodes.pending_xref("", nodes.inline("", words), refdomain="std", reftype="doc", reftarget=f"/{target}", refdoc=page,
                                 refexplicit=bool(words), refwarn=True)


def download(path: Path, name: str, srcdir: Path) -> nodes.Node:
    """A link that saves a file."""
    target = Path(os.path.relpath(path, srcdir)).as_posix()
    words = nodes.literal("", name) if name == path.name else text(name)
    return addnodes.download_reference("", "", words, reftarget=f"/{target}")


def table(head: Sequence[str], rows: Iterable[Sequence[nodes.Node]]) -> nodes.Node:
    """A table of inline nodes below a heading row."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in head), cols=len(head))
    group += nodes.thead("", row(text(words) for words in head))
    group += nodes.tbody("", *(row(cells) for cells in rows))
    return nodes.table("", group, classes=["colwidths-auto"])


def row(cells: Iterable[nodes.Node]) -> nodes.Node:
    """One row of a table."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def serve_own_files(app: Sphinx, problem: Exception | None) -> None:
    """Copy what pages load and Sphinx does not: demos and MathJax.

    Demos are not below ``book/_static``, or Jupyter Book would load each of them on every page.
    """
    if problem is None and app.builder.format == "html":
        copy_asset(Path(app.srcdir) / "demos", Path(app.outdir) / "demos")
        source, target = mathjax(), Path(app.outdir) / "_static" / "mathjax"
        for name in MATHJAX:
            copy_asset(source / name, target / name if (source / name).is_dir() else (target / name).parent)


def mathjax() -> Path:
    """The folder of MathJax in the package that carries it, whose name cannot be imported."""
    files = metadata.files("sphinx-mathjax-offline") or []
    script = next(file for file in files if file.name == "tex-chtml.js")
    return Path(str(script.locate())).parent


def offer_notebook(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Write a page with code as a notebook beside its source; the theme then offers it for download."""
    source = Path(app.env.doc2path(pagename)) if doctree else Path()
    if source.suffix != ".md" or not source.exists() or "format_name: myst" not in source.read_text(encoding="utf-8"):
        return
    target = Path(app.outdir) / "_sources" / f"{pagename}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(as_notebook(source.read_text(encoding="utf-8"), pagename), encoding="utf-8")
    context["ipynb_source"] = f"{pagename}.ipynb"


def as_notebook(page: str, name: str) -> str:
    """A page as a notebook without outputs, the same bytes each time."""
    notebook = jupytext.reads(page, fmt="md:myst")
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(ABOUT_NOTEBOOK))
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"{name.replace('/', '-')}-{number}"[-64:]
    notebook.nbformat_minor = 5
    return str(nbformat.writes(notebook))


def mend_roles(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """An entry of the bibliography is an item of a list; docutils gives it a role that is not one, and that ARIA has given up."""
    context["body"] = context.get("body", "").replace('role="doc-biblioentry"', 'role="listitem"')


def describe(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Title and first paragraph for search engines and for previews of links; the address only if it is known."""
    if doctree is None:
        return
    facts = {"og:type": "article", "og:site_name": app.config.html_title, "og:title": app.env.titles[pagename].astext(),
             "og:description": lead(doctree), "description": lead(doctree)}
    if app.config.html_baseurl:
        facts["og:url"] = address(app, pagename)
    tags = [f'<meta {"property" if ":" in name else "name"}="{name}" content="{html.escape(value)}" />\n'
            for name, value in facts.items() if value]
    context["metatags"] = context.get("metatags", "") + "".join(tags)


def lead(doctree: nodes.document, longest: int = 200) -> str:
    """The first paragraph that is a sentence, cut at a word."""
    words = next((" ".join(node.astext().split()) for node in doctree.findall(nodes.paragraph) if len(node.astext()) > 60), "")
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def address(app: Sphinx, pagename: str) -> str:
    """A page's full address on the web."""
    return f"{app.config.html_baseurl.rstrip('/')}/{app.builder.get_target_uri(pagename)}"


def write_sitemap(app: Sphinx, problem: Exception | None) -> None:
    """``sitemap.xml``, whose addresses must be full ones: only if the configuration says where the book will be."""
    if problem is not None or app.builder.name != "html":
        return
    if not app.config.html_baseurl:
        LOGGER.info("no sitemap.xml: neither html: baseurl: in _config.yml nor BOOK_URL says where the book will be")
        return
    urls = "".join(f"<url><loc>{html.escape(address(app, page))}</loc></url>\n" for page in sorted(app.env.found_docs))
    page = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    (Path(app.outdir) / "sitemap.xml").write_text(page, encoding="utf-8")


def configure(app: Sphinx, config: Config) -> None:
    """Say where the book will be, and keep executed pages under a key that changes with what they read."""
    config.html_baseurl = os.environ.get("BOOK_URL") or config.html_baseurl
    caches = Path(config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache")
    config.nb_execution_cache_path = str(caches / state_of(Path(app.srcdir)))
    for old in caches.glob("*"):
        if old.name != state_of(Path(app.srcdir)):
            shutil.rmtree(old) if old.is_dir() else old.unlink()


def state_of(srcdir: Path) -> str:
    """What pages read besides themselves, in one word: data files, style of figures, versions of packages."""
    digest = hashlib.sha256(platform.python_version().encode())
    for path in [srcdir / "matplotlibrc", *sorted(releases(srcdir).glob("*/data/**/*"))]:
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for package in PACKAGES:
        digest.update(f"{package}=={metadata.version(package)}\n".encode())
    return digest.hexdigest()[:16]


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_directive("exercise", ExerciseCard)
    app.add_directive("exercises", ExerciseTable)
    app.connect("config-inited", configure)
    app.connect("html-page-context", offer_notebook)
    app.connect("html-page-context", mend_roles)
    app.connect("html-page-context", describe)
    app.connect("build-finished", serve_own_files)
    app.connect("build-finished", write_sitemap)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
