"""The command line, run as a person or the window runs it: as a process."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from carveout import __version__
from carveout.agreement.close_reading import read_closely
from carveout.agreement.correction.change import Act, Change
from carveout.agreement.read import read
from carveout.agreement.record import from_record, to_record
from carveout.review.correction import Correction
from carveout.review.edits import Correct
from carveout.review.log import Role, sealed
from carveout.store.matter import create_matter

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"


def carveout(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "carveout", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_inspect_prints_the_outline_and_the_counts() -> None:
    done = carveout("inspect", SAMPLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Subscription Agreement, dated 2003-09-16" in done.stdout
    assert "Section 3.18 No Material Adverse Changes [p. 17, ll. 906–914]" in done.stdout
    assert done.stdout.rstrip().endswith("findings")


def test_inspect_prints_the_record_and_nothing_else() -> None:
    done = carveout("inspect", SAMPLE, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert from_record(json.loads(done.stdout)) == read_closely(read(SAMPLE.read_bytes(), SAMPLE.name))


def test_progress_goes_to_standard_error_for_the_window() -> None:
    done = carveout("inspect", SAMPLE, "--json", "--progress")
    steps = [line.split(" ", 3) for line in done.stderr.splitlines()]
    assert {step[0] for step in steps} == {"progress"}
    assert [int(step[1]) for step in steps] == sorted(int(step[1]) for step in steps)
    assert {step[2] for step in steps} == {"1000"}
    assert {"Reading the pages", "Finding the clauses", "Finding the carve-outs", "Proofreading"} < {
        step[3] for step in steps
    }
    assert json.loads(done.stdout)["schema"] == 1


def test_a_matter_gives_the_reading_that_it_keeps(tmp_path: Path) -> None:
    source = SAMPLE.read_bytes()
    reading = read(source, SAMPLE.name)
    create_matter(tmp_path / "deal.carveout", reading, source).close()
    done = carveout("inspect", tmp_path / "deal.carveout", "--json")
    assert json.loads(done.stdout) == json.loads(json.dumps(to_record(read_closely(reading))))


def test_a_matter_gives_its_outline_as_it_was_corrected(tmp_path: Path) -> None:
    source = SAMPLE.read_bytes()
    reading = read(source, SAMPLE.name)
    start = next(clause.start for clause in reading.outline if clause.citation == "Section 3.10")
    noon = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    made = Correction("1f", Change(Act.JOIN, start), "Section 3.10", "A. Counsel", noon)
    with create_matter(tmp_path / "deal.carveout", reading, source) as matter:
        edit = Correct(made.id, None, made)
        matter.append(sealed(matter.head, id="2f", at=noon, author="A", role=Role.EDIT, of=None, edit=edit))
    found = json.loads(carveout("inspect", tmp_path / "deal.carveout", "--json").stdout)
    assert len(found["clauses"]) == len(reading.outline) - 1
    assert [(one["act"], one["clause"], one["by"]) for one in found["corrections"]] == [
        ("join", "Section 3.10", "A. Counsel")
    ]
    assert carveout("inspect", tmp_path / "deal.carveout").stdout.endswith("     1 corrections by hand\n")


def test_a_text_that_is_no_agreement_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir,\n\nThe goods have come.\n\nYours truly")
    done = carveout("inspect", tmp_path / "letter.txt")
    assert done.returncode == 0
    assert "No agreement was found in it." in done.stdout
    assert "Paragraph 2 The goods have come." in done.stdout


@pytest.mark.parametrize("name", ["nowhere.txt", ".", "empty.txt", "junk.bin", "damaged.carveout"])
def test_what_cant_be_read_gets_one_line_and_status_3(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "junk.bin").write_bytes(bytes(range(256)) * 16)
    (tmp_path / "damaged.carveout").write_bytes(b"SQLite format 3\0" + bytes(5000))
    done = carveout("inspect", tmp_path / name)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("carveout: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["inspect"], ["inspect", "a", "b"], ["--nonsense"], ["inspect", "a", "--jso"]])
def test_wrong_arguments_are_status_2(arguments: list[str]) -> None:
    assert carveout(*arguments).returncode == 2


def test_help_and_version() -> None:
    assert carveout("--version").stdout == f"carveout {__version__}\n"
    assert "carveout inspect FILE" in carveout("--help").stdout
    assert "--json" in carveout("inspect", "--help").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "carveout", "inspect", str(SAMPLE), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


def test_a_terminal_is_told_no_control_characters(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes("The Seller\x1b[2J pays \u202ethe price\x07 株式".encode())
    assert not {"\x1b", "\x07", "\u202e"} & set(carveout("inspect", tmp_path / "odd.txt").stdout)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = "import sys, carveout.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"argparse", "json", "hashlib", "sqlite3", "PySide6", "reportlab", "carveout.agreement.read"} & set(
        loaded
    )


def test_output_that_the_terminal_cant_show_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("The price of the shares: 株式 – “in full”", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "carveout", "inspect", str(tmp_path / "odd.txt")],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert b"The price of the shares: ??" in done.stdout
