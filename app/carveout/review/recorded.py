"""The plain JSON values that records of a review are made of, each of its type when it comes back."""

from __future__ import annotations

from typing import Any

from carveout.agreement.span import Span


def span_out(span: Span) -> list[int]:
    """Return a span as JSON values."""
    return [span.start, span.end]


def span_in(value: list[object]) -> Span:
    """Return the span. Raises ValueError where it is none."""
    start, end = value
    return Span(whole(start), whole(end))


def whole(value: object) -> int:
    """Return a whole number. Raises ValueError where it is none."""
    if type(value) is not int:
        raise ValueError("An edit in the log has something else where a whole number belongs.")
    return value


def text(record: dict[str, Any], name: str) -> str:
    """Return the string of this name. Raises ValueError where it is none, KeyError where it isn't there."""
    value = record[name]
    if not isinstance(value, str):
        raise ValueError("An edit in the log has something else where text belongs.")  # noqa: TRY004 (one error to catch)
    return value
