"""Sources that lost their layout: long lines, each with the paragraphs of a page or of the whole document run together.

Three things part them again: the white space that stood between paragraphs, where it is still there; the labels, by
their order over the whole source; and the words that open the parts of an agreement without a number.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import unstopped_heading
from carveout.agreement.labels.numbering import parse
from carveout.agreement.layout.flattened_order import in_order
from carveout.agreement.layout.flattened_places import WIDEST, places
from carveout.agreement.manuscript import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LINK = re.compile(r"(?:by and )?(?:between|among|and) {3}")
"""A word that stands by itself between the parties on a cover."""
_STOPS = re.compile(r"[.;:?!][\"”’)\]]{0,2}$")
_TAIL = 12
_REACH = 40
_LONG = 60
"""Characters that a line has at least where paragraphs have run together."""
_HEADING = 240
_FEW = 8
"""Lines of which one at most is parted where the indents of the source still count."""
_OPENS = re.compile(
    r"(?<=\S )(?=WHEREAS[,;:]? |NOW,? {1,2}THEREFORE\b|IN WITNESS WHEREOF\b|(?P<alone>RECITALS?|BACKGROUND|AGREEMENT"
    r"|W ?I ?T ?N ?E ?S ?S ?E ?T ?H|(?P<contents>TABLE OF CONTENTS"
    r"|(?i:table of contents)(?=[:;.]? +(?:(?i:page|table of contents) +){0,2}(?i:article [1I]|section 1|1\.|I\.) ?)))"
    r"[:;.]? +(?=[A-Z(\d]|[ivx]{1,4} +Page\b)"
    r"|(?P<preamble>THIS|This) (?:[A-Z][\w&’'-]* |and |of |for |to |the ){0,9}(?i:agreement|contract|lease|deed"
    r"|amendment|licen[cs]e|note|indenture|guaranty|guarantee|addendum)\b[^.;]{0,160}"
    r"(?:made|entered|dated|effective|between|among)\b)"
)
_ATTACHED = re.compile(r" {0,40}(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX) [A-Z0-9.-]{1,6} {1,8}(?=\()")
"""The title of an attachment before a remark in brackets."""
_OPENER = re.compile(r"(?:[.;:!?\])][\"”’)\]]{0,2}(?: and)?|[A-Z\]\)]{2,}|[A-Z][\w.]*,? [A-Z][\w.]*|, \d{4})$")
"""What stands before the words that open a part: the end of a sentence, or a title."""
_LETTERED = re.compile(r"(?:^| )(?:\(\w{1,3}\)|\w{1,2}[.)])$")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z&’'-]*,? )+$")


def parted(lines: Sequence[Line]) -> list[Line]:
    """Return one line for each paragraph of a source that doesn't wrap. No word is lost and their order is kept.

    The paragraphs of one line of the source bear its number and page. Where many lines had to be parted, indents say
    nothing any more and are dropped.
    """
    texts = [line.text for line in lines]
    gaps = _paragraph_gaps(texts)
    cuts: dict[int, set[int]] = {}
    for place in in_order(list(places(texts, gaps))):
        text, start = texts[place.line], place.column + place.mark.end
        heading = unstopped_heading(text, start, min(len(text), start + _HEADING))
        cuts.setdefault(place.line, set()).update((place.column, heading or place.column))
    for at, text in enumerate(texts):
        if len(text) >= _LONG:
            cuts.setdefault(at, set()).update(_openings(text))
            if gaps:
                cuts[at].update(_at_gaps(text, gaps))
    pieces = [_pieces(text, cuts.get(at, set())) for at, text in enumerate(texts)]
    words = sum(not line.blank for line in lines)
    flat = _FEW * sum(len(parts) > 1 for parts in pieces) >= words
    return [
        Line(part.strip(" ") if flat else part, line.number, line.page)
        for line, parts in zip(lines, pieces, strict=True)
        for part in parts
    ]


def _pieces(text: str, cuts: set[int]) -> list[str]:
    found = []
    start = 0
    for cut in sorted(cuts):
        piece = text[start:cut].strip(" ")
        if piece and not _is_bare_label(piece):
            found.append(text[start:cut].rstrip(" "))
            start = cut
    return [*found, text[start:]]


def _is_bare_label(piece: str) -> bool:
    """Tell whether a piece is a label with nothing after it, which belongs to the words that follow."""
    mark = parse(piece) if len(piece) <= _REACH else None
    return mark is not None and mark.word is None and not piece[mark.end :].strip(" .")


def _paragraph_gaps(texts: Sequence[str]) -> frozenset[int]:
    """Return the widths of white space at which paragraphs were joined.

    Other gaps stand where lines were joined, or between the columns of a table: sentences go on across them.
    """
    parts: Counter[int] = Counter()
    joins: Counter[int] = Counter()
    for text in texts:
        for match in _GAP.finditer(text):
            if _is_bare_label(text[max(0, match.start() - 8) : match.start()].rpartition(" ")[2]):
                continue
            width = min(len(match[0]), WIDEST)
            if _ends(text, match.start()) or _labelled(text, match.end()):
                parts[width] += 1
            elif text[match.end()].islower() or text[match.start() - 1].islower():
                joins[width] += 1
    usual = {width for width in parts if parts[width] >= 2 * joins[width]}
    wide = frozenset(range(min(usual), WIDEST + 1)) if usual else frozenset()
    return frozenset(width for width in wide if parts[width] >= joins[width])


def _at_gaps(text: str, gaps: frozenset[int]) -> list[int]:
    """Return where paragraphs begin after such a gap; a figure in a table and the middle of a sentence begin none."""
    found = []
    for match in _GAP.finditer(text):
        if min(len(match[0]), WIDEST) not in gaps:
            continue
        goes_on = text[match.end()].islower() or text[match.end()] in "$0123456789"
        if not goes_on or _LINK.match(text, match.end()) or _ends(text, match.start()) or _labelled(text, match.end()):
            found.append(match.end())
    return found


def _ends(text: str, at: int) -> bool:
    return _STOPS.search(text[max(0, at - _TAIL) : at]) is not None


def _labelled(text: str, at: int) -> bool:
    mark = parse(text[at : at + _REACH])
    return mark is not None and not mark.bullet


def _openings(text: str) -> list[int]:
    """Return where the preamble, a recital, the agreement itself or the signatures begin inside a line."""
    title = _ATTACHED.match(text)
    found = [] if title is None else [title.end()]
    for match in _OPENS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip(" ")
        label = _LETTERED.search(before)
        if label is not None:
            before = before[: label.start()].rstrip(" ")
        fits = match["contents"] or (_STOPS if match["alone"] else _OPENER).search(before)
        if not fits:
            continue
        found.append(match.start() - (0 if label is None else len(label[0].strip(" ")) + 1))
        if match["alone"]:
            found.append(text.index(" ", match.end("alone")) + 1)
        elif match["preamble"]:
            found += _title_before(text, match.start())
    return found


def _title_before(text: str, at: int) -> list[int]:
    """Return where the title begins that a preamble repeats: `SUPPLY AGREEMENT This Supply Agreement is made`."""
    floor = max(0, at - 4 * _LONG)
    before = text[floor:at].rstrip(" ")
    words = text[at : at + 2 * _LONG].split(" ")[1:]
    for count in range(min(9, len(words)), 0, -1):
        title = " ".join(words[:count])
        if before.casefold().endswith(title.casefold()) and len(before) > len(title):
            start = len(before) - len(title)
            capitals = _CAPITALS.search(before, max(0, start - _LONG), start) if before[start:].isupper() else None
            return [floor + (capitals.start() if capitals else start)]
    return []
