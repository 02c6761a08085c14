"""Annex A of a snapshot that holds the SSD, an authority's own words, and what is said of both."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from from_ssd_children import CHILDREN
from from_ssd_given import DAY, extract, rows_of
from store_given import issues

from sightline.cli import main
from sightline.intake.annex_a_from_ssd import LocalWords, annex_a_of, words_of
from sightline.intake.annex_a_from_ssd.words import words_not_there, words_there
from sightline.intake.store import Saved, Store
from sightline.kit.problems import UserError
from sightline.tasks.intake_annex_a import beside

AUTHORITY = "Fernshire"
CHECKS = extract(
    {
        "ssd_cla_health": rows_of(
            "clah_person_id clah_health_check_type",
            *[("001", "Blue form"), ("002", "Blue form"), ("002", "RHA"), ("003", "Dentist")],
        )
    }
)


def saved(home: Path, tables: dict[str, pa.Table], day: date = DAY, name: str = AUTHORITY) -> Saved:
    """A snapshot of typed tables."""
    store = Store(home / "snapshots")
    return store.save(name, day, tables, issues(), [], {}, "a test")


def run(capsys: pytest.CaptureFixture[str], home: Path, *given: str) -> tuple[int, str, str]:
    """The exit code and what was printed."""
    code = main([*given, "--workspace", str(home)])
    out = capsys.readouterr()
    return code, out.out, out.err


def rows(text: str) -> list[dict[str, str]]:
    """Rows of CSV."""
    return list(csv.DictReader(io.StringIO(text)))


class TestOfASnapshot:
    """What a measure calls."""

    def test_typed_lists_by_key(self, tmp_path: Path) -> None:
        """As at the snapshot's day, with the reason for what is not there."""
        saved(tmp_path, CHILDREN)
        made = annex_a_of(Store(tmp_path / "snapshots").find(AUTHORITY))
        plans = made.tables["annex_a.child_protection"]
        assert plans["child_id"].to_pylist() == ["002"]
        assert plans.schema.field("plan_start_date").type == pa.date32()
        assert "annex_a.adopters" not in made.tables
        assert {one.list for one in made.left_out} == {"adopters", "children_in_care", "adoption"}

    def test_only_the_lists_asked_for(self, tmp_path: Path) -> None:
        """By key."""
        saved(tmp_path, CHILDREN)
        made = annex_a_of(Store(tmp_path / "snapshots").find(AUTHORITY), lists={"contacts"})
        assert list(made.tables) == ["annex_a.contacts"]

    def test_a_snapshot_without_the_ssd(self, tmp_path: Path) -> None:
        """It is said that there is none, and not that there are no children."""
        saved(tmp_path, {"annex_a.contacts": pa.table({"child_id": ["001"]})})
        with pytest.raises(UserError, match="holds no table of the SSD"):
            annex_a_of(Store(tmp_path / "snapshots").find(AUTHORITY))


class TestLocalWords:
    """``local-words.toml``."""

    def written(self, tmp_path: Path, text: str) -> LocalWords:
        """What the file says for the authority."""
        (tmp_path / "local-words.toml").write_text(text, encoding="utf-8")
        return words_of(tmp_path / "local-words.toml", AUTHORITY)

    def test_none_without_the_file(self, tmp_path: Path) -> None:
        """Everything is guessed."""
        assert words_of(tmp_path / "local-words.toml", AUTHORITY) == LocalWords()

    def test_an_authoritys_own_go_before_those_for_all(self, tmp_path: Path) -> None:
        """Whatever the name's case; another's do not count."""
        words = self.written(
            tmp_path,
            'allocated = ["Lead SW"]\nhealth = ["IHA"]\n'
            '[fernshire]\nhealth = ["Blue form", "RHA"]\n'
            '["Leeds"]\nhealth = ["Green form"]\ndental = ["Teeth"]\n',
        )
        assert words == LocalWords(allocated=("Lead SW",), health=("Blue form", "RHA"))

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('health = ["IHA"]\nallocated = SW', "cannot be read: .*line 2, column 13"),
            ('alocated = ["SW"]', "alocated is no meaning that words may have. Use one of allocat"),
            ('[Leeds]\nnonsense = ["SW"]', r"\[Leeds\] nonsense is no meaning"),
            ('allocated = "SW"', "allocated must be a list of words in quotes"),
            ('allocated = ["SW", 7]', "allocated must be a list of words in quotes"),
            ('allocated = [" "]', "allocated must be a list of words in quotes"),
        ],
    )
    def test_a_mistake_is_named_with_its_remedy(self, tmp_path: Path, text: str, said: str) -> None:
        """With the file; in another authority's part too."""
        with pytest.raises(UserError, match=f"local-words.toml.*{said}"):
            self.written(tmp_path, text)

    def test_another_encoding_is_named(self, tmp_path: Path) -> None:
        """A file of an old editor."""
        (tmp_path / "local-words.toml").write_bytes('allocated = ["Café"]'.encode("cp1252"))
        with pytest.raises(UserError, match="is not UTF-8 text"):
            words_of(tmp_path / "local-words.toml", AUTHORITY)

    def test_which_words_there_are(self) -> None:
        """The commonest first; guessed, until the authority says which mean it."""
        guessed = [(w.word, w.rows, w.taken, w.why) for w in words_there(CHECKS, LocalWords())]
        assert guessed == [
            ("Blue form", 2, False, "as guessed"),
            ("Dentist", 1, False, "as guessed"),
            ("RHA", 1, True, "as guessed"),
            ("Blue form", 2, False, "as guessed"),
            ("Dentist", 1, True, "as guessed"),
            ("RHA", 1, False, "as guessed"),
        ]
        said = words_there(CHECKS, LocalWords(health=("blue form",)))
        assert [(w.word, w.taken) for w in said if w.meaning == "health"] == [
            ("Blue form", True),
            ("Dentist", False),
            ("RHA", False),
        ]

    def test_words_that_no_row_has_are_told_of(self) -> None:
        """They may be misspelt; of a table that is not there nothing can be said."""
        local = LocalWords(health=("rha", "Bleu form"), allocated=("SW",))
        assert list(words_not_there(CHECKS, local)) == [
            "“Bleu form” is said to mean “health”, and no row of "
            "ssd_cla_health.clah_health_check_type has it."
        ]


class TestTheCommand:
    """``sightline snapshots annex-a`` and what ``sightline load`` says."""

    def test_each_list_is_told_of(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """How much of it there is, and why one is not made."""
        saved(tmp_path, CHILDREN)
        code, out, _ = run(capsys, tmp_path, *SHOWN, "--format", "csv")
        by = {row["list"]: row for row in rows(out)}
        assert code == 0
        assert len(by) == 11
        assert (by["child_protection"]["rows"], by["child_protection"]["left_empty"]) == ("1", "0")
        assert by["children_in_care"]["left_empty"] == "1"
        assert (by["adopters"]["rows"], by["adopters"]["remark"][:20]) == (
            "",
            "The SSD knows adopte",
        )

    def test_what_is_left_out_has_its_reason(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A list, a column, and one that is made with less."""
        tables = {k: t for k, t in CHILDREN.items() if k not in ("ssd.ssd_contacts",)}
        visits = tables["ssd.ssd_cp_visits"].drop_columns(["cppv_cp_visit_seen"])
        saved(tmp_path, {**tables, "ssd.ssd_cp_visits": visits})
        _, out, _ = run(capsys, tmp_path, *SHOWN, "--left-out", "--format", "csv")
        what = {(row["list"], row["column"]): row["what"] for row in rows(out)}
        assert what["contacts", ""] == "not made"
        assert what["adoption", "family_id"] == "left empty"
        assert what["children_in_need", "last_seen_date"] == "made with less"

    def test_the_authoritys_words_are_used(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """From the workspace, for its snapshots."""
        (tmp_path / "local-words.toml").write_text('health = ["Blue form"]', encoding="utf-8")
        saved(tmp_path, CHECKS)
        _, out, _ = run(capsys, tmp_path, *SHOWN, "--words", "--format", "csv")
        taken = [(r["word"], r["why"]) for r in rows(out) if r["taken"] == "yes"]
        assert taken == [("Blue form", "as said"), ("Dentist", "as guessed")]

    def test_the_lists_are_written_as_annex_a(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What was not made has no file; what is no code of the standard stands as it is."""
        held = CHILDREN["ssd.ssd_cp_plans"]
        place = held.column_names.index("cppl_cp_plan_latest_category")
        odd = held.set_column(place, "cppl_cp_plan_latest_category", pa.array(["ODD"] * len(held)))
        saved(tmp_path, {**CHILDREN, "ssd.ssd_cp_plans": odd})
        code, _, err = run(capsys, tmp_path, *SHOWN, "--write", str(tmp_path / "made"))
        assert code == 0
        assert "in 10 lists written to" in err
        assert not (tmp_path / "made" / "adopters.csv").exists()
        (plan,) = rows((tmp_path / "made" / "child_protection.csv").read_text(encoding="utf-8"))
        assert (plan["Child Unique ID"], plan["Date of Birth"]) == ("002", "01/04/2010")
        assert plan["Initial Category of Abuse"] == "a) Neglect"
        assert plan["Latest Category of Abuse"] == "ODD"

    def test_a_name_of_another_kind_is_refused(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With what may be given."""
        saved(tmp_path, CHILDREN)
        code, _, err = run(capsys, tmp_path, *SHOWN, "--write", str(tmp_path / "made.ods"))
        assert code == 2
        assert "end the name in .xlsx" in err

    def test_counts_stand_beside_another_loads(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The nearest Annex A that is not later, at its own day; no other authority's."""
        day = date(2026, 1, 14)
        saved(tmp_path, {"annex_a.children_in_care": in_care("004", "008")}, day)
        saved(tmp_path, {"annex_a.children_in_care": in_care()}, date(2025, 1, 1))
        saved(tmp_path, {"annex_a.children_in_care": in_care()}, date(2026, 4, 1))
        saved(tmp_path, {"annex_a.children_in_care": in_care()}, DAY, "Leeds")
        made = saved(tmp_path, CHILDREN)
        _, _, err = run(capsys, tmp_path, "snapshots", "annex-a", made.id)
        first, second = err.splitlines()
        assert first.endswith(", as at 14 January 2026:")
        # Ten children of the tests of reconciling: 004, 005 and 008 are in care on that day.
        assert second.strip() == (
            "2 children are in care in Annex A and 3 in the SSD: 1 only in the SSD."
        )

    def test_an_annex_a_stands_beside_an_ssd_that_knows_its_day(self, tmp_path: Path) -> None:
        """One of the day or later; an earlier extract knows nothing of it, and is not asked."""
        store = Store(tmp_path / "snapshots")
        saved(tmp_path, CHILDREN)
        early = saved(tmp_path, {"annex_a.children_in_care": in_care("004")}, date(2026, 1, 14))
        late = saved(tmp_path, {"annex_a.children_in_care": in_care("004")}, date(2026, 4, 30))
        lines = list(beside(store, store.open(early.id)))
        assert [line.strip() for line in lines[1:]] == [
            "1 child is in care in Annex A and 3 in the SSD: 2 only in the SSD."
        ]
        assert lines[0].startswith("Beside the SSD of snapshot 2026-03-31-")
        assert list(beside(store, store.open(late.id))) == []

    def test_a_load_says_what_annex_a_it_gives(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """And sets it beside the Annex A that was loaded before; a word that no row has is told."""
        home, folder = tmp_path / "home", tmp_path / "given"
        folder.mkdir()
        (folder / "ssd_cla_health.csv").write_text(
            "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date\n"
            "H1,004,Blue form,2026-02-02\n",
            encoding="utf-8",
        )
        (folder / "ssd_contacts.csv").write_text(
            "cont_contact_id,cont_person_id,cont_contact_date\nC1,004,2026-02-02\n",
            encoding="utf-8",
        )
        home.mkdir()
        (home / "local-words.toml").write_text('health = ["Bleu form"]', encoding="utf-8")
        _, out, _ = run(capsys, home, "load", str(folder), *LOADED)
        lines = out.splitlines()
        said = next(line for line in lines if line.startswith("From the SSD, "))
        assert said.startswith("From the SSD, 1 of 11 lists of Annex A can be made (not adopters, ")
        assert any(line.startswith("“Bleu form” is said to mean “health”") for line in lines)
        assert any("--left-out` says what and why" in line for line in lines)

    def test_a_mistake_in_the_words_stops_the_load(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Before anything is read or kept."""
        (tmp_path / "local-words.toml").write_text("health = 7", encoding="utf-8")
        (tmp_path / "ssd_contacts.csv").write_text("cont_contact_id\nC1\n", encoding="utf-8")
        code, _, err = run(capsys, tmp_path, "load", str(tmp_path / "ssd_contacts.csv"), *LOADED)
        assert code == 2
        assert "health must be a list of words in quotes" in err
        assert not (tmp_path / "snapshots").exists()


SHOWN = ("snapshots", "annex-a", AUTHORITY)
LOADED = ("--authority", AUTHORITY, "--as-at", DAY.isoformat())


def in_care(*children: str) -> Any:
    """List 8 with children in care since 2020."""
    return pa.table(
        {
            "child_id": pa.array(children, pa.string()),
            "cla_start_date": pa.array([date(2020, 1, 1)] * len(children), pa.date32()),
            "cla_end_date": pa.array([None] * len(children), pa.date32()),
        }
    )
