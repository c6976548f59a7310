"""The example review: a copy of its own every time, with a review that a lawyer may have written."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from carveout.assets import RESOURCES
from carveout.gui.errand import NAME
from carveout.gui.example import example, source_of_example, write_example_into
from carveout.gui.folders import documents_folder
from carveout.review.annotation import AnnotationKind, Severity, Target, Visibility
from carveout.review.for_client import for_client
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk

PATIENCE = 30_000


@pytest.fixture
def written(tmp_path: Path, sample_reading: Reading) -> Path:
    """A matter of the sample with the example in it."""
    path = tmp_path / "example.carveout"
    create_matter(path, sample_reading, source_of_example().read_bytes()).close()
    write_example_into(path)
    return path


def test_the_example_has_what_a_review_is_made_of(written: Path) -> None:
    with open_matter(written) as matter:
        notes = list(matter.review.annotations.values())
        assert {note.kind for note in notes} == set(AnnotationKind)
        assert {note.anchor.target for note in notes} == set(Target)
        assert Severity.HIGH in {note.severity for note in notes}
        assert len(notes) >= 10
        assert {note.author for note in notes} == {example().reviewer}
        assert matter.review.marks
        assert len({decision.verdict for decision in matter.review.decisions.values()}) == 3
        assert all(note.proposed for note in notes if note.kind is AnnotationKind.PROPOSAL)


def test_the_client_s_memo_of_the_example_shows_every_kind_but_what_was_kept_internal(written: Path) -> None:
    with open_matter(written) as matter:
        notes = list(matter.review.annotations.values())
        shared = for_client(matter.reading, matter.review).annotations.values()
        assert {note.kind for note in shared} >= set(AnnotationKind) - {AnnotationKind.NOTE}
        assert {note.visibility for note in notes} == set(Visibility)
        assert {note.kind for note in notes if note.visibility is Visibility.INTERNAL} >= {AnnotationKind.NOTE}
        assert len(shared) >= 8


def test_every_entry_is_signed_in_the_log_by_the_example_s_reviewer(written: Path) -> None:
    with open_matter(written) as matter:
        assert {operation.author for operation in matter.operations} == {example().reviewer}


def test_it_is_opened_as_a_copy_and_nothing_shipped_is_changed(desk: Desk, qtbot: QtBot) -> None:
    before = shipped()
    for name in ("Example review", "Example review 2"):
        with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
            desk.window.menus.actions["open_example"].trigger()
        assert desk.session.matter is not None
        assert desk.session.matter.path == documents_folder() / f"{name}.carveout"
        assert len(desk.session.review.annotations) >= 10
        assert desk.window.notice.isVisible()
        assert name in desk.window.notice.text.text()
    assert shipped() == before


def test_what_was_opened_while_its_notes_were_written_stays_on_the_desk(
    desk: Desk, matter_file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.window.papers.opening.made, timeout=PATIENCE):
        desk.window.menus.actions["open_example"].trigger()
    desk.open(matter_file)
    for thread in [one for one in threading.enumerate() if one.name == NAME]:
        thread.join()
    QApplication.processEvents()
    assert desk.session.matter is not None
    assert desk.session.matter.path == matter_file
    with open_matter(documents_folder() / "Example review.carveout") as example_review:
        assert len(example_review.review.annotations) >= 10


def shipped() -> dict[str, str]:
    found = sorted((RESOURCES / "samples").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
