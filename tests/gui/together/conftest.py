"""A matter on the desk, and a copy of it in which somebody else went on."""

from __future__ import annotations

import datetime as dt
import shutil
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from tests.gui.conftest import PATIENCE

from carveout.gui.together.sheets import ArrivalSheet
from carveout.review.anchoring import on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Severity
from carveout.review.edits import Annotate, MarkClause
from carveout.review.log import Role, sealed
from carveout.review.mark import Mark, State
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.review.edits import Edit
    from carveout.store.matter import Matter

    Bring: TypeAlias = Callable[[Path], None]

OTHER = "B. Sato"
ISSUE = "1" * 32
_NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def do(matter: Matter, edit: Edit, author: str = OTHER) -> None:
    """Append an edit by somebody."""
    at = dt.datetime.now(dt.UTC)
    matter.append(sealed(matter.head, id=uuid.uuid4().hex, at=at, author=author, role=Role.EDIT, of=None, edit=edit))


def revise(matter: Matter, words: str) -> None:
    """Have the other revise the issue."""
    before = matter.review.annotations[ISSUE]
    do(matter, Annotate(ISSUE, before, replace(before, comment=words)))


@pytest.fixture
def theirs(matter_file: Path) -> Path:
    """A copy of the matter in which the other revised the one issue of both, added one of her own and cleared 3.1."""
    with open_matter(matter_file) as matter:
        made = Annotation(
            ISSUE, AnnotationKind.ISSUE, on_clause(matter.reading, 9), "ours", "A. Reader", _NOON, Severity.HIGH
        )
        do(matter, Annotate(ISSUE, None, made), "A. Reader")
    path = matter_file.with_name("theirs.carveout")
    shutil.copyfile(matter_file, path)
    with open_matter(path) as copy:
        revise(copy, "as the other has it")
        made = replace(made, id="2" * 32, comment="hers alone", author=OTHER, anchor=on_clause(copy.reading, 13))
        do(copy, Annotate(made.id, None, made))
        do(copy, MarkClause(8, None, Mark(State.CLEARED, OTHER, _NOON)))
    return path


@pytest.fixture
def together_desk(desk: Desk, bring: Bring, theirs: Path, matter_file: Path) -> Desk:  # noqa: ARG001  (it is made first)
    """The window with the matter on it, in which the issue both have was revised here too."""
    desk.session.author = "A. Reader"
    bring(matter_file)
    desk.session.revise(ISSUE, comment="as it is here")
    return desk


@pytest.fixture
def shown(together_desk: Desk) -> Callable[[], ArrivalSheet]:
    """Return what finds the sheet that shows what would come."""
    return lambda: next(one for one in together_desk.window.findChildren(ArrivalSheet) if one.isVisible())


@pytest.fixture
def offer(together_desk: Desk, shown: Callable[[], ArrivalSheet], qtbot: QtBot) -> Callable[[Path], ArrivalSheet]:
    """Return what chooses a copy and returns the sheet that shows what it would bring."""

    def choose(path: Path) -> ArrivalSheet:
        taking_in = together_desk.window.together.taking_in
        with qtbot.waitSignal(taking_in.copies.read, timeout=PATIENCE):
            taking_in.offer(path)
        return shown()

    return choose


@pytest.fixture
def merge(offer: Callable[[Path], ArrivalSheet], press: Callable[[QWidget, str], None]) -> Callable[[Path], None]:
    """Return what chooses a copy and merges it."""
    return lambda path: press(offer(path), "Merge")
