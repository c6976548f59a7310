"""What a number names that no clause bears as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.references.mentions import ATTACHMENT_WORDS
from carveout.agreement.references.ranges import between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.references.mentions import Mention
    from carveout.agreement.references.numbers import Cited
    from carveout.agreement.references.register import Place, Register

_HYPHEN = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)[–-](\d{1,3}(?:\.\d{1,3})?)")


def otherwise(register: Register, mention: Mention, number: Cited, place: Place) -> tuple[int, ...]:
    """Return the clauses that a number names in another way, none for a number that really names nothing.

    They are the sections of an article that prints no label; both ends of a range with a hyphen, and what is between;
    the section of a number in brackets; a list in lists whose labels are the parts of the number; and what an
    attachment cites of the agreement that it is attached to.
    """
    if place.holder is not None or mention.word in ATTACHMENT_WORDS:
        return ()
    if number.head is None:
        return _bracketed(register, mention, number, place)
    ends = _HYPHEN.fullmatch(number.head)
    if ends is not None:
        first, last = (register.division(mention.word, end, place.scopes, place.near) for end in ends.groups())
        return () if first is None or last is None or last < first else between(register.outline, first, last)
    if mention.word == "article" and "." not in number.head and not number.labels:
        return register.sections(number.head, place.scopes)
    for around in () if place.near is None else (place.near, *register.outline.ancestors(place.near)):
        found = _followed(register, around, (*number.head.split("."), *number.labels))
        if found is not None:
            return (found,)
    clause = register.division(mention.word, number.head, register.around(place.near, number.head), None)
    return _below(register, clause, number.labels)


def _bracketed(register: Register, mention: Mention, number: Cited, place: Place) -> tuple[int, ...]:
    """Read "Section (6)(c)" as Section 6(c)."""
    if mention.word != "section" or not number.labels[0].isdigit() or number != mention.cited[0]:
        return ()
    clause = register.division(mention.word, number.labels[0], place.scopes, place.near)
    return _below(register, clause, number.labels[1:])


def _below(register: Register, clause: int | None, labels: Iterable[str]) -> tuple[int, ...]:
    found = None if clause is None else _followed(register, clause, labels)
    return () if found is None else (found,)


def _followed(register: Register, clause: int, labels: Iterable[str]) -> int | None:
    """Return the clause to which labels lead from one to its child, None where one of them leads nowhere."""
    found: int | None = clause
    for label in labels:
        found = None if found is None else register.child(found, label)
    return found
