from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from carveout.gui.inspector.decision import DecisionRow, ReasonField
from carveout.gui.inspector.wrapping import WrappedText
from carveout.review.mark import Verdict
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session

    Press = Callable[[QWidget, str], None]


@pytest.fixture
def carveout(reading: Reading, lay: Callable[[Reading], None], place: Place, panel: InspectorPanel) -> Carveout:
    assert panel.isVisible()
    lay(reading)
    place.go(9)
    return reading.carveouts[0]


def reason(panel: InspectorPanel) -> ReasonField:
    return next(field for field in panel.findChildren(ReasonField) if field.isVisible())


def chosen(panel: InspectorPanel) -> list[Verdict]:
    row = next(row for row in panel.findChildren(DecisionRow) if row.isVisible())
    return [verdict for verdict in Verdict if row.button(verdict).isChecked()]


def test_a_verdict_asks_for_its_reason_and_enter_saves_both_in_one_edit(
    panel: InspectorPanel, carveout: Carveout, session: Session, press: Press
) -> None:
    press(panel, "Narrow")
    assert reason(panel).hasFocus()
    assert not session.review.decisions
    QTest.keyClicks(reason(panel), "Only what was disclosed <in writing>")
    QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    decision = session.review.decisions[carveout.span]
    assert (decision.verdict, decision.reason) == (Verdict.NARROW, "Only what was disclosed <in writing>")
    said = [text.text() for text in panel.findChildren(WrappedText) if text.isVisible()]
    assert any(text.startswith("By you, ") and text.endswith("<in writing>") for text in said)
    session.undo()
    assert not session.review.decisions
    assert chosen(panel) == []


def test_a_reason_may_be_left_out(panel: InspectorPanel, carveout: Carveout, session: Session, press: Press) -> None:
    press(panel, "Accept")
    QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    assert session.review.decisions[carveout.span].reason == ""
    assert chosen(panel) == [Verdict.ACCEPT]


def test_esc_takes_the_choice_back(panel: InspectorPanel, carveout: Carveout, session: Session, press: Press) -> None:
    press(panel, "Strike")
    QTest.keyClick(reason(panel), Qt.Key.Key_Escape)
    assert carveout.span not in session.review.decisions
    assert chosen(panel) == []


def test_another_verdict_may_be_chosen_before_the_reason_is_saved(
    panel: InspectorPanel, carveout: Carveout, session: Session, press: Press
) -> None:
    press(panel, "Strike")
    QTest.keyClicks(reason(panel), "Too wide")
    press(panel, "Narrow")
    assert chosen(panel) == [Verdict.NARROW]
    QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    assert session.review.decisions[carveout.span].verdict is Verdict.NARROW
    assert session.review.decisions[carveout.span].reason == "Too wide"


def test_turning_to_something_else_saves_the_choice(
    panel: InspectorPanel, carveout: Carveout, session: Session, press: Press
) -> None:
    press(panel, "Strike")
    QTest.keyClicks(reason(panel), "Too wide")
    next(b for b in panel.findChildren(QPushButton) if b.text() == "+ Add").setFocus()
    assert session.review.decisions[carveout.span].reason == "Too wide"


def test_going_to_another_clause_saves_the_choice(
    panel: InspectorPanel, carveout: Carveout, session: Session, place: Place, press: Press
) -> None:
    press(panel, "Accept")
    place.go(12)
    assert session.review.decisions.keys() == {carveout.span}
    assert chosen(panel) == []


def test_a_choice_that_waits_is_saved_in_its_own_matter_and_in_no_other(
    panel: InspectorPanel, carveout: Carveout, session: Session, reading: Reading, press: Press, tmp_path: Path
) -> None:
    press(panel, "Strike")
    other = replace(reading, title="Another agreement")
    (path,) = tmp_path.glob("*.carveout")
    session.lay(create_matter(tmp_path / "other.carveout", other, reading.text.encode()))
    assert carveout in other.carveouts
    assert not session.review.decisions
    with open_matter(path, read_only=True) as matter:
        assert matter.review.decisions[carveout.span].verdict is Verdict.STRIKE


def test_choosing_the_verdict_that_stands_reopens_the_carveout(
    panel: InspectorPanel, carveout: Carveout, session: Session, press: Press
) -> None:
    session.decide(carveout.span, Verdict.ACCEPT, "Customary")
    assert chosen(panel) == [Verdict.ACCEPT]
    press(panel, "Accept")
    assert carveout.span not in session.review.decisions
    assert chosen(panel) == []


def test_the_reason_can_be_changed_later(
    panel: InspectorPanel, carveout: Carveout, session: Session, press: Press
) -> None:
    session.decide(carveout.span, Verdict.ACCEPT, "Customary")
    press(panel, "Edit")
    assert reason(panel).text() == "Customary"
    QTest.keyClicks(reason(panel), " here")
    QTest.keyClick(reason(panel), Qt.Key.Key_Enter)
    assert session.review.decisions[carveout.span].reason == "Customary here"


def test_the_verdicts_can_be_reached_and_pressed_by_key(
    panel: InspectorPanel, carveout: Carveout, session: Session
) -> None:
    row = next(row for row in panel.findChildren(DecisionRow) if row.isVisible())
    row.button(Verdict.NARROW).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.button(Verdict.NARROW), Qt.Key.Key_Space)
    QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    assert session.review.decisions[carveout.span].verdict is Verdict.NARROW
    assert row.button(Verdict.NARROW).hasFocus()
