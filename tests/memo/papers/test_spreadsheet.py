"""The workbook: read by another library, its rows counted, every text typed as text."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook  # type: ignore[import-untyped]

from carveout.memo.memo import memo_of
from carveout.memo.papers.listing import CARVEOUTS, COVERAGE, ISSUES
from carveout.memo.papers.markup import paired
from carveout.memo.papers.slicing import LONGEST, sliced
from carveout.memo.papers.spreadsheet import issues_xlsx
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo


CONTROL = re.compile("_x(00[01][0-9A-F])_")


def opened(memo: Memo, review: Review) -> Any:  # noqa: ANN401  (the library has no types)
    return load_workbook(io.BytesIO(issues_xlsx(memo, review)))


def column(sheet: Any, title: str) -> list[Any]:  # noqa: ANN401
    """Return what stands below a title; Excel writes control characters as `_x0001_`."""
    at = [cell.value for cell in sheet[1]].index(title) + 1
    values = (sheet.cell(row, at).value for row in range(2, sheet.max_row + 1))
    return [CONTROL.sub(lambda found: chr(int(found[1], 16)), one) if isinstance(one, str) else one for one in values]


def test_every_annotation_carveout_and_representation_has_a_row(sample_memo: Memo) -> None:
    book = opened(sample_memo, Review())
    assert book.sheetnames == ["Issues", "Carve-outs", "Coverage"]
    issues, carveouts, coverage = book.worksheets
    for sheet, header, count in (
        (issues, ISSUES, len(sample_memo.notes)),
        (carveouts, CARVEOUTS, len(sample_memo.reading.carveouts)),
        (coverage, COVERAGE, len(sample_memo.reading.representations)),
    ):
        assert tuple(cell.value for cell in sheet[1]) == header
        assert sheet.max_row == count + 1
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref.startswith("A1:")
    text = sample_memo.reading.text
    assert column(carveouts, "Words") == [one.carveout.span.of(text) for one in sample_memo.schedule]
    assert column(issues, "Quote") == [note.annotation.anchor.quote for note in sample_memo.notes]


def test_numbers_days_and_times_are_typed_as_such(discussed_memo: Memo, discussed: Review) -> None:
    sheet = opened(discussed_memo, discussed).worksheets[0]
    assert column(sheet, "No.") == [1, 2, 3, 4, 5]
    assert dt.datetime(2026, 12, 24) in column(sheet, "Due")  # noqa: DTZ001  (a spreadsheet's times have no zone)
    assert set(column(sheet, "Date (UTC)")) == {dt.datetime(2026, 11, 22, 13, 48, 5)}  # noqa: DTZ001
    assert any("Six months?\nFirst reader, 2026" in one for one in column(sheet, "Replies") if one)


def test_hostile_text_is_text_and_is_read_back(hostile: tuple[Memo, Review]) -> None:
    memo, review = hostile
    sheet = opened(memo, review).worksheets[0]
    assert [one or "" for one in column(sheet, "Note")] == [paired(note.annotation.comment) for note in memo.notes]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n", "d"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_a_day_before_spreadsheets_began_is_written_in_words(
    reading: Reading,
    discussed: Review,
    discussed_memo: Memo,
) -> None:
    issue = replace(discussed.annotations["a1"], due=dt.date(1666, 9, 2))
    memo = memo_of(reading, replace(discussed, annotations={"a1": issue}), discussed_memo.heading)
    assert column(opened(memo, discussed).worksheets[0], "Due") == ["1666-09-02"]


def test_a_text_longer_than_a_cell_stands_whole_on_a_sheet_of_its_own(discussed: Review, discussed_memo: Memo) -> None:
    long = "𠮷 =1+1 and so on. " * 5000
    issue = replace(discussed.annotations["a1"], comment=long)
    memo = memo_of(discussed_memo.reading, replace(discussed, annotations={"a1": issue}), discussed_memo.heading)
    book = opened(memo, discussed)
    assert re.search(r"… \(whole on the sheet “Long texts”\)$", column(book.worksheets[0], "Note")[0])
    slices = column(book["Long texts"], "Text")
    assert "".join(slices) == long
    assert all(len(one.encode("utf-16-le")) // 2 <= LONGEST for one in slices)


def test_slices_are_no_more_than_needed() -> None:
    assert sliced("a" * LONGEST) == ["a" * LONGEST]
    assert len(sliced("𠮷" * LONGEST)) == 3
    assert sliced("") == [""]


def test_the_same_review_gives_the_same_bytes(discussed_memo: Memo, discussed: Review) -> None:
    assert issues_xlsx(discussed_memo, discussed) == issues_xlsx(discussed_memo, discussed)
