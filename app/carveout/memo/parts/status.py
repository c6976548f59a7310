"""How states, severities and decisions look: a shape and a colour each, so that neither has to be told by colour."""

from __future__ import annotations

from carveout.memo.typesetting.rows import Figure
from carveout.memo.typesetting.style import (
    ACCENT,
    BAD,
    CARVEOUT,
    FAINT,
    GOOD,
    PALE_ACCENT,
    PALE_CARVEOUT,
    TRACK,
    Colour,
)
from carveout.review.annotation import Severity
from carveout.review.mark import State

STATE: dict[State, tuple[Figure, Colour]] = {
    State.CLEARED: (Figure.DISC, GOOD),
    State.NOTED: (Figure.HALF, ACCENT),
    State.READ: (Figure.HALF, PALE_ACCENT),
    State.UNREAD: (Figure.RING, FAINT),
}
SEVERITY: dict[Severity, tuple[Figure, Colour]] = {
    Severity.HIGH: (Figure.TRIANGLE, BAD),
    Severity.MEDIUM: (Figure.DIAMOND, CARVEOUT),
    Severity.LOW: (Figure.DISC, PALE_CARVEOUT),
}
STATE_BAR: dict[State, Colour] = {
    State.CLEARED: GOOD,
    State.NOTED: ACCENT,
    State.READ: PALE_ACCENT,
    State.UNREAD: TRACK,
}
SEVERITY_BAR: dict[Severity, Colour] = {Severity.HIGH: BAD, Severity.MEDIUM: PALE_CARVEOUT, Severity.LOW: TRACK}
