"""The whole memo, part after part."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.memo.annexed import Annexed, annexed_by
from carveout.memo.enclosed import Enclosing
from carveout.memo.instructions import CLOSELY, Part
from carveout.memo.parts.agreement import agreement
from carveout.memo.parts.commented import comment_on
from carveout.memo.parts.composer import Composer
from carveout.memo.parts.contents import contents
from carveout.memo.parts.heading import heading
from carveout.memo.parts.issues import issues
from carveout.memo.parts.remarks import remarks
from carveout.memo.parts.representations import representations
from carveout.memo.parts.schedule import schedule
from carveout.memo.parts.summary import summary
from carveout.memo.parts.unreviewed import unreviewed
from carveout.memo.typesetting.document import Document
from carveout.memo.typesetting.paper import Properties
from carveout.memo.words import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from carveout.memo.memo import Memo
    from carveout.memo.typesetting.glyphs import Glyphs
    from carveout.memo.typesetting.rows import Row

_SET: Mapping[Part, Callable[[Composer, int], Iterator[Row]]] = {
    Part.SUMMARY: summary,
    Part.ISSUES: issues,
    Part.REPRESENTATIONS: representations,
    Part.SCHEDULE: schedule,
    Part.REMARKS: remarks,
    Part.OPEN: unreviewed,
    Part.AGREEMENT: agreement,
}


def whole(memo: Memo, glyphs: Glyphs) -> Document:
    """Return the memo as a document to be typeset; its rows are made as they are asked for."""
    chosen = _chosen(memo)
    annexed = annexed_by(memo) if Part.AGREEMENT in chosen else Annexed((), frozenset())
    composer = Composer(memo, annexed, glyphs, dict(zip(chosen, count(1), strict=False)))
    heading_block = memo.heading
    return Document(
        rows=chain(
            heading(composer),
            contents(composer) if Part.CONTENTS in memo.instructions.parts else (),
            *(_rows(part)(composer, number) for part, number in composer.numbers.items()),
        ),
        comments=[comment_on(memo, note) for note in memo.notes],
        properties=Properties(
            title=f"Memorandum: {heading_block.deal}",
            author=heading_block.author,
            subject=heading_block.re,
            creator=f"Carveout {__version__}",
            date=heading_block.date,
        ),
        running=f"{heading_block.deal} · review of {long_date(heading_block.date)}",
        head=(memo.instructions.firm or "Memorandum", memo.instructions.legend),
        weight=_weight(composer),
        enclosing=Enclosing(memo),
    )


def _chosen(memo: Memo) -> tuple[Part, ...]:
    """Return the parts of the memo, which are numbered in this order."""
    wanted = memo.instructions.parts if memo.reading.closely else memo.instructions.parts - CLOSELY
    return tuple(part for part in Part if part in wanted and part is not Part.CONTENTS)


def _rows(part: Part) -> Callable[[Composer, int], Iterator[Row]]:
    """Return what yields the rows of a part; what only a close reading has is imported for it."""
    match part:
        case Part.COMPARED:
            from carveout.memo.parts.compared import compared  # noqa: PLC0415

            return compared
        case Part.REMEDIES:
            from carveout.memo.parts.remedies import remedies  # noqa: PLC0415

            return remedies
        case Part.FINDINGS:
            from carveout.memo.parts.proofread import proofread  # noqa: PLC0415

            return proofread
        case _:
            return _SET[part]


def _weight(composer: Composer) -> int:
    """Return about how many characters the memo will print."""
    memo = composer.memo
    agreement_text = sum(len(paragraph.span) for paragraph in composer.annexed.paragraphs)
    notes = sum(300 + len(note.annotation.comment) + 2 * len(note.annotation.proposed) for note in memo.notes)
    carveouts = sum(200 + 2 * len(entry.carveout.span) for entry in memo.schedule)
    return agreement_text + notes + carveouts + 200 * len(memo.representations) + 2_000
