from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from carveout.agreement.citation import short
from carveout.gui.inspector.findings import Findings, standing
from carveout.gui.inspector.hanging import hanging
from carveout.gui.inspector.links import ClauseLink
from carveout.gui.inspector.wrapping import WrappedText
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind
from carveout.review.dismissal import Dismissal, here
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session

    Lay = Callable[[Reading], None]
    Find = Callable[[str], int]


def group(reading: Reading, clause: int, lead: str) -> list[str]:
    return [link.text for group in hanging(reading, clause) if group.lead == lead for link in group.links]


def sections(panel: InspectorPanel) -> list[str]:
    return [link.text() for link in panel.findChildren(ClauseLink) if link.isVisible()]


def in_sight(panel: InspectorPanel, text: str) -> bool:
    buttons = [button for button in panel.findChildren(QPushButton) if button.text() == text]
    return any(not button.visibleRegion().isEmpty() for button in buttons)


def place_of(panel: InspectorPanel, text: str) -> QPoint:
    """Where a button stands in the pane, as it is seen."""
    (button,) = (one for one in panel.findChildren(QPushButton) if one.text() == text and one.isVisible())
    return button.mapTo(panel.viewport(), QPoint())


def writes(panel: InspectorPanel, comment: str) -> None:
    """Write into the editor that is open, and save."""
    field = next(one for one in panel.findChildren(QPlainTextEdit) if one.accessibleName() == "Comment")
    QTest.keyClicks(field, comment)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def settle() -> None:
    """Let what was asked for in later turns of the event loop be done."""
    for _ in range(8):
        QApplication.processEvents()


def told(panel: InspectorPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(WrappedText) if label.isVisible())


def test_a_clause_tells_what_it_cites_and_who_cites_it(sample_closely: Reading, clause: Find) -> None:
    assert group(sample_closely, clause("Article 7"), "Cites") == ["Article 6", "Article 2"]
    assert group(sample_closely, clause("Article 7"), "Cited by") == ["3.4", "Article 8"]
    assert group(sample_closely, clause("Article 7"), "Role") == ["Covenant"]


def test_a_clause_cites_neither_itself_nor_what_it_is_part_of(sample_closely: Reading) -> None:
    for clause in sample_closely.outline:
        above = {short(sample_closely.outline[one]) for one in sample_closely.outline.ancestors(clause.id)}
        assert not {short(clause), *above} & set(group(sample_closely, clause.id, "Cites"))


def test_a_clause_tells_its_tests_in_a_line(sample_closely: Reading, clause: Find) -> None:
    assert group(sample_closely, clause("Section 5.3"), "Role") == ["Condition"]
    (effect,) = group(sample_closely, clause("Section 5.3"), "Adverse effect")
    assert effect.startswith("likely to have · any")
    assert any("true and correct" in told for told in group(sample_closely, clause("Section 5.1"), "Accuracy"))


def test_a_clause_tells_the_attachments_that_it_is_bound_to(sample_closely: Reading) -> None:
    bound = [group(sample_closely, clause.id, "Schedules") for clause in sample_closely.outline]
    assert any(bound)
    cited = [group(sample_closely, clause.id, "Cites") for clause in sample_closely.outline]
    assert not any(link.startswith("Exhibit") for links in cited for link in links)


def test_a_link_to_who_cites_it_leads_to_the_very_words(sample_closely: Reading, clause: Find) -> None:
    links = [
        link for one in hanging(sample_closely, clause("Article 7")) if one.lead == "Cited by" for link in one.links
    ]
    assert all(link.span is not None and "Article" in link.span.of(sample_closely.text) for link in links)


def test_before_the_close_reading_there_is_nothing(sample_reading: Reading, clause: Find) -> None:
    assert not any(group.links for group in hanging(sample_reading, clause("Article 7")))


def test_only_findings_that_stand_are_shown(sample_closely: Reading, clause: Find) -> None:
    seventh = clause("Article 7")
    (finding,) = standing(sample_closely, Review(), seventh)
    assert finding.rule == "reference-sense"
    put_aside = Dismissal("Known", "A. Reader", dt.datetime(2024, 5, 5, tzinfo=dt.UTC))
    review = Review(dismissals={here(sample_closely.text, finding): put_aside})
    assert standing(sample_closely, review, seventh) == ()


@pytest.fixture
def filled_in(panel: InspectorPanel, place: Place, clause: Find, sample_reading: Reading, lay: Lay) -> InspectorPanel:
    """The inspector at Article 7, before the close reading."""
    lay(sample_reading)
    place.go(clause("Article 7"))
    return panel


def test_the_close_reading_fills_the_inspector_in(
    filled_in: InspectorPanel, session: Session, sample_closely: Reading, qtbot: QtBot
) -> None:
    assert "Nothing found here." in told(filled_in)
    assert not filled_in.findChildren(Findings)[0].isVisible()
    session.take_close_reading(sample_closely)
    qtbot.waitUntil(lambda: "No notes yet." in told(filled_in))
    assert "Reference that doesn’t fit its target" in told(filled_in)
    assert {"Article 6", "Article 2", "3.4", "Article 8", "Covenant"} <= set(sections(filled_in))


def test_what_is_still_to_be_filled_in_is_forgotten_with_the_clause(
    filled_in: InspectorPanel, session: Session, sample_closely: Reading, place: Place, clause: Find
) -> None:
    session.take_close_reading(sample_closely)
    place.go(clause("Article 9"))
    shown = told(filled_in), sections(filled_in)
    settle()
    assert (told(filled_in), sections(filled_in)) == shown


def test_a_note_in_the_making_stays_in_sight_while_the_inspector_fills_in(
    filled_in: InspectorPanel, session: Session, sample_closely: Reading, place: Place, clause: Find, qtbot: QtBot
) -> None:
    filled_in.resize(340, 420)
    place.go(clause("Section 3.18"))
    filled_in.begin(AnnotationKind.NOTE, on_clause(sample_closely, clause("Section 3.18")))
    qtbot.waitUntil(lambda: in_sight(filled_in, "Save"))
    session.take_close_reading(sample_closely)
    qtbot.waitUntil(lambda: "Heading that says something else" in told(filled_in))
    qtbot.waitUntil(lambda: in_sight(filled_in, "Save"))


def test_a_note_just_written_stays_where_it_is_while_the_inspector_fills_in(
    filled_in: InspectorPanel, session: Session, sample_closely: Reading, place: Place, clause: Find, qtbot: QtBot
) -> None:
    filled_in.resize(340, 420)
    place.go(clause("Section 3.18"))
    filled_in.begin(AnnotationKind.QUESTION, on_clause(sample_closely, clause("Section 3.18")))
    writes(filled_in, "Why is there no look-back?")
    qtbot.waitUntil(lambda: in_sight(filled_in, "Resolve"))
    settle()
    before = place_of(filled_in, "Resolve")
    session.take_close_reading(sample_closely)
    for _ in range(8):
        QApplication.processEvents()
        assert place_of(filled_in, "Resolve") == before
    assert "Heading that says something else" in told(filled_in)


def test_what_stands_at_the_top_of_a_scrolled_inspector_stays_there_while_it_fills_in(
    filled_in: InspectorPanel, session: Session, sample_closely: Reading, place: Place, clause: Find
) -> None:
    filled_in.resize(340, 100)
    place.go(clause("Section 3.18"))
    settle()
    bar = filled_in.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = place_of(filled_in, "+ Add")
    session.take_close_reading(sample_closely)
    for _ in range(8):
        QApplication.processEvents()
        assert place_of(filled_in, "+ Add") == before
    assert "Heading that says something else" in told(filled_in)
