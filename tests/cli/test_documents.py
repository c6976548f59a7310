"""The documents of a filing, listed and chosen on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FILING = "".join(
    f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{number}\n<DESCRIPTION>{title}\n<TEXT>\n{words}\n</TEXT>\n</DOCUMENT>\n"
    for number, (kind, title, words) in enumerate(
        [
            ("8-K", "REPORT", "Item 1. The Company entered into two agreements."),
            ("EX-10", "LEASE", "LEASE AGREEMENT\n\nThis Lease is made by and between Alpha Corp. and Beta Inc."),
            ("EX-10", "DEED", "DEED OF TRUST\n\nThis Deed is made by and between Alpha Corp. and Gamma Inc."),
            ("GRAPHIC", "", "begin 644 logo.gif\nM1TE&\nend"),
        ],
        start=1,
    )
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "filing.txt"
    path.write_text(FILING, encoding="utf-8")
    return path


def carveout(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", "-m", "carveout", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_documents_are_listed_for_a_person(source: Path) -> None:
    lines = carveout("inspect", source, "--documents").stdout.splitlines()
    assert [line.split() for line in lines] == [
        ["1", "8-K", "0", "KB", "REPORT"],
        ["*", "2", "EX-10", "0", "KB", "LEASE"],
        ["*", "3", "EX-10", "0", "KB", "DEED"],
    ]


def test_the_documents_are_listed_for_a_program(source: Path) -> None:
    found = json.loads(carveout("inspect", source, "--documents", "--json").stdout)
    assert found["whole"]
    assert [one["number"] for one in found["documents"]] == [1, 2, 3]
    assert (
        found["documents"][1]["opening"]
        == "LEASE AGREEMENT This Lease is made by and between Alpha Corp. and Beta Inc."
    )


def test_one_is_read_by_its_number_and_named_after_it(source: Path) -> None:
    found = json.loads(carveout("inspect", source, "--document", "3", "--json").stdout)
    assert found["source"]["name"] == "filing EX-10 (3).txt"
    assert "Gamma" in found["text"]
    assert "Beta" not in found["text"]


@pytest.mark.parametrize("number", ["0", "4", "9", "-1"])
def test_a_number_that_names_no_text_is_refused(source: Path, number: str) -> None:
    done = carveout("inspect", source, "--document", number)
    assert done.returncode == 3
    assert done.stderr.endswith(("choose another of its documents.\n", "choose one that holds text.\n"))


def test_a_matter_of_several_is_made_of_the_whole_unless_somebody_is_to_choose(source: Path, tmp_path: Path) -> None:
    asked = carveout("matter", source, "-o", tmp_path, "--choose")
    assert asked.returncode == 4
    assert len(json.loads(asked.stdout)["documents"]) == 3
    assert not list(tmp_path.glob("*.carveout"))
    assert carveout("matter", source, "-o", tmp_path).stdout.strip() == str(tmp_path / "filing.carveout")


def test_what_is_no_filing_has_no_documents(tmp_path: Path) -> None:
    (tmp_path / "lease.txt").write_text("LEASE", encoding="utf-8")
    assert carveout("inspect", tmp_path / "lease.txt", "--documents").stdout == (
        "lease.txt is no filing of several documents.\n"
    )
