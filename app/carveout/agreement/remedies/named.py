"""The names under which words can mention somebody: as typed, and as an agreement calls them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.names import names_thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Term
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_BEFORE = 120
"""Code points before a short name in which the long one stands."""
_FORM = re.compile(
    r",? (?:Inc|Corp|Ltd|Co|LLC|LP|plc|Incorporated|Corporation|Limited|Company|K\.K|N\.V|B\.V|S\.A|AG|GmbH)\.?$",
    re.IGNORECASE,
)
_SHORTEST = 2
"""Letters that can be a name."""


def names_of(reading: Reading, who: str) -> tuple[str, ...]:
    """Return the names of somebody in this agreement: as typed, without the corporate form, and as defined."""
    typed = " ".join(who.split()).strip(" .,")
    if len(typed) < _SHORTEST:
        return ()
    bare = _FORM.sub("", typed)
    found = [typed, bare]
    for term in reading.terms:
        called = _called(reading.text, term)
        if not names_thing(term.term) and _ends_in(called, typed):
            found.append(term.term)
    found += [one.alias for one in reading.parties if one.alias is not None and _same(one.name, typed)]
    return tuple(dict.fromkeys(found))


def _called(text: str, term: Term) -> str:
    """Return the words right before a short name where it is defined, which may be the long one."""
    for mark in ("“", '"', ""):
        at = text.find(mark + term.term, term.span.start, term.span.end)
        if at >= 0:
            return text[max(0, at - _BEFORE) : at]
    return ""


def mentions(reading: Reading, names: tuple[str, ...], within: Span) -> Iterator[tuple[int, int]]:
    """Yield where any of the names stands in a span, in order, whatever its case."""
    if not names:
        return
    either = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in names)
    for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", reading.text[within.start : within.end], re.IGNORECASE):
        yield within.start + found.start(), within.start + found.end()


def _ends_in(called: str, typed: str) -> bool:
    """Tell whether the words before a short name end in the long one: `Acme Trading, Inc. (“Acme”)`."""
    flat = " ".join(called.split()).rstrip(" (“\"'‘,.")
    flat = flat.removesuffix("hereinafter referred to as").removesuffix("the").rstrip(" (“\"'‘,.")
    return flat.lower().endswith(typed.lower())


def _same(name: str, typed: str) -> bool:
    return name.rstrip(".").lower() == typed.lower() or _FORM.sub("", name).lower() == typed.lower()
