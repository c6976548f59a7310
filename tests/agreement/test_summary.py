from __future__ import annotations

from dataclasses import replace

from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.read import read
from carveout.agreement.span import Span
from carveout.agreement.summary import summary

NOTE = FindingSeverity.NOTE


def test_what_does_not_tie_is_listed_with_its_place_before_the_counts() -> None:
    reading = read(b"LEASE AGREEMENT\n\n1. Rent. The Tenant pays.\n\n2. Term. It ends.\n", "a.txt")
    findings = (
        Finding("numbering", 0, Span(17, 20), NOTE, "Section 1 stands\ntwice.\x1b[2J"),
        Finding("unheld-text", None, None, NOTE, "Some words have no place."),
    )
    lines = summary(replace(reading, findings=findings)).splitlines()
    at = lines.index("To be looked at:")
    assert lines[at + 1 : at + 4] == ["  Section 1 stands twice.·[2J [l. 3]", "  Some words have no place.", ""]
    assert lines[-1] == "     2 findings"


def test_of_very_many_the_first_are_listed() -> None:
    reading = read(b"LEASE AGREEMENT\n\n1. Rent. The Tenant pays.\n", "a.txt")
    findings = tuple(Finding("numbering", 0, None, NOTE, f"{number}.") for number in range(1500))
    lines = summary(replace(reading, findings=findings)).splitlines()
    assert "  and 1,400 more, in --json" in lines


def test_where_all_ties_nothing_is_said_of_it() -> None:
    reading = replace(read(b"LEASE AGREEMENT\n\n1. Rent. The Tenant pays.\n", "a.txt"), findings=())
    assert "To be looked at:" not in summary(reading)
