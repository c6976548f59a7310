"""Questions, proposed wordings and notes: the whole of what was said, with the words that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.parts.composer import SEPARATOR, signed
from carveout.memo.parts.redlined import redlined
from carveout.memo.typesetting.pages import LEFT, MEASURE, RIGHT
from carveout.memo.typesetting.rows import Box, Row, gap
from carveout.memo.typesetting.style import BODY, CELL, HAIRLINE, META, QUOTE, Style
from carveout.memo.typesetting.text import Run
from carveout.memo.words import clipped, long_date
from carveout.review.annotation import AnnotationKind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.memo.memo import Note
    from carveout.memo.parts.composer import Composer
    from carveout.review.annotation import Annotation

_TITLES = {
    AnnotationKind.QUESTION: "Questions",
    AnnotationKind.PROPOSAL: "Proposed wordings",
    AnnotationKind.NOTE: "Notes",
}
_INDENT = 12.0
_REDLINE = Style(BODY.face, QUOTE.size, QUOTE.leading)
_QUOTED = 300
"""Code points of the passage that are repeated here; all of it stands in the annotated agreement."""


def remarks(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the questions, the proposals and the notes, each in the order of the text."""
    yield from composer.part(number, "Questions, proposals and notes")
    if not any(composer.memo.of_kind(kind) for kind in _TITLES):
        yield from composer.paragraph([Run("None was made.", BODY)])
    for kind, title in _TITLES.items():
        notes = composer.memo.of_kind(kind)
        if notes:
            yield from composer.subhead(title)
        for note in notes:
            yield from _remark(composer, note)
            yield gap(7)


def _remark(composer: Composer, note: Note) -> Iterator[Row]:
    annotation = note.annotation
    anchor = annotation.anchor
    runs = [composer.to_passage(note, META), Run("\u00a0\u00a0 ", META), composer.citation(anchor.clause, META)]
    said = (composer.extent(anchor.span), signed(annotation), annotation.status.value)
    runs.append(Run("".join(f"{SEPARATOR}{part}" for part in said if part), META))
    for position, row in enumerate(composer.paragraph(runs)):
        if not position:
            row.places.append(f"note-{note.number}")
        row.keep = True
        yield row
    about: Row | None = None
    for row in _about(composer, annotation):
        if about is not None:
            yield about
        about = row
    if about is not None:
        about.keep = bool(annotation.comment)
        yield about
    yield from composer.prose(annotation.comment, x=LEFT + _INDENT, width=MEASURE - _INDENT)
    yield from thread(composer, annotation, LEFT + 2 * _INDENT)


def _about(composer: Composer, annotation: Annotation) -> Iterator[Row]:
    """Yield the words that a note is about, or what a proposal makes of them."""
    anchor = annotation.anchor
    if annotation.kind is AnnotationKind.PROPOSAL:
        for runs in redlined(annotation, _REDLINE):
            yield from _barred(composer, runs)
    elif anchor.target is not Target.CLAUSE:
        yield from _barred(composer, [Run(f"“{clipped(anchor.quote, _QUOTED)}”", QUOTE)])


def thread(composer: Composer, annotation: Annotation, x: float) -> Iterator[Row]:
    """Yield the replies to an annotation, each under whose it is and when it was given."""
    for reply in composer.memo.replies.get(annotation.id, ()):
        said = f"{reply.author}, {long_date(reply.at.date())}"
        for row in composer.paragraph([Run(said, META)], x, RIGHT - x):
            row.keep = True
            yield row
        yield from composer.prose(reply.comment, CELL, x, RIGHT - x)


def _barred(composer: Composer, runs: Sequence[Run]) -> Iterator[Row]:
    for row in composer.paragraph(runs, LEFT + _INDENT, MEASURE - _INDENT):
        row.boxes.append(Box(LEFT + 3, 0, 1.6, row.height + 0.2, HAIRLINE))
        yield row
