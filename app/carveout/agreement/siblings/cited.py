"""Several clauses named in one sentence: `Sections 3.14, 3.18 and 5.3`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.clause import Outline

_PLAIN = re.compile(r"Section [\w.()-]+")


def cited(outline: Outline, clauses: Iterable[int]) -> str:
    """Return the citations of clauses, each once, in the order given; sections share the word."""
    names = list(dict.fromkeys(outline[clause].citation for clause in clauses))
    if len(names) > 1 and all(_PLAIN.fullmatch(name) for name in names):
        names = [name.removeprefix("Section ") for name in names]
        return "Sections " + listed(names)
    return listed(names)


def listed(names: list[str]) -> str:
    """Return names as a sentence lists them: `a, b and c`."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
