"""Questions, proposed wordings and notes: the whole of what was said, with the words that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import pages_and_lines
from carveout.memo.word.parts.issues import answered
from carveout.memo.word.pieces import paragraph, prose, run
from carveout.memo.word.saying import signed
from carveout.review.annotation import AnnotationKind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from carveout.memo.memo import Note
    from carveout.memo.word.saying import Saying
    from carveout.review.thread import Reply

_TITLES = {
    AnnotationKind.QUESTION: "Questions",
    AnnotationKind.PROPOSAL: "Proposed wordings",
    AnnotationKind.NOTE: "Notes",
}


def remarks(say: Saying, replies: Mapping[str, Sequence[Reply]]) -> Iterator[str]:
    """Yield the questions, the proposals as tracked changes, and the notes, each in the order of the text."""
    yield say.heading(1, "Questions, proposals and notes")
    if not any(say.memo.of_kind(kind) for kind in _TITLES):
        yield paragraph("Normal", run("None was made."))
    for kind, title in _TITLES.items():
        notes = say.memo.of_kind(kind)
        if notes:
            yield say.heading(2, title)
        for note in notes:
            yield from _remark(say, note, replies.get(note.annotation.id, ()))


def _remark(say: Saying, note: Note, replies: Sequence[Reply]) -> Iterator[str]:
    annotation = note.annotation
    anchor = annotation.anchor
    place = pages_and_lines(say.memo.reading.extent(anchor.span))
    said = "".join(f" · {one}" for one in (place, signed(annotation.author, annotation.at), annotation.status) if one)
    yield paragraph("Details", run(f"[{note.number}] ", bold=True), say.citation(anchor.clause), run(said))
    if annotation.kind is AnnotationKind.PROPOSAL:
        yield paragraph("Quote", say.redlined(annotation))
    elif anchor.target is not Target.CLAUSE:
        yield from prose(f"“{anchor.quote}”", "Quote")
    yield from prose(annotation.comment, "Remark")
    yield from answered(replies, "Remark")
