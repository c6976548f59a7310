"""The clause that counsel would cite for words: their section, or their article or exhibit where it has no sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

_SEATS = (frozenset({ClauseKind.SECTION}), frozenset({ClauseKind.ARTICLE}), ATTACHMENTS)


def seat_of(outline: Outline, clause: int) -> int:
    """Return the section that holds a clause, or else its article, or else its attachment, or else the clause."""
    above = (clause, *outline.ancestors(clause))
    for kinds in _SEATS:
        for one in above:
            if outline[one].kind in kinds:
                return one
    return clause
