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
    import argparse
    from collections.abc import Sequence

    from carveout.agreement.progress import Report
    from carveout.agreement.reading import Reading

NOT_READABLE = 3
"""The exit status where a file can't be read; wrong arguments are argparse's 2."""
_INTERRUPTED = 130
_COMMANDS = """commands:
  carveout [FILE]                 open the window, on an agreement, a filing or a matter
  carveout inspect FILE [--json]  print what a reading finds, for a person or as JSON
  carveout memo MATTER -o FILE    write the memo of a matter's review as a PDF

`carveout inspect --help` and `carveout memo --help` say more.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Carveout and return its exit status: 0, 2 for wrong arguments, 3 for a file that can't be read."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["inspect"]:
            return _inspect(given[1:])
        if given[:1] == ["memo"]:
            return _memo(given[1:])
        return _window(given)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _window(given: list[str]) -> int:
    from carveout import __version__

    parser = _parser("carveout", "Review an agreement: its representations, and the carve-outs that hollow them out.")
    parser.epilog = _COMMANDS
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an agreement, a filing or a matter to open")
    parser.add_argument("--version", action="version", version=f"carveout {__version__}")
    path: Path | None = parser.parse_args(given).file

    from carveout.gui.start import main as window

    status: int = window(path)
    return status


def _inspect(given: list[str]) -> int:
    parser = _parser("carveout inspect", "Print what a reading of one agreement finds.")
    parser.add_argument("file", type=Path, metavar="FILE", help="an agreement, a filing that carries one, or a matter")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of an outline")
    _add_progress(parser)
    options = parser.parse_args(given)

    from carveout.agreement.manuscript import NotReadableError
    from carveout.store.errors import MatterError

    try:
        reading = _reading(options.file, _progress() if options.progress else None)
    except (NotReadableError, MatterError) as error:
        return _refuse(str(error))
    except MemoryError:
        return _refuse("There is not enough memory to read the file: split off the agreement and open that.")
    if options.json:
        import json

        from carveout.agreement.record import to_record

        print(json.dumps(to_record(reading)))
    else:
        from carveout.agreement.summary import summary

        print(summary(reading).encode(sys.stdout.encoding or "utf-8", "replace").decode(sys.stdout.encoding or "utf-8"))
    sys.stdout.flush()
    return 0


def _memo(given: list[str]) -> int:
    parser = _parser("carveout memo", "Write the memo of a matter's review as a PDF.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the PDF to write")
    _add_progress(parser)
    options = parser.parse_args(given)

    import datetime as dt

    from carveout.agreement.progress import silent
    from carveout.memo.memo import heading_of, memo_of
    from carveout.memo.write import MemoError, write
    from carveout.store.errors import MatterError
    from carveout.store.matter import open_matter

    try:
        with open_matter(options.matter, read_only=True) as matter:
            heading = heading_of(matter.reading, matter.review, dt.datetime.now(dt.UTC).astimezone().date())
            memo = memo_of(matter.reading, matter.review, heading)
        write(memo, options.output, _progress() if options.progress else silent)
    except (MatterError, MemoError) as error:
        return _refuse(str(error))
    except MemoryError:
        return _refuse("There is not enough memory to write the memo: close other programs and export again.")
    return 0


def _add_progress(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--progress", action="store_true", help="say `progress DONE TOTAL STAGE` on standard error on the way"
    )


def _parser(name: str, description: str) -> argparse.ArgumentParser:
    import argparse

    return argparse.ArgumentParser(
        prog=name,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _reading(path: Path, report: Report | None) -> Reading:
    """Read a document, or take the reading out of a matter. Raises NotReadableError or MatterError."""
    from carveout.store.recognition import looks_like_matter

    if looks_like_matter(path):
        from carveout.store.matter import open_matter

        with open_matter(path, read_only=True) as matter:
            return matter.reading

    from carveout.agreement.intake.source import load
    from carveout.agreement.progress import silent
    from carveout.agreement.read import read

    return read(load(path), path.name, report or silent)


def _progress() -> Report:
    """Return a report that prints each step once, for the window whose child this process is."""
    said: tuple[int, str] | None = None

    def report(done: int, total: int, stage: str) -> None:
        nonlocal said
        if (done, stage) != said:
            said = done, stage
            print("progress", done, total, stage, file=sys.stderr, flush=True)

    return report


def _refuse(why: str) -> int:
    print(f"carveout: {why}", file=sys.stderr)
    return NOT_READABLE
