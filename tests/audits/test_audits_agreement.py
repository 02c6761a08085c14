"""Agreement, from a published table and by hand."""

from datetime import date

import pytest

from sightline.audits.agreement import (
    Lag,
    Moderated,
    agreement_rate,
    lag,
    leniency,
    shift,
    weighted_kappa,
)
from sightline.audits.scales import MET, OFSTED

# Fleiss, Statistical Methods for Rates and Proportions, two raters of 100 subjects:
#            1    2    3
#       1   75    1    4   80
#       2    5    4    1   10
#       3    0    0   10   10
#           80    5   15  100
FLEISS = ((75, 1, 4), (5, 4, 1), (0, 0, 10))
PAIRS = [
    (MET.values[i], MET.values[j])
    for i, row in enumerate(FLEISS)
    for j, count in enumerate(row)
    for _ in range(count)
]


def test_kappa_is_that_of_the_published_table() -> None:
    """Published: 0.68 with a standard error of 0.087 to 0.088.

    Seen 0.89; by chance 0.8 x 0.8 + 0.1 x 0.05 + 0.1 x 0.15 = 0.66; (0.89 - 0.66) / 0.34 = 0.6765.
    Standard error by Fleiss's own form: A = 0.75 x 0.4824^2 + 0.04 x 0.9515^2 + 0.1 x 0.9191^2 =
    0.2952; B = 0.3235^2 x 0.07685 = 0.0080; C = 0.4629^2 = 0.2143;
    sqrt(A + B - C) / (0.34 x 10) = 0.0877. So 0.6765 - and + 1.96 x 0.0877: 0.505 to 0.848.
    """
    found = weighted_kappa(PAIRS, MET, weights="none")
    assert found.value == pytest.approx(0.6765, abs=0.0001)
    assert (found.low, found.high) == pytest.approx((0.505, 0.848), abs=0.001)


def test_kappa_with_linear_weights() -> None:
    """One step apart counts a half. Seen: 0.89 + (0.01 + 0.05 + 0 + 0.01) / 2 = 0.925. By chance:
    0.66 + (0.8 x 0.05 + 0.1 x 0.8 + 0.1 x 0.15 + 0.1 x 0.05) / 2 = 0.73. 0.195 / 0.27 = 0.7222."""
    assert weighted_kappa(PAIRS, MET).value == pytest.approx(0.7222, abs=0.0001)


def test_kappa_with_quadratic_weights() -> None:
    """One step apart counts three quarters: seen 0.9425, by chance 0.66 + 0.14 x 0.75 = 0.765;
    0.1775 / 0.235 = 0.7553."""
    found = weighted_kappa(PAIRS, MET, weights="quadratic")
    assert found.value == pytest.approx(0.7553, abs=0.0001)


def test_the_interval_agrees_with_drawing_the_pairs_again() -> None:
    """The spread of 400 draws with replacement, seeded, is near the formula's: within a fifth."""
    from random import Random

    dice = Random(5)
    again = sorted(weighted_kappa(dice.choices(PAIRS, k=100), MET).value or 0.0 for _ in range(400))
    found = weighted_kappa(PAIRS, MET)
    assert found.low is not None
    assert found.high is not None
    assert again[390] - again[9] == pytest.approx(found.high - found.low, rel=0.2)


def test_full_agreement_is_one_and_chance_is_nought() -> None:
    """Ten alike in two words: 1. Every mix of two words as often: what chance gives."""
    alike = [("Good", "Good")] * 5 + [("Inadequate", "Inadequate")] * 5
    assert weighted_kappa(alike, OFSTED).value == pytest.approx(1)
    mixed = [(a, b) for a in ("Good", "Inadequate") for b in ("Good", "Inadequate")] * 5
    assert weighted_kappa(mixed, OFSTED).value == pytest.approx(0)


def test_no_kappa_where_it_says_nothing() -> None:
    """Nine pairs are too few; one grade alone is agreement that chance explains."""
    few = weighted_kappa([("Good", "Good")] * 9, OFSTED)
    assert (few.value, few.note) == (None, "too few to tell")
    one = weighted_kappa([("Good", "Good")] * 12, OFSTED)
    assert one.value is None
    assert str(one) == "everybody gave the one grade, so chance alone explains it (12 pairs)"
    with pytest.raises(ValueError, match="Weights are"):
        weighted_kappa([], OFSTED, weights="cubic")


def test_how_moderation_moved_grades() -> None:
    """Two lowered, one raised, one left: half were graded too high."""
    pairs = [
        ("Good", "Requires improvement"),
        ("Outstanding", "Good"),
        ("Inadequate", "Requires improvement"),
        ("Good", "Good"),
    ]
    moved = shift(pairs, OFSTED)
    assert str(moved) == "2 of 4 lowered, 1 raised, 1 the same"
    assert moved.downgraded == 0.5
    assert shift([], OFSTED).downgraded is None
    assert agreement_rate(pairs) == (1, 4)


def _moderated(auditor: str, first: str, second: str) -> Moderated:
    return Moderated(auditor, first, second, date(2026, 5, 1), date(2026, 5, 6))


def test_an_auditors_leniency_has_an_interval_or_is_too_few() -> None:
    """A graded five of ten higher: Wilson of 5 of 10 is 24% to 76%. B has two audits."""
    audits = [_moderated("A", "Good", "Requires improvement")] * 5
    audits += [_moderated("A", "Good", "Good")] * 4 + [_moderated("A", "Good", "Outstanding")]
    audits += [_moderated("B", "Good", "Inadequate")] * 2
    found = leniency(audits, OFSTED)
    assert [str(one) for one in found] == [
        "A: 5 of 10 graded higher than moderated; between 24% and 76%",
        "B: 2 of 2 graded higher than moderated; too few to tell",
    ]
    assert found[0].lower == 1


def test_how_long_moderation_took() -> None:
    """From Friday 1 May 2026: Tuesday and Wednesday are two, as the 4th is a bank holiday; to
    Friday the 8th four; the same day none. The middle is two."""
    days = (6, 8, 1)
    audits = [Moderated("A", "Good", "Good", date(2026, 5, 1), date(2026, 5, d)) for d in days]
    assert lag(audits) == Lag(2, 4, 3)
    assert lag([]) == Lag(None, None, 0)
