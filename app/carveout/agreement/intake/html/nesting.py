"""Pages whose tags are nested without end, which take the parser longer than anybody waits."""

from __future__ import annotations

import re

from carveout.agreement.manuscript import NotReadableError

DEEPEST = 20_000
"""Elements within each other beyond which a page is refused; an agreement has a few dozen."""
_CHUNK = 1 << 16
_TAG = re.compile(r"<(/?)([A-Za-z][\w:]{0,20})")
# fmt: off
_SHALLOW = frozenset((
    "area", "base", "basefont", "br", "col", "hr", "img", "input", "link", "meta", "param", "wbr", "p", "li", "td",
    "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "b", "big", "code", "em", "font", "i", "s",
    "small", "strike", "strong", "tt", "u", "a", "nobr", "html", "body", "head",
))
# fmt: on
"""Tags that need no end, or whose nesting costs the parser nothing."""


def refuse_endless_nesting(text: str) -> None:
    """Raise NotReadableError where more elements are open at once than a page can have."""
    if text.count("<") < DEEPEST:
        return
    opened = 0
    for at in range(0, len(text), _CHUNK):
        opened += text.count("<", at, at + _CHUNK) - 2 * text.count("</", at, at + _CHUNK)
        if opened > DEEPEST // 4:
            break
    else:
        return
    depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() not in _SHALLOW:
            depth += -1 if tag[1] else 1
            if depth > DEEPEST:
                raise NotReadableError("The page nests its elements without end: open the agreement as plain text.")
            depth = max(depth, 0)
