"""The IPython in which a student's cells run: magics work, shell commands are not run, nothing is displayed, output is kept short."""

from __future__ import annotations

import ast
import builtins
import io
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

NO_SHELL = "(shell commands are not run while grading)"
OUTPUT = 20_000
"""Characters of printed output that are kept."""


class _Compiler(CachingCompiler):
    """Names the code of a cell after the cell, so that tracebacks can speak of 'cell 5, line 3'."""

    name = "<cell 0>"

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        return self.name


class _Silent(DisplayPublisher):
    """Takes what a cell displays and drops it."""

    def publish(self, *args: Any, **kwargs: Any) -> None:
        return None


class StudentShell(InteractiveShell):
    """An InteractiveShell without terminal, history, display or subprocesses."""

    compiler_class = Type(_Compiler)
    display_pub_class = Type(_Silent)

    def enable_gui(self, gui: str | None = None) -> None:
        return None

    def enable_matplotlib(self, gui: str | None = None) -> tuple[None, str]:
        return None, "agg"

    def enable_pylab(self, gui: str | None = None, import_all: bool = True, welcome_message: bool = False) -> tuple[None, str, bool]:
        return None, "agg", False

    def ask_exit(self) -> None:
        return None

    def system(self, cmd: str) -> None:
        print(NO_SHELL)

    system_raw = system_piped = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        return [NO_SHELL] if split else NO_SHELL

    def transform_cell(self, raw_cell: str) -> str:
        try:
            ast.parse(raw_cell)
        except (SyntaxError, ValueError):
            return super().transform_cell(raw_cell)
        return raw_cell  # plain Python needs none of IPython's rewriting, which would take most of the time of a cell

    def should_run_async(self, raw_cell: str, *, transformed_cell: str | None = None, preprocessing_exc_tuple: Any = None) -> bool:
        if "await" not in raw_cell and "async" not in raw_cell:
            return False
        return super().should_run_async(raw_cell, transformed_cell=transformed_cell, preprocessing_exc_tuple=preprocessing_exc_tuple)

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        return None

    showsyntaxerror = showtraceback

    def run(self, source: str, name: str) -> BaseException | None:
        """Run one cell; the error that ended it, or None."""
        self.compile.name = name
        result = self.run_cell(source, store_history=False, silent=True)
        return result.error_before_exec or result.error_in_exec


def make_shell() -> StudentShell:
    """A fresh shell; made once in the warm process and forked."""
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.ast_node_interactivity = "none"
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.cache_size = 0
    config.InteractiveShell.xmode = "Minimal"
    shell: StudentShell = StudentShell.instance(config=config)
    shell.display_formatter.active_types = []
    for name in ("pip", "conda", "mamba", "micromamba", "uv"):
        shell.register_magic_function(lambda line: print(NO_SHELL), "line", name)
    for name in ("bash", "sh", "script", "perl", "ruby", "system", "sx", "!"):
        shell.register_magic_function(lambda line, cell="": print(NO_SHELL), "line_cell", name)
    builtins.input = _no_input
    return shell


def _no_input(prompt: object = "") -> str:
    raise EOFError("input() has nobody to ask while grading; assign the value instead")


class Bounded(io.TextIOBase):
    """Standard output that keeps its first characters and forgets the rest, so that printing without end costs nothing."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.room = OUTPUT

    def write(self, text: str) -> int:
        if self.room > 0:
            self.kept.append(str(text)[: self.room])
            self.room -= len(self.kept[-1])
        return len(text)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False


def own_lines(error: BaseException, source_of: Callable[[str], str]) -> str:
    """The student's own lines of a traceback, nearest to the error last, at most the last six."""
    if isinstance(error, SyntaxError) and error.filename and error.filename.startswith("<cell"):
        text = (error.text or "").rstrip()
        return f"{error.filename[1:-1]}, line {error.lineno}\n    {text.strip()}"
    lines: list[str] = []
    traceback: TracebackType | None = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename.startswith("<cell"):
            source = source_of(code.co_filename).splitlines()
            line = source[traceback.tb_lineno - 1].strip() if traceback.tb_lineno <= len(source) else ""
            place = "" if code.co_name == "<module>" else f", in {code.co_name}"
            lines.append(f"{code.co_filename[1:-1]}, line {traceback.tb_lineno}{place}\n    {line}")
        traceback = traceback.tb_next
    return "\n".join(lines[-6:])


def redirect_output() -> None:
    """Point ``sys.stdout`` and ``sys.stderr`` at bounded buffers."""
    sys.stdout = sys.stderr = Bounded()
