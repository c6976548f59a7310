"""Which changes can be made where, and why others can't: what a menu needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act, Change
from carveout.agreement.correction.levels import DEEPEST
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.labels.captions import plain_heading
from carveout.agreement.labels.numbering import parse

if TYPE_CHECKING:
    from carveout.agreement.clause import Clause, Outline
    from carveout.agreement.reading import Reading

LONGEST = 400
"""Characters that a heading may have when it is written by hand."""


def refusal(outline: Outline, act: Act, clause: int) -> str | None:
    """Return why a clause can't be promoted, demoted or joined, in a sentence for a person; None where it can."""
    match act:
        case Act.PROMOTE:
            return _not_promoted(outline, outline[clause])
        case Act.DEMOTE if before(outline, clause) is None:
            return "No clause stands before it that it could go below."
        case Act.DEMOTE if outline.depth(clause) >= DEEPEST:
            return "It stands as deep as a clause can."
        case Act.JOIN if before(outline, clause) is None and outline[clause].parent is None:
            return "No clause stands before it."
    return None


def before(outline: Outline, clause: int) -> int | None:
    """Return the clause before this one below the same, None for the first."""
    siblings = outline.children(outline[clause].parent)
    position = siblings.index(clause)
    return siblings[position - 1] if position else None


def split_at(reading: Reading, offset: int) -> Change | None:
    """Return the split at the word around an offset; None where no clause can be split: in a label or a heading."""
    text = reading.text
    start = offset
    while 0 < start < len(text) and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while start < len(text) and text[start].isspace():
        start += 1
    holder = reading.outline.at(start) if start < len(text) else None
    if holder is None:
        return None
    clause = reading.outline[holder]
    return Change(Act.SPLIT, start) if clause.start < start >= clause.body_start else None


def named(clause: Clause, words: str) -> Change:
    """Return the change that gives a clause the label and the heading that somebody wrote: `3.4 Taxes`.

    What was its number stays one, whatever it looks like; other words are a number where lawyers number so.
    """
    words = " ".join(words.split())[:LONGEST]
    for label in (clause.label, clause.number or ""):
        if label and (words == label or words.startswith(f"{label} ")):
            heading = plain_heading(words.removeprefix(label))
            return Change(Act.RENAME, clause.start, clause.label, clause.number, heading or None)
    mark = parse(words)
    label = words[: mark.end].strip() if mark is not None else ""
    heading = plain_heading(words[len(label) :])
    number = mark.number if mark is not None else None
    return Change(Act.RENAME, clause.start, label, number, heading or None)


def _not_promoted(outline: Outline, clause: Clause) -> str | None:
    if clause.parent is None:
        return "It stands at the top already."
    above = outline[clause.parent]
    if above.kind in ATTACHMENTS and clause.kind not in ATTACHMENTS:
        return f"It stands at the top of {above.citation} already."
    return None
