"""Preformatted text in a page: EDGAR text that somebody put between two tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.html.draft import Draft, Flow, Turn
from carveout.agreement.layout.paragraphs import blocks
from carveout.agreement.manuscript import Line
from carveout.agreement.progress import Course, silent
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOSTLY = 5
"""Characters of preformatted text for each that isn't, in a page that only wraps a text."""


def as_text(flow: Flow) -> str | None:
    """Return the lines of a page that holds hardly anything but preformatted text, None for any other."""
    laid_out = sum(len(line) for one in flow if isinstance(one, Draft) and one.laid_out for line in one.lines)
    others = sum(len(line) for one in flow if isinstance(one, Draft) and not one.laid_out for line in one.lines)
    if not laid_out or others * _MOSTLY > laid_out:
        return None
    return "\n".join("\n".join(_shown(one)) for one in flow if isinstance(one, Draft))


def _shown(draft: Draft) -> Sequence[str]:
    return draft.lines if draft.laid_out else ["", " " * draft.indent + draft.lines[0], *draft.lines[1:], ""]


def inferred(flow: Flow) -> Iterator[Draft | Turn]:
    """Yield the paragraphs that the layout of preformatted text shows, in place of it."""
    for one in flow:
        if isinstance(one, Draft) and one.laid_out:
            yield from _paragraphs(one.lines)
        else:
            yield one


def _paragraphs(lines: Sequence[str]) -> Iterator[Draft]:
    spaced = [
        Line(" ".join(line.replace("\xa0", " ").expandtabs(8).rstrip().split("\r")), None, None) for line in lines
    ]
    for block in blocks(spaced, Course(silent, 1)):
        words = [piece.text for piece in block.pieces]
        style = ParagraphStyle.FIXED if block.row is not None else block.style
        yield Draft(words, style, block.indent, block.hang)
