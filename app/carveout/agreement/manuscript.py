"""What intake hands on: the lines of a source with their place on its pages, whatever format they came in."""

from __future__ import annotations

from dataclasses import dataclass


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
    line of the source file and `page` its 1-based page, each None where the format has none.
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


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The source, line by line: page furniture is already gone, every other word is here, in order."""

    name: str
    sha256: str
    format: str
    pages: int | None
    lines: tuple[Line, ...]
