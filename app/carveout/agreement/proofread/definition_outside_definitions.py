"""A definition that narrows the agreement from where nobody looks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind, FindingSeverity
from carveout.agreement.proofread.defined import lists_definitions
from carveout.agreement.proofread.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.defined import Defined
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "definition-outside-definitions",
    "An exclusion in a definition outside the definitions",
    "The agreement has an article of definitions, and a term that leaves something out is defined elsewhere, inside"
    " a representation. Whoever reads the clauses that use the term learns of the exclusion only by chance.",
    "Drafting practice: terms that several articles use are defined where definitions are looked for.",
    FindingSeverity.NOTE,
)


def definitions_outside(ground: Ground) -> Iterator[Finding]:
    """Yield a note for each term with an exclusion that a representation defines and other articles use."""
    outline = ground.reading.outline
    excluding = [one.span for one in ground.reading.carveouts if one.kind is CarveoutKind.DEFINITION]
    if not excluding:
        return
    for instrument in ground.instruments:
        homes = [clause for clause in instrument.clauses if lists_definitions(outline[clause])]
        for one in ground.defined if homes else ():
            if one.instrument is not instrument or not one.firm or _at_home(ground, one, homes):
                continue
            if ground.reading.representation_holding(one.term.clause) is None:
                continue
            left_out = next((span for span in excluding if one.term.span.holds(span)), None)
            used = sorted({_article(ground, use.start) for use in one.term.uses} - {_article(ground, one.words.start)})
            if left_out is not None and used:
                yield _finding(ground, one, homes[0], len(used))


def _at_home(ground: Ground, one: Defined, homes: list[int]) -> bool:
    outline = ground.reading.outline
    return any(outline[home].span.holds(one.words) for home in homes)


def _article(ground: Ground, at: int) -> int:
    """Return the clause under the root of the instrument in which a place stands."""
    outline = ground.reading.outline
    clause = outline.at(at)
    found = -1
    while clause is not None and clause != ground.instrument_of(clause).root:
        found, clause = clause, outline[clause].parent
    return found


def _finding(ground: Ground, one: Defined, home: int, articles: int) -> Finding:
    where = ground.reading.outline[home].citation
    count = f"{articles} other articles use" if articles > 1 else "another article uses"
    message = f"“{one.name}” leaves something out, {count} it, and it is defined here, not in {where}."
    return ground.finding(RULE, one.words, RULE.severity, message)
