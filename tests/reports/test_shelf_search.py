"""Search in the library: what people type means just these words."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shelf_texts import event, label, put, reading

from sightline.reports.shelf import Shelf, match_words


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Shelf(tmp_path_factory.mktemp("library"), label=label) as made:
        put(
            made,
            reading(
                "wexmoor.txt",
                event(
                    said=[
                        ("headline", "Supervision is strong and reflective."),
                        ("improvement", "The recording of supervision."),
                        ("finding", "Planning for children in need is weak."),
                    ],
                    start_date="2019-03-12",
                ),
            ),
            reading(
                "ashmere.txt",
                event(
                    kind="article",
                    authority="Ashmere",
                    event_kind="focused_visit",
                    said=[("finding", "Plans drift, and delay is common; supervision is weak.")],
                ),
            ),
        )
        yield made


def quotes(rows):
    return [row["quote"] for row in rows]


def test_all_the_words_must_be_there(shelf):
    """Two words find only what holds both, whatever their endings."""
    assert quotes(shelf.search("recorded supervision")) == ["The recording of supervision."]
    assert shelf.search("recording drift") == []


def test_words_in_quotes_stand_together(shelf):
    """A phrase is a phrase; curly marks do as well."""
    assert len(shelf.search('"children in need"')) == 1
    assert shelf.search('"need in children"') == []
    assert len(shelf.search("“children in need”")) == 1


def test_a_star_finds_beginnings(shelf):
    """ "superv*" finds supervision."""
    assert len(shelf.search("superv*")) == 3


def test_the_authoritys_name_is_searched_too(shelf):
    """Words of the finding and the name of the place go together."""
    assert quotes(shelf.search("supervision ashmere"))[0].startswith("Plans drift")


def test_a_search_is_narrowed(shelf):
    """By authority, theme, kind of document or of event, and role."""
    assert len(shelf.search("supervision", who="Wexmoor")) == 2
    assert len(shelf.search("supervision", theme="planning")) == 0
    assert len(shelf.search("weak", theme="planning")) == 1
    assert len(shelf.search("supervision", kind="article")) == 1
    assert len(shelf.search("supervision", kind="focused_visit")) == 3
    assert len(shelf.search("supervision", roles=("improvement",))) == 1
    assert len(shelf.search("supervision", limit=2)) == 2


def test_a_hit_shows_its_words_and_its_citation(shelf):
    """The snippet marks what was found; the span is that of the text."""
    (hit,) = shelf.search("reflective", marks=("<", ">"))
    assert hit["snippet"] == "Supervision is strong and <reflective>."
    assert shelf.text(hit["sha256"])[hit["start"] : hit["end"]] == hit["quote"]
    assert (hit["path"], hit["page"], hit["date"]) == ("wexmoor.txt", 1, "2019-03-12")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        '"',
        '""',
        "*",
        "-",
        "' OR 1=1 --",
        "NEAR(",
        "a AND",
        "quote:x",
        "^",
        "(((",
        "\0",
        "half \ud800 pair",
        "0\ud800",
    ],
)
def test_marks_of_a_query_language_are_only_marks(shelf, words):
    """Nothing that is typed is an error or an instruction."""
    assert isinstance(shelf.search(words), list)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=30))
@example("0\ud800")
def test_no_text_breaks_a_search(shelf, words):
    """Whatever is typed, the search answers."""
    assert isinstance(shelf.search(words), list)


def test_operators_are_words(shelf):
    """ "supervision OR planning" looks for three words, not for either of two."""
    assert match_words('supervision OR "in need"') == '"supervision" "OR" "in need"'
    assert shelf.search("supervision OR planning") == []


def test_findings_are_asked_by_their_labels(shelf):
    """By theme, role, polarity and authority."""
    assert len(list(shelf.findings(theme="supervision"))) == 3
    assert len(list(shelf.findings(role="improvement"))) == 1
    assert quotes(shelf.findings(who="Wexmoor", polarity="weakness")) == [
        "Planning for children in need is weak."
    ]


def test_an_export_of_something_unknown_is_an_error(shelf):
    """The message lists what there is."""
    with pytest.raises(ValueError, match="documents, events, items, findings"):
        shelf.export("people")
