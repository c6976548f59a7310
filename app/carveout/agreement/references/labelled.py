"""References by a label alone, such as clause (ii): what it labels depends on where the words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS

if TYPE_CHECKING:
    from carveout.agreement.references.mentions import Mention
    from carveout.agreement.references.numbers import Cited
    from carveout.agreement.references.register import Place, Register

_FAR_BACK = 6000
"""Code points beyond which no label is looked for in the words of a clause."""
_TOO_WIDE = ATTACHMENTS | {ClauseKind.CHAPTER, ClauseKind.ARTICLE}


def labelled(register: Register, mention: Mention, number: Cited, place: Place, before: int | None) -> int | None:
    """Return the clause of labels alone: beside the one named `before`, in a holder, or else nearest to the words.

    Where no item of the outline bears the label, it is the clause that prints it before them.
    """
    beside = None if before is None else _beside(register, number, before)
    if beside is not None or place.holder is not None:
        return beside if beside is not None else register.down(place.holder or 0, number.labels)
    if place.near is None:
        return None
    at = mention.span.start
    label = number.labels[0]
    for around in (place.near, *register.outline.ancestors(place.near)):
        if register.outline[around].kind in _TOO_WIDE:
            return register.child(around, label)
        found = register.child(around, label, at if mention.side != "below" else None)
        if found is not None:
            return register.down(found, number.labels[1:])
        printed = _printed(register, around, label, at, own=around != place.near)
        if printed is not None:
            return printed
    return None


def _beside(register: Register, number: Cited, before: int) -> int | None:
    """Return the clause that stands in one list with the one named before: the (b) of "Section 2.1(a) and (b)"."""
    for above in register.outline.ancestors(before):
        found = register.child(above, number.labels[0])
        if found is not None and found > before:
            return register.down(found, number.labels[1:])
        if register.outline[above].kind in ATTACHMENTS:
            break
    return before if register.openings.within(before, number.labels[0]) else None


def _printed(register: Register, clause: int, label: str, at: int, *, own: bool) -> int | None:
    """Return the clause that prints a label before an offset where it opens an item of no outline.

    It is the clause itself, or, unless only its `own` words are looked at, one below it.
    """
    outline = register.outline
    floor = max(outline[clause].body_start, at - _FAR_BACK)
    for span in reversed(outline.own(clause) if own else (outline[clause].span,)):
        found = register.openings.last(label, max(span.start, floor), min(span.end, at))
        if found is not None:
            return outline.at(found)
    return None
