"""A filter of the issues as text, for keeping it under a name."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace

from carveout.gui.issues.rows import Criteria, Grouping, Order


def written(criteria: Criteria, order: Order, grouping: Grouping) -> str:
    """Return a filter with its order and grouping as text."""
    said = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in asdict(criteria).items()}
    return json.dumps({**said, "order": order.value, "grouping": grouping.value})


def taken(text: str) -> tuple[Criteria, Order, Grouping]:
    """Return the filter that a text tells; what it doesn't tell, or tells wrongly, is as at first."""
    try:
        said = json.loads(text)
        said = said if isinstance(said, dict) else {}
    except ValueError:
        said = {}
    criteria = Criteria()
    known = {field.name for field in fields(Criteria)}
    for name in known & said.keys():
        criteria = replace(criteria, **{name: _like(getattr(criteria, name), said[name])})  # type: ignore[arg-type]
    order = next((one for one in Order if one.value == said.get("order")), Order.SEVERITY)
    grouping = next((one for one in Grouping if one.value == said.get("grouping")), Grouping.NONE)
    return criteria, order, grouping


def _like(usual: object, value: object) -> object:
    if isinstance(usual, frozenset):
        return frozenset(str(one) for one in value) if isinstance(value, list) else usual
    return value if isinstance(value, type(usual)) else usual
