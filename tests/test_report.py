"""The report as a document: its schema, its round trip, and what is refused."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import autograder.report
from autograder.report import CellError, CheckResult, Mistake, Report, SubmissionInfo, TaskResult

SCHEMA = json.loads(Path(autograder.report.__file__).with_name("report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

MISTAKE = Mistake("sum_of_squares", "This adds the squares; add the numbers.", "adding#two-numbers")
FAILED = CheckResult("adds", "add", "2 + 3 = 5.", "fail", 1.5, 0.0, "add(2, 3) returned 13, expected 5.", "add(2, 3)", "13", "5",
                     "Plain “+” does.", (MISTAKE,), True, "cell 2, line 2, in add\n    return a**2 + b**2")
CHECKS = (FAILED, CheckResult("zero", "add", "Adding 0 changes nothing.", "pass", 0.5, 0.5))
TASKS = (TaskResult("add", "Add two numbers", "code", "adding#two-numbers", "fail", 2.0, 0.5, ("Look again.",), CHECKS),
         TaskResult("why", "Why?", "written", "", "manual", 1.0, None, (), ()))
REPORT = Report(exercise="adding", title="Adding 2 Å and é", submission=SubmissionInfo("adding.ipynb", "Ada", "0f" * 32), outcome="graded",
                score=0.5, max_score=2.0, manual_points=1.0, tasks=TASKS, cells=(CellError(0, "given cell stopped", ""),),
                notes=("Be kind.",), engine="0.1.0", timings={"total": 0.123456})
UNREADABLE = Report(exercise="adding", title="Adding", submission=SubmissionInfo("x", "", ""), outcome="unreadable", score=0.0,
                    max_score=2.0, manual_points=1.0)



def document(**changes: Any) -> dict[str, Any]:
    """The report's JSON as Python objects, with some keys of the top level changed."""
    written: dict[str, Any] = json.loads(REPORT.to_json())
    return written | changes


@pytest.mark.parametrize("report", [REPORT, UNREADABLE, replace(REPORT, outcome="not_graded", sandboxed=False, visible_only=True)])
def test_reports_follow_the_schema(report: Report) -> None:
    """What to_json writes is valid by report.schema.json."""
    VALIDATOR.validate(json.loads(report.to_json()))


@pytest.mark.parametrize("kind", [Report, SubmissionInfo, TaskResult, CheckResult, Mistake, CellError])
def test_schema_describes_every_field(kind: type) -> None:
    """Every field is in the schema, required, in the same order, and described in a sentence."""
    described = SCHEMA if kind is Report else SCHEMA["$defs"][kind.__name__]
    names = [field.name for field in fields(kind)]
    assert list(described["properties"]) == described["required"] == names
    assert described["additionalProperties"] is False
    for name, field in described["properties"].items():
        assert len(field["description"].split()) >= 4 and field["description"].endswith("."), name


def test_schema_is_a_schema_and_knows_its_version() -> None:
    """The schema is valid by its own dialect and names the version that the engine writes."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema_version"]["const"] == autograder.report.SCHEMA_VERSION


@pytest.mark.parametrize("changes", [{"outcome": "fine"}, {"score": "3"}, {"score": -1}, {"schema_version": 2}, {"extra": 1}, {"tasks": {}},
                                     {"submission": {"name": "x"}}, {"notes": [1]}])
def test_schema_refuses(changes: dict[str, Any]) -> None:
    """The schema refuses unknown keys, missing ones and wrong values."""
    assert not VALIDATOR.is_valid(document(**changes))


@pytest.mark.parametrize("report", [REPORT, UNREADABLE])
def test_round_trip(report: Report) -> None:
    """A report that was written and read again is the same, and writes the same text."""
    again = Report.from_json(report.to_json())
    assert again == report
    assert again.to_json() == report.to_json()


def test_timings_are_no_part_of_equality() -> None:
    """Two reports that differ in timings only are equal; timings are rounded to 0.1 ms."""
    assert replace(REPORT, timings={}) == REPORT
    assert json.loads(REPORT.to_json())["timings"] == {"total": 0.1235}


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_refuses_another_version(version: Any) -> None:
    """A document of another version is refused, and the message names the version."""
    with pytest.raises(ValueError, match=f"schema version {version}"):
        Report.from_json(json.dumps(document(schema_version=version)))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_refuses_truncated_text(share: float) -> None:
    """Half a document is refused."""
    text = REPORT.to_json()
    with pytest.raises(ValueError):
        Report.from_json(text[: int(share * len(text))])


@pytest.mark.parametrize("text", ["", "null", "3", '"report"', "[]", "{}", '{"schema_version": 1}'])
def test_refuses_what_is_no_report(text: str) -> None:
    """JSON that is no report is refused."""
    with pytest.raises(ValueError):
        Report.from_json(text)


@pytest.mark.parametrize("changes", [{"submission": "x"}, {"submission": {"name": "x"}}, {"tasks": [3]}, {"tasks": None}, {"tasks": [{}]},
                                     {"cells": [{"cell": 1}]}, {"cells": 3}, {"notes": 3}, {"unknown": 1}])
def test_refuses_wrong_containers(changes: dict[str, Any]) -> None:
    """A part of the wrong form, an unknown key or a missing one is refused."""
    with pytest.raises(ValueError):
        Report.from_json(json.dumps(document(**changes)))


@pytest.mark.parametrize("changes", [{"score": "3"}, {"score": None}, {"score": True}, {"score": float("nan")}, {"title": 3},
                                     {"outcome": "fine"}, {"notes": "abc"}, {"notes": [1]}, {"sandboxed": "yes"},
                                     {"timings": {"total": "long"}},
                                     {"tasks": [asdict(TASKS[0]) | {"status": "great"}]},
                                     {"tasks": [asdict(TASKS[0]) | {"points": "2"}]}])
def test_refuses_wrong_values(changes: dict[str, Any]) -> None:
    """A value of the wrong type, or a word that is none of the known ones, is refused."""
    with pytest.raises(ValueError):
        Report.from_json(json.dumps(document(**changes)))


def test_refuses_endless_nesting() -> None:
    """A document nested beyond any report is refused like any other."""
    with pytest.raises(ValueError):
        Report.from_json("[" * 200_000)


def test_half_characters_survive_as_text_that_can_be_stored() -> None:
    """Half a character from a student's string does not keep the document from being stored as UTF-8."""
    report = replace(REPORT, notes=("half \ud800 a character",))
    assert Report.from_json(report.to_json().encode("utf-8").decode("utf-8")).notes[0].startswith("half ")
