from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout.agreement.span import Span
from carveout.review import anchoring
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.log import Role, sealed
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.store.backup import back_up
from carveout.store.errors import DamagedMatterError, MatterError, NewerMatterError, NotAMatterError
from carveout.store.matter import Matter, open_matter
from carveout.store.rows import fold_changes, operation_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.edits import Edit
    from carveout.review.log import Operation

Do: TypeAlias = "Callable[..., Operation]"
Note: TypeAlias = "Callable[[Matter, str], Operation]"

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
WORDS = "Privileged and confidential"

TAMPERED = {
    "a note reads otherwise": "UPDATE operation SET edit = replace(edit, 'Privileged', 'Published') WHERE seq = 1",
    "an edit has another author": "UPDATE operation SET author = 'Somebody' WHERE seq = 2",
    "an edit has another time": "UPDATE operation SET at = '2026-01-01T00:00:00.000000+00:00' WHERE seq = 2",
    "an edit has another id": "UPDATE operation SET id = 'another' WHERE seq = 2",
    "an edit is called an undo": "UPDATE operation SET role = 'undo' WHERE seq = 2",
    "an edit is about another": 'UPDATE operation SET "of" = (SELECT id FROM operation WHERE seq = 1) WHERE seq = 2',
    "a link is another": "UPDATE operation SET previous = hash WHERE seq = 2",
    "a seal is another": "UPDATE operation SET hash = previous WHERE seq = 4",
    "two edits changed places": "UPDATE operation SET seq = -seq WHERE seq IN (3, 4);"
    "UPDATE operation SET seq = 7 + seq WHERE seq < 0",
    "an edit is missing": "DELETE FROM operation WHERE seq = 2",
    "the last edit is missing": "DELETE FROM operation WHERE seq = (SELECT max(seq) FROM operation)",
    "every edit is missing": "DELETE FROM operation",
    "an edit is no record": "UPDATE operation SET edit = '[]' WHERE seq = 1",
    "an edit is no JSON": "UPDATE operation SET edit = '' WHERE seq = 1",
    "an edit is too deep": "UPDATE operation SET edit = replace(hex(zeroblob(100000)), '0', '[') WHERE seq = 1",
    "a note is not in the fold": "DELETE FROM annotation",
    "a note in the fold reads otherwise": "UPDATE annotation SET comment = 'Published'",
    "a mark is not in the fold": "DELETE FROM mark",
    "a mark was put into the fold": "INSERT INTO mark VALUES (9, 'cleared', 'A. Counsel', '2026-01-01')",
    "a decision in the fold is another": "UPDATE decision SET verdict = 'accept'",
    "the source is another": "UPDATE document SET source = zeroblob(length(source))",
    "the source's seal is another": "UPDATE document SET sha256 = reading_sha256",
    "the document has another name": "UPDATE document SET name = 'other.txt'",
    "the reading is another": "UPDATE document SET reading = source",
    "the reading's seal is another": "UPDATE document SET reading_sha256 = sha256",
    "the document is missing": "DELETE FROM document",
    "there are two documents": "CREATE TEMP TABLE copied AS SELECT * FROM document; UPDATE copied SET id = 2;"
    "INSERT INTO document SELECT * FROM copied",
    "the matter has another id": "UPDATE matter SET id = '00000000000000000000000000000000'",
    "the matter is of another time": "UPDATE matter SET created = '2020-01-01T00:00:00.000000+00:00'",
    "the matter is by another version": "UPDATE matter SET version = '0.0.9'",
    "the matter's origin is another": "UPDATE matter SET origin = 'x'",
    "the matter's row is missing": "DELETE FROM matter",
    "a trigger was put in": "CREATE TRIGGER t AFTER INSERT ON operation BEGIN DELETE FROM annotation; END",
    "a view was put in": "CREATE VIEW v AS SELECT 1",
    "a view took a table's place": "ALTER TABLE mark RENAME TO m; CREATE VIEW mark AS SELECT * FROM m",
    "a table was put in": "CREATE TABLE extra (a)",
    "an index is missing": "DROP INDEX _sqlite_migrations_name",
    "the ledger is empty": "DELETE FROM _sqlite_migrations",
    "the version is none": "PRAGMA user_version = 0",
    "it is in WAL mode": "PRAGMA journal_mode = WAL",
}


@pytest.fixture
def reviewed(matter: Matter, do: Do, note: Note) -> Path:
    """The path of a closed matter with four edits of each kind in its log."""
    note(matter, WORDS)
    do(matter, MarkClause(5, None, Mark(State.READ, "A. Counsel", NOON)))
    do(matter, Decide(Span(40, 90), None, Decision(Verdict.STRIKE, WORDS, "A. Counsel", NOON)))
    note(matter, "another")
    matter.close()
    return matter.path


@pytest.mark.parametrize("statements", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_file_that_somebody_changed_is_refused_and_left_as_it_is(reviewed: Path, statements: str) -> None:
    with closing(sqlite3.connect(reviewed)) as connection:
        connection.executescript(statements)
        connection.commit()
    before = reviewed.read_bytes()
    with pytest.raises(DamagedMatterError, match="damaged") as refusal:
        open_matter(reviewed)
    assert refusal.value.backup is None
    assert reviewed.read_bytes() == before


def test_a_refusal_holds_no_word_of_the_contents(reviewed: Path) -> None:
    with closing(sqlite3.connect(reviewed)) as connection:
        connection.execute("UPDATE annotation SET comment = comment || '.'")
        connection.commit()
    with pytest.raises(DamagedMatterError) as refusal:
        open_matter(reviewed)
    error: BaseException | None = refusal.value
    while error is not None:
        assert "Privileged" not in str(error)
        error = error.__cause__ or error.__context__


def test_a_damaged_matter_names_its_newest_good_backup(matter: Matter, note: Note, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    note(matter, "first")
    good = back_up(matter, backups)
    note(matter, "second")
    newest = back_up(matter, backups)
    assert good is not None
    assert newest is not None
    newest.write_bytes(newest.read_bytes()[:-4096])
    matter.close()
    for damage in (b"", b"no matter any more", matter.path.read_bytes()[:5000]):
        matter.path.write_bytes(damage)
        with pytest.raises(DamagedMatterError, match=good.stem) as refusal:
            open_matter(matter.path, backups=backups)
        assert refusal.value.backup == good


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"%PDF-1.7", b"\0" * 5000])
def test_a_file_of_another_kind_is_no_matter(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.carveout"
    path.write_bytes(content)
    with pytest.raises(NotAMatterError, match="not a matter"):
        open_matter(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "file.carveout"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(NotAMatterError):
        open_matter(path)


def test_a_folder_is_no_matter(tmp_path: Path) -> None:
    with pytest.raises(NotAMatterError):
        open_matter(tmp_path)


def test_a_newer_versions_matter_is_refused_untouched(reviewed: Path) -> None:
    with closing(sqlite3.connect(reviewed)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = reviewed.read_bytes()
    with pytest.raises(NewerMatterError, match="update Carveout"):
        open_matter(reviewed)
    assert reviewed.read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.95])
def test_a_file_that_was_cut_off_is_refused(reviewed: Path, share: float) -> None:
    whole = reviewed.read_bytes()
    reviewed.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(MatterError):
        open_matter(reviewed)


def test_a_lost_page_is_refused_or_did_not_matter(reviewed: Path) -> None:
    with open_matter(reviewed) as sound:
        review, source = sound.review, sound.source()
    whole = reviewed.read_bytes()
    refused = 0
    for start in range(0, len(whole), 4096):
        reviewed.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        try:
            with open_matter(reviewed) as opened:
                assert (opened.review, opened.source()) == (review, source)
        except MatterError:
            refused += 1
    assert refused > 0.8 * len(whole) / 4096


def hostile_edits(reading: Reading) -> dict[str, Edit]:
    """Return edits that a program of somebody else's could seal into a log of sound hashes."""
    anchor = anchoring.on_clause(reading, 3)
    note = Annotation("1f", AnnotationKind.NOTE, anchor, "", "A. Counsel", NOON)
    mark = Mark(State.READ, "A. Counsel", NOON)
    beyond = Span(0, len(reading.text) + 1)
    return {
        "a clause that isn't there": MarkClause(len(reading.outline), None, mark),
        "a clause before the first": MarkClause(-1, None, mark),
        "words that don't stand there": Annotate("1f", None, replace(note, anchor=replace(anchor, quote="other"))),
        "words beyond the end": Decide(beyond, None, Decision(Verdict.STRIKE, "", "A. Counsel", NOON)),
        "a span that runs backwards": Annotate("1f", None, replace(note, anchor=replace(anchor, span=Span(9, 3)))),
        "a state that was never there": MarkClause(1, mark, None),
        "another annotation's id": Annotate("2f", None, note),
    }


@pytest.mark.parametrize("which", range(7))
def test_sound_hashes_do_not_make_a_hostile_edit_welcome(matter: Matter, reading: Reading, which: int) -> None:
    edit = list(hostile_edits(reading).values())[which]
    matter.close()
    operation = sealed(matter.head, id="x", at=NOON, author="Mallory", role=Role.EDIT, of=None, edit=edit)
    _write(matter.path, operation)
    with pytest.raises(DamagedMatterError):
        open_matter(matter.path)


def test_an_undo_of_nothing_is_not_welcome_either(matter: Matter) -> None:
    matter.close()
    edit = MarkClause(1, None, Mark(State.READ, "A. Counsel", NOON))
    operation = sealed(matter.head, id="x", at=NOON, author="Mallory", role=Role.UNDO, of=None, edit=edit)
    _write(matter.path, operation)
    with pytest.raises(DamagedMatterError):
        open_matter(matter.path)


def test_a_reading_that_would_fill_the_memory_is_refused(reviewed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carveout.store.document.LARGEST", 1 << 20)
    bomb = zlib.compress(json.dumps("x" * (2 << 20)).encode())
    with closing(sqlite3.connect(reviewed)) as connection:
        connection.execute("UPDATE document SET reading = ?", [bomb])
        connection.commit()
    with pytest.raises(DamagedMatterError):
        open_matter(reviewed)


def _write(path: Path, operation: Operation) -> None:
    """Write an operation with its fold as a program without scruples would."""
    ((table, _, row),) = fold_changes(operation.edit)
    with closing(sqlite3.connect(path)) as connection:
        for name, values in (("operation", {"seq": 1, **operation_row(operation)}), (table, row)):
            if values:
                columns = ", ".join(f'"{column}"' for column in values)
                marks = ", ".join("?" * len(values))
                connection.execute(f"INSERT INTO {name} ({columns}) VALUES ({marks})", list(values.values()))  # noqa: S608
        connection.commit()
