"""Status, time, duration, initiator, place and agenda of a contact; each with evidence, or nothing."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("التقى سالم الهادي ماجد.", "held"),
        ("سيلتقي سالم الهادي ماجد.", "planned"),
        ("ومن المقرر عقد اجتماع بين سالم الهادي وماجد.", "planned"),
        ("القمة المرتقبة بين سالم الهادي وماجد تثير الأسئلة.", "planned"),
        ("تستعد المدينة لقمة بين سالم الهادي وماجد.", "planned"),
        ("اقترح سالم الهادي عقد اجتماع مع ماجد.", "proposed"),
        ("أعلن القصر الأخضر إلغاء اجتماع بين سالم الهادي وماجد.", "cancelled"),
        ("هدد كمال راضي بإلغاء القمة بين سالم الهادي وماجد.", "planned"),
        ("تقرر تأجيل القمة بين سالم الهادي وماجد.", "postponed"),
    ],
)
def test_the_status_is_what_the_words_tell(contacts, text: str, status: str) -> None:
    (contact,) = contacts(text)
    assert contact.status == status


def test_what_was_planned_and_what_was_held_are_two(contacts) -> None:
    text = "بحث سالم الهادي وماجد الأزمة في اتصال هاتفي، واتفقا على أنهما سيلتقيان مجددا."
    assert sorted((c.kind, c.status) for c in contacts(text)) == [
        ("meeting", "planned"),
        ("phone_call", "held"),
    ]


def test_the_day_and_the_clock_make_one_start(contacts) -> None:
    text = (
        "أجرى سالم الهادي مكالمة هاتفية مع ماجد يوم الأحد 3 مارس 2019. "
        "وبدأت المكالمة في الساعة 18:30 بتوقيت المرفأ."
    )
    when = {
        "الأحد 3 مارس 2019": ("DATE", "2019-03-03"),
        "الساعة 18:30 بتوقيت المرفأ": ("TIME", "T18:30+02:00"),
    }
    (contact,) = contacts(text, when)
    assert contact.start == "2019-03-03T18:30+02:00"
    assert len(contact.evidence["start"]) == 2


def test_the_day_of_the_telling_is_not_the_day_of_the_contact(contacts) -> None:
    text = "قال القصر الأخضر الثلاثاء إن سالم الهادي التقى ماجد."
    (contact,) = contacts(text, {"الثلاثاء": ("DATE", "2019-03-05")})
    assert contact.start is None


def test_vague_times_give_no_start(contacts) -> None:
    text = "التقى سالم الهادي ماجد مؤخرا."
    (contact,) = contacts(text, {"مؤخرا": ("DATE", "PAST_REF")})
    assert contact.start is None


def test_a_plan_has_a_scheduled_start(contacts) -> None:
    text = "سيلتقي سالم الهادي ماجد يوم الخميس."
    (contact,) = contacts(text, {"الخميس": ("DATE", "2019-03-07")})
    assert contact.start is None
    assert contact.scheduled_start == "2019-03-07"


def test_a_start_that_cannot_be_is_not_given(contacts) -> None:
    text = "سيلتقي سالم الهادي ماجد، وكان لقاء بينهما قد أرجئ الاثنين."
    found = contacts(text, {"الاثنين": ("DATE", "2019-03-04")}, published="2019-03-06")
    assert all(c.scheduled_start is None for c in found)


def test_the_length_is_read_and_carries_who_says_so(contacts) -> None:
    text = (
        "أجرى سالم الهادي اتصالا هاتفيا مع ماجد. "
        "وأشار القصر الأخضر إلى أن المكالمة استمرت نحو 40 دقيقة."
    )
    says = ("المكالمة استمرت نحو 40 دقيقة", "green-palace")
    (contact,) = contacts(text, {"نحو 40 دقيقة": ("DURATION", "PT40M")}, says=says)
    assert contact.duration == "PT40M"
    assert contact.according_to["duration"] == ("s1", "green-palace")
    assert contact.according_to["parties"] == (None, "unattributed")


@pytest.mark.parametrize(
    "text",
    [
        "تلقى سالم الهادي اتصالا هاتفيا من ماجد.",
        "أجرى ماجد اتصالا هاتفيا بسالم الهادي.",
        "جرت مكالمة بين سالم الهادي وماجد بمبادرة من ماجد.",
        "تحدث سالم الهادي هاتفيا مع ماجد بناء على طلب من ماجد.",
    ],
)
def test_who_began_it_is_told(contacts, text: str) -> None:
    (contact,) = contacts(text)
    assert contact.initiator is not None
    assert contact.initiator.key == "king-majid"


def test_nobody_began_a_call_of_which_nobody_says_so(contacts) -> None:
    (contact,) = contacts("أجرى سالم الهادي مكالمة هاتفية مع ماجد.")
    assert contact.initiator is None


def test_the_place_is_where_it_stood_and_never_for_a_call(contacts) -> None:
    (meeting,) = contacts("التقى سالم الهادي ماجد في المرفأ.")
    assert meeting.place is not None
    assert meeting.place.key == "marfa"
    (call,) = contacts("أجرى سالم الهادي مكالمة هاتفية مع ماجد في المرفأ.")
    assert call.place is None


def test_the_agenda_is_quoted_from_the_text(contacts) -> None:
    text = "أجرى سالم الهادي مباحثات مع ماجد حول تقاسم مياه النهر."
    (contact,) = contacts(text)
    assert contact.agenda == ("تقاسم مياه النهر",)
    ((start, end),) = contact.evidence["agenda"]
    assert text[start:end] == contact.agenda[0]
