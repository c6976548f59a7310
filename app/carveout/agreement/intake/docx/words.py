"""The words of a paragraph: text and what stands for characters, results of fields, tracked changes, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.markup import W, on
from carveout.agreement.intake.docx.numerals import written
from carveout.agreement.intake.docx.paragraph import Noted, Paragraph
from carveout.agreement.intake.docx.setting import APART, HIDDEN, MARKS, Marks
from carveout.agreement.reading import AsideKind

if TYPE_CHECKING:
    from carveout.agreement.intake.docx.events import Events
    from carveout.agreement.intake.docx.styles import Styles

_W = W[1:]
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PRESERVED = "http://www.w3.org/XML/1998/namespace}space"
_CHANGED = frozenset({f"{_W}rPrChange"})
_MARKS = tuple((_W + name, bit) for name, bit in MARKS.items())
_SYMBOLS = {
    "f0b7": "•", "f0a7": "▪", "f0a8": "☐", "f06f": "☐", "f071": "☐", "f0fe": "☒", "f078": "☒", "f0fd": "☒",
    "f0fc": "✓", "f052": "☑", "f0d2": "®", "f0d3": "©", "f0d4": "™", "f0e2": "®", "f0e3": "©", "f0e4": "™",
}  # fmt: skip
"""What the characters of Word's symbol fonts look like."""


class Words:
    """Puts the words of a story into its paragraphs, and notes on them what was changed and said."""

    def __init__(self, events: Events, styles: Styles, *, hides: bool) -> None:
        self.paragraph: Paragraph | None = None
        self.cited: dict[str, list[str]] = {"footnotes": [], "endnotes": []}
        """The ids of the notes that are referred to, in order."""
        self.own_mark = ""
        """The mark of the footnote that is being read."""
        self.said: dict[str, Noted] = {}
        """The comments by their id, where they stand."""
        self._events = events
        self._styles = styles
        self._hides = hides
        self._marks: Marks | None = None
        self._character: Marks | None = None
        self._trimmed = False
        self._instructions: list[bool] = []
        self._inserted: list[tuple[Paragraph | None, int, dict[str, str]]] = []
        self._deleted: list[tuple[list[str], dict[str, str]]] = []
        self._awaiting: list[str] = []
        self._begun: dict[str, Paragraph] = {}
        events.starts.update(
            {
                f"{_W}r": self._run,
                f"{_W}rPr": self._properties,
                f"{_W}t": self._text_begins,
                f"{_W}delText": self._text_begins,
                f"{_M}t": self._text_begins,
                f"{_W}tab": lambda _: self._tab(),
                f"{_W}ptab": lambda _: self._tab(),
                f"{_W}br": lambda _: self._break(),
                f"{_W}cr": lambda _: self._break(),
                f"{_W}noBreakHyphen": lambda _: self._put("-"),
                f"{_W}sym": self._symbol,
                f"{_W}fldChar": self._field,
                f"{_W}ins": self._insertion,
                f"{_W}moveTo": self._insertion,
                f"{_W}del": self._deletion,
                f"{_W}moveFrom": self._deletion,
                f"{_W}commentRangeStart": self._comment_begins,
                f"{_W}commentRangeEnd": self._comment_ends,
                f"{_W}commentReference": self._comment,
                f"{_W}footnoteReference": lambda told: self._note("footnotes", told),
                f"{_W}endnoteReference": lambda told: self._note("endnotes", told),
                f"{_W}footnoteRef": lambda _: self._own(),
                f"{_W}endnoteRef": lambda _: self._own(),
            }
        )
        events.ends.update(
            {
                f"{_W}t": self._text,
                f"{_W}delText": self._text,
                f"{_M}t": self._text,
                f"{_W}ins": self._insertion_ends,
                f"{_W}moveTo": self._insertion_ends,
                f"{_W}del": self._deletion_ends,
                f"{_W}moveFrom": self._deletion_ends,
            }
        )

    def begin_paragraph(self, paragraph: Paragraph) -> None:
        """Go on with another paragraph, which the comments that begin before it speak of."""
        self.paragraph = paragraph
        for key in self._awaiting:
            self._say(key, paragraph, None)
        self._awaiting.clear()

    def end_paragraph(self) -> None:
        """Let no instruction of a field reach beyond the paragraph, however it is broken."""
        if self._instructions:
            self._instructions = [False] * len(self._instructions)

    def _run(self, _told: dict[str, str]) -> None:
        self._marks = self._character = None

    def _properties(self, _told: dict[str, str]) -> None:
        paragraph = self.paragraph
        if self._hides or (paragraph is not None and paragraph.leading):
            self._events.gather(f"{_W}rPr", _CHANGED, self._set)
        else:
            self._events.pass_over(f"{_W}rPr")

    def _set(self, told: dict[str, dict[str, str]]) -> None:
        marks = Marks()
        for name, bit in _MARKS:
            if name in told:
                marks = Marks(bit, bit if on(told[name].get(f"{_W}val")) else 0).over(marks)
        self._marks = marks
        style = told.get(f"{_W}rStyle")
        self._character = self._styles.characters(style.get(f"{_W}val", "")) if style else None

    def _set_as(self, paragraph: Paragraph) -> int:
        """Return the marks of the run that is being read."""
        within = paragraph.look.marks
        marks = self._character.within(within) if self._character else within.on
        return (marks & ~self._marks.told) | self._marks.on if self._marks else marks

    def _text_begins(self, told: dict[str, str]) -> None:
        self._events.text.clear()
        self._trimmed = told.get(_PRESERVED) != "preserve"

    def _text(self) -> None:
        text = "".join(self._events.text)
        self._events.text.clear()
        self._put(text.strip(" \t\r\n") if self._trimmed else text)

    def _put(self, text: str) -> None:
        paragraph = self.paragraph
        if paragraph is None or not text:
            return
        marks = self._set_as(paragraph) if self._hides or paragraph.leading else 0
        if marks & HIDDEN or (self._instructions and any(self._instructions)):
            return
        if self._deleted:
            self._deleted[-1][0].append(text)
        else:
            paragraph.put(text, marks & APART)

    def _tab(self) -> None:
        if self.paragraph is not None and not self._deleted and not any(self._instructions):
            self.paragraph.tab()

    def _break(self) -> None:
        if self.paragraph is not None and not self._deleted and not any(self._instructions):
            self.paragraph.end_line()

    def _symbol(self, told: dict[str, str]) -> None:
        code = told.get(f"{_W}char", "").lower()
        if code in _SYMBOLS:
            self._put(_SYMBOLS[code])
        elif len(code) == 4 and code[0] != "d" and set(code) <= set("0123456789abcdef"):
            self._put(chr(int(code, 16)))

    def _field(self, told: dict[str, str]) -> None:
        kind = told.get(f"{_W}fldCharType")
        if kind == "begin":
            self._instructions.append(True)
        elif self._instructions and kind == "separate":
            self._instructions[-1] = False
        elif self._instructions and kind == "end":
            self._instructions.pop()

    def _insertion(self, told: dict[str, str]) -> None:
        paragraph = self.paragraph
        self._inserted.append((paragraph, paragraph.length if paragraph else 0, told))

    def _insertion_ends(self) -> None:
        paragraph, start, told = self._inserted.pop()
        if paragraph is not None and paragraph is self.paragraph and paragraph.length > start and not self._deleted:
            self._note_change(paragraph, Noted(AsideKind.INSERTION, start, paragraph.length, None, *_who(told)))

    def _deletion(self, told: dict[str, str]) -> None:
        self._deleted.append(([], told))

    def _deletion_ends(self) -> None:
        parts, told = self._deleted.pop()
        paragraph = self.paragraph
        if paragraph is not None and parts:
            at = paragraph.length
            self._note_change(paragraph, Noted(AsideKind.DELETION, at, at, "".join(parts), *_who(told)))

    def _note_change(self, paragraph: Paragraph, change: Noted) -> None:
        """Keep a tracked change; what goes on with the one before it is one with it."""
        last = paragraph.noted[-1] if paragraph.noted else None
        same = last is not None and (last.kind, last.author, last.at, last.end) == (
            change.kind,
            change.author,
            change.at,
            change.start,
        )
        if last is None or not same:
            paragraph.noted.append(change)
        elif last.text is None:
            last.end = change.end
        else:
            last.text += change.text or ""

    def _comment_begins(self, told: dict[str, str]) -> None:
        if self.paragraph is not None:
            self._say(told.get(f"{_W}id", ""), self.paragraph, None)
        else:
            self._awaiting.append(told.get(f"{_W}id", ""))

    def _comment_ends(self, told: dict[str, str]) -> None:
        key, paragraph = told.get(f"{_W}id", ""), self.paragraph
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

    def _comment(self, told: dict[str, str]) -> None:
        key = told.get(f"{_W}id", "")
        if self.paragraph is not None and key not in self.said:
            self._say(key, self.paragraph, self.paragraph.length)

    def _say(self, key: str, paragraph: Paragraph, end: int | None) -> None:
        if key not in self.said:
            noted = self.said[key] = Noted(AsideKind.COMMENT, paragraph.length, end, "", None, None)
            paragraph.noted.append(noted)
            self._begun[key] = paragraph

    def _note(self, kind: str, told: dict[str, str]) -> None:
        """Print the mark of a footnote or an endnote, unless the words bring their own."""
        if self.paragraph is None or self._deleted:
            return
        key = told.get(f"{_W}id", "")
        self.paragraph.cites.append((kind, key))
        if not on(told.get(f"{_W}customMarkFollows", "0")):
            self.cited[kind].append(key)
            self._put(mark(kind, len(self.cited[kind])))

    def _own(self) -> None:
        self._put(f"{self.own_mark} ")


def mark(kind: str, count: int) -> str:
    """Return the mark of a note in plain text."""
    return f"[{written(count, 'decimal' if kind == 'footnotes' else 'lowerRoman')}]"


def _who(told: dict[str, str]) -> tuple[str | None, str | None]:
    return told.get(f"{_W}author"), told.get(f"{_W}date")
