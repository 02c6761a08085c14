"""A published file: what was written is read, by those who may, and nobody sees half a file."""

from __future__ import annotations

import base64
import hashlib
import hmac
import multiprocessing
import os
import signal
import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from practice_report import AS_AT, STEADY, TEAMS, behind, report, step

from sightline.kit.problems import UserError
from sightline.measures.children import COUNTED, MET, NOT_JUDGED, NOT_MET
from sightline.packs.practice.model import SHARING, Report
from sightline.packs.practice.view_indicator import indicator
from sightline.packs.published import write as writing
from sightline.packs.published.behind import Behinds
from sightline.packs.published.people import Person
from sightline.packs.published.read import Published
from sightline.packs.published.refs import KEY_FILE, reference, reference_key
from sightline.packs.published.texts import from_json, to_json
from sightline.packs.published.write import write

KEY = bytes(32)
PARTS = ("5 to 9", "Female", "White", "No", "Child in need plan", "Not recorded")
PEOPLE = [
    Person("CH0001", "Eastfield", "Ash", 9, "Child in need"),
    Person("CH0002", "Northfield", "Birch", 3, "In care", date(2026, 10, 1)),
    Person("CH0099", "Eastfield", "Ash", 17),
]


def row(child: str, answer: str, team: str = "Northfield", **more: Any) -> Any:
    """A row behind a measure."""
    return replace(behind(1), child_id=child, answer=answer, team=team, **more)


ROWS = [
    row("CH0003", NOT_MET),
    row("CH0001", MET, "Eastfield"),
    row("CH0002", NOT_MET),
    row("CH0001", NOT_MET, "Eastfield", worker="Elm"),
    row("CH0004", NOT_JUDGED),
    row("Not recorded", MET),
]


def behinds(rows: Any = ROWS) -> Behinds:
    """Rows of the report's one measure, of which more is better."""
    return Behinds("AS02", "higher", rows, [PARTS] * len(rows))


def made(path: Path, one: Report | None = None, rows: Any = ROWS) -> Published:
    """A report, published with rows and people."""
    write(one or report(), path, KEY, [behinds(rows)], PEOPLE, "made of this")
    return Published(path)


@pytest.fixture
def working(tmp_path: Path) -> Iterator[Published]:
    """The working copy of the small report. CH0001 is 30 days late, CH0002 is 4."""
    opened = made(tmp_path / "there" / "working.sqlite")
    yield opened
    opened.close()


def test_it_says_what_it_is(working: Published) -> None:
    """Whose, when, of what; and it is for its owner alone."""
    said = working.said
    assert (said.authority, said.as_at, said.mode) == ("Fernshire", AS_AT, "working")
    assert (said.made_on, said.snapshot, said.loads) == (date(2026, 11, 3), "s1", (AS_AT,))
    # CH0001, CH0002 and CH0099 of the lists; CH0003, CH0004 and CH0007 of steps, rows and signs.
    assert (said.children, said.due_days, said.made_from) == (6, 14, "made of this")
    assert stat.S_IMODE(working.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(working.path.parent.stat().st_mode) == 0o700
    assert [p.name for p in working.path.parent.iterdir()] == ["working.sqlite"]


def test_a_view_comes_back_as_it_was(working: Published) -> None:
    """With its drawings as markup, and words that look like markup as words; without children."""
    told = report()
    was = {**indicator(told.indicators[0], told), "children": None}
    view = working.indicator("AS02")
    assert view == from_json(to_json(was))
    assert isinstance(view["time"]["chart"], Markup)
    assert view["time"]["chart"] == was["time"]["chart"]
    hostile = view["teams"]["table"]["rows"][3][0]
    assert hostile == TEAMS[3].group
    assert not isinstance(hostile, Markup)


def test_a_view_prints_as_the_report_does(working: Published) -> None:
    """The macro of the report takes what is read."""
    from sightline.packs.write_html import _environment

    told = report()
    template = _environment().from_string(
        '{% from "practice_parts.html" import indicator with context %}'
        '{{ indicator(view, {"id": "area-as", "title": "Assessment"}, True) }}'
    )
    was = {**indicator(told.indicators[0], told), "children": None}
    assert template.render(view=working.indicator("AS02")) == template.render(view=was)


def test_what_stands_out_areas_and_summaries(working: Published) -> None:
    """As in the report: a change, a team, what is overdue; one area with one measure."""
    told = report()
    assert [(s.kind, s.measure, s.group) for s in working.standing()] == [
        ("worsening", "AS02", ""), ("team", "AS02", "Northfield"), ("overdue", "", ""),
    ]  # fmt: skip
    (area,) = working.areas()
    assert (area.key, area.title, area.indicators) == ("as", "Assessment", 1)
    assert area.glance["rows"][0][0] == ["AS02", told.indicators[0].measure.title]
    (one,) = working.indicators()
    assert (one.id, one.better, one.changing, one.look_at) == (
        "AS02",
        "higher",
        "worsening",
        NOT_MET,
    )
    assert one.headline == "71% (110 of 155)"
    assert one.figure == told.indicators[0].figure
    assert working.summary(one.slug) == one == working.indicators(one.theme, "as")[0]
    assert working.indicators(theme="no such theme") == working.indicators(area="la") == []
    assert working.lists() == {"annex_a.assessments": 172}
    assert working.lacking() == list(told.lacking)
    assert [w["id"] for w in working.waits()] == [f"wait-{told.waits[0].pathway.key}"]
    ((tally, theme),) = working.tallies()
    assert (tally, theme) == (told.tallies[0], "drift-delay") or tally == told.tallies[0]
    assert [t.group for t, _ in working.tallies(None)] == ["All", "Northfield"]
    assert working.sign_counts()[0]["count"] == 17


def test_every_figure_is_kept(working: Published) -> None:
    """Of all, of each group, and of each month apart."""
    assert [f.group for f in working.figures("AS02")] == [
        "All", "Eastfield", "Northfield", "Southfield", TEAMS[3].group, "Male", "Female",
    ]  # fmt: skip
    assert tuple(working.figures("AS02", "team")) == TEAMS
    assert tuple(working.figures("AS02", trend=True)) == STEADY
    assert [f.numerator for f in working.figures("AS02", "")] == [110]
    assert working.breakdowns("AS02") == ["team", "sex"]
    north = working.verdicts(team="Northfield")
    assert [(v.measure, v.beside) for v in north] == [("AS02", "unusually low")]


def test_rows_stand_by_how_late_the_child_is(working: Published) -> None:
    """Not met first; there the child 30 days late, the one 4 days late, the one who is not."""
    told = working.rows("AS02")
    assert [(r.child_id, r.answer, r.days_late) for r in told.rows] == [
        ("CH0001", NOT_MET, 30), ("CH0002", NOT_MET, 4), ("CH0003", NOT_MET, None),
        ("CH0004", NOT_JUDGED, None), ("CH0001", MET, 30), ("Not recorded", MET, None),
    ]  # fmt: skip
    first = told.rows[0]
    assert first.late_for == "the end of the assessment"
    assert first.shown == {"started_on": date(2026, 3, 2), "child_seen": True}
    assert (first.list, first.file, first.sheet, first.row) == (
        "annex_a.assessments", "a.xlsx", "List 4", 3,
    )  # fmt: skip
    assert told.rows[1].last_seen_on == date(2026, 10, 1)
    assert told.rows[-1].ref == ""


def test_a_length_stands_by_its_length(tmp_path: Path) -> None:
    """The longest first where less is better, whoever is late."""
    rows = [row("CH0001", COUNTED, value=3.0), row("CH0009", COUNTED, value=40.0),
            row("CH0008", NOT_JUDGED)]  # fmt: skip
    told = Behinds("AS02", "lower", rows, [PARTS] * 3)
    write(report(), tmp_path / "w.sqlite", KEY, [told])
    opened = Published(tmp_path / "w.sqlite")
    assert [r.child_id for r in opened.rows("AS02").rows] == ["CH0009", "CH0001", "CH0008"]
    assert opened.summary("AS02").look_at == COUNTED  # type: ignore[union-attr]
    opened.close()


def test_rows_are_filtered_and_paged(working: Published) -> None:
    """By answer, team, worker and group; no team at all is nobody."""
    assert working.answers("AS02") == {MET: 2, NOT_MET: 3, NOT_JUDGED: 1}
    assert working.answers("AS02", teams=["Eastfield"]) == {MET: 1, NOT_MET: 1}
    assert working.answers("AS02", teams=()) == {}
    assert working.rows("AS02", teams=()).total == 0
    assert working.rows("AS02", teams=["Eastfield", "Northfield", "Nowhere"]).total == 6
    assert working.rows("AS02", teams=["Eastfield"], worker="Elm").total == 1
    assert working.rows("AS02", worker="Elm", teams=["Northfield"]).total == 0
    assert working.rows("AS02", by="sex", group="Female").total == 6
    assert working.rows("AS02", by="sex", group="Male").total == 0
    assert working.rows("AS02", by="team", group="Eastfield").total == 2
    assert working.rows("AS02", by="shoe size", group="9").total == 0
    second = working.rows("AS02", page=2, size=4)
    assert (len(second.rows), second.total, second.page, second.pages) == (2, 6, 2, 2)
    assert working.rows("AS02", page=9, size=4).rows == []


def test_steps_and_signs(working: Published) -> None:
    """What is overdue, the longest first; what is due; and a signal."""
    late = working.steps("overdue")
    assert [(s.child_id, s.days_late) for s in late.rows] == [("CH0001", 30), ("CH0002", 4)]
    assert late.rows[0].due == date(2026, 10, 1)
    assert [s.child_id for s in working.steps("due").rows] == ["CH0003"]
    assert working.steps("overdue", deadline="assessment", teams=["Northfield"]).total == 2
    assert working.steps("overdue", deadline="no such").total == 0
    assert working.steps("overdue", teams=()).total == working.steps("sometime").total == 0
    (sign,) = working.signs().rows
    assert (sign.child_id, sign.signal, sign.days) == ("CH0007", "old-need", 638)
    assert working.signs(signal="no such").total == working.signs(teams=["Eastfield"]).total == 0


def test_children_by_team_worker_and_text(working: Published) -> None:
    """Those overdue longest come first; a child that no list has is as its row says."""
    everyone = working.children()
    assert [(c.child_id, c.days_late) for c in everyone.rows] == [
        ("CH0001", 30), ("CH0002", 4), ("CH0003", None), ("CH0004", None), ("CH0007", None),
        ("CH0099", None),
    ]  # fmt: skip
    east = working.children(teams=["Eastfield"]).rows
    assert [(c.child_id, c.worker, c.open_as) for c in east] == [
        ("CH0001", "Ash", "Child in need"), ("CH0099", "Ash", ""),
    ]  # fmt: skip
    assert working.children(teams=["Eastfield"], is_open=True).total == 1
    assert [c.child_id for c in working.children(text="h0099").rows] == ["CH0099"]
    assert working.children(text="%").total == working.children(teams=()).total == 0
    assert working.children(worker="Birch").total == 1


def test_how_much_each_team_has_to_look_at(working: Published) -> None:
    """Open children, and what is overdue, due and signalled: by the rows' own teams."""
    assert [(t.name, t.children, t.overdue, t.due, t.signs) for t in working.teams()] == [
        ("Eastfield", 1, 0, 0, 0), ("Northfield", 1, 2, 1, 1),
    ]  # fmt: skip
    assert [(w.name, w.children) for w in working.workers("Eastfield")] == [("Ash", 1)]
    assert working.workers("Nowhere") == []
    both = working.counts()
    assert (both.children, both.overdue, both.due, both.signs) == (2, 2, 1, 1)
    none = working.counts(teams=())
    assert (none.children, none.overdue, none.due, none.signs) == (0, 0, 0, 0)


def test_all_of_one_child(working: Published) -> None:
    """Every row, step and sign, wherever they stand."""
    told = working.of_child("CH0001")
    assert told is not None
    assert [r.answer for r in told.rows] == [NOT_MET, MET]
    assert [s.days_late for s in told.overdue] == [30]
    assert (told.due, told.signs) == ([], [])
    assert told.child == working.child(told.child.ref)
    assert working.child_ref("CH0001") == told.child.ref


def test_what_is_not_known_is_nothing(working: Published) -> None:
    """No error, whoever guesses."""
    assert working.indicator("XX99") is working.summary("") is working.child("x" * 26) is None
    assert working.child_ref("CH4242") is working.of_child("Not recorded") is None
    assert working.figures("XX99") == working.rows("XX99").rows == working.verdicts("XX99") == []
    assert working.answers("XX99") == {}
    assert working.view("no such") is None
    assert working.rows("AS02", answer="perhaps").total == 0


def test_sharing_has_no_child(tmp_path: Path) -> None:
    """Rows and people that are given are not even asked for."""

    def must_not() -> Iterator[Any]:
        raise AssertionError("asked for children")
        yield

    write(report(SHARING), tmp_path / "s.sqlite", KEY, must_not(), must_not())
    with sqlite3.connect(tmp_path / "s.sqlite") as file:
        for table in ("child", "behind", "step", "sign", "word", "shown"):
            assert file.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    file.close()
    data = (tmp_path / "s.sqlite").read_bytes()
    assert b"CH00" not in data
    assert b"Rowan Ashdown" not in data
    opened = Published(tmp_path / "s.sqlite")
    assert opened.rows("AS02").rows == opened.teams() == opened.children().rows == []
    assert opened.said.children == 0
    assert opened.summary("AS02").look_at == ""  # type: ignore[union-attr]
    opened.close()


def test_a_reference_is_a_keyed_hash() -> None:
    """As HMAC-SHA256 has it; another key, authority or child gives another."""
    digest = hmac.new(KEY, b"9:Fernshire:CH0001", hashlib.sha256).digest()
    ref = reference(KEY, "Fernshire", "CH0001")
    assert ref == base64.b32encode(digest).decode().lower()[:26]
    assert len(ref) == 26
    others = {
        reference(bytes([1] * 32), "Fernshire", "CH0001"),
        reference(KEY, "Fernshire:", "CH0001"),
        reference(KEY, "Fernshire", ":CH0001"),
        reference(KEY, "Fernshire", "CH0002"),
    }
    assert len({ref, *others}) == 5


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    """It stays the same; what is not a key is not made anew, for links would break."""
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(reference_key, [tmp_path / "records"] * 8))
    (key,) = keys
    assert len(key) == 32
    path = tmp_path / "records" / KEY_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == [KEY_FILE]
    assert reference_key(path.parent) == key
    path.write_text("torn")
    with pytest.raises(UserError, match="Restore it from a backup"):
        reference_key(path.parent)


def _killed(path: Path) -> None:
    """In a process of its own: write a newer file, and be killed just before the end."""
    writing.reached = lambda step: os.kill(os.getpid(), signal.SIGKILL)
    made(path, replace(report(), authority="Otherwhere"))


def _refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(step: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "reached", stop)
    with pytest.raises(KeyboardInterrupt):
        made(path, replace(report(), authority="Otherwhere"))
    monkeypatch.undo()


@pytest.mark.parametrize("how", ["stopped", "killed"])
def test_a_file_that_was_not_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Whether the work was stopped or its process was killed just before the end."""
    path = tmp_path / "working.sqlite"
    made(path).close()
    before = path.read_bytes()
    if how == "killed":
        child = multiprocessing.get_context("spawn").Process(target=_killed, args=(path,))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
    else:
        _refused(path, monkeypatch)
        assert [p.name for p in tmp_path.iterdir()] == ["working.sqlite"]
    assert path.read_bytes() == before
    opened = made(path, replace(report(), authority="Otherwhere"))
    assert opened.said.authority == "Otherwhere"
    opened.close()


def test_threads_read_at_once(working: Published) -> None:
    """Each gets what it would get alone; a file that takes its place changes nothing for them."""
    alone = (working.rows("AS02"), working.children(), working.indicator("AS02"))

    def ask(number: int) -> Any:
        if number == 20:
            write(replace(report(), authority="Otherwhere"), working.path, KEY)
        return working.rows("AS02"), working.children(), working.indicator("AS02")

    with ThreadPoolExecutor(4) as threads:
        # Each thread is at work before the file is replaced.
        assert all(found == alone for found in threads.map(ask, range(60)))
    newer = Published(working.path)
    assert newer.said.authority == "Otherwhere"
    newer.close()


def test_what_is_no_published_file_is_said_so(tmp_path: Path) -> None:
    """Rubbish, and a file of another format."""
    rubbish = tmp_path / "rubbish.sqlite"
    rubbish.write_text("not a database, but long enough to look like something " * 20)
    with pytest.raises(UserError, match="Run sightline publish"):
        Published(rubbish)
    with pytest.raises(UserError, match="cannot be read"):
        Published(tmp_path / "missing.sqlite")
    made(tmp_path / "old.sqlite").close()
    with sqlite3.connect(tmp_path / "old.sqlite") as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    with pytest.raises(UserError, match="another release"):
        Published(tmp_path / "old.sqlite")


def test_nothing_can_be_written_to_it(working: Published) -> None:
    """It is opened to be read."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        working._all("DELETE FROM child")


PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.dates(),
    st.datetimes(), st.text().map(Markup),
)  # fmt: skip


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(
    st.text(alphabet="abc_", max_size=4), inner)))  # fmt: skip
def test_values_come_back_with_their_kinds(value: Any) -> None:
    """Text is never taken for markup, nor a date for text."""
    back = from_json(to_json(value))
    assert back == value
    assert _kinds(back) == _kinds(value)


def _kinds(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _kinds(one) for key, one in value.items()}
    return [_kinds(one) for one in value] if isinstance(value, list) else type(value)


def test_a_time_stays_a_time() -> None:
    """It is a date too, but is not to lose its hour."""
    told = {"on": datetime(2026, 10, 31, 9, 30), "seen": (step("C", 1).due,)}
    assert from_json(to_json(told)) == {"on": told["on"], "seen": [date(2026, 10, 30)]}
