"""The same job by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from carveout.review.annotation import AnnotationKind, Severity, Status, Target
from carveout.review.mark import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.story.conftest import Counsel

ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAME = "Deal Counsel"
ISSUE = "The exception reaches every adverse effect. Limit it to what was disclosed by signing."
NOTE = "Ask for the list of the proceedings."
QUESTION = "Why is there neither a look-back nor materiality here?"
REASON = "Four companies, by name."
STATEMENTS, DEBTS = "3.10 Financial Statements of IIJ", "3.11 No Other Debts"
EXISTENCE, PRICE = (
    "3.2 Lawful Formation and Existence of IIJ Group Companies",
    "Article 7 Payment of the Purchase Price of the New Shares",
)


def test_the_whole_story_by_keyboard_alone(counsel: Callable[[], Counsel], tmp_path: Path) -> None:
    she = counsel()
    signs_in_her_name(she)
    she.tab_to("Open the sample filing")
    she.opens(lambda: she.key(Qt.Key.Key_Return))
    filters(she)
    marks_read(she)
    reads_on(she)
    raises_an_issue(she)
    notes_three_words(she)
    undoes_and_redoes(she)
    asks_a_question(she)
    resolves_it(she)
    decides(she)
    again = closes_and_comes_back(she, counsel)
    memo = again.exports(tmp_path / "memo.pdf")
    words = " ".join(" ".join(page.extract_text() for page in memo.pages).split())
    for told in (NAME, ISSUE, NOTE, QUESTION, REASON, "Section 3.18 · p. 17, ll. 906–914"):
        assert told in words, told
    again.key(Qt.Key.Key_Q, CONTROL)
    assert not again.window.isVisible()


def signs_in_her_name(she: Counsel) -> None:
    she.key(Qt.Key.Key_Comma, CONTROL)
    she.write(NAME)  # over the name that is offered
    she.key(Qt.Key.Key_Return)
    assert she.desk.session.author == NAME


def filters(she: Counsel) -> None:
    she.key(Qt.Key.Key_F, CONTROL | SHIFT)
    she.key(Qt.Key.Key_Tab)
    assert PRICE in she.rows()
    for facet in ("Representations", "Carve-outs", "Unread"):
        she.key(Qt.Key.Key_Right)
        assert she.window.outline.chips.facet == facet
        assert STATEMENTS in she.rows()
        assert (EXISTENCE in she.rows()) == (facet != "Carve-outs")
        assert PRICE not in she.rows()


def finds(she: Counsel, typed: str, citation: str) -> None:
    she.key(Qt.Key.Key_F, CONTROL | SHIFT)
    she.write(typed)
    she.key(Qt.Key.Key_Return)
    assert she.desk.place.clause == she.clause(citation)


def marks_read(she: Counsel) -> None:
    """What was read leaves the unread when she has turned to something else, and is there again without the filter."""
    finds(she, "3.10", "Section 3.10")
    she.key(Qt.Key.Key_Down)  # out of the field and into the outline, where letters are keys
    she.key(Qt.Key.Key_R)
    assert she.state("Section 3.10") is State.READ
    finds(she, "3.1", "Section 3.1")
    assert STATEMENTS not in she.rows()
    she.key(Qt.Key.Key_Escape)
    assert STATEMENTS in she.rows()


def reads_on(she: Counsel) -> None:
    """The outline and the inspector follow the caret in the text."""
    finds(she, "3.10", "Section 3.10")
    she.key(Qt.Key.Key_Escape)
    she.key(Qt.Key.Key_F6)
    for _ in range(40):
        if she.in_outline() == DEBTS:
            break
        she.key(Qt.Key.Key_Down)
    assert she.in_outline() == DEBTS
    assert DEBTS in she.inspected()


def raises_an_issue(she: Counsel) -> None:
    """On the exception before, of high severity, though medium is offered."""
    she.key(Qt.Key.Key_E, SHIFT)
    she.key(Qt.Key.Key_I)
    she.write(ISSUE)
    she.key(Qt.Key.Key_Backtab, SHIFT)
    she.key(Qt.Key.Key_Left)
    she.key(Qt.Key.Key_Return, CONTROL)
    issue = she.annotation(AnnotationKind.ISSUE, "Section 3.10")
    assert (issue.severity, issue.comment, issue.author) == (Severity.HIGH, ISSUE, NAME)
    assert issue.anchor.target is Target.CARVEOUT


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
    assert she.annotation(AnnotationKind.NOTE, "Section 3.16(ii)").anchor.quote == "likely to become"


def undoes_and_redoes(she: Counsel) -> None:
    before = she.desk.session.review
    for _ in range(2):
        she.key(Qt.Key.Key_Z, CONTROL)
    assert not she.desk.session.review.annotations
    assert NOTE not in she.inspected()
    for _ in range(2):
        she.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert she.desk.session.review == before
    assert NOTE in she.inspected()


def asks_a_question(she: Counsel) -> None:
    """Two representations on."""
    she.key(Qt.Key.Key_J)
    she.key(Qt.Key.Key_J)
    assert she.desk.place.clause == she.clause("Section 3.18")
    she.key(Qt.Key.Key_Q)
    she.write(QUESTION)
    she.key(Qt.Key.Key_Return, CONTROL)
    assert she.annotation(AnnotationKind.QUESTION, "Section 3.18").comment == QUESTION


def resolves_it(she: Counsel) -> None:
    """In the inspector, the next pane but one to the outline, from one button to the next."""
    she.key(Qt.Key.Key_F6)
    she.tab_to("Resolve")
    she.key(Qt.Key.Key_Space)
    assert she.annotation(AnnotationKind.QUESTION, "Section 3.18").status is Status.RESOLVED
    she.key(Qt.Key.Key_F6, SHIFT)


def decides(she: Counsel) -> None:
    she.key(Qt.Key.Key_2, CONTROL)
    she.key(Qt.Key.Key_Home, CONTROL)
    she.key(Qt.Key.Key_N)
    she.write(REASON)
    she.key(Qt.Key.Key_Return, CONTROL)
    ((carveout, decision),) = she.desk.session.review.decisions.items()
    assert carveout == she.reading.carveouts[0].span
    assert (decision.verdict, decision.reason) == (Verdict.NARROW, REASON)
    she.key(Qt.Key.Key_1, CONTROL)


def closes_and_comes_back(she: Counsel, counsel: Callable[[], Counsel]) -> Counsel:
    """Nothing needs saving, and she is where she left."""
    review, matter = she.desk.session.review, she.desk.session.matter
    assert matter is not None
    she.key(Qt.Key.Key_Q, CONTROL)
    assert not she.window.isVisible()
    again = counsel()
    again.tab_to(matter.path.stem)
    again.opens(lambda: again.key(Qt.Key.Key_Return))
    assert again.desk.session.review == review
    assert again.in_outline() == "3.18 No Material Adverse Changes"
    assert QUESTION in again.inspected()
    return again
