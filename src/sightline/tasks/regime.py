"""What the verbs about the inspection system do: next, authorities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import IO, Any

from sightline.kit.problems import UserError


def authority_rows(name: str | None = None) -> list[dict[str, Any]]:
    """The register, or the one authority that a printed name means.

    Raises ``UserError`` for a name that means none.
    """
    from sightline.regime.authorities import all_authorities, resolve

    chosen = list(all_authorities())
    if name is not None:
        found = resolve(name)
        if found is None:
            raise UserError(f"No authority in the register is called {name!r}. Check the spelling.")
        chosen = [found]
    fields = ("urn", "dfe_code", "ons_code", "name", "kind", "region", "aliases", "trusts")
    return [{f: getattr(a, f) for f in fields} for a in chosen]


def next_rows(folder: str | None, name: str, as_of: date | None) -> list[dict[str, Any]]:
    """What is expected next of an authority: one row each, with reasons and what it rests on."""
    from sightline.packs.expected import expected_of
    from sightline.reports.same_event import history
    from sightline.tasks.library import opened, who_of

    with opened(folder) as shelf:
        who = who_of(shelf, name)
        events = history(shelf, who)
    return [_expected_row(one) for one in expected_of(events, as_of or date.today())]


def _expected_row(expected: Any) -> dict[str, Any]:
    nominal, calibrated = expected.nominal, expected.calibrated
    return {
        "what": expected.what,
        "step": expected.step.value,
        "earliest": expected.earliest.isoformat(),
        "likely": expected.likely.isoformat(),
        "latest": expected.latest.isoformat(),
        "nominal": [d.isoformat() for d in nominal] if nominal else None,
        "calibrated": [d.isoformat() for d in calibrated] if calibrated else None,
        "confidence": expected.confidence,
        "confidence_words": expected.confidence_words,
        "alternative": expected.alternative,
        "rules": list(expected.rules),
        "rule_sets": list(expected.rule_sets),
        "events": [f"{e.kind.value} {e.when}" for e in expected.events],
        "reasons": list(expected.reasons),
        "topics": [t.topic.value for t in expected.topics],
        "note": expected.note,
    }


def write_next(rows: Sequence[dict[str, Any]], file: IO[str]) -> None:
    """What is expected, for a person to read."""
    from sightline.kit.dates import say

    for row in rows:
        first, middle, last = (
            say(date.fromisoformat(row[k])) for k in ("earliest", "likely", "latest")
        )
        file.write(f"{row['what']}\n")
        file.write(f"  {first}\n" if first == last else f"  {first} to {last}, likely {middle}\n")
        for name, words in (
            ("nominal", "by the stated rule"),
            ("calibrated", "as seen in practice"),
        ):
            if row[name]:
                dates = [say(date.fromisoformat(d)) for d in row[name]]
                file.write(f"  {words}: {dates[0]} to {dates[-1]}\n")
        file.write(f"  how sure: {row['confidence']}. {row['confidence_words']}\n")
        for reason in row["reasons"]:
            file.write(f"  - {reason}\n")
        file.write(
            f"  rules {', '.join(row['rules'])}; events {', '.join(row['events']) or 'none'}\n\n"
        )
    file.write("Ofsted decides; this is an estimate.\n")
