"""Open a 10 MB agreement of 20,000 clauses in the window, with 10,000 carve-outs marked in it, and work with it.

    python -m bench.large [--megabytes 10]

Tells what reading costs a megabyte, how long the window stands still while the matter is opened, how long a frame takes
while the text is scrolled from end to end, and how long the outline takes for each key typed into its filter. Exit
status 0 where a frame takes at most 16 ms and a key at most 50 ms at the 95th percentile (wall time, offscreen).
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

FRAME = 16.0
KEY = 50.0
"""Milliseconds."""
CLAUSES_A_MEGABYTE = 1900
_TYPED = ("s", "se", "sec", "sect", "section", "1", "12", "120", "litigation", "taxes", "p", "pe", "permits", "")
_FRAMES = 400
_OPENING = """                          SHARE PURCHASE AGREEMENT

     This Share Purchase Agreement (the "Agreement") is made on May 5, 2024 by and between Alpha Corp. ("Seller")
and Beta Inc. ("Buyer").
"""
_HEADINGS = (
    "Organization",
    "Litigation",
    "Taxes",
    "Permits",
    "Real Property",
    "Insurance",
    "Employees",
    "No Conflicts",
)


def agreement(megabytes: float) -> str:
    """Return an agreement of about this length, its lines wrapped, half of its sections with an exception."""
    sections = round(CLAUSES_A_MEGABYTE * megabytes)
    parts = [_OPENING]
    for number in range(sections):
        article, section = divmod(number, 20)
        if section == 0:
            parts.append(f"Article {article + 1}.  Representations and Warranties of Seller\n")
        heading = _HEADINGS[number % len(_HEADINGS)]
        exception = ", except for the proceedings listed in the letter of this day" if number % 2 else ""
        parts.append(
            f"     {article + 1}.{section + 1}  {heading}.  Seller represents and warrants to Buyer that no matter of\n"
            f"this kind numbered {number} exists or is threatened{exception}.\n"
            + "     Seller has kept its books in good order, has filed what it had to file, and knows of\n"
            "nothing that would lead a careful buyer to ask for more than this Agreement gives it on this day.\n" * 2
        )
    return "\n".join(parts)


def main() -> int:
    """Run the measurement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=10)
    chosen = options.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home))
        return _measured(Path(home) / "large.carveout", chosen.megabytes)


def _measured(path: Path, megabytes: float) -> int:
    from carveout.agreement.read import read  # noqa: PLC0415 (the environment comes first)
    from carveout.store.matter import create_matter  # noqa: PLC0415

    source = agreement(megabytes).encode()
    began = time.process_time()
    reading = read(source, "large.txt")
    took = time.process_time() - began
    print(
        f"{len(source) / 1e6:.1f} MB, {len(reading.outline)} clauses, {len(reading.carveouts)} carve-outs", flush=True
    )
    print(f"reading: {took:.1f} s of CPU, {took / len(source) * 1e6:.2f} s a megabyte", flush=True)
    create_matter(path, reading, source).close()
    del reading
    frames, keys = _worked_with(path)
    print(f"a frame: {_told(frames)}; a key: {_told(keys)}")
    return 0 if _late(frames) <= FRAME and _late(keys) <= KEY else 1


def _worked_with(path: Path) -> tuple[list[float], list[float]]:
    """Open a matter in the window; return the milliseconds of each frame and of each key."""
    from carveout.gui.application import Desk  # noqa: PLC0415
    from carveout.gui.outline.panel import OutlinePanel  # noqa: PLC0415
    from carveout.gui.settings import Settings  # noqa: PLC0415
    from carveout.gui.start import named_application  # noqa: PLC0415
    from carveout.gui.text.sheet import Sheet  # noqa: PLC0415

    application = named_application()
    Settings().toured = True
    desk = Desk(application)
    desk.window.resize(1280, 800)
    desk.window.show()
    application.processEvents()
    turns = []
    desk.open(path)
    while desk.session.reading is None:
        began = time.perf_counter()
        application.processEvents()
        turns.append(1000 * (time.perf_counter() - began))
    print(f"opening the matter: {sum(turns) / 1000:.1f} s, the window stands still {max(turns):.0f} ms", flush=True)
    (sheet,), (panel,) = desk.window.findChildren(Sheet), desk.window.findChildren(OutlinePanel)
    bar = sheet.verticalScrollBar()
    turns = []
    while bar.maximum() + 2 * sheet.viewport().height() < sheet.document().size().height():
        began = time.perf_counter()
        application.processEvents()
        turns.append(1000 * (time.perf_counter() - began))
    print(f"setting the text to its end: {len(turns)} turns, the longest {max(turns, default=0):.0f} ms", flush=True)
    frames, keys = [], []
    for at in range(_FRAMES):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * at // _FRAMES)
        sheet.viewport().repaint()
        frames.append(1000 * (time.perf_counter() - began))
    for text in _TYPED * 3:
        began = time.perf_counter()
        panel.field.setText(text)
        panel.view.viewport().repaint()
        keys.append(1000 * (time.perf_counter() - began))
    desk.session.lay(None)
    desk.window.close()
    return frames, keys


def _late(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _told(times: list[float]) -> str:
    return f"median {statistics.median(times):.1f} ms, 95th percentile {_late(times):.1f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
