"""The picture of a subject in the memo: tiles drawn as vectors, told apart by shape as well as colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.agreement.content import CarveoutKind, GapStrength
from carveout.agreement.siblings.picture import picture
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Box, Figure, Mark, Row, baseline_of, gap
from carveout.memo.typesetting.style import (
    BAD,
    CARVEOUT,
    CHART_LABEL,
    FAINT,
    GOOD,
    INK,
    META,
    MUTED,
    PALE_ACCENT,
    TRACK,
    Style,
)
from carveout.memo.typesetting.text import Block, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.siblings.picture import Group, Tile
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.style import Colour

_ACROSS = 8
_MOST = 48
"""Tiles of a role beyond which those that show nothing are left out: pages of empty ones hide the others."""
_BETWEEN = 4.0
_WIDTH = (MEASURE - _BETWEEN * (_ACROSS - 1)) / _ACROSS
_HEIGHT = 20.0
_FRAME = 0.7
_BAR = 2.4
_NAMES = {"indemnity": "indemnities", "termination": "termination rights", "notice": "notice duties"}
_MARKS = {GapStrength.STRONG: Figure.TRIANGLE, GapStrength.MEDIUM: Figure.DIAMOND, GapStrength.LOW: Figure.RING}
_LEGEND = (
    (Figure.DISC, CARVEOUT, "carved out"),
    (Figure.HALF, GOOD, "carved back in"),
    (Figure.TRIANGLE, BAD, "bare, strong gap"),
    (Figure.DIAMOND, BAD, "medium"),
    (Figure.RING, BAD, "low"),
)


def picture_rows(composer: Composer, subject: str) -> Iterator[Row]:
    """Yield a row of tiles for every eight clauses of a role, with the legend above: one picture, on one page."""
    rows = list(_drawn(composer, subject))
    figure = Block("Figure", _told(composer, subject))
    for row in rows:
        row.drawn = figure
    for row in rows[:-1]:
        row.keep = not row.gap
        yield row
    yield from rows[-1:]


def _drawn(composer: Composer, subject: str) -> Iterator[Row]:
    drawn = picture(composer.memo.reading, subject)
    if drawn.groups:
        yield _legend(composer)
    for position, group in enumerate(drawn.groups):
        if position:
            yield gap(3)
        yield composer.row([Run(_title(group), META)])
        tiles = _shown(group)
        for start in range(0, len(tiles), _ACROSS):
            yield _tiles(composer, tiles[start : start + _ACROSS])


def _shown(group: Group) -> Sequence[Tile]:
    """Return the tiles of a group; of very many those alone that show something."""
    if len(group.tiles) <= _MOST:
        return group.tiles
    return [tile for tile in group.tiles if tile.own or tile.gaps or tile.uses]


def _title(group: Group) -> str:
    role = group.role.value if group.role else "other clause"
    name = _NAMES.get(role, f"{role}s").capitalize()
    left_out = " (the others are not drawn)" if len(_shown(group)) < len(group.tiles) else ""
    return f"{name}: {group.concerned} of {group.of} concerned{left_out}" if group.role else name


def _told(composer: Composer, subject: str) -> str:
    """Return what the picture shows, in words."""
    outline = composer.memo.reading.outline
    said = [f"Where {subject} is carved out, and which clauses stay bare."]
    for group in picture(composer.memo.reading, subject).groups:
        shown = ((short(outline[tile.clause]), _signified(tile)) for tile in group.tiles)
        tiles = "; ".join(f"{name} {', '.join(told)}" for name, told in shown if told)
        said.append(f"{_title(group)}: {tiles}." if tiles else f"{_title(group)}.")
    return " ".join(said)


def _signified(tile: Tile) -> list[str]:
    told = ["carved back in" if one.kind is CarveoutKind.INCLUSION else "carved out" for one in tile.own[:1]]
    told += [f"bare, {found.strength.value} gap" for found in tile.gaps[:1]]
    return [*told, *(["narrowed by a definition"] if tile.uses else [])]


def _legend(composer: Composer) -> Row:
    row = Row(13, baseline=baseline_of(13, META.size), keep=True)
    x = LEFT
    for figure, colour, words in _LEGEND:
        row.marks.append(Mark(figure, x + 3.5, 6.5, 6, colour))
        line = composer.row([Run(words, META)], x + 10).lines[0]
        row.lines.append(line)
        x = line.width + 12
    row.boxes.append(Box(x, 5.5, 8, _BAR, PALE_ACCENT))
    row.lines += composer.row([Run("narrowed by a definition", META)], x + 12).lines
    return row


def _tiles(composer: Composer, tiles: Sequence[Tile]) -> Row:
    row = Row(_HEIGHT + _BETWEEN, baseline=baseline_of(12, CHART_LABEL.size))
    for position, tile in enumerate(tiles):
        x = LEFT + position * (_WIDTH + _BETWEEN)
        edge, ink = _colours(tile)
        row.boxes += _frame(x, edge)
        if tile.uses:
            row.boxes.append(Box(x + _FRAME, _HEIGHT - _BAR - _FRAME, _WIDTH - 2 * _FRAME, _BAR, PALE_ACCENT))
        name = (
            short(composer.memo.reading.outline[tile.clause])
            .replace("Article ", "Art.\u00a0")
            .replace("Exhibit ", "Ex.\u00a0")
        )
        style = Style(CHART_LABEL.face, CHART_LABEL.size, CHART_LABEL.leading, ink)
        row.lines += composer.row([composer.to_clause(name, tile.clause, style)], x + 4, _WIDTH - 18).lines
        for at, (figure, colour) in enumerate(_signs(tile)):
            row.marks.append(Mark(figure, x + _WIDTH - 6 - 7 * at, 6.5, 5.5, colour))
    return row


def _frame(x: float, colour: Colour) -> list[Box]:
    return [
        Box(x, 0, _WIDTH, _FRAME, colour),
        Box(x, _HEIGHT - _FRAME, _WIDTH, _FRAME, colour),
        Box(x, 0, _FRAME, _HEIGHT, colour),
        Box(x + _WIDTH - _FRAME, 0, _FRAME, _HEIGHT, colour),
    ]


def _colours(tile: Tile) -> tuple[Colour, Colour]:
    if any(one.kind is not CarveoutKind.INCLUSION for one in tile.own):
        return CARVEOUT, INK
    if tile.gaps:
        return BAD, INK
    return (GOOD, INK) if tile.own else (MUTED, INK) if tile.uses else (TRACK, FAINT)


def _signs(tile: Tile) -> Iterator[tuple[Figure, Colour]]:
    for one in tile.own[:1]:
        inclusion = one.kind is CarveoutKind.INCLUSION
        yield (Figure.HALF, GOOD) if inclusion else (Figure.DISC, CARVEOUT)
    for found in tile.gaps[:1]:
        yield _MARKS[found.strength], BAD
