"""Templates: comments that a reviewer makes again and again, with gaps for what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.citation import short

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Anchor


_GAP = re.compile(r"\{(clause|heading|quote)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A comment by its name. In its words `{clause}`, `{heading}` and `{quote}` stand for what is annotated."""

    name: str
    words: str


DEFAULTS = (
    Template(
        "Carve-out too wide",
        "The carve-out in {clause} (“{quote}”) goes further than the event it is for. Limit it to what was disclosed, "
        "and to effects that are known at signing.",
    ),
    Template(
        "Carve-out missing",
        "{clause} {heading} has no carve-out where its siblings have one. Is it left bare on purpose?",
    ),
    Template(
        "Knowledge qualifier",
        "“{quote}” makes {clause} turn on knowledge. Strike the qualifier, or say whose knowledge counts and after "
        "what inquiry.",
    ),
    Template(
        "Look-back period",
        "The look-back in {clause} (“{quote}”) doesn't go back far enough. Ask for the last full audited year.",
    ),
    Template("Ask the client", "Ask the client whether {clause} {heading} is true as it stands."),
)
"""What a reviewer has before making any."""


def filled(template: Template, reading: Reading, anchor: Anchor) -> str:
    """Return the comment that a template makes on an anchor's words; braces around anything else stay."""
    clause = reading.outline[anchor.clause]
    gaps = {"clause": short(clause), "heading": clause.heading or "", "quote": " ".join(anchor.quote.split())}
    return _GAP.sub(lambda gap: gaps[gap[1]], template.words).strip()
