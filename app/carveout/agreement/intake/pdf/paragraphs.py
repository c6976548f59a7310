"""The paragraphs of a PDF, told by where its lines stand, in points.

The same questions are asked as of text (`layout/paragraphs`), but what letters of different widths leave over on a
line can only be told in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.contents import entries, is_contents
from carveout.agreement.intake.pdf.look import goes_on, has_columns, is_labelled, is_note, is_rule, refers
from carveout.agreement.intake.pdf.setting import CLOSING, Setting, ends_sentence
from carveout.agreement.labels import numbering
from carveout.agreement.labels.captions import is_caption, run_in_heading
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from carveout.agreement.intake.pdf.rows import Row

_MOST_NOTES = 12
_FAR_SHORT = 16
"""Columns left over that say, in running text, that a line ended on purpose."""
_SHORT = 5
"""The same after a full stop."""
_TURNED = 8
"""Columns between two lines of which one may be aligned otherwise than the other."""
_INDENTED = 2
_NEAR = 8
"""Lines within which a list shows its second row."""
_SENTENCE = 40
"""Characters that a line has at least where a sentence on it goes on overleaf."""
_QUOTES = '"“'
_PROSE = 60
"""Characters of a line that is none of a table's."""
_HEADING = 6
"""Lines beyond which nothing is a heading."""


@dataclass(slots=True)
class Set:
    """The rows of a paragraph, and how it is set."""

    rows: list[Row]
    style: ParagraphStyle


def paragraphs(rows: Sequence[Row], settings: Mapping[tuple[int, int], Setting]) -> list[Set]:
    """Return the paragraphs of a document. Every row is in one of them, in order."""
    found: list[Set] = []
    for chunk in _chunks(rows, settings):
        setting = settings[chunk[0].page, chunk[0].column].own(chunk)
        for paragraph in _split(chunk, setting):
            above = next((one for one in _above(found) if _crosses(one, paragraph, settings)), None)
            if above is None:
                found.append(paragraph)
            else:
                above.rows += paragraph.rows
    return found


def _above(found: Sequence[Set]) -> Iterator[Set]:
    """Yield the paragraphs that the next one may go on: the last above the footnotes of its page, and the last."""
    for above in reversed(found[-_MOST_NOTES:]):
        if above.rows[-1].page != found[-1].rows[-1].page or not is_note(above.rows[0]):
            yield above
            break
    yield from found[-1:]


def _chunks(rows: Sequence[Row], settings: Mapping[tuple[int, int], Setting]) -> Iterator[list[Row]]:
    """Yield runs of rows without a blank or the end of a page between them."""
    chunk: list[Row] = []
    for row in rows:
        if chunk and settings[row.page, row.column].apart(chunk[-1], row):
            yield chunk
            chunk = []
        chunk.append(row)
    if chunk:
        yield chunk


def _split(chunk: list[Row], setting: Setting) -> Iterator[Set]:
    """Yield the paragraphs of a chunk: one as a rule, more where labels, headings or first lines part it."""
    if is_contents(chunk):
        yield from (Set(entry, ParagraphStyle.BODY) for entry in entries(chunk))
        return
    columns = [has_columns(row) for row in chunk]
    if _set_out(chunk, columns):
        yield Set(chunk, ParagraphStyle.FIXED)
        return
    listed = setting.mostly_meant(chunk)
    start = 0
    for at in range(1, len(chunk)):
        if _parts(chunk, start, at, setting, listed=listed):
            yield Set(chunk[start:at], _style(chunk[start:at], columns[start:at], setting))
            start = at
    yield Set(chunk[start:], _style(chunk[start:], columns[start:], setting))


def _set_out(rows: Sequence[Row], columns: Sequence[bool]) -> bool:
    """Tell whether rows are a table or a form, not running text with a blank to fill in."""
    even = 2 * sum(columns) - len(rows)
    return even > 0 or (
        even == 0 and all(column or len(row.text) < _PROSE for row, column in zip(rows, columns, strict=True))
    )


def _parts(chunk: Sequence[Row], start: int, at: int, setting: Setting, *, listed: bool) -> bool:
    """Tell whether a new paragraph begins at row `at` of a chunk whose current one began at `start`.

    `listed` says that most rows of the chunk end on purpose, so that such an end alone parts nothing.
    """
    before, row = chunk[at - 1], chunk[at]
    room = setting.spare(before, row)
    if room < 0 and goes_on(row):
        return False
    if is_rule(before) or is_rule(row):
        return True
    stopped = ends_sentence(before)
    step = (row.left - before.left) / setting.column
    if is_labelled(row) and not refers(before) and not before.hyphened:
        returned = abs(step) >= 1 and abs(row.left - chunk[start].left) < setting.column
        if room >= 0 or (stopped and (returned or step >= 1 or _opens_section(before, row))):
            return True
        if _opens_list(chunk, at, setting):
            return True
    turned = abs(step) >= _TURNED and setting.alignment(before) != setting.alignment(row)
    mark = numbering.parse(chunk[start].text) if at - start == 1 else None
    if mark is not None and mark.end >= len(chunk[start].text):
        return mark.word in numbering.ATTACHMENTS and (turned or len(chunk) <= 3)
    alone = at + 1 == len(chunk) or (chunk[at + 1].left - row.left) / setting.column <= -_INDENTED + 0.5
    indented = step >= _INDENTED and alone and stopped and not row.text[0].islower()
    if not setting.meant(before, row):
        return indented and at + 1 < len(chunk)
    if (
        turned
        or (stopped and row.text[0] in _QUOTES)
        or (mark is not None and _heads(chunk[start].text[mark.end :], row.text))
    ):
        return True
    return indented or (room >= (_SHORT if stopped else _FAR_SHORT) and not listed)


def _opens_section(before: Row, row: Row) -> bool:
    """Tell whether a row after a full stop bears the label of an article or section with its heading or first words."""
    mark = numbering.parse(row.text)
    if mark is None or not before.text.rstrip(CLOSING).endswith("."):
        return False
    rest = row.text[mark.end :].lstrip(" .:")
    if mark.stopped and rest[:1].isupper():
        return True
    if not (mark.word or "." in (mark.number or "")):
        return False
    return not rest or is_caption(rest) or run_in_heading(rest, 0, len(rest)) is not None


def _opens_list(chunk: Sequence[Row], at: int, setting: Setting) -> bool:
    """Tell whether a label after a colon is the first of several that stand at the start of their rows on purpose."""
    if not chunk[at - 1].text.endswith(":"):
        return False
    below = range(at + 1, min(len(chunk), at + _NEAR))
    return any(is_labelled(chunk[near]) and setting.spare(chunk[near - 1], chunk[near]) >= 0 for near in below)


def _heads(heading: str, after: str) -> bool:
    """Tell whether the words after a label are a heading over running text."""
    return is_caption(heading) and not is_caption(after)


def _style(rows: Sequence[Row], columns: Sequence[bool], setting: Setting) -> ParagraphStyle:
    if _set_out(rows, columns) and not (len(rows) == 1 and is_labelled(rows[0])):
        return ParagraphStyle.FIXED
    if setting.centred(rows):
        return ParagraphStyle.CENTERED
    mark = numbering.parse(rows[0].text)
    if len(rows) > 1 and (mark is None or mark.bullet) and setting.mostly_meant(rows):
        return ParagraphStyle.FIXED
    return ParagraphStyle.BODY


def _crosses(above: Set, below: Set, settings: Mapping[tuple[int, int], Setting]) -> bool:
    """Tell whether a sentence goes on from the foot of one page or column to the top of the next."""
    last, first = above.rows[-1], below.rows[0]
    if (last.page, last.column) == (first.page, first.column) or ends_sentence(last):
        return False
    if above.style is not ParagraphStyle.BODY or below.style is not ParagraphStyle.BODY:
        return False
    if last.hyphened:
        return True
    if len(above.rows) <= _HEADING and is_caption(_unlabelled(" ".join(row.text for row in above.rows))):
        return False
    if (len(above.rows) == 1 and len(last.text) < _SENTENCE) or is_caption(first.text):
        return False
    if numbering.parse(first.text) is not None:
        return refers(last)
    here, there = settings[last.page, last.column], settings[first.page, first.column]
    return first.text[0].islower() or abs(here.indent(last) - there.indent(first)) <= 1


def _unlabelled(text: str) -> str:
    mark = numbering.parse(text)
    return text[mark.end :] if mark else text
