"""Showing what hides: characters that a screen would swallow, reorder or act upon are written out as ⟦RLO⟧."""

from __future__ import annotations

import re

_NAMED = {
    "\x00": "NUL",
    "\t": "TAB",
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}

_HIDING = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, but for the line feed
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # soft, zero-width and directional
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # letters that are blank
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"  # variation selectors and tags
    "\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufffc\ufffe\uffff"  # what Qt drops or takes for structure of its own
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls of shorthand and music
    "]"
)


def visible(text: str) -> str:
    """Return the text with every hiding character written out; the line feed stays a line feed."""
    return _HIDING.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    character = found[0]
    return f"⟦{_NAMED.get(character) or f'U+{ord(character):04X}'}⟧"
