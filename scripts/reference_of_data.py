"""The reference pages about data: standards, codes, the mapping, and checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sightline.standards import all_standards, catalogue

Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]


def standards(table: Table) -> str:
    """Every standard, list and column."""
    parts = [
        "# Standards, lists and columns",
        "What an authority's data should look like. Each list is declared once, in "
        "`src/sightline/standards`; readers, checks, templates and this page come from it.",
    ]
    for standard in all_standards():
        parts += [f"## {standard.title} (`{standard.key}`)", standard.description]
        for row in catalogue.list_rows(standard):
            number = f"List {row['number']}: " if row["number"] else ""
            parts += [
                f"### {number}{row['title']} (`{row['list']}`)",
                f"{row['holds']} Covers {row['covers']}. Source: {row['source']}.",
            ]
            columns = [c for c in catalogue.column_rows(standard) if c["list"] == row["list"]]
            parts.append(
                table(
                    ["heading", "column", "kind", "codes", "what it means", "rules"],
                    [
                        (
                            c["heading"],
                            f"`{c['column']}`",
                            c["kind"],
                            c["codes"],
                            c["means"],
                            c["rules"],
                        )
                        for c in columns
                    ],
                )
            )
    return "\n\n".join(parts)


def codes(table: Table) -> str:
    """Every code set and its codes."""
    parts = ["# Code sets", "A snapshot holds the code. Everything in “also” is read as it."]
    for row in catalogue.code_set_rows():
        parts += [f"## {row['title']} (`{row['code_set']}`)"]
        parts += [f"{row['note']} Source: {row['source']}.".strip()]
        items = catalogue.code_rows(row["code_set"])
        parts.append(
            table(
                ["code", "printed", "means", "group", "also"],
                [
                    (f"`{i['code']}`", i["printed"], i["means"], i["group"], i["also"])
                    for i in items
                ],
            )
        )
    return "\n\n".join(parts)


def mapping(table: Table) -> str:
    """How the SSD fills Annex A: rows, what was decided, and each column."""
    from sightline.standards.ssd_to_annex_a import MAPPINGS, NOT_MADE

    parts = [
        "# Annex A from the SSD",
        "How each list of Annex A is made from the Standard Safeguarding Dataset. What happened "
        "after the snapshot date is not known: an end after it is no end yet. `sightline "
        "snapshots annex-a` makes the lists, and says what an extract lacks for them. “Locally” "
        "means in the authority's own words: see the [guide](../guide/data.md).",
    ]
    rows = catalogue.mapping_rows()
    for made in MAPPINGS:
        target = made.target
        parts += [
            _heading(target),
            f"Rows come from `{made.rows.key}`. {made.where}",
            *(["What was decided:", _listed(made.decided)] if made.decided else []),
            table(["column", "from", "how", "note"], _filled(rows, target.key)),
        ]
    for target, reason in NOT_MADE.items():
        parts += [
            f"## List {target.number}: {target.title} (`{target.key}`)",
            f"Not made. {reason}",
        ]
    return "\n\n".join(parts)


def _heading(target: Any) -> str:
    return f"## List {target.number}: {target.title} (`{target.key}`)"


def _listed(sentences: Iterable[str]) -> str:
    return "\n".join(f"* {one}" for one in sentences)


def _filled(rows: Iterable[Mapping[str, str]], key: str) -> list[tuple[str, ...]]:
    return [
        (f"`{r['column']}`", r["from"].replace("; ", "<br>"), r["how"], r["note"])
        for r in rows
        if r["list"] == key
    ]


def checks(table: Table) -> str:
    """Every check."""
    from sightline.tasks.intake import rule_rows

    rows = [
        (f"`{r['rule']}`", r["severity"], r["lists"], r["means"], r["remedy"], r["source"])
        for r in rule_rows()
    ]
    return "\n\n".join(
        [
            "# Checks",
            "S: structure. F: fields. W: within a list. X: across lists. `blocked` stops a list or "
            "file; an `error` is certainly wrong; a `query` may be right; `information` says how "
            "something was read. W40 and the like are findings about practice, to act on.",
            table(["rule", "severity", "lists", "means", "remedy", "source"], rows),
        ]
    )


def fitness(table: Table) -> str:
    """What each list is asked."""
    from sightline.intake.fitness import QUESTIONS

    rows = [(f"`{q.list}`", q.title, ", ".join(f"`{n}`" for n in q.needs)) for q in QUESTIONS]
    return "\n\n".join(
        [
            "# Fitness for use",
            "What people ask of each list, and the columns without which a row cannot answer.",
            table(["list", "question", "needs"], rows),
        ]
    )


PAGES: dict[str, Callable[[Table], str]] = {
    "standards.md": standards,
    "codes.md": codes,
    "ssd-to-annex-a.md": mapping,
    "checks.md": checks,
    "fitness.md": fitness,
}
