from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from carveout.store.naming import free_name, matters_named, stem_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Lease.carveout").touch()
    (tmp_path / "Lease 2.carveout").symlink_to("nowhere")
    assert free_name(tmp_path, "Lease") == tmp_path / "Lease 3.carveout"


def test_what_is_no_matter_is_none_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "Lease.carveout").write_bytes(b"SQLite format 3\0" + bytes(5000))
    (tmp_path / "Lease 2.carveout").mkdir()
    assert list(matters_named(tmp_path, "Lease")) == []


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("LEASE AGREEMENT", "LEASE AGREEMENT"),
        ("Amended\n and  Restated: Lease/Sublease?", "Amended and Restated Lease Sublease"),
        ("..\\..\\secret.", "secret"),
        ("\u202egnp.exe", "gnp.exe"),
        ("???", ""),
        ("Lease " * 100, ("Lease " * 100)[:100].rstrip()),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, stem: str) -> None:
    assert stem_of(title) == stem
    assert os.sep not in stem
