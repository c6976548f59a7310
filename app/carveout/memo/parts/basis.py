"""What the memo rests on: which file, how its pages and lines are counted, and who else may read what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.instructions import Audience
from carveout.memo.typesetting.style import META, Face, Style
from carveout.memo.typesetting.text import Run
from carveout.memo.words import series
from carveout.review.annotation import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo
    from carveout.memo.parts.composer import Composer
    from carveout.memo.typesetting.rows import Row

_NAMED = Style(Face.SANS_SEMIBOLD, META.size, META.leading, META.colour)
_MOST = 12
"""Pages without text that are named one by one."""


def basis(composer: Composer) -> Iterator[Row]:
    """Yield the basis of the memo, in small type."""
    said = " ".join(in_words(composer.memo))
    yield from composer.paragraph([Run("Basis\u00a0\u00a0", _NAMED), Run(said, META)])


def in_words(memo: Memo) -> Iterator[str]:
    """Yield the basis sentence by sentence."""
    source = memo.reading.source
    pages = f", {source.pages:,} {'page' if source.pages == 1 else 'pages'}" if source.pages else ""
    yield f"Made of “{source.name}”{pages}, SHA-256 {source.sha256}."
    counting = _counting(memo.reading)
    if counting:
        yield f"Citations give {counting}."
    if source.wordless:
        named = source.wordless[:_MOST]
        left = len(source.wordless) - len(named)
        which = series([*(f"{page}" for page in named), *([f"{left} more"] if left else [])])
        one = len(source.wordless) == 1
        yield f"{'Page' if one else 'Pages'} {which} {'shows' if one else 'show'} something but no text: not read."
    internal = sum(note.annotation.visibility is Visibility.INTERNAL for note in memo.notes)
    if memo.instructions.audience is Audience.FIRM and internal:
        notes = f"{len(memo.notes):,} {'note' if len(memo.notes) == 1 else 'notes'}"
        yield f"Of {notes}, {internal:,} {'is' if internal == 1 else 'are'} internal, and not in a client’s version."


def _counting(reading: Reading) -> str:
    """Return how the places of the source are counted, empty where it has none."""
    pages = "pages" if any(place.page is not None for place in reading.places) else ""
    if not any(place.line is not None for place in reading.places):
        return f"its {pages}" if pages else ""
    lines = "paragraphs" if reading.source.format == "docx" else "lines"
    through = "the document" if lines == "paragraphs" else "the file, blank ones too"
    return f"its {f'{pages} and {lines}' if pages else lines}; {lines} are counted through {through}"
