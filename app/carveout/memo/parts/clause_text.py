"""Setting the paragraphs of the agreement: headings, running text indented by depth, and tables."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.reading import ParagraphStyle
from carveout.agreement.span import Span
from carveout.memo.typesetting.pages import LEFT, RIGHT
from carveout.memo.typesetting.rows import gap, glued, rows_of
from carveout.memo.typesetting.style import CLAUSE_HEADING, CLAUSE_TEXT, FIXED_TEXT, Face, Style
from carveout.memo.typesetting.tabular import WIDEST, tabulated
from carveout.memo.typesetting.text import Block, Line, together
from carveout.memo.typesetting.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Paragraph
    from carveout.memo.parts.composer import Composer
    from carveout.memo.parts.passages import Passages
    from carveout.memo.typesetting.rows import Row
    from carveout.memo.typesetting.text import Run

TEXT_X = LEFT + 50
_STEP = 16.0
_DEEPEST = 6
_HANG = 22.0
_LONGEST_LABEL = 8
_WIDEST_LABEL = 80.0
_WHOLE = 14
"""The lines that a block with columns may have, a signature for one, before it is broken across pages."""
_RUN_IN = Style(Face.SEMIBOLD, CLAUSE_TEXT.size, CLAUSE_TEXT.leading)
_INDENTED = {ClauseKind.ITEM, ClauseKind.SECTION, ClauseKind.TERM}
_CENTRED = {
    ClauseKind.COVER,
    ClauseKind.EXHIBIT,
    ClauseKind.SCHEDULE,
    ClauseKind.ANNEX,
    ClauseKind.APPENDIX,
    ClauseKind.RECITAL,
    ClauseKind.CHAPTER,
}


def paragraph_rows(composer: Composer, passages: Passages, paragraph: Paragraph) -> Iterator[Row]:
    """Yield a paragraph of the source as it stood: heading, centred line, table or running text."""
    clause = _beginning(composer, paragraph)
    if clause is not None and paragraph.span.end <= clause.body_start:
        centred = clause.kind in _CENTRED
        yield gap(12 if centred else 9)
        yield from _kept(
            _centred(composer, passages, paragraph) if centred else _heading(composer, passages, paragraph)
        )
        return
    match paragraph.style:
        case ParagraphStyle.FIXED:
            yield gap(4)
            yield from _fixed(composer, passages, paragraph.span)
        case ParagraphStyle.CENTERED if clause is None or clause.kind in _CENTRED:
            yield gap(6)
            yield from _kept(_centred(composer, passages, paragraph))
        case ParagraphStyle.HEADING:
            yield gap(9)
            yield from _kept(_heading(composer, passages, paragraph))
        case ParagraphStyle.BODY | ParagraphStyle.CENTERED:
            yield gap(4)
            yield from _running(composer, passages, paragraph.span, clause)


def _beginning(composer: Composer, paragraph: Paragraph) -> Clause | None:
    """Return the clause whose label or heading the paragraph begins with or goes on with, if it does."""
    outline = composer.memo.reading.outline
    found = outline.at(paragraph.span.start)
    if found is None or paragraph.span.start >= outline[found].body_start:
        return None
    return outline[found]


def _kept(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        row.keep = True
        yield row


def _centred(composer: Composer, passages: Passages, paragraph: Paragraph) -> Iterator[Row]:
    width = RIGHT - TEXT_X
    lines = together(wrapped(composer.glyphs, passages.runs(paragraph.span, CLAUSE_HEADING), width), Block("H3"))
    centred = (line.shifted(TEXT_X + (width - line.width) / 2) for line in lines)
    return rows_of(centred, CLAUSE_HEADING.leading, CLAUSE_HEADING.size)


def _heading(composer: Composer, passages: Passages, paragraph: Paragraph) -> Iterator[Row]:
    x = TEXT_X + _STEP * _depth(composer, composer.memo.reading.outline.at(paragraph.span.start))
    runs = passages.runs(paragraph.span, CLAUSE_HEADING)
    lines = together(wrapped(composer.glyphs, runs, RIGHT - x, x), Block("H4"))
    return rows_of(lines, CLAUSE_HEADING.leading, CLAUSE_HEADING.size)


def _running(composer: Composer, passages: Passages, span: Span, clause: Clause | None) -> Iterator[Row]:
    """Yield running text, indented by depth, with the label of an item hanging to its left.

    `clause` is the one that begins here; a heading that runs in is set as one.
    """
    glyphs, style = composer.glyphs, CLAUSE_TEXT
    x = TEXT_X + _STEP * _depth(composer, composer.memo.reading.outline.at(span.start))
    label = _label(clause, span)
    block = Block()
    labelled = [] if label is None else list(wrapped(glyphs, passages.runs(label, style), _WIDEST_LABEL))
    if label is not None and len(labelled) == 1:
        hang = max(_HANG, labelled[0].width + 5)
        lines = wrapped(glyphs, passages.runs(Span(label.end, span.end), style), RIGHT - x - hang, x + hang)
        rows = rows_of(together(lines, block), style.leading, style.size)
        labelled[0].block = block
        yield from glued(_with_label(rows, labelled[0].shifted(x), style))
        return
    head = span.start if clause is None else min(span.end, clause.body_start)
    runs = chain(passages.runs(Span(span.start, head), _RUN_IN), passages.runs(Span(head, span.end), style))
    lines = together(wrapped(glyphs, runs, RIGHT - x, x), block)
    yield from glued(rows_of(lines, style.leading, style.size))


def _with_label(rows: Iterator[Row], label: Line, style: Style) -> Iterator[Row]:
    first = next(rows, None) or next(rows_of([Line([])], style.leading, style.size))
    first.lines.insert(0, label)
    yield first
    yield from rows


def _label(clause: Clause | None, span: Span) -> Span | None:
    """Return where the label of an item stands at the start of its paragraph."""
    if clause is None or clause.kind is not ClauseKind.ITEM or clause.start != span.start:
        return None
    if not clause.label or len(clause.label) > _LONGEST_LABEL:
        return None
    return Span(span.start, min(span.end, span.start + len(clause.label)))


def _depth(composer: Composer, clause: int | None) -> int:
    """Count how deep a clause is indented: sections below their article, items below their section."""
    if clause is None:
        return 0
    outline = composer.memo.reading.outline
    chain = (clause, *outline.ancestors(clause))
    return min(sum([outline[a].kind in _INDENTED for a in chain]), _DEEPEST)


def _fixed(composer: Composer, passages: Passages, span: Span) -> Iterator[Row]:
    """Yield lines whose breaks and columns stay."""
    text = span.of(composer.memo.reading.text)
    columns = max((len(line) for line in text.split("\n")), default=0)
    if columns > WIDEST:
        yield from _running(composer, passages, span, None)
        return
    lines = together(tabulated(composer.glyphs, _source_lines(passages, span), RIGHT - TEXT_X, columns), Block())
    yield from glued(
        rows_of((line.shifted(TEXT_X) for line in lines), FIXED_TEXT.leading, FIXED_TEXT.size), whole=_WHOLE
    )


def _source_lines(passages: Passages, span: Span) -> Iterator[list[Run]]:
    """Yield the runs of each line of the source."""
    text = passages.reading.text
    start = span.start
    while start <= span.end:
        found = text.find("\n", start, span.end)
        end = span.end if found < 0 else found
        if text[start:end].strip():
            yield list(passages.runs(Span(start, end), FIXED_TEXT))
        start = end + 1
