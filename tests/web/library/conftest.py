"""A library of one letter and one article, read by the real reader and labelled by simple words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from library_readers import label

from sightline.reports.shelf import Shelf
from sightline.workspace import Workspace

LETTERS = Path(__file__).parents[3] / "src/sightline/demo/letters"
LETTER = "fernshire-2023-07-12-focused-visit.pdf"
ARTICLE = "fernshire-2019-04-10-article.txt"


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library, read once."""
    folder = tmp_path_factory.mktemp("read") / "library"
    with Shelf(folder, label=label) as shelf:
        shelf.add([LETTERS / LETTER, LETTERS / ARTICLE])
    return folder


@pytest.fixture
def library(read_once: Path, tmp_path: Path, settings: Any) -> Path:
    """The site's library, for one test; returns its folder."""
    settings.WORKSPACE = Workspace(tmp_path)
    settings.RECORDS = tmp_path / "records"
    settings.RECORDS.mkdir()
    shutil.copytree(read_once, tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def sha(library: Path) -> str:
    """The letter's hash."""
    with Shelf(library) as shelf:
        return next(d["sha256"] for d in shelf.documents() if d["path"] == LETTER)


@pytest.fixture
def finding(library: Path, sha: str) -> Callable[[str], dict[str, Any]]:
    """The finding of the letter, as it was read, that begins so."""

    def found(words: str) -> dict[str, Any]:
        with Shelf(library) as shelf:
            rows = [f for f in shelf.findings(sha256=sha) if f["quote"].startswith(words)]
        assert len(rows) == 1
        return rows[0]

    return found


@pytest.fixture
def correct(
    client_of: Callable[..., Any], sha: str, finding: Callable[..., Any]
) -> Callable[..., Any]:
    """Corrects a finding on its page, as a quality assurance lead; returns the client."""

    def done(words: str, **said: Any) -> Any:
        client = client_of("qa_lead")
        one = finding(words)
        form = {"polarity": one["polarity"], "reason": "Read again by two of us"}
        form |= {f"theme_{n}": t for n, t in enumerate(one["themes"], 1) if t != "none"}
        address = f"/library/documents/{sha[:12]}/correct?at={one['start']}-{one['end']}"
        answer = client.post(address, {k: v for k, v in (form | said).items() if v})
        assert answer.status_code == 302, answer.content.decode()
        return client

    return done
