"""The clauses of a document by their numbers, instrument by instrument, so that a reference finds its target."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS, instruments
from carveout.agreement.references.attached import Attachments
from carveout.agreement.references.keys import Key, forms, key
from carveout.agreement.references.openings import Openings
from carveout.agreement.references.titles import Titles, amends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.clause import Clause, Outline

_HEADING = 80
"""Code points that a clause doesn't exceed which is only a heading."""
_DIVISIONS = frozenset(
    {ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.ITEM, ClauseKind.FILING_ITEM}
)
_KINDS = {
    "section": (ClauseKind.SECTION, ClauseKind.ARTICLE, ClauseKind.ITEM),
    "clause": (ClauseKind.SECTION, ClauseKind.ARTICLE, ClauseKind.ITEM),
    "article": (ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.ITEM),
    "paragraph": (ClauseKind.ITEM, ClauseKind.SECTION, ClauseKind.ARTICLE),
    "chapter": (ClauseKind.CHAPTER,),
    "part": (ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION),
    "title": (ClauseKind.CHAPTER,),
    "item": (ClauseKind.FILING_ITEM, ClauseKind.ITEM, ClauseKind.SECTION),
    "recital": (ClauseKind.RECITAL, ClauseKind.ITEM),
}
"""The kinds of clause that a word names, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference is resolved: the clause in which its words stand, and the scopes that its numbers can be of.

    `holder` is the clause that holds what its labels name, where the words say so.
    """

    near: int | None
    scopes: tuple[int | None, ...]
    holder: int | None = None


class Register:
    """The clauses of a document by their numbers.

    Each clause belongs to a scope: the nearest attachment around it, or else its instrument. Numbers are looked for in
    the scope of the words that name them, then in those around it, and never in another instrument.
    """

    def __init__(self, flat: str, outline: Outline, title: str | None) -> None:
        """Read the numbers of every clause once; `title` is that of the document's own agreement."""
        self.flat = flat
        self.outline = outline
        self.instruments = instruments(flat, outline)
        self.owner: list[int | None] = [None] * len(outline)
        for instrument in self.instruments:
            for position in instrument.clauses:
                self.owner[position] = instrument.root
        self._agreements = frozenset(one.root for one in self.instruments if one.operative)
        self.scope = [self._scope(clause) for clause in outline]
        self._numbered: dict[tuple[int | None, Key], list[int]] = {}
        self.openings = Openings(flat, outline)
        self._labels: dict[tuple[int | None, Key], list[int]] = {}
        for clause in outline:
            if clause.number is None:
                continue
            self._labels.setdefault((clause.parent, key(clause.number)), []).append(clause.id)
            if clause.kind in _DIVISIONS and (
                clause.kind is not ClauseKind.ITEM or "." in clause.number or self._outer(clause)
            ):
                for form in forms(clause.number):
                    self._numbered.setdefault((self.scope[clause.id], form), []).append(clause.id)

        self._parts: dict[tuple[int | None, str], list[int]] = {}
        for (scope, form), clauses in self._numbered.items():
            if len(form) == 2 and outline[clauses[0]].kind is ClauseKind.SECTION:
                self._parts.setdefault((scope, form[0]), []).append(clauses[0])
        self._lengths = frozenset((scope, len(form)) for scope, form in self._numbered)
        self._bearing: dict[Key, list[int]] = {}
        for (_, form), clauses in self._numbered.items():
            self._bearing.setdefault(form, []).extend(clauses)
        self.amends = amends(title)
        self._titles = Titles(outline, self.instruments, title)
        self.attachments = Attachments(flat, outline, self.owner)

    def _outer(self, clause: Clause) -> bool:
        """Tell whether an item stands in no section or article."""
        return clause.parent is None or self.outline[clause.parent].kind in ATTACHMENTS | {
            ClauseKind.RECITAL,
            ClauseKind.CHAPTER,
        }

    def _scope(self, clause: Clause) -> int | None:
        root = self.owner[clause.id]
        for candidate in (clause.id, *self.outline.ancestors(clause.id)):
            if candidate == root or self.outline[candidate].kind in ATTACHMENTS:
                return candidate
        return root

    def scopes(self, clause: int | None) -> tuple[int | None, ...]:
        """Return the scopes around a clause, the nearest first."""
        if clause is None:
            return (None,)
        root = self.owner[clause]
        found: list[int | None] = [self.scope[clause]]
        for above in self.outline.ancestors(clause):
            if self.scope[above] not in found and self.owner[above] == root:
                found.append(self.scope[above])
        if root not in found:
            found.append(root)
        return tuple(found) if root in self._agreements else (*found, self._before(root))

    def _before(self, root: int | None) -> int | None:
        """Return the root of the agreement that an attachment which is none itself belongs to."""
        before = (one for one in self._agreements if one is not None and root is not None and one < root)
        return None if None in self._agreements else max(before, default=None)

    def division(self, word: str, number: str, scopes: Iterable[int | None], near: int | None) -> int | None:
        """Return the clause that a word and a number name in the first of some scopes that has it."""
        readings = forms(number)
        for scope in scopes:
            for form in readings:
                found = self._numbered.get((scope, form))
                if found:
                    return self._likeliest(word, found, near)
        return None

    def _likeliest(self, word: str, found: list[int], near: int | None) -> int | None:
        """Return the one of some clauses of one number whose kind fits the word, and that shares most with `near`."""
        kinds = _KINDS.get(word, _KINDS["section"])
        fitting = [one for one in found if self.outline[one].kind in kinds]
        if not fitting:
            return None
        best = min(kinds.index(self.outline[one].kind) for one in fitting)
        fitting = [one for one in fitting if kinds.index(self.outline[one].kind) == best]
        if len(fitting) == 1 or near is None:
            return fitting[0]
        around = {near, *self.outline.ancestors(near)}
        return max(fitting, key=lambda one: (sum(1 for above in self.outline.ancestors(one) if above in around), -one))

    def around(self, clause: int | None, number: str) -> tuple[int | None, ...]:
        """Return where else a number can be that the scopes of a clause don't have, nor any like it.

        It is the one attachment of the same instrument that has it, or for an attachment the document's own agreement.
        Scopes that have numbers like it may have lost one, and nothing else is meant.
        """
        root = None if clause is None else self.owner[clause]
        own = self.scopes(clause)
        wanted = forms(number)
        if any((scope, len(wanted[0])) in self._lengths for scope in own):
            return ()
        held = {
            one: self.scope[one] for form in wanted for one in self._bearing.get(form, ()) if self.owner[one] == root
        }
        scopes = frozenset(held.values())
        return tuple(scopes) if len(scopes) == 1 else () if root is None else (None,)

    def sections(self, number: str, scopes: Iterable[int | None]) -> tuple[int, ...]:
        """Return the sections of an article that bears no label of its own: 4.1, 4.2 and 4.3 for 4."""
        for scope in scopes:
            for form in forms(number):
                found = self._parts.get((scope, form[0]), ())
                if len(form) == 1 and found:
                    return tuple(found)
        return ()

    def bears(self, number: str) -> bool:
        """Tell whether a clause anywhere in the document bears a number."""
        return any(form in self._bearing for form in forms(number))

    def named(self, name: str | None, near: int | None) -> tuple[int | None, ...] | None:
        """Return the scopes of the instrument that a name names, None where this document holds none of that name.

        "The Agreement" is the one around the words, or else the one that it is attached to.
        """
        if name is None:
            return None
        if name.lower() == "agreement":
            return None if self.amends else (*self.scopes(near), None)
        return self._titles.named(name) or None

    @cached_property
    def disclosed(self) -> tuple[int | None, ...]:
        """The scopes of the disclosure schedules that are attached."""
        return tuple(
            one.id for one in self.outline if one.kind in ATTACHMENTS and "disclosure" in (one.heading or "").lower()
        )

    def below(self, clause: int, label: str) -> int | None:
        """Return the clause of a label below another: a child, or else the only one further down that has it."""
        found = self.child(clause, label)
        return self._taken_for_sibling(clause, label) if found is None else found

    def child(self, clause: int, label: str, before: int | None = None) -> int | None:
        """Return the child that has a label.

        Of several, it is the last that begins before an offset, or else the first with a heading, or the first.
        """
        children = self._labels.get((clause, key(label)), [])
        if before is not None and len(children) > 1:
            earlier = [one for one in children if self.outline[one].start <= before]
            return earlier[-1] if earlier else children[0]
        headed = (one for one in children if self.outline[one].heading)
        return next(headed, children[0]) if children else None

    def _taken_for_sibling(self, clause: int, label: str) -> int | None:
        """Return the clause after one that is only a heading: the (i) below (h), which reads as the next letter."""
        following = self.outline.branch(clause)[-1] + 1
        short = self.outline[clause].end - self.outline[clause].start <= _HEADING
        if short and following < len(self.outline) and self.outline[following].parent == self.outline[clause].parent:
            return following if self.labelled(following, label) else self._further_down(clause, label)
        return self._further_down(clause, label)

    def _further_down(self, clause: int, label: str) -> int | None:
        found = [one for one in self.outline.branch(clause)[1:][:400] if self.labelled(one, label)]
        return found[0] if len(found) == 1 else None

    def down(self, clause: int, labels: Iterable[str]) -> int | None:
        """Follow labels down from a clause; where one is printed in its words though no item bears it, stay."""
        for label in labels:
            found = self.below(clause, label)
            if found is None:
                return clause if self.openings.within(clause, label) else None
            clause = found
        return clause

    def labelled(self, clause: int, label: str) -> bool:
        """Tell whether a clause bears a label, however it is printed."""
        number = self.outline[clause].number
        return (
            number is not None and self.outline[clause].kind is not ClauseKind.SIGNATURE and key(number) == key(label)
        )
