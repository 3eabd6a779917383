"""What is kept of one state of the record: bounded, forgotten with the state, never of another one."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from riwaya.store.file import open_to_write
from riwaya.web.database import Database
from riwaya.web.kept import Kept, OfState
from riwaya.web.queries.paging import Cut
from riwaya.web.queries.searching import SearchFilter, facets, search_pages


def test_a_value_is_made_once_in_a_state_and_again_in_the_next() -> None:
    kept, made = Kept(), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [OfState(kept, state)("key", make) for state in (1, 1, 2, 2)] == [1, 1, 2, 2]


def test_a_request_of_an_older_state_neither_gets_nor_leaves_anything() -> None:
    kept = Kept()
    now, before = OfState(kept, 2), OfState(kept, 1)
    assert now("key", lambda: "new") == "new"
    assert before("key", lambda: "old") == "old"
    assert now("key", lambda: "newer") == "new"


def test_the_least_recently_asked_goes_first_and_bytes_stay_within_bounds() -> None:
    kept = Kept(most_bytes=400)
    ask = OfState(kept, 1)
    for key in "abcd":
        ask(key, lambda: "first", lambda _: 100)
    ask("a", lambda: "second", lambda _: 100)
    ask("e", lambda: "first", lambda _: 100)
    assert kept.bytes == 400
    assert ask("a", lambda: "second", lambda _: 100) == "first"
    assert ask("b", lambda: "second", lambda _: 100) == "second"


def test_what_is_too_large_is_not_kept_at_all() -> None:
    kept = Kept(most_bytes=400)
    assert OfState(kept, 1)("key", lambda: "large", lambda _: 101) == "large"
    assert kept.bytes == 0


def test_many_threads_agree() -> None:
    kept = Kept(most_bytes=4_000)
    wrong = []

    def work(seed: int) -> None:
        for turn in range(400):
            state, key = turn // 40, (turn * seed) % 60
            if OfState(kept, state)(key, lambda: (state, key), lambda _: 100) != (state, key):  # noqa: B023
                wrong.append((state, key))

    threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 3, 7, 11)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert kept.bytes <= 4_000


def test_every_connection_sees_a_change_and_none_answers_from_before_it(
    record: Path, tmp_path: Path
) -> None:
    path = tmp_path / "own.db"
    shutil.copy(record, path)
    db = open_to_write(path)  # a builder: with a log, it writes beside readers
    database = Database(path, readers=3, max_seconds=5)
    asked = SearchFilter(words="البحيره")

    def found() -> list[int]:
        totals = []
        with database.reading() as a, database.reading() as b, database.reading() as c:
            for reader in (a, b, c):
                total = search_pages(reader.db, asked, Cut(size=5), reader.kept).total
                assert total is not None
                totals.append(total)
                facets(reader.db, asked, reader.kept)
        return totals

    before = found()
    assert before[0] > 0
    assert set(before) == {before[0]}
    with database.reading() as old:
        held = old.kept.state
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        assert search_pages(old.db, asked, Cut(size=5), old.kept).total == before[0]
    assert found() == [0, 0, 0]
    with database.reading() as new:
        assert new.kept.state > held
    database.close()
    db.close()
