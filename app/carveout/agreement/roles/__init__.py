"""Roles: what each clause is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.remedy import Role, RoleKind
from carveout.agreement.roles.actors import Actors
from carveout.agreement.roles.conditions import conditions, headed_conditions
from carveout.agreement.roles.covenants import covenanted, promises
from carveout.agreement.roles.granting import grants
from carveout.agreement.roles.representing import representing
from carveout.agreement.roles.standing import led_into, stands_at
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.reading import Reading

_NOWHERE = frozenset({ClauseKind.COVER, ClauseKind.SIGNATURE, ClauseKind.RECITAL, ClauseKind.FILING_ITEM})
_BODIES = frozenset({ClauseKind.SECTION, ClauseKind.ARTICLE})
_LISTED = frozenset({ClauseKind.ITEM, ClauseKind.SECTION})


def roles(reading: Reading) -> tuple[Role, ...]:
    """Return the roles of the clauses that have one, in the order of the clauses; a clause may have several.

    A representation and a covenant are sections, or articles without sections; a remedy stands in the section or item
    that grants it, in each item where its words lead into a list. Clauses below have the role of the nearest above.
    """
    return _Roles(reading).found()


class _Roles:
    """The roles of one reading as they are found, each clause and kind once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._outline = reading.outline
        self._plain = unbroken(reading.text)
        self._lower = folded(self._plain)
        self._actors = Actors(self._plain, self._lower, reading.terms)
        self._spans: dict[tuple[int, RoleKind], Span] = {}
        self._defining = {term.clause for term in reading.terms if self._only_defines(term)}

    def _only_defines(self, term: Term) -> bool:
        """Tell whether the clause of a term is its entry in a list of definitions, which promises nothing."""
        clause = self._outline[term.clause]
        return clause.kind is ClauseKind.ITEM and term.span.start <= clause.body_start + 1

    def found(self) -> tuple[Role, ...]:
        for clause, span in representing(self._reading, self._lower):
            self._add(clause, RoleKind.REPRESENTATION, span)
        for instrument in instruments(self._plain, self._outline):
            if instrument.operative:
                self._of_instrument(instrument)
        order = list(RoleKind)
        keys = sorted(self._spans, key=lambda key: (key[0], order.index(key[1])))
        return tuple(Role(clause, kind, self._spans[clause, kind]) for clause, kind in keys)

    def _of_instrument(self, instrument: Instrument) -> None:
        for within in instrument.spans:
            for span in conditions(self._lower, within):
                clause = self._outline.at(span.start)
                for listed in () if clause is None else led_into(self._plain, self._outline, clause, span):
                    self._add(listed, RoleKind.CONDITION, span)
            for kind, span in grants(self._lower, within):
                alternatives = kind is RoleKind.TERMINATION
                for clause in stands_at(self._plain, self._outline, span, alternatives=alternatives):
                    self._add(clause, kind, span)
        self._headed(instrument)
        for within in instrument.spans:
            for span in promises(self._lower, within, self._actors):
                self._promise(span)

    def _headed(self, instrument: Instrument) -> None:
        """Add the clauses below a heading that calls them conditions, where no sentence did."""
        conditioned = sorted(clause for clause, kind in self._spans if kind is RoleKind.CONDITION)
        for clause in instrument.clauses:
            if headed_conditions(self._outline, clause):
                branch = self._outline.branch(clause)
                below = [c for c in self._outline.children(clause) if self._outline[c].kind in _LISTED]
                known = any(branch.start <= c < branch.stop for c in conditioned)
                if not known and not any(headed_conditions(self._outline, c) for c in branch if c != clause):
                    heading = Span(self._outline[clause].start, self._outline[clause].body_start)
                    for child in below or [clause]:
                        self._add(child, RoleKind.CONDITION, heading)

    def _promise(self, span: Span) -> None:
        clause = self._outline.at(span.start)
        if clause is None or span.start < self._outline[clause].body_start:
            return
        above = (clause, *self._outline.ancestors(clause))
        if not self._defining.isdisjoint(above):
            return
        if any((one, RoleKind.CONDITION) in self._spans for one in above):
            return
        represented = any((one, RoleKind.REPRESENTATION) in self._spans for one in above)
        if represented and not any(True for _ in covenanted(self._lower, span, self._actors)):
            return
        body = next((one for one in above if self._outline[one].kind in _BODIES), clause)
        for one in led_into(self._plain, self._outline, clause, span) or (body,):
            leads = self._outline[one].kind is ClauseKind.SECTION
            self._add(one if leads else body, RoleKind.COVENANT, span)

    def _add(self, clause: int, kind: RoleKind, span: Span) -> None:
        if self._outline[clause].kind not in _NOWHERE:
            self._spans.setdefault((clause, kind), span)
