"""The commands about official statistics, as a person uses them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sightline.cli import main

HEAD = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one measure, of invented figures for three authorities that there are."""
    rows = [
        HEAD,
        *("PrevRegCPR,,2024,Barnet,18,302,Outer London", "PrevRegCPR,,2025,Barnet,21.5,302,Outer London"),
        *("PrevRegCPR,,2024,Harrow,30,310,Outer London", "PrevRegCPR,,2025,Harrow,-,310,Outer London"),
        *("PrevRegCPR,,2024,Merton,10,315,Outer London", "PrevRegCPR,,2025,Merton,11,315,Outer London"),
        *("PrevRegCPR,,2024,England,25,970,NA", "PrevRegCPR,,2025,England,24.5,970,NA"),
    ]  # fmt: skip
    file = tmp_path / "lait_long.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert main(["benchmarks", "load", str(file), "--workspace", str(tmp_path / "ws")]) == 0
    return tmp_path / "ws"


def test_one_measure_is_shown_with_its_areas_and_years(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["compare", "Barnet", "CP04", "--workspace", str(workspace)]) == 0
    out = capsys.readouterr().out
    assert "(lait-prevregcpr): Barnet in 2025, 21.5 %." in out
    assert "Rank 2 of 2 (1 is the best). Lower is better. Quartile band D." in out
    lines = [line.split() for line in out.splitlines()]
    assert ["Barnet", "authority", "18", "21.5", "3.5"] in lines
    assert ["Harrow", "neighbour", "30", "-"] in lines
    assert ["Merton", "neighbour", "10", "11", "1"] in lines
    assert ["Statistical", "neighbours", "mean", "of", "1", "20", "11", "-9"] in lines
    assert ["England", "country", "25", "24.5", "-0.5"] in lines


def test_csv_has_a_row_for_each_measure(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["compare", "302", "--format", "csv", "--workspace", str(workspace)]) == 0
    [row] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["indicator"], row["value"], row["previous"], row["change"]) == (
        "CP04", "21.5", "18", "3.5",
    )  # fmt: skip
    assert (row["rank"], row["of"], row["neighbours"], row["england"]) == ("2", "2", "11", "24.5")


def test_json_has_the_whole_comparison(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert (
        main(["compare", "Barnet", "CP04", "--format", "json", "--workspace", str(workspace)]) == 0
    )
    [one] = json.loads(capsys.readouterr().out)
    assert one["years"] == [["2024", 18.0, ""], ["2025", 21.5, ""]]
    assert one["neighbours"]["mean"]["latest"] == ["2025", 11.0, ""]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Nowhere", "CP04"], "No authority in the register is called 'Nowhere'"),
        (["Barnet", "ZZ99"], "No published figure is called 'ZZ99'"),
        (["Barnet", "CP08"], "plans-by-length, which is not loaded"),
        (["Birmingham", "CP04"], "have no row of Birmingham for CP04"),
    ],
)
def test_what_cannot_be_compared_is_said(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["compare", *arguments, "--workspace", str(workspace)]) == 2
    assert words in capsys.readouterr().err


def test_an_empty_workspace_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "Barnet", "--workspace", str(tmp_path)]) == 2
    assert "sightline benchmarks update" in capsys.readouterr().err


def test_loading_nothing_that_fits_is_not_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["benchmarks", "load", str(tmp_path / "no.csv"), "--workspace", str(tmp_path)]) == 2
    assert "no.csv: there is no such file" in capsys.readouterr().err


def test_the_lists_say_what_is_loaded(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    options = ["--format", "csv", "--workspace", str(workspace)]
    assert main(["benchmarks", "list", *options]) == 0
    rows = {r["measure"]: r for r in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert rows["lait-prevregcpr"]["loaded"] == "yes"
    assert rows["three-placements"]["loaded"] == "no"
    assert main(["benchmarks", "list", "--data-sets", *options]) == 0
    rows = {r["data_set"]: r for r in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert rows["lait"]["periods"] == "2024 to 2025"
    assert rows["referrals"]["periods"] == ""


def test_the_declarations_need_nothing_heavy() -> None:
    """The catalogue can be listed without pyarrow or a database."""
    script = (
        "import sys; from sightline.benchmarks.declare import published; published('LA23'); "
        "print([m for m in ('pyarrow', 'duckdb', 'ibis', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
