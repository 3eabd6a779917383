"""Names as they are written in the Maghreb: بو and بن, whatever the word behind them means."""

from __future__ import annotations

from riwaya.names import tag


def names(text: str) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text)}


def test_bu_is_no_preposition() -> None:
    found = names(
        "حضر رئيس المجلس الشعبي الوطني, إبراهيم بوغالي, الجلسة, وقال بوغالي إن القانون جاهز."
    )
    assert found["إبراهيم بوغالي"] == found["بوغالي"] is not None


def test_behind_bin_a_name_follows_though_it_is_a_verb_too() -> None:
    found = names("أوضح وزير العمل, فيصل بن طالب, أن الخدمة تحسنت. وأضاف بن طالب أن التكوين مستمر.")
    assert found["فيصل بن طالب"] == found["بن طالب"] is not None


def test_a_body_behind_lil_is_the_one_with_the_article() -> None:
    found = names(
        "قال مدير عام الهيئة الوطنية للبحار إن السفن عادت. والتقى وفد للهيئة الوطنية للبحار."
    )
    bodies = {entity for name, entity in found.items() if "هيئة" in name}
    assert len(bodies) == 1
