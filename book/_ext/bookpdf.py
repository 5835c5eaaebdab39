"""The whole book as one PDF: each page of the built book printed by Chromium, joined in the order of the contents.

``make pdf`` runs ``python book/_ext/bookpdf.py _build/html _build/book.pdf``. Derivations that are folded away on the web stand open in the
PDF; code that only draws a figure, and the interactive figures, are left out. Links between pages lead to the place in the PDF.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, Fit, FloatObject, NameObject, TextStringObject

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--allow-file-access-from-files"]
"""Chromium's own sandbox does not work for root in a container; it is shown nothing but the book."""

SCALE, COLUMN = 0.8, 803
"""A pixel of a page is this much smaller on paper, so that so many of them are the width of A4 without its margins, 170 mm."""

PAPER: dict[str, Any] = {"format": "A4", "margin": {"top": "20mm", "bottom": "22mm", "left": "20mm", "right": "20mm"},
                         "print_background": True, "scale": SCALE}
PREPARE = """async () => {
    for (const image of document.images) image.loading = "eager";
    for (const fold of document.querySelectorAll("details:not(.hide)")) fold.open = true;
    if (window.MathJax?.startup) await MathJax.startup.promise;
    await document.fonts.ready;
    document.querySelector("#jb-print-docs-body")?.remove();  // the theme's own first page
    const style = document.createElement("style");
    style.textContent = `.bd-main .bd-content .bd-article h1:first-of-type { display: block !important; margin-top: 0; }
                         .bd-main .bd-content { margin-left: 0; } .bd-main .bd-content .bd-article-container { max-width: none; }
                         .bd-main .bd-content pre { white-space: pre-wrap; }
                         .bd-main .bd-content :is(.cell_input, div.highlight) { break-inside: avoid; }`;
    document.head.append(style);
    for (const formula of document.querySelectorAll("div.math > mjx-container")) {
        const [room, width] = [formula.clientWidth, formula.scrollWidth];
        const size = parseFloat(getComputedStyle(formula).fontSize);
        if (width > room) formula.style.fontSize = `${Math.floor(100 * size * room / width) / 100}px`;
    }
    const anchors = document.createElement("nav");  // Chromium writes a destination for what some link of the page names
    for (const element of document.querySelectorAll("main [id]")) {
        const link = document.createElement("a");
        link.href = "#" + element.id;
        anchors.append(link);
    }
    document.body.append(anchors);
    return [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map((heading) => {
        const copy = heading.cloneNode(true);
        copy.querySelectorAll(".headerlink").forEach((mark) => mark.remove());
        return copy.textContent.trim().replace(/\\s+/g, " ");
    });
}"""
"""Unfold, wait for formulas and fonts, and tell the headings, from which Chromium's bookmarks lose the spaces where lines break."""

FRONT = """@page { size: A4; margin: 25mm } body { font: 11pt/1.5 sans-serif; margin: 0 } h1 { margin: 2cm 0 1.5cm }
           p { display: flex; justify-content: space-between; margin: 0; break-inside: avoid }
           a { color: inherit; text-decoration: none } .d1 { padding-left: 1.5em }
           .d0 { font-weight: bold; margin-top: 1em; break-after: avoid }"""
NUMBERS = """@page { size: A4; margin: 0 } body { margin: 0 } div { height: 297mm; break-after: page; position: relative }
             p { position: absolute; bottom: 11mm; width: 100%; margin: 0; text-align: center; font: 9pt sans-serif }"""


class Missing(Exception):
    """Something that has to be installed or built first; the message says how."""


@dataclass(frozen=True)
class Part:
    """A part of the contents: its caption, empty for the first page, and the names of its pages."""

    caption: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Chapter:
    """A printed page of the book, and its headings by their letters alone."""

    name: str
    reader: PdfReader
    headings: Mapping[str, str]

    def title(self, bookmark: Any) -> str:
        """What a bookmark of Chromium's says, with its spaces."""
        words = str(bookmark.title)
        return self.headings.get("".join(words.split()), words)


@dataclass(frozen=True)
class Line:
    """A line of the printed contents; a caption has neither address nor number."""

    depth: int
    words: str
    address: str = ""
    number: str = ""


@dataclass(frozen=True)
class Place:
    """Where something is in the joined file: the page, counted from 0, and the height above its lower edge."""

    page: int
    top: float


Places = Mapping[tuple[str, str], Place]
"""Name of a page of the book and anchor on it, or no anchor, to the place in the file."""


def contents(book: Path) -> list[Part]:
    """The parts of the book in the order of ``_toc.yml``."""
    toc = yaml.safe_load((book / "_toc.yml").read_text(encoding="utf-8"))
    return [Part("", (toc["root"],)), *(Part(part["caption"], tuple(page["file"] for page in part["chapters"])) for part in toc["parts"])]


def chromium() -> str:
    """The browser's path.

    Raises
    ------
    Missing
        If there is none.
    """
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        raise Missing("Chromium is missing: sudo apt-get install chromium")
    return found


def printed(site: Path, names: Sequence[str], folder: Path) -> Iterator[Chapter]:
    """Each page of the built book, printed."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Missing("playwright is missing: `make pdf` installs it, or pip install playwright") from None

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        view = browser.new_page(color_scheme="light", viewport={"width": COLUMN, "height": 1200})
        view.emulate_media(media="print")  # so that formulas are measured as they will be printed
        for name in names:
            view.goto((site / f"{name}.html").resolve().as_uri(), wait_until="load")
            headings = view.evaluate(PREPARE)
            view.pdf(path=folder / f"{name}.pdf", outline=True, tagged=True, **PAPER)
            yield Chapter(name, PdfReader(folder / f"{name}.pdf"), {"".join(heading.split()): heading for heading in headings})
        browser.close()


def front(site: Path, title: str, lines: Sequence[Line], total: int, folder: Path) -> tuple[PdfReader, PdfReader]:
    """The title page with the contents; and as many pages as the book has, each with its number at the foot, to be laid over them."""
    from playwright.sync_api import sync_playwright

    rows = "".join(f'<p class="d{line.depth}"><a href="{escape(line.address)}">{escape(line.words)}</a><span>{line.number}</span></p>'
                   for line in lines)
    sheets = "".join(f"<div><p>{number}</p></div>" for number in range(1, total + 1))
    sources = {"_front": f"<style>{FRONT}</style><h1>{escape(title)}</h1>{rows}", "_numbers": f"<style>{NUMBERS}</style>{sheets}"}
    readers = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        view = browser.new_page()
        for name, source in sources.items():
            page = site / f"{name}.html"  # beside the others, so that its links lead to them
            try:
                page.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8">{source}', encoding="utf-8")
                view.goto(page.resolve().as_uri())
                view.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
            finally:
                page.unlink()
            readers.append(PdfReader(folder / f"{name}.pdf"))
        browser.close()
    return readers[0], readers[1]


def join(site: Path, parts: Sequence[Part], title: str, target: Path) -> int:
    """Write the book to ``target``; the number of its pages."""
    names = [name for part in parts for name in part.pages]
    if missing := [name for name in names if not (site / f"{name}.html").exists()]:
        raise Missing(f"{site} has no page {missing[0]}.html: run `make book`")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        chapters = list(printed(site, names, folder))
        length = sum(len(chapter.reader.pages) for chapter in chapters)
        cover, _ = front(site, title, lines(parts, chapters, 0), 1, folder)  # how long the contents are does not depend on the numbers
        first = len(cover.pages)
        cover, numbers = front(site, title, lines(parts, chapters, first), first + length, folder)
        writer, places = PdfWriter(), dict(destinations(chapters, first))
        owners = [("", page) for page in cover.pages]
        owners += [(chapter.name, page) for chapter in chapters for page in chapter.reader.pages]
        for _, page in owners:
            writer.add_page(page)
        for (name, _), page, number in zip(owners, writer.pages, numbers.pages, strict=True):
            if name:
                page.merge_page(number)
            lead_on(writer, page, name, site, places)
        bookmark(writer, parts, chapters, places)
        writer.add_metadata({"/Title": title})
        writer.root_object[NameObject("/Lang")] = TextStringObject("en")
        writer.compress_identical_objects()
        target.parent.mkdir(parents=True, exist_ok=True)
        writer.write(target)
    return len(writer.pages)


def lines(parts: Sequence[Part], chapters: Sequence[Chapter], first: int) -> list[Line]:
    """The contents as they are printed, if the first chapter begins on the page ``first``, counted from 0."""
    rows = {}
    for chapter in chapters:
        rows[chapter.name] = (chapter.title(chapter.reader.outline[0]), f"{chapter.name}.html", str(first + 1))
        first += len(chapter.reader.pages)
    found = []
    for part in parts:
        found += [Line(0, part.caption)] if part.caption else []
        found += [Line(1 if part.caption else 0, *rows[name]) for name in part.pages]
    return found


def destinations(chapters: Sequence[Chapter], first: int) -> Iterator[tuple[tuple[str, str], Place]]:
    """Where each page of the book begins, and where each of its anchors is."""
    for chapter in chapters:
        yield (chapter.name, ""), Place(first, float(chapter.reader.pages[0].mediabox.top))
        for anchor, found in chapter.reader.named_destinations.items():
            number = chapter.reader.get_destination_page_number(found)
            if number is not None:
                yield (chapter.name, unquote(str(anchor).removeprefix("/"))), Place(first + number, float(found.top or 0))
        first += len(chapter.reader.pages)


def lead_on(writer: PdfWriter, page: PageObject, name: str, site: Path, places: Places) -> None:
    """Turn links to pages of the book into links within the file, and drop those to files that are not in it."""
    kept = ArrayObject()
    for reference in page.get("/Annots", ArrayObject()):
        link = reference.get_object()
        address = str(link.get("/A", {}).get("/URI", ""))
        if "/Dest" in link:
            key = (name, unquote(str(link["/Dest"]).removeprefix("/")))
        elif address.startswith("file:"):
            path, _, anchor = unquote(address).partition("#")
            key = (path.rsplit("/", 1)[1].removesuffix(".html") if path.startswith(site.resolve().as_uri()) else "", anchor)
        else:
            kept.append(reference)
            continue
        place = places.get(key) or places.get((key[0], ""))
        if place:
            link.pop("/A", None)
            where = (NameObject("/XYZ"), FloatObject(0), FloatObject(place.top), FloatObject(0))
            link[NameObject("/Dest")] = ArrayObject([writer.pages[place.page].indirect_reference, *where])
            kept.append(reference)
    page[NameObject("/Annots")] = kept


def bookmark(writer: PdfWriter, parts: Sequence[Part], chapters: Sequence[Chapter], places: Places) -> None:
    """Bookmarks: parts, in them pages, in them headings."""
    for part in parts:
        first = places[part.pages[0], ""].page
        above = writer.add_outline_item(title=part.caption, page_number=first, bold=True) if part.caption else None
        for chapter in (chapter for chapter in chapters if chapter.name in part.pages):
            _bookmarks(writer, chapter, chapter.reader.outline, places[chapter.name, ""].page, above)


def _bookmarks(writer: PdfWriter, chapter: Chapter, outline: Sequence[Any], first: int, above: Any) -> None:
    last = above
    for item in outline:
        if isinstance(item, list):
            _bookmarks(writer, chapter, item, first, last)
        else:
            number = chapter.reader.get_destination_page_number(item) or 0
            where = Fit.xyz(0, float(item.top or 0))
            last = writer.add_outline_item(title=chapter.title(item), page_number=first + number, parent=above, fit=where)


def main(arguments: Sequence[str]) -> int:
    """Make the PDF; 0 if it is there."""
    site, target = map(Path, arguments)
    book = Path(__file__).parent.parent
    title = yaml.safe_load((book.parent / "_config.yml").read_text(encoding="utf-8"))["title"]
    try:
        pages = join(site, contents(book), title, target)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{target}: {pages} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
