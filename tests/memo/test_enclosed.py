"""The copy for programs that the memo encloses: shared notes alone, whole, and the same bytes each time."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carveout.memo.enclosed import shared_copy
from carveout.memo.memo import memo_of
from carveout.memo.returned.copy import digest
from carveout.memo.returned.names import NAME
from carveout.memo.write import write
from carveout.review.annotation import Visibility
from carveout.review.edits import Annotate
from carveout.review.record import edit_from_record
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfReader
    from tests.memo.conftest import Written

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

CANARY = "Nobody outside reads this."


def enclosed(reader: PdfReader) -> dict[str, Any]:
    """Return the copy that a memo encloses."""
    (data,) = reader.attachments[NAME]
    found: dict[str, Any] = json.loads(data)
    assert found["sha256"] == digest(found["copy"])
    assert (found["format"], found["version"]) == ("carveout-memo", 1)
    copy: dict[str, Any] = found["copy"]
    return copy


def shared(review: Review, *names: str) -> Review:
    """Return the review with some notes shared, and a reply to each note."""
    annotations = {
        name: replace(one, visibility=Visibility.SHARED, assignee="A partner", tags=("price",))
        if name in names
        else replace(one, comment=CANARY)
        for name, one in review.annotations.items()
    }
    replies = {
        f"r-{name}": Reply(f"r-{name}", name, "Yes." if name in names else CANARY, "Second reader", one.at)
        for name, one in annotations.items()
    }
    return replace(review, annotations=annotations, replies=replies)


def test_only_what_is_shared_is_enclosed_and_nothing_of_the_house(
    memo: Memo, reading: Reading, review: Review, written: Written
) -> None:
    copy = enclosed(written(memo_of(reading, shared(review, "a1", "a3"), memo.heading, head="f" * 64)))
    assert [one["id"] for one in copy["annotations"]] == ["a3", "a1"]
    assert [one["id"] for one in copy["replies"]] == ["r-a3", "r-a1"]
    assert CANARY not in json.dumps(copy)
    assert "A partner" not in json.dumps(copy)
    assert copy["head"] == "f" * 64


def test_no_word_of_an_internal_note_is_enclosed_whatever_is_shared(
    memo: Memo, reading: Reading, review: Review
) -> None:
    names, at_random = sorted(review.annotations), random.Random(5)
    for _ in range(200):
        chosen = [name for name in names if at_random.random() < at_random.random()]
        copy = shared_copy(memo_of(reading, shared(review, *chosen), memo.heading))
        assert CANARY not in json.dumps(copy)
        assert {one["id"] for one in copy["annotations"]} == set(chosen)  # type: ignore[attr-defined]


def test_a_note_comes_out_of_the_copy_as_it_went_in(
    memo: Memo, reading: Reading, review: Review, written: Written
) -> None:
    gone_in = shared(review, "a1").annotations["a1"]
    (record,) = enclosed(written(memo_of(reading, shared(review, "a1"), memo.heading)))["annotations"]
    came_out = edit_from_record({"annotate": "a1", "before": None, "after": record})
    assert came_out == Annotate("a1", None, replace(gone_in, assignee=""))


def test_the_copy_tells_where_each_word_of_the_agreement_is_printed(sample_memo: Memo, written: Written) -> None:
    text = sample_memo.reading.text
    printed = [False] * len(text)
    for page in enclosed(written(sample_memo))["pages"]:
        for *_, left, right, start, end in page["words"]:
            assert left <= right
            assert text[start:end].strip() == text[start:end]
            printed[start:end] = [True] * (end - start)
    principal = next(
        c for c in sample_memo.reading.outline if c.id == sample_memo.representations[0].representation.clause
    )
    missing = [at for at in range(principal.start, principal.end) if not printed[at] and not text[at].isspace()]
    assert not missing


def test_the_same_memo_encloses_the_same_bytes(memo: Memo, tmp_path: Path) -> None:
    for name in ("one.pdf", "other.pdf"):
        write(memo, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_viewers_are_told_that_the_copy_is_data(memo: Memo, written: Written) -> None:
    root = written(memo).trailer["/Root"]
    (file,) = root["/AF"]  # type: ignore[index]
    assert file.get_object()["/AFRelationship"] == "/Data"
    assert file.get_object()["/EF"]["/F"]["/Subtype"] == "/application/json"
