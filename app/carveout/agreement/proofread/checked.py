"""The rules by which the structural reading checks itself: what they are, for the catalogue."""

from __future__ import annotations

from carveout.agreement.checking import NO_AGREEMENT
from carveout.agreement.checking.definitions import RULE as DEFINITIONS
from carveout.agreement.checking.numbering import RULE as NUMBERING
from carveout.agreement.checking.printed import RULE as PRINTED
from carveout.agreement.checking.unheld import RULE as UNHELD
from carveout.agreement.checking.wordless import RULE as WORDLESS
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule

_OF_THE_READING = "The reading’s check on itself."
CHECKED = (
    Rule(
        NO_AGREEMENT,
        "No agreement",
        "No agreement was found in the document, so nothing else in it was checked.",
        _OF_THE_READING,
        FindingSeverity.NOTE,
    ),
    Rule(
        WORDLESS,
        "Page without text",
        "A page shows something, such as a scan, but holds no text: whatever stands on it was not read.",
        _OF_THE_READING,
        FindingSeverity.WARNING,
    ),
    Rule(
        NUMBERING,
        "Numbering",
        "A number is passed over, stands twice or comes too late: a clause was lost or moved, and references to it may"
        " point to the wrong words.",
        "Drafting practice: references hold only while every number stands once.",
        FindingSeverity.WARNING,
    ),
    Rule(
        PRINTED,
        "Table of contents",
        "The printed table of contents lists a clause that the text doesn’t have, or heads it otherwise: one of the two"
        " is of an older draft.",
        "Drafting practice: the table is made anew before signing.",
        FindingSeverity.WARNING,
    ),
    Rule(
        DEFINITIONS,
        "Definitions without a definition",
        "A clause is headed as definitions and defines nothing: its terms would seem undefined everywhere.",
        _OF_THE_READING,
        FindingSeverity.WARNING,
    ),
    Rule(
        UNHELD,
        "Words outside the outline",
        "Words stand in no clause of the outline, so that nobody would find them in it.",
        _OF_THE_READING,
        FindingSeverity.NOTE,
    ),
)
