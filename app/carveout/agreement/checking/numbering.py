"""Gaps and repeats in the numbering: what the drafter left out, or what the reading did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.labels.numbering import parse
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause, Outline
    from carveout.agreement.labels.numbering import Count

RULE = "numbering"
_COUNTED = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.ITEM})
_ACROSS = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION})
"""Kinds whose numbers may run on from one clause above to the next."""


def numbering(outline: Outline) -> Iterator[Finding]:
    """Yield a finding for each number that its list passes over, repeats or brings too late.

    A list may begin anew with its first number, and sections may be counted through all articles.
    """
    running: dict[tuple[ClauseKind, str], Count] = {}
    for parent in (None, *range(len(outline))):
        lists: dict[tuple[ClauseKind, str], tuple[Count, Clause]] = {}
        for child in outline.children(parent):
            clause = outline[child]
            counts = _counts(clause)
            if counts:
                yield from _checked(clause, counts, lists, running)


def _counts(clause: Clause) -> tuple[Count, ...]:
    if clause.number is None or clause.kind not in _COUNTED:
        return ()
    mark = parse(clause.label) or parse(clause.number)
    return mark.counts if mark is not None else ()


def _checked(
    clause: Clause,
    counts: tuple[Count, ...],
    lists: dict[tuple[ClauseKind, str], tuple[Count, Clause]],
    running: dict[tuple[ClauseKind, str], Count],
) -> Iterator[Finding]:
    known = [(count, *lists[clause.kind, count.family]) for count in counts if (clause.kind, count.family) in lists]
    fits = next((count for count, last, _ in known if count.follows(last)), None)
    if fits is None:
        fits = next((count for count in counts if count.first), None)
    if fits is None and not known and clause.kind in _ACROSS:
        fits = next((count for count in counts if _runs_on(clause.kind, count, running)), None)
    if fits is None:
        fits = known[0][0] if known else counts[0]
        yield _finding(clause, fits, known[0][1:] if known else None)
    lists[clause.kind, fits.family] = fits, clause
    running[clause.kind, fits.family] = fits


def _runs_on(kind: ClauseKind, count: Count, running: dict[tuple[ClauseKind, str], Count]) -> bool:
    last = running.get((kind, count.family))
    return last is not None and count.follows(last)


def _finding(clause: Clause, count: Count, before: tuple[Count, Clause] | None) -> Finding:
    item = clause.kind is ClauseKind.ITEM
    severity = FindingSeverity.NOTE if item else FindingSeverity.WARNING
    span = Span(clause.start, clause.start + len(clause.label))
    return Finding(RULE, clause.id, span, severity, _message(clause, count, before))


def _message(clause: Clause, count: Count, before: tuple[Count, Clause] | None) -> str:
    if before is None:
        return f"The numbering begins with {clause.citation}: what comes before it is missing."
    last, other = before
    if count.place == last.place:
        return f"{clause.citation} stands twice."
    if count.passes(last):
        missing = "number between them is" if count.place[-1] == last.place[-1] + 2 else "numbers between them are"
        return f"{clause.citation} follows {other.citation}: the {missing} missing."
    return f"{clause.citation} comes after {other.citation}: the numbers are out of order."
