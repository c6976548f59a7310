"""Representations that an exclusion from a definition doesn't help, though its subject can make them untrue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.gaps.nearest import nearest
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.gaps.families import Family
    from carveout.agreement.reading import Reading
    from carveout.agreement.siblings.fan_out import FanOut

_INSOLVENCY = re.compile(
    r"petition|bankrupt|insolv|reorgani[sz]|receiver|liquidat|winding|moratorium|rehabilitat|chapter 11"
)
_DEFAULT = re.compile(r"\b(?:defaults?|breach(?:es|ed)?)\b")
_COUNTERPARTY = re.compile(
    r"\b(?:either|any|each|no|any other|the other|no other) part(?:y|ies) (?:thereto|to (?:any|such|the|it))\b"
    r"|\bcounterpart(?:y|ies)\b|\bor otherwise\b(?=, ?(?:has|have|is|are|exists?)\b)"
)
_KNOWN = re.compile(r"\bknowledge\b|\baware\b")
_NO_LIABILITIES = re.compile(
    r"\b(?:no|not|any)\b[^.;]{0,50}\b(?:liabilit(?:y|ies)|indebtedness|debts?)\b[^.;]{0,80}"
    r"\b(?:reflected|disclosed|reserved|provided for|shown|recorded|other than|except)\b"
)
_DISCLOSED = re.compile(
    r"\b(?:been|has|have) (?:\w+ )?(?:fully|completely|accurately) (?:disclosed|furnished|provided)\b"
)
_BEGINS = re.compile(r"\S")


def unhelped(reading: Reading, family: Family, fan_outs: tuple[FanOut, ...]) -> Iterator[Gap]:
    """Yield the representations of three kinds that carry no exception of the family of their own.

    A default by whoever is the other party to a contract, which the subject of an insolvency may be; liabilities of
    the company itself, in a clause that doesn't use the narrowed term; and a disclosure that the narrowed term cuts,
    so that what concerns the subject needn't have been disclosed.
    """
    finder = _Unhelped(reading, family)
    removals = {one.span for one in family.removals}
    told: set[Span] = set()
    for fan_out in fan_outs:
        if fan_out.carveout.span in removals and fan_out.term.span not in told:
            told.add(fan_out.term.span)
            for narrowed in fan_out.narrowed:
                if narrowed.clause in reading.representation_of and not narrowed.own:
                    yield from finder.of_narrowed(narrowed.clause)
            for clause in fan_out.untouched:
                yield from finder.of_untouched(clause)


class _Unhelped:
    """The representations of one reading beside one family."""

    def __init__(self, reading: Reading, family: Family) -> None:
        self._reading = reading
        self._family = family
        self._plain = unbroken(reading.text)
        self._lower = folded(self._plain)
        events = " ".join(one.parts.event.of(self._lower) for one in family.siblings if one.parts.event is not None)
        self._insolvency = _INSOLVENCY.search(events) is not None

    def of_narrowed(self, clause: int) -> Iterator[Gap]:
        outline, subject = self._reading.outline, self._family.subject
        for sentence in self._sentences(clause):
            words = sentence.of(self._lower)
            if self._insolvency and _DEFAULT.search(words) and _COUNTERPARTY.search(words) and not _KNOWN.search(words):
                message = (
                    f"{outline[clause].citation} speaks of defaults by any party to a contract, and has no exception "
                    f"for {subject}: leaving {subject} out of the definition doesn’t help where it is the other party."
                )
                yield self._gap(clause, sentence, GapStrength.STRONG, message)
            elif _DISCLOSED.search(words):
                message = (
                    f"{outline[clause].citation} has no exception for {subject}, and cuts both ways: by the "
                    f"definition, what concerns {subject} itself need not have been disclosed."
                )
                yield self._gap(clause, sentence, GapStrength.MEDIUM, message)

    def of_untouched(self, clause: int) -> Iterator[Gap]:
        outline, subject = self._reading.outline, self._family.subject
        if self._family.carried(outline.branch(clause)):
            return
        for sentence in self._sentences(clause):
            if _NO_LIABILITIES.search(sentence.of(self._lower)):
                message = (
                    f"{outline[clause].citation} speaks of liabilities of the company itself and has no exception for "
                    f"{subject}: leaving {subject} out of a definition that this clause doesn’t use gives no cover for "
                    "guarantees and support that it may call."
                )
                yield self._gap(clause, sentence, GapStrength.STRONG, message)

    def _gap(self, clause: int, words: Span, strength: GapStrength, message: str) -> Gap:
        sibling = self._family.standing[nearest(self._family.standing, clause)]
        return Gap(clause, sibling, self._family.subject, strength, message, words)

    def _sentences(self, clause: int) -> Iterator[Span]:
        end = self._reading.outline[clause].end
        begins = _BEGINS.search(self._plain, self._reading.outline[clause].body_start, end)
        while begins is not None:
            line_end = self._plain.find("\n", begins.start(), end)
            stop = sentence_end(self._plain, begins.start(), end if line_end < 0 else line_end)
            yield Span(begins.start(), stop)
            begins = _BEGINS.search(self._plain, stop, end)
