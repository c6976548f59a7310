"""The inspector on the sample, at the clause that counsel would look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.gui.inspector.panel import InspectorPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> InspectorPanel:
    """The pane, with nothing on the desk yet."""
    made = InspectorPanel(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(340, 1400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def clause(sample_reading: Reading) -> Callable[[str], int]:
    """Find a clause of the sample by its citation."""

    def find(citation: str) -> int:
        return next(c.id for c in sample_reading.outline if c.citation == citation)

    return find
