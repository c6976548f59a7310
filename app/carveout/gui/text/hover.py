"""What the pointer is told when it rests: the meaning of a term, the comment behind a flag, a tracked change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import cite
from carveout.agreement.reading import AsideKind
from carveout.gui.visible import visible
from carveout.review.annotation import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.content import Term
    from carveout.agreement.reading import Aside, Reading
    from carveout.gui.text.marks import Flag

_LONGEST = 480
_MOST = 6
"""Tracked changes in one place that the pointer is told of."""
_DONE = {AsideKind.INSERTION: "Inserted", AsideKind.DELETION: "Deleted", AsideKind.COMMENT: "Comment"}


def meaning(reading: Reading, term: Term) -> str:
    """Return the words that define a term, and where they stand."""
    return f"{_shortened(term.span.of(reading.text))} — {cite(reading, term.clause, term.span)}"


def comment(flag: Flag) -> str:
    """Return what an annotation says, and who says it."""
    said = flag.annotation
    kind = said.kind.capitalize()
    severity = f", {said.severity}" if said.severity else ""
    resolved = ", resolved" if said.status is Status.RESOLVED else ""
    words = " → ".join(part for part in (_shortened(said.comment), _shortened(said.proposed)) if part)
    return f"{flag.number} · {kind}{severity}{resolved} · {visible(said.author)}: {words}"


def changes(tracked: Sequence[Aside]) -> str:
    """Return what tracked changes put in or took out, and who made them."""
    return "  ·  ".join(f"{_DONE[one.kind]}{_by(one)}: {_shortened(one.text)}" for one in tracked[:_MOST])


def _by(one: Aside) -> str:
    return f" by {visible(one.author)}" if one.author else ""


def _shortened(text: str) -> str:
    words = visible(" ".join(text.split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
