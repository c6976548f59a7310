"""Word documents written in the test that reads them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Protocol

import pytest

from carveout.agreement.intake.docx import read_docx
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.manuscript import Manuscript

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"commentsExtended": "w15:commentsEx"}
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'


def zipped(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return held.getvalue()


class Writer(Protocol):
    def __call__(self, body: str, **parts: str) -> bytes: ...


@pytest.fixture(scope="session")
def written() -> Writer:
    """Make a Word document of what stands in its body and, by their kind, in its other parts."""

    def write(body: str, **parts: str) -> bytes:
        inside = {
            f"word/{kind}.xml": f"<{(root := _ROOTS.get(kind, 'w:' + kind))} {NAMES}>{words}</{root}>"
            for kind, words in parts.items()
        }
        return zipped(
            {
                "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
                "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
                "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
                **inside,
            }
        )

    return write


@pytest.fixture(scope="session")
def manuscript(written: Writer) -> Callable[..., Manuscript]:
    def read(body: str, **parts: str) -> Manuscript:
        return read_docx(written(body, **parts), "agreement.docx", Course(silent, 2))

    return read


@pytest.fixture(scope="session")
def lines(manuscript: Callable[..., Manuscript]) -> Callable[..., list[str]]:
    """Return the lines of a document without their indents."""

    def read(body: str, **parts: str) -> list[str]:
        return [line.text.strip() for line in manuscript(body, **parts).lines]

    return read


@pytest.fixture(scope="session")
def p() -> Callable[..., str]:
    """Write a paragraph of some words, or of runs as they are given, with its properties."""

    def paragraph(words: str, properties: str = "") -> str:
        run = words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
        return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"

    return paragraph


@pytest.fixture(scope="session")
def listed(p: Callable[..., str]) -> Callable[..., str]:
    """Write a paragraph of a list, at a level of it."""

    def paragraph(words: str, level: int = 0, number: int = 1) -> str:
        return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    return paragraph


@pytest.fixture(scope="session")
def level() -> Callable[..., str]:
    """Write the definition of a level of a list."""

    def define(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )

    return define
