"""A Reading as the plain object that the command line prints, and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from carveout.agreement.clause import Outline
from carveout.agreement.reading import Party, Reading, Source
from carveout.agreement.record import written
from carveout.agreement.record.closely import roles_and_tests, with_roles_and_tests
from carveout.agreement.record.fields import Fields
from carveout.agreement.record.rows import Recorded

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = 1
"""The version of the object that `carveout inspect --json` prints."""


def to_record(reading: Reading) -> dict[str, object]:
    """Return the reading as JSON's own types: the command line's contract and more.

    What it has besides: its source's `encoding` and `wordless` pages, `asides`, the printed `contents`, `paragraphs` as
    `[start, end, style]`, `places` as `[start, page, line]`, and after a close reading `roles`, `effect_tests` and
    `accuracy_tests`. Offsets are code points of `text`.
    """
    source = reading.source
    return {
        "schema": SCHEMA,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "format": source.format,
            "pages": source.pages,
            "encoding": source.encoding,
            "wordless": [*source.wordless],
        },
        "title": reading.title,
        "date": reading.date.isoformat() if reading.date is not None else None,
        "parties": [{"name": party.name, "alias": party.alias} for party in reading.parties],
        "text": reading.text,
        "clauses": [written.clause(one) for one in reading.outline],
        "terms": [written.term(one) for one in reading.terms],
        "references": [written.reference(one) for one in reading.references],
        "representations": [{"clause": one.clause, "by": one.by} for one in reading.representations],
        "carveouts": [written.carveout(one) for one in reading.carveouts],
        "gaps": [written.gap(one) for one in reading.gaps],
        "qualifiers": [
            {"clause": one.clause, **written.placed(one.span), "kind": one.kind.value} for one in reading.qualifiers
        ],
        "findings": [written.finding(one) for one in reading.findings],
        "paragraphs": [[one.span.start, one.span.end, one.style.value] for one in reading.paragraphs],
        "places": [[place.start, place.page, place.line] for place in reading.places],
        "asides": [
            {"kind": one.kind.value, **written.placed(one.span), "text": one.text, "author": one.author, "at": one.at}
            for one in reading.asides
        ],
        "contents": [
            {
                "number": one.number,
                "heading": one.heading,
                "page": one.page,
                **written.placed(one.span),
                "label": one.label,
            }
            for one in reading.contents
        ],
        **(roles_and_tests(reading) if reading.closely else {}),
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
    inside = Recorded(len(text), len(clauses))
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
        asides=tuple(inside.aside(row) for row in (whole.rows("asides") if whole.has("asides") else ())),
        contents=tuple(inside.entry(row) for row in (whole.rows("contents") if whole.has("contents") else ())),
    )
    if whole.has("roles"):
        reading = with_roles_and_tests(reading, whole, inside)
    whole.done()
    return reading


def _source(row: Fields) -> Source:
    source = Source(
        row.text("name"),
        row.text("sha256"),
        row.text("format"),
        row.number_or_none("pages"),
        row.text_or_none("encoding") if row.has("encoding") else None,
        tuple(row.numbers("wordless")) if row.has("wordless") else (),
    )
    row.done()
    return source


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day is not None else None


def _party(row: Fields) -> Party:
    party = Party(row.text("name"), row.text_or_none("alias"))
    row.done()
    return party
