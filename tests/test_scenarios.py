"""Whole submissions and the whole report that each should get; --refresh writes what they get now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder import batch
from autograder.exercise import discover
from autograder.submission import find

ROOT = Path(__file__).parent.parent
SCENARIOS = sorted((ROOT / "tests" / "scenarios").glob("*/*"))


@pytest.fixture(scope="session")
def reports():
    """All of them in one batch, as `cryo grade tests/scenarios` does."""
    sources, _ = find([ROOT / "tests" / "scenarios"], discover(ROOT))
    store = batch.Store(None)
    done = batch.run(batch.plan(sources, ROOT, store), store, 2)
    return {str(Path(report.submission.name).parent): report for report in done}


def golden(report) -> str:
    """The report as it is kept: without times."""
    document = json.loads(report.to_json())
    del document["timings"]
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_a_scenario_gets_its_report(folder, reports, request):
    """Byte for byte, times aside."""
    got, kept = golden(reports[f"{folder.parent.name}/{folder.name}"]), folder / "report.json"
    if request.config.getoption("--refresh"):
        kept.write_text(got, encoding="utf-8")
    assert got == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", sorted({folder.parent.name for folder in SCENARIOS}))
def test_each_kind_of_submission_scores_as_it_deserves(slug, reports):
    """Right is full, wrong loses points and is named, unfinished has its first tasks, broken keeps what works, hostile gains nothing."""
    kinds = {kind: reports[f"{slug}/{kind}"] for kind in ("right", "wrong", "unfinished", "broken", "hostile")}
    assert all(report.outcome == "graded" and not report.errors for report in kinds.values())
    assert kinds["right"].score == kinds["right"].max_score and not kinds["right"].mistakes
    assert kinds["wrong"].score < kinds["wrong"].max_score and kinds["wrong"].mistakes
    assert [task.status for task in kinds["unfinished"].tasks[:2]] == ["pass", "pass"]
    assert {task.status for task in kinds["unfinished"].tasks[2:]} <= {"not_attempted", "manual"}
    assert 0 < kinds["broken"].score < kinds["broken"].max_score and len(kinds["broken"].cells) >= 4
    assert kinds["hostile"].score < kinds["hostile"].max_score
    assert any("ended the Python process" in check.message or "sent something" in check.message for check in kinds["hostile"].checks)
