"""What the proofreader says of an agreement that a test writes out, read as closely as the desk reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading


@pytest.fixture(scope="session")
def findings(deal: Callable[..., Reading]) -> Callable[..., list[Finding]]:
    """Return the findings of one rule, by its name, in clauses that a test writes out."""

    def found(rule: str, *clauses: str) -> list[Finding]:
        return [finding for finding in read_closely(deal(*clauses)).findings if finding.rule == rule]

    return found


@pytest.fixture(scope="session")
def messages(findings: Callable[..., list[Finding]]) -> Callable[..., list[str]]:
    """Return what one rule says."""

    def said(rule: str, *clauses: str) -> list[str]:
        return [finding.message for finding in findings(rule, *clauses)]

    return said
