"""Whose words a quotation holds where its cue is not right before it: names in marks, asides, verbs behind it."""

from __future__ import annotations

import pytest
from statements_support import read

from riwaya.statements import tag


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ('وقالت "الأفق للاتصالات" في تغريدة على تويتر', "الأفق للاتصالات"),
        ('وقالت "نور باور سيستمز" في بيان:', "نور باور سيستمز"),
        ('وتساءل "التجمع المدني" في بيان عن', "التجمع المدني"),
        ('وقال سالم العمري الخبير لدى "إس.بي.إف نيكو" للأوراق المالية:', "سالم العمري"),
        ('ويقول سالم العمري، مؤلف كتاب "بلاد تحت الأرض: حكاية مدينة قديمة ضاعت":', "سالم العمري"),
        ('وقال سالم العمري لقناة "بي أف إم- تي في"،', "سالم العمري"),
        ("ورأى سالم العمري وهو نجار في السبعين من العمر", "سالم العمري"),
        ("وقال البنك الذي مقره سلوان", "البنك"),
        ("وتابع الرئيس الذي كان يتحدث بعد قمة جمعته مع نظيره في سلوان،", "الرئيس"),
        ("وبيّن شاهين:", "شاهين"),
        ("وبين شاهين:", "شاهين"),
        ("من جانب آخر أكد سالم العمري أن", "سالم العمري"),
        ("هذا وذكر سالم العمري أن", "سالم العمري"),
        ("فقد نقلت وكالة النسيم عن هذا المسؤول، الذي طلب عدم نشر اسمه، قوله", "المسؤول"),
    ],
)
def test_what_stands_between_a_verb_and_its_words_is_passed(before: str, speaker: str) -> None:
    words = "نعمل منذ الصباح على إعادة الخدمة إلى كل المشتركين في الجنوب"
    got = read(f'{before} "{words}".')
    statement = got.one()
    assert got.contents == [words]
    assert statement.speaker is not None
    assert speaker in (statement.speaker.name, *statement.speaker.names)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"كلما سمعت صوت سيارة في الليل خفت عليهم"، تضيف مهى.', "مهى"),
        ('"كلما سمعت صوت سيارة في الليل خفت عليهم" تقول ليلى حداد وتضيف أن البيت بعيد.', "ليلى حداد"),
        ('"كلما سمعت صوت سيارة في الليل خفت عليهم." يقول الكاتب ويضيف أن البيت بعيد.', "الكاتب"),
    ],
)  # fmt: skip
def test_a_verb_behind_a_quotation_has_its_words_before_it(text: str, speaker: str) -> None:
    first = read(text).statements[0]
    assert text[slice(*first.content[0])].startswith("كلما سمعت")
    assert first.speaker is not None
    assert speaker in (first.speaker.name, *first.speaker.names)


def test_the_preposition_of_a_verb_may_stand_within_the_marks() -> None:
    got = read('وأعرب سالم العمري خلال لقائه الشباب "عن فخره بما شاهده من حماسة في كل المدن".')
    assert got.contents == ["فخره بما شاهده من حماسة في كل المدن"]


def test_a_participle_between_two_quotations_goes_on_with_the_second() -> None:
    got = read('وقالت ليلى حداد "لدينا رغبة في الحل" متابعة "بات من الضروري أن نتحرك الآن".')
    assert got.contents == ["لدينا رغبة في الحل", "بات من الضروري أن نتحرك الآن"]
    assert got.speakers == ["layla-haddad", "layla-haddad"]


def test_to_whom_something_is_said_is_read_behind_a_relative_clause() -> None:
    text = 'وقال سالم العمري الذي كان ضابطا لصحيفة "المنار" "لدينا أبناء نريد لهم أن يعيشوا في دولة جيدة".'
    (statement,) = tag(text)
    assert statement.addressee is not None


def test_what_a_few_words_in_marks_hold_for_true_is_no_quotation() -> None:
    assert not read('ورأى سالم العمري "بطلا" في الساحة.').statements
