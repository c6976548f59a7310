"""How a paragraph and its characters are set: what one style says, laid over what another does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import number, on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.intake.docx.numbering import Level


class Mark(IntFlag):
    """What sets characters apart, and what hides them."""

    BOLD = 1
    ITALIC = 2
    CAPITALS = 4
    SMALL_CAPITALS = 8
    HIDDEN = 16
    UNDERLINED = 32
    LARGE = 64


TOGGLED = int(Mark.BOLD | Mark.ITALIC | Mark.CAPITALS | Mark.SMALL_CAPITALS | Mark.HIDDEN)
"""Marks that a paragraph's style and a character's switch off between them where both set them."""
APART = int(Mark.BOLD | Mark.ITALIC | Mark.CAPITALS | Mark.SMALL_CAPITALS | Mark.UNDERLINED | Mark.LARGE)
HIDDEN = int(Mark.HIDDEN)
MARKS = {
    "b": int(Mark.BOLD),
    "i": int(Mark.ITALIC),
    "caps": int(Mark.CAPITALS),
    "smallCaps": int(Mark.SMALL_CAPITALS),
    "vanish": int(Mark.HIDDEN),
    "u": int(Mark.UNDERLINED),
}


TOLD = (*MARKS, "sz")
"""The properties that set marks."""
_LARGE = 28
"""Half points from which type is a title's."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of characters: which are spoken of, and which of these are on, as sums of `Mark`."""

    told: int = 0
    on: int = 0

    def over(self, other: Marks) -> Marks:
        """Return these marks, and another's where these are silent."""
        return Marks(self.told | other.told, (other.on & ~self.told) | self.on)

    def within(self, paragraph: Marks) -> int:
        """Return the marks that characters of this style have in a paragraph of that one."""
        toggled = (self.on ^ paragraph.on) & TOGGLED
        rest = self.over(paragraph).on & ~TOGGLED
        return toggled | rest


def marks(told: Mapping[str, str | None]) -> Marks:
    """Return the marks that properties of characters set, by their names in the markup without its namespace."""
    spoken_of = switched_on = 0
    for name, value in told.items():
        bit = MARKS.get(name, 0) if name != "sz" else int(Mark.LARGE)
        spoken_of |= bit
        if (number(value) or 0) >= _LARGE if name == "sz" else on(value):
            switched_on |= bit
    return Marks(spoken_of, switched_on)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set, each of it None where nothing is said: its list and level, indents, alignment, outline.

    `number` is 0 where a list is taken away. Indents are in twips. `outline` is 0 for the highest level of heading, 9
    for none.
    """

    number: int | None = None
    level: int | None = None
    left: int | None = None
    first: int | None = None
    aligned: str | None = None
    outline: int | None = None

    def over(self, other: Setting) -> Setting:
        """Return this setting, and another's where this one is silent."""
        return Setting(
            other.number if self.number is None else self.number,
            other.level if self.level is None else self.level,
            other.left if self.left is None else self.left,
            other.first if self.first is None else self.first,
            other.aligned if self.aligned is None else self.aligned,
            other.outline if self.outline is None else self.outline,
        )


def of_level(level: Level | None) -> Setting:
    """Return how a level of a list sets its paragraphs."""
    return Setting(left=level.left, first=level.first) if level else Setting()
