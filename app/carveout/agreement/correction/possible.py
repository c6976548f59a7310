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


def written(clause: Clause) -> str:
    """Return a clause's label and heading as somebody would write them: `3.4 Taxes`."""
    return " ".join([*clause.label.split(), *(clause.heading or "").split()])


def named(clause: Clause, words: str) -> Change | None:
    """Return the change that gives a clause the label and heading that somebody wrote; None where it bears them.

    What was its label stays one, whatever it looks like; other words are a label where lawyers number so.
    """
    words = " ".join(words.split())[:LONGEST]
    if words == written(clause):
        return None
    printed = " ".join(clause.label.split())
    if printed and (words == printed or words.startswith(f"{printed} ")):
        label, number = clause.label, clause.number
        heading = words.removeprefix(printed)
    else:
        label, number = _label(words)
        heading = words.removeprefix(label)
    return Change(Act.RENAME, clause.start, label, number, plain_heading(heading) or None)


def _label(words: str) -> tuple[str, str | None]:
    """Return the label that words begin with, and its number: `Article 4.` and `4`, `3.4A` and `3.4A`."""
    mark = parse(words)
    if mark is None:
        return "", None
    rest = words[mark.end :].split(" ", 1)[0]
    if mark.number is None or not rest:
        return words[: mark.end].strip(), mark.number
    return words[: mark.end] + rest, mark.number + rest.rstrip(".:")


def _not_promoted(outline: Outline, clause: Clause) -> str | None:
    if clause.parent is None:
        return "It stands at the top already."
    above = outline[clause.parent]
    if above.kind in ATTACHMENTS and clause.kind not in ATTACHMENTS:
        return f"It stands at the top of {above.citation} already."
    return None
