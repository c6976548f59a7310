"""Moving rows in the order of counsel's own, each by an edit of its own that undo takes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from carveout.review.ranking import moved

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from carveout.gui.session import Session

CARRIED = "application/x-carveout-annotations"
"""What rows that are dragged are, for programs."""


def carried(annotations: Sequence[str]) -> QMimeData:
    """Return annotations, by their ids, to be dragged."""
    data = QMimeData()
    data.setData(CARRIED, json.dumps(list(annotations)).encode())
    return data


def brought(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of the annotations that are dropped; none where that is anything else."""
    try:
        said = json.loads(bytes(data.data(CARRIED).data()))
    except ValueError:
        return ()
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()


def stepped(listed: Sequence[str], moving: Sequence[str], by: int) -> int | None:
    """Return the gap of a list, counted from 0 above the first, that rows come to by one step up (-1) or down (1).

    Rows that stand apart come together. Returns None where the list ends there.
    """
    chosen = set(moving)
    places = [at for at, one in enumerate(listed) if one in chosen]
    if not places:
        return None
    together = len(places) == places[-1] - places[0] + 1
    gap = places[0] - 1 if by < 0 else places[-1] + 2
    if 0 <= gap <= len(listed):
        return gap
    return None if together else min(max(gap, 0), len(listed))


def put(session: Session, ordered: Sequence[str], listed: Sequence[str], moving: Collection[str], gap: int) -> None:
    """Take rows of a list into a gap of it, in the order that they have there, until one can't be saved.

    `ordered` are all rows, `listed` those that the filter leaves: at an end of these, rows come next to the one there.
    """
    chosen = set(moving)
    rest = [one for one in ordered if one not in chosen]
    above = next((one for one in reversed(listed[:gap]) if one not in chosen), None)
    below = next((one for one in listed[gap:] if one not in chosen), None)
    if above is None and below is not None:
        above = next(reversed(rest[: rest.index(below)]), None)
    elif below is None and above is not None:
        below = next(iter(rest[rest.index(above) + 1 :]), None)
    for annotation in (one for one in listed if one in chosen):
        edit = moved(session.review, annotation, above, below)
        if edit is not None and not session.do(edit):
            return
        above = annotation
