"""Items that follow a label at once."""

from __future__ import annotations

from carveout.agreement.read import read

AGREEMENT = "This Sale Agreement is made by and between Anchor Inc. and Beacon Ltd.\n\n"


def test_labels_that_follow_each_other_at_once_stand_inside_each_other() -> None:
    reading = read(f"{AGREEMENT}1. Sale. (a)(i)(A) Anchor sells.\n\n2. Price. Beacon pays.\n".encode(), "document.txt")
    assert "Section 1(a)(i)(A)" in [clause.citation for clause in reading.outline]


def test_endless_labels_nest_no_deeper_than_lawyers_do() -> None:
    reading = read(f"{AGREEMENT}1. Sale. {'(a) (1) ' * 2000}\n".encode(), "document.txt")
    assert max(reading.outline.depth(clause.id) for clause in reading.outline) < 20
