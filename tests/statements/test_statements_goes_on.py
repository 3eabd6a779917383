"""Who and what a clause goes on with: a source's noun, a body's own verb, what somebody will not do; our own sentences."""

from __future__ import annotations

from statements_support import read


def test_one_of_several_between_commas_is_no_object() -> None:
    got = read("رفض حزب الشعب، أحد أحزاب المعارضة، خطة الحكومة لرفع الرسوم.")
    assert got.contents == ["خطة الحكومة لرفع الرسوم"]
    got = read("أعلن سالم العمري، وكان حينها وزيرا للمياه، ترشحه للرئاسة.")
    assert got.contents == ["ترشحه للرئاسة"]
    got = read("رفض حزب الشعب أكبر خطط الحكومة.")
    assert got.contents == ["أكبر خطط الحكومة"]


def test_the_object_stands_behind_who_published_the_words() -> None:
    got = read(
        "وكان سالم العمري قد نفى في تصريحات نقلتها عنه وكالات أنباء محلية، الاتهامات الجديدة."
    )
    assert got.contents == ["الاتهامات الجديدة"]


def test_whom_somebody_carries_away_is_no_further_report() -> None:
    got = read("أعلنت الهيئة أنها أجلت موظفيها ونقلتهم إلى الساحل، بسبب الفيضان.")
    assert got.contents == ["أجلت موظفيها ونقلتهم إلى الساحل، بسبب الفيضان"]


def test_what_it_led_to_and_what_he_will_not_do_are_no_part_of_a_phrase() -> None:
    got = read("تطالب الوزارة بنزع السلاح بشكل كامل ولا تنوي تخفيف القيود.")
    assert got.contents == ["نزع السلاح بشكل كامل"]
    got = read("تصر الوزارة على نزع السلاح بشكل كامل فيما لا تعتزم تخفيف القيود.")
    assert got.contents == ["نزع السلاح بشكل كامل"]
    got = read("أظهرت النتائج ضعف الإقبال على التصويت مما دفع المرشح إلى الانسحاب.")
    assert got.contents == ["ضعف الإقبال على التصويت"]
    got = read("أشاد سالم العمري بلاعب يركض طويلا ولا يشعر بالتعب.")
    assert got.contents == ["لاعب يركض طويلا ولا يشعر بالتعب"]


def test_a_womans_verb_goes_on_with_her_clause_in_a_mans_words() -> None:
    got = read("قال سالم العمري إن الشرطة أكملت التحقيق وأكدت أن الأدلة كافية.")
    assert got.contents[0] == "الشرطة أكملت التحقيق وأكدت أن الأدلة كافية"
    assert got.speakers[0] == "salem-al-omari" != got.speakers[1]
    got = read("قالت ليلى حداد إن الشرطة أكملت التحقيق وأكدت أن الأدلة كافية.")
    assert got.speakers == ["layla-haddad", "layla-haddad"]


def test_who_still_says_it_stands_before_his_verb() -> None:
    got = read("اتهمت سلوان أرمادا بالتخريب، فيما لا تزال أرمادا تنفي تورطها في الحادث.")
    assert got.speakers == ["silwan", "armada"]


def test_a_clause_under_after_tells_a_refusal_whatever_joins_it() -> None:
    for first in ("بعد أن", "وبعد أن", "وبعدما"):
        got = read(f"{first} رفض سالم العمري الخطة، تتجه اللجنة إلى تصويت آخر.")
        assert (got.contents, got.speakers) == (["الخطة"], ["salem-al-omari"])


def test_what_another_body_did_next_is_no_part_of_a_phrase() -> None:
    got = read("ودعا سالم العمري إلى إطلاق سراحه وأقر مجلس النواب مشروع قانون.")
    assert got.contents == ["إطلاق سراحه"]
    got = read("ودعا سالم العمري إلى إطلاق سراحه وإقرار قانون جديد.")
    assert got.contents == ["إطلاق سراحه وإقرار قانون جديد"]
