"""How a reading checks itself: what doesn't tie is said, never passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.checking.definitions import definitions
from carveout.agreement.checking.numbering import numbering
from carveout.agreement.checking.printed import printed
from carveout.agreement.checking.unheld import unheld
from carveout.agreement.checking.wordless import wordless
from carveout.agreement.content import Finding, FindingSeverity

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NO_AGREEMENT = "no-agreement"


def checked(reading: Reading) -> tuple[Finding, ...]:
    """Return what doesn't tie in a reading, in the order of the text.

    A document that holds no agreement has nothing to tie: that it holds none is told, and which pages hold no text.
    """
    unread = tuple(wordless(reading.source.wordless))
    if reading.title is None:
        none = Finding(NO_AGREEMENT, None, None, FindingSeverity.NOTE, "No agreement was found in this document.")
        return (*unread, none)
    found = [
        *unread,
        *numbering(reading.outline),
        *printed(reading.outline, reading.contents),
        *definitions(reading.text, reading.outline, reading.terms),
        *unheld(reading.text, reading.outline, reading.paragraphs),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span.start if finding.span else 0, finding.rule)))
