"""Turn an authored exercise into nbgrader's source notebook and into what students receive.

``solutions/<slug>/<slug>.py`` is the one source. `parts` reads it and says what an author got wrong; `source_notebook` is the notebook with
solutions; `release_files` runs nbgrader's own preprocessors over that; `build` writes ``exercises/<slug>``. The same source gives the same
bytes on every day and in every folder, so there are no dates, paths, outputs or random ids in a release.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import re
import runpy
import shutil
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder import guards
from autograder.cells import Cell
from autograder.exercise import SLUG, CourseError, Exercise, forbidden_names

if TYPE_CHECKING:
    from nbformat import NotebookNode

Broken = Iterator[tuple[int, str, str]]
"""Rules of authoring that a notebook breaks: line, problem, cure."""

RELEASE_FORMAT = 1
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
RUBRIC = "Rubric:"

_HEADER = re.compile(r'# %%(?P<markdown> \[markdown\])?(?: (?P<role>\w+)="(?P<name>[^"]*)")?\s*')
_DELIMITER = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)|### AUTOTEST")
_ROLES = {"given": "code", "solution": "code", "example": "code", "written": "markdown", "": "markdown"}
_CACHES = {"__pycache__", ".ipynb_checkpoints", ".pytest_cache", ".hypothesis"}
_STEPS = ("LockCells", "ClearSolutions", "ClearOutput", "ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata")


@dataclass(frozen=True)
class Part:
    """One cell of the percent notebook, as its author wrote it.

    ``number`` counts cells from 1; ``line`` is where its ``# %%`` stands; ``kind`` is code or markdown; ``role`` is given, solution,
    example, written, or empty for the statement; ``name`` is the task's id or a given cell's name; ``lines`` is its text with the file's
    line numbers, markdown uncommented.
    """

    number: int
    line: int
    kind: str
    role: str
    name: str
    lines: tuple[tuple[int, str], ...]

    @property
    def source(self) -> str:
        """The whole text, markers included."""
        return "\n".join(text for _, text in self.lines)

    @property
    def grade_id(self) -> str:
        """The name nbgrader knows the cell by; empty for the statement."""
        return {"": "", "given": f"given_{self.name}", "example": f"{self.name}_check"}.get(self.role, self.name)

    @property
    def cell_id(self) -> str:
        """The notebook's own id of the cell, the same in every build."""
        return self.grade_id.replace("_", "-") or f"cell-{self.number}"

    def marked(self) -> Iterator[tuple[int, str, bool]]:
        """Line number, text and whether it is hidden from students, for every line that is not a marker."""
        hidden = False
        for number, text in self.lines:
            if text.strip() in (BEGIN, END):
                hidden = text.strip() == BEGIN
            else:
                yield number, text, hidden

    @property
    def answer(self) -> str:
        """What a student who knows the answer would have in this cell: no markers, no rubric."""
        whole = "\n".join(text for _, text, _ in self.marked())
        return whole.split(f"\n{RUBRIC}")[0].rstrip() if self.role == "written" else whole


def parts(exercise: Exercise) -> tuple[Part, ...]:
    """The cells of ``solutions/<slug>/<slug>.py``.

    Raises
    ------
    CourseError
        If the file cannot be read or breaks a rule of authoring; the message names file, line and cure.
    """
    found = tuple(_split(exercise))
    each = (rules(exercise, part) for part in found for rules in (_role_rules, _marker_rules, _stub_rules))
    for line, problem, cure in chain(chain.from_iterable(each), _task_rules(exercise, found)):
        raise CourseError(f"{exercise.source}:{line}: {problem}; {cure}")
    return found


def source_notebook(exercise: Exercise) -> NotebookNode:
    """The notebook with solutions, as nbgrader's ``source/`` wants it: each cell but the statement's carries metadata of schema 3.

    Raises
    ------
    CourseError
        If the exercise is written wrongly.
    """
    v4 = _late("nbformat.v4")
    cells = []
    for part in parts(exercise):
        new = v4.new_code_cell if part.kind == "code" else v4.new_markdown_cell
        cells.append(new(part.source, id=part.cell_id, metadata=_cell_metadata(exercise, part)))
    notebook: NotebookNode = v4.new_notebook(cells=cells, metadata={
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python", "pygments_lexer": "ipython3"},
        "cryoem": {"exercise": exercise.slug, "release_format": RELEASE_FORMAT, "week": exercise.week},
    })
    return notebook


def release_files(exercise: Exercise) -> dict[str, bytes]:
    """What a student receives, relative path to content: notebook, visible checks, ``exercise.toml`` (for checking at home) and data.

    Raises
    ------
    CourseError
        If the exercise is written wrongly, its visible checks are missing or its ``make_data.py`` fails.
    """
    try:
        visible = exercise.visible_checks.read_bytes()
    except OSError:
        raise CourseError(f"{exercise.visible_checks} is missing; write at least one check per task that students may read") from None
    return {f"{exercise.slug}.ipynb": _bytes(_release_notebook(exercise)), "test_visible.py": visible,
            "exercise.toml": (exercise.folder / "exercise.toml").read_bytes(), **_data_files(exercise)}


def build(exercises: Iterable[Exercise], *, check: bool = False) -> list[str]:
    """Write ``exercises/<slug>`` for each exercise, and remove the folders of exercises that are gone.

    Everything is made before anything is written, and a folder is swapped in whole.

    Parameters
    ----------
    exercises : iterable of Exercise
        All of the course's or a few; the others' folders stay as they are.
    check : bool
        Only say what would change.

    Returns
    -------
    list of str
        Changed, new and removed files, relative to the course.
    """
    chosen = list(exercises)
    for exercise in chosen:
        if unknown := guards.missing(forbidden_names(exercise)):
            raise CourseError(f"{exercise.folder / 'exercise.toml'}: `forbidden` names what does not exist: {', '.join(unknown)}")
    releases = [(exercise.release, release_files(exercise)) for exercise in chosen]
    roots = {exercise.release.parent: exercise.folder.parent for exercise in chosen}
    releases += [(folder, {}) for root, solutions in roots.items() for folder in _gone(root, solutions)]
    changed = []
    for folder, files in releases:
        different = _different(folder, files)
        changed += [(folder / name).relative_to(folder.parent.parent).as_posix() for name in different]
        if different and not check:
            _swap(folder, files)
    return sorted(changed)


def answer_cells(exercise: Exercise, overlay: Path | None = None) -> tuple[Cell, ...]:
    """The reference as if a student had handed it in: its code cells, examples left out.

    ``overlay`` is a file (a mistake, an alternative) that redefines part of the reference; it becomes the last cell.
    """
    found = parts(exercise)
    cells = [Cell(part.number, part.answer, ours=part.role == "given") for part in found if part.role in ("given", "solution")]
    if overlay is not None:
        cells.append(Cell(len(found) + 1, overlay.read_text(encoding="utf-8")))
    return tuple(cells)


def answer_notebook(exercise: Exercise, overlay: Path | None = None) -> bytes:
    """The same answer as an ``.ipynb``: the released notebook with its solution cells filled in, the overlay in an added cell."""
    notebook = _release_notebook(exercise)
    for cell, part in zip(notebook.cells, parts(exercise), strict=True):
        if part.role in ("solution", "written"):
            cell.source = part.answer
    if overlay is not None:
        notebook.cells.append(_late("nbformat.v4").new_code_cell(overlay.read_text(encoding="utf-8"), id="added"))
    return _bytes(notebook)


def _split(exercise: Exercise) -> Iterator[Part]:
    """The cells in order; comments before the first one are notes to contributors."""
    try:
        text = exercise.source.read_text(encoding="utf-8")
        tree = ast.parse(text)
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{exercise.source}: {error}; every exercise needs this notebook, as UTF-8 text") from None
    except SyntaxError as error:
        raise CourseError(f"{exercise.source}:{error.lineno}: not Python ({error.msg}); use no magics, comment the lines of text") from None
    lines = text.split("\n")
    starts = [index for index, line in enumerate(lines) if line.startswith("# %%")]
    if early := [node.lineno for node in tree.body if not starts or node.lineno <= starts[0]]:
        raise CourseError(f'{exercise.source}:{early[0]}: code before the first cell; put a line # %% given="a_name" above it')
    for number, (start, end) in enumerate(pairwise([*starts, len(lines)]), 1):
        header = _HEADER.fullmatch(lines[start])
        if header is None:
            raise CourseError(f'{exercise.source}:{start + 1}: unknown marker {lines[start]!r}; write "# %%", then "[markdown]" for text, '
                              'then at most one of given=, solution=, example=, written= with a name in ""')
        kind = "markdown" if header["markdown"] else "code"
        body = [(index + 1, re.sub("^# ?", "", lines[index]) if kind == "markdown" else lines[index]) for index in range(start + 1, end)]
        yield Part(number, start + 1, kind, header["role"] or "", header["name"] or "", _trimmed(body))


def _trimmed(body: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """The lines without empty ones at either end."""
    full = [index for index, (_, text) in enumerate(body) if text.strip()]
    return tuple(body[full[0] : full[-1] + 1]) if full else ()


def _role_rules(exercise: Exercise, part: Part) -> Broken:
    """A cell says what it is, in words that fit its kind and task."""
    if part.role not in _ROLES:
        yield part.line, f"unknown marker {part.role}=", "use given=, solution=, example= or written="
    elif part.role == "" and part.kind == "code":
        yield part.line, "a code cell without a marker", 'mark it given="a_name", or solution= or example= with a task id'
    elif part.kind != _ROLES[part.role]:
        yield part.line, f"{part.role}= on a {part.kind} cell", f"make it a {_ROLES[part.role]} cell"
    elif part.role == "given" and not SLUG.fullmatch(part.name):
        yield part.line, f"given={part.name!r}", "name it in lower-case words joined by underscores"
    elif part.role in ("solution", "example", "written"):
        task = exercise.tasks_by_id.get(part.name)
        if task is None:
            yield part.line, f"there is no task {part.name!r}", f"add it to exercise.toml or use one of {list(exercise.tasks_by_id)}"
        elif (task.kind == "written") != (part.role == "written"):
            wanted = "written=" if task.kind == "written" else "solution= and example="
            yield part.line, f"{part.role}= for task {part.name!r} of kind {task.kind}", f"use {wanted}, or change the kind"


def _marker_rules(exercise: Exercise, part: Part) -> Broken:
    """Markers stand alone, in pairs, and only where a student is to write."""
    answered, inside, regions = part.role in ("solution", "written"), False, 0
    for number, text in part.lines:
        line = text.strip()
        if not _DELIMITER.search(line):
            if part.role == "written" and line and not inside:
                yield number, "text of a written cell outside its markers", "put the question into a markdown cell before it"
        elif line not in (BEGIN, END):
            yield number, f"nbgrader would read {line!r} as a marker", (
                f'write "{BEGIN}" and "{END}" exactly so, on lines of their own; hidden checks belong into {exercise.checks.name}')
        elif not answered:
            yield number, f"{line!r} outside a solution cell", "move it into the cell of a task"
        else:
            if inside == (line == BEGIN):
                yield number, f"unbalanced {line!r}", f'close each "{BEGIN}" with one "{END}", and do not nest them'
            inside, regions = line == BEGIN, regions + (line == BEGIN)
    if inside:
        yield part.line, f'unbalanced: a "{BEGIN}" without an end', f'add "{END}"'
    if answered and not regions:
        yield part.line, f"nothing of task {part.name!r} is hidden", f'put the answer between "{BEGIN}" and "{END}"'
    if part.role == "written" and RUBRIC not in (text.strip() for _, text in part.lines):
        yield part.line, f"task {part.name!r} has no rubric", f'after the model answer write a line "{RUBRIC}" and what each point is for'


def _stub_rules(exercise: Exercise, part: Part) -> Broken:
    """What students are left with is Python, and says of each function what it is."""
    if part.role != "solution":
        return
    stub = re.sub(f"{BEGIN}.*?{END}", "raise NotImplementedError()", part.source, flags=re.DOTALL)
    try:
        tree = ast.parse(stub)
    except SyntaxError as error:
        yield part.line, f"without the answer the cell is not Python ({error.msg})", "put both markers inside the function's body"
        return
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for node in functions:
        if not ast.get_docstring(node) and not node.name.startswith("__"):
            yield part.line, f"{node.name} has no docstring", "say above the marker what it takes and returns, in which unit"
    outside = any(isinstance(node, ast.Raise) for node in tree.body)
    if exercise.tasks_by_id[part.name].kind == "code" and (outside or not functions):
        yield part.line, f"task {part.name!r} is of kind code, but hides lines outside a function", (
            f'put "{BEGIN}" below the function\'s docstring and helpers inside it, or make the kind "value"')


def _task_rules(exercise: Exercise, found: tuple[Part, ...]) -> Broken:
    """Every task has its cells, in the order of ``exercise.toml``; every example follows its solution; no name is used twice."""
    for task in exercise.tasks:
        for role in ("written",) if task.kind == "written" else ("solution", "example"):
            if not any((part.role, part.name) == (role, task.id) for part in found):
                yield 1, f"task {task.id!r} has no {role} cell", f'add one marked {role}="{task.id}"'
    taken: set[str] = set()
    for part in found:
        if part.cell_id in taken:
            yield part.line, f"a second cell called {part.cell_id!r}", "give each task one cell, and each cell a name of its own"
        if len(part.cell_id) > 64:
            yield part.line, f"{part.cell_id!r} is longer than 64 characters", "shorten the name"
        taken.add(part.cell_id)
    order = list(exercise.tasks_by_id)
    for earlier, part in pairwise(part for part in found if part.role in ("solution", "written")):
        if order.index(part.name) < order.index(earlier.name):
            yield part.line, f"task {part.name!r} comes after {earlier.name!r}, in exercise.toml before it", "use one order in both"
    for index, part in enumerate(found):
        if part.role == "example" and (found[index - 1].role, found[index - 1].name) != ("solution", part.name):
            yield part.line, f"the example of task {part.name!r} is not directly after its solution", "move it there"


def _cell_metadata(exercise: Exercise, part: Part) -> dict[str, Any]:
    if not part.role:
        return {}
    graded = part.role in ("example", "written")
    points = exercise.tasks_by_id[part.name].points if graded else 0.0
    flags = {"grade": graded, "solution": part.role in ("solution", "written"), "locked": part.role in ("given", "example"), "task": False}
    worth = {"points": int(points) if points.is_integer() else points} if graded else {}
    return {"nbgrader": {"schema_version": 3, "grade_id": part.grade_id, **flags, **worth}}


def _release_notebook(exercise: Exercise) -> NotebookNode:
    """The notebook without solutions, through the steps of ``nbgrader generate_assignment`` that need no gradebook."""
    preprocessors = _late("nbgrader.preprocessors")
    notebook = source_notebook(exercise)
    resources: dict[str, Any] = {}
    for name in _STEPS:
        notebook, resources = getattr(preprocessors, name)().preprocess(notebook, resources)
    return notebook


def _bytes(notebook: NotebookNode) -> bytes:
    """The notebook as text that only depends on its content: sorted keys, one-space indent."""
    nbformat = _late("nbformat")
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook, version=4)
    return text.rstrip("\n").encode() + b"\n"


def _late(module: str) -> Any:
    """A module that takes seconds to import, and that students need not have."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise CourseError(f"building exercises needs {error.name}; pip install 'cryoem-study-group[instructor]'") from None


def _data_files(exercise: Exercise) -> dict[str, bytes]:
    """The files that the exercise's ``make_data(folder)`` writes into an empty folder."""
    script = (exercise.folder / "make_data.py").resolve()
    if not script.exists():
        return {}
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        data.mkdir()
        try:
            with contextlib.chdir(scratch):  # what it writes by a relative path must not land in the course
                runpy.run_path(str(script), run_name=f"_make_data_of_{exercise.slug}")["make_data"](data)
        except Exception as error:
            lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(script)]
            where = f"{exercise.folder / 'make_data.py'}:{lines[-1] if lines else 1}"
            raise CourseError(f"{where}: {type(error).__name__}: {error}; make_data(folder) must write its files into folder") from error
        files = _files(data)
        if not files:
            raise CourseError(f"{script}: make_data(folder) wrote nothing into folder; write there, or remove make_data.py")
        return {f"data/{path.relative_to(data).as_posix()}": path.read_bytes() for path in files}


def _files(folder: Path) -> list[Path]:
    """The files below a folder, caches left out."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not _CACHES & set(path.relative_to(folder).parts))


def _gone(releases: Path, solutions: Path) -> list[Path]:
    """Release folders whose exercise is no longer there. Folders that hold no notebook of their name are not ours to remove."""
    return sorted(path.parent for path in releases.glob("*/*.ipynb")
                  if path.stem == path.parent.name and not (solutions / path.stem / "exercise.toml").exists())


def _different(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Names of the files in which a folder differs from what it should hold."""
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)} if folder.is_dir() else {}
    return sorted(name for name in there.keys() | files.keys() if there.get(name) != files.get(name))


def _swap(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace a folder by one that holds ``files``; no reader ever sees it half written. No files: remove it."""
    new, old = (folder.with_name(f".{folder.name}.{age}") for age in ("new", "old"))
    for path in (new, old):
        shutil.rmtree(path, ignore_errors=True)
    for name, content in files.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_bytes(content)
    if folder.exists():
        folder.rename(old)
    if files:
        new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
