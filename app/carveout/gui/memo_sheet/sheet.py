"""File > Export memo: how the memo is to be set, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from carveout.gui.inspector.stops import stops_in
from carveout.gui.labels import PlainLabel
from carveout.gui.memo_sheet.settings import MemoSettings
from carveout.gui.save_dialog import offered, save_dialog
from carveout.memo.instructions import Audience

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QPushButton

    from carveout.agreement.reading import Reading
    from carveout.gui.memo_sheet.remembering import Remembering
    from carveout.gui.session import Session
    from carveout.memo.instructions import Instructions
    from carveout.store.matter import Matter

TITLE = "Export memo"
SUFFIX = ".pdf"
_SAVE = {Audience.FIRM: "&Save as PDF…", Audience.CLIENT: "&Save as PDF for the client…"}
_NARROW = 400
"""Pixels for the settings, with their scroll bar."""
_AROUND = QSize(56, 140)
"""Pixels for what stands around the settings."""
_SHARE = 0.94
"""The part of the window that the sheet takes at most."""


class MemoSheet(QDialog):
    """The settings of a memo. `changed` carries its Instructions whenever a person changed them.

    `chosen` carries the file that the memo is to be written to, the Instructions, and a sentence where not all of them
    could be remembered; the sheet then closes. It closes too when another matter is laid on the desk.
    """

    changed = Signal(object)
    chosen = Signal(object, object, str)

    def __init__(
        self, session: Session, matter: Matter, reading: Reading, remembering: Remembering, parent: QWidget
    ) -> None:
        """Ask for the memo of the matter on the desk, as it was asked for last."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._room = parent.size() * _SHARE
        self._session = session
        self._matter = matter
        self._remembering = remembering
        self.settings = MemoSettings(reading, session.review, remembering.asked(matter.id))
        self.buttons = QDialogButtonBox()
        self.save = self._button("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self._button("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._scrolled = QScrollArea()
        self._body = QHBoxLayout()
        self._beside: QWidget | None = None
        self._lay_out()
        self.buttons.accepted.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)
        self.settings.chosen.connect(self._on_changed)
        self.settings.logo.refused.connect(self._on_logo_refused)
        session.closely_read.connect(self._tell_closely)
        session.opened.connect(self.reject)
        self._tell_closely()
        self._tell()
        self.resize(0, 0)
        self._grow()
        for watched in (self.settings, *self.settings.lines):
            watched.installEventFilter(self)
        choice = self.settings.audience.choice
        choice.button(choice.value).setFocus(Qt.FocusReason.OtherFocusReason)

    def instructions(self) -> Instructions:
        """Return what is asked for now."""
        return self.settings.instructions()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have room for all settings as soon as they need more, and bring a line in sight that a key led to."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        elif event.type() is QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self._scrolled.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  (Qt's signature)
        """Let Tab go through the settings, what is beside them and the buttons, whatever was made first."""
        parts = [part for part in (self.settings, self._beside, self.buttons) if part is not None]
        stops = [widget for part in parts for widget in stops_in(part) if widget.isEnabled()]
        here = self.focusWidget()
        at = stops.index(here) if here in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keep(self) -> str:
        """Remember what is asked for; return a sentence where not all of it could be kept."""
        return self._remembering.keep(self._matter.id, self.settings.wishes())

    def add_button(self, text: str) -> QPushButton:
        """Add a button to those below, for something else that can be done with such a memo."""
        button = self._button(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def put_beside(self, pages: QWidget) -> None:
        """Lay something to the right of the settings, as wide and as high as the window has room for."""
        self._beside = pages
        self._body.addWidget(pages, 1)
        self.resize(self._room)

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        return self.buttons.addButton(text, role)

    def _lay_out(self) -> None:
        scrolled = self._scrolled
        scrolled.setObjectName("memoSettingsScrolled")
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self.settings)
        scrolled.setFixedWidth(_NARROW)
        self._body.setSpacing(24)
        self._body.addWidget(scrolled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(TITLE, name="workspaceTitle"))
        layout.addLayout(self._body, 1)
        layout.addWidget(self.buttons)

    def _grow(self) -> None:
        """Have room for all settings, as far as the window has; what is there already stays."""
        if self._beside is None:
            wanted = QSize(_NARROW, self.settings.heightForWidth(_NARROW)) + _AROUND
            self.resize(wanted.expandedTo(self.size()).boundedTo(self._room))

    def _tell_closely(self) -> None:
        self.settings.parts.miss_closely(self._session.not_read_closely)

    def _tell(self) -> None:
        asked = self.instructions()
        self.save.setText(_SAVE[asked.audience])
        self.save.setEnabled(bool(asked.parts))

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit(self.instructions())

    def _on_logo_refused(self) -> None:
        self._scrolled.ensureWidgetVisible(self.settings.logo.told)

    def _on_save(self) -> None:
        name = offered(self._matter.path, "memo", self.instructions().audience, SUFFIX)
        dialog = save_dialog(self, TITLE, name, "PDF")
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, path: str) -> None:
        self.chosen.emit(Path(path), self.instructions(), self.keep())
        self.accept()
