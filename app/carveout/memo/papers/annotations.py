"""The annotations by the W3C's Web Annotation model, as JSON-LD that other programs read."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.agreement.citation import cite
from carveout.memo.papers.listing import threads
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from carveout.agreement.reading import Source
    from carveout.memo.memo import Memo, Note
    from carveout.review.annotation import Anchor
    from carveout.review.review import Review
    from carveout.review.thread import Reply

_TERMS = "urn:carveout:term:"
CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        term: f"{_TERMS}{term}"
        for term in ("kind", "severity", "status", "assignee", "due", "visibility", "citation", "sha256")
    },
)
"""The model's own context, which every reader of it has, and the terms that the model lacks."""
MOTIVATION = {
    AnnotationKind.NOTE: "commenting",
    AnnotationKind.ISSUE: "assessing",
    AnnotationKind.QUESTION: "questioning",
    AnnotationKind.PROPOSAL: "editing",
}
_WITHIN = uuid.UUID("6f6e2c1e-5b0d-5f86-9d0e-5c3f4a1f7a11")
"""The namespace of the names that are made here; the same matter has the same names again."""


def annotations_jsonld(memo: Memo, review: Review) -> bytes:
    """Return a collection of the annotations, each followed by its replies, in counsel's own order.

    Offsets are half open, in code points of the canonical text; the quotations find the words in any other.
    """
    source = memo.reading.source
    items = list(_items(memo, review))
    collection = _iri(f"collection {source.sha256}")
    whole = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": memo.heading.re,
        "generator": {"id": f"{_TERMS}program", "type": "Software", "name": f"Carveout {__version__}"},
        "total": len(items),
        "first": {
            "id": _iri(f"page {source.sha256}"),
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }
    # Half a surrogate pair comes out as the escape that JSON has for it, so every text is read back as it was.
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace")


def _items(memo: Memo, review: Review) -> Iterator[dict[str, object]]:
    replies = threads(review)
    for note in memo.in_own_order:
        yield _annotation(memo, note)
        for reply in replies.get(note.annotation.id, ()):
            yield _reply(reply)


def _annotation(memo: Memo, note: Note) -> dict[str, object]:
    annotation = note.annotation
    anchor, severity = annotation.anchor, annotation.severity
    described = {
        "kind": annotation.kind.value,
        "severity": severity.value if severity else None,
        "status": annotation.status.value,
        "visibility": annotation.visibility.value,
        "assignee": annotation.assignee or None,
        "due": annotation.due.isoformat() if annotation.due else None,
        "citation": cite(memo.reading, anchor.clause, anchor.span),
    }
    bodies = [_text(annotation.comment, "commenting")] if annotation.comment else []
    bodies += [_text(annotation.proposed, "editing")] if annotation.proposed else []
    bodies += [_text(tag, "tagging") for tag in annotation.tags]
    return {
        **_named(annotation.id),
        "motivation": MOTIVATION[annotation.kind],
        **_created(annotation.author, annotation.at),
        **{term: value for term, value in described.items() if value is not None},
        "body": bodies,
        "target": {"type": "SpecificResource", "source": _source(memo.reading.source), "selector": _selectors(anchor)},
    }


def _reply(reply: Reply) -> dict[str, object]:
    return {
        **_named(reply.id),
        "motivation": "replying",
        **_created(reply.author, reply.at),
        "body": [_text(reply.comment, "replying")],
        "target": _iri(reply.annotation),
    }


def _named(name: str) -> dict[str, object]:
    return {"id": _iri(name), "type": "Annotation", "canonical": _iri(name)}


def _created(by: str, at: dt.datetime) -> dict[str, object]:
    return {"creator": {"type": "Person", "name": by}, "created": at.isoformat().replace("+00:00", "Z")}


def _text(value: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _source(source: Source) -> dict[str, object]:
    return {"id": _iri(f"source {source.sha256}"), "type": "Text", "label": source.name, "sha256": source.sha256}


def _selectors(anchor: Anchor) -> Iterable[dict[str, object]]:
    return (
        {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end},
        {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix},
    )


def _iri(name: str) -> str:
    """Return a name for all times and machines: the annotation's own where it is a UUID, else one made of it."""
    try:
        found = uuid.UUID(name)
    except ValueError:
        found = uuid.uuid5(_WITHIN, name.encode("utf-8", "backslashreplace").decode("utf-8"))
    return found.urn
