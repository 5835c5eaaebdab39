"""Feedback as a web page: one file for a student, one for a class, with no script and nothing to fetch.

Jinja escapes every value, `clean` has made it visible before, and the page's own policy allows neither scripts nor outside content.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

import jinja2

from autograder import render
from autograder.report import Report

WORDS = ("MARKS", "STATUS_WORDS", "book_url", "common_mistakes", "count", "evidence", "flags", "href", "mend_first", "notices", "points",
         "score", "section_words", "standing", "stopped", "student", "totals")
"""What the templates may use of `render`."""


def html_report(report: Report, *, book: str = render.BOOK) -> str:
    """What a student should read about one submission, as one self-contained page.

    Parameters
    ----------
    report : Report
    book : str
        Where the book is, for links to its sections.

    Returns
    -------
    str
        HTML that any encoding of Unicode can hold.
    """
    return _page("report.html.j2").render(report=render.clean(report), book=render.visible(book))


def html_class(reports: Sequence[Report], links: Sequence[str] = (), *, book: str = render.BOOK) -> str:
    """A table with one line per submission, the totals, and which mistakes the class makes.

    Parameters
    ----------
    reports : sequence of Report
    links : sequence of str
        Address of each report's page, in the order of the reports; one without an address is not linked.
    book : str
        Where the book is, for links to its sections.

    Returns
    -------
    str
        HTML that any encoding of Unicode can hold.
    """
    rows = [(render.clean(report), link) for report, link in itertools.zip_longest(reports, links, fillvalue="")
            if isinstance(report, Report)]
    return _page("class.html.j2").render(rows=rows, reports=[report for report, _ in rows], book=render.visible(book))


@cache
def _page(name: str) -> jinja2.Template:
    # Autoescape is switched on outright: select_autoescape goes by the ending, and these end in .j2.
    pages = jinja2.Environment(loader=jinja2.PackageLoader("autograder"), autoescape=True, undefined=jinja2.StrictUndefined,
                               trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    pages.globals.update({word: getattr(render, word) for word in WORDS})
    return pages.get_template(name)
