"""References: words that point to other clauses, or out of the document."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.content import Reference
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.references.beyond import Owner, Whose, owner_of
from carveout.agreement.references.mentions import Mention, mentions
from carveout.agreement.references.positions import beside
from carveout.agreement.references.printed import Printed
from carveout.agreement.references.register import Register
from carveout.agreement.references.resolution import resolve
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading


def references(reading: Reading) -> tuple[Reference, ...]:
    """Return every reference of a document, in the order of the text, resolved within its own instrument."""
    flat = unbroken(reading.text)
    lower = folded(flat)
    register = Register(reading.text, reading.outline)
    printed = Printed(reading)
    found: list[Reference] = []
    for mention in mentions(flat, lower, reading.outline):
        if not printed.holds(mention.span.start):
            found.extend(_references(reading, flat, register, mention))
    taken = {at for one in found for at in range(one.span.start, one.span.end)}
    found.extend(
        _reference(reading, place.span, place.targets, external=False)
        for place in beside(flat, lower, reading.outline)
        if place.span.start not in taken and place.span.end - 1 not in taken
    )
    return tuple(sorted(found, key=lambda one: (one.span, one.external)))


def reference_at(reading: Reading, offset: int) -> Reference | None:
    """Return the reference whose words hold the code point at `offset`, None where none does."""
    position = bisect_right(reading.references, offset, key=_start) - 1
    if position < 0 or reading.references[position].span.end <= offset:
        return None
    return reading.references[position]


def cited_by(reading: Reading, clause: int) -> tuple[Reference, ...]:
    """Return the references that point to a clause itself, in the order of the text."""
    return tuple(reference for reference in reading.references if clause in reference.targets)


def _start(reference: Reference) -> int:
    return reference.span.start


def _references(reading: Reading, flat: str, register: Register, mention: Mention) -> Iterator[Reference]:
    owner = owner_of(flat, mention, 0)
    span = Span(mention.span.start, max(mention.span.end, owner.end))
    if owner.whose in {Whose.LAW, Whose.OTHER} and not _our_own(owner):
        yield _reference(reading, span, (), external=True)
        return
    if owner.whose is Whose.DISCLOSURE:
        yield _reference(reading, span, (), external=False)
        return
    near = reading.outline.at(mention.span.start)
    targets = resolve(flat, register, mention, near, register.scopes(near))
    if mention.word in {"item", "title", "recital", "part", "chapter"} and not any(targets):
        if mention.word in {"title", "chapter", "item"}:
            yield _reference(reading, span, (), external=True)
        return
    unique = tuple(dict.fromkeys(clause for some in targets for clause in some))
    yield _reference(reading, span, unique, external=False)


def _our_own(owner: Owner) -> bool:
    return owner.name is not None and owner.name.lower() == "agreement"


def _reference(reading: Reading, span: Span, targets: tuple[int, ...], *, external: bool) -> Reference:
    clause = reading.outline.at(span.start)
    return Reference(clause if clause is not None else 0, span, span.of(reading.text), targets, external)
