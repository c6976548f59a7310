"""`carveout export`: any paper of a matter's review, by the ending of its file."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from carveout.agreement.close_reading import read_closely
from carveout.agreement.progress import one_of
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.unlocking import opened
from carveout.memo.instructions import Audience, Instructions
from carveout.memo.memo import memo_for
from carveout.memo.papers.kinds import ENDINGS, Handed, NoSuchPaperError, Paper, check, paper_for
from carveout.memo.papers.made import make
from carveout.memo.write import MemoError, put
from carveout.review.for_client import for_client
from carveout.store.errors import MatterError

_PAPERS = """papers, and what their files end in:
{}

An ending that several papers share is the first one's; --paper says which. The audit report is of the log, and names
what internal notes are about as well."""


def export(given: list[str]) -> int:
    """Write a paper of a matter's review and return the exit status."""
    parser = parser_of("carveout export", "Write a paper of a matter's review.")
    listed = "\n".join(f"  {paper:<12}{', '.join(endings)}" for paper, endings in ENDINGS.items())
    parser.epilog = _PAPERS.format(listed)
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the file to write")
    parser.add_argument("--paper", choices=list(Paper), type=Paper, metavar="PAPER", help="what it is, see below")
    parser.add_argument(
        "--audience",
        choices=list(Audience),
        type=Audience,
        default=Audience.FIRM,
        help="`client` leaves out every internal note; the audit report is the firm's alone",
    )
    add_progress(parser)
    options = parser.parse_args(given)
    ending = options.output.suffix.lower()
    try:
        paper = options.paper or paper_for(ending)
        check(paper, ending)
    except NoSuchPaperError as error:
        parser.error(str(error))
    if paper is Paper.AUDIT and options.audience is Audience.CLIENT:
        parser.error("the audit report tells of internal notes as well, so it is for the firm alone")
    try:
        with opened(options.matter, read_only=True) as matter:
            reading, review = matter.reading, matter.review
            operations, on, head = matter.operations, matter.corrected, matter.head
        report = progress(options.progress)
        closer = read_closely(reading, one_of(2, 0, report))
        if options.audience is Audience.CLIENT:
            review = for_client(closer, review)
        today = dt.datetime.now(dt.UTC).astimezone().date()
        memo = memo_for(closer, review, Instructions(audience=options.audience), today, head=head)
        handed = Handed(memo, review, operations, on, head)
        steps = one_of(2, 1, report)
        put(options.output, partial(make, paper=paper, ending=ending, handed=handed, report=steps))
    except (MatterError, MemoError) as error:
        return refuse(str(error))
    except MemoryError:
        return refuse("There is not enough memory to write the file: close other programs and export again.")
    return 0
