from __future__ import annotations

from dataclasses import replace

from carveout.agreement.particulars import particulars
from carveout.agreement.read import read
from carveout.agreement.reading import Aside, AsideKind
from carveout.agreement.span import Span


def test_a_text_is_named_with_its_encoding() -> None:
    reading = read("The price is 5 €. “Agreed.”".encode("cp1252"), "a.txt")
    assert particulars(reading) == ("Plain text", "Windows-1252")


def test_comments_and_tracked_changes_are_counted_with_those_who_made_them() -> None:
    reading = read(b"The Seller sells.", "a.txt")
    spot = Span(0, 3)
    asides = (
        Aside(AsideKind.COMMENT, spot, "Why?", "A. Kim", None),
        Aside(AsideKind.INSERTION, spot, "The", "A. Kim", None),
        Aside(AsideKind.DELETION, Span(3, 3), "old", "B. Roe", None),
    )
    source = replace(reading.source, format="docx", encoding=None, pages=34)
    assert particulars(replace(reading, source=source, asides=asides)) == (
        "Word document",
        "34 pages",
        "1 comment",
        "2 tracked changes by 2 authors, read as final",
    )
    assert particulars(replace(reading, source=source, asides=asides[1:2]))[-1] == (
        "1 tracked change by 1 author, read as final"
    )
