"""The uses of defined terms, found in one walk over the words of an instrument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.names import continues_as_company
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"([A-Za-z][\w’'-]*) $")
_NO_PART_OF_A_NAME = re.compile(
    r"a|all|among|and|any|as|at|before|between|both|by|each|either|every|except|for|from|if|in|including|into|its|neither"
    r"|no|nor|not|of|on|only|one|or|other|our|over|said|same|shall|subject|such|than|that|the|their|then|these|this|those"
    r"|to|under|until|upon|when|where|which|whose|with|within|without",
    re.IGNORECASE,
)


class Lexicon:
    """The terms of an instrument and the forms that they take: as defined, and in the singular or the plural."""

    def __init__(self, terms: Collection[str], companies: Collection[str]) -> None:
        """Take the terms, and which of them are short for a company: those may stand after any word."""
        self._companies = frozenset(companies)
        self._forms: dict[str, list[tuple[str, str, int]]] = {}
        for term in sorted(terms):
            for form in _forms(term):
                opening = _WORD.search(form)
                if opening is not None:
                    self._forms.setdefault(opening[0], []).append((form, term, opening.start()))
        for forms in self._forms.values():
            forms.sort(key=lambda one: (-len(one[0]), one[0] != one[1]))
        self._opening = _words_that_begin_with({word[0] for word in self._forms}) if self._forms else _WORD

    def uses(self, text: str, within: Span) -> Iterator[tuple[str, Span]]:
        """Yield each use with its term, in order. The longest form wins, and uses don't overlap."""
        past = within.start
        for word in self._opening.finditer(text, within.start, within.end):
            forms = self._forms.get(word[0])
            if forms is None or word.start() < past:
                continue
            for form, term, ahead in forms:
                start = word.start() - ahead
                if start < past or not text.startswith(form, start, within.end):
                    continue
                end = start + len(form)
                if self._stands(text, form, term, start, end):
                    past = end
                    yield term, Span(start, end)
                    break

    def _stands(self, text: str, form: str, term: str, start: int, end: int) -> bool:
        """Tell whether the form at `start` stands as words of its own, no part of a longer name."""
        if text[end : end + 1].isalnum():
            return False
        if start and text[start - 1] in "-/&" and text[start - 2 : start - 1].isalnum():
            return False
        if term in self._companies:
            return not continues_as_company(text, end)
        return " " in form or not _part_of_name(text, start)


def _words_that_begin_with(letters: Collection[str]) -> re.Pattern[str]:
    """Return what finds the words that begin with some letters: most words of a text don't, and are passed over."""
    return re.compile(rf"[{re.escape(''.join(sorted(letters)))}](?<![^\W_].)[^\W_]*")


def _part_of_name(text: str, start: int) -> bool:
    """Tell whether a capitalised word before a single word makes the two a longer name ("Escrow Agreement")."""
    if not text[start].isupper() or text[start - 1 : start] != " ":
        return False
    floor = max(0, start - 40)
    before = _BEFORE.search(text, max(floor, text.rfind(" ", floor, start - 1)), start)
    if before is None or not before[1][0].isupper() or _NO_PART_OF_A_NAME.fullmatch(before[1]):
        return False
    return text[max(0, before.start() - 2) : before.start()].strip() not in {
        ".",
        ":",
        ";",
        "",
    }


def _forms(term: str) -> Iterator[str]:
    """Yield the term as defined, then its other number: `Companies` for `Company`, `Event of Default` for `Events`."""
    yield term
    one, bracket, ending = term.partition("(")
    if bracket and ending in {"s)", "es)", "ies)"}:
        yield one
        yield one.removesuffix("y") + ending.rstrip(")") if ending == "ies)" else one + ending.rstrip(")")
        return
    yield from _other_number(term)
    head, of, rest = term.partition(" of ")
    if of and head[:1].isupper():
        for other in _other_number(head):
            yield f"{other}{of}{rest}"
    if term[:1].islower():
        yield term[0].upper() + term[1:]


def _other_number(words: str) -> Iterator[str]:
    """Yield the words with the last one in the other number, by the regular rules of English."""
    last = words.rpartition(" ")[2]
    if len(last) < 3 or not last.isalpha() or last[:-1].isupper():
        return
    if words.endswith("ies"):
        yield words[:-3] + "y"
    elif words.endswith(("sses", "xes", "ches", "shes")):
        yield words[:-2]
    elif words.endswith("s") and not words.endswith(("ss", "us", "is")):
        yield words[:-1]
    elif words.endswith("y") and words[-2] not in "aeiou":
        yield words[:-1] + "ies"
    elif words.endswith(("s", "x", "ch", "sh")):
        yield words + "es"
    else:
        yield words + "s"
