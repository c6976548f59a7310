"""Raised letters and figures that are drawn by themselves, put back into the line that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.drawn import RAISED, WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.pdf.page_text import PageText
    from carveout.agreement.intake.pdf.pieces import Piece

_LONGEST = 4
"""Characters that are raised by themselves at most."""
_MOST = 400
"""Such pieces of a page that are put back."""


def with_raised(pieces: Sequence[Piece], page: PageText) -> list[Piece]:
    """Return the pieces of a page with those that stand raised inside another one put into its words."""
    short = [piece for piece in pieces if len(piece.text) <= _LONGEST and not piece.askew][:_MOST]
    put_back = set()
    for piece in short:
        left, right, baseline, width = piece.left, piece.right, piece.baseline, piece.width
        for line in pieces:
            if 0 < baseline - line.baseline < width and line.left < left and right < line.right and not line.askew:
                _put_into(line, piece, page)
                put_back.add(id(piece))
                break
    return [piece for piece in pieces if id(piece) not in put_back] if put_back else list(pieces)


def _put_into(line: Piece, raised: Piece, page: PageText) -> None:
    before = sum(page.place(word.start())[0] < raised.left for word in WORD.finditer(page.text, line.start, line.end))
    words = line.text.split(" ")
    kept = " ".join(words[:before])
    glued = raised.text in RAISED and kept[-1:].isdigit()
    line.text = " ".join([kept + ("" if glued else " ") + raised.text, *words[before:]])
    if line.bold > len(kept):
        line.bold += len(raised.text) + (not glued)
