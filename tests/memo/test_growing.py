"""The first pages of a memo before the whole: each lot a PDF of its own, and the memo the same as without them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdf

from carveout.memo.growing import first_pages, print_growing
from carveout.memo.typesetting.glyphs import Glyphs
from carveout.memo.write import print_to

if TYPE_CHECKING:
    from carveout.memo.memo import Memo


def printed(memo: Memo) -> bytes:
    out = BytesIO()
    print_to(out, memo)
    return out.getvalue()


def test_a_lot_is_the_beginning_of_the_memo(sample_memo: Memo) -> None:
    first = pypdf.PdfReader(BytesIO(first_pages(sample_memo, Glyphs(), 4))).pages
    whole = pypdf.PdfReader(BytesIO(printed(sample_memo))).pages
    assert 4 <= len(first) < len(whole)
    for few, all_of_it in zip(list(first)[2:-1], list(whole)[2:], strict=False):
        assert few.extract_text() == all_of_it.extract_text().replace(f" of {len(whole)}", "")


def test_the_lots_come_before_a_memo_that_is_the_same(sample_memo: Memo) -> None:
    out = BytesIO()
    print_growing(out, sample_memo)
    out.seek(0)
    counts = []
    while (line := out.readline()).strip().isdigit():
        counts.append(len(pypdf.PdfReader(BytesIO(out.read(int(line)))).pages))
    assert counts == sorted(counts)
    assert counts
    assert line + out.read() == printed(sample_memo)


def test_a_short_memo_comes_at_once(memo: Memo) -> None:
    out = BytesIO()
    print_growing(out, memo)
    assert out.getvalue() == printed(memo)
