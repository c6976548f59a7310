"""The notices: what Carveout is made of, by whose leave, read from the bill of materials that is shipped with it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from carveout.assets import RESOURCES

NOTICES = RESOURCES / "notices"
_NO_WORDS = "The text of this licence is missing from this copy of Carveout. It can be found by its name: {}"


@dataclass(frozen=True, slots=True)
class Notice:
    """One part: its name, its version or nothing, its licence as SPDX names it, and what it is within or nothing."""

    name: str
    version: str
    licence: str
    within: str
    key: str

    def words(self) -> str:
        """Return the licence in full: its own, or that of what it is within."""
        for key in (self.key, self.within):
            path = NOTICES / "licences" / f"{key}.txt"
            if key and path.is_file():
                return path.read_text(encoding="utf-8", errors="replace").strip()
        return _NO_WORDS.format(self.licence)


def notices() -> tuple[Notice, ...]:
    """Return every part that Carveout brings along, by name. Raises OSError or ValueError where the bill is damaged."""
    bill = json.loads((NOTICES / "sbom.cdx.json").read_text(encoding="utf-8"))
    brought = (entry for entry in bill["components"] if entry["scope"] != "excluded")
    return tuple(sorted((_notice(entry) for entry in brought), key=lambda notice: notice.name.casefold()))


def _notice(entry: dict[str, object]) -> Notice:
    properties = entry.get("properties", ())
    named = {pair["name"]: pair["value"] for pair in properties} if isinstance(properties, list) else {}
    (choice,) = entry["licenses"] if isinstance(entry["licenses"], list) else ({},)
    licence = choice.get("expression") or choice["license"].get("id") or choice["license"]["name"]
    return Notice(
        str(entry["name"]),
        str(entry.get("version", "")),
        str(licence),
        named.get("carveout:within", ""),
        str(entry["bom-ref"]),
    )
