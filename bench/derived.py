"""All that the window and the memo derive from a close reading, asked of it: what bench.mutants does with a mutant."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from carveout.agreement.close_reading import read_closely
from carveout.agreement.effects.definitions import effect_definitions
from carveout.agreement.filing import ties
from carveout.agreement.record.closely import close_to_record, read_closely_from
from carveout.agreement.remedies.matrix import matrix
from carveout.agreement.remedies.scenario import Scenario, evidence
from carveout.agreement.remedies.statements import statements
from carveout.agreement.schedules import bindings
from carveout.agreement.siblings.drift import drift, subjects
from carveout.agreement.siblings.fan_out import fan_outs
from carveout.agreement.siblings.picture import picture
from carveout.agreement.xray import meaning_of, xray

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

_A_FEW = 4
"""Subjects, clauses, terms and representations that are asked about."""
_SCENARIO = Scenario("Cinder", "petition (of the Cinder", dt.date(2021, 3, 3))


def read_and_derived(reading: Reading) -> bool:
    """Read closely, derive everything, and tell whether the close reading comes back from its record as it was."""
    closer = read_closely(reading)
    for subject in [*subjects(closer)[:_A_FEW], *{one.subject for one in closer.carveouts[:_A_FEW] if one.subject}]:
        drift(closer, subject)
        picture(closer, subject)
    for clause in range(0, len(closer.outline), 1 + len(closer.outline) // _A_FEW):
        xray(closer, clause)
    for term in closer.terms[:_A_FEW]:
        meaning_of(closer, term)
    for one in statements(closer)[:_A_FEW]:
        evidence(closer, one.clause, _SCENARIO)
    for derived in (fan_outs, matrix, bindings, ties, effect_definitions):
        derived(closer)
    return read_closely_from(reading, json.loads(json.dumps(close_to_record(closer)))) == closer
