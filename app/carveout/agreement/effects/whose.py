"""Whom or what an effect is on, by its defined name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.roles.actors import Actors

_THEIRS = re.compile(r"\b(?:their|its|his|her|them|it)\b")
_NAMED = re.compile(r"(?:any )?(?P<name>(?:[A-Z][\w&’'-]* ){1,3}?)(?:Material |Adverse )")


def whose(text: str, actors: Actors, sentence: int, standard: Span, objects: Span | None) -> str | None:
    """Return whom or what the objects belong to, or a standard that carries a name ("Parent Material Adverse Effect").

    "Their businesses" are those of whom the sentence speaks of first.
    """
    if objects is not None:
        named = actors.within(objects)
        if named:
            return named[0]
        if _THEIRS.search(text, objects.start, objects.end):
            return next(iter(actors.within(Span(sentence, standard.start))), None)
        return None
    prefix = _NAMED.match(text, standard.start, standard.end)
    name = prefix["name"].strip() if prefix else None
    return name if name in actors.names else None
