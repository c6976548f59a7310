"""Tracked changes: what was put in stands in the text, what was taken out beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import W
from carveout.agreement.intake.docx.paragraph import Noted, Paragraph
from carveout.agreement.reading import AsideKind

if TYPE_CHECKING:
    from carveout.agreement.intake.docx.events import Events
    from carveout.agreement.intake.docx.place import Place

_W = W[1:]


class Changes:
    """Notes on the paragraphs of a story what was changed in them, by whom and when. A move is one of each."""

    def __init__(self, events: Events, place: Place) -> None:
        self._place = place
        self._inserted: list[tuple[Paragraph | None, int, dict[str, str]]] = []
        self._deleted: list[dict[str, str]] = []
        for name in ("ins", "moveTo"):
            events.starts[_W + name] = self._insertion
            events.ends[_W + name] = self._insertion_ends
        for name in ("del", "moveFrom"):
            events.starts[_W + name] = self._deletion
            events.ends[_W + name] = self._deletion_ends

    def _insertion(self, told: dict[str, str]) -> None:
        paragraph = self._place.paragraph
        self._inserted.append((paragraph, paragraph.length if paragraph else 0, told))

    def _insertion_ends(self) -> None:
        begun, start, told = self._inserted.pop()
        paragraph = self._place.paragraph
        if paragraph is not None and paragraph is begun and paragraph.length > start:
            _note(paragraph, Noted(AsideKind.INSERTION, start, paragraph.length, None, *_who(told)))

    def _deletion(self, told: dict[str, str]) -> None:
        self._deleted.append(told)
        self._place.deleted.append([])

    def _deletion_ends(self) -> None:
        parts, told = self._place.deleted.pop(), self._deleted.pop()
        paragraph = self._place.paragraph
        if paragraph is not None and parts:
            at = paragraph.length
            _note(paragraph, Noted(AsideKind.DELETION, at, at, "".join(parts), *_who(told)))


def _note(paragraph: Paragraph, change: Noted) -> None:
    """Keep a change; what goes on with the one before it is one with it."""
    last = paragraph.noted[-1] if paragraph.noted else None
    if last is None or _kept(last, last.end) != _kept(change, change.start):
        paragraph.noted.append(change)
    elif last.text is None:
        last.end = change.end
    else:
        last.text += change.text or ""


def _kept(change: Noted, at: int | None) -> tuple[AsideKind, str | None, str | None, int | None]:
    return change.kind, change.author, change.at, at


def _who(told: dict[str, str]) -> tuple[str | None, str | None]:
    return told.get(f"{_W}author"), told.get(f"{_W}date")
