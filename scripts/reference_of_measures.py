"""The reference pages about figures: measures, deadlines, signals and pathways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]


def measures(table: Table) -> str:
    """Every measure, by area, each with its definition, its source and its worked example."""
    from sightline.measures.library import all_measures
    from sightline.packs.practice.areas import AREAS, area_of

    ordered = sorted(all_measures(), key=lambda m: list(AREAS).index(area_of(m.id)))
    parts = [
        "# Measures",
        "Each measure answers with children: its figure, its breakdown, its trend and its list of "
        "children come of one expression. Worked examples are as at 31 October 2026, with every "
        "local standard set (see `sightline.measures.columns_used.everything_set`); ? cannot be "
        "judged, - is not asked about. Tests run each on DuckDB, PostgreSQL and Spark, and set "
        "every measure beside a second answer in plain Python.",
        f"There are {len({m.id for m in ordered})} measures. Where one has two definitions, the "
        "first that the data allow is used. Indicators of the field that are not here: FD05 and "
        "LA18 (no list holds them), QA01 to QA03 (audits), and "
        "DC01 (any measure, `--by disability`).",
    ]
    for area, rows in groupby(ordered, key=lambda m: area_of(m.id)):
        parts.append(f"## {AREAS[area]}")
        for one in rows:
            parts += _measure(one, table)
    return "\n\n".join(parts)


def _measure(one: Any, table: Table) -> Iterator[str]:
    from sightline.measures.columns_used import columns_used
    from sightline.measures.declare import BETTER
    from sightline.measures.timescales import BASES, TIMESCALES

    yield f"### {one.id} {one.title}"
    limit = TIMESCALES.get(one.timescale)
    used = ", ".join(f"`{u.list}.{u.column}`" for u in columns_used(one))
    said = [
        ("counts", one.numerator),
        ("of", one.denominator),
        ("window", f"{one.window} months to the day" if one.window else "as at the day"),
        ("which way", BETTER[one.better]),
        ("theme", f"`{one.theme}`"),
        ("timescale", f"{limit}; {BASES[limit.basis]}" if limit else ""),
        ("local standard", f"`{one.setting}`: off until set" if one.setting else ""),
        ("leaves out", one.leaves_out),
        ("how it differs", one.proxy),
        ("note", one.note),
        ("source", one.source),
        ("a row is", f"{one.roll.one} (`{one.roll.key}`)"),
        ("needs", used),
    ]
    yield table(["", ""], [(what, words) for what, words in said if words])
    yield "```\n" + "\n".join(line.strip() for line in one.example.strip().splitlines()) + "\n```"


def waiting(table: Table) -> str:
    """Every deadline, signal and pathway, with its basis and what it needs."""
    from sightline.measures.deadlines.library import all_deadlines
    from sightline.measures.deadlines.steps import columns_of, shows_when_done
    from sightline.measures.pathways.curves import columns_of as columns_of_pathway
    from sightline.measures.pathways.library import all_pathways
    from sightline.measures.signals import late_steps
    from sightline.measures.signals.library import all_signals
    from sightline.measures.signals.raised import columns_of as columns_of_signal

    deadlines = [
        (f"`{d.key}`", d.title, d.basis, d.theme, "when done" if shows_when_done(d) else "latest",
         d.note, _used(columns_of(d)))
        for d in all_deadlines()
    ]  # fmt: skip
    signals = [
        (f"`{s.key}`", s.title, s.means, s.theme, f"`{s.setting}`" if s.setting else "",
         _used(columns_of_signal(s)))
        for s in all_signals()
    ]  # fmt: skip
    every = "the columns of every deadline that the data allow"
    signals.append((f"`{late_steps.KEY}`", late_steps.TITLE, late_steps.MEANS, late_steps.THEME,
                    "", every))  # fmt: skip
    pathways = [
        (f"`{p.key}`", p.title, p.start, p.end, f"{p.months} months", p.note,
         _used(columns_of_pathway(p)))
        for p in all_pathways()
    ]  # fmt: skip
    return "\n\n".join(
        [
            "# Deadlines, signals and pathways",
            "## Deadlines",
            "Those still waiting are counted with those that are done. Where a list shows the "
            "latest alone, as of visits, it says who is overdue now, and nothing of the past.",
            table(["key", "deadline", "by whose word", "theme", "the list shows", "note", "needs"],
                  deadlines),
            "## Signals",
            "Facts about dates, with a sentence. No score, and no order by risk: what has gone on "
            "longest comes first.",
            table(["key", "signal", "what it may mean", "theme", "local standard", "needs"],
                  signals),
            "## Pathways",
            "Of all who set out in the window, the part still waiting on each day (Kaplan and "
            "Meier), so that nobody is left out for having not arrived.",
            table(["key", "pathway", "from", "to", "set out in", "note", "needs"], pathways),
            "## Timescales",
            table(["key", "what", "limit", "from", "basis", "how sure", "source", "note"],
                  list(_timescales())),
        ]
    )  # fmt: skip


def _timescales() -> Iterator[tuple[object, ...]]:
    from sightline.measures.timescales import BASES, SURE, TIMESCALES

    for one in TIMESCALES.values():
        yield (f"`{one.id}`", one.title, one.limit, one.starts, BASES[one.basis], SURE[one.sure],
               one.source, one.note)  # fmt: skip


def _used(columns: Iterable[Any]) -> str:
    return ", ".join(f"`{u.list}.{u.column}`" for u in columns)


PAGES = {"measures.md": measures, "waiting.md": waiting}
