"""The review that a merged log makes: the same whoever merged what when, and nothing that anybody said is lost.

Each part of the review is what the latest operations made it that no other knew of. Where there are several of them and
they differ, the review shows one and names the conflict; nothing but an edit of that part, or settling it, ends that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carveout.review.about import entry_of
from carveout.review.mark import marked_at
from carveout.review.merging.causality import Causality
from carveout.review.merging.conflicts import conflicts
from carveout.review.merging.entries import Claim, shown
from carveout.review.merging.restored import restored, undone
from carveout.review.merging.standing import standing
from carveout.review.merging.touching import FIELDS, Part, revision_of, touches
from carveout.review.merging.undisputed import undisputed
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.review.annotation import Annotation
    from carveout.review.log import Operation
    from carveout.review.merging.standing import Standing


def merged(operations: Sequence[Operation]) -> Review:
    """Return the review that a log makes, however many copies it was merged from. Raises ValueError for no log."""
    if not operations:
        return Review()
    causality = Causality(operations)
    stands = standing(operations, causality)
    plain, disputed = undisputed(stands, causality)
    claims = _claims(disputed, causality)
    tables = _tables(claims, _annotations(disputed))
    for (about, key), value in plain.items():
        if value is not None:
            tables[about][key] = value
    ordered = _in_order_of_making(tables, stands)
    return replace(Review(**ordered), conflicts=tuple(conflicts(claims, ordered["annotations"])))


def _claims(stands: Standing, causality: Causality) -> dict[Part, tuple[Claim, ...]]:
    """Return, for each part, what the latest operations made it that know nothing of each other."""
    made: dict[Part, list[Claim]] = defaultdict(list)
    for operation in stands.operations:
        for touch in touches(operation.edit):
            known = made[touch.part]
            known[:] = [one for one in known if not causality.knows(operation, one.operation)]
            known.append(Claim(operation, touch.after))
    for part, taken_back in undone(stands).items():
        made[part] += restored(made[part], taken_back, causality)
    return {part: tuple(known) for part, known in made.items() if known}


def _annotations(stands: Standing) -> dict[str, Annotation]:
    """Return each annotation as the last operation left it that didn't withdraw it: what no claim says is as there.

    Where none of those stands, it is as it was made before that was taken back.
    """
    found: dict[str, Annotation] = {}
    for operation in (*reversed([taken for taken, _ in stands.taken_back]), *stands.operations):
        after = getattr(revision_of(operation.edit), "after", None)
        for touch in touches(operation.edit):
            if touch.part.about == "annotations" and isinstance(touch.part.key, str) and after is not None:
                found[touch.part.key] = after
                break
    return found


def _tables(claims: dict[Part, tuple[Claim, ...]], annotations: dict[str, Annotation]) -> defaultdict[str, Any]:
    tables: defaultdict[str, Any] = defaultdict(dict)
    tables["annotations"] = {}
    for part, known in claims.items():
        value = shown(known)
        if value is None:
            continue
        if part.about == "marks":
            marks = [*tables["marks"].get(part.key, ()), value]
            tables["marks"][part.key] = tuple(sorted(marks, key=marked_at))
        elif part.about != "annotations":
            tables[part.about][part.key] = value
        elif not part.name and isinstance(part.key, str):
            said = dict(_fields(claims, part.key))
            tables["annotations"][part.key] = replace(annotations[part.key], **said)
    return tables


def _in_order_of_making(tables: dict[str, Any], stands: Standing) -> dict[str, Any]:
    """Return the tables with their entries as they were made: corrections of the outline build on each other."""
    revisions = (revision_of(operation.edit) for operation in stands.operations)
    made = dict.fromkeys(entry_of(revision) for revision in revisions if revision is not None)
    place: dict[object, int] = {entry: number for number, entry in enumerate(made)}

    def in_order(about: str) -> dict[Any, Any]:
        return dict(sorted(tables[about].items(), key=lambda one: place.get((about, one[0]), len(place))))

    return {about: in_order(about) for about in tables}


def _fields(claims: dict[Part, tuple[Claim, ...]], annotation: str) -> Iterator[tuple[str, Any]]:
    for name in FIELDS:
        known = claims.get(Part("annotations", annotation, name))
        if known:
            yield name, shown(known)
