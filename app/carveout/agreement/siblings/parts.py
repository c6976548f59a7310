"""The parts of a carve-out: its operator, what it excuses, the cause, the event, who, and the tail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from carveout.agreement.prose.names import companies, names_thing
from carveout.agreement.span import Span

_OPERATOR = re.compile(
    r"(?:provided,?(?: (?:however|further|also|always),?)? that"
    r"(?:,? (?:such|the|this) (?:term|definition|expression)s?(?: [“\"][^”\"\n]{1,80}[”\"])?(?: as used herein)?"
    r" (?:shall|does|do|will) not (?:be deemed to )?include)?"
    r"|(?:save and )?except(?:ing)?(?: only| solely)?(?: (?:for|as to|that|as|to the extent|with respect to|in))?"
    r"|other than|save (?:for|as|that)|excluding|exclusive of|but (?:not|excluding)|including|subject to"
    r"|notwithstanding(?: [^,;]{1,160}? to the contrary| the foregoing)?)(?=[ ,:])",
    re.IGNORECASE,
)
_STRONG = (
    r"(?:caused by|aris(?:es?|ing) (?:out of|from|under|in connection with)|result(?:s|ed|ing)? from|attributable to"
    r"|relat(?:es?|ed|ing) (?:to|from)|due to|in connection with|as a (?:result|consequence) of|by reason of"
    r"|stemming from|on account of|associated with|triggered by|occasioned by|brought about by)"
)
_LINK = rf"(?:{_STRONG}|out of|from|in respect of|with respect to)"
_ADVERB = r"(?:(?:directly|indirectly|primarily|solely|principally|in any way|in whole or in part),? (?:or )?)"
_MODAL = r"(?:that|which)(?: (?:may|might|could|would|will|shall|are|is|was|were|has|have|had|been|be|or))*"
_CAUSE = re.compile(
    rf"\b(?:{_MODAL} )?{_ADVERB}{{0,3}}{_STRONG}(?:(?:,? (?:or|and|and/or)|,) {_ADVERB}{{0,3}}{_LINK})*(?= )",
    re.IGNORECASE,
)
_BEFORE_WHO = re.compile(
    r" (?:by|of|against|involving|between|among|with|to|for|in respect of)(?: (?:any of|either of|each of|the)"
    r"|(?: [A-Z][\w&.’'-]*){1,4} and)?$"
)
_AND_ITS = re.compile(
    r",? (?:and|or|and/or) (?:(?:any|each|all|either|one or more) (?:of )?)?(?:its|their|the) (?:\w+ ){0,4}?"
    r"(?:subsidiar(?:y|ies)|affiliates?)(?:,? (?:and|or) (?:its |their )?(?:affiliates|subsidiaries|successors))?",
    re.IGNORECASE,
)
_DEFINED = re.compile(r" ?\((?:the |collectively, )?[“\"][^()\n]{1,80}\)")
_JOINS = re.compile(r"(?:, and|,| and| or|, or) (?:the )?$")
_TAIL = re.compile(
    r",? (?:or|and) any other (?:\w+ ){1,3}(?:related|relating|arising|resulting|connected)\b"
    r"|[,(] ?(?:whether|provided|in each case|except|but|to the extent)\b"
    r"|,? (?:that|which) (?:do|does|did)(?: not)? (?:\w+ )?disproportionate"
)
_DETERMINERS = re.compile(r" ?(?:(?:any|all|the|those|such|of|a|an) ?)*", re.IGNORECASE)
_FAR = 400
"""Code points after the operator in which the cause stands."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where each part of a carve-out stands, None for one that it doesn't have.

    `names` are the mentions of its subject in `who`.
    """

    operator: Span | None
    excused: Span | None
    cause: Span | None
    event: Span | None
    who: Span | None
    tail: Span | None
    names: tuple[Span, ...] = ()


def parts_of(plain: str, words: Span, subject: str | None) -> Parts:
    """Return the parts of the words of a carve-out in an unbroken text.

    `except for any adverse effects | caused by | the petition | by Alpha and its subsidiaries | or any related effect`.
    Without a cause the words after the operator are what is excused, or whom, where they begin with the subject.
    """
    opening = _OPERATOR.match(plain, words.start, words.end)
    start = words.start if opening is None else opening.end()
    cause = _cause(plain, start, min(words.end, start + _FAR))
    names = _names(plain, Span(start if cause is None else cause.end(), words.end), subject, caused=cause is not None)
    who = _who(plain, names, words.end)
    floor = start if cause is None else cause.end()
    stop = words.end
    if who is not None:
        before = _BEFORE_WHO.search(plain, floor, who.start - 1)
        stop = max(floor, who.start if before is None else before.start())
    tail = _tail(plain, floor if who is None else who.end, words.end, after_who=who is not None)
    if who is None and tail is not None:
        stop = tail.start
    between = _trimmed(plain, floor, stop)
    limb = opening is None and cause is None
    return Parts(
        operator=None if opening is None else Span(*opening.span()),
        excused=_trimmed(plain, start, cause.start()) if cause is not None else None if limb else between,
        cause=None if cause is None else Span(*cause.span()),
        event=between if cause is not None or limb else None,
        who=who,
        tail=tail,
        names=tuple(names),
    )


def _cause(plain: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first words of cause outside brackets."""
    for found in _CAUSE.finditer(plain, start, end):
        if plain.count("(", start, found.start()) == plain.count(")", start, found.start()):
            return found
    return None


def _names(plain: str, within: Span, subject: str | None, *, caused: bool) -> list[Span]:
    """Return where the subject is named in a row: its short name, or the companies that are called by it.

    Where nothing is caused, a short name that the words begin with is what is excused ("other than Permitted Liens").
    """
    if subject is None:
        return []
    found = [
        name
        for name in companies(plain, within.start, within.end)
        if name.of(plain).upper().startswith(subject.upper())
    ]
    if not found:
        short = re.compile(rf"(?<!\w){re.escape(subject)}(?!\w)").search(plain, within.start, within.end)
        ahead = short is not None and _DETERMINERS.fullmatch(plain[within.start : short.start()]) is not None
        if short is not None and not names_thing(subject) and (caused or not ahead):
            found = [Span(*short.span())]
    row = found[:1]
    for name in found[1:]:
        if _JOINS.fullmatch(plain[row[-1].end : name.start]):
            row.append(name)
    return row


def _who(plain: str, names: list[Span], end: int) -> Span | None:
    if not names:
        return None
    last = names[-1].end
    for pattern in (_DEFINED, _AND_ITS):
        more = pattern.match(plain, last, end)
        last = last if more is None else more.end()
    return Span(names[0].start, last)


def _tail(plain: str, start: int, end: int, *, after_who: bool) -> Span | None:
    if after_who:
        return _trimmed(plain, start, end)
    found = _TAIL.search(plain, start, end)
    return None if found is None else _trimmed(plain, found.start(), end)


def _trimmed(plain: str, start: int, end: int) -> Span | None:
    words = plain[start:end]
    first = start + len(words) - len(words.lstrip(" ,\n:"))
    last = start + len(words.rstrip(" ,;\n("))
    return Span(first, last) if first < last else None
