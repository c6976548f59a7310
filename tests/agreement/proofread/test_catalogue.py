"""Every rule that says something is in the catalogue, and everything in the catalogue is described."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rules import RULES, rule_named

if TYPE_CHECKING:
    from carveout.agreement.proofread.rule import Rule
    from carveout.agreement.reading import Reading

GUIDE = Path(__file__).parents[3] / "docs" / "rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_tells_a_lawyer_what_it_is(rule: Rule) -> None:
    assert rule.title
    assert rule.source
    assert rule.about.endswith(".")
    assert rule_named(rule.name) is rule


def test_no_two_rules_share_a_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_finding_is_of_a_rule_in_the_catalogue(close_sample: Reading) -> None:
    found = {finding.rule for finding in close_sample.findings}
    assert found <= {rule.name for rule in RULES}


def test_no_finding_is_graver_than_its_rule(close_sample: Reading) -> None:
    gravity = list(FindingSeverity)
    gravest = {rule.name: gravity.index(rule.severity) for rule in RULES}
    assert all(gravity.index(one.severity) >= gravest[one.rule] for one in close_sample.findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_page_in_the_guide(rule: Rule) -> None:
    title, _, named, *words = (GUIDE / f"{rule.name}.md").read_text(encoding="utf-8").splitlines()
    assert title == f"# {rule.title}"
    assert named.startswith(f"`{rule.name}` · ")
    assert rule.severity.value in named
    assert rule.source in " ".join(words)


def test_every_page_of_the_guide_is_of_a_rule() -> None:
    assert {page.stem for page in GUIDE.glob("*.md")} == {"README", *(rule.name for rule in RULES)}
