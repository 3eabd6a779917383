"""How official agencies write: long bodies and titles, commas behind the subject, datelines; sentences of our own."""

from __future__ import annotations

from statements_support import blocks_of, page_of, read

from riwaya.model import Block, Found
from riwaya.statements import find_statements


def test_whom_a_body_is_for_belongs_to_it_and_a_comma_may_follow() -> None:
    got = read("واتهمت الرابطة الوطنية لضحايا الفيضان, الحكومة المحلية, بإخفاء أرقام الخسائر.")
    assert got.contents == ["الحكومة المحلية, بإخفاء أرقام الخسائر"]
    assert got.speakers == ["الرابطة الوطنية لضحايا الفيضان"]


def test_the_body_in_marks_of_a_title_is_no_quotation() -> None:
    got = read('حذر منسق "مجموعة العمل من أجل الواحات" رامي شاهين, من أثر الجفاف على التمور.')
    assert (got.contents, got.speakers) == (["أثر الجفاف على التمور"], ["rami-shaheen"])
    got = read('وأكد المفوض العام لـ"مجموعة الواحات" رامي شاهين ضرورة تجديد العقد.')
    assert (got.contents, got.speakers) == (["ضرورة تجديد العقد"], ["rami-shaheen"])


def test_a_rapporteur_warns_and_is_not_warned() -> None:
    got = read("حذرت مقررة الاتحاد البلدي المعنية بالسكن اللائق ليلى حداد من أن المدن تختنق.")
    assert (got.contents, got.speakers) == (["المدن تختنق"], ["layla-haddad"])


def test_participles_that_are_other_words_too_are_cues_behind_a_comma() -> None:
    got = read("شدد المنظمون على أهمية التشجير, داعين إلى تحرك عاجل لحماية الغابة.")
    assert got.contents == ["أهمية التشجير", "تحرك عاجل لحماية الغابة"]
    assert got.speakers[0] == got.speakers[1]
    got = read("وحملت وزارة الري الشركة المسؤولية عن التسرب, مطالبة البرلمان بالتحرك الفوري.")
    assert got.contents[-1] == "التحرك الفوري"
    assert read("ورفع العمال مطالبة بالأجور إلى المدير.").statements == []


def test_that_behind_a_colon_is_no_part_of_the_words() -> None:
    got = read('وقال سالم العمري في لقاء مع الصحفيين: أن "الماء حق للجميع".')
    assert got.contents == ["الماء حق للجميع"]


def test_the_same_source_is_one() -> None:
    got = read("وغادر الوفد المدينة في المساء, وفقا لذات المصدر.")
    assert got.contents == ["غادر الوفد المدينة في المساء"]


def test_a_woman_who_speaks_is_not_the_man_of_the_sentence_before() -> None:
    got = read("استنكرت التنسيقية استمرار اعتقال رئيسها رامي شاهين. وأعلنت عن تعليق العمل ليومين.")
    assert "rami-shaheen" not in got.speakers


def test_she_who_asks_another_is_the_one_who_speaks() -> None:
    got = read("وطالبت العصبة الاتحاد البلدي بتسوية الملفات العالقة.")
    assert got.contents == ["تسوية الملفات العالقة"]
    assert got.speakers == ["العصبة"]


def test_a_refusal_in_marks_is_a_noun() -> None:
    got = read('أجمع المشاركون على "رفض بيع الأراضي".')
    assert got.contents == ["رفض بيع الأراضي"]


def test_what_a_dateline_places_is_not_told_by_the_source() -> None:
    got = read("سلوان - نظمت اللجنة يوما مفتوحا في الساحة, حسب ما أوردته وكالة النسيم.")
    assert got.contents == ["نظمت اللجنة يوما مفتوحا في الساحة"]


def test_a_noun_that_heads_a_title_tells_of_no_refusal() -> None:
    text = "رفض طلب تسليم رامي شاهين: الوزارة تبرز غياب التعاون القضائي"
    blocks = tuple(Block(start=b.start, end=b.end, role="title") for b in blocks_of(text))
    found = find_statements(page_of(text), Found(blocks=blocks))
    assert not [s for s in found if s.act == "reject"]


def test_that_within_the_marks_is_no_part_of_the_words() -> None:
    got = read('أكد سالم العمري "أن قطاع الطاقة يعمل ليل نهار مع الفلاحين".')
    assert got.contents == ["قطاع الطاقة يعمل ليل نهار مع الفلاحين"]
    got = read('شدد رامي شاهين "على أهمية الإسراع في إنجاز عمليات الربط".')
    assert got.contents == ["أهمية الإسراع في إنجاز عمليات الربط"]


def test_two_titles_with_a_comma_are_one_mans() -> None:
    got = read("أكد وزير الدولة, وزير الطاقة والمناجم, رامي شاهين, أن القطاع يعمل بشكل وثيق.")
    assert got.speakers == ["rami-shaheen"]


def test_where_it_was_said_is_no_part_of_what_was_said() -> None:
    got = read("أكد رامي شاهين, اليوم بالمجلس الشعبي الوطني, على ضرورة مواصلة الإصلاح.")
    assert got.contents == ["ضرورة مواصلة الإصلاح"]


def test_a_long_title_has_its_name_behind_a_comma_and_a_rank() -> None:
    got = read("وأوضح رئيس بلدية محافظة البحيرة، المهندس رامي شاهين، بأن المشروع يحسن الطرق.")
    assert (got.contents, got.speakers) == (["المشروع يحسن الطرق"], ["rami-shaheen"])


def test_a_body_called_by_marks_is_read_whole() -> None:
    got = read('ورحب رئيس مجلس إدارة شركة "اليوم" القابضة بالحضور.')
    assert got.one().speaker is not None
    assert got.one().speaker.name == 'رئيس مجلس إدارة شركة "اليوم" القابضة'


def test_she_who_makes_clear_behind_a_comma() -> None:
    got = read("ونبهت الهيئة بضرورة الحذر، مبينة أن الطريق مغلق.")
    assert got.contents == ["ضرورة الحذر", "الطريق مغلق"]


def test_what_stands_in_a_text_is_affirmed_with_its_what() -> None:
    got = read("وأكد سالم العمري ما جاء في بيان المجلس بشأن الأزمة.")
    assert got.contents == ["ما جاء في بيان المجلس بشأن الأزمة"]


def test_where_it_was_said_may_stand_behind_the_marks() -> None:
    got = read('وقال سالم العمري إن "الجسر جاهز" في بيان نشر مساء الثلاثاء.')
    assert got.contents == ["الجسر جاهز"]


def test_how_many_belongs_to_the_object() -> None:
    got = read("استعرض رئيس مجلس الأمة مختلف التحديات التي رفعتها البلاد.")
    assert got.contents == ["مختلف التحديات التي رفعتها البلاد"]


def test_a_body_is_no_minister() -> None:
    got = read("وطالبت النقابة الوزير رامي شاهين بصرف الأجور.")
    assert got.contents == ["صرف الأجور"]
    assert got.speakers == ["النقابة"]


def test_a_rank_in_short_ends_no_sentence() -> None:
    got = read("أشاد مبعوث سلوان الخاص لشؤون الشرق د. رامي شاهين، بالجهود التي تبذلها الدول.")
    assert (got.contents, got.speakers) == (["الجهود التي تبذلها الدول"], ["rami-shaheen"])


def test_who_speaks_already_is_no_source_of_it() -> None:
    got = read("أما عن التعليم، فقال سالم العمري إن المدارس فتحت أبوابها، وفق العمري.")
    assert got.contents == ["المدارس فتحت أبوابها"]


def test_what_the_verb_governs_may_stand_behind_the_source() -> None:
    got = read("ويعمل شركاء المنظمة وفق سالم العمري، على إزالة القمامة من المدينة.")
    assert got.contents == ["يعمل شركاء المنظمة | على إزالة القمامة من المدينة"]


def test_this_came_goes_on_with_who_spoke() -> None:
    got = read("أفاد سالم العمري أن الهزة وقعت شمالا. وجاء ذلك مساء، مؤكدا أن أحدا لم يصب.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_what_a_spokesman_condemns_is_no_part_of_him() -> None:
    got = read("وأدان المتحدث الاعتداء المتواصل على القرى.")
    assert got.contents == ["الاعتداء المتواصل على القرى"]


def test_that_begins_no_sentence() -> None:
    got = read("كشف وزير البريد رامي شاهين. أن الجاهزية تامة. مشيرا إلى أن العمل مستمر.")
    assert got.contents == ["الجاهزية تامة", "العمل مستمر"]
    assert got.speakers == ["rami-shaheen", "rami-shaheen"]
