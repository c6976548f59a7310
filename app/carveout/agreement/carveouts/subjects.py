"""For whom or what a carve-out is: the company that its words name, or else the defined term that it takes out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form
from carveout.agreement.names import companies, names_company
from carveout.agreement.openings import sentence_start
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.carveouts.operators import Operator
    from carveout.agreement.content import Term

_DETERMINERS = re.compile(r"\s*(?:(?:for|with respect to|in respect of|any|all|the|those|such|of) )*", re.IGNORECASE)


class Subjects:
    """Whom and what an instrument names, leaving out its parties."""

    def __init__(self, text: str, terms: tuple[Term, ...], parties: frozenset[str]) -> None:
        """Take the terms of the instrument and the aliases of those who are party to it."""
        self._text = text
        self._parties = parties
        self._short_names = {_plain(name): term.term for term in terms if (name := _company_of(text, term)) is not None}
        self._mentions = sorted((use, term.term) for term in terms for use in term.uses)
        self._starts = [use.start for use, _ in self._mentions]

    def companies_in(self, span: Span) -> tuple[str, ...]:
        """Return the companies that the words name and that are no party, each by its short name if it has one."""
        known = set(self._short_names.values()) - self._parties
        by_short_name = [term for _, term in self._mentioned(span) if term in known]
        by_full_name = [self._short(name.of(self._text)) for name in companies(self._text, span.start, span.end)]
        return tuple(dict.fromkeys(name for name in (*by_short_name, *by_full_name) if name not in self._parties))

    def taken_out(self, operator: Operator, span: Span) -> str | None:
        """Return the defined term right after an operator ("other than Permitted Liens"), if the statement lacks it."""
        lead = _DETERMINERS.match(self._text, operator.end)
        head = next(self._mentioned(span), None)
        if operator.form is not Form.EXCEPTION or lead is None or head is None:
            return None
        if head[0].start != lead.end() or head[1] in self._parties:
            return None
        statement = Span(sentence_start(self._text, operator.start), operator.start)
        return None if any(term == head[1] for _, term in self._mentioned(statement)) else head[1]

    def mentions(self, subject: str) -> Iterator[Span]:
        """Yield where the text uses a subject's name, in order."""
        yield from (use for use, term in self._mentions if term == subject)

    def _mentioned(self, span: Span) -> Iterator[tuple[Span, str]]:
        for position in range(bisect_left(self._starts, span.start), len(self._mentions)):
            use, term = self._mentions[position]
            if use.start >= span.end:
                return
            yield use, term

    def _short(self, name: str) -> str:
        """Return the short name of a company: its own, or that of the company whose name it begins with."""
        plain = _plain(name)
        if plain in self._short_names:
            return self._short_names[plain]
        family = (term for term in self._short_names.values() if term not in self._parties)
        return next((term for term in family if plain.startswith(_plain(term) + " ")), name)


def _plain(name: str) -> str:
    return name.replace(",", "").rstrip(".").upper()


def _company_of(text: str, term: Term) -> str | None:
    """Return the full name of the company that a term is short for, None where it is short for none."""
    name = next(companies(text, term.span.start, term.span.end, weaker=True), None)
    if name is None or name.start != term.span.start or not names_company(term.term, name.of(text)):
        return None
    return name.of(text)


def party_aliases(terms: tuple[Term, ...], preamble: Span | None) -> frozenset[str]:
    """Return the short names that the preamble gives to the parties, and to whatever else it names."""
    return frozenset(term.term for term in terms if preamble is not None and preamble.holds(term.span))
