"""To which exceptions of a definition a claw-back applies: the one that holds it, those that it names, or all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_DISPROPORTION = re.compile(r"\bdisproportion", re.IGNORECASE)
_NAMED = re.compile(
    r"(?P<not>\b(?:other than|excluding|except for) )?(?:\b(?:sub-?)?(?:clauses?|paragraphs?|items?)|\bof|\bto) "
    r"(?P<labels>\([A-Za-z]{1,5}\)(?:\([A-Za-z]{1,5}\)){0,2}"
    r"(?:(?:,? and |,? or |, | through | to |-|–)(?:clauses? )?\([A-Za-z]{1,5}\)(?:\([A-Za-z]{1,5}\)){0,2}){0,20})"
)
_LABEL = re.compile(
    r"(?P<range>(?: through | to |-|–)(?:clauses? )?)?\((?P<label>[A-Za-z]{1,5})\)(?:\([A-Za-z]{1,5}\))*"
)
_OF_ALL = re.compile(r"\b(?:foregoing|any of the above|preceding)\b", re.IGNORECASE)
_APART = re.compile(
    r"[;)]\s*(?:and |or )?$|\bin (?:each|any|either|every) (?:such )?case,? (?:save |except |but |only ){0,2}$"
)
_NEAR = 24
"""Code points before a claw-back that tell whether it stands apart."""
_OTHERWISE = re.compile(r"\((?:if|to the extent|unless)\b[^()]{0,20}\botherwise\b")
"""What opens words that only say which other exceptions stay: `(if not otherwise excluded by clause (b))`."""
_FAR = 300
"""Code points of a claw-back in which it names the exceptions that it is for."""


@dataclass(frozen=True, slots=True)
class Clawback:
    """Words that bring something back, the positions of the exceptions that they apply to, and on what ground."""

    words: Span
    applies: frozenset[int]
    disproportionate: bool


def clawback_of(
    reading: Reading, inclusion: Carveout, listed: list[Carveout], labels: list[frozenset[str]]
) -> Clawback:
    """Return what an inclusion brings back of the exceptions that a definition lists under some labels."""
    words = inclusion.span.of(reading.text)
    holding = [position for position, one in enumerate(listed) if one.span.holds(inclusion.span)]
    named = _named(words, labels)
    rows = _rows_above(reading, inclusion, listed)
    if named is not None:
        applies = named
    elif rows:
        applies = rows
    elif holding and not (holding[-1] == len(listed) - 1 > 0 and _covers_all(reading.text, inclusion)):
        applies = frozenset(holding)
    else:
        before = [position for position, one in enumerate(listed) if one.span.start < inclusion.span.start]
        applies = frozenset(before if _covers_all(reading.text, inclusion) or not before else before[-1:] or before)
    return Clawback(inclusion.span, applies, _DISPROPORTION.search(words) is not None)


def _rows_above(reading: Reading, inclusion: Carveout, listed: list[Carveout]) -> frozenset[int]:
    """Return the positions of the exceptions in the rows of the list that the words around an inclusion close."""
    branch = reading.outline.branch(inclusion.clause)
    if len(branch) == 1 or reading.outline[branch[-1]].end > inclusion.span.start:
        return frozenset()
    return frozenset(position for position, one in enumerate(listed) if one.clause in branch[1:])


def _covers_all(text: str, inclusion: Carveout) -> bool:
    """Tell whether an inclusion stands apart from the last exception, or speaks of the foregoing."""
    lead = text[max(0, inclusion.span.start - _NEAR) : inclusion.span.start]
    return _APART.search(lead) is not None or _OF_ALL.search(inclusion.quote[:_FAR]) is not None


def _named(words: str, labels: list[frozenset[str]]) -> frozenset[int] | None:
    """Return the positions of the exceptions that words name by their labels, None where they name none by a label."""
    flat = _OTHERWISE.split(" ".join(words.split()), maxsplit=1)[0]
    found: set[int] = set()
    left_out: set[int] = set()
    said = False
    for named in _NAMED.finditer(flat[:_FAR]):
        positions: set[int] = set()
        latest: list[int] = []
        for label in _LABEL.finditer(named["labels"]):
            here = [position for position, one in enumerate(labels) if label["label"] in one]
            if label["range"] and latest and here:
                here = list(range(latest[-1] + 1, here[-1] + 1))
            positions.update(here)
            latest = here or latest
        (left_out if named["not"] else found).update(positions)
        said = said or not named["not"]
    if said:
        return frozenset(found - left_out)
    return frozenset(set(range(len(labels))) - left_out) if left_out else None
