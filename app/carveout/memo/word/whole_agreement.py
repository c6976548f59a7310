"""The agreement for Word: its words, with the annotations as Word's own comments on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.annexed import annexed_by
from carveout.memo.word.agreement import AgreementText
from carveout.memo.word.comments import comments_of
from carveout.memo.word.package import packed

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.review.review import Review


def agreement_docx(memo: Memo, review: Review) -> bytes:
    """Return the text that the memo annexes as a Word document with a comment for each annotation and each reply."""
    comments = comments_of(memo, review)
    text = AgreementText(memo.reading, annexed_by(memo).paragraphs, comments)
    return packed(memo.heading, memo.heading.deal, text.pieces(), comments)
