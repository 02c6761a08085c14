"""Issues that somebody has looked at and accepted, with a reason and until a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.rules import rule
from sightline.intake.store.records import add_record, now, read_records, user
from sightline.kit.problems import UserError

FILE = "accepted.jsonl"


@dataclass(frozen=True)
class Accepted:
    """One decision: which issues are accepted, why, until when, and by whom.

    A blank ``list``, ``child_id`` or ``value`` stands for any. Without a child and a value it
    switches the rule off for the list, or for all lists.
    """

    rule: str
    reason: str
    until: str
    list: str = ""
    child_id: str = ""
    value: str = ""
    by: str = ""
    at: str = ""


def accept(
    records: Path,
    rule_id: str,
    reason: str,
    until: date,
    list_key: str = "",
    child_id: str = "",
    value: str = "",
) -> Accepted:
    """Keep a decision. Raises ``UserError`` for a rule that there is not, or without a reason."""
    try:
        rule(rule_id)
    except KeyError:
        raise UserError(f"There is no rule {rule_id}: `sightline checks` lists them.") from None
    if not reason.strip():
        raise UserError("Say why it is accepted, with --reason.")
    made = Accepted(
        rule_id,
        reason.strip(),
        until.isoformat(),
        list_key,
        child_id,
        value,
        user(),
        now().isoformat(),
    )
    records.mkdir(parents=True, exist_ok=True, mode=0o700)
    add_record(records / FILE, asdict(made))
    return made


def decisions(records: Path) -> Iterator[Accepted]:
    """What has been accepted, in order."""
    for record in read_records(records / FILE):
        yield Accepted(**{name: str(record.get(name, "")) for name in Accepted.__annotations__})


def mark_accepted(issues: pa.Table, accepted: Sequence[Accepted], as_at: date) -> pa.Table:
    """The same issues; those that are accepted on the day have the severity "accepted".

    Nothing is taken away: the sentence says by whom it was accepted, why, and until when.
    """
    for one in accepted:
        if one.until < as_at.isoformat():
            continue
        chosen = pc.equal(issues["rule"], one.rule)
        for name in ("list", "child_id", "value"):
            wanted = getattr(one, name)
            if wanted:
                same = pc.fill_null(pc.equal(issues[name], wanted), False)
                chosen = pc.and_(chosen, same)
        if not pc.any(chosen).as_py():
            continue
        note = f" Accepted by {one.by} until {one.until}: {one.reason}"
        said = pc.binary_join_element_wise(issues["message"], note, "")
        for name, values in (("severity", "accepted"), ("message", said)):
            place = issues.schema.get_field_index(name)
            made = pc.if_else(chosen, values, issues[name])
            issues = issues.set_column(place, issues.schema.field(place), made)
    return issues
