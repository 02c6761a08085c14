"""Fetching data sets from the API of Explore Education Statistics: what is new, and that once."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from sightline.benchmarks.declare import DataSet, data_sets
from sightline.benchmarks.download import Opens, plain, whole
from sightline.kit.problems import UserError

API = "https://api.education.gov.uk/statistics/v1"
_RECORD = "fetched.json"
_PAGE = 20


@dataclass(frozen=True)
class Fetched:
    """What became of one data set.

    ``outcome`` is "downloaded", "known", "would download", "not offered" or "failed".
    """

    data_set: DataSet
    outcome: str
    version: str = ""
    path: Path | None = None
    problem: str = ""


def wanted() -> list[DataSet]:
    """The declared data sets that the API may have."""
    return [one for one in data_sets() if one.api_id or one.api_titles]


@dataclass
class Fetching:
    """Asks the API for data sets, one after the other. What it found is remembered for the run."""

    opens: Opens
    folder: Path
    api: str = API
    _found: dict[str, list[dict[str, Any]] | UserError] = field(default_factory=dict)

    def fetch(self, chosen: Sequence[DataSet], dry_run: bool = False) -> Iterator[Fetched]:
        """Download what has another version than was fetched last; a failure stops no other."""
        for one in chosen:
            try:
                yield self._one(one, dry_run)
            except UserError as error:
                yield Fetched(one, "failed", problem=str(error))

    def _one(self, data_set: DataSet, dry_run: bool) -> Fetched:
        summary = self._summary(data_set)
        if summary is None:
            return Fetched(data_set, "not offered", problem=self._offered(data_set))
        version = str((summary.get("latestVersion") or {}).get("version") or "")
        target = self.folder / f"{data_set.slug}.csv"
        kept = self._record().get(data_set.slug, {})
        if version and kept.get("version") == version and target.is_file():
            return Fetched(data_set, "known", version, target)
        if dry_run:
            return Fetched(data_set, "would download", version)
        self._download(str(summary["id"]), version, target)
        self._note(data_set.slug, {"id": str(summary["id"]), "version": version})
        return Fetched(data_set, "downloaded", version, target)

    def _download(self, api_id: str, version: str, target: Path) -> None:
        query = f"?{urlencode({'dataSetVersion': version})}" if version else ""
        url = f"{self.api}/data-sets/{quote(api_id)}/csv{query}"
        # The version is in the name: the half of an old one is never gone on with.
        partial = target.with_name(f"{target.stem}-{_plain(version)}.partial")
        os.replace(plain(whole(self.opens, url, partial)), target)
        for left in target.parent.glob(f"{target.stem}-*.partial*"):
            left.unlink()

    def _summary(self, data_set: DataSet) -> dict[str, Any] | None:
        """What the API says of a data set: by its id, else by its title in its publication."""
        if data_set.api_id:
            found: dict[str, Any] = self._json(f"/data-sets/{quote(data_set.api_id)}")
            return found
        titles = {_plain(title) for title in data_set.api_titles}
        offered = self._offers(data_set.publication)
        return next((one for one in offered if _plain(one.get("title", "")) in titles), None)

    def _offered(self, data_set: DataSet) -> str:
        there = "; ".join(str(one.get("title")) for one in self._offers(data_set.publication))
        return (
            f"The API has no data set called “{data_set.api_titles[0]}” in “{data_set.publication}”"
            f" (it has: {there or 'nothing'}). Download the file from Explore Education Statistics "
            "and load it: sightline benchmarks load FILE."
        )

    def _offers(self, publication: str) -> list[dict[str, Any]]:
        """The data sets of a publication. A failure is remembered: it is not asked for again."""
        if publication not in self._found:
            try:
                self._found[publication] = self._find(publication)
            except UserError as error:
                self._found[publication] = error
        found = self._found[publication]
        if isinstance(found, UserError):
            raise found
        return found

    def _find(self, publication: str) -> list[dict[str, Any]]:
        listed = self._pages("/publications", {"search": publication})
        same = [p for p in listed if _plain(p.get("title", "")) == _plain(publication)]
        return [
            one
            for p in same
            for one in self._pages(f"/publications/{quote(p['id'])}/data-sets", {})
        ]

    def _pages(self, path: str, query: dict[str, str]) -> list[dict[str, Any]]:
        """The results of every page."""
        results: list[dict[str, Any]] = []
        page = pages = 1
        while page <= pages:
            asked = urlencode({**query, "page": page, "pageSize": _PAGE})
            answer = self._json(f"{path}?{asked}")
            results += answer.get("results") or []
            pages = int((answer.get("paging") or {}).get("totalPages") or 1)
            page += 1
        return results

    def _json(self, path: str) -> dict[str, Any]:
        url = self.api + path
        with self.opens.open(url, {"Accept": "application/json"}) as answer:
            data = answer.read()
        try:
            found = json.loads(data)
        except ValueError as error:
            raise UserError(f"{url}: the answer is not what the API gives. Try later.") from error
        if not isinstance(found, dict):
            raise UserError(f"{url}: the answer is not what the API gives. Try later.")
        return found

    def _record(self) -> dict[str, dict[str, str]]:
        path = self.folder / _RECORD
        try:
            rows = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        except ValueError:
            rows = {}
        return rows if isinstance(rows, dict) else {}

    def _note(self, slug: str, row: dict[str, str]) -> None:
        partial = self.folder / f"{_RECORD}.partial"
        partial.write_text(json.dumps({**self._record(), slug: row}, indent=1), encoding="utf-8")
        os.replace(partial, self.folder / _RECORD)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
