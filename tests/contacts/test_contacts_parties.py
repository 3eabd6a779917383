"""Who takes part in a contact, and of what kind it is."""

from __future__ import annotations

import pytest


def parties(contact) -> set[str]:
    return {ref.key for ref in contact.parties}


BOTH = {"salem-hadi", "king-majid"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أجرى سالم الهادي مكالمة هاتفية مع ماجد.", "phone_call"),
        ("بحث سالم الهادي مع ماجد في اتصال هاتفي ملف المياه.", "phone_call"),
        ("جرت مكالمة بين سالم الهادي وماجد.", "phone_call"),
        ("هاتف سالم الهادي ماجد لتهنئته.", "phone_call"),
        ("تحدث سالم الهادي هاتفيا مع ماجد.", "phone_call"),
        ("هنأ سالم الهادي في اتصال هاتفي ماجد بالعيد.", "phone_call"),
        ("عقد سالم الهادي وماجد اجتماعا عبر الفيديو.", "video_call"),
        ("التقى سالم الهادي ماجد أمس.", "meeting"),
        ("سالم الهادي يلتقي ماجد في المرفأ.", "meeting"),
        ("اجتمع سالم الهادي بماجد.", "meeting"),
        ("استقبل سالم الهادي، في القصر، ماجد.", "meeting"),
        ("قمة سالم الهادي وماجد تبدأ بلا جدول أعمال.", "summit"),
        ("بحث سالم الهادي مع ماجد ملف المياه.", "talks"),
        ("بعث سالم الهادي رسالة إلى ماجد.", "letter"),
        ("اختتمت في المرفأ مباحثات بين سالم الهادي وماجد.", "talks"),
    ],
)
def test_a_contact_of_two_is_read_whatever_its_wording(contacts, text: str, kind: str) -> None:
    (contact,) = contacts(text)
    assert contact.kind == kind
    assert parties(contact) == BOTH


def test_a_coordinated_doer_of_a_call_is_both_its_parties(contacts) -> None:
    (contact,) = contacts("أكد سالم الهادي وماجد في اتصال هاتفي أن الحدود ستبقى مفتوحة.")
    assert parties(contact) == BOTH


def test_the_doer_after_that_is_the_party_and_not_the_teller(contacts) -> None:
    (contact,) = contacts("وقال القصر الأخضر إن سالم الهادي أجرى مكالمة هاتفية مع ماجد.")
    assert parties(contact) == BOTH


def test_a_relayed_speaker_and_not_the_relay_takes_part(contacts) -> None:
    (contact,) = contacts("ونقلت رابطة الجزر عن سالم الهادي قوله خلال اجتماع مع ماجد إن الوقت ضيق.")
    assert parties(contact) == BOTH


def test_a_visit_has_its_visitor_and_its_host_state(contacts) -> None:
    (contact,) = contacts("بدأ سالم الهادي زيارة إلى سودران لبحث ملف المياه.")
    assert contact.kind == "visit"
    assert parties(contact) == {"salem-hadi", "sudran"}
    assert contact.place is not None
    assert contact.place.key == "sudran"


def test_ministers_named_by_their_states_are_parties_of_their_own(contacts) -> None:
    (contact,) = contacts("تستضيف بدران اجتماعا لوزراء خارجية نورلاند وسودران.")
    assert parties(contact) == {"layla-badran", "وزير خارجية نورلاند", "وزير خارجية سودران"}


def test_the_pair_is_whom_the_text_named_together(contacts) -> None:
    (contact,) = contacts(
        "ناقش سالم الهادي وماجد ملف المياه. وجاء ذلك في اتصال هاتفي جمع الرئيسين."
    )
    assert parties(contact) == BOTH


def test_an_interview_is_no_contact(contacts) -> None:
    assert contacts("قال سالم الهادي في لقاء مع قناة الأفق إن الأزمة انتهت.") == []
    assert contacts("قال سالم الهادي في لقاء صحفي مع ماجد إن الأزمة انتهت.") == []


def test_a_wish_and_a_condition_are_no_contacts(contacts) -> None:
    assert contacts("قال سالم الهادي إنه يأمل عقد لقاء مع ماجد.") == []
    assert contacts("لم يلتق سالم الهادي ماجد.") == []
    assert contacts("إذا اجتمع سالم الهادي بماجد فسيكون لكل حادث حديث.") == []


def test_a_meeting_of_one_body_alone_is_no_contact(contacts) -> None:
    assert contacts("ترأس سالم الهادي اجتماعا لبحث الموازنة.") == []


def test_topics_are_no_parties(contacts) -> None:
    (contact,) = contacts("أجرى سالم الهادي مباحثات مع ماجد حول الحدود بين نورلاند وسودران.")
    assert parties(contact) == BOTH


def test_a_page_without_names_has_no_contacts(contacts) -> None:
    assert contacts("اجتماع طويل بين أطراف كثيرة حول كل شيء.") == []


def test_a_match_is_no_meeting(contacts) -> None:
    text = "سجل المهاجم هدفين في لقاء نورلاند وسودران.\nوقال المدرب إن المباراة كانت أصعب ما في البطولة."
    assert contacts(text) == []


def test_a_message_in_a_figure_of_speech_is_no_letter(contacts) -> None:
    assert contacts("قال كمال راضي إن القرار رسالة واضحة لماجد.") == []


def test_a_doer_met_with_unknown_people_is_not_given_another_partner(contacts) -> None:
    assert contacts("تراقب نورلاند الوضع بعد أن التقى سالم الهادي بمجموعة من الصيادين.") == []


def test_a_person_and_his_host_state_visit_only_abroad(contacts) -> None:
    (contact,) = contacts("زار سالم الهادي سودران.")
    assert parties(contact) == {"salem-hadi", "sudran"}


def test_a_summit_of_one_body_is_a_contact_of_its_members(contacts) -> None:
    (contact,) = contacts("طالبت ليلى بعقد قمة لرابطة الجزر في المرفأ.")
    assert contact.kind == "summit"
    assert parties(contact) == {"league-of-isles"}
