"""Sources whose lines break anywhere: text made from web pages, where a blank line alone parts two paragraphs.

Their lines end in the middle of sentences with much room left, as no wrapped text does. So nothing is told from where a
line ends, and a paragraph that a page break cut in two goes on where a small letter begins the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import is_caption
from carveout.agreement.labels.numbering import parse
from carveout.agreement.layout.block import Block
from carveout.agreement.layout.columns import Cell
from carveout.agreement.layout.position import are_paragraphs, ends_sentence, has_columns, is_labelled, is_rule
from carveout.agreement.manuscript import MOST_PARAGRAPHS, refuse_endless
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.manuscript import Line
    from carveout.agreement.progress import Course

_WIDE = 250
"""Columns beyond which a line is no longer."""
_FEWEST = 10
"""Sentences that must go on from one line to the next before their breaks tell something."""
_ROOM = 16
"""Columns left on a line that the next word would have fitted in by far."""
_SHORT = 60
"""Columns of a line of an address, a list of names or a row of signatures."""
_SENTENCE = 40
"""Characters that a paragraph has at least which goes on after a page break."""


def is_ragged(lines: Sequence[Line]) -> bool:
    """Tell whether a third of the lines on which a sentence goes on ended though there was room.

    Where each line is a paragraph, the small letters that begin some of them are those of lists.
    """
    if are_paragraphs(lines):
        return False
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    reach = min(_WIDE, lengths[len(lengths) * 97 // 100]) if lengths else 0
    going = roomy = 0
    before: Line | None = None
    for line in lines:
        words = line.text.lstrip(" ")
        if before is not None and words and words[0].islower():
            going += 1
            roomy += reach - len(before.text) - 1 - len(words.split(" ", 1)[0]) >= _ROOM
        before = line if words else None
    return going >= _FEWEST and 3 * roomy >= going


def ragged_blocks(lines: Sequence[Line], course: Course) -> list[Block]:
    """Join the lines of such a source into blocks, in order. Takes one stage of `course`.

    Raises NotReadableError for too many.
    """
    found: list[Block] = []
    run: list[Line] = []
    for line in course.over([*lines, None], len(lines) + 1):
        if line is not None and not line.blank and not (run and _parts(run, line)):
            run.append(line)
            continue
        if run:
            _add(found, run)
            refuse_endless(len(found), MOST_PARAGRAPHS, "paragraphs")
        run = [line] if line is not None and not line.blank else []
    return found


def _parts(run: Sequence[Line], line: Line) -> bool:
    """Tell whether a line begins a paragraph though no blank line stands before it: a row of a list, or a rule."""
    if is_rule(line) or is_rule(run[-1]) or line.page != run[-1].page:
        return True
    return is_labelled(line) and ends_sentence(run[-1])


def _add(found: list[Block], run: Sequence[Line]) -> None:
    pieces = tuple(Cell(line, line.text.strip(" ")) for line in run)
    if _is_set_out(run):
        margin = min(line.indent for line in run)
        found.append(Block(tuple(Cell(line, line.text[margin:]) for line in run), ParagraphStyle.FIXED))
    elif found and _goes_on(found[-1], pieces[0].text):
        found[-1] = Block(found[-1].pieces + pieces, ParagraphStyle.BODY)
    else:
        found.append(Block(pieces, ParagraphStyle.BODY))


def _is_set_out(run: Sequence[Line]) -> bool:
    """Tell whether lines are a table, an address or a form, whose breaks were meant."""
    if 2 * sum(map(has_columns, run)) >= len(run):
        return True
    if len(run) < 3 or parse(run[0].text.lstrip(" ")) is not None:
        return False
    return all(len(line.text) <= _SHORT and not line.text.lstrip(" ")[0].islower() for line in run)


def _goes_on(above: Block, opening: str) -> bool:
    """Tell whether a sentence goes on from one paragraph to the next: a page break stood between them."""
    if above.style is not ParagraphStyle.BODY or not opening[0].islower() or parse(opening) is not None:
        return False
    last = above.pieces[-1]
    long = len(last.text) >= _SENTENCE or len(above.pieces) > 1
    return long and not ends_sentence(last.line) and not is_caption(above.text)
