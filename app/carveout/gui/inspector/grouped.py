"""What was found in a clause as groups of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import QualifierKind
from carveout.gui.inspector.links import Link, LinkGroup, link_to
from carveout.memo.words import QUALIFIER

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.inspector.found import Found


def qualifiers(reading: Reading, found: Found) -> list[LinkGroup]:
    """Return the qualifiers, a group for each kind."""
    groups: dict[QualifierKind, list[Link]] = {kind: [] for kind in QualifierKind}
    for qualifier in found.qualifiers:
        tip = link_to(reading, qualifier.clause, qualifier.span).tip
        groups[qualifier.kind].append(Link(qualifier.span.of(reading.text), qualifier.clause, qualifier.span, tip))
    return [LinkGroup(QUALIFIER[kind].capitalize(), tuple(links)) for kind, links in groups.items()]


def narrowed_by(reading: Reading, found: Found) -> LinkGroup:
    """Return the carve-outs elsewhere that narrow the clause."""
    links = [link_to(reading, carveout.clause, carveout.span) for carveout in found.elsewhere]
    return LinkGroup("Narrowed from elsewhere by", tuple(links))
