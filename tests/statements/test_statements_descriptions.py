"""Where a description of a speaker ends and who is named by it: fields joined, objects behind, verbs that look like nouns."""

from __future__ import annotations

import pytest
from statements_support import read

from riwaya.statements import tag


@pytest.mark.parametrize(
    "text",
    [
        "وقال مساعد المدير للأمن الدولي وحظر الأسلحة سالم العمري إن العمل بدأ.",
        "وقال رئيس الهيئة العامة للاتصالات وتقنية المعلومات سالم العمري إن العمل بدأ.",
        "وقال وزير الزراعة ووزير المياه، سالم العمري، إن العمل بدأ.",
    ],
)
def test_a_second_field_goes_with_the_title(text: str) -> None:
    assert read(text).speakers == ["salem-al-omari"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("أعلنت السلطات في أرمادا فتح الميناء القديم.", "السلطات في أرمادا", "فتح الميناء القديم"),
        ("عرض رئيس المحكمة سلسلة صور للقارب.", "رئيس المحكمة", "سلسلة صور للقارب"),
        ("وقالت لجنة وطنية مكلفة بالموانئ إن العمل بدأ.", "لجنة وطنية", "العمل بدأ"),
        ("وقالت ممثلة عن البحارة إن العمل بدأ.", "ممثلة عن البحارة", "العمل بدأ"),
        ("وقال صحفيون أجانب حضروا الحفل إن العمل بدأ.", "صحفيون أجانب", "العمل بدأ"),
    ],
)
def test_a_description_ends_where_its_object_or_verb_begins(
    text: str, speaker: str, content: str
) -> None:
    got = read(text)
    assert got.one().speaker is not None
    assert got.one().speaker.name == speaker  # type: ignore[union-attr]
    assert got.contents == [content]


def test_who_issued_a_text_speaks_behind_its_verb() -> None:
    got = read("وأفاد بيان مقتضب صدر عن الاتحاد البلدي بأن العمل بدأ.")
    assert got.speakers == ["municipal-union"]
    assert got.contents == ["العمل بدأ"]


def test_what_is_told_of_is_no_subject() -> None:
    got = read("لقد أقر أمام المحكمة أن الرسالة له.")
    assert "أمام" not in str(got.speakers)
    got = read("كان محتجزا في القارب أبلغ المحققون سالم العمري بأنه متهم.")
    assert got.statements[0].speaker is not None
    assert got.statements[0].speaker.name == "المحققون"
    got = read("وقالت الجمعية التي تشجع النساء على الترشح إن العمل بدأ.")
    assert {s.speaker.name for s in got.statements if s.speaker} == {"الجمعية"}
    got = read("وقال إن كل رحلة (مقترحة) لقارب إلى هناك ممنوعة.")
    assert len(got.statements) == 1


def test_a_place_behind_its_noun_is_no_cue() -> None:
    assert read("بدء تحرير مديرية حرض والمعركة في أشدها.").statements == []


def test_no_party_is_nobody() -> None:
    got = read("وقالت الشرطة إن القارب غرق. ولم تعلن أي جهة مسؤوليتها عن الهجوم.")
    assert got.speakers == ["الشرطة", None]


def test_the_envoy_again_is_whoever_was_called_so() -> None:
    text = (
        "قال مبعوث المنظمة إلى سلوان رامي شاهين إن الوضع صعب. وشدد المبعوث الأممي على أن الحل ممكن."
    )
    assert read(text).speakers == ["rami-shaheen", "rami-shaheen"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال المفتش العام لهيئة الموانئ سالم العمري إن العمل بدأ.", "salem-al-omari"),
        ("طلب سفير أرمادا لدى سلوان الالتقاء بالوزير سالم العمري.", "سفير أرمادا لدى سلوان"),
        ("وبحسب أرقام جديدة لوكالة النسيم، فإن العمل بدأ.", "naseem-agency"),
        ("وقالت سيدة وصلت إلى الميناء إن العمل بدأ.", "سيدة"),
    ],
)
def test_whose_a_description_is(text: str, speaker: str) -> None:
    found = read(text).one().speaker
    assert found is not None
    assert speaker in (found.entity, found.name)


def test_his_own_men_are_called_on_and_call_nobody() -> None:
    got = read("قال سالم العمري إن النصر قريب. وفي المساء، دعا أنصاره إلى النزول.")
    assert "أنصاره" not in str(got.speakers)
    assert read("قال أنصاره إن النصر قريب.").one().speaker is not None


def test_a_surname_that_begins_like_a_conjunction_is_no_cue() -> None:
    found = tag("قال أحمد فايد إن العمل بدأ. ورفض الناس الخطة. فايد خطة الميناء كتاب.")
    assert len(found) == 2


def test_she_who_was_told_of_within_marks_goes_on_there() -> None:
    text = 'وقال سالم العمري: "إن لجنة التحقيق لم تجد دليلا، لكنها أوصت بالحرص على الميناء".'
    who = read(text).statements[1].speaker
    assert who is not None
    assert who.name == "لجنة التحقيق"


def test_a_foreign_name_in_y_goes_on() -> None:
    got = read("وقال تقرير صادر عن مركز نيتي أيوغ البحثي إن العمل بدأ.").one()
    assert got.speaker is not None
    assert got.speaker.name == "مركز نيتي أيوغ البحثي"
