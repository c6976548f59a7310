"""The annotations by the W3C's model: every one, its words, its replies, and nothing of the machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from carveout.memo.papers.annotations import annotations_jsonld

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.review.review import Review


def items(memo: Memo, review: Review) -> list[dict[str, Any]]:
    """Return the annotations of the only page."""
    found: list[dict[str, Any]] = json.loads(annotations_jsonld(memo, review))["first"]["items"]
    return found


def test_it_is_a_collection_of_one_page(discussed_memo: Memo, discussed: Review) -> None:
    whole = json.loads(annotations_jsonld(discussed_memo, discussed))
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert whole["type"] == "AnnotationCollection"
    assert whole["total"] == len(whole["first"]["items"]) == len(discussed.annotations) + len(discussed.replies)
    assert whole["first"]["type"] == "AnnotationPage"
    assert whole["first"]["partOf"] == whole["id"]


def test_the_selectors_give_the_words_of_the_canonical_text(discussed_memo: Memo, discussed: Review) -> None:
    text = discussed_memo.reading.text
    for item in items(discussed_memo, discussed):
        if item["motivation"] == "replying":
            continue
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_replies_are_annotations_of_what_they_answer(discussed_memo: Memo, discussed: Review) -> None:
    found = items(discussed_memo, discussed)
    issue = next(item for item in found if item["motivation"] == "assessing" and item["severity"] == "high")
    replies = [item for item in found if item["motivation"] == "replying"]
    assert {reply["target"] for reply in replies} == {issue["id"]}
    assert [reply["body"][0]["value"] for reply in replies] == [
        "Agreed.\nSix months?",
        "=SUM(1, 2) is no formula.",
    ]
    assert [reply["creator"]["name"] for reply in replies] == ["Second reader", "First reader"]
    assert found.index(replies[0]) == found.index(issue) + 1


def test_states_and_tags_are_said(discussed_memo: Memo, discussed: Review) -> None:
    found = {item["body"][0]["value"]: item for item in items(discussed_memo, discussed)}
    issue = found["No limit in time."]
    assert (issue["status"], issue["assignee"], issue["due"]) == ("open", "Third reader", "2026-12-24")
    assert [body["value"] for body in issue["body"] if body["purpose"] == "tagging"] == ["exposure", "timing"]
    assert found["Settled."]["status"] == "resolved"
    assert found["Close it."]["motivation"] == "editing"
    assert [body["value"] for body in found["Close it."]["body"]] == ["Close it.", "except for the Petition"]
    assert found["Defined where?"]["motivation"] == "questioning"
    assert found["The filing says less."]["created"] == "2026-11-22T13:48:05Z"


def test_every_name_is_a_uuid_and_stays_the_same(discussed_memo: Memo, discussed: Review) -> None:
    found = items(discussed_memo, discussed)
    assert found == items(discussed_memo, discussed)
    names = [item["id"] for item in found]
    assert len(set(names)) == len(names)
    assert all(str(UUID(name)) == name.removeprefix("urn:uuid:") for name in names)


def test_hostile_text_is_read_back_to_the_letter(hostile: tuple[Memo, Review]) -> None:
    memo, review = hostile
    said = [
        [body["value"] for body in item["body"] if body["purpose"] == "commenting"]
        for item in items(memo, review)
        if item["motivation"] != "replying"
    ]
    assert said == [[note.annotation.comment] if note.annotation.comment else [] for note in memo.notes]
