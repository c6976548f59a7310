"""A short name in brackets of which one quotation mark is missing: `(the Securities Act")`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.habit import told_once
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "quotation-mark",
    "Quotation mark missing",
    "A short name in brackets has only one of its two quotation marks, so that where the name begins or ends, and"
    " whether it is defined at all, must be guessed.",
    "Drafting practice: a defined term stands between quotation marks where it is defined.",
    FindingSeverity.WARNING,
)
_LEAD = r"(?:(?:each|collectively|together|individually|hereinafter|hereafter|referred to as|an?|the|this|these|as),? )"
_MOST = 4
"""Names beyond which a text lost its quotation marks on its way."""
_SHORT = r"[A-Z][^\"“”()\n]{1,60}"
_CLOSED_ONLY = re.compile(rf"\({_LEAD}{{0,5}}{_SHORT}[”\"]\)")
_OPENED_ONLY = re.compile(rf"\({_LEAD}{{1,5}}[“\"]{_SHORT}\)")


def quotation_marks(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each short name in brackets that has one quotation mark, one note where a text lost many."""
    yield from told_once(_halves(ground), _MOST)


def _halves(ground: Ground) -> Iterator[Finding]:
    text = ground.text
    at = text.find("(")
    while at >= 0:
        match = _CLOSED_ONLY.match(text, at) or _OPENED_ONLY.match(text, at)
        if match is not None:
            which = "before" if match[0][-2] in '”"' else "after"
            told = f"A quotation mark is missing {which} the name that is defined here."
            yield ground.finding(RULE, Span(*match.span()), RULE.severity, told)
        at = text.find("(", at + 1)
