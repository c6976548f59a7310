from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from carveout.gui.status import Bar, Status
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Severity
from carveout.review.mark import State, Verdict
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session


@pytest.fixture
def status(session: Session, appearance: Appearance, qtbot: QtBot) -> Status:
    made = Status(session, appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def told(status: Status) -> list[str]:
    return [label.text() for label in status.findChildren(QLabel) if label.isVisible() and label.text()]


def test_an_empty_desk_has_nothing_to_count(status: Status) -> None:
    assert told(status) == []


def test_it_counts_what_is_reviewed_decided_and_open(
    status: Status, session: Session, lay: Callable[[Reading], None], reading: Reading
) -> None:
    lay(reading)
    assert told(status) == [
        "Representations 0 of 4",
        "Carve-outs decided 0 of 3",
        "Open issues 0",
        "Plain text",
        "All saved",
    ]
    session.mark(9, State.READ)
    session.decide(reading.carveouts[0].span, Verdict.STRIKE)
    session.annotate(AnnotationKind.ISSUE, on_clause(reading, 9), "no", severity=Severity.HIGH)
    session.annotate(AnnotationKind.ISSUE, on_clause(reading, 9), "no", severity=Severity.LOW)
    assert told(status)[:3] == ["Representations 1 of 4", "Carve-outs decided 1 of 3", "Open issues 2 (1 high)"]
    assert session.saved_at is not None
    assert told(status)[4] == f"Saved {session.saved_at.astimezone():%H:%M:%S}"
    session.lay(None)
    assert told(status) == []


def test_a_document_without_representations_counts_none(
    status: Status, lay: Callable[[Reading], None], redraft: Callable[..., Reading]
) -> None:
    lay(redraft())
    assert told(status) == ["Open issues 0", "Plain text", "All saved"]


def test_a_matter_for_reading_says_so(status: Status, session: Session, matter_file: Path) -> None:
    session.lay(open_matter(matter_file, read_only=True))
    assert told(status)[-1] == "Read-only"


def test_a_bar_is_filled_by_the_share_that_is_done(appearance: Appearance, qtbot: QtBot) -> None:
    bar = Bar("good", appearance)
    qtbot.addWidget(bar)
    bar.share = 0.5
    picture = bar.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(2, middle) == QColor(appearance.theme.good)
    assert picture.pixelColor(picture.width() - 2, middle) == QColor(appearance.theme.border)
