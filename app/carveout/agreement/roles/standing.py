"""Where a remedy stands: in the clause whose words grant it, or in each item of the list that they lead into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.prose.sentences import sentence_end

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline
    from carveout.agreement.span import Span

_EVENT = re.compile(r"\s*(?:in the event|in case|if|when|whenever|upon|should|where|as soon as)\b", re.IGNORECASE)
_CUMULATIVE = re.compile(r"\band[,;]?\s*$")
_LISTED = frozenset({ClauseKind.ITEM, ClauseKind.SECTION})


def stands_at(text: str, outline: Outline, words: Span, *, alternatives: bool = False) -> tuple[int, ...]:
    """Return the clauses at which a remedy stands that these words grant, none where they stand in a heading.

    Words whose sentence leads into a list grant it in each item; with `alternatives` only where an "or" joins them, for
    what an "and" joins must all be there. Those that close a list run into their sentence ("if
    (i) …, or (ii) …, Seller shall notify") grant it in the clause that holds the list.
    """
    clause = outline.at(words.start)
    if clause is None or words.start < outline[clause].body_start:
        return ()
    listed = led_into(text, outline, clause, words)
    if (
        alternatives
        and len(listed) > 1
        and _CUMULATIVE.search(text, outline[listed[-2]].start, outline[listed[-1]].start)
    ):
        return (clause,)
    return listed or (_whole_of(text, outline, clause, words),)


def _whole_of(text: str, outline: Outline, clause: int, words: Span) -> int:
    """Return the clause whose list of events a sentence opens with, if its last item runs into these words."""
    above = outline[clause].parent
    if above is None or outline[clause].kind is not ClauseKind.ITEM:
        return clause
    start = sentence_start(text, words.start)
    if start < outline[clause].start and _EVENT.match(text, start) and outline.at(start) == above:
        return above
    if _EVENT.match(text, outline[above].body_start) and start <= outline[above].body_start:
        return above
    return clause


def led_into(text: str, outline: Outline, clause: int, words: Span) -> tuple[int, ...]:
    """Return the items of the list that the sentence of these words leads into, none where it leads into none.

    An item stands in a paragraph of its own, or right after a colon.
    """
    after = [child for child in outline.children(clause) if outline[child].start >= words.end]
    if not after or outline[after[0]].kind not in _LISTED:
        return ()
    first = outline[after[0]].start
    stop = sentence_end(text, words.end, first)
    if text[stop:first].strip():
        return ()
    own_line = "\n" in text[max(words.end, first - 2) : first]
    if not own_line and not text[words.end : first].rstrip().endswith(":"):
        return ()
    return tuple(child for child in after if outline[child].kind in _LISTED)
