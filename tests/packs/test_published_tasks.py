"""Publishing a workspace: made once, made again where something changed, gone with its snapshot."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sightline.cli import main
from sightline.kit.problems import UserError
from sightline.measures import library
from sightline.measures.declare import Measure
from sightline.packs.practice import gather
from sightline.packs.published.history import keep_history, read_history
from sightline.tasks import publish as tasks
from sightline.tasks import report as reports
from sightline.tasks.measures import Asking
from sightline.tasks.snapshots import load, store
from sightline.tasks.synthesizing import synthesize

DAYS = (date(2026, 9, 30), date(2026, 10, 31))
MADE_ON = date(2026, 11, 3)
FEW = ("AS02", "CP11", "FD01")


def asking(folder: Path, snapshot: str | None = None) -> Asking:
    """The workspace's data, on the engine that is there."""
    return Asking(str(folder), snapshot, (), None, "", None, ())


@pytest.fixture(scope="module")
def loads(tmp_path_factory: pytest.TempPathFactory) -> dict[date, list[str]]:
    """Files of a small authority as at two days."""
    folder = tmp_path_factory.mktemp("files")
    made = {}
    for day in DAYS:
        out = folder / day.isoformat()
        list(synthesize("annex_a", 60, day, 3, 0, DAYS[-1], (), str(out), None))
        made[day] = [str(path) for path in sorted(out.iterdir())]
    return made


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three measures, no breakdown, in this process alone: what is asked is not what is tested."""
    measures: tuple[Measure, ...] = tuple(m for m in library.all_measures() if m.id in FEW)
    for module in (library, gather):
        monkeypatch.setattr(module, "all_measures", lambda: measures)
    for name in ("all_deadlines", "all_pathways"):
        monkeypatch.setattr(gather, name, tuple)
    monkeypatch.setattr(gather, "every_sign", lambda data, settings: [])
    monkeypatch.setattr(gather, "BREAKDOWNS", ())
    monkeypatch.setattr("sightline.kit.workers.spread", _here)


def _here(function: Any, items: Any, *more: Any) -> Iterator[tuple[Any, Any]]:
    """Work in this process, where the few measures are."""
    return ((item, function(item)) for item in items)


@pytest.fixture
def here(tmp_path: Path, loads: dict[date, list[str]], few: None) -> Path:
    """A workspace with two loads."""
    for day in DAYS:
        load(str(tmp_path), loads[day], "Fernshire", day)
    return tmp_path


def test_it_is_made_once_and_again_where_something_changed(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings, or a wish; a load that was asked is not asked again."""
    asked: list[str] = []
    of_load = reports._of_load
    monkeypatch.setattr(
        reports, "_of_load", lambda told, item: asked.append(item[0]) or of_load(told, item)
    )
    assert tasks.stale(here) == "Nothing is published yet. Run sightline publish."
    assert tasks.published(here, "working") is None
    first = tasks.publish(asking(here), MADE_ON)
    assert first.new
    assert [one[:10] for one in asked] == ["2026-09-30", "2026-10-31"]
    assert not tasks.publish(asking(here), MADE_ON).new
    assert tasks.publish(asking(here), MADE_ON, again=True).new
    assert len(asked) == 2
    assert tasks.stale(here) == ""
    (here / "settings.toml").write_text("[measures]\nshare_below = 10\n")
    assert tasks.stale(here).startswith("Settings, earlier loads")
    assert tasks.publish(asking(here), MADE_ON).new
    assert len(asked) == 4
    assert tasks.stale(here) == ""


def test_the_files_are_private_and_tell_of_the_load(here: Path) -> None:
    """One to work with, one to share; the figures over time are of both loads."""
    made = tasks.publish(asking(here), MADE_ON)
    assert sorted(made.sizes) == ["sharing", "working"]
    for path in (here / "published").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
    assert stat.S_IMODE((here / "records" / "reference.key").stat().st_mode) == 0o600
    working, sharing = (tasks.published(here, mode) for mode in ("working", "sharing"))
    assert working is not None
    assert sharing is not None
    assert working.said.loads == DAYS
    assert (working.said.mode, sharing.said.mode) == ("working", "sharing")
    assert [f.end for f in working.figures("AS02", trend=True)] == list(DAYS)
    assert working.children().total > 10
    assert sharing.children().total == 0
    assert tasks.published(here, "working") is working
    assert tasks.published(here, "working", made.snapshot) is working
    assert tasks.published(here, "other") is tasks.published(here, "working", "1999") is None
    what = [r["what"] for r in store(str(here)).reads() if r["id"] == made.snapshot]
    assert "publish" in what


def test_the_last_published_stays_until_the_new_load_is(
    tmp_path: Path, loads: dict[date, list[str]], few: None
) -> None:
    """A newer load is said to be there; a reference is the same in both."""
    load(str(tmp_path), loads[DAYS[0]], "Fernshire", DAYS[0])
    tasks.publish(asking(tmp_path), MADE_ON)
    newer = load(str(tmp_path), loads[DAYS[1]], "Fernshire", DAYS[1]).id
    assert tasks.stale(tmp_path) == (
        f"A newer load is not published yet: {newer}. Run sightline publish."
    )
    before = tasks.published(tmp_path, "working")
    assert before is not None
    assert before.said.as_at == DAYS[0]
    tasks.publish(asking(tmp_path), MADE_ON)
    after = tasks.published(tmp_path, "working")
    assert after is not None
    assert after.said.as_at == DAYS[1]
    both = {c.child_id: c.ref for c in before.children(size=500).rows}
    same = [c for c in after.children(size=500).rows if c.child_id in both]
    assert len(same) > 10
    assert all(c.ref == both[c.child_id] for c in same)


def test_what_was_published_goes_with_its_snapshot(here: Path) -> None:
    """Its folder and its figures; until that is done it is not shown."""
    old = tasks.publish(asking(here, "2026-09-30"), MADE_ON).snapshot
    new = tasks.publish(asking(here), MADE_ON).snapshot
    torn = here / "published" / new / ".working.sqlite.abc.partial"
    torn.write_text("half")
    store(str(here)).delete(old, "test")
    assert tasks.published(here, "working", old) is None
    assert tasks.forget(here) == [old]
    assert not torn.exists()
    left = {path.name[:23] for path in (here / "published" / "history").iterdir()}
    assert left == {new}
    assert sorted(p.name for p in (here / "published" / new).iterdir()) == [
        "published.json", "sharing.sqlite", "working.sqlite",
    ]  # fmt: skip


def test_a_file_that_was_lost_is_made_again(here: Path) -> None:
    """Or damaged, whatever the mark beside it says."""
    made = tasks.publish(asking(here), MADE_ON)
    (made.folder / "sharing.sqlite").unlink()
    assert tasks.published(here, "sharing") is None
    assert tasks.publish(asking(here), MADE_ON).new
    (made.folder / "working.sqlite").write_text("rubbish " * 500)
    assert tasks.publish(asking(here), MADE_ON).new


def test_the_report_rests_on_the_same_figures(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    """After publishing it asks no load again, and says the same."""
    before = reports.report(asking(here), "working", MADE_ON)

    def must_not(told: Asking, item: object) -> object:
        raise AssertionError("a load was asked again")

    monkeypatch.setattr(reports, "_of_load", must_not)
    after = reports.report(asking(here), "working", MADE_ON)
    assert [i.trend for i in after.indicators] == [i.trend for i in before.indicators]
    assert [len(i.trend) for i in after.indicators if i.measure.id == "AS02"] == [2]


def test_kept_figures_come_back_as_they_were(tmp_path: Path) -> None:
    """What is torn or of another shape is asked anew."""
    from practice_report import STEADY

    path = tmp_path / "history" / "2026-10-31-0123456789ab-0.json"
    assert read_history(path) is None
    figures = [*STEADY, replace(STEADY[0], hidden=True, value=None, note="“c”")]
    keep_history(path, figures)
    assert read_history(path) == figures
    whole = path.read_bytes()
    for torn in (whole[:100], b"{}", b'{"names": ["other"], "rows": []}'):
        path.write_bytes(torn)
        assert read_history(path) is None


def test_the_command(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what was made, and where; without a load it says what to do."""
    assert main(["publish", "--workspace", str(here), "--made-on", "2026-11-03"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2026-10-31-")
    assert " published in " in said
    assert main(["publish", "--workspace", str(here)]) == 0
    assert "published already" in capsys.readouterr().out
    empty = here / "empty"
    assert main(["publish", "--workspace", str(empty)]) == 2
    assert "None has been loaded" in capsys.readouterr().err
    assert not (empty / "published").exists()


def test_there_must_be_a_snapshot(tmp_path: Path) -> None:
    """Nothing is made of nothing."""
    with pytest.raises(UserError, match="None has been loaded"):
        tasks.publish(asking(tmp_path), MADE_ON)
    assert tasks.forget(tmp_path) == []
    assert os.listdir(tmp_path) == []
