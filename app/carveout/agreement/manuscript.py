"""What intake hands on: the lines of a source with their place on its pages, whatever format they came in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import AsideKind, ParagraphStyle


class NotReadableError(Exception):
    """The source can't be read as a document. Its text is one sentence for a person: what happened, what to do."""


MOST_LINES = 2_000_000
MOST_PARAGRAPHS = 300_000
MOST_CLAUSES = 300_000
"""What the longest agreements don't come near, and what reads in about 1 GB of memory."""


def refuse_endless(count: int, most: int, what: str) -> None:
    """Raise NotReadableError where a source has more of something than an agreement can have."""
    if count > most:
        raise NotReadableError(f"The file has more than {most:,} {what}: split off the agreement and open that.")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source as it was laid out, without its line end.

    Its white space is plain spaces only, so that a column of the text is a column of the page. `number` is the 1-based
    line of the source file, of a Word document its paragraph, and `page` its 1-based page, None where there is none.
    """

    text: str
    number: int | None
    page: int | None

    @property
    def indent(self) -> int:
        """Columns of white space before the first word."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def blank(self) -> bool:
        """Tell whether the line holds no word."""
        return not self.text.strip(" ")


class FormCell(StrEnum):
    """What a paragraph is in a form that a table sets."""

    LABEL = "label"
    """What the form asks for; a row begins with it."""
    VALUE = "value"
    """What stands for it, or how to fill it in."""


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as its format marks it: the lines `first` to before `end` of the manuscript, and how it is set.

    `lead` counts the code points at the start of the first line, after its indent, that are set apart from the words
    after them (bold, underlined, italic or small capitals): a label, a heading, or both; 0 where nothing is set apart,
    all of them where the whole paragraph is. `level` is that of a heading, 1 for the highest, where the format names
    one. `depth` is the level of the paragraph's list, 1 for the highest, where the format tells levels apart whose
    numbers are printed alike. `cell` says what it is in a form, where the format sets one in a table.
    """

    first: int
    end: int
    style: ParagraphStyle
    lead: int = 0
    level: int | None = None
    depth: int | None = None
    cell: FormCell | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the source keeps beside its words, at columns `start` to `end` of the line at position `line`.

    A comment has its words in `text`, an insertion or a deletion the words that were put in or taken out: those put
    in stand in the line, those taken out don't, so that `start` is `end`. `at` is an ISO 8601 moment as it is given.
    """

    kind: AsideKind
    line: int
    start: int
    end: int
    text: str
    author: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The source, line by line: page furniture is already gone, every other word is here, in order.

    `paragraphs` hold every line that isn't blank where the format marks its paragraphs; None where only the layout
    shows them. `encoding` names how the characters were read, None where the format leaves no choice. `wordless` are
    the 1-based pages that show something but hold no text, as scanned pages do.
    """

    name: str
    sha256: str
    format: str
    pages: int | None
    lines: tuple[Line, ...]
    paragraphs: tuple[SetParagraph, ...] | None = None
    besides: tuple[Beside, ...] = ()
    encoding: str | None = None
    wordless: tuple[int, ...] = ()
