"""Words that cite attachments by number: `Exhibit 3-1`, `Schedules 3.1 and 3.2(a)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = (
    r"(?:\d{1,3}(?:[-.]\d{1,3}){0,4}[A-Z]?(?:\([A-Za-z0-9]{1,4}\)){0,3}"
    r"|[A-Z]{1,3}(?:[-.]\d{1,3}){0,3}(?:\([a-z0-9]{1,4}\)){0,2}|[IVX]{1,6})(?![\w’'])"
)
_CITED = re.compile(
    rf"\b(?P<word>Exhibit|Schedule|Annex|Appendix|Attachment|EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT)"
    rf"(?P<many>e?s|ES|S|ices|ICES)? +(?:No\. ?)?[“\"]?(?P<first>{_NUMBER})"
    rf"(?P<rest>(?:(?:,| and| or|, and|, or| through| to| -)[“”\"]? [“\"]?{_NUMBER}){{0,12}})"
)
_EACH = re.compile(_NUMBER)
_LAW = re.compile(r"(?:13[DGE]|14[ACDFN]|TO|[BC]|K)(?:-\d{1,2}[A-Z]?)?(?:/A)?")
"""Schedules of the securities laws and of tax forms."""
_IN_LAW = re.compile(r"(?:C\.F\.R\.|\bPart \d{1,4}|§ ?[\d.]{1,12}),? $")
_ELSEWHERE = re.compile(
    r"[”\"]?,? (?:(?:attached )?to (?:the (?!extent)|such |that |its |[Ff]orm|any )"
    r"|of (?:the|such|that|any|each) (?!same)|(?:in|of) (?:the )?(?:[\w’']+ ){0,2}(?:Letter|Schedules?|Memorandum)\b)"
)


class Cited(NamedTuple):
    """One attachment as some words cite it: its word in the singular, its number, and where the number stands."""

    word: str
    number: str
    span: Span


def citations(text: str, within: Span) -> Iterator[Cited]:
    """Yield the attachments cited in a stretch of text whose line breaks are spaces, in order.

    Those that the words place in another document are left out, and captions on a line of their own.
    """
    for match in _CITED.finditer(text, within.start, within.end):
        word = match["word"].capitalize()
        if _ELSEWHERE.match(text, match.end()) or (word == "Schedule" and _LAW.fullmatch(match["first"])):
            continue
        if _IN_LAW.search(text, max(0, match.start() - 20), match.start()) or _alone(text, match):
            continue
        yield Cited(word, match["first"], Span(match.start(), match.end("first")))
        if match["many"]:
            for one in _EACH.finditer(text, *match.span("rest")):
                yield Cited(word, one[0], Span(*one.span()))


def _alone(text: str, match: re.Match[str]) -> bool:
    return text[max(0, match.start() - 1) : match.start()] in {"", "\n"} and text[match.end() : match.end() + 1] in {
        "",
        "\n",
    }
