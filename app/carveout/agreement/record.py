"""A Reading as the plain object that the command line prints, and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from carveout.agreement.clause import Clause, ClauseKind, Outline
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
from carveout.agreement.fields import Fields
from carveout.agreement.reading import Paragraph, ParagraphStyle, Party, Place, Reading, Source
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = 1
"""The version of the object that `carveout inspect --json` prints."""


def to_record(reading: Reading) -> dict[str, object]:
    """Return the reading as JSON's own types: the command line's contract, with `paragraphs` and `places` besides.

    `paragraphs` are `[start, end, style]`, `places` are `[start, page, line]`; offsets are code points of `text`.
    """
    source = reading.source
    return {
        "schema": SCHEMA,
        "source": {"name": source.name, "sha256": source.sha256, "format": source.format, "pages": source.pages},
        "title": reading.title,
        "date": reading.date.isoformat() if reading.date is not None else None,
        "parties": [{"name": party.name, "alias": party.alias} for party in reading.parties],
        "text": reading.text,
        "clauses": [_clause(clause) for clause in reading.outline],
        "terms": [
            {
                "term": term.term,
                "clause": term.clause,
                **_span(term.span),
                "uses": [[u.start, u.end] for u in term.uses],
            }
            for term in reading.terms
        ],
        "references": [
            {
                "clause": one.clause,
                **_span(one.span),
                "quote": one.quote,
                "targets": [*one.targets],
                "external": one.external,
            }
            for one in reading.references
        ],
        "representations": [{"clause": one.clause, "by": one.by} for one in reading.representations],
        "carveouts": [
            {
                "clause": one.clause,
                **_span(one.span),
                "quote": one.quote,
                "kind": one.kind.value,
                "subject": one.subject,
                "reaches": [*one.reaches],
            }
            for one in reading.carveouts
        ],
        "gaps": [
            {
                "clause": gap.clause,
                "sibling": gap.sibling,
                "subject": gap.subject,
                "strength": gap.strength.value,
                "message": gap.message,
            }
            for gap in reading.gaps
        ],
        "qualifiers": [{"clause": one.clause, **_span(one.span), "kind": one.kind.value} for one in reading.qualifiers],
        "findings": [
            {
                "rule": one.rule,
                "clause": one.clause,
                "start": one.span.start if one.span is not None else None,
                "end": one.span.end if one.span is not None else None,
                "severity": one.severity.value,
                "message": one.message,
            }
            for one in reading.findings
        ],
        "paragraphs": [[one.span.start, one.span.end, one.style.value] for one in reading.paragraphs],
        "places": [[place.start, place.page, place.line] for place in reading.places],
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "id": clause.id,
        "parent": clause.parent,
        "kind": clause.kind.value,
        "number": clause.number,
        "label": clause.label,
        "heading": clause.heading,
        "citation": clause.citation,
        "start": clause.start,
        "body_start": clause.body_start,
        "end": clause.end,
        "page_first": clause.page_first,
        "page_last": clause.page_last,
        "line_first": clause.line_first,
        "line_last": clause.line_last,
    }


def from_record(record: Mapping[str, Any]) -> Reading:
    """Return the reading that `to_record` turned into this object.

    Raises ValueError where a key is missing or unknown, a value has the wrong type, an offset lies outside the text,
    or an id names no clause. Its message holds no words of the document.
    """
    whole = Fields(record, "reading")
    if whole.number("schema") != SCHEMA:
        raise ValueError("The reading is of another schema.")
    text = whole.text("text")
    clauses = whole.rows("clauses")
    inside = _Inside(len(text), len(clauses))
    reading = Reading(
        source=_source(whole.row("source")),
        title=whole.text_or_none("title"),
        date=_date(whole.text_or_none("date")),
        parties=tuple(_party(row) for row in whole.rows("parties")),
        text=text,
        paragraphs=inside.paragraphs(whole.tuples("paragraphs", 3)),
        places=inside.places(whole.tuples("places", 3)),
        outline=Outline(tuple(inside.outlined(at, row) for at, row in enumerate(clauses))),
        terms=tuple(inside.term(row) for row in whole.rows("terms")),
        references=tuple(inside.reference(row) for row in whole.rows("references")),
        representations=tuple(inside.representation(row) for row in whole.rows("representations")),
        carveouts=tuple(inside.carveout(row) for row in whole.rows("carveouts")),
        gaps=tuple(inside.gap(row) for row in whole.rows("gaps")),
        qualifiers=tuple(inside.qualifier(row) for row in whole.rows("qualifiers")),
        findings=tuple(inside.finding(row) for row in whole.rows("findings")),
    )
    whole.done()
    return reading


def _source(row: Fields) -> Source:
    source = Source(row.text("name"), row.text("sha256"), row.text("format"), row.number_or_none("pages"))
    row.done()
    return source


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day is not None else None


def _party(row: Fields) -> Party:
    party = Party(row.text("name"), row.text_or_none("alias"))
    row.done()
    return party


class _Inside:
    """What a record's rows mean in a text of this length with this many clauses."""

    def __init__(self, length: int, clauses: int) -> None:
        self._length = length
        self._clauses = clauses

    def _span(self, start: int, end: int) -> Span:
        if not 0 <= start <= end <= self._length:
            raise ValueError("The reading has a span outside its text.")
        return Span(start, end)

    def _id(self, clause: int) -> int:
        if not 0 <= clause < self._clauses:
            raise ValueError("The reading names a clause that it doesn't have.")
        return clause

    def _id_or_none(self, clause: int | None) -> int | None:
        return None if clause is None else self._id(clause)

    def _spanned(self, row: Fields) -> Span:
        return self._span(row.number("start"), row.number("end"))

    def paragraphs(self, rows: list[list[Any]]) -> tuple[Paragraph, ...]:
        styles = {style.value: style for style in ParagraphStyle}
        found = []
        reached = 0
        for start, end, style in rows:
            if type(start) is not int or type(end) is not int or not reached <= start <= end or style not in styles:
                raise ValueError("The reading has a paragraph that isn't one.")
            found.append(Paragraph(Span(start, end), styles[style]))
            reached = end
        if reached > self._length:
            raise ValueError("The reading has a paragraph outside its text.")
        return tuple(found)

    def places(self, rows: list[list[Any]]) -> tuple[Place, ...]:
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
        uses = []
        for use in row.tuples("uses", 2):
            if type(use[0]) is not int or type(use[1]) is not int:
                raise ValueError("The reading has a use of a term that isn't one.")
            uses.append(self._span(use[0], use[1]))
        term = Term(row.text("term"), self._id(row.number("clause")), self._spanned(row), tuple(uses))
        row.done()
        return term

    def reference(self, row: Fields) -> Reference:
        reference = Reference(
            self._id(row.number("clause")),
            self._spanned(row),
            row.text("quote"),
            tuple(self._id(target) for target in row.numbers("targets")),
            row.flag("external"),
        )
        row.done()
        return reference

    def representation(self, row: Fields) -> Representation:
        representation = Representation(self._id(row.number("clause")), row.text_or_none("by"))
        row.done()
        return representation

    def carveout(self, row: Fields) -> Carveout:
        carveout = Carveout(
            self._id(row.number("clause")),
            self._spanned(row),
            row.text("quote"),
            CarveoutKind(row.text("kind")),
            row.text_or_none("subject"),
            tuple(self._id(reached) for reached in row.numbers("reaches")),
        )
        row.done()
        return carveout

    def gap(self, row: Fields) -> Gap:
        gap = Gap(
            self._id(row.number("clause")),
            self._id_or_none(row.number_or_none("sibling")),
            row.text_or_none("subject"),
            GapStrength(row.text("strength")),
            row.text("message"),
        )
        row.done()
        return gap

    def qualifier(self, row: Fields) -> Qualifier:
        qualifier = Qualifier(self._id(row.number("clause")), self._spanned(row), QualifierKind(row.text("kind")))
        row.done()
        return qualifier

    def finding(self, row: Fields) -> Finding:
        start, end = row.number_or_none("start"), row.number_or_none("end")
        if (start is None) != (end is None):
            raise ValueError("The reading has a finding with half a span.")
        finding = Finding(
            row.text("rule"),
            self._id_or_none(row.number_or_none("clause")),
            self._span(start, end) if start is not None and end is not None else None,
            FindingSeverity(row.text("severity")),
            row.text("message"),
        )
        row.done()
        return finding
