"""The lists of a Word document as numbering.xml defines them: their levels, and which numbers use which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import VAL, W, child_value, number, on, tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

LEVELS = 9
_LONGEST = 255
"""Characters of the text of a level: Word allows no more."""
_POINTS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "◻", "\uf06f": "□", "\uf0a0": "▪"}
"""Bullets of Word's symbol fonts, whose characters mean nothing in another."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is its label, with `%2` for the number of the second level.

    `restarts` is the level, 1 for the highest, whose next number starts this one anew; 0 where none does, None where
    every higher one does. `left` and `first` are twips of indentation, None where the level sets none.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    hidden: bool = False
    restarts: int | None = None
    style: str | None = None
    left: int | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a number id stands for: a list, whose count it shares with others, and where it starts anew itself."""

    shared: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def level_of_style(self, style: str) -> int | None:
        """Return the level that a paragraph style is tied to, None where none is."""
        return next((at for at, level in self.levels.items() if level.style == style), None)


@dataclass(frozen=True, slots=True)
class _List:
    levels: Mapping[int, Level]
    by_style: str | None
    """The style that this list is taken from."""
    of_style: str | None
    """The style that takes this one."""


def numberings(content: bytes | None) -> dict[int, Numbering]:
    """Return what each number id of numbering.xml stands for."""
    if content is None:
        return {}
    root = tree(content)
    lists = {one.get(f"{W}abstractNumId", ""): _list(one) for one in root.iter(f"{W}abstractNum")}
    of_style = {one.of_style: key for key, one in lists.items() if one.of_style is not None}
    found: dict[int, Numbering] = {}
    for one in root.iter(f"{W}num"):
        key = number(one.get(f"{W}numId"))
        shared: str = child_value(one, "abstractNumId") or ""
        linked = lists[shared].by_style if shared in lists else None
        shared = of_style.get(linked, shared) if linked is not None else shared
        if key is not None and shared in lists:
            found[key] = _numbering(one, shared, lists[shared])
    return found


def _list(element: Element) -> _List:
    levels = {}
    for one in element.iterfind(f"{W}lvl"):
        at = number(one.get(f"{W}ilvl"))
        if at is not None and 0 <= at < LEVELS:
            levels[at] = _level(one)
    return _List(levels, child_value(element, "numStyleLink"), child_value(element, "styleLink"))


def _level(element: Element) -> Level:
    legal = element.find(f"{W}isLgl")
    form = child_value(element, "numFmt") or _alternative(element) or "decimal"
    text = (child_value(element, "lvlText") or "")[:_LONGEST]
    left, first = indentation(element.find(f"{W}pPr/{W}ind"))
    hidden = element.find(f"{W}rPr/{W}vanish")
    return Level(
        start=number(child_value(element, "start")) or 0,
        form=form,
        text="".join(_POINTS.get(one, "•" if "\uf000" <= one <= "\uf0ff" else one) for one in text),
        legal=legal is not None and on(legal.get(VAL)),
        hidden=hidden is not None and on(hidden.get(VAL)),
        restarts=number(child_value(element, "lvlRestart")),
        style=child_value(element, "pStyle"),
        left=left,
        first=first,
    )


def _alternative(element: Element) -> str | None:
    """Return the format that a level gives only to those who know of newer ones, beside an older one."""
    return next((one.get(VAL) for one in element.iter(f"{W}numFmt")), None)


def indentation(element: Element | None) -> tuple[int | None, int | None]:
    """Return how far a paragraph is indented, and how much further its first line, in twips; None where not set."""
    if element is None:
        return None, None
    return indents(element.attrib)


def indents(attributes: Mapping[str, str], names: str = W) -> tuple[int | None, int | None]:
    """Return what the attributes of `w:ind` say: the left indent, and how much further the first line stands.

    `names` is how the names of Word's begin there.
    """
    left = number(attributes.get(f"{names}left", attributes.get(f"{names}start")))
    hanging = number(attributes.get(f"{names}hanging"))
    return left, -hanging if hanging is not None else number(attributes.get(f"{names}firstLine"))


def _numbering(element: Element, shared: str, made: _List) -> Numbering:
    levels = dict(made.levels)
    starts = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        at = number(override.get(f"{W}ilvl"))
        if at is None or not 0 <= at < LEVELS:
            continue
        level = override.find(f"{W}lvl")
        if level is not None:
            levels[at] = _level(level)
        start = number(child_value(override, "startOverride"))
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return Numbering(shared, levels, starts)
