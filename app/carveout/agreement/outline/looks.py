"""Headings without numbers, known by their look: set apart from the words around them, few words, like a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.labels.captions import is_caption
from carveout.agreement.labels.numbering import Word
from carveout.agreement.outline.tree import PARTS
from carveout.agreement.outline.unnumbered import is_note
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.layout.canonical import Passage
    from carveout.agreement.outline.tree import Tree

_LONGEST = 90
_SHORTEST = 4
_PROSE = 80
"""Characters that the words below a heading have at least."""
_MANY = 4
"""Numbers in a row that say that a document numbers its sections."""
_AHEAD = 200
"""Passages looked at for the number that goes on with an open list."""
_LISTED = frozenset({"1.", "I.", "A.", Word.SECTION, Word.ARTICLE})
_ANY = frozenset({"decimal", "article-2"})
_STOPPED = re.compile(r"[.;,?!]$|\d$|[_{}\[\]@]|\.\.")
"""What no such heading ends with or holds: a sentence, an entry of a table, a blank to fill in."""


def numbers_sections(marks: Sequence[Mark | None]) -> bool:
    """Tell whether a document numbers its sections, by several labels that count up in order."""
    expected: dict[str, int] = {}
    for mark in marks:
        for count in mark.counts if mark is not None else ():
            listed = count.family in _LISTED
            if (listed or count.family in _ANY) and (not listed or count.place == (expected.get(count.family, 1),)):
                expected[count.family] = expected.get(count.family, 1) + 1
                if expected[count.family] > _MANY:
                    return True
    return False


def is_heading(text: str, passages: Sequence[Passage], marks: Sequence[Mark | None], at: int) -> bool:
    """Tell whether a passage without a label is a heading over the words or the list after it."""
    if not _looks_so(text, passages[at]) or at + 1 >= len(passages) or passages[at + 1].value is not None:
        return False
    below = passages[at + 1]
    if below.block.style is not ParagraphStyle.BODY:
        return False
    return marks[at + 1] is not None or (len(below.span) >= _PROSE and not _looks_so(text, below))


def _looks_so(text: str, passage: Passage) -> bool:
    """Tell whether a passage is set apart as a whole, and worded like a title."""
    block = passage.block
    if len(passage.span) > _LONGEST or block.style is ParagraphStyle.FIXED or passage.value is not None:
        return False
    words = passage.span.of(text)
    title = words.rstrip(" :")
    if (
        len(title) < _SHORTEST
        or not title[0].isalpha()
        or not is_caption(title)
        or _STOPPED.search(title)
        or is_note(words)
        or "\n" in words
    ):
        return False
    apart = block.lead >= len(title) or block.style is ParagraphStyle.CENTERED or block.level is not None
    return apart or words.isupper()


def may_head(tree: Tree, marks: Sequence[Mark | None], at: int, *, numbered: bool) -> bool:
    """Tell whether a heading without a number can open a section here.

    Past the preamble, and in an agreement that numbers its sections only after the last of them: where the next number
    goes on with a list that is open, the heading stands inside that list.
    """
    part = tree.part
    begun = part.body or not part.holds.isdisjoint({ClauseKind.PREAMBLE, ClauseKind.RECITAL})
    if not begun or tree.nearest(ClauseKind.SIGNATURE) is not None or tree.in_filing:
        return False
    if not part.body:
        return not numbered
    after = next((mark for mark in marks[at + 1 : at + 1 + _AHEAD] if mark is not None and mark.counts), None)
    if after is None or after.word is not None or after.decimal:
        return after is None
    open_counts = [node.count for node in tree.open if node.count is not None and node.kind not in PARTS]
    return not any(count.follows(other) for count in after.counts for other in open_counts)
