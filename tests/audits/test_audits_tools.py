"""The declared tools: what they ask of whom, from which data, and in how plain words."""

import re

import pytest

from sightline.audits.answers import Answer, asked
from sightline.audits.declare import Activity, Kind, Question, Tool
from sightline.audits.tools import all_tools, all_versions, tool
from sightline.measures.declare import UP
from sightline.measures.library import measures_named

# The domains of the case-audit instrument, 1 to 19, as this tool names their sections.
DOMAINS = [
    "record",
    "history",
    "referral",
    "safety",
    "assessment",
    "plan",
    "visits",
    "voice",
    "reviews",
    "partners",
    "risk",
    "court",
    "permanence",
    "health",
    "leaving_care",
    "oversight",
    "equality",
    "drift",
    "difference",
]


def test_each_kind_of_looking_has_a_tool() -> None:
    """Ten kinds; feedback has one for families and one for children."""
    assert {made.kind for made in all_tools()} == set(Activity)
    assert len(all_tools()) == 11


def test_old_versions_stay() -> None:
    """The dip sample has two: the second asks one thing more."""
    assert tool("dip_sample").version == 2
    first, second = tool("dip_sample", 1), tool("dip_sample", 2)
    more = {q.id for q in second.questions} - {q.id for q in first.questions}
    assert more == {"written_up"}
    assert len(all_versions()) == len(all_tools()) + 1
    with pytest.raises(KeyError, match="no tool 'dip_sample' of version 9"):
        tool("dip_sample", 9)
    with pytest.raises(KeyError, match="no tool 'nothing'"):
        tool("nothing")


def test_the_full_audit_covers_every_domain_and_grades_it() -> None:
    """Compliance and quality are asked apart: each domain has one grade, and no other kind is."""
    full = tool("full_child")
    sections = {section.id: section for section in full.sections}
    assert set(DOMAINS) <= set(sections)
    for domain in DOMAINS:
        kinds = [question.kind for question in sections[domain].questions]
        assert kinds.count(Kind.GRADE) == 1, domain


@pytest.mark.parametrize("made", all_versions(), ids=lambda made: made.ref)
def test_a_measure_that_answers_says_yes_where_things_are_well(made: Tool) -> None:
    """Each is in the library, and higher is better: yes in the data is yes to the question."""
    for question in made.questions:
        if question.answered_from:
            found = measures_named(question.answered_from)
            assert found, f"{question.id}: no measure {question.answered_from}"
            assert {measure.better for measure in found} == {UP}, question.id


@pytest.mark.parametrize("made", all_tools(), ids=lambda made: made.ref)
def test_whoever_audits_a_child_asks_whether_it_is_safe(made: Tool) -> None:
    """Every tool about a child asks it once; others need not."""
    kinds = [question.kind for question in made.questions]
    if made.about == "child":
        assert kinds.count(Kind.SAFE) == 1


@pytest.mark.parametrize("made", all_tools(), ids=lambda made: made.ref)
def test_grades_are_helped_by_guidance_or_words_that_need_none(made: Tool) -> None:
    """A key grade of the full audit has guidance beside it."""
    if made.id == "full_child":
        assert [q.id for q in made.graded if len(q.guidance.split()) < 10] == []
    for question in made.questions:
        assert "case" not in re.findall(r"[a-z]+", f"{question.text} {question.guidance}".lower())


def _ids(made: Tool, *about: str) -> set[str]:
    return {question.id for question in asked(made, about, {})}


def test_a_child_is_asked_only_what_concerns_it() -> None:
    """A child in need is not asked about care, and a care leaver not about conferences."""
    full = tool("full_child")
    need = _ids(full, "child_in_need", "under_18")
    assert {"need_visits_in_time", "plan_quality", "assessment_quality"} <= need
    assert not {"permanence_quality", "court_quality", "leaving_quality", "threshold"} & need
    leaver = _ids(full, "care_leaver")
    assert {"leaving_quality", "plan_quality"} <= leaver
    assert not {"reviews_quality", "assessment_quality", "health_quality"} & leaver
    baby, pupil = _ids(full, "child_in_care"), _ids(full, "child_in_care", "school_age")
    assert pupil - baby == {q.id for q in full.questions if full.section_of(q.id).id == "education"}


def test_the_family_is_quoted_only_if_it_was_reached() -> None:
    """What they said is asked after they answered, and not when it is not safe to ask."""
    together = tool("collaborative")
    for status, wanted in (("reached", True), ("not_safe", False)):
        ids = {q.id for q in asked(together, (), {"family_asked": Answer(status)})}
        assert ("family_says" in ids) is wanted


def _syllables(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and count > 1
    return max(1, count - silent)


def _grade_level(texts: list[str]) -> float:
    """Flesch and Kincaid's grade: 4 is read at about nine years."""
    words = [word for text in texts for word in re.findall(r"[A-Za-z']+", text)]
    sentences = sum(max(1, len(re.findall(r"[.?!]", text))) for text in texts)
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def test_the_reading_age_is_measured_as_published() -> None:
    """7 words, 8 syllables: 0.39 x 7 + 11.8 x 8/7 - 15.59 = 0.63."""
    words = "The cat sat on the little mat."
    assert _grade_level([words]) == pytest.approx(0.63, abs=0.005)


@pytest.mark.parametrize("made", [tool("family_feedback"), tool("child_feedback")])
def test_families_are_asked_in_words_for_nine_year_olds(made: Tool) -> None:
    """Every question has an easy form, nothing must be answered, faces are told in words."""
    assert made.one_per_page
    assert _grade_level([q.text for q in made.questions]) <= 4
    assert _grade_level([q.easy_text for q in made.questions]) <= 2
    assert all(q.easy_text and not q.required for q in made.questions)
    assert all(len(q.easy_text.split()) <= 9 for q in made.questions)
    assert all(step.picture for step in made.scale.steps)


def test_a_child_who_does_not_feel_safe_is_heard_the_same_day() -> None:
    """No to that question is an alert."""
    question: Question = tool("child_feedback").question("feel_safe")
    assert question.alerts == ("no",)
