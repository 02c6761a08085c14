"""The rules of the overall grade that several tools share."""

from sightline.audits.rules import Limit
from sightline.regime.grades import Grade

OUTSTANDING, GOOD = str(Grade.OUTSTANDING), str(Grade.GOOD)
IMPROVE, INADEQUATE = str(Grade.REQUIRES_IMPROVEMENT), str(Grade.INADEQUATE)

OFSTED_LIMITS = (
    Limit(
        "Two or more key parts are Inadequate, so the work is Inadequate.",
        grade=INADEQUATE,
        at_most=INADEQUATE,
        count=2,
        key=True,
    ),
    Limit(
        "Half of the parts or more are Inadequate, so the work is Inadequate.",
        grade=INADEQUATE,
        at_most=INADEQUATE,
        share=(1, 2),
    ),
    Limit(
        "A key part is Inadequate, so the work cannot be better than Requires improvement.",
        grade=INADEQUATE,
        at_most=IMPROVE,
        count=1,
        key=True,
    ),
    Limit(
        "Half of the parts or more are below Good, so the work cannot be better than Requires "
        "improvement.",
        grade=IMPROVE,
        at_most=IMPROVE,
        share=(1, 2),
    ),
    Limit(
        "Two or more key parts are below Good, so the work cannot be better than Requires "
        "improvement.",
        grade=IMPROVE,
        at_most=IMPROVE,
        count=2,
        key=True,
    ),
    Limit(
        "A part is below Good, so the work cannot be Outstanding.",
        grade=IMPROVE,
        at_most=GOOD,
        count=1,
    ),
    Limit(
        "Half of the parts or more are not Outstanding, so the work cannot be.",
        grade=GOOD,
        at_most=GOOD,
        share=(1, 2),
    ),
)
"""For tools on Ofsted's words. A child who is not safe is settled before any of these."""

MET_LIMITS = (
    Limit("A key part is not met.", grade="not_met", at_most="not_met", count=1, key=True),
    Limit("Half of the parts or more are not met.", "not_met", "not_met", share=(1, 2)),
    Limit("A part is not met, or met in part.", "partly_met", "partly_met", count=1),
)
"""For tools of met, partly met and not met: met means that all of it is."""
