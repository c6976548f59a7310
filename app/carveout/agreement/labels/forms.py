"""How labels are printed: one expression for each form that lawyers give them."""

from __future__ import annotations

import re

from carveout.agreement.labels.numerals import WORDED

PRINTED = {
    "chapter": "chapter",
    "part": "part",
    "title": "title",
    "article": "article",
    "section": "section",
    "item": "item",
    "exhibit": "exhibit",
    "schedule": "schedule",
    "annex": "annex",
    "appendix": "appendix",
    "attachment": "attachment",
    "addendum": "addendum",
    "rider": "rider",
    "art.": "article",
    "sec.": "section",
    "clause": "section",
    "paragraph": "section",
    "§": "section",
    "annexure": "annex",
}
"""The words before a number as they are printed, in small letters, and what each counts: a clause is a section."""
_POINT = r"(?: \. ?|[.-]|\. (?=0\d))"
"""What parts the parts of a number, in text that was set loosely too: `1 .01`."""
WITH_WORD = re.compile(
    rf"(?P<word>{'|'.join(re.escape(word) for word in sorted(PRINTED, key=len, reverse=True))})"
    r"(?:[ \n]{1,8}(?:No\. ?)?|(?=[\d\"“‘'])|(?<=§))(?P<quote>[\"“‘']?)(?P<n>"
    rf"(?P<digits>\d{{1,4}}(?:{_POINT}\d{{1,3}}){{0,4}})(?:[A-Z]|(?P<below>(?:\(\w{{1,4}}\)){{1,4}}))?"
    rf"|[IVXLC]{{1,8}}(?:-(?:\d{{1,3}}|[A-Z]))?|(?:{WORDED})\b|[A-Z]{{1,2}}(?:[-.]?\d{{1,3}}){{0,2}}"
    r")(?=\.(?!\d)|[\"”’':,;)\]\s–—-]|$)[\"”’']?(?P<stop> ?[.:](?!\d)|)",
    re.IGNORECASE,
)
ENTITLED = re.compile(r" {1,8}[–—-]{1,2} | {2,8}(?=[A-Z])|$")
"""What follows `Section 3.7(b)` where it is a title, as in a disclosure schedule, and no reference."""
DECIMAL = re.compile(
    r"(?P<n>\d{1,3}(?:(?: \. ?|\.|\. (?=0\d))\d{1,3}){1,5})"
    r"(?:\.?(?=[\s\"“(:]|$|[A-Z])|(?:(?<=\d\.\d\.\d)|(?<=\.\d\d\.\d)|(?<=\d\.\d\.\d\d)|(?<=\.\d\d\.\d\d))(?=[a-z]))"
)
DOTTED = re.compile(r"(?P<n>\d{1,3})\.(?=[\s\"“(]|$|[A-Z])")
BARE = re.compile(r"(?P<n>\d{1,2})(?= {1,8}[A-Z][A-Z’'&/,;-]{2,}(?:$| [A-Z&(]))")
"""A number without a stop, which only a heading in capitals shows to be one."""
ENCLOSED = re.compile(
    r"\( ?(?P<n>\d{1,3}|[a-z]{1,7}|[A-Z]{1,7}) ?\)(?:\.?(?=[\s\"“(]|$|[A-Z])|(?<!\(s\))(?=[a-z]{1,20}[ ,;]))"
)
BRACKETED = re.compile(r"\[(?P<n>\d{1,3})\](?=\s)")
CLOSED = re.compile(r"(?P<n>\d{1,2}|[a-z]{1,5}|[A-Z]|[IVX]{2,6})\)(?=\s|$)")
LETTERED = re.compile(r"(?P<n>[A-Z]|[a-z]|[IVX]{2,6}|[ivx]{2,6}|aa|bb|cc|dd|ee|ff|gg|hh)\.(?=\s|$)")
SPELLED = re.compile(rf"(?=[A-Za-z]{{3,11}}(?:[- ][A-Za-z]{{3,7}})?[.:])(?P<n>{WORDED})(?=[.:])", re.IGNORECASE)
BULLET = re.compile(r"[•‣◦⁃∙●○■□▪▫◆◇❖★►▶➢➤\uf020-\uf0ff](?= *\S)|(?:[o·*–—+»›Ø§-]|--)(?= +[^\s=_*.–—-])")
"""Signs that point at a row: those that nothing else is written with, private ones of Word's fonts among them, and
those that only a space after them makes one."""
EASTERN = re.compile(
    r"第 ?(?P<n>[\d一二三四五六七八九十百零〇]{1,6}) ?(?P<word>[章节節条條])|(?P<circled>[①-⑳])"
    r"|(?P<row>[一二三四五六七八九十]{1,3})、"
)
EASTERN_WORDS = {"章": "chapter", "节": "section", "節": "section", "条": "article", "條": "article"}
FULL_WIDTH = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: 0x20}
"""The plain character for each that is as wide as a Chinese one."""
