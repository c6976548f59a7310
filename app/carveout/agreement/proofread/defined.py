"""Definitions as the proofreader weighs them: how firmly each is one, and where it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground


@dataclass(frozen=True, slots=True)
class Defined:
    """A defined term with what the rules ask of it.

    `words` is the term where it is defined, without quotation marks. `stated` tells that a sentence says what it means
    ("X means …"), where others are short names in brackets. `firm` tells that nothing but a definition would be
    written so. `paper` is the attachment that prints it, None for the instrument's own body.
    """

    term: Term
    words: Span
    stated: bool
    firm: bool
    instrument: Instrument
    paper: int | None

    @property
    def name(self) -> str:
        """The term."""
        return self.term.term

    def points(self, text: str) -> bool:
        """Tell whether the definition only says where the term is defined."""
        return self.stated and _POINTS.match(text, self.words.end) is not None


_LIST = re.compile(r"definitions?|defined terms|interpretation|key terms", re.IGNORECASE)
_MARKS = "“”\"‘’`'"
_LEAD = re.compile(
    r"(?:^|.*[\s,:])(?:the|an?|this|these|such|each|as|collectively|individually|together|singly|jointly|hereinafter"
    r"|hereafter|called|all)?,? ?",
    re.IGNORECASE,
)
_NO_LEAD = re.compile(
    r"\b(?:disregarding|without regard|giving effect|qualifi|references?|including|excluding|such as|containing|phrase"
    r"|commonly|so-called|plan or)\b|\b(?:in|under|of|by|from) (?:the|an?) ?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^“”\"]{1,120}[”\"](?:,? (?:and|or|and/or))?,? ?")
_AFTER = re.compile(
    r"[“”\"‘’`']{0,2},? ?"
    r"(?:[),;.]|(?:and|or|which|as|together|individually|each|in|for|when|respectively|collectively)\b)"
)
_MEANS = re.compile(r" (?:shall |will )?(?:means?|ha(?:s|ve)|be|includes?|is|are|refers?)\b| ?:")
_POINTS = re.compile(r"[“”\"’']? (?:shall )?(?:ha(?:s|ve) the (?:respective )?meaning|(?:is|are) defined|as defined)")
_CORRELATIVE = re.compile(r"\b(?:correlative|derivative|grammatical|cognate)\b", re.IGNORECASE)
_FAR = 160
"""Code points before a term in which words may say that it is only another form of one."""


def lists_definitions(clause: Clause) -> bool:
    """Tell whether a clause's heading calls what stands below it definitions."""
    return clause.heading is not None and _LIST.search(clause.heading) is not None


def defined(ground: Ground) -> Iterator[Defined]:
    """Yield the defined terms; those of accounts and signature pages, which no drafter wrote here, are left out."""
    for term in ground.reading.terms:
        if not ground.apart(term.clause):
            yield _weighed(ground, term, ground.paper_of(term.clause))


def _weighed(ground: Ground, term: Term, paper: int | None) -> Defined:
    text, span = ground.text, term.span
    at = text.find(term.term, span.start, min(span.end, span.start + len(term.term) + 8))
    stated = at >= 0 and _opens(text, span.start, at, len(term.term))
    if not stated:
        at = text.rfind(term.term, span.start, span.end)
    words = Span(at, at + len(term.term))
    firm = stated or _firm(text, span, words)
    if _CORRELATIVE.search(text, max(0, words.start - _FAR), words.start):
        firm = False
    return Defined(term, words, stated, firm, ground.instrument_of(term.clause), paper)


def _opens(text: str, start: int, at: int, length: int) -> bool:
    """Tell whether a definition opens with its term: in quotation marks, or with what it means right after."""
    before, after = text[start:at], at + length
    if before.strip(_MARKS + " ").lower() not in {"", "the"}:
        return False
    if text[after : after + 3].strip(_MARKS + " ").startswith(")"):
        return False
    return bool(before.strip()) or _MEANS.match(text, after) is not None


def _firm(text: str, span: Span, words: Span) -> bool:
    """Tell whether brackets hold a short name and no more than the words that introduce one."""
    opening = text.rfind("(", max(span.start, words.start - 400), words.start)
    if opening < 0 or words.of(text)[:1].islower():
        return False
    lead = _QUOTED.sub("", text[opening + 1 : words.start].rstrip(_MARKS))
    return (
        _LEAD.fullmatch(lead.replace("\n", " ")) is not None
        and _NO_LEAD.search(lead) is None
        and _AFTER.match(text, words.end) is not None
    )
