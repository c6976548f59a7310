"""Set memos of a hundred and of a thousand pages and measure them against reportlab itself, each in its own process.

    python -m bench.typesetting [--pages 1000] [--rounds 3]

The memo is of a made agreement with notes, links, comments and bookmarks. Beside it all of its words are set once more
in its embedded font by reportlab's canvas, broken by the count of characters, without links; and by its platypus, with
links. What is compared is the CPU time of each in one run, the median of the rounds; the peak memory at a tenth of the
pages; and how long a memo that is cancelled goes on. Exit status 0 where the memo is set at half the canvas's speed or
better and at three times that of platypus or better, takes at most twice the memory, and ends within 200 ms, leaving no
file.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.cli.collecting import collect_seldom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.memo.memo import Memo

CANVAS, PLATYPUS, MEMORY, CANCELLED = 0.5, 3.0, 2.0, 0.2
PAGES_A_MEGABYTE = 480
"""About how many pages the memo of a made agreement has."""
_LINES, _COLUMNS = 52, 92
_FACE = "SourceSerif4-Regular"
_WAYS = ("memo", "canvas", "platypus")


def main() -> int:
    """Run the measurement, or one part of it in a process of its own."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--way", choices=(*_WAYS, "cancelled"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.way:
        print(json.dumps(_one(chosen.way, chosen.pages)))
        return 0
    return _compared(chosen.pages, chosen.rounds)


def _compared(pages: int, rounds: int) -> int:
    took: dict[str, list[float]] = {way: [] for way in _WAYS}
    peak = 0.0
    for _ in range(rounds):
        for way in _WAYS:
            found = _child(way, pages)
            took[way].append(found["seconds"])
            peak = max(peak, found["peak"] if way == "memo" else 0)
            told = f"{found['pages']:.0f} pages in {found['seconds']:.2f} s of CPU, {found['peak']:.0f} MB"
            print(f"{way}: {told}", flush=True)
    small = _child("memo", max(10, pages // 10))
    stopped = _child("cancelled", pages)["seconds"]
    against = {
        way: statistics.median(other / ours for other, ours in zip(took[way], took["memo"], strict=True))
        for way in ("canvas", "platypus")
    }
    memory = peak / small["peak"]
    print(
        f"typesetting: {against['canvas']:.2f} of the canvas's speed, {against['platypus']:.2f} of platypus's; "
        f"{memory:.2f} of the memory at {small['pages']:.0f} pages; cancelled within {1000 * stopped:.0f} ms"
    )
    good = against["canvas"] >= CANVAS and against["platypus"] >= PLATYPUS
    return 0 if good and memory <= MEMORY and stopped <= CANCELLED else 1


def _child(way: str, pages: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.typesetting", "--way", way, "--pages", str(pages)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def _one(way: str, pages: int) -> dict[str, float]:
    collect_seldom()  # as the command line does
    memo = made_memo(pages)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "memo.pdf"
        if way == "cancelled":
            return {"seconds": cancelled(memo, target)}
        if way == "memo":
            began = time.process_time()
            _memo(memo, target)
        else:
            texts = _texts(memo)
            began = time.process_time()
            {"canvas": _canvas, "platypus": _platypus}[way](texts, target)
        seconds = time.process_time() - began
        unit = 1e6 if sys.platform == "darwin" else 1e3
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
        return {"pages": _pages(target), "seconds": seconds, "peak": peak}


def made_memo(pages: int) -> Memo:
    """Return the memo of a made agreement that fills about so many pages, an issue on every fifth representation."""
    import datetime as dt  # noqa: PLC0415  (each way imports what it needs: its memory is measured)

    from bench.large import agreement  # noqa: PLC0415

    from carveout.agreement.read import read  # noqa: PLC0415
    from carveout.memo.instructions import Instructions  # noqa: PLC0415
    from carveout.memo.memo import memo_for  # noqa: PLC0415
    from carveout.review.anchoring import on_clause  # noqa: PLC0415
    from carveout.review.annotation import Annotation, AnnotationKind, Severity  # noqa: PLC0415
    from carveout.review.review import Review  # noqa: PLC0415

    reading = read(agreement(pages / PAGES_A_MEGABYTE).encode(), "large.txt")
    at = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    made = [
        Annotation(
            *(f"a{number}", AnnotationKind.ISSUE, on_clause(reading, one.clause)),
            *("The exception has no limit in time, and its twin has none at all.", "First reader", at),
            *(list(Severity)[number % 3],),
        )
        for number, one in enumerate(reading.representations[::5])
    ]
    return memo_for(reading, Review({one.id: one for one in made}), Instructions(), at.date())


def cancelled(memo: Memo, target: Path) -> float:
    """Cancel a memo at twenty places, the last of them in its writing; return the longest seconds until it ended.

    Raises AssertionError where it leaves a file or isn't cancelled.
    """
    from carveout.memo.write import write  # noqa: PLC0415

    longest = 0.0
    told: list[int] = []
    write(memo, target, lambda done, total, _stage: told.append(done * 1000 // total))
    target.unlink()
    for place in (1, 250, 500, 700, 900, 995):
        asked: list[float] = []

        def cancel(done: int, total: int, _stage: str, place: int = place, asked: list[float] = asked) -> None:
            if asked:
                raise KeyboardInterrupt
            if done * 1000 >= place * total:
                asked.append(time.perf_counter())

        try:
            write(memo, target, cancel)
        except KeyboardInterrupt:
            longest = max(longest, time.perf_counter() - asked[0])
        if list(target.parent.iterdir()):
            raise AssertionError(f"a memo cancelled at {place} of 1000 left a file")
    return longest


def _memo(memo: Memo, target: Path) -> None:
    from carveout.memo.write import write  # noqa: PLC0415

    write(memo, target)


def _canvas(texts: Sequence[str], target: Path) -> None:
    """Set the texts as nobody would hand them in: broken by the count of characters, no links, no annotations."""
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # noqa: PLC0415

    _registered()
    canvas = Canvas(str(target), pagesize=A4, pageCompression=1)
    lines = [line for text in texts for line in textwrap.wrap(text, _COLUMNS)]
    for start in range(0, len(lines), _LINES):
        written = canvas.beginText(60, 780)
        written.setFont(_FACE, 10, 14)
        for line in lines[start : start + _LINES]:
            written.textLine(line)
        canvas.drawText(written)
        canvas.showPage()
    canvas.save()


def _platypus(texts: Sequence[str], target: Path) -> None:
    """Set the texts as paragraphs, each with a name and a link to the first."""
    from xml.sax.saxutils import escape  # noqa: PLC0415

    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]  # noqa: PLC0415

    _registered()
    style = ParagraphStyle("text", fontName=_FACE, fontSize=10, leading=14)
    story = [
        Paragraph(f'<a name="p{number}"/><a href="#p0">{number}</a> {escape(text)}', style)
        for number, text in enumerate(texts)
    ]
    SimpleDocTemplate(str(target)).build(story)


def _registered() -> None:
    """Have reportlab know the font that the memo is set in: it is embedded by all three."""
    from carveout.memo.typesetting.glyphs import Glyphs  # noqa: PLC0415
    from carveout.memo.typesetting.style import Face  # noqa: PLC0415

    Glyphs().pieces(Face(_FACE), "a")


def _texts(memo: Memo) -> list[str]:
    """Return all that the memo prints, in paragraphs of ten of its lines."""
    from carveout.memo.parts.whole import whole  # noqa: PLC0415
    from carveout.memo.typesetting.glyphs import Glyphs  # noqa: PLC0415

    said = [
        " ".join(fragment.text for line in row.lines for fragment in line.fragments)
        for row in whole(memo, Glyphs()).rows
    ]
    return [" ".join(said[start : start + 10]) for start in range(0, len(said), 10)]


def _pages(target: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", target.read_bytes()))


if __name__ == "__main__":
    raise SystemExit(main())
