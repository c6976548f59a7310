"""How laws, other instruments and disclosure schedules are named after a number, as far as it takes to tell them."""

from __future__ import annotations

import re

LAW = re.compile(
    r"(?<![\w-])(?:Acts?|Codes?|Laws?|Statutes?|Regulations?|Regs?\.|Rules?|Treaty|Convention|Ordinance|Decree|Directive"
    r"|ERISA|DGCL|DRULPA|DLLCA|MGCL|MBCA|MGBCL|NRS|TBOC|TBCA|UCC|U\.C\.C\.|GDPR|CERCLA|FDCA|NASD|NYSE|Nasdaq|NASDAQ"
    r"|FINRA|GAAP|IFRS|Circular|Interpretations?|(?:Bulletin|Notice) \d[\d-]{0,10}|U\.? ?S\.? ?C\.?|C\.? ?F\.? ?R\.?"
    r"|Constitution|ACTS?|CODE|LAWS?|STATUTES?|REGULATIONS?)(?![\w-])"
)
_KINDS = (
    r"Agreements?|Indenture|Notes?|Deed|Plan|Charters?|Bylaws|By-[Ll]aws|Lease|Contract|Report"
    r"|(?:Certificate|Articles|Memorandum)(?: of (?:Incorporation|Formation|Association|Organi[sz]ation|Designation))?"
    r"|Form(?: \d[\w-]{0,5})?|10-[KQ]|8-K|S-\d|20-F|Filings?|Warrants?|Order|Polic(?:y|ies)|Statement|Bonds?"
    r"|Prospectus|Declaration|Guarant(?:y|ee)|Amendment|Licen[sc]e|Letter|Documents?|Mortgage|Facility|Instrument"
    r"|Judgment|Permit|Supplement|Addendum|Trust"
)
INSTRUMENT = re.compile(rf"(?<![\w-])(?:{_KINDS}|AGREEMENT|INDENTURE|PLAN|LEASE|CERTIFICATE|BYLAWS|CHARTER)\b")
UNNAMED_INSTRUMENT = re.compile(
    r"(?:[\w’'&.-]{1,40} ){0,5}?(?:agreement|indenture|charter|bylaws|by-laws|certificate|articles|lease|contract|plan"
    r"|deed|memorandum|policy|note|organi[sz]ational documents?|press release|order)\b"
)
UNNAMED_LAW = re.compile(r"(?:[\w’'-]{1,40} ){0,4}?(?:laws?|regulations|rules|statutes?|code)\b")
DISCLOSURE = re.compile(
    r"(?:[A-Z][\w’'&.-]{0,40}(?: and)? ){0,5}(?:Disclosure (?:Schedules?|Letters?|Memorandum|Exhibits?|Statements?)"
    r"|(?:Company|Parent|Sellers?|Buyer|Purchaser) Letter|Schedule of Exceptions"
    r"|DISCLOSURE (?:SCHEDULES?|LETTERS?)|disclosure (?:schedules?|letters?)|Schedules)\b"
)
NAME = re.compile(
    r"(?:[A-Z0-9“\"][\w.’'&/,-]{0,40}|\([A-Z0-9][\w .-]{0,20}\))"
    r"(?: (?:(?:of|and|the|for|on|to|in|&|by) ){0,3}[A-Z0-9“\"(][\w.’'&/)-]{0,40},?){0,14}"
)
ACRONYM = re.compile(r"(?:[A-Z]{2,6} )?[A-Z]{3,6}s?(?![\w’'-])")
LAW_GOES_ON = re.compile(
    r" (?:\d{4}(?!\w)|of (?:the )?(?:\d{4}|[A-Z](?:\w|\.(?=\w)){0,20}(?: [A-Z]\w{1,20}){0,3})|S(?:-[A-Z])?\b"
    r"|[A-Z](?:-[A-Z]{1,2})?(?!\w)|(?:[Rr]elated|[Rr]elating) to(?: (?:the )?[A-Z]\w{1,20}){1,6})"
)
"""What belongs to a law's name after its noun: "of 1934", "of Japan", "Related to Private Monopoly"."""
LAW_BEFORE = re.compile(
    r"(?<![\w-])(?:(?:Acts?|Code|Laws?|Statutes?|Regulations?|Rules?|ERISA|DGCL|UCC|IRC|NRS|FAS|FASB|ASC|SFAS|Title \d+"
    r"|Regulation [A-Z](?:-[A-Z])?|CODE|LAW)(?:[’']s)?"
    r"|(?:U\.? ?S\.? ?C|C\.? ?F\.? ?R|Del\. ?C|Ann|Stat|Regs?|I\.R\.C)[.,]{0,2}) $"
)
DISCLOSURE_BEFORE = re.compile(r"(?:Disclosure (?:Schedules?|Letter|Memorandum)) (?:at )?$")
INSTRUMENT_BEFORE = re.compile(
    r"(?:Form (?:10-[KQ]|8-K|S-\d|20-F)|(?<![Tt]his )[A-Z]\w{1,30} Agreement|Indenture|By-?[Ll]aws|Charter)"
    r"(?:[’']s)? (?:at )?$"
)
