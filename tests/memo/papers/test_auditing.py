"""The audit report as a PDF: every operation with its words, and the hash that stands for all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.kinds import Handed, Paper
from carveout.memo.papers.made import made
from carveout.review.audit import audit_rows
from carveout.store.creation import create
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.agreement.reading import Reading


@pytest.fixture
def handed(sample: Reading, tmp_path: Path) -> Handed:
    """What the papers of a new matter of the sample are made of."""
    from carveout.gui.example import source_of_example, write_example_into

    path = tmp_path / "example.carveout"
    create(path, sample, source_of_example().read_bytes())
    write_example_into(path)
    with open_matter(path, read_only=True) as matter:
        heading = heading_of(matter.reading, matter.review, dt.date(2026, 11, 22))
        memo = memo_of(matter.reading, matter.review, heading)
        return Handed(memo, matter.review, matter.operations, matter.corrected, matter.head)


def test_every_operation_and_the_last_hash_stand_in_the_pdf(handed: Handed) -> None:
    reader = PdfReader(io.BytesIO(made(Paper.AUDIT, ".pdf", handed)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert handed.head in text
    rows = audit_rows(handed.operations, handed.on)
    assert len(rows) > 20
    for number, time, author, _, what, hash_ in rows:
        assert f"{number} {time[:19].replace('T', ' ')} {author} {what} {hash_[:16]}" in text


def test_its_other_forms_hold_the_same_rows(handed: Handed) -> None:
    count = len(handed.operations)
    table = list(csv.reader(io.StringIO(made(Paper.AUDIT, ".csv", handed).decode("utf-8-sig"), newline="")))
    assert len(table) == count + 2
    assert len(json.loads(made(Paper.AUDIT, ".json", handed))["operations"]) == count
    assert len(made(Paper.AUDIT, ".txt", handed).decode().splitlines()) == count + 2


def test_the_report_of_progress_can_end_any_paper(handed: Handed) -> None:
    def cancel(_done: int, _total: int, _stage: str) -> None:
        raise InterruptedError

    for paper, ending in ((Paper.AUDIT, ".pdf"), (Paper.MEMO, ".docx"), (Paper.ISSUES, ".xlsx")):
        with pytest.raises(InterruptedError):
            made(paper, ending, handed, cancel)
