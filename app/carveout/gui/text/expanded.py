"""Setting an x-ray: terms with their meaning in brackets behind them, and what is left out struck into the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from carveout.agreement.xray import PieceKind
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.reading import Reading
    from carveout.agreement.xray import XrayPiece
    from carveout.gui.text.typography import Typography
    from carveout.gui.theme import Theme

_SPACES = re.compile(r"\s+")
_LONGEST = 40_000
"""Characters that are set of an x-ray."""
_CYCLE = " [↻ the same again]"
_LIMIT = " [not expanded from here on: this has grown too long]"
_GOES_ON = " [… the clause goes on in the text]"


def expanded(reading: Reading, pieces: Sequence[XrayPiece], typography: Typography, theme: Theme) -> QTextDocument:
    """Return a document that shows an x-ray; every bracket that opens in it closes, and it holds no rich text."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(typography.body)
    document.setDocumentMargin(typography.em)
    block = QTextBlockFormat()
    block.setLineHeight(typography.leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(0.5 * typography.em)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(block)
    formats = _formats(theme)
    room = _LONGEST
    for words, kind in _runs(reading, pieces):
        if words == "\n":
            cursor.insertBlock(block)
            continue
        shown = visible(words)
        cursor.insertText(shown[:room], formats[kind])
        room -= len(shown)
        if room <= 0:
            cursor.insertText(_GOES_ON, formats[PieceKind.LIMIT])
            break
    cursor.endEditBlock()
    return document


def _runs(reading: Reading, pieces: Sequence[XrayPiece]) -> Iterator[tuple[str, PieceKind]]:
    """Yield the words to set, each with the kind that they are set as; a line feed begins another paragraph."""
    depth, end, spaced = 0, None, True
    for piece in pieces:
        if piece.depth > depth:
            yield " " + "[" * (piece.depth - depth), PieceKind.CYCLE
        elif piece.depth < depth:
            yield "]" * (depth - piece.depth), PieceKind.CYCLE
            spaced = not piece.words[:1].isalnum()
        if end is not None and piece.depth == depth and piece.span.start != end and not spaced:
            yield " ", piece.kind
        depth, end = piece.depth, piece.span.end
        yield from _set(reading, piece)
        spaced = piece.words.endswith(" ")
    yield "]" * depth, PieceKind.CYCLE


def _set(reading: Reading, piece: XrayPiece) -> Iterator[tuple[str, PieceKind]]:
    match piece.kind:
        case PieceKind.EXCLUSION:
            yield "[not: ", PieceKind.LIMIT
            yield piece.words.strip(), PieceKind.EXCLUSION
            yield "]" + " " * piece.words.endswith(" "), PieceKind.LIMIT
        case PieceKind.CYCLE:
            yield piece.words, PieceKind.TERM
            yield _CYCLE, PieceKind.CYCLE
        case PieceKind.LIMIT:
            yield piece.words, PieceKind.TERM
            yield _LIMIT, PieceKind.LIMIT
        case PieceKind.OWN:
            for number, words in enumerate(_paragraphs(reading, piece)):
                if number:
                    yield "\n", PieceKind.OWN
                yield words, PieceKind.OWN
        case _:
            yield piece.words, piece.kind


def _paragraphs(reading: Reading, piece: XrayPiece) -> Iterator[str]:
    """Yield the words of a piece, cut where a paragraph of the text begins in it."""
    start = piece.span.start
    first = bisect_left(reading.paragraphs, start + 1, key=lambda one: one.span.start)
    for paragraph in reading.paragraphs[first:]:
        if paragraph.span.start >= piece.span.end:
            break
        yield _SPACES.sub(" ", reading.text[start : paragraph.span.start]).rstrip()
        start = paragraph.span.start
    yield _SPACES.sub(" ", reading.text[start : piece.span.end])


def _formats(theme: Theme) -> dict[PieceKind, QTextCharFormat]:
    formats = {kind: QTextCharFormat() for kind in PieceKind}
    for kind, colour in (
        (PieceKind.OWN, theme.text),
        (PieceKind.TERM, theme.text),
        (PieceKind.MEANING, theme.muted),
        (PieceKind.EXCLUSION, theme.carveout),
        (PieceKind.CYCLE, theme.accent),
        (PieceKind.LIMIT, theme.carveout),
    ):
        formats[kind].setForeground(QColor(colour))
    for kind in (PieceKind.TERM, PieceKind.CYCLE):
        formats[kind].setFontWeight(QFont.Weight.DemiBold)
    formats[PieceKind.EXCLUSION].setFontStrikeOut(True)
    formats[PieceKind.EXCLUSION].setBackground(QColor(theme.highlight))
    return formats
