from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout.store.backup import back_up
from carveout.store.connection import uri_of
from carveout.store.errors import UnreadableMatterError
from carveout.store.matter import Matter, create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation

Note: TypeAlias = "Callable[[Matter, str], Operation]"


def test_a_windows_share_is_a_path_to_sqlite_and_not_a_host() -> None:
    share = PureWindowsPath("//server/deals/a b.carveout")
    assert uri_of(share, mode="rw") == "file:////server/deals/a%20b.carveout?mode=rw"
    assert uri_of(PureWindowsPath("C:/deals/a.carveout"), mode="ro") == "file:///C:/deals/a.carveout?mode=ro"
    assert uri_of(PurePosixPath("/deals/a?b#c%.carveout"), mode="ro") == "file:///deals/a%3Fb%23c%25.carveout?mode=ro"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
@pytest.mark.parametrize(
    "name", ["a?mode=memory#%20.carveout", "\u202efdp.株式会社.carveout", os.fsdecode(b"\xff\xe9.carveout")]
)
def test_any_file_name_holds_a_matter_and_its_backups(
    tmp_path: Path, reading: Reading, source: bytes, note: Note, name: str
) -> None:
    folder = tmp_path / name.removesuffix(".carveout")
    folder.mkdir()
    with create_matter(folder / name, reading, source) as matter:
        note(matter, "kept")
        backup = back_up(matter, folder / "backups")
    assert backup is not None
    with open_matter(backup) as copy:
        assert copy.operations == matter.operations
    assert {path.name for path in folder.iterdir()} == {name, "backups"}


def test_a_matter_behind_a_link_is_changed_where_it_lies(matter: Matter, note: Note, tmp_path: Path) -> None:
    matter.close()
    link = tmp_path / "desk" / "link.carveout"
    link.parent.mkdir()
    try:
        link.symlink_to(matter.path)
    except OSError:
        pytest.skip("links need a right here")
    with open_matter(link) as linked:
        note(linked, "through the link")
        assert list(link.parent.iterdir()) == [link]
    with open_matter(matter.path) as again:
        assert len(again.operations) == 1


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_a_link_to_itself_is_no_file(tmp_path: Path) -> None:
    link = tmp_path / "deal.carveout"
    link.symlink_to(link)
    with pytest.raises(UnreadableMatterError):
        open_matter(link)
