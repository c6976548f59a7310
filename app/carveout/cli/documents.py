"""The documents of an EDGAR filing, of which one is chosen to be read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from carveout.agreement.intake.opening_words import opening_words
from carveout.agreement.intake.submission import Form, Submitted, submitted

ASKS_WHICH = 4
"""The exit status where several documents of a filing are agreements, and none was chosen."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of a filing that can be read, by its number from 1 on, and its size in bytes.

    `agreement` tells that it is likely to hold an agreement.
    """

    number: int
    type: str
    description: str
    opening: str
    size: int
    agreement: bool


def listed(content: bytes) -> tuple[Listed, ...]:
    """Return the documents of a filing that can be read, none where a file is no filing."""
    return tuple(
        Listed(
            number,
            one.type,
            one.description or "",
            opening_words(content[one.start : one.end]),
            one.end - one.start,
            one.agreement,
        )
        for number, one in enumerate(submitted(content), start=1)
        if one.form is not Form.OTHER
    )


def name_of(name: str, content: bytes, number: int) -> str:
    """Return the name of a file with that of a document in it: `filing EX-10.1.txt`."""
    documents = submitted(content)
    if not 1 <= number <= len(documents):
        return name
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    return f"{stem} {_called(documents, number - 1)}{dot}{suffix}"


def asks_which(documents: tuple[Listed, ...]) -> bool:
    """Tell whether several documents hold an agreement, so that somebody has to choose."""
    return sum(one.agreement for one in documents) > 1


def is_read_whole(content: bytes) -> bool:
    """Tell whether the filing is plain text throughout, which may be read as a whole."""
    return all(one.form is not Form.HTML for one in submitted(content))


def record(content: bytes, documents: tuple[Listed, ...]) -> str:
    """Return the documents as JSON, for the window to show and a person to choose from."""
    return json.dumps({"whole": is_read_whole(content), "documents": [asdict(one) for one in documents]})


def table(documents: tuple[Listed, ...]) -> str:
    """Return the documents as lines for a person, those that hold an agreement with a star."""
    return "\n".join(
        f"{'*' if one.agreement else ' '} {one.number:3}  {one.type:10}  {one.size // 1000:7,} KB"
        f"  {one.description or one.opening}"
        for one in documents
    )


def _called(documents: tuple[Submitted, ...], at: int) -> str:
    kind = documents[at].type.replace("/", "-") or "document"
    alone = sum(one.type == documents[at].type for one in documents) == 1
    return kind if alone else f"{kind} ({at + 1})"
