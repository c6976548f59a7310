"""The copy for programs that a memo encloses, read back: nothing in it is taken on trust."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carveout.agreement.span import Span
from carveout.memo.returned.errors import AnotherDocumentError, DamagedMemoError, NewerMemoError, NotAMemoError
from carveout.memo.returned.names import FORMAT, VERSION
from carveout.review.edits import Annotate, Respond
from carveout.review.record import edit_from_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Annotation
    from carveout.review.thread import Reply


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the source on a page: where their baseline is and from where to where they run, in points."""

    baseline: float
    size: float
    left: float
    right: float
    span: Span


@dataclass(frozen=True, slots=True)
class Spot:
    """What the memo speaks of from a height of a page down: words or a clause, or nothing in particular."""

    height: float
    span: Span | None
    clause: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """What a memo encloses: the shared notes with their replies, and what is where on its pages, from the top down.

    `head` is the log's last hash when it was made, `principal` where the agreement that it prints begins.
    """

    head: str
    principal: int
    annotations: tuple[Annotation, ...]
    replies: tuple[Reply, ...]
    words: tuple[tuple[Words, ...], ...]
    spots: tuple[tuple[Spot, ...], ...]


def copy_from(data: bytes | None, reading: Reading) -> Copy:
    """Return the copy that a memo encloses, None being none. Raises MemoReturnError."""
    if data is None:
        raise NotAMemoError
    try:
        found = json.loads(data)
        if found["format"] != FORMAT or type(found["version"]) is not int:
            raise DamagedMemoError
        if found["version"] > VERSION:
            raise NewerMemoError
        copy = found["copy"]
        if found["sha256"] != digest(copy):
            raise DamagedMemoError
        if copy["text"] != text_digest(reading.text):
            raise AnotherDocumentError(str(copy["deal"])[:200])
        return _copy(copy, len(reading.text))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError) as error:
        raise DamagedMemoError from error


def _copy(copy: Mapping[str, Any], length: int) -> Copy:
    annotations, replies = [], []
    for record in copy["annotations"]:
        match edit_from_record({"annotate": record["id"], "before": None, "after": record}):
            case Annotate(_, _, annotation) if annotation is not None:
                _within(annotation.anchor.span, length)
                annotations.append(annotation)
    for record in copy["replies"]:
        match edit_from_record({"respond": record["id"], "before": None, "after": record}):
            case Respond(_, _, reply) if reply is not None:
                replies.append(reply)
    return Copy(
        head=str(copy["head"]),
        principal=_within(Span(int(copy["principal"]), length), length).start,
        annotations=tuple(annotations),
        replies=tuple(replies),
        words=tuple(tuple(_words(one, length) for one in page["words"]) for page in copy["pages"]),
        spots=tuple(tuple(_spot(one, length) for one in page["places"]) for page in copy["pages"]),
    )


def _words(values: list[Any], length: int) -> Words:
    baseline, size, left, right, start, end = map(int, values)
    return Words(baseline / 10, size / 10, left / 10, right / 10, _within(Span(start, end), length))


def _spot(values: list[Any], length: int) -> Spot:
    height, start, end, clause = values
    span = None if start is None else _within(Span(int(start), int(end)), length)
    return Spot(int(height) / 10, span, bool(clause))


def _within(span: Span, length: int) -> Span:
    if not 0 <= span.start <= span.end <= length:
        raise DamagedMemoError
    return span


def digest(copy: Mapping[str, object]) -> str:
    """Return the SHA-256 of a copy, in hexadecimal: what tells one that came through whole."""
    return hashlib.sha256(written(copy)).hexdigest()


def text_digest(text: str) -> str:
    """Return the SHA-256 of a document's text: offsets into it hold where this is the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def written(values: object) -> bytes:
    """Return JSON values in the one way that they are written and hashed."""
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode("ascii")
