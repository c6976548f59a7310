"""Let three reviewers work on copies of a matter and merge them in every order, thousands of times over.

    python -m bench.histories 10000
    python -m bench.histories 4000 --control

Runs the machine of tests/review/merging/test_histories.py: each history edits, undoes, redoes, settles and merges, and
in the end every order of merging must make the same review, with nothing lost that somebody said. `--control` merges
so that the newest wins and no conflict is told, which the machine must find out: if it doesn't, it proves nothing.
Exit status 0 where every history held, and with `--control` where one didn't.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from carveout.review import fold as folding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.log import Operation
    from carveout.review.review import Review

MACHINE = Path(__file__).parents[1] / "tests" / "review" / "merging" / "test_histories.py"
AT_ONCE = 250
"""Histories between two words on how it goes."""


def main() -> int:
    """Run the harness."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("histories", type=int, nargs="?", default=10_000, metavar="N")
    options.add_argument("--control", action="store_true")
    chosen = options.parse_args()
    if chosen.control:
        return _control(chosen.histories)
    began, done = time.monotonic(), 0
    while done < chosen.histories:
        _run(min(AT_ONCE, chosen.histories - done))
        done += min(AT_ONCE, chosen.histories - done)
        print(f"{done:,} histories held, {time.monotonic() - began:,.0f} s", flush=True)
    return 0


def _control(histories: int) -> int:
    merged = vars(folding)["merged"]

    def newest_wins(operations: Sequence[Operation]) -> Review:
        review: Review = replace(merged(operations), conflicts=())
        return review

    vars(folding)["merged"] = newest_wins
    try:
        _run(histories)
    except AssertionError as error:
        print(f"The control failed, as it must: {type(error).__name__}")
        return 0
    print("The control held: the machine proves nothing.")
    return 1


def _run(histories: int) -> None:
    run_state_machine_as_test(
        _machine(),
        settings=settings(
            deadline=None,
            max_examples=histories,
            stateful_step_count=30,
            database=None,
            print_blob=False,
            phases=[Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


def _machine() -> type[RuleBasedStateMachine]:
    found = importlib.util.spec_from_file_location("histories_of_copies", MACHINE)
    if found is None or found.loader is None:
        raise FileNotFoundError(MACHINE)
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module
    found.loader.exec_module(module)
    machine: type[RuleBasedStateMachine] = module.Copies
    return machine


if __name__ == "__main__":
    sys.exit(main())
