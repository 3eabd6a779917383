"""Heads of bodies, towns in lists, firms behind their word, capitals as towns, corrections told."""

from __future__ import annotations

import pytest

from riwaya.arabic import tokens
from riwaya.names import tag
from riwaya.names.match import Span
from riwaya.names.parting import parted


def names(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "name"}


def nominals(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "nominal"}


@pytest.mark.parametrize(
    ("text", "date", "who"),
    [
        ("رحب رئيس البنك الدولي بالخطة", "2015-03-02", "jim-yong-kim"),
        ("قال المدير العام لمنظمة الصحة العالمية ذلك", "2020-04-02", "tedros-adhanom-ghebreyesus"),
        ("دعا المفوض السامي لحقوق الإنسان إلى الهدوء", "2016-04-02", "zeid-raad-al-hussein"),
        ("حذر قائد الدعم السريع من الحرب", "2024-04-02", "mohamed-hamdan-dagalo"),
        ("قال الرئيس البرازيلي أمس", "2012-05-05", "dilma-rousseff"),
        ("قالت رئيسة الوزراء اليابانية أمس", "2025-11-05", "sanae-takaichi"),
        ("قال وزير الدفاع السوري أمس", "2025-11-05", "murhaf-abu-qasra"),
    ],
)
def test_an_office_is_its_holder_s_on_that_day(text: str, date: str, who: str) -> None:
    assert who in nominals(text, date).values()


def test_towns_in_a_list_are_named_behind_a_plural() -> None:
    assert set(names("سيطرت القوات على بلدات كفر زلما وسلقين وحزنانا")) == {
        "كفر زلما", "سلقين", "حزنانا",
    }  # fmt: skip


def test_a_plural_of_towns_alone_names_none() -> None:
    assert names("انتشرت الشرطة في أحياء المدينة القديمة") == {}


def test_a_firm_is_named_behind_its_word() -> None:
    assert "نوردال" in names("قالت شركة نوردال إنها جاهزة")
    assert names("قالت شركة استشارات مالية إن السوق أغلق") == {}


@pytest.mark.parametrize(
    "text",
    ["وقع الانفجار بالقرب من دمشق", "هز انفجار قوي دمشق", "حلقت طائرات فوق دمشق"],
)
def test_what_happens_to_a_capital_happens_to_the_town(text: str) -> None:
    assert names(text) == {"دمشق": "damascus"}


def test_a_capital_that_acts_is_its_state() -> None:
    assert names("أعلنت دمشق رفض القرار") == {"دمشق": "syria"}


def test_a_town_of_two_states_is_that_of_the_state_named() -> None:
    assert names("زار طرابلس في شمال لبنان")["طرابلس"] == "tripoli-lebanon"
    assert names("اشتباكات في طرابلس الليبية")["طرابلس"] == "tripoli"


def test_a_common_word_in_marks_behind_its_correspondent_is_the_outlet() -> None:
    assert names('أفاد مراسل "العربية" بذلك') == {"العربية": "al-arabiya"}


def test_a_known_surname_behind_another_s_given_name_is_somebody_else_s() -> None:
    assert names("غنت كاتي بيري في الحفل")["كاتي بيري"] != "rick-perry"


def test_the_correction_of_a_misspelt_name_is_told() -> None:
    told = {m.text: m.correction for m in tag("قال جو بادين إن فلاديمير بوتين رفض")}
    assert told == {"جو بادين": "جو بايدن", "فلاديمير بوتين": None}


def test_a_spokeswoman_s_for_is_no_given_name() -> None:
    assert names("قالت متحدثة باسم ترامب ذلك") == {"ترامب": "donald-trump"}


def test_parts_that_a_hyphen_joins_are_one_name() -> None:
    assert "جان-مارك جانايلاك" in names("أعلن جان-مارك جانايلاك استقالته")


def test_another_real_surname_is_no_slip() -> None:
    assert names("قال أحمد الخطيب إن الخطة جاهزة")["أحمد الخطيب"] != "ahmed-el-tayeb"


def test_a_dateline_s_state_is_nobody_s_country() -> None:
    text = "دبي، الإمارات العربية المتحدة (CNN)— قال وزير الخارجية الإيراني إن بلاده مستعدة"
    assert nominals(text, "2018-05-02")["بلاده"] == "iran"


def test_a_chief_executive_is_no_president() -> None:
    found = nominals("أعلن الرئيس التنفيذي للشركة الأرباح", "2018-05-02")
    assert "الرئيس" not in found


def test_a_body_called_by_a_common_word_is_one_where_a_sure_one_is_joined_to_it() -> None:
    assert names("هرب المسلحون سلاحا للحوثيين والقاعدة.")["القاعدة"] == "al-qaeda"
    assert "القاعدة" not in names("رد تنظيم القاعدة أمس، وقال إن القاعدة الجوية قصفت بلدة قريبة")


def test_a_place_that_the_tagger_glued_to_a_person_is_cut_off() -> None:
    text = "صرح حاكم ولاية هيرات جيلاني سميعي أمس"
    words = tokens(text)
    whole = Span(3, 5, words[3].start, words[5].end, "PER", (), "tagger", score=0.45, weak=True)
    assert [(text[s.start : s.end], s.type, s.weak) for s in parted(words, [whole])] == [
        ("هيرات", "GPE", True), ("جيلاني سميعي", "PER", False),
    ]  # fmt: skip


def test_a_surname_of_the_page_is_its_person_where_the_tagger_has_it_for_a_team() -> None:
    text = "قال المدرب يورغن كلوب إن فريقه سيفوز.\nخسر كلوب ودورتموند النهائي."
    kloppes = {m.type for m in tag(text) if m.text.endswith("كلوب")}
    assert kloppes == {"PER"}


def test_a_team_called_by_its_town_is_found() -> None:
    assert "برشلونة" in names("سجل ميسي هدفين وفاز برشلونة على ضيفه إشبيلية في الدوري الإسباني.")
