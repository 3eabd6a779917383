"""Whom an attribution names: by a name in marks, a role of somebody's, a text, with a clause about him or without."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("أغلق الجسر القديم، وفقما أفاد به الاتحاد البلدي.", "municipal-union", "أغلق الجسر القديم"),
        ('أغلق الجسر القديم، وفقا لـ"صحيفة المرفأ".', "marfa-newspaper", "أغلق الجسر القديم"),
        ("فبحسب صحيفة المرفأ، أغلق الجسر القديم.", "marfa-newspaper", "أغلق الجسر القديم"),
        ("أغلق الجسر القديم، وفق تحذير سالم العمري.", "salem-al-omari", "أغلق الجسر القديم"),
        ("أغلق الجسر القديم، وفق ما كتب سالم العمري.", "salem-al-omari", "أغلق الجسر القديم"),
        ("أغلق الجسر القديم، بحسب ما جاء في تقرير أعده الاتحاد البلدي.", "municipal-union", "أغلق الجسر القديم"),
        ("أغلق الجسر القديم، وفق آخر حصيلة أوردها الاتحاد البلدي.", "municipal-union", "أغلق الجسر القديم"),
        ("وأدى القرار - كما قال سالم العمري - إلى إغلاق الجسر.", "salem-al-omari", "أدى القرار | إلى إغلاق الجسر"),
        ("وكما يقول سالم العمري، فإن الجسر سيغلق.", "salem-al-omari", "الجسر سيغلق"),
        ("أغلق الجسر القديم، بحسب صحيفة المرفأ على موقعها الإلكتروني اليوم.", "marfa-newspaper", "أغلق الجسر القديم"),
    ],
)  # fmt: skip
def test_sources(text: str, speaker: str, content: str) -> None:
    got = read(text)
    assert (got.speakers, got.contents) == ([speaker], [content])


@pytest.mark.parametrize(
    "text",
    [
        "وبحسب صحيفة المرفأ التي تصدر من سلوان، أغلق الجسر القديم.",
        "وبحسب صحيفة المرفأ الصادرة في سلوان، التي نشرت صورا كثيرة، أغلق الجسر القديم.",
        "ووفقا لسالم العمري وهو مهندس عاش في المدينة، فقد أغلق الجسر القديم.",
        "ووفقا لتقرير أعده سالم العمري عن النقل، فقد أغلق الجسر القديم.",
    ],
)
def test_what_is_told_of_the_source_is_not_what_it_says(text: str) -> None:
    assert read(text).contents == ["أغلق الجسر القديم"]


def test_a_role_of_somebodys_is_a_source() -> None:
    got = read("أغلق الرجل متجره القديم، كما قالت محاميته.")
    assert got.contents == ["أغلق الرجل متجره القديم"]
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "محاميته"


def test_whom_it_was_told_to_is_no_part_of_what_was_told() -> None:
    got = read("أغلق الجسر القديم، كما قال سالم العمري لصحيفة المرفأ.")
    assert got.contents == ["أغلق الجسر القديم"]
    addressee = got.one().addressee
    assert addressee is not None
    assert addressee.entity == "marfa-newspaper"


def test_a_participle_behind_an_attribution_is_not_what_it_ascribes() -> None:
    got = read("أغلق الجسر القديم، بحسب ما قال العمري، مضيفا أن العمال بدأوا إصلاحه.")
    assert got.contents == ["أغلق الجسر القديم", "العمال بدأوا إصلاحه"]
    assert got.speakers == ["salem-al-omari"] * 2


def test_a_name_spelt_like_the_clauses_beginning_is_no_beginning() -> None:
    got = read("وبحسب صحيفة المرفأ، كان الجسر باسم فان هورن أغلق عاما كاملا.")
    assert got.contents == ["كان الجسر باسم فان هورن أغلق عاما كاملا"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وصل سالم العمري أمس. وتدرب الأطفال على السباحة في النهر، وفق ما قال للصحفيين.", "salem-al-omari"),
        ("وصل سالم العمري أمس. وسيغلق الجسر القديم في الشتاء المقبل، على حد قوله.", "salem-al-omari"),
        ("وستغلق الشرطة الجسر القديم بحثا عن السلاح، كما أعلنت.", "الشرطة"),
    ],
)  # fmt: skip
def test_a_sentence_in_his_own_words_is_his(text: str, speaker: str) -> None:
    assert read(text).speakers[-1] == speaker


def test_his_own_words_make_no_second_statement() -> None:
    assert len(read("قال سالم العمري إن الجسر سيغلق في الشتاء، على حد قوله.").statements) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أغلق الجسر القديم، بحسب مسعفين.", "مسعفين"),
        ("أغلق الجسر القديم، وفقا لمسعفين محليين.", "مسعفين محليين"),
        ("وبحسب ثلاثة مراكز أبحاث، أغلق الجسر القديم.", "مراكز أبحاث"),
    ],
)
def test_several_in_the_oblique_are_sources(text: str, name: str) -> None:
    got = read(text)
    assert got.contents == ["أغلق الجسر القديم"]
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == name


def test_that_something_is_worth_telling_is_not_what_is_ascribed() -> None:
    got = read("والجدير بالذكر أن الجسر القديم أغلق مرتين، بحسب صحيفة المرفأ.")
    assert got.contents == ["الجسر القديم أغلق مرتين"]


def test_a_short_clause_goes_on_behind_its_source() -> None:
    got = read("يذكر أن المدينة كانت قد اشترت بحسب صحيفة المرفأ قاربا جديدا من أرمادا.")
    assert got.contents == ["المدينة كانت قد اشترت | قاربا جديدا من أرمادا"]


def test_who_published_figures_in_marks_is_their_source() -> None:
    got = read('وطبقا لأرقام نشرتها "صحيفة المرفأ"، أغلق الجسر القديم مرتين.')
    assert (got.speakers, got.contents) == (["marfa-newspaper"], ["أغلق الجسر القديم مرتين"])


def test_who_has_seen_a_report_has_not_issued_it() -> None:
    got = read('وبحسب التقرير الذي اطلعت عليه "صحيفة المرفأ"، أغلق الجسر القديم مرتين.')
    assert got.contents == ["أغلق الجسر القديم مرتين"]
    assert got.speakers != ["marfa-newspaper"]


def test_the_conjunction_of_a_report_that_is_ascribed_is_the_tellers() -> None:
    got = read("وأشار سالم العمري إلى إغلاق الجسر، كما أفادت مصادر محلية.")
    assert got.by_content("أشار").content[0][0] == 1
