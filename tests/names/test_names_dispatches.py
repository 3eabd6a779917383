"""Names as agencies of the Maghreb and the Gulf write them: بو and بن, bodies behind لل, ministries; sentences of our own."""

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


def test_a_ministry_is_the_one_that_the_page_told_of_in_full() -> None:
    found = names(
        "قالت وزارة الصحة الفلسطينية إن المستشفيات تعمل.\nوأضافت وزارة الصحة أن الوقود نفد."
    )
    assert found["وزارة الصحة"] == found["وزارة الصحة الفلسطينية"] == "palestinian-health-ministry"


def test_a_firm_tells_of_no_state_whose_ministry_is_meant() -> None:
    found = names("وقالت وزارة الصحة إن فحص PSA متاح. وأكدت إدارة PSA ذلك.")
    assert "french" not in (found["وزارة الصحة"] or "")


def test_a_present_verb_behind_a_given_name_is_no_surname() -> None:
    found = names("كان أحمد يواجه صعوبات في عمله. وقال الطبيب إن أحمد يواجه التعب كل يوم.")
    assert "أحمد يواجه" not in found


def test_the_servant_of_is_one_word_or_two() -> None:
    found = names("شهد محمد عبد العاطي التوقيع. وأثنى الدكتور عبدالعاطي على الجهد المبذول.")
    assert found["عبدالعاطي"] == found["محمد عبد العاطي"]
    found = names("قال عبدالله المنصوري إن العمل بدأ. وأكد عبد الله المنصوري أن الطريق مفتوح.")
    assert found["عبدالله المنصوري"] == found["عبد الله المنصوري"]


def test_what_a_minister_is_besides_belongs_to_the_office() -> None:
    found = names("قال وزير الخارجية وشؤون المغتربين الأردني سالم المنصوري إن الوضع صعب.")
    assert found["وزير الخارجية وشؤون المغتربين الأردني"] == found["سالم المنصوري"]
    found = names("قال وزير الخارجية والوفد المرافق له إنهم وصلوا.")
    assert not any("الوفد" in name for name in found)


def test_a_verb_behind_an_envoy_begins_no_name() -> None:
    found = names("مبعوث أوكرانيا يشيد بجهود دول الخليج في الوساطة.")
    assert not any("يشيد" in name for name in found)


def test_a_national_security_council_is_not_the_one_of_the_nations() -> None:
    found = names("أعلنت الرئاسة تشكيل مجلس الأمن القومي. ورحب مجلس الأمن بالقرار.")
    assert found["مجلس الأمن"] == "un-security-council" != found["مجلس الأمن القومي"]


def test_what_somebody_is_charged_with_is_no_name() -> None:
    found = names("وطالبت المقررة المعنية باستقلال القضاة والمحامين ميرا سالفيني، باحترام القضاء.")
    assert not any("القضاة" in name for name in found)


def test_whose_minister_may_stand_behind_his_portfolios() -> None:
    found = names(
        "تلقى أحمد عطاف مكالمة من وزير الخارجية وشؤون المغتربين للمملكة الأردنية الهاشمية، أيمن الصفدي."
    )
    assert found["وزير الخارجية وشؤون المغتربين للمملكة الأردنية الهاشمية"] == "ayman-safadi"


def test_a_definite_plural_ends_no_name() -> None:
    found = names("وطمأن السيد يزيد العارضين بأن السفارة ستساعدهم في المعرض.")
    assert not any("العارضين" in name for name in found)


def test_a_doctor_between_an_office_and_a_name_parts_them_not() -> None:
    found = names(
        "افتتح وزير الزراعة التونسي دكتور حاتم الزواري المعرض. وقال وزير الزراعة إن الموسم جيد."
    )
    assert found["وزير الزراعة التونسي"] == found["حاتم الزواري"] is not None


def test_a_noun_and_its_adjective_behind_an_office_are_no_name() -> None:
    found = names("وقدم ولي العهد السعودي رسما بيانيا يوضح النمو.")
    assert not any("رسما" in name for name in found)


def test_a_letter_like_a_preposition_may_be_a_name_s_own() -> None:
    found = names("قال نيل باسو إن التحقيق مستمر. وأضاف باسو أن المدينة آمنة.")
    assert found["نيل باسو"] == found["باسو"] is not None
    found = names("التقى جون ميلر بتوماس كلاين في المدينة.")
    assert "توماس كلاين" in found
    found = names(
        "فر رضوان فايد من السجن. وكان فايد قد أوقف. وقالت الشرطة إن فايد خطير. ولم يعثر على فايد."
    )
    assert found["رضوان فايد"] == found["فايد"] is not None
    assert "ايد" not in found


def test_a_hashtag_ends_a_paper_s_name() -> None:
    found = names("وأعلن رئيس تحرير #صحيفة_المدار عثمان ميرغني في مؤتمر صحافي عودة الصحيفة.")
    assert "عثمان ميرغني" in found


def test_a_state_s_radio_and_its_security_service_are_bodies() -> None:
    assert "إذاعة البحرين" in names("وقال الخبير لإذاعة البحرين إن البحر هادئ.")
    found = names("وصادر جهاز الأمن والمخابرات السوداني الصحيفة.")
    assert "جهاز الأمن والمخابرات السوداني" in found


def test_a_penalty_and_houses_are_no_towns() -> None:
    assert "baqubah" not in names("وحكم القاضي عليه بعقوبة السجن سنتين.").values()
    assert "baqubah" in names("ووصل الوزير إلى بعقوبة أمس.").values()
    assert "utah" not in names("هدمت الجرافات بيوتا في القرية.").values()


def test_the_article_that_is_not_written_behind_l_is_part_of_a_known_name() -> None:
    found = tag("وذكر بيان للجنة الدولية للصليب الأحمر أن القافلة وصلت.")
    assert [m.entity for m in found] == ["red-cross"]
    found = tag("وذكر بيان للجنة حماية الصحفيين أن القافلة وصلت.")
    assert [m.text for m in found] == ["لجنة حماية الصحفيين"]
