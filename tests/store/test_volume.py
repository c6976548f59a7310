from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

from carveout.store.volume import is_remote, kind_in, synchronizer_of

MOUNTINFO = r"""22 28 0:20 / /proc rw,nosuid shared:12 - proc proc rw
28 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
31 28 0:26 / /users/ada/matters rw,relatime shared:2 master:4 - nfs4 files:/export rw,vers=4.2
32 28 0:27 / /mnt/the\040firm rw,relatime - cifs //files/deals rw
33 28 0:28 / /users/ada/far rw - fuse.sshfs ada@files: rw
34 28 0:29 / /users/ada/near rw - fuse.gocryptfs gocryptfs rw
35 28 8:1 / /media/stick rw - fuseblk /dev/sda1 rw
36 31 259:2 /x /users/ada/matters/here rw - ext4 /dev/nvme0n1p2 rw
37 28 0:31 / /media/twice rw - ext4 /dev/sdb1 rw
38 37 0:32 / /media/twice rw - smb3 //files/twice rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/users/ada/deal.carveout", "ext4"),
        ("/users/ada/matters/deal.carveout", "nfs4"),
        ("/users/ada/matters/here/deal.carveout", "ext4"),
        ("/users/ada/matters2/deal.carveout", "ext4"),
        ("/mnt/the firm/deal.carveout", "cifs"),
        ("/media/twice/deal.carveout", "smb3"),
    ],
)
def test_the_deepest_and_last_mount_says_what_a_file_is_on(path: str, kind: str) -> None:
    assert kind_in(MOUNTINFO, PurePosixPath(path)) == kind


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked for the drive")
@pytest.mark.parametrize(
    ("kind", "remote"),
    [
        *((kind, True) for kind in ("nfs", "nfs4", "cifs", "smbfs", "fuse.sshfs", "fuse.rclone")),
        *((kind, False) for kind in ("ext4", "apfs", "fuseblk", "fuse.gocryptfs", "tmpfs")),
    ],
)
def test_a_network_drive_is_told_by_its_kind(kind: str, remote: bool) -> None:
    assert is_remote(Path("/users/ada/deal.carveout"), kind) is remote


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux tells its mounts")
def test_this_computer_s_own_disk_is_no_network_drive() -> None:
    assert not is_remote(Path("/"))


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/users/ada/Dropbox/deals/deal.carveout", "Dropbox"),
        ("/users/ada/Dropbox (The Firm)/deal.carveout", "Dropbox"),
        ("/Users/ada/OneDrive - The Firm/deal.carveout", "OneDrive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@firm.com/My Drive/deal.carveout", "Google Drive"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/deal.carveout", "iCloud"),
        ("/users/ada/Nextcloud/deal.carveout", "a service"),
        ("/users/ada/Dropboxes/deal.carveout", ""),
        ("/users/ada/Documents/Dropbox.carveout", ""),
    ],
)
def test_a_synchronized_folder_is_told_by_its_name(path: str, service: str) -> None:
    assert synchronizer_of(PurePosixPath(path)) == service
