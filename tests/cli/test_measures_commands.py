"""The verbs about figures, as a new user would give them: straight from a workbook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sightline.cli import main

COLUMNS = [
    *("measure", "title", "window_start", "window_end", "group", "numerator", "denominator"),
    *("value", "unit", "better", "excluded", "note"),
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "Annex A.xlsx"
    assert main(["synthesize", "--standard", "annex_a", "--children", "300", "--as-at",
                 "2026-10-31", "--seed", "4", "--out", str(path)]) == 0  # fmt: skip
    return path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--workspace", str(tmp_path / "workspace")])
        out = capsys.readouterr()
        return code, out.out, out.err

    return ran


def of(workbook: Path) -> list[str]:
    return ["--file", str(workbook), "--as-at", "2026-10-31"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_catalogue_says_what_each_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measures", "--format", "json"]) == 0
    made = {row["measure"]: row for row in json.loads(capsys.readouterr().out)}
    assert made["AS02"]["slug"] == "assessments-finished-within-45-working-days-of-their-start"
    assert made["AS02"]["better"] == "higher is better"
    assert "annex_a.assessments.assessment_start_date" in made["AS02"]["needs"]
    assert "Working Together" in made["AS02"]["timescale"]
    assert len(made) > 140


def test_figures_by_team_add_up_to_the_whole(workbook: Path, run: Run) -> None:
    code, out, _ = run("measure", "AS02", "--by", "team", "--format", "csv", *of(workbook))
    assert code == 0
    assert out.splitlines()[0].split(",") == COLUMNS
    whole, *teams = rows(out)
    assert whole["group"] == "All"
    assert (whole["window_start"], whole["window_end"]) == ("2026-04-30", "2026-10-31")
    assert sum(int(t["numerator"]) for t in teams) == int(whole["numerator"]) > 0
    assert sum(int(t["denominator"]) for t in teams) == int(whole["denominator"])
    share = int(whole["numerator"]) / int(whole["denominator"])
    assert float(whole["value"]) == pytest.approx(share * 100, abs=1e-5)


def test_the_figure_is_the_count_of_its_children(workbook: Path, run: Run) -> None:
    _, out, _ = run("measure", "AS02", "CN06", "LA15", "--format", "csv", "--set",
                    "cin_visit=4 weeks", *of(workbook))  # fmt: skip
    for figure in rows(out):
        _, listed, _ = run("children", figure["measure"], "--format", "csv", "--set",
                           "cin_visit=4 weeks", *of(workbook))  # fmt: skip
        answers = [row["answer"] for row in rows(listed)]
        assert answers.count("met") == int(figure["numerator"])
        assert answers.count("met") + answers.count("not met") == int(figure["denominator"]) > 0
        assert {row["file"] for row in rows(listed)} == {"Annex A.xlsx"}
        assert all(int(row["row"]) > 1 for row in rows(listed))


def test_a_local_standard_that_is_not_set_gives_no_figure(workbook: Path, run: Run) -> None:
    _, out, _ = run("measure", "CP12", "--format", "csv", *of(workbook))
    (figure,) = rows(out)
    assert figure["value"] == ""
    assert figure["note"] == "No local standard is set: give cp_visit in the settings."


def test_a_slug_is_as_good_as_an_id_and_a_wrong_one_is_told_what_is_near(
    workbook: Path, run: Run
) -> None:
    _, out, _ = run("measure", "children-seen-during-the-assessment", "--format", "csv",
                    *of(workbook))  # fmt: skip
    assert rows(out)[0]["measure"] == "AS04"
    code, _, err = run("measure", "AS022", *of(workbook))
    assert code == 2
    assert "There is no measure 'AS022'. Did you mean AS02" in err


def test_files_without_their_day_are_refused(workbook: Path, run: Run) -> None:
    code, _, err = run("measure", "AS02", "--file", str(workbook))
    assert code == 2
    assert "Give --as-at DATE: it is never assumed" in err


def test_sharing_hides_what_is_small(workbook: Path, run: Run) -> None:
    _, out, _ = run("measure", "AS04", "CP14", "--by", "team", "--sharing", "--format", "csv",
                    *of(workbook))  # fmt: skip
    shown = [r for r in rows(out) if r["numerator"] not in ("c", "")]
    assert any(r["numerator"] == "c" for r in rows(out))
    for row in shown:
        left = int(row["denominator"]) - int(row["numerator"])
        assert not 0 < int(row["numerator"]) < 6
        assert not 0 < left < 6


def test_a_trend_from_one_file_is_of_its_months(workbook: Path, run: Run) -> None:
    _, out, _ = run("measure", "AS02", "--trend", "3", "--format", "csv", *of(workbook))
    assert [(r["window_start"], r["window_end"]) for r in rows(out)] == [
        ("2026-08-01", "2026-08-31"), ("2026-09-01", "2026-09-30"), ("2026-10-01", "2026-10-31"),
    ]  # fmt: skip


@pytest.mark.parametrize("verb", [["overdue"], ["due", "--within", "30"], ["signals"], ["waits"],
                                  ["overdue", "--count"], ["variation", "AS02", "AS04"]])  # fmt: skip
def test_what_waits_and_drifts_has_rows(verb: list[str], workbook: Path, run: Run) -> None:
    code, out, _ = run(*verb, "--set", "cin_visit=10 working days", "--format", "csv",
                       *of(workbook))  # fmt: skip
    assert code == 0
    assert rows(out)


def test_what_is_due_is_due_within_the_days_asked_for(workbook: Path, run: Run) -> None:
    _, out, _ = run("due", "--within", "14", "--format", "csv", *of(workbook))
    assert rows(out)
    assert all("2026-10-31" <= row["due"] <= "2026-11-14" for row in rows(out))


def test_from_a_workbook_to_the_report_in_one_command(
    workbook: Path, run: Run, tmp_path: Path
) -> None:
    out = [tmp_path / "practice.html", tmp_path / "practice.xlsx", tmp_path / "practice.pdf"]
    named = [part for path in out for part in ("--out", str(path))]
    code, said, _ = run("report", "--authority", "Fernshire", "--made-on", "2026-11-03", *named,
                        *of(workbook))  # fmt: skip
    assert code == 0
    assert "Not to leave the authority" in said
    html = out[0].read_text(encoding="utf-8")
    assert "Fernshire" in html
    assert "Assessments finished within 45 working days" in html
    assert out[1].read_bytes()[:2] == b"PK"
    assert out[2].read_bytes()[:5] == b"%PDF-"


def test_a_report_to_share_names_no_child(workbook: Path, run: Run, tmp_path: Path) -> None:
    _, listed, _ = run("children", "AS02", "--format", "csv", *of(workbook))
    ids = {row["child_id"] for row in rows(listed)}
    path = tmp_path / "shared.html"
    code, said, _ = run("report", "--sharing", "--out", str(path), *of(workbook))
    assert code == 0
    assert "no child is named" in said
    html = path.read_text(encoding="utf-8")
    assert len(ids) > 50
    assert not [child for child in ids if child in html]
