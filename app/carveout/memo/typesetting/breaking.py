"""Where a line of text may be broken: at white space, between wide characters, and inside long and compound words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WHITE = " \t\n\r\f\v\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may break, as the inside of a regular expression's character class."""

FIXED_SPACES = "\u00a0\u2007\u202f"
"""White space at which no line breaks; it is printed as a space."""

BLANKS = frozenset(
    f" \t\n\r\f\v\u1680\u2028\u2029\u205f\u3000{''.join(map(chr, (*range(0x2000, 0x2007), *range(0x2008, 0x200B))))}"
)
"""The same white space as `WHITE`, one by one."""

_LONGEST = 60
"""Code points after which even a word without spaces may be broken."""

_WIDE = "\u2e80-\u2fdf\u3003-\u3007\u3012-\u30ff\u3105-\u9fff\uf900-\ufaff\uff01-\uff60"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d"
_CLINGING = ",.;:!?)]}”’…"
_TOKEN = re.compile(
    f"(?P<space>[{WHITE}]+)|(?P<wide>[{_WIDE}][{_CLOSING}]{{0,8}})|(?P<word>[^{WHITE}{_WIDE}]{{1,{_LONGEST}}})"
)
_INNER_BREAK = re.compile(r"(?<=[^\W\d_][-/–—])(?=[^\W\d_])")
_BREAKS = re.compile(rf"[{_WIDE}]|[-/–—](?<=[^\W\d_].)[^\W\d_]")
_WORDS = re.compile(f"[^{WHITE}]+")
_NOT_TO_PYTHON = re.compile("[\x1c-\x1f\x85\xa0\u2007\u202f]")
"""Where Python splits words and no line breaks."""


def split(text: str) -> list[str]:
    """Return what stands between the white space of a text."""
    plain = text.isascii() and text.isprintable()
    return text.split() if plain or not _NOT_TO_PYTHON.search(text) else _WORDS.findall(text)


def holds_together(word: str) -> bool:
    """Tell whether no line breaks inside a word."""
    return len(word) <= _LONGEST and ((word.isalnum() and word.isascii()) or not _BREAKS.search(word))


def tokens(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each token, whether it is white space, and whether a line may break before it."""
    after_wide = False
    whole = False
    for match in _TOKEN.finditer(text):
        token = match.group()
        kind = match.lastgroup
        if kind == "space":
            yield token, True, True
            after_wide = whole = False
            continue
        may_break = (after_wide or kind == "wide" or whole) and token[0] not in _CLINGING
        if "-" in token or "/" in token or "—" in token or "–" in token:
            for part in _INNER_BREAK.split(token):
                yield part, False, may_break
                may_break = True
        else:
            yield token, False, may_break
        after_wide = kind == "wide"
        whole = len(token) == _LONGEST
