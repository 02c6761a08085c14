"""Second looks: what is moderated, and who is audited again."""

from datetime import date

from sightline.audits.again import Finished, first_auditors, to_audit_again, to_moderate
from sightline.audits.scales import OFSTED


def _finished(id: str, grade: str, child: str = "", on: date = date(2026, 5, 1)) -> Finished:
    return Finished(id, child or id, f"by {id}", on, grade)


def test_all_extremes_are_moderated_and_a_share_of_the_rest() -> None:
    """One Outstanding, one Inadequate, ten Good: 15% of ten is 1.5, so two."""
    audits = [_finished("o", "Outstanding"), _finished("i", "Inadequate")]
    audits += [_finished(str(n), "Good") for n in range(10)]
    found = to_moderate(audits, OFSTED, seed=1)
    assert found["o"] == "Graded Outstanding"
    assert found["i"] == "Graded Inadequate"
    assert [why for id, why in found.items() if id not in "oi"] == ["Drawn at random: 2 of 10"] * 2
    assert to_moderate(audits[::-1], OFSTED, seed=1) == found
    assert len(to_moderate(audits, OFSTED, seed=1, share=(1, 1))) == 12


def test_inadequate_work_is_looked_at_again_after_three_months() -> None:
    """A on 1 May is due on 1 August. B was better the second time. C was too late. D is Good."""
    audits = [
        _finished("1", "Inadequate", "A"),
        _finished("3", "Good", "B", date(2026, 7, 1)),
        _finished("2", "Inadequate", "B"),
        _finished("4", "Inadequate", "C", date(2026, 5, 2)),
        _finished("5", "Good", "D"),
    ]
    found = to_audit_again(audits, OFSTED, date(2026, 8, 1))
    assert found == {"A": "Inadequate on 1 May 2026"}
    assert first_auditors(audits)["B"] == {"by 2", "by 3"}
