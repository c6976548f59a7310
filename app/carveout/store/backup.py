"""Backups of matters: verified copies in a folder of the reviewer's own, fewer of them the older they are."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from typing import TYPE_CHECKING

from carveout.review.edits import Purged
from carveout.store.errors import MatterError
from carveout.store.failure import writing
from carveout.store.migration import migrate_copy
from carveout.store.passphrase import is_protected
from carveout.store.placing import new_file, put_in_free_place, put_in_place
from carveout.store.rotation import outdated
from carveout.store.schema import current
from carveout.store.verification import inspected, version_of

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.store.matter import Matter
    from carveout.store.passphrase import Key

_ROOM = 200_000_000
"""Bytes that the recent backups of one matter may take, as long as there are no fewer than `_FEWEST` of them."""
_FEWEST, _MOST = 5, 40
_NAMED = "%Y-%m-%d %H-%M-%S.%f UTC"


def back_up(matter: Matter, folder: Path) -> Path | None:
    """Write a backup of the matter into `folder`, and return it.

    None, where the newest backup holds the same already, or the matter is read-only. The backup is opened and
    verified before it takes its name and before older ones make room for it, none of them for a damaged one. Raises
    MatterError.
    """
    shelf = shelf_of(matter.path, folder)
    if matter.read_only or _is_on(shelf, matter):
        return None
    now = dt.datetime.now(dt.UTC)
    backup = shelf / f"{now:{_NAMED}}.carveout"
    with writing(backup):
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        with new_file(backup) as copy:
            matter.copy_to(copy)
            inspected(copy, current(), matter.key)
            put_in_place(copy, backup)
        _make_room_for(backup, now, matter.key)
    return backup


def shelf_of(path: Path, folder: Path) -> Path:
    """Return where in the folder of all backups those of one matter are."""
    return folder / hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]


def newest_good(path: Path, folder: Path, key: Key | None = None) -> Path | None:
    """Return the newest backup of the matter at `path` that verifies with its key, None where there is none."""
    return next((backup for backup in _newest_first(shelf_of(path, folder)) if _is_good(backup, key)), None)


def restore(backup: Path, target: Path) -> None:
    """Write a copy of a backup to `target`, which no other file has for a name. Raises MatterError.

    The backup itself is never worked on: it makes room for a newer one in time.
    """
    with writing(target), new_file(target) as copy:
        with backup.open("rb") as source, copy.open("wb") as made:
            shutil.copyfileobj(source, made)
            made.flush()
            os.fsync(made.fileno())
        put_in_free_place(copy, target)


def _make_room_for(newest: Path, now: dt.datetime, key: Key | None) -> None:
    made = {at: backup for backup in _newest_first(newest.parent) if (at := _made(backup))}
    most = max(_FEWEST, min(_MOST, _ROOM // max(newest.stat().st_size, 1)))
    for at in outdated(made, now, most, lambda at: _is_good(made[at], key)):
        if made[at] != newest:
            made[at].unlink(missing_ok=True)


def _made(backup: Path) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(backup.stem, _NAMED).replace(tzinfo=dt.UTC)
    except ValueError:
        return None  # Somebody put it there.


def purge_backups(matter: Matter, folder: Path) -> None:
    """Take away every backup of a matter that still holds what was purged from it, or that can't be read for it.

    Their bytes are overwritten first. Raises MatterError.
    """
    purged = {one.id for one in matter.operations if isinstance(one.edit, Purged)}
    for backup in _newest_first(shelf_of(matter.path, folder)):
        if _holds(backup, purged, matter.key if is_protected(backup) else None):
            with writing(backup):
                backup.chmod(0o600)
                with backup.open("r+b") as held:
                    held.write(bytes(backup.stat().st_size))
                    held.flush()
                    os.fsync(held.fileno())
                backup.unlink(missing_ok=True)


def _holds(backup: Path, purged: set[str], key: Key | None) -> bool:
    try:
        log = inspected(backup, current(), key).operations
    except MatterError:
        return True
    return any(one.id in purged and not isinstance(one.edit, Purged) for one in log)


def _newest_first(shelf: Path) -> list[Path]:
    return sorted(shelf.glob("*.carveout"), reverse=True)


def _is_on(shelf: Path, matter: Matter) -> bool:
    try:
        newest = inspected(_newest_first(shelf)[0], current(), matter.key)
    except (IndexError, MatterError):
        return False
    return (newest.id, newest.head) == (matter.id, matter.head)


def _is_good(backup: Path, key: Key | None) -> bool:
    try:
        version = version_of(backup, current(), key)
        if version == current().version:
            inspected(backup, current(), key)
        else:
            with writing(backup), new_file(backup) as copy:
                migrate_copy(backup, version, copy, current(), key)
    except MatterError:
        return False
    return True
