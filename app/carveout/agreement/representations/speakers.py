"""Who says it: the party whose alias stands before a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.names import names_thing
from carveout.agreement.prose.openings import sentence_start

if TYPE_CHECKING:
    from carveout.agreement.content import Term
    from carveout.agreement.span import Span

_BETWEEN = re.compile(
    r"(?:[,;:]|\b(?:hereby|herein|hereunder|further|furthermore|also|additionally|each|both|jointly|severally|individually|expressly"
    r"|irrevocably|unconditionally|specifically|respectively|and|or|but|not|hereto|only|solely|does|do|acknowledges?"
    r"|agrees?|covenants?|confirms?|declares?|undertakes?|certif(?:y|ies)|promises?|warrants?|represents?|accepts?"
    r"|understands?|states?|guarantees?|in turn))$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\((?:[^()]{0,200}\)|an? [\"“][^()\"“”]{1,40}[\"”])$")
_NO_STATEMENT = frozenset(
    ["to", "shall", "will", "may", "must", "can", "could", "would", "should", "that", "which", "who", "nor", "neither"]
)
_ANYBODY = re.compile(
    r"\b(?:each|either|every|both)(?: of the)? (?:part(?:y|ies)|side)(?: hereto)?$|\bthe parties(?: hereto)?$"
    r"|\b(?:we|i|you|they|it|he|she|(?:the )?undersigned)$",
    re.IGNORECASE,
)
_UNDEFINED = re.compile(r"(?:^|[\s(])((?:[A-Z][\w’'&-]*)(?: [A-Z][\w’'&-]*){0,3})$")
_AND = re.compile(r",? (?:and|or)(?: (?:the|each|each of|its|of|all|of the|each of the))* ?$")
_COMMA = re.compile(r",(?: (?:the|each|each of|its|of|all|of the|each of the))* ?$")
_AND_DOES = re.compile(r"\s*,?\s*(?:and|or|but)\b", re.IGNORECASE)
_INTERPOSED = re.compile(r" ?[,(]|(?:,? (?:and|or|hereby|each|jointly|severally|as|on|for|with|in)\b)")
_OPENS = re.compile(
    r"(?:^|[,;:.)] |that )(?:(?:each|the|all|every|both|of|and|or|further,|in addition,) ?)*$", re.IGNORECASE
)
_MOST_BETWEEN = 12


class Speakers:
    """The parties by where the text names them."""

    def __init__(self, text: str, terms: tuple[Term, ...]) -> None:
        """Take the text and its terms; a term that names a thing ("Closing Date") says nothing."""
        self._text = text
        self._heard: dict[int, tuple[str, ...] | None] = {}
        self._by_end: dict[int, tuple[str, Span]] = {}
        self._by_start: dict[int, tuple[str, Span]] = {}
        for term in terms:
            if not names_thing(term.term):
                for use in term.uses:
                    self._by_end[use.end] = self._by_start[use.start] = (term.term, use)

    def before(self, at: int) -> tuple[str, ...] | None:
        """Return who says the verb at `at`, by alias: several where they say it together; None where nobody does.

        Empty where it is somebody without an alias ("the undersigned", "each party").
        """
        if at not in self._heard:
            self._heard[at] = self._subject_of(at)
        return self._heard[at]

    def _subject_of(self, at: int) -> tuple[str, ...] | None:
        start = sentence_start(self._text, at)
        words = self._text[start:at].rstrip()
        if words.rpartition(" ")[2].lower() in _NO_STATEMENT:
            return None
        subject = _subject(words)
        if _AND_DOES.match(words, len(subject)):
            somebody = () if self._text[at : at + 9].lower() == "represent" else None
            return self._first(start, at) or somebody
        if _ANYBODY.search(subject[-40:]):
            return ()
        if start + len(subject) in self._by_end:
            return self._together(start, start + len(subject))
        if subject != words and (interposed := self._first(start, at)):
            return interposed
        undefined = _UNDEFINED.search(subject[-80:])
        if undefined is None or names_thing(undefined[1]):
            return None
        return (undefined[1].removeprefix("The ").removeprefix("Each "),)

    def _together(self, floor: int, end: int) -> tuple[str, ...]:
        """Return the aliases that end at `end`, joined by commas and "and"."""
        found: list[str] = []
        while end in self._by_end:
            name, use = self._by_end[end]
            found.insert(0, name)
            link = _COMMA if len(found) > 1 else _AND
            joined = link.search(self._text, max(floor, use.start - 24), use.start)
            if joined is None:
                break
            end = joined.start()
        return tuple(dict.fromkeys(found))

    def _first(self, start: int, at: int) -> tuple[str, ...] | None:
        """Return the alias that opens the sentence, or a part of it, before words put between it and the verb."""
        for position in range(start, at):
            if position in self._by_start:
                name, use = self._by_start[position]
                if _INTERPOSED.match(self._text, use.end) and _OPENS.search(self._text[start:position]):
                    return (name,)
        return None


def _subject(words: str) -> str:
    """Return the words without the adverbs, brackets and other verbs at their end."""
    rest = words.rstrip()
    for _ in range(_MOST_BETWEEN):
        cut = _BRACKETED.search(rest[-204:]) or _BETWEEN.search(rest[-24:])
        if cut is None:
            break
        rest = rest[: len(rest) - len(cut[0])].rstrip()
    return rest
