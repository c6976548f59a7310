"""A paragraph in the making: what a web page sets as one, before its place on the pages is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from carveout.agreement.reading import ParagraphStyle


@dataclass(slots=True, eq=False)
class Draft:
    """The lines of a paragraph, each without its indent; `indent` is that of the first, `hang` that of the others.

    `laid_out` says that the lines are preformatted, and only their layout shows where paragraphs begin.
    """

    lines: list[str]
    style: ParagraphStyle
    indent: int
    hang: int
    lead: int = 0
    level: int | None = None
    laid_out: bool = False

    @property
    def words(self) -> str:
        """All lines on one."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page may end: `sure` where the page says so, not where it only draws a rule."""

    sure: bool


Flow: TypeAlias = "list[Draft | Turn]"
