"""Checking one's own work: visible checks only, from the released folder alone, on any system that runs Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.exercise import CourseError, Exercise, discover, load
from autograder.pipeline import Grader
from autograder.report import Report
from autograder.sandbox import Home
from autograder.submission import Source, read, slug_of


def check(sources: Sequence[Source], slug: str | None, course: Path | None) -> Iterator[Report]:
    """Check each of a student's own files.

    Parameters
    ----------
    sources : sequence of Source
    slug : str, optional
        The exercise; told from each file if not given.
    course : Path, optional
        Folder that holds ``exercises/``; found from each file's folder, then from the working folder, upwards.

    Raises
    ------
    CourseError
        If a file's released exercise cannot be found.
    """
    room = Home()
    try:
        for source in sources:
            yield Grader(_exercise(source, slug, course), room, visible_only=True).grade(replace(source, student=""))
    finally:
        room.close()


def _exercise(source: Source, slug: str | None, course: Path | None) -> Exercise:
    known = _released(source, course)
    found = slug or slug_of(source, read(source), known)
    if found is None:
        raise CourseError(f"{source.name}: cannot tell which exercise this is; say so with --exercise. Here are {', '.join(sorted(known))}")
    if found not in known:
        raise CourseError(f"there is no exercise {found!r}; here are: {', '.join(sorted(known))}")
    return known[found]


def _released(source: Source, course: Path | None) -> dict[str, Exercise]:
    """The released exercises within reach of a file: its own folder, or the nearest ``exercises/``."""
    if course is not None:
        return discover(course, released=True)
    own = source.path.resolve().parent
    if (own / "exercise.toml").exists() and (own / "test_visible.py").exists():
        return {own.name: load(own, own)}
    for folder in (own, *own.parents, Path.cwd(), *Path.cwd().parents):
        if (folder / "exercises").is_dir():
            return discover(folder, released=True)
    raise CourseError("no folder exercises/ near this file or here; give its parent with --course")
