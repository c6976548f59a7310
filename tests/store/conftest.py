"""A matter on the sample, and a reviewer who writes notes in it."""

from __future__ import annotations

import datetime as dt
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.read import read
from carveout.review import anchoring
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.edits import Annotate
from carveout.review.log import Role, sealed
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carveout.agreement.reading import Reading
    from carveout.review.edits import Edit
    from carveout.review.log import Operation
    from carveout.store.matter import Matter

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ntt-iij-schedule-13d-2003.txt"


@pytest.fixture(scope="session")
def source() -> bytes:
    """The sample's bytes."""
    return SAMPLE.read_bytes()


@pytest.fixture(scope="session")
def reading(source: bytes) -> Reading:
    """The sample's reading."""
    return read(source, SAMPLE.name)


@pytest.fixture
def matter(tmp_path: Path, reading: Reading, source: bytes) -> Iterator[Matter]:
    """A new matter on the sample, open."""
    with create_matter(tmp_path / "deal.carveout", reading, source) as matter:
        yield matter


@pytest.fixture(scope="session")
def do() -> Callable[[Matter, Edit], Operation]:
    """Append an edit to a matter and return its operation."""

    def do(matter: Matter, edit: Edit, role: Role = Role.EDIT, of: str | None = None) -> Operation:
        at = dt.datetime.now(dt.UTC)
        operation = sealed(matter.head, id=uuid.uuid4().hex, at=at, author="A. Counsel", role=role, of=of, edit=edit)
        matter.append(operation)
        return operation

    return do


@pytest.fixture(scope="session")
def note(do: Callable[[Matter, Edit], Operation]) -> Callable[[Matter, str], Operation]:
    """Append a note on the third clause to a matter and return its operation."""

    def note(matter: Matter, comment: str) -> Operation:
        anchor = anchoring.on_clause(matter.reading, 3)
        made = Annotation(uuid.uuid4().hex, AnnotationKind.NOTE, anchor, comment, "A. Counsel", dt.datetime.now(dt.UTC))
        return do(matter, Annotate(made.id, None, made))

    return note
