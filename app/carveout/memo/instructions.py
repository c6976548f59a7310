"""How a memo is to be set: for whom, with which parts, on whose paper, and under which legend."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEGEND = "Privileged and confidential\u00a0 ·\u00a0 Attorney work product"
RECIPIENT = "Deal team"


class Audience(StrEnum):
    """Whom a memo is for."""

    FIRM = "firm"
    """The reviewers and their firm: everything that was written is in it."""
    CLIENT = "client"
    """Whoever is outside the firm: nothing internal is in it."""


class Part(StrEnum):
    """What a memo can be made of, in the order in which it stands there. The heading block is always there."""

    CONTENTS = "contents"
    SUMMARY = "summary"
    ISSUES = "issues"
    REPRESENTATIONS = "representations"
    SCHEDULE = "schedule"
    COMPARED = "compared"
    REMEDIES = "remedies"
    FINDINGS = "findings"
    REMARKS = "remarks"
    OPEN = "open"
    AGREEMENT = "agreement"

    @property
    def called(self) -> str:
        """What the part is called at its head."""
        return _TITLES[self]


_TITLES = {
    Part.CONTENTS: "Contents",
    Part.SUMMARY: "Summary",
    Part.ISSUES: "Issues by severity",
    Part.REPRESENTATIONS: "Representations",
    Part.SCHEDULE: "Carve-outs",
    Part.COMPARED: "Carve-outs compared",
    Part.REMEDIES: "Remedies",
    Part.FINDINGS: "Proofreading",
    Part.REMARKS: "Questions, proposals and notes",
    Part.OPEN: "Open points",
    Part.AGREEMENT: "Annotated agreement",
}

CLOSELY = frozenset({Part.COMPARED, Part.REMEDIES, Part.FINDINGS})
"""The parts that tell what the close reading found; a reading that wasn't read closely has none of them."""


@dataclass(frozen=True, slots=True)
class Instructions:
    """What whoever hands the memo in asks for.

    `logo` is a picture file as it was chosen, PNG or JPEG, empty where there is none. `recipient` stands after “To”.
    An empty `legend` leaves the line above the title away.
    """

    audience: Audience = Audience.FIRM
    parts: frozenset[Part] = frozenset(Part)
    firm: str = ""
    logo: bytes = b""
    recipient: str = RECIPIENT
    legend: str = LEGEND
