from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from carveout.agreement.span import Span
from carveout.agreement.xray import PieceKind, XrayPiece, xray
from carveout.gui.text.expanded import expanded
from carveout.gui.text.peek import Peek
from carveout.gui.text.typography import Typography
from carveout.gui.text.xraying import Xraying

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane


@pytest.fixture
def peek(appearance: Appearance, open_pane: TextPane) -> Peek:
    return Peek(appearance, open_pane)


@pytest.fixture
def xraying(session: Session, place: Place, appearance: Appearance, open_pane: TextPane, peek: Peek) -> Xraying:
    return Xraying(session, place, appearance, open_pane, peek)


def shown(reading: Reading, citation: str, appearance: Appearance) -> QTextDocument:
    clause = next(c.id for c in reading.outline if c.citation == citation)
    return expanded(reading, xray(reading, clause), Typography(), appearance.theme)


def test_the_clause_is_shown_with_its_terms_expanded_in_brackets(
    xraying: Xraying, peek: Peek, place: Place, pointing: Reading
) -> None:
    place.go(next(c.id for c in pointing.outline if c.number == "2.1"))
    xraying.look()
    assert peek.isVisible()
    assert peek.title == "Section 2.1, Organization: x-ray"
    assert peek.words.toPlainText() == (
        "The Company is duly organized on the Closing Date [the third Business Day [any day on which banks are open]"
        " after the shares are paid for]."
    )


def test_plus_and_minus_go_deeper_and_less_deep_and_esc_closes(
    xraying: Xraying, peek: Peek, open_pane: TextPane, place: Place, pointing: Reading
) -> None:
    place.go(next(c.id for c in pointing.outline if c.number == "2.1"))
    xraying.look()
    QTest.keyClicks(peek.words, "-")
    assert "banks are open" not in peek.words.toPlainText()
    assert peek.told.startswith("Terms expanded 1 deep ·")
    QTest.keyClicks(peek.words, "+")
    assert "banks are open" in peek.words.toPlainText()
    QTest.keyClick(peek.words, Qt.Key.Key_Escape)
    assert not peek.isVisible()
    assert open_pane.sheet.hasFocus()


def test_it_takes_the_colours_that_the_window_puts_on(
    xraying: Xraying, peek: Peek, place: Place, pointing: Reading, appearance: Appearance
) -> None:
    place.go(next(c.id for c in pointing.outline if c.number == "2.1"))
    xraying.look()
    appearance.choose("dark")
    cursor = QTextCursor(peek.words.document())
    cursor.setPosition(1)
    assert cursor.charFormat().foreground().color().name() == appearance.theme.text


def test_the_same_key_closes_it(xraying: Xraying, peek: Peek, place: Place) -> None:
    place.go(1)
    xraying.look()
    xraying.look()
    assert not peek.isVisible()


def test_what_a_definition_leaves_out_is_struck_through_and_in_brackets(
    sample_reading: Reading, appearance: Appearance
) -> None:
    document = shown(sample_reading, "Section 3.8", appearance)
    words = document.toPlainText()
    assert "[not: provided, that such term does not include Crosswave Communications, Inc." in words
    cursor = QTextCursor(document)
    cursor.setPosition(words.index("provided, that such term") + 1)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(words.index("[not:") + 1)
    assert not cursor.charFormat().fontStrikeOut()
    assert words.count("[") == words.count("]")


def test_cycles_and_limits_are_told(pointing: Reading, appearance: Appearance) -> None:
    kinds = (PieceKind.OWN, PieceKind.TERM, PieceKind.CYCLE, PieceKind.LIMIT)
    depths = (0, 0, 1, 0)
    pieces = [
        XrayPiece(kind, f"{kind.value} ", Span(at, at + 1), depth, "Term")
        for at, (kind, depth) in enumerate(zip(kinds, depths, strict=True))
    ]
    words = expanded(pointing, pieces, Typography(), appearance.theme).toPlainText()
    assert "cycle  [↻ the same again]]" in words
    assert words.endswith("[not expanded from here on: this has grown too long]")


def test_paragraphs_of_the_clause_stay_paragraphs_and_its_words_stay_whole(
    sample_reading: Reading, appearance: Appearance
) -> None:
    clause = next(c for c in sample_reading.outline if c.citation == "Section 12.1")
    pieces = xray(sample_reading, clause.id, 0)
    words = expanded(sample_reading, pieces, Typography(), appearance.theme).toPlainText()
    body = sample_reading.text[clause.body_start : clause.end]
    assert words.replace("[not: ", "").replace("]", "").split() == body.split()
    assert len(words.split("\n")) > 1


def test_hostile_words_are_shown_as_they_are(pointing: Reading, appearance: Appearance) -> None:
    piece = XrayPiece(PieceKind.MEANING, "<img src=x> \u202e & so on", Span(0, 1), 1, "Term")
    words = expanded(pointing, [piece], Typography(), appearance.theme).toPlainText()
    assert words == " [<img src=x> ⟦RLO⟧ & so on]"
