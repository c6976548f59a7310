"""What an agreement calls itself: over its first words, in them, or else in the words in which it speaks of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.labels.captions import is_caption
from carveout.agreement.outline.unnumbered import hangs, named_instrument, title_in

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline
    from carveout.agreement.span import Span

_FIRST_LINES = 24
_OPENING = 6_000
"""Code points in which an agreement without a title over it says what it is."""
_EXHIBIT = re.compile(r"exhibit \(?[\w.-]{1,6}\)?(?:\(\w{1,3}\)){0,3}[ .:–—-]+", re.IGNORECASE)
_SURELY = re.compile(
    r"\b(?:agreement|contract|lease|deed|licen[cs]e|nda|amendment|undertaking|guarant(?:y|ee)|indenture|mortgage"
    r"|term sheet)\b",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r"[,(]| (?:is|made|dated|entered)\b")
_FORM_OF = re.compile(r"form of ", re.IGNORECASE)
_GOES_ON = re.compile(r" \(|,? (?:by and )?(?:between|among) ", re.IGNORECASE)
_WORDS = 12
"""Words of a title that stands on a line with others."""
_NAME = 200
"""Code points of a preamble in which the title that it opens with ends."""
_MERE_FORM = re.compile(r"form (?:of )?(?:agreement|contract)", re.IGNORECASE)
_ITSELF = re.compile(r"\b[Tt]h(?=is |ese )")
_LETTER = re.compile(r"\b[Tt]his (?P<name>[Ll]etter [Aa]greement|[Aa]greement|[Cc]ontract)\b")


def own_title(text: str, outline: Outline, carrier: int | None, ahead: list[Span], opening: str) -> str | None:
    """Return the title of the agreement that an attachment carries, or the document itself where `carrier` is None.

    `ahead` are the paragraphs before its first words, and `opening` is its preamble.
    """
    heading = outline[carrier].heading if carrier is not None else None
    if heading and title_in(heading):
        bare = _GOES_ON.split(heading, maxsplit=1)[0]
        return bare if title_in(bare) else heading
    printed = _printed(text, ahead)
    if printed is not None:
        return printed
    spoken = named_instrument(opening) or _opening_name(opening)
    return spoken or _title_of_attachment(outline) or _title_in_lines(text) or _spoken_of(text)


def _printed(text: str, ahead: list[Span]) -> str | None:
    """Return the last title that stands over the first words; one that says `Agreement` before one that says `Terms`.

    One that breaks off, as `AGREEMENT FOR THE PURCHASE OF`, goes on in the next paragraph.
    """
    lines = [paragraph.of(text) for paragraph in ahead]
    found = [(at, title) for at, line in enumerate(lines) if (title := title_in(line) or _named_on(line)) is not None]
    at, title = next(((at, title) for at, title in reversed(found) if _is_sure(title)), (-1, None))
    if title is None:
        return found[-1][1] if found else None
    while at + 1 < len(lines) and hangs(title) and is_caption(lines[at + 1]):
        at += 1
        title = f"{title} {' '.join(lines[at].split())}"
    return title


def _named_on(line: str) -> str | None:
    """Return the title on a line that says more: `Exhibit 4.1 Form of Supply Agreement between Acme and Roe`."""
    bare = _FORM_OF.sub("", _EXHIBIT.sub("", line[:_NAME].strip(), count=1), count=1)
    words = _GOES_ON.split(bare, maxsplit=1)[0]
    return title_in(words) if words != line and len(words.split()) <= _WORDS and "=" not in words else None


def _is_sure(title: str) -> bool:
    """Tell whether a title names an instrument, and doesn't merely say that this is a form of one."""
    return _SURELY.search(title) is not None and not _MERE_FORM.fullmatch(title)


def _opening_name(opening: str) -> str | None:
    """Return the title that a preamble opens with: `AMENDMENT NO. 2, dated as of …`."""
    return title_in(_RUNS_ON.split(opening[:_NAME], maxsplit=1)[0])


def _title_of_attachment(outline: Outline) -> str | None:
    headings = (clause.heading for clause in outline if clause.kind in ATTACHMENTS and clause.parent is None)
    return next((heading for heading in headings if heading and title_in(heading)), None)


def _title_in_lines(text: str) -> str | None:
    """Return the first of the first lines that is surely a title; "Exhibit 10" may stand before it."""
    lines = (_EXHIBIT.sub("", line.strip(), count=1) for line in text[:_OPENING].split("\n")[:_FIRST_LINES])
    sure = (line for line in lines if _SURELY.search(line) and not {":", "="} & set(line))
    return next((title for line in sure if (title := title_in(line)) is not None), None)


def _spoken_of(text: str) -> str | None:
    """Return what the first words call the instrument: `This Endorsement Agreement`, `this letter agreement`."""
    opening = text[:_OPENING]
    named = (named_instrument(opening[match.start() :]) for match in _ITSELF.finditer(opening))
    names = [name for name in named if name is not None]
    if (letter := _LETTER.search(opening)) is not None:
        names.append(letter["name"])
    name = next((name for name in names if " " in name), names[0] if names else None)
    return None if name is None else name[0].upper() + name[1:]
