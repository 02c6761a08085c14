"""A wrong declaration cannot be made."""

from dataclasses import replace

import pytest
from audits_small import SMALL

from sightline.audits.ask import choice, grade, text, yes_no
from sightline.audits.declare import Kind, Question, Section, Tool
from sightline.audits.rules import Limit
from sightline.audits.scales import FACES, MET, OFSTED, Scale, Step
from sightline.audits.whom import CHILD_IN_CARE, When, after, of


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"id": "Two Words", "text": "?", "kind": Kind.TEXT}, "small letters"),
        ({"id": "a", "text": " ", "kind": Kind.TEXT}, "needs a text"),
        ({"id": "a", "text": "?", "kind": Kind.TEXT, "theme": "weather"}, "no theme 'weather'"),
        ({"id": "a", "text": "?", "kind": Kind.CHOICE}, "choices belong"),
        ({"id": "a", "text": "?", "kind": Kind.TEXT, "choices": (Step("x", "X"),)}, "choices"),
        ({"id": "a", "text": "?", "kind": Kind.TEXT, "answered_from": "AS02"}, "yes or no"),
        ({"id": "a", "text": "?", "kind": Kind.TEXT, "key": True}, "only a grade"),
        ({"id": "a", "text": "?", "kind": Kind.SCALE}, "needs a scale"),
        ({"id": "a", "text": "?", "kind": Kind.YES_NO, "scale": MET}, "no use for a scale"),
    ],
)
def test_a_wrong_question_is_refused(said: dict[str, object], wrong: str) -> None:
    """Each says what is wrong with it."""
    with pytest.raises(ValueError, match=wrong):
        Question(**said)  # type: ignore[arg-type]


def test_a_choice_cannot_stand_twice() -> None:
    """Two answers with one value could not be told apart."""
    with pytest.raises(ValueError, match="stands twice"):
        choice("a", "?", ("x", "One"), ("x", "Two"))


def test_a_section_has_from_one_to_six_questions() -> None:
    """Seven are too many, and none is no section."""
    seven = tuple(text(f"q{n}", "?") for n in range(7))
    assert len(Section("s", "S", "risk", seven[:6]).questions) == 6
    for questions in (seven, ()):
        with pytest.raises(ValueError, match="from 1 to 6"):
            Section("s", "S", "risk", questions)


def test_a_question_takes_its_sections_theme_unless_it_has_its_own() -> None:
    """So that every question points to a theme."""
    section = Section("s", "S", "risk", (text("a", "?"), text("b", "?", theme="health")))
    assert [question.theme for question in section.questions] == ["risk", "health"]
    with pytest.raises(ValueError, match="no theme"):
        Section("s", "S", "weather", (text("a", "?"),))


def _with(*sections: Section, **said: object) -> Tool:
    return replace(SMALL, sections=sections, overall=(), **said)  # type: ignore[arg-type]


def test_ids_are_not_declared_twice() -> None:
    """Neither of questions nor of sections."""
    with pytest.raises(ValueError, match="declared twice: a"):
        _with(
            Section("s", "S", "risk", (text("a", "?"),)),
            Section("t", "T", "risk", (text("a", "?"),)),
        )


def test_what_waits_for_an_answer_comes_after_its_question() -> None:
    """And the answer is one that can be given."""
    late = Section(
        "s",
        "S",
        "risk",
        (text("a", "?", asked_when=after("b", "yes")), yes_no("b", "?")),
    )
    with pytest.raises(ValueError, match="does not come before"):
        _with(late)
    odd = Section(
        "s", "S", "risk", (yes_no("b", "?"), text("a", "?", asked_when=after("b", "maybe")))
    )
    with pytest.raises(ValueError, match="maybe, which is no answer"):
        _with(odd)


def test_an_overall_grade_needs_rules_on_its_own_scale() -> None:
    """A rule of another scale cannot be declared, nor one without graded questions."""
    with pytest.raises(ValueError, match="not on the scale 'ofsted'"):
        replace(SMALL, overall=(Limit("No.", "not_met", "not_met", count=1),))
    with pytest.raises(ValueError, match="needs graded questions"):
        replace(
            SMALL,
            sections=(Section("s", "S", "risk", (text("a", "?"),)),),
        )
    with pytest.raises(ValueError, match="on its own scale"):
        _with(Section("s", "S", "risk", (grade("a", "?", scale=FACES),)))


def test_an_alert_is_an_answer_that_can_be_given() -> None:
    """Yes, no or does not apply."""
    with pytest.raises(ValueError, match="an alert"):
        _with(Section("s", "S", "risk", (yes_no("a", "?", alerts=("red",)),)))


def test_a_rule_is_by_a_count_or_a_share() -> None:
    """Not both, and not neither."""
    for said in ({}, {"count": 1, "share": (1, 2)}):
        with pytest.raises(ValueError, match="count or a share"):
            Limit("Words.", "Good", "Good", **said)  # type: ignore[arg-type]


def test_a_scale_orders_its_words() -> None:
    """From Inadequate, the worst, to Outstanding."""
    assert OFSTED.values == ("Inadequate", "Requires improvement", "Good", "Outstanding")
    assert OFSTED.no_better("Inadequate", than="Good")
    assert not OFSTED.no_better("Outstanding", than="Good")
    assert OFSTED.lowest(["Good", "Requires improvement", "Outstanding"]) == "Requires improvement"
    with pytest.raises(KeyError, match="is not on the scale"):
        OFSTED.place("Adequate")
    with pytest.raises(ValueError, match="twice"):
        Scale("s", "S", (Step("a", "A"), Step("a", "B")))


def test_for_whom_something_is_asked() -> None:
    """One of some words is enough, all of others are needed, and some rule it out."""
    when = When(any_of=("child_in_care", "care_leaver"), all_of=("disabled",), none_of=("closed",))
    assert when.holds({"child_in_care", "disabled"}, {})
    assert not when.holds({"child_in_care"}, {})
    assert not when.holds({"disabled"}, {})
    assert not when.holds({"care_leaver", "disabled", "closed"}, {})
    assert of(CHILD_IN_CARE).words() == "a child in care"
    with pytest.raises(ValueError, match="LAC: choose from"):
        of("LAC")
    with pytest.raises(ValueError, match="Asked and not asked"):
        When(any_of=("closed",), none_of=("closed",))
    with pytest.raises(ValueError, match="needs its answers"):
        When(question="a")


def test_a_tool_finds_its_questions() -> None:
    """By id, with the section, and an error that names the tool."""
    assert SMALL.question("b").text == "How planned?"
    assert SMALL.section_of("checked").title == "Care"
    assert SMALL.ref == "small/1"
    with pytest.raises(KeyError, match="small/1 has no question 'z'"):
        SMALL.question("z")
    with pytest.raises(KeyError, match="small/1 has no question 'z'"):
        SMALL.section_of("z")
