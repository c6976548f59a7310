"""Where the statement around an exception is taken up again after a comma."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.hosts import AUXILIARY, BY_REFERENCE, Host

if TYPE_CHECKING:
    from carveout.agreement.carveouts.operators import Operator

_ANOTHER = re.compile(
    r" (?:and |or |but )?(?:except|other than|provided|unless|save|it being (?:understood|agreed))\b", re.IGNORECASE
)
_RESUMES = re.compile(
    rf" (?:{AUXILIARY}|then|nor|(?:and|or|but) (?:(?:also|further|to the knowledge[^,]{{0,40}},) )?"
    rf"(?:{AUXILIARY}|neither|no|none|there|nothing|that|since|upon|if|during|it)"
    rf"|that (?:would|could|will|may))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r" (?:(?:either )?individually|alone|singly|in (?:the )?aggregate|as of|taken as|taken together|if any"
    r"|as applicable|as the case may be|in each case|without limitation|but not limited to|as amended"
    r"|among other things)\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"\b(?:which|that|who),$", re.IGNORECASE)
_LISTED = re.compile(
    r" (?:as|or|and|and/or|to the extent|including|in the case of|(?:sub)?sections?|schedules?|articles?|exhibits?"
    r"|clauses?|paragraphs?|items?|part|annex(?:es)?|appendix"
    r"|in (?:the )?(?:schedules?|sections?|exhibits?|disclosure))\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r" (?:\(\w{1,4}\) )?(?:no|none|neither|nothing|there|it|each|every|either|this|he|she|they|we|you|in no event"
    r"|in the event|if|upon|during|since|all|nor)\b",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile(
    r" (?:and|or|but|which|that|who|whose|whom|where|when|as|to|for|with|by|from|of|on|at|except|including|individually"
    r"|other|be|been|not|than|in|under)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    rf"\b(?:{AUXILIARY}|hereby|represents?|warrants?|agrees?|acknowledges?|owns?|remains?)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:which|that|who|whose|whom|where|as)\b", re.IGNORECASE)
_AS_OF = re.compile(r" as of\b", re.IGNORECASE)
_OPENED = re.compile(r"(?P<label>(?: \(\w{1,4}\))?) (?:the|each|every|no|none|neither|all|there|[A-Z])")
_SEGMENT = 200


def opens_aside(text: str, after: int, end: int) -> bool:
    """Tell whether the words after a comma only lead to the next one: "individually or in the aggregate,".

    So they do where a relative clause has just begun: "which, by their nature,".
    """
    begun = _BEGUN.search(text, max(0, after - 8), after)
    return begun is not None or _ASIDE.match(text, after, end) is not None


def statement_opens(text: str, after: int, end: int) -> bool:
    """Tell whether a statement opens after a comma, if need be after its label: "(1) the Company has"."""
    opened = _OPENED.match(text, after, end)
    return opened is not None and _opens_statement(text, opened.end("label"), end)


def statement_returns(text: str, operator: Operator, host: Host, at: int, end: int) -> bool:
    """Tell whether the statement around an exception goes on after the comma at `at`.

    Otherwise the comma parts two things that the exception names.
    """
    after = at + 1
    if _ANOTHER.match(text, after, end):
        return True
    if host is Host.AHEAD and BY_REFERENCE.match(text, operator.start) and _AS_OF.match(text, after, end):
        return True
    if opens_aside(text, after, end):
        return False
    if _RESUMES.match(text, after, end):
        return host is not Host.AHEAD
    if host is Host.INSIDE or (host is Host.AHEAD and BY_REFERENCE.match(text, operator.start)):
        return _LISTED.match(text, after, end) is None
    if host is Host.AHEAD:
        return _opens_statement(text, after, end)
    return host is Host.CONDITION and _opens_statement(text, after, end)


def _opens_statement(text: str, after: int, end: int) -> bool:
    """Tell whether words can open a statement: "there exist no", or a subject with its verb before the next comma."""
    if _STATEMENT.match(text, after, end):
        return True
    if _NO_STATEMENT.match(text, after, end):
        return False
    reach = min(end, after + _SEGMENT)
    pause = text.find(",", after, reach)
    segment = text[after : pause if pause >= 0 else reach]
    finite, relative = _FINITE.search(segment), _RELATIVE.search(segment)
    return finite is not None and (relative is None or finite.start() < relative.start())
