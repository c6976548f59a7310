"""References: words that point to other clauses, or out of the document."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.agreement.content import Reference
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.references.mentions import ATTACHMENT_WORDS, mentions
from carveout.agreement.references.pointing import pointing
from carveout.agreement.references.positions import beside
from carveout.agreement.references.printed import Printed
from carveout.agreement.references.register import Register

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def references(reading: Reading) -> tuple[Reference, ...]:
    """Return every reference of a document, in the order of the text, resolved within its own instrument.

    No two overlap. What a table of contents, a label or a heading prints is none. One that points to a clause, an
    attachment or a disclosure schedule that the document doesn't hold has no target and is not external.
    """
    flat = unbroken(reading.text)
    lower = folded(flat)
    outline = reading.outline
    printed = Printed(reading)
    register = Register(flat, outline, reading.title)
    attachments = register.attachments
    named = (
        one
        for one in mentions(flat, lower, outline)
        if outline.at(one.span.start) is not None
        and not (printed.holds(one.span.start) or printed.opens(one.span))
        and not (one.word in ATTACHMENT_WORDS and (printed.lists(one.span) or attachments.prints(one.span.start)))
    )
    found = list(pointing(reading, flat, register, named))
    starts = [one.span.start for one in found]
    ends = list(accumulate((one.span.end for one in found), max))
    for place in beside(flat, lower, outline):
        before = bisect_right(starts, place.span.end - 1) - 1
        if (before < 0 or ends[before] <= place.span.start) and not printed.holds(place.span.start):
            clause = outline.at(place.span.start)
            quote = place.span.of(reading.text)
            found.append(Reference(clause or 0, place.span, quote, place.targets, external=False))
    return tuple(sorted(found, key=_start))


def _start(reference: Reference) -> int:
    return reference.span.start
