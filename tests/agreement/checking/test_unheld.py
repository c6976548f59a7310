"""Words outside every clause are told; remarks of the page are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.checking.unheld import unheld
from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.reading import Paragraph, ParagraphStyle
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def outlined(*spans: tuple[int, int]) -> Outline:
    return Outline(
        tuple(
            Clause(at, None, ClauseKind.SECTION, None, "", None, "", start, start, end)
            for at, (start, end) in enumerate(spans)
        )
    )


def told(text: str, outline: Outline) -> Sequence[str]:
    paragraphs, at = [], 0
    for words in text.split("\n\n"):
        paragraphs.append(Paragraph(Span(at, at + len(words)), ParagraphStyle.BODY))
        at += len(words) + 2
    return [finding.span.of(text) for finding in unheld(text, outline, paragraphs) if finding.span is not None]


def test_every_word_in_a_clause_is_silence() -> None:
    assert told("One.\n\nTwo.", outlined((0, 4), (6, 10))) == []


def test_neighbours_outside_every_clause_are_told_together() -> None:
    assert told("One.\n\nTwo.\n\nThree.\n\nFour.", outlined((0, 4), (20, 25))) == ["Two.\n\nThree."]


def test_words_after_the_last_clause_are_told() -> None:
    assert told("One.\n\nTwo.", outlined((0, 4))) == ["Two."]


def test_a_remark_in_brackets_is_left_in_peace() -> None:
    assert told("One.\n\n[Signature page follows]", outlined((0, 4))) == []
