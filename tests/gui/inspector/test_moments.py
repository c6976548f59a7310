from __future__ import annotations

import datetime as dt

from carveout.gui.inspector.moments import in_short

NOW = dt.datetime(2026, 11, 22, 15, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))


def test_today_needs_the_time_only_and_it_is_told_in_the_readers_zone() -> None:
    assert in_short(dt.datetime(2026, 11, 22, 4, 48, tzinfo=dt.UTC), NOW) == "13:48"


def test_another_day_is_named() -> None:
    assert in_short(dt.datetime(2026, 11, 21, 4, 48, tzinfo=dt.UTC), NOW) == "21 Nov, 13:48"


def test_another_year_is_named_too() -> None:
    assert in_short(dt.datetime(2025, 1, 2, 0, 5, tzinfo=dt.UTC), NOW) == "2 Jan 2025, 09:05"
