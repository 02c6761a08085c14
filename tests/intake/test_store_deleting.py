"""Snapshots are deleted by command and on the record; trends and reads are told of."""

from __future__ import annotations

import errno
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from store_given import (
    A_CONTACT,
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    contacts,
    hidden,
    issues,
    save,
)

from sightline.intake.store import Store, durable, records
from sightline.kit.problems import UserError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "snapshots")


def test_a_deletion_is_on_the_record(store: Store) -> None:
    saved, other = save(store), save(store, NOVEMBER)
    manifest = hashlib.sha256((saved.path / "manifest.json").read_bytes()).hexdigest()
    store.delete(saved.id, " Kept too long ", by="A. Manager")
    assert [row.id for row in store.list()] == [other.id]
    assert not saved.path.exists()
    assert hidden(store.root) == []
    intended, done = store.deletions()
    at = intended.pop("at")
    assert at.endswith("+00:00")
    assert intended == {
        "what": "intended",
        "id": saved.id,
        "folder": "leeds",
        "authority": "Leeds",
        "urn": "80481",
        "as_at": "2026-10-31",
        "manifest_sha256": manifest,
        "by": "A. Manager",
        "reason": "Kept too long",
    }
    assert (done["what"], done["id"]) == ("done", saved.id)
    assert done["at"] >= at
    assert store.verify() == []


def test_the_record_tells_of_no_child(store: Store) -> None:
    saved = save(store, tables={"annex_a.contacts": contacts(("SECRET-7", "2026-10-01", "1A"))})
    store.delete(saved.id, "old")
    left = b"".join(path.read_bytes() for path in store.root.rglob("*") if path.is_file())
    assert b"SECRET-7" not in left
    assert saved.id.encode() in left


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_asked_for(store: Store, reason: str) -> None:
    saved = save(store)
    with pytest.raises(UserError, match="--reason"):
        store.delete(saved.id, reason)
    assert store.open(saved.id).keys == ["annex_a.contacts"]


def test_what_is_not_there_is_not_deleted(store: Store) -> None:
    saved = save(store)
    for text in ("latest", "Leeds", saved.id[:-1]):
        with pytest.raises(UserError, match="There is no snapshot"):
            store.delete(text, "old")
    assert list(store.deletions()) == []


# At which steps of a deletion it is stopped, and whether the snapshot is still to be seen.
STEPS = {
    "deletion recorded": True,
    "deletion hidden": False,
    "deletion made": False,
    "deletion done": False,
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("next_run", ["save", "delete", "retain"])
def test_a_deletion_that_was_stopped_is_finished(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: str, next_run: str
) -> None:
    saved, other, third = save(store), save(store, NOVEMBER), save(store, DECEMBER)

    def stop(now: str) -> None:
        if now == step:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(durable, "reached", stop)
        with pytest.raises(KeyboardInterrupt):
            store.delete(saved.id, "old")
    assert (saved.id in [row.id for row in store.list()]) is STEPS[step]
    assert store.verify() == []
    if next_run == "save":
        assert save(store).new  # the same data: it is deleted first, then kept anew
    elif next_run == "delete":
        store.delete(other.id, "old too")
    else:
        assert [r.id for r in store.retain(keep_last=1)] == [other.id]
    assert hidden(store.root) == []
    what = [(record["what"], record["id"]) for record in store.deletions()]
    assert what[:2] == [("intended", saved.id), ("done", saved.id)]
    assert len(what) == (2 if next_run == "save" else 4)
    expected = {saved.id, other.id} if next_run == "save" else set()
    assert {row.id for row in store.list()} == {third.id, *expected}
    assert store.verify() == []


def test_a_folder_half_removed_is_taken_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = save(store)

    def removes_half(folder: Path) -> None:
        folder.chmod(0o700)
        (folder / "manifest.json").unlink()
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(durable, "remove_tree", removes_half)
        with pytest.raises(UserError, match="was stopped: Input/output error"):
            store.delete(saved.id, "old")
    assert store.list() == []
    assert len(hidden(store.root)) == 1
    assert save(store).new
    assert hidden(store.root) == []
    assert [record["what"] for record in store.deletions()] == ["intended", "done"]


def test_a_line_that_was_torn_is_left_and_the_next_is_whole(store: Store) -> None:
    saved = save(store)
    record = store.root / "deletions.jsonl"
    record.write_text('{"what": "intended", "id": "2026', encoding="utf-8")
    store.delete(saved.id, "old")
    assert [one["what"] for one in store.deletions()] == ["intended", "done"]
    assert record.read_text(encoding="utf-8").startswith('{"what": "intended", "id": "2026\n')


def test_a_record_that_was_meddled_with_removes_nothing_else(store: Store, tmp_path: Path) -> None:
    saved = save(store)
    precious = tmp_path / "precious"
    precious.mkdir()
    (store.root / "deletions.jsonl").write_text(
        json.dumps({"what": "intended", "id": "precious", "folder": ".."})
        + "\n[1]\n"
        + json.dumps({"what": "intended", "id": saved.id, "folder": "../snapshots/leeds"})
        + "\n",
        encoding="utf-8",
    )
    save(store, NOVEMBER)
    assert precious.exists()
    assert store.open(saved.id).keys == ["annex_a.contacts"]


def test_a_link_inside_is_removed_and_not_followed(store: Store, tmp_path: Path) -> None:
    saved = save(store)
    precious = tmp_path / "precious"
    precious.mkdir(mode=0o750)
    (precious / "file").write_text("kept", encoding="utf-8")
    saved.path.chmod(0o700)
    (saved.path / "link").symlink_to(precious)
    store.delete(saved.id, "old")
    assert (precious / "file").read_text(encoding="utf-8") == "kept"
    assert durable.mode_of(precious) == 0o750


class TestRetention:
    """What is too old goes; a corrected load stays as long as its day."""

    @pytest.fixture
    def saved(self, store: Store) -> dict[str, str]:
        def month(number: int, authority: str = "Leeds", made_with: str = "1.0") -> str:
            day = date(2026, number, 28)
            return save(store, day, authority=authority, made_with=made_with).id

        return {
            "july": month(7),
            "july corrected": month(7, made_with="1.1"),
            "august": month(8),
            "september": month(9),
            "hull july": month(7, "Hull"),
        }

    @pytest.mark.parametrize(
        ("keep_months", "keep_last", "gone"),
        [
            # Two months before 28 October is 28 August: that day itself is kept.
            (2, None, ["july", "july corrected", "hull july"]),
            (3, None, []),
            (None, 2, ["july", "july corrected"]),
            (None, 1, ["july", "july corrected", "august"]),
            (2, 1, ["july", "july corrected"]),
            (1, 3, []),
        ],
    )
    def test_what_goes(
        self,
        store: Store,
        saved: dict[str, str],
        keep_months: int | None,
        keep_last: int | None,
        gone: list[str],
    ) -> None:
        today = date(2026, 10, 28)
        expected = {saved[name] for name in gone}
        for dry_run in (True, False):
            found = store.retain(keep_months, keep_last, dry_run=dry_run, today=today)
            assert {row.id for row in found} == expected
            left = set(saved.values()) - (set() if dry_run else expected)
            assert {row.id for row in store.list()} == left
        assert {one["id"] for one in store.deletions()} == expected
        assert store.verify() == []

    def test_of_one_authority(self, store: Store, saved: dict[str, str]) -> None:
        gone = store.retain(keep_months=1, authority="Hull", today=date(2027, 1, 1), by="B")
        assert [row.id for row in gone] == [saved["hull july"]]
        record = next(store.deletions())
        assert record["reason"] == "Retention keeps those of the last 1 months."
        assert record["by"] == "B"

    @pytest.mark.parametrize("rule", [{}, {"keep_months": 0}, {"keep_last": -1}])
    def test_a_rule_that_keeps_nothing_is_refused(
        self, store: Store, saved: dict[str, str], rule: dict[str, Any]
    ) -> None:
        with pytest.raises(UserError, match="to keep"):
            store.retain(**rule)
        assert len(store.list()) == 5


class TestTrend:
    """Issues by rule and list over time, and the share of rows; not looked is not clean."""

    def test_worked_by_hand(self, store: Store) -> None:
        four = contacts(*[(f"C{n}", "2026-10-01", "1A") for n in range(4)])
        save(
            store,
            tables={"annex_a.contacts": four},
            # Two issues on row 2 and one on row 3: two of four rows.
            issues=issues(("F01", "contacts", 2), ("F01", "contacts", 2), ("F01", "contacts", 3)),
            summary={"rules": ["F01", "F02"]},
        )
        save(store, NOVEMBER, issues=issues(("F02", "contacts", 2)), made_with="0.9")
        corrected = save(
            store,
            NOVEMBER,
            issues=issues(("F02", "contacts", 2), ("S01", "adoption", None)),
            summary={"rules": ["F01", "F02", "S01"]},
        )
        rows = store.trend("Leeds City Council")
        said = [
            (r.as_at.month, r.rule, r.list, r.issues, r.rows_with_issue, r.rows, r.share)
            for r in rows
        ]
        assert said == [
            (10, "F01", "contacts", 3, 2, 4, 0.5),
            (10, "F02", "contacts", 0, 0, 4, 0.0),
            (11, "F01", "contacts", 0, 0, 2, 0.0),
            (11, "F02", "contacts", 1, 1, 2, 0.5),
            (11, "S01", "adoption", 1, 0, None, None),
        ]
        assert rows[-1].snapshot == corrected.id

    def test_a_load_that_does_not_say_its_rules_is_judged_by_its_sightline(
        self, store: Store
    ) -> None:
        save(store, issues=issues(("F01", "annex_a.contacts", 2)), made_with="1.0")
        save(store, NOVEMBER, made_with="1.0")
        save(store, DECEMBER, made_with="0.9")  # it may not have known the rule
        said = [(r.as_at.month, r.issues, r.rows) for r in store.trend("Leeds")]
        assert said == [(10, 1, 2), (11, 0, 2)]

    def test_a_list_that_was_not_given_is_not_clean(self, store: Store) -> None:
        save(store, issues=issues(("F01", "contacts", 2)))
        save(store, NOVEMBER, tables={"annex_a.referrals": A_CONTACT})
        assert [r.as_at for r in store.trend("Leeds")] == [OCTOBER]

    def test_of_an_authority_without_snapshots(self, store: Store) -> None:
        save(store)
        assert list(store.trend("Hull")) == []


def test_reads_are_told_of(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sightline.intake.store.store.user", lambda: "analyst")
    saved = save(store)
    store.log_read(saved.id, "pack: readiness")
    store.log_read(saved.id, "compare\nwith the last")
    first, second = store.reads()
    assert (first["by"], first["id"], first["what"]) == ("analyst", saved.id, "pack: readiness")
    assert first["at"].endswith("+00:00")
    assert second["what"] == "compare\nwith the last"
    assert len((store.root / "reads.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert durable.mode_of(store.root / "reads.jsonl") == 0o600
    with pytest.raises(ValueError, match="not the id"):
        store.log_read("C1", "a child")


def test_a_user_without_a_name_is_told_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4321")

    monkeypatch.setattr(records.getpass, "getuser", nameless)
    monkeypatch.setattr(records.os, "getuid", lambda: 4321)
    assert records.user() == "user 4321"
