"""The words that grant a remedy, apart from conditions: termination, indemnity, certificate and notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.places import places
from carveout.agreement.remedy import RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DUTY = r"\b(?:shall|will|must|agrees? to|undertakes? to|covenants? to|agrees? that it (?:shall|will))"
_INSERTED = r"(?:, [^,.;:]{1,80},)?"
_TERMINATES = re.compile(
    rf"(?P<grant>(?<!not be )(?<!not have )(?<!not )\b(?:may|entitled to|(?:have|has) the (?:\w+ )?(?:right"
    rf"|option) to|(?:elect|choose)s? to){_INSERTED}"
    r"(?: (?!not\b)[\w/]+){0,6} )$"
)
_TERMINATE_THIS = re.compile(
    r"terminate(?:,? (?!the\b|this\b)\w+){0,4}?,? (?:this|the) (?:[\w-]+ ){0,2}(?:agreement|contract|lease|license)\b"
)
_MAY_BE_TERMINATED = re.compile(r"(?P<grant>\bagreement\b[^.;:]{0,80}? may(?: \w+,?){0,2} be )$")
_INDEMNIFIES = re.compile(
    rf"(?P<grant>{_DUTY}(?:(?!{_DUTY})(?!\b(?:not (?!jointly|severally)|no |cease|may|if|which|that|unless|except"
    rf"|entitled))[^.;:]){{0,180}} )$"
)
_INDEMNIFIES_NOW = re.compile(r"hereby indemnifies\b|.{7}indemnifies(?:,? and|,) (?:holds?|defends?|saves?)\b")
_BE_INDEMNIFIED = re.compile(r"(?P<grant>\b(?:shall|will)(?: \w+){0,3} be (?:\w+ )?)$")
_CERTIFIES = re.compile(
    r"certificates?\b(?! of (?:merger|incorporation|formation|designation|insurance|deposit))[^.;]{0,400}?"
    r"\b(?:certifying\b|certif(?:y|ies) (?:that|as to|to)\b|to the effect that\b|stating that\b|confirming that\b"
    r"|to (?:such|that|the foregoing) effect\b|to the (?:foregoing )?effect\b|as to the (?:matters|satisfaction"
    r"|fulfil|truth|accuracy|foregoing|compliance)\b"
    r"|evidencing (?:that|compliance|the satisfaction)\b)"
)
_NOTIFIES = re.compile(rf"(?P<grant>{_DUTY}{_INSERTED}(?:,? (?!not\b)[\w-]+,?){{0,6}} )$")
_NOTICE = re.compile(
    rf"(?P<grant>{_DUTY}{_INSERTED}(?: (?!not\b)[\w-]+){{0,3}} (?:give|provide|deliver|furnish)(?: to)?"
    r"(?: (?!not\b)[\w’']+){0,5} )$"
)
_NOTICE_OF = re.compile(r"notice (?:to (?:the )?(?:\w+ ){1,4})?(?:of|that|if|upon|describing|specifying)\b")
_FAR_BACK = 200
"""Code points before a grant in which its sentence begins."""


def grants(lower: str, within: Span) -> Iterator[tuple[RoleKind, Span]]:
    """Yield the words that grant each remedy in a stretch of folded text, in no order."""
    yield from _terminations(lower, within)
    for at in places(lower, "indemnif", within):
        if lower.startswith("indemnify", at) and not lower[at + 9 : at + 10].isalpha():
            yield from _before(lower, at, at + 9, _INDEMNIFIES, RoleKind.INDEMNITY)
        elif (holds := _INDEMNIFIES_NOW.match(lower, max(0, at - 7), within.end)) is not None:
            yield RoleKind.INDEMNITY, Span(at, holds.end())
        elif lower.startswith("indemnified", at):
            yield from _before(lower, at, at + 11, _BE_INDEMNIFIED, RoleKind.INDEMNITY)
    past = within.start
    for at in places(lower, "certificate", within):
        if at >= past and (certifies := _CERTIFIES.match(lower, at, within.end)) is not None:
            past = certifies.end()
            yield RoleKind.CERTIFICATE, Span(*certifies.span())
    yield from _notices(lower, within)


def _terminations(lower: str, within: Span) -> Iterator[tuple[RoleKind, Span]]:
    for at in places(lower, "terminate", within):
        if lower.startswith("terminated", at):
            yield from _before(lower, at, at + 10, _MAY_BE_TERMINATED, RoleKind.TERMINATION)
        elif (this := _TERMINATE_THIS.match(lower, at, within.end)) is not None:
            yield from _before(lower, at, this.end(), _TERMINATES, RoleKind.TERMINATION)


def _notices(lower: str, within: Span) -> Iterator[tuple[RoleKind, Span]]:
    for cue in ("notify", "advise ", "inform "):
        for at in places(lower, cue, within):
            yield from _before(lower, at, at + len(cue.strip()), _NOTIFIES, RoleKind.NOTICE)
    for at in places(lower, "notice ", within):
        if (told := _NOTICE_OF.match(lower, at, within.end)) is not None:
            yield from _before(lower, at, told.end(), _NOTICE, RoleKind.NOTICE)


def _before(lower: str, at: int, end: int, grant: re.Pattern[str], kind: RoleKind) -> Iterator[tuple[RoleKind, Span]]:
    """Yield the words up to `end` if what grants something stands right before `at`."""
    floor = max(0, at - _FAR_BACK)
    floor = max(floor, lower.rfind("\n", floor, at) + 1, lower.rfind(". ", floor, at) + 1)
    found = grant.search(lower, floor, at)
    if found is not None:
        yield kind, Span(found.start("grant"), end)
