"""What stands near a contact and is not its own: another's partners, kin, topics, several at once."""

from __future__ import annotations

import pytest

BOTH = {"salem-hadi", "king-majid"}


def parties(contact) -> set[str]:
    return {ref.key for ref in contact.parties}


@pytest.mark.parametrize(
    "text",
    [
        "ألغى سالم الهادي اجتماعا رفيع المستوى احتجاجا على مناورات بحرية مشتركة بين نورلاند وسودران.",
        "عقدت قمة المرفأ بإعلانها وقف الدوريات المشتركة بين نورلاند وسودران.",
        "تتخلل الموسم مجموعة من اللقاءات الهادفة إلى دعم الصداقة بين نورلاند وسودران.",
        "تحدث سالم الهادي عن أسباب لقاء نجله مع ليلى بدران.",
    ],
)
def test_what_belongs_to_other_words_makes_no_contact(contacts, text: str) -> None:
    assert contacts(text) == []


def test_a_name_in_the_topic_is_no_party(contacts) -> None:
    found = contacts("بحث سالم الهادي مع ماجد قضية كمال راضي.")
    assert [parties(contact) for contact in found] == [BOTH]


def test_who_holds_a_session_is_no_party_of_the_summit_it_hears_of(contacts) -> None:
    (contact,) = contacts(
        "تعقد رابطة الجزر جلسة بشأن القمة التي عقدت بين سالم الهادي وماجد في المرفأ."
    )
    assert parties(contact) == BOTH


def test_not_to_deny_is_not_to_deny(contacts) -> None:
    found = contacts("لم تؤكد ليلى بدران أو تنفي اجتماعها مع ماجد.")
    assert "denied" not in [contact.status for contact in found]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قال سالم الهادي: سنجري محادثات مع ماجد.", "planned"),
        ("يأتي ذلك مع اقتراب البلدين من عقد قمة بين سالم الهادي وماجد.", "planned"),
        ("قبل سنوات جرت محادثات بين سالم الهادي وماجد.", "held"),
    ],
)
def test_what_we_will_do_is_planned(contacts, text: str, status: str) -> None:
    assert [contact.status for contact in contacts(text)] == [status]


def test_for_the_sake_of_a_summit_does_not_put_it_off(contacts) -> None:
    (contact,) = contacts("تستعد المرفأ من أجل القمة بين سالم الهادي وماجد.")
    assert contact.status != "postponed"


def test_what_a_summit_was_is_no_second_summit(contacts) -> None:
    found = contacts("عقدت قمة بين سالم الهادي وماجد، وهي القمة الأولى بين سالم الهادي وماجد.")
    assert len(found) == 1


def test_who_visits_a_town_that_nobody_names_visits_no_person_named_before(contacts) -> None:
    found = contacts("أصيب كمال راضي في الحادث. وزارت وزيرة الخارجية ليلى بدران، البلدة اليوم.")
    assert "kamal-radi" not in {key for contact in found for key in parties(contact)}


def test_her_talks_are_a_womans(contacts) -> None:
    found = contacts("انتقد سالم الهادي وزيرة الخارجية ليلى بدران بسبب محادثاتها مع ماجد.")
    assert [parties(contact) for contact in found] == [{"layla-badran", "king-majid"}]


def test_players_meet_in_a_match(contacts) -> None:
    text = "تأهل كمال راضي إلى نهائي البطولة على الملاعب الرملية. وسيلتقي كمال راضي ليلى بدران في النهائي."
    assert contacts(text) == []
