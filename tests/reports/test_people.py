"""Names are found in the ways that letters and reports list them."""

from __future__ import annotations

import pytest

from sightline.reports.people import names_in, tidy
from sightline.reports.read_text import read_text

LISTS = [
    ("were Mary Lowe, HMI, and Tom Oake, HMI.", ["Mary Lowe", "Tom Oake"]),
    ("were Mary Lowe and Tom Oake, Her Majesty’s Inspectors.", ["Mary Lowe", "Tom Oake"]),
    ("by HMI, Mary Lowe and HMI, Tom Oake", ["Mary Lowe", "Tom Oake"]),
    ("lead inspector Mary Lowe and team inspector Tom Oake", ["Mary Lowe", "Tom Oake"]),
    # a name broken at its hyphen, a hyphen in a first name, an accent, an initial
    ("were Anna Reed- Jones and Jo-ellen Marsh", ["Anna Reed-Jones", "Jo-ellen Marsh"]),
    ("were Máire Oake and Fiona J Lowe", ["Máire Oake", "Fiona J Lowe"]),
    ("were Áine Lowe and Tom O’Hara", ["Áine Lowe", "Tom O’Hara"]),
    # posts are no names
    ("were Mary Lowe, HMI Social Care, and Tom Oake, HMI Schools", ["Mary Lowe", "Tom Oake"]),
    ("and Tom Oake, Ofsted Inspector", ["Tom Oake"]),
    # who only watched or checked is left out
    (
        "were Mary Lowe and Tom Oake. Sue Marsh, HMI designate, shadowed the visit",
        ["Mary Lowe", "Tom Oake"],
    ),
    (
        "Lead inspector: Mary Lowe, HMI\nQuality assurance manager: Tom Oake, Senior HMI",
        ["Mary Lowe"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_names(text: str, expected: list[str]) -> None:
    """Every inspector, nobody else, in order; each cited to its words."""
    document = read_text(text)
    found = names_in(document, 0, len(text))
    assert [tidy(c.quote) for c in found] == expected
    assert all(document.text[c.start : c.end] == c.quote for c in found)
