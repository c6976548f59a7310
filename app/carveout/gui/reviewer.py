"""The name, the initials and the colours that tell one reviewer from another."""

from __future__ import annotations

import getpass
import json
from functools import cache

from carveout.assets import RESOURCES
from carveout.gui.visible import visible

COLOURS = ("blue", "teal", "green", "olive", "amber", "red", "plum", "slate")
"""What a reviewer may choose among; each is legible on the grounds of both themes, and they on it."""
LONGEST_INITIALS = 3


def system_name() -> str:
    """Return what the system calls its user: the full name, or else that of the account; “Reviewer” of nobody known."""
    try:
        import pwd  # noqa: PLC0415  (not on Windows)

        full = pwd.getpwnam(getpass.getuser()).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError, OSError):
        full = ""
    try:
        return full or getpass.getuser()
    except (KeyError, OSError):
        return "Reviewer"


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name, a question mark where there is none."""
    words = visible(name).split()
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in ends) or "?"


def shade(colour: str, theme: str) -> str:
    """Return a colour of COLOURS as `#rrggbb` in the theme `light` or `dark`."""
    return _shades()[colour][theme]


@cache
def _shades() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((RESOURCES / "themes" / "reviewers.json").read_text("utf-8"))
    return found
