"""What an edit changes for those who show the review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.edits import Annotate, Correct, Decide, Dismiss, Judge, MarkClause, Suppose

if TYPE_CHECKING:
    from carveout.agreement.span import Span
    from carveout.review.corrected import Corrected
    from carveout.review.edits import Edit


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit touched: annotations by id, clauses by id with all those above them, carve-outs by span.

    Where `outline` is set, the outline itself: every clause may have another id. `findings` and `scenarios` tell that
    some were dismissed or taken up, or supposed or judged.
    """

    annotations: frozenset[str] = frozenset()
    clauses: frozenset[int] = frozenset()
    carveouts: frozenset[Span] = frozenset()
    outline: bool = False
    findings: bool = False
    scenarios: bool = False


def changes_of(edit: Edit, on: Corrected) -> Changes:
    """Return what an edit of the log touched."""
    match edit:
        case Annotate(annotation, before, after):
            standing = after or before
            clauses = _with_ancestors(on, on.standing(standing) if standing else None)
            return Changes(annotations=frozenset({annotation}), clauses=clauses)
        case MarkClause(clause):
            return Changes(clauses=_with_ancestors(on, on.clause(clause)))
        case Decide(carveout):
            return Changes(clauses=_with_ancestors(on, on.holding(carveout)), carveouts=frozenset({carveout}))
        case Correct():
            return Changes(outline=True)
        case Dismiss():
            return Changes(findings=True)
        case Suppose() | Judge():
            return Changes(scenarios=True)


def _with_ancestors(on: Corrected, clause: int | None) -> frozenset[int]:
    return frozenset() if clause is None else frozenset({clause, *on.reading.outline.ancestors(clause)})
