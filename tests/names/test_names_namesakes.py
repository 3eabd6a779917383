"""Two people of one name: kept apart by the state whose office stands beside them."""

from __future__ import annotations

from riwaya.corpus.entities import EntityUse, alias_table
from riwaya.names import registry, tag


def people(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "name" and m.type == "PER"}


def use(page: str, entity: str | None, name: str) -> EntityUse:
    return EntityUse(page, entity or "", "PER", name)


def test_ministers_of_two_states_are_two_people() -> None:
    here = people("قال وزير الزراعة التونسي أحمد سالم إن الموسم جيد")["أحمد سالم"]
    there = people("قال وزير الزراعة العراقي أحمد سالم إن الموسم جيد")["أحمد سالم"]
    again = people("التقى الوزير التونسي أحمد سالم ضيوفه")["أحمد سالم"]
    assert here != there
    assert here == again


def test_a_name_that_hardly_two_bear_is_one_person_s() -> None:
    with_office = people("قال وزير الزراعة النرويجي يورغن هالفدانسون إن الموسم جيد")
    without = people("قال يورغن هالفدانسون إن الموسم جيد")
    assert with_office == without


def test_a_known_name_beside_an_office_never_his_is_somebody_else_s() -> None:
    found = people("قال وزير الصحة الأردني محمد مرسي إن المستشفى جاهز")["محمد مرسي"]
    assert found != "mohamed-morsi"
    assert people("قال الرئيس المصري محمد مرسي ذلك", "2012-10-01")["محمد مرسي"] == "mohamed-morsi"
    assert people("قال محمد مرسي ذلك")["محمد مرسي"] == "mohamed-morsi"


def test_the_corpus_joins_a_plain_id_to_the_only_one_of_its_name() -> None:
    name = "أحمد سالم"
    plain, tunisian, iraqi = "ahmd-salm", "ahmd-salm-of-tunisia", "ahmd-salm-of-iraq"
    one = [use("1", plain, name), use("2", tunisian, name), use("3", tunisian, name)]
    assert alias_table(one) == {plain: tunisian}
    two = [*one, use("4", iraqi, name)]
    assert alias_table(two) == {}
    assert alias_table(reversed(two)) == {}


def test_the_corpus_never_joins_a_namesake_to_the_one_known() -> None:
    uses = [
        use("1", "mohamed-morsi", "محمد مرسي"),
        use("2", "mhmd-mrsi-of-jordan", "محمد مرسي"),
    ]
    assert alias_table(uses, lambda e: registry().entity(e) is not None) == {}
