"""Small files of statistics about authorities that do not exist, for tests to load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sightline.regime.authorities import Authority, unlisted

HEADINGS = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name"
)
NAMES = {"701": "Fernshire", "702": "Alderham", "703": "Birkdale", "704": "Cold Ashby", "705": "Dunmere"}  # fmt: skip
NEAR = ("704", "702", "705")


def authority(code: str, near: Sequence[str] = NEAR) -> Authority:
    """An authority that is in no register."""
    return replace(unlisted(NAMES[code]), dfe_code=code, neighbours=tuple(near))


def local(year: str, code: str, *cells: object, region: str = "East Midlands") -> str:
    """A row of an authority."""
    place = f"{year},Reporting year,Local authority,E92000001,England,E12000004,{region},{code},"
    return ",".join([f"{place}E0{code},{NAMES.get(code, code)}", *map(str, cells)])


def regional(year: str, name: str, *cells: object) -> str:
    """A row of a region."""
    place = f"{year},Reporting year,Regional,E92000001,England,E12000004,{name},,,"
    return ",".join([place, *map(str, cells)])


def national(year: str, *cells: object) -> str:
    """A row of England."""
    place = f"{year},Reporting year,National,E92000001,England,,,,,"
    return ",".join([place, *map(str, cells)])


def written(path: Path, headings: str, rows: Iterable[str], encoding: str = "utf-8") -> Path:
    """A CSV file of these rows below the headings of every such file and its own."""
    path.write_bytes("\n".join([f"{HEADINGS},{headings}", *rows, ""]).encode(encoding))
    return path


def referrals(folder: Path) -> Path:
    """Re-referrals of five authorities over three years; one figure is not published."""
    columns = (
        "category,no_further_action_percent,not_in_need_percent,referral_count,rereferral_percent"
    )
    rows = [
        national("2025", "Referrals", 1, 2, 1000, 22.6),
        regional("2025", "East Midlands", "Referrals", 1, 2, 500, 21.0),
        local("2025", "701", "Referrals", 1, 2, 100, 20.0),
        local("2025", "702", "Referrals", 1, 2, 90, 15.5),
        local("2025", "703", "Referrals", 1, 2, 80, "c"),
        local("2025", "704", "Referrals", 1, 2, 70, 20.0),
        local("2025", "705", "Referrals", 1, 2, 60, 30.0),
        national("2024", "Referrals", 1, 2, 990, 22.4),
        regional("2024", "East Midlands", "Referrals", 1, 2, 490, 21.5),
        local("2024", "701", "Referrals", 1, 2, 101, 22.4),
        local("2024", "702", "Referrals", 1, 2, 91, 14.0),
        local("2024", "703", "Referrals", 1, 2, 81, 18.0),
        local("2024", "704", "Referrals", 1, 2, 71, "x"),
        local("2024", "705", "Referrals", 1, 2, 61, 31.0),
        local("2023", "701", "Referrals", 1, 2, 102, 24.0),
        local("2023", "702", "Referrals", 1, 2, 92, 13.0),
    ]
    return written(
        folder / "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", columns, rows
    )


def lait(folder: Path, measures: dict[str, dict[str, dict[str, str]]]) -> Path:
    """A long table as CSV: measure, area (code, or name of a region), year, cell."""
    lines = ["Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region"]
    numbers = {"England": "970", "East Midlands": "983"}
    for code, areas in measures.items():
        for area, years in areas.items():
            own = "" if area in numbers else "East Midlands"
            lines += [
                f"{code},,{year},{NAMES.get(area, area)},{cell},{numbers.get(area, area)},{own}"
                for year, cell in years.items()
            ]
    path = folder / "lait_long.csv"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def dictionary(folder: Path, *rows: tuple[str, str, str, str]) -> Path:
    """A dictionary: short name, title, polarity, and "N" for no quartiles."""
    lines = [
        "Measure_code,Topic,Measure,Chart_title,Measure_short,Polarity,y_axis_name,No_Quartile"
    ]
    lines += [f"1,Topic,{title},{title},{code},{way},%,{none}" for code, title, way, none in rows]
    path = folder / "lait_data_dictionary.csv"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path
