"""`carveout export`: any paper by the ending of its file."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from carveout.cli import main
from carveout.gui.example import source_of_example, write_example_into
from carveout.review.annotation import Visibility
from carveout.store.matter import open_matter as opened_matter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matter of the sample with the example review."""
    path = tmp_path_factory.mktemp("matter") / "example.carveout"
    assert main(["matter", str(source_of_example()), "-o", str(path)]) == 0
    write_example_into(path)
    return path


def test_each_ending_gives_its_paper_which_only_its_owner_can_read(matter: Path, tmp_path: Path) -> None:
    begins = {".docx": b"PK", ".xlsx": b"PK", ".csv": b"\xef\xbb\xbfNo.", ".jsonld": b"{", ".xml": b"<?xml"}
    for ending, first in begins.items():
        target = tmp_path / f"paper{ending}"
        assert main(["export", str(matter), "-o", str(target)]) == 0
        assert target.read_bytes().startswith(first)
        assert target.stat().st_mode & 0o77 == 0
    assert len(list(tmp_path.iterdir())) == len(begins)
    assert json.loads((tmp_path / "paper.jsonld").read_bytes())["total"] == 12


def test_a_shared_ending_is_told_apart_by_the_paper(matter: Path, tmp_path: Path) -> None:
    memo, agreement, audit = tmp_path / "memo.docx", tmp_path / "agreement.DOCX", tmp_path / "audit.csv"
    assert main(["export", str(matter), "-o", str(memo)]) == 0
    assert main(["export", str(matter), "-o", str(agreement), "--paper", "agreement"]) == 0
    assert main(["export", str(matter), "-o", str(audit), "--paper", "audit"]) == 0
    texts = [zipfile.ZipFile(io.BytesIO(one.read_bytes())).read("word/document.xml") for one in (memo, agreement)]
    assert [b"Memorandum" in one for one in texts] == [True, False]
    assert audit.read_bytes().startswith(b"\xef\xbb\xbfnumber,time,author")


@pytest.mark.parametrize(
    ("name", "more", "told"),
    [
        ("paper.doc", (), "No paper ends in “.doc”: choose a name that ends in .pdf"),
        ("paper.pdf", ("--paper", "agreement"), "The paper “agreement” can't end in “.pdf”: choose a name that ends"),
    ],
)
def test_an_ending_that_the_paper_cant_have_is_a_wrong_argument(
    matter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, more: tuple[str, ...], told: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(matter), "-o", str(tmp_path / name), *more])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_isnt_there_gets_one_line_and_status_3(
    matter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(matter), "-o", str(tmp_path / "nowhere" / "issues.xlsx")]) == 3
    assert capsys.readouterr().err.startswith("carveout: The folder for “issues.xlsx” is not there;")


def test_no_paper_for_the_client_tells_an_internal_note(
    matter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for_the_client = ("--audience", "client")
    annotations, issues = tmp_path / "annotations.jsonld", tmp_path / "issues.csv"
    assert main(["export", str(matter), "-o", str(annotations), *for_the_client]) == 0
    assert main(["export", str(matter), "-o", str(issues), *for_the_client]) == 0
    with opened_matter(matter) as kept:
        notes = kept.review.annotations.values()
        internal = {note.comment for note in notes if note.visibility is Visibility.INTERNAL}
        shared = {note.comment for note in notes} - internal
    assert internal
    told = annotations.read_text(encoding="utf-8") + issues.read_text(encoding="utf-8-sig")
    assert not [comment for comment in internal if json.dumps(comment, ensure_ascii=False)[1:-1] in told]
    assert json.loads(annotations.read_bytes())["total"] == len(shared)
    with pytest.raises(SystemExit):
        main(["export", str(matter), "-o", str(tmp_path / "a.pdf"), "--paper", "audit", *for_the_client])
    assert "for the firm alone" in capsys.readouterr().err
