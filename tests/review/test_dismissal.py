"""A dismissed finding stays dismissed: that one, or all that a rule says of the same words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from carveout.agreement.content import Finding, FindingSeverity
from carveout.review.applying import applied
from carveout.review.dismissal import Dismissal, Dismissed, dismissal_of, everywhere, here, words_of
from carveout.review.edits import Dismiss
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
WHY = Dismissal("the draft says so on purpose", "A. Counsel", NOON)


def findings(reading: Reading, rule: str = "spacing") -> list[Finding]:
    """Return what one rule says of the same words in two places."""
    return [Finding(rule, one.clause, one.span, FindingSeverity.NOTE, "") for one in reading.carveouts]


def dismissed(finding: Dismissed) -> Review:
    return applied(Review(), Dismiss(finding, None, WHY))


def test_dismissed_here_it_holds_for_that_finding_alone(reading: Reading) -> None:
    first, second = findings(reading)
    review = dismissed(here(reading.text, first))
    assert dismissal_of(review, reading.text, first) == (here(reading.text, first), WHY)
    assert dismissal_of(review, reading.text, second) is None


def test_dismissed_everywhere_it_holds_for_the_same_words_of_the_same_rule(reading: Reading) -> None:
    first, second = findings(reading)
    review = dismissed(everywhere(reading.text, first))
    assert dismissal_of(review, reading.text, second) == (everywhere(reading.text, second), WHY)
    assert dismissal_of(review, reading.text, findings(reading, "numbering")[0]) is None


def test_a_finding_about_no_words_is_dismissed_as_a_whole(reading: Reading) -> None:
    finding = Finding("no-agreement", None, None, FindingSeverity.NOTE, "")
    assert words_of(reading.text, finding) == ""
    assert here(reading.text, finding) == everywhere(reading.text, finding) == Dismissed("no-agreement", "", None)
