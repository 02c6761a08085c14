"""Where the declarations come from: each source once, with where to find it."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A document that a declaration rests on: its title, the place in it, and its address."""

    title: str
    place: str = ""
    url: str = ""

    def at(self, place: str) -> Source:
        """The same document at another place in it."""
        return Source(self.title, place, self.url)

    def __str__(self) -> str:
        """Title and place, as a reader would cite them."""
        return f"{self.title}, {self.place}" if self.place else self.title


TEMPLATE_2019 = Source(
    "Ofsted ILACS Annex A template, August 2019",
    url="https://github.com/CSCDP/sfdata-annexa-clean",
)
TEMPLATE_2024 = Source(
    "Ofsted ILACS Annex A as filled in January 2024",
    url="https://github.com/SocialFinanceDigitalLabs/liia-tools-pipeline",
)
LIIA_TOOLS = Source(
    "London Innovation and Improvement Alliance, Annex A data map",
    url="https://github.com/SocialFinanceDigitalLabs/liia-tools",
)
SSD = Source(
    "Standard Safeguarding Dataset, specification",
    url="https://github.com/data-to-insight/ssd-data-model",
)
SSD_ANNEX_A = Source(
    "Standard Safeguarding Dataset, Annex A script of July 2024",
    url="https://github.com/data-to-insight/ssd-data-model",
)
CIN_CENSUS = Source(
    "Children in need census, guide for local authorities",
    url="https://www.gov.uk/guidance/children-in-need-census",
)
SSDA903 = Source(
    "Children looked after return (SSDA903), guide for local authorities",
    url="https://www.gov.uk/guidance/children-looked-after-return",
)
WORKFORCE_CENSUS = Source(
    "Children's social work workforce census, guide for local authorities",
    url="https://www.gov.uk/guidance/childrens-social-work-workforce-census",
)
LOCAL = Source("Sightline's own list")
