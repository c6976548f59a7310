from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.review.anchoring import on_span
from carveout.review.template import DEFAULTS, Template, filled

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def test_the_gaps_are_filled_with_what_is_annotated_and_nothing_else_is(reading: Reading) -> None:
    start = reading.text.index("except for the petition")
    anchor = on_span(reading, Span(start, start + 23))
    template = Template("Wide", "In {clause}: “{quote}”. {client} {heading}")
    assert filled(template, reading, anchor) == "In 3.2: “except for the petition”. {client}"


def test_what_fills_a_gap_is_no_template_itself(reading: Reading) -> None:
    anchor = on_span(reading, Span(0, 10))
    assert "{" not in "".join(filled(template, reading, anchor) for template in DEFAULTS)
