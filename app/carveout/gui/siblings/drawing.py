"""Drawing the picture of a subject: a tile for each clause, told apart by shape as well as colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from carveout.agreement.citation import short
from carveout.agreement.content import CarveoutKind, GapStrength
from carveout.gui.glyphs import Glyph, glyph_of_carveout, paint_glyph
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from carveout.agreement.reading import Reading
    from carveout.agreement.siblings.picture import Picture, Tile
    from carveout.gui.theme import Theme

_TILE_WIDTH, _TILE_HEIGHT, _GAP = 92.0, 44.0, 7.0
_HEAD, _BELOW = 28.0, 8.0
_SIDE = 16.0
_RADIUS = 5.0
_GLYPH = 14.0
_LEGEND_LINE = 22.0
_GLYPH_OF_GAP = {GapStrength.STRONG: Glyph.HIGH, GapStrength.MEDIUM: Glyph.MEDIUM, GapStrength.LOW: Glyph.LOW}
_LEGEND = (
    (Glyph.EXCEPTION, "carved out by its own words"),
    (Glyph.INCLUSION, "carved back in"),
    (None, "narrowed by a definition"),
    (Glyph.HIGH, "stays bare: strong gap"),
    (Glyph.MEDIUM, "medium"),
    (Glyph.LOW, "low"),
)
_NO_ROLE = "Other clauses"


@dataclass(frozen=True, slots=True)
class Laid:
    """A tile with its box, in pixels of the picture."""

    tile: Tile
    box: QRectF


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the tiles of a role, at the left of its base line."""

    words: str
    at: QPointF


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture laid out in a width, the legend above it: its heads, its tiles in reading order, its height."""

    heads: tuple[Head, ...]
    tiles: tuple[Laid, ...]
    height: float

    def at(self, point: QPointF) -> int | None:
        """Return the position of the tile at a point, None where there is none."""
        return next((at for at, laid in enumerate(self.tiles) if laid.box.contains(point)), None)


def laid_out(picture: Picture, font: QFont, width: float) -> Layout:
    """Lay a picture out in a width of pixels, the legend in this font."""
    across = max(1, int((width - 2 * _SIDE + _GAP) // (_TILE_WIDTH + _GAP)))
    heads, tiles = [], []
    y = 8.0 + _LEGEND_LINE * _legend_lines(font, width)
    for group in picture.groups:
        name = f"{group.role.value.capitalize()}s" if group.role else _NO_ROLE
        words = f"{_plural(name)}, {group.concerned} of {group.of} concerned" if group.role else name
        heads.append(Head(words, QPointF(_SIDE, y + _HEAD - 10)))
        y += _HEAD
        for at, tile in enumerate(group.tiles):
            row, column = divmod(at, across)
            corner = QPointF(_SIDE + column * (_TILE_WIDTH + _GAP), y + row * (_TILE_HEIGHT + _GAP))
            tiles.append(Laid(tile, QRectF(corner.x(), corner.y(), _TILE_WIDTH, _TILE_HEIGHT)))
        y += (1 + (len(group.tiles) - 1) // across) * (_TILE_HEIGHT + _GAP) + _BELOW
    return Layout(tuple(heads), tuple(tiles), y)


def draw(
    painter: QPainter, layout: Layout, reading: Reading, font: QFont, theme: Theme, width: float, chosen: int | None
) -> None:
    """Draw the picture, the chosen tile framed."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(QColor(theme.text))
    for head in layout.heads:
        painter.drawText(head.at, head.words)
    for at, laid in enumerate(layout.tiles):
        _draw_tile(painter, laid, reading, font, theme, chosen=at == chosen)
    _draw_legend(painter, font, theme, width)


def told(reading: Reading, tile: Tile) -> str:
    """Return what a tile says, in words."""
    named = reading.outline[tile.clause]
    parts = [f"{short(named)}{f' {named.heading}' if named.heading else ''}"]
    parts += [
        "carved back in" if one.kind is CarveoutKind.INCLUSION else "carved out by its own words" for one in tile.own
    ]
    if tile.uses:
        parts.append(f"narrowed by a definition, {tile.uses} {'use' if tile.uses == 1 else 'uses'}")
    parts += [f"{gap.strength.value} gap: {gap.message}" for gap in tile.gaps]
    if len(parts) == 1:
        parts.append("not concerned")
    return " · ".join(parts)


def _plural(name: str) -> str:
    return {"Indemnitys": "Indemnities", "Notices": "Notice duties", "Terminations": "Termination rights"}.get(
        name, name
    )


def _draw_tile(painter: QPainter, laid: Laid, reading: Reading, font: QFont, theme: Theme, *, chosen: bool) -> None:
    tile, box = laid.tile, laid.box
    gap = tile.gaps[0] if tile.gaps else None
    excluded = any(one.kind is not CarveoutKind.INCLUSION for one in tile.own)
    ground = theme.carveout_soft if excluded else theme.bad_soft if gap else theme.page
    edge = theme.accent if chosen else theme.carveout if excluded else theme.bad if gap else theme.border
    painter.setBrush(QColor(ground))
    painter.setPen(
        QPen(QColor(edge), 2 if chosen else 1, Qt.PenStyle.DashLine if gap and not chosen else Qt.PenStyle.SolidLine)
    )
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if tile.uses:
        _draw_narrowing(painter, box, theme)
    name = visible(short(reading.outline[tile.clause]))
    metrics = QFontMetricsF(font)
    concerned = tile.own or gap or tile.uses
    painter.setFont(font)
    painter.setPen(QColor(theme.text if concerned else theme.faint))
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() - 16)
    painter.drawText(box.topLeft() + QPointF(8, 6 + metrics.ascent()), shown)
    x = box.left() + 8
    for glyph in _glyphs(tile):
        paint_glyph(painter, glyph, QRectF(x, box.bottom() - _GLYPH - 7, _GLYPH, _GLYPH), theme)
        x += _GLYPH + 4


def _draw_narrowing(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw three bars at the tile's right, the sign of a definition that narrows it."""
    painter.setPen(QPen(QColor(theme.carveout), 2))
    for at in range(3):
        y = box.bottom() - 9 - 4 * at
        painter.drawLine(QPointF(box.right() - 22 + 4 * at, y), QPointF(box.right() - 8, y))


def _glyphs(tile: Tile) -> Iterator[Glyph]:
    yield from (glyph_of_carveout(one.kind) for one in tile.own[:2])
    yield from (_GLYPH_OF_GAP[gap.strength] for gap in tile.gaps[:1])


def _legend_places(font: QFont, width: float) -> Iterator[QPointF]:
    """Yield where each sign of the legend stands."""
    metrics = QFontMetricsF(font)
    x, y = _SIDE, 6.0
    for _, words in _LEGEND:
        needed = _GLYPH + 6 + metrics.horizontalAdvance(words) + 18
        if x > _SIDE and x + needed > width - _SIDE:
            x, y = _SIDE, y + _LEGEND_LINE
        yield QPointF(x, y)
        x += needed


def _legend_lines(font: QFont, width: float) -> int:
    return len({place.y() for place in _legend_places(font, width)})


def _draw_legend(painter: QPainter, font: QFont, theme: Theme, width: float) -> None:
    ascent = QFontMetricsF(font).ascent()
    painter.setFont(font)
    for (glyph, words), place in zip(_LEGEND, _legend_places(font, width), strict=True):
        if glyph is None:
            _draw_narrowing(painter, QRectF(place.x() - 14, place.y() - 6, 30, 26), theme)
        else:
            paint_glyph(painter, glyph, QRectF(place.x(), place.y(), _GLYPH, _GLYPH), theme)
        painter.setPen(QColor(theme.muted))
        painter.drawText(place + QPointF(_GLYPH + 6, ascent), words)
