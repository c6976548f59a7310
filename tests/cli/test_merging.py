"""Merging and auditing without the window."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.read import read
from carveout.cli import main
from carveout.review.anchoring import on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Severity
from carveout.review.edits import Annotate, MarkClause
from carveout.review.log import Role, sealed
from carveout.review.mark import Mark, State
from carveout.store.matter import create_matter, open_matter
from carveout.store.passphrase import HANDED_ON, can_protect, new_key
from carveout.store.protection import rewrite

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.review.edits import Edit
    from carveout.store.matter import Matter

DEAL = b"""This Agreement is made between Alpha Corp. and Beta Inc.

Article 1.  Representations

     1.1  The Seller represents that it is duly organized.

     1.2  The Seller represents that it is party to no lawsuit.
"""
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def do(matter: Matter, edit: Edit, author: str) -> None:
    """Append an edit by an author."""
    at = NOON + dt.timedelta(minutes=len(matter.operations), hours=author != "A. Ito")
    made = sealed(matter.head, id=uuid.uuid4().hex, at=at, author=author, role=Role.EDIT, of=None, edit=edit)
    matter.append(made)


def edit_note(matter: Matter, words: str, author: str) -> None:
    """Revise the one annotation of a matter."""
    (before,) = matter.review.annotations.values()
    do(matter, Annotate(before.id, before, replace(before, comment=words)), author)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a matter, in which both reviewers changed one issue, and one of them marked a clause."""
    mine, theirs = tmp_path / "deal.carveout", tmp_path / "theirs.carveout"
    with create_matter(mine, read(DEAL, "deal.txt"), DEAL) as matter:
        anchor = on_clause(matter.reading, 2)
        made = Annotation("1" * 32, AnnotationKind.ISSUE, anchor, "=both", "A. Ito", NOON, Severity.HIGH)
        do(matter, Annotate(made.id, None, made), "A. Ito")
        shutil.copyfile(mine, theirs)
        edit_note(matter, "mine", "A. Ito")
    with open_matter(theirs) as matter:
        edit_note(matter, "theirs", "=B. Sato")
        do(matter, MarkClause(2, None, Mark(State.CLEARED, "=B. Sato", NOON)), "=B. Sato")
    return mine, theirs


def test_merge_says_what_came_and_what_conflicts(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    mine, theirs = two
    assert main(["merge", str(mine), str(theirs), "--by", "A. Ito"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Merged 2 changes by =B. Sato. 1 conflict.",
        "=B. Sato: 1 issue, 1 mark",
        "  revise issue on 1.1",
        "  mark 1.1 cleared",
        "Conflict: issue on 1.1, the words: A. Ito and =B. Sato",
    ]
    with open_matter(mine, read_only=True) as matter:
        assert len(matter.review.conflicts) == 1
        assert matter.operations[-1].author == "A. Ito"


def test_merging_again_brings_nothing_new(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    main(["merge", *map(str, two)])
    held = two[0].read_bytes()
    capsys.readouterr()
    assert main(["merge", *map(str, two)]) == 0
    assert capsys.readouterr().out == "Nothing new in “theirs.carveout”.\n"
    assert two[0].read_bytes() == held


def test_merge_refuses_in_one_line(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", str(two[0]), str(two[0])]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_audit_tells_every_operation_and_the_last_hash(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    with open_matter(two[0], read_only=True) as matter:
        head, hashes = matter.head, [one.hash for one in matter.operations]
    assert main(["audit", str(two[0])]) == 0
    text = capsys.readouterr().out
    assert "1  2026-03-02 12:00:00  A. Ito  raise issue on 1.1" in text
    assert text.endswith(f"Last hash: {head}\n")
    assert main(["audit", str(two[0]), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["head"] == head
    assert [one["hash"] for one in record["operations"]] == hashes


@pytest.mark.skipif(not can_protect(), reason="SQLCipher is not installed")
def test_protected_copies_are_merged_and_audited_by_their_key(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_key("horse")
    for path in two:
        rewrite(path, None, key, tmp_path / "backups")
    monkeypatch.setenv(HANDED_ON, key.token)
    assert main(["merge", *map(str, two), "--by", "A. Ito"]) == 0
    assert capsys.readouterr().out.startswith("Merged 2 changes by =B. Sato. 1 conflict.")
    monkeypatch.setenv(HANDED_ON, key.token)
    assert main(["audit", str(two[0])]) == 0
    assert "merge" in capsys.readouterr().out
    assert main(["audit", str(two[0])]) == 3
    assert "passphrase" in capsys.readouterr().err


def test_the_audits_table_holds_no_formula(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(two[1]), "--csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[0] == ["number", "time", "author", "role", "what", "hash"]
    assert [row[2] for row in rows[1:]] == ["A. Ito", "'=B. Sato", "'=B. Sato", ""]


def test_a_damaged_matter_has_no_audit(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    held = bytearray(two[0].read_bytes())
    at = held.index(b"A. Ito")
    held[at : at + 6] = b"X. Ito"
    two[0].write_bytes(bytes(held))
    assert main(["audit", str(two[0])]) == 3
    assert "is damaged" in capsys.readouterr().err
