"""The words of a paragraph: text, and what stands for characters and for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.changes import Changes
from carveout.agreement.intake.docx.fields import Fields
from carveout.agreement.intake.docx.markup import VAL, W, on
from carveout.agreement.intake.docx.numerals import written
from carveout.agreement.intake.docx.place import Place
from carveout.agreement.intake.docx.remarks import Remarks
from carveout.agreement.intake.docx.setting import APART, HIDDEN, TOLD, Marks, marks

if TYPE_CHECKING:
    from carveout.agreement.intake.docx.events import Events
    from carveout.agreement.intake.docx.paragraph import Paragraph
    from carveout.agreement.intake.docx.styles import Styles

_W = W[1:]
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PRESERVED = "http://www.w3.org/XML/1998/namespace}space"
_VAL = VAL[1:]
_TOLD = tuple((_W + name, name) for name in TOLD)
_CHANGED = frozenset({f"{_W}rPrChange"})
_SYMBOLS = {
    "f0b7": "•", "f0a7": "▪", "f0a8": "☐", "f06f": "☐", "f071": "☐", "f0fe": "☒", "f078": "☒", "f0fd": "☒",
    "f0fc": "✓", "f052": "☑", "f0d2": "®", "f0d3": "©", "f0d4": "™", "f0e2": "®", "f0e3": "©", "f0e4": "™",
}  # fmt: skip
"""What the characters of Word's symbol fonts look like."""


class Words:
    """Puts the words of a story into its paragraphs."""

    def __init__(self, events: Events, styles: Styles, *, hides: bool) -> None:
        self.place = Place()
        self.remarks = Remarks(events, self.place)
        self.fields = Fields(events, self.place, self._put)
        self.cited: dict[str, list[str]] = {"footnotes": [], "endnotes": []}
        """The ids of the notes that are referred to, in order."""
        self.own_mark = ""
        """The mark of the footnote that is being read."""
        self._events = events
        self._styles = styles
        self._hides = hides
        self._marks: Marks | None = None
        self._character: Marks | None = None
        self._trimmed = False
        Changes(events, self.place)
        events.starts.update(
            {
                f"{_W}r": self._run,
                f"{_W}rPr": self._properties,
                f"{_W}tab": lambda _: self._tab(),
                f"{_W}ptab": lambda _: self._tab(),
                f"{_W}br": lambda _: self._break(),
                f"{_W}cr": lambda _: self._break(),
                f"{_W}noBreakHyphen": lambda _: self._put("-"),
                f"{_W}sym": self._symbol,
                f"{_W}footnoteReference": lambda told: self._note("footnotes", told),
                f"{_W}endnoteReference": lambda told: self._note("endnotes", told),
                f"{_W}footnoteRef": lambda _: self._own(),
                f"{_W}endnoteRef": lambda _: self._own(),
            }
        )
        for name in (f"{_W}t", f"{_W}delText", f"{_M}t"):
            events.starts[name] = self._text_begins
            events.ends[name] = self._text

    def begin_paragraph(self, paragraph: Paragraph) -> None:
        """Go on with another paragraph."""
        self.place.paragraph = paragraph
        self.remarks.begin_paragraph(paragraph)

    def leave_paragraph(self, around: Paragraph | None) -> None:
        """Go back to the paragraph that another stands in, None where there is none."""
        self.place.paragraph = around
        self.fields.end_paragraph()

    def _run(self, _told: dict[str, str]) -> None:
        self._marks = self._character = None

    def _properties(self, _told: dict[str, str]) -> None:
        paragraph = self.place.paragraph
        if self._hides or (paragraph is not None and paragraph.leading):
            self._events.gather(f"{_W}rPr", _CHANGED, self._set)
        else:
            self._events.pass_over(f"{_W}rPr")

    def _set(self, told: dict[str, dict[str, str]]) -> None:
        self._marks = marks({name: told[full].get(_VAL) for full, name in _TOLD if full in told})
        style = told.get(f"{_W}rStyle")
        self._character = self._styles.characters(style.get(f"{_W}val", "")) if style else None

    def _set_as(self, paragraph: Paragraph) -> int:
        """Return the marks of the run that is being read."""
        within = paragraph.look.marks
        found = self._character.within(within) if self._character else within.on
        return (found & ~self._marks.told) | self._marks.on if self._marks else found

    def _text_begins(self, told: dict[str, str]) -> None:
        self._events.text.clear()
        self._trimmed = told.get(_PRESERVED) != "preserve"

    def _text(self) -> None:
        text = "".join(self._events.text)
        self._events.text.clear()
        self._put(text.strip(" \t\r\n") if self._trimmed else text)

    def _put(self, text: str) -> None:
        place = self.place
        paragraph = place.paragraph
        if paragraph is None or not text:
            return
        set_as = self._set_as(paragraph) if self._hides or paragraph.leading else 0
        if set_as & HIDDEN or (place.instructions and any(place.instructions)):
            return
        if place.deleted:
            place.deleted[-1].append(text)
        else:
            paragraph.put(text, set_as & APART)

    def _tab(self) -> None:
        if (paragraph := self.place.printed) is not None:
            paragraph.tab()

    def _break(self) -> None:
        if (paragraph := self.place.printed) is not None:
            paragraph.end_line()

    def _symbol(self, told: dict[str, str]) -> None:
        code = told.get(f"{_W}char", "").lower()
        if code in _SYMBOLS:
            self._put(_SYMBOLS[code])
        elif len(code) == 4 and code[0] != "d" and set(code) <= set("0123456789abcdef"):
            self._put(chr(int(code, 16)))

    def _note(self, kind: str, told: dict[str, str]) -> None:
        """Print the mark of a footnote or an endnote, unless the words bring their own."""
        paragraph = self.place.printed
        if paragraph is None:
            return
        key = told.get(f"{_W}id", "")
        paragraph.cites.append((kind, key))
        if not on(told.get(f"{_W}customMarkFollows", "0")):
            self.cited[kind].append(key)
            self._put(mark(kind, len(self.cited[kind])))

    def _own(self) -> None:
        self._put(f"{self.own_mark} ")


def mark(kind: str, count: int) -> str:
    """Return the mark of a note in plain text."""
    return f"[{written(count, 'decimal' if kind == 'footnotes' else 'lowerRoman')}]"
