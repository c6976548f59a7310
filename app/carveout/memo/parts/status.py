"""How states, severities and kinds look: a shape and a colour each, so that none has to be told by colour."""

from __future__ import annotations

from carveout.memo.typesetting.rows import Figure
from carveout.memo.typesetting.signs import Sign
from carveout.memo.typesetting.style import (
    ACCENT,
    BAD,
    CARVEOUT,
    FAINT,
    GOOD,
    ISSUE_MARK,
    NOTE_MARK,
    PALE_ACCENT,
    PALE_CARVEOUT,
    PROPOSAL_MARK,
    QUESTION_MARK,
    TRACK,
    Colour,
)
from carveout.review.annotation import AnnotationKind, Severity
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
HIGHLIGHT: dict[AnnotationKind, tuple[Sign, Colour]] = {
    AnnotationKind.ISSUE: (Sign.POINT, ISSUE_MARK),
    AnnotationKind.QUESTION: (Sign.QUERY, QUESTION_MARK),
    AnnotationKind.PROPOSAL: (Sign.CARET, PROPOSAL_MARK),
    AnnotationKind.NOTE: (Sign.LINES, NOTE_MARK),
}
SEVERITY_BAR: dict[Severity, Colour] = {Severity.HIGH: BAD, Severity.MEDIUM: PALE_CARVEOUT, Severity.LOW: TRACK}
