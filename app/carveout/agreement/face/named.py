"""The names in the words of a preamble between two short names: of one party, or of several that stand in a row."""

from __future__ import annotations

import re

from carveout.agreement.prose.names import companies, company_before

_LEADS = re.compile(
    r"(?:[\s,;:.–—(-]+|and\b|or\b|by\b|between\b|among\b|\(?\d{1,2}[).]|\([a-z]{1,3}\)|the following (?:\w+ )?parties\b"
    r"|on the (?:one|other) (?:hand|part)\b|of (?:the )?(?:one|other|first|second) part\b)+",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r",? (?:\((?!\w{1,20}\.?\)[, ]{1,2}[A-Z])|(?:an?|(?<=, )An?|the|each|as|its|with|having|whose|organi[sz]ed"
    r"|incorporated|acting|on behalf|for itself|not|duly|being|individually|solely|in (?:his|her|its)|residing|resident"
    r"|company|located|of \d|f/k/a|d/b/a|represented)\b)"
)
_COMPANY_DESCRIBED = re.compile(
    r",? (?:(?:an?|the|each|its|as|of \d|with|having|whose|organi[sz]ed|incorporated|registered|not)\b|\d)",
    re.IGNORECASE,
)
_AND = re.compile(r"(?P<comma>[,;])? and (?=[A-Z])|; ?(?=[A-Z])")
_TO_COMMA = re.compile(r",| an? | \(")
_PERSON = re.compile(r"(?:[A-Z][\w.’'-]{0,30} ){1,3}[A-Z][\w’'-]{1,30}(?:, (?:Jr|Sr|MD|M\.D|Esq)\.?)?$")
_LISTED = re.compile(r",? and |, (?!(?:Inc|LLC|L\.L\.C|Ltd|LTD|INC|L\.P|LP|Jr|Sr|Corp|Co|N\.A)\b)")
_ADDRESS = re.compile(r" (?:Suite|Room|Unit|Floor|Level|P\.?O\.? Box|[^,;]{0,40}\b\d{2,5}\b)", re.IGNORECASE)
"""An address that comes after a name without a comma."""
_WHOLE_WORD = re.compile(r"\b(?:LLC|LLP|LP|PLC|plc|GmbH|AG|[A-Z][a-z]{4,}|[A-Z]{5,})\.$")
"""A word that isn't shortened, before a full stop."""
_LOWER = re.compile(r"[a-z]\w*[A-Z]|[a-z][\w.-]{1,40},? (?:inc|llc|ltd|corp)\b")
"""A name that begins with a small letter: `iVillage`, `salesforce.com, inc.`"""
_CAPACITY = re.compile(r"(?:[A-Z]\w{1,20} )?(?:Administrator|Agent|Trustee|Nominee|Manager|Receiver) for (?:the )?")
"""What somebody acts as, before the name of whom it acts for."""
_LONGEST = 160
_MOST = 3_000
"""Code points beyond which words between two short names name nobody."""


def names_in(words: str) -> tuple[str, ...]:
    """Return the names that words hold, in order, without what describes them.

    Words that name several do so in a row, "X, a Delaware corporation, and Y, LLC": what goes before an "and" is a
    name with its corporate form or its description, and what comes after it a company.
    """
    if len(words) > _MOST:
        return ()
    words = " ".join(words.split())
    found: list[str] = []
    start = 0
    for link in _AND.finditer(words):
        if _parts(words, start, link):
            found += _name(words[start : link.start()])
            start = link.end()
    last = _name(words[start:])
    return (*found, *(last or _last_company(words, start)))


def persons_in(words: str) -> tuple[str, ...]:
    """Return the names of a list that holds nothing but names: "Nelson Herrera, Arvind Gurnani and Michael Messina"."""
    lead = _LEADS.match(words)
    pieces = [piece.strip() for piece in _LISTED.split(words[lead.end() if lead else 0 :]) if piece.strip()]
    named = [piece for piece in pieces if _PERSON.match(piece) or _is_company(piece)]
    return tuple(named) if len(named) == len(pieces) else ()


def unstopped(name: str) -> str:
    """Return a name without the full stop of its sentence: one after a corporate form belongs to the name."""
    if _WHOLE_WORD.search(name):
        return name[:-1]
    formed = any(company.end == len(name) for company in companies(name, 0, len(name), weaker=True))
    return name if formed else name.removesuffix(".")


def _parts(words: str, start: int, link: re.Match[str]) -> bool:
    """Tell whether an "and" stands between two parties, not inside a name or a description."""
    first = next(companies(words, link.end(), min(len(words), link.end() + _LONGEST), weaker=True), None)
    company = first is not None and first.start == link.end()
    before = words[start : link.start()]
    if not _name(before):
        return False
    described = _DESCRIBES.search(before) is not None or next(companies(before, 0, len(before)), None) is not None
    if company:
        return described
    after = _TO_COMMA.split(words[link.end() :], maxsplit=1)[0].strip()
    return link["comma"] is not None and described and _PERSON.match(after) is not None


def _is_company(words: str) -> bool:
    first = next(companies(words, 0, len(words), weaker=True), None)
    return first is not None and first.start == 0


def _name(words: str) -> tuple[str, ...]:
    """Return the name that words begin with, without what describes it; none where they begin with none."""
    lead = _LEADS.match(words)
    name = words[lead.end() if lead else 0 :].strip()
    described = _DESCRIBES.search(name)
    bare = name[: described.start()] if described else name
    bare = " ".join(bare.strip(" ,;:-–—").split())
    whole = _whole_company(name)
    if whole is not None and (len(bare) > _LONGEST or bare.startswith(whole)):
        bare = whole
    begins = bare[:1].isupper() or bare[:1].isdigit() or _LOWER.match(bare) is not None
    named = (begins or whole is not None) and len(bare) <= _LONGEST and ":" not in bare
    return (bare,) if named else ()


def _whole_company(words: str) -> str | None:
    """Return the company that words begin with, where what describes it or nothing comes after; else None."""
    first = next(companies(words, 0, min(len(words), _LONGEST)), None)
    if first is None or first.start != 0:
        return None
    after = words[first.end :]
    described = not after or _COMPANY_DESCRIBED.match(after) or _ADDRESS.match(after)
    return first.in_line(words) if described else None


def _last_company(words: str, start: int) -> tuple[str, ...]:
    """Return the company named last, where what describes the party before it opens the words."""
    named = company_before(words, start, len(words))
    if named is None:
        return ()
    name = _CAPACITY.sub("", named.in_line(words), count=1)
    return (name if words[: named.start].rstrip().endswith("and") else name.rpartition(" and ")[2],)
