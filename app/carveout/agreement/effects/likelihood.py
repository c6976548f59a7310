"""How likely an effect must be: `may have`, `would reasonably be expected to have`, `has`."""

from __future__ import annotations

import re

from carveout.agreement.span import Span

_WORD = re.compile(
    r"would|could|may|might|will|shall|should|can|must|not|never|nor|or|and|have|has|had|having|be|been|being|is|are"
    r"|was|were|reasonably|likely|expected|anticipated|foreseen|foreseeable|to|result|results|resulted|resulting|in"
    r"|cause|causes|caused|causing|constitute|constitutes|constituted|constituting|suffer|suffers|suffered"
    r"|experience|experienced|incur|incurred|create|creates|created|produce|occur|occurred|arise|arisen|exist|exists"
    r"|existed|lead|give|rise|individually|either|severally|singly|collectively|aggregate|the|also|there|no|possibly"
    r"|potentially|materially|become|became|otherwise|if|adversely|determined|taken|together|represent|represents"
)
_LABEL = re.compile(r"\(\w{1,4}\),?")
_OPENS_INSERTION = re.compile(
    r",? (?:either |when |if |whether |considered )?(?:individually|in the aggregate|alone|severally|singly|taken"
    r"|together|considered|with or without)\b"
)
_NO_INSERTION = re.compile(
    r"[()]|\b(?:except|that|which|would|could|may|shall|will|has|have|had|is|are|be|likely|expected)\b"
)
_TRAILING = re.compile(
    r"[ ,]*\b(?:either )?(?:individually|alone|severally|singly|collectively|in the aggregate)(?: or| and)?$"
)
_LEADING = re.compile(
    r"[ ,]*(?:\((?!\w{1,4}\)))?(?:(?:,|\(\w{1,4}\)|give(?! rise)|to|in|or|and|nor|the|there|no|also|if|individually"
    r"|either|aggregate|otherwise|severally|singly|collectively"
    r"|is|are|was|were|be|been|not|adversely|determined|taken|together)(?:,? |$))*"
)
_VERB = re.compile(
    r"(?:have|has|had|having|be|been|being|constitut\w+|result\w* in|caus\w+|suffer\w*|experienced?|incur\w*|creat\w+"
    r"|produce|occur\w*|exist\w*|lead to|give rise to|arisen?|become|became|represents?)\W*$"
)
_AFTER = re.compile(
    r" ?(?:which |that |as )?(?P<words>(?:shall|will|would|could|may|might|has|have|having|had|does|did|is"
    r"|are)(?: not)?"
    r"(?: (?:have|be|been|reasonably|likely|expected|to|not)){0,6}"
    r" (?:occurred|occur|arisen|arise|exist|existed|happened|happen|taken place|resulted|result|developed)\b)"
)
_TENSED = re.compile(
    r"\b(?:would|could|may|might|will|shall|should|can|must|likely|expected|anticipated|foreseen|foreseeable|has"
    r"|have|had|having|resulted|resulting|constitutes?|results|causes|causing|caused)\b"
)
_OF = re.compile(r"\b(?:occurrence|existence|absence|happening|event|presence) of (?:an?|any|the|such)?\W*$")
_DEEMED = re.compile(r"\b(?:deemed|considered|construed|determin\w+|whether) (?:\w+ ){0,6}$")
_JOINS = re.compile(r",? (?:and|or)(?: \(\w{1,4}\))?(?: an?| any| the)? ")
_FAR_BACK = 320
"""Code points before a standard in which its likelihood stands."""
_LONGEST_INSERTION = 200
"""Code points of the longest insertion between two commas."""
_DETERMINER = re.compile(r"(?:,?(?: \(\w{1,4}\))? (?:an?|the|any|no|some|such))? ?$")


def likelihood_before(lower: str, floor: int, at: int, *, verb: bool = False) -> Span | None:
    """Return the words before a standard at `at` of a folded text that say how likely it is, None where none do.

    They end with their verb ("may have"), unless the standard is a `verb` itself. `Will be deemed to have` says what
    counts, not how likely it is.
    """
    floor = max(floor, at - _FAR_BACK)
    lead = _without_article(lower[floor:at])
    end = len(lead)
    start = _first_word(lead)
    leading = _LEADING.match(lead, start)
    start = start if leading is None else leading.end()
    words = lead[start:end]
    if not (verb or _VERB.search(words)) or not _TENSED.search(words) or _DEEMED.search(lead[:start]):
        return None
    return Span(floor + start, floor + end)


def _first_word(lead: str) -> int:
    """Return where the words begin that can say how likely something is, seen from the end."""
    start = len(lead)
    while start > 0:
        word_start = max(lead.rfind(" ", 0, start), lead.rfind("\n", 0, start)) + 1
        word = lead[word_start:start]
        if not _WORD.fullmatch(word.strip(",()")) and not _LABEL.fullmatch(word):
            break
        start = word_start - 1
        if start > 0 and lead[start] == "\n":
            break
        if lead[: max(0, start)].endswith(","):
            inserted = _insertion_start(lead, start - 1)
            if not _WORD.fullmatch(lead[:inserted].rpartition(" ")[2]):
                break
            start = inserted
    return min(max(0, start + 1), len(lead)) if start > 0 else 0


def _without_article(lead: str) -> str:
    """Return the words without the article at their end, and without what is put between it and the verb."""
    article = _DETERMINER.search(lead)
    cut = lead[: article.start()] if article else lead
    if (article and article[0].startswith(",")) or cut.rstrip().endswith(","):
        cut = cut.rstrip(" ,")
        cut = cut[: _insertion_start(cut, len(cut))]
        while (trailing := _TRAILING.search(cut)) is not None:
            cut = cut[: trailing.start()]
    return cut.rstrip(" ,")


def _insertion_start(lead: str, end: int) -> int:
    """Return where an insertion begins that a comma at `end` closes ("individually or in the aggregate"), or `end`."""
    floor = max(0, end - _LONGEST_INSERTION, lead.rfind(";", 0, end), lead.rfind(":", 0, end))
    for opening in _OPENS_INSERTION.finditer(lead, floor, end):
        if _NO_INSERTION.search(lead, opening.start(), end) is None:
            return opening.start()
    return end


def likelihood_after(lower: str, end: int) -> Span | None:
    """Return the words right after a standard that say whether it is there: `has occurred`."""
    after = _AFTER.match(lower, end)
    return None if after is None else Span(*after.span("words"))


def joins(lower: str, end: int, at: int) -> bool:
    """Tell whether only an "and" or "or" joins a standard at `at` to the test that ends at `end`."""
    return _JOINS.fullmatch(lower, end, at) is not None


def named_as_event(lower: str, at: int) -> bool:
    """Tell whether a standard is an event by itself: `the occurrence of a Material Adverse Effect`."""
    return _OF.search(lower, max(0, at - 40), at) is not None
