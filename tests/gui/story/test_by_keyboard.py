"""The same job by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from carveout.review.annotation import AnnotationKind, Severity, Target
from carveout.review.mark import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.story.conftest import Counsel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ISSUE = "The exception reaches every adverse effect. Limit it to what was disclosed by signing."
NOTE = "Ask for the list of the proceedings."
REASON = "Four companies, by name."


def test_the_whole_story_by_keyboard_alone(
    counsel: Callable[[], Counsel], words_of: Callable[[Path], str], tmp_path: Path
) -> None:
    she = counsel()
    she.tab_to("Open the sample filing")
    she.opens(lambda: she.key(Qt.Key.Key_Space))
    marks_read(she)
    raises_an_issue(she)
    notes_three_words(she)
    undoes_and_redoes(she)
    decides(she)
    closes_and_comes_back(she)
    memo = tmp_path / "memo.pdf"
    she.exports(memo)
    for told in (ISSUE, NOTE, REASON):
        assert told in words_of(memo), told
    she.key(Qt.Key.Key_Q, CONTROL)
    assert not she.window.isVisible()


def finds(she: Counsel, typed: str, citation: str) -> None:
    she.key(Qt.Key.Key_F, CONTROL)
    she.key(Qt.Key.Key_A, CONTROL)
    she.write(typed)
    she.key(Qt.Key.Key_Return)
    assert she.desk.place.clause == she.clause(citation)


def marks_read(she: Counsel) -> None:
    finds(she, "3.10", "Section 3.10")
    she.key(Qt.Key.Key_Down)  # out of the field and into the outline, where letters are keys
    she.key(Qt.Key.Key_R)
    assert she.state("Section 3.10") is State.READ


def raises_an_issue(she: Counsel) -> None:
    she.key(Qt.Key.Key_E)
    she.key(Qt.Key.Key_I)
    she.write(ISSUE)
    she.tab_back_into("Severity")
    while not she.window.focusWidget().accessibleName().endswith("high"):
        she.key(Qt.Key.Key_Left)
    she.key(Qt.Key.Key_Return, CONTROL)
    issue = she.annotation(AnnotationKind.ISSUE)
    assert (issue.severity, issue.anchor.target) == (Severity.HIGH, Target.CARVEOUT)
    assert issue.anchor.clause == she.clause("Section 3.10")


def notes_three_words(she: Counsel) -> None:
    finds(she, "3.16(ii)", "Section 3.16(ii)")
    she.key(Qt.Key.Key_F6)
    for _ in range(3):
        she.key(Qt.Key.Key_Right, CONTROL)  # past “(ii) ”
    for _ in range(3):
        she.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    she.key(Qt.Key.Key_N)
    she.write(NOTE)
    she.key(Qt.Key.Key_Return, CONTROL)
    assert she.annotation(AnnotationKind.NOTE).anchor.quote == "likely to become"


def undoes_and_redoes(she: Counsel) -> None:
    before = she.desk.session.review
    for _ in range(2):
        she.key(Qt.Key.Key_Z, CONTROL)
    assert not she.desk.session.review.annotations
    for _ in range(2):
        she.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert she.desk.session.review == before


def decides(she: Counsel) -> None:
    she.key(Qt.Key.Key_2, CONTROL)
    she.key(Qt.Key.Key_Home, CONTROL)
    she.key(Qt.Key.Key_N)
    she.write(REASON)
    she.key(Qt.Key.Key_Return)
    ((carveout, decision),) = she.desk.session.review.decisions.items()
    assert carveout == she.reading.carveouts[0].span
    assert (decision.verdict, decision.reason) == (Verdict.NARROW, REASON)
    she.key(Qt.Key.Key_1, CONTROL)


def closes_and_comes_back(she: Counsel) -> None:
    session, place = she.desk.session, she.desk.place
    review, matter, left = session.review, session.matter, place.clause
    assert matter is not None
    she.key(Qt.Key.Key_W, CONTROL)
    assert session.matter is None
    she.tab_to(matter.path.stem)
    she.opens(lambda: she.key(Qt.Key.Key_Space))
    assert (session.review, place.clause) == (review, left)
