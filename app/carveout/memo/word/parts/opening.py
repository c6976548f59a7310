"""The heading block, and the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.word.pieces import WIDTH, link, paragraph, run
from carveout.memo.words import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.memo.memo import Heading

_LABEL = 1000
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_TAB = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/></w:tabs>'


def opening(head: Heading) -> Iterator[str]:
    """Yield whose paper it is, from whom, to whom, when and about what."""
    yield paragraph("Confidential", run("PRIVILEGED AND CONFIDENTIAL · ATTORNEY WORK PRODUCT"))
    yield paragraph("Title", run("Memorandum"))
    hanging = f'<w:tabs><w:tab w:val="left" w:pos="{_LABEL}"/></w:tabs><w:ind w:left="{_LABEL}" w:hanging="{_LABEL}"/>'
    for label, value in (("To", head.to), ("From", head.author), ("Date", long_date(head.date)), ("Re", head.re)):
        yield paragraph("Normal", run(label, bold=True), run(f"\t{value or '—'}"), look=hanging)


def contents(headings: Sequence[tuple[int, str, str]]) -> Iterator[str]:
    """Yield the contents as Word's own field, which adds the page numbers when it is updated: only Word knows them."""
    yield paragraph("Details", run("Contents", bold=True))
    for position, (level, title, place) in enumerate(headings):
        first = _BEGIN if not position else ""
        last = _END if position == len(headings) - 1 else ""
        yield paragraph(f"TOC{level}", first, link(run(title), place), last, look=_TAB)
