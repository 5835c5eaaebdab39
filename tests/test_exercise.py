"""Reading exercise.toml: what is accepted, and that every mistake of an author is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.exercise import CourseError, discover, load

GOOD = """
title = "Adding"
week = "W01"
streams = ["blur"]
chapter = "adding"
minutes = 10
[limits]
call_s = 2
[[tasks]]
id = "add"
title = "Add"
kind = "code"
points = 3
section = "adding#add"
[[tasks]]
id = "scale"
title = "Scale"
kind = "value"
points = 1.5
section = "adding#scale"
questions = ["W01.2", "J.3"]
needs = ["add"]
replay = false
"""


@pytest.fixture
def read(tmp_path):
    def run(text=GOOD, slug="adding"):
        folder = tmp_path / "solutions" / slug
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "exercise.toml").write_text(text)
        return load(folder, tmp_path / "exercises" / slug)

    return run


def test_a_good_file_is_read_with_defaults(read):
    """Limits that are not given have their defaults, lists are tuples, points are floats."""
    exercise = read()
    assert exercise.slug == "adding" and exercise.limits.call_s == 2 and exercise.limits.memory_mb == 1024
    assert [task.points for task in exercise.tasks] == [3.0, 1.5]
    assert exercise.tasks_by_id["scale"].needs == ("add",) and not exercise.tasks_by_id["scale"].replay


@pytest.mark.parametrize(("old", "new", "says"), [
    ('title = "Adding"', "", "missing key 'title'"), ('title = "Adding"', "title = ", "Invalid value"), ("call_s = 2", "calls = 2", "unknown key .'calls'."),
    ("call_s = 2", 'call_s = "2"', "should be of type float"), ("call_s = 2", "call_s = true", "should be of type float"), ("minutes = 10", "minute = 10", "unknown key"),
    ('id = "scale"', 'id = "add"', "two tasks are called"), ('id = "add"', 'id = "Add it"', "lower-case words"), ("points = 3", "points = 0", "points must be positive"),
    ('kind = "code"', 'kind = "essay"', "kind must be one of"), ('needs = ["add"]', 'needs = ["sub"]', "not earlier tasks"), ('"J.3"', '"Q1"', "not a question ID"),
    ('["blur"]', '["sharp"]', "streams must be among"), ('section = "adding#add"', "", "missing 1 required"), ("replay = false", "replay = 0", "type bool"),
])
def test_an_authors_mistake_is_named_with_the_file(read, old, new, says):
    """Wrong TOML, missing and unknown keys, wrong types and impossible values are each told."""
    with pytest.raises(CourseError, match=rf"exercise\.toml: .*{says}"):
        read(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("slug", ["Adding", "2d", "a-b", "a b", "_a"])
def test_a_slug_is_words_joined_by_underscores(read, slug):
    """Other folder names are refused."""
    with pytest.raises(CourseError, match="a slug is"):
        read(slug=slug)


def test_a_course_without_solutions_says_what_to_give(tmp_path):
    """The message names --course."""
    with pytest.raises(CourseError, match="--course"):
        discover(tmp_path)


def test_the_digest_changes_with_every_file_and_not_with_caches(read):
    """A new mistake or changed data makes earlier grades out of date; bytecode does not."""
    exercise = read()
    first = exercise.digest()
    (exercise.folder / "__pycache__").mkdir()
    (exercise.folder / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert exercise.digest() == first
    (exercise.folder / "mistakes").mkdir()
    (exercise.folder / "mistakes" / "a.py").write_text("1")
    second = exercise.digest()
    Path(exercise.release / "data").mkdir(parents=True)
    (exercise.release / "data" / "x.mrc").write_bytes(b"1")
    assert len({first, second, exercise.digest()}) == 3
