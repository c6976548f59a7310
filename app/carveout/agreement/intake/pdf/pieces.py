"""The pieces of a page: words that stand together on one baseline."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median, mode
from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.drawn import RAISED, WORD, Drawn, Ruler, character_width, drawn_lines
from carveout.agreement.intake.pdf.raised import with_raised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.intake.pdf.page_text import PageText, Word

_READ_AS = str.maketrans(
    {
        "\u00ad": "-",
        "\u037e": ";",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
    }
)
_SPACES = (" ", "\u00a0")
_WIDE = 2.2
"""Characters of white space that part two pieces; the words of a justified line stand closer."""
_NEARLY = 1.8
"""Characters after a word of known length within which the next one begins, if the gap between them isn't wide."""
_FEW = 3
"""Wide gaps that a line can have though it isn't stretched."""
_STRETCHED = 3
"""Times the usual gap of a line that a gap must have to part it, where all its gaps are wide."""
_TELLING = 20
"""Characters of a piece that tells which face is usual."""
_FAR = 100_000
"""Points beyond which nothing stands on a page, and a place is none."""
_SAMPLE = 9
"""Such pieces that tell it."""
_BOLDER = 100
"""By how much the weight of bold words exceeds what is usual on the page."""


@dataclass(slots=True)
class Piece:
    """Words on one baseline without a wide gap between them, measured in points from the left and from the foot.

    `opening` is the width of the first word with the space after it, `width` that of a usual character of the page.
    `bold` counts the code points at the start that are heavier than is usual on the page. `hyphened` says that the
    page gave the last character as a hyphen, `spaced` whether white space was drawn before the piece, and after it.
    `start` and `end` delimit it in the text of the page.
    """

    left: float
    right: float
    baseline: float
    text: str
    opening: float
    width: float
    start: int
    end: int
    spaced: tuple[bool, bool]
    bold: int = 0
    hyphened: bool = False
    askew: bool = False


def pieces_of(page: PageText, ruler: Ruler) -> list[Piece]:
    """Return the pieces of a page, in the order in which it draws them."""
    lines = drawn_lines(page, ruler)
    width = character_width(lines)
    found = [piece for line in lines for piece in _cut(line, width, page, ruler)]
    _embolden(found, page)
    return with_raised(found, page)


def _cut(line: Drawn, width: float, page: PageText, ruler: Ruler) -> list[Piece]:
    """Return a line's pieces, parted where the gap between two words is wide, and where a word stands elsewhere."""
    words = line.words
    gaps, breaks = ({}, {}) if not words or line.askew else _ends(words, width, page, ruler)
    if len(gaps) >= _FEW and 2 * len(gaps) >= len(words) - 1:
        usual = median(words[at][2] - right for at, right in gaps.items())
        gaps = {at: right for at, right in gaps.items() if words[at][2] - right > _STRETCHED * usual}
    found = []
    if not (gaps or breaks):
        baseline = words[len(words) // 2][3] if words else line.baseline
        text = _with_raised(words, width) if words else line.text
        place = (line.left, max(line.left, line.right), baseline)
        found.append(_piece(place, text, line.opening, width, (line.start, line.end), page.text))
        found[0].askew = line.askew
    else:
        first = 0
        for end, right in [*sorted({**gaps, **breaks}.items()), (len(words), line.right)]:
            some = words[first:end]
            left = some[0][2]
            place = (left, max(left, right), some[len(some) // 2][3])
            opening = (some[1][2] if len(some) > 1 else right) - left
            span = (some[0][0], some[-1][0] + len(some[-1][1]))
            found.append(_piece(place, _with_raised(some, width), opening, width, span, page.text))
            first = end
    if line.hyphened:
        found[-1].hyphened = True
        found[-1].text += "-"
    return found


def _ends(
    words: Sequence[Word], width: float, page: PageText, ruler: Ruler
) -> tuple[dict[int, float], dict[int, float]]:
    """Return where the words end before which a gap is wide, and those before which a word stands elsewhere."""
    gaps: dict[int, float] = {}
    breaks: dict[int, float] = {}
    lengths = ruler.lengths
    near = _NEARLY * width
    for at, ((start, word, x, y), after) in enumerate(pairwise(words), 1):
        next_x, next_y = after[2], after[3]
        step = next_x - x
        length = lengths.get(word)
        if length is not None and 0 <= step <= length + near and abs(next_y - y) < width:
            continue
        right = page.far_corner(start + len(word) - 1)[0]
        if step < 0 or abs(next_y - y) >= width:
            breaks[at] = right
        else:
            lengths[word] = right - x
            if next_x - right > _WIDE * width:
                gaps[at] = right
    return gaps, breaks


def _piece(
    place: tuple[float, float, float], said: str, opening: float, width: float, span: tuple[int, int], text: str
) -> Piece:
    start, end = span
    left, right, baseline = place
    if not (-_FAR < left < _FAR and -_FAR < right < _FAR and -_FAR < baseline < _FAR):
        left = right = baseline = 0.0
    return Piece(
        left,
        right,
        baseline,
        said if said.isascii() else said.translate(_READ_AS),
        opening,
        width,
        start,
        end,
        (text[max(0, start - 1)] in _SPACES, text[end : end + 1] in _SPACES),
    )


def _with_raised(words: Sequence[Word], width: float) -> str:
    """Return words as they are read, the raised letters after a number with it."""
    written = [word[1] for word in words]
    if RAISED.isdisjoint(written):
        return " ".join(written)
    said = words[0][1]
    for before, word in pairwise(words):
        raised = word[1] in RAISED and before[1][-1].isdigit() and word[3] > before[3] + 0.2 * width
        said += word[1] if raised else " " + word[1]
    return said


def _embolden(pieces: Sequence[Piece], page: PageText) -> None:
    """Count the code points at the start of each piece that are set in a heavier face than is usual.

    Words that go on in the midst of a sentence open nothing, and aren't looked at.
    """
    opening = [piece for piece in pieces if not piece.text[0].islower()]
    telling = [piece for piece in pieces if len(piece.text) >= _TELLING][:_SAMPLE]
    ends = [page.weight(piece.end - 1) for piece in telling]
    bold = mode(ends or [page.weight(piece.start) for piece in opening] or [0]) + _BOLDER
    for piece in opening:
        if page.weight(piece.start) < bold:
            continue
        heavy = -1
        for word in WORD.finditer(page.text, piece.start, piece.end):
            if page.weight(word.start()) < bold:
                break
            heavy += word.end() - word.start() + 1
        else:
            heavy = len(piece.text)
        piece.bold = min(heavy, len(piece.text))
