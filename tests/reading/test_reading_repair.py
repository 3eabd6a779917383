"""Repairs: what is proposed, what is left alone, and that every offset leads back to the text."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.engine.pipeline import annotate
from riwaya.model import Block, Found, Repair, Role, Segment
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.repair import repaired, repaired_lines
from riwaya.reading.repair.step import find_repairs

PARAGRAPH: Role = "paragraph"
CALM = "وصل الوفد إلى العاصمة صباح الاثنين ولقيه في المطار عدد من المسؤولين."
MORE = "وبحث الجانبان سبل إعادة فتح المعبر وتسهيل مرور الشاحنات قبل نهاية الشهر."


def laid_out(*lines: tuple[Role, str]) -> tuple[str, Found]:
    text, blocks = "", []
    for role, line in lines:
        start = len(text) + bool(text)
        text = f"{text}\n{line}" if text else line
        blocks.append(Block(start=start, end=len(text), role=role))
    return text, Found(blocks=tuple(blocks))


def found_in(*lines: tuple[Role, str] | str) -> tuple[str, list[Repair], list[Segment]]:
    whole = [(PARAGRAPH, line) if isinstance(line, str) else line for line in lines]
    text, found = laid_out(*whole)
    all_of_them = find_repairs(page_from_text("p", text), found)
    return (
        text,
        [one for one in all_of_them if isinstance(one, Repair)],
        [one for one in all_of_them if isinstance(one, Segment)],
    )


def put_right(*lines: tuple[Role, str] | str) -> str:
    text, repairs, _ = found_in(*lines)
    return repaired(text, repairs).text


def kinds(*lines: tuple[Role, str] | str) -> list[str]:
    return [repair.kind for repair in found_in(*lines)[1]]


# Glued words


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("أعلنت الحكومةالجديدة موعد الانتخابات.", "أعلنت الحكومة الجديدة موعد الانتخابات."),
        ("يبدأ العمل قبل نهايةالعام المقبل.", "يبدأ العمل قبل نهاية العام المقبل."),
        ("التقى رئيسالوزراء وفدا من التجار.", "التقى رئيس الوزراء وفدا من التجار."),
        ("تعود الوفود غدا.وأضاف أن الموعد قائم.", None),
        ("تعود الوفود صباحا.وأضاف أن الموعد قائم.", "تعود الوفود صباحا. وأضاف أن الموعد قائم."),
    ],
)
def test_glued_words_come_apart(glued: str, apart: str | None) -> None:
    assert put_right(glued) == (apart or glued)


@pytest.mark.parametrize(
    "line",
    [
        "وسيستقبلونهم في مطاراتهم ومستشفياتهم وفنادقهم.",
        "قال عبدالرحمن ونورالدين وأبوبكر إنهم سيعودون.",
        "زار الوفد نيوزيلندا وأوزبكستان وكازاخستان.",
        "نشرت الصحيفة النص كاملا على موقعها الميناء.كوم أمس.",
        "زار الكاتب آرثر دبليو.كوبر مقر المجلة أمس.",
        "ارتفع السعر إلى 12.5 دولار و3.4 يورو.",
        "المُستشفيات المُتخصّصة تَستقبل المُصابين.",
    ],
)
def test_whole_words_stay_whole(line: str) -> None:
    assert put_right(line) == line


def test_a_byline_that_is_glued_to_the_text_gets_a_blank() -> None:
    text = "وكالاتأعرب الوزير عن أمله في عودة الهدوء إلى الميناء قريبا."
    blocks = (Block(start=0, end=6, role="byline"), Block(start=6, end=len(text), role=PARAGRAPH))
    (one,) = find_repairs(page_from_text("p", text), Found(blocks=blocks))
    assert isinstance(one, Repair)
    assert (one.kind, one.start, one.end, one.replacement) == ("glued_words", 6, 6, " ")


# Broken sentences


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("وتوقع الخبراء أن ترتفع كميات القمح التي تصل إلى", "الميناء الشمالي قبل حلول الشتاء."),
        ("وشارك في الاجتماع وزير الزراعة ووزير التجارة ومحافظ المدينة", "الذي دعا إلى خفض الرسوم."),
        ("وكشفت المديرية عن خطة لتوسيع الطريق الساحلي من جهتيه،", "تشمل بناء ثلاثة جسور."),
        ("وأكد المتحدث باسم الهيئة أن الأعمال «لن تتوقف مهما كانت", "الأسباب وستكتمل» قبل الصيف."),
    ],
)
def test_a_sentence_on_two_paragraphs_is_joined(first: str, second: str) -> None:
    assert kinds(first, second) == ["broken_sentence"]
    assert put_right(first, second) == f"{first} {second}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CALM, MORE),
        (
            "وشارك في الاجتماع وزير الزراعة ووزير التجارة ومحافظ المدينة",
            "وقال المحافظ إن الرسوم ستنخفض.",
        ),
        ("وكشفت المديرية عن خطة لتوسيع الطريق الساحلي من جهتيه،", "وقالت إنها تشمل ثلاثة جسور."),
        ("وقال المتحدث باسم الهيئة ردا على سؤال الصحفيين:", "التي بدأت لن تتوقف."),
        ("لقاء الميناء", "التي وصلت أمس عادت."),
    ],
)
def test_two_sentences_stay_two(first: str, second: str) -> None:
    assert kinds(first, second) == []


def test_the_conjunction_that_a_break_leaves_is_left_out() -> None:
    first = "وذكر بيان الهيئة أن الأمطار التي هطلت على المدينة أدت إلى"
    assert kinds(first, "و التي غمرت الشوارع") == ["broken_sentence", "stray_conjunction"]
    assert put_right(first, "و التي غمرت الشوارع").endswith("أدت إلى التي غمرت الشوارع")


# Doubled lines


def test_a_second_copy_is_left_out() -> None:
    title = "الهيئة تعلن موعد افتتاح الجسر"
    twice: list[tuple[Role, str] | str] = [("title", title), ("repeated_title", title), CALM]
    assert kinds(*twice) == ["doubled_line"]
    assert put_right(*twice) == f"{title}\n{CALM}"
    caption: tuple[Role, str] = ("caption", "عمال يركبون آخر أجزاء الجسر")
    assert put_right(caption, caption, CALM) == f"{caption[1]}\n{CALM}"


def test_other_words_are_no_copy() -> None:
    assert kinds(("title", "الهيئة تعلن موعد الجسر"), ("repeated_title", "موعد الجسر"), CALM) == []
    assert kinds(("caption", "عمال على الجسر"), ("caption", "الجسر من الجو"), CALM) == []


# Quotation marks


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        ('ندد الوفد ب"نتائج خطيرة" للقرار.', 'ندد الوفد "بنتائج خطيرة" للقرار.'),
        ("وقال لـ«الميناء» إنه عائد.", "وقال «للميناء» إنه عائد."),
        ("دعا لـ«التزام» كامل.", "دعا «لالتزام» كامل."),
        ("تحدث لـ«اللجنة» أمس.", "تحدث «للجنة» أمس."),
        ("ووصفه كـ“المنارة” الجديدة.", "ووصفه “كالمنارة” الجديدة."),
        ("وبـ«القلم» وحده يكتب.", "«وبالقلم» وحده يكتب."),
    ],
)
def test_a_proclitic_goes_inside_the_mark(outside: str, inside: str) -> None:
    assert put_right(outside) == inside


@pytest.mark.parametrize(
    "line", ['كتاب "النيل" جديد.', "كان في حي «ب» أمس.", "وحلب «الشهباء» قديمة."]
)
def test_letters_of_words_are_no_proclitics(line: str) -> None:
    assert put_right(line) == line


@pytest.mark.parametrize(
    ("without", "with_both"),
    [
        ("وقال «سنفتح المعبر قبل نهاية الشهر.", "وقال «سنفتح المعبر قبل نهاية الشهر»."),
        (
            'وقال المدير: "سنفتح المعبر قبل نهاية الشهر.',
            'وقال المدير: "سنفتح المعبر قبل نهاية الشهر".',
        ),
        ('وأكد أن "المعبر سيبقى مفتوحا طوال الصيف', 'وأكد أن "المعبر سيبقى مفتوحا طوال الصيف"'),
        (
            "وقال المدير: سنفتح المعبر قبل نهاية الشهر».",
            "وقال المدير: «سنفتح المعبر قبل نهاية الشهر».",
        ),
        (
            'وقال المدير: سنفتح المعبر قبل نهاية الشهر".',
            'وقال المدير: "سنفتح المعبر قبل نهاية الشهر".',
        ),
    ],
)
def test_the_missing_half_is_proposed(without: str, with_both: str) -> None:
    assert put_right(CALM, without, MORE) == f"{CALM}\n{with_both}\n{MORE}"


@pytest.mark.parametrize(
    "lines",
    [
        ('وقال المدير: "سنفتح المعبر قبل نهاية الشهر.', 'ثم نغلقه في الشتاء".'),
        ("وقال المدير: «سنفتح المعبر قبل نهاية الشهر.", "«ثم نغلقه في الشتاء»."),
        ("وقال المدير: «سنفتح المعبر.", CALM, "ثم نغلقه في الشتاء»."),
        ('طول اللوح 12" وعرضه أقل من ذلك.',),
        ('جاء في فيلم "ليالي الميناء الذي يعرض هذا الأسبوع في ثلاث دور.',),
        ("وقال «سنفتح المعبر\" قبل نهاية الشهر.",),
        ("وقال «سنفتح المعبر اليوم. وتابع أن العمل سيستمر. ثم غادر القاعة.",),
    ],
)  # fmt: skip
def test_a_quotation_that_may_go_on_is_left_alone(lines: tuple[str, ...]) -> None:
    assert "unbalanced_quote" not in kinds(*lines)


# Encodings

SENTENCE = "أعلنت الهيئة افتتاح الجسر الجديد أمام السيارات"


@pytest.mark.parametrize(
    ("right", "wrong"), [("utf-8", "cp1256"), ("cp1256", "cp1252"), ("utf-8", "cp1252")]
)
def test_letters_of_another_encoding_are_read(right: str, wrong: str) -> None:
    words = SENTENCE.replace("ف", "ق").replace("ح", "ج") if wrong == "cp1252" else SENTENCE
    broken = " ".join(word.encode(right).decode(wrong, "ignore") for word in words.split())
    assert broken != words
    assert "mojibake" in kinds(broken)
    wanted, got = set(words.split()), set(put_right(broken).split())
    assert len(wanted & got) >= len(wanted) - 2


@pytest.mark.parametrize(
    "line", ["Élysée à Paris, où l'été fut très doux", "São João é ÀÉÎ", "طظ طظ وطظط", "Øresund"]
)
def test_other_languages_are_no_mojibake(line: str) -> None:
    assert "mojibake" not in kinds(line)


# Segments

SECOND = "عمان (رويترز) - قالت هيئة الميناء اليوم إن الملاحة عادت إلى طبيعتها بعد العاصفة."


def test_a_second_dateline_begins_a_segment_and_its_today_is_not_the_pages() -> None:
    body = f"{CALM}\n{MORE}\nوقال الوفد إن الاجتماع التالي يعقد اليوم في الميناء.\n{SECOND}\n{CALM}"
    page = page_from_record(
        "p", {"title": "الوفد يبحث فتح المعبر", "text": body, "published": "2024-05-06"}
    )
    found = annotate(page)
    assert [segment.basis for segment in found.segments] == ["start", "dateline"]
    first, second = found.segments
    assert page.text[second.start :].startswith("عمان")
    assert first.end == second.start
    today = {t.start < second.start: t.value for t in found.times if t.text == "اليوم"}
    assert today[True] == "2024-05-06"
    assert today[False] != "2024-05-06"


def test_a_turn_is_told_and_a_dispatch_of_its_own_has_no_segments() -> None:
    turn = "وفي سياق متصل، أعلنت البلدية بدء أعمال التشجير على جانبي الطريق."
    assert [one.basis for one in found_in(CALM, MORE, CALM, turn)[2]] == ["start", "turn"]
    assert found_in(CALM, MORE, CALM)[2] == []
    inside = "وقال إن القرار جاء في سياق متصل بالأزمة."
    assert found_in(CALM, MORE, CALM, inside)[2] == []


# The view

LETTERS = st.text(alphabet='ابتةىولكـ"«»“”.،؟ \n\u064eØÙطظ§abc1', max_size=120)


@st.composite
def texts_and_repairs(draw: st.DrawFn) -> tuple[str, list[Repair]]:
    text = draw(LETTERS)
    places = st.integers(-2, len(text) + 2)
    return text, [
        Repair(
            kind="glued_words", start=start, end=start + draw(st.integers(-1, 8)),
            replacement=draw(st.text(alphabet="اب ", max_size=4)), reason="",
        )
        for start in draw(st.lists(places, max_size=8))
    ]  # fmt: skip


@given(texts_and_repairs())
def test_every_offset_of_the_view_leads_back_into_the_text(case: tuple[str, list[Repair]]) -> None:
    text, repairs = case
    view = repaired(text, [repair for repair in repairs if repair.start >= 0])
    places = [view.start(at) for at in range(len(view.text) + 1)]
    ends = [view.end(at) for at in range(len(view.text) + 1)]
    assert places == sorted(places)
    assert ends == sorted(ends)
    assert all(0 <= at <= len(text) for at in (*places, *ends))
    for start in range(len(view.text)):
        first, last = view.span(start, start + 1)
        assert 0 <= first <= last <= len(text)
        if not any(r.replacement and r.start <= first <= r.end for r in view.repairs):
            assert text[first:last] == view.text[start]


@given(texts_and_repairs())
def test_the_view_is_the_text_with_the_applied_repairs(case: tuple[str, list[Repair]]) -> None:
    text, repairs = case
    view = repaired(text, repairs)
    back, at = "", 0
    for repair in view.repairs:
        assert at <= repair.start <= repair.end <= len(text)
        back += text[at : repair.start] + repair.replacement
        at = repair.end
    assert back + text[at:] == view.text
    assert repaired(text, []).text == text


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LETTERS, max_size=8), st.randoms())
def test_whatever_the_text_proposals_lie_inside_it(lines: list[str], chance: Random) -> None:
    roles: list[Role] = ["title", "repeated_title", "paragraph", "caption", "byline", "subheading"]
    told = [(chance.choice(roles), " ".join(line.split())) for line in lines if line.strip()]
    text, found = laid_out(*told) if told else ("", Found())
    once = find_repairs(page_from_text("p", text), found)
    for one in once:
        assert 0 <= one.start <= one.end <= len(text)
    repairs = [one for one in once if isinstance(one, Repair)]
    assert repairs == sorted(repairs, key=lambda r: (r.start, r.end))
    unchanged = "\n".join(text[block.start : block.end] for block in found.blocks)
    assert repaired_lines(text, found.blocks, []) == unchanged
    segments = [one for one in once if isinstance(one, Segment)]
    assert all(a.end == b.start for a, b in pairwise(segments))


@pytest.mark.parametrize(
    "line",
    ["ة" * 50_000, "«" * 50_000, 'بـ"' * 20_000, "ØÙ" * 30_000, "و " * 40_000, "الطاولةالكبيرة" * 4_000, '" ' * 40_000],
)  # fmt: skip
def test_hostile_lines_take_no_time(line: str) -> None:
    start = time.process_time()
    found_in(line, line)
    assert time.process_time() - start < 5


def test_lines_of_blocks_are_put_right_each_by_itself() -> None:
    first = "وتوقع الخبراء أن ترتفع كميات القمح التي تصل إلى"
    second = "الميناءالشمالي قبل نهايةالعام المقبل."
    whole, found = laid_out((PARAGRAPH, first), (PARAGRAPH, second), (PARAGRAPH, CALM))
    repairs = [
        one for one in find_repairs(page_from_text("p", whole), found) if isinstance(one, Repair)
    ]
    lines = repaired_lines(whole, found.blocks, repairs)
    assert lines.split("\n")[1] == CALM
    assert "نهاية العام" in lines
