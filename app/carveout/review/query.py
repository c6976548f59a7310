"""What somebody looks for, as it was typed: words, phrases, alternatives, and what they are narrowed to.

Any text is a query, and none is an error: what makes no sense is taken for words, or for nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from carveout.review.annotation import AnnotationKind, Status
from carveout.review.entry import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.review.entry import Entry

LONGEST = 512
"""Code points of what was typed that are looked at."""
MOST = 64
"""Words, phrases and filters that are looked at."""

_SHORT = 2
"""Letters of a word that is too short to stand for the longer ones that begin with it, unless it is still typed."""
_MEANINGLESS = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TERM = re.compile(
    r'(?P<minus>-?)(?:(?P<key>tag|by|is|in):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+)|)', re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]")
_OR, _AND = "OR", "AND"
_Name = TypeVar("_Name", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other; where `begun`, the last of them may go on."""

    words: str
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits are told apart by. Empty ones tell nothing apart."""

    tags: tuple[Phrase, ...] = ()
    authors: tuple[Phrase, ...] = ()
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[AnnotationKind] = frozenset()
    places: frozenset[Where] = frozenset()

    @property
    def of_annotations(self) -> bool:
        """Tell whether only annotations can have what is asked for."""
        return bool(self.tags or self.authors or self.statuses or self.kinds)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: of every group in `wanted` at least one phrase, and none of `unwanted`.

    A hit has what `only` asks for, every tag and one of each other kind, and nothing of what `never` names.
    """

    wanted: tuple[tuple[Phrase, ...], ...] = ()
    unwanted: tuple[Phrase, ...] = ()
    only: Filters = field(default_factory=Filters)
    never: Filters = field(default_factory=Filters)

    @property
    def empty(self) -> bool:
        """Tell whether nothing is looked for."""
        return self == Query()

    @property
    def places(self) -> tuple[Where, ...]:
        """Where there can be hits, in the order in which they are shown."""
        among = self.only.places or frozenset(Where)
        if self.only.of_annotations:
            among &= {Where.NOTES}
        return tuple(where for where in Where if where in among and where not in self.never.places)

    def admits(self, entry: Entry) -> bool:
        """Tell whether an entry is one of those that the query is narrowed to; its words are another matter."""
        only, never = self.only, self.never
        return (
            entry.where in self.places
            and all(_has_tag(entry, tag) for tag in only.tags)
            and (not only.authors or any(_is_by(entry, author) for author in only.authors))
            and (not only.statuses or entry.status in only.statuses)
            and (not only.kinds or entry.kind in only.kinds)
            and not any(_has_tag(entry, tag) for tag in never.tags)
            and not any(_is_by(entry, author) for author in never.authors)
            and entry.status not in never.statuses
            and entry.kind not in never.kinds
        )


def parse(typed: str) -> Query:
    """Return what was typed as a query.

    A word without quotes stands for all that begin with it, but one of a letter or two only while it is typed, as the
    last one; so does the last word of a phrase whose quote is still open.
    """
    cut = _MEANINGLESS.sub(" ", typed[:LONGEST]).translate(_QUOTES)
    wanted: list[list[Phrase]] = []
    unwanted: list[Phrase] = []
    only, never = _Found(), _Found()
    joined = False
    for found in _terms(cut):
        if found["word"] in {_OR, _AND} and not found["minus"] and not found["key"]:
            joined = found["word"] == _OR and bool(wanted)
            continue
        if found["key"] and (never if found["minus"] else only).takes(found, cut):
            joined = False
        elif _WORD.search(found[0]) and (phrase := _phrase(found, cut)) is not None:
            if found["minus"]:
                unwanted.append(phrase)
            elif joined:
                wanted[-1].append(phrase)
            else:
                wanted.append([phrase])
            joined = False
    return Query(tuple(tuple(group) for group in wanted), tuple(unwanted), only.filters(), never.filters())


class _Found:
    """Filters as they come."""

    def __init__(self) -> None:
        self._tags: list[Phrase] = []
        self._authors: list[Phrase] = []
        self._statuses: set[Status] = set()
        self._kinds: set[AnnotationKind] = set()
        self._places: set[Where] = set()

    def takes(self, found: re.Match[str], typed: str) -> bool:
        """Take a filter, and tell whether it was one; one without a value is still being typed, and asks nothing."""
        value = _value(found)
        if not value:
            return True
        match found["key"].casefold():
            case "tag":
                self._tags.append(Phrase(value, begun=_goes_on(found, typed)))
            case "by":
                self._authors.append(Phrase(value, begun=True))
            case "is":
                statuses, kinds = _named(Status, value), _named(AnnotationKind, value)
                self._statuses |= statuses
                self._kinds |= kinds
                return bool(statuses or kinds)
            case _:
                places = _named(Where, value)
                self._places |= places
                return bool(places)
        return True

    def filters(self) -> Filters:
        """Return what was taken."""
        return Filters(
            tuple(self._tags),
            tuple(self._authors),
            frozenset(self._statuses),
            frozenset(self._kinds),
            frozenset(self._places),
        )


def _terms(typed: str) -> Iterator[re.Match[str]]:
    at = count = 0
    while count < MOST:
        while at < len(typed) and typed[at].isspace():
            at += 1
        found = _TERM.match(typed, at)
        if at >= len(typed) or found is None:
            return
        yield found
        at = max(found.end(), at + 1)
        count += 1


def _phrase(found: re.Match[str], typed: str) -> Phrase | None:
    """Return a term that is no filter as the words to look for; a filter that is none is words as it was typed."""
    if found["word"] is None:
        words = found["phrase"] or ""
        begun = found["closed"] == ""
    else:
        words = found["word"] if not found["key"] else f"{found['key']}:{found['word']}"
        begun = _goes_on(found, typed) or len(words) > _SHORT
    return Phrase(words, begun=begun) if _WORD.search(words) else None


def _value(found: re.Match[str]) -> str:
    return " ".join((found["word"] or found["phrase"] or "").split()).casefold()


def _goes_on(found: re.Match[str], typed: str) -> bool:
    """Tell whether a term is the last one, and still being typed."""
    return found.end() == len(typed) and not found["closed"]


def _named(names: Iterable[_Name], value: str) -> set[_Name]:
    """Return those whose name begins with a value; a plural will do for each."""
    return {name for name in names if name.value.startswith(value) or f"{name.value}s" == value}


def _has_tag(entry: Entry, tag: Phrase) -> bool:
    tags = [one.casefold() for one in entry.tags]
    return any(one.startswith(tag.words) for one in tags) if tag.begun else tag.words in tags


def _is_by(entry: Entry, author: Phrase) -> bool:
    """Tell whether a name is an author's: the beginning of it, or of a part of it."""
    name = " ".join(entry.author.split()).casefold()
    return any(name[at:].startswith(author.words) for at in (0, *(n + 1 for n, c in enumerate(name) if c == " ")))
