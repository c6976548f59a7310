"""Measure reading a Word document against expat alone over the same markup, unpacking included, in the same run.

    python -m bench.docx [--pages 500] [--pairs 9] [FILE]

The document is made as Word writes one, each paragraph with its list, its indent and three runs with their fonts; or it
is FILE. Expat calls three functions that do nothing, for where an element begins, where it ends, and for text:
the least that hands anything on. Exit status 0 where the median of the paired ratios is within the limit.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from carveout.agreement.intake.docx import read_docx
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 4.0
"""How many times the CPU time of expat alone reading may take."""
_PARAGRAPHS_A_PAGE = 8
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_LEVELS = ("ARTICLE %1", "%1.%2", "(%3)", "(%4)")
_FORMS = ("upperRoman", "decimal", "lowerLetter", "lowerRoman")
_WORDS = (
    " Seller has delivered to Buyer true and correct copies of every agreement to which it is a party, and neither"
    " Seller nor, to the knowledge of Seller, any other party is in default under any of them, "
)


def document(pages: int) -> bytes:
    """Return a Word document of about so many pages."""
    body = "".join(_paragraph(at) for at in range(pages * _PARAGRAPHS_A_PAGE))
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(zip(_FORMS, _LEVELS, strict=True))
    )
    numbering = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations("officeDocument", "word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", _relations("numbering", "numbering.xml"))
        archive.writestr("word/numbering.xml", numbering)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def _relations(kind: str, target: str) -> str:
    relation = f'<Relationship Id="r1" Type="{_KIND}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'


def _paragraph(at: int) -> str:
    level = (0, 1, 2, 2, 1, 2, 3, 3)[at % 8]
    runs = _run("Contracts", '<w:u w:val="single"/>') + _run(f".{_WORDS}", "") + _run(f"in the matter of {at}.", "")
    return (
        f'<w:p w:rsidR="00A{at:05}" w:rsidRDefault="00B{at:05}"><w:pPr><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="1"/></w:numPr><w:spacing w:before="120" w:after="120"/><w:ind w:left="{720 * level}"/>'
        f'<w:jc w:val="both"/><w:rPr>{_FONT}<w:sz w:val="22"/></w:rPr></w:pPr>{runs}</w:p>'
    )


def _run(words: str, mark: str) -> str:
    return (
        f'<w:r w:rsidRPr="00C12345"><w:rPr>{_FONT}{mark}<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>'
        f'<w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def main() -> int:
    """Print the medians of both and of their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=9)
    chosen = parser.parse_args()
    content = chosen.file.read_bytes() if chosen.file else document(chosen.pages)
    markup = len(_markup(content))
    _cpu_seconds(_read, content)
    pairs = [(_cpu_seconds(_expat, content), _cpu_seconds(_read, content)) for _ in range(chosen.pairs)]
    alone, ours = (1000 * statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(read / floor for floor, read in pairs)
    print(f"{markup / 1e6:.2f} MB of markup: expat alone {alone:.0f} ms, reading {ours:.0f} ms of CPU")
    print(f"reading takes {ratio:.2f} times expat alone, median of {chosen.pairs} (at most {LIMIT})")
    return 0 if ratio <= LIMIT else 1


def _markup(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml")


def _expat(content: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda _name, _attributes: None
    parser.EndElementHandler = lambda _name: None
    parser.CharacterDataHandler = lambda _text: None
    parser.Parse(_markup(content), True)  # noqa: FBT003


def _read(content: bytes) -> None:
    read_docx(content, "agreement.docx", Course(silent, 2))


def _cpu_seconds(work: Callable[[bytes], None], content: bytes) -> float:
    began = time.process_time()
    work(content)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
