"""Fan-out: the clauses that a definition's exclusion narrows without a word in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.citation import listed
from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import CarveoutKind
from carveout.agreement.remedy import RoleKind
from carveout.agreement.roles.nearest import NearestRoles
from carveout.agreement.siblings.excluded import ExcludedTerms, named_in_definition
from carveout.agreement.siblings.seats import seat_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_NAMES = {
    RoleKind.REPRESENTATION: ("representation", "representations"),
    RoleKind.COVENANT: ("covenant", "covenants"),
    RoleKind.CONDITION: ("condition", "conditions"),
    RoleKind.CERTIFICATE: ("certificate", "certificates"),
    RoleKind.TERMINATION: ("termination right", "termination rights"),
    RoleKind.INDEMNITY: ("indemnity", "indemnities"),
    RoleKind.NOTICE: ("notice duty", "notice duties"),
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A clause, as counsel would cite it, that uses the narrowed term.

    `own` are its own carve-outs or carve-ins of the same subject: it is covered twice, or the two collide. `defines`
    marks the clause that defines the term, whose `uses` begin with the definition itself.
    """

    clause: int
    roles: tuple[RoleKind, ...]
    uses: tuple[Span, ...]
    own: tuple[Carveout, ...]
    defines: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the clauses of a role are narrowed: 12 of 18 representations."""

    role: RoleKind
    narrowed: int
    of: int


@dataclass(frozen=True, slots=True)
class FanOut:
    """What one definition's exclusion narrows.

    `narrowed` are sections, or articles without sections, in the order of the text. `untouched` are the
    representations beside the narrowed ones, or the items of one, that don't use the term, which the exclusion
    doesn't help. `sentence` says the counts.
    """

    carveout: Carveout
    term: Term
    narrowed: tuple[Narrowed, ...]
    counts: tuple[Count, ...]
    untouched: tuple[int, ...]
    sentence: str


def fan_outs(reading: Reading) -> tuple[FanOut, ...]:
    """Return the fan-out of every exclusion from a definition in a reading that has its roles, in order.

    Representations are counted beside those that are narrowed, in the same articles; other roles in the whole
    document. Several exclusions from one term narrow the same clauses: only `own` depends on their subject.
    """
    terms = ExcludedTerms(reading)
    roles = NearestRoles(reading.outline, reading.roles)
    made: dict[tuple[int, int, str | None], FanOut] = {}
    found = []
    for carveout in reading.carveouts:
        term = terms.of(carveout) if carveout.kind is CarveoutKind.DEFINITION else None
        if term is not None:
            key = (term.span.start, term.span.end, carveout.subject)
            if key not in made:
                made[key] = _fan_out(reading, roles, carveout, term)
            found.append(replace(made[key], carveout=carveout))
    return tuple(found)


def _fan_out(reading: Reading, roles: NearestRoles, carveout: Carveout, term: Term) -> FanOut:
    outline = reading.outline
    own: dict[int, list[Carveout]] = {}
    for one in reading.siblings(carveout):
        own.setdefault(seat_of(outline, one.clause), []).append(one)
    home = seat_of(outline, term.clause)
    uses: dict[int, list[Span]] = {home: [named_in_definition(reading.text, term)]}
    kinds: dict[int, dict[RoleKind, None]] = {home: dict.fromkeys(roles.all_of(term.clause))}
    for use in term.uses:
        clause = outline.at(use.start)
        if clause is not None and outline[clause].kind is not ClauseKind.COVER:
            seat = seat_of(outline, clause)
            uses.setdefault(seat, []).append(use)
            kinds.setdefault(seat, {}).update(dict.fromkeys(roles.all_of(clause)))
    narrowed = tuple(
        Narrowed(seat, tuple(kinds[seat]), tuple(uses[seat]), tuple(own.get(seat, ())), defines=seat == home)
        for seat in sorted(uses)
    )
    beside = _beside(reading, narrowed)
    counts = tuple(_counts(reading, narrowed, beside))
    untouched = _untouched(outline, narrowed, beside, term)
    return FanOut(carveout, term, narrowed, counts, untouched, _sentence(term, counts, len(beside)))


def _beside(reading: Reading, narrowed: tuple[Narrowed, ...]) -> tuple[int, ...]:
    """Return the representations in the articles in which some are narrowed."""
    parents = reading.outline.parents
    articles = {parents[one.clause] for one in narrowed if one.clause in reading.representation_of}
    return tuple(one.clause for one in reading.representations if parents[one.clause] in articles)


def _counts(reading: Reading, narrowed: tuple[Narrowed, ...], beside: tuple[int, ...]) -> Iterable[Count]:
    found = Counter(kind for one in narrowed for kind in one.roles)
    every = Counter(role.kind for role in reading.roles)
    found[RoleKind.REPRESENTATION] = sum(one.clause in reading.representation_of for one in narrowed)
    every[RoleKind.REPRESENTATION] = len(beside)
    return (Count(kind, found[kind], max(every[kind], found[kind])) for kind in RoleKind if found[kind])


def _untouched(
    outline: Outline, narrowed: tuple[Narrowed, ...], beside: tuple[int, ...], term: Term
) -> tuple[int, ...]:
    """Return the representations without the term, and items without it where only other items have it."""
    using = {one.clause: one for one in narrowed}
    found: list[int] = []
    for clause in beside:
        if clause not in using:
            found.append(clause)
            continue
        items = [item for item in outline.children(clause) if outline[item].kind is ClauseKind.ITEM]
        starts = [outline[item].start for item in items]
        uses = using[clause].uses
        inside = {item for use in (*uses, term.span) for item in _meeting(outline, items, starts, use)}
        if inside and all(_held(outline, items, starts, use) for use in uses):
            found += [item for item in items if item not in inside]
    return tuple(found)


def _meeting(outline: Outline, items: Sequence[int], starts: Sequence[int], span: Span) -> Iterator[int]:
    """Yield the items, which begin at `starts` one after the other, that a span meets."""
    for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
        if outline[items[at]].span.meets(span):
            yield items[at]


def _held(outline: Outline, items: Sequence[int], starts: Sequence[int], use: Span) -> bool:
    at = bisect_right(starts, use.start) - 1
    return at >= 0 and outline[items[at]].span.holds(use)


def _sentence(term: Term, counts: tuple[Count, ...], representations: int) -> str:
    parts = []
    for count in counts:
        one, several = _NAMES[count.role]
        if count.role is RoleKind.REPRESENTATION:
            parts.append(f"{count.narrowed} of {count.of} {one if count.of == 1 else several}")
        else:
            parts.append(f"{count.narrowed} {one if count.narrowed == 1 else several}")
    if not parts:
        return f"The exclusion narrows no representation, covenant or remedy: none uses “{term.term}”."
    left = representations - sum(one.narrowed for one in counts if one.role is RoleKind.REPRESENTATION)
    helped = f" It doesn’t help the {left} that don’t use the term." if left > 1 else ""
    if left == 1:
        helped = " It doesn’t help the one that doesn’t use the term."
    return f"The exclusion narrows {listed(parts)} through “{term.term}”." + helped
