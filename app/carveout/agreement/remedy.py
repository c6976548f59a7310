"""What a clause is for, and the tests by which a remedy is decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.span import Span


class RoleKind(StrEnum):
    """What a clause is for."""

    REPRESENTATION = "representation"
    COVENANT = "covenant"
    CONDITION = "condition"
    CERTIFICATE = "certificate"
    TERMINATION = "termination"
    INDEMNITY = "indemnity"
    NOTICE = "notice"


REMEDIES = (RoleKind.CONDITION, RoleKind.CERTIFICATE, RoleKind.TERMINATION, RoleKind.INDEMNITY)
"""The roles by which an untrue representation costs somebody something."""


@dataclass(frozen=True, slots=True)
class Role:
    """What one clause is for. `span` are the words that show it: "shall indemnify", or the heading above."""

    clause: int
    kind: RoleKind
    span: Span


@dataclass(frozen=True, slots=True)
class EffectTest:
    """A statement that turns on an adverse effect or a material change.

    `span` is the test from its likelihood to the last of its objects. `likelihood` ("likely to have"), `standard`
    ("any material adverse effect") and `objects` ("the financial condition of the Company") are words
    inside it, None where it has none; a likelihood may stand before the test that this one is joined to. `role` is None
    for the words that define an adverse effect. `whose` is whom or what the effect is on, by its defined name;
    `exceptions` are the spans of the carve-outs that excuse something from this very test, of whatever subject, and of
    what a definition leaves out.
    """

    clause: int
    span: Span
    role: RoleKind | None
    likelihood: Span | None
    standard: Span
    objects: Span | None
    whose: str | None
    exceptions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AccuracyTest:
    """A statement that turns on representations being true.

    `perimeter` are the words that say which representations it tests ("in Article 3", "in this Agreement",
    "hereunder"), `covers` the clauses of those; `by` is whose they are, None for everybody's. `standard` ("true and
    correct in all material respects"), `as_of` ("on the Closing Date") and `trigger` ("is made aware", "is proven",
    "certifying that") are words inside `span`, None where there are none; the window of a right to terminate or to be
    indemnified ("at any time prior to the Closing") may stand in the words that lead into it. A certificate that
    conditions are met has them for its perimeter, and covers what they do.
    """

    clause: int
    span: Span
    role: RoleKind | None
    by: str | None
    perimeter: Span | None
    covers: tuple[int, ...]
    standard: Span
    as_of: Span | None
    trigger: Span | None
