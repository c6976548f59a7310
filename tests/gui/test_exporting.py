from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from carveout.gui.exporting import Exporting

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 60_000


class Outcome:
    """Hears how an export goes."""

    def __init__(self, exporting: Exporting, qtbot: QtBot) -> None:
        self.heard: list[str] = []
        self.progress: list[tuple[int, int]] = []
        self.sentence = ""
        self.written: Path | None = None
        self._qtbot = qtbot
        exporting.began.connect(self.heard.append)
        exporting.ended.connect(self._on_ended)
        exporting.exported.connect(self._on_exported)
        exporting.failed.connect(self._on_failed)
        exporting.progressed.connect(self._on_progressed)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self.written is not None or bool(self.sentence), timeout=PATIENCE)

    def _on_ended(self) -> None:
        self.heard.append("ended")

    def _on_exported(self, target: Path) -> None:
        self.written = target

    def _on_failed(self, sentence: str) -> None:
        self.sentence = sentence

    def _on_progressed(self, done: int, total: int, _stage: str) -> None:
        self.progress.append((done, total))


@pytest.fixture
def exporting(qtbot: QtBot) -> Exporting:  # noqa: ARG001  (signals need the application)
    return Exporting()


@pytest.fixture
def outcome(exporting: Exporting, qtbot: QtBot) -> Outcome:
    return Outcome(exporting, qtbot)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_a_memo_is_written_with_progress(exporting: Exporting, outcome: Outcome, matter_file: Path, out: Path) -> None:
    exporting.export(matter_file, out / "memo.pdf")
    outcome.wait()
    assert outcome.written == out / "memo.pdf"
    assert (out / "memo.pdf").read_bytes().startswith(b"%PDF-")
    assert outcome.heard == ["Writing memo.pdf", "ended"]
    assert outcome.progress
    assert all(0 <= done <= total for done, total in outcome.progress)
    assert [path.name for path in out.iterdir()] == ["memo.pdf"]


def test_what_stands_at_the_target_stays_when_the_export_is_cancelled(
    exporting: Exporting, outcome: Outcome, matter_file: Path, out: Path, qtbot: QtBot
) -> None:
    target = out / "memo [final*].pdf"
    target.write_bytes(b"last week's")
    unfinished = target.with_name(f".{target.name}.00000000.tmp")
    with qtbot.waitSignal(exporting.progressed, timeout=PATIENCE):
        exporting.export(matter_file, target)
    unfinished.touch()  # as a child leaves it that is killed while it writes
    exporting.cancel()
    assert outcome.heard == ["Writing memo [final*].pdf", "ended"]
    assert (outcome.written, outcome.sentence) == (None, "")
    assert [path.read_bytes() for path in out.iterdir()] == [b"last week's"]


@pytest.mark.parametrize("target", ["nowhere/memo.pdf", "folder.pdf", f"{'x' * 300}.pdf"])
def test_a_target_that_will_not_do_is_told_in_a_sentence(
    exporting: Exporting, outcome: Outcome, matter_file: Path, out: Path, target: str
) -> None:
    (out / "folder.pdf").mkdir()
    exporting.export(matter_file, out / target)
    outcome.wait()
    assert outcome.sentence.endswith(".")
    assert ";" in outcome.sentence
    assert [path.name for path in out.iterdir()] == ["folder.pdf"]


def test_a_folder_that_may_not_be_written_to_is_told_in_a_sentence(
    exporting: Exporting, outcome: Outcome, matter_file: Path, out: Path
) -> None:
    out.chmod(0o500)
    if os.access(out, os.W_OK):
        pytest.skip("this user may write everywhere")
    exporting.export(matter_file, out / "memo.pdf")
    outcome.wait()
    assert "may not be written there" in outcome.sentence


def test_a_full_disk_leaves_no_part_of_a_memo(
    exporting: Exporting,
    outcome: Outcome,
    matter_file: Path,
    out: Path,
    full_disk: Callable[[], AbstractContextManager[None]],
) -> None:
    with full_disk():
        exporting.export(matter_file, out / "memo.pdf")
    outcome.wait()
    assert "no room" in outcome.sentence
    assert list(out.iterdir()) == []


def test_a_matter_that_is_gone_has_no_memo(
    exporting: Exporting, outcome: Outcome, matter_file: Path, out: Path
) -> None:
    matter_file.unlink()
    exporting.export(matter_file, out / "memo.pdf")
    outcome.wait()
    assert "“deal.carveout”" in outcome.sentence
    assert list(out.iterdir()) == []
