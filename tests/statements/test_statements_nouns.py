"""Words that are a noun here and a verb there, and nouns after a verb that are not its subject."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    "line",
    [
        "سافر سالم العمري بناء على طلب الاتحاد البلدي.",
        "جاء القرار بعد رفض الاتحاد البلدي العرض الأول.",
        "إذا لم توفر المدينة قدرا أكبر من المال تأخر المشروع.",
        "زار سالم العمري مدينة سلوان أمس.",
        "كان ذلك في تجمع كبير قرب الجسر.",
        "هذه هي الخطة التي كشف عنها سالم العمري أمس.",
        "لا يقل عن ذلك أهمية أن الجسر مغلق.",
    ],
)
def test_a_noun_spelt_like_a_verb_reports_nothing(line: str) -> None:
    assert read(line).contents == []


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("وأضاف سالم العمري أن الجسر آمن.\nودعا الأطراف إلى الهدوء.", "الأطراف"),
        ("وأضافت ليلى حداد أن الجسر آمن.\nوحذرت المواطنين من الشائعات.", "المواطنين"),
        ("وأضافت ليلى حداد أن الجسر آمن.\nودعت المجتمع الدولي إلى المساعدة.", "المجتمع الدولي"),
    ],
)
def test_who_is_called_on_after_the_verb_is_the_addressee(line: str, addressee: str) -> None:
    got = read(line)
    assert got.speakers[0] == got.speakers[1]
    assert got.speakers[1] is not None
    told = got.statements[1].addressee
    assert told is not None
    assert told.name == addressee


def test_the_object_behind_a_described_subject_is_not_part_of_it() -> None:
    got = read("حث رئيس النادي أعضاء النقابة على الحضور.")
    assert got.contents == ["الحضور"]
    assert got.speakers == ["رئيس النادي"]  # of which there is one: not an unnamed somebody


def test_a_described_subject_ends_before_what_was_announced() -> None:
    got = read("أعلن مدير المصنع تأجيل الافتتاح.")
    assert got.contents == ["تأجيل الافتتاح"]
    got = read("أكدت مصادر طبية محلية سقوط ثلاثة جرحى.")
    assert got.contents == ["سقوط ثلاثة جرحى"]
    got = read("رفضت الحكومة الاتهامات وقالت إن لا أساس لها.")
    assert got.contents == ["الاتهامات", "لا أساس لها"]


def test_how_many_they_are_is_no_part_of_who_speaks() -> None:
    got = read("قال 6 أعضاء في المجلس إن الجسر مغلق.")
    assert got.speakers == ["lawmakers@page-7"]


def test_an_announcement_after_its_occasion_is_whole() -> None:
    got = read("أعلن الاتحاد البلدي في بيان مقتل عاملين في حريق.")
    assert got.contents == ["مقتل عاملين في حريق"]


def test_a_source_that_will_not_be_named_says_only_what_it_says() -> None:
    got = read("كشف مسؤول رفض الكشف عن هويته أن الجسر سيغلق.")
    assert got.contents == ["الجسر سيغلق"]


def test_no_body_has_claimed_it_and_nobody_is_the_speaker() -> None:
    got = read("قال سالم العمري إن الحريق متعمد.\nولم تعلن أي جماعة مسؤوليتها عن الحريق.")
    held = got.by_content("مسؤوليتها")
    assert (held.speaker, held.polarity) == (None, "withheld")
    assert got.contents[1] == "مسؤوليتها عن الحريق"


def test_a_passive_written_out_has_no_speaker_to_find() -> None:
    assert read("وهو الحفل الذي اُتهم فيه رامي شاهين بالسرقة.").contents == []


def test_a_title_leads_back_to_whom_it_named() -> None:
    got = read(
        "قال مدير شركة المياه، رامي شاهين، إن الخط سيصلح.\nوذكرت ليلى حداد أن الشارع مغلق."
        "\nوأوضح مدير شركة المياه العامة أن الأشغال بدأت."
    )
    assert got.speakers == ["rami-shaheen", "layla-haddad", "rami-shaheen"]


def test_a_deed_that_condemns_in_marks_is_a_statement() -> None:
    got = read('رفع رامي شاهين لافتة للتنديد بـ"بيع الميناء".')
    assert got.contents == ["بيع الميناء"]
    assert got.speakers == ["rami-shaheen"]
    assert got.one().act == "criticise"
