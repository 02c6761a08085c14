"""What is checked: every rule has a code, a severity, a sentence, and a remedy, declared once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from sightline.standards.sources import Source

Severity = Literal["blocked", "error", "query", "information", "accepted"]
"""``blocked``: the list or file cannot be used. ``error``: certainly wrong. ``query``: may be
right, have a look. ``information``: how something was read. ``accepted``: somebody looked at it
and accepted it (no rule is declared so)."""
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

RULES: dict[str, Rule] = {}

PEERS = Source(
    "Sightline's own rules", "drawn from the checks of public validators of children's data"
)


@dataclass(frozen=True)
class Rule:
    """One rule. ``means`` is said of a row, or of a file, that breaks it; ``remedy``, what to do.

    ``groups`` are the standards that it applies to; empty for all.
    """

    id: str
    severity: Severity
    means: str
    remedy: str
    source: Source = PEERS
    standards: tuple[str, ...] = ()
    follows_from: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """A rule that is not sound cannot be imported; one that is is made known."""
        for wrong in self._contradictions():
            raise ValueError(f"Rule {self.id}: {wrong}")
        RULES[self.id] = self

    def _contradictions(self) -> Iterator[str]:
        if self.id in RULES:
            yield "it is declared twice"
        if self.severity not in SEVERITIES:
            yield f"{self.severity!r} is not a severity"
        for what in (self.means, self.remedy):
            if not what.strip().endswith("."):
                yield "what it means and its remedy are sentences"


def rule(rule_id: str) -> Rule:
    """The rule with that code; ``KeyError`` where there is none."""
    import_all()
    return RULES[rule_id]


def import_all() -> None:
    """Make every rule known."""
    import sightline.intake.checks.library
    import sightline.intake.since_last
    import sightline.intake.structure_rules  # noqa: F401


def all_rules() -> tuple[Rule, ...]:
    """Every rule, structure first, then fields, within a list, across lists."""
    import_all()
    return tuple(RULES[key] for key in sorted(RULES, key=_order))


def _order(key: str) -> tuple[int, str]:
    return "SFWX".find(key[0]), key
