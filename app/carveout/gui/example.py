"""The example review: a matter of its own, made of the sample and of notes that are shipped beside it."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from typing import TYPE_CHECKING

from carveout.assets import RESOURCES
from carveout.gui.folders import documents_folder
from carveout.review.log import Role, sealed
from carveout.review.prepared import Prepared, edits_of, prepared
from carveout.store.matter import open_matter
from carveout.store.naming import free_name

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = RESOURCES / "samples"
_STEM = "Example review"
TOLD = "This is an example, “{}” in {}: write in it as you like. The sample that it was made of stays as it is."


def example() -> Prepared:
    """Return the review that is shipped."""
    return prepared(json.loads((SAMPLES / "example-review.json").read_text("utf-8")))


def source_of_example() -> Path:
    """Return the document that the example is about."""
    return SAMPLES / example().document


def place_for_example() -> Path:
    """Return a name among the reviewer's documents that no file has, for a new copy. Raises OSError."""
    folder = documents_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return free_name(folder, _STEM)


def write_example_into(path: Path) -> None:
    """Write the review into a new matter of its document. Raises MatterError."""
    review, now = example(), dt.datetime.now(dt.UTC)
    with open_matter(path) as matter:
        for edit in edits_of(review, matter.reading, now):
            logged = matter.corrected.logged(edit)
            matter.append(
                sealed(
                    matter.head,
                    id=uuid.uuid4().hex,
                    at=now,
                    author=review.reviewer,
                    role=Role.EDIT,
                    of=None,
                    edit=logged,
                )
            )
