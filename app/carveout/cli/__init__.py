"""The command line: opens the window, or does the same work without one.

Everything it needs is imported when it is needed: nothing may stand between a double-click and the window.
"""

# ruff: noqa: PLC0415  (see above)

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130
_COMMANDS = """commands:
  carveout [FILE]                 open the window, on an agreement, a filing or a matter
  carveout inspect FILE [--json]  print what a reading finds, for a person or as JSON
  carveout matter FILE -o PLACE   make a matter of an agreement
  carveout memo MATTER -o FILE    write the memo of a matter's review as a PDF
  carveout export MATTER -o FILE  write the memo, the agreement or the issues for Word, spreadsheets, other programs
  carveout merge MATTER OTHER     take into a matter what a copy of it, or its marked memo, brings
  carveout audit MATTER           verify a matter, and print who did what, and when

`carveout inspect --help`, and the same of the others, say more.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Carveout and return its exit status.

    0, or 2 for wrong arguments, 3 for a file that can't be read, 4 where one of several documents must be chosen.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: list[str]) -> int:
    match given[:1]:
        case ["inspect"]:
            from carveout.cli.inspecting import inspect

            return inspect(given[1:])
        case ["matter"]:
            from carveout.cli.making import make

            return make(given[1:])
        case ["backup"]:  # the window's alone: it runs it to keep its hands free
            from carveout.cli.backing_up import back_up_one

            return back_up_one(given[1:])
        case ["close"]:  # the window's alone, as well
            from carveout.cli.reading_closely import read_matter_closely

            return read_matter_closely(given[1:])
        case ["returned"]:  # and this
            from carveout.cli.reading_back import read_memo_back

            return read_memo_back(given[1:])
        case ["memo"]:
            from carveout.cli.handing_in import hand_in

            return hand_in(given[1:])
        case ["export"]:
            from carveout.cli.exporting import export

            return export(given[1:])
        case ["merge"]:
            from carveout.cli.merging import merge

            return merge(given[1:])
        case ["audit"]:
            from carveout.cli.auditing import audit

            return audit(given[1:])
        case _:
            return _window(given)


def _window(given: list[str]) -> int:
    from carveout import __version__
    from carveout.cli.saying import parser_of

    parser = parser_of("carveout", "Review an agreement: its representations, and the carve-outs that hollow them out.")
    parser.epilog = _COMMANDS
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an agreement, a filing or a matter to open")
    parser.add_argument("--version", action="version", version=f"carveout {__version__}")
    path: Path | None = parser.parse_args(given).file

    from carveout.gui.start import main as window

    status: int = window(path)
    return status
