"""Declarations: what a list may say of itself, and that a wrong one cannot be imported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import new_class
from typing import Any, cast

import pytest

from sightline.standards.codes import CodeSet, Item
from sightline.standards.codes.declare import CODE_SETS
from sightline.standards.declare import (
    STANDARDS_MADE,
    ChildId,
    Code,
    Column,
    Count,
    Date,
    DateRule,
    Decimal,
    Id,
    Integer,
    Period,
    Standard,
    Table,
    Text,
    YesNo,
    declare_standard,
    usually,
    weeks_before,
)
from sightline.standards.sources import Source

SOURCE = Source("A trial")


@pytest.fixture
def trial() -> Iterator[Standard]:
    """A standard of the test's own, forgotten after it."""
    yield declare_standard("trial", "Trial", SOURCE, "For a test.")
    del STANDARDS_MADE["trial"]


def made(name: str, base: type[Table], body: dict[str, Any], **said: Any) -> type[Table]:
    """What a class statement makes, with names that are only known when it runs."""
    return cast("type[Table]", new_class(name, (base,), said, lambda space: space.update(body)))


def declared(name: str = "Things", doc: str = "Things.", **said: Any) -> type[Table]:
    """A list of the trial standard: capitals are columns, the rest arguments of the class."""
    columns = said.pop("columns", {})
    arguments = {"standard": "trial", "title": "Things", "source": SOURCE} | said
    body = {"__doc__": doc, "__module__": "trial", "thing_id": Id("Thing", key=True)} | columns
    return made(name, Table, body, **arguments)


def refused(message: str, **said: Any) -> bool:
    """Whether a list declared so is refused with those words."""
    with pytest.raises(ValueError, match=message):
        declared(**said)
    return True


def test_a_list_knows_what_it_was_told(trial: Standard) -> None:
    """Title, number, period, population, source and columns come from the class."""

    class EarlyTalks(
        Table,
        standard="trial",
        number=7,
        title="Early talks",
        source=SOURCE.at("page 3"),
        period=Period.SIX_MONTHS,
        sheets=("Talks",),
        one_row_per_key=True,
    ):
        """Talks held
        early."""

        child_id = ChildId("Child", key=True, required=True)
        held_on = Date("Held", not_before="told_on")
        told_on = Date("Told")

    assert trial.tables == (EarlyTalks,)
    assert trial.by_key("early_talks") is trial.by_number(7) is EarlyTalks
    assert [column.name for column in EarlyTalks.columns] == ["child_id", "held_on", "told_on"]
    assert EarlyTalks.population == "Talks held early."
    assert EarlyTalks.sheet_name == "List 7"
    assert str(EarlyTalks.source) == "A trial, page 3"
    assert (EarlyTalks.period.months, EarlyTalks.one_row_per_key) == (6, True)
    assert EarlyTalks.key_column() is EarlyTalks.child_column() is EarlyTalks.child_id
    assert EarlyTalks.held_on.table is EarlyTalks


def test_an_unknown_list_or_column_is_named_with_those_there_are(trial: Standard) -> None:
    """The error says what could have been asked for."""
    table = declared()
    with pytest.raises(KeyError, match="no list 'thing'; it has things"):
        trial.by_key("thing")
    with pytest.raises(KeyError, match="no column 'thing'; it has thing_id"):
        table.column("thing")
    with pytest.raises(KeyError, match="no list 9"):
        trial.by_number(9)


def test_a_standard_is_declared_once(trial: Standard) -> None:
    """A second of the same key is refused."""
    with pytest.raises(ValueError, match="'trial' is declared twice"):
        declare_standard(trial.key, "Trial", SOURCE, "")


@pytest.mark.usefixtures("trial")
class TestWrongListsAreRefused:
    """One test for each rule of ``contradictions``."""

    def test_unknown_standard(self) -> None:
        """A list belongs to a standard that there is."""
        assert refused("there is no standard 'trail'", standard="trail")

    def test_no_title(self) -> None:
        """A list has a title."""
        assert refused("it needs a title", title=" ")

    def test_no_docstring(self) -> None:
        """A list says whom it holds."""
        assert refused("it needs a docstring", doc=" ")

    def test_no_source(self) -> None:
        """A list says where it comes from."""
        assert refused("it needs a source", source=None)

    def test_key_not_in_snake_case(self) -> None:
        """The key of a list is in snake case."""
        assert refused("'Things-2' is not in snake case", key="Things-2")

    @pytest.mark.parametrize("title", ["A" * 32, "Plans: all", "Plans/visits"])
    def test_impossible_sheet_name(self, title: str) -> None:
        """Excel could not have a sheet of that name."""
        assert refused("cannot be the name of a sheet", title=title)

    def test_a_list_from_a_list(self) -> None:
        """Lists do not inherit columns from each other."""
        base = declared()
        with pytest.raises(ValueError, match="declared from Table itself"):
            made("More", base, {"__doc__": "x"}, standard="trial", title="More", source=SOURCE)

    def test_taken_key(self) -> None:
        """Two lists of a standard cannot have one key."""
        declared()
        assert refused("the key 'things' is taken by Things", title="Other")

    def test_taken_number(self) -> None:
        """Two lists of a standard cannot have one number."""
        declared(number=3)
        assert refused("the number 3 is taken", name="Other", number=3, title="Other")

    def test_taken_sheet_name(self) -> None:
        """A sheet name cannot mean two lists."""
        declared(sheets=("PLO tracker",))
        assert refused("'plotracker' is also that of", name="Other", title="PLO_Tracker")

    def test_no_columns(self) -> None:
        """A list has columns."""
        with pytest.raises(ValueError, match="it declares no columns"):
            made("Empty", Table, {"__doc__": "x"}, standard="trial", title="x", source=SOURCE)

    def test_no_key(self) -> None:
        """A list has a column that a row is known by."""
        assert refused("no column is declared as its key", columns={"thing_id": Id("Thing")})

    def test_two_keys(self) -> None:
        """And only one."""
        assert refused(
            "two columns are declared as its key: thing_id and other",
            columns={"other": Id("Other", key=True)},
        )

    def test_key_that_may_be_missing(self) -> None:
        """Without its key a list cannot be read."""
        assert refused(
            "key thing_id may not be missing",
            columns={"thing_id": Id("Thing", key=True, optional=True)},
        )

    def test_two_children(self) -> None:
        """Only one column says whom the row is about."""
        assert refused(
            "two columns hold the child: a and b",
            columns={"a": ChildId("Child"), "b": ChildId("Other child")},
        )

    @pytest.mark.parametrize("other", ["START-DATE (dd/mm)", "The start date", "StartDate¹"])
    def test_two_columns_with_one_heading(self, other: str) -> None:
        """Headings that differ only in print are one heading."""
        assert refused(
            "ended and started have one heading",
            columns={"started": Date("Start date"), "ended": Date(other)},
        )

    def test_alias_that_is_another_columns_heading(self) -> None:
        """Aliases count too."""
        assert refused(
            "ended and started have one heading: 'Start'",
            columns={"started": Date("Start"), "ended": Date("End", aliases=("Start",))},
        )

    def test_heading_without_words(self) -> None:
        """A heading is a word or more."""
        assert refused("'¹ ' holds no words", columns={"a": Text("¹ ")})

    def test_name_that_every_list_has(self) -> None:
        """A column called title would hide the list's own."""
        assert refused("every list has for itself", columns={"title": Text("Title of talk")})

    def test_code_without_code_set(self) -> None:
        """A code belongs to a set."""
        assert refused("needs the name of its code set", columns={"a": Code("A")})

    def test_unknown_code_set(self) -> None:
        """And to one that there is."""
        assert refused("no code set 'ethnicty'", columns={"a": Code("A", codes="ethnicty")})

    def test_text_with_a_closed_code_set(self) -> None:
        """Words may hold special codes only of an open set."""
        assert refused("'gender' is a closed", columns={"a": Text("A", special="gender")})

    def test_required_and_blank(self) -> None:
        """What may not be blank is never blank for a reason."""
        assert refused("may not be blank", columns={"a": Text("A", required=True, blank_when="x")})

    def test_ends_before_it_begins(self) -> None:
        """The dates in force are in order."""
        told = Text("A", since=date(2024, 1, 1), until=date(2023, 1, 1))
        assert refused("it ends before it begins", columns={"a": told})

    def test_bounds_upside_down(self) -> None:
        """The greatest value is not below the least."""
        assert refused("maximum is below", columns={"a": Count("A", minimum=2, maximum=1)})

    def test_date_rule_without_a_column(self) -> None:
        """A date is compared with one that is there."""
        assert refused("no column 'start'", columns={"a": Date("A", not_before="start")})

    def test_date_rule_with_what_is_no_date(self) -> None:
        """And that is a date."""
        assert refused("'thing_id' is not a date", columns={"a": Date("A", not_after="thing_id")})

    def test_date_rule_with_itself(self) -> None:
        """And that is another."""
        assert refused("before or after itself", columns={"a": Date("A", after="a")})

    def test_dates_in_a_circle(self) -> None:
        """No order of dates may come back to where it began."""
        circle: dict[str, Column] = {
            "a": Date("A", not_before="c"),
            "b": Date("B", not_before="a"),
            "c": Date("C", not_after="d"),
            "d": Date("D", not_after="a"),
            "e": Date("E", not_before="b", not_after="d"),
        }
        assert refused("the order of dates comes back to itself", columns=circle)

    def test_pair_with_nothing(self) -> None:
        """A column pairs with another of the list."""
        assert refused("pairs with 'b'", columns={"a": Date("A", pairs_with="b")})


def test_a_reference_to_nothing_is_refused(trial: Standard) -> None:
    """Columns that refer to another list are checked when the standard is complete."""
    declared(columns={"other": Id("Other", references="others.other_id")})
    with pytest.raises(ValueError, match=r"things.other refers to 'others.other_id'"):
        trial.check()


def test_columns_that_may_be_missing(trial: Standard) -> None:
    """In a list that allows it, those that are not required; in another, those that say so."""
    columns = {"a": Text("A"), "b": Text("B", required=True), "c": Text("C", optional=True)}
    lenient = declared(columns=columns, partial=True)
    strict = declared("Others", columns={"d": Text("D"), "e": Text("E", optional=True)}, title="O")
    assert [c.name for c in lenient.columns if c.optional] == ["a", "c"]
    assert [c.name for c in strict.columns if c.optional] == ["e"]
    assert trial.tables == (strict, lenient)


def test_rules_of_dates_say_what_they_mean(trial: Standard) -> None:
    """Each rule gives the other date, the side, the slack and how grave it is."""
    table = declared(
        columns={
            "born": Date("Born"),
            "a": Date("A", not_before=(weeks_before("born", 40), usually("b")), not_after="c"),
            "b": Date("B", after="born"),
            "c": Date("C"),
        }
    )
    assert [str(rule) for rule in table.column("a").date_rules] == [
        "not before 40 weeks before born",
        "usually not before b",
        "not after c",
    ]
    assert table.column("b").date_rules == (DateRule("born", strict=True),)
    assert str(table.column("b").date_rules[0]) == "after born"
    assert table.column("thing_id").date_rules == ()
    assert trial.tables == (table,)


def test_kinds_of_number_differ_in_their_bounds() -> None:
    """A count is nought at least; an integer and a decimal are free."""
    assert (Count("A").minimum, Integer("A").minimum, Decimal("A").minimum) == (0, None, None)
    assert (Count("A").kind, Decimal("A").kind, YesNo("A").codes) == (
        "integer",
        "decimal",
        "yes_no",
    )


def test_columns_and_codes_have_dates_in_force() -> None:
    """Both ends are included, and no date is no limit."""
    column = Text("A", since=date(2024, 1, 1), until=date(2024, 12, 31))
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]
    assert [column.in_force(day) for day in days] == [False, True, True, False]
    assert Item("A").in_force(date(1900, 1, 1))


@pytest.mark.parametrize(
    ("items", "said", "message"),
    [
        ((Item("A"), Item("A")), {}, "a code is declared twice"),
        ((), {}, "it needs a title and codes"),
        ((Item("A", since=date(2024, 1, 2), until=date(2024, 1, 1)),), {}, "A ends before"),
        ((Item("A", also=("x",)), Item("B", also=("X ",))), {}, "'x' is given for A and B"),
        ((Item("A", also=("B",)), Item("B")), {}, "'b' is given for A and B"),
        ((Item("A", "a) One"), Item("B", "a) Two")), {"lettered": True}, "one letter is printed"),
    ],
)
def test_wrong_code_sets_are_refused(
    items: tuple[Item, ...], said: dict[str, Any], message: str
) -> None:
    """Codes twice, none at all, dates out of order, and spellings or letters that mean two."""
    with pytest.raises(ValueError, match=message):
        CodeSet("trial", "Trial", SOURCE, items, **said)
    assert "trial" not in CODE_SETS


def test_a_spelling_for_two_codes_can_be_declared_ambiguous() -> None:
    """Then it is read as neither, and both are named."""
    items = (Item("A", also=("x",)), Item("B", also=("x",)))
    made = CodeSet("trial", "Trial", SOURCE, items, ambiguous=("X",))
    try:
        assert made.reading("x").candidates == ("A", "B")
        assert made.read("x") is None
        with pytest.raises(ValueError, match="'trial': it is declared twice"):
            CodeSet("trial", "Trial", SOURCE, items, ambiguous=("X",))
    finally:
        del CODE_SETS["trial"]
