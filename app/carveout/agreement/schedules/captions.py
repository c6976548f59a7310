"""Attachments by the captions that they bear, whether or not the outline knows them as clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

_OPENING = re.compile(
    r"^[ \t]{0,80}(?P<word>exhibit|schedule|annex|appendix|attachment) [“\"]?(?P<number>[\w.()-]{1,12}?)[”\"]?"
    r"(?=[\s:–—]|[.-](?:\s|$)|$)(?! (?:sets?|lists?|contains?|of|and|or|is|are|shall|hereto|attached|also)\b)",
    re.MULTILINE,
)
_IN_CAPITALS = re.compile(
    r"(?P<word>EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT) [“\"]?(?P<number>[A-Z0-9][\w.()-]{0,11}?)[”\"]?"
    r"(?=[\s:–—]|[.-](?:\s|$)|$)"
)


def captions(text: str, lower: str, outline: Outline) -> frozenset[str]:
    """Return the names in lower case that open a paragraph, or stand in capitals in flattened text.

    A table of contents on the cover only lists what is attached.
    """
    found = (*_OPENING.finditer(lower), *_IN_CAPITALS.finditer(text))
    return frozenset(
        f"{one['word']} {one['number']}".lower() for one in found if not _listed(outline, one.start("word"))
    )


def _listed(outline: Outline, at: int) -> bool:
    clause = outline.at(at)
    return clause is not None and outline[clause].kind is ClauseKind.COVER
