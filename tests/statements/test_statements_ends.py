"""Where what was said ends: before the next verb of whoever spoke, and before what the teller adds."""

from __future__ import annotations

import pytest

from riwaya.statements import tag

CUT = [
    # a bare object, and a verb of the same subject that و joins to it
    (
        "رفضت النقابة العرض الأخير وردت عليه بإضراب مفتوح.",
        ["العرض الأخير"],
    ),
    (
        "تنتقد الجمعية قانون الصيد وتعتبر أنه يضر القرى الساحلية.",
        ["قانون الصيد", "يضر القرى الساحلية"],
    ),
    (
        'نفى المدرب كل الشائعات واتهم منافسيه بـ"تشويه صورته".',
        ["كل الشائعات", 'منافسيه بـ"تشويه صورته"'],
    ),
    (
        "نفى المدرب كل الشائعات، واتهم أعضاء في النادي بتشويه صورته.",
        ["كل الشائعات", "أعضاء في النادي بتشويه صورته"],
    ),
    (
        "قال المحقق إن الشركة دفعت مبالغ لموظفين سابقين ووصف الأمر بأنه فضيحة.",
        ["الشركة دفعت مبالغ لموظفين سابقين", "الأمر بأنه فضيحة"],
    ),
]
KEPT = [
    # an adjective, a verb of a thing that was told of, a verb of "his country"
    "اتفق الطرفان على الحاجة إلى إجراءات مالية وسياسية لوقف الأزمة.",
    "تتهم الوزارة الشركة ببناء سد يحجز مياه الوادي، ويهدد قراه بالعطش.",
    "قال السفير إن بلاده تدرس الطلب وتعتبر أنه معقول.",
    "حذر الخبير من موجات حر وبيانات ناقصة عن الطقس.",
]


@pytest.mark.parametrize(("text", "contents"), CUT)
def test_the_next_verb_of_the_same_subject_ends_what_was_said(
    text: str, contents: list[str]
) -> None:
    assert [_words(text, s.content) for s in tag(text)] == contents


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_the_next_verb_ends_nothing(text: str) -> None:
    assert text.endswith(_words(text, tag(text)[0].content) + ".")


def _words(text: str, content: tuple[tuple[int, int], ...]) -> str:
    return " | ".join(text[start:end] for start, end in content)
