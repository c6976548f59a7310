"""Footnotes, endnotes and comments: parts of their own that the text points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.docx.counting import Counting
from carveout.agreement.intake.docx.markup import tree
from carveout.agreement.intake.docx.paragraph import Noted, in_order
from carveout.agreement.intake.docx.story import Division, Story
from carveout.agreement.intake.docx.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carveout.agreement.intake.docx.archive import Package
    from carveout.agreement.intake.docx.numbering import Numbering
    from carveout.agreement.intake.docx.paragraph import Paragraph
    from carveout.agreement.intake.docx.styles import Styles

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Notes:
    """The notes of a document by their id. Each is printed once, however often it is cited."""

    def __init__(self, package: Package, body: Story, styles: Styles, defined: Mapping[int, Numbering]) -> None:
        self._notes = {
            kind: _divisions(package.part(kind), styles, defined, _marks(kind, cited))
            for kind, cited in body.words.cited.items()
            if cited
        }
        self._waiting: list[Paragraph] = []

    def under(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Yield the footnotes that a paragraph cites: below it, since the foot of its page is no place in a clause."""
        for kind, key in paragraph.cites:
            note = self._notes.get(kind, {}).pop(key, None)
            found = _placed(note, paragraph) if note else []
            if kind == "endnotes":
                self._waiting += found
            else:
                yield from found

    def at_the_end(self) -> list[Paragraph]:
        """Return the endnotes that were cited."""
        return self._waiting


def _placed(note: Division, citing: Paragraph) -> list[Paragraph]:
    placed = list(in_order(note.paragraphs))
    for paragraph in placed:
        paragraph.page = citing.page
        paragraph.number = citing.number
        paragraph.turns = []
    return placed


def _marks(kind: str, cited: list[str]) -> dict[str, str]:
    return {key: mark(kind, count) for count, key in enumerate(cited, start=1)}


def set_comments(package: Package, body: Story, styles: Styles, defined: Mapping[int, Numbering]) -> None:
    """Give the comments that the body points to their words; replies follow what they answer, on the same words."""
    said = body.words.remarks.said
    if not said:
        return
    comments = _divisions(package.part("comments"), styles, defined, {})
    answered = _answered(package.part("commentsExtended"), comments)
    for key, comment in comments.items():
        text = "\n".join(words for paragraph in in_order(comment.paragraphs) if (words := paragraph.printed))
        root = _root(key, answered)
        if root != key and root in said:
            said[root].replies.append(Noted(said[root].kind, 0, 0, text, comment.author, comment.at))
        elif key in said:
            said[key].text, said[key].author, said[key].at = text, comment.author, comment.at


def _answered(content: bytes | None, comments: Mapping[str, Division]) -> dict[str, str]:
    """Return the comment that each reply answers, by their ids."""
    if content is None:
        return {}
    by_key = {one.paragraphs[-1].key: key for key, one in comments.items() if one.paragraphs}
    pairs = (
        (one.get(f"{_W15}paraId"), one.get(f"{_W15}paraIdParent")) for one in tree(content).iter(f"{_W15}commentEx")
    )
    return {by_key[reply]: by_key[parent] for reply, parent in pairs if parent and reply in by_key and parent in by_key}


def _root(key: str, answered: Mapping[str, str]) -> str:
    """Return the comment that a thread of replies began with; a circle of replies has none."""
    seen = {key}
    at = key
    while at in answered:
        at = answered[at]
        if at in seen:
            return key
        seen.add(at)
    return at


def _divisions(
    content: bytes | None, styles: Styles, defined: Mapping[int, Numbering], marks: dict[str, str]
) -> dict[str, Division]:
    if content is None:
        return {}
    story = Story(styles, Counting(defined), hides=b"vanish" in content, marks=marks)
    for _ in story.read(content):
        pass
    return story.divisions
