"""`carveout audit`: the trail of a matter's review, verified."""

from __future__ import annotations

import json
from pathlib import Path

from carveout.cli.saying import parser_of, refuse, say
from carveout.cli.unlocking import opened
from carveout.review.audit import audit_csv, audit_record, audit_text
from carveout.store.errors import MatterError


def audit(given: list[str]) -> int:
    """Verify a matter from end to end, print every operation of its log, and return the exit status."""
    parser = parser_of("carveout audit", "Verify a matter, and print who did what in it, and when.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="a matter file; it is only read")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    options = parser.parse_args(given)
    try:
        with opened(options.matter, read_only=True) as matter:
            operations, on, head = matter.operations, matter.corrected, matter.head
    except MatterError as error:
        return refuse(str(error))
    if options.json:
        say(json.dumps(audit_record(operations, on, head)))
    else:
        say((audit_csv if options.csv else audit_text)(operations, on, head).rstrip("\r\n"))
    return 0
