"""The numbers that lawyers print before a clause, and what can follow what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from carveout.agreement.labels import forms
from carveout.agreement.labels.numerals import WORDS, eastern, letters, roman


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
    ATTACHMENT = "attachment"
    ADDENDUM = "addendum"
    RIDER = "rider"


ATTACHMENTS = frozenset(
    {Word.EXHIBIT, Word.SCHEDULE, Word.ANNEX, Word.APPENDIX, Word.ATTACHMENT, Word.ADDENDUM, Word.RIDER}
)
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

    def at_depth(self, depth: int | None) -> Mark:
        """Return the label as one of a level of a list: however alike they are printed, each level counts by itself."""
        if depth is None or depth < 2 or self.word is not None or self.decimal:
            return self
        return replace(self, counts=tuple(Count(f"{count.family} {depth}", count.place) for count in self.counts))

    @property
    def decimal(self) -> bool:
        """Tell whether its number has parts, as 3.16 has."""
        return self.counts[:1] != () and self.counts[0].family == "decimal"


_SHORT = re.compile(r"[A-Za-z]{1,6}[.)]|o ")
_BEGUN = frozenset(word[:3] for word in forms.PRINTED)
"""How the words before a number begin, in small letters."""
_SPELLED = 20
"""Characters within which a spelled number ends."""
_NO_LETTERS = frozenset({"an", "as", "at", "by", "if", "in", "is", "it", "no", "of", "on", "or", "to"})
_LABEL = 80
"""Characters beyond which no label reaches."""


@lru_cache(maxsize=64)  # each line is asked about several times in a row
def parse(text: str) -> Mark | None:
    """Return the label at the start of a text, None where there is none.

    Whether the text is a clause of that number, or a sentence that happens to start so, only the layout can say.
    """
    first = text[:1]
    if not first.isascii():
        return _of_another_script(text)
    if first.isdigit():
        return (
            _decimal(text)
            or _enumerated(text, forms.DOTTED, "{}.")
            or _enumerated(text, forms.CLOSED, "{})")
            or _enumerated(text, forms.BARE, "{}.")
        )
    if first == "(":
        return _enumerated(text, forms.ENCLOSED, "({})")
    if first == "[":
        return _enumerated(text, forms.BRACKETED, "[{}]")
    if first.isalpha():
        worded = (_worded(text) or _spelled(text)) if first.isupper() else None
        return worded or (_lettered(text) if _SHORT.match(text) else None)
    return _bullet(text)


def _of_another_script(text: str) -> Mark | None:
    """Read a label that begins with a sign, or with a character of Chinese or Japanese."""
    match = forms.EASTERN.match(text)
    if match is not None:
        return _in_eastern(match)
    if text[0] in "（０１２３４５６７８９":
        return parse(text[:_LABEL].translate(forms.FULL_WIDTH))
    return _worded(text) or _bullet(text)


def _in_eastern(match: re.Match[str]) -> Mark | None:
    number = match["n"] or match["row"] or match["circled"]
    value = ord(number) - ord("①") + 1 if match["circled"] else eastern(number)
    if value is None:
        return None
    word = Word(forms.EASTERN_WORDS[match["word"]]) if match["word"] else None
    return Mark(word, number, (Count(word or ("①" if match["circled"] else "一、"), (value,)),), match.end())


def _spelled(text: str) -> Mark | None:
    """Read a number that is spelled out before a stop: `FIRST: The name of the corporation is …`."""
    match = forms.SPELLED.match(text) if text[:3].isupper() or ":" in text[:_SPELLED] else None
    if match is None or not (match["n"].isupper() or text[match.end()] == ":"):
        return None
    return Mark(None, match["n"], (Count("first", (WORDS[match["n"].lower()],)),), match.end() + 1, stopped=True)


def _worded(text: str) -> Mark | None:
    match = forms.WITH_WORD.match(text) if text[:1] == "§" or text[:3].lower() in _BEGUN else None
    if match is None:
        return None
    word = Word(forms.PRINTED[match["word"].lower()])
    number = match["n"].replace(" ", "") if match["digits"] else match["n"]
    if not match["digits"] and number.islower() and number not in WORDS:
        return None
    if match["below"] and word not in ATTACHMENTS:
        return _below(match, text) if word is Word.SECTION else None
    counts = _counts_of_digits(word, match["digits"]) if match["digits"] else _counts_of_letters(word, number)
    return Mark(word, number, counts, match.end(), bool(match["stop"])) if counts else None


def _below(match: re.Match[str], text: str) -> Mark | None:
    """Read `Section 3.7(b)` where it is a title: its letters count on below its digits."""
    if forms.ENTITLED.match(text, match.end("n")) is None:
        return None
    place = list(map(int, re.split(r"[ .-]+", match["digits"])))
    for depth, letter in enumerate(re.findall(r"\w+", match["below"])):
        counts = counted(letter, "({})")
        if not counts:
            return None
        place.append(counts[0 if depth else -1].place[0])
    return Mark(
        Word.SECTION, match["n"].replace(" ", ""), (Count("decimal", tuple(place)),), match.end(), bool(match["stop"])
    )


def _counts_of_digits(word: Word, digits: str) -> tuple[Count, ...]:
    parts = tuple(map(int, re.split(r"[ .-]+", digits)))
    if len(parts) == 1:
        return (Count(word, parts),)
    return (Count("decimal" if word is Word.SECTION else f"{word}-{len(parts)}", parts),)


def _counts_of_letters(word: Word, number: str) -> tuple[Count, ...]:
    """Read a number written as a word, in Roman numerals or as a letter; attachments are lettered before all."""
    if number.lower() in WORDS:
        return (Count(word, (WORDS[number.lower()],)),)
    as_roman, as_letters = roman(number), letters(number)
    found = [] if as_roman is None else [Count(word, (as_roman,))]
    if word in ATTACHMENTS and number.lower() in _NO_LETTERS:
        return ()
    if word not in ATTACHMENTS:
        return tuple(found) if found or as_letters is None else (Count(f"{word}-letter", (as_letters,)),)
    if as_letters is not None:
        found.insert(0, Count(f"{word}-letter", (as_letters,)))
    return tuple(found) or (Count(f"{word}-{number}", (1,)),)


def _decimal(text: str) -> Mark | None:
    match = forms.DECIMAL.match(text)
    if match is None:
        return None
    number = match["n"].replace(" ", "")
    return Mark(None, number, (Count("decimal", tuple(map(int, number.split(".")))),), match.end())


def _lettered(text: str) -> Mark | None:
    return _enumerated(text, forms.CLOSED, "{})") or _enumerated(text, forms.LETTERED, "{}.") or _bullet(text)


def _enumerated(text: str, label: re.Pattern[str], form: str) -> Mark | None:
    """Read a number that stands in a form such as `({})`; it is printed with its brackets, without its stop."""
    match = label.match(text)
    counts = counted(match["n"], form) if match else ()
    if match is None or not counts:
        return None
    return Mark(None, form.format(match["n"]) if form[0] in "([" else match["n"], counts, match.end())


def _bullet(text: str) -> Mark | None:
    match = forms.BULLET.match(text)
    return Mark(None, None, (), match.end()) if match else None


@lru_cache(maxsize=1024)  # the same few labels come again and again
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
