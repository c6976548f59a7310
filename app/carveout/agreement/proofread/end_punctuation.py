"""A clause that ends without a full stop, or with a semicolon that nothing follows."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.reading import ParagraphStyle
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.reading import Paragraph

RULE = Rule(
    "end-punctuation",
    "End of a clause",
    "A section ends without a full stop where the others end with one: words may be lost, or a list may be meant to go"
    " on.",
    "Drafting practice: a sentence ends with a full stop, a row of a list with a semicolon.",
    FindingSeverity.WARNING,
)
_WRAPPED = "”\"’')] "
_STOPS = ".?!"
_FEWEST = 5
"""Sections that make a habit."""
_MOST = 0.04
"""Share of an agreement's sections that may break a habit and still be slips."""
_ADDRESS = re.compile(r"@|\b(?:Attention|Attn|Facsimile|Fax|Telephone|Telecopy|Copy to)\b")
_BACK = 400
"""Code points at the end of a clause in which its last sign stands."""
_SHORTEST = 60
"""Code points below which a clause may be no sentence."""


def end_punctuation(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each section that ends in no full stop, where an agreement's sections do but for a few.

    Tables, addresses, signatures and remarks of the page may end as they like.
    """
    for instrument in ground.instruments:
        if instrument.operative:
            sentences, slips = _sections(ground, instrument)
            if sentences >= _FEWEST and len(slips) <= max(2, _MOST * sentences):
                for last, clause in slips.items():
                    yield _finding(ground, clause, last)


def _sections(ground: Ground, instrument: Instrument) -> tuple[int, dict[int, Clause]]:
    """Return how many sections end with a full stop, and those that don't by where their last sign stands."""
    outline = ground.reading.outline
    sentences = 0
    slips: dict[int, Clause] = {}
    own = set(instrument.clauses)
    for parent in (None, *instrument.clauses):
        below = [outline[one] for one in outline.children(parent) if one in own]
        ends = {_last(ground, one): one for one in below if one.kind is ClauseKind.SECTION and one.number is not None}
        stopped = sum(ground.text[last] in _STOPS for last in ends)
        sentences += stopped
        if stopped >= len(ends) - stopped:
            slips |= {last: one for last, one in ends.items() if _slips(ground, one, last)}
    return sentences, slips


def _last(ground: Ground, clause: Clause) -> int:
    """Return where the last sign of a clause stands, but for closing quotation marks and brackets."""
    start = max(clause.start, clause.end - _BACK)
    words = ground.text[start : clause.end].rstrip().rstrip(_WRAPPED)
    return start + max(len(words), 1) - 1


def _slips(ground: Ground, clause: Clause, last: int) -> bool:
    """Tell whether a clause ends in the middle of a sentence, as far as its last paragraph is one and no heading."""
    if last < clause.body_start:
        return False
    text = ground.text
    start = max(text.rfind("\n", clause.start, last) + 1, clause.start)
    if text[last] in _STOPS or not (text[last].isalpha() or text[last] in ";,") or last - start < _SHORTEST:
        return False
    words = text[start : last + 1]
    if words[0] in "[_*" or _ADDRESS.search(words) or _style(ground, last) is not ParagraphStyle.BODY:
        return False
    goes_on = words.endswith((" and", " or"))
    return not goes_on or bool(ground.reading.outline.children(clause.id))


def _style(ground: Ground, at: int) -> ParagraphStyle:
    paragraphs = ground.reading.paragraphs
    return paragraphs[max(bisect_right(paragraphs, at, key=_starting) - 1, 0)].style


def _starting(paragraph: Paragraph) -> int:
    return paragraph.span.start


def _finding(ground: Ground, clause: Clause, last: int) -> Finding:
    text = ground.text
    start = last
    for _ in range(3):
        start = max(text.rfind(" ", clause.body_start, start), clause.body_start)
    span = Span(start + (text[start] == " "), last + 1)
    joined = span.of(text).rpartition(" ")[2]
    sign = {";": "a semicolon", ",": "a comma", "d": "“and”", "r": "“or”"}.get(
        text[last] if text[last] in ";," else text[last] * (joined in {"and", "or"})
    )
    told = f"{clause.citation} ends with {sign}" if sign else f"{clause.citation} ends without a full stop"
    return Finding(RULE.name, clause.id, span, RULE.severity, f"{told}; the sections around it end with a full stop.")
