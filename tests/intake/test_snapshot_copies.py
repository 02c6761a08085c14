"""Copies of snapshots in a database: deleted with them, and told of where they are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from store_given import A_CONTACT, issues

from sightline import engines
from sightline.cli import main
from sightline.engines import Limits
from sightline.intake.store import Store
from sightline.kit.problems import UserError
from sightline.tasks import snapshots as tasks

DAYS = (date(2020, 1, 31), date(2020, 2, 29), date(2026, 10, 31))


class Kept:
    """An engine whose database keeps copies of some snapshots."""

    title = "PostgreSQL"

    def __init__(self, *names: str) -> None:
        self.names, self.limits = set(names), Limits()

    def drop(self, name: str) -> bool:
        """Whether there was one."""
        there = name in self.names
        self.names.discard(name)
        return there


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workspace with a snapshot for each day."""
    store = Store(tmp_path / "snapshots")
    for day in DAYS:
        store.save("Fernshire", day, {"annex_a.contacts": A_CONTACT}, issues(), [], {}, "a test")
    return tmp_path


def ids(home: Path) -> list[str]:
    """The snapshots there are."""
    return [row.id for row in Store(home / "snapshots").list()]


def use(monkeypatch: pytest.MonkeyPatch, made: Any) -> None:
    """Let every address be that of one engine."""
    monkeypatch.setattr(engines, "engine", lambda url=None, limits=None: made)


def test_a_copy_is_deleted_with_its_snapshot(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no other copy."""
    first, second, _ = ids(home)
    kept = Kept(first, second)
    use(monkeypatch, kept)
    lines = list(tasks.deleted(str(home), first, "too old", "postgresql://db/pool"))
    assert lines == [f"Deleted {first}.", f"Its copy in the database went too: {first}."]
    assert first not in ids(home)
    assert kept.names == {second}


def test_nothing_is_deleted_where_the_database_does_not_answer(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The snapshot stays, so that both can be deleted later."""

    class Away(Kept):
        def drop(self, name: str) -> bool:
            raise UserError("PostgreSQL at db/pool cannot be used: it is away.")

    use(monkeypatch, Away())
    before = ids(home)
    with pytest.raises(UserError, match="it is away"):
        list(tasks.deleted(str(home), before[0], "too old", "postgresql://db/pool"))
    assert ids(home) == before


def test_without_a_reason_the_copy_stays_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is asked for before anything is dropped."""
    kept = Kept(ids(home)[0])
    use(monkeypatch, kept)
    with pytest.raises(UserError, match="--reason"):
        list(tasks.deleted(str(home), ids(home)[0], " ", "postgresql://db/pool"))
    assert kept.names == {ids(home)[0]}


def test_a_copy_that_may_be_left_is_told_of(home: Path) -> None:
    """Where the snapshot was shown with PostgreSQL, and the database was not named."""
    first, second, _ = ids(home)
    Store(home / "snapshots").log_read(first, "show on PostgreSQL")
    said = list(tasks.deleted(str(home), first, "too old"))
    assert said[0] == f"Deleted {first}."
    assert f"snapshots delete {first} --reason ... --engine postgresql://" in said[1]
    assert list(tasks.deleted(str(home), second, "too old")) == [f"Deleted {second}."]


def test_a_copy_that_was_left_can_still_be_dropped(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the whole id of the snapshot that is gone; another id is an error."""
    first = ids(home)[0]
    list(tasks.deleted(str(home), first, "too old"))
    kept = Kept(first)
    use(monkeypatch, kept)
    with pytest.raises(UserError, match="There is no snapshot"):
        list(tasks.deleted(str(home), "2019-01-31-0123456789ab", "too old", "postgresql://db"))
    (said,) = tasks.deleted(str(home), first, "too old", "postgresql://db")
    assert "the snapshot itself is not here" in said
    assert kept.names == set()


def test_retention_takes_copies_along(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of those that go; a dry run drops none."""
    first, second, last = ids(home)
    kept = Kept(first, last)
    use(monkeypatch, kept)
    would = tasks.retained(str(home), None, 1, None, dry_run=True, engine="postgresql://db")
    assert (would, kept.names) == (([first, second], []), {first, last})
    gone, said = tasks.retained(str(home), None, 1, None, dry_run=False, engine="postgresql://db")
    assert gone == [first, second]
    assert said == [f"Its copy in the database went too: {first}."]
    assert kept.names == {last}
    assert ids(home) == [last]


def test_an_engine_writes_only_in_the_workspace(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its temporary files go into a private folder there, and are gone afterwards."""
    limits: list[Limits] = []
    real = engines.engine

    def watched(url: str | None = None, given: Limits | None = None) -> Any:
        limits.append(given or Limits())
        return real(url, given)

    monkeypatch.setattr(engines, "engine", watched)
    (row,) = tasks.shown(str(home), "Fernshire@2026-10-31")
    assert (row["list"], row["rows"]) == ("annex_a.contacts", 2)
    assert [one.folder for one in limits] == [home / "temporary"]
    assert (home / "temporary").stat().st_mode & 0o777 == 0o700
    assert list((home / "temporary").iterdir()) == []


@pytest.mark.slow
def test_a_real_copy_is_shown_and_deleted(
    home: Path, postgres_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the commands, as a person gives them."""
    first = ids(home)[0]
    told = ["--workspace", str(home), "--engine", postgres_url]
    assert main(["snapshots", "show", first, "--format", "csv", *told]) == 0
    assert f"{first},Fernshire,2020-01-31,annex_a.contacts,2,6" in capsys.readouterr().out
    assert first in engines.engine(postgres_url).held()
    assert main(["snapshots", "delete", first, "--reason", "too old", *told]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Deleted {first}.",
        f"Its copy in the database went too: {first}.",
    ]
    assert first not in engines.engine(postgres_url).held()
    assert first not in ids(home)
