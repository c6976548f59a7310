from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.folders import backups_folder, documents_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_documents_and_backups_have_folders_of_the_reviewer_s_own(own_home: Path) -> None:
    assert documents_folder().is_relative_to(own_home)
    assert backups_folder().is_relative_to(own_home)
    assert not backups_folder().is_relative_to(documents_folder())
