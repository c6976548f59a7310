"""The rows of a record, each turned back into what it records and checked against the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carveout.agreement.clause import Clause, ClauseKind
from carveout.agreement.content import (
    Carveout,
    CarveoutKind,
    Finding,
    FindingSeverity,
    Gap,
    GapStrength,
    Qualifier,
    QualifierKind,
    Reference,
    Representation,
    Term,
)
from carveout.agreement.outline.contents import Entry
from carveout.agreement.reading import Aside, AsideKind, Paragraph, ParagraphStyle, Place
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.record.fields import Fields


_ENDS = 2


class Recorded:
    """What rows mean in a text of this length with this many clauses. Every method raises ValueError."""

    def __init__(self, length: int, clauses: int) -> None:
        self._length = length
        self._clauses = clauses

    def _span(self, start: int, end: int) -> Span:
        if not 0 <= start <= end <= self._length:
            raise ValueError("The reading has a span outside its text.")
        return Span(start, end)

    def id(self, clause: int) -> int:
        """Return the id of a clause."""
        if not 0 <= clause < self._clauses:
            raise ValueError("The reading names a clause that it doesn't have.")
        return clause

    def id_or_none(self, clause: int | None) -> int | None:
        """Return the id of a clause or None."""
        return None if clause is None else self.id(clause)

    def span(self, value: list[Any]) -> Span:
        """Return the span `[start, end]`."""
        if len(value) != _ENDS or any(type(one) is not int for one in value):
            raise ValueError("The reading has a span that isn't one.")
        return self._span(value[0], value[1])

    def span_or_none(self, value: list[Any] | None) -> Span | None:
        """Return a span or None."""
        return None if value is None else self.span(value)

    def _spanned(self, row: Fields) -> Span:
        return self._span(row.number("start"), row.number("end"))

    def paragraphs(self, rows: list[list[Any]]) -> tuple[Paragraph, ...]:
        """Return the paragraphs, which follow each other."""
        styles = {style.value: style for style in ParagraphStyle}
        found = []
        reached = 0
        for start, end, style in rows:
            if type(start) is not int or type(end) is not int or not reached <= start <= end:
                raise ValueError("The reading has a paragraph that isn't one.")
            if type(style) is not str or style not in styles:
                raise ValueError("The reading has a paragraph of no known style.")
            found.append(Paragraph(Span(start, end), styles[style]))
            reached = end
        if reached > self._length:
            raise ValueError("The reading has a paragraph outside its text.")
        return tuple(found)

    def places(self, rows: list[list[Any]]) -> tuple[Place, ...]:
        """Return the places, in the order of the text."""
        kinds = (int, type(None))
        reached = 0
        for start, page, line in rows:
            if type(start) is not int or start < reached or type(page) not in kinds or type(line) not in kinds:
                raise ValueError("The reading has a place that isn't one.")
            reached = start
        if reached > self._length:
            raise ValueError("The reading has a place outside its text.")
        return tuple([Place(start, page, line) for start, page, line in rows])

    def outlined(self, position: int, row: Fields) -> Clause:
        """Return the clause that stands at this position of the outline."""
        clause = Clause(
            id=row.number("id"),
            parent=row.number_or_none("parent"),
            kind=ClauseKind(row.text("kind")),
            number=row.text_or_none("number"),
            label=row.text("label"),
            heading=row.text_or_none("heading"),
            citation=row.text("citation"),
            start=row.number("start"),
            body_start=row.number("body_start"),
            end=row.number("end"),
            page_first=row.number_or_none("page_first"),
            page_last=row.number_or_none("page_last"),
            line_first=row.number_or_none("line_first"),
            line_last=row.number_or_none("line_last"),
        )
        row.done()
        if clause.id != position or (clause.parent is not None and not 0 <= clause.parent < position):
            raise ValueError("The reading's clauses are out of order.")
        if not 0 <= clause.start <= clause.body_start <= clause.end <= self._length:
            raise ValueError("The reading has a clause outside its text.")
        return clause

    def term(self, row: Fields) -> Term:
        """Return a term."""
        uses = []
        for use in row.tuples("uses", 2):
            if type(use[0]) is not int or type(use[1]) is not int:
                raise ValueError("The reading has a use of a term that isn't one.")
            uses.append(self._span(use[0], use[1]))
        term = Term(row.text("term"), self.id(row.number("clause")), self._spanned(row), tuple(uses))
        row.done()
        return term

    def reference(self, row: Fields) -> Reference:
        """Return a reference."""
        reference = Reference(
            self.id(row.number("clause")),
            self._spanned(row),
            row.text("quote"),
            tuple(self.id(target) for target in row.numbers("targets")),
            row.flag("external"),
        )
        row.done()
        return reference

    def representation(self, row: Fields) -> Representation:
        """Return a representation."""
        representation = Representation(self.id(row.number("clause")), row.text_or_none("by"))
        row.done()
        return representation

    def carveout(self, row: Fields) -> Carveout:
        """Return a carve-out."""
        carveout = Carveout(
            self.id(row.number("clause")),
            self._spanned(row),
            row.text("quote"),
            CarveoutKind(row.text("kind")),
            row.text_or_none("subject"),
            tuple(self.id(reached) for reached in row.numbers("reaches")),
        )
        row.done()
        return carveout

    def gap(self, row: Fields) -> Gap:
        """Return a gap."""
        gap = Gap(
            self.id(row.number("clause")),
            self.id_or_none(row.number_or_none("sibling")),
            row.text_or_none("subject"),
            GapStrength(row.text("strength")),
            row.text("message"),
            self.span_or_none(row.numbers_or_none("words")) if row.has("words") else None,
        )
        row.done()
        return gap

    def qualifier(self, row: Fields) -> Qualifier:
        """Return a qualifier."""
        qualifier = Qualifier(self.id(row.number("clause")), self._spanned(row), QualifierKind(row.text("kind")))
        row.done()
        return qualifier

    def finding(self, row: Fields) -> Finding:
        """Return a finding."""
        start, end = row.number_or_none("start"), row.number_or_none("end")
        if (start is None) != (end is None):
            raise ValueError("The reading has a finding with half a span.")
        finding = Finding(
            row.text("rule"),
            self.id_or_none(row.number_or_none("clause")),
            self._span(start, end) if start is not None and end is not None else None,
            FindingSeverity(row.text("severity")),
            row.text("message"),
        )
        row.done()
        return finding

    def entry(self, row: Fields) -> Entry:
        """Return a row of a table of contents."""
        entry = Entry(
            row.text_or_none("number"),
            row.text("heading"),
            row.text_or_none("page"),
            self._spanned(row),
            row.text("label"),
        )
        row.done()
        return entry

    def aside(self, row: Fields) -> Aside:
        """Return a comment or a tracked change."""
        aside = Aside(
            AsideKind(row.text("kind")),
            self._spanned(row),
            row.text("text"),
            row.text_or_none("author"),
            row.text_or_none("at"),
        )
        row.done()
        return aside
