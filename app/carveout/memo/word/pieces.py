"""WordprocessingML, piece by piece: runs, paragraphs, tables, fields and tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.memo.papers.markup import escaped, quoted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

WIDTH = 9070
"""The measure of a page, in twentieths of a point."""
_BREAKS = re.compile("([\n\r\t])")
_MARKUP = {"\n": "<w:br/>", "\r": "<w:br/>", "\t": "<w:tab/>"}
_LONGEST = 30_000
"""Code points of one element of text: parsers refuse one of some million."""
_LONGEST_NAME = 255


def run(text: str, style: str = "", *, bold: bool = False, struck: bool = False) -> str:
    """Return words in a character style, or in bold type; a line feed breaks the line."""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += "<w:b/>" if bold else ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{look}{_words(text, 'w:delText' if struck else 'w:t')}</w:r>"


def _words(text: str, element: str) -> str:
    return "".join(
        _MARKUP.get(part) or f'<{element} xml:space="preserve">{escaped(part)}</{element}>'
        for whole in _BREAKS.split(text)
        for part in (whole[at : at + _LONGEST] for at in range(0, len(whole), _LONGEST))
    )


def paragraph(style: str, *inline: str, look: str = "") -> str:
    """Return a paragraph in a style; `look` is what its properties have besides."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{"".join(inline)}</w:p>'


def prose(text: str, style: str) -> list[str]:
    """Return what somebody wrote, each of its lines as a paragraph; none where nothing was written."""
    return [paragraph(style, run(line)) for line in text.split("\n")] if text else []


def heading(level: int, title: str, place: str = "", number: int = 0) -> str:
    """Return a heading in Word's own style of a level; `place` is a bookmark on it, with the number of that."""
    return paragraph(f"Heading{level}", bookmarked(run(title), place, number) if place else run(title))


def bookmarked(inline: str, place: str, number: int) -> str:
    """Return content that links lead to by a name; no two places of a file share a number."""
    start = f'<w:bookmarkStart w:id="{number}" w:name={quoted(place)}/>'
    return f'{start}{inline}<w:bookmarkEnd w:id="{number}"/>'


def link(inline: str, place: str) -> str:
    """Return content that leads to a place in the file."""
    return f'<w:hyperlink w:anchor={quoted(place)} w:history="1">{inline}</w:hyperlink>'


def field(instruction: str, shown: str) -> str:
    """Return a field, and what it shows until Word has worked it out."""
    told = f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>'
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
    return f"{begin}<w:r>{told}</w:r>{middle}{run(shown)}{end}"


def tracked(words: str, number: int, by: str, at: dt.datetime, *, struck: bool) -> str:
    """Return words as a tracked change: inserted, or struck."""
    element = "w:del" if struck else "w:ins"
    return f'<{element} w:id="{number}" {made_by(by, at)}>{run(words, struck=struck)}</{element}>'


def made_by(by: str, at: dt.datetime) -> str:
    """Return the attributes that say who did something, and when in UTC."""
    return f"w:author={quoted(by[:_LONGEST_NAME])} w:date={quoted(moment(at))}"


def moment(at: dt.datetime) -> str:
    """Return a time as Word writes it, to the second."""
    return f"{at.replace(tzinfo=None, microsecond=0).isoformat()}Z"


def cell(*paragraphs: str) -> list[str]:
    """Return a table's cell of paragraphs; Word wants one at least."""
    return list(paragraphs) or [paragraph("TableText")]


def words(text: str, style: str = "TableText") -> list[str]:
    """Return a table's cell of what somebody wrote."""
    return cell(*prose(text, style))


def table(shares: Sequence[float], titles: Sequence[str], rows: Iterable[Sequence[Sequence[str]]]) -> str:
    """Return a table: the shares of its columns in the measure, their titles, repeated over the page, and its cells."""
    whole = sum(shares)
    widths = [round(WIDTH * share / whole) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(widths, [[paragraph("TableHead", run(title))] for title in titles], "<w:tblHeader/>")
    body = "".join(_row(widths, cells, '<w:cantSplit w:val="0"/>') for cells in rows)
    look = (
        f'<w:tblPr><w:tblStyle w:val="Carveout"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>{paragraph('TableEnd')}"


def _row(widths: Sequence[int], cells: Sequence[Sequence[str]], look: str) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'
        for width, paragraphs in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{look}</w:trPr>{made}</w:tr>"
