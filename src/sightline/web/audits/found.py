"""The page of results as plain values: counts by question, part, theme and team; and agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse

from sightline.audits import agreement
from sightline.audits import results as counted
from sightline.audits.feedback import Responses, responses
from sightline.audits.intervals import TOO_FEW
from sightline.audits.results import Audited, Distribution
from sightline.audits.scales import OFSTED
from sightline.web.audits import invitations
from sightline.web.audits.bars import bars
from sightline.web.audits.models import Audit, FeedbackInvitation
from sightline.web.audits.results import distribution_table, moderated, sentence

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

Told = dict[str, Any]
_BY = {
    "theme": ("Grades by theme", counted.by_theme),
    "section": ("Grades by section", counted.by_section),
    "question": ("Grades by question", counted.by_question),
    "team": ("Overall grades by team", counted.by_team),
}


def distributions(audits: Sequence[Audited]) -> list[Told]:
    """Each way of counting, each scale apart: a sentence, bars and a table."""
    made = []
    for key, (title, by) in _BY.items():
        for group in _scales(by(audits)):
            name = title if group[0].scale.id == OFSTED.id else f"{title}: {group[0].scale.title}"
            drawn = bars(group, name) if key in ("theme", "team") else ""
            table = distribution_table(group, name)
            made.append({"id": f"{key}-{group[0].scale.id}", "title": name, "svg": drawn,
                         "table": table, "sentence": _best_and_worst(group)})  # fmt: skip
    return made


def _scales(found: Sequence[Distribution]) -> list[list[Distribution]]:
    by: dict[str, list[Distribution]] = {}
    for one in found:
        by.setdefault(one.scale.id, []).append(one)
    return list(by.values())


def _best_and_worst(group: Sequence[Distribution]) -> str:
    """Where the most are below good, in a sentence; small groups are not pointed at."""
    able = [one for one in group if one.scale.id == OFSTED.id and one.of >= 10]
    if not able:
        return f"Too few grades in each to point at one: {sum(d.of for d in group)} in all."
    worst = min(able, key=lambda one: _share(one))
    good, of = worst.at_least("Good")
    return f"The fewest are good or better in {worst.title}: {good} of {of}."


def _share(one: Distribution) -> float:
    good, of = one.at_least("Good")
    return good / of


def overall(audits: Sequence[Audited]) -> list[str]:
    """The overall grades in words, each scale apart."""
    return [f"{sentence(one)} {one}." for one in counted.overall(audits)]


def compliance(audits: Sequence[Audited], published: Published | None) -> list[list[Any]]:
    """The yes and no questions, each beside its measure's figure of today."""
    rows = []
    for one in counted.compliance(audits):
        share = f"{round(100 * one.yes / one.of)}% ({one})" if one.of else "none to count"
        data = f"{one.from_data} of {one.of}" if one.of else "–"
        measure = _measure(one.question.answered_from, published)
        rows.append([one.question.text, share, data, measure])
    return rows


def _measure(measure: str | None, published: Published | None) -> Any:
    summary = published.summary(measure) if measure and published else None
    if summary is None:
        return "–"
    words = f"{summary.title}: {summary.headline}"
    try:
        return (reverse("measure", args=[summary.slug]), words)
    except NoReverseMatch:
        return words


def voices(audits: Sequence[Audited]) -> list[list[Any]]:
    """Who was heard, in how many audits."""
    names = {
        counted.CHILD: "The child",
        counted.PARENT: "A parent or carer",
        counted.PRACTITIONER: "The practitioner",
    }
    return [
        [names[voice], f"{round(100 * n / of)}% ({n} of {of})" if of else "none"]
        for voice, (n, of) in counted.voices_heard(audits).items()
    ]


def repeats(audits: Sequence[Audited]) -> str:
    """How many children's work was weak on the same theme more than once."""
    found = counted.repeat_findings(audits)
    if not found:
        return "No child's work was found weak on the same theme twice."
    children = len({one.child for one in found})
    return f"A weakness was found again in {len(found)} themes of {children} children's work."


def agreed(audits: Sequence[Audit], only: str | None) -> Told:
    """How auditors and moderators agree. ``only`` keeps the leniency of one auditor by name."""
    pairs = moderated(audits)
    both = [(one.first, one.second) for one in pairs]
    alike, of = agreement.agreement_rate(both)
    lag = agreement.lag(pairs)
    names = [n for n in agreement.leniency(pairs, OFSTED) if only is None or n.auditor == only]
    graded = sum(one.overall in OFSTED.values for one in audits)
    return {
        "of": of,
        "graded": graded,
        "alike": alike,
        "kappa": str(agreement.weighted_kappa(both, OFSTED)),
        "shift": str(agreement.shift(both, OFSTED)),
        "lag": f"{lag.middle:g} working days in the middle, {lag.longest} at most" if of else "",
        "leniency": [_lenient(one) for one in names],
    }


def _lenient(one: agreement.Leniency) -> list[str]:
    if one.interval is None:
        sure = TOO_FEW
    else:
        sure = f"between {one.interval.low:.0%} and {one.interval.high:.0%}"
    higher, lower = f"{one.higher} of {one.of}", f"{one.lower} of {one.of}"
    return [one.auditor, higher, lower, sure]


def families(audits: Sequence[Audit]) -> Told | None:
    """Who was asked and reached, and what they said; None where nobody was."""
    wanted = {one.pk for one in audits}
    rows = [i for i in FeedbackInvitation.objects.all() if i.audit_id in wanted]
    if not rows:
        return None
    found: Responses = responses(one.status for one in rows)
    return {"words": str(found), "rows": _said(rows)}


def _said(rows: Sequence[FeedbackInvitation]) -> list[list[Any]]:
    """How many said what to each question with faces to choose from, in the order it is asked."""
    sent = [one for one in rows if one.used_at and one.tool]
    made = []
    for tool in {one.tool: invitations.tool_of(one) for one in sent}.values():
        for question in tool.questions:
            if question.scale:
                mine = [one.answers.get(question.id) for one in sent if one.tool == tool.id]
                counts = Counter(said["value"] for said in mine if said)
                faces = [counts[step.value] for step in reversed(tool.steps(question))]
                made.append([question.text, *faces, counts.total()])
    return made
