"""The national picture: grades, themes of improvement, visits and changes, over all authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from sightline.packs import charts
from sightline.packs.links import authority_link, document_link
from sightline.packs.words import KINDS, TOPICS, count, listed, share, visits, when
from sightline.regime.themes import THEMES
from sightline.regime.themes import by_id as theme_by_id
from sightline.reports import tables
from sightline.reports.same_event import histories
from sightline.reports.shelf import Shelf

_THEMES_SHOWN = 15


def national_page(shelf: Shelf) -> dict[str, Any]:
    """Everything that the template ``national.html`` shows."""
    told = histories(shelf)
    documents = shelf.documents()
    events = sum(len(h) for h in told.values())
    return {
        "title": "National picture",
        "summary": (
            f"From {count(len(documents), 'document')} about "
            f"{count(len(told), 'authority', 'authorities')}: "
            f"{visits(events)}. It shows what is in this library, which "
            " may not be every report there is."
        ),
        "sections": [
            _grades(tables.grades(shelf, told)),
            _changes(tables.changes_by_year(shelf, told)),
            _improvement(tables.improvement_themes(shelf, told)),
            _visits(tables.focused_visits(shelf, told)),
            _documents(documents),
        ],
    }


def _figure(
    identity: str, title: str, sentence: str, chart: str, table: dict[str, Any]
) -> dict[str, Any]:
    return {
        "id": identity,
        "title": title,
        "sentence": sentence,
        "chart": Markup(chart) if chart else "",
        "table": table,
    }


def _table(
    caption: str, head: Sequence[str], rows: list[list[Any]], numbers: Sequence[int]
) -> dict[str, Any]:
    return {"caption": caption, "head": list(head), "rows": rows, "numbers": tuple(numbers)}


def _grades(found: tables.Table) -> dict[str, Any]:
    overall = [r for r in found.rows if r["area"] == "overall"]
    present = [g for g in charts.GRADES if any(r.get(g) for r in overall)]
    by_year: dict[int, Counter[str]] = {}
    for row in overall:
        by_year.setdefault(row["year"], Counter()).update({g: row[g] for g in present})
    points = [
        {"year": str(y), "grade": g, "count": c[g]}
        for y, c in sorted(by_year.items())
        for g in present
    ]
    total: Counter[str] = sum(by_year.values(), Counter())
    sentence = "No graded inspection is in the library."
    if total:
        whole = total.total()
        said = [f"{g.lower()} {share(total[g], whole)}" for g in present]
        sentence = f"Of {count(whole, 'inspection')} with an overall grade: {listed(said)}."
    rows = [[r["framework"], r["year"], *(r.get(g, 0) for g in present)] for r in overall]
    caption = "Overall effectiveness by framework and year of the inspection"
    chart = charts.grade_shares(points, caption) if len(by_year) > 1 else ""
    table = _table(caption, ["Framework", "Year", *present], rows, range(1, 2 + len(present)))
    return _figure("grades", "Grades by year", sentence, chart, table)


def _changes(found: tables.Table) -> dict[str, Any]:
    words = ["up", "the same", "down"]
    total = Counter({w: sum(r[w] for r in found.rows) for w in words})
    whole = total.total()
    sentence = "No two inspections of one authority can be compared yet."
    if whole:
        said = [
            f"{share(total[w], whole)} {'stayed' if w == 'the same' else 'went'} {w}" for w in words
        ]
        sentence = f"From one graded inspection to the next, {listed(said)}."
    chart = ""
    if whole:
        named = {"up": "Went up", "the same": "Stayed the same", "down": "Went down"}
        bars = [{"name": named[w], "count": total[w]} for w in words]
        chart = charts.bars(bars, "Changes of the overall grade", "inspections")
    rows = [[r["year"], *(r[w] for w in words), r["inspections"]] for r in found.rows]
    head = ["Year of the later inspection", "Up", "The same", "Down", "Inspections"]
    caption = "Changes of the overall grade from one inspection to the next"
    return _figure(
        "changes",
        "Who went up, who went down",
        sentence,
        chart,
        _table(caption, head, rows, range(1, 5)),
    )


def _improvement(found: tables.Table) -> dict[str, Any]:
    total: Counter[str] = Counter()
    years: set[int] = set()
    for row in found.rows:
        if row["theme"] != "none":
            total[row["theme"]] += row["items"]
            years.add(row["year"])
    most = total.most_common(_THEMES_SHOWN)
    sentence = "No area for improvement has been read."
    if most:
        said = [f"{theme_by_id(t).title.lower()} ({n})" for t, n in most[:3]]
        sentence = f"What inspectors asked to improve most often: {listed(said)}."
    bars = [{"name": theme_by_id(t).title, "count": n} for t, n in most]
    columns = sorted(years)
    by = {(r["theme"], r["year"]): r["items"] for r in found.rows}
    rows = [
        [theme_by_id(t).title, n, *(by.get((t, y), 0) for y in columns)]
        for t, n in total.most_common()
    ]
    caption = "Areas for improvement and priority actions by theme and year"
    table = _table(caption, ["Theme", "All", *map(str, columns)], rows, range(1, 2 + len(columns)))
    chart = charts.bars(bars, caption, "items") if bars else ""
    return _figure("improve", "What inspectors asked to improve", sentence, chart, table)


def _visits(found: tables.Table) -> dict[str, Any]:
    total = sum(r["visits"] for r in found.rows)
    sentence = "No focused visit is in the library."
    if total:
        top = found.rows[0]
        sentence = (
            f"Of {count(total, 'focused visit')}, {share(top['visits'], total)} looked at "
            f"{TOPICS.get(top['topic'], top['topic'])}."
        )
    bars = [{"name": TOPICS.get(r["topic"], r["topic"]), "count": r["visits"]} for r in found.rows]
    grades = [c for c in found.columns[1:-1] if any(r[c] for r in found.rows)]
    rows = [
        [TOPICS.get(r["topic"], r["topic"]), *(r[g] for g in grades), r["visits"]]
        for r in found.rows
    ]
    caption = "Focused visits by topic and by the overall grade held at the time"
    table = _table(caption, ["Topic", *grades, "All"], rows, range(1, 2 + len(grades)))
    chart = charts.bars(bars, caption, "visits") if bars else ""
    return _figure("visits", "Focused visits", sentence, chart, table)


def _documents(documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    kinds = Counter(d["kind"] for d in documents)
    said = [f"{KINDS.get(k, k).lower()} {n}" for k, n in kinds.most_common()]
    bars = [{"name": KINDS.get(k, k), "count": n} for k, n in kinds.most_common()]
    rows = [[KINDS.get(k, k), n] for k, n in kinds.most_common()]
    caption = "Documents in the library by kind"
    chart = charts.bars(bars, caption, "documents") if bars else ""
    table = _table(caption, ["Kind", "Documents"], rows, (1,))
    return _figure("documents", "What was read", f"{listed(said).capitalize()}.", chart, table)


def authorities_page(shelf: Shelf) -> dict[str, Any]:
    """The list of authorities, for the template ``list.html``."""
    rows = [
        [
            Markup('<a href="{}">{}</a>').format(authority_link(r["authority"]), r["authority"]),
            r["region"],
            r["n_documents"],
            when(r["last_date"]),
        ]
        for r in shelf.authorities()
    ]
    table = _table(
        "Authorities in the library", ["Authority", "Region", "Documents", "Latest"], rows, (2,)
    )
    summary = f"{count(len(rows), 'authority', 'authorities')} in the library."
    return {"title": "Authorities", "summary": summary, "tables": [table]}


def documents_page(shelf: Shelf) -> dict[str, Any]:
    """The list of documents with what is wrong with any, for the template ``list.html``."""
    rows = [
        [
            Markup('<a href="{}">{}</a>').format(document_link(d["sha256"]), d["path"]),
            KINDS.get(d["kind"], d["kind"]),
            d["pages"],
            d["n_findings"],
            " ".join(f"{p['message']} {p['remedy']}".strip() for p in d["problems"]),
        ]
        for d in shelf.documents()
    ]
    unread = sum(1 for d in shelf.documents() if d["kind"] == "unreadable")
    summary = f"{count(len(rows), 'document')}; {unread:,} could not be read."
    head = ["Document", "Kind", "Pages", "Findings", "Please note"]
    return {
        "title": "Documents",
        "summary": summary,
        "tables": [_table("Documents in the library", head, rows, (2, 3))],
    }


def themes_page() -> dict[str, Any]:
    """The vocabulary of themes, for the template ``list.html``."""
    rows = [
        [t.title, t.covers, listed([a.replace("_", " ") for a in t.areas]), listed(t.framework)]
        for t in THEMES
    ]
    head = ["Theme", "Covers", "Judgement areas", "National Framework"]
    return {
        "title": "Themes",
        "summary": "One vocabulary ties what inspectors said to what figures and audits show.",
        "tables": [_table("Themes", head, rows, ())],
    }
