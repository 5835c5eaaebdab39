"""``cryo new``: a small exercise that works at once, to be changed bit by bit into one's own."""

from __future__ import annotations

import json
import keyword
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from autograder.exercise import SLUG, STREAMS, CourseError

TEMPLATES = Path(__file__).parent / "templates" / "exercise"
WEEK = re.compile(r"W\d\d|J")
TAKEN = {"autograder", "conftest", "data", "make_data", "reference", "student", "visible"}
"""Names that mean something else in an exercise's folder: ``test_visible.py``, the parameters of checks."""


def scaffold(course: Path, slug: str, *, title: str, week: str, stream: str) -> list[Path]:
    """Write ``solutions/<slug>``: one task of each kind, checks, mistakes, an alternative and data, all of which build and verify.

    Parameters
    ----------
    course : Path
        Folder that holds ``solutions/``.
    slug : str
        Name of the exercise: lower-case words joined by underscores.
    title : str
        One line for people.
    week : str
        ``W01`` to ``W99``, or ``J``.
    stream : str
        ``blur`` or ``sharpen``.

    Returns
    -------
    list of Path
        The files written, in alphabetical order.

    Raises
    ------
    CourseError
        If the name is taken or cannot be used, or ``title``, ``week`` or ``stream`` is not one.
    """
    folder = course / "solutions" / slug
    for problem in _problems(slug, title, week, stream, folder):
        raise CourseError(problem)
    jinja = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    values = {"slug": slug, "title": json.dumps(title, ensure_ascii=False), "plain_title": title, "week": week, "stream": stream}
    files = {folder / name.removesuffix(".j2").replace("slug", slug): jinja.get_template(name).render(values)
             for name in jinja.list_templates()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return sorted(files)


def _problems(slug: str, title: str, week: str, stream: str, folder: Path) -> Iterator[str]:
    """What is wrong with the request, and what would be right."""
    if not SLUG.fullmatch(slug):
        yield f"{slug!r} is no slug; use lower-case words joined by underscores, such as fourier_slice"
    if keyword.iskeyword(slug) or keyword.issoftkeyword(slug):
        yield f"{slug!r} is a word of the Python language; choose a longer name"
    if slug in sys.stdlib_module_names or slug in packages_distributions():
        yield f"{slug!r} is the name of a module that exists already, and {slug}.py would hide it; choose a longer name"
    if slug in TAKEN or slug.startswith("test_"):
        yield f"{slug!r} means something else in an exercise's folder; choose another name"
    if folder.exists():
        yield f"{folder} exists already; choose another name, or delete it first"
    if not title.strip() or not title.isprintable():
        yield f"{title!r} is no title; give one line of text"
    if not WEEK.fullmatch(week):
        yield f"{week!r} is no week; use W01, W02, ... or J"
    if stream not in STREAMS:
        yield f"{stream!r} is no stream; use one of {', '.join(STREAMS)}"
