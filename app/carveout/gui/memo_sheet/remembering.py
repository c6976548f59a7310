"""How memos were asked for last: the letterhead and the parts of all matters, for whom and to whom of each.

To whom one matter's memo went is nothing that another's should say, so each matter has its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.gui.folders import letterhead_folder
from carveout.memo.instructions import LEGEND, RECIPIENT, Audience, Instructions, Part
from carveout.memo.logo import LogoError, logo_of
from carveout.store.placing import new_file, put_in_place

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.settings import Settings

_GONE = "The logo that was kept for every memo is gone, or can't be used any more: choose it again."
_NOT_KEPT = "The logo could not be kept for the next memo."


@dataclass(frozen=True, slots=True)
class Asked:
    """How a memo was asked for last. `trouble` is a sentence for a person where the logo is not what it was."""

    instructions: Instructions
    trouble: str = ""


class Remembering:
    """Keeps it in the settings, and the logo as a copy of its file in the reviewer's own folder.

    The file that the logo was chosen from may be on a drive that isn't there tomorrow.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def asked(self, matter: str) -> Asked:
        """Return how the memo of a matter, by its id, is to be asked for at first."""
        every, own = _record(self._settings.asked()), _record(self._settings.asked(matter))
        logo, trouble = _logo() if every.get("logo") is True else (b"", "")
        instructions = Instructions(
            audience=_audience(own),
            parts=_parts(every),
            firm=_words(every, "firm", ""),
            logo=logo,
            recipient=_words(own, "recipient", RECIPIENT),
            legend=_words(every, "legend", LEGEND),
        )
        return Asked(instructions, trouble)

    def audience(self, matter: str) -> Audience:
        """Return for whom the last paper of a matter, by its id, was."""
        return _audience(_record(self._settings.asked(matter)))

    def keep_audience(self, matter: str, audience: Audience) -> None:
        """Remember for whom a paper of a matter, by its id, is."""
        own = _record(self._settings.asked(matter))
        self._settings.keep_asked(json.dumps({**own, "audience": audience}), matter)

    def keep(self, matter: str, asked: Instructions) -> str:
        """Remember how the memo of a matter is asked for; return a sentence where not all of it could be kept."""
        trouble = _keep_logo(asked.logo)
        every = {
            "without": sorted(frozenset(Part) - asked.parts),
            "firm": asked.firm,
            "legend": asked.legend,
            "logo": bool(asked.logo) and not trouble,
        }
        self._settings.keep_asked(json.dumps(every))
        self._settings.keep_asked(json.dumps({"audience": asked.audience, "recipient": asked.recipient}), matter)
        return trouble


def _record(written: str) -> dict[str, object]:
    try:
        record = json.loads(written)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _words(record: dict[str, object], name: str, otherwise: str) -> str:
    words = record.get(name)
    return words if isinstance(words, str) else otherwise


def _audience(own: dict[str, object]) -> Audience:
    return Audience.CLIENT if own.get("audience") == Audience.CLIENT else Audience.FIRM


def _parts(every: dict[str, object]) -> frozenset[Part]:
    without = every.get("without")
    return frozenset(part for part in Part if part not in without) if isinstance(without, list) else frozenset(Part)


def _kept_logo() -> Path:
    return letterhead_folder() / "logo"


def _logo() -> tuple[bytes, str]:
    """Return the logo that is kept, or none and a sentence that says why."""
    try:
        return logo_of(_kept_logo()), ""
    except LogoError:
        return b"", _GONE


def _keep_logo(logo: bytes) -> str:
    """Keep a copy of the logo, in place of the one before; return a sentence where that can't be."""
    path = _kept_logo()
    try:
        if not logo:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != logo:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with new_file(path) as copy:
                copy.write_bytes(logo)
                put_in_place(copy, path)
    except OSError:
        return _NOT_KEPT
    return ""
