"""The close reading comes after the outline: from a child process, anew where the outline is corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.close_reading import read_closely
from carveout.agreement.correction.change import Act, Change
from carveout.gui.closely import CloseReading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk
    from carveout.gui.session import Session

PATIENCE = 30_000


def test_the_outline_is_there_first_and_the_close_reading_fills_in(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path, reading: Reading, qtbot: QtBot
) -> None:
    bring(matter_file)
    session = desk.session
    assert session.reading == reading
    if not session.reading.closely:
        with qtbot.waitSignal(session.closely_read, timeout=PATIENCE):
            pass
    assert session.reading == read_closely(reading)
    assert not session.not_read_closely


def test_a_corrected_outline_is_read_closely_anew(
    qtbot: QtBot, session: Session, lay: Callable[[Reading], None], reading: Reading
) -> None:
    CloseReading(session, session)
    with qtbot.waitSignal(session.closely_read, timeout=PATIENCE):
        lay(reading)
    before = session.reading
    with qtbot.waitSignal(session.closely_read, timeout=PATIENCE):
        assert session.correct(Change(Act.JOIN, reading.outline[10].start))
        assert session.reading is not None
        assert not session.reading.closely
    assert session.reading is not None
    assert session.reading.closely
    assert before is not None
    assert len(session.reading.outline) == len(before.outline) - 1


def test_a_matter_that_is_gone_is_said_not_to_be_read_closely(
    qtbot: QtBot, session: Session, lay: Callable[[Reading], None], reading: Reading
) -> None:
    lay(reading)
    assert session.matter is not None
    session.matter.path.rename(session.matter.path.with_name("elsewhere.carveout"))
    closely = CloseReading(session, session)
    with qtbot.waitSignal(session.closely_read, timeout=PATIENCE):
        session.outlined.emit(None)
    assert session.not_read_closely
    assert session.reading is not None
    assert not session.reading.closely
    closely.stop()
