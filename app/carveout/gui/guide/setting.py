"""How a page of the guide is set: faces, sizes and colours laid over what Qt made of its Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

    from carveout.gui.theme import Theme

SIZE = 14
_SIZES = {1: 27, 2: 18, 3: 15}
_ABOVE = {1: 4, 2: 26, 3: 16}
_SERIF = "Source Serif 4"
_LEADING = 145.0
_BELOW = 9
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FENCE = QTextFormat.Property.BlockCodeFence
_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth


def set_page(document: QTextDocument, theme: Theme) -> None:
    """Set a page that was just laid out from its Markdown, which is laid out once again at the end."""
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for block in blocks(document):
        _set_block(block, theme)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, theme)
    whole.endEditBlock()


def set_margin(document: QTextDocument, aside: float) -> None:
    """Leave so many pixels on each side of a page."""
    shape = document.rootFrame().frameFormat()
    if shape.leftMargin() != aside:
        shape.setLeftMargin(aside)
        shape.setRightMargin(aside)
        shape.setTopMargin(22)
        shape.setBottomMargin(40)
        document.rootFrame().setFrameFormat(shape)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a page."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def pieces(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the parts of a paragraph that look alike."""
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _set_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    level = shape.headingLevel()
    code = shape.hasProperty(_FENCE) or shape.nonBreakableLines()
    if code:
        _set_code(cursor, block, theme)
        return
    if level:
        shape.setTopMargin(_ABOVE.get(level, 12))
        shape.setBottomMargin(10 if level == 1 else 6)
    elif any(piece.charFormat().isImageFormat() for piece in pieces(block)):
        shape.setTopMargin(8)
        shape.setBottomMargin(18)
    else:
        shape.setLineHeight(_LEADING, _PROPORTIONAL)
        within = cursor.currentTable() is not None
        shape.setTopMargin(0)
        shape.setBottomMargin(0 if within else 4 if shape.objectIndex() >= 0 else _BELOW)
    shape.clearProperty(_RULE)
    cursor.setBlockFormat(shape)
    cursor.setBlockCharFormat(_sized(_SIZES.get(level, SIZE)))
    for piece in tuple(pieces(block)):
        _set_piece(cursor, piece, level, theme)


def _set_code(cursor: QTextCursor, block: QTextBlock, theme: Theme) -> None:
    shape = block.blockFormat()
    shape.setBackground(QColor(theme.window))
    shape.setNonBreakableLines(False)
    shape.setTopMargin(0 if _is_code(block.previous()) else 4)
    shape.setBottomMargin(0 if _is_code(block.next()) else 14)
    shape.setLeftMargin(2)
    cursor.setBlockFormat(shape)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    look = _sized(SIZE - 2)
    look.setFontFamilies(_fixed())
    look.setForeground(QColor(theme.text))
    cursor.mergeCharFormat(look)


def _set_piece(cursor: QTextCursor, piece: QTextFragment, level: int, theme: Theme) -> None:
    look = piece.charFormat()
    if look.isImageFormat():
        return
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
    if look.fontFixedPitch():
        look.setFontFamilies(_fixed())
        look.setProperty(QTextFormat.Property.FontPixelSize, SIZE - 1)
        look.setForeground(QColor(theme.text))
    else:
        look.setProperty(QTextFormat.Property.FontPixelSize, _SIZES.get(level, SIZE))
        look.setForeground(QColor(theme.text))
    look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    if level or look.fontWeight() > QFont.Weight.DemiBold:
        look.setFontWeight(QFont.Weight.DemiBold)  # the boldest face that is shipped
    if level == 1:
        look.setFontFamilies([_SERIF])
    if look.isAnchor():
        look.setForeground(QColor(theme.accent))
        look.setFontUnderline(False)
    cursor.setCharFormat(look)


def _set_table(table: QTextTable, theme: Theme) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor(theme.border))
    shape.setBorderCollapse(True)
    shape.setCellPadding(6)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(14)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setFormat(shape)


def _sized(pixels: int) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setProperty(QTextFormat.Property.FontPixelSize, pixels)
    return look


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(_FENCE)


def _fixed() -> list[str]:
    return [QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()]
