"""Sentences get the labels that a reader would give them, however they are printed."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from sightline.regime.themes import THEME_IDS
from sightline.reports.classify import classify, load

OBVIOUS = [
    ("Social workers visit children regularly and know them well.", "strength", "visits"),
    ("Children’s plans are poor and lack clear timescales.", "weakness", "planning"),
    ("Supervision is irregular and is not recorded well enough.", "weakness", "supervision"),
    (
        "Foster carers speak highly of the training and support that they receive.",
        "strength",
        "foster-carers",
    ),
    ("Care leavers live in suitable accommodation.", "strength", "leavers-accommodation"),
    ("Caseloads are too high in the assessment teams.", "weakness", "caseloads"),
    ("Privately fostered children are not visited often enough.", "weakness", "private-fostering"),
]


@pytest.mark.parametrize(("text", "polarity", "theme"), OBVIOUS)
def test_obvious_sentences(text: str, polarity: str, theme: str) -> None:
    """Sentences that leave no doubt."""
    (labels,) = classify([text])
    assert labels.polarity == polarity
    assert theme in labels.themes


def test_change_over_time_is_told_apart() -> None:
    """What gets better is improving; what simply is has no trajectory."""
    better, plain = classify(
        [
            "The quality of assessments has improved since the last inspection.",
            "Assessments are thorough.",
        ]
    )
    assert (better.trajectory, plain.trajectory) == ("improving", "none")


def test_both_sides_in_one_sentence_are_mixed() -> None:
    """A strength and a weakness side by side."""
    (labels,) = classify(
        ["Although most assessments are thorough, too many are not completed in time."]
    )
    assert labels.polarity == "mixed"


def test_line_breaks_and_apostrophes_do_not_matter() -> None:
    """The same words get the same labels, however they were printed."""
    printed = "Children’s plans are poor and\nlack clear   timescales."
    plain = "Children's plans are poor and lack clear timescales."
    assert classify([printed]) == classify([plain])


def test_one_by_one_is_the_same_as_together() -> None:
    """A sentence's labels do not depend on what it is read with."""
    texts = [text for text, _, _ in OBVIOUS] + ["Yes.", "A" * 900]
    assert classify(texts) == [classify([text])[0] for text in texts]


def test_there_may_be_nothing_to_label() -> None:
    """No texts, no labels; an empty text still gets some."""
    assert classify([]) == []
    assert len(classify([""])) == 1


def test_the_themes_are_those_of_the_vocabulary() -> None:
    """One vocabulary, in one order."""
    assert load().themes == tuple(THEME_IDS)


def test_the_model_holds_no_sentence() -> None:
    """The package data has pieces of words, not anybody's sentences."""
    path = resources.files("sightline.reports").joinpath("model/model.json")
    about = json.loads(path.read_text(encoding="utf-8"))
    assert all(" " not in piece and len(piece) < 25 for piece in about["pieces"])
