"""Setting the agreement: a document for the screen, made piece by piece from the canonical text."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from carveout.gui.text.offsets import OffsetMap
from carveout.gui.text.pieces import Piece, pieces
from carveout.gui.text.setting import Role, Setting, Settings
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.text.typography import Typography

_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_ABOVE = {Role.TITLE: 2.2, Role.SUBTITLE: 1.4, Role.HEADING: 1.1}
_BELOW = {Role.TITLE: 0.7, Role.SUBTITLE: 0.6, Role.HEADING: 0.45}
_BETWEEN = 0.75
_ROOM = 18.0
"""Ems below the last words, so that they can be brought to the upper third."""


class Page:
    """The document on screen, and the map between it and the canonical text. Block and piece share a number."""

    def __init__(
        self, reading: Reading, typography: Typography, left: float, right: float, within: Span | None = None
    ) -> None:
        """Set a reading, or its paragraphs that meet `within`, with margins of `left` and `right` pixels."""
        self.pieces = tuple(pieces(reading, within))
        self.offsets = OffsetMap(self.pieces)
        self._settings = _settings_of(reading, self.pieces, typography)
        below = _ROOM if within is None else _BETWEEN
        self.document = _blank(typography, left, right, below * typography.em)
        self._fill(reading, typography)

    def copied(self, reading: Reading, typography: Typography, left: float, right: float) -> Page:
        """Return the same page on a document of its own.

        Qt's own copy of a document lays out all of it first, which takes longer than to set it again.
        """
        made = copy(self)
        made.document = _blank(typography, left, right, _ROOM * typography.em)
        made._fill(reading, typography)  # noqa: SLF001 (one of its own kind)
        return made

    def enlarged(self, reading: Reading, typography: Typography, left: float, right: float) -> Page:
        """Return the same words of the reading in another size."""
        made = copy(self)
        made._settings = _settings_of(reading, made.pieces, typography)  # noqa: SLF001 (one of its own kind)
        return made.copied(reading, typography, left, right)

    def set_again(self, reading: Reading, typography: Typography) -> None:
        """Set anew what stands otherwise in another outline of the same text; every character keeps its position.

        A document that is changed before all of it was laid out leaves the rest without lines for good, so it is first.
        """
        self.document.documentLayout().documentSize()
        before, self._settings = self._settings, _settings_of(reading, self.pieces, typography)
        formats = _Formats(typography)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for number, (was, setting) in enumerate(zip(before, self._settings, strict=True)):
            if was != setting:
                cursor.setPosition(self.document.findBlockByNumber(number).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                cursor.setBlockFormat(self._block(number, reading, formats))
                cursor.setBlockCharFormat(formats.plain(setting.role))
                self._insert(cursor, number, reading, formats)
        cursor.endEditBlock()

    def _fill(self, reading: Reading, typography: Typography) -> None:
        formats = _Formats(typography)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for number, setting in enumerate(self._settings):
            block = self._block(number, reading, formats)
            if number:
                cursor.insertBlock(block, formats.plain(setting.role))
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(formats.plain(setting.role))
            self._insert(cursor, number, reading, formats)
        cursor.endEditBlock()

    def _block(self, number: int, reading: Reading, formats: _Formats) -> QTextBlockFormat:
        piece, setting = self.pieces[number], self._settings[number]
        paragraph = reading.paragraphs[piece.paragraph].span
        first = piece.start == paragraph.start and not setting.continues
        return formats.block(setting, first=first, last=piece.end == paragraph.end)

    def _insert(self, cursor: QTextCursor, number: int, reading: Reading, formats: _Formats) -> None:
        piece, setting = self.pieces[number], self._settings[number]
        for words, bold in _runs(reading.text, piece, setting):
            cursor.insertText(words, formats.bold(setting.role) if bold else formats.plain(setting.role))


def _settings_of(reading: Reading, pieces: Sequence[Piece], typography: Typography) -> list[Setting]:
    """Return the setting of each piece: that of its paragraph."""
    settings = Settings(reading, typography)
    found = {number: settings.of(reading.paragraphs[number]) for number in {piece.paragraph for piece in pieces}}
    return [found[piece.paragraph] for piece in pieces]


class _Formats:
    """The formats of a type, each made once."""

    def __init__(self, typography: Typography) -> None:
        self._type = typography
        self._blocks: dict[tuple[Role, float, float, bool, bool], QTextBlockFormat] = {}
        self._plain = {role: QTextCharFormat() for role in Role}
        self._plain[Role.FIXED].setFont(typography.fixed)
        self._bold = {role: QTextCharFormat() for role in Role}
        for role, char in self._bold.items():
            char.setFont(
                {Role.TITLE: typography.title, Role.SUBTITLE: typography.subtitle}.get(role, typography.semibold)
            )

    def plain(self, role: Role) -> QTextCharFormat:
        return self._plain[role]

    def bold(self, role: Role) -> QTextCharFormat:
        return self._bold[role]

    def block(self, setting: Setting, *, first: bool, last: bool) -> QTextBlockFormat:
        key = (setting.role, setting.left, setting.hang if first else 0.0, first, last)
        if key not in self._blocks:
            self._blocks[key] = self._made(*key)
        return self._blocks[key]

    def _made(self, role: Role, left: float, hang: float, first: bool, last: bool) -> QTextBlockFormat:  # noqa: FBT001
        em = self._type.em
        block = QTextBlockFormat()
        block.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        block.setLineHeight(100 if role is Role.FIXED else self._type.leading, _PROPORTIONAL)
        block.setTopMargin(_ABOVE.get(role, 0.0) * em if first else 0.0)
        block.setBottomMargin(_BELOW.get(role, _BETWEEN) * em if last else 0.0)
        block.setLeftMargin(left)
        if role is Role.CENTERED:
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if hang:
            block.setTextIndent(-hang)
            block.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        return block


def _blank(typography: Typography, left: float, right: float, below: float) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(typography.body)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(left)
    frame.setRightMargin(right)
    frame.setTopMargin(min(1.5 * typography.em, below))
    frame.setBottomMargin(below)
    document.rootFrame().setFrameFormat(frame)
    return document


def _runs(text: str, piece: Piece, setting: Setting) -> Iterator[tuple[str, bool]]:
    """Yield what the piece shows in runs of words that are set alike, and whether they are set as a caption."""
    shown = _tabbed(piece, setting)
    at = 0
    for caption in setting.captions:
        start = max(at, _index(text, piece, caption.start))
        end = max(start, _index(text, piece, caption.end))
        yield from ((words, bold) for words, bold in ((shown[at:start], False), (shown[start:end], True)) if words)
        at = end
    if shown[at:]:
        yield shown[at:], False


def _index(text: str, piece: Piece, offset: int) -> int:
    """Return where in the characters that a piece shows an offset of the text stands."""
    offset = min(max(offset, piece.start), piece.end)
    return len(visible(text[piece.start : offset])) if piece.units else offset - piece.start


def _tabbed(piece: Piece, setting: Setting) -> str:
    """Return what the piece shows, with a tab in place of the space between a hanging label and its words."""
    label = setting.label_end - piece.start
    words = piece.shown[label:].lstrip(" ")
    gap = len(piece.shown) - len(words)
    plain = piece.units is None or piece.units[:gap] == tuple(range(gap))
    if not setting.hang or not 0 < label < gap or not plain:
        return piece.shown
    return f"{piece.shown[: gap - 1]}\t{words}"
