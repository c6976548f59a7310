"""Issues by severity: what is wrong, where, and what is proposed instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.instructions import Part
from carveout.memo.parts.composer import Column, paragraphs, signed
from carveout.memo.parts.redlined import redlined
from carveout.memo.parts.status import SEVERITY
from carveout.memo.parts.table import closed, table_head
from carveout.memo.typesetting.pages import LEFT, RIGHT
from carveout.memo.typesetting.rows import Mark, Row
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET, FAINT
from carveout.memo.typesetting.text import Run
from carveout.memo.words import long_date
from carveout.review.annotation import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.memo.memo import Note
    from carveout.memo.parts.composer import Composer

_NUMBER = LEFT + 12
_CLAUSE = LEFT + 40
_ISSUE = LEFT + 138
_GAP = 14.0
_PROPOSED = LEFT + 330
_LONGEST = 180
"""Code points of a stretch of a proposal that the table repeats; the whole of it stands in its own part."""


def issues(composer: Composer, number: int) -> Iterator[Row]:
    """Yield the table of issues, worst first."""
    yield from composer.part(number, "Issues by severity")
    memo = composer.memo
    if not memo.issues:
        yield from composer.paragraph([Run("No issue was raised.", BODY)])
        return
    proposed = bool(memo.proposals_for)
    head = table_head(composer, _columns(proposed=proposed))
    yield from head
    for note in memo.issues:
        for row in _issue(composer, note, memo.proposals_for.get(note.number, ()), proposed=proposed):
            row.head = head
            yield row


def _columns(*, proposed: bool) -> list[tuple[float, str]]:
    columns = [(LEFT, "NO."), (_CLAUSE, "CLAUSE"), (_ISSUE, "ISSUE")]
    return [*columns, (_PROPOSED, "PROPOSED")] if proposed else columns


def _issue(composer: Composer, note: Note, proposals: Sequence[Note], *, proposed: bool) -> Iterator[Row]:
    annotation = note.annotation
    resolved = annotation.status is Status.RESOLVED
    style = CELL_QUIET if resolved else CELL
    anchor = annotation.anchor
    comment = [*paragraphs(annotation.comment, style), [Run(signed(annotation), CELL_QUIET)]]
    for reply in composer.memo.replies.get(annotation.id, ()):
        comment += [*paragraphs(reply.comment, style)]
        comment.append([Run(f"{reply.author}, {long_date(reply.at.date())}", CELL_QUIET)])
    if resolved:
        comment.append([Run("Resolved", CELL_QUIET)])
    columns = [
        Column(_NUMBER, _CLAUSE - _NUMBER - 4, [[composer.to_passage(note, style)]]),
        Column(
            _CLAUSE,
            _ISSUE - _CLAUSE - _GAP,
            [[composer.citation(anchor.clause, style)], [Run(composer.extent(anchor.span), CELL_QUIET)]],
        ),
        Column(_ISSUE, (_PROPOSED - _GAP if proposed else RIGHT) - _ISSUE, comment),
    ]
    if proposed:
        columns.append(Column(_PROPOSED, RIGHT - _PROPOSED, _proposals(composer, proposals)))
    yield Row(3.5, keep=True)
    severity = annotation.severity or Severity.LOW
    figure, colour = SEVERITY[severity]
    said = f"Severity: {severity.value}"
    first = True
    for row in closed(composer.table_row(columns, CELL)):
        if first:
            row.places.append(f"note-{note.number}")
            row.marks.append(Mark(figure, LEFT + 4, row.baseline - 2.6, 5.6, FAINT if resolved else colour, said))
            first = False
        yield row


def _proposals(composer: Composer, proposals: Sequence[Note]) -> Iterator[list[Run]]:
    for proposal in proposals:
        worded = redlined(proposal.annotation, CELL, _LONGEST if Part.REMARKS in composer.numbers else None)
        worded[-1] += [Run(" ", CELL), composer.to_note(proposal, CELL)]
        yield from worded
