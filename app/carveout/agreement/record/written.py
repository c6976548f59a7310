"""The things of a reading, each as the plain object that the command line prints of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause
    from carveout.agreement.content import Carveout, Finding, Gap, Reference, Term
    from carveout.agreement.span import Span


def placed(span: Span) -> dict[str, int]:
    """Return where something stands."""
    return {"start": span.start, "end": span.end}


def clause(one: Clause) -> dict[str, object]:
    """Return a clause."""
    return {
        "id": one.id,
        "parent": one.parent,
        "kind": one.kind.value,
        "number": one.number,
        "label": one.label,
        "heading": one.heading,
        "citation": one.citation,
        "start": one.start,
        "body_start": one.body_start,
        "end": one.end,
        "page_first": one.page_first,
        "page_last": one.page_last,
        "line_first": one.line_first,
        "line_last": one.line_last,
    }


def term(one: Term) -> dict[str, object]:
    """Return a term."""
    return {
        "term": one.term,
        "clause": one.clause,
        **placed(one.span),
        "uses": [[use.start, use.end] for use in one.uses],
    }


def reference(one: Reference) -> dict[str, object]:
    """Return a reference."""
    return {
        "clause": one.clause,
        **placed(one.span),
        "quote": one.quote,
        "targets": [*one.targets],
        "external": one.external,
    }


def carveout(one: Carveout) -> dict[str, object]:
    """Return a carve-out."""
    return {
        "clause": one.clause,
        **placed(one.span),
        "quote": one.quote,
        "kind": one.kind.value,
        "subject": one.subject,
        "reaches": [*one.reaches],
    }


def gap(one: Gap) -> dict[str, object]:
    """Return a gap, with the words that stay bare where they are known."""
    return {
        "clause": one.clause,
        "sibling": one.sibling,
        "subject": one.subject,
        "strength": one.strength.value,
        "message": one.message,
        "words": None if one.words is None else [one.words.start, one.words.end],
    }


def finding(one: Finding) -> dict[str, object]:
    """Return a finding."""
    return {
        "rule": one.rule,
        "clause": one.clause,
        "start": one.span.start if one.span is not None else None,
        "end": one.span.end if one.span is not None else None,
        "severity": one.severity.value,
        "message": one.message,
    }
