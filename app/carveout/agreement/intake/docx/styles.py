"""The styles of a Word document, each with what it takes from the style that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import VAL, W, child_value, number, on, tree
from carveout.agreement.intake.docx.numbering import indentation
from carveout.agreement.intake.docx.setting import Marks, Setting, marks, of_level

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from carveout.agreement.intake.docx.numbering import Level, Numbering

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits. `numbered` is the style that its list comes from, which a level can name."""

    setting: Setting
    marks: Marks
    numbered: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph as it is set in the end: its list and level, its indent in twips, whether it is in the middle.

    `heading` is 1 for the highest level of heading, None for running text.
    """

    number: int | None
    level: int
    indent: int
    centred: bool
    heading: int | None
    marks: Marks


class Styles:
    """Answers how a paragraph or some characters of a style are set."""

    def __init__(self, content: bytes | None, numberings: Mapping[int, Numbering]) -> None:
        self._numberings = numberings
        self._told: dict[str, Element] = {}
        self._made: dict[str, Style] = {}
        self._looks: dict[tuple[str, Setting], Look] = {}
        self._usual = ""
        self._ground = Style(Setting(), Marks())
        if content is not None:
            self._read(tree(content))

    def _read(self, root: Element) -> None:
        for one in root.iter(f"{W}style"):
            key = one.get(f"{W}styleId", "")
            self._told.setdefault(key, one)
            if one.get(f"{W}type") == "paragraph" and on(one.get(f"{W}default", "0")):
                self._usual = key
        self._ground = Style(
            _setting(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")),
            _marks(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")),
        )

    def hides(self) -> bool:
        """Tell whether a style hides the words that are set in it."""
        return any(one.find(f"{W}rPr/{W}vanish") is not None for one in self._told.values())

    def characters(self, style: str) -> Marks:
        """Return the marks of a character style."""
        return self._style(style).marks if style in self._told else Marks()

    def look(self, style: str | None, direct: Setting) -> Look:
        """Return how a paragraph of a style is set, with what is set on the paragraph itself laid over it."""
        key = style if style in self._told else self._usual
        found = self._looks.get((key or "", direct))
        if found is None:
            found = self._looks[key or "", direct] = self._look(key or "", direct)
        return found

    def _look(self, key: str, direct: Setting) -> Look:
        style = self._style(key) if key in self._told else self._ground
        told = style.setting
        at = self._level(told.number, told.level, style.numbered)
        if direct.number is not None:
            at = direct.level if direct.level is not None else told.level or 0
            told = of_level(self._definition(direct.number, at)).over(told)
        elif direct.level is not None:
            at = direct.level
        setting = direct.over(told)
        outline = setting.outline
        return Look(
            setting.number or None,
            at,
            (setting.left or 0) + (setting.first or 0),
            setting.aligned == "center",
            outline + 1 if outline is not None and 0 <= outline < 9 else None,
            style.marks,
        )

    def _style(self, key: str) -> Style:
        """Return a style with what it inherits; a circle of styles ends where it began."""
        chain: list[str] = []
        seen: set[str] = set()
        at: str | None = key
        while at in self._told and at not in self._made and at not in seen:
            chain.append(at)
            seen.add(at)
            at = child_value(self._told[at], "basedOn")
        made = self._made.get(at or "", self._ground) if at not in seen else self._ground
        for one in reversed(chain):
            made = self._made[one] = self._over(one, self._told[one], made)
        return self._made[key]

    def _over(self, key: str, element: Element, base: Style) -> Style:
        own = _setting(element.find(f"{W}pPr"))
        if own.outline is None and (name := _HEADING.match(child_value(element, "name") or "")):
            own = Setting(outline=int(name[1]) - 1).over(own)
        numbered = key if own.number is not None else base.numbered
        told = base.setting
        if own.number is not None and own.level is None:
            own = replace(own, level=self._level(own.number, None, key))
        if own.level is not None:
            number = own.number if own.number is not None else told.number
            told = of_level(self._definition(number, own.level)).over(told)
        return Style(own.over(told), _marks(element.find(f"{W}rPr")).over(base.marks), numbered)

    def _level(self, number: int | None, level: int | None, style: str | None) -> int:
        """Return the level of a style's list: the one tied to the style, or the one that the style names."""
        numbering = self._numberings.get(number or 0)
        tied = numbering.level_of_style(style) if numbering and style and level is None else None
        return level or 0 if tied is None else tied

    def _definition(self, number: int | None, at: int) -> Level | None:
        numbering = self._numberings.get(number or 0)
        return numbering.levels.get(at) if numbering else None


def _setting(element: Element | None) -> Setting:
    if element is None:
        return Setting()
    listed = element.find(f"{W}numPr")
    left, first = indentation(element.find(f"{W}ind"))
    return Setting(
        number(child_value(listed, "numId")),
        number(child_value(listed, "ilvl")),
        left,
        first,
        child_value(element, "jc"),
        number(child_value(element, "outlineLvl")),
    )


def _marks(element: Element | None) -> Marks:
    return Marks() if element is None else marks({one.tag.removeprefix(W): one.get(VAL) for one in element})
