"""The library: adding documents, reading them anew, removing them, checking them."""

import hashlib
import os
import sqlite3
import stat

import pytest
from shelf_texts import event, label, letter, letters, put, reading

from sightline.kit.problems import UserError
from sightline.reports.reading import read_bytes
from sightline.reports.shelf import Shelf, prepare


@pytest.fixture
def shelf(tmp_path):
    with Shelf(tmp_path / "library", label=label) as made:
        yield made


def everything(shelf):
    """All rows of the library, as they stand."""
    return {what: list(shelf.export(what)) for what in ("documents", "events", "items", "findings")}


def test_a_document_is_kept_as_it_came_and_read(shelf):
    """The bytes are under their hash; event, items and findings are there."""
    data = letter()
    (added,) = shelf.add([("a.txt", data)])
    sha = hashlib.sha256(data).hexdigest()
    assert (added.sha256, added.name, added.outcome, added.kind) == (
        sha,
        "a.txt",
        "added",
        "focused_visit",
    )
    assert (shelf.folder / "documents" / sha[:2] / sha).read_bytes() == data
    (told,) = shelf.events()
    assert told["start_date"] == "2019-03-12"
    assert told["n_improvements"] == 2
    assert [item["quote"] for item in shelf.items()] == [
        "The quality of planning for children in need.",
        "The recording of supervision.",
    ]
    assert shelf.verify() == []


def test_adding_twice_changes_nothing(shelf):
    """The second time the document is known, by whatever name, and no row is touched."""
    shelf.add([("a.txt", letter())])
    before = everything(shelf)
    (again,) = shelf.add([("b.txt", letter())])
    assert again.outcome == "known"
    assert everything(shelf) == before
    assert shelf.documents()[0]["path"] == "a.txt"


def test_a_document_that_is_known_is_not_read_again(tmp_path):
    """Reading is the dear part: it is done once."""
    count = []

    def counting(data, name):
        count.append(name)
        return read_bytes(data, name)

    with Shelf(tmp_path, read=counting, label=label) as shelf:
        for _ in range(3):
            shelf.add([("a.txt", letter())])
    assert count == ["a.txt"]


def test_a_folder_is_added_with_names_inside_it(shelf, tmp_path):
    """Names are relative to the folder given: no path of the machine is kept."""
    folder = tmp_path / "given" / "wexmoor"
    folder.mkdir(parents=True)
    (folder / "2019-04-04.txt").write_bytes(letter())
    (folder / "notes.docx").write_bytes(b"not for reading")
    shelf.add([tmp_path / "given"])
    shelf.add([str(folder / "2019-04-04.txt")])
    assert [row["path"] for row in shelf.documents()] == ["wexmoor/2019-04-04.txt"]
    assert shelf.events()[0]["published_date"] == "2019-04-04"


def test_a_single_file_goes_by_its_own_name(shelf, tmp_path):
    """A file that is given by its whole path keeps only its name."""
    file = tmp_path / "letter.txt"
    file.write_bytes(letter())
    assert shelf.add([file])[0].name == "letter.txt"


def test_a_missing_file_is_said_and_the_others_are_added(shelf, tmp_path):
    """One bad path does not stop the rest."""
    first, second = shelf.add([tmp_path / "none.txt", ("a.txt", letter())])
    assert first.outcome == "not_opened"
    assert "none.txt" in first.problems[0].message
    assert second.outcome == "added"


def test_each_document_is_reported_as_it_is_done(shelf):
    """A caller can show progress."""
    seen = []
    shelf.add(letters(3), report=lambda added: seen.append((added.name, len(shelf.documents()))))
    assert seen == [("letter-000.txt", 1), ("letter-001.txt", 2), ("letter-002.txt", 3)]


def test_an_unreadable_file_is_kept_with_its_problem(shelf):
    """It is in the library, gives nothing, and says why; the check finds no fault."""
    (added,) = shelf.add([("broken.pdf", b"%PDF-1.4 cut off")])
    assert added.kind == "unreadable"
    row = shelf.documents()[0]
    assert row["problems"][0]["remedy"]
    assert (row["n_events"], row["n_findings"]) == (0, 0)
    assert shelf.verify() == []


def test_a_reader_that_fails_on_one_file_does_not_stop_the_others(tmp_path):
    """The failure becomes that document's problem."""

    def failing(data, name):
        if name == "bad.txt":
            raise RuntimeError("a bug")
        return read_bytes(data, name)

    with Shelf(tmp_path, read=failing, label=label) as shelf:
        bad, good = shelf.add([("bad.txt", b"x"), ("good.txt", letter())])
        assert (bad.kind, bad.problems[0].code) == ("unreadable", "reader_failed")
        assert good.kind == "focused_visit"
        assert shelf.verify() == []


def test_a_reading_made_elsewhere_can_be_added(shelf):
    """With labels or without, and only with the bytes that it is of."""
    data = letter()
    made = read_bytes(data, "a.txt")
    with pytest.raises(ValueError, match="not of these bytes"):
        shelf.add_reading(made, data + b" ")
    labels = label(["supervision is strong"]) * len(made.findings)
    assert shelf.add_reading(made, data, labels).outcome == "added"
    assert {f["polarity"] for f in shelf.findings()} == {"strength"}
    assert shelf.add_reading(made, data).outcome == "known"


def test_what_another_process_prepared_is_the_same_as_adding_it(shelf, tmp_path):
    """``prepare`` and ``add_derived`` give the very rows that ``add`` gives."""
    data = letter()
    shelf.add([("a.txt", data)])
    with Shelf(tmp_path / "second", label=label) as second:
        second.add_derived(prepare(data, "a.txt", label=label), data)
        mine, other = everything(shelf), everything(second)
    for rows in (mine, other):
        rows["documents"][0].pop("added_at")
    assert mine == other


def test_what_is_still_to_be_read_is_known_beforehand(shelf, tmp_path):
    """Whoever reads in parallel asks first: known, removed and missing files are left out."""
    known, gone, new = letters(3)
    shelf.add([known, gone])
    shelf.remove(shelf.add([gone])[0].sha256)
    assert list(shelf.unread([known, gone, tmp_path / "none.txt", new])) == [new]


def test_a_new_version_of_the_reader_replaces_what_was_derived(tmp_path):
    """The derived rows are new; the document and its name and date are as they were."""
    with Shelf(tmp_path, label=label, reader_version="1") as shelf:
        shelf.add([("a.txt", letter()), ("b.txt", letter("Ashmere"))])
        before = everything(shelf)

    def other_labels(texts):
        return label(["supervision is weak"] * len(texts))

    with Shelf(tmp_path, label=other_labels, reader_version="2") as shelf:
        assert len(shelf.pending()) == 2
        assert {a.outcome for a in shelf.reread()} == {"reread"}
        assert shelf.reread() == []
        after = everything(shelf)
        assert {f["polarity"] for f in after["findings"]} == {"weakness"}
        assert len(after["findings"]) == len(before["findings"])
        kept = ("path", "sha256", "added_at", "size")
        assert [[d[k] for k in kept] for d in after["documents"]] == [
            [d[k] for k in kept] for d in before["documents"]
        ]
        assert shelf.search("social workers", theme="supervision")
        assert shelf.verify() == []


def test_everything_can_be_read_anew(shelf):
    """Without a new version too; the result is the same."""
    shelf.add(letters(2))
    before = [f["quote"] for f in shelf.findings()]
    assert len(shelf.reread(everything=True)) == 2
    assert [f["quote"] for f in shelf.findings()] == before
    assert shelf.verify() == []


def test_a_removed_document_leaves_a_record_and_stays_out(shelf):
    """All that was derived goes, and adding its folder again does not bring it back."""
    (added,) = shelf.add([("a.txt", letter())])
    shelf.remove(added.sha256, "about another place")
    assert all(rows == [] for rows in everything(shelf).values())
    assert shelf.search("supervision") == []
    (record,) = shelf.removals()
    assert (record["name"], record["reason"]) == ("a.txt", "about another place")
    assert shelf.add([("a.txt", letter())])[0].outcome == "kept_out"
    assert shelf.add([("a.txt", letter())], restore=True)[0].outcome == "added"
    assert shelf.add([("a.txt", letter())])[0].outcome == "known"
    assert shelf.verify() == []


def test_a_document_that_is_not_there_cannot_be_removed(shelf):
    """The message says so."""
    with pytest.raises(UserError, match="no document"):
        shelf.remove("0" * 64)


def test_the_check_finds_a_changed_and_a_missing_document(shelf):
    """A byte that flips on the disk is found; adding the file again mends it."""
    first, second = (a.sha256 for a in shelf.add(letters(2)))
    place = shelf.folder / "documents" / first[:2] / first
    place.write_bytes(place.read_bytes().replace(b"Wexmoor", b"Wexmoon"))
    (shelf.folder / "documents" / second[:2] / second).unlink()
    assert {problem.code for problem in shelf.verify()} == {"changed", "missing"}
    shelf.add(letters(2))
    assert shelf.verify() == []


def test_the_check_finds_a_quote_that_is_not_its_span(shelf):
    """A stored quote is compared with the stored text; reading anew mends it."""
    shelf.add([("a.txt", letter())])
    with sqlite3.connect(shelf.folder / "library.sqlite3") as other:
        other.execute("UPDATE readings SET text = 'x' || text")
    assert "misquoted" in {problem.code for problem in shelf.verify()}
    shelf.reread(everything=True)
    assert shelf.verify() == []


def test_the_check_finds_a_fact_whose_citation_is_wrong(shelf):
    """Not only findings: facts are cited too."""
    shelf.add([("a.txt", letter())])
    with sqlite3.connect(shelf.folder / "library.sqlite3") as other:
        other.execute(
            """UPDATE events SET facts = replace(facts, '"quote":"Wexmoor', '"quote":"W')"""
        )
    assert [problem.code for problem in shelf.verify()][:1] == ["misquoted"]


def test_a_document_that_was_kept_but_not_read_is_read_on_the_next_add(tmp_path):
    """Stopped between the two, the work goes on with whatever is added next."""

    class StopError(BaseException):
        pass

    def stopping(data, name):
        raise StopError

    with Shelf(tmp_path, read=stopping, label=label) as shelf, pytest.raises(StopError):
        shelf.add([("a.txt", letter())])
    with Shelf(tmp_path, label=label) as shelf:
        assert [p.code for p in shelf.verify()] == ["not_read"]
        outcomes = {a.name: a.outcome for a in shelf.add([("b.txt", letter("Ashmere"))])}
        assert outcomes == {"a.txt": "resumed", "b.txt": "added"}
        assert shelf.verify() == []


def test_a_document_whose_name_was_lost_gets_it_back(shelf):
    """A file that no list names is read under its hash until it comes with a name."""
    data = letter()
    sha = hashlib.sha256(data).hexdigest()
    place = shelf.folder / "documents" / sha[:2]
    place.mkdir()
    (place / sha).write_bytes(data)
    assert [p.code for p in shelf.verify()] == ["not_listed"]
    shelf.resume()
    assert shelf.documents()[0]["path"] == sha
    shelf.add([("2019-04-04.txt", data)])
    assert shelf.documents()[0]["path"] == "2019-04-04.txt"
    assert shelf.events()[0]["published_date"] == "2019-04-04"
    assert shelf.verify() == []


def test_half_a_surrogate_pair_does_not_stop_the_library(shelf):
    """Some PDF files hold such a character; spans hold all the same."""
    said = [("finding", "Planning \ud835 is strong here.")]
    added = shelf.add_reading(reading("a.txt", event(said=said)), b"the bytes of the file")
    assert added.outcome == "added"
    assert next(shelf.findings())["quote"] == "Planning \ufffd is strong here."
    assert shelf.verify() == []


def test_a_library_of_a_later_version_is_left_alone(tmp_path):
    """It is not read wrongly, and not damaged: the message says what to do."""
    with Shelf(tmp_path, label=label) as shelf:
        shelf.add([("a.txt", letter())])
    with sqlite3.connect(tmp_path / "library.sqlite3") as other:
        other.execute("PRAGMA user_version = 99")
    with pytest.raises(UserError, match="later version"):
        Shelf(tmp_path)


def test_a_library_of_an_earlier_version_is_read_anew(tmp_path):
    """Documents, names and removals are kept; the rest is dropped and made again."""
    with Shelf(tmp_path, label=label) as shelf:
        gone, _ = shelf.add([("a.txt", letter()), ("b.txt", letter("Ashmere"))])
        shelf.remove(gone.sha256)
    with sqlite3.connect(tmp_path / "library.sqlite3") as other:
        other.execute("PRAGMA user_version = 0")
    with Shelf(tmp_path, label=label) as shelf:
        assert list(shelf.findings()) == []
        assert [a.name for a in shelf.resume()] == ["b.txt"]
        assert len(shelf.removals()) == 1
        assert shelf.verify() == []


def test_a_file_that_is_no_database_is_said(tmp_path):
    """The remedy is to move it away: the documents are still there."""
    with Shelf(tmp_path, label=label) as shelf:
        shelf.add([("a.txt", letter())])
    for file in tmp_path.glob("library.sqlite3*"):
        file.unlink()
    (tmp_path / "library.sqlite3").write_bytes(b"rubbish " * 1000)
    with pytest.raises(UserError, match="Move it away"):
        Shelf(tmp_path)
    (tmp_path / "library.sqlite3").unlink()
    with Shelf(tmp_path, label=label) as shelf:
        assert len(shelf.resume()) == 1


def test_the_library_is_closed_to_others(shelf):
    """Folders are for one user alone."""
    shelf.add([("a.txt", letter())])
    folders = [shelf.folder, *(f for f in shelf.folder.rglob("*") if f.is_dir())]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_what_was_half_written_long_ago_is_tidied(shelf):
    """A file that a stopped process left behind goes; one just begun stays."""
    old, new = shelf.folder / "arriving" / "old", shelf.folder / "arriving" / "new"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    shelf.resume()
    assert (old.exists(), new.exists()) == (False, True)


def test_events_by_hand_are_found_by_name_where_there_is_no_number(shelf):
    """An authority that the register lacks goes by its name."""
    put(shelf, reading("a.txt", event(start_date="2019-03")))
    assert [row["start_date"] for row in shelf.events("Wexmoor")] == ["2019-03"]
    assert [row["who"] for row in shelf.authorities()] == ["Wexmoor"]
