"""`carveout memo`: the memo of a matter, without the window."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from carveout.agreement.close_reading import read_closely
from carveout.agreement.progress import one_of
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.unlocking import opened
from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import MemoError, write
from carveout.store.errors import MatterError


def hand_in(given: list[str]) -> int:
    """Write the memo of a matter's review and return the exit status."""
    parser = parser_of("carveout memo", "Write the memo of a matter's review as a PDF.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the PDF to write")
    add_progress(parser)
    options = parser.parse_args(given)
    try:
        with opened(options.matter, read_only=True) as matter:
            reading, review, head = matter.reading, matter.review, matter.head
        report = progress(options.progress)
        closer = read_closely(reading, one_of(2, 0, report))
        heading = heading_of(closer, review, dt.datetime.now(dt.UTC).astimezone().date())
        write(memo_of(closer, review, heading, head=head), options.output, one_of(2, 1, report))
    except (MatterError, MemoError) as error:
        return refuse(str(error))
    except MemoryError:
        return refuse("There is not enough memory to write the memo: close other programs and export again.")
    return 0
