"""The numbers that lawyers print before a clause, and what can follow what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise


class Word(StrEnum):
    """The word that stands before a number and says what it counts."""

    CHAPTER = "chapter"
    PART = "part"
    TITLE = "title"
    ARTICLE = "article"
    SECTION = "section"
    ITEM = "item"
    EXHIBIT = "exhibit"
    SCHEDULE = "schedule"
    ANNEX = "annex"
    APPENDIX = "appendix"


ATTACHMENTS = frozenset({Word.EXHIBIT, Word.SCHEDULE, Word.ANNEX, Word.APPENDIX})
CHAPTERS = frozenset({Word.CHAPTER, Word.PART, Word.TITLE})


@dataclass(frozen=True, slots=True)
class Count:
    """One way to read a number: the family of numbers that it belongs to, and its place in it.

    A place is the number's parts: (3, 16) for 3.16, (2,) for (b). Only numbers of one family follow each other.
    """

    family: str
    place: tuple[int, ...]

    def follows(self, other: Count) -> bool:
        """Tell whether this is the number right after the other."""
        return self.family == other.family and self.place == (*other.place[:-1], other.place[-1] + 1)

    def passes(self, other: Count) -> bool:
        """Tell whether this number stands later than the other in the same list, with numbers missing between."""
        same = self.family == other.family and self.place[:-1] == other.place[:-1]
        return same and self.place[-1] > other.place[-1]

    @property
    def first(self) -> bool:
        """Tell whether a list can begin with this number."""
        return self.place[-1] == 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at the start of a text: its word, its number as printed, the ways to read it, and where it ends.

    `stopped` says that a full stop or colon closes it.
    """

    word: Word | None
    number: str | None
    counts: tuple[Count, ...]
    end: int
    stopped: bool = False

    @property
    def bullet(self) -> bool:
        """Tell whether it only points at a row of a list and counts nothing."""
        return self.number is None

    @property
    def decimal(self) -> bool:
        """Tell whether its number has parts, as 3.16 has."""
        return self.counts[:1] != () and self.counts[0].family == "decimal"


_NUMERAL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty"
)
_ORDINALS = _NUMERAL.split("|")
_WORDED = re.compile(
    r"(?P<word>chapter|part|title|article|section|sec\.|clause|item|exhibit|schedule|annex|appendix|§)[ \n]{0,8}"
    r"(?P<quote>[\"“‘']?)(?P<n>"
    r"(?P<digits>\d{1,4}(?:[.-]\d{1,3}){0,4})(?:[A-Z]|(?P<below>(?:\(\w{1,4}\)){1,3}))?"
    rf"|[IVXLC]{{1,8}}(?:-\d{{1,3}})?|(?:{_NUMERAL})\b|[A-Z]{{1,2}}(?:[-.]\d{{1,3}}){{0,2}}"
    r")(?=\.(?!\d)|[\"”’':,;)\]\s–—-]|$)[\"”’']?(?P<stop> ?[.:](?!\d)|)",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,5})\.?(?=[\s\"“(]|$|[A-Z])")
_DOTTED = re.compile(r"(?P<n>\d{1,3})\.(?=[\s\"“(]|$|[A-Z])")
_ENCLOSED = re.compile(r"\((?P<n>\d{1,3}|[a-z]{1,7}|[A-Z]{1,7})\)\.?(?=[\s\"“(]|$|[A-Z])")
_CLOSED = re.compile(r"(?P<n>\d{1,2}|[a-z]{1,5}|[A-Z])\)(?=\s|$)")
_LETTERED = re.compile(r"(?P<n>[A-Z]|[a-z]|[IVX]{2,6}|[ivx]{2,6})\.(?=\s|$)")
_SHORT = re.compile(r"[A-Za-z]{1,6}[.)]|o ")
_BULLET = re.compile(r"[o•·▪●○◦*–—-](?= +\S)")
_ROMAN = re.compile(r"(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(numeral: str) -> int | None:
    """Return what a Roman numeral counts, None for other letters."""
    small = numeral.lower()
    if not small or not _ROMAN.match(small):
        return None
    values = [_VALUES[letter] for letter in small]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


def letters(text: str) -> int | None:
    """Return what a letter counts: a is 1, z is 26, aa is 27; None where the letters differ."""
    small = text.lower()
    if not small or small.strip(small[0]) or len(small) > 3 or not "a" <= small[0] <= "z":
        return None
    return ord(small[0]) - ord("a") + 1 + 26 * (len(small) - 1)


@lru_cache(maxsize=64)  # each line is asked about several times in a row
def parse(text: str) -> Mark | None:
    """Return the label at the start of a text, None where there is none.

    Whether the text is a clause of that number, or a sentence that happens to start so, only the layout can say.
    """
    first = text[:1]
    if first.isdigit():
        return _decimal(text) or _enumerated(text, _DOTTED, "{}.") or _enumerated(text, _CLOSED, "{})")
    if first == "(":
        return _enumerated(text, _ENCLOSED, "({})")
    if first.isalpha():
        worded = _worded(text) if first.isupper() else None
        return worded or (_lettered(text) if _SHORT.match(text) else None)
    return _worded(text) if first == "§" else _bullet(text)


def _worded(text: str) -> Mark | None:
    match = _WORDED.match(text)
    if match is None:
        return None
    printed = match["word"].lower()
    word = Word.SECTION if printed in {"sec.", "clause", "§"} else Word(printed)
    number = match["n"]
    if not match["digits"] and number.islower() and number not in _ORDINALS:
        return None
    if match["below"] and word not in ATTACHMENTS:
        return None
    counts = _counts_of_digits(word, match["digits"]) if match["digits"] else _counts_of_letters(word, number)
    return Mark(word, number, counts, match.end(), bool(match["stop"])) if counts else None


def _counts_of_digits(word: Word, digits: str) -> tuple[Count, ...]:
    parts = tuple(map(int, re.split(r"[.-]", digits)))
    if len(parts) == 1:
        return (Count(word, parts),)
    return (Count("decimal" if word is Word.SECTION else f"{word}-{len(parts)}", parts),)


def _counts_of_letters(word: Word, number: str) -> tuple[Count, ...]:
    """Read a number written as a word, in Roman numerals or as a letter; attachments are lettered before all."""
    if number.lower() in _ORDINALS:
        return (Count(word, (_ORDINALS.index(number.lower()) + 1,)),)
    as_roman, as_letters = roman(number), letters(number)
    found = [] if as_roman is None else [Count(word, (as_roman,))]
    if word not in ATTACHMENTS:
        return tuple(found) if found or as_letters is None else (Count(f"{word}-letter", (as_letters,)),)
    if as_letters is not None:
        found.insert(0, Count(f"{word}-letter", (as_letters,)))
    return tuple(found) or (Count(f"{word}-{number}", (1,)),)


def _decimal(text: str) -> Mark | None:
    match = _DECIMAL.match(text)
    if match is None:
        return None
    return Mark(None, match["n"], (Count("decimal", tuple(map(int, match["n"].split(".")))),), match.end())


def _lettered(text: str) -> Mark | None:
    return _enumerated(text, _CLOSED, "{})") or _enumerated(text, _LETTERED, "{}.") or _bullet(text)


def _enumerated(text: str, label: re.Pattern[str], form: str) -> Mark | None:
    """Read a number that stands in a form such as `({})`; it is printed with its brackets, without its stop."""
    match = label.match(text)
    counts = counted(match["n"], form) if match else ()
    if match is None or not counts:
        return None
    return Mark(None, f"({match['n']})" if form == "({})" else match["n"], counts, match.end())


def _bullet(text: str) -> Mark | None:
    match = _BULLET.match(text)
    return Mark(None, None, (), match.end()) if match else None


def counted(number: str, form: str) -> tuple[Count, ...]:
    """Return the ways to read what stands in a form such as `({})`: as digits, as a Roman numeral, as a letter.

    A lone i, v or x can be either; the Roman reading comes first for i, the letter for the others.
    """
    if number.isdigit():
        return (Count(form.format("1"), (int(number),)),)
    upper = number[0].isupper()
    found = []
    as_roman = roman(number)
    if as_roman is not None:
        found.append(Count(form.format("I" if upper else "i"), (as_roman,)))
    as_letters = letters(number)
    if as_letters is not None:
        found.append(Count(form.format("A" if upper else "a"), (as_letters,)))
    return tuple(found)
