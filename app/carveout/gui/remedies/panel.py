"""The Remedies workspace: what each representation feeds, the tests that decide it, and scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_NOT_YET = "The agreement is being read closely; what is found will show here."


class RemediesPanel(QWidget):
    """What an untrue representation costs, and who decides it by which words.

    `text_wanted` asks for the text, after the place was taken to the chosen words.
    """

    text_wanted = Signal()

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remediesPanel")
        self._session = session
        self._place = place
        self._appearance = appearance
        self._empty = WrappedText("emptyState", self)
        self._empty.set_text(_NOT_YET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 16, 0)
        layout.addWidget(self._empty)
        layout.addStretch(1)

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round."""
        return (self,)

    @property
    def field(self) -> QLineEdit | None:
        """The field that filters what is shown."""
        return None
