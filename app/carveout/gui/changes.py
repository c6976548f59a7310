"""What an edit changes for those who show the review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from carveout.review.edits import (
    Annotate,
    Connect,
    Correct,
    Decide,
    Dismiss,
    Judge,
    MarkClause,
    Rank,
    Respond,
    Settle,
    Suppose,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from carveout.agreement.span import Span
    from carveout.review.corrected import Corrected
    from carveout.review.edits import Edit
    from carveout.review.link import End
    from carveout.review.review import Review

_Key = TypeVar("_Key", bound="Hashable")


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
        case Settle(revision):
            return changes_of(revision, on)
        case _:
            return _changes_together(edit, on)


def _changes_together(edit: Edit, on: Corrected) -> Changes:
    match edit:
        case Respond(_, before, after):
            reply = after or before
            return _of_annotations(on, [] if reply is None else [reply.annotation])
        case Rank(annotation):
            return _of_annotations(on, [annotation])
        case Connect(_, link_before, link_after):
            link = link_after or link_before
            return _of_ends(on, link.ends if link is not None else ())
        case _:
            return Changes()


def changes_between(before: Corrected, after: Corrected) -> Changes:
    """Return what differs between two states of a review: after a merge or a purge anything may."""
    was, is_ = before.review, after.review
    outline = before.changes != after.changes
    notes = _differing(was.annotations, is_.annotations) | _answered(was, is_) | _differing(was.ranks, is_.ranks)
    standing = (found for id_ in notes for found in (was.annotations.get(id_), is_.annotations.get(id_)) if found)
    clauses = {after.standing(annotation) for annotation in standing} | _differing(was.marks, is_.marks)
    carveouts = _differing(was.decisions, is_.decisions)
    places = (after.holding(span) for span in carveouts)
    touched = (_with_ancestors(after, clause) for clause in (*clauses, *places))
    return Changes(
        annotations=frozenset(notes),
        clauses=frozenset[int]().union(*touched),
        carveouts=frozenset(carveouts),
        outline=outline,
        findings=was.dismissals != is_.dismissals,
        scenarios=(was.scenarios, was.judgements) != (is_.scenarios, is_.judgements),
    )


def _answered(was: Review, is_: Review) -> set[str]:
    """Return the annotations whose replies or links differ."""
    replies = _differing(was.replies, is_.replies)
    links = _differing(was.links, is_.links)
    answered = {one.annotation for id_ in replies if (one := is_.replies.get(id_) or was.replies.get(id_))}
    ends = (tie.ends for id_ in links if (tie := is_.links.get(id_) or was.links.get(id_)))
    return answered | {end for pair in ends for end in pair if isinstance(end, str)}


def _differing(was: Mapping[_Key, object], is_: Mapping[_Key, object]) -> set[_Key]:
    return {key for key in {*was, *is_} if was.get(key) is not is_.get(key) and was.get(key) != is_.get(key)}


def _of_ends(on: Corrected, ends: Iterable[End]) -> Changes:
    """Return what a link of the log touches, whose clauses go by their names there."""
    told = list(ends)
    tied = _of_annotations(on, [end for end in told if isinstance(end, str)])
    clauses = (_with_ancestors(on, on.clause(end)) for end in told if isinstance(end, int))
    return replace(tied, clauses=tied.clauses.union(*clauses))


def _of_annotations(on: Corrected, annotations: Sequence[str]) -> Changes:
    found = [on.folded.annotations[id_] for id_ in annotations if id_ in on.folded.annotations]
    clauses = (_with_ancestors(on, on.standing(annotation)) for annotation in found)
    return Changes(annotations=frozenset(annotations), clauses=frozenset[int]().union(*clauses))


def _with_ancestors(on: Corrected, clause: int | None) -> frozenset[int]:
    return frozenset() if clause is None else frozenset({clause, *on.reading.outline.ancestors(clause)})
