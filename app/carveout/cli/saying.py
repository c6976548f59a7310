"""What every command of ours says alike: its help, how far it is, and why it refuses."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from carveout.agreement.progress import silent

if TYPE_CHECKING:
    from carveout.agreement.progress import Report

NOT_READABLE = 3
"""The exit status where a file can't be read; wrong arguments are argparse's 2."""


def parser_of(name: str, description: str) -> argparse.ArgumentParser:
    """Return a parser for a command's arguments, which takes no shortened ones."""
    return argparse.ArgumentParser(
        prog=name,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_progress(parser: argparse.ArgumentParser) -> None:
    """Let a command be told to say how far it is."""
    parser.add_argument(
        "--progress", action="store_true", help="say `progress DONE TOTAL STAGE` on standard error on the way"
    )


def progress(wanted: bool) -> Report:  # noqa: FBT001  (an option carries it)
    """Return a report that prints each step once, for the window whose child this process is, or tells nobody."""
    if not wanted:
        return silent
    said: tuple[int, str] | None = None

    def report(done: int, total: int, stage: str) -> None:
        nonlocal said
        if (done, stage) != said:
            said = done, stage
            print("progress", done, total, stage, file=sys.stderr, flush=True)

    return report


def refuse(why: str) -> int:
    """Say in one sentence why nothing came of it, and return the exit status for that."""
    print(f"carveout: {why}", file=sys.stderr)
    return NOT_READABLE


def say(words: str) -> None:
    """Print words for a person: what this output can't show is a question mark, and none of it steers a terminal."""
    encoding = sys.stdout.encoding or "utf-8"
    shown = "".join(one if one.isprintable() or one in "\r\n" else "·" for one in words)
    print(shown.encode(encoding, "replace").decode(encoding), flush=True)
