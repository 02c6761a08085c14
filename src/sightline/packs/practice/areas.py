"""The areas that the report is divided into, by the families of the measures' ids."""

from __future__ import annotations

AREAS = {
    "FD": "Front door and early help",
    "AS": "Assessment",
    "SE": "Section 47 enquiries and conferences",
    "CP": "Child protection plans",
    "CN": "Children in need",
    "LA": "Children in care",
    "AD": "Adoption and permanence",
    "CL": "Care leavers",
    "PF": "Private fostering",
    "DC": "Disabled children",
    "PL": "Pre-proceedings and court",
    "WF": "Workforce, allocation and supervision",
    "QA": "Quality assurance and data",
}


def area_of(measure: str) -> str:
    """The area of a measure's id."""
    return measure[:2]
