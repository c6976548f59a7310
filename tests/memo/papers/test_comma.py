"""The issues as CSV: read back by any reader of RFC 4180, and no formula in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from carveout.memo.papers.comma import issues_csv
from carveout.memo.papers.listing import ISSUES
from carveout.memo.papers.markup import paired

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

REPLIES = (
    "Second reader, 2026-11-22 14:48: Agreed.\nSix months?\nFirst reader, 2026-11-22 15:48: =SUM(1, 2) is no formula."
)


def rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows by the names of their columns."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_it_begins_with_the_mark_that_spreadsheets_look_for(discussed_memo: Memo, discussed: Review) -> None:
    data = issues_csv(discussed_memo, discussed)
    assert data.startswith(b"\xef\xbb\xbfNo.,Section,")
    assert data.count(b"\r\n") == 1 + len(discussed_memo.notes)


def test_every_annotation_has_a_row_with_all_that_was_said(discussed_memo: Memo, discussed: Review) -> None:
    found = rows(issues_csv(discussed_memo, discussed))
    assert [int(row["No."]) for row in found] == [note.number for note in discussed_memo.notes]
    assert [row["Note"] for row in found] == [note.annotation.comment for note in discussed_memo.notes]
    issue = next(row for row in found if row["Note"] == "No limit in time.")
    assert dict(issue) == dict(
        zip(
            ISSUES,
            (
                *(issue["No."], "Section 3.2", "p. 1, l. 9", "Issue", "high", "open"),
                "except for effects of the Petition by Alpha, Inc. or related thereto",
                *("No limit in time.", "", "Third reader", "2026-12-24", "exposure, timing", "First reader"),
                "2026-11-22 13:48",
                REPLIES,
            ),
            strict=True,
        )
    )


def test_hostile_text_is_read_back_and_never_begins_a_formula(hostile: tuple[Memo, Review]) -> None:
    memo, review = hostile
    found = rows(issues_csv(memo, review))
    for note, row in zip(memo.notes, found, strict=True):
        cell, said = row["Note"], paired(note.annotation.comment)
        assert cell in {said, f"'{said}"}
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
