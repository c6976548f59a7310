"""Sentences that are carve-outs: `Notwithstanding the foregoing, …`, `Nothing herein shall prevent …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form, Operator
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.prose.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

_CUES = {
    "notwithstanding ": re.compile(
        r"notwithstanding (?:"
        r"(?P<foregoing>(?:any of )?the (?:foregoing|preceding|above))\b"
        r"|any(?:thing| (?:other )?(?:provisions?|terms?))\b"
        r"|(?:the (?:(?:other )?provisions|limitations|restrictions|terms|grant|rights?) )?"
        r"(?:of |in |set forth in |granted ){0,2}(?:this |the )?"
        r"(?:sub-?)?(?:section|article|clause|paragraph|exclusiv))"
    ),
    "nothing": re.compile(
        r"nothing\b(?:(?!\b(?:shall|will|is|are|may|should)\b)[^.;:]){0,160}"
        r"\b(?:shall|will|is intended to|should)\b[^.;:,]{0,60}?,?"
        r" (?:prohibit|prevent|preclude|restrict|limit|exclude|require|obligate|oblige|relieve|derogate|apply|bar)\b"
    ),
    "not apply": re.compile(
        r"not apply(?:,[^,;.]{1,60},)? (?:to|if|where|when|in|with respect|so long|for|during|unless|as|until)\b"
    ),
    "not include": re.compile(r"not include\b(?!,? without limit)"),
    "not be deemed to include": re.compile(r"not be deemed to include\b"),
    "exclude": re.compile(r"excludes?\b"),
}
_MODAL = re.compile(r"\b(?:shall|will|may|must|need|can|cannot|does|do|is|are|agrees?)\b")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|whom|if|unless|where|when|as|extent|event|until|after|because)\b")
_NOBODY = re.compile(r"\b(?:nothing|none|no|neither|in no event)\b")
_MAY = re.compile(r"may\b(?! (?:not|only)\b)")
_FREE = re.compile(
    r"\bneed not\b|\b(?:be|remain) (?:\w+ )?(?:entitled|permitted|allowed|free) to\b|\bha(?:s|ve) the right\b"
    r"|\bretains?\b|\breserves?\b|\bbe exc(?:lud|ept)ed\b|\bbe exempt|\bexclude\b"
    r"|\bhave no (?:\w+ ){0,3}(?:obligat|liab|duty)"
)
_BINDS = re.compile(
    r"\b(?:required?|obligat\w+|obliged|liab\w+|responsib\w+|deemed|subject to|prohibit\w*|prevent\w*|restrict\w*"
    r"|preclude\w*|appl(?:y|ies)|relieve|abrogate|limit|include|constitute|prejudice|derogate)\b"
)
_GENERAL = re.compile(r"\b(?:shall|will|does|do|should|would|is|are) (?:\w+ )?$")
_FAR = 500
_VERB = 120
"""Code points in which the verb of a sentence says what it does."""
_LINK = re.compile(r"(?:[,;:—–]|\b(?:and|but|that|provided|except|however,?)) *(?:\(\w{1,4}\) )?$")
_ADDED = re.compile(r"\b(?:but|and|which|that) (?:it |they )?(?:shall|does|do|will)(?: \w+)? $")
_SUBJECT = re.compile(
    r"\b(?:foregoing|preceding|above|restrictions?|limitations?|limits?|obligations?|provisions?|prohibitions?|exclusions?"
    r"|covenants?|requirements?|sections?|articles?|clauses?|paragraphs?|sentences?|confidentiality|indemnity|caps?|waivers?"
    r"|disclaimers?|warrant(?:y|ies)|exclusivity|restraints?|undertakings?|indemnit(?:y|ies)|rights?|which|none of)\b"
)
_LONGEST_LEAD = 400


def sentences(text: str, lower: str, within: Span) -> Iterator[Operator]:
    """Yield the operators that make their whole sentence, or its part after a semicolon, a carve-out."""
    for cue, pattern in _CUES.items():
        for at in places(lower, cue, within):
            match = pattern.match(lower, at, min(within.end, at + 320))
            if match is None:
                continue
            found = _operator(text, lower, within, cue, match)
            if found is not None:
                yield found


def _operator(text: str, lower: str, within: Span, cue: str, match: re.Match[str]) -> Operator | None:
    """Return the operator whose cue a match holds, None where its sentence takes nothing out."""
    at = match.start()
    start = _opening(text, at, within)
    lead = lower[start:at]
    if cue in {"notwithstanding ", "nothing"}:
        if lead and not _LINK.search(lead):
            return None if cue == "nothing" or not _frees(lower, match) else Operator(at, match.end(), Form.SENTENCE)
        if cue == "nothing" or _frees(lower, match):
            return Operator(at, match.end(), Form.SENTENCE)
        return None
    if "provided" in lead:
        return None
    if cue == "not apply":
        told = len(lead) <= _LONGEST_LEAD and _GENERAL.search(lead) and _SUBJECT.search(lead)
        return Operator(start, match.end(), Form.SENTENCE) if told else None
    if (link := _ADDED.search(lead)) is not None:
        start += link.start()
    return Operator(start, match.end(), Form.REMOVAL)


def _frees(lower: str, match: re.Match[str]) -> bool:
    """Tell whether the words that prevail over others free somebody from those; they may as well bind him further.

    Their verb says so: `may`, `shall not be required`, `shall have no liability`, or `none of them shall be liable`.
    """
    if match["foregoing"]:
        return True
    rest = lower[match.end() : match.end() + _FAR].partition(". ")[0]
    for modal in _MODAL.finditer(rest):
        lead = rest[: modal.start()]
        if _SUBORDINATE.search(lead, lead.rfind(",") + 1):
            continue
        verb = rest[modal.start() : modal.start() + _VERB]
        if _NOBODY.search(lead) or " not " in verb:
            return _BINDS.search(verb) is not None
        return bool(_MAY.match(verb) or _FREE.search(verb))
    return False


def _opening(text: str, at: int, within: Span) -> int:
    """Return where the sentence around `at` begins, or its part after a semicolon."""
    start = sentence_start(text, at, within.start)
    start = max(start, text.rfind(";", start, at) + 1)
    return start + len(text[start:at]) - len(text[start:at].lstrip())
