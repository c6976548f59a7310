"""Labels and headings: whether the layout says that a number begins a clause, and which words are its heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import is_caption, plain_heading, run_in_heading
from carveout.agreement.labels.numbering import CHAPTERS
from carveout.agreement.outline.promised import promised_end
from carveout.agreement.outline.tree import LISTED, PARTS
from carveout.agreement.outline.unnumbered import is_note
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.labels.numbering import Mark
    from carveout.agreement.layout.canonical import Passage
    from carveout.agreement.outline.tree import Node

_BESIDE = " .:-–—\n"
"""What may stand between a label and its heading."""
_OPENING = "\"“‘'([_"
_GAP = re.compile(r"[ .]{1,20}(?P<heading>[^ ](?:[^ ]| (?! )){0,80}[^ .]) {3,}(?=[^ ])")
"""A heading that a gap parts from the words after it."""
_POINTS = re.compile(r" ?(?:\(\w{1,5}\) ?){1,5}\d{0,2}[ .;,]{0,2}$")
"""Numbers in brackets with nothing after them: a place in an index of terms, not the label of a clause."""
_FEW = 14
"""Words that a heading by itself on a line may have though it isn't set like a title."""


def begins_clause(
    text: str, passage: Passage, mark: Mark, promised: Sequence[str], *, in_order: bool, goes_on: bool
) -> bool:
    """Tell whether a number at the start of a passage begins a clause, not a sentence that happens to start so.

    `promised` are the headings that a table of contents gives it. `in_order` says that it is the number expected
    next, which is evidence by itself; `goes_on` that the words before it end in the middle of a sentence. Words set
    right against a number (`1.2.25.1is material`) are evidence too: nobody writes a reference so.
    """
    start, end = passage.span.start + mark.end, passage.span.end
    if mark.decimal and _POINTS.match(text, start, end):
        return False
    if mark.decimal and text[start : start + 1].islower():
        return True
    start = _skip(text, start, end)
    if promised_end(text, start, end, promised) is not None:
        return True
    if goes_on and not in_order:
        return False
    if start >= end or is_caption(text[start:end]) or run_in_heading(text, start, end) is not None:
        return True
    if in_order and mark.word is None:
        return True
    opens = text[start].isupper() or text[start] in _OPENING or text[start].isdigit()
    if in_order or mark.stopped or (mark.word in CHAPTERS and _is_brief(text[start:end])):
        return opens
    return opens and mark.word is None and not text[start].isdigit()


def find_heading(
    text: str, passage: Passage, mark: Mark, node: Node, promised: Sequence[str], *, before_label: bool, leads: bool
) -> bool:
    """Set the heading that follows a clause's label on the same passage, and where its words begin.

    `promised` are the headings that a table of contents gives it. `before_label` says that the next passage bears a
    label too, so that a row of a list is no heading, unless it `leads` into a list of its own. Returns False where
    nothing follows the label: its heading may be the next passage.
    """
    end = passage.span.end
    node.body_start = start = _skip(text, passage.span.start + mark.end, end)
    if start >= end:
        return node.kind in LISTED
    rest = text[start:end]
    listed = node.kind in LISTED
    promise = None if listed else promised_end(text, start, end, promised)
    if promise is not None:
        stop = max(promise, (run_in_heading(text, start, end) or 0) if text[promise - 1].isalnum() else 0)
        node.heading, node.body_start = plain_heading(text[start:stop]), stop
        return True
    row = listed and (before_label or rest[-1] in ".;:") and not (leads and rest[-1] == ".")
    alone = is_caption(rest) and not row
    if not (alone or listed) and len(passage.block.pieces) == 1:
        alone = rest[0].isupper() and _is_brief(rest)
    if alone:
        node.heading, node.body_start = plain_heading(rest), end
        return True
    gap = _GAP.match(passage.block.pieces[0].text[mark.end :]) if passage.block.style is ParagraphStyle.BODY else None
    if gap is not None and not listed and is_caption(gap["heading"]) and rest.startswith(gap["heading"]):
        node.heading, node.body_start = plain_heading(gap["heading"]), start + len(gap["heading"])
    else:
        find_run_in_heading(text, node, end)
    return True


def find_run_in_heading(text: str, node: Node, end: int) -> None:
    """Set the heading that opens the running text of a clause, where one does."""
    start = _skip(text, node.body_start, end)
    stop = run_in_heading(text, start, end)
    if stop is not None:
        node.heading, node.body_start = plain_heading(text[start:stop]), stop


def is_remark(text: str, passage: Passage, node: Node) -> bool:
    """Tell whether a passage between an attachment's label and its title only remarks on it, in brackets."""
    words = passage.span.of(text)
    return node.kind in PARTS and is_note(words) and not is_caption(words)


def take_title(text: str, passage: Passage, node: Node) -> bool:
    """Set the passage after a label that stands alone as the clause's heading, where it is set like one."""
    if passage.block.style is ParagraphStyle.FIXED:
        return False
    words = passage.span.of(text)
    part = node.kind in PARTS
    apart = (
        passage.block.style is ParagraphStyle.CENTERED or passage.block.indent >= 4 or len(passage.block.pieces) == 1
    )
    if is_caption(words) and (not part or (apart and not words.endswith("."))):
        node.heading, node.body_start = plain_heading(words), passage.span.end
        return True
    if part:
        return False
    stop = run_in_heading(text, passage.span.start, passage.span.end)
    if stop is None:
        return False
    node.heading, node.body_start = plain_heading(text[passage.span.start : stop]), stop
    return True


def _is_brief(words: str) -> bool:
    """Tell whether words that stand alone are few enough for a heading, and no sentence."""
    return words[-1:] not in ".;:,?" and len(words.split(" ", _FEW)) <= _FEW


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _BESIDE:
        start += 1
    return start
