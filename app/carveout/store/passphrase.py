"""The passphrase of a protected matter, and the key that it makes.

A protected matter is encrypted by SQLCipher: every page, with a code that tells a changed one. Its first sixteen bytes
stay plain; they are the salt of SQLCipher and of scrypt, which makes the key, and begin with what marks such a matter.
The last three tell a wrong passphrase from a damaged file.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from carveout.store.errors import NoProtectionError, PassphraseNeededError, WrongPassphraseError

if TYPE_CHECKING:
    from pathlib import Path

MARK = b"CARV\x01"
"""What a protected matter begins with; the last byte is the version of how the key is made."""
HANDED_ON = "CARVEOUT_KEY"
"""The variable of a process of ours that it is handed the key in: the system shows that to nobody else."""
_HEADER = 16
_SALT = slice(0, 13)
_COST, _BLOCK, _LANES = 1 << 16, 8, 1
_MEMORY = 2 * 128 * _COST * _BLOCK


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a protected matter: 32 bytes that a passphrase makes with the sixteen that the file begins with."""

    secret: bytes = field(repr=False)
    header: bytes

    @property
    def token(self) -> str:
        """The key as SQLCipher takes it, in hexadecimal digits."""
        return (self.secret + self.header).hex()


def key_of_token(token: str) -> Key:
    """Return the key that was handed on. Raises ValueError."""
    both = bytes.fromhex(token)
    if len(both) != 48:
        raise ValueError("This is no key.")
    return Key(both[:32], both[32:])


def can_protect() -> bool:
    """Tell whether SQLCipher is installed."""
    return find_spec("sqlcipher3") is not None


def is_protected(path: Path) -> bool:
    """Tell whether a file begins as a protected matter does; what isn't there or can't be read doesn't."""
    return _header(path).startswith(MARK)


def new_key(passphrase: str) -> Key:
    """Return a key for a file to be made, another one each time."""
    if not can_protect():
        raise NoProtectionError
    salt = MARK + os.urandom(_SALT.stop - len(MARK))
    secret, check = _derived(passphrase, salt)
    return Key(secret, salt + check)


def key_for(path: Path, passphrase: str) -> Key:
    """Return the key of a protected matter. Takes some tenths of a second, to make guessing slow.

    Raises WrongPassphraseError, and PassphraseNeededError where the file isn't protected any more.
    """
    header = _header(path)
    if not header.startswith(MARK) or len(header) < _HEADER:
        raise PassphraseNeededError(path)
    secret, check = _derived(passphrase, header[_SALT])
    if not hmac.compare_digest(check, header[_SALT.stop :]):
        raise WrongPassphraseError(path)
    return Key(secret, header)


def _derived(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    made = hashlib.scrypt(words, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=35)
    return made[:32], made[32:]


def _header(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_HEADER)
    except (OSError, ValueError):
        return b""
