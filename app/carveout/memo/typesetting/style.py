"""The memo's type and colours: two families, few sizes, one accent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


def _hex(digits: str) -> Colour:
    red, green, blue = bytes.fromhex(digits)
    return red / 255, green / 255, blue / 255


INK = _hex("1f2328")
MUTED = _hex("5d646d")
FAINT = _hex("70777f")
HAIRLINE = _hex("dedbd3")
TRACK = _hex("e6e2da")
ACCENT = _hex("1f5f8b")
PALE_ACCENT = _hex("7fa6c6")
CARVEOUT = _hex("a4510b")
PALE_CARVEOUT = _hex("d9a066")
GOOD = _hex("2c6e49")
BAD = _hex("a32430")
ISSUE_MARK = _hex("fbe7b0")
QUESTION_MARK = _hex("e6e0f2")
PROPOSAL_MARK = _hex("dbeedb")
NOTE_MARK = _hex("d9e8f3")
WHITE = (1.0, 1.0, 1.0)


class Face(StrEnum):
    """A typeface of the memo; what it lacks is set in the Japanese one, and what that lacks as its code point."""

    SERIF = "SourceSerif4-Regular"
    ITALIC = "SourceSerif4-Italic"
    SEMIBOLD = "SourceSerif4-SemiBold"
    SANS = "Inter-Regular"
    SANS_MEDIUM = "Inter-Medium"
    SANS_SEMIBOLD = "Inter-SemiBold"


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A face at a size, with the distance from line to line; points throughout. `rise` lifts it off the baseline.

    Styles are told apart by what they are, not by what they say: they are looked up with every run.
    """

    face: Face
    size: float
    leading: float
    colour: Colour = INK
    rise: float = 0.0


CONTENTS = Style(Face.SERIF, 8.8, 15)
FIRM = Style(Face.SEMIBOLD, 11.5, 16)
RUNNING = Style(Face.SANS, 6.8, 10, FAINT)
CONFIDENTIAL = Style(Face.SANS_SEMIBOLD, 6.8, 10, BAD)
TITLE = Style(Face.SEMIBOLD, 17, 24)
PART = Style(Face.SEMIBOLD, 12, 18)
SUBHEAD = Style(Face.SEMIBOLD, 9.8, 14)
BODY = Style(Face.SERIF, 9.8, 14)
LABEL = Style(Face.SERIF, 8.8, 13.5, MUTED)
FIELD = Style(Face.SERIF, 8.8, 13.5)
CELL = Style(Face.SERIF, 8.4, 11.6)
CELL_QUIET = Style(Face.SERIF, 8.4, 11.6, MUTED)
QUOTE = Style(Face.ITALIC, 9.2, 13.2)
META = Style(Face.SANS, 7.2, 11, MUTED)
HEAD_CELL = Style(Face.SANS_SEMIBOLD, 6.4, 11, FAINT)
CHART_LABEL = Style(Face.SANS, 7.2, 11, MUTED)
FOOTER = Style(Face.SANS, 6.8, 10, FAINT)
MARGIN = Style(Face.SANS, 6.4, 12.8, FAINT)
CLAUSE_TEXT = Style(Face.SERIF, 9.2, 12.8)
CLAUSE_HEADING = Style(Face.SEMIBOLD, 9.6, 13.4)
FIXED_TEXT = Style(Face.SERIF, 8.0, 10.6)
MARKER = Style(Face.SANS_SEMIBOLD, 5.6, 12.8, ACCENT, rise=3.2)
