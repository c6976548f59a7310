"""What the findings of a reading's check on itself come to, in one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carveout.memo.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading

_ALONE = {
    "no-agreement": "No agreement was found in this document; it can be read and annotated all the same.",
}
_IN_PLACES = {
    "contents-mismatch": "The outline differs from the printed table of contents in {places}",
    "numbering": "The numbering skips or repeats in {places}",
    "definitions-missing": "No definitions were found in {places} headed as such",
    "unheld-text": "Words in {places} belong to no clause",
    "pages-without-text": "{pages} hold no text",
}
"""The sentences, the weightiest first; what has none is counted with the rest."""


def told(findings: Sequence[Finding]) -> str:
    """Return one line for all findings, empty where there are none."""
    counts = Counter(finding.rule for finding in findings)
    for rule, sentence in _ALONE.items():
        if counts[rule]:
            return sentence
    if not findings:
        return ""
    named = [rule for rule in _IN_PLACES if counts[rule]]
    if not named:
        return _capital(f"{counted(len(findings), 'thing')} in this reading should be looked at")
    first = named[0]
    count = counts[first]
    sentence = _IN_PLACES[first].format(places=counted(count, "place"), pages=counted(count, "page"))
    others = len(findings) - count
    more = f", and {counted(others, 'other thing')} to look at" if others else ""
    return _capital(f"{sentence}{more}")


def _capital(sentence: str) -> str:
    return f"{sentence[0].upper()}{sentence[1:]}"


def row(finding: Finding, reading: Reading) -> str:
    """Return a finding as a line of the list, with the page where there is one."""
    place = reading.place(finding.span.start) if finding.span else None
    page = f"p. {place.page}   " if place and place.page else ""
    return f"{page}{' '.join(finding.message.split())}"


def can_be_shown(findings: Sequence[Finding]) -> bool:
    """Tell whether any of the findings has a place to go to, or more to say than the line."""
    return any(finding.span is not None or finding.clause is not None for finding in findings)
