"""`carveout close`: the close reading of a matter, which the window has made while the outline is read already."""

from __future__ import annotations

import json
from pathlib import Path

from carveout.agreement.close_reading import read_closely
from carveout.agreement.record.closely import close_to_record
from carveout.cli.collecting import collect_seldom
from carveout.cli.limits import limit
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.unlocking import opened
from carveout.store.errors import MatterError


def read_matter_closely(given: list[str]) -> int:
    """Print what a close reading adds to a matter's reading, as it was corrected, and return the exit status."""
    parser = parser_of("carveout close", "Print what a close reading adds to a matter's reading, as JSON.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file")
    parser.add_argument(
        "--limits",
        action="store_true",
        help="stop after 10 s, and 10 s more a megabyte of text, or beyond 1 GB of memory",
    )
    add_progress(parser)
    options = parser.parse_args(given)
    collect_seldom()
    try:
        with opened(options.matter, read_only=True) as matter:
            reading = matter.reading
        if options.limits:
            limit(len(reading.text))
        found = json.dumps(close_to_record(read_closely(reading, progress(options.progress))))
    except MatterError as error:
        return refuse(str(error))
    except MemoryError:
        return refuse(
            f"“{options.matter.name}” needs more memory to be read closely than there is: "
            "split off the agreement and open that."
        )
    print(found, flush=True)
    return 0
