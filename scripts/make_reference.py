"""Writes the reference pages in ``docs/reference`` from the code's own declarations.

python scripts/make_reference.py           write them
python scripts/make_reference.py --check   fail if any is stale
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import reference_of_audits
import reference_of_data
import reference_of_measures
import reference_of_site
import reference_of_statistics

os.environ["COLUMNS"] = "100"
_MADE = "<!-- Made by scripts/make_reference.py from the code. Do not edit. -->"
DOCS = Path(__file__).parent.parent / "docs" / "reference"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a bar inside a cell is escaped."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for row in rows:
        cells = (" ".join(str(c).split()).replace("|", "\\|") for c in row)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def layouts() -> str:
    """The layouts of documents."""
    from sightline.reports.layouts import LAYOUTS

    rows = [(f"`{x.id}`", x.kind, x.title, x.in_use, x.notes, " ".join(x.traps)) for x in LAYOUTS]
    return "\n\n".join(
        [
            "# Layouts",
            "Each document is read by the first layout, from the top, that recognises its text. "
            "Each layout has an example pair in `src/sightline/reports/layouts/examples`.",
            table(["id", "kind", "what it is", "in use", "notes", "traps"], rows),
        ]
    )


def facts() -> str:
    """The facts that may be read, and the columns of the table."""
    from sightline.reports.facts import FIELDS
    from sightline.reports.reading import COLUMNS
    from sightline.tasks.reading import FINDING_COLUMNS

    return "\n\n".join(
        [
            "# Facts and columns",
            "Every fact carries its value, the words as printed, and its citation (page, "
            "start, end, "
            "quote): `document.text[start:end] == quote`. A note says what was inferred.",
            table(["fact", "what it is"], [(f"`{k}`", v) for k, v in FIELDS.items()]),
            "## Columns of `sightline read --format csv`",
            ", ".join(f"`{c}`" for c in COLUMNS),
            "One row per event. `n_improvements` and the like count separate items; `problems` "
            "gives "
            "a code and a sentence each. Dates are ISO; a date known only by month or year is "
            "`2017-07` or `2015`.",
            "## Columns of `sightline findings`",
            ", ".join(f"`{c}`" for c in FINDING_COLUMNS),
        ]
    )


def frameworks() -> str:
    """Frameworks, duties, kinds of visit and topics."""
    from sightline.regime.duties import RULES
    from sightline.regime.frameworks import FRAMEWORKS
    from sightline.regime.visits import KINDS, TOPICS

    parts = ["# The inspection system"]
    for framework in FRAMEWORKS:
        ends = framework.ends.isoformat() if framework.ends else "now"
        parts += [
            f"## {framework.title} (`{framework.id}`)",
            f"Fieldwork begun from {framework.starts.isoformat()} to {ends}. "
            f"{framework.legal_base}",
        ]
        if framework.areas:
            rows = [(f"`{a.key}`", "; ".join(a.labels)) for a in framework.areas]
            parts.append(table(["judgement", "printed labels"], rows))
        rows = [(f.text, f.source, f.sure.value) for f in framework.facts]
        parts.append(table(["fact", "source", "how sure"], rows))
    parts += ["## Kinds of visit and topics of focused visits"]
    rows = [(f"`{k}`", a.title, a.covers) for k, a in [*KINDS.items(), *TOPICS.items()]]
    parts.append(table(["id", "title", "what it covers"], rows))
    parts += ["## Duties"]
    rows = [
        (
            f"`{r.id}`",
            r.title,
            r.who,
            f"{r.working_days} working days" if r.working_days else "",
            r.source,
        )
        for r in RULES
    ]
    parts.append(table(["id", "duty", "who", "within", "source"], rows))
    return "\n\n".join(parts)


def themes() -> str:
    """The vocabulary of themes."""
    from sightline.regime.themes import THEMES

    rows = [
        (
            f"`{t.id}`",
            t.title,
            t.covers,
            ", ".join(t.areas),
            ", ".join(t.topics),
            ", ".join(t.framework),
        )
        for t in THEMES
    ]
    return "\n\n".join(
        [
            "# Themes",
            "One vocabulary ties findings, measures, audits and actions together.",
            table(
                ["id", "title", "covers", "judgement areas", "visit topics", "National Framework"],
                rows,
            ),
        ]
    )


def commands() -> str:
    """The help of every command."""
    from sightline.cli import parser

    top = parser()
    parts = ["# Commands", _help(top)]
    actions = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    for name, verb in actions.choices.items():
        parts += [f"## sightline {name}", _help(verb)]
        for action in verb._actions:
            if isinstance(action, argparse._SubParsersAction):
                for inner, sub in action.choices.items():
                    parts += [f"### sightline {name} {inner}", _help(sub)]
    return "\n\n".join(parts)


def _help(parser: argparse.ArgumentParser) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        parser.print_help()
    return f"```\n{out.getvalue().rstrip()}\n```"


PAGES: dict[str, Callable[[], str]] = {
    "layouts.md": layouts,
    "facts.md": facts,
    "inspection-system.md": frameworks,
    "themes.md": themes,
    "commands.md": commands,
    **{name: partial(page, table) for name, page in reference_of_audits.PAGES.items()},
    **{name: partial(page, table) for name, page in reference_of_site.PAGES.items()},
    **{name: partial(page, table) for name, page in reference_of_data.PAGES.items()},
    **{name: partial(page, table) for name, page in reference_of_measures.PAGES.items()},
    **{name: partial(page, table) for name, page in reference_of_statistics.PAGES.items()},
}


def stale() -> list[str]:
    """The names of the pages that are not as the code would write them."""
    return [
        name
        for name, page in PAGES.items()
        if not (DOCS / name).is_file() or (DOCS / name).read_text(encoding="utf-8") != _whole(page)
    ]


def _whole(page: Callable[[], str]) -> str:
    return f"{_MADE}\n\n{page()}\n"


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        old = stale()
        print(f"stale: {', '.join(old)}" if old else "all pages are fresh")
        return 1 if old else 0
    DOCS.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (DOCS / name).write_text(_whole(page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
