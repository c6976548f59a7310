"""How a clause hangs together with the others, as groups of links: roles, tests, what it cites and who cites it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.remedy import RoleKind
from carveout.gui.inspector.links import Link, LinkGroup, link_to, links_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.content import Reference
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import AccuracyTest, EffectTest
    from carveout.agreement.span import Span

_ATTACHED = frozenset({ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX})


def hanging(reading: Reading, clause: int) -> list[LinkGroup]:
    """Return what the close reading found of a clause and those below it; nothing before it was made.

    What it cites of itself, or of a clause that it is part of ("this Section"), leads nowhere else.
    """
    branch = reading.outline.branch(clause)
    near = {*branch, *reading.outline.ancestors(clause)}
    inside = _inside(reading, reading.outline[clause].span)
    targets = [target for one in inside for target in one.targets if target not in near]
    cited = dict.fromkeys(target for target in targets if reading.outline[target].kind not in _ATTACHED)
    attached = dict.fromkeys(target for target in targets if target not in cited)
    nowhere = [one for one in inside if not one.targets and not one.external]
    return [
        LinkGroup("Role", _roles(reading, clause)),
        LinkGroup(
            "Adverse effect", tuple(_effect(reading, one) for one in reading.effect_tests if one.clause in branch)
        ),
        LinkGroup("Accuracy", tuple(_accuracy(reading, one) for one in reading.accuracy_tests if one.clause in branch)),
        LinkGroup("Cites", links_to(reading, cited)),
        LinkGroup("Schedules", links_to(reading, attached)),
        LinkGroup("Not in this document", tuple(_words(reading, one.clause, one.span) for one in nowhere)),
        LinkGroup("Cited by", _cited_by(reading, clause, branch)),
    ]


def _inside(reading: Reading, span: Span) -> Iterable[Reference]:
    """Return the references within a span, which stand in the order of the text."""
    first = bisect_left(reading.references, span.start, key=_start)
    behind = bisect_left(reading.references, span.end, key=_start)
    return reading.references[first:behind]


def _roles(reading: Reading, clause: int) -> tuple[Link, ...]:
    """Return a link for each role but that of a representation, which the head tells."""
    found: dict[RoleKind, Link] = {}
    for role in reading.roles:
        if role.clause == clause and role.kind is not RoleKind.REPRESENTATION:
            tip = link_to(reading, clause, role.span).tip
            found.setdefault(role.kind, Link(role.kind.value.capitalize(), clause, role.span, tip))
    return tuple(found.values())


def _effect(reading: Reading, test: EffectTest) -> Link:
    return _words(reading, test.clause, test.span, (test.likelihood, test.standard))


def _accuracy(reading: Reading, test: AccuracyTest) -> Link:
    return _words(reading, test.clause, test.span, (test.perimeter, test.standard, test.as_of))


def _words(reading: Reading, clause: int, span: Span, parts: Iterable[Span | None] = ()) -> Link:
    """Return a link to a span that is named by its words, or by the parts of it that matter in a line."""
    told = [part.of(reading.text) for part in parts if part is not None] or [span.of(reading.text)]
    words = " · ".join(" ".join(part.split()) for part in told)
    return Link(words, clause, span, f"{link_to(reading, clause, span).tip}: {' '.join(span.of(reading.text).split())}")


def _cited_by(reading: Reading, clause: int, branch: range) -> tuple[Link, ...]:
    """Return a link to the first words of each other clause that point to this one."""
    found: dict[int, Link] = {}
    for one in reading.references:
        if clause in one.targets and one.clause not in branch and one.clause not in found:
            found[one.clause] = link_to(reading, one.clause, one.span)
    return tuple(found.values())


def _start(reference: Reference) -> int:
    return reference.span.start
