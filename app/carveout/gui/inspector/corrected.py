"""What the inspector says of a clause that was corrected by hand: who did it, when, and how the clause was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.gui.inspector.moments import lately

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause, Outline
    from carveout.gui.session import Session
    from carveout.review.correction import Correction


def told_of(session: Session, clause: int) -> str:
    """Return who corrected a clause last and how it was read; empty where nobody corrected it."""
    corrections = session.corrections.get(clause)
    reading, read = session.reading, session.as_read
    if not corrections or reading is None or read is None:
        return ""
    latest = corrections[-1]
    by = "you" if latest.by == session.author else latest.by
    return f"Corrected by {by}, {lately(latest.at)}; {_as_read(reading.outline, read.outline, clause, corrections)}"


def _as_read(now: Outline, read: Outline, clause: int, corrections: tuple[Correction, ...]) -> str:
    """Return how a clause was read, as far as that differs; where it doesn't, which clause was joined with it."""
    here, at = now[clause], read.beginning(now[clause].start)
    if at is None:
        return f"as read: part of {_brief(corrections[0].clause)}"
    before = read[at]
    said = [title_of(before)] if title_of(before) != title_of(here) else []
    if _start(read, before.parent) != _start(now, here.parent):
        said.append("at the top" if before.parent is None else f"below {short(read[before.parent])}")
    if said:
        return f"as read: {', '.join(said)}"
    return f"joined with {_brief(corrections[-1].clause)}"


def title_of(clause: Clause) -> str:
    """Return a clause's number and heading on one line: `3.10 Financial Statements`."""
    return " ".join([short(clause), *(clause.heading or "").split()])


def _start(outline: Outline, clause: int | None) -> int | None:
    return None if clause is None else outline[clause].start


def _brief(citation: str) -> str:
    return citation.removeprefix("Section ")
