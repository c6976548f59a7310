"""The markup of a Word document: its names, its values, and a way through it that trusts nothing in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

from carveout.agreement.manuscript import NotReadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
UNIFORM = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""What the strict form of the format calls its names, and what everybody else calls them."""
VAL: Final = f"{W}val"
_LARGEST_TREE = 10_000_000
"""Bytes of a part beside the document that is read whole."""
_NUMBER = re.compile(r"\s{0,9}([+-]?\d{1,9})(?:\.\d{0,20})?\s{0,9}$")
_OFF = frozenset({"0", "false", "off", "none"})


def number(value: str | None) -> int | None:
    """Return a whole number as the markup writes it, None for anything else."""
    match = _NUMBER.match(value) if value else None
    return int(match[1]) if match else None


def on(value: str | None) -> bool:
    """Tell whether a property that is there is switched on: it is unless it says otherwise."""
    return value not in _OFF


def child_value(element: ET.Element | None, name: str) -> str | None:
    """Return the value of an element's child of a name of Word's, None where there is no such child."""
    found = None if element is None else element.find(W + name)
    return None if found is None else found.get(VAL)


def damaged() -> NoReturn:
    """Raise NotReadableError for a document whose archive or markup is broken."""
    raise NotReadableError("The Word document is damaged: open it in Word, save it again and open that.") from None


def refuse_doctype(*_declared: object) -> NoReturn:
    """Raise NotReadableError for markup that declares entities of its own, which no Word document does."""
    raise NotReadableError("The file declares entities, which no Word document does: save it again in Word.")


class _Opened(Exception):  # noqa: N818  (not an error: what comes before the first element has been seen)
    pass


def tree(content: bytes) -> ET.Element:
    """Return the elements of a small part. Raises NotReadableError for one that is broken or declares entities."""
    if len(content) > _LARGEST_TREE:
        raise NotReadableError("The file has more styles and lists than an agreement can: save it again in Word.")
    look = expat.ParserCreate()
    look.StartDoctypeDeclHandler = refuse_doctype
    look.StartElementHandler = _opened
    try:
        look.Parse(content, True)  # noqa: FBT003
    except _Opened:
        pass
    except (expat.ExpatError, ValueError, LookupError):
        damaged()
    try:
        return ET.fromstring(content)  # noqa: S314  (it has no entities: that was just made sure)
    except (ET.ParseError, ValueError, LookupError):
        damaged()


def _opened(_name: str, _attributes: Mapping[str, str]) -> NoReturn:
    raise _Opened
