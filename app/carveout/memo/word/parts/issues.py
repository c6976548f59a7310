"""The issues: open before resolved, worst first, with the wording proposed for them as tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.word.pieces import cell, paragraph, prose, run, table
from carveout.memo.word.saying import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from carveout.memo.memo import Note
    from carveout.memo.word.saying import Saying
    from carveout.review.thread import Reply


def issues(say: Saying, replies: Mapping[str, Sequence[Reply]]) -> Iterator[str]:
    """Yield the table of issues."""
    yield say.heading(1, "Issues")
    if not say.memo.issues:
        yield paragraph("Normal", run("No issue was raised."))
        return
    columns = (("No.", 0.9), ("Clause", 2.0), ("Severity", 1.5), ("Issue", 4.4), ("Proposed", 4.0))
    shown = columns if say.memo.proposals_for else columns[:-1]
    rows = (_issue(say, note, replies.get(note.annotation.id, ()))[: len(shown)] for note in say.memo.issues)
    yield table([share for _, share in shown], [title for title, _ in shown], rows)


def answered(replies: Sequence[Reply], style: str) -> Iterator[str]:
    """Yield what was answered to an annotation, who and when before what."""
    for reply in replies:
        yield paragraph(style, run(f"{signed(reply.author, reply.at)}: ", bold=True))
        yield from prose(reply.comment, style)


def _issue(say: Saying, note: Note, replies: Sequence[Reply]) -> Sequence[list[str]]:
    annotation = note.annotation
    severity = annotation.severity.value if annotation.severity else ""
    proposals = say.memo.proposals_for.get(note.number, ())
    return (
        cell(paragraph("TableText", run(str(note.number)))),
        say.where(annotation.anchor.clause, annotation.anchor.span),
        cell(paragraph("TableText", run(severity, bold=True)), paragraph("TableDetails", run(annotation.status.value))),
        cell(
            *prose(annotation.comment, "TableText"),
            paragraph("TableDetails", run(signed(annotation.author, annotation.at))),
            *answered(replies, "TableDetails"),
        ),
        cell(*(paragraph("TableText", say.redlined(one.annotation), run(f" [{one.number}]")) for one in proposals)),
    )
