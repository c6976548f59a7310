"""A paragraph in the making: what a web page sets as one, before its place on the pages is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from carveout.agreement.intake.leads import is_label
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True, eq=False)
class Draft:
    """The lines of a paragraph, each without its indent; `indent` is that of the first, `hang` that of the others.

    `laid_out` says that the lines are preformatted, and only their layout shows where paragraphs begin; `beside` that
    what follows is set to the right of it.
    """

    lines: list[str]
    style: ParagraphStyle
    indent: int
    hang: int
    lead: int = 0
    level: int | None = None
    laid_out: bool = False
    beside: bool = False

    @property
    def words(self) -> str:
        """All lines on one."""
        return " ".join(self.lines)


def run_in(labels: Sequence[Draft], text: Draft, indent: int, hang: int) -> Draft:
    """Return a paragraph with the labels that stand beside it run in."""
    label = " ".join(one.lines[0] for one in labels)
    lead = len(label) + 1 + text.lead if text.lead else 0
    if not lead and labels[-1].lead == len(labels[-1].lines[0]) and not is_label(label):
        lead = len(label)
    style = ParagraphStyle.BODY if text.style is ParagraphStyle.CENTERED else text.style
    return Draft([f"{label} {text.lines[0]}", *text.lines[1:]], style, indent, hang, lead, text.level)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page may end: `sure` where the page says so, not where it only draws a rule."""

    sure: bool


Flow: TypeAlias = "list[Draft | Turn]"
