"""Measure how long a PDF takes to read, against PDFium's own extraction of its text in the same run.

    python -m bench.pdf [FILE …] [--pairs 9]

Without files it prints agreements of its own, up to 10 MB, and so shows that the time is linear. Times are CPU time.
Exit status 0 where the median ratio of each file is within the limit.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from carveout.agreement.intake.pdf import read_pdf
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 2.5
"""How many times PDFium's own time a PDF may take to read."""

_SENTENCE = (
    "Subject to the terms and conditions hereof, the Seller shall sell to the Buyer and the",
    "Buyer shall purchase from the Seller, free and clear of all Liens other than Permitted",
    "Liens, the assets, properties and rights that Schedule 2.1 lists, except as it provides.",
)
_PAGES = (40, 400, 4000)


def main() -> int:
    """Print a line a file: its size, pages a second of both, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pairs", type=int, default=9)
    options = parser.parse_args()
    sources = [(path.name, path.read_bytes()) for path in options.files]
    sources = sources or [(f"{pages} pages", _printed(pages)) for pages in _PAGES]
    worst = 0.0
    for name, content in sources:
        pairs = [(_seconds(_extract, content), _seconds(_read, content)) for _ in range(options.pairs)]
        ratio = statistics.median(ours / theirs for theirs, ours in pairs)
        theirs, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
        size = len(content) / 1_000_000
        print(f"{name}: {size:.2f} MB, PDFium {theirs * 1000:.1f} ms, read {ours * 1000:.1f} ms, ratio {ratio:.2f}")
        worst = max(worst, ratio)
    print(f"highest ratio {worst:.2f}, limit {LIMIT}")
    return 0 if worst <= LIMIT else 1


def _seconds(work: Callable[[bytes], None], content: bytes) -> float:
    start = time.process_time()
    work(content)
    return time.process_time() - start


def _extract(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    for page in document:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    document.close()


def _read(content: bytes) -> None:
    read_pdf(content, "agreement.pdf", Course(silent, 2))


def _printed(pages: int) -> bytes:
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(612, 792), pageCompression=0, invariant=True)
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 11)
        top = 720
        for clause in range(1, 13):
            canvas.drawString(108, top, f"{page}.{clause}")
            canvas.drawString(144, top, "Sale and Purchase.")
            for line in _SENTENCE:
                top -= 13
                canvas.drawString(72, top, line)
            top -= 18 - 13 + 8
        canvas.drawCentredString(306, 40, str(page))
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


if __name__ == "__main__":
    sys.exit(main())
