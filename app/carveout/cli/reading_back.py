"""`carveout returned`: what a marked memo brings to a matter, which the window has read in a process of its own."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from carveout.agreement.intake.source import load
from carveout.agreement.manuscript import NotReadableError
from carveout.cli.collecting import collect_seldom
from carveout.cli.limits import limit
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.unlocking import opened
from carveout.memo.returned.errors import MemoReturnError
from carveout.memo.returned.reading import Here, read_back
from carveout.review.record_returned import returned_to_record
from carveout.review.returning import told_by
from carveout.store.errors import MatterError


def read_memo_back(given: list[str]) -> int:
    """Print what is new in a marked memo against a matter, and return the exit status."""
    parser = parser_of("carveout returned", "Print what a marked memo brings to a matter, as JSON.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file; it is only read")
    parser.add_argument("memo", type=Path, metavar="MEMO", help="its memo, marked in another program")
    parser.add_argument(
        "--limits", action="store_true", help="stop after 10 s, and 10 s more a megabyte, or beyond 1 GB of memory"
    )
    add_progress(parser)
    options = parser.parse_args(given)
    collect_seldom()
    try:
        with opened(options.matter, read_only=True) as matter:
            here = Here(matter.reading, matter.review, told_by(matter.operations))
        content = load(options.memo)
        if options.limits:
            limit(len(content) + len(here.reading.text))
        found = read_back(content, here, dt.datetime.now(dt.UTC), progress(options.progress))
    except (MatterError, NotReadableError) as error:
        return refuse(str(error))
    except MemoReturnError as error:
        return refuse(error.about(options.memo.name))
    except MemoryError:
        return refuse(f"“{options.memo.name}” needs more memory to be read than there is; nothing was taken from it.")
    print(json.dumps(returned_to_record(found)), flush=True)
    return 0
