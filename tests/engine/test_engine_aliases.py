from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.engine import aliases
from riwaya.engine.aliases import find_aliases, renamed, store_aliases
from riwaya.model import Analysed, Contact, Mention, Outlet, Ref, Speaker, Statement
from riwaya.store.writer import RecordWriter

PAGE = Analysed(
    id="a",
    text="قال غريغوري",
    language="ar",
    outlet=Outlet(name="صحيفة", entity="sahifa"),
    mentions=(
        Mention(start=4, end=11, text="غريغوري", type="PER", kind="name", entity="ghrighuri"),
    ),
    statements=(
        Statement(
            id="s1",
            type="indirect",
            content=((0, 3),),
            cue=None,
            speaker=Speaker(entity="ghrighuri"),
            chain=(Ref(entity="wakala"), Ref(entity="ghrighuri")),
        ),
    ),
    contacts=(
        Contact(
            id="c1",
            kind="meeting",
            status="held",
            parties=(Ref(entity="ghrighuri"), Ref(entity=None, name="ghrighuri")),
            according_to={"kind": ("s1", "ghrighuri"), "status": (None, "unattributed")},
            evidence={"kind": ((0, 3),)},
        ),
    ),
)


def test_every_entity_of_a_page_is_renamed_and_nothing_else() -> None:
    page = renamed(PAGE, {"ghrighuri": "grigori"})
    assert page.mentions[0].entity == "grigori"
    assert page.statements[0].speaker == Speaker(entity="grigori")
    assert [link.entity for link in page.statements[0].chain] == ["wakala", "grigori"]
    contact = page.contacts[0]
    assert contact.parties == (Ref(entity="grigori"), Ref(entity=None, name="ghrighuri"))
    assert contact.according_to == {"kind": ("s1", "grigori"), "status": (None, "unattributed")}
    assert contact.evidence == PAGE.contacts[0].evidence
    assert page.outlet == PAGE.outlet
    assert renamed(PAGE, {}) == PAGE


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordWriter]:
    monkeypatch.setattr(aliases, "settled", lambda *_: {"b": "a"})
    made = RecordWriter(tmp_path / "a.db")
    yield made
    made.close()


def test_a_users_join_stands_above_the_corpus_and_is_kept(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.db.execute("INSERT INTO aliases VALUES ('a', 'c', 'user', '2024-01-01T00:00:00Z')")
    table = find_aliases(writer)
    assert table == {"b": "c", "a": "c"}
    for _ in range(2):
        with writer.transaction():
            store_aliases(writer, table)
    rows = writer.db.execute("SELECT alias, entity, origin FROM aliases ORDER BY alias").fetchall()
    assert rows == [("a", "c", "user"), ("b", "c", "corpus")]


def test_aliases_in_a_circle_end(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.db.execute("INSERT INTO aliases VALUES ('a', 'b', 'user', '2024-01-01T00:00:00Z')")
    assert set(find_aliases(writer)) == {"a", "b"}


def test_what_a_user_split_the_corpus_does_not_join(writer: RecordWriter) -> None:
    with writer.transaction():
        writer.db.execute("INSERT INTO aliases VALUES ('b', 'b', 'user', '2024-01-01T00:00:00Z')")
    table = find_aliases(writer)
    assert table == {"b": "b"}
    with writer.transaction():
        store_aliases(writer, table)
    assert writer.db.execute("SELECT alias, entity, origin FROM aliases").fetchall() == [
        ("b", "b", "user")
    ]


@pytest.mark.parametrize("seed", range(4))
def test_names_that_come_bit_by_bit_make_the_pairs_that_all_at_once_make(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riwaya.corpus.entities.LARGEST_BLOCK", 4)  # some blocks grow beyond it
    names = [
        f"{first} {last}"
        for first in ("سلمى", "نادر", "هدى الفلاني", "ماركو")
        for last in ("فالديني", "فالدني", "فالديتي", "غريغوري", "غريجوري", "فالديني آل الهضبة")
    ]
    random.Random(seed).shuffle(names)

    def pairs(batches: list[list[str]]) -> list[tuple[object, ...]]:
        made = RecordWriter(tmp_path / f"{len(batches)}.db")
        for batch in batches:
            with made.transaction():
                made.use_layers({})
                for name in batch:
                    n = made.db.execute(
                        "INSERT INTO pages (id, sha256, format, language, chars, statements, contacts, "
                        "warnings, layer_set) VALUES (?, '', 'text', 'ar', 0, 0, 0, 0, 1)",
                        (name,),
                    ).lastrowid
                    made.db.execute(
                        "INSERT INTO mentions VALUES (?, ?, 'PER', ?, 1)",
                        (n, name.replace(" ", "-"), name),
                    )
                find_aliases(made, afresh=False)
                made.db.execute("UPDATE pages SET joined = 1")
        found = made.db.execute("SELECT * FROM name_pairs ORDER BY 1, 2, 3").fetchall()
        made.close()
        return found

    once = pairs([names])
    assert once
    assert pairs([names[:5], names[5:6], names[6:17], names[17:]]) == once
