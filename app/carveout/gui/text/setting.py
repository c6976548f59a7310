"""How each paragraph is set: as title, heading or text, how far in, and with how much of its label hanging out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.reading import ParagraphStyle
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Paragraph, Reading
    from carveout.gui.text.typography import Typography

_IN_THE_ZONE = frozenset({ClauseKind.SECTION})
_INDENTED = frozenset({ClauseKind.ITEM, ClauseKind.RECITAL})
_SMALL = frozenset({ClauseKind.SECTION, ClauseKind.ITEM, ClauseKind.TERM, ClauseKind.RECITAL})
_SUBTITLED = frozenset({ClauseKind.ARTICLE, ClauseKind.PREAMBLE})
_DEEPEST = 9.0
"""Ems beyond the zone that no paragraph is set further in than."""
_LONGEST_HANG = 3.4
_WIDE_TABLE = 60
"""Characters in a line of a table that needs all of the column."""


class Role(Enum):
    """What a paragraph is set as."""

    TITLE = auto()
    SUBTITLE = auto()
    HEADING = auto()
    TEXT = auto()
    CENTERED = auto()
    FIXED = auto()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set.

    Its text stands `left` pixels in; its first line begins `hang` pixels before that with a label, which ends at
    `label_end` of the canonical text. `captions` are its words that are set as label and heading; it
    `continues` a heading that began in a paragraph before it.
    """

    role: Role
    left: float = 0.0
    hang: float = 0.0
    label_end: int = 0
    captions: tuple[Span, ...] = ()
    continues: bool = False


class Settings:
    """The settings of a reading's paragraphs in a type."""

    def __init__(self, reading: Reading, typography: Typography) -> None:
        self._reading = reading
        self._type = typography
        self._captions = _captions(reading)
        self._caption_starts = [caption.start for caption, _ in self._captions]
        self._starts = {clause.start: clause for clause in reversed(reading.outline.clauses)}
        self._lefts: dict[int, float] = {}
        self._hangs: dict[int | None, float] = {}

    def of(self, paragraph: Paragraph) -> Setting:
        """Return the setting of a paragraph."""
        captions = tuple(self._captions_in(paragraph.span))
        whole = next(((caption, kind) for caption, kind in captions if caption.holds(paragraph.span)), None)
        if whole is not None and whole[1] not in _SMALL:
            role = Role.SUBTITLE if whole[1] in _SUBTITLED else Role.TITLE
            return Setting(role, captions=(paragraph.span,), continues=whole[0].start < paragraph.span.start)
        if whole is None and paragraph.style is ParagraphStyle.FIXED:
            return Setting(Role.FIXED, left=self._left_of_table(paragraph.span))
        clause = self._starts.get(paragraph.span.start)
        if whole is None and paragraph.style is ParagraphStyle.CENTERED and not (clause and clause.label):
            return Setting(Role.CENTERED)
        role = Role.TEXT if whole is None else Role.HEADING
        bold = tuple(caption for caption, _ in captions)
        if clause is None:
            return Setting(role, self._left(self._reading.outline.at(paragraph.span.start)), captions=bold)
        hang = self._hang_of(clause)
        return Setting(role, self._left(clause.id), hang, clause.start + len(clause.label) if hang else 0, bold)

    def _left_of_table(self, span: Span) -> float:
        """Return how far in a table is set: with the text, or at the edge where it is a wide one."""
        columns = max(len(line) for line in span.of(self._reading.text).split("\n"))
        return 0.0 if columns > _WIDE_TABLE else float(self._type.zone)

    def _captions_in(self, span: Span) -> Iterator[tuple[Span, ClauseKind]]:
        first = max(0, bisect_right(self._caption_starts, span.start) - 1)
        for caption, kind in self._captions[first : bisect_left(self._caption_starts, span.end)]:
            if caption.meets(span):
                yield caption, kind

    def _left(self, clause: int | None) -> float:
        if clause is None:
            return float(self._type.zone)
        if clause not in self._lefts:
            named = self._reading.outline[clause]
            left = float(self._type.zone)
            if named.kind in _INDENTED:
                left = self._left(named.parent) + self._hang_of(named)
            elif named.kind is ClauseKind.TERM:
                left = self._left(named.parent)
            self._lefts[clause] = min(left, self._type.zone + _DEEPEST * self._type.em)
        return self._lefts[clause]

    def _hang_of(self, clause: Clause) -> float:
        """Return how far the clause's label hangs out, nothing where it is too wide for that."""
        if not clause.label:
            return 0.0
        width = self._type.width(clause.label)
        if clause.kind in _IN_THE_ZONE:
            return float(self._type.zone) if width <= self._type.zone else 0.0
        if clause.kind not in _INDENTED or width > _LONGEST_HANG * self._type.em:
            return 0.0
        if clause.parent not in self._hangs:
            self._hangs[clause.parent] = self._widest_below(clause.parent)
        return self._hangs[clause.parent]

    def _widest_below(self, parent: int | None) -> float:
        outline = self._reading.outline
        labels = {outline[child].label for child in outline.children(parent) if outline[child].kind in _INDENTED}
        widths = [width for label in labels if (width := self._type.width(label)) <= _LONGEST_HANG * self._type.em]
        return max([1.9 * self._type.em, *widths])


def _captions(reading: Reading) -> list[tuple[Span, ClauseKind]]:
    """Return the words that are label and heading of a clause, with the clause's kind, in the order of the text."""
    found = []
    for clause in reading.outline:
        words = reading.text[clause.start : clause.body_start]
        if clause.heading and words:
            found.append((Span(clause.start, clause.start + len(words.rstrip())), clause.kind))
    return found
