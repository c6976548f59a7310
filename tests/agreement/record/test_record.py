"""A reading as a plain object, and back."""

from __future__ import annotations

import contextlib
import copy
import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carveout.agreement.read import read
from carveout.agreement.reading import Reading
from carveout.agreement.record import from_record, to_record

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = (
    "schema source title date parties text clauses terms references representations carveouts gaps qualifiers findings "
    "paragraphs places asides contents"
)
CLAUSE = "id parent kind number label heading citation start body_start end page_first page_last line_first line_last"


@pytest.fixture(scope="module")
def record(sample: Reading) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(to_record(sample)))
    return loaded


def test_the_keys_are_those_of_the_contract(record: dict[str, Any]) -> None:
    assert list(record) == KEYS.split()
    assert list(record["clauses"][0]) == CLAUSE.split()
    assert list(record["source"]) == ["name", "sha256", "format", "pages", "encoding", "wordless"]


def test_a_reading_comes_back_from_its_record(sample: Reading, record: dict[str, Any]) -> None:
    assert from_record(record) == sample


def test_a_reading_without_pages_date_or_title_comes_back() -> None:
    reading = read(b"Dear Sir,\n\nThe goods have come.", "letter.txt")
    assert from_record(json.loads(json.dumps(to_record(reading)))) == reading


def _edit(path: tuple[str | int, ...], value: object) -> Callable[[dict[str, Any]], None]:
    def edit(record: dict[str, Any]) -> None:
        holder: Any = record
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        _edit(("schema",), 2),
        _edit(("schema",), True),
        _edit(("text",), None),
        _edit(("text",), "short"),
        _edit(("unknown",), 1),
        _edit(("date",), "16 September 2003"),
        _edit(("source", "pages"), "35"),
        _edit(("source", "unknown"), 1),
        _edit(("parties",), {}),
        _edit(("parties", 0, "alias"), 5),
        _edit(("clauses", 3, "id"), 4),
        _edit(("clauses", 3, "parent"), 3),
        _edit(("clauses", 3, "parent"), -1),
        _edit(("clauses", 3, "kind"), "paragraph"),
        _edit(("clauses", 3, "start"), True),
        _edit(("clauses", 3, "end"), 10**9),
        _edit(("clauses", 3, "body_start"), 0),
        _edit(("clauses", 3), []),
        _edit(("terms", 0, "uses"), [[1, 2, 3]]),
        _edit(("terms", 0, "uses"), [[2, 1]]),
        _edit(("terms", 0, "uses"), [[1.5, 2]]),
        _edit(("terms", 0, "clause"), 10**6),
        _edit(("representations", 0, "clause"), -1),
        _edit(("carveouts", 0, "kind"), "exemption"),
        _edit(("carveouts", 0, "reaches"), ["3"]),
        _edit(("carveouts", 0, "reaches"), [10**6]),
        _edit(("gaps",), [{"clause": 1}]),
        _edit(("paragraphs", 5, 2), "italic"),
        _edit(("paragraphs", 5, 2), ["body"]),
        _edit(("paragraphs", 5, 0), 0),
        _edit(("paragraphs", 5), [1, 2]),
        _edit(("places", 5, 0), -1),
        _edit(("places", 5, 1), "1"),
        _edit(("places", 5, 2), True),
    ],
)
def test_what_is_malformed_is_refused(record: dict[str, Any], edit: Callable[[dict[str, Any]], None]) -> None:
    broken = copy.deepcopy(record)
    edit(broken)
    with pytest.raises(ValueError, match=r".") as refusal:
        from_record(broken)
    assert "Crosswave" not in str(refusal.value)


@pytest.mark.parametrize("key", KEYS.removesuffix(" asides contents").split())
def test_every_key_is_needed(record: dict[str, Any], key: str) -> None:
    with pytest.raises(ValueError, match=key):
        from_record({name: value for name, value in record.items() if name != key})


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5), st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_anywhere_is_read_or_refused(record: dict[str, Any], value: object, data: st.DataObject) -> None:
    broken = dict(record)
    key = data.draw(st.sampled_from(KEYS.split()))
    held = broken[key]
    if isinstance(held, list) and held and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(held) - 1))
        row = copy.copy(held[at])
        part = data.draw(st.sampled_from(sorted(row) if isinstance(row, dict) else list(range(len(row)))))
        row[part] = value
        broken[key] = [*held[:at], row, *held[at + 1 :]]
    else:
        broken[key] = value
    with contextlib.suppress(ValueError):
        assert isinstance(from_record(broken), Reading)


@pytest.mark.parametrize("nothing", [None, [], "reading", 3])
def test_what_is_no_object_is_refused(nothing: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no object"):
        from_record(nothing)


def test_the_record_of_the_sample_loads_in_a_few_milliseconds(record: dict[str, Any]) -> None:
    best = min(_timed(record) for _ in range(5))
    assert best < 0.05


def _timed(record: dict[str, Any]) -> float:
    start = time.process_time()
    from_record(record)
    return time.process_time() - start
