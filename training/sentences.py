"""The sentences to train on: found in the corpus by the hashes that the labels go by."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_FURNITURE = re.compile(r"^(\d{1,3}|Inspection of .*children.s services.*|.*\d{4}\s+\d{1,2}\s*)$")
_BULLET = re.compile("[\uf06e\u25fc\uf02d\uf0a7\uf0b7\u2022]")
_SPLIT = re.compile(r"(?<=[.!?])\s+(?:\d{1,3}\. )?(?=[A-Z¶])|¶|;\s*¶")
_NUMBER = re.compile(r"^\s*\d{1,3}\.\s+")


class Labelled(NamedTuple):
    """One sentence with its labels and the Ofsted number of the authority it is about."""

    text: str
    polarity: str
    trajectory: str
    themes: tuple[str, ...]
    urn: str


def key(text: str) -> str:
    """What a sentence goes by: a hash of its letters and digits, whatever stands between."""
    return hashlib.sha256(re.sub(r"[^a-z0-9]", "", text.lower()).encode()).hexdigest()[:16]


def corpus_sentences(corpus: Path) -> Iterator[tuple[str, str]]:
    """Every sentence of the reports and letters in a corpus, with its authority's number."""
    import pypdfium2

    for path in sorted(corpus.glob("*/*/*.pdf")):
        if path.parts[-3] == "other":
            continue
        try:
            pdf = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError:
            continue
        urn = path.parts[-2].split("-")[0]
        for sentence in _sentences(pdf):
            yield sentence, urn
        pdf.close()


def _sentences(pdf: object) -> Iterator[str]:
    lines = []
    for page in pdf:  # type: ignore[attr-defined]
        text = page.get_textpage().get_text_range().replace("\ufffe", "-")
        lines += [n.strip() for n in text.split("\r\n") if not _FURNITURE.match(n.strip())]
    flat = re.sub(r"\s+", " ", _BULLET.sub("¶", " ".join(lines)))
    for piece in _SPLIT.split(flat):
        sentence = _NUMBER.sub("", piece).strip()
        if 40 <= len(sentence) <= 420 and sentence[0].isupper() and sentence.endswith("."):
            yield sentence


def gold(corpus: Path) -> list[Labelled]:
    """The sentences labelled twice, on which the model is measured."""
    lines = (corpus / "labels" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    rows = map(json.loads, lines)
    return [
        Labelled(r["text"], r["polarity"], r["trajectory"], tuple(r["themes"]), r["urn"])
        for r in rows
    ]


def second_set(corpus: Path) -> list[Labelled]:
    """The second set, labelled by the same guide and read once, without any of the gold ones."""
    with gzip.open(HERE / "labels.csv.gz", "rt", encoding="utf-8", newline="") as file:
        labels = {row["key"]: row for row in csv.DictReader(file)}
    for one in gold(corpus):
        labels.pop(key(one.text), None)
    found = {}
    for text, urn in corpus_sentences(corpus):
        name = key(text)
        row = labels.get(name)
        if row is not None and name not in found:
            themes = tuple(row["themes"].split())
            found[name] = Labelled(text, row["polarity"], row["trajectory"], themes, urn)
    print(f"{len(found):,} of {len(labels):,} labelled sentences found in the corpus", flush=True)
    return list(found.values())
