"""What a deal is called at the head of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.deal import deal_name
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def deal_title(reading: Reading) -> str:
    """Return the deal's name, or the file's where it holds no agreement."""
    return visible(deal_name(reading) or reading.source.name)
