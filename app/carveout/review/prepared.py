"""A review that was written down beforehand, as the example is: what it says, anchored by the words that it quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carveout.agreement.clause import ClauseKind
from carveout.agreement.span import Span
from carveout.review.anchoring import on_carveout, on_clause, on_span
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status, Visibility
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.mark import Decision, Mark, State, Verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Anchor
    from carveout.review.edits import Edit


@dataclass(frozen=True, slots=True)
class Prepared:
    """A review in the making: `document` is the name of the file that it is about, `reviewer` who signs it.

    `record` has `marks`, `notes` and `decisions`, each a list; what every entry is `at` is a clause's citation.
    A note is internal unless its entry has it shared.
    """

    document: str
    reviewer: str
    record: Mapping[str, Any]


def prepared(record: Mapping[str, Any]) -> Prepared:
    """Return a review from its record. Raises KeyError where the record lacks something."""
    return Prepared(record["document"], record["reviewer"], record)


def edits_of(review: Prepared, reading: Reading, at: dt.datetime) -> Iterator[Edit]:
    """Yield the edits that make the review on a reading, all of them as of one moment in UTC.

    Raises ValueError where a clause, a carve-out or the words that are quoted aren't in the reading.
    """
    by = review.reviewer
    for entry in review.record["marks"]:
        yield MarkClause(_clause(reading, entry["at"]), None, Mark(State(entry["state"]), by, at))
    for number, entry in enumerate(review.record["notes"]):
        kind, severity = AnnotationKind(entry["kind"]), entry.get("severity")
        id_, anchor = f"example-{number}", _anchor(reading, entry)
        first = Annotation(
            id=id_,
            kind=kind,
            anchor=anchor,
            comment=entry["comment"],
            author=by,
            at=at,
            severity=Severity(severity) if severity else None,
            proposed=entry.get("proposed", ""),
            status=Status(entry.get("status", Status.OPEN)),
            visibility=Visibility(entry.get("visibility", Visibility.INTERNAL)),
        )
        yield Annotate(id_, None, first)
    for entry in review.record["decisions"]:
        decision = Decision(Verdict(entry["verdict"]), entry["reason"], by, at)
        yield Decide(_carveout(reading, entry["at"]).span, None, decision)


def _anchor(reading: Reading, entry: Mapping[str, Any]) -> Anchor:
    clause = _clause(reading, entry["at"])
    if "words" not in entry:
        return on_clause(reading, clause)
    if entry.get("on") == "carve-out":
        return on_carveout(reading, _carveout(reading, entry["at"], entry["words"]))
    within = reading.outline[clause].span
    start = reading.text.find(entry["words"], within.start, within.end)
    if start < 0:
        raise ValueError(f"{entry['at']} doesn't hold the words that are quoted from it.")
    return on_span(reading, Span(start, start + len(entry["words"])))


def _clause(reading: Reading, citation: str) -> int:
    found = (one.id for one in reading.outline if one.citation == citation and one.kind is not ClauseKind.FILING_ITEM)
    clause = next(found, None)
    if clause is None:
        raise ValueError(f"The document has no {citation}.")
    return clause


def _carveout(reading: Reading, citation: str, words: str = "") -> Carveout:
    clause = _clause(reading, citation)
    found = next((one for one in reading.carveouts if one.clause == clause and words in one.quote), None)
    if found is None:
        raise ValueError(f"{citation} holds no such carve-out.")
    return found
