"""From the authored folder to nbgrader's source notebook and to the release."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from autograder import leaks
from autograder.build import answer_cells, answer_notebook, build, parts, release_files, source_notebook
from autograder.exercise import CourseError, Exercise, discover

FAKE = Path(__file__).parent / "fake_course"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the fake course that a test may spoil."""
    return Path(shutil.copytree(FAKE, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__")))


def adding(course: Path = FAKE) -> Exercise:
    """The exercise of the fake course."""
    return discover(course)["adding"]


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that must be in the file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(cells: list[str], folder: Path) -> dict[str, Any]:
    """Execute cells in one namespace, in a folder."""
    namespace: dict[str, Any] = {}
    with contextlib.chdir(folder):
        for cell in cells:
            exec(compile(cell, "cell", "exec"), namespace)
    return namespace


# --- the same bytes, always


def test_the_fake_course_is_built() -> None:
    """The committed release of the fake course is what a build makes of it."""
    assert build(discover(FAKE).values(), check=True) == []


def test_building_depends_on_neither_folder_nor_day_nor_hash_seed(course: Path, tmp_path: Path) -> None:
    """Two builds in two places, on two calendar days and with two hash seeds give the same bytes, and those committed."""
    code = "from autograder.build import build; from autograder.exercise import discover; from pathlib import Path; import sys; " \
           "print(build(discover(Path(sys.argv[1])).values()))"
    running = []
    moved = Path(shutil.copytree(course, tmp_path / "elsewhere" / "deeper"))
    for place, cwd, given, zone, seed in ((course, tmp_path, course, "Etc/GMT+12", "1"), (moved, moved, Path(), "Etc/GMT-14", "2")):
        shutil.rmtree(place / "exercises")  # 26 hours lie between the two time zones
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        running.append(subprocess.Popen([sys.executable, "-c", code, str(given)], cwd=cwd, env=environment, stdout=subprocess.DEVNULL))
    assert [process.wait() for process in running] == [0, 0]
    assert contents(course / "exercises") == contents(moved / "exercises") == contents(FAKE / "exercises")


def test_a_notebook_is_plain_sorted_text() -> None:
    """A notebook has sorted keys, one-space indent, real characters and one newline at its end."""
    text = answer_notebook(adding(), FAKE / "solutions/adding/mistakes/subtracts.py").decode()
    assert "a − b" in text
    assert text == json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_importing_costs_little() -> None:
    """The module loads neither nbformat nor nbgrader before they are needed."""
    code = "import sys, autograder.build; sys.exit(any(name in sys.modules for name in ('nbformat', 'nbgrader', 'nbconvert')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_without_nbgrader_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Building without nbgrader names the extra to install."""
    monkeypatch.setitem(sys.modules, "nbgrader.preprocessors", None)
    with pytest.raises(CourseError, match=r"pip install 'cryoem-study-group\[instructor\]'"):
        release_files(adding())


# --- the two notebooks


def test_both_notebooks_are_valid() -> None:
    """nbformat accepts both notebooks, nbgrader their metadata, and the points are those of the tasks."""
    source = source_notebook(adding())
    release = nbformat.reads((FAKE / "exercises/adding/adding.ipynb").read_text(encoding="utf-8"), as_version=4)
    for notebook in (source, release):
        nbformat.validate(notebook)
        MetadataValidator().validate_nb(notebook)
        points = [cell.metadata.nbgrader.points for cell in notebook.cells if "points" in cell.metadata.get("nbgrader", {})]
        assert points == [task.points for task in adding().tasks] and {type(value) for value in points} == {int}


def test_each_role_has_its_flags() -> None:
    """Cells carry the metadata that nbgrader expects of their role; the statement carries none."""
    found = {part.cell_id: cell.metadata.get("nbgrader", {}) for part, cell in
             zip(parts(adding()), source_notebook(adding()).cells, strict=True)}
    flags = {name: (meta.get("grade"), meta.get("solution"), meta.get("locked"), meta.get("points")) for name, meta in found.items()}
    assert flags["cell-1"] == (None, None, None, None)
    assert flags["given-imports"] == (False, False, True, None)
    assert flags["scale"] == (False, True, False, None)
    assert flags["scale-check"] == (True, False, True, 2)
    assert flags["why"] == (True, True, False, 2)
    assert {meta["schema_version"] for meta in found.values() if meta} == {3}
    assert found["scale-check"]["grade_id"] == "scale_check"


def test_half_points_stay_half(course: Path) -> None:
    """Points that are no whole number are kept."""
    change(course / "solutions/adding/exercise.toml", "points = 3", "points = 2.5")
    assert source_notebook(adding(course)).cells[4].metadata.nbgrader.points == 2.5


def test_the_release_is_what_nbgrader_would_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``nbgrader generate_assignment`` makes the same cells from the source notebook."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)  # nbgrader calls the command alembic
    (tmp_path / "source/adding").mkdir(parents=True)
    nbformat.write(source_notebook(adding()), tmp_path / "source/adding/adding.ipynb")
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    assert NbGraderAPI(config=config).generate_assignment("adding")["success"]
    theirs = json.loads((tmp_path / "release/adding/adding.ipynb").read_text(encoding="utf-8"))
    assert theirs["cells"] == json.loads(release_files(adding())["adding.ipynb"])["cells"]


def test_the_release_says_what_it_is() -> None:
    """The notebook's metadata names exercise, week and format, and nothing of this machine."""
    metadata = json.loads(release_files(adding())["adding.ipynb"])["metadata"]
    assert metadata.pop("cryoem") == {"exercise": "adding", "release_format": 1, "week": "W00"}
    assert metadata.pop("kernelspec")["name"] == "python3"
    assert "version" not in metadata.pop("language_info") and not metadata


def test_nothing_hidden_is_released() -> None:
    """No telling line of reference, model answer, mistake, alternative or hidden check is in the release; in the source there is."""
    secrets = leaks.secrets([adding()])
    assert len(secrets) > 15
    assert leaks.find(FAKE / "exercises", secrets) == []
    assert "BEGIN SOLUTION" not in (FAKE / "exercises/adding/adding.ipynb").read_text(encoding="utf-8")


def test_the_release_runs_up_to_its_first_stub() -> None:
    """Every code cell of the release runs, one after the other, until the first check of a stub."""
    notebook = json.loads((FAKE / "exercises/adding/adding.ipynb").read_text(encoding="utf-8"))
    cells = [(cell["id"], "".join(cell["source"])) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    done: list[str] = []
    with contextlib.chdir(FAKE / "exercises/adding"), pytest.raises(NotImplementedError):
        namespace: dict[str, Any] = {}
        for name, source in cells:
            exec(source, namespace)
            done.append(name)
    assert done == ["given-imports", "add"]


def test_the_data_is_released_and_read(tmp_path: Path) -> None:
    """``data/`` holds what make_data wrote, and the given cell reads it."""
    assert list(release_files(adding())) == ["adding.ipynb", "test_visible.py", "exercise.toml", "data/ramp.mrc"]
    ramp = run(["import mrcfile", 'ramp = mrcfile.read("data/ramp.mrc")'], FAKE / "exercises/adding")["ramp"]
    assert ramp.sum() == 120


def test_jupytext_reads_the_same_cells() -> None:
    """jupytext, with which authors may open the file, sees the cells that we see."""
    theirs = jupytext.reads(adding().source.read_text(encoding="utf-8"), fmt="py:percent").cells
    ours = parts(adding())
    assert [(cell.cell_type, cell.source) for cell in theirs] == [(part.kind, part.source) for part in ours]
    assert [cell.metadata.get(part.role, "") for cell, part in zip(theirs, ours, strict=True)] == [part.name for part in ours]


def test_notes_before_the_first_cell_stay_with_the_author(course: Path) -> None:
    """Comments above the first cell are not released, and do not shift the numbers of lines."""
    source = course / "solutions/adding/adding.py"
    before = parts(adding(course))
    source.write_text("# a note for contributors\n\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    after = parts(adding(course))
    assert [part.source for part in after] == [part.source for part in before]
    assert [part.line for part in after] == [part.line + 2 for part in before]
    assert source.read_text(encoding="utf-8").splitlines()[after[3].line - 1] == '# %% solution="add"'


# --- the reference as a submission


def test_the_answer_runs_and_is_the_reference() -> None:
    """The answer's cells run in order, without examples and markers, and give the reference's functions."""
    cells = answer_cells(adding())
    assert [cell.number for cell in cells] == [2, 4, 7, 10, 11]
    assert [cell.ours for cell in cells] == [True, False, False, True, False]
    assert not any("SOLUTION" in cell.source or "assert" in cell.source for cell in cells)
    namespace = run([cell.source for cell in cells], FAKE / "exercises/adding")
    assert namespace["scale"]([1, 2], 3).tolist() == [3, 6] and namespace["answer"] == 120


def test_an_overlay_comes_last() -> None:
    """A mistake is a cell after all others, and takes effect."""
    cells = answer_cells(adding(), adding().mistakes[1])
    assert cells[-1].number == 15 and not cells[-1].ours
    assert run([cell.source for cell in cells], FAKE / "exercises/adding")["add"](3, 1) == 2


def test_the_answer_as_a_notebook() -> None:
    """The notebook is the release with its solution cells filled in, the model answer without its rubric, and passes its own examples."""
    notebook = nbformat.reads(answer_notebook(adding(), adding().alternatives[0]).decode(), as_version=4)
    release = nbformat.reads(release_files(adding())["adding.ipynb"].decode(), as_version=4)
    ours = [cell for cell in release.cells if not cell.metadata.get("nbgrader", {}).get("solution")]
    assert all(cell in notebook.cells for cell in ours) and len(notebook.cells) == len(release.cells) + 1
    text = nbformat.writes(notebook)
    assert "rounded once" in text and "Rubric" not in text and "YOUR" not in text and "SOLUTION" not in text
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert run(code, FAKE / "exercises/adding")["add"]([1], [2]) == [3]


# --- writing


def test_check_writes_nothing(course: Path) -> None:
    """With ``check`` the files that would change are named, and none does."""
    change(course / "solutions/adding/adding.py", "add two arrays,", "add many arrays,")
    before = contents(course)
    assert build([adding(course)], check=True) == ["exercises/adding/adding.ipynb"]
    assert contents(course) == before
    assert build([adding(course)]) == ["exercises/adding/adding.ipynb"]
    assert build([adding(course)], check=True) == []


def test_only_what_belongs_stays(course: Path) -> None:
    """A file that no longer belongs is removed; caches are nobody's business."""
    stray, cache = course / "exercises/adding/data/old.mrc", course / "exercises/adding/__pycache__/x.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"x")
    assert build([adding(course)], check=True) == []
    stray.write_bytes(b"x")
    assert build([adding(course)]) == ["exercises/adding/data/old.mrc"]
    assert not stray.exists() and [path.name for path in (course / "exercises").iterdir()] == ["adding"]


def test_the_folder_of_a_gone_exercise_goes(course: Path) -> None:
    """The release of an exercise that is no longer there is removed; a folder of somebody else's is not."""
    shutil.copytree(course / "solutions/adding", course / "solutions/more")
    for old, new in (("adding.py", "more.py"), ("test_adding.py", "test_more.py")):
        (course / "solutions/more" / old).rename(course / "solutions/more" / new)
    build(discover(course).values())
    (course / "exercises/notes").mkdir()
    (course / "exercises/notes/plan.ipynb").write_text("{}")
    build([adding(course)])
    assert (course / "exercises/more/more.ipynb").exists()  # not asked for, but still an exercise
    shutil.rmtree(course / "solutions/more")
    gone = [f"exercises/more/{name}" for name in ("data/ramp.mrc", "exercise.toml", "more.ipynb", "test_visible.py")]
    assert build(discover(course).values(), check=True) == gone
    assert build(discover(course).values()) == gone
    assert sorted(path.name for path in (course / "exercises").iterdir()) == ["adding", "notes"]


def test_a_wrong_exercise_leaves_every_release_alone(course: Path) -> None:
    """If one exercise cannot be built, none is written."""
    change(course / "solutions/adding/adding.py", "add two arrays,", "add many arrays,")
    shutil.copytree(course / "solutions/adding", course / "solutions/broken")
    before = contents(course / "exercises")
    with pytest.raises(CourseError, match=r"solutions/broken/broken\.py"):
        build(discover(course).values())
    assert contents(course / "exercises") == before


def test_what_a_stopped_build_left_is_cleared_away(course: Path) -> None:
    """Folders that an interrupted build left beside the release are gone after the next."""
    for age in ("new", "old"):
        (course / f"exercises/.adding.{age}").mkdir()
        (course / f"exercises/.adding.{age}/adding.ipynb").write_text("{}")
    change(course / "solutions/adding/adding.py", "add two arrays,", "add many arrays,")
    build([adding(course)])
    assert [path.name for path in (course / "exercises").iterdir()] == ["adding"]


def test_relative_paths_are_fine(course: Path) -> None:
    """A course given by a relative path builds, data included."""
    with contextlib.chdir(course):
        assert build(discover(Path()).values(), check=True) == []


# --- what authors get wrong: the file, the line of the cell, and the cure

SOURCE, TOML, DATA = "adding.py", "exercise.toml", "make_data.py"
ADD = "    ### BEGIN SOLUTION\n    return np.asarray(a) + np.asarray(b)\n    ### END SOLUTION\n"
EXAMPLE = '# %% example="add"\nassert np.allclose(add([1.0, 2.0], [3.0, 5.0]), [4.0, 7.0])\n'
MISTAKES = {
    "unknown marker": (
        SOURCE, '# %% given="ramp"', '# %% hint="ramp"',
        "unknown marker hint=", "use given=", '# %% hint="ramp"'),
    "unreadable marker": (
        SOURCE, '# %% given="ramp"', "# %% given=ramp",
        "unknown marker", 'with a name in ""', "# %% given=ramp"),
    "two markers": (
        SOURCE, '# %% given="ramp"', '# %% given="ramp" example="add"',
        "unknown marker", "at most one", '# %% given="ramp" ex'),
    "no marker": (
        SOURCE, '# %% given="ramp"', "# %%",
        "without a marker", 'given="a_name"', "# %%\n"),
    "given text": (
        SOURCE, '# %% given="ramp"\nramp = mrcfile.read("data/ramp.mrc")', '# %% [markdown] given="ramp"',
        "given= on a markdown cell", "make it a code cell", "# %% [markdown] given"),
    "name of a given cell": (
        SOURCE, 'given="ramp"', 'given="My ramp"',
        "'My ramp'", "lower-case", '# %% given="My'),
    "two of a name": (
        SOURCE, 'given="ramp"', 'given="imports" ',
        "a second cell called 'given-imports'", "name of its own", '# %% given="imports" '),
    "no solution cell": (
        TOML, 'id = "why"', 'id = "y"',
        "there is no task 'why'", "['add', 'scale', 'answer', 'y']", '# %% [markdown] written'),
    "unknown task": (
        SOURCE, 'example="add"', 'example="ad"',
        "there is no task 'ad'", "exercise.toml", '# %% example="ad"'),
    "no example": (
        SOURCE, EXAMPLE, "",
        "task 'add' has no example cell", 'example="add"', None),
    "example elsewhere": (
        SOURCE, EXAMPLE, "# %% [markdown]\n# Words.\n" + EXAMPLE,
        "not directly after", "move it", '# %% example="add"'),
    "wrong kind": (
        TOML, 'kind = "written"', 'kind = "code"',
        "written= for task 'why' of kind code", "change the kind", "# %% [markdown] written"),
    "value as text": (
        TOML, 'kind = "value"', 'kind = "written"',
        "solution= for task 'answer'", "use written=", '# %% solution="answer"'),
    "marker in a statement": (
        SOURCE, "# Week W00, stream blur. About 10 minutes. Read", "# ### BEGIN SOLUTION\n#",
        "outside a solution cell", "move it", "# ### BEGIN SOLUTION\n# ["),
    "markers in an example": (
        SOURCE, "assert answer >= 0.0", "### BEGIN SOLUTION\nassert answer\n### END SOLUTION",
        "outside a solution cell", "move it", "### BEGIN SOLUTION\nassert"),
    "no end": (
        SOURCE, ADD, ADD.replace("    ### END SOLUTION\n", ""),
        "without an end", 'add "### END SOLUTION"', '# %% solution="add"'),
    "no beginning": (
        SOURCE, ADD, ADD.replace("    ### BEGIN SOLUTION\n", ""),
        "unbalanced '### END SOLUTION'", "close each", None),
    "nested": (
        SOURCE, ADD, "    ### BEGIN SOLUTION\n" + ADD,
        "unbalanced '### BEGIN SOLUTION'", "do not nest", None),
    "no markers": (
        SOURCE, ADD, "    return a\n",
        "nothing of task 'add' is hidden", "between", '# %% solution="add"'),
    "almost a marker": (
        SOURCE, ADD, ADD.replace("### BEGIN", "# BEGIN"),
        "would read '# BEGIN SOLUTION'", "exactly so", "    # BEGIN SOLUTION"),
    "hidden tests": (
        SOURCE, "assert answer >= 0.0", "### BEGIN HIDDEN TESTS",
        "BEGIN HIDDEN TESTS", "test_adding.py", "### BEGIN HIDDEN"),
    "helper outside": (
        SOURCE, "def scale(", "### BEGIN SOLUTION\nhelper = 1\n### END SOLUTION\ndef scale(",
        "hides lines outside a function", "below the function's docstring", '# %% solution="scale"'),
    "broken stub": (
        SOURCE, ADD, ADD.replace("    ### BEGIN", "  ### BEGIN"),
        "without the answer the cell is not Python", "inside the function's", '# %% solution="add"'),
    "no docstring": (
        SOURCE, "def scale(", "def half(x):\n    return x / 2\n\n\ndef scale(",
        "half has no docstring", "which unit", '# %% solution="scale"'),
    "text outside written": (
        SOURCE, '# %% [markdown] written="why"', '# %% [markdown] written="why"\n# Because',
        "outside its markers", "markdown cell before it", "# Because"),
    "no rubric": (
        SOURCE, "# Rubric:", "# Points:",
        "has no rubric", '"Rubric:"', "# %% [markdown] written"),
    "magic": (
        SOURCE, 'ramp = mrcfile.read("data/ramp.mrc")', "%matplotlib inline",
        "not Python", "no magics", "%matplotlib"),
    "uncommented text": (
        SOURCE, "# * add two arrays,", "* add two arrays,",
        "not Python", "comment the lines", "* add two"),
    "early code": (
        SOURCE, "# %% [markdown]\n# # Adding", "import os\n# %% [markdown]\n# # Adding",
        "before the first cell", "# %% given=", "import os"),
    "make_data raises": (
        DATA, "        mrc.voxel_size = 2.0", "        raise OSError('no room')",
        "OSError: no room", "into folder", "        raise OSError"),
    "no make_data": (
        DATA, "def make_data(", "def make(",
        "KeyError", "make_data(folder)", None),
    "make_data writes elsewhere": (
        DATA, 'folder / "ramp.mrc"', '"ramp.mrc"',
        "wrote nothing into folder", "write there", None),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_an_authors_mistake_is_explained(course: Path, name: str) -> None:
    """The message names the file, the line and the cure."""
    file, old, new, problem, cure, line = MISTAKES[name]
    path = course / "solutions/adding" / file
    change(path, old, new)
    with pytest.raises(CourseError) as caught:
        release_files(adding(course))
    message = str(caught.value)
    assert problem in message and cure in message
    blamed = course / "solutions/adding" / (DATA if file == DATA else SOURCE)
    assert message.startswith(str(blamed))
    if line is not None:
        text = blamed.read_text(encoding="utf-8")
        assert text.count(line) == 1
        assert message.startswith(f"{blamed}:{text.count(chr(10), 0, text.index(line)) + 1}:")


def test_tasks_in_another_order(course: Path) -> None:
    """Cells in another order than the tasks of exercise.toml are refused."""
    path = course / "solutions/adding" / SOURCE
    text = path.read_text(encoding="utf-8")
    at = [text.index(f"# %% [markdown]\n# ## {title}") for title in ("Add two", "Scale by", "Sum of")]
    path.write_text(text[: at[0]] + text[at[1] : at[2]] + text[at[0] : at[1]] + text[at[2] :], encoding="utf-8")
    with pytest.raises(CourseError, match=r"task 'add' comes after 'scale', in exercise\.toml before it; use one order"):
        parts(adding(course))


def test_a_task_without_a_cell(course: Path) -> None:
    """A task of exercise.toml that the notebook does not have is named."""
    path = course / "solutions/adding" / TOML
    with path.open("a", encoding="utf-8") as stream:
        stream.write('[[tasks]]\nid = "more"\ntitle = "More"\nkind = "written"\npoints = 1\nsection = "adding"\n')
    with pytest.raises(CourseError, match='task \'more\' has no written cell; add one marked written="more"'):
        parts(adding(course))


def test_names_too_long_for_a_cell(course: Path) -> None:
    """A name from which no cell id can be made is refused before nbformat stumbles over it."""
    change(course / "solutions/adding" / SOURCE, 'given="ramp"', f'given="{"r" * 70}"')
    with pytest.raises(CourseError, match="longer than 64 characters; shorten"):
        parts(adding(course))


@pytest.mark.parametrize(("file", "cure"), [("test_visible.py", "write at least one check per task"), ("adding.py", "needs this notebook")])
def test_a_missing_file(course: Path, file: str, cure: str) -> None:
    """A missing file is named, with what to write."""
    (course / "solutions/adding" / file).unlink()
    with pytest.raises(CourseError, match=cure) as caught:
        release_files(adding(course))
    assert str(caught.value).startswith(str(course / "solutions/adding" / file))


def test_an_exercise_without_data(course: Path) -> None:
    """No make_data.py, no data folder."""
    (course / "solutions/adding" / DATA).unlink()
    build([adding(course)])
    assert not (course / "exercises/adding/data").exists()


def test_make_data_leaves_nothing_behind(course: Path) -> None:
    """Making the data writes neither a cache beside make_data.py nor a file into the working folder."""
    change(course / "solutions/adding" / DATA, "    with mrcfile", '    Path("stray.txt").write_text("x")\n    with mrcfile')
    before = contents(course)
    with contextlib.chdir(course):
        release_files(adding(course))
    assert contents(course) == before
