"""Contacts in the manner of many outlets: hosts, arrivals, offices, plans, and what is none."""

from __future__ import annotations

import pytest


def parties(contact) -> set[str]:
    return {ref.key for ref in contact.parties}


def test_the_city_that_hosts_is_the_place_and_no_party(contacts) -> None:
    (contact,) = contacts("تستضيف المرفأ قمة تضم نورلاند وسودران.")
    assert parties(contact) == {"norland", "sudran"}
    assert contact.place is not None
    assert contact.place.key == "marfa"


def test_the_host_in_a_relative_clause_is_the_place(contacts) -> None:
    (contact,) = contacts("تبحث القمة بين نورلاند وسودران التي تستضيفها المرفأ ملف المياه.")
    assert contact.place is not None
    assert contact.place.key == "marfa"


def test_who_arrives_on_a_visit_is_the_visitor(contacts) -> None:
    (contact,) = contacts("وصل سالم الهادي إلى سودران في زيارة رسمية.")
    assert contact.kind == "visit"
    assert parties(contact) == {"salem-hadi", "sudran"}


def test_a_present_verb_on_the_page_s_own_day_tells_a_plan(contacts) -> None:
    text = "تستضيف المرفأ الليلة قمة تضم نورلاند وسودران."
    (contact,) = contacts(text, {"الليلة": ("DATE", "2019-03-06TNI")}, published="2019-03-06")
    assert contact.status == "planned"
    assert contact.scheduled_start == "2019-03-06TNI"


def test_who_calls_others_to_meet_begins_it(contacts) -> None:
    (contact,) = contacts("دعت رابطة الجزر إلى اجتماع بين سالم الهادي وماجد.")
    assert parties(contact) == {"salem-hadi", "king-majid"}
    assert contact.initiator is not None
    assert contact.initiator.key == "league-of-isles"


@pytest.mark.parametrize(
    "text",
    [
        "عقدت اللجنة اجتماعا مع ماجد.",
        "اللجنة عقدت اجتماعا مع ماجد.",
        "زار سالم الهادي ضريح ماجد.",
        "قال سالم الهادي إنه على اتصال مع ماجد.",
        "لا إمكانية لإجراء مفاوضات بين نورلاند وسودران.",
        "تزور نورلاند سودران.",
    ],
)
def test_what_names_no_two_parties_is_none(contacts, text: str) -> None:
    assert contacts(text) == []


def test_the_length_of_another_contact_is_not_taken(contacts) -> None:
    text = "ستعقد القمة بين سالم الهادي وماجد بعد محادثات استمرت ساعة مع مبعوث."
    (contact, *_) = contacts(text, {"ساعة": ("DURATION", "PT1H")})
    assert contact.duration is None


def test_a_year_behind_since_is_no_start(contacts) -> None:
    text = "التقى سالم الهادي ماجد لأول مرة منذ انهيار الهدنة في 1989."
    (contact,) = contacts(text, {"1989": ("DATE", "1989")})
    assert contact.start is None


def test_longer_than_expected_is_no_plan(contacts) -> None:
    (contact,) = contacts("استمرت المحادثات بين سالم الهادي وماجد أطول من المتوقع.")
    assert contact.status == "held"


def test_expected_to_be_held_is_a_plan(contacts) -> None:
    (contact,) = contacts("زادت التوقعات بعقد قمة بين نورلاند وسودران.")
    assert contact.status == "planned"


def test_who_is_asked_during_a_meeting_was_there(contacts) -> None:
    text = "طلب سالم الهادي من ماجد، خلال اجتماع في المرفأ، فتح المعابر."
    (contact,) = contacts(text)
    assert parties(contact) == {"salem-hadi", "king-majid"}


def test_states_and_their_heads_in_one_summit_are_one_contact(contacts) -> None:
    text = "عقدت قمة كينية نرويجية.\nوجرت القمة بين الرئيس الكيني كمال راضي وليلى."
    assert len(contacts(text)) <= 1
