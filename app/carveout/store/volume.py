"""Where a matter lies, as far as that endangers it: on a network drive, or in a folder that a service synchronizes."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = {
    *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs"),
    *("nfs4", "orangefs", "smb3", "smbfs", "vboxsf", "webdav"),
}
_FUSE = "fuse."
_FUSE_ON_DISK = {"cryfs", "encfs", "gocryptfs", "mergerfs", "ntfs", "ntfs-3g", "portal", "securefs", "veracrypt"}
_DRIVE_REMOTE = 4
_SYNCED = (
    (re.compile(r"Dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"OneDrive([ -].+)?"), "OneDrive"),
    (re.compile(r"(Google ?Drive([ -].+)?|My Drive)"), "Google Drive"),
    (re.compile(r"(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)"), "iCloud"),
    (re.compile(r"Box([ -]Sync|-Box)?"), "Box"),
    (re.compile(r"(Nextcloud|ownCloud|pCloud ?Drive|Tresorit|Syncthing)"), "a service"),
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def is_remote(path: Path, kind: str = "") -> bool:
    """Tell whether a file lies on a network drive, as far as that can be known.

    `kind` is what the system calls the file system, where the caller could ask it; Linux and Windows are asked here.
    """
    if sys.platform == "win32":
        return path.drive.startswith("\\\\") or _is_remote_drive(path.anchor)
    if not kind:
        try:
            kind = kind_in(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"), path)
        except OSError:
            return False
    return _is_remote_kind(kind)


def kind_in(mountinfo: str, path: PurePath) -> str:
    """Return the kind of file system that an absolute path is on, by what Linux tells in `mountinfo`."""
    found = [(len(mount.parts), kind) for mount, kind in _mounts(mountinfo) if path.is_relative_to(mount)]
    deepest = max((depth for depth, _ in found), default=0)
    return next((kind for depth, kind in reversed(found) if depth == deepest), "")


def synchronizer_of(path: PurePath) -> str:
    """Return the service that synchronizes the folder of a file, by the names of the folders; empty where none does."""
    for folder in reversed(path.parts[:-1]):
        for named, service in _SYNCED:
            if named.fullmatch(folder):
                return service
    return ""


def _mounts(mountinfo: str) -> Iterator[tuple[PurePath, str]]:
    """Yield where each file system is mounted and its kind; one mounted over another comes later."""
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if separator and len(fields) > 4 and kind:
            yield PurePosixPath(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4])), kind


def _is_remote_kind(kind: str) -> bool:
    kind = kind.lower()
    if kind.startswith(_FUSE):
        return kind.removeprefix(_FUSE) not in _FUSE_ON_DISK
    return kind in _REMOTE


def _is_remote_drive(anchor: str) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 (only where it is asked)

    return bool(ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE)
