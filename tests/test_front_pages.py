"""What the pages that are no chapters say: the start page lists every week, and transcripts of ``cryo`` are what it prints now.

A transcript is a fence ```` ```text ```` whose first line is ``$ cryo …``. It is run in the repository's root, or, where a line
``% run as: cryo …`` stands right above the fence, as that says. Whole lines may be left out where … stands.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from test_docs import first_difference, lines_of, section, tables

from autograder.exercise import Exercise, discover

ROOT = Path(__file__).parent.parent
INDEX = ROOT / "book" / "index.md"
TRANSCRIPT = re.compile(r"^(?:% run as: (?P<run>cryo .*)\n)?```text\n\$ (?P<shown>cryo .*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
SKIPPED = {"adding_an_exercise"}  # the work of an afternoon in a clone of its own
WIDTH = "78"
"""Columns of the terminal in which the transcripts were made; a page shows as many without scrolling."""

FOUND = {f"{page.stem}-{number}": match for page in sorted((ROOT / "book").glob("*.md")) if page.stem not in SKIPPED
         for number, match in enumerate(TRANSCRIPT.finditer(page.read_text("utf-8")), 1)}


def weeks() -> dict[str, tuple[str, set[str]]]:
    """For each chapter on the start page, its week and its streams."""
    places = dict(re.findall(r"^\[(\w+)\]: (\w+)\.md$", INDEX.read_text("utf-8"), re.MULTILINE))
    [rows] = tables(section(INDEX, "What you can do after each week"))
    return {places[re.search(r"\]\[(\w+)\]", chapter)[1]]: (week, set(re.findall(r"`(\w+)`", chapter))) for week, chapter, _ in rows}


def test_the_start_page_lists_the_chapters_in_order():
    """The table of weeks has every numbered page, in the order of the table of contents."""
    parts = yaml.safe_load((ROOT / "book" / "_toc.yml").read_text("utf-8"))["parts"]
    assert list(weeks()) == [chapter["file"] for part in parts if part.get("numbered") for chapter in part["chapters"]]


@pytest.mark.parametrize("exercise", discover(ROOT).values(), ids=lambda exercise: exercise.slug)
def test_the_start_page_knows_week_and_streams(exercise: Exercise):
    """A chapter's week and streams are those of its exercise."""
    week = "Jensen lecture" if exercise.week == "J" else str(int(exercise.week[1:]))
    assert weeks()[exercise.chapter] == (week, set(exercise.streams)), "bring the table in book/index.md up to date"


@pytest.mark.parametrize("name", FOUND)
def test_a_page_shows_what_is_printed(name):
    """Each line of a transcript is printed, in its place."""
    _, *words = shlex.split(FOUND[name]["run"] or FOUND[name]["shown"])
    command = [sys.executable, "-m", "autograder.cli", *words, *(["--fresh"] if words[0] == "grade" else [])]
    environment = {**os.environ, "COLUMNS": WIDTH, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    where = first_difference(lines_of(FOUND[name]["output"]), lines_of(done.stdout))
    assert where is None, f"{name} shows {where!r}; {shlex.join(words)} prints now, {WIDTH} columns wide:\n{done.stdout}"


def test_transcripts_are_found():
    """The pages that explain the reports show some."""
    assert {name.rpartition("-")[0] for name in FOUND} >= {"index", "grading", "instructors"}
