"""Carve-outs: words that take something out of a statement or a definition, and those that bring it back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.inclusions import inclusions
from carveout.agreement.carveouts.kinds import Definitions
from carveout.agreement.carveouts.reach import reach_of_term, reach_of_words
from carveout.agreement.carveouts.subjects import Subjects
from carveout.agreement.carveouts.words import carveout_words
from carveout.agreement.content import Carveout, CarveoutKind
from carveout.agreement.instruments import ATTACHMENTS, instruments
from carveout.agreement.prose.folding import folded, unbroken

if TYPE_CHECKING:
    from carveout.agreement.carveouts.words import Words
    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument


_EXCLUDED = re.compile(r"(?:Excluded|Retained|Excepted|Exempt|Non-)")
_ACCOUNTS = re.compile(r"\b(?:financial statements?|balance sheets?|auditors?)\b", re.IGNORECASE)


def carveouts(text: str, outline: Outline, terms: tuple[Term, ...]) -> tuple[Carveout, ...]:
    """Return every carve-out of the agreements in a document, in the order of the text.

    The kinds are those of the command line's contract. An exception inside another exception belongs to it; one inside
    a proviso or a list of what a definition leaves out is a carve-out of its own. An inclusion is made of words that
    bring the subject of other carve-outs into a statement, or back into a definition that left it out.
    """
    plain = unbroken(text)
    lower = folded(plain)
    found: list[Carveout] = []
    for instrument in instruments(plain, outline):
        if instrument.operative:
            found += _of_instrument(plain, lower, outline, instrument, terms)
    as_printed = (replace(carveout, quote=carveout.span.of(text)) for carveout in found)
    return tuple(sorted(as_printed, key=lambda carveout: (carveout.span.start, -carveout.span.end)))


def _of_instrument(
    text: str, lower: str, outline: Outline, instrument: Instrument, terms: tuple[Term, ...]
) -> list[Carveout]:
    own = set(instrument.clauses)
    terms = tuple(term for term in terms if term.clause in own)
    definitions = Definitions(text, outline, terms)
    found_words = (one for span in instrument.spans for one in carveout_words(text, lower, outline, span, definitions))
    words = [one for one in found_words if not _in_accounts(outline, one.clause)]
    subjects = Subjects(text, terms, instrument.preamble)
    found = [_carveout(text, outline, one, subject) for one, subject in zip(words, subjects.of_all(words), strict=True)]
    return found + _carveins(text, outline, found, subjects)


def _in_accounts(outline: Outline, clause: int) -> bool:
    """Tell whether a clause stands in accounts that are attached to an agreement: their notes bind nobody."""
    above = (outline[one] for one in (clause, *outline.ancestors(clause)))
    return any(one.kind in ATTACHMENTS and one.heading and _ACCOUNTS.search(one.heading) for one in above)


def _carveout(text: str, outline: Outline, words: Words, subject: str | None) -> Carveout:
    if words.term is not None:
        reaches = reach_of_term(outline, words.term)
    else:
        reaches = reach_of_words(text, outline, words.clause, words.span)
    return Carveout(words.clause, words.span, words.span.of(text), words.kind, subject, reaches)


def _carveins(text: str, outline: Outline, found: list[Carveout], subjects: Subjects) -> list[Carveout]:
    """Return the inclusions of the subjects that the carve-outs found so far take out.

    A subject is a company, or what the agreement itself calls excluded; whatever else is included somewhere is no less
    for being left out elsewhere.
    """
    taken = sorted((carveout.span for carveout in found), key=lambda span: span.start)
    starts = [span.start for span in taken]
    reached = [0, *accumulate((span.end for span in taken), max)]  # how far those reach that begin before a place
    made = []
    named = dict.fromkeys(carveout.subject for carveout in found if carveout.subject is not None)
    for subject in (one for one in named if subjects.is_company(one) or _EXCLUDED.match(one)):
        mentions = (use for use in subjects.mentions(subject) if reached[bisect_right(starts, use.start)] < use.end)
        for span in inclusions(text, outline, mentions, company=subjects.is_company(subject)):
            clause = outline.at(span.start)
            if clause is not None:
                reaches = reach_of_words(text, outline, clause, span)
                made.append(Carveout(clause, span, span.of(text), CarveoutKind.INCLUSION, subject, reaches))
    return made
