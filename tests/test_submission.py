"""Finding submissions and reading them, whatever students hand in."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import pickle
import random
import struct
import subprocess
import sys
import time
import tracemalloc
import warnings
import zipfile
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest

from autograder import cells, submission
from autograder.cells import MAX_BYTES, MIB, Cell, SubmissionError, load
from autograder.exercise import CourseError
from autograder.submission import Source, find, read, slug_of

SLUGS = ["ctf", "ctf_fit", "dft_vs_fft", "quaternion_rotation"]


def code(source: Any, grade_id: str = "", *, locked: bool = False, grade: bool = False) -> dict[str, Any]:
    """A code cell, with nbgrader's mark if it has a ``grade_id``."""
    mark = {"nbgrader": {"grade_id": grade_id, "locked": locked, "grade": grade, "solution": not locked, "schema_version": 3}}
    return {"cell_type": "code", "execution_count": None, "id": grade_id or "x", "metadata": mark if grade_id else {}, "outputs": [],
            "source": source}


def text(source: str = "# Words") -> dict[str, Any]:
    """A markdown cell."""
    return {"cell_type": "markdown", "id": "words", "metadata": {}, "source": source}


def notebook(*cells: Any, minor: int = 5, **metadata: Any) -> bytes:
    """A notebook of version 4."""
    return json.dumps({"nbformat": 4, "nbformat_minor": minor, "metadata": metadata, "cells": list(cells)}).encode()


def cells_of(data: bytes, release: bytes | None = None, name: str = "x.ipynb") -> tuple[Cell, ...]:
    """The cells that `load` reads."""
    return load(name, "ana", data, release).cells


def sources_of(data: bytes, release: bytes | None = None, name: str = "x.ipynb") -> list[str]:
    """The text of the cells that `load` reads."""
    return [cell.source for cell in cells_of(data, release, name)]


def put(path: Path, data: bytes = b"a = 1\n") -> Path:
    """Write a file and the folders it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def zipped(path: Path, **members: bytes) -> Path:
    """A compressed zip, ``__`` standing for a slash."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/") + ".py", data)
    return path


def declare(path: Path, size: int) -> None:
    """Let a zip's directory claim that every member is ``size`` bytes long."""
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\1\2", at + 4)
    path.write_bytes(data)


def names(paths: list[Path]) -> list[str]:
    """Names that `find` gives."""
    return [source.name for source in find(paths)[0]]


# find


def test_a_file_is_found_by_its_own_name(tmp_path: Path) -> None:
    """A notebook or .py file given as such is named without its folder."""
    assert names([put(tmp_path / "ana" / "ctf.ipynb"), put(tmp_path / "b.PY")]) == ["ctf.ipynb", "b.PY"]


def test_a_folder_is_searched_to_any_depth_in_a_stable_order(tmp_path: Path) -> None:
    """Names are relative to the folder and alphabetical."""
    for name in ("b/ctf.ipynb", "a/deep/er/ctf.py", "c.py", "a/report.pdf"):
        put(tmp_path / name)
    assert find([tmp_path])[1] == []
    assert names([tmp_path]) == ["a/deep/er/ctf.py", "b/ctf.ipynb", "c.py"]


def test_a_folder_may_be_nested_deeper_than_python_recurses(tmp_path: Path) -> None:
    """Depth costs no stack."""
    put(tmp_path.joinpath(*["d"] * 200, "z.py"))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        assert len(names([tmp_path])) == 1
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize("name", [".git/x.py", ".ipynb_checkpoints/x.ipynb", "__pycache__/x.py", "data/x.py", "ana/data/x.py", "._x.ipynb",
                                  "test_visible.py", "__MACOSX/x.ipynb"])
def test_what_is_nobodys_submission_is_passed_over(tmp_path: Path, name: str) -> None:
    """Hidden files, caches, data folders and released checks are skipped without a word, on disk and in a zip."""
    put(tmp_path / "class" / name)
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(name, "a = 1")
    assert find([tmp_path / "class", tmp_path / "class.zip"]) == ([], [])


def test_symbolic_links_in_a_folder_are_left_out(tmp_path: Path) -> None:
    """Links to files and to folders are noted, whether they lead outside or not."""
    put(tmp_path / "outside" / "secret.py")
    put(tmp_path / "class" / "ana.py")
    (tmp_path / "class" / "link.py").symlink_to(tmp_path / "outside" / "secret.py")
    (tmp_path / "class" / "folder").symlink_to(tmp_path / "outside")
    sources, notes = find([tmp_path / "class"])
    assert [source.name for source in sources] == ["ana.py"]
    assert notes == ["folder: left out, a symbolic link", "link.py: left out, a symbolic link"]


def test_a_link_given_as_the_argument_is_followed(tmp_path: Path) -> None:
    """Whoever types the path means it."""
    put(tmp_path / "class" / "ana.py")
    (tmp_path / "link").symlink_to(tmp_path / "class")
    assert names([tmp_path / "link"]) == ["ana.py"]


def test_a_pipe_called_a_notebook_is_left_out(tmp_path: Path) -> None:
    """Opening it would wait for ever."""
    os.mkfifo(tmp_path / "x.ipynb")
    assert find([tmp_path]) == ([], ["x.ipynb: left out, not a regular file"])


def test_other_files_given_by_name_are_noted(tmp_path: Path) -> None:
    """A PDF among the arguments does not stop the others."""
    _, notes = find([put(tmp_path / "a.pdf"), put(tmp_path / "b.py")])
    assert len(notes) == 1 and notes[0].startswith("a.pdf: left out, neither")


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """So is a link to nowhere, and a name no file can have."""
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    for path in (tmp_path / "typo", tmp_path / "dangling", Path("a\0b"), Path("x" * 5000)):
        with pytest.raises(SubmissionError, match="does not exist"):
            find([path])


def test_a_file_met_twice_counts_once(tmp_path: Path) -> None:
    """Through its folder and by name, say."""
    file = put(tmp_path / "ana.py")
    assert names([tmp_path, file, tmp_path / "." / "ana.py"]) == ["ana.py"]


def test_names_are_fit_for_tables_and_json(tmp_path: Path) -> None:
    """Control characters and bytes that are not UTF-8 are replaced; the file can be read all the same."""
    put(tmp_path / "a\x1b[2J\n.py")
    put(Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.py")))
    sources, _ = find([tmp_path])
    assert [source.name for source in sources] == ["a\ufffd[2J\ufffd.py", "b\ufffd.py"]
    assert all(read(source) == b"a = 1\n" for source in sources)


def test_a_source_can_be_pickled(tmp_path: Path) -> None:
    """It is sent to other processes."""
    sources, _ = find([zipped(tmp_path / "class.zip", ana=b"a = 1")])
    assert pickle.loads(pickle.dumps(sources)) == sources


@pytest.mark.parametrize(("path", "student"), [
    ("ana/dft_vs_fft/dft_vs_fft.ipynb", "ana"),
    ("ana/ana.ipynb", "ana"),
    ("ana/solution.py", "ana"),
    ("ana/ctf/solution.py", "ana"),
    ("dft_vs_fft_Ana Lopez.ipynb", "Ana Lopez"),
    ("ana-quaternion-rotation.ipynb", "ana"),
    ("CTF_ana.ipynb", "ana"),
    ("ana.ipynb", "ana"),
    ("ctf.ipynb", ""),
    ("Ana Müller_123_assignsubmission_file_/ctf.ipynb", "Ana Müller"),
    ("Ana_Müller_123_assignsubmission_file/deep/er/ctf.ipynb", "Ana_Müller"),
    ("Ana_123_assignsubmission_file_ctf.ipynb", "Ana"),
])
def test_the_student_is_guessed_from_the_path(tmp_path: Path, path: str, student: str) -> None:
    """From nbgrader's and Moodle's layouts, the folder, or the file's name, in a folder as in a zip."""
    put(tmp_path / "class" / path)
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(path, "a = 1")
    for argument in (tmp_path / "class", tmp_path / "class.zip"):
        (source,), _ = find([argument], SLUGS)
        assert source.student == student


def test_the_student_is_guessed_without_knowing_the_slugs(tmp_path: Path) -> None:
    """A folder called like the file is nbgrader's layout, also above the argument."""
    file = put(tmp_path / "ana" / "ctf" / "ctf.ipynb")
    assert [find([argument])[0][0].student for argument in (tmp_path, file.parents[1], file.parent, file)] == ["ana"] * 4


# zips


def test_a_zip_is_read_in_memory(tmp_path: Path) -> None:
    """Members are named below the zip, and nothing is extracted."""
    path = zipped(tmp_path / "class.zip", ana__ctf=b"a = 1", ben__ctf=b"b = 1")
    with zipfile.ZipFile(path, "a") as archive:
        archive.mkdir("folder.py")
    sources, notes = find([path])
    assert ([source.name for source in sources], notes) == (["class.zip/ana/ctf.py", "class.zip/ben/ctf.py"], [])
    assert [source.student for source in sources] == ["ana", "ben"]
    assert [read(source) for source in sources] == [b"a = 1", b"b = 1"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_zip_in_a_folder_counts_as_a_folder(tmp_path: Path) -> None:
    """Its name is the student's where nothing better is known."""
    put(tmp_path / "class" / "ben.py")
    zipped(tmp_path / "class" / "ana.zip", ctf=b"a = 1")
    assert [(source.name, source.student) for source in find([tmp_path / "class"])[0]] == [("ana.zip/ctf.py", "ana"), ("ben.py", "ben")]


@pytest.mark.parametrize(("name", "reason"), [
    ("../evil.py", "leads out"), ("a/../../evil.py", "leads out"), ("..\\evil.py", "leads out"), ("/etc/evil.py", "absolute"),
    ("C:\\evil.py", "absolute"), ("more.zip", "a zip inside a zip"),
])
def test_members_that_lead_elsewhere_are_left_out(tmp_path: Path, name: str, reason: str) -> None:
    """They are noted, not read, and the others are."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(name, "a = 1")
        archive.writestr("ana.py", "a = 1")
    sources, notes = find([tmp_path / "class.zip"])
    assert [source.name for source in sources] == ["class.zip/ana.py"]
    assert len(notes) == 1 and reason in notes[0] and "left out" in notes[0]
    with pytest.raises(SubmissionError, match=reason):
        read(Source(tmp_path / "class.zip", name))


def test_symbolic_links_in_a_zip_are_left_out(tmp_path: Path) -> None:
    """Not even the path they lead to is taken for code."""
    link = zipfile.ZipInfo("ana.py")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert find([tmp_path / "class.zip"]) == ([], ["class.zip/ana.py: left out, a symbolic link"])


def test_encrypted_members_are_left_out(tmp_path: Path) -> None:
    """We have no password."""
    path = zipped(tmp_path / "class.zip", ana=b"a = 1")
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert find([path]) == ([], ["class.zip/ana.py: left out, encrypted"])


def test_compressions_that_unpack_without_bound_are_left_out(tmp_path: Path) -> None:
    """Forty bytes of bzip2 can hold gigabytes, and zipfile unpacks them in one step."""
    for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with zipfile.ZipFile(tmp_path / "class.zip", "w", kind) as archive:
            archive.writestr("ana.py", "a = 1")
        sources, notes = find([tmp_path / "class.zip"])
        assert not sources and "unusual" in notes[0]
        with pytest.raises(SubmissionError, match="unusual"):
            read(Source(tmp_path / "class.zip", "ana.py"))


def test_a_zip_bomb_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    """A member that declares more than a submission may have costs no memory; the student is told."""
    path = zipped(tmp_path / "class.zip", ana=bytes(80 * MIB))
    assert path.stat().st_size < MIB
    (source,), _ = find([path])
    tracemalloc.start()
    with pytest.raises(SubmissionError, match="Restart & Clear Output"):
        read(source)
    assert tracemalloc.get_traced_memory()[1] < 5 * MIB
    tracemalloc.stop()


def test_a_header_that_lies_about_the_size_is_harmless(tmp_path: Path) -> None:
    """No more than the declared size is unpacked, and the checksum gives the lie away."""
    path = zipped(tmp_path / "class.zip", ana=bytes(80 * MIB))
    declare(path, 1000)
    (source,), _ = find([path])
    tracemalloc.start()
    with pytest.raises(SubmissionError, match=r"^class.zip/ana.py cannot be read .*CRC"):
        read(source)
    assert tracemalloc.get_traced_memory()[1] < 10 * MIB
    tracemalloc.stop()


def test_a_zip_that_declares_too_much_in_total_is_left_out(tmp_path: Path) -> None:
    """Even if each member alone would do."""
    path = zipped(tmp_path / "class.zip", **{f"s{i}": b"a = 1" for i in range(50)})
    declare(path, 45 * MIB)
    sources, notes = find([path])
    assert not sources and notes == ["class.zip: left out, unpacked it would take 2250 MiB, more than 2048"]


def test_a_zip_of_too_many_members_is_left_out(tmp_path: Path) -> None:
    """Ten thousand are enough for any class."""
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.txt", b"")
    assert find([path]) == ([], ["class.zip: left out, 10001 members are more than 10000"])


def test_a_directory_too_large_to_be_honest_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """zipfile would read and parse it whole before members can be counted."""
    path = zipped(tmp_path / "class.zip", ana=b"a = 1", ben=b"a = 1")
    monkeypatch.setattr(submission, "MAX_DIRECTORY", 60)
    assert find([path]) == ([], ["class.zip: left out, not a zip that can be read (its directory is too large)"])


def test_a_corrupt_zip_is_noted(tmp_path: Path) -> None:
    """Also an empty one, and one cut off."""
    whole = zipped(tmp_path / "whole.zip", ana=b"a = 1").read_bytes()
    for data in (b"", b"not a zip", whole[:-10], whole[:40]):
        sources, notes = find([put(tmp_path / "class.zip", data)])
        assert not sources and notes[0].startswith("class.zip: left out, not a zip that can be read")


def test_no_damage_to_a_zip_gives_a_traceback(tmp_path: Path) -> None:
    """Whatever bytes are changed, there are sources, notes or a sentence."""
    whole = zipped(tmp_path / "whole.zip", ana=b"a = 1\n" * 50, ben__ctf=b"b = 1").read_bytes()
    chance = random.Random(1)
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at, length = chance.randrange(len(data)), chance.choice((1, 4, 8))
            data[at : at + length] = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length), b""))
        for source in find([put(tmp_path / "class.zip", bytes(data))])[0]:
            try:
                assert len(read(source)) <= MAX_BYTES
            except SubmissionError as error:
                assert "Submit it again" in str(error) or "Clear" in str(error)


# read


def test_a_notebook_of_60_mb_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    """The message says how to make it smaller."""
    path = tmp_path / "x.ipynb"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(SubmissionError, match=r"x.ipynb is larger than 50 MiB. Clear the outputs \(Kernel, Restart & Clear Output\)"):
        read(Source(path))


def test_load_refuses_60_mb_without_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that come another way are bounded too."""
    monkeypatch.setattr(cells.json, "loads", lambda *_: pytest.fail("parsed"))
    with pytest.raises(SubmissionError, match="Clear the outputs"):
        load("x.ipynb", "", b" " * 60_000_000, None)


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    """Of the file system, a member, or a zip that was swapped."""
    path = zipped(tmp_path / "class.zip", ana=b"a = 1")
    for source in (Source(tmp_path / "gone.py"), Source(path, "ben.py"), Source(put(tmp_path / "b.zip"), "a.py"), Source(tmp_path)):
        with pytest.raises(SubmissionError, match="cannot be read"):
            read(source)


# slug_of


@pytest.mark.parametrize(("name", "slug"), [
    ("ctf.ipynb", "ctf"), ("ctf_fit.ipynb", "ctf_fit"), ("ctf_fit_ana.py", "ctf_fit"), ("CTF-Fit (1).ipynb", "ctf_fit"),
    ("ana_ctf_fit.py", "ctf_fit"), ("ctf_and_dft_vs_fft.py", "ctf"), ("ana.py", None), ("ctf_fit/ana.py", "ctf_fit"),
    ("dft_vs_fft/ctf/ana.py", "ctf"),
    ("COURSE-Quaternion rotation-17.zip/ana.py", "quaternion_rotation"), ("ctf_fit/ctf.py", "ctf"),
])
def test_the_slug_follows_from_the_name(tmp_path: Path, name: str, slug: str | None) -> None:
    """Equal, at the start, anywhere, then the folders and the zip; the longest wins."""
    assert slug_of(Source(tmp_path / Path(name).name, name=name), b"", SLUGS) == slug


def test_the_slug_of_a_member_follows_from_its_name(tmp_path: Path) -> None:
    """Not from the zip's."""
    assert slug_of(Source(tmp_path / "ctf.zip", "ana/ctf_fit.py", "ctf.zip/ana/ctf_fit.py"), b"", SLUGS) == "ctf_fit"


def test_folders_above_the_argument_must_be_called_exactly_as_the_exercise(tmp_path: Path) -> None:
    """They belong to whoever grades."""
    assert slug_of(Source(tmp_path / "ctf" / "ana.py", name="ana.py"), b"", SLUGS) == "ctf"
    assert slug_of(Source(tmp_path / "my_ctf_course" / "ana.py", name="ana.py"), b"", SLUGS) is None


def test_the_notebooks_metadata_decide_the_slug(tmp_path: Path) -> None:
    """A renamed file is graded as what it was released as; an unknown or senseless claim is ignored."""
    for claim, slug in [("ctf", "ctf"), ("unknown", "dft_vs_fft"), (["ctf"], "dft_vs_fft")]:
        assert slug_of(Source(tmp_path / "dft_vs_fft.ipynb"), notebook(cryoem={"exercise": claim}), SLUGS) == slug
    assert slug_of(Source(tmp_path / "ctf.ipynb"), notebook(cryoem="ctf_fit"), SLUGS) == "ctf"


def test_a_broken_notebook_still_has_a_slug(tmp_path: Path) -> None:
    """So that its student gets a report on the right exercise."""
    assert slug_of(Source(tmp_path / "ctf.ipynb"), b"{", SLUGS) == "ctf"


# load: notebooks


def test_only_code_cells_are_kept_and_all_are_counted() -> None:
    """A cell's number is its position among all cells, from 1."""
    data = notebook(text(), code("a = 1"), text(), {"cell_type": "raw", "source": "x"}, code("b = 2"))
    assert cells_of(data) == (Cell(2, "a = 1"), Cell(5, "b = 2"))


def test_name_student_and_digest_are_kept() -> None:
    """The digest is that of the bytes handed in."""
    loaded = load("ana/x.ipynb", "ana", b'{"cells": []}', None)
    assert (loaded.name, loaded.student, loaded.cells) == ("ana/x.ipynb", "ana", ())
    assert loaded.sha256 == hashlib.sha256(b'{"cells": []}').hexdigest()


def test_magics_are_kept_verbatim() -> None:
    """What to do with them is the worker's business."""
    source = "%matplotlib inline\n!pip install numpy\nx = %timeit -o 1+1\nget_ipython?"
    assert sources_of(notebook(code(source), code("%%time\na = 1"))) == [source, "%%time\na = 1"]


@pytest.mark.parametrize("minor", range(6))
def test_every_minor_version_reads_as_nbformat_reads_it(minor: int) -> None:
    """Sources as text or as lines, with ids or without."""
    data = notebook(code("a = 1\n\nb = 2"), text(), code(["def f():\n", "    return 1"]), code([]), code(""), minor=minor)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = nbformat.reads(data.decode(), as_version=4).cells
    assert sources_of(data) == [cell.source for cell in theirs if cell.cell_type == "code"]


@pytest.mark.parametrize("lines", ["a = 1\nb = 2", ["a = 1\n", "b = 2"], ["a = 1", "b = 2"]])
def test_version_3_reads_as_nbformat_reads_it(lines: Any) -> None:
    """Worksheets are joined, and lines too, with or without their ends."""
    cell = {"cell_type": "code", "collapsed": False, "input": lines, "language": "python", "metadata": {}, "outputs": []}
    heading = {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["Title"]}
    data = json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "x"},
                       "worksheets": [{"cells": [heading, cell], "metadata": {}}, {"cells": [cell], "metadata": {}}]})
    theirs = nbformat.reads(data, as_version=4).cells
    assert cells_of(data.encode()) == (Cell(2, "a = 1\nb = 2"), Cell(3, "a = 1\nb = 2"))
    assert [cell.source for cell in theirs if cell.cell_type == "code"] == ["a = 1\nb = 2"] * 2


def test_odd_details_are_passed_over() -> None:
    """Cells that are no tables, metadata of the wrong kind, sources that are no text; what can be read is read, and silently."""
    odd = [None, 3, "text", [], {}, {"cell_type": "code"}, {"cell_type": "code", "metadata": [], "source": {"a": 1}},
           {"cell_type": "code", "metadata": {"nbgrader": "yes"}, "source": ["a = 1\n", 3, "b = 2"]},
           {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": ["a"], "locked": "true"}}, "source": "c = 3", "surplus": 1}]
    data = json.dumps({"cells": odd, "metadata": None, "nbformat": "four"}).encode()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert cells_of(data) == (Cell(6, ""), Cell(7, ""), Cell(8, "a = 1\nb = 2"), Cell(9, "c = 3"))


def test_half_surrogates_become_question_marks() -> None:
    """JSON can hold them; nothing after us could encode them."""
    assert sources_of(b'{"cells": [{"cell_type": "code", "source": "a = \'\\ud800\' # \\u00c5"}]}') == ["a = '?' # Å"]


def test_a_byte_order_mark_is_no_obstacle() -> None:
    """Windows editors write one."""
    assert sources_of(b"\xef\xbb\xbf" + notebook(code("a = 1"))) == ["a = 1"]
    assert sources_of(b"\xef\xbb\xbfa = 1", name="x.py") == ["a = 1"]


@pytest.mark.parametrize("metadata", [
    {"kernelspec": {"name": "ir", "language": "R"}}, {"language_info": {"name": "julia"}}, {"kernelspec": {"language": "R"}},
])
def test_notebooks_of_other_languages_are_refused(metadata: dict[str, Any]) -> None:
    """The message names the language."""
    with pytest.raises(SubmissionError, match=r"x.ipynb is a notebook in (R|julia), not in Python. Choose a Python kernel"):
        cells_of(notebook(code("x <- 1"), **metadata))


@pytest.mark.parametrize("metadata", [{}, {"kernelspec": {"name": "my-env", "language": "python"}}, {"language_info": {"name": "ipython3"}},
                                      {"kernelspec": None, "language_info": 3}, {"kernelspec": {"name": "conda-r"}}])
def test_any_python_kernel_will_do(metadata: dict[str, Any]) -> None:
    """Whatever it is called, and if nothing is said."""
    assert sources_of(notebook(code("a = 1"), **metadata)) == ["a = 1"]


NESTED = b'{"cells": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
WHOLE = notebook(code("a = 1"))


@pytest.mark.parametrize(("data", "sentence"), [
    (b"", r"x.ipynb is empty\. Save your work"),
    (b" \n" * 2000, "is empty"),
    (b"\xef\xbb\xbf\n", "is empty"),
    (b"\n<!DOCTYPE html><html>", "is a web page, not your code. In Jupyter choose File, Download"),
    (b"<html><body>", "is a web page"),
    (WHOLE[:-20], "is damaged or cut off: it makes no sense in line 1. In Jupyter choose"),
    (WHOLE + b"}", "is damaged"),
    (b'{"cells": [' + b"9" * 5000 + b"]}", "is damaged"),
    (b"def f():\n    pass\n", "is not a notebook: its text does not begin with"),
    (b"[1, 2]", "is JSON but not a notebook"),
    (b'{"a": 1}', "is JSON but not a notebook: it has no cells"),
    (b'{"cells": 3, "worksheets": {}}', "it has no cells"),
    (b'{\n<<<<<<< HEAD\n"cells": []', "merge conflict markers"),
    (NESTED, "is nested too deeply"),
    (WHOLE.replace(b"a = 1", b"\xff\xfe\xfd"), "is not saved as UTF-8"),
    (WHOLE.decode().encode("utf-16"), "is saved as UTF-16"),
    (WHOLE.replace(b"a = 1", b"a\0= 1"), "contains NUL bytes"),
    (b"PK\3\4 and so on", "is a packed archive"),
    (b"%PDF-1.7", "is a PDF"),
    (b"{\\rtf1\\ansi", "is a rich-text document"),
    (b"version https://git-lfs.github.com/spec/v1", "is a Git LFS pointer"),
    (b'{"cells": [' + b"[]," * 600_000 + b"[]]}", "holds far more data than a notebook needs. Clear the outputs"),
])
def test_what_is_no_notebook_gets_a_sentence(data: bytes, sentence: str) -> None:
    """It says what the file is and what to do."""
    with pytest.raises(SubmissionError, match=sentence) as error:
        cells_of(data)
    assert str(error.value).startswith("x.ipynb ") and str(error.value).endswith(".") and len(str(error.value)) < 200


def test_no_damage_to_a_notebook_gives_a_traceback() -> None:
    """Whatever bytes are changed or lost, there are cells or a sentence."""
    whole = notebook(code(["a = 1\n", "b"], "given", locked=True), text(), code("é", "task"), kernelspec={"language": "python"})
    chance = random.Random(2)
    for _ in range(1500):
        data = bytearray(whole)
        at = chance.randrange(len(data))
        piece = chance.choice([b"", b"[", b'"', b"{", b"null", b"1", b"\xff", b"\\ud800", chance.randbytes(1)])
        data[at : at + chance.randint(0, 30)] = piece
        try:
            cells = cells_of(bytes(data), whole)
        except SubmissionError:
            continue
        assert all(cell.source.encode() is not None for cell in cells)


def test_other_kinds_of_file_are_refused() -> None:
    """By their suffix."""
    with pytest.raises(SubmissionError, match="neither a notebook"):
        cells_of(b"a = 1", name="x.txt")


# load: cells of the release

RELEASE = notebook(text(), code("import numpy as np", "imports", locked=True), code("def f(): pass", "f"),
                   code("assert f()", "f_check", locked=True, grade=True), code("data = np.ones(3)", "load", locked=True),
                   code("", "why", grade=True), code("def show(): pass", "show", locked=True))
IMPORTS, DATA, SHOW = (Cell(0, source, ours=True) for source in ("import numpy as np", "data = np.ones(3)", "def show(): pass"))


def test_given_cells_are_ours_again() -> None:
    """Where the student changed a locked cell, what was released counts; their own cells keep their numbers."""
    data = notebook(text(), code("import cheat", "imports", locked=True), code("def f(): return 1", "f"), code("data = 0", "load"),
                    code("", "show", locked=True))
    assert cells_of(data, RELEASE) == (IMPORTS, Cell(3, "def f(): return 1"), DATA, SHOW)


def test_a_deleted_given_cell_is_put_back_before_the_students_first() -> None:
    """All of them, in release order, if all are gone."""
    assert cells_of(notebook(text(), code("a = 1"), code("b = 2")), RELEASE) == (IMPORTS, DATA, SHOW, Cell(2, "a = 1"), Cell(3, "b = 2"))


def test_a_deleted_given_cell_comes_after_the_given_cell_it_may_need() -> None:
    """Loading data needs the imports, also when the student wrote a cell above them."""
    data = notebook(code("# Ana"), code("", "imports"), code("def f(): return 1", "f"))
    assert cells_of(data, RELEASE) == (Cell(1, "# Ana"), IMPORTS, DATA, SHOW, Cell(3, "def f(): return 1"))


def test_a_given_cell_turned_into_text_is_put_back() -> None:
    """It would not run."""
    data = notebook(code("a = 1"), {**code("import numpy", "imports"), "cell_type": "markdown"})
    assert cells_of(data, RELEASE) == (IMPORTS, DATA, SHOW, Cell(1, "a = 1"))


def test_visible_examples_are_left_out() -> None:
    """Whatever the student made of them, and however often."""
    data = notebook(code("a = 1"), code("assert f()", "f_check", locked=True, grade=True), code("import os; os._exit(0)", "f_check"))
    assert cells_of(data, RELEASE) == (IMPORTS, DATA, SHOW, Cell(1, "a = 1"))


def test_the_release_decides_which_cells_are_locked() -> None:
    """A student's cell that claims to be given, or an example, of a name the release does not know is the student's."""
    data = notebook(code("a = 1", "mine", locked=True), code("b = 2", "mine_too", locked=True, grade=True), code("c = 3", "f", locked=True))
    assert [cell for cell in cells_of(data, RELEASE) if not cell.ours] == [Cell(1, "a = 1"), Cell(2, "b = 2"), Cell(3, "c = 3")]


def test_of_cells_with_the_same_id_the_first_is_ours_and_none_of_theirs_is_lost() -> None:
    """Copying a cell in Jupyter copies its id."""
    data = notebook(code("", "imports"), code("x = 1", "imports"), code("y = 1", "f"), code("y = 2", "f"))
    assert [cell for cell in cells_of(data, RELEASE) if not cell.ours] == [Cell(2, "x = 1"), Cell(3, "y = 1"), Cell(4, "y = 2")]
    assert cells_of(data, RELEASE)[0] == IMPORTS


def test_of_given_cells_with_the_same_id_the_first_wins() -> None:
    """In the release itself."""
    release = notebook(code("one", "a", locked=True), code("two", "a", locked=True))
    assert cells_of(notebook(), release) == (Cell(0, "one", ours=True),)


def test_locked_cells_without_an_id_or_without_code_are_not_given() -> None:
    """The first would match any cell without an id, the second are not run."""
    nameless = {**code("one"), "metadata": {"nbgrader": {"locked": True, "grade": False}}}
    words = {**code("two", "words", locked=True), "cell_type": "markdown"}
    assert cells_of(notebook(code("a = 1")), notebook(nameless, words)) == (Cell(1, "a = 1"),)


def test_a_written_answer_that_is_code_is_the_students() -> None:
    """Graded by hand, but not locked."""
    assert Cell(1, "z = 1") in cells_of(notebook(code("z = 1", "why", grade=True)), RELEASE)


def test_a_script_gets_the_given_cells_first() -> None:
    """It carries no marks to place them by."""
    assert cells_of(b"a = 1\n", RELEASE, "x.py") == (IMPORTS, DATA, SHOW, Cell(1, "a = 1"))


def test_a_broken_release_is_not_the_students_fault() -> None:
    """The course must be mended."""
    with pytest.raises(CourseError, match="The release cannot be read"):
        cells_of(WHOLE, b"{")


# load: scripts

PERCENT = """\
# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3}
# ---

# %% [markdown]
# # Title

# %%
import numpy as np


# %% A title {"tags": []}
def f():
    text = '''
# %% not a marker
'''
    return text


# %%time
x = 1
# %% [markdown] written="why"
'''Because'''
#%%
# only words
y = 2
"""


def test_percent_cells_are_as_jupytext_reads_them() -> None:
    """But for comments that hold no code; numbers are lines of the file."""
    cells = [cell for cell in cells_of(PERCENT.encode(), name="x.py") if cell.number > 1]
    theirs = [cell.source for cell in jupytext.reads(PERCENT, fmt="py:percent").cells if cell.cell_type == "code"]
    assert [cell.source.replace("# %%time", "%%time") for cell in cells] == [source.replace("# %%time", "%%time") for source in theirs]
    lines = PERCENT.split("\n")
    assert [lines[cell.number - 1] for cell in cells] == [cell.source.split("\n")[0] for cell in cells]


def test_an_error_in_one_percent_cell_leaves_the_others() -> None:
    """Magics too: cells need not be plain Python."""
    script = b"# %%\n%matplotlib inline\n# %%\ndef f(:\n# %%\n\nx = 1\n"
    assert cells_of(script, name="x.py") == (Cell(2, "%matplotlib inline"), Cell(4, "def f(:"), Cell(7, "x = 1"))


SCRIPT = '''\
"""A script."""

import numpy as np  # arrays
a = 1; b = (
    2)
# What f does
@decorate(
    1)
@other
def f():
    return 1


class C:
    x = 1
    # a last word
if a:
    pass
else:
    pass
# the end
'''


def test_a_plain_script_is_one_cell_a_statement() -> None:
    """Decorators and comments stay with what they belong to; statements on one line stay together."""
    assert cells_of(SCRIPT.encode(), name="x.py") == (
        Cell(1, '"""A script."""'), Cell(3, "import numpy as np  # arrays"), Cell(4, "a = 1; b = (\n    2)"),
        Cell(6, "# What f does\n@decorate(\n    1)\n@other\ndef f():\n    return 1"), Cell(14, "class C:\n    x = 1"),
        Cell(16, "    # a last word\nif a:\n    pass\nelse:\n    pass\n# the end"))


def test_every_cell_of_a_script_compiles() -> None:
    """Cutting between statements breaks none; this very file, for one."""
    cells = cells_of(Path(__file__).read_bytes(), name="x.py")
    assert len(cells) > 50
    for cell in cells:
        compile(cell.source, "x.py", "exec")


def test_a_script_that_does_not_parse_is_one_cell() -> None:
    """Its error will be reported where it is."""
    assert cells_of(b"a = 1\ndef f(:\n", name="x.py") == (Cell(1, "a = 1\ndef f(:"),)


@pytest.mark.parametrize("script", ["(" * 100_000, "-" * 100_000 + "1", "1+" * 60_000 + "1", "a" + ".a" * 60_000, "f'{" * 300])
def test_scripts_made_to_hurt_the_parser_are_one_cell(script: str) -> None:
    """Not a crash."""
    assert sources_of(script.encode(), name="x.py") == [script]


def test_a_very_long_script_is_not_parsed() -> None:
    """Parsing it could take seconds and a gigabyte."""
    script = b"# %%\na = 1\n" * 20_000
    assert [cell.number for cell in cells_of(script, name="x.py")] == [1]


def test_a_script_is_decoded_as_python_would() -> None:
    """By its declaration; by Latin-1 where Python would give up; never by a codec that is no encoding of text."""
    assert sources_of("# coding: latin-1\na = 'Å'".encode("latin-1"), name="x.py") == ["# coding: latin-1\na = 'Å'"]
    assert sources_of("a = 'Å'".encode(), name="x.py") == ["a = 'Å'"]
    for ahead in ("", "\n\n\n"):
        assert sources_of(f"{ahead}a = 'Å'".encode("latin-1"), name="x.py") == ["a = 'Å'"]
    for codec in ("zlib", "punycode", "rot13", "nonsense", "utf-16"):
        assert sources_of(f"# coding: {codec}\na = 'Å'".encode(), name="x.py")[0].startswith(f"# coding: {codec}\na = '")


def test_line_ends_of_other_systems_count_as_python_counts_them() -> None:
    """And characters that only str.splitlines takes for line ends do not."""
    assert [cell.number for cell in cells_of(b"a = 1\r\nb = 2\rc = 3\n", name="x.py")] == [1, 2, 3]
    assert [cell.number for cell in cells_of("a = '\x0c \u2028'\nb = 2".encode(), name="x.py")] == [1, 2]


def test_a_script_of_comments_has_no_cells() -> None:
    """It is not attempted, not broken."""
    assert [cell.source for cell in cells_of(b"# nothing yet\n", name="x.py")] == ["# nothing yet"]
    assert cells_of(b"# %% [markdown]\n# words\n", name="x.py") == ()


@pytest.mark.parametrize("data", [b"", b"<!doctype html>", b"a\0b", "a = 1".encode("utf-16"), b"{\\rtf1 a = 1}"])
def test_what_is_no_script_gets_a_sentence(data: bytes) -> None:
    """As for notebooks."""
    with pytest.raises(SubmissionError, match=r"^x.py is .*\. .*\.$"):
        cells_of(data, name="x.py")


def test_warnings_of_a_script_stay_silent() -> None:
    """They are the student's to see when the code runs."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(cells_of(b"a = '\\d'\nb = 1 is 1\n", name="x.py")) == 2


# speed


def test_a_notebook_of_20_cells_loads_in_a_few_milliseconds() -> None:
    """Measured 0.2 ms; nbformat's own reading alone takes 1 ms, after an import of 0.3 s."""
    data = notebook(*(code(["def f(x):\n", *(["    x = x + 1\n"] * 30)], f"g{i}", locked=i % 3 == 0) for i in range(20)))
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        load("x.ipynb", "", data, data)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.005


def test_importing_the_module_is_quick() -> None:
    """No library outside Python's own is imported."""
    program = "import sys, autograder.submission; print({'numpy', 'nbformat', 'jupytext', 'jsonschema'} & set(sys.modules) or 'none')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    assert done.stdout == "none\n"


def test_a_script_beside_the_notebook_of_the_same_name_is_left_out(tmp_path: Path) -> None:
    """Jupytext's paired .py is not a second submission; one of another name is."""
    for name in ("adding.ipynb", "adding.py", "more.py"):
        put(tmp_path / "ana" / name)
    sources, notes = find([tmp_path])
    assert [source.path.name for source in sources] == ["adding.ipynb", "more.py"] and len(notes) == 1
