"""Where the words of a carve-out end: not with its sentence, where the statement goes on after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.hosts import Host
from carveout.agreement.carveouts.labels import (
    LABEL,
    list_goes_on,
    list_resumes,
    names_labels,
    outer_list_goes_on,
)
from carveout.agreement.carveouts.operators import Form
from carveout.agreement.carveouts.resumption import opens_aside, statement_opens, statement_returns
from carveout.agreement.carveouts.rows import is_row
from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.carveouts.operators import Operator
    from carveout.agreement.clause import Outline

_TOKEN = re.compile(
    r"[()\[\];,:]|(?<= )(?:and|or)(?= except )|(?<= )(?i:provided)(?=,? (?i:that|however|further)\b)"
    r"|“[^”\n]{1,200}”|(?<!\w)\"[^\"\n]{1,200}\""
)
_BRACKET = re.compile(r"[()]")
_YEAR = re.compile(r" \d{4}\b")
_UNFINISHED = re.compile(r"\b(?:to|with|by|of|from|under|for|in|on)$")
_ANOTHER = re.compile(r"\b(?:and|or),? (?:except|other than|excluding)\b|\bprovided\b|;", re.IGNORECASE)
_OWN_LIST = re.compile(r"\b(?:following|below|such)\b|^(?: that)?\s*$", re.IGNORECASE)
_LINKS = re.compile(r"[,;]?\s+(?:(?:and|or|and/or)(?:,? further)?)$")
_SHORTENED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|etc|al|Jr|Sr)|\b[A-Za-z])\.$")
_LONGEST = 10_000
"""Code points beyond which no carve-out is read: the longest adverse-effect clauses stay below."""
_MARKS = '“"'
_CLOSING = " \n,;:—–"


def words_end(text: str, outline: Outline, operator: Operator, host: Host) -> int:
    """Return where the words of a carve-out end, without closing punctuation.

    They end with their sentence, paragraph, clause or bracket; at a semicolon, unless a list that began inside them
    goes on after it; and where the statement around an exception is taken up again. A list of items that they
    introduce belongs to them, if it stands in paragraphs of its own; one that runs in is told by its labels.
    """
    clause = outline.at(operator.start)
    limit = min(operator.end + _LONGEST, len(text) if clause is None else outline[clause].end)
    line_end = text.find("\n", operator.end, limit)
    end = sentence_end(text, operator.end, limit if line_end < 0 else line_end)
    bracketed = _bracket_end(text, operator, end)
    if bracketed is not None:
        return _trimmed(text, operator.end, bracketed)
    items = [] if clause is None else _items_after(outline, clause, operator.end)
    items = [item for item in items if text.find("\n", operator.end, item.start) >= 0]
    first = min([end, *(item.start for item in items)])
    stop = _stop(text, operator, host, Span(operator.end, first))
    if stop is None and items and (first < end or _leads_into(text, operator, end, items[0].start)):
        listed = _list_end(text, items)
        stop = listed if listed >= end else _stop(text, operator, host, Span(operator.end, end), listed)
    return _trimmed(text, operator.end, end if stop is None else stop)


def _bracket_end(text: str, operator: Operator, end: int) -> int | None:
    """Return where the bracket closes that an exception fills, None where it fills none."""
    if operator.form is not Form.EXCEPTION or text[operator.start - 1 : operator.start] != "(":
        return None
    depth = 1
    for bracket in _BRACKET.finditer(text, operator.end, end):
        depth += 1 if bracket[0] == "(" else -1
        if depth == 0:
            words = text[operator.end : bracket.start()]
            return None if _ANOTHER.search(words) else bracket.start()
    return None


def _items_after(outline: Outline, clause: int, at: int) -> list[Span]:
    below = (outline[child] for child in outline.children(clause))
    return [child.span for child in below if is_row(child) and child.start >= at]


def _stop(text: str, operator: Operator, host: Host, within: Span, floor: int = 0) -> int | None:
    """Return where punctuation ends the words inside a stretch of text, from `floor` on, None where none does."""
    aside = False
    end = text.find("\n", within.end)
    end = len(text) if end < 0 else end
    for at in _outer_punctuation(text, within):
        if at < floor:
            continue
        closes = text[at] == "," and aside and not (host is Host.AHEAD and statement_opens(text, at + 1, end))
        if text[at] == ")" or (not closes and _stops(text, operator, host, at, end)):
            return at
        aside = text[at] == "," and not aside and opens_aside(text, at + 1, end)
    return None


def _outer_punctuation(text: str, within: Span) -> Iterator[int]:
    """Yield what can end the words, outside brackets and quotation marks, and at last a bracket that closes.

    That is a comma, a semicolon, a colon, "provided that", and the "and" before another exception.
    """
    depth = 0
    at = within.start
    while (token := _TOKEN.search(text, at, within.end)) is not None:
        at = token.end()
        if label := LABEL.match(text, token.start()):
            at = label.end()
        elif token[0] in "([":
            depth += 1
        elif token[0] in ")]":
            depth -= 1
            if depth < 0:
                yield token.start()
                return
        elif not depth and token[0][0] not in _MARKS:
            yield token.start()


def _stops(text: str, operator: Operator, host: Host, at: int, end: int) -> bool:
    """Tell whether what stands at `at` ends the words: punctuation, a proviso, or the "and" before an exception."""
    if text[at] in "Pp":
        return not list_resumes(text, operator.end, at, end)
    if text[at].isalpha():
        return operator.form is Form.EXCEPTION
    if text[at] == ":":
        spaced = text[at + 1 : at + 2] == " "
        return operator.form is Form.EXCEPTION and spaced and not _introduces(text, operator, at)
    if names_labels(text, at, end) or list_goes_on(text, operator.end, at, end):
        return False
    if text[at] == ";" or text.startswith(" provided", at + 1):
        return not list_resumes(text, operator.end, at, end)
    if outer_list_goes_on(text, at, end):
        return True
    if operator.form is not Form.EXCEPTION or _UNFINISHED.search(text, max(0, at - 8), at):
        return False
    if text[at - 1].isdigit() and _YEAR.match(text, at + 1, end):
        return False
    return statement_returns(text, operator, host, at, end) and not list_resumes(text, operator.end, at, end)


def _introduces(text: str, operator: Operator, at: int) -> bool:
    """Tell whether the list after the colon at `at` is what the carve-out takes out, and not what it narrows."""
    return operator.form is not Form.EXCEPTION or _OWN_LIST.search(text[operator.end : at]) is not None


def _leads_into(text: str, operator: Operator, end: int, item: int) -> bool:
    """Tell whether the words end a paragraph whose list, which begins at `item`, belongs to them."""
    return text[end - 1] == ":" and not text[end:item].strip() and _introduces(text, operator, end - 1)


def _list_end(text: str, items: list[Span]) -> int:
    """Return the end of the items that follow each other without words between."""
    end = items[0].end
    for item in items[1:]:
        if text[end : item.start].strip(" \n,;") not in {"", "and", "or", "and/or"}:
            break
        end = item.end
    return end


def _trimmed(text: str, start: int, end: int) -> int:
    """Take the closing punctuation and a link to the next item off the end; the full stop of `Inc.` stays."""
    words = text[start:end].rstrip(_CLOSING)
    words = _LINKS.sub("", words).rstrip(_CLOSING)
    if not _SHORTENED.search(words[-8:]):
        words = words.rstrip(".")
    return start + len(words)
