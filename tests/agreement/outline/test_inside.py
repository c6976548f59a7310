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


def test_a_list_that_counts_as_the_sections_do_stands_below_the_section_that_is_open() -> None:
    listed = "".join(f"{at}. Duty {at} of the list shall be done.\n\n" for at in range(1, 5))
    sections = "1. Sale. Anchor sells.\n\n2. Price. Beacon pays.\n\nGeneral:\n\n"
    reading = read(f"{AGREEMENT}{sections}{listed}3. Notices. They are written.\n".encode(), "document.txt")
    assert [clause.citation for clause in reading.outline][1:] == [
        "Section 1",
        "Section 2",
        "Section 2, item 1",
        "Section 2, item 2",
        "Section 2, item 3",
        "Section 2, item 4",
        "Section 3",
    ]
