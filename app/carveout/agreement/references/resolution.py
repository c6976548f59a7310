"""From the numbers that a reference names to the clauses that bear them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.references.labelled import labelled
from carveout.agreement.references.mentions import ATTACHMENT_WORDS
from carveout.agreement.references.otherwise import otherwise
from carveout.agreement.references.ranges import between

if TYPE_CHECKING:
    from carveout.agreement.references.mentions import Mention
    from carveout.agreement.references.numbers import Cited
    from carveout.agreement.references.register import Place, Register

_SAID = 120
"""Code points before a reference that may say what it points to."""
_THIS = {
    "section": frozenset({ClauseKind.SECTION}),
    "article": frozenset({ClauseKind.ARTICLE}),
    "clause": frozenset({ClauseKind.SECTION, ClauseKind.ARTICLE}),
    **dict.fromkeys(ATTACHMENT_WORDS, ATTACHMENTS),
}
"""The kinds of clause that words call "this Section" and the like."""


def resolve(register: Register, mention: Mention, place: Place) -> tuple[tuple[int, ...], ...]:
    """Return for each number of a mention the clauses that it names, none where it names nothing."""
    if mention.within is None:
        return _each(register, mention, place)
    if mention.within.cited:
        holders = [clause for found in resolve(register, mention.within, place) for clause in found]
    else:
        holders = _this(register, mention.within.word, place.near)
        if not holders:
            return _each(register, replace(mention, within=None), place)
    if mention.ordinal is not None:
        return (tuple(_counted(register, holder, mention.ordinal) for holder in holders),)
    if not holders:
        return tuple(() for _ in mention.cited)
    return _each(register, mention, replace(place, holder=holders[-1]))


def _each(register: Register, mention: Mention, place: Place) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    before: int | None = None
    for position, number in enumerate(mention.cited):
        one = _one(register, mention, position, place, before)
        if one is None:
            found.append(otherwise(register, mention, number, place))
            one = found[-1][-1] if found[-1] else None
        elif number.through and before is not None:
            found.append(between(register.outline, before, one)[1:] or (one,))
        else:
            found.append((one,))
        before = one if one is not None else before
    return tuple(found)


def _one(register: Register, mention: Mention, position: int, place: Place, before: int | None) -> int | None:
    """Return the clause of one number of a mention; `before` is that of the last number that has one."""
    number = mention.cited[position]
    if number.head is not None:
        return _headed(register, mention, number, place)
    if before is None and mention.cited[0].head is not None:
        return None
    if before is not None and _only_printed(register, mention.cited[position - 1], before):
        return before if register.openings.within(before, number.labels[0]) else None
    return labelled(register, mention, number, place, before)


def _headed(register: Register, mention: Mention, number: Cited, place: Place) -> int | None:
    """Return the clause of a number such as 3.16(ii), or of an attachment."""
    head = number.head or ""
    if mention.word in ATTACHMENT_WORDS:
        said = register.flat[max(0, mention.span.start - _SAID) : mention.span.start]
        whole = head + "".join(f"({one})" for one in number.labels)
        attached = register.attachments.named(mention.word, whole, place.near, said)
        if attached is not None:
            return attached
        clause = register.attachments.named(mention.word, head, place.near, said)
    elif place.holder is not None:
        inside = (register.scope[place.holder],)
        clause = register.below(place.holder, head) or register.division(mention.word, head, inside, place.holder)
    else:
        clause = register.division(mention.word, head, place.scopes, place.near)
    return None if clause is None else register.down(clause, number.labels)


def _only_printed(register: Register, number: Cited, clause: int) -> bool:
    """Tell whether a number was found in a clause's words, and isn't the clause's own."""
    return not (number.labels and register.labelled(clause, number.labels[-1]))


def _this(register: Register, word: str, near: int | None) -> list[int]:
    """Return the section, article or attachment around the words: "of this Section"; none for a narrower word."""
    kinds = _THIS.get(word)
    if near is None or kinds is None:
        return []
    around = (near, *register.outline.ancestors(near))
    return [next((one for one in around if register.outline[one].kind in kinds), near)]


def _counted(register: Register, holder: int, ordinal: int) -> int:
    """Return the third of the items of a clause, or the clause where it has none of them."""
    items = [one for one in register.outline.children(holder) if register.outline[one].number is not None]
    return items[ordinal - 1] if ordinal <= len(items) else holder
