"""What is published of a made-up authority adds up: rows, figures, teams, groups, and sharing."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from sightline.engines import engine
from sightline.intake.checking import check_files
from sightline.measures.children import COUNTED, MET, NOT_JUDGED, NOT_MET
from sightline.measures.columns_used import answer_of
from sightline.measures.figure import Figure
from sightline.measures.library import all_measures
from sightline.measures.opening import open_tables
from sightline.measures.settings import Settings
from sightline.packs.practice.gather import Told, gather
from sightline.packs.practice.model import Report
from sightline.packs.practice.sharing import shared
from sightline.packs.published.behind import able, every_row
from sightline.packs.published.people import age_on, people
from sightline.packs.published.read import Published
from sightline.packs.published.schema import GROUPS
from sightline.packs.published.write import write
from sightline.tasks.synthesizing import synthesize

AS_AT = date(2026, 10, 31)
CHILDREN, SEED = 120, 11


class Made:
    """The published files, and the report that they were made of."""

    def __init__(self, folder: Path, report: Report, sharing: Report) -> None:
        self.report, self.shared = report, sharing
        self.working = Published(folder / "working.sqlite")
        self.sharing = Published(folder / "sharing.sqlite")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A small authority, with Annex A and the local lists."""
    folder = tmp_path_factory.mktemp("published")
    files: list[Path] = []
    for standard in ("annex_a", "local"):
        out = folder / standard
        list(synthesize(standard, CHILDREN, AS_AT, SEED, 0.02, None, (), str(out), None))
        files += sorted(out.iterdir())
    settings = Settings()
    with open_tables(check_files(files, AS_AT).tables, AS_AT, engine(), "Fernshire") as data:
        report = gather(data, settings, Told("Fernshire", AS_AT, "sightline", "s1", (AS_AT,)))
        rows = every_row(data, able(data, all_measures(), settings), settings)
        write(report, folder / "working.sqlite", bytes(32), rows, people(data))
    sharing = shared(report, settings)
    write(sharing, folder / "sharing.sqlite", bytes(32))
    told = Made(folder, report, sharing)
    yield told
    told.working.close()
    told.sharing.close()


@pytest.mark.slow
def test_the_rows_behind_each_measure_are_those_of_its_figure(made: Made) -> None:
    """Met is the numerator, with not met the denominator; what cannot be judged is left out."""
    looked_at = Counter[str]()
    for one in made.report.indicators:
        key, kind = one.measure.id, type(answer_of(one.measure)).__name__
        answers = made.working.answers(key)
        assert made.working.rows(key, size=1).total == sum(answers.values()), key
        whole = _added(one.figures)
        if kind == "Share":
            judged = answers.get(MET, 0) + answers.get(NOT_MET, 0)
            assert (whole["numerator"], whole["denominator"]) == (answers.get(MET, 0), judged), key
        elif kind in ("Count", "Mix"):
            assert whole["numerator"] == answers.get(COUNTED, 0), key
        elif kind == "Days":
            assert whole["denominator"] == answers.get(COUNTED, 0), key
        if kind != "Mix":
            assert whole["excluded"] == answers.get(NOT_JUDGED, 0), key
        looked_at[kind] += 1
    assert looked_at["Share"] > 40
    assert min(looked_at[kind] for kind in ("Count", "Days", "Mix")) > 5


def _added(figures: Sequence[Figure]) -> dict[str, float]:
    """The counts of a figure; of one that is told in parts alone, those of its parts added up."""
    whole = [f for f in figures if not f.category] or figures
    names = ("numerator", "denominator", "excluded")
    return {name: sum(getattr(f, name) or 0 for f in whole) for name in names}


@pytest.mark.slow
def test_teams_add_up_to_all_and_each_is_its_figure(made: Made) -> None:
    """The rows of each team are those of the team's figure, and together they are all rows."""
    compared = 0
    for one in made.working.indicators():
        everyone = made.working.rows(one.id, size=1).total
        teams = Counter(r.team for r in made.working.rows(one.id, size=10_000).rows)
        for team, many in teams.items():
            assert made.working.rows(one.id, teams=[team], size=1).total == many
        assert made.working.rows(one.id, teams=list(teams), size=1).total == everyone
        for figure in made.working.figures(one.id, "team"):
            if figure.unit == "%" and not figure.category:
                answers = made.working.answers(one.id, teams=[figure.group])
                if answers.keys() & {MET, NOT_MET}:
                    compared += 1
                    assert figure.numerator == answers.get(MET, 0), (one.id, figure.group)
                    assert figure.denominator == figure.numerator + answers.get(NOT_MET, 0)
    assert compared > 50


@pytest.mark.slow
def test_each_group_of_a_breakdown_reaches_its_rows(made: Made) -> None:
    """A figure by age, sex, ethnicity and the others is that of the rows that it links to."""
    compared = Counter[str]()
    for one in made.working.indicators():
        if not made.working.answers(one.id).keys() & {MET, NOT_MET}:
            continue
        for by in GROUPS:
            for figure in made.working.figures(one.id, by):
                met = made.working.rows(one.id, answer=MET, by=by, group=figure.group, size=1)
                assert met.total == figure.numerator, (one.id, by, figure.group)
                compared[by] += 1
    assert all(compared[by] for by in GROUPS), compared


@pytest.mark.slow
def test_categories_reach_their_rows(made: Made) -> None:
    """Each part of a measure that divides its rows is the rows with that value."""
    compared = 0
    for one in made.report.indicators:
        counts = Counter(r.value for r in made.working.rows(one.measure.id, size=10_000).rows)
        for figure in one.figures:
            if figure.category and not one.measure.split:
                compared += 1
                rows = made.working.rows(one.measure.id, value=figure.category, size=1)
                assert rows.total == counts[figure.category] == figure.numerator
    assert compared > 10


@pytest.mark.slow
def test_steps_and_signs_are_those_of_the_report(made: Made) -> None:
    """In the same order, each with a child that can be reached."""
    late = made.working.steps("overdue", size=10_000)
    assert [(s.child_id, s.days_late, s.deadline) for s in late.rows] == [
        (s.child_id, s.days_late, s.deadline) for s in made.report.overdue
    ]
    assert made.working.steps("due", size=10_000).total == len(made.report.due)
    signs = made.working.signs(size=10_000)
    assert [(s.child_id, s.because) for s in signs.rows] == [
        (s.child_id, s.because) for s in made.report.signs
    ]
    teams = made.working.teams()
    assert sum(t.overdue for t in teams) == late.total > 5
    assert sum(t.signs for t in teams) == signs.total > 5


@pytest.mark.slow
def test_every_row_of_a_child_is_found_by_the_reference(made: Made) -> None:
    """What the lists of rows hold of a child is what the child's own page gets."""
    everyone = made.working.children(size=10_000)
    assert made.working.said.children == everyone.total > 50
    by_child = Counter[str]()
    for one in made.working.indicators():
        by_child.update(r.child_id for r in made.working.rows(one.id, size=10_000).rows)
    for child in everyone.rows:
        assert made.working.child(child.ref) == child
        told = made.working.of_child(child.child_id)
        assert told is not None
        assert len(told.rows) == by_child[child.child_id]
        assert child.child_id not in child.ref
    assert len({child.ref for child in everyone.rows}) == everyone.total


@pytest.mark.slow
def test_sharing_shows_no_more_than_the_report_for_sharing(made: Made) -> None:
    """No row about a child, and no count of a few that the report to share does not show."""
    file = sqlite3.connect(made.sharing.path)
    for table in ("child", "behind", "step", "sign", "word", "shown", "parts", "place"):
        assert file.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    numbers = file.execute(
        "SELECT numerator, denominator, excluded FROM figure WHERE numerator BETWEEN 1 AND 5 "
        "OR denominator BETWEEN 1 AND 5 OR excluded BETWEEN 1 AND 5"
    ).fetchall()
    few = file.execute("SELECT key FROM list WHERE rows BETWEEN 1 AND 5").fetchall()
    tallied = file.execute(
        "SELECT count(*) FROM tally WHERE overdue BETWEEN 1 AND 5 OR to_come BETWEEN 1 AND 5 "
        "OR on_time BETWEEN 1 AND 5 OR judged - on_time BETWEEN 1 AND 5"
    ).fetchone()
    file.close()
    assert numbers == few == []
    assert tallied == (0,)
    for one in made.shared.indicators:
        told = made.sharing.figures(one.measure.id)
        assert told == [*one.figures, *(f for rows in one.groups.values() for f in rows)]
    # In the working copy there are such counts, so that looking for them means something.
    every = [f for one in made.working.indicators() for f in made.working.figures(one.id)]
    assert sum(1 <= (f.numerator or 0) <= 5 for f in every) > 20


@pytest.mark.slow
def test_sharing_names_no_child_and_no_worker(made: Made) -> None:
    """Not in any view either."""
    data = made.sharing.path.read_bytes()
    for child in made.working.children(size=20).rows:
        assert child.child_id.encode() not in data
        # A worker may be nobody, which is a word that stands elsewhere too.
        assert child.worker == "Not recorded" or child.worker.encode() not in data


def tables(**columns: dict[str, list[object]]) -> dict[str, pa.Table]:
    """Lists of Annex A with some columns, and where their rows stand."""
    made = {}
    for key, told in columns.items():
        many = len(told["child_id"])
        where = {
            "_file": ["a.xlsx"] * many,
            "_sheet": ["s"] * many,
            "_row": list(range(2, many + 2)),
        }
        made[f"annex_a.{key}"] = pa.table({**told, **where})
    return made


def test_a_child_is_with_whom_the_first_open_list_says() -> None:
    """Care before a plan before need; a blank team is had from the next; else the last that was."""
    day = date
    lists = tables(
        children_in_need={
            "child_id": ["A", "B", "C", "D"],
            "date_of_birth": [day(2016, 10, 31), day(2016, 11, 1), None, day(2026, 12, 1)],
            "cin_start_date": [day(2026, 1, 1)] * 4,
            "cin_closure_date": [None, None, day(2026, 10, 31), day(2026, 11, 1)],
            "last_seen_date": [day(2026, 10, 9), None, None, None],
            "allocated_team": ["Need", "Need", "Need", "Need"],
            "allocated_worker": ["Ash", "Ash", "Elm", "Oak"],
        },
        children_in_care={
            "child_id": ["A", "B"],
            "date_of_birth": [day(2016, 10, 31), day(2016, 11, 1)],
            "cla_start_date": [day(2026, 2, 1), day(2026, 2, 1)],
            "cla_end_date": pa.array([None, None], pa.date32()),
            "last_visit_date": [day(2026, 10, 1), day(2026, 10, 30)],
            "allocated_team": ["Care", None],
            "allocated_worker": ["Birch", None],
        },
    )  # fmt: skip
    with open_tables(lists, AS_AT, engine()) as data:
        found = [
            (p.child_id, p.team, p.worker, p.age, p.open_as, p.last_seen_on) for p in people(data)
        ]
    assert found == [
        ("A", "Care", "Birch", 10, "In care", day(2026, 10, 9)),
        ("B", "Need", "Ash", 9, "In care", day(2026, 10, 30)),
        ("C", "Need", "Elm", None, "", None),
        ("D", "Need", "Oak", None, "Child in need", None),
    ]


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(2016, 10, 31), 10), (date(2016, 11, 1), 9), (date(2026, 10, 31), 0), (date(2026, 11, 1), None)],
)  # fmt: skip
def test_age_on_a_day(born: date, age: int | None) -> None:
    """The birthday counts; before birth there is no age."""
    assert age_on(born, AS_AT) == age
