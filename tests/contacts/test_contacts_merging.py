"""Mentions of one contact across a page are one contact."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def test_a_definite_word_goes_back_to_its_contact(contacts) -> None:
    text = (
        "أجرى سالم الهادي مكالمة هاتفية مع ماجد.\n"
        "وتناولت المكالمة ملف المياه.\n"
        "وأضاف كمال راضي أن الاتصال كان طويلا."
    )
    (contact,) = contacts(text)
    assert len(contact.evidence["kind"]) == 3


def test_two_contacts_of_different_days_stay_two(contacts) -> None:
    text = "التقى سالم الهادي ماجد الاثنين.\nوكان سالم الهادي قد التقى ماجد في 3 مارس."
    when = {"الاثنين": ("DATE", "2019-05-06"), "3 مارس": ("DATE", "2019-03-03")}
    assert sorted(c.start or "" for c in contacts(text, when)) == ["2019-03-03", "2019-05-06"]


def test_the_previous_talk_is_another_one_of_the_same_two(contacts) -> None:
    text = (
        "سيجري سالم الهادي وماجد مكالمة هاتفية.\n"
        "وستكمل المكالمة ما بدأ في المحادثة الأخيرة التي جرت عبر الفيديو."
    )
    found = contacts(text)
    assert sorted((c.kind, c.status) for c in found) == [
        ("phone_call", "planned"),
        ("video_call", "held"),
    ]
    assert {ref.key for ref in found[1].parties} == {"salem-hadi", "king-majid"}


def test_talks_of_others_are_not_drawn_in(contacts) -> None:
    text = (
        "أجرى سالم الهادي مكالمة هاتفية مع ماجد.\n"
        "وبدأت في المرفأ مفاوضات بين نورلاند وسودران.\n"
        "وقال كمال راضي إن المفاوضات صعبة."
    )
    assert sorted(c.kind for c in contacts(text)) == ["phone_call", "talks"]


def test_back_references_without_a_contact_are_dropped(contacts) -> None:
    assert contacts("قال سالم الهادي إن الاجتماع كان مثمرا.") == []


def test_evidence_lies_inside_the_text(contacts) -> None:
    text = "التقى سالم الهادي ماجد في المرفأ.\nواستمر اللقاء طويلا."
    for contact in contacts(text):
        assert contact.evidence["kind"]
        for spans in contact.evidence.values():
            assert all(0 <= start < end <= len(text) for start, end in spans)


_WORDS = st.sampled_from(
    [
        "سالم",
        "الهادي",
        "ماجد",
        "بدران",
        "نورلاند",
        "سودران",
        "المرفأ",
        "و",
        "في",
        "مع",
        "بين",
        "إلى",
        "من",
        "مكالمة",
        "هاتفية",
        "اتصال",
        "اجتماع",
        "قمة",
        "زيارة",
        "لزيارة",
        "التقى",
        "سيلتقي",
        "يلتقيان",
        "أن",
        "أنه",
        "الذي",
        "الرئيسين",
        "بينهما",
        "زيارتهما",
        "وزراء",
        "خارجية",
        "أجرى",
        "،",
        ".",
        ":",
        "«",
        "»",
        "\n",
        "#",
        "(",
        ")",
        "12",
        "المسؤولين",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_no_text_fails_and_every_value_has_evidence(contacts, text: str) -> None:
    for contact in contacts(text):
        assert len(contact.parties) >= 2
        for name in ("initiator", "start", "duration", "place"):
            if getattr(contact, name) is not None:
                assert contact.evidence[name]
        for spans in contact.evidence.values():
            assert all(0 <= start < end <= len(text) for start, end in spans)


def test_long_text_without_a_full_stop_is_read_in_linear_time(contacts) -> None:
    from time import process_time

    def seconds(times: int) -> float:
        begun = process_time()
        contacts("ثم التقى سالم الهادي ماجد في اجتماع مع بدران " * times)
        return process_time() - begun

    seconds(20)
    assert min(seconds(600), seconds(600)) < 30 * max(seconds(60), 0.01)
