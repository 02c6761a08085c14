"""Threads: one theme over time, what was told twice, and what others were credited for."""

import pytest
from shelf_texts import event, label, put, reading

from sightline.kit.problems import UserError
from sightline.reports.same_event import histories
from sightline.reports.shelf import Shelf
from sightline.reports.threads import lessons, recurrence, thread, threads
from sightline.reports.threads.similarity import Similarity

STRONG = ("finding", "Supervision is strong.")
WEAK = ("finding", "Supervision is weak in some teams.")
MIXED = ("finding", "Supervision is strong for most and weak for others.")
NEITHER = ("finding", "Supervision is held every month.")
TO_IMPROVE = ("improvement", "The recording of supervision.")


def day(text):
    return {"start_date": text, "end_date": text}


@pytest.fixture
def shelf(tmp_path):
    with Shelf(tmp_path, label=label) as made:
        yield made


@pytest.fixture
def told(shelf):
    """Three visits to Wexmoor: mostly weak, then mixed, then mostly strong."""
    put(
        shelf,
        reading("a.txt", event(said=[WEAK, WEAK, STRONG, TO_IMPROVE], **day("2015-01-14"))),
        reading("b.txt", event(said=[WEAK, STRONG, MIXED, NEITHER], **day("2017-06-19"))),
        reading("c.txt", event(said=[STRONG, STRONG, STRONG, WEAK], **day("2021-09-20"))),
    )
    return shelf


def test_a_thread_says_its_direction_in_words(told):
    """Mostly weak, mixed, mostly strong: with the counts and without any average."""
    assert thread(told, "Wexmoor", "supervision").sentence == (
        "Supervision: mostly weaknesses in 2015 (1 strength, 3 weaknesses), mixed in 2017 "
        "(1 strength, 1 weakness, 1 mixed), mostly strengths in 2021 (3 strengths, 1 weakness)."
    )


def test_a_thread_counts_and_quotes_each_event(told):
    """Shares are of the sentences that weigh; an item is a weakness whatever its words."""
    first, second, _ = thread(told, "Wexmoor", "supervision").points
    assert (first.told_to_improve, first.share_of_weaknesses) == (1, 0.75)
    assert (second.neutral, second.weighed, len(second.quotes)) == (1, 3, 4)
    quote = first.quotes[0]
    assert told.text(quote.sha256)[quote.start : quote.end] == quote.quote == WEAK[1]


def test_two_events_in_one_year_are_told_apart(shelf):
    """By the month; a single strength is one strength."""
    put(
        shelf,
        reading("a.txt", event(said=[STRONG], **day("2019-01-22"))),
        reading("b.txt", event(said=[WEAK, WEAK], **day("2019-10-01"))),
    )
    assert thread(shelf, "Wexmoor", "supervision").sentence == (
        "Supervision: only strengths in January 2019 (1 strength), "
        "only weaknesses in October 2019 (2 weaknesses)."
    )


def test_a_letter_and_news_of_it_are_not_counted_twice(shelf):
    """Two copies of a letter and an article: one voice."""
    news = event("article", event_kind="focused_visit", said=[WEAK], **day("2019-03-12"))
    put(
        shelf,
        reading("a.txt", event(said=[WEAK], **day("2019-03-12"))),
        reading("copy.txt", event(said=[WEAK], **day("2019-03-12")), text="A copy."),
        reading("news.txt", news),
    )
    (point,) = thread(shelf, "Wexmoor", "supervision").points
    assert (point.weaknesses, len(point.event.sources)) == (1, 3)


def test_news_speaks_where_there_is_no_letter(shelf):
    """Its findings count then, and the event says that it is known from news."""
    news = event("article", event_kind="focused_visit", said=[WEAK], **day("2019-03-12"))
    put(shelf, reading("news.txt", news))
    (point,) = thread(shelf, "Wexmoor", "supervision").points
    assert point.weaknesses == 1
    assert not point.event.official


def test_a_theme_on_which_nothing_was_said(told):
    """No points, and a sentence that says so."""
    nothing = thread(told, "Wexmoor", "private-fostering")
    assert nothing.points == ()
    assert "weighed nothing" in nothing.sentence


def test_an_unknown_theme_is_named_with_those_there_are(told):
    """The error lists the themes."""
    with pytest.raises(UserError, match=r"no theme 'supervisions'.*supervision"):
        thread(told, "Wexmoor", "supervisions")


def test_all_threads_are_those_of_each_theme(told):
    """One by one or all at once: the same, the theme most written of first."""
    put(told, reading("d.txt", event(said=[("finding", "Planning is weak.")], **day("2023-01-01"))))
    found = threads(told, "Wexmoor")
    assert [t.theme for t in found] == ["supervision", "planning"]
    assert found[0] == thread(told, "Wexmoor", "supervision")


def test_what_was_told_twice_stands_side_by_side(shelf):
    """Both quotes with their dates; how alike they are is only evidence."""
    again = ("improvement", "The quality and the recording of supervision.")
    put(
        shelf,
        reading("a.txt", event(said=[TO_IMPROVE, STRONG], **day("2015-01-14"))),
        reading("b.txt", event(said=[again, WEAK], **day("2019-03-12"))),
    )
    (found,) = recurrence(shelf, "Wexmoor")
    (pair,) = found.pairs
    assert found.sentence == "Supervision: told to improve it in 2015 and 2019."
    assert (pair.first.quote, pair.second.quote) == (TO_IMPROVE[1], again[1])
    assert (pair.first_event.when_words, pair.second_event.when_words) == (
        "14 January 2015",
        "12 March 2019",
    )
    assert 0 < pair.similarity <= 1
    assert "recording" in pair.shared


def test_the_same_words_on_another_theme_are_not_a_recurrence(shelf):
    """Strict: both must be on the theme, however alike they are."""
    put(
        shelf,
        reading(
            "a.txt", event(said=[("improvement", "The recording of supervision.")], **day("2015"))
        ),
        reading(
            "b.txt", event(said=[("improvement", "The recording of caseloads.")], **day("2019"))
        ),
    )
    assert recurrence(shelf, "Wexmoor") == []


def test_a_weakness_counts_only_for_its_foremost_theme(shelf):
    """A sentence that names planning in passing is not told of planning."""
    both = ("finding", "Supervision is weak and planning suffers.")
    put(
        shelf,
        reading("a.txt", event(said=[both], **day("2015-01-14"))),
        reading("b.txt", event(said=[both], **day("2019-03-12"))),
    )
    assert [r.theme for r in recurrence(shelf, "Wexmoor")] == ["supervision"]
    assert recurrence(shelf, "Wexmoor", weaknesses=False) == []


def test_weaknesses_and_items_are_told_apart(told):
    """Told to improve it in 2015; found weak again in 2017 and 2021."""
    (found,) = recurrence(told, "Wexmoor")
    assert found.sentence == (
        "Supervision: told to improve it in 2015; weaknesses found in 2017 and 2021."
    )
    assert (found.times_to_improve, len(found.told), len(found.pairs)) == (1, 3, 2)


def test_once_is_not_again(shelf):
    """Twice in one letter is one telling."""
    put(shelf, reading("a.txt", event(said=[TO_IMPROVE, WEAK, WEAK], **day("2019-03-12"))))
    assert recurrence(shelf, "Wexmoor") == []


def test_lessons_are_of_those_who_were_told_and_then_credited(told):
    """Ashmere was told the same and credited next; Fernshire was not credited."""
    better = ("finding", "Supervision is strong now and improving.")
    put(
        told,
        reading("d.txt", event(authority="Ashmere", said=[TO_IMPROVE], **day("2018-01-30"))),
        reading(
            "e.txt",
            event(
                authority="Ashmere", said=[("finding", "Planning is weak.")], **day("2018-10-01")
            ),
        ),
        reading("f.txt", event(authority="Ashmere", said=[better, WEAK], **day("2019-07-01"))),
        reading("g.txt", event(authority="Fernshire", said=[TO_IMPROVE], **day("2018-01-30"))),
        reading("h.txt", event(authority="Fernshire", said=[WEAK], **day("2019-07-01"))),
    )
    (one,) = lessons(told, theme="supervision", but_not="Wexmoor")
    assert (one.authority, one.silent) == ("Ashmere", 1)
    assert [q.quote for q in one.told] == [TO_IMPROVE[1]]
    assert [q.quote for q in one.credited] == [better[1]]
    assert [q.quote for q in one.still] == [WEAK[1]]
    assert one.credited_event.when_words == "1 July 2019"
    assert "credits 1 and finds 1 still weak" in one.sentence


def test_only_the_next_that_speaks_of_it_counts(told):
    """A letter that finds it weak again ends the story, whatever later ones say."""
    found = lessons(told, theme="supervision")
    assert [one.told_event.when_words for one in found] == ["14 January 2015"]
    assert found[0].credited_event.when_words == "19 June 2017"


def test_histories_that_are_there_already_give_the_same_lessons(told):
    """A caller that asks for many themes works out the histories once."""
    ready = histories(told)
    assert lessons(told, theme="supervision", histories=ready) == lessons(told, theme="supervision")


def test_lessons_by_words(told):
    """The items that hold the words, each followed by its own theme."""
    assert [one.authority for one in lessons(told, words="recording")] == ["Wexmoor"]
    assert lessons(told, words="chronology") == []
    assert lessons(told, words="recording", but_not="Wexmoor") == []


def test_lessons_need_one_question(told):
    """A theme or words: neither, or both, is an error."""
    with pytest.raises(UserError, match="theme or some words"):
        lessons(told)
    with pytest.raises(UserError, match="theme or some words"):
        lessons(told, theme="supervision", words="recording")


def test_likeness_is_of_words_and_rare_ones_weigh_more():
    """The same text is 1, no common word is 0, and a rare word joins more than a common one."""
    texts = ["the recording of supervision", "the quality of plans", "the plans of teams"]
    alike = Similarity(texts)
    assert alike.cosine(texts[0], texts[0]) == pytest.approx(1)
    assert alike.cosine("caseloads", "supervision") == 0
    assert alike.cosine("", texts[0]) == 0
    rare = alike.cosine("supervision today", "supervision again")
    assert rare > alike.cosine("plans today", "plans again")
