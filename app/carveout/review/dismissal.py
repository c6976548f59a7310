"""Dismissals: findings that a reviewer put aside, here or everywhere, and why; they stay dismissed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.content import Finding
    from carveout.agreement.span import Span
    from carveout.review.review import Review


@dataclass(frozen=True, slots=True, order=True)
class Dismissed:
    """What was dismissed: a rule's finding at a span, or, without one, all that the rule says of the same words.

    `words` are those that the finding is about, white space collapsed; empty where it is about no words.
    """

    rule: str
    words: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Why a finding was dismissed, by whom and when, in UTC."""

    reason: str
    by: str
    at: dt.datetime


def here(text: str, finding: Finding) -> Dismissed:
    """Return what stands for this one finding in a text; one that is about no words is dismissed everywhere."""
    return Dismissed(finding.rule, words_of(text, finding), finding.span)


def everywhere(text: str, finding: Finding) -> Dismissed:
    """Return what stands for all findings of the same rule about the same words."""
    return Dismissed(finding.rule, words_of(text, finding), None)


def dismissal_of(review: Review, text: str, finding: Finding) -> tuple[Dismissed, Dismissal] | None:
    """Return what dismissed a finding, the nearer first, and why; None where nothing did."""
    for dismissed in (here(text, finding), everywhere(text, finding)):
        dismissal = review.dismissals.get(dismissed)
        if dismissal is not None:
            return dismissed, dismissal
    return None


def words_of(text: str, finding: Finding) -> str:
    """Return the words that a finding is about, white space collapsed."""
    return finding.span.in_line(text) if finding.span is not None else ""
