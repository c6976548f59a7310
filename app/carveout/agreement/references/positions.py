"""References by place: "the prior Article", "the above subparagraphs"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_CUES = ("prior ", "preceding ", "previous ", "foregoing ", "above ", "next ", "following ", "succeeding ")
_BACK = frozenset({"prior", "preceding", "previous", "foregoing", "above"})
_PLACE = re.compile(
    r"(?P<side>prior|preceding|previous|foregoing|above|next|following|succeeding)"
    r"(?: succeeding| following| preceding)?"
    r" (?P<word>article|section|clause|(?:sub-?)?paragraph)(?P<plural>s?)\b(?! ?[(\d])",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the |this |such )?(?:immediately |next )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that point to clauses by where they stand, and those clauses."""

    span: Span
    targets: tuple[int, ...]


def beside(flat: str, lower: str, outline: Outline) -> Iterator[Beside]:
    """Yield the references by place, in order; where nothing numbered stands in that place, there is none."""
    past = 0
    for at in sorted(at for cue in _CUES for at in places(lower, cue, Span(0, len(lower)))):
        if at < past:
            continue
        match = _PLACE.match(flat, at)
        near = outline.at(at) if match and not flat[at - 1 : at].isalnum() else None
        if match is None or near is None:
            continue
        back = match["side"].lower() in _BACK
        if match["plural"] and (not back or match["word"].lower() == "clause"):
            continue
        targets = _targets(outline, near, match["word"].lower(), back=back, plural=bool(match["plural"]))
        if targets:
            past = match.end()
            the = _THE.search(flat, max(0, at - 20), at)
            yield Beside(Span(the.start() if the else at, match.end()), targets)


def _targets(outline: Outline, near: int, word: str, *, back: bool, plural: bool) -> tuple[int, ...]:
    kind = {"article": ClauseKind.ARTICLE, "section": ClauseKind.SECTION}.get(word, ClauseKind.ITEM)
    own = next((one for one in (near, *outline.ancestors(near)) if outline[one].kind is kind), None)
    if own is None:
        return _items_before(outline, near) if plural and kind is ClauseKind.ITEM else ()
    siblings = [
        one
        for one in outline.children(outline[own].parent)
        if outline[one].kind is kind and outline[one].number is not None
    ]
    if kind is not ClauseKind.ITEM and own in siblings and len(siblings) == 1:
        siblings = [one.id for one in outline if one.kind is kind and one.number is not None]
    if own not in siblings:
        return ()
    position = siblings.index(own)
    if plural:
        return tuple(siblings[:position])
    chosen = siblings[position - 1 : position] if back else siblings[position + 1 : position + 2]
    return tuple(chosen)


def _items_before(outline: Outline, near: int) -> tuple[int, ...]:
    """Return the items of the section before the one in which the words stand."""
    siblings = outline.children(outline[near].parent)
    position = siblings.index(near)
    if position == 0:
        return ()
    return tuple(one for one in outline.children(siblings[position - 1]) if outline[one].number is not None)
