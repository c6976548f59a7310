"""A definition: a term and the words that define it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.prose.sentences import sentence_end

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition: the term, where its words stand without quotation marks, and the words that define it.

    `pointer` tells that it only says where the term is defined, `company` that it shortens the name of a company.
    `scope` is where the term holds, None for its whole instrument.
    """

    term: str
    words: Span
    span: Span
    pointer: bool = False
    company: bool = False
    scope: Span | None = None


_LOCAL = re.compile(
    r"\bfor (?:the )?(?:limited )?purposes? of this (?P<kind>section|article|clause|paragraph|subsection|exhibit"
    r"|schedule|annex|appendix)\b[^;\n]{0,60}$",
    re.IGNORECASE,
)
_BODIES = {
    "article": frozenset({ClauseKind.ARTICLE}),
    "section": frozenset({ClauseKind.SECTION, ClauseKind.ARTICLE}),
    "clause": frozenset({ClauseKind.SECTION, ClauseKind.ARTICLE}),
    "subsection": frozenset({ClauseKind.SECTION, ClauseKind.ITEM}),
    "paragraph": frozenset({ClauseKind.SECTION, ClauseKind.ITEM}),
}
_LONGEST = 10_000
"""Code points beyond which no definition is read."""


def scope_of(text: str, outline: Outline, at: int) -> Span | None:
    """Return where a term defined at `at` holds by the words before it ("for the purposes of this Section 3.17")."""
    local = _LOCAL.search(text, max(0, at - 140, sentence_start(text, at)), at)
    clause = outline.at(at)
    if local is None or clause is None:
        return None
    kinds = _BODIES.get(local["kind"].lower(), ATTACHMENTS)
    for body in (clause, *outline.ancestors(clause)):
        if outline[body].kind in kinds:
            return outline[body].span
    return outline[clause].span


def statement_end(text: str, outline: Outline, at: int) -> int:
    """Return where the sentence that defines a term ends, no later than its paragraph and its clause."""
    clause = outline.at(at)
    limit = min(at + _LONGEST, len(text) if clause is None else max(outline[clause].end, at))
    line_end = text.find("\n", at, limit)
    return sentence_end(text, at, limit if line_end < 0 else line_end)
