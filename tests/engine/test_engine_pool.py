from __future__ import annotations

from collections.abc import Iterator

import pytest
from engine_jobs import die_on_seven, double

from riwaya.engine.pool import Pool, Workers


def _died(item: int) -> list[int]:
    return [-item]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_chunks(jobs: int) -> None:
    with Workers(jobs) as workers:
        pool = Pool(double, workers, _died)
        assert list(pool.run([[n, n + 1] for n in range(0, 20, 2)])) == [
            [2 * n, 2 * n + 2] for n in range(0, 20, 2)
        ]


def test_a_worker_that_dies_costs_only_the_item_that_killed_it() -> None:
    with Workers(2) as workers:
        pool = Pool(die_on_seven, workers, _died)
        out = [n for result in pool.run([[0, 1], [6, 7, 8], [9, 10], [11]]) for n in result]
    assert out == [0, 2, 12, -7, 16, 18, 20, 22]


def test_a_worker_that_dies_while_others_start_holds_nobody_up() -> None:
    for _ in range(4):
        with Workers(6) as workers:
            pool = Pool(die_on_seven, workers, _died)
            assert list(pool.run([[7], *([n] for n in range(10, 20))])) == [
                [-7],
                *([2 * n] for n in range(10, 20)),
            ]


def test_stopped_before_all_workers_are_there_it_ends_at_once() -> None:
    workers = Workers(6)
    workers.submit(double, [1])
    workers.stop()
    assert not workers.running


def test_chunks_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def chunks() -> Iterator[list[int]]:
        nonlocal taken
        for n in range(100):
            taken += 1
            yield [n]

    with Workers(2) as workers:
        pool = Pool(double, workers, _died)
        next(pool.run(chunks()))
        assert taken < 20
