"""What sets a machine up: the commands, and the locks that they install from."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "packaging" / "requirements"
LOCKS = ("run", "dev", "lock")


def pins(lock: str) -> set[str]:
    """Return what a lock pins, as `name==version` with the systems it is for."""
    text = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    return {line.partition("--hash")[0].strip() for line in text.splitlines()}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_packages_and_their_hashes_and_no_host(lock: str) -> None:
    text = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    pinned = re.compile(r"[a-z0-9-]+==[\w.+-]+( ; [\w'=!<.() ]+)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in text.splitlines() if not pinned.fullmatch(line.strip())] == []


def test_whoever_tests_has_all_that_whoever_runs_has() -> None:
    assert pins("run") <= pins("dev")


def test_windows_gets_what_only_windows_needs() -> None:
    assert any(pin.startswith("colorama==") and "win32" in pin for pin in pins("dev"))


def test_make_offers_the_commands_of_the_script() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "make.py"), "--help"], capture_output=True, text=True, check=True
    )
    offered = re.findall(r"^  ([a-z]+) +[A-Z]", done.stdout, re.MULTILINE)
    listed = re.search(r"^COMMANDS = (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    assert listed.group(1).split() == offered


def test_an_unknown_command_is_refused_by_name() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "make.py"), "dance"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "dance" in done.stderr
