"""The reference page about official statistics: data sets, figures, and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sightline.benchmarks.catalogue import described, mark_rows
from sightline.benchmarks.declare import data_sets, figures

Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]


def statistics(table: Table) -> str:
    """Every declared data set and figure, and what each mark means."""
    return "\n\n".join(
        [
            "# Official statistics",
            "The published figures that `sightline compare` knows, declared in "
            "`src/sightline/benchmarks/library`. Every other measure of the Local Authority "
            "Interactive Tool is loaded too, with the tool's dictionary as its definition.",
            "## Data sets",
            table(
                ["data set", "title", "publication", "name of the file", "filters", "in the API"],
                [
                    (
                        f"`{d.slug}`",
                        d.title,
                        d.publication,
                        f"`{d.files}`",
                        ", ".join(f"`{f}`" for f in d.filters),
                        _api(d.api_id, d.api_titles, d.api_sure),
                    )
                    for d in data_sets()
                ],
            ),
            "## Figures",
            "For an indicator, the first of its figures that is loaded is compared; of one part "
            "in several files, the newest.",
            table(
                [
                    "indicator",
                    "part",
                    "figure",
                    "title",
                    "unit",
                    "better",
                    "same",
                    "how it differs",
                ],
                [_figure(described(one)) for one in figures()],
            ),
            "## Where there is no figure",
            "A value that is not published is never 0: it is kept as nothing, with its mark.",
            table(["status", "what it means"], [(f"`{m}`", words) for m, words in mark_rows()]),
        ]
    )


def _api(api_id: str, titles: Sequence[str], sure: str) -> str:
    if not api_id and not titles:
        return "no: load its file"
    where = f"`{api_id}`" if api_id else "looked for as " + " or ".join(f"“{t}”" for t in titles)
    return f"{where} ({sure})"


def _figure(row: dict[str, object]) -> tuple[object, ...]:
    return (
        row["indicator"],
        row["part"],
        f"`{row['measure']}`",
        row["title"],
        row["unit"],
        row["better"],
        "yes" if row["same_meaning"] else "no",
        row["differs"],
    )


PAGES: dict[str, Callable[[Table], str]] = {"statistics.md": statistics}
