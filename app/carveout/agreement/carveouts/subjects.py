"""For whom or what a carve-out is: the company that its words name, or else the defined term that it takes out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form
from carveout.agreement.content import CarveoutKind
from carveout.agreement.prose.names import companies, names_company

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.carveouts.words import Words
    from carveout.agreement.content import Term
    from carveout.agreement.span import Span

_DETERMINERS = re.compile(r"\s*(?:(?:for|with respect to|in respect of|any|all|the|those|such|of) )*", re.IGNORECASE)
_ANYBODY = {"Party", "Parties", "Person", "Persons"}
_LONGEST_NAME = 160
_MAIN_TOPIC = 3
"""A company that the agreement mentions this many times as often as its carve-outs do is what it is all about."""


class Subjects:
    """Whom and what an instrument names, leaving out its parties: whatever the preamble gives a short name."""

    def __init__(self, text: str, terms: tuple[Term, ...], preamble: Span | None) -> None:
        """Take the terms of the instrument, and where its preamble stands if it has one."""
        self._text = text
        self._terms = {term.term for term in terms}
        named = {term.term for term in terms if preamble is not None and preamble.holds(term.span)}
        self._parties = named | {f"{name}s" for name in named} | {name.removesuffix("s") for name in named}
        self._short_names = {_plain(name): term.term for term in terms if (name := _company_of(text, term)) is not None}
        self._known = set(self._short_names.values())
        mentions = [(use, term.term) for term in terms for use in term.uses]
        self._mentions = sorted(mentions, key=lambda one: (one[0].start, one[0].end, one[1]))
        self._starts = [use.start for use, _ in self._mentions]
        self._uses: dict[str, list[Span]] = {}
        for use, name in self._mentions:
            self._uses.setdefault(name, []).append(use)

    def of_all(self, words: Sequence[Words]) -> Iterator[str | None]:
        """Yield the subject of each carve-out, None where it has none.

        It is the company that the words name, by its short name if it has one: no party, none that the narrowed
        statement names as well, none that the agreement is about, and of several the one that most carve-outs name.
        An exception that names none is for the defined term right after its operator ("other than Permitted Liens").
        """
        named = [self._companies(one) for one in words]
        often = Counter(name for names in named for name in names)
        topics = {name for name in often if self._count(name) > _MAIN_TOPIC * often[name]}
        for one, names in zip(words, named, strict=True):
            fitting = [name for name in names if name not in topics]
            yield max(fitting, key=lambda name: often[name]) if fitting else self._taken_out(one)

    def mentions(self, subject: str) -> Iterator[Span]:
        """Yield where the text uses a subject's name, in order."""
        yield from self._uses.get(subject, ())

    def is_company(self, subject: str) -> bool:
        """Tell whether a subject is the short name of a company."""
        return subject in self._known

    def _companies(self, words: Words) -> list[str]:
        short = [term for _, term in self._mentioned(words.span) if term in self._known]
        full = [self._short(name.of(self._text)) for name in companies(self._text, words.span.start, words.span.end)]
        stated = {term for _, term in self._mentioned(words.statement)}
        return [name for name in dict.fromkeys((*short, *full)) if name not in self._parties and name not in stated]

    def _taken_out(self, words: Words) -> str | None:
        if words.operator.form is not Form.EXCEPTION or words.kind is CarveoutKind.DISCLOSURE:
            return None
        lead = _DETERMINERS.match(self._text, words.operator.end)
        head = next(self._mentioned(words.span), None)
        if lead is None or head is None or head[0].start != lead.end() or head[1] in self._parties | _ANYBODY:
            return None
        return None if any(term == head[1] for _, term in self._mentioned(words.statement)) else head[1]

    def _count(self, name: str) -> int:
        return len(self._uses.get(name, ())) or self._text.count(name)

    def _mentioned(self, span: Span) -> Iterator[tuple[Span, str]]:
        for position in range(bisect_left(self._starts, span.start), len(self._mentions)):
            use, term = self._mentions[position]
            if use.start >= span.end:
                return
            yield use, term

    def _short(self, name: str) -> str:
        """Return the short name of a company: its own, or that of the company whose name it begins with.

        A defined term that "and" joins to the name is no part of it ("Buyer and Harbor Trading, Inc.").
        """
        head, joined, rest = name.partition(" and ")
        if joined and head in self._terms:
            name = rest
        plain = _plain(name)
        if plain in self._short_names:
            return self._short_names[plain]
        family = (term for term in self._short_names.values() if term not in self._parties)
        return next((term for term in family if plain.startswith(_plain(term) + " ")), name)


def _plain(name: str) -> str:
    return name.replace(",", "").rstrip(".").upper()


def _company_of(text: str, term: Term) -> str | None:
    """Return the full name of the company that a term is short for, None where it is short for none."""
    reach = min(term.span.end, term.span.start + _LONGEST_NAME)
    name = next(companies(text, term.span.start, reach, weaker=True), None)
    if name is None or name.start != term.span.start or not names_company(term.term, name.of(text)):
        return None
    return name.of(text)
