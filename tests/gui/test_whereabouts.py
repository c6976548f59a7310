from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.read import read
from carveout.assets import RESOURCES
from carveout.gui.whereabouts import free_place, matter_of
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def make() -> Callable[[Path], Path]:
    """Make a matter of a source where it belongs, and return its path."""

    def make_matter(source: Path) -> Path:
        content = source.read_bytes()
        with create_matter(free_place(source), read(content, source.name), content) as matter:
            return matter.path

    return make_matter


def test_a_matter_lies_beside_its_source(agreement: Path, make: Callable[[Path], Path]) -> None:
    assert make(agreement) == agreement.with_name("agreement.carveout")


def test_what_is_part_of_carveout_has_its_matter_in_the_documents(own_home: Path) -> None:
    sample = min((RESOURCES / "samples").glob("*.txt"))
    assert free_place(sample) == own_home / "Documents" / "Carveout" / f"{sample.stem}.carveout"
    assert (own_home / "Documents" / "Carveout").is_dir()


def test_a_folder_that_cannot_be_written_to_leaves_the_matter_to_the_documents(agreement: Path, own_home: Path) -> None:
    agreement.parent.chmod(0o500)
    if os.access(agreement.parent, os.W_OK):
        pytest.skip("this user may write everywhere")
    assert free_place(agreement).parent == own_home / "Documents" / "Carveout"


def test_a_source_knows_its_matter_by_its_bytes(agreement: Path, make: Callable[[Path], Path]) -> None:
    assert matter_of(agreement) is None
    first = make(agreement)
    assert matter_of(agreement) == first
    agreement.write_text("1. Another draft.\n", encoding="utf-8")
    assert matter_of(agreement) is None
    second = make(agreement)
    assert second == agreement.with_name("agreement 2.carveout")
    assert matter_of(agreement) == second


def test_what_bears_the_name_and_is_no_matter_is_passed_over(agreement: Path, make: Callable[[Path], Path]) -> None:
    agreement.with_name("agreement.carveout").write_bytes(b"something else")
    agreement.with_name("agreement 2.carveout").symlink_to("nowhere")
    assert matter_of(agreement) is None
    made = make(agreement)
    assert made == agreement.with_name("agreement 3.carveout")
    assert matter_of(agreement) == made


def test_a_source_that_is_gone_has_no_matter(agreement: Path, make: Callable[[Path], Path]) -> None:
    make(agreement)
    agreement.unlink()
    assert matter_of(agreement) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_a_pipe_is_not_waited_for(agreement: Path, make: Callable[[Path], Path]) -> None:
    make(agreement)
    agreement.unlink()
    os.mkfifo(agreement)
    assert matter_of(agreement) is None


@pytest.mark.parametrize("stem", ["x" * 251, "契" * 83, "ü" * 120])
def test_a_long_name_is_cut_to_what_every_system_takes(
    agreement: Path, make: Callable[[Path], Path], stem: str
) -> None:
    source = agreement.rename(agreement.with_name(f"{stem}.txt"))
    made = make(source)
    assert len(os.fsencode(made.name)) <= 220
    assert stem.startswith(made.stem)
    assert matter_of(source) == made


def test_a_hundred_matters_of_a_name_are_enough(agreement: Path) -> None:
    for number in range(1, 101):
        agreement.with_name(f"agreement{f' {number}' if number > 1 else ''}.carveout").touch()
    with pytest.raises(OSError, match="100 matters of that name already"):
        free_place(agreement)
