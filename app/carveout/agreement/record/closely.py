"""What a close reading adds, as plain objects, and back: by itself, for it is made after the rest and never kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carveout.agreement.record.fields import Fields
from carveout.agreement.record.rows import Recorded
from carveout.agreement.record.written import finding, gap, reference
from carveout.agreement.remedy import AccuracyTest, EffectTest, Role, RoleKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


def close_to_record(reading: Reading) -> dict[str, object]:
    """Return what the close reading found as JSON's own types. Spans are `[start, end]`, None where there is none."""
    return {
        "references": [reference(one) for one in reading.references],
        "gaps": [gap(one) for one in reading.gaps],
        "findings": [finding(one) for one in reading.findings],
        **roles_and_tests(reading),
    }


def roles_and_tests(reading: Reading) -> dict[str, object]:
    """Return the part of it that a reading's record has besides the command line's contract."""
    return {
        "roles": [{"clause": one.clause, "kind": one.kind.value, "span": _out(one.span)} for one in reading.roles],
        "effect_tests": [
            {
                "clause": one.clause,
                "span": _out(one.span),
                "role": one.role.value if one.role else None,
                "likelihood": _out(one.likelihood),
                "standard": _out(one.standard),
                "objects": _out(one.objects),
                "whose": one.whose,
                "exceptions": [_out(span) for span in one.exceptions],
            }
            for one in reading.effect_tests
        ],
        "accuracy_tests": [
            {
                "clause": one.clause,
                "span": _out(one.span),
                "role": one.role.value if one.role else None,
                "by": one.by,
                "perimeter": _out(one.perimeter),
                "covers": [*one.covers],
                "standard": _out(one.standard),
                "as_of": _out(one.as_of),
                "trigger": _out(one.trigger),
            }
            for one in reading.accuracy_tests
        ],
    }


def read_closely_from(reading: Reading, record: Mapping[str, Any]) -> Reading:
    """Return a reading with what `close_to_record` made of its close reading. Raises ValueError as `from_record`."""
    whole = Fields(record, "close reading")
    inside = Recorded(len(reading.text), len(reading.outline))
    closer = replace(
        reading,
        references=tuple(inside.reference(row) for row in whole.rows("references")),
        gaps=tuple(inside.gap(row) for row in whole.rows("gaps")),
        findings=tuple(inside.finding(row) for row in whole.rows("findings")),
    )
    closer = with_roles_and_tests(closer, whole, inside)
    whole.done()
    return closer


def with_roles_and_tests(reading: Reading, whole: Fields, inside: Recorded) -> Reading:
    """Return a reading with its roles and tests: it was read closely. Raises ValueError."""
    return replace(
        reading,
        roles=tuple(_role(row, inside) for row in whole.rows("roles")),
        effect_tests=tuple(_effect_test(row, inside) for row in whole.rows("effect_tests")),
        accuracy_tests=tuple(_accuracy_test(row, inside) for row in whole.rows("accuracy_tests")),
        closely=True,
    )


def _out(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _role(row: Fields, inside: Recorded) -> Role:
    role = Role(inside.id(row.number("clause")), RoleKind(row.text("kind")), inside.span(row.numbers("span")))
    row.done()
    return role


def _effect_test(row: Fields, inside: Recorded) -> EffectTest:
    test = EffectTest(
        clause=inside.id(row.number("clause")),
        span=inside.span(row.numbers("span")),
        role=_kind(row.text_or_none("role")),
        likelihood=inside.span_or_none(row.numbers_or_none("likelihood")),
        standard=inside.span(row.numbers("standard")),
        objects=inside.span_or_none(row.numbers_or_none("objects")),
        whose=row.text_or_none("whose"),
        exceptions=tuple(inside.span(span) for span in row.tuples("exceptions", 2)),
    )
    row.done()
    return test


def _accuracy_test(row: Fields, inside: Recorded) -> AccuracyTest:
    test = AccuracyTest(
        clause=inside.id(row.number("clause")),
        span=inside.span(row.numbers("span")),
        role=_kind(row.text_or_none("role")),
        by=row.text_or_none("by"),
        perimeter=inside.span_or_none(row.numbers_or_none("perimeter")),
        covers=tuple(inside.id(clause) for clause in row.numbers("covers")),
        standard=inside.span(row.numbers("standard")),
        as_of=inside.span_or_none(row.numbers_or_none("as_of")),
        trigger=inside.span_or_none(row.numbers_or_none("trigger")),
    )
    row.done()
    return test


def _kind(name: str | None) -> RoleKind | None:
    return None if name is None else RoleKind(name)
