"""Measure reading a web page against its parser over the same bytes, in the same run.

    python -m bench.html [--pairs 9] [FILE...]

The parser is taken twice: Lexbor alone, which makes a tree and hands nothing on; and Lexbor asked once for the tag, the
attributes and the text of each node, the least that a walk over its tree has to do. The page is made as filing agents
make theirs, once of half a megabyte and once ten times as long; or it is FILE. Ratios are medians of the
pairs.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from carveout.agreement.intake.html import read_html
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

_STYLE = "margin-top:12pt; margin-bottom:0pt; text-indent:8%; font-size:10pt; font-family:Times New Roman"
_PROSE = (
    "Except as set forth in the Company&nbsp;Letter, each of the Company and its Subsidiaries is duly organized,\n"
    "validly existing and in good standing under the laws of its jurisdiction (as defined in &#147;<U>Applicable"
    " Law</U>&#148;) and has all requisite power to carry on its business as now conducted, and no\nevent has"
    " occurred that would reasonably be expected to have a Material Adverse Effect on the Company taken as a whole. "
)


def made(articles: int) -> bytes:
    """Return a page of `articles` articles, each of ten sections on two pages, after its table of contents."""
    rows = "".join(
        f'<TR STYLE="font-size:10pt"><TD VALIGN="top">Section&nbsp;{at}.{under:02}</TD><TD>&nbsp;</TD>'
        f'<TD VALIGN="bottom">Heading of a Section</TD><TD ALIGN="right">{at}</TD></TR>\n'
        for at in range(1, articles + 1)
        for under in range(1, 11)
    )
    body = "".join(_article(at) for at in range(1, articles + 1))
    return f"<HTML><BODY><TABLE>{rows}</TABLE>{body}</BODY></HTML>".encode()


def _article(at: int) -> str:
    sections = "".join(
        f'<P STYLE="{_STYLE}">Section&nbsp;{at}.{under:02}&nbsp;&nbsp;&nbsp;<U>Heading of it</U>. {_PROSE}</P>\n'
        + "".join(f'<P STYLE="{_STYLE}">({label})&nbsp;&nbsp;&nbsp;&nbsp;{_PROSE * 2}</P>\n' for label in "abc")
        for under in range(1, 11)
    )
    foot = f'<P ALIGN="center">{at}</P>\n<p style=\'page-break-before:always\'>\n<HR SIZE="3" WIDTH="100%">\n'
    return f'<P STYLE="{_STYLE}" ALIGN="center">ARTICLE {at}</P>\n{sections}{foot}'


def main() -> None:
    """Measure each page and print a line for it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pairs", type=int, default=9)
    options.add_argument("files", nargs="*", type=Path)
    chosen = options.parse_args()
    pages = {path.name: path.read_bytes() for path in chosen.files} or {"short": made(16), "long": made(160)}
    for name, content in pages.items():
        alone, asked, reading = _times(content, chosen.pairs)
        print(
            f"{name} ({len(content) / 1e6:.2f} MB): read in {statistics.median(reading) * 1000:.1f} ms, "
            f"{_ratio(reading, alone):.1f} times the parser alone, "
            f"{_ratio(reading, asked):.1f} times the parser and its tree asked"
        )


def _times(content: bytes, pairs: int) -> tuple[list[float], list[float], list[float]]:
    """Return the seconds that the parser alone, the parser and its tree asked, and the reading took, by turns."""
    taken: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _ in range(pairs):
        taken[0].append(_seconds(lambda: LexborHTMLParser(content)))
        taken[1].append(_seconds(lambda: _asked(content)))
        taken[2].append(_seconds(lambda: read_html(content, "page.htm", Course(silent, 2))))
    return taken


def _asked(content: bytes) -> None:
    root = LexborHTMLParser(content).root
    for node in root.traverse(include_text=True) if root else ():
        _ = node.text_content if node.tag == "-text" else node.attributes


def _ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
