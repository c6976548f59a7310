"""The editors that are open, wherever in the agreement the words stand that they are on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.inspector.editor import AnnotationEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QLayout, QWidget

    from carveout.agreement.span import Span
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor, Annotation


class Editors(QObject):
    """Opens one editor for each words or annotation, and closes it once it is saved or given up.

    `closed` carries one that was closed by hand, `template_wanted` one that asks for a template. They are saved when
    the matter leaves the desk.
    """

    closed = Signal(object)
    template_wanted = Signal(object)

    def __init__(self, session: Session, row: QLayout, parent: QWidget) -> None:
        """Make editors for a pane, and take those that close out of the row that it sets them in."""
        super().__init__(parent)
        self._session = session
        self._row = row
        self._pane = parent
        self._open: list[AnnotationEditor] = []
        session.leaving.connect(self._save_all)

    def __iter__(self) -> Iterator[AnnotationEditor]:
        """Return the editors in the order they were opened in."""
        return iter(tuple(self._open))

    def on(self, anchor: Anchor) -> AnnotationEditor:
        """Return the editor for a new annotation on an anchor's words."""
        found = (one for one in self._open if one.revised is None and one.anchor == anchor)
        return next(found, None) or self._opened(anchor)

    def of(self, annotation: Annotation) -> AnnotationEditor:
        """Return the editor that revises an annotation."""
        editor = self.revising.get(annotation.id)
        if editor is None:
            editor = self._opened(annotation.anchor)
            editor.revise(annotation)
        return editor

    @property
    def revising(self) -> dict[str, AnnotationEditor]:
        """The editors of annotations that there are already, by their ids."""
        return {one.revised: one for one in self._open if one.revised}

    def carry(self, moved: Callable[[int], int]) -> None:
        """Keep what is being written where it is while every clause gets the id that `moved` returns for it."""
        for editor in self._open:
            editor.anchor = replace(editor.anchor, clause=moved(editor.anchor.clause))

    def drop_untouched(self, in_sight: Span) -> None:
        """Close those elsewhere that nothing was written in; what revised an annotation now gone makes a new one."""
        for editor in self:
            if editor.revised and editor.revised not in self._session.review.annotations:
                editor.revised = None
            if not editor.touched and not in_sight.holds(editor.anchor.span):
                self._close(editor)

    def clear(self) -> None:
        """Close all of them."""
        for editor in self:
            self._close(editor)

    def _opened(self, anchor: Anchor) -> AnnotationEditor:
        editor = AnnotationEditor(self._session, anchor, self._pane)
        editor.template_wanted.connect(self.template_wanted)
        editor.finished.connect(self._on_finished)
        self._open.append(editor)
        return editor

    def _close(self, editor: AnnotationEditor) -> None:
        self._open.remove(editor)
        self._row.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _on_finished(self) -> None:
        editor = self.sender()
        if isinstance(editor, AnnotationEditor):
            self._close(editor)
            self.closed.emit(editor)

    def _save_all(self) -> None:
        for editor in self:
            editor.save()
