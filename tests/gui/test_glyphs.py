from __future__ import annotations

from itertools import combinations

import pytest

from carveout.agreement.content import CarveoutKind
from carveout.gui.glyphs import Glyph, glyph_of_carveout, glyph_of_state, glyph_pixmap
from carveout.gui.theme import load_theme
from carveout.review.annotation import Severity
from carveout.review.mark import State


def shape(glyph: Glyph, theme: str) -> list[bool]:
    image = glyph_pixmap(glyph, 16, load_theme(theme)).toImage()
    return [image.pixelColor(x, y).alpha() > 128 for y in range(16) for x in range(16)]


@pytest.mark.usefixtures("qapp")
def test_every_shape_can_be_told_from_every_other_without_its_colour() -> None:
    shapes = {glyph: shape(glyph, "light") for glyph in Glyph}
    for one, other in combinations(Glyph, 2):
        assert sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True)) >= 6, (one, other)


@pytest.mark.usefixtures("qapp")
def test_a_theme_changes_the_colour_of_a_shape_and_not_the_shape() -> None:
    for glyph in Glyph:
        assert shape(glyph, "light") == shape(glyph, "dark")


@pytest.mark.usefixtures("qapp")
def test_a_shape_keeps_its_sharpness_on_a_dense_screen() -> None:
    pixmap = glyph_pixmap(Glyph.UNREAD, 14, load_theme("dark"), 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (28, 14)


def test_an_open_issue_says_more_than_the_state() -> None:
    assert glyph_of_state(State.CLEARED, Severity.HIGH) is Glyph.HIGH
    assert glyph_of_state(State.CLEARED, None) is Glyph.CLEARED


def test_only_a_carve_in_and_a_disclosure_have_shapes_of_their_own() -> None:
    assert {kind: glyph_of_carveout(kind) for kind in CarveoutKind} == {
        CarveoutKind.DEFINITION: Glyph.EXCEPTION,
        CarveoutKind.EXCEPTION: Glyph.EXCEPTION,
        CarveoutKind.PROVISO: Glyph.EXCEPTION,
        CarveoutKind.DISCLOSURE: Glyph.DISCLOSURE,
        CarveoutKind.INCLUSION: Glyph.INCLUSION,
    }
