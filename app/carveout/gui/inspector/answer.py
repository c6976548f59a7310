"""One reply of a thread: who and when above what was said, and what its author can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip

if TYPE_CHECKING:
    from carveout.review.thread import Reply


class Answer(QFrame):
    """A reply; its own author may revise or withdraw it. `edit_wanted` and `withdrawn` carry the reply."""

    edit_wanted = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, reply: Reply, parent: QWidget, *, own: bool) -> None:
        """Show a reply, `own` where whoever looks at it may change it."""
        super().__init__(parent)
        self.setObjectName("reply")
        self._reply = reply
        who = WrappedText("said", self)
        who.set_text(f"{reply.author}, {lately(reply.at)}")
        who.setToolTip(plain_tooltip(in_full(reply.at)))
        said = Passage("comment", self)
        said.set_text(reply.comment)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(who)
        layout.addWidget(said)
        if own:
            layout.addLayout(self._actions())

    def _actions(self) -> QHBoxLayout:
        actions = QHBoxLayout()
        actions.setSpacing(10)
        for words, tip, act in (
            ("Edit", "Change your reply", self._on_edit),
            ("Withdraw", "Take your reply away; undo brings it back", self._on_withdraw),
        ):
            button = QPushButton(words, self)
            button.setProperty("look", "link")
            button.setToolTip(plain_tooltip(tip))
            button.setAccessibleName(f"{words} your reply")
            button.clicked.connect(act)
            actions.addWidget(button)
        actions.addStretch(1)
        return actions

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._reply)

    def _on_withdraw(self) -> None:
        self.withdrawn.emit(self._reply)
