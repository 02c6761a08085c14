"""Issues that were looked at and accepted: marked, never taken away, and only until their day."""

from __future__ import annotations

from datetime import date

import pytest
from intake_grids import AS_AT, contact, headings, workbook

from sightline.intake.accepted import accept, decisions, mark_accepted
from sightline.intake.checking import check_files
from sightline.intake.issues import counts
from sightline.kit.problems import UserError


@pytest.fixture
def issues(tmp_path):
    """Two children with a gender that is no code."""
    rows = [headings("contacts"), contact("A1", gender="?"), contact("A2", gender="?")]
    return check_files([workbook(tmp_path / "a.xlsx", {"List 1": rows})], AS_AT).issues


def marked(issues, tmp_path, as_at=AS_AT, **which):
    """The children whose issue is accepted."""
    accept(tmp_path / "records", "F02", "known", date(2026, 12, 31), **which)
    found = mark_accepted(issues, list(decisions(tmp_path / "records")), as_at)
    assert len(found) == len(issues)
    return [r["child_id"] for r in found.to_pylist() if r["severity"] == "accepted"]


def test_a_rule_is_switched_off_or_one_child_is_accepted(issues, tmp_path):
    """Without a child it is all of them."""
    assert marked(issues, tmp_path / "1", child_id="A1") == ["A1"]
    assert marked(issues, tmp_path / "2") == ["A1", "A2"]
    assert marked(issues, tmp_path / "3", value="?") == ["A1", "A2"]
    assert marked(issues, tmp_path / "4", value="x") == []
    assert marked(issues, tmp_path / "5", list_key="referrals") == []


def test_it_ends_on_its_day(issues, tmp_path):
    """The last day counts."""
    assert marked(issues, tmp_path / "1", date(2026, 12, 31)) == ["A1", "A2"]
    assert marked(issues, tmp_path / "2", date(2027, 1, 1)) == []


def test_what_is_accepted_is_told_and_counted(issues, tmp_path):
    """By whom, until when, and why."""
    accept(tmp_path, "F02", "asked the school", date(2026, 12, 31), child_id="A1")
    found = mark_accepted(issues, list(decisions(tmp_path)), AS_AT)
    assert (counts(found)["accepted"], counts(found)["error"]) == (1, 1)
    said = next(r["message"] for r in found.to_pylist() if r["severity"] == "accepted")
    assert said.endswith("until 2026-12-31: asked the school")


def test_a_rule_that_there_is_not_and_a_reason_that_is_blank(tmp_path):
    """Both are refused."""
    with pytest.raises(UserError, match="no rule Z99"):
        accept(tmp_path, "Z99", "why", date(2026, 12, 31))
    with pytest.raises(UserError, match="Say why"):
        accept(tmp_path, "F02", " ", date(2026, 12, 31))
