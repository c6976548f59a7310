"""The whole job on the sample: opened, read, reviewed, closed, opened again, and handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from carveout.review.annotation import AnnotationKind, Severity, Target
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pypdf
    from pytestqt.qtbot import QtBot
    from tests.gui.story.conftest import Counsel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ISSUE = "The exception reaches every adverse effect. Limit it to what was disclosed by signing."
NOTE = "Ask for the list of the proceedings."
QUESTION = "Why is there neither a look-back nor materiality here?"
STATEMENTS = "3.10 Financial Statements of IIJ"


def test_the_whole_story(counsel: Callable[[], Counsel], qtbot: QtBot, tmp_path: Path) -> None:
    she = counsel()
    opens_the_sample(she, qtbot)
    goes_by_the_outline(she)
    goes_by_the_text(she)
    filters(she)
    marks_read(she)
    raises_an_issue(she)
    notes_three_words(she)
    undoes_and_redoes(she)
    asks_a_question(she)
    again = closes_and_comes_back(she, counsel)
    memo = again.exports(tmp_path / "memo.pdf")
    again.key(Qt.Key.Key_Q, CONTROL)
    assert not again.window.isVisible()
    reads_the_memo(memo, by=again.desk.session.author)


def opens_the_sample(she: Counsel, qtbot: QtBot) -> None:
    """A child process reads it, she sees how far it is, and finds the agreement inside the filing."""
    opening = she.window.papers.opening
    with qtbot.waitSignals([opening.began, opening.progressed], timeout=30_000):
        she.opens(lambda: she.press("Open the sample filing"))
    assert she.window.windowTitle() == "NTT / IIJ Subscription Agreement — Carveout"
    assert "Exhibit 1 Subscription Agreement" in she.rows()
    assert "Item 4 Purpose of Transaction" in she.rows()
    assert she.in_sight("This Subscription Agreement", "Exhibit 1")


def goes_by_the_outline(she: Counsel) -> None:
    """The text goes there, and the inspector shows the representation, its carve-out and her notes."""
    she.click_in_outline("Section 3.10")
    assert she.in_sight("Financial Statements of IIJ", "Section 3.10")
    for told in (STATEMENTS, "Representation by IIJ · p. 15, ll. 776–796", "Exception · Crosswave", "No notes yet"):
        assert told in she.inspected()


def goes_by_the_text(she: Counsel) -> None:
    """The outline follows."""
    she.click_in_text("likely to have any material adverse effect", "Section 5.3")
    assert she.in_outline().startswith("5.3 No event or circumstance")


def filters(she: Counsel) -> None:
    chips = she.window.outline.chips
    opinion, condition = "3.2 Lawful Formation and Existence of IIJ Group Companies", "5.3 No event or circumstance"
    she.press("Representations", chips)
    assert {STATEMENTS, opinion} <= set(she.rows())
    assert not any(row.startswith(condition) for row in she.rows())
    she.press("Carve-outs", chips)
    assert STATEMENTS in she.rows()
    assert any(row.startswith(condition) for row in she.rows())
    assert opinion not in she.rows()
    she.press("Unread", chips)
    assert {STATEMENTS, opinion} <= set(she.rows())


def marks_read(she: Counsel) -> None:
    """What was read is no longer among the unread, once she asks again."""
    she.click_in_outline("Section 3.10")
    she.press("Read", she.window.inspector)
    assert she.state("Section 3.10") is State.READ
    assert STATEMENTS in she.rows()
    she.press("All", she.window.outline.chips)
    she.press("Unread", she.window.outline.chips)
    assert STATEMENTS not in she.rows()
    assert "3.11 No Other Debts" in she.rows()
    she.press("All", she.window.outline.chips)


def raises_an_issue(she: Counsel) -> None:
    she.click_in_outline("Section 3.10")
    she.press("Raise issue", she.window.inspector)
    she.write(ISSUE)
    she.press("High", she.window.inspector)
    she.press("Save", she.window.inspector)
    issue = she.annotation(AnnotationKind.ISSUE, "Section 3.10")
    (carveout,) = she.reading.carveouts_within(she.clause("Section 3.10"))
    assert (issue.severity, issue.comment) == (Severity.HIGH, ISSUE)
    assert (issue.anchor.target, issue.anchor.span) == (Target.CARVEOUT, carveout.span)
    assert "Open issue, high" in she.inspected()
    assert ISSUE in she.inspected()


def notes_three_words(she: Counsel) -> None:
    she.select_in_text("likely to become", "Section 3.16(ii)")
    she.key(Qt.Key.Key_N)
    she.write(NOTE)
    she.key(Qt.Key.Key_Return, CONTROL)
    assert she.annotation(AnnotationKind.NOTE, "Section 3.16(ii)").anchor.quote == "likely to become"


def undoes_and_redoes(she: Counsel) -> None:
    before = she.desk.session.review
    she.key(Qt.Key.Key_Z, CONTROL)
    assert NOTE not in she.inspected()
    she.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert NOTE in she.inspected()
    assert she.desk.session.review == before


def asks_a_question(she: Counsel) -> None:
    she.click_in_outline("Section 3.18")
    she.key(Qt.Key.Key_Q)
    she.write(QUESTION)
    she.press("Save", she.window.inspector)
    assert she.annotation(AnnotationKind.QUESTION, "Section 3.18").comment == QUESTION


def closes_and_comes_back(she: Counsel, counsel: Callable[[], Counsel]) -> Counsel:
    """Nothing needs saving, and she is where she left."""
    she.click_in_outline("Section 3.11")
    she.click_in_text("reflected in the Financial Statements", "Section 3.11(2)")
    sheet = she.window.text.sheet
    she.turn_wheel(sheet.viewport(), -1)
    review, matter, top = she.desk.session.review, she.desk.session.matter, sheet.top()
    assert matter is not None
    she.key(Qt.Key.Key_Q, CONTROL)
    assert not she.window.isVisible()
    again = counsel()
    again.opens(lambda: again.press(matter.path.stem))
    assert again.desk.session.review == review
    assert again.in_outline().startswith("(2) Except those liabilities")
    assert again.window.text.sheet.top() == top
    again.click_in_outline("Section 3.18")
    assert QUESTION in again.inspected()
    return again


def reads_the_memo(memo: pypdf.PdfReader, *, by: str) -> None:
    words = " ".join(" ".join(page.extract_text() for page in memo.pages).split())
    for told in (ISSUE, NOTE, QUESTION, "Section 3.18 · p. 17, ll. 906–914"):
        assert told in words, told
    made = [annotation.get_object() for page in memo.pages for annotation in page.get("/Annots", ())]
    said = {(a["/Subtype"], a["/T"], a["/Contents"]) for a in made if a["/Subtype"] in {"/Highlight", "/Text"}}
    assert said == {(kind, by, comment) for kind in ("/Highlight", "/Text") for comment in (ISSUE, NOTE, QUESTION)}
