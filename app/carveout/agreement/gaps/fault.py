"""Termination rights compared: one is denied to a party at fault, its twin isn't."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.remedy import RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_FAULT = re.compile(
    r"\bnot (?:be |then )?(?:be )?available (?:to|if)\b"
    r"|\b(?:is|are|was|be) not (?:then |itself )?(?:then )?in (?:\w+ )?(?:breach|default|violation)\b"
    r"|\bnot have (?:a|the|any) right (?:of|to) terminat|\bno termination may be made\b"
    r"|\bnot (?:be )?(?:entitled|permitted|have the right) to terminate\b|\b(?:is|are) (?:then )?in (?:\w+ )?breach\b"
    r"|\bshall have (?:used|complied|performed|fulfilled)\b|\b(?:primar|principal|proximate)(?:y|ly|ily)?\b"
    r"|\bwhose (?:\w+ ){0,3}(?:breach|failure|action)\b"
    r"|\bprovided\b[^;]{0,200}\bnot\b[^;]{0,80}\b(?:breach|caused)"
)
_BREACH = re.compile(
    r"\b(?:breach\w*|inaccura\w+|untrue|fail\w* to perform)\b[^;]{0,250}\b(?:representation|warrant|covenant)"
    r"|\b(?:representation|warrant|covenant)[^;]{0,250}\b(?:breach\w*|inaccura\w+|untrue|fail\w* to perform)\b"
)
_LATE = re.compile(
    r"\bnot have (?:occurred|been (?:consummated|completed|effected))\b|\bdoes not occur\b"
    r"|\boutside date\b|\bend date\b"
)
_BARRED = re.compile(r"\b(?:injunction|restraining|prohibit\w*|enjoin\w*|illegal)\b")


class _Ground(Enum):
    BREACH = auto()
    LATE = auto()
    BARRED = auto()


_TWINS = {
    _Ground.BREACH: (_Ground.BREACH,),
    _Ground.BARRED: (_Ground.LATE, _Ground.BARRED),
    _Ground.LATE: (_Ground.LATE,),
}


@dataclass(frozen=True, slots=True)
class _Right:
    clause: int
    section: int
    ground: _Ground
    words: Span
    denied: bool


def bare_terminations(reading: Reading) -> Iterator[Gap]:
    """Yield the rights to terminate that a party at fault has too, where a twin in the same section is denied to it.

    Twins are rights over a breach, the one party's and the other's, and rights of either over delay and over a bar by
    law. A sentence for all of them that denies them to whoever is at fault leaves none bare.
    """
    rights = list(_Rights(reading).found())
    denied: dict[tuple[int, _Ground], _Right] = {}
    for right in rights:
        if right.denied:
            denied.setdefault((right.section, right.ground), right)
    for right in rights:
        twins = [denied[key] for ground in _TWINS[right.ground] if (key := (right.section, ground)) in denied]
        if twins and not right.denied:
            yield _gap(reading, right, twins[0])


class _Rights:
    """The rights to terminate of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._outline = reading.outline
        self._lower = folded(unbroken(reading.text))
        self._granted = sorted({role.clause for role in reading.roles if role.kind is RoleKind.TERMINATION})

    def found(self) -> Iterator[_Right]:
        """Yield the rights, each item of a list by itself, whose ground is known."""
        told: set[int] = set()
        for granted in self._granted:
            for clause in self._alternatives(granted):
                ground = None if clause in told else self._ground(clause)
                told.add(clause)
                section = self._section(clause)
                if ground is not None and not self._denied_to_all(section):
                    yield _Right(clause, section, ground, self._words(clause), self._denied(clause))

    def _alternatives(self, clause: int) -> Iterator[int]:
        items = [one for one in self._outline.children(clause) if self._outline[one].kind is ClauseKind.ITEM]
        lead = self._outline[clause]
        first = self._outline[items[0]].start if items else lead.end
        if not items or self._ground_of(Span(lead.body_start, first)) is not None or self._together(clause, items):
            yield clause
            return
        below = [one for item in items for one in self._alternatives(item)]
        grounds = {self._ground(one) for one in below}
        yield from below if len(grounds) > 1 else [clause]

    def _together(self, clause: int, items: list[int]) -> bool:
        """Tell whether the items of one right must all be met: an "and" stands before the last.

        The rights of a section are alternatives, whatever stands there.
        """
        if self._outline[clause].kind is not ClauseKind.ITEM:
            return False
        start = self._outline[items[-1]].start
        return self._lower[max(0, start - 6) : start].rstrip().endswith("and")

    def _section(self, clause: int) -> int:
        for one in (clause, *self._outline.ancestors(clause)):
            if self._outline[one].kind in {ClauseKind.SECTION, ClauseKind.ARTICLE}:
                return one
        return clause

    def _words(self, clause: int) -> Span:
        end = self._outline[clause].end
        words = self._lower[self._outline[clause].body_start : end].rstrip(" \n;.,")
        return Span(self._outline[clause].body_start, self._outline[clause].body_start + len(words))

    def _ground(self, clause: int) -> _Ground | None:
        return self._ground_of(self._words(clause))

    def _ground_of(self, words: Span) -> _Ground | None:
        statement = words.of(self._lower).partition("provided")[0]
        for ground, pattern in ((_Ground.BREACH, _BREACH), (_Ground.BARRED, _BARRED), (_Ground.LATE, _LATE)):
            if pattern.search(statement):
                return ground
        return None

    def _denied(self, clause: int) -> bool:
        return _FAULT.search(self._words(clause).of(self._lower)) is not None or self._led(clause)

    def _led(self, clause: int) -> bool:
        """Tell whether the words around a list deny all its items: in its lead, or where it returns to the margin."""
        for above in self._outline.ancestors(clause):
            if any(_FAULT.search(self._lower, own.start, own.end) for own in self._outline.own(above)):
                return True
            if self._outline[above].kind is ClauseKind.SECTION:
                return False
        return False

    def _denied_to_all(self, section: int) -> bool:
        return any(_FAULT.search(self._lower, own.start, own.end) for own in self._outline.own(section)) and bool(
            self._outline.children(section)
        )


def _gap(reading: Reading, right: _Right, twin: _Right) -> Gap:
    where, other = reading.outline[right.clause].citation, reading.outline[twin.clause].citation
    ground = {
        _Ground.BREACH: "over a breach",
        _Ground.LATE: "over delay",
        _Ground.BARRED: "over a bar by law",
    }[right.ground]
    message = (
        f"{where} lets a party terminate {ground} even where that party is itself at fault; {other} denies the right "
        "to a party that is."
    )
    return Gap(right.clause, twin.clause, None, GapStrength.MEDIUM, message, right.words)
