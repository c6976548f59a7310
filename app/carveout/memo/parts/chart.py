"""The picture of progress and severity: three bars, drawn to scale, with their numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.memo.parts.status import SEVERITY_BAR, STATE_BAR
from carveout.memo.typesetting.pages import LEFT, MEASURE, RIGHT
from carveout.memo.typesetting.rows import Box, Row, baseline_of
from carveout.memo.typesetting.style import CARVEOUT, CHART_LABEL, GOOD, INK, MUTED, TRACK, WHITE, Colour, Style
from carveout.memo.typesetting.text import Block, Line, Run
from carveout.memo.typesetting.wrap import wrapped
from carveout.memo.words import VERDICT_DONE
from carveout.review.annotation import Severity
from carveout.review.mark import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.memo.memo import Memo
    from carveout.memo.parts.composer import Composer

_BAR_X = LEFT + 78
_WIDTHS = (330.0, 290.0, 250.0, 210.0, 180.0, 150.0, 120.0)
"""The bars are as long as leaves room beside them for the numbers that have none inside."""

_BAR_HEIGHT = 11.0
_DARK = 0.5
_BETWEEN = 0.8
"""What parts neighbours where both print as the same grey, in points."""
_INSET = 5.0
_VERDICT_BAR = {Verdict.ACCEPT: GOOD, Verdict.NARROW: CARVEOUT, Verdict.STRIKE: SEVERITY_BAR[Severity.HIGH]}


@dataclass(frozen=True, slots=True)
class _Segment:
    count: int
    label: str
    colour: Colour

    @property
    def ink(self) -> Colour:
        """The colour of words on the segment: what is told apart from it, whatever printed it."""
        red, green, blue = self.colour
        return WHITE if 0.3 * red + 0.59 * green + 0.11 * blue < _DARK else INK


def chart(composer: Composer) -> Iterator[Row]:
    """Yield the three bars."""
    drawn = [[_bar(composer, label, segments, width) for label, segments in _bars(composer.memo)] for width in _WIDTHS]
    rows = next((rows for rows in drawn if all(line.width <= RIGHT for row in rows for line in row.lines)), drawn[-1])
    rows[-1].keep = False
    figure = Block("Figure", _told(composer.memo))
    for row in rows:
        row.drawn = figure
    yield Row(4, keep=True)
    yield from rows


def _told(memo: Memo) -> str:
    """Return what the bars show, in words."""
    return " ".join(
        f"{name}: {', '.join(f'{one.count} {one.label}' for one in segments if one.count) or 'none'}."
        for name, segments in _bars(memo)
    )


def _bars(memo: Memo) -> list[tuple[str, list[_Segment]]]:
    states = (State.CLEARED, State.NOTED, State.READ, State.UNREAD)
    issues = memo.coverage.open_issues
    verdicts = Counter(entry.decision.verdict for entry in memo.schedule if entry.decision is not None)
    decided = [_Segment(verdicts[v], VERDICT_DONE[v], _VERDICT_BAR[v]) for v in Verdict]
    return [
        ("Representations", [_Segment(memo.coverage.by_state[s], s.value, STATE_BAR[s]) for s in states]),
        ("Carve-outs", [*decided, _Segment(len(memo.undecided), "undecided", TRACK)]),
        ("Open issues", [_Segment(issues[s], s.value, SEVERITY_BAR[s]) for s in Severity]),
    ]


def _bar(composer: Composer, label: str, segments: Sequence[_Segment], length: float) -> Row:
    row = Row(18, baseline=baseline_of(_BAR_HEIGHT, CHART_LABEL.size), keep=True)
    row.lines.append(_words(composer, label, MUTED).shifted(LEFT))
    total = sum(segment.count for segment in segments)
    if not total:
        row.boxes.append(Box(_BAR_X, 0, length, _BAR_HEIGHT, TRACK))
        row.lines.append(_words(composer, "none", MUTED).shifted(_BAR_X + _INSET))
        return row
    x = _BAR_X
    beside = _BAR_X + length + _INSET
    for segment in segments:
        if not segment.count:
            continue
        width = length * segment.count / total
        row.boxes.append(Box(x, 0, max(width - _BETWEEN, _BETWEEN), _BAR_HEIGHT, segment.colour))
        words = f"{segment.count} {segment.label}"
        line = _words(composer, words, segment.ink)
        taken = line.width
        if taken + 2 * _INSET <= width:
            row.lines.append(line.shifted(x + _INSET))
        else:
            row.boxes.append(Box(beside, _BAR_HEIGHT / 2 - 2.5, 5, 5, segment.colour))
            row.lines.append(_words(composer, words, MUTED).shifted(beside + 7.5))
            beside += taken + 13
        x += width
    return row


def _words(composer: Composer, words: str, ink: Colour) -> Line:
    style = Style(CHART_LABEL.face, CHART_LABEL.size, CHART_LABEL.leading, ink)
    return next(wrapped(composer.glyphs, [Run(words, style)], MEASURE))
