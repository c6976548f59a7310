"""Rows of a table as lines of text, their cells in columns."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.intake.html.tables import Cell

_GAP = 4
"""Blanks between two columns."""
_WIDEST = 60
"""Characters of a cell beyond which it doesn't push the columns after it aside."""
_BEFORE = frozenset({"$", "€", "£", "¥", "US$", "C$", "A$", "HK$", "RMB", "(", "$("})
_AFTER = frozenset({")", "%", ")%", "%)", "x"})


def drawn(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the rows, a line each, or as many lines as stand beside each other in them."""
    set_lines = [line for row in rows for line in _lines(row)]
    widths: dict[int, int] = {}
    for line in set_lines:
        for column, text in line[:-1]:
            widths[column] = max(widths.get(column, 0), min(len(text), _WIDEST))
    at, starts = 0, {}
    for column in sorted({column for line in set_lines for column, _ in line}):
        starts[column] = at
        at += widths[column] + _GAP if column in widths else 0
    return [_drawn(line, starts) for line in set_lines]


def _drawn(line: Sequence[tuple[int, str]], starts: dict[int, int]) -> str:
    text = ""
    for column, words in line:
        text = text.ljust(starts[column])
        if text and not text.endswith(" " * _GAP):
            text = text.rstrip(" ") + " " * _GAP
        text += words
    return text


def _lines(row: Sequence[Cell]) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines of a row: cells of as many lines stand beside each other, the others are one line each."""
    cells = [(cell.column, [line for draft in cell.drafts for line in draft.lines if line.strip()]) for cell in row]
    counts = sorted((len(lines) for _, lines in cells), reverse=True)
    if counts and counts[0] > 1 and (len(counts) <= 2 or counts[0] == counts[1]):
        for beside in zip_longest(*(lines for _, lines in cells), fillvalue=""):
            found = [(column, text.strip()) for (column, _), text in zip(cells, beside, strict=True) if text]
            yield found
        return
    yield list(_signed([(column, " ".join(" ".join(lines).split())) for column, lines in cells]))


def _signed(cells: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield cells, a currency sign with its amount, and what closes an amount with it too."""
    held: tuple[int, str] | None = None
    for column, text in cells:
        if (held is not None and text in _AFTER) or (held is not None and held[1] in _BEFORE):
            held = (held[0], held[1] + text)
        else:
            if held is not None:
                yield held
            held = (column, text)
    if held is not None:
        yield held
