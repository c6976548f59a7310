"""`carveout inspect`: what a reading finds, for a person or as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.close_reading import read_closely
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import one_of
from carveout.agreement.record import to_record
from carveout.agreement.summary import summary
from carveout.cli.collecting import collect_seldom
from carveout.cli.documents import listed, record, table
from carveout.cli.limits import limit
from carveout.cli.saying import add_progress, parser_of, progress, refuse
from carveout.cli.sources import source_at
from carveout.cli.unlocking import opened
from carveout.review.record import correction_to_record
from carveout.store.errors import MatterError
from carveout.store.recognition import looks_like_matter

if TYPE_CHECKING:
    import argparse

    from carveout.agreement.progress import Report
    from carveout.agreement.reading import Reading
    from carveout.review.correction import Correction


def inspect(given: list[str]) -> int:
    """Print what a reading of one agreement finds and return the exit status."""
    parser = parser_of("carveout inspect", "Print what a reading of one agreement finds.")
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="an agreement, a filing that carries one, or a matter; - for the input"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of an outline")
    parser.add_argument("--document", type=int, metavar="N", help="read this one of a filing's documents")
    parser.add_argument("--documents", action="store_true", help="list the documents of a filing instead")
    parser.add_argument("--limits", action="store_true", help="stop where the window would: see `carveout matter`")
    add_progress(parser)
    options = parser.parse_args(given)
    collect_seldom()
    try:
        if options.documents:
            return _list(options)
        report = progress(options.progress)
        structural, corrections = _reading(options, one_of(2, 0, report))
        reading = read_closely(structural, one_of(2, 1, report))
    except (NotReadableError, MatterError) as error:
        return refuse(str(error))
    if options.json:
        made = {"corrections": [correction_to_record(one) for one in corrections]} if corrections else {}
        print(json.dumps(to_record(reading) | made))
    else:
        _print(summary(reading))
        if corrections:
            _print(f"{len(corrections):6} corrections by hand")
    sys.stdout.flush()
    return 0


def _list(options: argparse.Namespace) -> int:
    content = source_at(options.file, None).content
    found = listed(content)
    if not found and not options.json:
        _print(f"{options.file.name} is no filing of several documents.")
    else:
        _print(record(content, found) if options.json else table(found))
    return 0


def _print(words: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    shown = "".join(one if one.isprintable() or one == "\n" else "·" for one in words)
    print(shown.encode(encoding, "replace").decode(encoding), flush=True)


def _reading(options: argparse.Namespace, report: Report) -> tuple[Reading, tuple[Correction, ...]]:
    """Return the reading of a document, or of a matter as its reviewers corrected it, with their corrections."""
    if looks_like_matter(options.file):
        with opened(options.file, read_only=True) as matter:
            return matter.reading, tuple(matter.review.corrections.values())
    source = source_at(options.file, options.document)
    if options.limits:
        limit(len(source.content))
    return source.read(report), ()
