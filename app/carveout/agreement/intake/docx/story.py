"""A story of a Word document, its body or its notes: paragraphs in order, in tables and boxes too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.events import Events
from carveout.agreement.intake.docx.markup import W, number, on
from carveout.agreement.intake.docx.numbering import indents
from carveout.agreement.intake.docx.paragraph import Paragraph
from carveout.agreement.intake.docx.setting import Setting
from carveout.agreement.intake.docx.tables import Table, set_out
from carveout.agreement.intake.docx.words import Words
from carveout.agreement.manuscript import MOST_PARAGRAPHS, refuse_endless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.intake.docx.counting import Counting
    from carveout.agreement.intake.docx.styles import Styles

_W = W[1:]
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OTHERWISE = frozenset(
    _W + name for name in ("pPrChange", "rPrChange", "sectPrChange", "trPrChange", "tcPrChange", "tblPrExChange")
)
_DIVISIONS = ("footnote", "endnote", "comment")
_KEY = "http://schemas.microsoft.com/office/word/2010/wordml}paraId"


@dataclass(slots=True)
class Division:
    """A footnote, an endnote or a comment, by whom and when."""

    author: str | None
    at: str | None
    paragraphs: list[Paragraph] = field(default_factory=list)


class Story:
    """Reads a part into paragraphs, each with its label, counted in the order of the document.

    A deleted end of a paragraph joins it to the next, which lends its setting to both; a hidden one, which sets a
    heading and the words after it on one line, joins them too, and there the first one's setting counts.
    """

    def __init__(self, styles: Styles, counting: Counting, *, hides: bool, marks: dict[str, str] | None = None) -> None:
        self.paragraphs: list[Paragraph] = []
        self.divisions: dict[str, Division] = {}
        """The notes or comments of the part by their id; the body has none."""
        self.page = 1
        self.count = 0
        self._cells = 0
        self._marks = marks or {}
        self._styles = styles
        self._counting = counting
        self._plain = styles.look(None, Setting())
        self.events = events = Events()
        self.words = Words(events, styles, hides=hides)
        self._into = self.paragraphs
        self._outer: list[tuple[Paragraph | None, list[Paragraph]]] = []
        self._tables: list[Table] = []
        self._carried: tuple[Paragraph, list[Paragraph]] | None = None
        self._chosen: list[bool] = []
        events.starts.update(
            {
                f"{_W}p": self._begin,
                f"{_W}pPr": lambda _: events.gather(f"{_W}pPr", _OTHERWISE, self._set),
                f"{_W}tbl": lambda _: self._table_begins(),
                f"{_W}tr": lambda _: self._row_begins(),
                f"{_W}tc": lambda _: self._cell_begins(),
                f"{_W}tblPr": lambda _: events.skip(f"{_W}tblPr"),
                f"{_W}trPr": lambda _: events.gather(f"{_W}trPr", _OTHERWISE, self._set_row),
                f"{_W}tcPr": lambda _: events.gather(f"{_W}tcPr", _OTHERWISE, self._set_cell),
                f"{_W}sectPr": lambda _: events.skip(f"{_W}sectPr"),
                f"{_W}sdtPr": lambda _: events.skip(f"{_W}sdtPr"),
                f"{_W}lastRenderedPageBreak": lambda _: self._turn(),
                f"{_MC}AlternateContent": lambda _: self._chosen.append(False),
                f"{_MC}Choice": lambda _: self._choose("Choice"),
                f"{_MC}Fallback": lambda _: self._choose("Fallback"),
                **{_W + name: self._division_begins for name in _DIVISIONS},
            }
        )
        events.ends.update(
            {
                f"{_W}p": self._end,
                f"{_W}tbl": self._table_ends,
                f"{_W}tr": self._row_ends,
                f"{_W}tc": self._cell_ends,
                f"{_MC}AlternateContent": self._chosen_all,
                **{_W + name: self._let_go for name in _DIVISIONS},
            }
        )

    def read(self, content: bytes) -> Iterator[None]:
        """Read a part, pausing after each piece of it. Raises NotReadableError where its markup is broken."""
        yield from self.events.run(content)
        self._let_go()

    def _begin(self, told: dict[str, str]) -> None:
        around = self.words.place.paragraph
        self._outer.append((around, self._into))
        if around is not None:
            self._into = around.after
        if self._carried is not None and self._carried[1] is not self._into:
            self._let_go()
        if self._carried is not None:
            paragraph = self._carried[0]
            self._carried = None
            if paragraph.hidden_end and paragraph.length:
                paragraph.end_heading()
            else:
                paragraph.look = self._plain
        else:
            self.count += 1
            refuse_endless(self.count, MOST_PARAGRAPHS, "paragraphs")
            paragraph = Paragraph(self.page, self._plain, self.count)
        paragraph.key = told.get(_KEY)
        self.words.begin_paragraph(paragraph)

    def _set(self, told: dict[str, dict[str, str]]) -> None:
        paragraph = self.words.place.paragraph
        if paragraph is None:
            return
        left, first = indents(told.get(f"{_W}ind", {}), _W)
        direct = Setting(
            _number(told, "numId"), _number(told, "ilvl"), left, first, _value(told, "jc"), _number(told, "outlineLvl")
        )
        initial = told.get(f"{_W}framePr", {}).get(f"{_W}dropCap", "none") != "none"
        hidden = _is_on(told, "vanish")
        deleted = f"{_W}del" in told or f"{_W}moveFrom" in told
        if not (paragraph.hidden_end and paragraph.length):
            paragraph.look = self._styles.look(_value(told, "pStyle"), direct)
        paragraph.ends_section = f"{_W}sectPr" in told
        paragraph.goes_on = hidden or initial or deleted
        paragraph.hidden_end = hidden and not deleted

    def _end(self) -> None:
        paragraph = self.words.place.paragraph
        into = self._into
        around, self._into = self._outer.pop()
        self.words.leave_paragraph(around)
        if paragraph is not None:
            if paragraph.goes_on:
                paragraph.goes_on = False
                self._carried = paragraph, into
            else:
                self._finish(paragraph, into)

    def _let_go(self) -> None:
        """End a paragraph that was to go on in the next, where none follows."""
        if self._carried is not None:
            paragraph, into = self._carried
            self._carried = None
            if paragraph.length == 0:
                paragraph.look = self._plain
            if paragraph.length or paragraph.noted or paragraph.after:
                self._finish(paragraph, into)

    def _finish(self, paragraph: Paragraph, into: list[Paragraph]) -> None:
        look = paragraph.look
        if look.number is not None and not (paragraph.ends_section and paragraph.length == 0):
            paragraph.label = self._counting.label(look.number, look.level)
        into.append(paragraph)

    def _turn(self) -> None:
        self.page += 1
        if self.words.place.paragraph is not None:
            self.words.place.paragraph.turn(self.page)

    def _choose(self, name: str) -> None:
        """Read one of the forms that the same content is given in, and pass over the others."""
        if not self._chosen or self._chosen[-1]:
            self.events.skip(f"{_MC}{name}")
        else:
            self._chosen[-1] = True

    def _chosen_all(self) -> None:
        self._chosen.pop()

    def _division_begins(self, told: dict[str, str]) -> None:
        self._let_go()
        key = told.get(f"{_W}id", "")
        division = self.divisions.setdefault(key, Division(told.get(f"{_W}author"), told.get(f"{_W}date")))
        self._into = division.paragraphs
        self.words.own_mark = self._marks.get(key, "")

    def _table_begins(self) -> None:
        self._let_go()
        self._outer.append((self.words.place.paragraph, self._into))
        if self.words.place.paragraph is not None:
            self._into = self.words.place.paragraph.after
        self.words.place.paragraph = None
        self._tables.append(Table(self._into))

    def _row_begins(self) -> None:
        if self._tables:
            self._tables[-1].begin_row(self.page)

    def _cell_begins(self) -> None:
        if self._tables:
            self._cells += 1
            refuse_endless(self._cells, MOST_PARAGRAPHS, "cells")
            self._into, self.page = self._tables[-1].begin_cell()

    def _set_row(self, told: dict[str, dict[str, str]]) -> None:
        if self._tables:
            self._tables[-1].set_row(deleted=f"{_W}del" in told, before=_number(told, "gridBefore") or 0)

    def _set_cell(self, told: dict[str, dict[str, str]]) -> None:
        if self._tables:
            self._tables[-1].set_cell(_number(told, "gridSpan") or 1)

    def _cell_ends(self) -> None:
        self._let_go()
        if self._tables:
            self._tables[-1].end_cell(self.page)
            self._into = self._tables[-1].into

    def _row_ends(self) -> None:
        if self._tables:
            self.page = self._tables[-1].end_row(self.page)

    def _table_ends(self) -> None:
        self._let_go()
        table = self._tables.pop()
        table.into += set_out(table)
        self.words.place.paragraph, self._into = self._outer.pop()


def _value(told: dict[str, dict[str, str]], name: str) -> str | None:
    return told[_W + name].get(f"{_W}val") if _W + name in told else None


def _number(told: dict[str, dict[str, str]], name: str) -> int | None:
    return number(_value(told, name))


def _is_on(told: dict[str, dict[str, str]], name: str) -> bool:
    return _W + name in told and on(_value(told, name))
