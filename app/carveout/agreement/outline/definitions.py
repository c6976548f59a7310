"""Definitions that bear no number: each paragraph that says what a word means is a clause of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.outline.tree import NUMBERED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.layout.canonical import Passage
    from carveout.agreement.outline.tree import Node, Tree

_LONGEST = 90
_SAYS = (
    r"(?:means?|meanings?|refers? to|includes?|denotes?|shall (?:mean|have|include|refer|be)|has|have"
    r"|(?:is|are) (?:defined|used))\b"
)
_QUOTED = re.compile(
    rf"(?:the (?:term|terms|expression|word|words|phrase) )?"
    rf"(?:[\"“”](?P<double>[^\"“”\n]{{1,{_LONGEST}}})[\"“”]|[‘'](?P<single>[^‘'\n]{{1,{_LONGEST}}}?)[’'](?!\w))"
    rf"(?:[^.;\n]{{0,80}}?\b{_SAYS}| ?[:=])",
    re.IGNORECASE,
)
_SET_APART = re.compile(rf"[ ,:]{{0,3}}(?:shall )?{_SAYS}|:")
_AHEAD = 40
"""Passages looked at for the number that goes on with an open list."""
_ASIDE = frozenset({ClauseKind.COVER, ClauseKind.SIGNATURE, ClauseKind.TERM})
_OPENING = frozenset({ClauseKind.PREAMBLE, ClauseKind.RECITAL})


def defined_in(text: str, passage: Passage) -> str | None:
    """Return the term that a paragraph opens by defining, None where it defines none.

    The term stands in quotation marks, or is set apart from the words that say what it means.
    """
    start, end = passage.span.start, passage.span.end
    match = _QUOTED.match(text, start, min(end, start + 4 * _LONGEST))
    if match is not None:
        return (match["double"] or match["single"]).strip(" ,.")
    lead = passage.block.lead
    if not 0 < lead <= _LONGEST or lead >= end - start or not text[start].isalpha():
        return None
    return text[start : start + lead].strip(" ,:") if _SET_APART.match(text, start + lead, end) else None


def place_of(tree: Tree, text: str, marks: Sequence[Mark | None], at: int) -> Node | None:
    """Return the open clause that a definition belongs to, None where it stands in no clause that could hold it.

    Beside the definition before it, below the row that it follows after a colon or that goes on after it, else below
    the section.
    """
    kinds = {node.kind for node in tree.open}
    if kinds & _ASIDE:
        return None
    if kinds & _OPENING:
        return tree.part
    within = _within_section(tree)
    beside = next((node for node in within if node.defines), None)
    if beside is not None:
        return beside.parent or tree.root
    if within and text[within[0].start : within[0].end].endswith(":"):
        return within[0]
    return _row_that_goes_on(tree, marks, at)


def _within_section(tree: Tree) -> list[Node]:
    """Return the open clauses up to the article or section that holds them, deepest first, none that run in."""
    found: list[Node] = []
    for node in tree.in_part():
        if not node.run_in:
            found.append(node)
        if node.kind in NUMBERED:
            break
    return found


def _row_that_goes_on(tree: Tree, marks: Sequence[Mark | None], at: int) -> Node | None:
    """Return the open row whose list the next number goes on with, else the section; None outside every clause."""
    after = next((mark for mark in marks[at + 1 : at + 1 + _AHEAD] if mark is not None and mark.counts), None)
    for node in tree.in_part():
        if node.kind in NUMBERED:
            return node
        if node.count is not None and after is not None and any(count.follows(node.count) for count in after.counts):
            return node
    return tree.part if tree.part is not tree.root else None
