"""Who read and cleared each clause, and who signed it off after: the coverage of a review as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.audit import as_csv
from carveout.review.coverage import state_of
from carveout.review.mark import furthest, second
from carveout.review.moment import moment

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.mark import Mark
    from carveout.review.review import Review

HEADER = ("clause", "heading", "representation", "state", "first reader", "when", "second reader", "when second")


def coverage_rows(reading: Reading, review: Review) -> tuple[tuple[str, ...], ...]:
    """Return a row for each clause of the outline, in its order; times are in UTC, empty where there is no mark.

    The first reader is who cleared it first, or where nobody did, who read it first.
    """
    return tuple(
        (
            " ".join(clause.citation.split()),
            " ".join((clause.heading or "").split()),
            "yes" if clause.id in reading.representation_of else "",
            str(state_of(reading, review, clause.id)),
            *_who(furthest(review.marks.get(clause.id, ()))),
            *_who(second(review.marks.get(clause.id, ()))),
        )
        for clause in reading.outline
    )


def coverage_csv(reading: Reading, review: Review) -> str:
    """Return the table as CSV."""
    return as_csv(HEADER, coverage_rows(reading, review))


def _who(mark: Mark | None) -> tuple[str, str]:
    return ("", "") if mark is None else (mark.by, moment(mark.at))
