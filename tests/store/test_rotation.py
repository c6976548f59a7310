from __future__ import annotations

import datetime as dt
import random
from itertools import groupby

import pytest

from carveout.store.rotation import DAILY, MONTHLY, MOST_AT_ONCE, RECENT, WEEKLY, outdated

START = dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
MOST = 40
DAY = dt.timedelta(days=1)


class Shelf:
    """Backups by when they were made, some of them gone bad, as years of work leave them."""

    def __init__(self) -> None:
        self.ever: list[dt.datetime] = []
        self.kept: list[dt.datetime] = []
        self.bad: set[dt.datetime] = set()
        self.asked = 0

    def add(self, now: dt.datetime) -> None:
        self.ever.append(now)
        self.kept.append(now)
        gone = outdated(self.kept, now, MOST, self.is_good)
        assert len(gone) <= MOST_AT_ONCE
        self.kept = [at for at in self.kept if at not in gone]

    def is_good(self, at: dt.datetime) -> bool:
        self.asked += 1
        return at not in self.bad

    def good(self) -> list[dt.datetime]:
        return [at for at in self.kept if at not in self.bad]


def worked_on(days: int, chance: random.Random) -> list[dt.datetime]:
    """Return the moments of backups in that many days: some weeks off, some long nights."""
    moments = []
    for day in range(days):
        at = START + day * DAY
        if at.weekday() < 5 and chance.random() < 0.7:
            moments += [at + dt.timedelta(minutes=chance.randrange(900)) for _ in range(chance.choice((1, 4, 12)))]
    return sorted(moments)


def test_in_three_years_there_is_always_a_backup_of_every_time() -> None:
    chance, shelf, most = random.Random(4), Shelf(), 0
    for now in worked_on(3 * 365, chance):
        shelf.add(now)
        most = max(most, len(shelf.kept))
        recent = [at for at in shelf.ever if now - at < RECENT]
        assert set(recent[-MOST:]) <= set(shelf.kept)
    assert most < 100
    for limit, name in ((DAILY, "%Y %j"), (WEEKLY, "%G %V"), (MONTHLY, "%Y %m")):
        near = [at for at in shelf.ever if now - at < limit]
        assert {at.strftime(name) for at in near} == {at.strftime(name) for at in shelf.kept if now - at < limit}


def test_at_no_moment_of_three_years_does_a_bad_backup_take_a_good_ones_place() -> None:
    chance, shelf = random.Random(8), Shelf()
    for now in worked_on(3 * 365, chance):
        if chance.random() < 0.2:
            shelf.bad.add(chance.choice(shelf.kept or [now]))
        had = {at.strftime("%Y %m") for at in shelf.good()}
        shelf.add(now)
        assert {at.strftime("%Y %m") for at in shelf.good()} >= had, "a month lost its only good backup"
        assert shelf.good()


def test_a_busy_day_keeps_the_newest_and_one_an_hour_before_them() -> None:
    shelf = Shelf()
    for minute in range(0, 600, 5):
        shelf.add(START + dt.timedelta(minutes=minute))
    assert shelf.kept[-MOST:] == shelf.ever[-MOST:]
    hours = [list(hour) for _, hour in groupby(shelf.kept[:-MOST], lambda at: at.hour)]
    assert [len(hour) for hour in hours] == [1] * len(hours)
    assert len(hours) >= 6


@pytest.mark.parametrize("wrong", [dt.timedelta(days=5000), dt.timedelta(days=-5000)])
def test_a_clock_that_is_wrong_once_does_not_sweep_the_shelf(wrong: dt.timedelta) -> None:
    shelf = Shelf()
    for now in worked_on(60, random.Random(5)):
        shelf.add(now)
    before = len(shelf.kept)
    shelf.add(shelf.ever[-1] + wrong)
    assert len(shelf.kept) >= before + 1 - MOST_AT_ONCE
    assert max(shelf.ever) in shelf.kept


def test_a_backup_is_looked_into_only_where_another_would_go_for_it() -> None:
    shelf = Shelf()
    for hour in range(20):
        shelf.add(START + dt.timedelta(hours=hour))
    assert shelf.asked == 0
