from __future__ import annotations

import pytest
from statements_support import read


def links(statement: object) -> list[str]:
    return [ref.key for ref in statement.chain]  # type: ignore[attr-defined]


def test_a_report_in_a_report_is_inside_it_and_the_chain_names_both() -> None:
    got = read("قالت ليلى حداد إن سالم العمري وعد ببناء مدرسة.")
    outer, inner = got.statements
    assert inner.inside == outer.id
    assert links(inner) == ["layla-haddad", "salem-al-omari"]
    assert (outer.voice, inner.voice) == ("own", "told")
    assert got.words(inner) == ["بناء مدرسة"]


def test_and_that_goes_back_to_the_outer_report() -> None:
    got = read("ذكرت ليلى حداد أن سالم العمري أكد أن الطريق مفتوح، وأن رامي شاهين وافق على ذلك.")
    assert got.contents[1] == "الطريق مفتوح"
    assert got.contents[0].endswith("ذلك")


def test_an_attribution_at_the_end_covers_its_sentence_and_what_was_reported_in_it() -> None:
    got = read("وصل الوفد مساء. ودعا سالم العمري إلى الحوار، وفق ما أعلن الاتحاد البلدي.")
    whole = got.by_content("دعا سالم العمري")
    inner = next(s for s in got.statements if s.act == "request")
    assert whole.speaker is not None
    assert whole.speaker.entity == "municipal-union"
    assert got.words(whole) == ["دعا سالم العمري إلى الحوار"]
    assert inner.inside == whole.id
    assert links(inner) == ["municipal-union", "salem-al-omari"]


def test_an_attribution_at_the_head_covers_what_follows() -> None:
    got = read("وبحسب وكالة النسيم، فقد غادرت السفينة الميناء.")
    assert got.contents == ["غادرت السفينة الميناء"]
    assert got.speakers == ["naseem-agency"]


def test_a_relay_is_one_statement_with_two_links() -> None:
    got = read("وبحسب صحيفة المرفأ نقلا عن وكالة النسيم، غادرت السفينة الميناء.")
    statement = got.one()
    assert links(statement) == ["marfa-newspaper", "naseem-agency"]


def test_an_agency_that_carries_someones_words() -> None:
    got = read("ونقلت وكالة النسيم عن رامي شاهين قوله إن العمل انتهى.")
    statement = got.one()
    assert got.cue(statement) == "قوله"
    assert links(statement) == ["naseem-agency", "rami-shaheen"]
    assert statement.voice == "told"


def test_a_report_of_a_report_of_an_agency() -> None:
    got = read("وذكرت صحيفة المرفأ نقلا عن رامي شاهين أن العمل انتهى.")
    assert links(got.one()) == ["marfa-newspaper", "rami-shaheen"]


def test_ones_own_words_again_are_no_further_statement() -> None:
    got = read('وقال رامي شاهين إن الحل "قريب جدا"، على حد قوله.')
    assert got.contents == ['الحل "قريب جدا"']


def test_but_he_hands_back_to_the_teller() -> None:
    got = read("أكد رامي شاهين أن سالم العمري وعد بالدعم، لكنه أضاف أن الموعد لم يحدد.")
    assert got.contents[0] == "سالم العمري وعد بالدعم"
    last = got.statements[-1]
    assert last.speaker is not None
    assert (last.speaker.entity, last.inside) == ("rami-shaheen", None)


def test_but_that_goes_on_stays_in_the_content() -> None:
    got = read("قال رامي شاهين إن العمل صعب، لكن الفريق مستعد له.")
    assert got.contents == ["العمل صعب، لكن الفريق مستعد له"]


def test_the_teller_going_on_ends_the_content() -> None:
    got = read("قال رامي شاهين إن العمل بدأ، وذلك قبل يوم من الموعد.")
    assert got.contents == ["العمل بدأ"]


def test_a_new_speaker_in_the_sentence_ends_the_content() -> None:
    got = read("قال رامي شاهين إن العمل بدأ، فيما أكدت ليلى حداد أنه توقف.")
    assert got.contents == ["العمل بدأ", "توقف"]
    assert got.speakers == ["rami-shaheen", "layla-haddad"]


def test_a_denial_taken_up_in_the_tellers_sentence() -> None:
    got = read("اتهمت أرمادا سلوان بإغلاق النهر، الأمر الذي تنفيه سلوان.")
    accuse, deny = got.statements
    assert got.words(accuse) == ["سلوان بإغلاق النهر"]
    assert (deny.polarity, deny.speaker.entity if deny.speaker else None) == ("denied", "silwan")


def test_the_speech_of_a_speech_goes_back_to_the_one_named_last() -> None:
    got = read("أثار الجدل خطاب ألقاه رامي شاهين، أشاد فيه بالعمال.")
    assert got.speakers == ["rami-shaheen"]


def test_every_inside_points_to_a_statement_of_the_page() -> None:
    got = read("قالت ليلى حداد إن سالم العمري ذكر أن رامي شاهين وعد بالدعم، بحسب وكالة النسيم.")
    ids = {s.id for s in got.statements}
    assert len(ids) == len(got.statements)
    assert all(s.inside is None or s.inside in ids for s in got.statements)
    assert max(len(s.chain) for s in got.statements) == 4


@pytest.mark.parametrize(
    ("clause", "certainty"),
    [
        ("تكون سلوان قد غيرت موقفها", "certain"),
        ("النهر قد أغلق أمس", "certain"),
        ("الجسر قد يغلق غدا", "possible"),
        ("الجسر الجديد يمكّن الصيادين من العبور", "certain"),
        ("الجسر القديم يمكن أن يغلق", "possible"),
        ("الجسر والطريق الساحلي القريب من القرية والميناء ربما أغلقا", "possible"),
        ("الجسر والطريق الساحلي القريب من القرية والميناء سيغلقان على الأرجح", "probable"),
        ("العمل يبدو بطيئا", "probable"),
        ("البلدية ستفتح الجسر والطريق الساحلي القريب من القرية إذا انتهى العمل", "conditional"),
        ("البلدية لا تعرف ما إذا انتهى العمل", "certain"),
        ("الجسر هو الطريق الذي يغلق إذا هبت الريح", "certain"),
    ],
)
def test_how_sure_a_content_is_by_its_own_hedges(clause: str, certainty: str) -> None:
    got = read(f"أعلنت ليلى حداد أن {clause}.").one()
    assert got.certainty == certainty


def test_what_a_teller_says_of_a_noun_is_his_own_word() -> None:
    got = read("أعلنت وكالة النسيم تحركات في سلوان قالت إنها بدأت أمس بحضور سالم العمري.")
    assert set(got.speakers) == {"naseem-agency"}
    got = read("انتقد سالم العمري لجنة الاتحاد البلدي التي اتهمها بتأخير العمل.")
    assert set(got.speakers) == {"salem-al-omari"}


def test_while_he_shouts_goes_with_who_stands_right_before() -> None:
    got = read('أظهرت لقطات بثتها وكالة النسيم الحارس وهو يصيح: "أغلقوا الميناء الآن وفورا".')
    assert got.speakers == ["الحارس"]
