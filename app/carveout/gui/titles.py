"""What a deal is called at the head of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.visible import visible

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def deal_title(reading: Reading) -> str:
    """Return the parties by what the agreement calls them, and its title; the file's name where it has none."""
    if reading.title is None:
        return visible(reading.source.name)
    parties = " / ".join(party.alias or party.name for party in reading.parties[:2])
    return visible(f"{parties} {reading.title}" if parties else reading.title)
