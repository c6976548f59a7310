"""The agreement's own words: every one of them, in order, with its clause's place in the source beside it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from carveout.memo.annexed import annexed_by
from carveout.memo.parts.clause_text import paragraph_rows
from carveout.memo.parts.composer import Composer
from carveout.memo.parts.margin import Margin
from carveout.memo.parts.passages import Passages, passages_of
from carveout.memo.typesetting.glyphs import Glyphs

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.memo.typesetting.rows import Row


@pytest.fixture(scope="module")
def composer(sample_memo: Memo) -> Composer:
    """A composer for the sample's memo."""
    return Composer(sample_memo, annexed_by(sample_memo), Glyphs())


@pytest.fixture(scope="module")
def passages(sample_memo: Memo) -> Passages:
    """Everything that begins or ends in the sample."""
    return passages_of(sample_memo)


@pytest.fixture(scope="module")
def rows(composer: Composer, passages: Passages) -> list[Row]:
    """The annotated agreement's rows, with their margin."""
    margin = Margin(composer, passages)
    each = (margin.noted(p.span, paragraph_rows(composer, passages, p)) for p in composer.annexed.paragraphs)
    return list(chain.from_iterable(each))


def test_every_word_is_set_in_order(composer: Composer, passages: Passages) -> None:
    for paragraph in composer.annexed.paragraphs:
        rows = paragraph_rows(composer, passages, paragraph)
        fragments = (fragment for row in rows for line in row.lines for fragment in line.fragments)
        words = "".join(fragment.text for fragment in fragments if fragment.run.at is not None)
        assert "".join(words.split()) == "".join(paragraph.span.of(composer.memo.reading.text).split())


def test_the_principal_agreement_is_annexed_whole(composer: Composer) -> None:
    outline = composer.memo.reading.outline
    principal = next(clause for clause in outline if clause.citation == "Exhibit 1")
    inside = [p for p in composer.memo.reading.paragraphs if principal.span.holds(p.span)]
    assert inside
    assert set(inside) <= set(composer.annexed.paragraphs)
    assert not composer.annexed.prints(outline[0].start)


def test_every_clause_note_and_carveout_that_is_printed_can_be_led_to(composer: Composer, rows: list[Row]) -> None:
    places = [name for row in rows for name in row.places]
    assert len(places) == len(set(places))
    expected = {f"passage-{note.number}" for note in composer.memo.notes}
    expected |= {
        f"clause-{clause.id}" for clause in composer.memo.reading.outline if composer.annexed.prints(clause.start)
    }
    assert expected <= set(places)


def test_the_margin_names_each_page_once_and_its_lines_upwards(rows: list[Row]) -> None:
    labels = [
        "".join(fragment.text for fragment in line.fragments)
        for row in rows
        for line in row.lines
        if line.fragments and line.fragments[0].run.style.size < 6.5 and line.fragments[0].run.link is None
    ]
    pages = [int(label.removeprefix("p. ")) for label in labels if label.startswith("p. ")]
    lines = [int(label) for label in labels if not label.startswith("p. ")]
    assert pages == sorted(set(pages))
    assert 17 in pages
    assert lines == sorted(set(lines))
    assert 910 in lines
