"""Whether the carve-outs of one subject say the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading

_NAME_LENGTH = 120
"""Code points before a definition in brackets within which the full name it shortens is looked for."""


@dataclass(frozen=True, slots=True)
class Drift:
    """The siblings of a carve-out that use its words, and those that use others, each in document order."""

    same: tuple[Carveout, ...]
    differs: tuple[Carveout, ...]


def drift_of(reading: Reading, carveout: Carveout) -> Drift:
    """Compare a carve-out with its siblings; white space and the subject's own definition make no difference."""
    words = comparable(carveout)
    same: list[Carveout] = []
    differs: list[Carveout] = []
    for sibling in reading.siblings(carveout):
        (same if comparable(sibling) == words else differs).append(sibling)
    return Drift(tuple(same), tuple(differs))


def comparable(carveout: Carveout) -> str:
    """Return the words of a carve-out as they are compared: one space between words, the subject by its short name.

    `Acme Communications, Inc. (“Acme”) and its subsidiaries` and `Acme and its subsidiaries` are the same words.
    """
    words = " ".join(carveout.quote.split()).casefold().rstrip(",;. ")
    return _by_short_name(words, carveout.subject.casefold()) if carveout.subject else words


def _by_short_name(words: str, subject: str) -> str:
    defined = re.search(rf" ?\([^()]{{0,60}}[\"“']{re.escape(subject)}[\"”'][^()]{{0,20}}\)", words)
    if not defined:
        return words
    name = words.rfind(subject, max(0, defined.start() - _NAME_LENGTH), defined.start())
    return words[: name if name >= 0 else defined.start()] + (subject if name >= 0 else "") + words[defined.end() :]
