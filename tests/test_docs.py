"""The documents say what the code does: what can be told wrong about verbs, keys, links, modules and output is held to the code here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import MISSING, fields
from pathlib import Path

import click
import pytest
from bookpages import Page

from autograder import checks, cli, verify
from autograder.build import answer_notebook
from autograder.exercise import CourseError, Limits, Task, discover, load

ROOT = Path(__file__).parent.parent
README, CONTRIBUTING, INDEX = (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "book/index.md"))
DOCUMENTS = [README, CONTRIBUTING, ROOT / "CHANGELOG.md", *sorted((ROOT / "book").glob("*.md"))]
FENCED = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)

WIDTH = "110"
"""Columns of the terminal in which the README's transcript was made."""

# in pieces, so that this file does not hold what it looks for
REGISTRIES = ["py" + "pi.org", "pypi.python" + ".org", "python" + "hosted.org", "anaconda" + ".org", "conda" + "-forge.org", "npmjs" + ".org",
              "jsdelivr" + ".net", "unpkg" + ".com", "proxy.golang" + ".org", "crates" + ".io"]
HOSTS = re.compile("|".join(map(re.escape, REGISTRIES)))
ABSOLUTE = re.compile(r"(?<![\w.~/>}-])/(?:home|work|tmp|root|Users)\b")
SANDBOX = re.compile(r"autograder/(confine|sandbox|worker)\.py|tests/attacks/.*|tests/test_(attacks|confine|sandbox|worker)\.py")
"""Files about the sandbox's own mounts, which have such names."""


def prose(document: Path) -> str:
    """A document without its fenced code."""
    return FENCED.sub("", document.read_text(encoding="utf-8"))


def section(document: Path, heading: str) -> str:
    """The text below a heading, up to the next of the same level or above, code included."""
    text = document.read_text(encoding="utf-8")
    found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert found, f"{document.name} has no heading {heading!r}"
    rest = text[found.end():]
    following = re.search(rf"^#{{1,{len(found[1])}}} [^%]", FENCED.sub(lambda code: re.sub(r"\S", " ", code[0]), rest), re.MULTILINE)
    return rest[: following.start()] if following else rest


def tables(text: str) -> list[list[list[str]]]:
    """The cells of each table's rows, headings left out."""
    found = re.findall(r"(?:^\|.*\|\n?)+", text, re.MULTILINE)
    return [[[cell.strip() for cell in row.strip("| ").split(" | ")] for row in table.splitlines()[2:]] for table in found]


def tracked() -> list[Path]:
    """The text files that are, or would be, committed."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in sorted(set(listed.stdout.decode().split("\0"))) if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]


@pytest.mark.parametrize("verb", sorted(cli.main.commands))
def test_every_verb_and_option_is_documented(verb):
    """README or CONTRIBUTING names the verb and each of its options."""
    text = README.read_text(encoding="utf-8") + CONTRIBUTING.read_text(encoding="utf-8")
    assert f"cryo {verb}" in text, f"name `cryo {verb}` in README.md or CONTRIBUTING.md"
    options = [option for option in cli.main.commands[verb].params if isinstance(option, click.Option)]
    for name in [name for option in options for name in option.opts if name.startswith("--")]:
        assert re.search(rf"{name}(?![\w-])", text), f"describe {name} of `cryo {verb}` in README.md or CONTRIBUTING.md"


def test_options_of_grade_and_no_others_are_in_its_table():
    """README's table of options is that of `cryo grade`."""
    named = {re.match(r"`(--[\w-]+)", row[0])[1] for table in tables(README.read_text("utf-8")) for row in table if row[0].startswith("`--")}
    assert named == {name for option in cli.grade.params if isinstance(option, click.Option) for name in option.opts}


def test_exit_statuses():
    """README's table of exit statuses has those of the command, and no others."""
    [table] = [table for table in tables(section(README, "For an instructor")) if table[0][0] == "0"]
    assert [int(row[0]) for row in table] == [0, cli.NOT_GRADED, cli.USAGE, cli.NO_SANDBOX, cli.INTERRUPTED]


def test_every_key_of_exercise_toml_is_documented(tmp_path):
    """CONTRIBUTING's tables have every key at the top level, of the limits with their defaults, and of a task, the required ones first."""
    (tmp_path / "slug").mkdir()
    (tmp_path / "slug" / "exercise.toml").write_text("nonsense = 1\n", encoding="utf-8")
    with pytest.raises(CourseError) as problem:
        load(tmp_path / "slug", tmp_path)
    known = set(re.findall(r"'(\w+)'", str(problem.value).split("known are")[1]))
    top, limits, tasks = tables(section(CONTRIBUTING, "exercise.toml"))
    assert {row[0] for row in top} == {f"`{key}`" for key in known}
    assert [(row[0], float(row[1])) for row in limits] == [(f"`{item.name}`", item.default) for item in fields(Limits)]
    assert {row[0] for row in tasks} == {f"`{item.name}`" for item in fields(Task)}
    required = {f"`{item.name}`" for item in fields(Task) if item.default is MISSING}
    assert {row[0] for row in tasks[: len(required)]} == required and len(required) == 5


def test_every_word_of_the_checks_is_documented():
    """CONTRIBUTING's table of the vocabulary has each word, with an example that uses it."""
    [words] = tables(section(CONTRIBUTING, "Checks"))
    assert {row[0] for row in words} == {f"`{name}`" for name in checks.__all__ if name != "CheckFailed"}
    for name, example in words:
        assert f"{name.strip('`')}(" in example or name == "`cases`", f"{name} has no example"


def test_every_line_of_verify_is_explained():
    """CONTRIBUTING explains each line that `cryo verify` prints, with the numbers it asks for."""
    text = section(CONTRIBUTING, "What `cryo verify` proves")
    printed = re.findall(r'_line\(f?"([^"]+)"', Path(verify.__file__).read_text(encoding="utf-8"))
    assert re.findall(r"^\* \*\*(.*?)\*\*", text, re.MULTILINE) == [re.sub(r"\{.*?\}(: | )", "", line) for line in printed]
    assert f"{verify.FEWEST_CHECKS} checks, {verify.FEWEST_MISTAKES} mistakes, {verify.FEWEST_ALTERNATIVES} alternatives" in text


def test_every_module_is_in_the_reading_order():
    """CONTRIBUTING lists each module of the engine once, and none that is not there."""
    listed = [row[0] for table in tables(section(CONTRIBUTING, "Modules in reading order")) for row in table]
    there = [f"`{path.name}`" for path in (ROOT / "autograder").glob("*.py") if path.stem != "__init__"]
    assert sorted(listed) == sorted(there), "bring the tables of CONTRIBUTING.md, Modules in reading order, up to date"


def test_every_module_of_the_book_is_described():
    """CONTRIBUTING has a row for each module of book/_ext."""
    [rows] = tables(section(CONTRIBUTING, "How the book is built"))
    assert {row[0] for row in rows} == {f"`{path.name}`" for path in (ROOT / "book" / "_ext").glob("*.py")}


def test_every_verb_of_make_is_documented():
    """README or CONTRIBUTING names each verb that `make help` lists."""
    verbs = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    text = README.read_text(encoding="utf-8") + CONTRIBUTING.read_text(encoding="utf-8")
    assert len(verbs) > 8 and not [verb for verb in verbs if f"make {verb}" not in text]


def test_every_exercise_is_in_the_table():
    """README lists each exercise with its week and streams; the book's first page has a table that is made when it is built."""
    exercises = discover(ROOT)
    rows = {match[0]: row for table in tables(README.read_text("utf-8")) for row in table
            for match in [re.findall(r"(?<=\[)[a-z][a-z0-9_]*(?=\])", " ".join(row))] if match}
    assert set(rows) == set(exercises), "the table of exercises in README.md is out of date"
    for slug, exercise in exercises.items():
        assert {exercise.week, ", ".join(exercise.streams)} <= set(rows[slug]), f"README.md: week or stream of {slug}"
    assert "```{exercises}\n" in INDEX.read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_relative_link_resolves(document):
    """A link leads to a file of the tree, to a notebook that a build makes, or to a heading that is there."""
    targets = list(Page(document, document.read_text(encoding="utf-8")).links)
    broken = [target for target in targets if not re.match(r"\w+:", target) and not resolves(document, target)]
    assert (targets or document.parent == ROOT / "book") and not broken, f"{document.name} links {broken}"


def resolves(document: Path, target: str) -> bool:
    """Whether a file or a heading is where a relative link leads."""
    name, _, anchor = target.partition("#")
    path = (document.parent / name).resolve() if name else document
    if path.is_relative_to(ROOT / "exercises") and path.suffix == ".ipynb":
        return path.stem == path.parent.name and (ROOT / "solutions" / path.stem / "exercise.toml").exists()
    if not path.exists() or not anchor:
        return path.exists()
    text = prose(path)
    return anchor in {*map(verify.anchor_of, verify.HEADING.findall(text)), *verify.ANCHOR.findall(text)}


@pytest.mark.parametrize("document", [README, CONTRIBUTING, ROOT / "CHANGELOG.md", INDEX], ids=lambda path: path.name)
def test_lines_are_not_too_long(document):
    """No line has more than 140 characters."""
    assert not [line for line in document.read_text(encoding="utf-8").splitlines() if len(line) > 140]


def test_no_registry_and_no_place_of_one_machine():
    """No committed text names a package registry's host, or a folder of the machine it was written on."""
    found = []
    for path in tracked():
        name, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {match[0]}" for match in HOSTS.finditer(text)]
        if not SANDBOX.fullmatch(name):
            found += [f"{name}: {match[0]}" for match in ABSOLUTE.finditer(text)]
    assert not found


def test_the_transcript_is_what_is_printed(tmp_path):
    """README's transcript is what `cryo grade` prints for that mistake now, whole lines left out where … stands."""
    shown = re.search(r"^```text\n\$ cryo grade (?:\w+/)*(\w+)\.ipynb\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    mistake = re.search(r"solutions/(\w+)/mistakes/(\w+)\.py", README.read_text("utf-8"))
    assert shown and mistake and shown[1] == mistake[1]
    exercise = discover(ROOT)[shown[1]]
    submission = tmp_path / f"{exercise.slug}.ipynb"
    submission.write_bytes(answer_notebook(exercise, exercise.folder / "mistakes" / f"{mistake[2]}.py"))
    command = [sys.executable, "-m", "autograder.cli", "grade", str(submission), "--course", str(ROOT), "--fresh"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
                          env={**os.environ, "COLUMNS": WIDTH, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)})
    assert done.returncode == 0, done.stderr
    where = first_difference(lines_of(shown[2]), lines_of(done.stdout))
    assert where is None, f"README.md shows {where!r}; cryo grade prints now, {WIDTH} columns wide:\n{done.stdout}"


def lines_of(text: str) -> list[str]:
    """The lines that are not empty, without spaces at their ends."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def first_difference(shown: list[str], printed: list[str]) -> str | None:
    """The first line shown that is not printed in its place, lines left out only where … stands; None if there is none."""
    place, gap = 0, False
    for line in shown:
        if line == "…":
            gap = True
            continue
        while gap and place < len(printed) and printed[place] != line:
            place += 1
        if place >= len(printed) or printed[place] != line:
            return line
        place, gap = place + 1, False
    return None if gap or place == len(printed) else "no … at its end"


@pytest.mark.parametrize(("shown", "different"), [(["a", "b", "c"], None), (["a", "…", "c"], None), (["a", "…"], None), (["…", "c"], None),
                                                  (["a", "c"], "c"), (["…", "d"], "d"), (["c", "…", "a"], "c"), (["a"], "no … at its end")])
def test_a_difference_is_seen(shown, different):
    """The comparison with what is printed (a, b, c) notices lines changed, moved, or left out without a mark."""
    assert first_difference(shown, ["a", "b", "c"]) == different
