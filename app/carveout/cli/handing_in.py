"""`carveout memo`: the memo of a matter, without the window."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from carveout.agreement.close_reading import read_closely
from carveout.agreement.progress import one_of
from carveout.cli.collecting import collect_seldom
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.unlocking import opened
from carveout.memo.growing import print_growing
from carveout.memo.instructions import LEGEND, RECIPIENT, Audience, Instructions, Part
from carveout.memo.logo import LogoError, logo_from, logo_of
from carveout.memo.memo import memo_for
from carveout.memo.write import MemoError, print_to, write
from carveout.store.errors import MatterError

_STANDARD = Path("-")
"""What names standard input or output in place of a file."""


def hand_in(given: list[str]) -> int:
    """Write the memo of a matter's review and return the exit status."""
    parser = parser_of("carveout memo", "Write the memo of a matter's review as a PDF.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", required=True, help="the PDF to write; - for standard output"
    )
    parser.add_argument(
        "--first-pages",
        action="store_true",
        help="on standard output, print the first pages before the whole, each lot after a line with its length",
    )
    _add_instructions(parser)
    add_progress(parser)
    options = parser.parse_args(given)
    collect_seldom()
    try:
        with opened(options.matter, read_only=True) as matter:
            reading, review, head = matter.reading, matter.review, matter.head
        report = progress(options.progress)
        closer = read_closely(reading, one_of(2, 0, report))
        today = dt.datetime.now(dt.UTC).astimezone().date()
        memo = memo_for(closer, review, _instructions(options), today, head=head)
        if options.output == _STANDARD:
            printed = print_growing if options.first_pages else print_to
            printed(sys.stdout.buffer, memo, one_of(2, 1, report))
        else:
            write(memo, options.output, one_of(2, 1, report))
    except (MatterError, MemoError, LogoError) as error:
        return refuse(str(error))
    except MemoryError:
        return refuse("There is not enough memory to write the memo: close other programs and export again.")
    return 0


def _add_instructions(parser: argparse.ArgumentParser) -> None:
    audiences = [str(one) for one in Audience]
    parser.add_argument(
        "--audience", choices=audiences, default=str(Audience.FIRM), help="`client` leaves out every internal note"
    )
    parser.add_argument(
        "--parts",
        type=_parts,
        default=frozenset(Part),
        metavar="NAMES",
        help=f"the parts to print, with commas between them, of: {', '.join(Part)}; else all of them",
    )
    parser.add_argument("--firm", default="", metavar="NAME", help="whose paper it is")
    parser.add_argument(
        "--logo", type=Path, metavar="FILE", help="the firm's logo, a PNG or JPEG; - for standard input"
    )
    parser.add_argument("--to", default=RECIPIENT, metavar="NAME", help="to whom it goes")
    parser.add_argument("--legend", default=LEGEND, metavar="WORDS", help="what stands above the title; may be empty")


def _parts(named: str) -> frozenset[Part]:
    try:
        return frozenset(Part(name.strip()) for name in named.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"there is no such part; name some of: {', '.join(Part)}") from None


def _instructions(options: argparse.Namespace) -> Instructions:
    return Instructions(
        audience=Audience(options.audience),
        parts=options.parts,
        firm=options.firm,
        logo=_logo(options.logo) if options.logo else b"",
        recipient=options.to,
        legend=options.legend,
    )


def _logo(named: Path) -> bytes:
    return logo_from(sys.stdin.buffer) if named == _STANDARD else logo_of(named)
