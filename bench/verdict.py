"""What a harness found, in one line: how much was tried, how fast, what was lost, and what its control lost."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass
class Tried:
    """Some trials: how many, how many of them lost something, and what else there is to tell of them."""

    trials: int
    lost: int
    told: str = ""
    problems: list[str] = field(default_factory=list)


class Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds since it was made, never quite none."""
        return max(time.perf_counter() - self._began, 1e-6)


def share_of(trials: int) -> int:
    """Return how many trials a control takes: enough to show that the harness can fail."""
    return max(12, min(1000, trials // 20))


def verdict(name: str, seed: int, seconds: float, found: Tried, control: Tried, *, least: float = 0) -> int:
    """Print the line and return the exit status.

    That is 0 where nothing was lost, and the control lost something in more than the `least` share of its trials.
    """
    proves = control.lost > least * control.trials
    print(
        f"{name}: N {found.trials}, seed {seed}, {found.trials / seconds:.0f}/s, {found.lost} lost; "
        f"control {control.lost} lost of {control.trials}{'' if proves else ', so it proves nothing'}"
        f"{'; ' if found.told else ''}{found.told}"
    )
    for problem in found.problems[:20]:
        print(f"  {problem}")
    return 0 if proves and not found.lost and not found.problems else 1
