"""Word's comments: each annotation and each reply, on its words, by whom and when, and what is resolved."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from docx import Document
from lxml import etree  # type: ignore[import-untyped]

from carveout.memo.papers.markup import fit
from carveout.memo.parts.passages import passage_of
from carveout.memo.word.whole_agreement import agreement_docx
from carveout.review.annotation import Status

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.review.review import Review

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def part(data: bytes, name: str) -> Any:  # noqa: ANN401  (lxml has no types)
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def commented(data: bytes) -> dict[str, str]:
    """Return the words between where each comment's range begins and ends, paragraphs parted by a line feed."""
    open_: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    for element in part(data, "word/document.xml").iter():
        match element.tag:
            case str() if element.tag == f"{W}commentRangeStart":
                open_[element.get(f"{W}id")] = []
            case str() if element.tag == f"{W}commentRangeEnd":
                closed[element.get(f"{W}id")] = "".join(open_.pop(element.get(f"{W}id"))).strip("\n")
            case str() if element.tag in {f"{W}t", f"{W}br", f"{W}p"}:
                for words in open_.values():
                    words.append(element.text or "" if element.tag == f"{W}t" else "\n")
            case _:
                pass
    assert not open_
    return closed


def test_every_annotation_and_reply_is_a_comment_by_its_author(discussed_memo: Memo, discussed: Review) -> None:
    comments = list(Document(io.BytesIO(agreement_docx(discussed_memo, discussed))).comments)
    assert len(comments) == len(discussed.annotations) + len(discussed.replies)
    said = {comment.text.split("\n", 1)[1]: comment for comment in comments if "\n" in comment.text}
    assert said["Defined where?"].author == "First reader"
    assert said["Defined where?"].initials == "Fr"
    assert said["Defined where?"].timestamp == discussed.annotations["a3"].at
    assert "No limit in time.\nFor Third reader; Due 24 December 2026; Tags: exposure, timing" in said
    assert "Close it.\nProposed wording:\nexcept for the Petition" in said
    reply = next(comment for comment in comments if comment.text == "Agreed.\nSix months?")
    assert (reply.author, reply.initials) == ("Second reader", "2R")


def test_a_comment_stands_on_the_very_words(discussed_memo: Memo, discussed: Review) -> None:
    found = commented(agreement_docx(discussed_memo, discussed))
    expected = []
    for note in discussed_memo.notes:
        words = passage_of(discussed_memo.reading, note).of(discussed_memo.reading.text)
        expected += [words] * (1 + sum(one.annotation == note.annotation.id for one in discussed.replies.values()))
    assert [found[str(number)] for number in range(len(found))] == expected


def test_every_comment_of_the_sample_stands_on_the_very_words(sample_memo: Memo, review: Review) -> None:
    found = commented(agreement_docx(sample_memo, review))
    assert len(found) == len(sample_memo.notes)
    for number, note in enumerate(sample_memo.notes):
        words = passage_of(sample_memo.reading, note).of(sample_memo.reading.text)
        assert found[str(number)].split() == words.split()


def test_replies_name_what_they_answer_and_resolved_is_done(discussed_memo: Memo, discussed: Review) -> None:
    data = agreement_docx(discussed_memo, discussed)
    ids = {one.get(f"{W}id"): one.findall(f"{W}p")[-1].get(f"{W14}paraId") for one in part(data, "word/comments.xml")}
    said = {
        one.get(f"{W15}paraId"): (one.get(f"{W15}paraIdParent"), one.get(f"{W15}done"))
        for one in part(data, "word/commentsExtended.xml")
    }
    assert set(ids.values()) == set(said)
    comments = {one.comment_id: one.text for one in Document(io.BytesIO(data)).comments}
    answers = {comments[int(number)]: said[name][0] for number, name in ids.items() if said[name][0]}
    parent = next(name for number, name in ids.items() if "No limit in time." in comments[int(number)])
    assert answers == {"Agreed.\nSix months?": parent, "=SUM(1, 2) is no formula.": parent}
    resolved = sum(one.status is Status.RESOLVED for one in discussed.annotations.values())
    assert sum(done == "1" for _, done in said.values()) == resolved == 1


def test_hostile_comments_are_read_back(hostile: tuple[Memo, Review]) -> None:
    memo, review = hostile
    comments = list(Document(io.BytesIO(agreement_docx(memo, review))).comments)
    assert len(comments) == 2 * len(memo.notes)
    for note, reply in zip(memo.notes, comments[1::2], strict=True):
        assert reply.text == fit(note.annotation.comment).replace("\r", "\n")
        assert reply.author == fit(note.annotation.author)
