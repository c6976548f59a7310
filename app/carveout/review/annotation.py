"""Annotations: what a reviewer says about words of the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.span import Span


BROUGHT = "document-"
"""What the ids of those annotations begin with that came with the document."""


class AnnotationKind(StrEnum):
    """What an annotation is for."""

    NOTE = "note"
    ISSUE = "issue"
    QUESTION = "question"
    PROPOSAL = "proposal"


class Severity(StrEnum):
    """How much an issue matters, most first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Whether an annotation still asks for something."""

    OPEN = "open"
    RESOLVED = "resolved"


class Visibility(StrEnum):
    """Whom an annotation is for."""

    INTERNAL = "internal"
    """The reviewers alone: it leaves the firm in no paper."""
    SHARED = "shared"
    """Whoever the memo goes to."""


class Target(StrEnum):
    """What an annotation was put on."""

    CLAUSE = "clause"
    SPAN = "span"
    CARVEOUT = "carveout"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation stands: a span with the words it covers and their surroundings.

    The shape is the W3C's text position and text quote selectors: `span` is exact in the reading it was made on,
    `quote`, `prefix` and `suffix` find the words again in another.
    """

    target: Target
    clause: int
    span: Span
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, issue, question or proposed wording.

    `severity` is set for issues only. `proposed` is the wording that a proposal would put in place of the anchor's
    words, empty for the other kinds. `at` is in UTC. `tags` are in alphabetical order, none of them twice. `assignee`
    is the name of who is to see to it by the day `due`, empty where nobody is named.
    """

    id: str
    kind: AnnotationKind
    anchor: Anchor
    comment: str
    author: str
    at: dt.datetime
    severity: Severity | None = None
    proposed: str = ""
    status: Status = Status.OPEN
    tags: tuple[str, ...] = ()
    assignee: str = ""
    due: dt.date | None = None
    visibility: Visibility = Visibility.INTERNAL

    @property
    def came_with_document(self) -> bool:
        """Tell whether it is a comment that the document brought along, as its id says: no reviewer's work."""
        return self.id.startswith(BROUGHT)
