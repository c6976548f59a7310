"""Setting the text as large as it is wanted, and with its lines numbered or not: a view a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from carveout.gui.text.leaves import Leaves
    from carveout.gui.text.look import Look


class Enlarging(QObject):
    """Keeps the views as the look says. The one in front is set anew at once, the other a turn later."""

    def __init__(self, leaves: Leaves, look: Look) -> None:
        super().__init__(leaves)
        self._leaves = leaves
        self._look = look
        self._set_at = look.magnification
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._enlarge_other)
        look.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        for leaf in self._leaves.all:
            leaf.sheet.number(self._look.numbered)
        front = self._leaves.front
        if self._set_at != self._look.magnification:
            self._set_at = self._look.magnification
            if front.sheet.laid:
                front.sheet.put_again(front.sheet.laid.enlarged(self._set_at))
                front.tell_where()
            self._next_turn.start()

    def _enlarge_other(self) -> None:
        other, laid = self._leaves.other, self._leaves.front.sheet.laid
        if other is not None and laid is not None:
            other.sheet.put_again(laid.copied())
            other.tell_where()
