"""How often Python's collector goes over a process that reads and ends."""

import gc


def collect_seldom() -> None:
    """Let the collector run a seventieth as often: of a reading hardly anything is garbage before the process ends.

    Going over ever more clauses and spans in vain takes a sixth of the time of a 10 MB reading.
    """
    gc.set_threshold(50_000, 10, 10)
