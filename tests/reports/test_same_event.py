"""Histories: what several documents say of one event is joined, and nothing else is."""

from datetime import date
from pathlib import Path

import pytest
from shelf_texts import event, label, letter, put, reading

from sightline.regime.history import is_graded, last_graded
from sightline.regime.visits import Kind, Topic
from sightline.reports.same_event import histories, history, span_of, to_regime_events
from sightline.reports.shelf import Shelf

SHARED = Path(__file__).parents[2].parent / "shared"
VISIT = {"start_date": "2019-03-12", "end_date": "2019-03-13", "letter_date": "2019-04-04"}
REPORT = {
    "kind": "inspection",
    "framework": "SIF",
    "start_date": "2017-06-19",
    "end_date": "2017-07-13",
    "published_date": "2017-09-04",
    "overall": "Requires improvement",
    "leaders": "Good",
}
WORDS = [
    (
        "headline",
        "Supervision is strong, reflective and recorded well in every team that was seen.",
    ),
    ("finding", "Planning is weak where families have moved and a new worker has come to them."),
]
OTHER_WORDS = [
    ("finding", "Foster carers are recruited with care, trained, and visited at home often.")
]
NEWS = {"kind": "article", "event_kind": "focused_visit"}
EARLIER = {"kind": "article", "event_kind": "inspection"}


@pytest.fixture
def shelf(tmp_path):
    with Shelf(tmp_path, label=label) as made:
        yield made


def told(shelf, who="Wexmoor"):
    """Each event of the history in short: its kind, when it was, and how many sources it has."""
    return [(e.kind, e.when_words, len(e.sources)) for e in history(shelf, who)]


def test_a_span_is_as_wide_as_the_date_is_vague():
    """A month is all of its days, a year too; what is no date is none."""
    assert span_of("2016-02").last == date(2016, 2, 29)
    assert span_of("2015").words == "2015"
    assert span_of("2019-01-22").words == "22 January 2019"
    assert span_of("2019-02-30") is None
    assert span_of("last July") is None


def test_two_copies_of_a_letter_are_one_event(shelf):
    """A letter as PDF and as text: two sources, and the findings of one of them count."""
    shelf.add([("a.txt", letter()), ("b.txt", letter(more="It is printed again."))])
    (one,) = history(shelf, shelf.authorities()[0]["who"])
    assert len(one.sources) == 2
    assert one.voice is not None
    assert one.contradictions == ()


def test_two_visits_in_one_year_stay_apart(shelf):
    """The same words about the same place at other dates are another visit."""
    put(shelf, reading("a.txt", event(said=WORDS, **VISIT)))
    later = {"start_date": "2019-10-01", "end_date": "2019-10-02", "letter_date": "2019-10-25"}
    put(shelf, reading("b.txt", event(said=WORDS, **later)))
    assert [when for _, when, _ in told(shelf)] == [
        "12 to 13 March 2019",
        "1 to 2 October 2019",
    ]


def test_the_same_words_about_another_authority_are_another_event(shelf):
    """A city and its county may have letters that are nearly the same: they never join."""
    put(shelf, reading("city.txt", event(authority="Ashmere", said=WORDS, topic="cin_cp", **VISIT)))
    put(
        shelf,
        reading("news.txt", event(**NEWS, authority="Ashmereshire", said=WORDS, topic="cin_cp")),
    )
    assert told(shelf, "Ashmere") == [("focused_visit", "12 to 13 March 2019", 1)]
    assert told(shelf, "Ashmereshire") == [("focused_visit", "not dated", 1)]


@pytest.mark.parametrize(
    ("stated", "note"),
    [
        ("2017-06", ""),
        ("2017-07", ""),
        ("2017", ""),
        ("2017-09", "September 2017, as it is stated, is when the report came out."),
        ("2017-09-04", "4 September 2017, as it is stated, is when the report came out."),
        ("2017-08", "August 2017, as it is stated, is between the visit and its report."),
    ],
)
def test_a_stated_date_may_be_of_fieldwork_or_of_the_report(shelf, stated, note):
    """Whichever it is, the inspection stays one, and a note says which."""
    put(shelf, reading("report.txt", event(**REPORT)))
    mention = event(**EARLIER, start_date=stated, end_date=stated, overall="Requires improvement")
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS), mention))
    inspection, visit = history(shelf, "Wexmoor")
    assert len(inspection.sources) == 2
    assert inspection.when_words == "19 June to 13 July 2017"
    assert inspection.notes == ((note,) if note else ())
    assert visit.when is None


def test_a_letter_tells_of_the_inspection_before(shelf):
    """ "Last inspected in 2017" in a letter joins the report, as a later document of it."""
    put(shelf, reading("report.txt", event(**REPORT)))
    before = {"previous_date": "2017", "previous_overall": "Requires improvement"}
    put(shelf, reading("letter.txt", event(said=WORDS, **VISIT, **before)))
    inspection, _ = history(shelf, "Wexmoor")
    assert [s.standing.words for s in inspection.sources] == [
        "the report or letter",
        "a later report or letter",
    ]


def test_an_inspection_known_by_hearsay_stands_and_says_so(shelf):
    """Without its report it is in the history, with the grade that the letter names."""
    before = {"previous_date": "2017-07", "previous_overall": "Requires improvement"}
    put(shelf, reading("letter.txt", event(said=WORDS, **VISIT, **before)))
    inspection, _ = history(shelf, "Wexmoor")
    assert (inspection.when_words, inspection.grades) == (
        "July 2017",
        {"overall": "Requires improvement"},
    )
    assert "Known only from what a later report or letter says" in inspection.notes[0]
    assert not inspection.official
    assert inspection.voice is None
    (regime, _) = to_regime_events([inspection, history(shelf, "Wexmoor")[1]])
    assert (regime.framework, regime.start, regime.end) == ("SIF", date(2017, 7, 1), None)
    assert is_graded(regime)


def test_hearsay_without_a_grade_starts_no_new_cycle(shelf):
    """It may have been an inspection of something else: the timetable does not count it."""
    put(shelf, reading("letter.txt", event(said=WORDS, **VISIT, previous_date="2018-06")))
    events = to_regime_events(history(shelf, "Wexmoor"))
    assert last_graded(events, date(2026, 1, 1)) is None
    assert "No grade is told" in history(shelf, "Wexmoor")[0].notes[0]


def test_hearsay_of_fieldwork_and_of_the_report_is_one_inspection(shelf):
    """Two later documents name other months and the same grade: one inspection, with a note."""
    for name, month, days in (
        ("a.txt", "2017-07", "2018-02-06"),
        ("b.txt", "2017-09", "2019-03-12"),
    ):
        before = {"previous_date": month, "previous_overall": "Requires improvement"}
        put(shelf, reading(name, event(said=WORDS, start_date=days, end_date=days, **before)))
    assert [kind for kind, _, _ in told(shelf)] == ["inspection", "focused_visit", "focused_visit"]


def test_another_grade_in_the_same_year_is_another_inspection(shelf):
    """A year alone is not enough where the grade differs."""
    put(shelf, reading("report.txt", event(**REPORT)))
    before = {"previous_date": "2017", "previous_overall": "Good"}
    put(shelf, reading("letter.txt", event(said=WORDS, **VISIT, **before)))
    assert [e.grades.get("overall") for e in history(shelf, "Wexmoor")[:2]] == [
        "Good",
        "Requires improvement",
    ]


def test_what_came_before_a_letter_is_not_what_came_after_it(shelf):
    """A letter of March 2019 cannot mean by "2019" the inspection of November 2019."""
    later = {**REPORT, "start_date": "2019-11-04", "end_date": "2019-11-15"}
    later["published_date"] = "2019-12-20"
    before = {"previous_date": "2019", "previous_overall": "Requires improvement"}
    put(shelf, reading("report.txt", event(**later)))
    put(shelf, reading("letter.txt", event(said=WORDS, **VISIT, **before)))
    assert [when for kind, when, _ in told(shelf) if kind == "inspection"] == [
        "2019",
        "4 to 15 November 2019",
    ]


def test_a_contradiction_is_said_and_the_report_is_shown(shelf):
    """The month fits and the grade does not: one event, the report's grade, and the difference."""
    put(shelf, reading("report.txt", event(**REPORT)))
    mention = event(**EARLIER, start_date="2017-07", end_date="2017-07", overall="Inadequate")
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS), mention))
    inspection = history(shelf, "Wexmoor")[0]
    assert inspection.grades["overall"] == "Requires improvement"
    assert inspection.contradictions == (
        "Overall effectiveness: Requires improvement in report.txt, but Inadequate in news.txt. "
        "The first is shown.",
    )
    assert [said.value for said in inspection.facts["overall"].said] == [
        "Requires improvement",
        "Inadequate",
    ]


def test_the_order_of_adding_does_not_matter(tmp_path):
    """The report before the news or after it: the same history."""
    documents = [
        reading("report.txt", event(**REPORT, said=OTHER_WORDS)),
        reading("letter.txt", event(said=WORDS, topic="cin_cp", **VISIT)),
        reading(
            "news.txt",
            event(**NEWS, said=WORDS, topic="cin_cp"),
            event(**EARLIER, start_date="2017-09", end_date="2017-09"),
        ),
    ]
    found = []
    for number, order in enumerate(([0, 1, 2], [2, 1, 0], [1, 2, 0])):
        with Shelf(tmp_path / str(number), label=label) as shelf:
            put(shelf, *(documents[n] for n in order))
            found.append(history(shelf, "Wexmoor"))
    assert found[0] == found[1] == found[2]
    assert [len(e.sources) for e in found[0]] == [2, 2]


def test_every_fact_keeps_its_sources_and_its_words(shelf):
    """Each statement names its document and the words that make it."""
    put(shelf, reading("report.txt", event(**REPORT), text="Overall: Requires improvement"))
    shown = history(shelf, "Wexmoor")[0].facts["overall"]
    assert shown.source.path == "report.txt"
    text = shelf.text(shown.source.sha256)
    assert text[shown.citation.start : shown.citation.end] == "Requires improvement"


def test_an_undated_article_joins_the_letter_that_holds_its_words(shelf):
    """The topic and the words agree with one letter alone; the note says how much."""
    put(shelf, reading("a.txt", event(said=WORDS, topic="cin_cp", **VISIT)))
    other = {"start_date": "2021-03-12", "end_date": "2021-03-13"}
    put(shelf, reading("b.txt", event(said=OTHER_WORDS, topic="cin_cp", **other)))
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS, topic="cin_cp")))
    first, second = history(shelf, "Wexmoor")
    assert [len(first.sources), len(second.sources)] == [2, 1]
    assert "joined by its words: 100%" in first.notes[0]
    assert first.voice.path == "a.txt"


def test_an_undated_article_that_fits_two_letters_is_kept_apart(shelf):
    """Two letters with the same words: it cannot be known which, and the note says so."""
    put(shelf, reading("a.txt", event(said=WORDS, topic="cin_cp", **VISIT)))
    other = {"start_date": "2021-03-12", "end_date": "2021-03-13"}
    put(shelf, reading("b.txt", event(said=WORDS, topic="cin_cp", **other)))
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS, topic="cin_cp")))
    assert len(told(shelf)) == 3
    undated = history(shelf, "Wexmoor")[-1]
    assert undated.when is None
    assert "Its words do not settle which visit it was." in undated.notes


def test_an_undated_article_on_another_topic_is_kept_apart(shelf):
    """The same words are not enough where the visit looked at something else."""
    put(shelf, reading("a.txt", event(said=WORDS, topic="front_door", **VISIT)))
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS, topic="care_leavers")))
    assert len(told(shelf)) == 2


def test_an_undated_article_stands_after_the_inspection_it_names(shelf):
    """It has no date, but it was after July 2017 and not after 2021."""
    put(shelf, reading("report.txt", event(**REPORT)))
    later = {**REPORT, "start_date": "2021-05-10", "end_date": "2021-05-21", "framework": "ILACS"}
    del later["published_date"]
    put(shelf, reading("later.txt", event(**later)))
    news = event(**NEWS, said=WORDS, previous_date="2017-07")
    put(shelf, reading("news.txt", news))
    assert [when for _, when, _ in told(shelf)] == [
        "19 June to 13 July 2017",
        "not dated",
        "10 to 21 May 2021",
    ]


def test_news_of_the_day_joins_the_letter_of_the_day(shelf):
    """An article that comes out with the letter is of that visit; one of next year is not."""
    put(shelf, reading("a.txt", event(said=OTHER_WORDS, topic="cin_cp", **VISIT)))
    put(shelf, reading("now.txt", event(**NEWS, said=WORDS, published_date="2019-04-06")))
    put(shelf, reading("then.txt", event(**NEWS, said=WORDS, published_date="2020-04-06")))
    first, second = history(shelf, "Wexmoor")
    assert {s.path for s in first.sources} == {"a.txt", "now.txt"}
    assert second.when_words == "6 April 2020"
    assert second.when_is == "the first article about it"
    assert first.value("published_date") is None
    assert to_regime_events([second])[0].published == date(2020, 4, 6)


def test_a_visit_in_a_month_joins_the_letter_of_that_month(shelf):
    """ "Inspectors came in March": the days are the letter's, the article is a source."""
    put(shelf, reading("a.txt", event(said=WORDS, **VISIT)))
    month = {"start_date": "2019-03", "end_date": "2019-03", "published_date": "2019-04-06"}
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS, **month)))
    (one,) = history(shelf, "Wexmoor")
    assert one.facts["start_date"].value == "2019-03-12"
    assert len(one.facts["start_date"].said) == 2
    assert one.contradictions == ()


def test_monitoring_visits_of_other_ordinals_stay_apart(shelf):
    """The fourth and the fifth in one month are two; the fifth twice is one."""
    kind = {"kind": "article", "event_kind": "monitoring_visit"}
    month = {"start_date": "2016-09", "end_date": "2016-09"}
    put(shelf, reading("a.txt", event(**kind, said=WORDS, ordinal=5, **month)))
    put(shelf, reading("b.txt", event(**kind, said=WORDS, ordinal=4, **month)))
    put(shelf, reading("c.txt", event(**kind, said=WORDS, ordinal=5, **month)))
    assert sorted((e.title, len(e.sources)) for e in history(shelf, "Wexmoor")) == [
        ("Fifth monitoring visit", 2),
        ("Fourth monitoring visit", 1),
    ]


def test_news_without_any_report_is_told_as_such(shelf):
    """The event stands, with what it is known from."""
    month = {"start_date": "2016-09", "end_date": "2016-09", "published_date": "2016-10-07"}
    put(shelf, reading("news.txt", event(**NEWS, said=WORDS, **month)))
    (one,) = history(shelf, "Wexmoor")
    assert one.notes == ("Known from news alone: the report or letter is not in the library.",)
    (regime,) = to_regime_events([one])
    assert (regime.start, regime.end) == (date(2016, 9, 1), date(2016, 9, 30))


def test_an_undated_article_follows_the_inspection_that_it_names(shelf):
    """With no report there: of the inspections after 2015 one alone has its grade."""
    put(
        shelf,
        reading(
            "a.txt",
            event("article", event_kind="inspection", said=WORDS, overall="Good"),
            event(**EARLIER, start_date="2015", end_date="2015", overall="Inadequate"),
        ),
    )
    mention = event(**EARLIER, start_date="2017-07", end_date="2017-07", overall="Good")
    put(shelf, reading("b.txt", event(**NEWS, said=OTHER_WORDS), mention))
    assert told(shelf)[:2] == [("inspection", "2015", 1), ("inspection", "July 2017", 2)]


def test_what_the_timetable_gets(shelf):
    """Kind, days, grades, topics, what needs to improve, due dates: as the timetable takes them."""
    said = [*WORDS, ("priority_action", "The delay in planning for care leavers.")]
    made = event(said=said, topic="front_door", framework="ILACS", **VISIT)
    made[0].add("due_date", "2019-05-07", note="draft_action_plan")
    put(shelf, reading("a.txt", made), reading("report.txt", event(**REPORT)))
    inspection, visit = to_regime_events(history(shelf, "Wexmoor"))
    assert (inspection.kind, inspection.grades["leaders"].value) == (Kind.INSPECTION, "Good")
    assert inspection.published == date(2017, 9, 4)
    assert (visit.kind, visit.topics) == (Kind.FOCUSED_VISIT, (Topic.FRONT_DOOR,))
    assert (visit.start, visit.letter_date) == (date(2019, 3, 12), date(2019, 4, 4))
    assert visit.priority_actions == 1
    assert visit.needs == (Topic.CARE_LEAVERS,)
    assert visit.stated_due_dates == {"draft_action_plan": date(2019, 5, 7)}


def test_histories_are_those_of_each_authority(shelf):
    """All at once or one by one: the same."""
    put(shelf, reading("a.txt", event(said=WORDS, **VISIT)))
    put(shelf, reading("b.txt", event(authority="Ashmere", said=WORDS, **VISIT)))
    put(shelf, reading("c.txt", event(kind="other", authority="Fernshire")))
    whole = histories(shelf)
    assert set(whole) == {"Wexmoor", "Ashmere"}
    assert whole["Ashmere"] == history(shelf, "Ashmere")


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The seeds, and every document of the corpus about the authorities that they name."""
    seeds, corpus = SHARED / "seeds", SHARED / "corpus"
    if not seeds.is_dir() or not corpus.is_dir():
        pytest.skip("the real documents are not in ../shared")
    urns = ("80482", "80481", "80534", "80456", "80483")
    folders = [f for f in sorted(corpus.glob("*/*")) if f.name.split("-")[0] in urns]
    with Shelf(tmp_path_factory.mktemp("real"), label=label) as shelf:
        for folder in folders:
            shelf.add((f"{folder.name}/{f.name}", f.read_bytes()) for f in folder.glob("*.pdf"))
        shelf.add([seeds])
        yield shelf


def paths(one):
    """The documents of an event, by the first characters of their names."""
    return {source.path[:3] for source in one.sources}


@pytest.mark.corpus
def test_leicesters_history_has_each_event_once(real):
    """Inspections of 2015, 2017, 2021 and 2024, the fifth monitoring visit, two focused visits."""
    events = [e for e in history(real, "80482") if e.when.first.year >= 2015]
    assert [(e.kind, e.when_words, e.grades.get("overall")) for e in events] == [
        ("inspection", "14 January to 4 February 2015", "Inadequate"),
        ("monitoring_visit", "September 2016", None),
        ("inspection", "19 June to 13 July 2017", "Requires improvement"),
        ("focused_visit", "22 January 2019", None),
        ("inspection", "20 September to 1 October 2021", "Good"),
        ("focused_visit", "13 to 14 December 2022", None),
        ("inspection", "23 to 27 September 2024", "Requires improvement"),
    ]
    assert events[1].title == "Fifth monitoring visit"


@pytest.mark.corpus
def test_the_articles_on_leicester_join_its_reports_and_its_letter(real):
    """The visit of 2019 has seed 0, the inspection of 2017 seeds 0 and 3, that of 2015 seed 3."""
    events = {e.when.first.year: e for e in history(real, "80482") if e.when}
    assert "000" in paths(events[2019])
    assert {"000", "003"} <= paths(events[2017])
    assert "003" in paths(events[2015])
    assert paths(events[2016]) == {"004"}
    assert events[2017].grades["adoption"] == "Good"
    assert all(not event.contradictions for event in events.values())


@pytest.mark.corpus
def test_the_county_is_not_the_city(real):
    """Leicestershire's letter of 2022 has the words of Leicester's of 2019: they stay apart."""
    city = {s.sha256 for e in history(real, "80482") for s in e.sources}
    county = {s.sha256 for e in history(real, "80483") for s in e.sources}
    assert not city & county
    (visit,) = [e for e in history(real, "80483") if e.when_words == "26 to 27 January 2022"]
    assert "002" in paths(visit)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("urn", "inspection", "overall"),
    [
        ("80481", "20 January to 11 February 2015", "Good"),
        ("80534", "11 May to 4 June 2015", "Good"),
        ("80456", None, None),
    ],
)
def test_the_article_on_three_authorities_joins_each_of_their_letters(
    real, urn, inspection, overall
):
    """Seed 1 is of three visits of January 2018; "July 2015" was when a report came out."""
    events = history(real, urn)
    joined = [e for e in events if "001" in paths(e)]
    visit = next(e for e in joined if e.kind == "focused_visit")
    assert visit.when_words == "30 to 31 January 2018"
    assert visit.official
    before = [e for e in joined if e.kind == "inspection"]
    assert [(e.when_words, e.grades["overall"]) for e in before] == (
        [(inspection, overall)] if inspection else []
    )


@pytest.mark.corpus
def test_the_seeds_alone_give_a_history_too(tmp_path):
    """Without any report: 2015, the visit of 2016, July 2017, and a visit without a date."""
    seeds = SHARED / "seeds"
    if not seeds.is_dir():
        pytest.skip("the seeds are not in ../shared")
    with Shelf(tmp_path, label=label) as shelf:
        shelf.add([seeds])
        assert told(shelf, "80482") == [
            ("inspection", "2015", 1),
            ("monitoring_visit", "September 2016", 1),
            ("inspection", "July 2017", 2),
            ("focused_visit", "not dated", 1),
        ]
