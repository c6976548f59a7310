from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from carveout.gui.labels import ElidedLabel, PlainLabel, plain_tooltip, unmarked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MARKUP = "<b>Buyer</b> & <img src='/etc/passwd'>"


def test_a_label_shows_markup_as_the_letters_it_is(qtbot: QtBot) -> None:
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_a_tooltip_shows_markup_as_the_letters_it_is() -> None:
    assert plain_tooltip(MARKUP) == "<qt>&lt;b&gt;Buyer&lt;/b&gt; &amp; &lt;img src=&#x27;/etc/passwd&#x27;&gt;</qt>"
    assert plain_tooltip("") == ""


def test_no_ampersand_of_a_name_marks_a_key() -> None:
    assert unmarked("A & B\u202e") == "A && B⟦RLO⟧"


@pytest.fixture
def title(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel("Alpha / Beta Share Purchase Agreement")
    qtbot.addWidget(label)
    label.show()
    return label


def test_a_title_without_room_tells_the_rest_when_it_is_pointed_at(title: ElidedLabel) -> None:
    title.resize(title.sizeHint().width() + 20, 20)
    assert title.toolTip() == ""
    title.resize(120, 20)
    assert title.toolTip() == plain_tooltip("Alpha / Beta Share Purchase Agreement")
    assert title.text() == "Alpha / Beta Share Purchase Agreement"
    title.setText("Deed")
    assert title.toolTip() == ""


def test_a_title_never_asks_for_more_than_a_few_letters(title: ElidedLabel) -> None:
    title.setText("Agreement " * 500)
    assert title.minimumSizeHint().width() < 150
