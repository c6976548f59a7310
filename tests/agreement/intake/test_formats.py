"""Which format a source is in: its content tells, never its name."""

from __future__ import annotations

import hashlib

import pytest

from carveout.agreement.intake.formats import manuscript_of
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import Course, silent
from carveout.agreement.read import read

PAGE = "<html><body><p>This Credit Agreement is made by and between the Borrower and the Lender.</p></body></html>"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PAGE, "edgar-html"),
        (
            "<DOCUMENT>\n<TYPE>EX-10\n<SEQUENCE>2\n<FILENAME>a.htm\n<TEXT>\n" + PAGE + "\n</TEXT>\n</DOCUMENT>",
            "edgar-html",
        ),
        ("<?xml version='1.0'?>\n<!-- made by a tool -->\n<!DOCTYPE html>\n" + PAGE, "edgar-html"),
        ("<!-- a > b -->\n<BODY><P>Words", "edgar-html"),
        ("<P><FONT SIZE=2>This Agreement</FONT></P>\n" * 10, "edgar-html"),
        ("<SEC-DOCUMENT>\n<PAGE>\nThis Agreement <b>is</b>\n<TABLE>\n<CAPTION>\n<S> <C>\n", "edgar-text"),
        ("The <Company> shall pay <b>& more</b>, <i>so</i> it is.", "text"),
        ("# Agreement\n\n## Terms\n\nWords", "text"),
        ("This Agreement", "text"),
    ],
)
def test_content_tells(content: str, form: str) -> None:
    assert manuscript_of(content.encode(), "agreement.pdf", Course(silent, 2)).format == form


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1 This Agreement}"])
def test_old_formats_are_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(NotReadableError, match=r"save it as \.docx"):
        manuscript_of(content, "agreement.txt", Course(silent, 2))


def test_a_document_of_a_filing_is_read_by_its_position_and_kept_under_the_filing() -> None:
    filing = "".join(
        f"<DOCUMENT>\n<TYPE>EX-10.{at}\n<SEQUENCE>{at}\n<TEXT>\nThis is agreement {at}.\n</TEXT>\n</DOCUMENT>\n"
        for at in (1, 2)
    ).encode()
    made = manuscript_of(filing, "filing.txt", Course(silent, 2), document=1)
    assert [(line.number, line.text) for line in made.lines if line.text] == [(12, "This is agreement 2.")]
    assert made.sha256 == hashlib.sha256(filing).hexdigest()
    assert read(filing, "filing.txt", document=0).text == "This is agreement 1."
