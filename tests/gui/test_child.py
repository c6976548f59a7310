from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from carveout.gui.child import Child, Patience, ourselves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 20_000
NO_ANSWER = "The work ended without a result. Try it again; if it ends so again, the file can't be handled here."


class Ears:
    """Hears everything that a run says, in order."""

    def __init__(self, child: Child) -> None:
        self.heard: list[tuple[object, ...]] = []
        child.progressed.connect(self._on_progressed)
        child.succeeded.connect(self._on_succeeded)
        child.failed.connect(self._on_failed)
        child.cancelled.connect(self._on_cancelled)

    @property
    def endings(self) -> list[tuple[object, ...]]:
        return [heard for heard in self.heard if heard[0] != "progressed"]

    def _on_progressed(self, done: int, total: int, stage: str) -> None:
        self.heard.append(("progressed", done, total, stage))

    def _on_succeeded(self, printed: bytes) -> None:
        self.heard.append(("succeeded", printed))

    def _on_failed(self, sentence: str) -> None:
        self.heard.append(("failed", sentence))

    def _on_cancelled(self) -> None:
        self.heard.append(("cancelled",))


@pytest.fixture
def run(qtbot: QtBot) -> Iterator[Callable[[str], Ears]]:
    """Run a Python program as a child to its end, and return what was heard of it."""
    children: list[Child] = []

    def run_program(program: str) -> Ears:
        child = Child([sys.executable, "-c", f"import os, sys\n{program}"])
        children.append(child)
        ears = Ears(child)
        child.start()
        qtbot.waitUntil(lambda: bool(ears.endings), timeout=PATIENCE)
        return ears

    yield run_program
    for child in children:
        child.deleteLater()


def test_what_a_run_prints_is_handed_over_whole(run: Callable[[str], Ears]) -> None:
    ears = run("sys.stdout.buffer.write(b'0123456789\\n' * 1_200_000)")
    assert ears.heard == [("succeeded", b"0123456789\n" * 1_200_000)]


def test_progress_is_told_on_the_way_also_where_nobody_knows_the_whole(run: Callable[[str], Ears]) -> None:
    ears = run("sys.stderr.write('progress 0 0 reading\\nprogress 1 2 writing the memo\\n')")
    assert ears.heard == [
        ("progressed", 0, 0, "reading"),
        ("progressed", 1, 2, "writing the memo"),
        ("succeeded", b""),
    ]


@pytest.mark.parametrize(
    "noise",
    [
        b"progress\n",
        b"progress 1\n",
        b"progress one two three\n",
        b"progress -1 5 reading\n",
        b"progress 99999999999999999999 1 reading\n",
        b"progress 1 2 \n",
        b"qt.qpa.plugin: Could not find a plugin\n",
        b"\n\n\r\n",
        b"\xff\xfe\x00\x1b[31m\n",
    ],
)
def test_noise_on_standard_error_is_no_progress_and_no_end(run: Callable[[str], Ears], noise: bytes) -> None:
    ears = run(f"sys.stderr.buffer.write({noise!r})\nsys.stderr.flush()\nprint('done')")
    assert ears.heard == [("succeeded", f"done{os.linesep}".encode())]


def test_noise_without_an_end_of_line_is_not_hoarded(run: Callable[[str], Ears]) -> None:
    ears = run(
        "sys.stderr.write('x' * 5_000_000)\nsys.stderr.write('\\ncarveout: It is empty.\\n')\n"
        "sys.stderr.flush()\nsys.exit(3)"
    )
    assert ears.heard == [("failed", "It is empty.")]


def test_a_refusal_is_its_one_sentence_whatever_else_was_said(run: Callable[[str], Ears]) -> None:
    ears = run(
        "sys.stderr.write('warning: old\\ncarveout: The file is empty.\\nwarning: late\\n')\n"
        "print('half a result')\nsys.exit(3)"
    )
    assert ears.heard == [("failed", "The file is empty.")]


@pytest.mark.parametrize(
    "end",
    [
        "sys.exit(3)",  # refused, and not said why
        "sys.exit(1)",
        "sys.stderr.write('carveout: a sentence for nobody\\n'); sys.exit(2)",
        "raise ValueError('the words of a contract')",
        "os.abort()",
    ],
)
def test_any_other_end_is_told_without_a_word_of_what_it_said(run: Callable[[str], Ears], end: str) -> None:
    assert run(end).heard == [("failed", NO_ANSWER)]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_run_that_the_system_killed_says_so(run: Callable[[str], Ears]) -> None:
    (ending,) = run("os.kill(os.getpid(), 9)").heard
    assert "most likely for want of memory" in str(ending[1])


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_run_that_took_longer_than_it_may_says_what_to_do(qtbot: QtBot) -> None:
    program = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass"
    child = Child([sys.executable, "-c", program], patience=Patience("It took too long."))
    ears = Ears(child)
    with qtbot.waitSignal(child.failed, timeout=PATIENCE):
        child.start()
    assert ears.heard == [("failed", "It took too long.")]


def test_where_a_run_cannot_hold_itself_to_a_limit_the_clock_ends_it(qtbot: QtBot) -> None:
    child = Child([sys.executable, "-c", "import time; time.sleep(600)"], patience=Patience("It took too long.", 1))
    ears = Ears(child)
    with qtbot.waitSignal(child.failed, timeout=PATIENCE):
        child.start()
    assert ears.heard == [("failed", "It took too long.")]


def test_a_run_is_fed_what_it_reads(qtbot: QtBot) -> None:
    child = Child([sys.executable, "-c", "import sys; print(len(sys.stdin.buffer.read()))"], fed=b"words " * 500_000)
    ears = Ears(child)
    with qtbot.waitSignal(child.succeeded, timeout=PATIENCE):
        child.start()
    assert ears.heard == [("succeeded", f"3000000{os.linesep}".encode())]


def test_a_program_that_is_not_there_fails_like_one_that_ends(qtbot: QtBot, tmp_path: Path) -> None:
    child = Child([str(tmp_path / "nothing"), "inspect"])
    ears = Ears(child)
    with qtbot.waitSignal(child.failed, timeout=PATIENCE, raising=False):
        child.start()
    assert ears.heard == [("failed", NO_ANSWER)]


def test_cancelling_kills_the_run_before_it_returns(qtbot: QtBot) -> None:
    program = "import os, sys, time\nprint('progress', os.getpid(), 0, 'pid', file=sys.stderr, flush=True)\n"
    child = Child([sys.executable, "-c", f"{program}time.sleep(600)"])
    ears = Ears(child)
    with qtbot.waitSignal(child.progressed, timeout=PATIENCE):
        child.start()
    (_, pid, _, _) = ears.heard[0]
    assert isinstance(pid, int)
    child.cancel()
    assert ears.endings == [("cancelled",)]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    child.cancel()
    assert ears.endings == [("cancelled",)]


def test_a_run_that_has_ended_cannot_be_cancelled_any_more(qtbot: QtBot) -> None:
    child = Child([sys.executable, "-c", "print('done')"])
    ears = Ears(child)
    with qtbot.waitSignal(child.succeeded, timeout=PATIENCE):
        child.start()
    child.cancel()
    assert ears.endings == [("succeeded", f"done{os.linesep}".encode())]


def test_our_own_command_line_is_such_a_command(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "-- a name; with $everything & more.txt"
    source.write_text("1. The Seller shall deliver the shares.\n", encoding="utf-8")
    child = Child(ourselves("inspect", str(source), "--json"))
    ears = Ears(child)
    with qtbot.waitSignal(child.succeeded, timeout=PATIENCE):
        child.start()
    (_, printed) = ears.endings[0]
    assert isinstance(printed, bytes)
    assert b"deliver the shares" in printed
    assert ears.heard[-2][:3] == ("progressed", 1000, 1000)
