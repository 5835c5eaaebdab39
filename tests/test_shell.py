"""How a student's cells run: magics, shell lines, display, input, output, tracebacks. In the worker's own process, through the sandbox."""

from __future__ import annotations

import pytest

from autograder.cells import Cell
from autograder.pipeline import modules_in
from autograder.shell import OUTPUT, Bounded
from autograder.student import Student


@pytest.fixture
def value_of(adding, sandbox):
    """The value of x after some cells, and the errors of cells."""
    def run(*cells):
        student = Student([Cell(number, source) for number, source in enumerate(cells, 1)], adding, sandbox)
        sandbox.prepare(adding, modules_in(student._cells))
        student.begin_check(adding.tasks[0], searchable=False)
        try:
            return student["x"], [error.message for error in student.progress.cells.values()]
        finally:
            student.close()

    return run


@pytest.mark.parametrize("cell", [
    "%matplotlib inline\nx = 1", "%matplotlib widget\nx = 1", "%pylab inline\nx = 1", "%%time\nx = 1", "%%capture out\nx = 1", "!ls -la\nx = 1", "!pip install numpy\nx = 1",
    "%pip install numpy\nx = 1", "%conda install x\nx = 1", "files = !ls\nx = len(files)", "%%bash\nls", "%load_ext autoreload\n%autoreload 2\nx = 1", "%timeit -n1 -r1 2+2\nx = 1",
    "x = 1; x", "display('hello'); x = 1", "from IPython.display import Image, display; display({'a': 1}); x = 1", "%config InlineBackend.figure_format = 'svg'\nx = 1",
    "get_ipython().run_line_magic('matplotlib', 'inline'); x = 1", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nx = 1",
    "print('a' * 10**6)\nx = 1", "import sys; sys.stdout.flush(); print('a', file=sys.stderr); x = 1", "?print\nx = 1", "import warnings; warnings.warn('w'); x = 1",
    "import asyncio\nasync def f(): return 1\nx = await f()", "%precision 3\nx = 1", "import os; os.system('ls'); x = 1", "x = 1\nexit()", "x = 1\nquit",
])
def test_what_notebooks_contain_does_not_stop_them(value_of, cell):
    """Magics, shell lines, plots, display calls, help, async and printing run or are passed over, and what follows in the cell counts."""
    x, errors = value_of("x = 1", cell)
    assert x == 1 and errors == []


@pytest.mark.parametrize(("cell", "says"), [
    ("x = int(input('how many? '))", r"cell 2 stopped with EOFError: input() has nobody to ask while grading; assign the value instead"),
    ("import subprocess; subprocess.run(['ls'])", "cell 2 stopped with PermissionError"), ("%nosuchmagic", "cell 2 stopped with UsageError"),
    ("raise SystemExit(3)", "cell 2 stopped with SystemExit: 3"), ("class E(Exception):\n    def __str__(self): 1 / 0\nraise E()", "cell 2 stopped with E"),
    ("import sys; sys.exit()", "cell 2 stopped with SystemExit"), ("raise KeyboardInterrupt", "cell 2 stopped with KeyboardInterrupt"),
])
def test_what_stops_a_cell_is_told_and_the_others_count(value_of, cell, says):
    """The message names the cell and the error."""
    x, errors = value_of("x = 1", cell, "x = x + 1")
    assert x == 2 and len(errors) == 1 and errors[0].startswith(says)


def test_the_data_folder_is_at_hand_and_cannot_be_changed(value_of):
    """data/ holds the released files; writing to them fails, writing elsewhere in the folder works."""
    x, errors = value_of("import mrcfile\nx = float(mrcfile.read('data/ramp.mrc').sum())", "open('data/ramp.mrc', 'wb')", "open('mine.txt', 'w').write('a')")
    assert x == 120 and len(errors) == 1 and "cell 2" in errors[0]


def test_unseeded_random_numbers_are_the_same_in_every_grade(value_of):
    """The legacy global generators start from a fixed seed, or grading would not be repeatable."""
    cell = "import random, numpy as np\nx = [random.random(), np.random.rand(), hash('a')]"
    assert value_of(cell)[0] == value_of(cell)[0]


def test_bounded_output_keeps_its_beginning():
    """Endless printing costs no memory."""
    output = Bounded()
    for _ in range(100):
        output.write("x" * 1000)
    assert sum(map(len, output.kept)) == OUTPUT and output.writable() and not output.isatty()
