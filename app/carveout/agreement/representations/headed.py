"""Statements that only their heading calls representations or warranties: nobody "represents" in their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.prose.names import names_thing
from carveout.agreement.prose.sentences import sentence_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument

_NAMED = re.compile(
    r"(?:(?:certain|mutual|additional|general|further) |(?P<whose>[\w&., ]{2,60})[’']s? )?"
    r"(?:representations?(?:(?:,| and|;|/| &|, and) ?(?:warrant(?:y|ies)|covenants?|undertakings?|agreements?"
    r"|acknowledge?ments?|guarantees?)){0,3}|warrant(?:y|ies) and representations?)"
    r"(?: (?:of|by) (?:the |each |all )?(?P<of>[\w&., ]{2,60}))?[.:]?$",
    re.IGNORECASE,
)
_WARRANTY = re.compile(
    r"(?:(?:limited|product|products|quality|standard|performance) )?warrant(?:y|ies)[.:]?$", re.IGNORECASE
)
_WARRANTED = re.compile(r"\b(?:is|are) (?:hereby )?warranted\b", re.IGNORECASE)
_ABOUT = re.compile(r"\brepresentation|\bwarrant(?:y|ies)\b|\bstatements?\b", re.IGNORECASE)
"""What a sentence says that is about representations made elsewhere: that they are true, survive, or aren't made."""
_MADE = re.compile(
    r"\bfollowing (?:\w+ ){0,3}(?:representation|warrant|statement)|\b(?:hereby|are) (?:made|given)\b", re.IGNORECASE
)
_UNSURE = re.compile(r"\b(?:true|correct|accurate|surviv\w+|disclaim\w*|except|no|not|none|breach\w*)\b", re.IGNORECASE)
_INTENDED = re.compile(r"\b(?:shall|will|must|may) (?!be deemed\b)", re.IGNORECASE)
"""A promise or a permission is no statement of fact."""
_LABEL = re.compile(r"\s*(?:\(?\w{1,4}[.)]\s*)?(?:the )?", re.IGNORECASE)
_BODIES = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION})
_CALLED = 160
"""Characters in which a heading has its say."""


def headed(
    text: str, outline: Outline, instrument: Instrument, terms: tuple[Term, ...]
) -> Iterator[tuple[int, str | None]]:
    """Yield the articles and sections of an instrument headed so whose words state something, and who states it.

    Words about representations made elsewhere, that they shall be true, survive or are the only ones, state nothing;
    nor do promises. "Warranty" alone heads a statement where something "is warranted".
    """
    parties = {term.term.casefold(): term.term for term in terms if not names_thing(term.term)}
    for at in instrument.clauses:
        clause = outline[at]
        if clause.kind not in _BODIES or clause.heading is None or len(clause.heading) > _CALLED:
            continue
        start = _LABEL.match(text, clause.body_start)
        body = start.end() if start is not None else clause.body_start
        first = text[body : sentence_end(text, body, clause.end)]
        named = _NAMED.match(clause.heading)
        if named is not None and _states(first):
            called = (named["whose"] or named["of"] or "").strip(" .").removeprefix("the ")
            yield at, parties.get(called.casefold()) or _opening(first, parties)
        elif _WARRANTY.match(clause.heading) and _WARRANTED.search(first):
            yield at, _opening(first, parties)


def _states(first: str) -> bool:
    """Tell whether a first sentence states something itself."""
    if _ABOUT.search(first):
        return _MADE.search(first) is not None and _UNSURE.search(first) is None
    return bool(first.strip()) and _INTENDED.search(first) is None


def _opening(first: str, parties: dict[str, str]) -> str | None:
    """Return the party with whose name a sentence opens."""
    words = first.split(" ", 4)[:4]
    tried = (" ".join(words[:count]).strip(" ,").casefold() for count in range(len(words), 0, -1))
    return next((parties[one] for one in tried if one in parties), None)
