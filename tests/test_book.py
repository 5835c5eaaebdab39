"""The book as it is written: what can be told wrong about a page without building it. tests/test_book_built.py has the rest."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bookpages import QUESTION, Block, Page, choices, draws, listed, pages, syllabus
from pybtex.database import parse_file

from autograder.exercise import Exercise, discover

ROOT = Path(__file__).parent.parent
BOOK = ROOT / "book"
PAGES = pages(BOOK)
QUESTIONS, FINISHED = syllabus(BOOK)
EXERCISES = discover(ROOT)
SECTIONS = ["What you will be able to do", "Readings", "In practice", "Questions", "The exercise"]
IMPORTS = {"numpy", "scipy", "matplotlib", "mrcfile", "mpl_toolkits"} | set(sys.stdlib_module_names)
DEMO = re.compile(r'<script defer src="demos/([\w-]+)\.js"></script>|<([a-z]+(?:-[a-z]+)+)></\2>')

Rule = Callable[[Page], Iterator[str]]


def titled(block: Block) -> tuple[str, set[str]]:
    """The ID in the title of a question or quiz and the ways in which it ends; no ID for a quiz without one."""
    match = re.fullmatch(r"(\S+) · ([a-z]+(?: (?:\+|and) [a-z]+)*)(?:: .+)?", block.argument)
    return (match[1], set(re.split(r" \+ | and ", match[2]))) if match and QUESTION.fullmatch(match[1]) else ("", set())


def asked(page: Page) -> list[Block]:
    """The questions of the syllabus on a page."""
    return [block for block in page.named("admonition") if "question" in block.classes or titled(block)[0]]


def questions_are_marked(page: Page) -> Iterator[str]:
    """A question has a known ID, ends as the syllabus says and has the class for it; an ID stands nowhere but in these titles."""
    for block in asked(page):
        question, ends = titled(block)
        if question not in QUESTIONS:
            yield f"line {block.line}: {block.argument!r} is not `ID · kind` with an ID of the syllabus"
        elif ends != QUESTIONS[question]:
            yield f"line {block.line}: {question} ends as {sorted(QUESTIONS[question])}, not as {sorted(ends)}"
        elif not block.classes & ({"quiz"} if "quiz" in ends else {"question"}):
            yield f"line {block.line}: {question} has the class {sorted(block.classes)}"
    titles = Counter(titled(block)[0] for block in asked(page))
    for question, count in Counter(QUESTION.findall(page.text)).items():
        if count != titles[question]:
            yield f"{question} stands outside the title of a question"


def quizzes_explain(page: Page) -> Iterator[str]:
    """Each choice of a quiz says why it is right or wrong; some choice is right, and some is wrong."""
    for quiz in (block for block in page.named("admonition") if "quiz" in block.classes or block.argument.startswith("Quiz")):
        found = choices(quiz)
        verdicts = [re.match(r"(Right|Not quite)\. +\S.{15}", explanation, re.DOTALL) for _, explanation in found]
        if "quiz" not in quiz.classes:
            yield f"line {quiz.line}: a quiz without the class quiz"
        if len(found) < 2 or not all(choice.strip() for choice, _ in found):
            yield f"line {quiz.line}: a quiz has at least two choices"
        for (choice, explanation), verdict in zip(found, verdicts, strict=True):
            if not verdict:
                yield f"line {quiz.line}: {choice!r} has no explanation with `Right.` or `Not quite.` before it: {explanation!r}"
        if {verdict[1] for verdict in verdicts if verdict} != {"Right", "Not quite"} and len(found) > 1:
            yield f"line {quiz.line}: a quiz has a right and a wrong choice"


def figures_are_described(page: Page) -> Iterator[str]:
    """A picture has a description of at least five words."""
    for cell in page.named("code-cell"):
        settings = cell.options.get("mystnb") or {}
        if draws(cell) and not described((settings.get("image") or {}).get("alt")):
            yield f"line {cell.line}: a figure without `mystnb: image: alt:`"
        if draws(cell) and not (settings.get("figure") or {}).get("caption"):
            yield f"line {cell.line}: a figure without `mystnb: figure: caption:`"
    for block in page.named("figure", "image"):
        if not described(block.options.get("alt")):
            yield f"line {block.line}: {block.argument} without `:alt:`"
    for words, target in page.images:
        if not described(words):
            yield f"![{words}]({target}) without a description"


def described(words: object) -> bool:
    """Whether an alternative text says something."""
    return isinstance(words, str) and len(words.split()) >= 5


def html_is_for_demos(page: Page) -> Iterator[str]:
    """HTML loads demos that are there, stands in `{raw} html`, and comes after the figure that stands for it where nothing moves."""
    yield from (f"line {line}: {text.strip()!r}: HTML in Markdown" for line, text in page.html if not text.startswith("<!--"))
    before: Block | None = None
    for block in page.blocks:
        if block.name == "raw":
            lines = [DEMO.fullmatch(line.strip()) for line in block.body.splitlines() if line.strip()]
            elements = [line[2] for line in lines if line and line[2]]
            scripts = [line[1] for line in lines if line and line[1]]
            if block.argument != "html" or not all(lines):
                yield f"line {block.line}: only scripts of demos/ and their elements are raw HTML"
            yield from (f"line {block.line}: there is no book/demos/{name}.js" for name in scripts if not (BOOK / f"demos/{name}.js").exists())
            yield from (f"line {block.line}: <{name}> without its script" for name in elements if name not in scripts)
            if elements and not (before and before.name == "code-cell" and draws(before)):
                yield f"line {block.line}: a demo comes right after the code cell that draws its figure"
        before = block


def code_runs_anywhere(page: Page) -> Iterator[str]:
    """Code cells stand at top level, import little, and read data of exercises that exist; a page with code tests what it says."""
    cells = page.named("code-cell")
    for cell in cells:
        if cell.inside:
            yield f"line {cell.line}: a code cell inside {cell.inside[-1]} is not executed"
        for node in ast.walk(ast.parse(cell.body)):
            names = [item.name for item in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else []
            yield from (f"line {cell.line}: imports {name}" for name in names if str(name).split(".")[0] not in IMPORTS)
            path = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and "/" in node.value else ""
            if path.startswith(("/", "..", "~")) and not (path.startswith("../exercises/") and (BOOK / path).exists()):
                yield f"line {cell.line}: reads {path!r}, which is no file of a released exercise"
    if cells and not any(isinstance(node, ast.Assert) for cell in cells for node in ast.walk(ast.parse(cell.body))):
        yield "no cell asserts a number of the text"


def chapters_are_complete(page: Page) -> Iterator[str]:
    """A chapter that asks questions has its week, stream and time below its title, its sections in order, three quizzes and a demo."""
    if not asked(page):
        return
    badges = dict(re.findall(r"\{bdg-(\w+)\}`([^`]+)`", page.text.split("\n## ")[0]))
    if not {"info", "light"} <= set(badges) or not {"primary", "warning"} & set(badges):
        yield "below the title stand badges: week (bdg-info), blur (bdg-primary) or sharpen (bdg-warning) or both, time (bdg-light)"
    places = [page.headings.index(section) if section in page.headings else -1 for section in SECTIONS]
    if -1 in places or places != sorted(places):
        yield f"sections are not {SECTIONS} in this order"
    if sum("quiz" in block.classes for block in page.named("admonition")) < 3:
        yield "fewer than three quizzes"
    if not page.named("raw"):
        yield "no demo"


def references_exist(page: Page) -> Iterator[str]:
    """Exercises, files for download and cited papers exist."""
    for block in page.named("exercise"):
        if block.argument not in EXERCISES or EXERCISES[block.argument].chapter != page.name:
            yield f"line {block.line}: {block.argument} is not an exercise of this chapter"
    for target in re.findall(r"\{download\}`[^`<]*<([^>`]+)>`", page.text):
        if not (BOOK / target).exists():
            yield f"{{download}} of {target}, which does not exist"
    for keys in re.findall(r"\{cite(?::\w+)?\}`([^`]+)`", page.text):
        yield from (f"{key.strip()} is not in references.bib" for key in keys.split(",") if key.strip() not in BIBLIOGRAPHY.entries)


def lines_are_short(page: Page) -> Iterator[str]:
    """At most 140 characters."""
    yield from (f"line {number} has {len(line)} characters" for number, line in enumerate(page.text.splitlines(), 1) if len(line) > 140)


RULES: list[Rule] = [questions_are_marked, quizzes_explain, figures_are_described, html_is_for_demos, code_runs_anywhere,
                     chapters_are_complete, references_exist, lines_are_short]
BIBLIOGRAPHY = parse_file(str(BOOK / "references.bib"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_page(rule: Rule, page: Page) -> None:
    """The page keeps the rule; the rule's first line says what it is."""
    assert not [f"{page.name}.md: {problem}" for problem in rule(page)]


def test_the_contents_list_every_page_once() -> None:
    """A page that is not listed is not built, and one listed twice is built twice."""
    assert sorted(listed(BOOK)) == sorted(path.stem for path in BOOK.glob("*.md"))


def test_every_finished_question_is_asked_once() -> None:
    """Each question of a finished week stands on exactly one page, once."""
    places = {question: [page.name for page in PAGES for block in asked(page) if titled(block)[0] == question] for question in QUESTIONS}
    assert FINISHED and {question: places[question] for question in FINISHED if len(places[question]) != 1} == {}
    assert {question: found for question, found in places.items() if len(found) > 1} == {}


def test_exercises_claim_questions_as_they_end() -> None:
    """A task claims only questions of the syllabus; a finished one has, in one exercise, a task for each way in which it ends."""
    assert [problem for exercise in EXERCISES.values() for problem in claims(exercise)] == []
    for question in FINISHED:
        kinds = [{task.kind for task in exercise.tasks if question in task.questions} for exercise in EXERCISES.values()]
        wanted = QUESTIONS[question] - {"quiz"}
        assert sum(map(bool, kinds)) == bool(wanted) and wanted <= set().union(*kinds), f"{question} has tasks {[k for k in kinds if k]}"


def claims(exercise: Exercise) -> Iterator[str]:
    """Questions that an exercise claims and that are not in the syllabus."""
    for task in exercise.tasks:
        yield from (f"{exercise.slug}/{task.id}: {question}" for question in task.questions if question not in QUESTIONS)


def test_every_exercise_is_in_its_chapter_and_in_no_other() -> None:
    """Each exercise has one card in the book."""
    assert Counter(block.argument for page in PAGES for block in page.named("exercise")) == Counter(list(EXERCISES))


def test_every_demo_is_shown() -> None:
    """A script of book/demos is loaded by some page."""
    loaded = {match[1] for page in PAGES for block in page.named("raw") for match in DEMO.finditer(block.body)}
    assert {path.stem for path in (BOOK / "demos").glob("*.js")} == loaded - {None}


@pytest.mark.parametrize("key", BIBLIOGRAPHY.entries)
def test_every_source_can_be_found(key: str) -> None:
    """An article has a DOI; a book or a page on the web has one, or an ISBN, or an address. No two entries are the same."""
    entry = BIBLIOGRAPHY.entries[key]
    assert {"title", "year"} <= set(entry.fields) and (entry.persons or "key" in entry.fields)
    doi = entry.fields.get("doi", "")
    assert re.fullmatch(r"10\.\d{4,9}/\S+", doi) if doi or entry.type == "article" else {"isbn", "url", "eprint"} & set(entry.fields)
    assert sum(other.fields.get("doi", "").lower() == doi.lower() for other in BIBLIOGRAPHY.entries.values()) == 1 or not doi


SAMPLE = '''---
kernelspec:
  name: python3
---

# A sample

{bdg-info}`Week 2` {bdg-primary}`blur` {bdg-light}`about 3 hours`

## What you will be able to do

## Readings

{cite:p}`cooley1965algorithm` and {download}`the contents <_toc.yml>`; ![a picture of a wave and its sum](wave.png)

```{code-cell} ipython3
---
tags: [hide-input]
mystnb:
  figure: {caption: A line., name: fig-sample}
  image:
    alt: a straight line rises from left to right
---
import numpy as np
import matplotlib.pyplot as plt
plt.plot([1, 2])
assert np.isclose(1 + 1, 2)
```

```{raw} html
<script defer src="demos/demo.js"></script>
<script defer src="demos/adding-waves.js"></script>
<adding-waves></adding-waves>
```

:::{dropdown} Sharpen: a proof
Words.
:::

::::{admonition} Quiz: which?
:class: quiz

Is $1 + 1 = 2$?

* Yes

  Right. It is one more than one.

* No

  Not quite. This is the sum of other numbers.
::::

::::{admonition} Quiz: which else?
:class: quiz

Is it?

* Yes

  Right. It is one more than one.

* No

  Not quite. This is the sum of other numbers.
::::

:::{admonition} W02.2 · quiz: narrow and wide
:class: quiz

Is it?

* Yes

  Right. It is one more than one.

* No

  Not quite. This is the sum of other numbers.
:::

## In practice

## Questions

:::{admonition} W02.1 · written + code
:class: question
Why?
:::

## The exercise
'''

BROKEN: dict[Rule, list[tuple[str, str]]] = {
    questions_are_marked: [
        ("W02.1 · written + code", "W02.1 · code"), ("W02.1 · written + code", "W02.9 · code"), ("W02.1 · written + code", "The first"),
        (":class: question", ":class: quiz"), ("Words.", "See W02.1."), ("W02.2 · quiz:", "W02.1 · quiz:"), ("about 3 hours", "J.4")],
    quizzes_explain: [
        ("  Right. It is one more than one.\n", ""), ("Right. It is one more than one.", "Yes, it is one more than one."),
        ("Not quite. This is the sum of other numbers.", "Not quite."), ("Not quite. This", "Right. This"),
        ("* No\n\n  Not quite. This is the sum of other numbers.\n", ""), ("which?\n:class: quiz\n", "which?\n"),
        ("* Yes\n\n  Right. It", "* Right. It")],
    figures_are_described: [
        ("  image:\n    alt: a straight line rises from left to right\n", ""), ("a straight line rises from left to right", "figure"),
        ("caption: A line., ", ""), ("a picture of a wave and its sum", ""), ("Words.", "```{image} wave.png\n```"),
        ("Words.", "![](wave.png)")],
    html_is_for_demos: [
        ("Words.", '<img src="wave.png">'), ("Words.", "a <b>b</b>"), ("demos/demo.js", "https://example.org/demo.js"),
        ("demos/adding-waves.js", "demos/nothing.js"), ('<script defer src="demos/adding-waves.js"></script>\n', ""),
        ("plt.plot([1, 2])", "x = 1"), ("<adding-waves></adding-waves>", "<adding-waves></adding-waves><p>Words.</p>"),
        ("{raw} html", "{raw} latex")],
    code_runs_anywhere: [
        ("import numpy as np", "import pandas"), ("import numpy as np", "from cryo import x"), ("plt.plot([1, 2])", 'plt.plot(open("../exercises/no.mrc"))'),
        ("plt.plot([1, 2])", 'plt.plot(open("/data.mrc"))'), ("assert np", "np"), ("Words.", "```{code-cell}\nassert 1\n```")],
    chapters_are_complete: [
        ("{bdg-info}`Week 2` ", ""), ("{bdg-primary}`blur` ", ""), ("{bdg-light}`about 3 hours`", ""), ("## Readings", "## Reading"),
        ("## In practice\n\n## Questions", "## Questions\n\n## In practice"), ("which else?\n:class: quiz", "which else?\n:class: note"),
        ("```{raw} html", "```{code-block} html")],
    references_exist: [
        ("cooley1965algorithm", "nobody1900nothing"), ("_toc.yml>", "nothing.yml>"), ("Words.", "```{exercise} nothing\n```"),
        ("Words.", "```{exercise} quaternion_rotation\n```")],
    lines_are_short: [("Words.", "Words " * 30)],
}


def sample(text: str) -> Page:
    """A page that is not in the book."""
    return Page(BOOK / "sample.md", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_sound_page_keeps_the_rule(rule: Rule) -> None:
    """The sample page breaks no rule."""
    assert list(rule(sample(SAMPLE))) == []


@pytest.mark.parametrize(("rule", "there", "instead"), [(rule, *change) for rule, changes in BROKEN.items() for change in changes])
def test_a_broken_page_is_noticed(rule: Rule, there: str, instead: str) -> None:
    """One change to the sample page breaks the rule."""
    assert there in SAMPLE
    assert list(rule(sample(SAMPLE.replace(there, instead, 1))))


def test_a_block_knows_its_line() -> None:
    """Problems name the line of the file at which a directive begins, also inside another."""
    page = sample(SAMPLE)
    inner = replace(page, text=SAMPLE.replace("Words.", "```{note}\n:class: tip\n\n```{image} a.png\n```\n```"))
    lines = page.text.splitlines()
    assert all(block.name in lines[block.line - 1] for block in page.blocks)
    assert all(block.name in inner.text.splitlines()[block.line - 1] for block in inner.blocks)
