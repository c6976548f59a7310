from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from carveout.gui.failure import Failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

WORDS = "the words of a contract"


@pytest.fixture
def failures(qtbot: QtBot, own_home: Path) -> Iterator[Failures]:  # noqa: ARG001  (for their effect)
    before = sys.excepthook
    made = Failures()
    made.install()
    yield made
    sys.excepthook = before


def fail(error: BaseException) -> None:
    """Let an error reach the top, as Qt does with one out of a slot."""
    with pytest.raises(type(error)) as raised:
        raise error
    sys.excepthook(raised.type, raised.value, raised.tb)


def test_a_failure_is_told_in_a_sentence_that_says_where_the_report_is(
    failures: Failures, own_home: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(failures.failed) as failed:
        fail(ValueError(WORDS))
    (log,) = own_home.rglob("failures.log")
    assert failed.args == [f"Something went wrong in Carveout. Everything saved is safe; a report is in “{log}”."]
    assert capsys.readouterr().err == f"carveout: ValueError; see {log}\n"


def test_a_report_holds_the_kind_and_the_places_and_no_word_of_a_document(failures: Failures, own_home: Path) -> None:
    fail(ValueError(WORDS))
    fail(KeyError(WORDS))
    (log,) = own_home.rglob("failures.log")
    first, second = log.read_text(encoding="utf-8").splitlines()
    assert "ValueError test_failure.py:" in first
    assert "KeyError test_failure.py:" in second
    assert WORDS not in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.parent.stat().st_mode) & 0o077 == 0
    assert failures.parent() is None


def test_an_interrupt_is_no_failure(failures: Failures, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(failures.failed):
        fail(KeyboardInterrupt())


def test_a_report_that_cannot_be_written_hides_nothing(failures: Failures, own_home: Path, qtbot: QtBot) -> None:
    (own_home / "Carveout").write_bytes(b"in the way")
    with qtbot.waitSignal(failures.failed) as failed:
        fail(ValueError(WORDS))
    assert failed.args == ["Something went wrong in Carveout. Everything saved is safe; a report is in “the terminal”."]
