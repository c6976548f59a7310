"""Where a sentence ends, which a full stop alone doesn't say."""

from __future__ import annotations

import re

_STOP = re.compile(r"[.?!][\"”’')\]]{0,2}[ \n]{1,3}(?=[\"“‘(\[]{0,2}[A-Z0-9])")
_SHORTENED = re.compile(
    r"(?:\b(?:Inc|INC|Ltd|LTD|Co|CO|Corp|CORP|No|Nos|Mr|Mrs|Ms|Dr|Sec|Secs|Art|Arts|St|Jr|Sr|vs|v|cf|etc|approx"
    r"|e\.g|i\.e|viz|al|Bros|Messrs|Prof|Hon|Rev|Ave|Blvd|Dept|Est|Fig|Para|Paras|Vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"|\b[A-Za-z])$"
)


def sentence_end(text: str, start: int, end: int) -> int:
    """Return the offset after the first sentence that ends between `start` and `end`, `end` where none does.

    Abbreviations and initials (`Inc.`, `No. 5`, `U.S. Person`) end no sentence. Closing quotes and brackets belong to
    the sentence; the white space after it doesn't.
    """
    for match in _STOP.finditer(text, start, end):
        if text[match.start()] == "." and _SHORTENED.search(text[max(start, match.start() - 12) : match.start()]):
            continue
        return start + len(text[start : match.end()].rstrip(" \n"))
    return end
