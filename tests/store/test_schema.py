from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from carveout.store.schema import APPLICATION_ID, current, objects_in

if TYPE_CHECKING:
    from carveout.store.matter import Matter


def test_a_new_matter_has_the_schema_that_opening_compares_it_to(matter: Matter) -> None:
    with closing(sqlite3.connect(matter.path)) as connection:
        assert objects_in(connection) == current().objects()


def test_a_matter_says_what_it_is_and_of_which_version(matter: Matter) -> None:
    header = matter.path.read_bytes()[:100]
    assert header[68:72] == b"CARV" == APPLICATION_ID.to_bytes(4)
    assert int.from_bytes(header[60:64]) == current().version


def test_every_table_is_strict_and_nothing_in_a_matter_runs_by_itself() -> None:
    kinds = {(kind, sql.rstrip().endswith("STRICT")) for kind, _, _, sql in current().objects() if sql}
    assert kinds == {("table", True), ("index", False)}


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [name[:4] for name in current().migrations] == [f"{n:04}" for n in range(1, current().version + 1)]
