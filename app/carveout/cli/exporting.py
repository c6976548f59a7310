"""`carveout export`: any paper of a matter's review, by the ending of its file."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from carveout.agreement.close_reading import read_closely
from carveout.agreement.progress import one_of
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.unlocking import opened
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.kinds import ENDINGS, Handed, NoSuchPaperError, Paper, check, paper_for
from carveout.memo.papers.made import made
from carveout.memo.write import MemoError, put
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
    add_progress(parser)
    options = parser.parse_args(given)
    ending = options.output.suffix.lower()
    try:
        paper = options.paper or paper_for(ending)
        check(paper, ending)
    except NoSuchPaperError as error:
        parser.error(str(error))
    try:
        with opened(options.matter, read_only=True) as matter:
            reading, review = matter.reading, matter.review
            operations, on, head = matter.operations, matter.corrected, matter.head
        report = progress(options.progress)
        closer = read_closely(reading, one_of(2, 0, report))
        heading = heading_of(closer, review, dt.datetime.now(dt.UTC).astimezone().date())
        handed = Handed(memo_of(closer, review, heading), review, operations, on, head)
        put(options.output, partial(made, paper, ending, handed, one_of(2, 1, report)))
    except (MatterError, MemoError) as error:
        return refuse(str(error))
    except MemoryError:
        return refuse("There is not enough memory to write the file: close other programs and export again.")
    return 0
