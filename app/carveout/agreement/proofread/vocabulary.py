"""What an agreement gives a meaning to, so that the words that it doesn't can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.clause import ClauseKind
from carveout.agreement.proofread.defined import lists_definitions
from carveout.agreement.proofread.stems import stems
from carveout.agreement.prose.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground

_QUOTED = re.compile(r"[“\"‘]([^“”\"\n]{2,100})[”\"’]")
_ELSEWHERE = re.compile(
    r"\b(?:capitali[sz]ed|defined) (?:terms?|words?)\b[^.;\n]{0,120}?\b(?:not|without|unless|otherwise)\b[^.;\n]{0,80}?"
    r"\bdefin[^.;\n]{0,160}?\b(?:meaning|defined)\b(?P<where>[^.;\n]{0,90})"
    r"|\bterms? used[^.;\n]{0,60}? not (?:otherwise )?defined\b[^.;\n]{0,120}?\bmeaning(?P<there>[^.;\n]{0,90})"
    r"|\bcapitali[sz]ed terms?[^.;\n]{0,60}? ha(?:ve|s) [^.;\n]{0,60}?\bmeanings?\b(?P<all>[^.;\n]{0,90})"
)
_HERE = re.compile(r"\b(?:article|section|clause|annex|exhibit|schedule|appendix|this agreement|herein|hereto)\b")
_LISTED = re.compile(
    r"(?:\(?\w{1,5}[.)] *)?(?P<term>[A-Z][\w’'&/-]*(?: [\w’'&/-]+){0,6}?)"
    r"(?:[.:] | ?$| [-–—] | \{| (?:of (?:any|an?) [A-Z]\w+ )?(?:means?|shall mean|is defined)\b)"
)
_BEFORE_MEANS = re.compile(r"(?P<term>[A-Z][\w-]*(?: (?:of |and |or )?[A-Z][\w-]*){0,5}) (?:shall )?$")
_COVER = "cover page"
"""A paper that standard terms lean on: what they leave open is filled in there."""
_OFTEN = 3
"""Times that standard terms name their cover page."""
_OPENING = 120
"""Code points in which a term is named."""


class Vocabulary(NamedTuple):
    """What an agreement defines or quotes, how that begins and ends, and what the filing around it defines."""

    terms: frozenset[tuple[str, ...]]
    beginnings: frozenset[tuple[str, ...]]
    endings: frozenset[tuple[str, ...]]
    around: dict[tuple[str, ...], str]


def takes_terms_from_another(ground: Ground, instrument: Instrument) -> bool:
    """Tell whether an agreement says that terms which it doesn't define have their meaning in another paper."""
    if sum(ground.lower.count(_COVER, span.start, span.end) for span in instrument.spans) >= _OFTEN:
        return True
    return any(
        _HERE.search(match["where"] or match["there"] or match["all"] or "") is None
        for span in instrument.spans
        for match in _ELSEWHERE.finditer(ground.lower, span.start, span.end)
    )


def vocabulary(ground: Ground, instrument: Instrument) -> Vocabulary:
    """Return the vocabulary of an agreement. Terms of another agreement in the document count as known."""
    reading = ground.reading
    known: set[tuple[str, ...]] = set()
    around: dict[tuple[str, ...], str] = {}
    for term in reading.terms:
        other = ground.instrument_of(term.clause)
        if other is instrument or other.operative:
            known.add(stems(term.term))
        elif len(stems(term.term)) > 1:
            around.setdefault(stems(term.term), reading.outline[term.clause].citation)
    for span in instrument.spans:
        known.update(stems(match[1]) for match in _QUOTED.finditer(ground.text, span.start, span.end))
    known.update(_listed(ground, instrument))
    known.update(_meant(ground, instrument))
    titled = stems(reading.title or "")
    return Vocabulary(
        frozenset(known),
        frozenset(key[:end] for key in known for end in range(2, len(key))),
        frozenset(key[at:] for key in known for at in range(1, len(key) - 1)),
        {key: where for key, where in around.items() if key not in known and not set(key) <= set(titled)},
    )


def _listed(ground: Ground, instrument: Instrument) -> Iterator[tuple[str, ...]]:
    """Yield what opens the paragraphs of definitions and cover pages: terms set without quotation marks, and labels."""
    outline = ground.reading.outline
    for paragraph in ground.reading.paragraphs:
        clause = outline.at(paragraph.span.start)
        if clause is None or ground.instrument_of(clause) is not instrument:
            continue
        end = min(paragraph.span.end, paragraph.span.start + _OPENING)
        match = _LISTED.match(ground.text, paragraph.span.start, end)
        if match is None or ground.in_heading(paragraph.span.start):
            continue
        if match.end() == paragraph.span.end or _lists_terms(ground, clause):
            yield stems(match["term"])


def _meant(ground: Ground, instrument: Instrument) -> Iterator[tuple[str, ...]]:
    """Yield what a sentence says the meaning of without quotation marks ("Confidential Information means …")."""
    for span in instrument.spans:
        for at in places(ground.lower, " mean", span):
            match = _BEFORE_MEANS.search(ground.text, max(span.start, at - _OPENING), at + 1)
            if match is not None:
                yield stems(match["term"])


def _lists_terms(ground: Ground, clause: int) -> bool:
    outline = ground.reading.outline
    if outline[clause].kind in {ClauseKind.COVER, ClauseKind.TERM}:
        return True
    return any(lists_definitions(outline[one]) for one in (clause, *outline.ancestors(clause)))
