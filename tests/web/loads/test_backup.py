"""Backups: equal when they are restored, and refused when they are not whole."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from sightline.intake.store import Store
from sightline.kit.problems import UserError
from sightline.web.loads.backup import backup
from sightline.web.loads.models import Compared, Job
from sightline.web.loads.restore import restore
from sightline.web.people.models import Person
from sightline.web.trail.models import Entry

pytestmark = pytest.mark.django_db
ADDED = ["--email", "a@example.org", "--first-name", "Ada", "--last-name", "Admin"]


def _copied_in_memory(path: Path) -> None:
    """The tests' database is in memory, in a transaction that SQLite's own copy would wait for."""
    path.write_bytes(connection.connection.serialize())


@pytest.fixture
def full(two_loads: Any, site: Path, person: Any, monkeypatch: Any) -> Path:
    """A workspace with a bit of everything."""
    monkeypatch.setattr("sightline.web.loads.backup._copied", _copied_in_memory)
    person("analyst", username="ana")
    Job.objects.create(kind="publish", by="ana", what={"snapshot": two_loads[1]}, state="done")
    Compared.objects.create(before=two_loads[0], after=two_loads[1])
    Entry.objects.create(person="ana", action="read", about="a load")
    for name, data in {
        "records/reference.key": b"00",
        "records/secret.key": b"s",
        "records/incoming/half": b"x",
        "records/.accepted.jsonl.lock": b"",
        "records/records.sqlite3-wal": b"w",
        "library/letter.pdf": b"%PDF" * 100,
        "published/one/working.sqlite": b"p",
        "static/site.css": b"c",
        "measures.toml": b"[x]",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    (site / "library" / "link").symlink_to("/etc/passwd")
    return site


def files(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def tables(cursor: Any) -> dict[str, list[Any]]:
    names = [
        r[0]
        for r in cursor.execute("select name from sqlite_master where type = 'table'").fetchall()
    ]
    return {n: sorted(map(repr, cursor.execute(f'select * from "{n}"').fetchall())) for n in names}


def test_what_is_restored_is_equal(full: Path, tmp_path_factory: Any) -> None:
    target = tmp_path_factory.mktemp("elsewhere")
    made = backup(target / "b.tar.gz")
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert made.database == "sqlite"
    into = target / "new"
    done = restore(made.path, into)
    assert done.files == made.files
    before, after = files(full), files(into)
    left_out = {
        "records/incoming/half", "records/.accepted.jsonl.lock", "records/records.sqlite3-wal",
        "published/one/working.sqlite", "static/site.css", "snapshots/.lock",
    }  # fmt: skip
    assert set(before) - set(after) == left_out
    assert set(after) - set(before) == {"records/records.sqlite3"}
    assert all(after[name][0] == before[name][0] for name in set(before) & set(after))
    assert after["records/records.sqlite3"][1] == 0o600
    assert Store(into / "snapshots").verify() == []  # hashes and permissions
    restored = sqlite3.connect(
        into / "records" / "records.sqlite3",
        detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES,  # as Django does
    )
    with connection.cursor() as cursor, closing(restored) as new:
        old = tables(cursor)
        assert tables(new) == old
    assert len(old["people_person"]) == 1
    assert len(old["loads_job"]) == 1
    assert [p.name for p in into.iterdir() if p.name.startswith(".")] == []


def test_what_pages_read_is_in_it_if_asked_for(full: Path, tmp_path_factory: Any) -> None:
    target = tmp_path_factory.mktemp("elsewhere")
    backup(target / "b.tar.gz", with_published=True)
    restore(target / "b.tar.gz", target / "new")
    assert (target / "new" / "published" / "one" / "working.sqlite").read_bytes() == b"p"


def test_a_workspace_that_has_anything_is_left_alone(full: Path, tmp_path_factory: Any) -> None:
    target = tmp_path_factory.mktemp("elsewhere")
    backup(target / "b.tar.gz")
    new = target / "new"
    (new / "records" / "incoming").mkdir(parents=True)
    (new / "records" / "secret.key").write_text("made by starting")
    (new / "library").mkdir()
    with pytest.raises(UserError, match="not empty: it has library"):
        restore(target / "b.tar.gz", new)
    (new / "library").rmdir()
    restore(target / "b.tar.gz", new)
    assert (new / "records" / "secret.key").read_text() == "s"


def rewritten(path: Path, change: Any) -> None:
    """The same backup with some members changed: a list of names and bytes."""
    with tarfile.open(path) as tar:
        members = [(one, tar.extractfile(one).read() if one.isfile() else None) for one in tar]  # type: ignore[union-attr]
    with tarfile.open(path, "w:gz") as tar:
        for one, data in change(members):
            one.size = len(data or b"")
            tar.addfile(one, io.BytesIO(data or b""))


def altered(name: str, data: bytes) -> Any:
    return lambda members: [(m, data if m.name == name else d) for m, d in members]


def added(name: str, kind: bytes = tarfile.REGTYPE) -> Any:
    extra = tarfile.TarInfo(name)
    extra.type, extra.linkname = kind, "/etc/passwd"
    return lambda members: [*members, (extra, b"x" if kind == tarfile.REGTYPE else None)]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (altered("workspace/library/letter.pdf", b"%PDF!"), "library/letter.pdf has changed"),
        (lambda ms: [m for m in ms if not m[0].name.endswith(".toml")], "measures.toml is missing"),
        (lambda ms: ms[:-1], "is not a backup"),
        (added("workspace/more"), "of which it says nothing"),
        (added("../outside"), "would go outside"),
        (added("workspace/../../outside"), "would go outside"),
        (added("/tmp/outside"), "would go outside"),
        (added("workspace/link", tarfile.SYMTYPE), "would go outside"),
    ],
)
def test_a_backup_that_is_not_as_it_was_is_refused(
    full: Path, tmp_path_factory: Any, change: Any, why: str
) -> None:
    target = tmp_path_factory.mktemp("elsewhere")
    path = backup(target / "b.tar.gz").path
    rewritten(path, change)
    with pytest.raises(UserError, match=why):
        restore(path, target / "new")
    assert list((target / "new").iterdir()) == []
    assert not (target / "outside").exists()


def test_a_backup_that_was_cut_short_is_refused(full: Path, tmp_path_factory: Any) -> None:
    target = tmp_path_factory.mktemp("elsewhere")
    path = backup(target / "b.tar.gz").path
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(UserError, match="not a backup of Sightline, or was cut short"):
        restore(path, target / "new")


def test_a_backup_takes_no_other_files_place(full: Path, tmp_path_factory: Any) -> None:
    path = tmp_path_factory.mktemp("elsewhere") / "b.tar.gz"
    path.write_text("mine")
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", str(path))
    assert path.read_text() == "mine"


def test_the_manifest_names_each_file_with_its_hash(full: Path, tmp_path_factory: Any) -> None:
    import hashlib

    path = backup(tmp_path_factory.mktemp("elsewhere") / "b.tar.gz").path
    with tarfile.open(path) as tar:
        said = json.load(tar.extractfile("backup.json"))  # type: ignore[arg-type]
    letter = next(k for k in said["kept"] if k["path"] == "workspace/library/letter.pdf")
    assert letter["sha256"] == hashlib.sha256(b"%PDF" * 100).hexdigest()
    assert letter["size"] == 400


def test_the_first_administrator_is_added_with_a_password_that_is_typed(
    db: None, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a very long password\n"))
    call_command("add_person", "ada", "--role", "administrator", *ADDED)
    ada = Person.objects.get()
    assert ada.check_password("a very long password")
    assert (ada.role, ada.name) == ("administrator", "Ada Admin")
    assert "can sign in as ada" in capsys.readouterr().out
    assert Entry.objects.get().about == "account ada"


@pytest.mark.parametrize(
    ("typed", "more", "why"),
    [
        ("short\n", [], "password"),
        ("", [], "Give a password"),
        ("x\n", ["--role", "inspector", "--no-password"], "last day"),
    ],
)
def test_what_is_not_sound_is_refused(
    db: None, monkeypatch: Any, typed: str, more: list[str], why: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    role = [] if more else ["--role", "administrator"]
    with pytest.raises(CommandError, match=why):
        call_command("add_person", "ada", *role, *more, *ADDED)
    assert not Person.objects.exists()
