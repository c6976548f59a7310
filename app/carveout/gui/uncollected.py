"""Keeping Python from looking for cycles while that would do harm, or take longer than the work itself."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_lock = Lock()
_holding: list[bool] = []
"""One for each part of the program that holds collection off: whether it was on before."""


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Hold collection off until the last of all threads that are inside has left.

    Where millions of objects are made that all stay, a matter's reading, looking through them again and again takes
    half of the time.
    """
    with _lock:
        _holding.append(gc.isenabled() or any(_holding))
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            was_on = _holding.pop()
            if was_on and not _holding:
                gc.enable()


def is_held() -> bool:
    """Tell whether some part of the program holds collection off."""
    return bool(_holding)
