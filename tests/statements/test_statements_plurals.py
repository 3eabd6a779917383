"""Speakers that are several or unnamed, messages that quote, and what stands before or after a report."""

from __future__ import annotations

from statements_support import read


def test_an_indefinite_plural_that_the_verb_qualifies_speaks() -> None:
    got = read("وتجمع أنصار للنادي يتهمون اللجنة بالتقصير.")
    assert got.one().speaker is not None
    assert got.one().speaker.name == "أنصار للنادي"  # type: ignore[union-attr]


def test_an_indefinite_dual_that_the_verb_qualifies_speaks() -> None:
    got = read("وعلى متن القارب بحاران سابقان أعربا عن رغبتهما في البقاء.")
    assert got.one().speaker.name == "بحاران سابقان"  # type: ignore[union-attr]


def test_who_posted_a_message_speaks_in_it() -> None:
    got = read('ونشر سالم العمري على تويتر رسالة جاء فيها "حان الوقت لإصلاح الجسر القديم".')
    assert got.contents == ["حان الوقت لإصلاح الجسر القديم"]
    assert got.speakers == ["salem-al-omari"]


def test_a_participle_that_begins_a_sentence_goes_on_from_the_report_before() -> None:
    got = read("وقال سالم العمري إن الجسر آمن.\nمضيفا أن الأعمال تنتهي غدا.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_a_dateline_is_no_content() -> None:
    got = read("المرفأ، سلوان (وكالة)-- أغلق الجسر القديم أمام السيارات، بحسب الاتحاد البلدي.")
    assert got.contents == ["أغلق الجسر القديم أمام السيارات"]


def test_the_verb_after_an_aside_has_its_own_subject_behind_it() -> None:
    got = read("وبعدما كان مساعده الأقرب، وعد سالم العمري بإصلاح الجسر.")
    assert got.speakers == ["salem-al-omari"]


def test_but_she_goes_back_to_the_subject_of_her_clause() -> None:
    got = read("ولا تعارض النقابات هذا المبدأ لكنها تنتقد تخصيص قاعة واحدة للعمال.")
    assert got.by_content("تخصيص قاعة").speaker.name == "النقابات"  # type: ignore[union-attr]


def test_a_source_may_speak_by_a_participle_in_what_an_agency_tells() -> None:
    got = read("وأوضحت وكالة النسيم أن المتحدث عدل روايته قائلا إن الجرحى ثلاثة.")
    assert got.contents == ["المتحدث عدل روايته قائلا إن الجرحى ثلاثة", "الجرحى ثلاثة"]
    assert got.speakers == ["naseem-agency", "المتحدث"]


def test_a_dispute_discusses_nothing() -> None:
    assert read("وكان النزاع يتناول ظروف عمل السائقين.").contents == []


def test_a_description_ends_before_what_is_announced() -> None:
    got = read("وأعلنت الشركة المشغلة للميناء إلغاء الرحلات.")
    assert got.contents == ["إلغاء الرحلات"]
