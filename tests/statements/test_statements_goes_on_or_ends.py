"""Where a clause that bears out what was said ends it, what still belongs to what befell, and who cannot be a subject."""

from __future__ import annotations

import pytest

from riwaya.statements import tag


def contents(text: str) -> list[str]:
    """What was said, by the statements of ``text``, in text order."""
    return [" … ".join(text[a:b] for a, b in s.content) for s in tag(text)]


@pytest.mark.parametrize("since", ["حيث", "إذ"])
def test_a_report_that_bears_out_what_was_said_is_the_tellers(since: str) -> None:
    text = f"شدد المدير على أن المصنع آمن، {since} أكد أن الفحص انتهى."
    assert contents(text) == ["المصنع آمن", "الفحص انتهى"]


def test_what_bears_it_out_without_a_report_stays_in_it() -> None:
    text = "شدد المدير على أن المصنع آمن، حيث انتهى الفحص أمس."
    assert contents(text)[0].startswith("المصنع آمن، حيث انتهى الفحص")


def test_whereby_something_befell_goes_on_behind_what_is_told() -> None:
    text = "أعلنت البلدية وفاة عاملين في الميناء، إثر حريق كبير اندلع في مستودع."
    assert contents(text) == ["وفاة عاملين في الميناء، إثر حريق كبير اندلع في مستودع"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن المدير استقالته من منصبه، إثر خلاف مع الوزارة.",
        "أعلنت البلدية وفاة عاملين في الميناء، خلال مؤتمر صحفي.",
    ],
)
def test_when_a_step_or_the_telling_itself_took_place_ends_it(text: str) -> None:
    assert "،" not in contents(text)[0]


def test_a_participle_goes_on_from_who_tells_of_himself() -> None:
    text = "قال السفير إنه بحث أوضاع الجالية، مشيرا إلى أن القنصلية ستفتح قريبا."
    assert contents(text)[0] == "بحث أوضاع الجالية"
    assert contents(text)[-1] == "القنصلية ستفتح قريبا"


def test_what_somebody_did_not_confirm_is_held_back() -> None:
    text = "قال المدير إن الفحص انتهى، من دون أن يؤكد إصابة العمال."
    assert contents(text) == ["الفحص انتهى", "إصابة العمال"]
    assert tag(text)[1].polarity == "withheld"


def test_who_admits_it_is_named_behind_the_clause() -> None:
    (only,) = tag("باتت فرص الإنقاذ ضعيفة، كما اعترف الوزير.")
    assert only.rule == "attribution"


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("ونصح السياح والسكان المحليين بالابتعاد عن الضفة.", "السياح والسكان المحليين"),
        ("وحذر القادة العسكريين الأجانب من عبور الجسر.", "القادة العسكريين"),
        ("وحث مستخدمي الشبكة الأوروبيين على الهدوء.", "مستخدمي الشبكة"),
    ],
)
def test_those_in_the_oblique_are_told_and_do_not_speak(sentence: str, whom: str) -> None:
    text = f"قال الخبير إن النهر فاض. {sentence}"
    last = tag(text)[-1]
    assert last.addressee is not None
    assert (last.addressee.name or "").startswith(whom)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("حذر أحد المسؤولين الأجانب من عبور الجسر.", "أحد المسؤولين"),
        ("طالب محامي السجين بإجراء كشف جديد.", "محامي السجين"),
    ],
)
def test_a_construct_in_the_nominative_still_speaks(sentence: str, who: str) -> None:
    (only,) = tag(sentence)
    assert only.speaker is not None
    assert (only.speaker.name or "").startswith(who)
