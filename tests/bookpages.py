"""The pages of the book as their authors wrote them, cut into directives, for tests that need no build."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

DIRECTIVE = re.compile(r"\{([\w:-]+)\}\s*(.*)")
LITERAL = {"code-cell", "code-block", "code", "raw", "math", "bibliography"}
"""Directives in which nothing is Markdown."""

QUESTION = re.compile(r"(?<![\w.])(W\d\d\.\d+|J\.\d+)(?!\w)")
CALLS = re.compile(r"\bplt\.(figure|subplots|subplot_mosaic|plot|imshow|show|hist|scatter|bar)\b")


@dataclass(frozen=True)
class Block:
    """A directive: its name, what stands beside the name, its options, what it holds, and the line it begins at."""

    name: str
    argument: str
    options: dict[str, Any]
    body: str
    line: int
    inside: tuple[str, ...] = ()

    @property
    def classes(self) -> set[str]:
        """The classes that an admonition has been given."""
        return set(str(self.options.get("class", "")).split())


@dataclass(frozen=True)
class Page:
    """One page of the book."""

    path: Path
    text: str = field(repr=False)

    @property
    def name(self) -> str:
        """The page's name without the file's ending."""
        return self.path.stem

    @cached_property
    def blocks(self) -> list[Block]:
        """Every directive, in the order of the page, those inside others too."""
        return list(_blocks(self.text, 1, ()))

    def named(self, *names: str) -> list[Block]:
        """The directives of these names."""
        return [block for block in self.blocks if block.name in names]

    @property
    def headings(self) -> list[str]:
        """The headings outside of directives, without their marks."""
        tokens = parse(self.text)
        return [tokens[number + 1].content for number, token in enumerate(tokens) if token.type == "heading_open"]

    @property
    def html(self) -> Iterator[tuple[int, str]]:
        """Lines with HTML that stands in the Markdown itself."""
        for line, text in [(1, self.text), *((b.line, b.body) for b in self.blocks if b.name not in LITERAL)]:
            for token in parse(text):
                if token.type == "html_block":
                    yield line + (token.map or [0])[0], token.content
                for child in token.children or ():
                    if child.type == "html_inline":
                        yield line + (token.map or [0])[0], child.content

    @property
    def links(self) -> Iterator[str]:
        """The target of each link in Markdown; formulas and code have none."""
        for text in [self.text, *(b.body for b in self.blocks if b.name not in LITERAL)]:
            for token in parse(text):
                yield from (str(child.attrs["href"]) for child in token.children or () if child.type == "link_open")

    @property
    def images(self) -> Iterator[tuple[str, str]]:
        """Alternative text and target of each image in Markdown."""
        for text in [self.text, *(b.body for b in self.blocks if b.name not in LITERAL)]:
            for token in parse(text):
                yield from ((child.content, str(child.attrs["src"])) for child in token.children or () if child.type == "image")


def pages(book: Path) -> list[Page]:
    """Every page that the table of contents lists, in its order."""
    return [Page(book / f"{name}.md", (book / f"{name}.md").read_text(encoding="utf-8")) for name in listed(book)]


def listed(book: Path) -> list[str]:
    """The names in the table of contents, the first page first."""
    contents = yaml.safe_load((book / "_toc.yml").read_text(encoding="utf-8"))
    return [contents["root"], *(chapter["file"] for part in contents["parts"] for chapter in part["chapters"])]


def syllabus(book: Path) -> tuple[dict[str, set[str]], list[str]]:
    """The ways in which each question ends, and the IDs of the finished weeks."""
    table = tomllib.loads((book / "syllabus.toml").read_text(encoding="utf-8"))
    questions = {question: set(ends.split(" + ")) for question, ends in table["questions"].items()}
    return questions, [question for question in questions if question.split(".")[0] in table["finished"]]


def choices(quiz: Block) -> list[tuple[str, str]]:
    """The choices of a quiz, each with its explanation, which is empty if there is none."""
    found, depth, texts = list[tuple[str, str]](), 0, list[str]()
    for token in parse(quiz.body):
        if token.type == "list_item_open":
            depth += 1
            texts = [] if depth == 1 else texts
        elif token.type == "list_item_close":
            depth -= 1
            if depth == 0:
                found.append((texts[0] if texts else "", " ".join(texts[1:])))
        elif depth and token.content and token.type in {"inline", "math_block", "fence"}:
            texts.append(token.content)
    return found


def draws(cell: Block) -> bool:
    """Whether running a code cell draws a figure, as far as its text tells: plt is called, not only in a function that is defined."""
    tree = ast.parse(cell.body)
    outside = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return any(CALLS.search(ast.unparse(node)) for node in outside)


def parse(text: str) -> list[Token]:
    """Markdown as tokens."""
    markdown = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(colon_fence_plugin).use(dollarmath_plugin)
    return markdown.parse(text)


def _blocks(text: str, first: int, inside: tuple[str, ...]) -> Iterator[Block]:
    for token in parse(text):
        match = DIRECTIVE.fullmatch(token.info.strip()) if token.type in {"fence", "colon_fence"} else None
        if match:
            line = first + (token.map or [0])[0]
            options, body, skipped = _options(token.content)
            yield Block(match[1], match[2].strip(), options, body, line, inside)
            if match[1] not in LITERAL:
                yield from _blocks(body, line + 1 + skipped, (*inside, match[1]))


def _options(content: str) -> tuple[dict[str, Any], str, int]:
    """Options, the rest, and how many lines the options took."""
    lines = content.split("\n")
    if lines[0].strip() == "---":
        end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
        return yaml.safe_load("\n".join(lines[1:end])) or {}, "\n".join(lines[end + 1 :]), end + 1
    pairs = []
    for line in lines:
        match = re.fullmatch(r":([\w-]+):\s*(.*)", line)
        if not match:
            break
        pairs.append((match[1], match[2]))
    return dict(pairs), "\n".join(lines[len(pairs) :]), len(pairs)
