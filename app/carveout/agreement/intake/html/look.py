"""How a web page sets its words: what tags and inline styles say about margins, alignment and emphasis."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from carveout.agreement.intake.html.elements import APART, BLOCK, BREAK, CELL, EMPTY, INLINE, ITEM, KINDS, SILENT, TABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = 80
"""Columns of a page from margin to margin: a column is 6 points wide."""
_LENGTH = re.compile(r"\s{0,8}([+-]?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}))\s{0,8}(pt|px|in|em|rem|ex|pc|cm|mm|%|)")
_UNITS = {
    "pt": 1 / 6,
    "px": 1 / 8,
    "": 1 / 8,
    "in": 12.0,
    "em": 2.0,
    "rem": 2.0,
    "ex": 1.0,
    "pc": 2.0,
    "cm": 4.72,
    "mm": 0.472,
    "%": COLUMNS / 100,
}
_STRONG = frozenset({"b", "strong", "u", "i", "em"})
_INDENTED = frozenset({"blockquote", "ul", "ol", "dd", "dir", "menu"})
_BY_DEFAULT = 5.0
"""Columns by which a browser indents a quotation or a list."""
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_PREFORMATTED = frozenset({"pre", "xmp", "listing", "plaintext"})
_ALIGNED = {"center": "center", "centre": "center", "middle": "center", "right": "right", "end": "right"}
_BREAKS = frozenset({"always", "page", "left", "right", "recto", "verso"})


_SIDES = ("padding-left", "padding-right", "margin-left", "margin-right")
_GAP = 0.3
"""Columns that part two words as a blank does."""
_ATTRIBUTE = re.compile(r'\s(style|align|hidden|colspan|width|type|start|value)="([^"]*)"')
_TURNING = frozenset({INLINE, BLOCK, ITEM})
"""Kinds that a style may turn into each other."""


@dataclass(slots=True, eq=False)
class Look:
    """How an element sets its words: its own style over its parents'.

    `margin` and `first` are columns: before every line, and before the first one besides. `before` and `after` say
    that a page ends there, `beside` that what follows is set to the right of it. `attributes` are those of cells and
    lists that count. `under` holds the looks of the elements in it by their tags as written, so that each is made out
    once.
    """

    kind: int = BLOCK
    tag: str = ""
    align: str = "left"
    margin: float = 0.0
    first: float = 0.0
    strong: bool = False
    hidden: bool = False
    pre: bool = False
    level: int | None = None
    before: bool = False
    after: bool = False
    unmarked: bool = False
    beside: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    under: dict[str | tuple[str, ...], Look] = field(default_factory=dict)


def look_under(parent: Look, written: str) -> Look:
    """Return the look of an element under that of its parent, by its start tag as written: `p align="center"`."""
    tag = written.split(" ", 1)[0]
    attributes = {name: unescape(words) for name, words in _ATTRIBUTE.findall(written)} if tag != written else {}
    alike = (tag, *(f"{name}={words}" for name, words in attributes.items()))
    look = parent.under.get(alike)
    if look is None:
        look = parent.under[alike] = _looked(parent, tag, attributes)
    parent.under[written] = look
    return look


def columns(length: str) -> float:
    """Return a length as columns, 0 where it can't be read."""
    match = _LENGTH.match(length)
    return float(match[1]) * _UNITS[match[2]] if match else 0.0


def declarations(style: str | None) -> dict[str, str]:
    """Return the properties of an inline style, in small letters; the last of a name wins."""
    found = {}
    for declaration in (style or "").lower().split(";"):
        name, _, value = declaration.partition(":")
        found[name.strip()] = value.replace("!important", "").strip()
    return found


def _looked(parent: Look, tag: str, attributes: Mapping[str, str]) -> Look:
    style = declarations(attributes.get("style"))
    kind = EMPTY if tag[0] in "!?" else KINDS.get(tag, INLINE)
    apart = kind in {CELL, TABLE}
    before = style.get("page-break-before") in _BREAKS or style.get("break-before") in _BREAKS
    after = style.get("page-break-after") in _BREAKS or style.get("break-after") in _BREAKS
    hidden = parent.hidden or kind == SILENT or "hidden" in attributes
    hidden = hidden or style.get("display") == "none" or style.get("visibility") == "hidden"
    if hidden:
        kind = EMPTY if BREAK <= kind <= EMPTY else INLINE
    return Look(
        kind=kind if hidden else _kind(kind, style, turns=before or after),
        tag=tag,
        align=_align(parent, tag, style.get("text-align") or attributes.get("align", "").strip().lower()),
        margin=0.0 if kind == CELL else max(0.0, (0.0 if apart else parent.margin) + _margin(tag, style)),
        first=columns(style["text-indent"]) if "text-indent" in style else (0.0 if apart else parent.first),
        strong=_strong(parent, tag, style),
        hidden=hidden,
        pre=parent.pre or tag in _PREFORMATTED,
        level=_LEVELS.get(tag, parent.level),
        before=before,
        after=after,
        unmarked=style.get("list-style-type") == "none" or style.get("list-style") == "none",
        beside=parent.beside or (style.get("float") == "left" and tag != "table"),
        attributes=attributes,
    )


def _kind(kind: int, style: Mapping[str, str], *, turns: bool) -> int:
    display = style.get("display", "")
    if display and display != "none" and kind in _TURNING:
        inline = display.startswith(("inline", "contents", "table-cell"))
        kind = INLINE if inline else max(kind, BLOCK)
    if turns and kind == INLINE:
        return BLOCK
    if kind == INLINE and any(columns(style.get(side, "")) >= _GAP for side in _SIDES):
        return APART
    return APART if kind == INLINE and display == "inline-block" and "width" in style else kind


def _align(parent: Look, tag: str, said: str) -> str:
    if tag == "table":
        return "left"
    if said and said != "inherit":
        return _ALIGNED.get(said, "left")
    if tag in {"center", "th"}:
        return "center"
    return "left" if tag == "td" else parent.align


def _margin(tag: str, style: Mapping[str, str]) -> float:
    margin = 0.0
    for side in ("margin", "padding"):
        if f"{side}-left" in style:
            margin += columns(style[f"{side}-left"])
        elif side in style:
            sides = style[side].split()
            margin += columns(
                sides[3] if len(sides) == 4 else sides[1] if len(sides) > 1 else sides[0] if sides else ""
            )
        elif side == "margin" and tag in _INDENTED:
            margin += _BY_DEFAULT
    return margin


def _strong(parent: Look, tag: str, style: Mapping[str, str]) -> bool:
    """Tell whether words are bold, underlined, italic or in small capitals."""
    weight = style.get("font-weight", "")
    said = [
        weight[:1] in {"6", "7", "8", "9"} or weight.startswith("bold"),
        "underline" in style.get("text-decoration", "") or "underline" in style.get("text-decoration-line", ""),
        style.get("font-style", "") in {"italic", "oblique"},
        style.get("font-variant", "").startswith("small-caps"),
    ]
    if any(said) or tag in _STRONG:
        return True
    plain = weight in {"normal", "400", "300"} or style.get("font-style") == "normal"
    return parent.strong and not plain
