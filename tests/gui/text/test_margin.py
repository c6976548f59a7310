from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF

from carveout.agreement.span import Span
from carveout.gui.text.gutters import gutters
from carveout.gui.text.margin import Margin
from carveout.gui.text.typography import Typography

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def test_each_paragraph_has_the_line_of_the_source_it_begins_on(reading: Reading) -> None:
    first, second = (paragraph.span.start for paragraph in reading.paragraphs[:2])
    assert Margin(reading).lines(Span(0, second + 1)) == [(first, "10"), (second, "20")]


def test_a_page_is_told_where_it_begins(reading: Reading) -> None:
    pages = Margin(reading).pages(Span(0, len(reading.text)))
    assert [page for _, page in pages] == ["p. 1", "p. 2", "p. 3"]
    assert pages[1][0] == reading.paragraphs[8].span.start


def test_a_source_without_pages_and_lines_has_a_bare_margin(reading: Reading) -> None:
    margin = Margin(replace(reading, places=()))
    assert margin.lines(Span(0, 1000)) == margin.pages(Span(0, 1000)) == []


@pytest.mark.usefixtures("qapp")
def test_the_margin_has_room_for_its_longest_numbers(reading: Reading) -> None:
    places = tuple(replace(place, line=1_234_567 + n, page=10_000 + n) for n, place in enumerate(reading.places))
    for magnification in (0.7, 1.0, 2.0):
        typography = Typography(magnification)
        edge = gutters(Margin(replace(reading, places=places)), typography)
        metrics = QFontMetricsF(typography.margin)
        line = metrics.horizontalAdvance("1234567")
        assert edge.pages + metrics.horizontalAdvance("p. 10000") < edge.lines - line
        assert edge.lines < edge.bar < edge.left
