"""Conflicts in words: what is disputed, what each side would have, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carveout.agreement.citation import short
from carveout.review.about import REVISIONS
from carveout.review.annotation import Annotation
from carveout.review.mark import Decision
from carveout.review.ranking import in_own_order
from carveout.review.trail import kind_of, spot_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.conflict import Conflict
    from carveout.review.corrected import Corrected
    from carveout.review.edits import Revision
    from carveout.review.trail import Spot

_PARTS = {
    "comment": "the words",
    "proposed": "the wording",
    "status": "whether it is resolved",
    "severity": "the severity",
    "kind": "the kind",
    "anchor": "the place",
    "tags": "the tags",
    "assignee": "who sees to it",
    "due": "the day it is due",
    "visibility": "who sees it",
}

_WHOLE = {
    "decisions": "what was decided",
    "dismissals": "why",
    "replies": "the words",
    "ranks": "its place in the own order",
    "reviewers": "how she is shown",
}


def subject_of(conflict: Conflict, on: Corrected) -> str:
    """Return what a conflict is about, without its place: `issue`, `decision`."""
    moved = on.folded.annotations.get(str(conflict.key)) if conflict.about == "ranks" else None
    return str(moved.kind) if moved else kind_of(_edit(conflict, on))


def place_of(conflict: Conflict, on: Corrected) -> Spot | None:
    """Return where a conflict is, None where it is nowhere in the text."""
    return spot_of(_edit(conflict, on), on)


def in_words(conflict: Conflict, on: Corrected) -> str:
    """Return a conflict in a line: `issue on 3.18, the words: A. Ito and B. Sato`."""
    spot = place_of(conflict, on)
    where = f" on {short(on.reading.outline[spot.clause])}" if spot else ""
    sides = _series(tuple(dict.fromkeys(side.by for side in conflict.sides)))
    return f"{subject_of(conflict, on)}{where}, {differs_in(conflict)}: {sides}"


def differs_in(conflict: Conflict) -> str:
    """Return what the sides differ in: `the words and the severity`, or `whether it stands`."""
    if is_about_standing(conflict):
        return "whether it stands"
    named = [_PARTS.get(part, part) for part in conflict.parts]
    if not named:
        return _WHOLE.get(conflict.about, "what it is")
    return _series(named)


def is_about_standing(conflict: Conflict) -> bool:
    """Tell whether a side would have the thing gone. A rank never is: what was not moved stands where it stood."""
    return conflict.about != "ranks" and any(side.value is None for side in conflict.sides)


def side_in_words(conflict: Conflict, value: object, on: Corrected) -> str:
    """Return what a side of a conflict would have, for a person: the parts that differ, or the whole of it."""
    match value:
        case _ if conflict.about == "ranks":
            return _rank(str(conflict.key), value, on)
        case None:
            return "Taken away"
        case Annotation():
            return _annotation(value, conflict.parts)
        case Decision(verdict, reason):
            return f"{str(verdict).capitalize()}: {reason}" if reason else str(verdict).capitalize()
        case _:
            return _plainly(value)


def _annotation(value: Annotation, parts: tuple[str, ...]) -> str:
    said: list[str] = []
    for part in parts or ("comment",):
        held: Any = getattr(value, part)
        match part:
            case "comment":
                said.append(held or "No words")
            case "proposed":
                said.append(f"Proposed: {held}" if held else "No wording proposed")
            case "anchor":
                said.append(f"On “{held.quote[:80]}”")
            case "tags":
                said.append(f"Tags: {', '.join(held) or 'none'}")
            case _:
                said.append(f"{part.capitalize()}: {held or 'none'}")
    return "\n".join(said)


def _rank(annotation: str, rank: object, on: Corrected) -> str:
    """Return after which other annotation a rank has one stand: `After issue on 3.10`."""
    review = on.review
    ranks = {id_: one for id_, one in review.ranks.items() if id_ != annotation}
    ranks |= {annotation: rank} if isinstance(rank, str) else {}
    ordered = in_own_order(review.annotations.values(), ranks)
    at = next((at for at, one in enumerate(ordered) if one.id == annotation), 0)
    if at == 0:
        return "At the top"
    above = ordered[at - 1]
    return f"After the {above.kind} on {short(on.reading.outline[above.anchor.clause])}"


def _series(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _plainly(value: object) -> str:
    for name in ("reason", "comment", "answer", "verdict", "name"):
        held = getattr(value, name, None)
        if held:
            return str(held)
    return "Kept"


def _edit(conflict: Conflict, on: Corrected) -> Revision:
    """Return a revision about what is in conflict, of the log: of what stands, or else of a side."""
    shown: Any = getattr(on.folded, conflict.about).get(conflict.key)
    value = shown or next((side.value for side in conflict.sides if side.value is not None), None)
    return REVISIONS[conflict.about](conflict.key, value, value)  # type: ignore[arg-type]
