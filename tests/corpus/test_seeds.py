"""The five documents that the work began with: every event, date, grade, scope, item and quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.reports.reading import Reading, read_bytes

SEEDS = Path(__file__).parent.parent.parent.parent / "shared" / "seeds"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not here"),
]


def seed(number: int) -> Reading:
    """The seed document of that number."""
    (path,) = SEEDS.glob(f"{number:03}_*.txt")
    return read_bytes(path.read_bytes(), path.name)


def told(reading: Reading) -> list[tuple[str, str, str, str]]:
    """Authority, kind of event, first day as stated, overall grade."""
    return [
        (
            e.value("authority"),
            e.event_kind or e.kind,
            str(e.value("start_date") or ""),
            e.value("overall") or "",
        )
        for e in reading.events
    ]


def items(reading: Reading) -> list[str]:
    """The words of every area for improvement."""
    assert reading.document is not None
    text = reading.document.text
    return [" ".join(text[i.start : i.end].split()) for e in reading.events for i in e.items]


def said_by(reading: Reading, words: str) -> str:
    """Who said a quotation that holds some words."""
    return next(q.said_by for e in reading.events for q in e.quotes if words in q.citation.quote)


def test_news_of_leicesters_focused_visit() -> None:
    """Undated; its scope with the disabled children; the inspection of July 2017 before it."""
    reading = seed(0)
    assert told(reading) == [
        ("Leicester", "focused_visit", "", ""),
        ("Leicester", "inspection", "2017-07", "Requires improvement"),
    ]
    visit = reading.events[0]
    assert visit.value("topic") == "cin_cp"
    assert visit.values("cohorts") == ["disabled children"]
    assert visit.value("previous_overall") == "Requires improvement"
    assert items(reading) == [
        "the consistency in the quality of assessments and plans",
        "the consistency in the quality of direct work with children and in the recording of "
        "visits to children",
    ]
    assert said_by(reading, "is helping to improve") == "the report"


def test_news_of_three_first_focused_visits() -> None:
    """Leeds, Nottinghamshire and Coventry, each with its own scope and what came before."""
    reading = seed(1)
    assert told(reading) == [
        ("Leeds", "focused_visit", "", ""),
        ("Leeds", "inspection", "2015", "Good"),
        ("Nottinghamshire", "focused_visit", "", ""),
        ("Nottinghamshire", "inspection", "2015-07", "Good"),
        ("Coventry", "focused_visit", "", ""),
    ]
    leeds, before, notts, _, coventry = reading.events
    assert before.value("leaders") == "Outstanding"
    assert [e.value("topic") for e in (leeds, notts, coventry)] == [
        "children_in_care",
        "care_leavers",
        "front_door",
    ]
    assert "matching, placement and decision-making" in leeds.value("scope")
    assert "supervision" in leeds.values("scope")[1]
    assert {str(e.value("published_date")) for e in reading.events} == {"2018-02-22"}
    assert len(items(reading)) == 2
    assert "performance management reports" in items(reading)[0]
    assert "personal education plans" in items(reading)[1]
    assert said_by(reading, "Practice is child-centred") == "the letter"
    assert said_by(reading, "corporate parenting") == "the letter"


def test_the_letter_to_leicestershire() -> None:
    """Dates, people, scope, the two items, the inspection before."""
    reading = seed(2)
    (event,) = reading.events
    assert (reading.kind, event.value("authority")) == ("focused_visit", "Leicestershire")
    assert [str(event.value(f)) for f in ("start_date", "end_date", "letter_date")] == [
        "2022-01-26",
        "2022-01-27",
        "2022-03-02",
    ]
    assert event.values("inspectors") == ["Victoria Horsefield", "Julie Knight"]
    assert event.value("lead_inspector") == "Victoria Horsefield"
    assert event.value("addressee") == "Jane Moore"
    assert event.value("addressee_role").startswith("Director of Children")
    assert (event.value("previous_date"), event.value("previous_overall")) == (
        "2019-09",
        "Requires improvement",
    )
    assert (event.value("topic"), event.values("cohorts")) == ("cin_cp", ["disabled children"])
    assert event.value("virtual") is None
    assert len(items(reading)) == 2
    assert items(reading)[1].startswith("Consistency in the recording of supervisions")


def test_news_of_leicesters_reinspection() -> None:
    """Requires improvement, with good adoption and leadership; inadequate in 2015."""
    reading = seed(3)
    assert told(reading) == [
        ("Leicester", "inspection", "", "Requires improvement"),
        ("Leicester", "inspection", "2015", "Inadequate"),
    ]
    now = reading.events[0]
    assert (now.value("leaders"), now.value("adoption")) == ("Good", "Good")
    assert items(reading) == ["the work done for disabled children", "those privately fostered"]
    assert "2021" not in {str(e.value("published_date"))[:4] for e in reading.events}
    assert said_by(reading, "In parallel to progress") == "the report"


def test_news_of_the_fifth_monitoring_visit() -> None:
    """September 2016, from "last month"; the services for children it looks after; a councillor."""
    reading = seed(4)
    assert told(reading) == [("Leicester", "monitoring_visit", "2016-09", "")]
    (event,) = reading.events
    assert event.value("ordinal") == 5
    assert str(event.value("published_date")) == "2016-10-07"
    assert event.value("topic") == "children_in_care"
    assert len(items(reading)) == 3
    assert "drift and delay" in items(reading)[2]
    assert said_by(reading, "right track") == "Cllr Sarah Russell"
    assert said_by(reading, "encouraging early signs") == "the letter"


@pytest.mark.parametrize("number", range(5))
def test_every_citation_holds(number: int) -> None:
    """Facts, findings, items and quotations are the text from start to end."""
    reading = seed(number)
    assert reading.document is not None
    text = reading.document.text
    cited = [
        f.citation for e in reading.events for fs in e.facts.values() for f in fs if f.citation
    ]
    cited += [q.citation for e in reading.events for q in e.quotes]
    assert len(cited) > 4
    assert all(text[c.start : c.end] == c.quote for c in cited)
