"""Opening a matter from the command line: a protected one by the key that the window hands on, or a passphrase."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from carveout.store.errors import PassphraseNeededError
from carveout.store.matter import open_matter
from carveout.store.passphrase import HANDED_ON, is_protected, key_for, key_of_token

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.store.matter import Matter
    from carveout.store.passphrase import Key


def opened(path: Path, *, read_only: bool = False) -> Matter:
    """Open a matter. Raises MatterError."""
    return open_matter(path, read_only=read_only, key=_key(path) if is_protected(path) else None)


def _key(path: Path) -> Key:
    handed_on = os.environ.pop(HANDED_ON, "")
    if handed_on:
        return key_of_token(handed_on)
    if not sys.stdin.isatty():
        raise PassphraseNeededError(path)
    return key_for(path, getpass.getpass(f"Passphrase of “{path.name}”: ", sys.stderr))
