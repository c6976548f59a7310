"""What a command reads: a file, what comes in on standard input, or the reading that a matter keeps."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.intake.source import load
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.read import read
from carveout.cli.documents import name_of
from carveout.store.naming import stem_of

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.agreement.progress import Report
    from carveout.agreement.reading import Reading

_PASTED = "Pasted agreement"
_SUBJECT = re.compile(r"^The (?:file|filing|document|Word document|PDF|page)\b")
"""What a reader calls what it could not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a document, and the name of its file, None where it came in on standard input.

    `document` is the number from 1 on of the one to read, where the file is a filing and one was chosen.
    """

    content: bytes
    name: str | None
    document: int | None = None

    def read(self, report: Report) -> Reading:
        """Read it; what has no name gets that of the agreement in it. Raises NotReadableError, which names the file."""
        at = None if self.document is None else self.document - 1
        try:
            reading = read(self.content, self._called(), report, at)
        except NotReadableError as error:
            raise NotReadableError(self._named(str(error))) from error
        except MemoryError:
            told = "The file needs more memory to read than there is: split off the agreement and open that."
            raise NotReadableError(self._named(told)) from None
        if self.name is None and reading.title is not None:
            name = f"{stem_of(reading.title) or _PASTED}.txt"
            reading = replace(reading, source=replace(reading.source, name=name))
        return reading

    def _called(self) -> str:
        name = self.name or f"{_PASTED}.txt"
        return name if self.document is None else name_of(name, self.content, self.document)

    def _named(self, sentence: str) -> str:
        """Return what was said of "the file" with its name."""
        return _SUBJECT.sub(lambda _: f"“{self.name}”" if self.name else "What was pasted", sentence)


def source_at(path: Path, document: int | None) -> Source:
    """Return the source that a command was given: `-` is standard input. Raises NotReadableError."""
    if str(path) == "-":
        return Source(sys.stdin.buffer.read(), None, document)
    return Source(load(path), path.name, document)
