"""Where comments stand: the words that each of them is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import W
from carveout.agreement.intake.docx.paragraph import Noted, Paragraph
from carveout.agreement.manuscript import MOST_PARAGRAPHS, refuse_endless
from carveout.agreement.reading import AsideKind

if TYPE_CHECKING:
    from carveout.agreement.intake.docx.events import Events
    from carveout.agreement.intake.docx.place import Place

_W = W[1:]


class Remarks:
    """Notes on the paragraphs of a story where each comment stands; what it says is in another part.

    A comment on several paragraphs stands at the first of them with words, one on no words where it is referred to.
    """

    def __init__(self, events: Events, place: Place) -> None:
        self.said: dict[str, Noted] = {}
        """The comments by their id."""
        self._place = place
        self._awaiting: list[str] = []
        self._begun: dict[str, Paragraph] = {}
        events.starts[f"{_W}commentRangeStart"] = self._begins
        events.starts[f"{_W}commentRangeEnd"] = self._ends
        events.starts[f"{_W}commentReference"] = self._referred_to

    def begin_paragraph(self, paragraph: Paragraph) -> None:
        """Set the comments that began before a paragraph at its beginning."""
        for key in self._awaiting:
            self._say(key, paragraph, None)
        self._awaiting.clear()

    def _begins(self, told: dict[str, str]) -> None:
        key = told.get(f"{_W}id", "")
        if self._place.paragraph is not None:
            self._say(key, self._place.paragraph, None)
        else:
            self._awaiting.append(key)

    def _ends(self, told: dict[str, str]) -> None:
        key, paragraph = told.get(f"{_W}id", ""), self._place.paragraph
        begun = self._begun.pop(key, None)
        if paragraph is None or begun is None:
            return
        noted = self.said[key]
        if begun is paragraph:
            noted.end = paragraph.length
        elif noted.start == begun.length and noted in begun.noted:
            begun.noted.remove(noted)
            noted.start, noted.end = 0, paragraph.length
            paragraph.noted.append(noted)

    def _referred_to(self, told: dict[str, str]) -> None:
        paragraph = self._place.paragraph
        if paragraph is not None:
            self._say(told.get(f"{_W}id", ""), paragraph, paragraph.length)

    def _say(self, key: str, paragraph: Paragraph, end: int | None) -> None:
        if key not in self.said:
            noted = self.said[key] = Noted(AsideKind.COMMENT, paragraph.length, end, "", None, None)
            paragraph.noted.append(noted)
            self._begun[key] = paragraph
            refuse_endless(len(self.said), MOST_PARAGRAPHS, "comments")
