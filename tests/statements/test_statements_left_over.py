"""Small things that were left: a verb behind a noun that governs nouns, words that go on behind a closing mark, a pronoun
between a charge and its words.
"""

from __future__ import annotations

import pytest
from statements_support import read

from riwaya.statements import tag


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أغلق الميناء ليلا في عملية وصفتها أرمادا بأنها باطلة.", "باطلة"),
        ("اتفقت الكوريتان، خلال لقاء قصير، على فتح المعبر.", "فتح المعبر"),
        ("فازت بالمقعد بعد أن اعترف منافسها بالهزيمة.", "الهزيمة"),
        ("وعبر القائم بأعمال السفارة عن قلقه.", "قلقه"),
        (
            'وقال سالم العمري إن "السد قديم جدا منذ سنين طويلة" لكنه "لا يهدد أحدا".',
            '"السد قديم جدا منذ سنين طويلة" لكنه "لا يهدد أحدا"',
        ),
    ],
)
def test_what_was_left_over(text: str, content: str) -> None:
    assert read(text).contents == [content]


def test_several_who_describe_what_they_reject() -> None:
    got = read("ورفض صيادون هذه التهم التي وصفوها بأنها واهية.")
    assert got.contents[-1] == "واهية"


def test_a_deed_behind_such_a_noun_is_none() -> None:
    assert read("وتواصلت عملية وصف المخطوطات في سلوان.").contents == []


def test_words_behind_a_mark_that_the_teller_tells() -> None:
    text = 'وقال سالم العمري إن "السد قديم جدا منذ سنين طويلة" لكنه غادر القاعة.'
    assert read(text).contents == ["السد قديم جدا منذ سنين طويلة"]


def test_a_denial_takes_the_charge_without_its_pronoun() -> None:
    text = "أقال سالم العمري نائبه متهما إياه بالتهاون، وهو ما نفاه النائب."
    assert read(text).contents == ["إياه بالتهاون", "التهاون"]


def test_the_source_of_an_attribution_goes_on_in_its_own_clause() -> None:
    text = "وقع الحريق قرب المرفأ، وفقا للبلدية التي أشارت إلى أن سببه مجهول."
    assert read(text).contents == ["وقع الحريق قرب المرفأ", "سببه مجهول"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وأصدر سالم العمري بيانا نفى فيه التهم الموجهة إليه.", "التهم الموجهة إليه"),
        ("وألقى سالم العمري خطابا انتقد فيه أرمادا وسلوان.", "أرمادا وسلوان"),
    ],
)
def test_what_somebody_did_in_a_text_of_his(text: str, content: str) -> None:
    got = read(text)
    assert (got.speakers, got.contents) == (["salem-al-omari"], [content])


def test_two_states_of_which_they_speak() -> None:
    assert read("واتفقت أرمادا وسلوان على فتح المعبر.").speakers == ["armada-and-silwan"]


def test_a_claim_is_called_something_by_those_who_reject_it() -> None:
    got = read('ورفض صيادون هذه المزاعم التي وصفوها بأنها "تشهير".')
    assert got.contents[-1] == "تشهير"


def test_what_claims_say_is_no_report_of_its_own() -> None:
    got = read("ورفض صيادون هذه المزاعم التي تشير إلى أن السد ينهار.")
    assert len(got.contents) == 1


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("محلل لـCNN: السد سليم", "محلل"),
        ("محلل الشؤون العسكرية بـCNN يوضح أهمية السد", "محلل الشؤون العسكرية بـCNN"),
    ],
)
def test_only_whom_it_is_told_to_ends_who_speaks(title: str, speaker: str) -> None:
    assert [s.speaker.name for s in tag(title) if s.speaker] == [speaker]
