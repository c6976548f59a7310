"""The lines of a manuscript from the paragraphs of a page; sentences that a page break cut are whole again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import is_caption
from carveout.agreement.labels.numbering import parse
from carveout.agreement.manuscript import MOST_LINES, MOST_PARAGRAPHS, Line, SetParagraph, refuse_endless
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.html.draft import Draft
    from carveout.agreement.progress import Course

_ENDS = re.compile(r"[.:;?!][\"”’')\]]{0,3}$")
_SENTENCE = 60
"""Characters that a paragraph has at least whose sentence goes on overleaf with a capital."""


def joined(drafts: Sequence[tuple[Draft, int | None]], course: Course) -> tuple[list[Line], list[SetParagraph]]:
    """Return the lines and paragraphs of drafts on their pages. Takes a stage of `course`.

    Raises NotReadableError for too many.
    """
    refuse_endless(len(drafts), MOST_PARAGRAPHS, "paragraphs")
    lines: list[Line] = []
    paragraphs: list[SetParagraph] = []
    above: tuple[Draft, int | None] | None = None
    for draft, page in course.over(drafts, len(drafts)):
        first = len(lines)
        lines.append(Line(" " * draft.indent + draft.lines[0], None, page))
        if len(draft.lines) > 1:
            margin = " " * draft.hang
            lines += [Line(margin + line, None, page) for line in draft.lines[1:]]
        if above is not None and above[1] != page and _goes_on(above[0], draft):
            last = paragraphs[-1]
            paragraphs[-1] = SetParagraph(last.first, len(lines), last.style, last.lead, last.level)
        else:
            paragraphs.append(SetParagraph(first, len(lines), draft.style, draft.lead, draft.level))
        above = (draft, page)
    refuse_endless(len(lines), MOST_LINES, "lines")
    return lines, paragraphs


def _goes_on(above: Draft, below: Draft) -> bool:
    """Tell whether a sentence goes on from the foot of one page to the top of the next."""
    if above.style is not ParagraphStyle.BODY or below.style is not ParagraphStyle.BODY:
        return False
    last, first = above.lines[-1], below.lines[0]
    if _ENDS.search(last[-8:]) or above.level or below.level:
        return False
    if parse(first) is not None and not first[0].islower():
        return False
    if first[0].islower():
        return True
    return len(last) >= _SENTENCE and not below.lead and not is_caption(last) and not is_caption(first)
