"""A memo of the small deal, and somebody with another program who marks it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from carveout.memo.memo import memo_of
from carveout.memo.returned.reading import Here, read_back
from carveout.memo.write import write
from carveout.review.returning import Told
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.returned import Returned
    from carveout.review.review import Review

NOW = dt.datetime(2026, 12, 24, 18, tzinfo=dt.UTC)
COLLEAGUE = "C. Meyer"
REPLY = Reply("r1", "a1", "For how long?", "Second reader", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))

Box: TypeAlias = tuple[float, float, float, float]


class Pen:
    """Marks a memo as another program does, and saves it."""

    def __init__(self, memo: Path, author: str = COLLEAGUE) -> None:
        self._memo = memo
        self._author = author
        self._minute = 0
        self.last = ""
        """The name of the annotation that was drawn last."""
        self.writer = PdfWriter(clone_from=memo)

    def named(self, name: str) -> tuple[int, Any]:
        """Return the page and the annotation of a name."""
        return next(
            (number, one.get_object())
            for number, page in enumerate(self.writer.pages)
            for one in page.get("/Annots", [])
            if one.get_object().get("/NM") == name
        )

    def boxes(self, words: str, *, last: bool = True) -> tuple[int, list[Box]]:
        """Return the page on which words stand, last or first, and a box for each line of them."""
        with closing(PdfDocument(self._memo)) as document:
            numbers = range(len(document))
            for number in reversed(numbers) if last else numbers:
                page = document[number].get_textpage()
                found = page.search(words).get_next()
                if found:
                    count = page.count_rects(*found)
                    return number, [page.get_rect(at) for at in range(count)]
        raise AssertionError(f"the memo has no {words!r}")

    def mark(
        self, kind: str, page: int, rect: Sequence[float], contents: str = "", **more: PdfObject
    ) -> IndirectObject:
        """Draw an annotation."""
        self._minute += 1
        self.last = f"{self._author}-{kind}-{page}-{self._minute}x"
        made = {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject(f"/{kind}"),
            "/Rect": ArrayObject(map(FloatObject, rect)),
            "/T": TextStringObject(self._author),
            "/Contents": TextStringObject(contents),
            "/M": TextStringObject(f"D:202612011{self._minute % 10}3000+01'00'"),
            "/NM": TextStringObject(self.last),
            "/F": NumberObject(4),
            **{f"/{key}": value for key, value in more.items()},
        }
        reference = self.writer._add_object(DictionaryObject({NameObject(k): v for k, v in made.items()}))
        on = self.writer.pages[page]
        on[NameObject("/Annots")] = ArrayObject([*on.get("/Annots", []), reference])
        return reference

    def words(
        self, kind: str, words: str, contents: str = "", *, last: bool = True, **more: PdfObject
    ) -> IndirectObject:
        """Mark words: highlight them, strike them out, underline them."""
        page, boxes = self.boxes(words, last=last)
        quads = [side for left, low, right, top in boxes for side in (left, top, right, top, left, low, right, low)]
        around = [f(box[i] for box in boxes) for i, f in enumerate((min, min, max, max))]
        return self.mark(kind, page, around, contents, QuadPoints=ArrayObject(map(FloatObject, quads)), **more)

    def answer(self, name: str, contents: str, **more: PdfObject) -> IndirectObject:
        """Reply to the annotation of a name."""
        page, parent = self.named(name)
        return self.mark(
            "Text", page, parent["/Rect"], contents, IRT=parent.indirect_reference, RT=NameObject("/R"), **more
        )

    def set(self, name: str, state: str) -> IndirectObject:
        """Set the state of the annotation of a name, as Acrobat does."""
        said = TextStringObject(state)
        return self.answer(name, f"{state} set", State=said, StateModel=TextStringObject("Review"))

    def saved(self) -> bytes:
        """Return the memo as it is now."""
        target = self._memo.with_name("marked.pdf")
        self.writer.write(target)
        return target.read_bytes()


NewPen: TypeAlias = Callable[..., Pen]
Back: TypeAlias = Callable[[bytes], "Returned"]


@pytest.fixture(scope="session")
def answered(review: Review) -> Review:
    """The review with a reply."""
    return replace(review, replies={REPLY.id: REPLY})


@pytest.fixture(scope="session")
def memo_file(memo: Memo, reading: Reading, answered: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The memo as it was sent."""
    target = tmp_path_factory.mktemp("memo") / "memo.pdf"
    write(memo_of(reading, answered, memo.heading), target)
    return target


@pytest.fixture
def pen(memo_file: Path, tmp_path: Path) -> Pen:
    """Somebody who marks it."""
    mine = tmp_path / "memo.pdf"
    mine.write_bytes(memo_file.read_bytes())
    return Pen(mine)


@pytest.fixture
def here(reading: Reading, answered: Review) -> Here:
    """The matter that the memo comes back to."""
    notes = {one.id: {one.comment} for one in answered.annotations.values()}
    return Here(reading, answered, Told(notes, {REPLY.id: {REPLY.comment}}))


@pytest.fixture
def back(here: Here) -> Back:
    """Read a memo back."""

    def back(content: bytes) -> Returned:
        return read_back(content, here, NOW)

    return back
