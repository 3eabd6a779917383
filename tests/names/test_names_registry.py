"""The registry: what it knows, and that its tables agree with themselves."""

from __future__ import annotations

import itertools
import time
from collections import defaultdict

import pytest

from riwaya.names import registry
from riwaya.names.load import lines, table
from riwaya.names.nationality import adjectives
from riwaya.names.registry import Registry


@pytest.fixture(scope="module")
def known() -> Registry:
    return registry()


def test_tenures_of_one_office_never_overlap(known: Registry) -> None:
    by_office = defaultdict(list)
    for tenure in known.tenures:
        if tenure.start is not None:
            by_office[tenure.side, tenure.office].append(tenure)
    for office, tenures in by_office.items():
        tenures.sort(key=lambda t: t.start)
        for earlier, later in itertools.pairwise(tenures):
            assert earlier.end is not None, office
            assert earlier.start < earlier.end <= later.start, (office, earlier, later)


def test_every_office_is_held_by_someone_known_of_a_side_known(known: Registry) -> None:
    for tenure in known.tenures:
        assert known.entity(tenure.person) is not None, tenure
        assert known.entity(tenure.side) is not None, tenure


def test_every_side_and_capital_is_an_entity(known: Registry) -> None:
    sides = {e.side for e in known.entities() if e.side} - {"wikileaks"}
    capitals = {e.capital for e in known.entities() if e.capital}
    assert {s for s in sides | capitals if known.entity(s) is None} == set()


def test_ids_are_kebab_case_ascii(known: Registry) -> None:
    for entity in known.entities():
        assert entity.id == entity.id.lower()
        assert entity.id.replace("-", "").isalnum()
        assert entity.id.isascii()


def test_the_holder_of_an_office_depends_on_the_date(known: Registry) -> None:
    assert known.holder("united-states", "president", "2018-10-02") == "donald-trump"
    assert known.holder("united-states", "president", "2021-12-30") == "joe-biden"
    assert known.holder("united-states", "president", "2025-03-01") == "donald-trump"
    assert known.holder("united-states", "president", "1999-01-01") is None
    assert known.holder("united-states", "president", None) is None


def test_between_two_tenures_nobody_holds_the_office(known: Registry) -> None:
    assert known.holder("lebanon", "president", "2023-06-01") is None


def test_an_undated_tenure_is_no_answer_for_a_date(known: Registry) -> None:
    assert known.holder("hamas", "spokesperson", "2020-01-01") is None


def test_offices_of_one_government_stand_for_its_state(known: Registry) -> None:
    for key in ("kremlin", "vladimir-putin", "dmitry-peskov", "moscow", "tass", "russia"):
        assert known.side_of(key) == "russia", key
    assert known.side_of("un-security-council") == "united-nations"
    assert known.side_of("nobody-known") is None


def test_an_office_at_a_date_goes_before_the_side_of_the_tables(known: Registry) -> None:
    assert known.side_of("donald-tusk", "2016-05-01") == "european-union"
    assert known.side_of("donald-tusk", "2024-05-01") == "poland"


def test_spelling_variants_find_one_entity(known: Registry) -> None:
    for form in ("فلاديمير بوتين", "فلادمير بوتين", "بوتين"):
        assert [e.id for e in known.find(form)] == ["vladimir-putin"]
    assert [e.id for e in known.find("البيت الابيض")] == ["white-house"]


def test_there_are_two_hundred_outlets_and_agencies(known: Registry) -> None:
    assert len(known.outlets()) + len(known.agencies()) >= 200


def test_nationalities_are_known_in_all_inflections() -> None:
    found = adjectives()
    for word in ("روسي", "الروسيه", "روسيا", "الروس", "روسيين"):
        assert found[(word,)].state == "russia"
    assert found[("الكوريه", "الجنوبيه")].state == "south-korea"
    assert found[("الامريكي",)].definite


def test_tables_load_quickly() -> None:
    began = time.process_time()
    Registry([], [])
    table("people_world")
    assert time.process_time() - began < 1.0


def test_every_wikidata_item_is_of_somebody_known_and_of_one_alone(known: Registry) -> None:
    rows = lines("wikidata")
    assert [key for key, _ in rows if known.entity(key) is None] == []
    assert len({item for _, item in rows}) == len(rows)
    assert known.entity("germany").wikidata == "Q183"


def test_a_tenure_of_unsure_days_covers_what_is_sure(known: Registry) -> None:
    inner = [t for t in known.tenures if t.about]
    assert all(t.end is None or t.start < t.end for t in inner if t.start)
    assert known.holder("iran", "foreign-spokesperson", "2018-03-01") == "bahram-qassemi"


def test_states_of_the_arab_league_have_heads_and_foreign_ministers(known: Registry) -> None:
    heads = ("president", "king", "emir", "sultan")
    league = [e.id for e in known.entities() if e.kind == "state" and e.id in ARAB_LEAGUE]
    assert len(league) == 22
    for state in league:
        assert any(known.holder(state, h, "2018-06-01") for h in heads) or state == "libya", state
        assert known.holder(state, "foreign-minister", "2018-07-01"), state


def test_a_spokesperson_of_a_movement_is_the_movement_s_own(known: Registry) -> None:
    assert known.holder("houthis", "army-spokesperson", "2024-01-01") == "yahya-saree"


ARAB_LEAGUE = frozenset(
    [
        "algeria",
        "bahrain",
        "comoros",
        "djibouti",
        "egypt",
        "iraq",
        "jordan",
        "kuwait",
        "lebanon",
        "libya",
        "mauritania",
        "morocco",
        "oman",
        "palestine",
        "qatar",
        "saudi-arabia",
        "somalia",
        "sudan",
        "syria",
        "tunisia",
        "united-arab-emirates",
        "yemen",
    ]
)
