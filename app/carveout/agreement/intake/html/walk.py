"""The elements of a web page in order, without recursion, and the paragraphs that they mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.intake.html.draft import Draft, Flow, Turn, run_in
from carveout.agreement.intake.html.elements import APART, CELL, ITEM, LIST, PAGE, ROW, RULE, TABLE
from carveout.agreement.intake.html.elements import BREAK as LINE_BREAK
from carveout.agreement.intake.html.lists import Listing
from carveout.agreement.intake.html.look import Look, look_under
from carveout.agreement.intake.html.setting import BREAK, set_paragraphs
from carveout.agreement.intake.html.tables import Table, arranged
from carveout.agreement.intake.html.written import shown
from carveout.agreement.intake.leads import LONGEST
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from carveout.agreement.progress import Course

_TAG = re.compile(r"<([^>]*)>")
_AT_ONCE = 128
"""Tags and texts between two steps of the course."""


class Walk:
    """A way through a page that leaves paragraphs behind in its `flow`."""

    def __init__(self) -> None:
        self.flow: Flow = []
        self._parts: list[str] = []
        self._strong: list[int] = []
        self._look = Look()
        self._tables: list[tuple[Table, Flow]] = []
        self._listing = Listing()

    def over(self, page: str, course: Course) -> None:
        """Walk over a page as a parser writes it out: each element ended, no `>` in an attribute. Takes a stage."""
        pieces = _TAG.split(page)
        course.begin(len(pieces) // _AT_ONCE)
        look = Look()
        above: list[Look] = []
        for start in range(1, len(pieces), _AT_ONCE):
            course.step()
            end = start + _AT_ONCE
            look = self._along(pieces[start:end:2], pieces[start + 1 : end + 1 : 2], look, above)
        self._flush()

    def _along(self, tags: list[str], texts: list[str], look: Look, above: list[Look]) -> Look:
        """Walk over tags, each with the text after it; return the look of the element where they end."""
        parts, strong = self._parts, self._strong
        for tag, text in zip(tags, texts, strict=True):
            if tag[0] == "/":
                if look.kind:
                    self._close(look)
                look = above.pop()
            else:
                own = look.under.get(tag) or look_under(look, tag)
                if own.kind >= LINE_BREAK:
                    self._pass(own, look)
                else:
                    if own.kind:
                        self._open(own)
                    above.append(look)
                    look = own
            if text and not look.hidden:
                if not parts:
                    if text.isspace() and "\xa0" not in text and not look.pre:
                        continue
                    self._look = look
                if look.strong:
                    strong.append(len(parts))
                parts.append(text)
        return look

    def _pass(self, own: Look, look: Look) -> None:
        """Take what holds nothing: the end of a line, or a rule across the page."""
        if own.before or own.after:
            self._flush()
            self.flow.append(Turn(sure=True))
        elif own.kind == LINE_BREAK:
            if not self._parts:
                self._look = look
            self._parts.append(BREAK)
        elif own.kind == RULE:
            self._flush()
            self.flow.append(Turn(sure=False))

    def _open(self, look: Look) -> None:
        """Begin an element."""
        kind = look.kind
        if kind == APART or (kind == PAGE and look.pre):
            self._parts += [" " if kind == APART else "\n<PAGE>\n"] if self._parts else []
            return
        if self._parts:
            self._flush()
        if look.before or kind == PAGE:
            self.flow.append(Turn(sure=True))
        if kind == CELL and self._tables:
            self.flow = []
        elif kind == ROW:
            if self._tables:
                self._tables[-1][0].open_row()
        elif kind == TABLE:
            table = Table(look.margin)
            self._tables.append((table, self.flow))
            self.flow = table.stray
        elif kind == LIST:
            self._listing.open(look.attributes, numbered=look.tag == "ol" and not look.unmarked)
        elif kind == ITEM:
            self._listing.next(look.attributes)

    def _close(self, look: Look) -> None:
        """End an element."""
        kind = look.kind
        if kind == APART or (kind == PAGE and look.pre):
            self._parts += [" "] if self._parts and kind == APART else []
            return
        if self._parts:
            self._flush()
        if kind == CELL and self._tables:
            table = self._tables[-1][0]
            table.close_cell(self.flow, look.attributes)
            self.flow = table.stray
        elif kind == TABLE:
            table, self.flow = self._tables.pop()
            self.flow += arranged(table)
        elif kind == LIST:
            self._listing.close()
        if look.after:
            self.flow.append(Turn(sure=True))

    def _flush(self) -> None:
        """End the paragraph that the pieces so far make."""
        parts = self._parts
        if len(parts) == 1 and parts[0].isspace():
            parts.clear()
            self._strong.clear()
            return
        if self._look.pre:
            text = "".join("\n" if part is BREAK else part for part in parts)
            if text.strip():
                self.flow.append(Draft(shown(text).split("\n"), ParagraphStyle.FIXED, 0, 0, laid_out=True))
        else:
            for draft in set_paragraphs(parts, self._strong, self._look):
                self._put(self._listing.labelled(draft) if self._listing.label else draft)
        parts.clear()
        self._strong.clear()

    def _put(self, draft: Draft) -> None:
        """Take a paragraph; a label that was set beside it runs in."""
        if self._look.beside:
            draft.beside = len(draft.lines) == 1 and len(draft.lines[0]) <= LONGEST
        elif self.flow and isinstance(label := self.flow[-1], Draft) and label.beside:
            self.flow[-1] = run_in([label], draft, label.indent, draft.hang)
            return
        self.flow.append(draft)
