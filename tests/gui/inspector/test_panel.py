from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from carveout.agreement.content import Gap, GapStrength, Qualifier, QualifierKind
from carveout.agreement.span import Span
from carveout.gui.inspector.links import ClauseLink
from carveout.gui.inspector.pill import Pill
from carveout.gui.inspector.wrapping import Quote, WrappedText
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Severity
from carveout.review.mark import State
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session

    Lay = Callable[[Reading], None]
    Find = Callable[[str], int]
    Press = Callable[[QWidget, str], None]


def told(within: QWidget) -> str:
    """Everything that is written in view."""
    texts = [t.text() for t in within.findChildren(WrappedText) if t.isVisible()]
    words = [q.words() for q in within.findChildren(Quote) if q.isVisible()]
    buttons = [b.text() for b in within.findChildren(QAbstractButton) if b.isVisible()]
    pills = [p.text() for p in within.findChildren(Pill) if p.isVisible()]
    return "\n".join(texts + words + buttons + pills)


def links(within: QWidget) -> list[str]:
    return [link.text() for link in within.findChildren(ClauseLink) if link.isVisible()]


def test_without_a_document_it_says_what_to_do(panel: InspectorPanel) -> None:
    assert "Open an agreement" in told(panel)


def test_before_a_clause_is_chosen_it_says_how(panel: InspectorPanel, sample_reading: Reading, lay: Lay) -> None:
    lay(sample_reading)
    assert "Choose a clause" in told(panel)


def test_the_head_names_the_clause_its_role_and_where_it_stands(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find
) -> None:
    lay(sample_reading)
    place.go(clause("Section 3.10"))
    assert "3.10 Financial Statements of IIJ" in told(panel)
    assert "Representation by IIJ · p. 15, ll. 776–796 · Section\N{NO-BREAK SPACE}3.10" in told(panel)


def test_the_readers_own_movement_is_followed(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find
) -> None:
    lay(sample_reading)
    place.follow(clause("Section 3.12"))
    assert "3.12 " in told(panel)


def test_a_mark_is_made_and_taken_off_again(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find, press: Press, session: Session
) -> None:
    lay(sample_reading)
    place.go(clause("Section 3.10"))
    press(panel, "Read")
    assert session.review.marks[clause("Section 3.10")][0].state is State.READ
    assert "Read by you, " in told(panel)
    press(panel, "Unread")
    assert not session.review.marks
    session.undo()
    assert "Read by you, " in told(panel)


def test_a_mark_in_an_item_is_for_its_representation(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find, press: Press, session: Session
) -> None:
    lay(sample_reading)
    place.go(clause("Section 3.16(ii)"))
    assert links(panel)[0] == "3.16 No Lawsuits"
    press(panel, "Cleared")
    assert session.review.marks.keys() == {clause("Section 3.16")}


def test_an_open_issue_is_told_in_the_head_until_it_is_resolved(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find, press: Press, session: Session
) -> None:
    lay(sample_reading)
    at = clause("Section 3.12")
    session.annotate(AnnotationKind.ISSUE, on_clause(sample_reading, at), "No.", severity=Severity.LOW)
    place.go(at)
    assert "Open issue, low" in told(panel)
    press(panel, "Resolve")
    assert "Open issue" not in told(panel)
    assert "Issue, resolved" in told(panel)


def test_a_card_shows_a_carveout_its_siblings_and_leads_to_them(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find, press: Press
) -> None:
    lay(sample_reading)
    place.go(clause("Section 3.10"))
    assert "Exception · Crosswave" in told(panel)
    assert "“except for any adverse effects caused by the petitioning" in told(panel)
    assert links(panel)[-7:-4] == ["3.14", "3.18", "5.3"]
    press(panel, "5.3")
    assert place.clause == clause("Section 5.3")
    assert "5.3" in told(panel).splitlines()[0]


def test_long_words_are_shown_whole_when_asked_for(
    panel: InspectorPanel, reading: Reading, lay: Lay, place: Place, press: Press
) -> None:
    whole = Span(reading.outline[2].start, reading.outline[2].end)
    carveout = replace(reading.carveouts[0], clause=2, span=whole, quote=whole.of(reading.text))
    lay(replace(reading, carveouts=(carveout,)))
    place.go(2)
    assert " … " in told(panel)
    press(panel, "Show all words")
    assert " … " not in told(panel)
    assert "The statements are true" in told(panel)


def test_a_click_on_the_words_goes_to_them(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find
) -> None:
    lay(sample_reading)
    place.go(clause("Section 3.10"))
    shown: list[Span] = []
    place.moved.connect(lambda _, span: shown.append(span))
    words = next(q for q in panel.findChildren(Quote) if q.isVisible())
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert [span.of(sample_reading.text)[:10] for span in shown] == ["except for", "except for"]


def test_what_a_definition_narrows_is_counted_and_the_rest_is_shown_when_asked_for(
    panel: InspectorPanel, reading: Reading, lay: Lay, place: Place, press: Press
) -> None:
    lay(replace(reading, carveouts=(replace(reading.carveouts[0], reaches=tuple(range(8, 16))),)))
    place.go(9)
    assert links(panel) == ["3.1", "3.3", "(i)", "(ii)", "3.4", "Chapter 3."]
    press(panel, "1 more")
    assert links(panel)[-1] == "Article 4."


def test_a_clause_that_is_narrowed_from_elsewhere_says_from_where(
    panel: InspectorPanel, reading: Reading, lay: Lay, place: Place
) -> None:
    lay(replace(reading, carveouts=(replace(reading.carveouts[0], reaches=(8, 9)),)))
    place.go(8)
    assert links(panel) == ["3.2"]


def test_qualifiers_lead_to_their_words_and_gaps_to_their_siblings(
    panel: InspectorPanel, reading: Reading, lay: Lay, place: Place
) -> None:
    at = reading.text.index("duly organized")
    qualifier = Qualifier(8, Span(at, at + 4), QualifierKind.KNOWLEDGE)
    gap = Gap(8, 9, "Petition", GapStrength.STRONG, "Bare where 3.2 carves the Petition out.")
    lay(replace(reading, qualifiers=(qualifier,), gaps=(gap,)))
    place.go(8)
    assert links(panel) == ["duly", "3.1", "3.2"]
    assert "Strong gap" in told(panel)
    assert "Bare where 3.2 carves the Petition out." in told(panel)


def test_where_nothing_was_found_it_says_so(panel: InspectorPanel, reading: Reading, lay: Lay, place: Place) -> None:
    lay(reading)
    place.go(8)
    assert "Nothing found here. N adds a note." in told(panel)


def test_a_matter_for_reading_only_shows_everything_and_takes_nothing(
    panel: InspectorPanel, reading: Reading, place: Place, session: Session, tmp_path: Path
) -> None:
    create_matter(tmp_path / "deal.carveout", reading, reading.text.encode()).close()
    session.lay(open_matter(tmp_path / "deal.carveout", read_only=True))
    place.go(9)
    assert "open for reading only" in told(panel)
    enabled = {b.text() for b in panel.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()}
    assert not enabled & {"Accept", "Narrow", "Strike", "Raise issue", "Read", "Cleared", "+ Add"}
    panel.begin(AnnotationKind.NOTE, on_clause(reading, 9))
    assert "Save" not in told(panel)


def test_nothing_is_wider_than_the_pane(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find, session: Session
) -> None:
    lay(sample_reading)
    at = clause("Section 3.10")
    session.annotate(AnnotationKind.NOTE, on_clause(sample_reading, at), "W" * 2_000)
    panel.resize(300, 700)
    place.go(at)
    content = panel.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= panel.viewport().width()
    for child in content.findChildren(QWidget):
        if child.isVisible():
            assert child.mapTo(content, QPoint(0, 0)).x() + child.width() <= content.width()


def test_tab_goes_through_the_pane_as_it_is_read(
    panel: InspectorPanel, sample_reading: Reading, lay: Lay, place: Place, clause: Find
) -> None:
    lay(sample_reading)
    place.go(clause("Section 3.14"))
    QCoreApplication.sendPostedEvents()  # everything is laid out
    panel.setFocus()
    stops: list[str] = []
    while not stops or stops[-1] != "+ Add":
        QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Tab)
        focused = panel.window().focusWidget()
        stops.append(focused.text() if isinstance(focused, QAbstractButton) else type(focused).__name__)
    mark, *limits, where, words = stops[: stops.index("3.14") + 2]
    *siblings, accept, narrow, strike, issue, _elsewhere, _add = stops[stops.index("3.14") + 2 :]
    assert (mark, where, words) == ("Unread", "3.14", "")
    assert limits == ["material changes", "Since March 31, 2003 to the Closing Date"]
    assert siblings == ["3.10", "3.18", "5.3", "3.1", "3.15", "3.16(ii)", "3.16(iii)"]
    assert (accept, narrow, strike, issue) == ("Accept", "Narrow", "Strike", "Raise issue")
