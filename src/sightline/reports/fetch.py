"""Finds new documents on Ofsted's reports site and downloads them, resumably and once."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from sightline.kit.dates import find_dates
from sightline.kit.polite import Polite, Refused
from sightline.kit.problems import UserError
from sightline.reports.fetch_pages import page

SITE = "https://reports.ofsted.gov.uk"
PROVIDER = "/provider/44/{urn}"
"""Where the site lists a local authority's documents. The layout of its pages is not promised."""

_FILE = re.compile(r"/v1/file/(\w+)")
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_CHUNK = 1 << 16
_LARGEST = 50 << 20
_RECORD = "fetched.json"
_PAGES = ".pages"


@dataclass(frozen=True)
class Found:
    """A document that the site lists: its address, title, date where printed, and authority."""

    url: str
    title: str
    published: date | None
    urn: str

    @property
    def name(self) -> str:
        """A file name: authority, date and the site's own number of the file."""
        number = _FILE.search(self.url)
        dated = self.published.isoformat() if self.published else "undated"
        return (
            f"{self.urn}/{dated}-{number[1] if number else _UNSAFE.sub('-', self.title)[:40]}.pdf"
        )


@dataclass(frozen=True)
class Fetched:
    """What became of one document: ``downloaded``, ``known``, ``would download`` or ``failed``."""

    found: Found
    outcome: str
    path: Path | None = None
    problem: str = ""


def find_documents(
    polite: Polite,
    urn: str,
    site: str = SITE,
    since: date | None = None,
    cache: Path | None = None,
) -> Iterator[Found]:
    """The documents that the site lists for an authority, published on or after ``since``.

    A page in the folder ``cache`` is asked for only if it has changed. Raises ``Refused`` where
    the site has no such page or does not give it.
    """
    import lxml.etree
    import lxml.html

    if not urn.isdigit():
        raise Refused(f"{urn!r} is no number of an authority. Look it up: sightline authorities.")
    url = site.rstrip("/") + PROVIDER.format(urn=urn)
    try:
        tree = lxml.html.fromstring(page(polite, url, cache))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Refused(f"{url}: the site gave no page that can be read. Try later.") from error
    seen: set[str] = set()
    for link in tree.iter("a"):
        address = urljoin(url, link.get("href") or "")
        if not _FILE.search(address) or address in seen:
            continue
        seen.add(address)
        found = Found(address, " ".join(link.text_content().split()), _date_of(link), urn)
        if since is None or found.published is None or found.published >= since:
            yield found


def _date_of(link: object) -> date | None:
    """The date in the link's words, else in those of the entry around it."""
    around = link
    for _ in range(3):
        text = " ".join(around.text_content().split())  # type: ignore[attr-defined]
        dates = [d.value for d in find_dates(text) if d.precision == "day"]
        if dates:
            return dates[-1] if around is link else dates[0]
        around = around.getparent()  # type: ignore[attr-defined]
        if around is None or around.tag not in ("li", "p", "div", "td", "tr", "dd", "dt", "span"):
            return None
    return None


def fetch(
    urns: Iterable[str],
    folder: Path,
    polite: Polite | None = None,
    site: str = SITE,
    since: date | None = None,
    dry_run: bool = False,
    known: Collection[str] = (),
    report: Callable[[Fetched], None] | None = None,
) -> list[Fetched]:
    """Download what is new for some authorities into a folder; what is there is left alone.

    ``known`` are hashes of documents that the library has. Stopped at any moment, it goes on from
    there: a half of a file is continued, and a file appears under its name only when whole.
    """
    asking = polite or Polite()
    done = []
    for urn in urns:
        for one in _of_authority(asking, urn, folder, site, since, dry_run, known):
            done.append(one)
            if report:
                report(one)
    return done


def _of_authority(
    polite: Polite,
    urn: str,
    folder: Path,
    site: str,
    since: date | None,
    dry_run: bool,
    known: Collection[str],
) -> Iterator[Fetched]:
    try:
        listed = list(find_documents(polite, urn, site, since, folder / _PAGES))
    except UserError as error:
        yield Fetched(
            Found(site + PROVIDER.format(urn=urn), "", None, urn), "failed", None, str(error)
        )
        return
    record = _Record(folder)
    for found in listed:
        if record.has(found.url):
            yield Fetched(found, "known")
        elif dry_run:
            yield Fetched(found, "would download")
        else:
            yield _download(polite, found, folder, record, known)


def _download(
    polite: Polite, found: Found, folder: Path, record: _Record, known: Collection[str]
) -> Fetched:
    target = folder / found.name
    try:
        partial = _whole(polite, found.url, target.with_name(target.name + ".partial"))
    except UserError as error:
        return Fetched(found, "failed", None, str(error))
    data = partial.read_bytes()
    if b"%PDF-" not in data[:1024]:
        partial.unlink()
        return Fetched(found, "failed", None, f"{found.url}: the site gave no PDF. Try later.")
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 in known:
        partial.unlink()
        record.add(found, sha256, "")
        return Fetched(found, "known")
    partial.replace(target)
    record.add(found, sha256, found.name)
    return Fetched(found, "downloaded", target)


def _whole(polite: Polite, url: str, partial: Path) -> Path:
    """Download into a partial file, going on where an earlier try stopped.

    What an earlier run left is gone on with only where the site can say that it is still the
    same document; else it is begun again.
    """
    partial.parent.mkdir(parents=True, exist_ok=True)
    tag = partial.with_name(partial.name + ".tag")
    if not tag.is_file():
        partial.unlink(missing_ok=True)
    for _ in range(3):
        have = partial.stat().st_size if partial.exists() else 0
        with polite.open(url, _going_on(have, tag)) as answer:
            status = getattr(answer, "status", None) or getattr(answer, "code", 200)
            if status == 416:  # what we have is longer than what is there: begin again
                partial.unlink(missing_ok=True)
                continue
            if status != 206:  # another version: nothing of the old one may stay under its name
                partial.write_bytes(b"")
            expected = _expected(answer, have if status == 206 else 0)
            _note_tag(answer, tag)
            ended = _copy(answer, partial, append=status == 206)
        if ended and expected in (None, partial.stat().st_size):
            tag.unlink(missing_ok=True)
            return partial
    raise Refused(f"{url}: it was cut off each time. What came is kept; try again.")


def _going_on(have: int, tag: Path) -> dict[str, str]:
    """The headers that ask for the rest, if what we have is still a part of the document."""
    if not have:
        return {}
    known = tag.read_text(encoding="utf-8") if tag.is_file() else ""
    return {"Range": f"bytes={have}-", **({"If-Range": known} if known else {})}


def _note_tag(answer: object, tag: Path) -> None:
    """Keep what the site calls this version; a weak ETag does not promise the same bytes."""
    headers = answer.headers  # type: ignore[attr-defined]
    named, changed = headers.get("ETag", ""), headers.get("Last-Modified", "")
    known = changed if not named or named.startswith("W/") else named
    if known:
        tag.write_text(known, encoding="utf-8")
    else:
        tag.unlink(missing_ok=True)


def _expected(answer: object, have: int) -> int | None:
    length = answer.headers.get("Content-Length")  # type: ignore[attr-defined]
    return have + int(length) if length and length.isdigit() else None


def _copy(answer: object, partial: Path, append: bool) -> bool:
    """Add what comes to the file; whether it ended as an answer should. What came is kept."""
    with partial.open("ab" if append else "wb") as file:
        while True:
            try:
                chunk = answer.read(_CHUNK)  # type: ignore[attr-defined]
            except http.client.IncompleteRead as cut:
                file.write(cut.partial)
                return False
            except (OSError, http.client.HTTPException):
                return False
            if not chunk:
                return True
            file.write(chunk)
            if file.tell() > _LARGEST:
                raise Refused("The file is larger than any report. It was left out.")


class _Record:
    """What was fetched before, by address: a small file beside the documents."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _RECORD
        self.rows: dict[str, dict[str, str]] = {}
        if self.path.is_file():
            try:
                self.rows = json.loads(self.path.read_text(encoding="utf-8"))
            except ValueError:
                self.rows = {}

    def has(self, url: str) -> bool:
        row = self.rows.get(url)
        return row is not None and (not row["name"] or (self.path.parent / row["name"]).is_file())

    def add(self, found: Found, sha256: str, name: str) -> None:
        """Note a document; the file is replaced whole."""
        row = {k: str(v or "") for k, v in asdict(found).items()}
        self.rows[found.url] = {**row, "sha256": sha256, "name": name}
        partial = self.path.with_name(_RECORD + ".partial")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(self.rows, indent=1), encoding="utf-8")
        partial.replace(self.path)
