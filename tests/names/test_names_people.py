"""People over a page: full names and surnames, unknown people, misspellings."""

from __future__ import annotations

from riwaya.names import tag
from riwaya.names.mentions import mentions_of
from riwaya.names.romanise import near, provisional_id


def people(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "name" and m.type == "PER"}


def test_a_full_name_settles_its_surname_everywhere_on_the_page() -> None:
    text = "وصل وزير الطاقة البوروندي جيلبير ندايشيمي أمس.\nوقال ندايشيمي إن الاتفاق قريب."
    found = people(text)
    assert found["جيلبير ندايشيمي"] == found["ندايشيمي"]


def test_an_unknown_person_has_the_same_id_on_every_page() -> None:
    first = people("قال وزير المالية النيبالي راجان كويرالا للصحفيين")
    second = people("أكد راجان كويرالا وزير المالية النيبالي ذلك")
    assert set(first.values()) & set(second.values()) - {None}


def test_two_namesakes_are_kept_apart_by_the_full_name_of_the_page() -> None:
    text = "التقى الوفد بوريس جونسون في لندن.\nوقال جونسون إن المحادثات مثمرة."
    assert people(text)["جونسون"] == "boris-johnson"


def test_a_misspelt_name_is_who_it_must_be() -> None:
    found = people("أجرى جو بادين اتصالا مع ديميتري بيسكوفف")
    assert found["جو بادين"] == "joe-biden"


def test_a_rival_spelling_of_the_given_name_is_part_of_the_name() -> None:
    assert people("صرح دمتري بيسكوف للصحفيين")["دمتري بيسكوف"] == "dmitry-peskov"


def test_a_title_is_no_part_of_the_name() -> None:
    found = people("استقبل الملك سلمان بن عبد العزيز الضيوف")
    assert found == {"سلمان بن عبد العزيز": "king-salman"}


def test_the_names_of_a_mention_hold_the_forms_of_the_page_and_of_the_registry() -> None:
    (mention, *_) = [m for m in tag("قال #لافروف إن الوفد وصل") if m.type == "PER"]
    assert "Sergei Lavrov" in mention.names
    assert "لافروف" in mention.names


def test_the_office_read_beside_a_name_is_told() -> None:
    (mention,) = [m for m in tag("قال وزير الخارجية الروسي سيرغي لافروف") if m.kind == "name"]
    assert mention.office == "وزير الخارجية الروسي"


def test_a_provisional_id_is_a_function_of_the_written_form() -> None:
    assert provisional_id("سيف الدين قطن") == provisional_id("سيف الدّين قطن")
    assert provisional_id("☃") != ""


def test_near_spellings() -> None:
    assert near("بايدن", "بادين")
    assert not near("رولي", "روتي")
    assert near("سيرغي", "سيرجي")
    assert not near("سالم", "خالد")


def test_a_name_between_commas_behind_an_office_may_have_a_common_word() -> None:
    text = "قال المتحدث باسم الخارجية الإثيوبية، ملس ألم، إن الأمر واضح. وقال ألم: سنرى."
    found = [
        text[m.start : m.end] for m in mentions_of(text, [(0, len(text))], None) if m.type == "PER"
    ]
    assert "ملس ألم" in found
    text = "وقال رئيس الوزراء، في بيان صحفي، إن العمل جار. وقال الوزير، أمس الخميس، إنه راض."
    people = [m for m in mentions_of(text, [(0, len(text))], None) if m.kind == "name"]
    assert people == []


def test_whom_somebody_told_is_no_part_of_his_name() -> None:
    text = "وقال متحدث باسم المستشفى، إدوارد زابونا لبي بي سي إن المصاب بخير."
    found = [
        text[m.start : m.end] for m in mentions_of(text, [(0, len(text))], None) if m.kind == "name"
    ]
    assert "إدوارد زابونا" in found


def test_a_surname_that_two_bear_is_whoever_was_named_last() -> None:
    text = (
        "قال الناشط سامر عبد الهادي الدوسري إن القرية بلا ماء. وأضاف الدوسري أن البئر جفت.\n"
        "وقال المزارع طارق الدوسري إنه سيبقى. وختم الدوسري حديثه بالدعاء."
    )
    found = [(m.text, m.entity) for m in tag(text) if m.kind == "name"]
    first, then, second, last = [entity for name, entity in found if name.endswith("الدوسري")]
    assert first == then
    assert second == last
    assert first != second


def test_a_verb_behind_and_is_no_part_of_a_name() -> None:
    text = "قالت الوزيرة إلسا راد إن الأمر مقلق.\nووصفت راد، التي زارت المدينة، الهجوم بأنه بشع."
    named = [m for m in tag(text) if m.kind == "name"]
    assert [m.text for m in named] == ["إلسا راد", "راد"]
    assert len({m.entity for m in named}) == 1
