from __future__ import annotations

import pytest

from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.span import Span
from carveout.gui.checks.told import can_be_shown, told


def finding(rule: str, start: int | None = 0) -> Finding:
    span = None if start is None else Span(start, start + 5)
    return Finding(rule, None, span, FindingSeverity.NOTE, f"{rule} at {start}")


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ([], ""),
        (["contents-mismatch"] * 3, "The outline differs from the printed table of contents in three places"),
        (
            ["numbering", "contents-mismatch", "unheld-text"],
            "The outline differs from the printed table of contents in one place, and two other things to look at",
        ),
        (["pages-without-text"] * 2, "Two pages hold no text"),
        (["a-rule-to-come"], "One thing in this reading should be looked at"),
        (["no-agreement"], "No agreement was found in this document; it can be read and annotated all the same."),
    ],
)
def test_all_findings_come_to_one_line(rules: list[str], line: str) -> None:
    assert told([finding(rule, at) for at, rule in enumerate(rules)]) == line


def test_what_has_no_place_has_nothing_to_show() -> None:
    assert not can_be_shown([finding("no-agreement", None)])
    assert can_be_shown([finding("no-agreement", None), finding("numbering")])
