"""How the parts of an agreement that bear no number begin: preamble, recitals, signatures, contents."""

from __future__ import annotations

import re

from carveout.agreement.labels.captions import is_caption

_INSTRUMENT = (
    r"agreement|contract|lease|deed|plan of merger|indenture|guarantee|guaranty|mortgage|undertaking|memorandum"
    r"|amendment|note|licen[cs]e|addendum|bond|warrant|debenture|order form"
)
_VERSIONED = r"(?: (?i:no|number)\.? ?\w{1,6})?"
_PREAMBLE = re.compile(rf"(?:this|the) [^.;]{{0,160}}?\b(?:{_INSTRUMENT})\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:refers?|requests?|constitutes?|acknowledges?|represents?|agrees?|desires?|shall|will|may|are|has|have)\b"
)
"""A verb before the name of an instrument: a sentence that only speaks of one."""
_MADE = re.compile(
    r"\b(?:made|entered|dated|effective|between|by and among|executed|is among)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"(?:[A-Z][A-Z0-9&’'/-]*,? ){{0,14}}(?i:{_INSTRUMENT})S?\b{_VERSIONED}[^.;]{{0,200}}"
    r"\((?:this|the|this “|the “|“|\")[^()]{1,80}\)[^;]{0,200}\b(?:between|among)\b"
)
"""The title of an instrument that runs on into its date and its parties."""
_BARE = re.compile(
    rf"(?:[A-Z][\w&’'/-]*,? |(?:and|of|for|to) ){{0,14}}(?i:{_INSTRUMENT})S?{_VERSIONED},?"
    r" (?:is )?(?:hereby )?(?:made|entered|dated|effective|executed)\b[^;\n]{0,300}?\b(?:between|among)\b"
)
"""The title of an instrument, or its mere name, that runs on into its date and its parties without a bracket."""
_PARTY = re.compile(r"(?:[A-Z][\w’'/-]{0,20} ){0,3}\(?(?i:party) [A-F1-6]\b\)?(?: ?\([^()\n]{1,60}\))? ?[:：]")
"""A party by its letter, with its name after a colon, as contracts in China name them."""
_CONCLUDED = re.compile(
    rf"\b(?:conclude|enter into|execute|make)s?\b [^.;()]{{0,80}}?\b(?:this|the|a|an|the following) [^.;()]{{0,120}}?"
    rf"\b(?:{_INSTRUMENT})\b",
    re.IGNORECASE,
)
"""What parties do whom a preamble names first, as agreements translated from Japanese or Chinese open."""
_NAMES = "(hereinafter"
_RECITALS = re.compile(
    r"(?:w *i *t *n *e *s *s *e *t *h(?: that)?|r *e *c *i *t *a *l *s?|background|preliminary statements?"
    r"|whereas)[ :;,.]*$",
    re.IGNORECASE,
)
_WHEREAS = re.compile(r"\(?whereas\b", re.IGNORECASE)
_AGREED = re.compile(r"\bnow,? therefore\b|\bagree(?:s|d)? as follows|\bhereby agree\b|\bas follows:?$")
_AGREEING = ("therefore", "agree", "as follows")
_SIGNED = re.compile(r"in witness (?:whereof|of which)\b|[\[(]{0,2}signature pages? (?:to )?follow", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"(?:agreed and accepted|accepted and agreed|(?:agreed|accepted)(?: to)? by|signed (?:for and )?(?:on behalf|by)"
    r"|executed (?:as a deed|by))\b",
    re.IGNORECASE,
)
_SHORT = 120
_CONTENTS = re.compile(r"(?:table of )?contents[ :.]*$", re.IGNORECASE)
_FORM = re.compile(r"(?:schedule|form) \d{1,2}-?[a-z]{1,2}(?:-\d{1,2})?(?:/a)?$", re.IGNORECASE)
_TITLE = re.compile(rf"\b(?:{_INSTRUMENT}|plan|policy|terms|conditions|term sheet|m?nda)\b", re.IGNORECASE)
_NAMED = re.compile(rf"(?i:this) (?P<name>(?:[A-Z][\w&’'-]*[ ,]{{1,2}}|(?:and|of|for|to) ){{0,9}}(?i:{_INSTRUMENT}))\b")
_SPEAKS = re.compile(
    r"\b(?:this|by and among|by and between|between|among|dated|exhibit|execution|hereby)\b|\bno\.? ?:|[;]|\.$",
    re.IGNORECASE,
)
_HANGS = re.compile(r"(?:\b(?:and|of|for|to|the|in|on|by|or|with)|[,&-])$", re.IGNORECASE)
_LAST = re.compile(r"(\w{0,20}),?$")
_TORN = re.compile(
    r"a|an|the|and|or|of|in|to|by|with|under|for|from|per|on|at|this|that|such|said|see|than|as|is|are|be|its"
    r"|their|any|each|which|within|through|pursuant|between|into|upon|article|clause|section|paragraph|schedule|exhibit"
    r"|annex|appendix|sections|clauses|articles",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{3}")
"""What stands in the number of an instrument, on the line below its title."""
_VERSION = re.compile(
    r"\b(?:amended|restated|form|master|supplemental|first|second|third|fourth|fifth|no\.|amendment)", re.IGNORECASE
)
_CLOSES = tuple('.:;,)”"')
"""What ends a paragraph, as against the lines of a cover, which say the same."""
_LONGEST_TITLE = 400
_NOTE = re.compile(r"[\[(][^\])]{3,120}[\])]$")


def is_preamble(text: str) -> bool:
    """Tell whether a paragraph says which instrument this is and who makes it with whom."""
    head = text[:600]
    named = _PREAMBLE.match(head)
    made = named is not None and not _VERB.search(named[0]) and bool(_MADE.search(head))
    return (
        made
        or bool(_PARTY.match(head))
        or bool(_TITLED.match(head))
        or (_NAMES in head.lower() and head[:1].isupper() and bool(_CONCLUDED.search(head)))
        or (bool(_BARE.match(head)) and head.rstrip()[-1:] in _CLOSES)
    )


def is_recitals(text: str) -> bool:
    """Tell whether a line is the heading over the recitals."""
    return len(text) < 60 and bool(_RECITALS.match(text))


def is_whereas(text: str) -> bool:
    """Tell whether a paragraph is a recital."""
    return bool(_WHEREAS.match(text))


def is_agreed(text: str) -> bool:
    """Tell whether a paragraph closes the recitals: from here on the parties agree."""
    tail = text[-400:].lower()
    return any(cue in tail for cue in _AGREEING) and bool(_AGREED.search(tail))


def agrees(text: str) -> bool:
    """Tell whether a paragraph says that the parties agree, not merely that something follows."""
    return is_agreed(text) and any(cue in text[-400:].lower() for cue in ("agree", "therefore"))


def is_signing(text: str) -> bool:
    """Tell whether a paragraph begins the signatures."""
    return bool(_SIGNED.match(text)) or (len(text) <= _SHORT and bool(_SIGNED_BY.match(text)))


def is_contents(text: str) -> bool:
    """Tell whether a line is the heading over a table of contents."""
    return len(text) < 30 and bool(_CONTENTS.match(text))


def title_in(text: str) -> str | None:
    """Return the title of an instrument that stands on lines of a cover, None where they name none.

    A title may take several lines: one that goes on, or one that says which version of the instrument it is.
    """
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if _titles(line) and _TITLE.search(line)), None)
    if first is None or len(text) > _LONGEST_TITLE:
        return None
    last = first
    while (
        last + 1 < len(lines)
        and _titles(lines[last + 1])
        and (_HANGS.search(lines[last]) or (_TITLE.search(lines[last + 1]) and not _NUMBER.search(lines[last + 1])))
    ):
        last += 1
    while (
        first > 0
        and _titles(lines[first - 1])
        and (_HANGS.search(lines[first - 1]) or _VERSION.search(lines[first - 1]))
    ):
        first -= 1
    return " ".join(" ".join(lines[first : last + 1]).split()).strip(" .:-–—")


def _titles(line: str) -> bool:
    return is_caption(line) and not _SPEAKS.search(line)


def named_instrument(preamble: str) -> str | None:
    """Return what a preamble calls its instrument: `Stock Purchase Agreement` of `This Stock Purchase Agreement`."""
    match = _NAMED.match(preamble)
    return " ".join(match["name"].split()) if match else None


def hangs(text: str) -> bool:
    """Tell whether words end so that a sentence goes on after them."""
    last = _LAST.search(text)
    return last is not None and (last[0].endswith(",") or _TORN.fullmatch(last[1]) is not None)


def is_note(text: str) -> bool:
    """Tell whether a line is a remark of the page, in brackets by itself, and no words of a clause."""
    return bool(_NOTE.match(text))


def form_of(text: str) -> str | None:
    """Return the name of the official form that a line gives, such as `Schedule 13D`; None where it gives none."""
    match = _FORM.match(text) if len(text) < 30 else None
    if match is None:
        return None
    word, _, number = match[0].partition(" ")
    return f"{word.capitalize()} {number.upper()}"
