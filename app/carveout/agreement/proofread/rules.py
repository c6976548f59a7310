"""The catalogue: every rule that emits findings, in the order in which counsel should hear of them.

A rule of the proofreader is a module of its own, which holds its `RULE` and a function that yields its findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.proofread import (
    amount_mismatch,
    circular_definition,
    definition_outside_definitions,
    double_negative,
    doubled_word,
    duplicate_definition,
    end_punctuation,
    heading_mismatch,
    interim_period,
    missing_heading,
    name_variant,
    party_address,
    perimeter,
    quotation_mark,
    reference_missing,
    reference_sense,
    schedule_mismatch,
    schedule_missing,
    schedule_number,
    schedule_uncited,
    small_word,
    spacing,
    term_variant,
    undated,
    undefined_standard,
    undefined_term,
    unused_term,
    window_mismatch,
)
from carveout.agreement.proofread.checked import CHECKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.proofread.rule import Rule

    Finder = Callable[[Ground], Iterator[Finding]]

FINDERS: tuple[tuple[Rule, Finder], ...] = (
    (reference_missing.RULE, reference_missing.missing_references),
    (reference_sense.RULE, reference_sense.senseless_references),
    (perimeter.RULE, perimeter.perimeters),
    (undated.RULE, undated.undated_agreements),
    (window_mismatch.RULE, window_mismatch.window_mismatches),
    (undefined_term.RULE, undefined_term.undefined_terms),
    (undefined_standard.RULE, undefined_standard.undefined_standards),
    (duplicate_definition.RULE, duplicate_definition.duplicate_definitions),
    (circular_definition.RULE, circular_definition.circular_definitions),
    (term_variant.RULE, term_variant.term_variants),
    (name_variant.RULE, name_variant.name_variants),
    (unused_term.RULE, unused_term.unused_terms),
    (definition_outside_definitions.RULE, definition_outside_definitions.definitions_outside),
    (amount_mismatch.RULE, amount_mismatch.amount_mismatches),
    (schedule_mismatch.RULE, schedule_mismatch.schedule_mismatches),
    (schedule_missing.RULE, schedule_missing.schedules_missing),
    (schedule_number.RULE, schedule_number.schedule_numbers),
    (schedule_uncited.RULE, schedule_uncited.schedules_uncited),
    (interim_period.RULE, interim_period.interim_periods),
    (party_address.RULE, party_address.party_addresses),
    (quotation_mark.RULE, quotation_mark.quotation_marks),
    (double_negative.RULE, double_negative.double_negatives),
    (heading_mismatch.RULE, heading_mismatch.heading_mismatches),
    (missing_heading.RULE, missing_heading.missing_headings),
    (small_word.RULE, small_word.small_words),
    (doubled_word.RULE, doubled_word.doubled_words),
    (end_punctuation.RULE, end_punctuation.end_punctuation),
    (spacing.RULE, spacing.spacing),
)
"""The proofreader's own rules with what finds them."""

RULES: tuple[Rule, ...] = (*(rule for rule, _ in FINDERS), *CHECKED)
"""Every rule."""


def rule_named(name: str) -> Rule | None:
    """Return the rule of this name, None where there is none: a matter may keep findings of rules that are gone."""
    return next((rule for rule in RULES if rule.name == name), None)
