"""What can be found in a matter: its words, each with where it stands and what it can be told apart by."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.review.dismissal import dismissal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.content import Finding, Term
    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Annotation, AnnotationKind, Status
    from carveout.review.review import Review


class Where(StrEnum):
    """Where words can be found, in the order in which hits are shown; the values are those of `in:`."""

    HEADINGS = "headings"
    TERMS = "terms"
    TEXT = "text"
    NOTES = "notes"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that can be found, and where they lead.

    An entry of the text holds exactly the words at its span; otherwise the span is what the words are about, None for
    the clause as a whole. The rest is for annotations only, by whose `annotation`, its id, one is found again.
    """

    where: Where
    words: str
    clause: int | None
    span: Span | None
    annotation: str = ""
    author: str = ""
    kind: AnnotationKind | None = None
    status: Status | None = None
    tags: tuple[str, ...] = ()


def entries(reading: Reading, review: Review, where: Where) -> Iterable[Entry]:
    """Return what can be found somewhere, in the order of the document."""
    match where:
        case Where.HEADINGS:
            return [Entry(where, clause.heading, clause.id, None) for clause in reading.outline if clause.heading]
        case Where.TERMS:
            return [Entry(where, term.term, term.clause, term.span) for term in sorted(reading.terms, key=_span)]
        case Where.TEXT:
            return _text(reading)
        case Where.NOTES:
            return _notes(review)
        case Where.FINDINGS:
            return [_of_finding(one) for one in reading.findings if dismissal_of(review, reading.text, one) is None]


def _span(term: Term) -> Span:
    return term.span


def _text(reading: Reading) -> Iterator[Entry]:
    """Yield the words that are each clause's own, and those that stand before the first or after the last."""
    at = 0
    outline = reading.outline
    for span, clause in sorted((span, one.id) for one in outline for span in outline.own(one.id)):
        yield from _part(reading.text, Span(at, span.start), None)
        yield from _part(reading.text, span, clause)
        at = max(at, span.end)
    yield from _part(reading.text, Span(at, len(reading.text)), None)


def _part(text: str, span: Span, clause: int | None) -> Iterator[Entry]:
    if span.start < span.end and re.search(r"\S", words := span.of(text)):
        yield Entry(Where.TEXT, words, clause, span)


def _notes(review: Review) -> Iterator[Entry]:
    """Yield the annotations, each with what was answered to it."""
    answers = defaultdict[str, list[str]](list)
    for reply in sorted(review.replies.values(), key=lambda one: (one.at, one.id)):
        answers[reply.annotation].append(reply.comment)
    for annotation in review.in_order():
        yield _of_annotation(annotation, answers[annotation.id])


def _of_annotation(annotation: Annotation, answers: list[str]) -> Entry:
    said = "\n".join(part for part in (annotation.comment, annotation.proposed, *answers) if part)
    anchor = annotation.anchor
    return Entry(
        Where.NOTES,
        said,
        anchor.clause,
        anchor.span,
        annotation.id,
        annotation.author,
        annotation.kind,
        annotation.status,
        annotation.tags,
    )


def _of_finding(finding: Finding) -> Entry:
    return Entry(Where.FINDINGS, finding.message, finding.clause, finding.span)
