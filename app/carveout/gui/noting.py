"""What is done with the note at hand: the one whose card has the focus, or else the nearest or first in the clause."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from carveout.gui.inspector.annotation_card import AnnotationCard
from carveout.gui.inspector.editor import AnnotationEditor
from carveout.gui.inspector.links import button_text
from carveout.gui.text import at_caret
from carveout.review.annotation import Status
from carveout.review.placed import placed
from carveout.review.template import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.gui.text.pane import TextPane
    from carveout.review.template import Template


_Widget = TypeVar("_Widget", bound=QWidget)


class Noting:
    """What the Review menu does with a note that is there, and the templates for what is being written."""

    def __init__(
        self, session: Session, place: Place, text: TextPane, inspector: InspectorPanel, settings: Settings
    ) -> None:
        self._session = session
        self._place = place
        self._text = text
        self._inspector = inspector
        self._settings = settings
        text.note_wanted.connect(inspector.open_note)
        inspector.template_wanted.connect(self.offer_templates)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "edit_note": self.edit,
            "reply": self.reply,
            "resolve": self.resolve,
            "link_note": self.link,
            "template": self.insert_template,
            "templates": self.edit_templates,
        }

    def edit(self) -> None:
        """Open the editor on the note at hand."""
        annotation = self._at_hand()
        if annotation:
            self._inspector.edit(annotation)

    def reply(self) -> None:
        """Begin a reply to the note at hand."""
        card = self._card()
        if card is not None:
            card.begin_reply()

    def link(self) -> None:
        """Ask what the note at hand shall be linked to."""
        card = self._card()
        if card is not None:
            card.begin_link()

    def resolve(self) -> None:
        """Resolve the note at hand, or reopen it."""
        annotation = self._session.review.annotations.get(self._at_hand())
        if annotation is not None:
            resolved = annotation.status is Status.RESOLVED
            self._session.rewrite(replace(annotation, status=Status.OPEN if resolved else Status.RESOLVED))

    def insert_template(self) -> None:
        """Offer the templates to the editor that has the focus."""
        editor = _around(QApplication.focusWidget(), AnnotationEditor)
        if editor is not None:
            self.offer_templates(editor)

    def offer_templates(self, editor: AnnotationEditor) -> None:
        """Open the list of templates below an editor's comment."""
        menu = QMenu(editor)
        for number, template in enumerate(self._settings.templates, 1):
            key = f"&{number} " if number < 10 else ""
            action = menu.addAction(key + button_text(template.name))
            action.triggered.connect(partial(self._insert, editor, template))
        menu.addSeparator()
        menu.addAction("&Edit templates…").triggered.connect(self.edit_templates)
        menu.aboutToHide.connect(menu.deleteLater)
        field = editor.corner()
        menu.popup(field.mapToGlobal(QPoint(0, field.height())))
        menu.setActiveAction(menu.actions()[0])

    def edit_templates(self) -> None:
        """Open the sheet on which the templates are written."""
        from carveout.gui.templates import TemplatesSheet  # noqa: PLC0415  (not before it is wanted)

        TemplatesSheet(self._settings, self._inspector.window()).open()

    def _insert(self, editor: AnnotationEditor, template: Template, *_checked: object) -> None:
        reading = self._session.reading
        if reading is not None:
            editor.insert(filled(template, reading, editor.anchor))

    def _card(self) -> AnnotationCard | None:
        """Return the card of the note at hand, with the focus on it or in it; closing a field gives the focus back."""
        focused = _around(QApplication.focusWidget(), AnnotationCard)
        if focused is not None:
            return focused
        annotation = self._at_hand()
        self._inspector.open_note(annotation)
        return self._inspector.show_note(annotation)

    def _at_hand(self) -> str:
        """Return the id of the note at hand, empty where there is none."""
        card = _around(QApplication.focusWidget(), AnnotationCard)
        if card is not None and card.annotation is not None:
            return card.annotation.id
        reading, nearest = self._session.reading, at_caret.nearest_note(self._text.sheet)
        if reading is None or self._place.clause is None:
            return ""
        clause = reading.outline[self._place.clause].span
        if nearest is None or not clause.holds(nearest.anchor.span):
            nearest = next(placed(self._session.review).within(clause), None)
        return nearest.id if nearest else ""


def _around(widget: QWidget | None, kind: type[_Widget]) -> _Widget | None:
    """Return the widget of a kind that holds another, or is it."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget
