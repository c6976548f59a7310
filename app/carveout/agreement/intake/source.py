"""The bytes of a source file, or one sentence that says why there are none."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from carveout.agreement.intake.decoding import LARGEST
from carveout.agreement.manuscript import NotReadableError

if TYPE_CHECKING:
    from pathlib import Path


def load(path: Path) -> bytes:
    """Return the bytes of a file. Raises NotReadableError where it isn't there, isn't a file, or is too large."""
    named = f"“{path.name}”" if path.name else str(path.absolute())
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise NotReadableError(f"{named} is a folder: open a file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise NotReadableError(f"{named} is no file that can be opened: save its contents as one and open that.")
        if found.st_size > LARGEST:
            raise NotReadableError(f"{named} is larger than 50 MB: split off the agreement and open that.")
        return path.read_bytes()
    except FileNotFoundError:
        raise NotReadableError(f"{named} is not there: check its name and folder.") from None
    except PermissionError:
        raise NotReadableError(f"{named} may not be read by you: ask its owner for permission.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name can't be one"
        raise NotReadableError(f"{named} can't be read ({why}): copy it to this computer and try again.") from None
