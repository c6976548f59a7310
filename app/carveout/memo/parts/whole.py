"""The whole memo, part after part."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.memo.annexed import annexed_by
from carveout.memo.enclosed import enclosure_of
from carveout.memo.parts.agreement import agreement
from carveout.memo.parts.commented import comment_on
from carveout.memo.parts.compared import compared
from carveout.memo.parts.composer import Composer
from carveout.memo.parts.heading import heading
from carveout.memo.parts.issues import issues
from carveout.memo.parts.passages import passages_of
from carveout.memo.parts.proofread import proofread
from carveout.memo.parts.remarks import remarks
from carveout.memo.parts.remedies import remedies
from carveout.memo.parts.representations import representations
from carveout.memo.parts.schedule import schedule
from carveout.memo.parts.summary import summary
from carveout.memo.parts.unreviewed import unreviewed
from carveout.memo.typesetting.document import Document
from carveout.memo.typesetting.paper import Properties
from carveout.memo.words import long_date

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.memo.typesetting.glyphs import Glyphs

_BEFORE = 4
"""The parts that every memo has before those of the close reading."""


def whole(memo: Memo, glyphs: Glyphs) -> Document:
    """Return the memo as a document to be typeset; its rows are made as they are asked for.

    A reading that was not read closely has no parts for what that finds.
    """
    composer = Composer(memo, annexed_by(memo), glyphs)
    closer = (compared, remedies, proofread) if memo.reading.closely else ()
    after = _BEFORE + len(closer)
    heading_block = memo.heading
    return Document(
        rows=chain(
            heading(composer),
            summary(composer, after + 2),
            issues(composer, 2),
            representations(composer, 3),
            schedule(composer, 4),
            *(part(composer, number) for number, part in enumerate(closer, _BEFORE + 1)),
            remarks(composer, after + 1),
            unreviewed(composer, after + 2),
            agreement(composer, passages_of(memo), after + 3),
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
        weight=_weight(composer),
        enclosing=partial(enclosure_of, memo),
    )


def _weight(composer: Composer) -> int:
    """Return about how many characters the memo will print."""
    memo = composer.memo
    agreement_text = sum(len(paragraph.span) for paragraph in composer.annexed.paragraphs)
    notes = sum(300 + len(note.annotation.comment) + 2 * len(note.annotation.proposed) for note in memo.notes)
    carveouts = sum(200 + 2 * len(entry.carveout.span) for entry in memo.schedule)
    return agreement_text + notes + carveouts + 200 * len(memo.representations) + 2_000
