"""The example review: a matter of its own, made of the sample and of notes that are shipped beside it."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.assets import RESOURCES
from carveout.gui.errand import Errand
from carveout.gui.folders import documents_folder
from carveout.review.log import Role, sealed
from carveout.review.prepared import Prepared, edits_of, prepared
from carveout.store.errors import MatterError
from carveout.store.matter import open_matter
from carveout.store.naming import free_name

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.bars import NoticeBar
    from carveout.gui.opening import Opening

SAMPLES = RESOURCES / "samples"
_STEM = "Example review"
_NO_PLACE = "The example needs a place in {}, and there is none ({})."
_TOLD = "This is an example, “{}” in {}: write in it as you like. The sample that it was made of stays as it is."


class ExampleReview(QObject):
    """Makes a new copy of the example whenever it is asked for.

    `written` carries the path of one that is to be opened; where something else was asked for meanwhile, it isn't said.
    """

    written = Signal(object)

    def __init__(self, opening: Opening, notice: NoticeBar) -> None:
        super().__init__(opening)
        self._opening = opening
        self._notice = notice
        self._path: Path | None = None

    def make(self) -> None:
        """Have a matter made of the example's document, or say why there is no place for it."""
        try:
            self._path = _place()
        except OSError as error:
            self._notice.tell(_NO_PLACE.format(documents_folder(), error.strerror))
        else:
            self._opening.make(source_of_example(), self._path)

    def takes(self, made: Path) -> bool:
        """Write the review into a new matter if it is the example's, beside the window; tell whether it is."""
        if made != self._path:
            return False
        errand = Errand(self)
        errand.done.connect(partial(self._on_written, errand, made))
        errand.begin(partial(write_example_into, made))
        return True

    def told_of(self, matter: Path) -> str:
        """Return what to say of a matter as it is opened: empty unless it is the copy that was just made."""
        return _TOLD.format(matter.stem, matter.parent) if matter == self._path else ""

    def forget(self, unless: Path | None = None) -> None:
        """Take the copy for any other matter from now on: it was opened, or something else than it is wanted."""
        if self._path != unless:
            self._path = None

    def _on_written(self, errand: Errand, made: Path, _: None, wrong: Exception | None) -> None:
        errand.deleteLater()
        if made != self._path:
            return
        if wrong is None:
            self.written.emit(made)
        elif isinstance(wrong, MatterError):
            self._notice.tell(str(wrong))
        else:
            raise wrong


def example() -> Prepared:
    """Return the review that is shipped."""
    return prepared(json.loads((SAMPLES / "example-review.json").read_text("utf-8")))


def source_of_example() -> Path:
    """Return the document that the example is about."""
    return SAMPLES / example().document


def _place() -> Path:
    """Return a name among the reviewer's documents that no file has, for a new copy. Raises OSError."""
    folder = documents_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return free_name(folder, _STEM)


def write_example_into(path: Path) -> None:
    """Write the review into a new matter of its document. Raises MatterError."""
    review, now = example(), dt.datetime.now(dt.UTC)
    with open_matter(path) as matter:
        for edit in edits_of(review, matter.reading, now):
            logged = matter.corrected.logged(edit)
            matter.append(
                sealed(
                    matter.head,
                    id=uuid.uuid4().hex,
                    at=now,
                    author=review.reviewer,
                    role=Role.EDIT,
                    of=None,
                    edit=logged,
                )
            )
