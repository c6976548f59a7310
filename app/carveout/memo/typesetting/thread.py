"""A comment's thread in the PDF: replies and whether it is done with, as annotations that answer it.

ISO 32000-1, 12.5.6.2 and 12.5.6.3: a reply is a text annotation with `/IRT` and `/RT /R`; a state is one more, hidden,
that says of the annotation it answers what somebody set it to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.memo.typesetting.file import moment, text_string

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from carveout.memo.typesetting.comments import Comment
    from carveout.memo.typesetting.paper import Paper

_UPRIGHT = 4 | 8 | 16
_HIDDEN_UPRIGHT = 2 | _UPRIGHT
"""Flags: printed, neither zoomed nor rotated; a state is hidden besides, as Acrobat writes it."""
STATE = "-state"
"""What the name of the annotation ends with that says that a comment is done with."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply to a comment. `at` is in UTC."""

    id: str
    contents: str
    author: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class State:
    """Who says that a comment is done with, and as of when, in UTC."""

    author: str
    at: dt.datetime


def thread(paper: Paper, comment: Comment, parent: int, rect: str) -> Iterator[str]:
    """Yield the annotations that answer a comment whose own is `parent`; none of them draws anything."""
    reply = f"/Rect [{rect}] /IRT {parent} 0 R /RT /R"
    colour = " ".join(f"{share:.3f}" for share in comment.colour)
    for answer in comment.answers:
        said = _common(f"Re: {comment.subject}", answer.id, answer.contents, answer.author, answer.at)
        shown = paper.appearance("0 0 1 1", "n")
        yield f"{said} /F {_UPRIGHT} {reply} {shown} /C [{colour}]"
    if comment.state is not None:
        author = comment.state.author
        told = f"Completed set by {author}" if author else "Completed"
        said = _common(comment.subject, f"{comment.id}{STATE}", told, author, comment.state.at)
        yield f"{said} /F {_HIDDEN_UPRIGHT} {reply} /StateModel (Review) /State (Completed)"


def _common(subject: str, name: str, contents: str, author: str, at: dt.datetime) -> str:
    said = f"/T {text_string(author)} /Contents {text_string(contents)} /Subj {text_string(subject)}"
    return f"/Subtype /Text /Name /Comment {said} /CreationDate {moment(at)} /M {moment(at)} /NM {text_string(name)}"
