"""The bare text of a matter, before it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.read import read
from carveout.store.glimpse import text_of
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from pathlib import Path

DEAL = b"Purchase Agreement\n\n1.  Price\n\n    The price is five dollars.\n"


def test_a_matter_gives_its_text_at_once(tmp_path: Path) -> None:
    reading = read(DEAL, "deal.txt")
    create_matter(tmp_path / "deal.carveout", reading, DEAL).close()
    assert text_of(tmp_path / "deal.carveout") == reading.text


def test_a_matter_gives_its_text_while_it_is_open(tmp_path: Path) -> None:
    with create_matter(tmp_path / "deal.carveout", read(DEAL, "deal.txt"), DEAL) as matter:
        assert text_of(matter.path) == matter.reading.text


def test_a_file_that_is_no_matter_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "deal.carveout").write_bytes(DEAL)
    assert text_of(tmp_path / "deal.carveout") is None
    assert text_of(tmp_path / "missing.carveout") is None


def test_a_text_that_is_not_the_sealed_one_is_not_given(tmp_path: Path) -> None:
    path = tmp_path / "deal.carveout"
    create_matter(path, read(DEAL, "deal.txt"), DEAL).close()
    damaged = bytearray(path.read_bytes())
    for at in range(100, len(damaged)):
        damaged[at] ^= 1
    path.write_bytes(damaged)
    assert text_of(path) is None
