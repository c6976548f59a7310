"""Work with tens of thousands of annotations on one document, and with 100, and tell how much slower the window is.

    python -m bench.many [--annotations 20000] [--limit 1.5] [DOCUMENT]

Two matters are made of the same document (without one, a made agreement of half a megabyte). Each is laid on the desk
of the real window; the text is scrolled from end to end, a frame at a time; the outline is filtered by words and by
each of its facets; and notes are added. Times are CPU time of the window's thread, medians of all frames and keys. Each
length of the log that a matter keeps is proved as it is opened, link by link, which no window can make shorter: that
time is told apart. Exit status 0 where laying out, scrolling and filtering take at most the limit times as long.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import random
import statistics
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from bench.large import agreement
from bench.monkey import HOMES

from carveout.agreement.read import read
from carveout.agreement.span import Span
from carveout.gui.application import Desk
from carveout.gui.outline.filter import Facet
from carveout.gui.outline.panel import OutlinePanel
from carveout.gui.settings import Settings
from carveout.gui.start import named_application
from carveout.gui.uncollected import nothing_collected
from carveout.review.anchoring import on_clause, on_span
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.edits import Annotate
from carveout.review.log import Role, sealed
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Anchor
    from carveout.review.log import Operation

FEW = 100
_FRAMES = 200
_NOTES = 20
_TYPED = ("s", "se", "sec", "section", "1", "12", "litigation", "taxes", "p", "permits", "")
_BEGINNING = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)


def main() -> int:
    """Run the measurement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--annotations", type=int, default=20_000)
    options.add_argument("--limit", type=float, default=1.5)
    options.add_argument("document", nargs="?", type=Path)
    chosen = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(HOMES, home))
        content = chosen.document.read_bytes() if chosen.document else agreement(0.5).encode()
        reading = read(content, chosen.document.name if chosen.document else "made.txt")
        named_application()
        Settings().toured = True  # else it lies over the window, and is painted with every frame
        found = [
            _worked_with(_matter(Path(home) / f"{count}.carveout", reading, content, count))
            for count in (FEW, chosen.annotations)
        ]
    few, many = found
    late = False
    for what, limited in LIMITED.items():
        ratio = many[what] / few[what]
        late |= limited and ratio > chosen.limit
        print(
            f"{what}: {few[what]:.1f} ms with {FEW}, {many[what]:.1f} ms with {chosen.annotations}: {ratio:.2f} times"
        )
    return 1 if late else 0


LIMITED = {
    "proving and reading the file": False,
    "laying it out": True,
    "a frame": True,
    "a key": True,
    "a facet": True,
}
LIMITED["adding a note"] = False
"""What is measured, and whether the limit holds for it."""


def _matter(path: Path, reading: Reading, content: bytes, count: int) -> Path:
    """Make a matter with so many annotations, all in one transaction: each in its own would take an hour."""
    chance = random.Random(count)
    with create_matter(path, reading, content) as matter:
        operations: list[Operation] = []
        for number in range(count):
            made = _annotation(reading, chance, number)
            head = operations[-1].hash if operations else matter.head
            edit = Annotate(made.id, None, made)
            operations.append(
                sealed(head, id=made.id, at=made.at, author=made.author, role=Role.EDIT, of=None, edit=edit)
            )
        matter.take_in(operations)
    return path


def _annotation(reading: Reading, chance: random.Random, number: int) -> Annotation:
    kind = chance.choice(tuple(AnnotationKind))
    severity = chance.choice(tuple(Severity)) if kind is AnnotationKind.ISSUE else None
    status = chance.choice(tuple(Status))
    at = _BEGINNING + dt.timedelta(seconds=number)
    id_ = uuid.UUID(int=chance.getrandbits(128)).hex
    proposed = "in all material respects" if kind is AnnotationKind.PROPOSAL else ""
    return Annotation(
        id_, kind, _anchor(reading, chance), "Look at this again.", "J. Reviewer", at, severity, proposed, status
    )


def _anchor(reading: Reading, chance: random.Random) -> Anchor:
    if chance.random() < 0.3:
        return on_clause(reading, chance.randrange(len(reading.outline)))
    while True:
        start = chance.randrange(len(reading.text) - 60)
        try:
            return on_span(reading, Span(start, start + chance.randrange(8, 60)))
        except ValueError:
            continue  # nothing but space


def _worked_with(path: Path) -> dict[str, float]:
    """Open a matter in the window and return the milliseconds of each thing done with it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    application = QApplication.instance()
    assert application is not None
    desk = Desk(application)  # type: ignore[arg-type]
    desk.window.resize(1280, 800)
    desk.window.show()
    application.processEvents()
    took: dict[str, float] = {}
    with _timed(took, "proving and reading the file"), nothing_collected():
        matter = open_matter(path)
        matter.prepare()  # as the window does beside its own thread
    gc.collect()
    gc.disable()
    with _timed(took, "laying it out"):
        desk.window.papers.opening.opened.emit(matter, "")
        application.processEvents()
        desk.window.text.sheet.viewport().repaint()
    gc.enable()
    sheet = desk.window.text.sheet
    bar = sheet.verticalScrollBar()
    application.processEvents()
    _ = sheet.document().size()

    def scroll(at: int) -> None:
        bar.setValue(bar.maximum() * at // _FRAMES)
        sheet.viewport().repaint()

    took["a frame"] = _median(scroll, range(_FRAMES))
    (panel,) = desk.window.findChildren(OutlinePanel)

    def type_in(number: int) -> None:
        panel.field.setText(_TYPED[number % len(_TYPED)])
        panel.view.viewport().repaint()

    took["a key"] = _median(type_in, range(5 * len(_TYPED)))
    panel.field.clear()
    facets = tuple(Facet)

    def narrow(number: int) -> None:
        panel.chips.choose(facets[number % len(facets)])
        panel.view.viewport().repaint()

    took["a facet"] = _median(narrow, range(6 * len(facets)))
    reading = matter.reading

    def note(number: int) -> None:
        desk.session.annotate(AnnotationKind.NOTE, on_clause(reading, number), "Another worry.")
        sheet.viewport().repaint()

    took["adding a note"] = _median(note, range(_NOTES))
    desk.session.lay(None)
    desk.window.close()
    desk.window.deleteLater()
    return took


def _median(act: Callable[[int], None], numbers: range) -> float:
    times = []
    for number in numbers:
        began = time.thread_time()
        act(number)
        times.append(1000 * (time.thread_time() - began))
    return statistics.median(times)


class _timed:  # noqa: N801 (it reads as a verb)
    """Notes the milliseconds of CPU that its block takes."""

    def __init__(self, took: dict[str, float], what: str) -> None:
        self._took, self._what = took, what

    def __enter__(self) -> None:
        self._began = time.thread_time()

    def __exit__(self, *_: object) -> None:
        self._took[self._what] = 1000 * (time.thread_time() - self._began)


if __name__ == "__main__":
    raise SystemExit(main())
