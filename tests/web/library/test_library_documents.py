"""A document's page: its facts, its text with findings marked, its pages as pictures, its file."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from sightline.web.library import drawing
from sightline.web.library.apart import _places, png
from sightline.web.library.kinds import PAGE, PDF, TEXT, UNKNOWN, content_type
from sightline.web.library.shelf import Library

pytestmark = pytest.mark.django_db
DO_NOT = "Decisions do not always take account"


def _pixels(data: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of a PNG that has no filters, as ours have none."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert (depth, colour) == (8, 2)
    start = data.index(b"IDAT")
    size = struct.unpack(">I", data[start - 4 : start])[0]
    raw = zlib.decompress(data[start + 4 : start + 4 + size])
    step = 1 + 3 * width
    return width, height, [raw[n * step + 1 : (n + 1) * step] for n in range(height)]


def _yellow(row: bytes) -> bool:
    return b"\xff\xdd\x00" * 5 in row


def test_every_finding_is_marked_where_it_stands(client_of: Any, sha: str, finding: Any) -> None:
    page = client_of("member").get(f"/library/documents/{sha[:12]}").content.decode()
    marks = re.findall(r'<mark id="finding-(\d+)" class="(\w+)"', page)
    assert len(marks) == 29
    one = finding(DO_NOT)
    assert (str(one["start"]), "weakness") in marks
    assert 'id="page-1"' in page
    assert 'id="page-2"' in page
    assert "chosen" not in page
    assert "Correct" not in page.split("<main")[1]


def test_a_fact_has_the_words_that_give_it(client_of: Any, sha: str) -> None:
    page = client_of("member").get(f"/library/documents/{sha}").content.decode()
    assert "Focused visit: Fernshire, 6 June 2023" in page
    assert "“6 and 7 June 2023”" in page
    assert "?at=273-290#finding-273" in page


def test_the_address_picks_a_finding_in_text_and_picture(
    client_of: Any, sha: str, finding: Any
) -> None:
    one, client = finding(DO_NOT), client_of("qa_lead")
    page = client.get(f"/library/documents/{sha[:12]}?at={one['start']}").content.decode()
    assert f'<mark id="finding-{one["start"]}" class="weakness chosen">{DO_NOT}' in page
    assert page.count("chosen") == 1
    image = re.search(r'<img class="page-image" src="([^"]+)"', page)
    assert image
    assert image[1].endswith(f"/pages/2.png?at={one['start']}-{one['end']}")
    assert f"/correct?at={one['start']}-{one['end']}" in page


def test_words_outside_a_finding_can_be_picked(client_of: Any, sha: str) -> None:
    page = client_of("qa_lead").get(f"/library/documents/{sha[:12]}?at=273-290").content.decode()
    assert '<mark id="finding-273" class="chosen">6 and 7 June 2023</mark>' in page


@pytest.mark.parametrize("at", ["9-3", "abc", "99999999", "-1", "5-", "1e3", "0"])
def test_a_place_that_is_none_picks_nothing(client_of: Any, sha: str, at: str) -> None:
    answer = client_of("member").get(f"/library/documents/{sha[:12]}?at={at}")
    assert answer.status_code == 200
    assert "chosen" not in answer.content.decode()


def test_the_cited_words_are_marked_on_the_pages_picture(
    client_of: Any, sha: str, finding: Any
) -> None:
    """The words stand on two lines, the upper one from its left edge and the lower one in part."""
    one, client = finding("Contacts from the police about domestic"), client_of("member")
    address = f"/library/documents/{sha[:12]}/pages/{one['page']}.png"
    plain = client.get(address)
    assert plain["Content-Type"] == "image/png"
    width, _, rows = _pixels(plain.content)
    assert width == 1000
    assert not any(_yellow(row) for row in rows)
    _, _, marked = _pixels(client.get(f"{address}?at={one['start']}-{one['end']}").content)
    yellow = [number for number, row in enumerate(marked) if _yellow(row)]
    assert 15 < len(yellow) < 45
    assert yellow == list(range(yellow[0], yellow[-1] + 1))


def test_a_picture_is_drawn_once(library: Path, sha: str, monkeypatch: Any) -> None:
    shelf = Library.at(library)
    assert shelf is not None
    document = shelf.document(sha)
    assert document is not None
    first = drawing.picture(shelf, document, 1, 0, 0)
    monkeypatch.setattr(drawing, "_apart", lambda *a: pytest.fail("drawn again"))
    assert drawing.picture(shelf, document, 1, 0, 0) == first
    shelf.close()


@pytest.mark.parametrize("page", [0, 3, 99999])
def test_a_page_that_is_not_there_is_404(client_of: Any, sha: str, page: int) -> None:
    address = f"/library/documents/{sha[:12]}/pages/{page}.png"
    assert client_of("member").get(address).status_code == 404


def test_a_broken_pdf_gives_its_text_and_says_that_it_cannot_be_drawn(
    client_of: Any, library: Path, sha: str
) -> None:
    (library / "documents" / sha[:2] / sha).write_bytes(b"%PDF-1.7\n" + b"\x00broken" * 50)
    client = client_of("member")
    page = client.get(f"/library/documents/{sha[:12]}").content.decode()
    assert "cannot be told apart or drawn" in page
    assert DO_NOT in page
    assert "<img" not in page
    assert client.get(f"/library/documents/{sha[:12]}/pages/1.png").status_code == 404


def test_a_text_document_has_its_text_alone(client_of: Any, library: Path, sha: str) -> None:
    shelf = Library.at(library)
    assert shelf is not None
    other = next(d["sha256"] for d in shelf.documents() if d["sha256"] != sha)
    shelf.close()
    client = client_of("member")
    page = client.get(f"/library/documents/{other[:12]}").content.decode()
    assert "<img" not in page
    assert "as it is printed" not in page
    assert '<mark id="finding-' in page


def test_the_file_is_given_as_it_came_and_runs_nowhere(
    client_of: Any, library: Path, sha: str
) -> None:
    answer = client_of("member").get(f"/library/documents/{sha[:12]}/original")
    assert (
        b"".join(answer.streaming_content) == (library / "documents" / sha[:2] / sha).read_bytes()
    )
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{sha[:12]}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["0" * 64, "abc", "*", "..", "ABCDEF123456", "[0-9]" * 4])
@pytest.mark.usefixtures("library")
def test_a_document_that_is_not_there_is_404(client_of: Any, name: str) -> None:
    client = client_of("qa_lead")
    for more in ("", "/original", "/pages/1.png", "/correct?at=1-2"):
        assert client.get(f"/library/documents/{name}{more}").status_code == 404


def test_what_looks_oldest_goes_when_the_pictures_are_too_many(tmp_path: Path) -> None:
    import os

    for age, name in enumerate(("new", "middle", "old")):
        (tmp_path / name).write_bytes(b"x" * 10)
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    drawing.sweep(tmp_path.iterdir(), most=20)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["middle", "new"]


def test_a_png_holds_its_pixels() -> None:
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    assert _pixels(png(red + blue + b"pad", 2, 1, 9, 3)) == (2, 1, [red + blue])
    assert _pixels(png(red + b"a" + blue + b"b", 1, 2, 4, 4)) == (1, 2, [red, blue])


def test_a_hyphen_that_was_read_as_two_characters_counts_twice() -> None:
    assert list(_places("a\u0002and b")) == [0, 1, 1, 2, 3, 4, 5, 6]
    assert list(_places("a\u0002b")) == [0, 1, 2]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7 ...", PDF), (b"  <!DOCTYPE html><html>", PAGE), (b"\xef\xbb\xbf<html>", PAGE),
        (b"A letter of 1 May", TEXT), ("Caf\u00e9".encode("latin-1"), TEXT),
        (b"PK\x03\x04\x14\x00", UNKNOWN), (b"MZ\x90\x00", UNKNOWN), (b"", UNKNOWN),
        (b"   \n", UNKNOWN),
    ],
)  # fmt: skip
def test_a_file_is_told_by_its_content(head: bytes, kind: str) -> None:
    assert content_type(head) == kind
