"""An agreement with two articles, in whose Section 2.1 a test sets its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.references import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

_BEFORE = (
    "Article 1. Definitions",
    "1.1 Terms. “Permitted Liens” means (i) liens for taxes, (ii) liens of carriers, and (iii) liens of landlords.",
    "1.2 Numbers. Numbers count:",
    "(a) first words, being (i) early ones, (ii) later ones;",
    "(b) second words; and",
    "(c) third words.",
    "1.3 Days. Days are calendar days.",
    "Article 2. Sale",
)


@pytest.fixture(scope="session")
def pointing(deal: Callable[..., Reading]) -> Callable[..., list[tuple[str, list[str] | None]]]:
    """Return each reference in Section 2.1 by its words and the citations of its targets, None for external ones.

    Other paragraphs of Section 2.1 and what follows it can be given too.
    """

    def found(words: str, *after: str) -> list[tuple[str, list[str] | None]]:
        reading = deal(*_BEFORE, f"2.1 Sale. {words}", *after)
        section = next(clause for clause in reading.outline if clause.number == "2.1")
        return [
            (
                " ".join(one.quote.split()),
                None if one.external else [reading.outline[target].citation for target in one.targets],
            )
            for one in references(reading)
            if section.span.holds(one.span)
        ]

    return found
