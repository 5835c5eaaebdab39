"""The book as it was built by `make book`: what readers get, from the file system and in Chromium. `make proofread` runs these tests."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import bookpdf
import course
import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from bookpages import listed
from bookpages import pages as written
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as View
from pypdf import PdfReader

from autograder import leaks
from autograder.exercise import discover

ROOT = Path(__file__).parent.parent
BOOK, SITE = ROOT / "book", ROOT / "_build" / "html"
NAMES = listed(BOOK)
EXERCISES = discover(ROOT)
LOADS = {"script": ["src"], "link": ["href"], "img": ["src", "srcset"], "iframe": ["src"], "source": ["src", "srcset"], "video": ["src", "poster"],
         "audio": ["src"], "embed": ["src"], "object": ["data"], "image": ["href"], "use": ["href"], "form": ["action"]}
"""Attributes by which a page loads or sends something at once; a link waits for the reader."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = pytest.mark.book


class Reader(HTMLParser):
    """The elements of a page, each with its attributes, and the text inside main."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))


@cache
def elements(path: Path) -> list[tuple[str, dict[str, str]]]:
    """The elements of a built page."""
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.elements


@cache
def anchors(path: Path) -> set[str]:
    """What a link to a page may name."""
    return {attributes[key] for _, attributes in elements(path) for key in ("id", "name") if key in attributes}


@pytest.fixture(scope="module", autouse=True)
def site() -> Path:
    """The built book; without one there is nothing to test."""
    if not (SITE / "index.html").exists():
        pytest.fail("there is no _build/html: run `make book`", pytrace=False)
    return SITE


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium."""
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=bookpdf.chromium(), args=bookpdf.FLAGS)
        yield running
        running.close()


def opened(browser: Browser, name: str, **context: Any) -> tuple[View, list[str]]:
    """A page opened from the file system, and what it complains about or asks other places for; pages opened before are closed."""
    for old in browser.contexts:
        old.close()
    view, complaints = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page(), list[str]()
    view.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    view.on("pageerror", lambda error: complaints.append(str(error)))
    view.on("request", lambda request: None if request.url.startswith((SITE.as_uri(), "data:", "blob:")) else complaints.append(request.url))
    view.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    view.goto((SITE / f"{name}.html").as_uri())
    view.evaluate("async () => { if (window.MathJax?.startup) await MathJax.startup.promise; }")
    return view, complaints


def test_the_pages_are_those_of_the_contents() -> None:
    """Each listed page was built, and nothing else was: no solutions, no notes."""
    made = {path.relative_to(SITE).with_suffix("").as_posix() for path in SITE.rglob("*.html") if "_static" not in path.parts}
    assert made == {*NAMES, "genindex", "search"}
    assert {path.name for path in SITE.iterdir() if path.is_dir()} <= {"_downloads", "_images", "_sources", "_static", "demos"}
    sources = {path.relative_to(SITE / "_sources").as_posix() for path in (SITE / "_sources").rglob("*") if path.is_file()}
    assert {name for name in sources if not name.endswith(".ipynb")} == {f"{name}.md" for name in NAMES}


def test_the_book_is_newer_than_its_pages() -> None:
    """What is tested is what is written now."""
    built = (SITE / "searchindex.js").stat().st_mtime
    late = [path.name for path in (*BOOK.glob("*.md"), *BOOK.glob("_*/*"), *BOOK.glob("demos/*"), BOOK / "_toc.yml", ROOT / "_config.yml")
            if path.is_file() and path.stat().st_mtime > built]
    assert not late, "run `make book`"


@pytest.mark.parametrize("name", [*NAMES, "genindex", "search"])
def test_nothing_is_loaded_from_elsewhere(name: str) -> None:
    """A page loads only files that are in the book, without a host, relative to itself."""
    path = SITE / f"{name}.html"
    for tag, attributes in elements(path):
        if tag == "link" and attributes.get("rel") in {"canonical", "next", "prev", "index", "search", "author"}:
            continue
        for address in filter(None, (attributes.get(name) for name in LOADS.get(tag, ()))):
            parts = urlsplit(address)
            assert parts.scheme in {"", "data"} and not parts.netloc, f"<{tag}> loads {address}"
            assert parts.scheme or not parts.path or (path.parent / unquote(parts.path)).exists(), f"<{tag}> loads {address}, which is not there"
        assert "url(http" not in attributes.get("style", "") and "url(//" not in attributes.get("style", "")


def test_no_style_or_script_of_the_book_loads_from_elsewhere() -> None:
    """No style sheet imports from another host, and no host that serves programs or fonts to pages is named in a page or script."""
    for path in SITE.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@import\s+(url\()?[\"']?(https?:)?//|url\(\s*[\"']?(https?:)?//", text), path
    hosts = re.compile("jsdelivr|unpkg|cdnjs|googleapis|gstatic|bootstrapcdn|" + "thebe", re.IGNORECASE)
    for path in (path for kind in ("*.html", "*.js") for path in SITE.rglob(kind)):
        if not {"mathjax", "vendor", "scripts"} & set(path.parts) and path.name != "searchindex.js":
            assert not hosts.search(path.read_text(encoding="utf-8")), path


def test_nothing_hidden_is_in_the_book() -> None:
    """No line of a reference, mistake, hidden check or model answer: in pages, search index, sources, notebooks, downloads."""
    assert leaks.find(SITE, leaks.secrets(EXERCISES.values())) == []


@pytest.mark.parametrize("place", ["index.html", "searchindex.js", "_sources/new.ipynb", "_downloads/new/x.zip", "demos/new.js"])
def test_a_leak_would_be_found(place: str, tmp_path: Path) -> None:
    """A line of a reference is found wherever it comes to stand in the book."""
    secrets = leaks.secrets(EXERCISES.values())
    line = next(text for text in EXERCISES["vae"].source.read_text(encoding="utf-8").splitlines()
                if " ".join(leaks.code_words(text.strip())) in secrets)
    copy = tmp_path / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    there = (SITE / place).read_bytes() if (SITE / place).exists() else b""
    if place.endswith(".zip"):
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("x/x.ipynb", json.dumps({"cells": [{"source": ["x = 1\n", line + "\n"]}]}))
    else:
        copy.write_bytes(there + (json.dumps({"cells": [{"source": line}]}) if place.endswith(".ipynb") else line).encode())
    assert leaks.find(tmp_path, secrets)


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_described(name: str) -> None:
    """An image has an alternative text that is not the name of a file."""
    for tag, attributes in elements(SITE / f"{name}.html"):
        if tag == "img":
            words = attributes.get("alt", "")
            assert len(words.split()) >= 3 and not re.search(r"_images/|\.(png|svg|jpe?g)$", words), f"{attributes.get('src')} has alt={words!r}"
        assert tag not in {"svg", "object"} or attributes.get("aria-hidden") or attributes.get("aria-label") or attributes.get("role"), attributes


@pytest.mark.parametrize("name", NAMES)
def test_every_link_resolves(name: str) -> None:
    """A link within the book leads to a file of it, and to an anchor that is there."""
    for tag, attributes in elements(SITE / f"{name}.html"):
        parts = urlsplit(attributes.get("href", "")) if tag == "a" else None
        if parts and not parts.scheme and not parts.netloc and (parts.path or parts.fragment):
            target = (SITE / f"{name}.html").parent / unquote(parts.path) if parts.path else SITE / f"{name}.html"
            assert target.exists(), attributes["href"]
            assert not parts.fragment or target.suffix != ".html" or unquote(parts.fragment) in anchors(target), attributes["href"]


@pytest.mark.parametrize("slug", EXERCISES)
def test_every_exercise_can_be_downloaded(slug: str) -> None:
    """The chapter links the released notebook, byte by byte, and a zip of the released folder."""
    exercise = EXERCISES[slug]
    links = [unquote(attributes.get("href", "")) for tag, attributes in elements(SITE / f"{exercise.chapter}.html") if tag == "a"]
    [notebook] = [SITE / link for link in links if link.endswith(f"/{slug}.ipynb") and link.startswith("_downloads")]
    [archive] = [SITE / link for link in links if link.endswith(f"/{slug}.zip")]
    assert notebook.read_bytes() == exercise.notebook.read_bytes()
    with zipfile.ZipFile(archive) as packed:
        there = {member: packed.read(member) for member in packed.namelist()}
    assert there == {f"{slug}/{path.relative_to(exercise.release).as_posix()}": path.read_bytes() for path in course.released(exercise.release)}


@pytest.mark.parametrize("page", [page for page in written(BOOK) if page.named("code-cell")], ids=lambda page: page.name)
def test_a_page_can_be_downloaded_as_a_notebook(page: Any) -> None:
    """The page links a sound notebook that holds its code cells."""
    assert any(attributes.get("href") == f"_sources/{page.name}.ipynb" for tag, attributes in elements(SITE / f"{page.name}.html") if tag == "a")
    notebook = nbformat.read(SITE / "_sources" / f"{page.name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code == [cell.body.strip("\n") for cell in page.named("code-cell")]


def test_every_source_is_linked_by_its_doi() -> None:
    """Each entry of the bibliography that has a DOI links it."""
    links = {attributes.get("href", "").lower() for tag, attributes in elements(SITE / "bibliography.html") if tag == "a"}
    cited = {key for page in written(BOOK) for keys in re.findall(r"\{cite(?::\w+)?\}`([^`]+)`", page.text) for key in re.split(r"\s*,\s*", keys)}
    for key in cited:
        doi = course_bibliography()[key].fields.get("doi")
        assert not doi or f"https://doi.org/{doi.lower()}" in {unquote(link) for link in links}, key


@cache
def course_bibliography() -> Any:
    """The entries of references.bib."""
    from pybtex.database import parse_file

    return parse_file(str(BOOK / "references.bib")).entries


@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_without_a_complaint(browser: Browser, name: str) -> None:
    """From the file system: no error on the console, nothing asked for outside the book, formulas typeset, one title, no wide line."""
    view, complaints = opened(browser, name)
    assert view.locator("main h1:visible").count() == 1
    assert view.locator("mjx-merror, [data-mjx-error], mjx-mtext[style*=red], .problematic, .system-message").count() == 0
    assert view.locator("span.math:not(:has(mjx-container)), div.math:not(:has(mjx-container))").count() == 0
    assert view.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert complaints == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_a_phone(browser: Browser, name: str) -> None:
    """At 390 pixels nothing makes the page scroll sideways."""
    view, complaints = opened(browser, name, viewport={"width": 390, "height": 800})
    wide = view.evaluate("""() => document.documentElement.scrollWidth > document.documentElement.clientWidth
        ? [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((one) => one.outerHTML.slice(0, 120))
        : []""")
    assert wide == [] and complaints == []


def test_search_finds(browser: Browser) -> None:
    """The search page finds a word of a chapter, from the file system."""
    view, _ = opened(browser, "search")
    view.goto((SITE / "search.html").as_uri() + "?q=quaternion")
    view.wait_for_selector("#search-results li a")
    assert any("quaternions.html" in (link.get_attribute("href") or "") for link in view.locator("#search-results li a").all())


def test_dark_and_light(browser: Browser) -> None:
    """A page follows the reader's system, and the button changes it and is remembered on the next page."""
    grounds = {}
    for scheme in ("light", "dark"):
        view, _ = opened(browser, "index", color_scheme=scheme)
        assert view.evaluate("document.documentElement.dataset.theme") == scheme
        grounds[scheme] = view.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds["light"] != grounds["dark"]
    view, _ = opened(browser, "index", color_scheme="light")
    for _ in range(3):
        view.locator("button.theme-switch-button:visible").first.click()
        if view.evaluate("document.documentElement.dataset.mode") == "dark":
            break
    view.goto((SITE / f"{NAMES[1]}.html").as_uri())
    assert view.evaluate("document.documentElement.dataset.theme") == "dark"


def described() -> list[str]:
    """The first page, the bibliography, and the chapter with most in it."""
    return ["index", max(written(BOOK), key=lambda page: len(page.blocks)).name, "bibliography"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", described())
def test_axe_finds_nothing(browser: Browser, name: str, scheme: Any) -> None:
    """No violation of WCAG 2.2 A or AA, with everything unfolded and every quiz answered."""
    view, _ = opened(browser, name, color_scheme=scheme)
    view.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    view.evaluate("document.querySelectorAll('button.quiz-choice').forEach((button) => button.click())")
    view.evaluate("async () => { await Promise.all(document.getAnimations().map((change) => change.finished)); }")  # colours fade in
    found = Axe().run(view, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}).response["violations"]
    assert [f"{item['id']}: {node['html'][:200]}: {node['failureSummary']}" for item in found for node in item["nodes"][:3]] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_reaches_everything(browser: Browser, name: str) -> None:
    """Every link, button and slider of a page's text can be focused and shows it."""
    view, _ = opened(browser, name)
    wanted = view.evaluate("""() => [...document.querySelectorAll("main :is(a[href], button, input, select, summary)")]
        .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex < 0 && !one.closest("mjx-container, .headerlink"))
        .map((one) => one.outerHTML.slice(0, 120))""")
    assert wanted == []


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The PDF of the book, made as `make pdf` makes it."""
    target = tmp_path_factory.mktemp("pdf") / "book.pdf"
    done = subprocess.run([sys.executable, bookpdf.__file__, str(SITE), str(target)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{target}: {len(PdfReader(target).pages)} pages\n"
    return PdfReader(target)


def test_the_pdf_has_every_page_in_order(pdf: PdfReader) -> None:
    """Bookmarks are the parts with their pages, each where it begins, and its contents name the page numbers that are printed."""
    parts = bookpdf.contents(BOOK)
    top = [item for item in pdf.outline if not isinstance(item, list)]
    assert [item.title for item in top[1:]] == [part.caption for part in parts[1:]]
    starts = [pdf.get_destination_page_number(item) for group in pdf.outline if isinstance(group, list) for item in group if not isinstance(item, list)]
    assert starts == sorted(starts) and len(starts) >= len(NAMES) - 1
    front = "\n".join(pdf.pages[number].extract_text() for number in range(pdf.get_destination_page_number(top[0])))
    for number in starts[-3:]:
        assert pdf.pages[number].extract_text().rstrip().endswith(str(number + 1)) and str(number + 1) in front


def test_links_of_the_pdf_stay_in_it(pdf: PdfReader) -> None:
    """No link leads to a file; a link within the book leads to a page of the PDF; those to the web are kept."""
    kinds = {"in": 0, "web": 0}
    for page in pdf.pages:
        for link in (reference.get_object() for reference in page.get("/Annots", [])):
            address = str(link.get("/A", {}).get("/URI", ""))
            assert address.startswith("http") or link["/Dest"][0].get_object()["/Type"] == "/Page", address
            kinds["web" if address else "in"] += 1
    assert kinds["in"] > len(NAMES) and kinds["web"] > 5


def test_the_pdf_shows_what_is_folded(pdf: PdfReader) -> None:
    """A derivation that is folded away on the web is in the PDF."""
    text = "".join(page.extract_text() for page in pdf.pages)
    text = re.sub(r"\s", "", text)
    folded = [block for page in written(BOOK) for block in page.named("dropdown")]
    for block in folded:
        words = next((line for line in block.body.splitlines() if re.fullmatch(r"[A-Za-z ,.;]{25,}", line)), "")
        assert re.sub(r"\s", "", words) in text, f"{block.argument}: {words}"


def test_plain_sphinx_builds_the_same_pages(tmp_path: Path) -> None:
    """The way out, if Jupyter Book 1 should die: Sphinx alone, with tests/plain_sphinx/conf.py, makes the same pages without a warning."""
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-q", "-c", str(ROOT / "tests" / "plain_sphinx"), str(BOOK), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    for name in NAMES:
        ours, theirs = ([element[1].get("id") for element in elements(folder / f"{name}.html") if element[0] == "section"] for folder in (SITE, tmp_path))
        assert ours == theirs, name
    assert len(list(tmp_path.glob("_images/*"))) == len(list(SITE.glob("_images/*")))


def test_chromium_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Chromium, the message is the command that installs it."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(bookpdf.Missing, match="sudo apt-get install chromium"):
        bookpdf.chromium()
