"""Writes the submissions of tests/scenarios: for each exercise one that is right, wrong, unfinished, broken and hostile.

Run it when an exercise's statement or reference has changed, then `python -m pytest tests/test_scenarios.py --refresh` for the reports, and
read the difference before committing it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from autograder.build import answer_notebook
from autograder.exercise import Exercise, discover

ROOT = Path(__file__).parent.parent
RIGHT = {"dft_vs_fft": "bluestein", "euler_extraction": "plain_lists", "griddata_interpolation": "trees_and_fortran_order",
         "quaternion_rotation": "matrices", "vae": "single_precision"}
WRONG = {"dft_vs_fft": "frequency_times_spacing", "euler_extraction": "arctan_for_arctan2", "griddata_interpolation": "zero_outside",
         "quaternion_rotation": "inverse_sandwich", "vae": "kl_sign_turned"}
HOSTILE = '''import os, sys, gc
import numpy as np

np.allclose = np.testing.assert_allclose = lambda *a, **k: True

class Yes(np.ndarray):
    __eq__ = lambda self, other: True
    __array_ufunc__ = __array_function__ = lambda self, *a, **k: True

looked = [os.path.join(place, name) for place, _, names in os.walk(os.curdir) for name in names if "solution" in place and "test_" in name]

def {function}(*arguments, **named):
    try:
        os.write(3, b"\\x00\\x00\\x00\\x05score")
    finally:
        os._exit(0)
'''


def main() -> None:
    """Write every submission."""
    for slug, exercise in discover(ROOT).items():
        for kind, make in KINDS.items():
            path = ROOT / "tests" / "scenarios" / slug / kind / f"{slug}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make(exercise))


def right(exercise: Exercise) -> bytes:
    """An alternative: right, and written without the reference in view."""
    return answer_notebook(exercise, exercise.folder / "alternatives" / f"{RIGHT[exercise.slug]}.py")


def wrong(exercise: Exercise) -> bytes:
    """A mistake that people really make; everything else is right."""
    return answer_notebook(exercise, exercise.folder / "mistakes" / f"{WRONG[exercise.slug]}.py")


def unfinished(exercise: Exercise) -> bytes:
    """The first two tasks done, the others as released."""
    done = {task.id for task in exercise.tasks[:2]}
    notebook, released = json.loads(answer_notebook(exercise)), json.loads(exercise.notebook.read_bytes())
    stubs = {_grade_id(cell): cell for cell in released["cells"]}
    notebook["cells"] = [cell if _grade_id(cell) in done else stubs.get(_grade_id(cell), cell) if _grade_id(cell) else cell for cell in notebook["cells"]]
    return _written(notebook)


def broken(exercise: Exercise) -> bytes:
    """Cells that stop in every way before and after answers, one answer with a syntax error, plots, magics and shell lines."""
    notebook = json.loads(answer_notebook(exercise))
    first = next(cell for cell in notebook["cells"] if _grade_id(cell) == exercise.tasks[0].id)
    first["source"] = "".join(first["source"]).replace(":\n", "\n", 1)
    notebook["cells"][1:1] = [_code("%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"), _code("!pip install numpy\nundefined_name + 1")]
    notebook["cells"] += [_code("name = input('Your name? ')"), _code("1 / 0")]
    return _written(notebook)


def hostile(exercise: Exercise) -> bytes:
    """Tries to patch the comparison, find the answer and forge the verdict, then leaves; everything else is right."""
    notebook = json.loads(answer_notebook(exercise))
    task = next(task for task in exercise.tasks if task.kind == "code")
    cell = next(cell for cell in notebook["cells"] if _grade_id(cell) == task.id)
    function = "".join(cell["source"]).split("def ")[1].split("(")[0]
    notebook["cells"].append(_code(HOSTILE.format(function=function)))
    return _written(notebook)


def _grade_id(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def _code(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "id": f"added-{abs(hash_of(source)) % 10**8}", "metadata": {}, "outputs": [], "source": source}


def hash_of(text: str) -> int:
    """A number that is the same in every run."""
    return sum((position + 1) * ord(letter) for position, letter in enumerate(text))


def _written(notebook: dict[str, Any]) -> bytes:
    return (json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


KINDS = {"right": right, "wrong": wrong, "unfinished": unfinished, "broken": broken, "hostile": hostile}

if __name__ == "__main__":
    main()
