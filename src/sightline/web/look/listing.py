"""What every list shares: chips of the filters in use, links between pages, and downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

_Answer = TypeVar("_Answer", HttpResponse, StreamingHttpResponse)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class PageLinks:
    """Which page of how many, and the address of another."""

    page: int
    pages: int
    link: Callable[[int], str]


def address(request: HttpRequest, **changed: Any) -> str:
    """This address with other filters. One that is None is taken away."""
    asked = request.GET.copy()
    for name, value in changed.items():
        asked.pop(name, None)
        if value is not None:
            asked[name] = value
    text = asked.urlencode()
    return f"{request.path}?{text}" if text else request.path


def links(request: HttpRequest, page: int, pages: int) -> PageLinks:
    """Links between the pages of a list, which keep its filters."""
    return PageLinks(page, pages, lambda number: address(request, page=number))


def chips(request: HttpRequest, form: forms.Form) -> list[tuple[str, str]]:
    """The filters in use in words, each with the address without it."""
    made = []
    for bound in form:
        value = request.GET.get(bound.html_name, "")
        if value:
            words = dict(getattr(bound.field, "choices", ())).get(value, value)
            without = address(request, **{bound.html_name: None, "page": None})
            made.append((f"{bound.label}: {words}", without))
    return made


def csv_download(
    name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]
) -> StreamingHttpResponse:
    """Rows as a CSV file that Excel opens as it is: UTF-8 with its mark, no cell a formula."""
    import csv

    class Line:
        def write(self, text: str) -> str:
            return text

    writer = csv.writer(Line())

    def made() -> Iterator[str]:
        yield "\ufeff"
        yield writer.writerow(head)
        for row in rows:
            yield writer.writerow([safe_cell(value) for value in row])

    answer = StreamingHttpResponse(made(), content_type="text/csv; charset=utf-8")
    return attached(answer, name)


def attached(answer: _Answer, name: str) -> _Answer:
    """An answer that the browser saves under a name."""
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def safe_cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(DANGEROUS):
        return "'" + value
    return "" if value is None else value
