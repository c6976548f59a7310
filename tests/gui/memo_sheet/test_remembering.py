"""How memos were asked for last is remembered, each matter's own beside what holds for all."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.gui.folders import letterhead_folder
from carveout.gui.memo_sheet.remembering import Asked, Remembering
from carveout.gui.settings import Settings
from carveout.memo.instructions import Audience, Instructions, Part

if TYPE_CHECKING:
    from pathlib import Path

ASKED = Instructions(
    Audience.CLIENT, frozenset({Part.ISSUES, Part.OPEN}), "Hartley", recipient="The Buyer", legend="Draft"
)


@pytest.fixture
def remembering(own_home: Path) -> Remembering:  # noqa: ARG001  (for its effect)
    """What was remembered on a machine on which nothing was handed in yet."""
    return Remembering(Settings())


def test_at_first_it_is_as_usual(remembering: Remembering) -> None:
    assert remembering.asked("one") == Asked(Instructions())


def test_a_matter_is_asked_for_as_it_was_last(remembering: Remembering, picture: Path) -> None:
    asked = replace(ASKED, logo=picture.read_bytes())
    assert remembering.keep("one", asked) == ""
    picture.unlink()
    assert Remembering(Settings()).asked("one") == Asked(asked)


def test_for_whom_and_to_whom_a_memo_went_is_of_its_matter_alone(remembering: Remembering) -> None:
    remembering.keep("one", ASKED)
    other = remembering.asked("other").instructions
    assert other == replace(ASKED, audience=Audience.FIRM, recipient="Deal team")


def test_for_whom_another_paper_was_holds_for_the_memo_too(remembering: Remembering) -> None:
    remembering.keep("one", ASKED)
    remembering.keep_audience("one", Audience.FIRM)
    assert remembering.asked("one").instructions == replace(ASKED, audience=Audience.FIRM)
    assert remembering.audience("one") is Audience.FIRM


@pytest.mark.parametrize("left", [None, b"", b"no picture"])
def test_a_logo_that_is_gone_or_no_picture_is_told(remembering: Remembering, picture: Path, left: bytes | None) -> None:
    remembering.keep("one", Instructions(logo=picture.read_bytes()))
    (kept,) = letterhead_folder().iterdir()
    if left is None:
        kept.unlink()
    else:
        kept.write_bytes(left)
    assert remembering.asked("one") == Asked(
        Instructions(),
        "The logo that was kept for every memo is gone, or can't be used any more: choose it again.",
    )


def test_no_logo_is_no_trouble_and_leaves_nothing(remembering: Remembering, picture: Path) -> None:
    remembering.keep("one", Instructions(logo=picture.read_bytes()))
    remembering.keep("one", Instructions())
    assert remembering.asked("one") == Asked(Instructions())
    assert not list(letterhead_folder().iterdir())


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_nobody_else_may_read_the_logo(remembering: Remembering, picture: Path) -> None:
    before = os.umask(0)
    try:
        remembering.keep("one", Instructions(logo=picture.read_bytes()))
    finally:
        os.umask(before)
    (kept,) = letterhead_folder().iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(letterhead_folder().stat().st_mode) == 0o700


def test_a_logo_that_could_not_be_kept_is_told_and_the_rest_is_kept(remembering: Remembering, picture: Path) -> None:
    letterhead_folder().parent.mkdir(parents=True, exist_ok=True)
    letterhead_folder().write_bytes(b"in the way")
    asked = replace(ASKED, logo=picture.read_bytes())
    assert remembering.keep("one", asked) == "The logo could not be kept for the next memo."
    assert remembering.asked("one") == Asked(ASKED)


@pytest.mark.parametrize("written", ["", "no record", "[]", '{"without": 3, "firm": [], "logo": "yes"}'])
def test_settings_that_make_no_sense_are_as_usual(remembering: Remembering, written: str) -> None:
    settings = Settings()
    settings.keep_asked(written)
    settings.keep_asked(written, "one")
    assert remembering.asked("one") == Asked(Instructions())
