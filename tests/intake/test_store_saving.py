"""A snapshot is kept whole and private, known by its contents, found, opened and verified."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from store_given import A_CONTACT, DECEMBER, NOVEMBER, OCTOBER, contacts, hidden, issues, save

from sightline.intake.store import ManifestError, Saved, Store
from sightline.intake.store.durable import mode_of
from sightline.kit.problems import UserError

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "snapshots")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "Annex A.csv"
    path.write_bytes(b"Child Unique ID\r\nC1\r\n")
    return path


def test_what_is_saved_is_read_back(store: Store, source: Path) -> None:
    saved = save(
        store,
        authority="Leeds City Council",
        issues=issues(("F01", "contacts", 2)),
        sources=[source],
        summary={"rules": ["F01"], "asked": OCTOBER},
    )
    assert (saved.authority, saved.urn, saved.new) == ("Leeds", "80481", True)
    assert saved.path == store.root / "leeds" / saved.id
    assert saved.id.startswith("2026-10-31-")
    snapshot = store.open(saved.id)
    assert snapshot.table("annex_a.contacts").equals(A_CONTACT)
    assert snapshot.issues().to_pylist()[0]["rule"] == "F01"
    assert [path.read_bytes() for path in snapshot.sources] == [b"Child Unique ID\r\nC1\r\n"]
    said = snapshot.manifest
    assert (said.as_at, said.authority, said.made_with) == (OCTOBER, "Leeds", "1.0")
    assert said.summary == {"rules": ["F01"], "asked": "2026-10-31"}
    assert said.loaded_at.utcoffset() == timedelta(0)
    assert said.rows == 2


def test_the_manifest_tells_of_every_file(store: Store, source: Path) -> None:
    saved = save(store, sources=[source])
    said = json.loads((saved.path / "manifest.json").read_text(encoding="utf-8"))
    assert said["format"] == 1
    files = {one["path"]: one for one in said["files"]}
    assert sorted(files) == [
        "issues.parquet",
        "lists/annex_a.contacts.parquet",
        "sources/Annex A.csv",
    ]
    for path, one in files.items():
        data = (saved.path / path).read_bytes()
        assert one["sha256"] == hashlib.sha256(data).hexdigest()
        assert one["bytes"] == len(data)
    assert files["lists/annex_a.contacts.parquet"]["rows"] == 2
    assert files["sources/Annex A.csv"]["name"] == "Annex A.csv"


@posix
def test_nothing_of_it_may_be_written_or_opened_by_others(store: Store, source: Path) -> None:
    saved = save(store, sources=[source])
    modes = {path.relative_to(saved.path).as_posix(): mode_of(path) for path in _all(saved.path)}
    assert modes == {
        ".": 0o500,
        "lists": 0o500,
        "sources": 0o500,
        "manifest.json": 0o400,
        "issues.parquet": 0o400,
        "lists/annex_a.contacts.parquet": 0o400,
        "sources/Annex A.csv": 0o400,
    }
    assert mode_of(store.root) == mode_of(store.root / "leeds") == 0o700


def _all(folder: Path) -> list[Path]:
    return [folder, *folder.rglob("*")]


def test_the_same_files_again_are_there_already(store: Store, source: Path) -> None:
    first = save(store, sources=[source], issues=issues())
    # What comes of comparing with the load before may differ; so does what the schema carries.
    other = A_CONTACT.replace_schema_metadata({"loaded": "later"})
    again = save(
        store,
        authority="leeds",
        tables={"annex_a.contacts": other},
        sources=[source],
        issues=issues(("S10", "contacts", None)),
        summary={"other": 1},
    )
    assert (again.id, again.path, again.new) == (first.id, first.path, False)
    assert len(store.list()) == 1
    assert store.open(first.id).issues().num_rows == 0
    assert hidden(store.root) == []


def test_other_data_source_day_authority_or_sightline_is_another_snapshot(
    store: Store, source: Path
) -> None:
    renamed = source.with_name("Annex A corrected.csv")
    renamed.write_bytes(source.read_bytes())
    saved = [
        save(store, sources=[source]),
        save(store, sources=[renamed]),
        save(store, sources=[]),
        save(store, NOVEMBER, sources=[source]),
        save(store, sources=[source], authority="Hull"),
        save(store, sources=[source], made_with="1.1"),
        save(store, sources=[source], tables={"annex_a.contacts": contacts(("C1", None, None))}),
        save(store, sources=[source], tables={"annex_a.referrals": A_CONTACT}),
    ]
    assert all(one.new for one in saved)
    assert len({one.id for one in saved}) == 8
    assert store.verify() == []


def test_the_newest_load_of_a_day_is_current_and_all_are_kept(store: Store, source: Path) -> None:
    first = save(store)
    corrected = save(store, sources=[source])
    assert [(row.id, row.current) for row in store.list()] == [
        (first.id, False),
        (corrected.id, True),
    ]
    assert store.find("Leeds").id == corrected.id
    assert store.find(first.id).id == first.id


def test_two_sources_of_one_name_are_both_kept(store: Store, tmp_path: Path) -> None:
    given = []
    for folder, name in [("a", "List 1.csv"), ("b", "list 1.csv"), ("c", "List 1.csv")]:
        (tmp_path / folder).mkdir()
        given.append(tmp_path / folder / name)
        given[-1].write_text(folder, encoding="utf-8")
    saved = save(store, sources=[*given, given[0]])
    kept = {path.name: path.read_text(encoding="utf-8") for path in store.open(saved.id).sources}
    assert kept == {"List 1.csv": "a", "list 1 (2).csv": "b", "List 1 (3).csv": "c"}


def test_a_load_with_no_list_or_no_such_source_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no list to be kept"):
        save(store, tables={})
    with pytest.raises(UserError, match=r"Annex B\.csv is not a file"):
        save(store, sources=[tmp_path / "Annex B.csv"])
    with pytest.raises(ValueError, match="does not name a list"):
        save(store, tables={"../contacts": A_CONTACT})
    assert not store.root.exists()


def test_an_authority_that_the_register_lacks_keeps_its_name(store: Store) -> None:
    saved = save(store, authority="Sample  Shire")
    assert (saved.authority, saved.urn, saved.path.parent.name) == (
        "Sample Shire",
        "",
        "sample-shire",
    )
    assert store.find("sample shire").id == saved.id


@pytest.mark.parametrize(
    ("name", "told"), [(" ", "Whose data is it"), ("Achieving for Children", "Kingston .* or ")]
)
def test_a_name_that_means_none_or_several_is_refused(store: Store, name: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        save(store, authority=name)


def test_the_day_chooses_between_an_old_authority_and_a_new_one(store: Store) -> None:
    saved = save(store, date(2018, 1, 1), authority="Northamptonshire County Council")
    assert saved.authority == "Northamptonshire"
    assert store.find("Northamptonshire@2018-01-01").id == saved.id


class TestFinding:
    """A person says which snapshot in few words, and is never guessed at."""

    @pytest.fixture
    def saved(self, store: Store) -> dict[str, Saved]:
        return {
            "leeds october": save(store),
            "leeds november": save(store, NOVEMBER),
            "hull december": save(store, DECEMBER, authority="Hull"),
        }

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Leeds", "leeds november"),
            ("leeds city council", "leeds november"),
            ("Leeds@2026-10-31", "leeds october"),
            ("2026-10", "leeds october"),
            ("Kingston upon Hull", "hull december"),
        ],
    )
    def test_found(self, store: Store, saved: dict[str, Saved], text: str, expected: str) -> None:
        assert store.find(text).id == saved[expected].id

    def test_latest_is_of_the_one_authority(self, store: Store) -> None:
        save(store)
        latest = save(store, NOVEMBER)
        assert store.find("latest").id == latest.id

    def test_latest_of_two_authorities_lists_both(
        self, store: Store, saved: dict[str, Saved]
    ) -> None:
        with pytest.raises(UserError) as told:
            store.find("latest")
        assert saved["leeds november"].id in str(told.value)
        assert saved["hull december"].id in str(told.value)
        assert saved["leeds october"].id not in str(told.value)

    def test_a_prefix_of_several_lists_them(self, store: Store, saved: dict[str, Saved]) -> None:
        with pytest.raises(UserError, match=r"'2026-1' can mean .* Say which"):
            store.find("2026-1")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("2025", "no snapshot '2025'. There are "),
            ("Bristol", "no snapshot 'Bristol'"),
            ("Leeds@2026-09-30", "no snapshot"),
            ("Leeds@September", "not a date"),
            ("", "Which snapshot"),
        ],
    )
    def test_not_found(self, store: Store, saved: dict[str, Saved], text: str, told: str) -> None:
        with pytest.raises(UserError, match=told):
            store.find(text)

    def test_an_empty_store_says_so(self, store: Store) -> None:
        assert store.list() == []
        assert store.verify() == []
        with pytest.raises(UserError, match="None has been loaded"):
            store.find("latest")

    def test_open_wants_the_whole_id(self, store: Store, saved: dict[str, Saved]) -> None:
        with pytest.raises(UserError, match="There is no snapshot 2026-10-31"):
            store.open("2026-10-31")

    def test_the_list_of_one_authority(self, store: Store, saved: dict[str, Saved]) -> None:
        assert [row.id for row in store.list("Leeds")] == [
            saved["leeds october"].id,
            saved["leeds november"].id,
        ]
        first = store.list("Leeds")[0]
        assert (first.authority, first.as_at, first.lists, first.rows) == ("Leeds", OCTOBER, 1, 2)

    def test_a_partial_one_is_nowhere(self, store: Store, saved: dict[str, Saved]) -> None:
        shutil.copytree(saved["leeds october"].path, store.root / "leeds" / ".partial-0123")
        assert len(store.list()) == 3
        assert store.verify() == []
        save(store, DECEMBER)
        assert hidden(store.root) == []


def test_a_list_that_is_not_there_is_named_with_those_that_are(store: Store) -> None:
    with pytest.raises(UserError, match=r"no list annex_a\.adoption\. .*: annex_a\.contacts\."):
        store.open(save(store).id).table("annex_a.adoption")


LIST = "lists/annex_a.contacts.parquet"


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(bytes(data))
    path.chmod(0o400)


def _edit(path: Path, old: str, new: str) -> None:
    path.chmod(0o600)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    path.chmod(0o400)


def _unlink(path: Path) -> None:
    path.parent.chmod(0o700)
    path.unlink()
    path.parent.chmod(0o500)


def _add(path: Path) -> None:
    path.parent.chmod(0o700)
    path.write_bytes(b"")
    path.chmod(0o400)
    path.parent.chmod(0o500)


def _link(path: Path) -> None:
    path.parent.chmod(0o700)
    elsewhere = path.parents[3] / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    path.parent.chmod(0o500)


def _open_up(folder: Path) -> None:
    for path in _all(folder):
        path.chmod(0o755 if path.is_dir() else 0o444)


TAMPERING: dict[str, tuple[Callable[[Path], None], list[str], str]] = {
    "a list is missing": (lambda s: _unlink(s / LIST), ["missing"], LIST),
    "a bit of a list is changed": (lambda s: _flip(s / LIST), ["changed"], LIST),
    "a bit of the issues is changed": (
        lambda s: _flip(s / "issues.parquet"), ["changed"], "issues.parquet",
    ),
    "a source is longer": (
        lambda s: _edit(s / "sources/Annex A.csv", "C1", "C10"), ["changed"], "sources/Annex A.csv",
    ),
    "a list is a link": (lambda s: _link(s / LIST), ["missing"], LIST),
    "a file is added": (lambda s: _add(s / "sources/more.csv"), ["extra"], "sources/more.csv"),
    "a hidden file is added": (lambda s: _add(s / ".more"), ["extra"], ".more"),
    "the manifest is missing": (
        lambda s: _unlink(s / "manifest.json"), ["manifest"], "manifest.json cannot be opened",
    ),
    "the manifest is no JSON": (
        lambda s: _edit(s / "manifest.json", "{", "["), ["manifest"], "cannot be read",
    ),
    "the manifest is a list": (
        lambda s: _edit(s / "manifest.json", (s / "manifest.json").read_text(), "[]"),
        ["manifest"],
        "cannot be read",
    ),
    "the manifest says other": (
        lambda s: _edit(s / "manifest.json", '"Leeds"', '"Leads"'), ["manifest"], "changed",
    ),
    "the manifest is of a later format": (
        lambda s: _edit(s / "manifest.json", '"format": 1', '"format": 2'),
        ["manifest"],
        "format 2, and this Sightline reads 1",
    ),
    "a file may be written": (lambda s: (s / LIST).chmod(0o644), ["permissions"], f"{LIST} may"),
    "all may be read by others": (
        lambda s: _open_up(s),
        ["permissions"],
        "its folder and 6 more may",
    ),
}  # fmt: skip


@posix
@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found(store: Store, source: Path, what: str) -> None:
    tamper, codes, told = TAMPERING[what]
    saved = save(store, sources=[source])
    other = save(store, NOVEMBER)
    assert store.verify() == []
    tamper(saved.path)
    found = store.verify()
    assert [problem.code for problem in found] == codes
    assert told in found[0].message
    assert saved.id in found[0].message
    assert found[0].remedy
    assert list(store.verify(saved.id)) == list(found)
    assert store.verify(other.id) == []
    if codes == ["manifest"]:
        with pytest.raises(ManifestError, match=saved.id):
            store.open(saved.id).table("annex_a.contacts")
        row = next(row for row in store.list() if row.id == saved.id)
        assert told in row.problem
        assert (row.as_at, row.current) == (OCTOBER, False)


def test_a_manifest_of_another_snapshot_is_found(store: Store) -> None:
    first, second = save(store), save(store, NOVEMBER)
    swapped = first.path / "manifest.json"
    _edit(swapped, swapped.read_text(), (second.path / "manifest.json").read_text())
    found = store.verify()
    assert [problem.code for problem in found] == ["manifest"]
    assert f"is that of {second.id}" in found[0].message


def test_a_snapshot_moved_to_another_authority_is_found(store: Store) -> None:
    saved = save(store)
    (store.root / "hull").mkdir()
    saved.path.chmod(0o700)
    moved = saved.path.rename(store.root / "hull" / saved.id)
    moved.chmod(0o500)
    assert [problem.code for problem in store.verify()] == ["manifest"]


def test_what_is_no_snapshot_is_told(store: Store) -> None:
    save(store)
    (store.root / "leeds" / "notes.txt").write_text("", encoding="utf-8")
    assert [(p.code, "leeds/notes.txt" in p.message) for p in store.verify()] == [("extra", True)]


def test_a_list_cut_short_is_not_read(store: Store) -> None:
    saved = save(store)
    path = saved.path / LIST
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(UserError, match=r"is damaged: lists/annex_a\.contacts\.parquet"):
        store.open(saved.id).table("annex_a.contacts")


def test_a_damaged_snapshot_is_not_taken_for_the_same_data(store: Store) -> None:
    saved = save(store)
    _flip(saved.path / LIST)
    with pytest.raises(UserError, match=f"loaded before, as snapshot {saved.id}, which is damaged"):
        save(store)
    store.delete(saved.id, "damaged")
    assert save(store).new
    assert store.verify() == []


def test_every_type_of_a_standard_is_read_back(store: Store) -> None:
    from datetime import datetime

    table = pa.table(
        {
            "child_id": pa.array(["C1", None]),
            "day": pa.array([OCTOBER, None], pa.date32()),
            "moment": pa.array([datetime(2026, 10, 31, 9, 5), None], pa.timestamp("us")),
            "count": pa.array([3, None], pa.int64()),
            "number": pa.array([0.1, None], pa.float64()),
            "nothing": pa.nulls(2),
            "code": pa.array(["a", None]).dictionary_encode(),
        }
    )
    saved = save(store, tables={"annex_a.contacts": table})
    assert store.open(saved.id).table("annex_a.contacts").equals(table)
