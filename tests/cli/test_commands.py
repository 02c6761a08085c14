"""The command as people run it: files in, rows out, exit codes, and errors that say what to do."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sightline.cli import main, parser

LETTER = """\
4 April 2019

Ms Perpetua Lyle
Director of Children's Services
Wexmoor County Council

Dear Ms Lyle

Focused visit to Wexmoor County Council children's services

This letter summarises the findings of a focused visit to Wexmoor County Council children's services on 12 and 13 March 2019. Her Majesty's Inspectors for this visit were Lewis Arden and Marguerite Hollis.

Inspectors looked at the local authority's arrangements for care leavers.

Headline findings

Care leavers live in suitable homes. Pathway plans are weak.

What needs to improve in this area of social work practice?

- The quality of pathway plans.
- The timeliness of health information.

Main findings

Personal advisers know young people well.

Yours sincerely

Marguerite Hollis
Her Majesty's Inspector
"""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with a letter, a page that is no letter, and a PDF that is none."""
    folder = tmp_path / "letters"
    (folder / "wexmoor").mkdir(parents=True)
    (folder / "wexmoor" / "2019-04-04.txt").write_text(LETTER, encoding="utf-8")
    (folder / "recipe.txt").write_text("Take two eggs and some flour.\n" * 5, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"<!DOCTYPE html><html>Not here</html>")
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code and what was printed."""
    code = main(list(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_read_gives_a_row_for_each_file(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Kinds, paths relative to the folder, facts, counts, and problems with remedies."""
    code, out, err = run(capsys, "read", str(letters), "--format", "csv", "--jobs", "2")
    rows = {row["path"]: row for row in csv.DictReader(io.StringIO(out))}
    assert code == 0
    assert {path: row["kind"] for path, row in rows.items()} == {
        "broken.pdf": "unreadable",
        "recipe.txt": "other",
        "wexmoor/2019-04-04.txt": "focused_visit",
    }
    letter = rows["wexmoor/2019-04-04.txt"]
    assert (letter["authority"], letter["start_date"], letter["end_date"]) == (
        "Wexmoor County Council",
        "2019-03-12",
        "2019-03-13",
    )
    assert (letter["topic"], letter["n_improvements"], letter["n_priority_actions"]) == (
        "care_leavers",
        "2",
        "0",
    )
    assert (letter["lead_inspector"], letter["addressee"]) == (
        "Marguerite Hollis",
        "Ms Perpetua Lyle",
    )
    assert letter["published_date"] == "2019-04-04"
    assert "Download the file again" in rows["broken.pdf"]["problems"]
    assert "1 could not be read" in err


def test_strict_reading_fails_on_what_cannot_be_read(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --strict the exit code says so."""
    assert run(capsys, "read", str(letters), "--strict")[0] == 1


def test_read_as_json_cites_every_fact(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each fact's quote is the text from start to end."""
    _, out, _ = run(capsys, "read", str(letters / "wexmoor"), "--format", "json")
    (document,) = json.loads(out)
    cited = [f["citation"] for f in document["events"][0]["facts"] if f["citation"]]
    assert len(cited) > 10
    assert all(LETTER[c["start"] : c["end"]] == c["quote"] for c in cited)
    items = document["events"][0]["items"]
    assert [i["quote"] for i in items] == [
        "The quality of pathway plans.",
        "The timeliness of health information.",
    ]


def test_read_takes_standard_input() -> None:
    """A dash stands for text on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "sightline", "read", "-", "--format", "csv"],
        input=LETTER.encode(),
        capture_output=True,
        check=True,
    )
    (row,) = csv.DictReader(io.StringIO(done.stdout.decode()))
    assert (row["path"], row["kind"]) == ("-", "focused_visit")


def test_findings_have_labels_and_spans(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every sentence of the findings sections, and the items whole."""
    _, out, _ = run(capsys, "findings", str(letters / "wexmoor"), "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(r["role"], r["quote"]) for r in rows] == [
        ("headline", "Care leavers live in suitable homes."),
        ("headline", "Pathway plans are weak."),
        ("improvement", "The quality of pathway plans."),
        ("improvement", "The timeliness of health information."),
        ("finding", "Personal advisers know young people well."),
    ]
    assert all(LETTER[r["start"] : r["end"]] == r["quote"] for r in rows)
    assert all(1 <= len(r["themes"]) <= 3 for r in rows)


def test_classify_answers_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id goes in and comes out with labels."""
    lines = (
        '{"id": "a", "text": "Plans are poor."}\n\n{"id": 2, "text": "Staff are well supported."}\n'
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    code, out, _ = run(capsys, "classify")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(r["id"], r["polarity"]) for r in rows] == [("a", "weakness"), (2, "strength")]
    assert set(rows[0]) == {"id", "themes", "polarity", "trajectory"}


def test_a_bad_line_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error says which line and what it should be like."""
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"id": 1, "text": "x"}\nnot json\n'))
    code, _, err = run(capsys, "classify")
    assert code == 2
    assert "Line 2" in err


def test_a_missing_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to read is not done, and says so."""
    code, _, err = run(capsys, "read", "no/such/folder")
    assert code == 2
    assert "no/such/folder" in err


def test_the_library_from_folder_to_answers(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Add, list, search, history, threads, next, verify; adding twice changes nothing."""
    home = ["--workspace", str(tmp_path / "home")]
    code, out, _ = run(capsys, "library", "add", str(letters), *home)
    assert "3 added" in out
    assert code == 1  # one file cannot be read: that is said
    assert "3 were there already" in run(capsys, "library", "add", str(letters), *home)[1]
    rows = json.loads(run(capsys, "library", "list", "--format", "json", *home)[1])
    assert sorted(r["kind"] for r in rows) == ["focused_visit", "other", "unreadable"]
    found = json.loads(run(capsys, "library", "search", "pathway", "--format", "json", *home)[1])
    assert {r["quote"] for r in found} == {
        "Pathway plans are weak.",
        "The quality of pathway plans.",
    }
    (event,) = json.loads(
        run(capsys, "library", "history", "Wexmoor County Council", "--format", "json", *home)[1]
    )
    assert (event["what"], event["topic"], event["to_improve"]) == (
        "Focused visit",
        "care_leavers",
        2,
    )
    out = run(capsys, "next", "Wexmoor County Council", "--as-of", "2019-06-01", *home)[1]
    assert "Ofsted decides; this is an estimate." in out
    assert run(capsys, "library", "verify", *home)[0] == 0
    code, _, err = run(capsys, "library", "history", "Nowhere", *home)
    assert code == 2
    assert "Wexmoor" in err


def test_authorities_are_found_by_printed_names(capsys: pytest.CaptureFixture[str]) -> None:
    """An alias finds its authority; an unknown name is an error."""
    rows = json.loads(run(capsys, "authorities", "Hull", "--format", "json")[1])
    assert [r["urn"] for r in rows] == ["80477"]
    assert run(capsys, "authorities", "Fernshire")[0] == 2


def test_every_verb_has_help_with_an_example() -> None:
    """Help says what a verb does and shows one use of it."""
    import argparse

    def verbs(made: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
        below = [a for a in made._actions if isinstance(a, argparse._SubParsersAction)]
        return [v for a in below for sub in a.choices.values() for v in (sub, *verbs(sub))]

    every = verbs(parser())
    assert len(every) > 15
    assert all("example:" in v.format_help() for v in every)


def test_findings_names_what_cannot_be_read(letters: Path) -> None:
    """The other documents give theirs; the broken one is named with its remedy."""
    done = subprocess.run(
        [sys.executable, "-m", "sightline", "findings", str(letters), "--format", "jsonl"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert {json.loads(line)["path"] for line in done.stdout.splitlines()} == {
        "wexmoor/2019-04-04.txt"
    }
    assert "broken.pdf" in done.stderr
