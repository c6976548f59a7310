"""Certificates that say of conditions that they are met, and so test what those test."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.remedy import AccuracyTest, RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import Role

_IN = re.compile(r"\b(?:in|under|by|of|with)(?: (?:the|this|each|of))* $")
_MET = re.compile(r"\b(?:satisfied|satisfaction|fulfilled|fulfil?lment|met|complied|compliance|accuracy|truth)\b")
_CERTIFYING = re.compile(
    r"\b(?:certifying|certif(?:y|ies)|to (?:the|such|that) effect|stating|confirming|evidencing)\b(?: that| as to)?"
    r"|\bas to\b"
)
_SAME = re.compile(r"\b(?:the foregoing|such effect|that effect|effect set forth above|same effect)\b")
_FAR = 600
"""Code points after the words of a certificate beyond which its sentence is cut."""


def certificate_tests(reading: Reading, lower: str, tests: tuple[AccuracyTest, ...]) -> Iterator[AccuracyTest]:
    """Yield a test for each certificate that refers to conditions which are tests, given those found in themselves."""
    tested = {test.clause for test in tests if test.role is RoleKind.CERTIFICATE}
    starts = [reference.span.start for reference in reading.references]
    for role in reading.roles:
        if role.kind is RoleKind.CERTIFICATE and role.clause not in tested:
            made = _test(reading, lower, role, tests, starts)
            if made is not None:
                yield made


def _test(
    reading: Reading, lower: str, role: Role, tests: tuple[AccuracyTest, ...], starts: list[int]
) -> AccuracyTest | None:
    end = sentence_end(reading.text, role.span.end, min(len(reading.text), role.span.end + _FAR))
    line_end = lower.find("\n", role.span.end, end)
    end = end if line_end < 0 else line_end
    references = reading.references[bisect_left(starts, role.span.start) : bisect_left(starts, end)]
    by_branch = [
        (reference, [test for test in tests if test.role is RoleKind.CONDITION and test.clause in branch])
        for reference in references
        for branch in (reading.outline.branch(target) for target in reference.targets)
    ]
    found = [(reference, below) for reference, below in by_branch if below]
    certifying = _CERTIFYING.search(lower, role.span.start, end)
    if certifying is None:
        return None
    if found:
        first, last = found[0][0].span, found[-1][0].span
        opening = _IN.search(lower, role.span.start, first.start)
        perimeter = Span(first.start if opening is None else opening.start(), last.end)
        tested = [test for _, below in found for test in below]
    else:
        same = _SAME.search(lower, role.span.start, end)
        branch = reading.outline.branch(role.clause)
        tested = [test for test in tests if test.role is RoleKind.CONDITION and test.clause in branch]
        if same is None or not tested:
            return None
        perimeter = Span(*same.span())
    met = _MET.search(lower, certifying.end(), end)
    standard = Span(*met.span()) if met is not None else Span(*certifying.span())
    return AccuracyTest(
        clause=role.clause,
        span=Span(role.span.start, max(perimeter.end, standard.end)),
        role=RoleKind.CERTIFICATE,
        by=next((test.by for test in tested if test.by is not None), None),
        perimeter=perimeter,
        covers=tuple(sorted({clause for test in tested for clause in test.covers})),
        standard=standard,
        as_of=None,
        trigger=Span(*certifying.span()),
    )
