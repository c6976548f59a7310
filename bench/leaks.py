"""Open and close documents in the real window, and tell what memory and which files stay behind.

    python -m bench.leaks [--documents 100] [--warm 30] [--control] [DOCUMENT...]

Matters are made of the documents (without any, of the sample and a made agreement), opened one after the other in one
window, each workspace looked into, a note written, and closed. Each time it is the matter as it was made: one that is
written into grows, and so does what it takes to open it. Resident memory is read after each closing, once the harness
has let Python collect. `--control` keeps something of every document, which must show. Exit status 0 where
memory grew by less than 5 % after the warm-up, and no file is open that wasn't before.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from bench.large import agreement
from bench.monkey import HOMES, SAMPLE
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from carveout.agreement.read import read
from carveout.gui.application import Desk
from carveout.gui.cycles import Cycles
from carveout.gui.start import named_application
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind
from carveout.store.matter import create_matter

MOST = 0.05
"""The part of its size that the process may grow by after the warm-up."""
_PATIENCE = 60
"""Seconds that a matter may take to open."""
_LAST = 10
"""Readings of the memory at either end that are taken together: the allocator breathes."""


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100)
    options.add_argument("--warm", type=int, default=30)
    options.add_argument("--control", action="store_true")
    options.add_argument("files", nargs="*", type=Path)
    chosen = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ.update(dict.fromkeys(HOMES, home))
        matters = _matters(Path(home), chosen.files)
        return _measured(matters, chosen.documents, chosen.warm, control=chosen.control)


def _matters(folder: Path, files: list[Path]) -> list[Path]:
    sources = [(path.name, path.read_bytes()) for path in files or [SAMPLE]]
    if not files:
        sources.append(("made.txt", agreement(0.05).encode()))
    made = []
    for name, content in sources:
        path = folder / f"{name}.carveout"
        create_matter(path, read(content, name), content).close()
        made.append(path)
    return made


def _measured(matters: list[Path], documents: int, warm: int, *, control: bool) -> int:
    application = named_application()
    desk = Desk(application)
    Cycles(desk.session, desk.window)
    desk.window.resize(1280, 800)
    desk.window.show()
    application.processEvents()
    resident: list[float] = []
    widgets: list[int] = []
    kept: list[object] = []
    before: set[str] = set()
    opened = matters[0].parent / "opened"
    opened.mkdir()
    for number in range(documents):
        matter = Path(shutil.copy(matters[number % len(matters)], opened / f"{number % len(matters)}.carveout"))
        _opened_and_closed(application, desk, matter, kept if control else None)
        resident.append(_resident())
        widgets.append(len(QApplication.allWidgets()))
        if number == warm:
            before = _open_files()
        if number % 50 == 49:
            print(f"{number + 1} documents: {resident[-1]:.1f} MB, {widgets[-1]} widgets", flush=True)
    left = sorted(_open_files() - before)
    first = statistics.median(resident[warm : warm + _LAST])
    last = statistics.median(resident[-_LAST:])
    growth = last / first - 1
    print(
        f"{documents} documents opened and closed, {warm} of them to warm up: {first:.1f} MB became {last:.1f} MB, "
        f"{100 * growth:+.1f} %; {widgets[-1] - widgets[warm]:+d} widgets; {len(left)} files left open"
    )
    for name in left:
        print(f"left open: {name}")
    desk.window.close()
    return 1 if growth > MOST or left else 0


def _opened_and_closed(application: QApplication, desk: Desk, matter: Path, kept: list[object] | None) -> None:
    desk.open(matter)
    ends = time.monotonic() + _PATIENCE
    while desk.session.reading is None:  # a large one is brought beside the window's thread
        application.processEvents()
        if time.monotonic() > ends:
            raise TimeoutError(desk.window.notice.text.text() or "The matter did not open.")
    reading, workspaces = desk.session.reading, desk.window.workspaces
    desk.session.annotate(AnnotationKind.NOTE, on_clause(reading, len(reading.outline) // 2), "A worry.")
    desk.session.undo()
    for show in (workspaces.show_carveouts, workspaces.show_remedies, workspaces.show_proofread):
        show()
        application.processEvents()
    desk.window.show_read()
    desk.window.text.sheet.viewport().repaint()
    if kept is not None:
        kept.append((reading.text + " ", [*range(100_000)]))
    del reading
    desk.window.papers.close_matter()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()
    gc.collect()


def _resident() -> float:
    """Return the megabytes of this process that are in memory."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:  # elsewhere than on Linux: the highest so far
        import resource  # noqa: PLC0415

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _open_files() -> set[str]:
    """Return what the open file descriptors of this process are of."""
    found = set()
    folder = Path("/proc/self/fd")
    for descriptor in tuple(folder.iterdir()) if folder.is_dir() else ():
        try:
            found.add(f"{descriptor.name} {descriptor.readlink()}")
        except OSError:
            continue  # that of the listing itself
    return {one for one in found if "/proc/" not in one}


if __name__ == "__main__":
    raise SystemExit(main())
