"""The worked examples, played through the real engine, tagger and store."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from models.bank import Stage
from models.export import ReviewExport
from tests.cli.support import EXAMPLES, run

QUOTED = re.compile(r'"(.+)"', re.DOTALL)


def _played(
    capsys: pytest.CaptureFixture[str], script: Path, workspace: Path
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    ran = run(capsys, "replay", script, "--workspace", workspace, "--json")
    assert ran.code == 0, ran.err
    *lines, last = ran.lines()
    return lines, last["summary"]


def test_there_is_one_for_each_kind_of_review() -> None:
    """A serious case review, a review of routine practice and one of good practice."""
    assert {path.stem for path in EXAMPLES} >= {"serious-case-review", "routine-practice", "good-practice"}


@pytest.mark.parametrize("script", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_goes_from_what_happened_to_a_sealed_session(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every stage is reached, probes quote the words they come from, everything is decided and sealed."""
    lines, summary = _played(capsys, script, tmp_path / "w")
    assert len(lines) >= 15
    assert set(summary["stages"]) == {stage.value for stage in Stage if stage is not Stage.PREPARATION}
    assert (summary["state"], summary["undecided"]) == ("signed_off", 0)
    answers = [line["answer"] for line in lines if line["answer"]]
    probes = [line for line in lines if line["because"]]
    assert len(probes) >= 5
    for line in probes:
        met = QUOTED.search(line["because"])
        assert met is not None, line["because"]
        assert any(met.group(1) in answer for answer in answers), line["because"]


@pytest.mark.parametrize("script", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_played_again_prints_the_same(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a new workspace the same lines are printed, but for ids."""
    first, summary = _played(capsys, script, tmp_path / "one")
    again, other = _played(capsys, script, tmp_path / "two")
    assert first == again
    assert {**summary, "review": "", "session": ""} == {**other, "review": "", "session": ""}


def test_what_was_decided_is_exported_with_who_decided_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every coding of a sealed session was decided by a person, who leaves by role and not by name."""
    [script] = [path for path in EXAMPLES if path.stem == "routine-practice"]
    _, summary = _played(capsys, script, tmp_path / "w")
    for kind in ("json", "csv"):
        out = tmp_path / f"out.{kind}"
        assert (
            run(capsys, "export", summary["review"], "--format", kind, "--out", out, "--workspace", tmp_path / "w").code
            == 0
        )
    export = ReviewExport.model_validate_json((tmp_path / "out.json").read_bytes())
    assert {coding.status.value for coding in export.codings} <= {"accepted", "changed"}
    assert {coding.decided_by.value for coding in export.codings if coding.decided_by} <= {"reviewer", "supervisor"}
    assert all(coding.decided_by and coding.decided_at for coding in export.codings)
    assert export.rejected >= 1
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(export.codings)
