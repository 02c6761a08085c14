"""What is left to do, what is wrong, and that answers come back as they were kept."""

import pytest
from audits_small import IN_CARE, NOT_IN_CARE, SMALL, filled, graded
from hypothesis import given
from hypothesis import strategies as st

from sightline.audits.answers import (
    Answer,
    asked,
    completeness,
    from_json,
    from_plain,
    in_play,
    missing,
    next_unanswered,
    not_asked,
    problems,
    to_json,
    to_plain,
)

WHOLE = filled("Good", "Good", "Good", "Good")


def test_what_is_asked_follows_who_the_child_is_and_what_was_said() -> None:
    """Care is asked of a child in care; why not, after a no."""
    assert [q.id for q in asked(SMALL, NOT_IN_CARE, {})] == ["safe_now", "a", "b", "d", "more"]
    checked = {"checked": Answer("no")}
    assert [q.id for q in asked(SMALL, IN_CARE, checked)][3:6] == ["checked", "why", "c"]


def test_an_answer_that_is_not_asked_any_more_counts_for_nothing() -> None:
    """It is kept: the child may be in care again."""
    answers = {**WHOLE, "checked": Answer("yes", "Letter"), "why": Answer("Nobody came")}
    assert not_asked(SMALL, IN_CARE, answers) == ("why",)
    assert "why" not in in_play(SMALL, IN_CARE, answers)
    assert set(not_asked(SMALL, NOT_IN_CARE, answers)) == {"checked", "why", "c"}


def test_what_is_missing_stands_in_order_with_its_parts() -> None:
    """The reason comes before the grade; an answer from data needs no evidence."""
    answers = {**WHOLE, "a": Answer("Good", evidence="Visit"), "c": graded("Good")}
    left = [(r.question.id, r.parts) for r in missing(SMALL, IN_CARE, answers)]
    assert left == [("a", ("rationale",)), ("c", ("impact",))]
    assert missing(SMALL, IN_CARE, WHOLE) == ()
    by_hand = {**WHOLE, "checked": Answer("yes")}
    assert [r.parts for r in missing(SMALL, IN_CARE, by_hand)] == [("evidence",)]
    does_not_apply = {**WHOLE, "checked": Answer("na")}
    assert missing(SMALL, IN_CARE, does_not_apply) == ()


def test_nothing_answered_is_everything_that_must_be() -> None:
    """Not in care: safe, a, b, d. In care: those and checked and c. More is never needed."""
    assert completeness(SMALL, NOT_IN_CARE, {}) == completeness(SMALL, NOT_IN_CARE, {"z": Answer()})
    assert str(completeness(SMALL, NOT_IN_CARE, {})) == "0 of 4 done"
    assert str(completeness(SMALL, IN_CARE, {"a": graded("Good")})) == "1 of 6 done"
    assert completeness(SMALL, IN_CARE, WHOLE).complete


def test_the_next_unanswered_is_ahead_and_then_from_the_start() -> None:
    """From a, the next is b; from the end, the first that was left out."""
    some = {"a": graded("Good"), "d": graded("Good")}
    first = next_unanswered(SMALL, NOT_IN_CARE, some)
    assert first is not None
    assert first.id == "safe_now"
    ahead = next_unanswered(SMALL, NOT_IN_CARE, some, after="a")
    assert ahead is not None
    assert ahead.id == "b"
    around = next_unanswered(SMALL, NOT_IN_CARE, some, after="d")
    assert around is not None
    assert around.id == "safe_now"
    assert next_unanswered(SMALL, IN_CARE, WHOLE) is None


def test_problems_are_sentences_by_question() -> None:
    """A grade without its reason is told at once; what was not begun, only on finishing."""
    answers = {"a": Answer("Good"), "safe_now": Answer("yes", "Seen today")}
    assert problems(SMALL, NOT_IN_CARE, answers) == {
        "a": [
            "Say why, before you give the grade.",
            "Say where you saw it: the record and its date, or who told you.",
        ]
    }
    finishing = problems(SMALL, NOT_IN_CARE, answers, finishing=True)
    assert list(finishing) == ["a", "b", "d"]
    assert "Answer this question." in finishing["b"]
    assert problems(SMALL, IN_CARE, WHOLE, finishing=True) == {}


def test_answers_that_cannot_be_given_are_refused() -> None:
    """Words off the scale, impacts off theirs, data where a person must judge, and strangers."""
    answers = {
        **WHOLE,
        "a": graded("Adequate"),
        "c": graded("Good", impact="huge"),
        "b": Answer("Good", "Plan", "It shows", from_data=True),
        "zz": Answer("yes"),
    }
    found = problems(SMALL, IN_CARE, answers)
    assert "'Adequate' is not an answer" in found["a"][0]
    assert "'huge' is not an impact" in found["c"][0]
    assert found["b"] == ["Data cannot answer this question. Answer it yourself."]
    assert found["zz"] == ["A small tool has no such question."]


def test_only_known_words_are_said_of_a_child() -> None:
    """A slip in who the child is would drop questions in silence."""
    with pytest.raises(ValueError, match="child_in_kare: choose from"):
        asked(SMALL, {"child_in_kare"}, {})


_ANSWERS = st.dictionaries(
    st.text(min_size=1),
    st.builds(Answer, st.text(), st.text(), st.text(), st.text(), st.booleans()),
)


@given(_ANSWERS)
def test_answers_come_back_as_they_were_kept(answers: dict[str, Answer]) -> None:
    """Through plain values and through JSON."""
    assert from_json(to_json(answers)) == answers
    assert from_plain(to_plain(answers)) == answers


def test_what_is_kept_is_small_and_strange_parts_are_refused() -> None:
    """Empty parts are left out."""
    assert (
        to_json({"a": Answer("Good", impact="some")})
        == '{"a": {"impact": "some", "value": "Good"}}'
    )
    with pytest.raises(ValueError, match="not answers"):
        from_plain({"a": {"colour": "red"}})
