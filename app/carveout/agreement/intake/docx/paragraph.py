"""A paragraph while it is read, and as it is handed on: its words, its label, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carveout.agreement.intake.leads import is_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.intake.docx.styles import Look
    from carveout.agreement.manuscript import FormCell
    from carveout.agreement.reading import AsideKind

_SPACES = dict.fromkeys([*map(ord, "\t\n\r\u00a0\u1680\u202f\u205f\u3000\u2028\u2029"), *range(0x2000, 0x200B)], " ")
_ODD_SPACE = re.compile("[" + "".join(map(chr, _SPACES)) + "]")
_SEVERAL = re.compile("  +")
_LABEL = 16
"""Characters beyond which nothing typed before a heading is its label."""
_TAB = 6
"""Columns from one tab stop to the next."""


@dataclass(slots=True, eq=False)
class Noted:
    """A comment or a tracked change on the code points `start` to `end` of a paragraph; `end` is None for its end.

    `text` is None where it is the words themselves, and empty where there is nothing to say.
    """

    kind: AsideKind
    start: int
    end: int | None
    text: str | None
    author: str | None
    at: str | None
    replies: list[Noted] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Paragraph:
    """The words of a paragraph as they are read, one space between two of them, a line feed where a line breaks.

    `lead` counts the code points at its start that are set apart. `turns` are the offsets at which a page begins, with
    the page. `cites` are the notes that it refers to, and `after` what is anchored in it: the text of a box.
    `columns` is how far its first words are pushed in by spaces and tabs. A paragraph that is `fixed` keeps its lines
    and columns. `cell` says what it is in a form that a table sets.
    """

    page: int
    look: Look
    number: int = 0
    label: str = ""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    columns: int = 0
    lead: int = 0
    turns: list[tuple[int, int]] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    cites: list[tuple[str, str]] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)
    fixed: bool = False
    cell: FormCell | None = None
    key: str | None = None
    """What other parts call it."""
    goes_on: bool = False
    """Its end is deleted or hidden, so that the next one's words belong to it."""
    hidden_end: bool = False
    ends_section: bool = False
    """Word prints no number where nothing but the end of a section stands."""
    leading: bool = True
    """What is set apart at its start may not have ended yet."""
    _ends_blank: bool = True
    _apart: int = 0
    _plain: str = ""

    @property
    def text(self) -> str:
        """All its words, without the label."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    @property
    def printed(self) -> str:
        """Its words as they are printed, with the label."""
        return f"{self.label} {self.text}".strip()

    def put(self, text: str, apart: int) -> None:
        """Add words; `apart` are the marks that set them apart from plain ones."""
        if "  " in text or _ODD_SPACE.search(text):
            text = _SEVERAL.sub(" ", text.translate(_SPACES))
        if self._ends_blank and text[:1] == " ":
            text = text[1:]
            self.columns += self.length == 0
        if not text:
            return
        if self.leading:
            self._lead(text, apart)
        self.parts.append(text)
        self.length += len(text)
        self._ends_blank = text[-1] == " "

    def tab(self) -> None:
        """Add a tab: one space, or, before the first word, a column further in."""
        if self.length:
            self.put(" ", 0)
        else:
            self.columns += _TAB - self.columns % _TAB

    def end_line(self) -> None:
        """End the line within the paragraph."""
        self.leading = self.leading and self.length == 0
        self.parts.append("\n")
        self.length += 1
        self._ends_blank = True

    def end_heading(self) -> None:
        """End a heading whose line goes on with the words of the next paragraph: all of it is set apart."""
        self.lead = self.length - self._ends_blank
        self.leading = False
        self.put(" ", 0)

    def add(self, gap: str, other: Paragraph) -> None:
        """Add the words of another paragraph after some space, with all that stands beside them."""
        shift = self.length + len(gap) + (len(other.label) + 1 if other.label else 0)
        if not self.fixed:
            self.lead = shift + other.lead if other.lead and is_label(self.printed) else self.length
            self.leading = False
        words = f"{gap}{other.label} {other.text}" if other.label else gap + other.text
        for noted in other.noted:
            noted.end = shift + (other.length if noted.end is None else noted.end)
            noted.start += shift
        self.noted += other.noted
        other.noted = []
        if other.page > (self.turns[-1][1] if self.turns else self.page):
            self.turn(other.page)
        self.turns += [(at + shift, page) for at, page in other.turns]
        self.cites += other.cites
        self.after += other.after
        self.parts.append(words)
        self.length += len(words)

    def turn(self, page: int) -> None:
        """Begin a page."""
        if self.length == 0:
            self.page = page
        else:
            self.turns.append((self.length, page))

    def _lead(self, text: str, apart: int) -> None:
        """Follow what is set apart at the start: a label that was typed plainly before it belongs to it."""
        words = text.strip()
        if not words:
            return
        if self._apart or (apart and not self._plain) or (apart and self._is_label()):
            self._apart = self._apart & apart if self._apart else apart
            if self._apart:
                self.lead = self.length + len(text.rstrip())
            else:
                self.leading = False
        elif len(self._plain) + len(text) <= _LABEL:
            self._plain += text
        else:
            self.leading = False

    def _is_label(self) -> bool:
        plain = self._plain.strip()
        return is_label(plain)


def in_order(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs, each followed by what is anchored in it."""
    below = [iter(paragraphs)]
    while below:
        paragraph = next(below[-1], None)
        if paragraph is None:
            below.pop()
        else:
            yield paragraph
            if paragraph.after:
                below.append(iter(paragraph.after))
