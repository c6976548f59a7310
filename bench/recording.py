"""What recording one edit costs, against the same rows written by sqlite3 itself: `python -m bench.recording`.

Both write to the same disk, in turn, an edit at a time, each in a transaction of its own. The ratio of the medians is
printed; above 2 is a failure.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import tempfile
import time
import uuid
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.read import read
from carveout.assets import RESOURCES
from carveout.review.anchoring import on_clause
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.edits import Annotate
from carveout.review.log import Role, sealed
from carveout.store.connection import connect, disconnect
from carveout.store.matter import create_matter
from carveout.store.rows import fold_changes, operation_row

if TYPE_CHECKING:
    import sqlite3

    from carveout.review.log import Operation
    from carveout.store.matter import Matter

LIMIT = 2.0
_WARM = 20


def main() -> int:
    """Measure, print, and return 1 where the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edits", nargs="?", type=int, default=400)
    edits: int = parser.parse_args().edits
    with tempfile.TemporaryDirectory() as folder:
        ours, raw = _measured(Path(folder), edits)
    ratio = statistics.median(ours[_WARM:]) / statistics.median(raw[_WARM:])
    print(
        f"one edit recorded: {statistics.median(ours) * 1e3:.2f} ms, raw sqlite3 {statistics.median(raw) * 1e3:.2f} ms,"
        f" ratio {ratio:.2f} (limit {LIMIT}), {edits} edits each"
    )
    return int(ratio > LIMIT)


def _measured(folder: Path, edits: int) -> tuple[list[float], list[float]]:
    sample = next((RESOURCES / "samples").glob("*.txt"))
    source = sample.read_bytes()
    reading = read(source, sample.name)
    create_matter(folder / "raw.carveout", reading, source).close()
    raw = connect(folder / "raw.carveout", read_only=False)
    ours: list[float] = []
    floor: list[float] = []
    with create_matter(folder / "ours.carveout", reading, source) as matter, closing(raw):
        for number in range(edits):
            anchor = on_clause(reading, number % len(reading.outline))
            made = Annotation(uuid.uuid4().hex, AnnotationKind.NOTE, anchor, "A note. " * 10, "J. Reviewer", _now())
            began = time.perf_counter()
            operation = _recorded(matter, Annotate(made.id, None, made))
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            _write(raw, number, operation)
            floor.append(time.perf_counter() - began)
        disconnect(raw, read_only=False)
    return ours, floor


def _recorded(matter: Matter, edit: Annotate) -> Operation:
    operation = sealed(
        matter.head, id=uuid.uuid4().hex, at=_now(), author="J. Reviewer", role=Role.EDIT, of=None, edit=edit
    )
    matter.append(operation)
    return operation


def _write(raw: sqlite3.Connection, number: int, operation: Operation) -> None:
    raw.execute("BEGIN IMMEDIATE")
    rows = [("operation", {"seq": number + 1, **operation_row(operation)})]
    rows += [(table, row) for table, _, row in fold_changes(operation.edit) if row is not None]
    for table, row in rows:
        places = ", ".join("?" * len(row))
        columns = ", ".join(f'"{column}"' for column in row)
        raw.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", list(row.values()))  # noqa: S608
    raw.execute("COMMIT")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


if __name__ == "__main__":
    sys.exit(main())
