"""What the pointer is told when it rests: what words mean or point to, the comment behind a flag, a tracked change."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

from carveout.agreement.citation import cite
from carveout.agreement.reading import AsideKind
from carveout.agreement.xray import PieceKind, meaning_of
from carveout.gui.text.ways import named
from carveout.gui.visible import visible
from carveout.review.annotation import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carveout.agreement.content import Reference, Term
    from carveout.agreement.reading import Aside, Reading
    from carveout.agreement.xray import XrayPiece
    from carveout.gui.text.marks import Flag
    from carveout.gui.text.ways import Pointed, Way

_LONGEST = 480
_BRIEFLY = 180
_MOST = 6
"""Tracked changes in one place that the pointer is told of."""
_FEW = 3
"""Clauses of a reference, terms within a meaning, or annotations behind a flag that are told of."""
_DONE = {AsideKind.INSERTION: "Inserted", AsideKind.DELETION: "Deleted", AsideKind.COMMENT: "Comment"}
_OUTSIDE = "Lies outside this document."
_NOWHERE = "This document holds no such clause, schedule or letter."


@dataclass(frozen=True, slots=True)
class Told:
    """A title, which may be empty, the words below it, and lesser lines below those; all of it plain text."""

    title: str
    words: str
    notes: tuple[str, ...] = ()


def told_of(reading: Reading, pointed: Pointed) -> Told:
    """Return what words mean that are a defined term, or what they point to."""
    if pointed.reference is not None:
        return _cited(reading, pointed.reference, pointed.ways)
    return meaning(reading, pointed.term) if pointed.term else Told("", "")


def meaning(reading: Reading, term: Term) -> Told:
    """Return what a term means, the terms in that, what its definition leaves out, and where it is defined."""
    pieces = meaning_of(reading, term, deepest=2)
    own = _joined(one for one in pieces if one.depth == 1)
    unseen = (one.words for one in pieces if one.depth == 1 and one.kind is PieceKind.EXCLUSION)
    left_out = (f"Leaves out: {_shortened(words, _BRIEFLY)}" for words in unseen if len(own) > _LONGEST)
    where = f"Defined in {visible(cite(reading, term.clause, term.span))}"
    return Told(f"“{visible(term.term)}”", _shortened(own), (*_nested(pieces), *left_out, where))


def comments(flags: Iterable[Flag], count: int) -> Told:
    """Return what the annotations behind a flag say, and who says it: the first of them, and how many there are."""
    first, *others = (_comment(flag) for flag in islice(flags, _FEW))
    if count == 1:
        return Told("", first)
    more = (f"{count - _FEW} more",) if count > _FEW else ()
    return Told(f"{count} annotations", first, (*others, *more))


def _comment(flag: Flag) -> str:
    said = flag.annotation
    kind = said.kind.capitalize()
    severity = f", {said.severity}" if said.severity else ""
    resolved = ", resolved" if said.status is Status.RESOLVED else ""
    words = " → ".join(part for part in (_shortened(said.comment), _shortened(said.proposed)) if part)
    return f"{flag.number} · {kind}{severity}{resolved} · {visible(said.author)}: {words}"


def changes(tracked: Sequence[Aside]) -> str:
    """Return what tracked changes put in or took out, and who made them."""
    return "  ·  ".join(f"{_DONE[one.kind]}{_by(one)}: {_shortened(one.text)}" for one in tracked[:_MOST])


def _cited(reading: Reading, reference: Reference, ways: tuple[Way, ...]) -> Told:
    if not ways:
        return Told(_shortened(reference.quote), _OUTSIDE if reference.external else _NOWHERE)
    first, *others = ways
    notes = [f"{named(reading, way)}: {_opening(reading, way, _BRIEFLY)}" for way in others[:_FEW]]
    if len(others) > _FEW:
        notes.append(f"{len(others) - _FEW} more clauses")
    return Told(named(reading, first), _opening(reading, first, _LONGEST), tuple(notes))


def _opening(reading: Reading, way: Way, longest: int) -> str:
    """Return the first words below a clause's heading."""
    clause = reading.outline[way.clause]
    return _shortened(reading.text[clause.body_start : min(clause.end, clause.body_start + 4 * longest)], longest)


def _nested(pieces: Sequence[XrayPiece]) -> Iterator[str]:
    """Yield the meanings of the first terms that a meaning uses."""
    found = (list(group) for inner, group in groupby(pieces, key=lambda one: one.depth > 1) if inner)
    for number, inner in enumerate(found):
        if number == _FEW:
            break
        yield f"“{visible(inner[0].term or '')}”: {_shortened(_joined(inner), _BRIEFLY)}"


def _joined(pieces: Iterable[XrayPiece]) -> str:
    """Return the words of some pieces, what is left out in brackets, and a space between words from several places."""
    words, end = "", None
    for piece in pieces:
        if end is not None and piece.span.start != end:
            words += " "
        words += f"[not: {piece.words.strip()}] " if piece.kind is PieceKind.EXCLUSION else piece.words
        end = piece.span.end
    return words


def _by(one: Aside) -> str:
    return f" by {visible(one.author)}" if one.author else ""


def _shortened(text: str, longest: int = _LONGEST) -> str:
    words = visible(" ".join(text.split()))
    return words if len(words) <= longest else f"{words[:longest].rstrip()} …"
