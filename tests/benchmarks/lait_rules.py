"""The rules of the Local Authority Interactive Tool once more: slow, plain, from its raw rows.

Written from what the tool's own code does, with nothing of the package: each function follows one
of its steps. A figure is a number or None; "-", "c" and ".." are None.
"""

from __future__ import annotations

from dataclasses import dataclass

REGION_FROM = 970


@dataclass
class Standing:
    """What the tool shows for an authority."""

    latest: float | None
    change: float | None
    rank: int | None
    band: str | None
    neighbour_mean: float | None
    neighbour_change: float | None
    region: str
    region_latest: float | None
    england_latest: float | None


def number(text: str | None) -> float | None:
    """A cell as the tool takes it."""
    if text is None or text in ("-", "c", ".."):
        return None
    return float(text)


@dataclass
class Table:
    """The rows of one measure: the numbers of each area by year, and the region of each."""

    series: dict[str, dict[str, float | None]]
    names: dict[str, str]
    regions: dict[str, str]


def table(rows: list[dict]) -> Table:
    """The raw rows of one measure, put in order."""
    made = Table({}, {}, {})
    for row in rows:
        area = str(int(row["LA Number"]))
        made.names[row["LA and Regions"]] = area
        made.regions[area] = _region(row["Region"])
        made.series.setdefault(area, {})[row["Years"]] = number(row["Values"])
    return made


def standing(rows: Table, code: str, polarity: str, no_bands: bool, near: list[str]) -> Standing:
    """What the tool shows for the authority with that number."""
    series = rows.series
    authorities = [a for a in series if int(a) < REGION_FROM]
    last = max(year for a in authorities for year in series[a])
    own = series[code].get(last)
    there = [v for a in authorities if (v := series[a].get(last)) is not None]
    region = rows.regions[code]
    if region.startswith("London") and not _any(series.get(rows.names.get(region, ""), {})):
        region = "London"
    mean_by_year = {
        year: _mean([series[n].get(year) for n in near if n in series]) for year in series[code]
    }
    return Standing(
        latest=own,
        change=_change(series[code]),
        rank=_rank(own, there, polarity),
        band="-" if no_bands else _band(own, there, polarity),
        neighbour_mean=mean_by_year[last],
        neighbour_change=_change(mean_by_year),
        region=region,
        region_latest=series[rows.names[region]].get(last),
        england_latest=series["970"].get(last),
    )


def _any(by_year: dict) -> bool:
    return any(v is not None for v in by_year.values())


def _region(name: str) -> str:
    return {
        "Inner London": "London (Inner)",
        "Outer London": "London (Outer)",
        "Yorkshire and The Humber": "Yorkshire and the Humber",
    }.get(name, name)


def _mean(values: list) -> float | None:
    there = [v for v in values if v is not None]
    return sum(there) / len(there) if there else None


def _change(by_year: dict) -> float | None:
    """The second row from the newest: the value of the row above it, less its own."""
    ordered = sorted(by_year, key=lambda year: int(year[:4]), reverse=True)
    if len(ordered) < 2:
        return None
    newest, before = by_year[ordered[0]], by_year[ordered[1]]
    return None if newest is None or before is None else newest - before


def _rank(own: float | None, there: list[float], polarity: str) -> int | str | None:
    if polarity not in ("High", "Low"):
        return "-"
    if own is None:
        return None
    ordered = sorted(there, reverse=polarity == "High")
    return ordered.index(own) + 1  # ties: the least place


def _band(own: float | None, there: list[float], polarity: str) -> str | None:
    if polarity not in ("High", "Low"):
        return "-"
    if own is None:
        return None
    cuts = [_quantile(there, q) for q in (0.25, 0.5, 0.75)]
    quarter = sum(own > cut for cut in cuts)
    return "ABCD"[quarter] if polarity == "Low" else "DCBA"[quarter]


def _quantile(values: list[float], part: float) -> float:
    """R's quantile of type 7: between the two nearest, in proportion."""
    ordered = sorted(values)
    index = 1 + (len(ordered) - 1) * part
    low = int(index)
    high = low if index == low else low + 1
    a, b = ordered[low - 1], ordered[high - 1]
    return a if a == b else (1 - (index - low)) * a + (index - low) * b
