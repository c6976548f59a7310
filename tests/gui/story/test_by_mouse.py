"""The whole job on the sample: opened, read, reviewed, closed, opened again, and handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from carveout.gui.outline.filter import Facet
from carveout.review.annotation import AnnotationKind, Severity, Target
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.story.conftest import Counsel

    from carveout.agreement.content import Carveout

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ISSUE = "The exception reaches every adverse effect. Limit it to what was disclosed by signing."
NOTE = "Ask for the list of the proceedings."


def test_the_whole_story(counsel: Callable[[], Counsel], words_of: Callable[[Path], str], tmp_path: Path) -> None:
    she = counsel()
    she.opens(lambda: she.press("Open the sample filing"))
    assert "Subscription Agreement — Carveout" in she.window.windowTitle()
    goes_by_the_outline(she)
    goes_by_the_text(she)
    filters(she)
    marks_read(she)
    (carveout,) = she.reading.carveouts_within(she.clause("Section 3.10"))
    raises_an_issue(she, carveout)
    notes_three_words(she)
    undoes_and_redoes(she)
    again = closes_and_comes_back(she, counsel)
    memo = tmp_path / "memo.pdf"
    again.exports(memo)
    for told in (ISSUE, NOTE, "Section 3.18 · p. 17, ll. 906–914"):
        assert told in words_of(memo), told
    again.window.close()


def goes_by_the_outline(she: Counsel) -> None:
    """The text and the inspector follow."""
    she.click_in_outline("Section 3.10")
    assert she.desk.place.clause == she.clause("Section 3.10")
    assert she.in_sight(she.reading.outline[she.clause("Section 3.10")].start)
    title = she.window.inspector.findChild(QWidget, "clauseTitle")
    assert title is not None
    assert "3.10 Financial Statements" in title.accessibleName()


def goes_by_the_text(she: Counsel) -> None:
    """The outline follows."""
    she.click_in_text("Crosswave", "Section 5.3")
    assert she.desk.place.clause == she.clause("Section 5.3")
    assert she.in_outline() == she.clause("Section 5.3")


def filters(she: Counsel) -> None:
    outline = she.window.outline
    she.press("Representations", outline)
    assert outline.chips.facet is Facet.REPRESENTATIONS
    assert she.shown_in_outline("Section 3.2")
    assert not she.shown_in_outline("Section 5.3")
    she.press("Carve-outs", outline)
    assert she.shown_in_outline("Section 5.3")
    assert not she.shown_in_outline("Section 3.2")
    she.press("Unread", outline)
    assert she.shown_in_outline("Section 3.10")


def marks_read(she: Counsel) -> None:
    """What was read is no longer among the unread, once she asks again."""
    she.click_in_outline("Section 3.10")
    she.key(Qt.Key.Key_R)
    assert she.state("Section 3.10") is State.READ
    she.press("All", she.window.outline)
    she.press("Unread", she.window.outline)
    assert not she.shown_in_outline("Section 3.10")
    assert she.shown_in_outline("Section 3.11")
    she.press("All", she.window.outline)


def raises_an_issue(she: Counsel, carveout: Carveout) -> None:
    she.click_in_outline("Section 3.10")
    she.press("Raise issue", she.window.inspector)
    she.press("High", she.window.inspector)
    she.click_into_comment()
    she.write(ISSUE)
    she.press("Save", she.window.inspector)
    issue = she.annotation(AnnotationKind.ISSUE)
    assert (issue.severity, issue.comment) == (Severity.HIGH, ISSUE)
    assert (issue.anchor.target, issue.anchor.span) == (Target.CARVEOUT, carveout.span)


def notes_three_words(she: Counsel) -> None:
    she.click_in_text("likely to become", "Section 3.16(ii)")
    for _ in range(3):
        she.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    she.key(Qt.Key.Key_N)
    she.write(NOTE)
    she.key(Qt.Key.Key_Return, CONTROL)
    note = she.annotation(AnnotationKind.NOTE)
    assert (note.anchor.quote, note.anchor.clause) == ("likely to become", she.clause("Section 3.16(ii)"))


def undoes_and_redoes(she: Counsel) -> None:
    note = she.annotation(AnnotationKind.NOTE)
    she.key(Qt.Key.Key_Z, CONTROL)
    assert note.id not in she.desk.session.review.annotations
    she.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert she.annotation(AnnotationKind.NOTE) == note


def closes_and_comes_back(she: Counsel, counsel: Callable[[], Counsel]) -> Counsel:
    """Nothing needs saving, and she is where she left."""
    review, matter = she.desk.session.review, she.desk.session.matter
    assert matter is not None
    she.window.close()
    again = counsel()
    again.opens(lambda: again.press(matter.path.stem))
    assert again.desk.session.review == review
    assert again.desk.place.clause == again.clause("Section 3.16(ii)")
    assert again.in_outline() == again.clause("Section 3.16(ii)")
    assert again.in_sight(again.annotation(AnnotationKind.NOTE).anchor.span.start)
    return again
