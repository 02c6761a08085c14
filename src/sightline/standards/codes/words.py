"""The forms in which the codes of one set may be written, and what a written form means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sightline.standards.codes.declare import Item

_SIGNS = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
    }
)
_WHOLE_NUMBER = re.compile(r"-?\d+\.0+")
# The letter of a printed list: "a)", "zz)", "p1)", "b.", with what follows it.
_LETTER = re.compile(r"([a-z]{1,2}\d?)\s*[).]\s*(.*)", re.S)
_PRINTED_LETTER = re.compile(r"^[a-z]{1,2}\d?\)\s*")
_TOKEN = re.compile(r"([a-z0-9]+)(\s*(?:[-:,;)/]|\.(?!\d))+\s*|\s+)(.+)", re.S)
_IN_BRACKETS = re.compile(r"(.+?)\s*(?:\(([a-z0-9]+)\)|-\s*([a-z0-9]+))", re.S)
_STRIPPED = " \t.:;,-"


def plain(value: object) -> str:
    """A cell's value as words to compare: case, signs, blanks and Excel's ".0" made alike."""
    if value is None:
        return ""
    text = str(value)
    if not text.isascii():
        import unicodedata  # most values do not need it

        text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    text = " ".join(text.casefold().split()).strip(_STRIPPED)
    return text.split(".")[0] if "." in text and _WHOLE_NUMBER.fullmatch(text) else text


def bare(printed: str, code: str) -> str:
    """What is printed beside a code and the letter before it: "a) U1: Foster" gives "Foster"."""
    text = _PRINTED_LETTER.sub("", printed)
    rest = text[len(code) :]
    if text.casefold().startswith(code.casefold()) and not rest[:1].isalnum():
        return rest.strip(" -:")
    return text


class Words:
    """Every form that is known for the codes of a set, the surest first."""

    def __init__(self, items: Sequence[Item], lettered: bool, ambiguous: Sequence[str]) -> None:
        """Index the items; ``lettered`` lets a list's letter stand for its code."""
        self.lettered = lettered
        self.code: dict[str, list[str]] = {}
        self.printed: dict[str, list[str]] = {}
        self.label: dict[str, list[str]] = {}
        self.alias: dict[str, list[str]] = {}
        self.letter: dict[str, list[str]] = {}
        self.number: dict[str, list[str]] = {}
        for item in items:
            self._add(item)
        self.vague = {plain(word): self._all(plain(word)) for word in ambiguous}

    def _add(self, item: Item) -> None:
        _put(self.code, plain(item.code), item.code)
        for number in (item.code, *item.also):
            if number.isdigit():
                _put(self.number, str(int(number)), item.code)
        if item.printed:
            _put(self.printed, plain(item.printed), item.code)
            if letter := _LETTER.fullmatch(plain(item.printed)):
                _put(self.letter, letter[1], item.code)
        for words in {item.words, bare(item.printed, item.code)} - {""}:
            _put(self.label, plain(words), item.code)
        for alias in item.also:
            _put(self.alias, plain(alias), item.code)

    def contradictions(self, ambiguous: Sequence[str]) -> Iterator[str]:
        """Spellings that mean two codes and are not declared ambiguous."""
        vague = {plain(word) for word in ambiguous}
        for form, codes in self.alias.items():
            meant = set(codes).union(*(forms.get(form, ()) for _, forms in self._whole()))
            if len(meant) > 1 and form not in vague:
                yield f"{form!r} is given for {' and '.join(sorted(meant))}: declare it ambiguous"
        if self.lettered and (twice := [c for c in self.letter.values() if len(c) > 1]):
            yield f"one letter is printed for {' and '.join(twice[0])}, so it cannot be lettered"

    def means(self, text: str) -> tuple[str, tuple[str, ...]]:
        """How a plain text was read, and the codes that it may mean: one, none or several."""
        if text in self.vague:
            return "ambiguous", self.vague[text]
        for how, forms in self._whole():
            if text in forms:
                return how, tuple(forms[text])
        if text.isdigit() and (codes := self.number.get(str(int(text)))):
            return "number", tuple(codes)
        if beside := self._beside(text):
            return "token", beside
        return "letter", self._lettered(text)

    def _whole(self) -> Iterator[tuple[str, dict[str, list[str]]]]:
        yield "code", self.code
        yield "printed", self.printed
        yield "label", self.label
        yield "alias", self.alias

    def _all(self, text: str) -> tuple[str, ...]:
        """Every code that a whole text may mean, in any form."""
        found = [code for _, forms in self._whole() for code in forms.get(text, ())]
        return tuple(dict.fromkeys(found))

    def _beside(self, text: str) -> tuple[str, ...]:
        """The code of a text that holds one and words beside it: "n1 - abuse", "police (6)".

        Words that mean another code make it ambiguous. Before a mere blank, a code that is also
        a word or a number ("BOTH parents", "8 weeks") counts only if the words mean it too.
        Known words before a colon stand for their code: "multiple: neglect, physical abuse".
        """
        letter = _LETTER.fullmatch(text)
        if letter and not self.lettered and letter[2]:
            text = letter[2]
            if found := self._all(text):
                return found
        if (first := _TOKEN.fullmatch(text)) and (codes := self.code.get(first[1])):
            sure = bool(first[2].strip()) or _has_letter_and_figure(first[1])
            return self._agreed(codes, first[3], sure)
        last = _IN_BRACKETS.fullmatch(text)
        if last and (codes := self.code.get(last[2] or last[3])):
            return self._agreed(codes, last[1], _has_letter_and_figure(last[2] or last[3]))
        before, colon, rest = text.partition(":")
        return self._agreed(list(self._all(before.strip())), rest, sure=True) if colon else ()

    def _agreed(self, codes: list[str], rest: str, sure: bool) -> tuple[str, ...]:
        meant = self._all(rest.strip(_STRIPPED))
        if not meant:
            return tuple(codes) if sure else ()
        return tuple(codes) if set(codes) & set(meant) else (*codes, *meant)

    def _lettered(self, text: str) -> tuple[str, ...]:
        """The code of a list's letter, alone or before words that do not mean another."""
        if not self.lettered or not (letter := _LETTER.fullmatch(text)):
            return ()
        codes = tuple(self.letter.get(letter[1], ()))
        meant = self._all(letter[2].strip(_STRIPPED))
        if codes and meant and not set(codes) & set(meant):
            return (*codes, *meant)
        return codes or (meant if len(meant) == 1 else ())


def _has_letter_and_figure(token: str) -> bool:
    return any(c.isdigit() for c in token) and not token.isdigit()


def _put(forms: dict[str, list[str]], form: str, code: str) -> None:
    if form and code not in forms.setdefault(form, []):
        forms[form].append(code)
