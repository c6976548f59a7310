"""What a matter holds from the start."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.read import read
from carveout.agreement.reading import Aside, AsideKind
from carveout.agreement.span import Span
from carveout.review.importing import IMPORTED
from carveout.store.creation import create
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"1. Sale. The Seller sells the shares.\n\n2. Price. The Buyer pays the price.\n"


def test_the_comments_of_the_document_are_notes_in_the_log_and_in_the_fold(tmp_path: Path) -> None:
    reading = replace(
        read(TEXT, "a.docx"),
        asides=tuple(
            Aside(AsideKind.COMMENT, Span(at, at + 3), f"Comment {at}\ud800", "A. Kim", "2024-05-05T10:00:00Z")
            for at in (4, 20, 50)
        ),
    )
    create(tmp_path / "a.carveout", reading, TEXT)
    with open_matter(tmp_path / "a.carveout") as matter:
        assert [note.author for note in matter.review.in_order()] == ["A. Kim"] * 3
        assert {operation.author for operation in matter.operations} == {IMPORTED}
        assert hashlib.sha256(matter.source()).hexdigest() == reading.source.sha256


def test_without_comments_the_log_is_empty(tmp_path: Path) -> None:
    create(tmp_path / "a.carveout", read(TEXT, "a.txt"), TEXT)
    with open_matter(tmp_path / "a.carveout") as matter:
        assert matter.operations == ()
