"""`carveout matter`: a matter of an agreement, made as the window makes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.manuscript import NotReadableError
from carveout.cli.collecting import collect_seldom
from carveout.cli.documents import ASKS_WHICH, asks_which, listed, record
from carveout.cli.limits import limit
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.sources import source_at
from carveout.store.creation import create
from carveout.store.errors import MatterError
from carveout.store.naming import free_name, matters_named

if TYPE_CHECKING:
    import argparse

    from carveout.agreement.reading import Reading
    from carveout.cli.sources import Source

_WHOLE = 1000
_LAST = "Making the matter"
_NOT_MADE = "No matter could be made of “{}” ({}): move it to a folder of your own and open it there."


def make(given: list[str]) -> int:
    """Make a matter of one agreement, print where it is, and return the exit status."""
    parser = parser_of("carveout matter", "Make a matter of an agreement and print where it is.")
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="an agreement, or a filing that carries one; - for the input"
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="PLACE",
        required=True,
        help="the matter to write, or a folder, where it takes its document's name, or is there from before",
    )
    parser.add_argument("--document", type=int, metavar="N", help="read this one of a filing's documents")
    parser.add_argument(
        "--choose",
        action="store_true",
        help="where several documents of a filing are agreements, list them as JSON and end with status 4",
    )
    parser.add_argument(
        "--limits", action="store_true", help="stop after 10 s, and 10 s more a megabyte, or beyond 1 GB of memory"
    )
    add_progress(parser)
    options = parser.parse_args(given)
    collect_seldom()
    try:
        source = source_at(options.file, options.document)
        if options.choose and asks_which(listed(source.content)):
            print(record(source.content, listed(source.content)), flush=True)
            return ASKS_WHICH
        print(_made(source, options), flush=True)
    except (NotReadableError, MatterError) as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(_NOT_MADE.format(options.file.name, error.strerror))
    return 0


def _made(source: Source, options: argparse.Namespace) -> Path:
    if options.limits:
        limit(len(source.content))
    report = progress(options.progress)
    reading = source.read(report)
    report(_WHOLE, _WHOLE, _LAST)
    target, made_before = _target(options.output, reading)
    if made_before:
        return target
    try:
        create(target, reading, source.content)
    except MemoryError:
        raise NotReadableError(
            f"“{reading.source.name}” needs more memory to keep than there is: split off the agreement and open that."
        ) from None
    return target


def _target(place: Path, reading: Reading) -> tuple[Path, bool]:
    """Return where the matter goes, and whether it is there already."""
    if not place.is_dir():
        return place, False
    stem = Path(reading.source.name).stem
    known = (matter for matter, of in matters_named(place, stem) if of == reading.source.sha256)
    made_before = next(known, None)
    return (made_before, True) if made_before else (free_name(place, stem), False)
