"""Comments and tracked changes of the source, set down on the canonical text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.reading import Aside
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.layout.canonical import Canonical
    from carveout.agreement.manuscript import Manuscript


def asides(manuscript: Manuscript, canonical: Canonical) -> tuple[Aside, ...]:
    """Return what stands beside the words, in the order of the source, each on the canonical text.

    What stands beside a line that has no place in the text is kept at the end of the line before it.
    """
    if not manuscript.besides:
        return ()
    starts = _line_starts(canonical)
    found = []
    reached = 0
    position = -1
    for beside in sorted(manuscript.besides, key=lambda one: (one.line, one.start)):
        while position < beside.line:
            position += 1
            reached = starts.get(id(manuscript.lines[position]), (reached, reached))[1]
        line = manuscript.lines[beside.line]
        if id(line) in starts:
            start, end = starts[id(line)]
            margin = min(line.indent, len(line.text) - (end - start))
            span = Span(*(min(end, start + max(0, column - margin)) for column in (beside.start, beside.end)))
        else:
            span = Span(reached, reached)
        found.append(Aside(beside.kind, span, beside.text, beside.author, beside.at))
    return tuple(found)


def _line_starts(canonical: Canonical) -> dict[int, tuple[int, int]]:
    """Return where the words of each line begin and end in the canonical text, by the line's identity."""
    found: dict[int, tuple[int, int]] = {}
    for passage in canonical.passages:
        at = passage.span.start
        for glue, piece in zip(passage.block.glue, passage.block.pieces, strict=True):
            at += len(glue)
            end = at + len(passage.block.words(piece))
            found[id(piece.line)] = (found.get(id(piece.line), (at, at))[0], end)
            at = end
    return found
