"""The catalogue: every rule that emits findings, in the order in which counsel should hear of them.

A rule of the proofreader is a module of its own, which holds its `RULE` and a function that yields its findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.proofread import (
    circular_definition,
    duplicate_definition,
    name_variant,
    term_variant,
    undefined_term,
    unused_term,
)
from carveout.agreement.proofread.checked import CHECKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.proofread.rule import Rule

    Finder = Callable[[Ground], Iterator[Finding]]

FINDERS: tuple[tuple[Rule, Finder], ...] = (
    (undefined_term.RULE, undefined_term.undefined_terms),
    (duplicate_definition.RULE, duplicate_definition.duplicate_definitions),
    (circular_definition.RULE, circular_definition.circular_definitions),
    (term_variant.RULE, term_variant.term_variants),
    (name_variant.RULE, name_variant.name_variants),
    (unused_term.RULE, unused_term.unused_terms),
)
"""The proofreader's own rules with what finds them."""

RULES: tuple[Rule, ...] = (*(rule for rule, _ in FINDERS), *CHECKED)
"""Every rule."""


def rule_named(name: str) -> Rule | None:
    """Return the rule of this name, None where there is none: a matter may keep findings of rules that are gone."""
    return next((rule for rule in RULES if rule.name == name), None)
