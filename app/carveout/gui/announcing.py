"""What the notice says of a matter as it is laid on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.volumes import told_of_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.bars import NoticeBar
    from carveout.gui.example import ExampleReview
    from carveout.gui.settings import Settings
    from carveout.store.matter import Matter

_TAKEN = "“{name}” is open {by}: close it there to annotate it here, where it is read-only now."
_READ_ONLY = "“{name}” can't be changed where it is; copy it to a folder of your own to annotate it."
_PASTED = "What was pasted is kept as a matter, “{name}” in {folder}."


class Announcing:
    """Says one thing at most of each matter: what keeps counsel from writing in it, or else where it is."""

    def __init__(self, notice: NoticeBar, settings: Settings, example: ExampleReview) -> None:
        self._notice = notice
        self._settings = settings
        self._example = example
        self.pasted = False
        """Tell that the matter that comes next is made of what was pasted."""

    def announce(self, matter: Matter, taken_by: str, again: Callable[[], object]) -> None:
        """Say what there is to say of a matter; where somebody else has it open, offer to try `again`."""
        name, folder = matter.path.name, matter.path.parent
        if taken_by:
            self._notice.tell(_TAKEN.format(name=name, by=taken_by), "Try again", again)
        elif matter.read_only:
            self._notice.tell(_READ_ONLY.format(name=name))
        elif self.pasted:
            self._notice.tell(_PASTED.format(name=name, folder=folder), done=True)
        elif told := self._example.told_of(matter.path):
            self._notice.tell(told, done=True)
        elif told := told_of_place(matter.path, self._settings):
            self._notice.tell(told)
        self.pasted = False
        self._example.forget()
