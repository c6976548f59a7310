"""One company, its name written in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.prose.names import companies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.span import Span

RULE = Rule(
    "name-variant",
    "A company’s name written in two ways",
    "The same company’s name is written with and without a comma, or with two forms of its corporate ending. A name"
    " that isn’t the registered one can be that of another company of the group.",
    "Drafting practice: names are taken from the register and written alike throughout.",
    FindingSeverity.WARNING,
)
_FULL = {"incorporated": "inc", "limited": "ltd", "corporation": "corp", "company": "co"}
_WORD = re.compile(r"\w+")


def name_variants(ground: Ground) -> Iterator[Finding]:
    """Yield a finding at the first place of each rarer way to write a company's name; capitals alone make no other."""
    named: dict[str, list[Span]] = defaultdict(list)
    for span in companies(ground.text, 0, len(ground.text)):
        named[_letters(span.of(ground.text))].append(span)
    for spans in named.values():
        ways: dict[str, list[Span]] = defaultdict(list)
        for span in spans:
            ways[_written(span.of(ground.text))].append(span)
        if len(ways) > 1:
            usual, *others = sorted(ways.values(), key=lambda way: (-len(way), way[0]))
            for other in others:
                yield _finding(ground, other, usual)


def _letters(name: str) -> str:
    """Return what two ways to write a name share: its letters, with the corporate ending in its short form."""
    *words, form = _WORD.findall(name.lower())
    return "".join((*words, _FULL.get(form, form)))


def _written(name: str) -> str:
    """Return a name as it is written but for capitals, line breaks and the full stop that may end a sentence."""
    return " ".join(name.upper().split()).rstrip(".")


def _finding(ground: Ground, other: list[Span], usual: list[Span]) -> Finding:
    first = other[0]
    said, meant = (span.in_line(ground.text) for span in (first, usual[0]))
    times = f"{len(usual)} times" if len(usual) > 1 else "elsewhere"
    return ground.finding(RULE, first, RULE.severity, f"“{said}” is written “{meant}” {times}.")
