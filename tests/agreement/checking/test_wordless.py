"""Pages without text are told, whatever else was found."""

from __future__ import annotations

from carveout.agreement.checking.wordless import wordless


def told(*pages: int) -> list[str]:
    return [finding.message for finding in wordless(pages)]


def test_a_document_with_text_on_every_page_says_nothing() -> None:
    assert told() == []


def test_one_page() -> None:
    assert told(3) == ["Page 3 holds no text that can be read, so nothing on it was: look at the source."]


def test_pages_that_follow_each_other_are_told_as_a_run() -> None:
    assert told(2, 5, 6, 7) == [
        "Pages 2, 5 to 7 hold no text that can be read, so nothing on them was: look at the source."
    ]
