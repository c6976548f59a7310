"""Word's comments: who said what and when, who answered, and what is done with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.citation import cite
from carveout.memo.papers.listing import threads
from carveout.memo.papers.markup import quoted
from carveout.memo.parts.passages import passage_of
from carveout.memo.word.pieces import made_by, paragraph, prose, run
from carveout.memo.words import KIND, long_date
from carveout.review.annotation import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from carveout.agreement.span import Span
    from carveout.memo.memo import Memo, Note
    from carveout.review.review import Review

COMMENTS_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST_INITIALS = 9


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment on a span of the canonical text, or the answer to one: `answers` is the number of that.

    Numbers count from 0 in a file. `said` are its paragraphs, `done` is what Word calls resolved.
    """

    number: int
    span: Span
    author: str
    initials: str
    at: dt.datetime
    said: tuple[str, ...]
    done: bool
    answers: int | None = None


def comments_of(memo: Memo, review: Review) -> tuple[WordComment, ...]:
    """Return the annotations as comments in the order of the text, each followed by its replies."""
    found: list[WordComment] = []
    replies = threads(review)
    for note in memo.notes:
        annotation = note.annotation
        span, first, done = passage_of(memo.reading, note), len(found), annotation.status is Status.RESOLVED
        author, initials = annotation.author, _initials(review, annotation.author)
        found.append(WordComment(first, span, author, initials, annotation.at, tuple(_said(memo, note)), done))
        for one in replies.get(annotation.id, ()):
            said = tuple(_lines(one.comment))
            initials = _initials(review, one.author)
            found.append(WordComment(len(found), span, one.author, initials, one.at, said, done, first))
    return tuple(found)


def comments_xml(comments: Iterable[WordComment]) -> bytes:
    """Return the part of the file that holds the comments."""
    return f"{_HEAD}<w:comments {COMMENTS_NAMESPACES}>{''.join(map(_comment, comments))}</w:comments>".encode()


def extended_xml(comments: Iterable[WordComment]) -> bytes:
    """Return the part that says which comment answers which, and which are resolved."""
    return f"{_HEAD}<w15:commentsEx {COMMENTS_NAMESPACES}>{''.join(map(_extended, comments))}</w15:commentsEx>".encode()


def _comment(comment: WordComment) -> str:
    last = comment.said[-1].replace("<w:p>", f'<w:p w14:paraId="{_paragraph_id(comment.number)}">', 1)
    return (
        f'<w:comment w:id="{comment.number}" {made_by(comment.author, comment.at)}'
        f" w:initials={quoted(comment.initials)}>{''.join(comment.said[:-1])}{last}</w:comment>"
    )


def _extended(comment: WordComment) -> str:
    answers = "" if comment.answers is None else f' w15:paraIdParent="{_paragraph_id(comment.answers)}"'
    return f'<w15:commentEx w15:paraId="{_paragraph_id(comment.number)}"{answers} w15:done="{int(comment.done)}"/>'


def _paragraph_id(number: int) -> str:
    """Return the name of a comment's last paragraph, by which Word knows it."""
    return f"{number + 1:08X}"


def _said(memo: Memo, note: Note) -> Iterator[str]:
    annotation = note.annotation
    severity = f", {annotation.severity.value}" if annotation.severity else ""
    where = cite(memo.reading, annotation.anchor.clause, annotation.anchor.span)
    yield paragraph("CommentText", run(f"{note.number}. {KIND[annotation.kind]}{severity}: {where}", bold=True))
    if annotation.comment:
        yield from _lines(annotation.comment)
    if annotation.proposed:
        yield paragraph("CommentText", run("Proposed wording:", bold=True))
        yield from _lines(annotation.proposed)
    asked = [f"For {annotation.assignee}"] if annotation.assignee else []
    asked += [f"Due {long_date(annotation.due)}"] if annotation.due else []
    asked += [f"Tags: {', '.join(annotation.tags)}"] if annotation.tags else []
    if asked:
        yield paragraph("CommentText", run("; ".join(asked)))


def _lines(text: str) -> Sequence[str]:
    return prose(text, "CommentText") or [paragraph("CommentText")]


def _initials(review: Review, author: str) -> str:
    known = review.reviewers.get(author)
    return (known.initials if known else "".join(word[0] for word in author.split()))[:_LONGEST_INITIALS]
