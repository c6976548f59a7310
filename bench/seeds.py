"""One small agreement in every format, to be broken in every way: what bench.mutants starts from."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

PREAMBLE = (
    'This Share Purchase Agreement (the "Agreement") is made on March 3, 2021 by and between Anchor Holdings, Inc. '
    '("Seller") and Beacon Partners Ltd. ("Buyer").'
)
CLAUSES = (
    ("ARTICLE I", "DEFINITIONS", ""),
    ("1.1", "Terms", '"Affiliate" means any person that controls Seller, other than (i) Cinder and (ii) Dune.'),
    ("ARTICLE II", "REPRESENTATIONS AND WARRANTIES OF SELLER", ""),
    ("2.1", "Organization", "Seller represents and warrants to Buyer that it is duly organized."),
    ("2.2", "No Litigation", "Except as set forth in Schedule 2.2, there is no action pending against Seller."),
    ("(a)", "", "Except for the Cinder petition, no event has had a Material Adverse Effect;"),
    ("(b)", "", "provided, however, that Seller's knowledge is limited to that of its officers."),
    ("2.3", "Leases", "Schedule 2.3 lists all leases of Seller and its Affiliates, excluding the Cinder petition."),
    ("ARTICLE III", "CONDITIONS", ""),
    ("3.1", "Accuracy", "The obligation of Buyer to close is subject to the condition that the representations in "),
    ("(a)", "", "Section 2.1 be true in all respects and Article II in all material respects as of the Closing Date;"),
    ("(b)", "", "and that no event could reasonably be expected to have a Material Adverse Effect on Seller."),
    ("ARTICLE IV", "INDEMNIFICATION AND TERMINATION", ""),
    ("4.1", "Indemnity", "Seller shall indemnify Buyer for any breach of Sections 2.1 through 2.3 and Exhibit B."),
    ("4.2", "Termination", "Buyer may terminate upon a Material Adverse Effect, other than the Cinder petition."),
    ("ARTICLE V", "MISCELLANEOUS", ""),
    ("5.1", "Notices", "All notices under Section 2.2(a) shall be in writing within thirty (60) days of the the date."),
    (
        "5.2",
        "Effect",
        '"Material Adverse Effect" means any effect on Seller, except the Cinder petition and its effects.',
    ),
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def seeds() -> dict[str, bytes]:
    """Return the agreement by the name of its format."""
    return {
        "text": _text().encode(),
        "edgar-text": _submission(_text()).encode("cp1252"),
        "markdown": _markdown().encode(),
        "html": _html().encode(),
        "edgar-html": _submission(_html()).encode(),
        "docx": _docx(),
        "pdf": _pdf(),
    }


def _lines() -> list[str]:
    return [PREAMBLE, *(" ".join(part for part in (n, h and f"{h}.", words) if part) for n, h, words in CLAUSES)]


def _text() -> str:
    return "\n\n".join(["SHARE PURCHASE AGREEMENT", *_lines(), "IN WITNESS WHEREOF the parties have signed."])


def _submission(document: str) -> str:
    return (
        "<SEC-DOCUMENT>0000000000-21-000001.txt\n<DOCUMENT>\n<TYPE>EX-10.1\n<SEQUENCE>2\n<FILENAME>deal.htm\n"
        f"<DESCRIPTION>AGREEMENT\n<TEXT>\n{document}\n<PAGE>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    )


def _markdown() -> str:
    items = [f"## {n} {h}\n\n{words}" if h else f"{n} {words}" for n, h, words in CLAUSES]
    return "\n\n".join(
        ["# Share Purchase Agreement", PREAMBLE, *items, "| **Term** | Section |\n|---|---|\n| A | 1.1 |"]
    )


def _html() -> str:
    items = "".join(
        f'<p style="margin-left:{18 * n.startswith("(")}pt">{n} <u>{escape(h)}</u> {escape(words)}</p>'
        for n, h, words in CLAUSES
    )
    return (
        f'<html><head><meta charset="utf-8"><title>x</title></head><body><p align="center"><b>SHARE PURCHASE AGREEMENT'
        f"</b></p><p>{escape(PREAMBLE)}</p>{items}<hr><table><tr><td>Shares</td><td>100</td></tr></table></body></html>"
    )


def _docx() -> bytes:
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>'
        f"{escape(f'{h}. {words}')}</w:t></w:r></w:p>"
        for level, h, words in ((0 if n[0] == "A" else 1 if n[0].isdigit() else 2, h, w) for n, h, w in CLAUSES)
    )
    change = '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="A"/></w:p>'
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Shares</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate((("upperRoman", "ARTICLE %1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")))
    )
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/numbering" '
            f'Target="numbering.xml"/><Relationship Id="r2" Type="{_OFFICE}/image" Target="http://127.0.0.1/x.png" '
            'TargetMode="External"/></Relationships>'
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{escape(PREAMBLE)}</w:t></w:r></w:p>{body}{change}'
            f"{table}</w:body></w:document>"
        ),
        "word/numbering.xml": (
            f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ),
    }
    return packed(parts={name: part.encode() for name, part in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return made.getvalue()


def _pdf() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0, invariant=1)
    for page in range(3):
        for row, line in enumerate(_lines()):
            canvas.drawString(72, 760 - 18 * row, line[:90])
        canvas.drawCentredString(300, 30, str(page + 1))
        canvas.showPage()
    canvas.save()
    return made.getvalue()
