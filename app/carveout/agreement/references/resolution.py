"""From the numbers that a reference names to the clauses that bear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.references.mentions import ATTACHMENT_WORDS

if TYPE_CHECKING:
    from carveout.agreement.references.mentions import Mention
    from carveout.agreement.references.numbers import Cited
    from carveout.agreement.references.register import Register


def resolve(
    flat: str, register: Register, mention: Mention, near: int | None, scopes: list[int | None]
) -> tuple[tuple[int, ...], ...]:
    """Return for each number of a mention the clauses that it names, none where it names nothing.

    `near` is the clause in which the words stand, `scopes` where numbers are looked for.
    """
    if mention.within is not None:
        holders = [clause for found in resolve(flat, register, mention.within, near, scopes) for clause in found]
        if mention.ordinal is not None:
            return (tuple(found for holder in holders for found in _counted(register, holder, mention.ordinal)),)
        if holders:
            return _all(flat, register, mention, near, scopes, holders[-1])
    return _all(flat, register, mention, near, scopes, None)


def _counted(register: Register, holder: int, ordinal: int) -> tuple[int, ...]:
    """Return the third of the items of a clause, or the clause where they bear other numbers or none."""
    items = [one for one in register.outline.children(holder) if register.outline[one].number is not None]
    return (items[ordinal - 1],) if ordinal <= len(items) else (holder,)


def _all(
    flat: str, register: Register, mention: Mention, near: int | None, scopes: list[int | None], holder: int | None
) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    before: int | None = None
    for number in mention.cited:
        one = _one(flat, register, mention, number, near, scopes, holder, before)
        if one is not None and number.through and before is not None:
            found.append(register.between(before, one)[1:] or (one,))
        else:
            found.append(() if one is None else (one,))
        before = one if one is not None else before
    return tuple(found)


def _one(
    flat: str,
    register: Register,
    mention: Mention,
    number: Cited,
    near: int | None,
    scopes: list[int | None],
    holder: int | None,
    before: int | None,
) -> int | None:
    if number.head is None:
        return _labelled(flat, register, mention, number, near, holder, before)
    if holder is not None:
        clause = register.below(holder, number.head) or register.division(
            mention.word, number.head, [register.scope[holder]], holder
        )
    elif mention.word in ATTACHMENT_WORDS:
        clause = register.attachment(mention.word, number.head, near)
    else:
        clause = register.division(mention.word, number.head, scopes, near)
    return None if clause is None else _down(flat, register, clause, number.labels)


def _down(flat: str, register: Register, clause: int, labels: tuple[str, ...]) -> int | None:
    """Follow labels down from a clause; where one is printed in the clause's words though no item bears it, stay."""
    for label in labels:
        found = register.below(clause, label)
        if found is None:
            span = register.outline[clause].span
            return clause if flat.find(f"({label})", span.start, span.end) >= 0 else None
        clause = found
    return clause


def _labelled(
    flat: str,
    register: Register,
    mention: Mention,
    number: Cited,
    near: int | None,
    holder: int | None,
    before: int | None,
) -> int | None:
    """Return the clause of labels alone: in a holder, beside the one named before, or around the words themselves."""
    if before is not None:
        for above in register.outline.ancestors(before):
            found = register.below(above, number.labels[0])
            if found is not None and found > before:
                return _down(flat, register, found, number.labels[1:])
            if register.outline[above].kind in ATTACHMENTS:
                break
    if holder is not None:
        return _down(flat, register, holder, number.labels)
    if near is None:
        return None
    at = mention.span.start
    for around in (near, *register.outline.ancestors(near)):
        found = register.below(around, number.labels[0], at if mention.side != "below" else None)
        if found is not None:
            return _down(flat, register, found, number.labels[1:])
        if register.outline[around].kind in ATTACHMENTS | {ClauseKind.CHAPTER}:
            break
    return _printed_around(flat, register, number.labels[0], near, at)


def _printed_around(flat: str, register: Register, label: str, near: int, at: int) -> int | None:
    """Return the clause in whose words a label is printed, where no item of the outline bears it."""
    for around in (near, *register.outline.ancestors(near)):
        if register.outline[around].kind in ATTACHMENTS | {ClauseKind.CHAPTER, ClauseKind.ARTICLE}:
            return None
        span = register.outline[around].span
        printed = flat.rfind(f"({label})", span.start, at)
        if printed >= 0:
            return register.outline.at(printed)
    return None
