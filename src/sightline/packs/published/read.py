"""Reads what was published: ``Published`` answers what pages ask, without asking any measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from sightline.measures.deadlines.tally import Tally
from sightline.measures.figure import Figure
from sightline.packs.published.model import Area, Said, Standing, Summary, TeamVerdict
from sightline.packs.published.read_children import Children
from sightline.packs.published.texts import from_json

View = dict[str, Any]
_SUMMARY = (
    "i.key, i.slug, i.title, i.theme, i.area, i.better, i.sentence, i.headline, i.rest, "
    "i.changing, i.why, i.target, i.look_at"
)
_FIGURE = (
    "i.key, i.title, f.start, f.end, f.by, f.part, f.category, f.numerator, f.denominator, "
    "f.value, f.unit, i.better, f.excluded, f.note, f.hidden"
)
_FIRST = "f.id = (SELECT min(id) FROM figure WHERE indicator = i.id AND trend = 0 AND by = '')"


class Published(Children):
    """A published file. Several threads may ask it at once; nothing is written to it.

    What is not there is None, or an empty list: an identifier that is not known is no error.
    """

    @cached_property
    def said(self) -> Said:
        """Whose it is, as at which day, made when and of what."""
        rows = dict(self._all("SELECT name, value FROM said"))
        told = {name: from_json(value) for name, value in rows.items()}
        return Said(**{**told, "loads": tuple(told["loads"])})

    def standing(self) -> list[Standing]:
        """What stands out, in order."""
        rows = self._all("SELECT kind, sentence, measure, part FROM standing ORDER BY id")
        return [Standing(*row) for row in rows]

    def areas(self) -> list[Area]:
        """The areas that have a measure with a figure, in order."""
        rows = self._all(
            "SELECT key, title, (SELECT count(*) FROM indicator i WHERE i.area = a.key), glance "
            "FROM area a ORDER BY id"
        )
        return [Area(*[*row[:3], from_json(row[3])]) for row in rows]

    def indicators(self, theme: str | None = None, area: str | None = None) -> list[Summary]:
        """The measures with a figure, in order; of a theme, of an area, or all."""
        where = "(?1 IS NULL OR i.theme = ?1) AND (?2 IS NULL OR i.area = ?2)"
        return self._summaries(where, (theme, area))

    def summary(self, measure: str) -> Summary | None:
        """A measure in a line, by its id or slug."""
        found = self._summaries("(i.key = ?1 OR i.slug = ?1)", (measure,))
        return found[0] if found else None

    def _summaries(self, where: str, values: tuple[Any, ...]) -> list[Summary]:
        rows = self._all(
            f"SELECT {_SUMMARY}, {_FIGURE} FROM indicator i JOIN figure f ON {_FIRST} "
            f"WHERE {where} ORDER BY i.id",
            values,
        )
        return [Summary(*[*row[:13], _figure(row[13:])]) for row in rows]

    def indicator(self, measure: str) -> View | None:
        """The view of a measure, by its id or slug: what the macro ``indicator`` takes.

        Its ``children`` are None: rows are asked for by :meth:`rows`, of whom the reader may see.
        """
        row = self._one("SELECT view FROM indicator WHERE key = ?1 OR slug = ?1", (measure,))
        return from_json(row[0]) if row else None

    def figures(self, measure: str, by: str | None = None, trend: bool = False) -> list[Figure]:
        """The figures of a measure: of its window, or with ``trend`` of those over time.

        ``by`` is "" for the figure of all with its categories, the name of a breakdown, or None for
        every one.
        """
        rows = self._all(
            f"SELECT {_FIGURE} FROM indicator i JOIN figure f ON f.indicator = i.id "
            "WHERE (i.key = ?1 OR i.slug = ?1) AND f.trend = ?2 AND (?3 IS NULL OR f.by = ?3) "
            "ORDER BY f.id",
            (measure, int(trend), by),
        )
        return [_figure(row) for row in rows]

    def breakdowns(self, measure: str) -> list[str]:
        """The breakdowns that a measure has figures by, such as team or age."""
        rows = self._all(
            "SELECT f.by FROM figure f JOIN indicator i ON i.id = f.indicator "
            "WHERE (i.key = ?1 OR i.slug = ?1) AND f.trend = 0 AND f.by != '' "
            "GROUP BY f.by ORDER BY min(f.id)",
            (measure,),
        )
        return [by for (by,) in rows]

    def verdicts(self, measure: str | None = None, team: str | None = None) -> list[TeamVerdict]:
        """How teams stand: of one measure, of one team, or all."""
        rows = self._all(
            "SELECT measure, team, changing, why, beside, words FROM team_verdict "
            "WHERE (?1 IS NULL OR measure = ?1) AND (?2 IS NULL OR team = ?2) ORDER BY id",
            (measure, team),
        )
        return [TeamVerdict(*row) for row in rows]

    def tallies(self, group: str | None = "All") -> list[tuple[Tally, str]]:
        """Each deadline's tally with its theme: of all, of a team, or with None every one."""
        rows = self._all(
            "SELECT deadline, title, part, on_time, judged, overdue, to_come, longest, days, theme "
            "FROM tally WHERE ?1 IS NULL OR part = ?1 ORDER BY id",
            (group,),
        )
        return [(Tally(*row[:9]), row[9]) for row in rows]

    def sign_counts(self) -> list[View]:
        """Each signal: key, title, how many, what it may mean, and its theme."""
        names = ("key", "title", "count", "means", "theme")
        rows = self._all(f"SELECT {', '.join(names)} FROM sign_count ORDER BY id")
        return [dict(zip(names, row)) for row in rows]

    def waits(self) -> list[View]:
        """Each pathway that was followed, as a view."""
        return [from_json(text) for (text,) in self._all("SELECT value FROM wait ORDER BY id")]

    def lacking(self) -> list[tuple[str, str, str]]:
        """Each measure without a figure: id, title, and why."""
        return list(map(tuple, self._all("SELECT measure, title, why FROM lacking ORDER BY id")))

    def lists(self) -> dict[str, int]:
        """How many rows each list has, by key."""
        return dict(self._all("SELECT key, rows FROM list ORDER BY key"))

    def view(self, name: str) -> Any:
        """A part of the report as a view: front, contents, reading, lacking, deadlines, signals.

        Those of deadlines and signals have no list of children.
        """
        row = self._one("SELECT value FROM view WHERE name = ?", (name,))
        return from_json(row[0]) if row else None

    def known_groups(self, measure: str, by: str) -> Iterator[str]:
        """The groups of a breakdown that a measure has figures of, in order."""
        yield from dict.fromkeys(figure.group for figure in self.figures(measure, by))


def _figure(row: Any) -> Figure:
    key, title, start, end, *counts, excluded, note, hidden = row
    days = map(date.fromisoformat, (start, end))
    return Figure(*[key, title, *days, *counts, excluded, note, bool(hidden)])
