from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.gui.labels import PlainLabel
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
def status(qtbot: QtBot, session: Session, appearance: Appearance) -> Status:
    made = Status(session, appearance)
    qtbot.addWidget(made)
    made.resize(1000, 24)
    made.show()
    return made


def said(status: Status) -> list[str]:
    return [label.text() for label in status.findChildren(PlainLabel) if label.isVisible() and label.text()]


def test_with_nothing_on_the_desk_nothing_is_counted(status: Status) -> None:
    assert said(status) == []


def test_a_new_review_counts_what_there_is_to_do(
    status: Status, reading: Reading, lay: Callable[[Reading], None]
) -> None:
    lay(reading)
    assert said(status) == ["Representations 0 of 4", "Carve-outs decided 0 of 3", "Open issues 0", "All saved"]


def test_the_counts_follow_the_review(
    status: Status, session: Session, reading: Reading, lay: Callable[[Reading], None]
) -> None:
    lay(reading)
    session.mark(8, State.READ)
    session.mark(9, State.CLEARED)
    session.decide(reading.carveouts[0].span, Verdict.STRIKE)
    for clause, severity in ((10, Severity.HIGH), (12, Severity.LOW)):
        session.annotate(AnnotationKind.ISSUE, on_clause(reading, clause), "see", severity=severity)
    assert session.saved_at is not None
    assert said(status) == [
        "Representations 3 of 4",
        "Carve-outs decided 1 of 3",
        "Open issues 2 (1 high)",
        f"Saved {session.saved_at.astimezone():%H:%M:%S}",
    ]
    assert [bar.share for bar in status.findChildren(Bar)] == [3 / 4, 1 / 3]


def test_what_is_for_reading_only_says_so(status: Status, session: Session, matter_file: Path) -> None:
    session.lay(open_matter(matter_file, read_only=True))
    assert said(status)[-1] == "Read-only"


def test_a_bar_is_as_full_as_its_share(qtbot: QtBot, appearance: Appearance) -> None:
    bar = Bar("good", appearance)
    qtbot.addWidget(bar)
    bar.share = 0.5
    picture = bar.grab().toImage()
    theme = appearance.theme
    assert picture.pixelColor(bar.width() // 4, 3).name() == theme.good
    assert picture.pixelColor(3 * bar.width() // 4, 3).name() == theme.border
