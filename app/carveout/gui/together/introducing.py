"""Introducing the reviewer at work to the others: with her first change, where she chose how she is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.reviewer import initials as initials_of
from carveout.review.edits import Introduce, Merge, Purge
from carveout.review.log import Role
from carveout.review.reviewer import Reviewer

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings


class Introducing(QObject):
    """Says in the log who she is after her first change to a matter, and anew after she chose otherwise.

    Opening a matter changes nothing in it.
    """

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        session.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        matter, author = self._session.matter, self._session.author
        last = matter.operations[-1] if matter and matter.operations else None
        if last is None or last.author != author or last.role is not Role.EDIT:
            return
        if isinstance(last.edit, Introduce | Merge | Purge):
            return
        chosen = reviewer_at_work(self._settings, author)
        before = self._session.review.reviewers.get(author)
        if chosen is not None and chosen != before:
            self._session.do(Introduce(author, before, chosen))


def reviewer_at_work(settings: Settings, author: str) -> Reviewer | None:
    """Return how the reviewer at work chose to be shown, None where she chose nothing: then her name says it."""
    initials, colour = settings.shown_as
    return Reviewer(author, initials or initials_of(author), colour) if initials or colour else None
