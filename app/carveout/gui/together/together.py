"""What the window offers to several reviewers, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.together.conflict_strip import ConflictStrip
from carveout.gui.together.introducing import Introducing
from carveout.gui.together.purging import Purging
from carveout.gui.together.reports import Reports
from carveout.gui.together.since import Since
from carveout.gui.together.taking_in import TakingIn
from carveout.gui.together.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar, WorkBar
    from carveout.gui.papers import Papers
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.review.arrival import Arrival


class Together(QObject):
    """Merging, conflicts, what changed, reports and purging, on the session and the place."""

    def __init__(
        self, window: QWidget, session: Session, place: Place, settings: Settings, notice: NoticeBar, papers: Papers
    ) -> None:
        super().__init__(window)
        self.conflicts = ConflictStrip(session, place)
        self.taking_in = TakingIn(window, session, notice)
        self.since = Since(window, session, place, settings, notice)
        self.reports = Reports(window, session, notice)
        self.purging = Purging(window, session, place, notice, papers.backups)
        self.watching = Watching(window, session, papers, self.taking_in, notice)
        self._introducing = Introducing(session, settings)
        self.taking_in.came.connect(self.since.take)
        self.taking_in.merged.connect(self._on_merged)
        self.taking_in.elsewhere.connect(papers.open)
        papers.opening.opened.connect(self._on_opened)

    def tell_work(self, work: WorkBar) -> None:
        """Let a bar tell how the reading of a copy or a marked memo goes."""
        memo, copies = self.taking_in.memo, self.taking_in.copies
        memo.progressed.connect(work.progress)
        for reading in (memo, copies, self.watching.copies):
            reading.began.connect(work.begin)
            reading.ended.connect(work.hide)
            work.cancelled.connect(reading.cancel)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "merge": self.taking_in.choose,
            "audit": self.reports.choose_audit,
            "coverage": self.reports.choose_coverage,
            "next_conflict": self.conflicts.go_to_next,
            "previous_conflict": self.conflicts.go_to_previous,
            "changes_since": self.since.show,
            "purge_note": self.purging.purge_note,
            "purge_withdrawn": self.purging.purge_withdrawn,
        }

    def take(self, brought: QMimeData) -> bool:
        """Offer to merge what was dropped where it is a copy of the matter; tell whether it is."""
        return self.taking_in.take(brought)

    def _on_opened(self) -> None:
        self.watching.after_opening()
        self.since.tell()

    def _on_merged(self, found: Arrival) -> None:
        if found.conflicts:
            self.conflicts.go_to_next()
        else:
            self.since.show_merged(found)
