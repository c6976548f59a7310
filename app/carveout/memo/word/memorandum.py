"""The memo for Word: the parts of the PDF in Word's own headings and tables, with the agreement and its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.annexed import annexed_by
from carveout.memo.papers.listing import threads
from carveout.memo.word.agreement import AgreementText
from carveout.memo.word.comments import comments_of
from carveout.memo.word.package import packed
from carveout.memo.word.parts.carveouts import carveouts, compared
from carveout.memo.word.parts.issues import issues
from carveout.memo.word.parts.opening import contents, opening
from carveout.memo.word.parts.proofread import proofread
from carveout.memo.word.parts.remarks import remarks
from carveout.memo.word.parts.remedies import remedies
from carveout.memo.word.parts.representations import representations
from carveout.memo.word.parts.summary import summary
from carveout.memo.word.parts.unreviewed import unreviewed
from carveout.memo.word.saying import Saying

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

_LAST = "Annotated agreement"


def memo_docx(memo: Memo, review: Review) -> bytes:
    """Return the memo as a Word document. A reading that was not read closely has no parts for what that finds."""
    annexed, replies, comments = annexed_by(memo), threads(review), comments_of(memo, review)
    say = Saying(memo, annexed)
    closer = (compared, remedies, proofread) if memo.reading.closely else ()
    parts = [
        *summary(say),
        *issues(say, replies),
        *representations(say),
        *carveouts(say),
        *(piece for part in closer for piece in part(say)),
        *remarks(say, replies),
        *unreviewed(say),
        say.heading(1, _LAST),
    ]
    text = AgreementText(memo.reading, annexed.paragraphs, comments, say.linked, above=1)
    pieces = [*opening(memo.heading), *contents(say.headings), *parts, *text.pieces()]
    return packed(memo.heading, f"Memorandum: {memo.heading.deal}", pieces, comments)
