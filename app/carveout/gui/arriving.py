"""What somebody drops on the window or pastes into it: a file, an agreement's words, or what is neither."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_FEWEST = 40
"""Words that make a text worth a matter: fewer were copied for something else."""
_SEVERAL = "{} files came at once, and Carveout opens one at a time: bring the one that you want."
_LINK = "That is a link, and Carveout never goes to the network: save what it leads to as a file and open that."
_NOTHING = "There are no words of an agreement to paste: copy all of its text, or the file itself, and paste again."
_SHORT = "What was copied is too short for an agreement: copy all of its text, or the file itself, and paste again."


@dataclass(frozen=True, slots=True)
class Words:
    """The text of an agreement."""

    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that says why nothing comes of what was brought, and what to do."""

    sentence: str


Arrival: TypeAlias = Path | Words | Refusal


def may_arrive(mime: QMimeData) -> bool:
    """Tell whether what is dragged over the window is something to say or do anything about."""
    return bool(mime.urls()) or mime.hasText()


def arrival(mime: QMimeData | None) -> Arrival:
    """Return what was dropped or pasted. Files count before links, and both before words.

    None is what Qt has for a clipboard that another program took or cleared at that very moment.
    """
    if mime is None:
        return Refusal(_NOTHING)
    urls = mime.urls()
    files = [url.toLocalFile() for url in urls if url.isLocalFile()]
    if len(files) == 1:
        return Path(files[0])
    if files:
        return Refusal(_SEVERAL.format(len(files)))
    if urls:
        return Refusal(_LINK)
    text = mime.text()
    words = len(text[: 100 * _FEWEST].split())
    if words >= _FEWEST:
        return Words(text)
    return Refusal(_SHORT if words else _NOTHING)
