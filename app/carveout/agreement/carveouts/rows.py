"""Rows of a list in paragraphs of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause

_DEEP = 2
"""Points in the number of a section which is a row of a list."""


def is_row(clause: Clause) -> bool:
    """Tell whether a clause is a row of a list: an item, or a section deep down without a heading (`1.2.25.1`)."""
    return clause.kind is ClauseKind.ITEM or is_numbered_row(clause)


def is_numbered_row(clause: Clause) -> bool:
    """Tell whether a clause is a row that a decimal counts."""
    deep = clause.number is not None and clause.number.count(".") >= _DEEP
    return deep and clause.kind is ClauseKind.SECTION and clause.heading is None
