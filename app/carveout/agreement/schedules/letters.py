"""Disclosure letters: what the parties deliver beside an agreement, under a name that the agreement defines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument

_LETTER = re.compile(r"(?:.* )?(?:Letter|Schedules?|Memorandum|Disclosure Statement)")
_DISCLOSES = re.compile(
    r"\b(?:disclosure (?:letter|schedules?|memorandum|statement)|(?:letter|schedules?|memorandum)[^.;]{0,60}? delivered"
    r"|deliver(?:s|ed|ing)?[^.;]{0,80}?(?:letter|schedules?|memorandum))\b",
    re.IGNORECASE,
)


def letters(text: str, terms: Iterable[Term], instrument: Instrument) -> Iterator[Term]:
    """Yield the terms of an agreement that name a letter, or a set of schedules, that discloses something."""
    own = frozenset(instrument.clauses)
    for term in terms:
        if term.clause in own and _LETTER.fullmatch(term.term):
            named = "isclosure" in term.term and not term.term.startswith("Non")
            if named or _DISCLOSES.search(text, term.span.start, term.span.end):
                yield term
