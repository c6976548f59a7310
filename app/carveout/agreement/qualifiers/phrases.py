"""The phrases that limit a representation, by kind, as they stand in folded text.

Each kind is looked for where one of its cues stands; the pattern then says whether the cue limits anything, and gives
the words.
"""

from __future__ import annotations

import re

from carveout.agreement.content import QualifierKind

_NUMBER = r"(?:\w+[ -]){0,2}(?:\(\w{1,5}\) ?)?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: \d{1,2}\b)?(?:,? \d{4})?"
)
_DAY = (
    r"(?:the |its |their |his |such |that |any |each |of |respective |other |or |and )*"
    rf"(?:(?:close of business on )?(?:the )?(?:\w+ ){{0,5}}?(?:(?:closing|signing|completion|effective) (?:date|time)"
    r"|dates?|closing|signing|completion|time|year.?end|end)\b"
    r"(?: hereof| thereof| of this (?:\w+ ){0,2}?(?:agreement|lease|contract|deed)| stated therein| indicated| made)?"
    rf"|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?(?: day of)? {_MONTH})"
)
_WORDED = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-five|thirty|forty|fifty|sixty"
    r"|seventy|seventy-five|eighty|ninety|hundred|thousand|million|billion|and)[ -]){1,6}"
)
_AMOUNT = (
    r"(?:(?:u\.?s\.?|rmb|usd|eur|gbp|hk|cdn?|c|a)?[$€£¥] ?\d(?:[\d,.]*\d)?(?: (?:million|billion))?"
    r"|\d(?:[\d,.]*\d)? ?(?:%|(?:percent|per cent|dollars|euros|yen)\b)"
    rf"|{_WORDED}(?:\([$€£¥]?\d[\d,.]*%?\) ?)?(?:%|(?:percent|per cent|dollars|euros|yen|u\.s\. dollars)\b))"
    r"(?: ?\([$€£¥]?\d[\d,.]*%?\))?"
)

_KNOWLEDGE = re.compile(
    r"(?:to|in|within) (?:the )?(?:best )?(?:of )?"
    r"(?:(?:the|its|his|her|their|such|each|our|\w+['’]s?|\w+ \w+['’]s?) ){0,3}(?:\w+['’]s? )?"
    r"(?:(?:best|actual|current|present|personal|respective|conscious) ){0,2}knowledge\b"
    r"(?:,? (?:information|and|or|belief|after|reasonable|due|inquiry|enquiry|investigation|diligent)\b){0,8}"
    r"(?: of (?:(?:the|any|each|such) )?[\w’'-]+)?"
    r"|\bha(?:s|ve|d) (?:no|any|actual)? ?knowledge\b|\bwithout (?:\w+ )?knowledge\b|\bknowledge of no\b"
    r"|\b(?:so|as) far as [\w’' ]{1,40}? (?:is|are|was|were) aware\b"
    r"|\b(?:is|are|was|were) (?:not )?(?:actually )?aware\b|\b(?:nor|not) aware\b"
)
_NO_ADJECTIVE = (
    r"(?<!raw )(?<!hazardous )(?<!building )(?<!printed )(?<!written )(?<!offering )(?<!proxy )(?<!genetic )(?<!toxic )"
    r"(?<!source )(?<!radioactive )(?<!biological )(?<!marketing )(?<!promotional )(?<!regulated )(?<!containing )"
)
_MATERIALITY = re.compile(
    r"\bin (?:all|any|each) material respects?\b"
    r"|(?:(?:individually or |either )?in the aggregate,? )?\b(?:\w+ )?"
    r"material(?:ly)? adverse (?:effect|change|impact|event)s?\b"
    r"|\bmaterially\b(?: and adversely)?(?: \w+)?"
    rf"|{_NO_ADJECTIVE}\bmaterial (?!(?:contracts?|agreements?|permits?|leases?|licenses?|and|or|of|is|are|which|that"
    r"|in|for|as|at|used|furnished|provided|prepared|to,)\b)[\w-]+"
    rf"|(?:\b(?:is|are|be|been|not|were|was) |\bin all respects ){_NO_ADJECTIVE}material\b(?! adverse)"
    r"|\bimmaterial\b|\bde minimis\b"
)
_LIKELIHOOD = re.compile(
    r"\b(?:(?:would|could|can|may|might|will|shall|is|are|was|were|nor|not|be|it|reasonably) ){0,7}"
    r"(?:expected|anticipated|likely|foreseen|foreseeable)(?: reasonably)? (?:to|that)\b"
    r"|\b(?:(?:would|could|may|might|is|are|nor|not|be|more|reasonably) ){0,4}likely\b"
    r"|\bforeseeable future\b|\breasonably foreseeable\b"
)
_DATE = re.compile(
    rf"\bas (?:of|at),? {_DAY}"
    r"|\b(?:at|on) (?:and as of )?the (?:date hereof|date of this \w+|closing date|effective date)\b|\bat the closing\b"
    r"|\bon or (?:prior to|before) the (?:\w+ ){0,2}(?:date|closing)\b(?: hereof)?"
    r"|\bnow (?:existing|in effect|pending|conducted)\b|\b(?:as|when) made\b"
    r"|\bas (?:presently|currently|now) (?:being )?(?:conducted|operated|proposed|in effect|contemplated)\b"
)
_LOOKBACK = re.compile(
    rf"\bsince (?:and including )?(?:{_DAY}|(?:its |their |the (?:date of )?(?:its )?)?(?:respective )?"
    r"(?:inception|incorporation|formation|organi[sz]ation|acquisition)\b|\d{4}\b)(?: (?:to|through|until) "
    rf"(?:and including )?{_DAY})?"
    r"|\b(?:during|within|in|for|over|throughout|at any time (?:during|within|in)) (?:each of )?(?:the|any of the) "
    rf"(?:(?:past|last|preceding|prior|previous|immediately|most recent) ){{1,2}}{_NUMBER}"
    r"(?:[\w-]+ ){0,2}?(?:years?|months?|days?|quarters?|weeks|periods?)\b"
    rf"|\b(?:within|during|in|for|over) the {_NUMBER}(?:-| )?(?:year|month|day)s?(?:-| )?(?:periods?)? "
    r"(?:prior to|preceding|before|ended|ending|immediately)\b"
    rf"|\b(?:within|in) {_NUMBER}(?:years|months|days) (?:prior to|preceding|before|of) the\b"
)
_THRESHOLD = re.compile(
    r"\b(?:equal to or |or )?(?:in excess of|(?:more|greater|less|fewer) than|exceed(?:s|ed|ing)?|at least|up to)"
    r"(?: or equal to)?(?: (?:an?|the|aggregate|amount|value|sum|equal|total|to|of|in)){0,6}"
    rf" {_AMOUNT}"
    rf"|(?<![\w-]){_AMOUNT} or (?:more|greater|less)\b"
)
_SCOPE = re.compile(
    r"\bin the (?:ordinary|normal|usual) (?:and usual )?course(?: of (?:its |their |the )?business)?"
    r"(?: consistent with past practices?)?"
    r"|\b(?:in|for) (?:the )?(?:conduct|operation|carrying on|course) of (?:its|their|the) business(?:es)?\b"
    r"|\bin carrying on (?:its|their|the) business\b"
    r"|\bwith respect to (?:its|their|the) (?:\w+ )?(?:business|operations)\b"
    r"|\bnecessary (?:to|for|in) (?:[\w-]+ ){1,10}?business(?:es)?\b"
    r"|\bunder the laws of (?:the |its |their |such |his )?(?:(?:state|jurisdiction|commonwealth|province|republic)"
    r"(?: of [\w-]+)?|[\w-]+)"
    r"|\bto the extent (?:applicable|required|permitted|relevant|relating|related)(?: by| to)?"
    r"(?: applicable)?(?: laws?)?\b"
    r"|\bsolely (?:with respect to|as to|to the extent|in (?:its|his|her|their) capacity|for|by reason of)\b"
    r"|\bapplicable to (?:it|the company|its business)\b"
)

PHRASES = (
    (QualifierKind.KNOWLEDGE, ("knowledge", "aware"), _KNOWLEDGE),
    (QualifierKind.MATERIALITY, ("material", "de minimis"), _MATERIALITY),
    (QualifierKind.LIKELIHOOD, ("likely", "expected", "anticipated", "foresee"), _LIKELIHOOD),
    (
        QualifierKind.DATE,
        ("as of", "as at", "date hereof", "date of this", "closing", "effective date", "now ", "made", "conducted"),
        _DATE,
    ),
    (QualifierKind.LOOKBACK, ("since ", "past ", "last ", "preceding", "prior ", "previous", "period"), _LOOKBACK),
    (
        QualifierKind.THRESHOLD,
        ("in excess of", " than ", "exceed", "at least", "up to ", "or more", "or greater", "or less"),
        _THRESHOLD,
    ),
    (
        QualifierKind.SCOPE,
        ("course", "business", "under the laws", "to the extent", "solely", "applicable to"),
        _SCOPE,
    ),
)
