from __future__ import annotations

import gc
import threading

import pytest

from carveout.gui.uncollected import nothing_collected


def test_collection_is_held_off_until_the_last_has_left() -> None:
    inside, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with nothing_collected():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=hold)
    with nothing_collected():
        thread.start()
        inside.wait()
        assert not gc.isenabled()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_it_is_on_again_whatever_was_raised() -> None:
    with pytest.raises(ValueError, match="no matter"), nothing_collected():
        raise ValueError("no matter")
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with nothing_collected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
