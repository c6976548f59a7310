"""Setting the text as large as it is wanted, and with its lines numbered or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from carveout.gui.text.laid import Laid
    from carveout.gui.text.leaves import Leaves
    from carveout.gui.text.look import Look


class Enlarging(QObject):
    """Keeps the views as the look says.

    To set a long text anew takes as long as to lay it out as far as the place at hand, and both together longer than a
    turn of the event loop may: the page is made in one, put on the view in front in the next, on the other in a third.
    """

    def __init__(self, leaves: Leaves, look: Look) -> None:
        super().__init__(leaves)
        self._leaves = leaves
        self._look = look
        self._made: Laid | None = None
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._go_on)
        look.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        for leaf in self._leaves.all:
            leaf.sheet.number(self._look.numbered)
        self._next_turn.start()

    def _go_on(self) -> None:
        """Take one step, and the next in another turn, until all views are as they are wanted."""
        front, other, wanted = self._leaves.front, self._leaves.other, self._look.magnification
        laid, made, self._made = front.sheet.laid, self._made, None
        if laid is None:
            return
        if laid.magnification != wanted:
            if made is not None and made.magnification == wanted and made.is_of(laid):
                front.sheet.put_again(made)
                front.tell_where()
            else:
                self._made = laid.enlarged(wanted)
            self._next_turn.start()
        elif other is not None and other.sheet.laid is not None and other.sheet.laid.magnification != wanted:
            other.sheet.put_again(laid.copied())
            other.tell_where()
