"""A .docx is a zip archive: its parts, found by their relationships, none read beyond what an agreement can need."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import NoReturn

from carveout.agreement.intake.docx.markup import RELATIONSHIPS, UNIFORM, damaged, tree
from carveout.agreement.manuscript import NotReadableError

_MOST_ENTRIES = 2_000
_MOST_BYTES = 200_000_000
_MOST_RATIO = 100
_SMALL = 4_000_000
"""Bytes of a part that may be compressed to any degree."""
_LARGEST_PART = 100_000_000
_ENTRY = b"PK\x01\x02"
_KINDS = (
    ("xl/workbook", "a spreadsheet: save the agreement in it as .docx or PDF"),
    ("ppt/presentation", "a presentation: save the agreement in it as .docx or PDF"),
    ("content.xml", "an OpenDocument file: save it as .docx"),
)


@dataclass(frozen=True)
class Package:
    """A Word document's archive: the name of its main part, and where each kind of related part is.

    `related` maps the last word of a relationship's type (`styles`, `footnotes`) to the name of the part.
    """

    archive: zipfile.ZipFile
    main: str
    related: dict[str, str]

    def part(self, kind: str) -> bytes | None:
        """Return the bytes of the part of a kind, None where the document has none. Raises NotReadableError."""
        name = self.related.get(kind)
        return None if name is None else _read(self.archive, name)

    def document(self) -> bytes:
        """Return the bytes of the main part. Raises NotReadableError."""
        content = _read(self.archive, self.main)
        return content if content is not None else damaged()


def open_package(content: bytes) -> Package:
    """Open the archive of a Word document, its size checked before anything is read.

    Raises NotReadableError for another archive, one that is damaged or encrypted, and one made to exhaust its reader.
    """
    if content.count(_ENTRY) > _MOST_ENTRIES:
        raise NotReadableError(f"The file has more than {_MOST_ENTRIES:,} parts: save it again in Word and open that.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, OverflowError):
        damaged()
    _check(archive)
    main = _related(archive, "").get("officeDocument", "")
    if not main.startswith("word/") and not _is_word(archive, main):
        _refuse(archive)
    return Package(archive, main, _related(archive, main))


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise NotReadableError("The file is encrypted: save it without a password and open that.")
    if len(names) < len(entries):
        damaged()
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise NotReadableError("The file unpacks to more than 200 MB: split off the agreement and open that.")


def _is_word(archive: zipfile.ZipFile, main: str) -> bool:
    """Tell whether the main part, wherever it is, is a Word document's."""
    return bool(main) and b"wordprocessingml" in (_read(archive, "[Content_Types].xml") or b"")


def _refuse(archive: zipfile.ZipFile) -> NoReturn:
    names = archive.namelist()
    for start, what in _KINDS:
        if any(name.startswith(start) for name in names):
            raise NotReadableError(f"The file is {what} and open that.")
    if "[Content_Types].xml" in names:
        damaged()
    raise NotReadableError("The file is a zip archive: unpack it and open the agreement that is in it.")


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return the parts that a part, or the package itself, is related to inside the archive, by kind."""
    folder, name = posixpath.split(part)
    content = _read(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, str] = {}
    if content is None:
        return found
    for relation in tree(content).iter(f"{RELATIONSHIPS}Relationship"):
        if relation.get("TargetMode") != "External":
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found.setdefault(kind, target.lstrip("/"))
    return found


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part of the archive, read no further than it may reach: what a header says of its size can be a lie."""
    try:
        entry = archive.getinfo(name)
        most = min(_LARGEST_PART, max(_SMALL, _MOST_RATIO * entry.compress_size))
        with archive.open(entry) as stream:
            content = stream.read(most + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        damaged()
    if len(content) > most:
        raise NotReadableError("The file unpacks to far more than an agreement: save it again in Word and open that.")
    for strict, usual in UNIFORM:
        content = content.replace(strict, usual)
    return content
