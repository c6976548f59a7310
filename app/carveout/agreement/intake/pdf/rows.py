"""The rows of a page in reading order: pieces on one baseline side by side, columns of running text one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.columns import columns, unlaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.pdf.pieces import Piece

_LEVEL = 1.0
"""Characters of height within which words stand on one line, so that raised figures do."""
_TIGHT = 0.3
"""Characters between two pieces of one word."""
_MOST_SPACES = 200
_AGAIN = 40
"""Pieces of the same words among which one is looked for that stands at the same place."""


@dataclass(slots=True)
class Row:
    """What stands on one line of a page, from left to right, with the column of running text that it belongs to.

    `text` has four spaces or more where the gap is wide, as many as the gap has columns of `width` points. `left` and
    `right` are in points. `bold` counts the code points at the start that are set heavier than the rest.
    """

    page: int
    left: float
    right: float
    baseline: float
    text: str
    opening: float
    width: float
    bold: int
    hyphened: bool
    pieces: tuple[Piece, ...]
    column: int = 0


def rows(pieces: Sequence[Piece], page: int) -> list[Row]:
    """Return the rows of a page from top to bottom; text askew on its page comes last."""
    pieces = _once(pieces)
    upright = [piece for piece in pieces if not piece.askew]
    askew = [piece for piece in pieces if piece.askew]
    found: list[Row] = []
    number = 0
    for column in columns(upright):
        number += 1
        for laced, line in unlaced(_level(column)):
            number += laced
            for beside in line:
                row = _row(beside, page)
                row.column = number
                found.append(row)
            number += laced
    found += (_row([piece], page) for piece in askew)
    return found


def _once(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out pieces that are drawn again where they stand, as is done to make them heavier."""
    drawn: dict[str, list[Piece]] = {}
    found = []
    for piece in pieces:
        alike = drawn.get(piece.text)
        if alike is None:
            drawn[piece.text] = [piece]
        elif _covered(piece, alike[-_AGAIN:]):
            continue
        else:
            alike.append(piece)
        found.append(piece)
    return found


def _covered(piece: Piece, alike: Sequence[Piece]) -> bool:
    """Tell whether one of the pieces stands where this one does."""
    left, baseline, near = piece.left, piece.baseline, piece.width / 2
    return any(abs(one.baseline - baseline) < near and abs(one.left - left) < near for one in alike)


def _level(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces row by row from top to bottom, each row from left to right."""
    found: list[list[Piece]] = []
    main: Piece | None = None
    for piece in sorted(pieces, key=lambda one: -one.baseline):
        if (
            main is not None
            and main.baseline - piece.baseline <= _LEVEL * piece.width
            and not any(_overlap(piece, other) for other in found[-1])
        ):
            found[-1].append(piece)
            if len(piece.text) > len(main.text):
                main = piece
        else:
            found.append([piece])
            main = piece
    for row in found:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.left)
    return found


def _overlap(one: Piece, other: Piece) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > one.width


def _row(pieces: Sequence[Piece], page: int) -> Row:
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return Row(
            page,
            first.left,
            first.right,
            first.baseline,
            first.text,
            first.opening,
            first.width,
            first.bold,
            first.hyphened,
            tuple(pieces),
        )
    text, bold, opening = first.text, first.bold, first.opening
    for before, piece in pairwise(pieces):
        gap = piece.left - before.right
        if gap <= _TIGHT * piece.width and not (before.spaced[1] or piece.spaced[0]):
            space = 0
            if before is first and " " not in before.text:
                opening = piece.left - first.left + piece.opening
        elif gap < 2.2 * piece.width:
            space = 1
        else:
            space = min(_MOST_SPACES, max(4, round((piece.left - first.left) / piece.width) - len(text)))
        if bold == len(text) and piece.bold:
            bold += space + piece.bold
        text += " " * space + piece.text
    return Row(
        page,
        first.left,
        max(piece.right for piece in pieces),
        max(pieces, key=lambda piece: len(piece.text)).baseline,
        text,
        opening,
        first.width,
        bold,
        last.hyphened,
        tuple(pieces),
    )
