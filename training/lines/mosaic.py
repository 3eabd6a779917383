"""A family whose outlets are put together at random: what real sites share is each part, not the order.

Parts above the text, inside it and below it are drawn from lists, each in several shapes, and put
in any order that a page could have.  It keeps a model from learning the habits of a few layouts.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.lines.articles import Article
from training.lines.drafts import (
    AGENCIES,
    OUTLET_NAME,
    TOWNS,
    Draft,
    Matter,
    body,
    day_format,
    outlet,
    person,
    phrase,
)

Part = Callable[[Draft, Matter], None]
_BUTTONS = (
    "شارك", "مشاركة", "طباعة", "فيسبوك", "تويتر", "واتساب", "تلغرام", "نسخ الرابط", "حفظ", "Facebook", "X", "Share", "Print", "استمع", "0", "A+", "A-",
    "تكبير الخط", "ارسل لصديق", "شارك عبر البريد", "Google News", "TT", "إعلان", "تغريد", "Tweet", "Email", "لينكدإن", "مسنجر", "بينتريست", "أرسل عبر واتساب",
)  # fmt: skip
_SECTIONS = (
    "الرئيسية", "أخبار", "عالم", "سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات", "رأي", "تكنولوجيا", "صحة", "فيديو", "بودكاست", "محليات", "عربي ودولي", "الوطن",
    "حوادث", "مجتمع", "العالم العربي", "الشرق الأوسط", "تقارير", "تحقيقات", "مقالات", "ملفات خاصة", "انفوجراف", "صور", "اخبار الخليج", "شؤون محلية", "دوليات", "الحدث",
)  # fmt: skip
_LINKS = (
    "اقرأ أيضا", "إقرأ أيضاً", "مواضيع ذات صلة", "أخبار ذات صلة", "المزيد", "قد يهمك", "قد يعجبك أيضا", "شاهد أيضا", "الأكثر قراءة", "الأكثر مشاهدة", "آخر الأخبار", "أحدث المقالات",
    "مقالات مرتبطة", "اخترنا لكم", "مختارات", "طالع أيضا", "من نفس القسم", "أخبار قد تهمك", "موضوعات متعلقة", "اخبار اخرى", "تابع القراءة", "المزيد من السياسة", "أهم العناوين", "في هذا القسم",
    "ترشيحات", "يتصفح الزوار الآن", "عناوين أخرى", "أبرز العناوين", "الأكثر تعليقا", "هذا الأسبوع", "حصاد اليوم", "لا يفوتك", "أخبار الساعة",
)  # fmt: skip
_FORM = (
    "اترك تعليقا", "التعليقات", "أضف تعليقا", "لا توجد تعليقات", "التعليقات مغلقة", "البريد الإلكتروني *", "الاسم *", "الموقع الإلكتروني", "إرسال", "اكتب تعليقك هنا", "سجل الدخول لتتمكن من التعليق",
    "اشترك في النشرة البريدية", "اشتركوا في نشرتنا ليصلكم كل جديد", "أدخل بريدك الإلكتروني", "اشتراك", "لا ننشر بريدك الإلكتروني. الخانات ذات النجمة لازمة *", "الحقول الإلزامية مشار إليها بـ *", "تعليقك مهم لنا",
    "انضم إلى قناتنا على واتساب", "حمّل التطبيق الآن", "شروط نشر التعليق: عدم الإساءة للكاتب أو للأشخاص أو للمقدسات",
)  # fmt: skip
POLICY = (
    "التعليقات المنشورة لا تعبر عن رأي الموقع، ويحتفظ القسم بحق حذف ما يخالف شروط النشر.",
    "تخضع التعليقات التي ترد إلينا للمراجعة، ويرجى الاطلاع على سياسة الخصوصية وشروط الاستخدام قبل إرسالها.",
    "الأخبار المنشورة هنا مختصر لما يصل إلى المشتركين، وللاشتراك في الخدمة الكاملة يرجى الاتصال بالإدارة.",
    "هذا الخبر اختصار لما يرسل للمشتركين في خدمة الوكالة، من أجل الحصول على النص الكامل يرجى الاتصال بنا.",
    "من أجل الاشتراك في الخدمة الإخبارية الكاملة يمكن لمشتركي الموقع مراسلتنا، وللاشتراك الجديد يرجى الاتصال بنا.",
)  # fmt: skip
_FOOT = (
    "جميع الحقوق محفوظة", "© 2024", "سياسة الخصوصية", "من نحن", "اتصل بنا", "شروط الاستخدام", "أعلن معنا", "هيئة التحرير", "خريطة الموقع", "زر الذهاب إلى الأعلى", "العودة إلى الأعلى", "حقوق النشر محفوظة",
    "تطوير وتصميم", "اتصلوا بنا", "عن الموقع", "فريق العمل", "الوظائف", "RSS", "نسخة الجوال", "تابعونا على",
)  # fmt: skip


_PICTURED = (
    "مبنى الوزارة", "مقر الأمم المتحدة", "علم البلاد", "صورة من المؤتمر", "جانب من اللقاء", "جانب من الاجتماع", "خريطة المنطقة", "القصر الرئاسي", "مطار العاصمة الدولي", "قوات الأمن", "سفينة شحن في الميناء",
    "مصفاة النفط الكبرى", "البرلمان الجديد", "الوزير خلال الجلسة", "قاعة الاجتماعات", "مدرسة في ضاحية العاصمة", "السفارة الأجنبية", "ميدان الاستقلال", "آليات عسكرية", "المستشفى المركزي", "رئيس الحكومة",
)  # fmt: skip


_THINGS = "مبنى مقر محطة ميناء جسر مدرسة سوق مستشفى ملعب طائرة سفينة قاعة مصنع سد حقل مزرعة طريق شارع حي مخيم معبر سفارة جامعة".split()
_WHOSE = "الوزارة القطار المدينة العاصمة النفط الحكومة البرلمان الشرطة المصرف الشركة الاتحاد الجمارك الإذاعة القضاء الحدود الغاز القمح".split()
_WHICH = "الجديدة القديمة الرئيسية المركزية الشمالية الدولية الوطنية الشرقي الكبير التجاري القديم الجديد".split()


def pictured(rng: random.Random) -> str:
    """What a picture from the files shows: nothing that the article tells of."""
    if rng.random() < 0.5:
        return rng.choice(_PICTURED)
    return " ".join(
        [rng.choice(_THINGS), rng.choice(_WHOSE), *rng.sample(_WHICH, rng.randint(0, 1))]
    )


def _gap(fixed: random.Random) -> str:
    return fixed.choice(["\n", "\n", "\n\n", "\n \n"])


def _menu(draft: Draft, matter: Matter) -> None:
    fixed = matter.fixed
    labels = fixed.sample(_SECTIONS, fixed.randint(2, 9))
    mark = fixed.choice(["", "", "• ", "- "])
    if fixed.random() < 0.15:
        draft.add("navigation", fixed.choice([" ", " | ", "   "]).join(labels))
    else:
        draft.each("navigation", labels, _gap(fixed), mark)


def _path(draft: Draft, matter: Matter) -> None:
    mark = matter.fixed.choice([" » ", " / ", " > ", "/", " | ", " ← "])
    parts = ["الرئيسية", matter.fixed.choice(_SECTIONS[1:])]
    draft.add(
        "navigation",
        mark.join([*parts, matter.article.title] if matter.fixed.random() < 0.3 else parts),
    )


def _ticker(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    if fixed.random() < 0.6:
        draft.add(
            "related",
            fixed.choice(["عاجل", "آخر الأخبار", "أحدث الأخبار", "شريط الأخبار", "العناوين"]),
        )
    for title in matter.titles(rng, 2, 9):
        head = fixed.choice(["", "- ", "• ", f"{rng.randint(10, 23)}:{rng.randint(10, 59)} ", "» "])
        draft.add("related", head + title, _gap(fixed))


def _buttons(draft: Draft, matter: Matter) -> None:
    fixed = matter.fixed
    labels = fixed.sample(_BUTTONS, fixed.randint(1, 6))
    if fixed.random() < 0.2:
        draft.add("navigation", " ".join(labels))
    else:
        draft.each("navigation", labels, _gap(fixed))


def _notice(draft: Draft, matter: Matter) -> None:
    if matter.fixed.random() < 0.3:
        draft.add("navigation", "نحن نستخدم ملفات تعريف الارتباط لنقدم لكم أفضل خدمة ممكنة")
        draft.add(
            "navigation",
            matter.fixed.choice(["موافق", "قبول", "أوافق", "إغلاق", "حسنا", "Accept"]),
            "\n",
        )
        return
    draft.add("navigation", matter.fixed.choice(["نستخدم ملفات تعريف الارتباط لتحسين تجربتك", "تخطي إلى المحتوى", "Skip to content", "موقعنا يستخدم الكوكيز", "يرجى تفعيل جافاسكريبت", "Loading...", "متصفحك لا يدعم تشغيل الفيديو"]))  # fmt: skip


def _section(draft: Draft, matter: Matter) -> None:
    draft.add("section", draft.rng.choice(_SECTIONS[1:]))


def _title(draft: Draft, matter: Matter) -> None:
    first = not any(role == "title" for role in draft.roles())
    draft.add("title" if first else "repeated_title", matter.article.title)


def _suffixed(draft: Draft, matter: Matter) -> None:
    if any(role == "title" for role in draft.roles()):
        draft.add(
            "repeated_title",
            matter.article.title + matter.fixed.choice([" | ", " - ", " – "]) + matter.outlet,
        )


def _author(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    shape = fixed.choice(
        [
            "{}",
            "كتب: {}",
            "كتبت/ {}",
            "بقلم {}",
            "بواسطة {}",
            "{} - {town}",
            "{town} - {}",
            "إعداد: {}",
            "تحرير: {}",
            "{} | {outlet}",
            "أعدّه للنشر: {}",
            "ترجمة: {}",
            "مراسلنا في {town}",
        ]
    )
    draft.add(
        "byline",
        shape.format(person(rng), town=rng.choice(TOWNS), outlet=matter.outlet),
        _gap(fixed),
    )


def _agency(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    shape = fixed.choice(
        [
            "{a}",
            "{t} - {a}",
            "{t} ({a})",
            "{o} - {a}",
            "{t} / {a}",
            "{o}",
            "{t} – {o}",
            "{o} – {t}",
            "{a} - {o}",
            "متابعات - {o}",
            "{t}: {o}",
        ]
    )
    draft.add(
        "byline",
        shape.format(a=rng.choice(AGENCIES), t=rng.choice(TOWNS), o=matter.outlet),
        _gap(fixed),
    )


def _day(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    head = fixed.choice(
        [
            "",
            "",
            "",
            "نشر في: ",
            "تاريخ النشر: ",
            "آخر تحديث: ",
            "نشر بتاريخ: ",
            "تم النشر: ",
            "منذ ",
        ]
    )
    text = (
        f"{rng.randint(2, 20)} {rng.choice(['ساعة', 'دقيقة', 'يوم'])}"
        if head == "منذ "
        else day_format(fixed)(rng)
    )
    draft.add("byline", head + text, _gap(fixed))


def _counter(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    number = rng.randint(0, 9999)
    draft.add("navigation", fixed.choice([f"{number} مشاهدة", f"عدد القراءات: {number}", f"{number}", f"{number} تعليق", f"وقت القراءة: {number % 9 + 1} دقائق", f"{number % 9 + 1} دقائق للقراءة", f"المشاهدات: {number}", f"مشاهدات {number}"]), _gap(fixed))  # fmt: skip


def _caption(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    told = rng.choice(
        [
            matter.article.title,
            rng.choice(matter.article.parts)[1],
            matter.article.lead,
            rng.choice(matter.others).lead,
        ]
    )
    text = phrase(rng, told, 2, 11) if draft.chance(0.6) else pictured(rng)
    text += fixed.choice(
        [
            "",
            "",
            "",
            " (أرشيف)",
            " - أرشيفية",
            f" ({rng.choice(AGENCIES)})",
            " / AFP",
            " (غيتي)",
            f" | {matter.outlet}",
            " - تصوير: " + person(rng),
            " (مواقع التواصل)",
        ]
    )
    draft.add(
        "caption", fixed.choice(["", "", "", "", "صورة: ", "الصورة: ", "© "]) + text, _gap(fixed)
    )
    if fixed.random() < 0.35:
        draft.add("caption", text, "\n")


def _standfirst(draft: Draft, matter: Matter) -> None:
    words = matter.article.lead.split()
    draft.add(
        "paragraph",
        " ".join(words[: draft.rng.randint(10, 30)]) + draft.rng.choice(["", ".", "..."]),
    )


_ABOVE: tuple[Part, ...] = (_menu, _path, _ticker, _buttons, _notice)
_UNDER: tuple[Part, ...] = (
    _author,
    _agency,
    _day,
    _counter,
    _buttons,
    _caption,
    _standfirst,
    _title,
    _suffixed,
)


def _links(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    if fixed.random() < 0.85:
        draft.add("related", fixed.choice(_LINKS) + fixed.choice(["", "", ":", "..", " :"]))
    mark, written = fixed.choice(["", "", "", "- ", "• ", "* "]), day_format(fixed)
    extra = fixed.choice(["", "", "", "day", "lead", "section", "ago", "outlet", "more"])
    gap = _gap(fixed)
    for number, other in enumerate(draft.some_others(matter.others, rng.randint(0, 8))):
        draft.add(
            "related",
            mark + other.title + fixed.choice(["", "", " (صور)", "...", " .. فيديو"]),
            gap,
        )
        if extra == "day":
            draft.add("related", written(rng), "\n")
        elif extra == "lead":
            draft.add(
                "related",
                " ".join(other.lead.split()[: rng.randint(10, 40)])
                + fixed.choice(["...", " …", "", "."]),
                gap,
            )
        elif extra == "section":
            draft.add("related", fixed.choice(_SECTIONS), "\n")
        elif extra == "ago":
            draft.add("related", f"منذ {rng.randint(2, 20)} ساعات", "\n")
        elif extra == "outlet":
            draft.add("related", matter.outlet, "\n")
        elif extra == "more" and number % 2:
            draft.add("related", fixed.choice(["المزيد", "اقرأ المزيد", "التفاصيل"]), "\n")


def _tags(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    words = [w for w in matter.article.title.split() if len(w) > 3] or ["أخبار"]
    tags = [" ".join(draft.some(words, 1, 2)) for _ in range(rng.randint(2, 6))]
    head = fixed.choice(
        [
            "الوسوم",
            "وسوم",
            "الكلمات الدلالية",
            "كلمات مفتاحية",
            "الكلمات المفتاحية",
            "tags",
            "هاشتاغ",
            "علامات",
            "مواضيع",
            "إشارات",
        ]
    )
    shape = fixed.randrange(4)
    if shape == 0:
        draft.add("navigation", f"{head}: " + fixed.choice([" ", "، ", " | ", " # "]).join(tags))
    elif shape == 1:
        draft.add("navigation", " ".join("#" + tag.replace(" ", "_") for tag in tags))
    else:
        if shape == 2:
            draft.add("navigation", head)
        draft.each("navigation", tags, "\n", fixed.choice(["", "", "#"]))


def _source(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    head = fixed.choice(
        ["المصدر: ", "المصدر : ", "المصدر | ", "نقلا عن ", "المصدر- ", "عن ", "مصدر الخبر: "]
    )
    if fixed.random() < 0.3:  # agencies alone, behind the text
        draft.add("source", " / ".join(rng.sample(AGENCIES, fixed.randint(1, 2))))
        return
    names = [
        rng.choice([*AGENCIES, *OUTLET_NAME, outlet(rng)]) for _ in range(rng.choice([1, 1, 1, 2]))
    ]
    draft.add(
        "source",
        head + fixed.choice([" + ", " - ", "، "]).join(names) + fixed.choice(["", "", "."]),
    )


def _end(draft: Draft, matter: Matter) -> None:
    draft.add(
        "end",
        matter.fixed.choice(
            [
                "انتهى",
                "/انتهى/",
                "نهاية الخبر",
                "نهاية الرسالة",
                "انتهى/ ر",
                "م.س",
                "س.ع / ر",
                "—",
                "***",
                "ه ع/ م ن",
                "(انتهى)",
                "تم",
                "ــــــــ",
                "ك ف",
            ]
        ),
    )
    if matter.fixed.random() < 0.25:
        draft.add("end", ".")


def _form(draft: Draft, matter: Matter) -> None:
    fixed = matter.fixed
    draft.each("form", fixed.sample(_FORM, fixed.randint(1, 5)), _gap(fixed))
    if fixed.random() < 0.25:
        draft.add("form", fixed.choice(POLICY))


def _comments(draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    number = rng.randint(1, 5)
    draft.add(
        "form",
        fixed.choice(
            [
                f"التعليقات ({number})",
                "تعليقات القراء",
                f"{number} تعليق",
                "آراء الزوار",
                "التعليقات",
            ]
        ),
    )
    written = day_format(fixed)
    for _ in range(number):
        draft.add(
            "form", rng.choice(["زائر", "محمد", person(rng), "ابو احمد", "مغترب", "Ali", "قارئة"])
        )
        if fixed.random() < 0.6:
            draft.add("form", written(rng), "\n")
        words = rng.choice(matter.others).lead.split()
        draft.add("form", " ".join(words[: rng.randint(3, 25)]), "\n")
        if fixed.random() < 0.4:
            draft.add("form", fixed.choice(["رد", "الرد", "إعجاب", "Reply"]), "\n")


def _foot(draft: Draft, matter: Matter) -> None:
    fixed = matter.fixed
    draft.each("navigation", fixed.sample(_FOOT, fixed.randint(1, 6)), _gap(fixed))


def _about(draft: Draft, matter: Matter) -> None:
    draft.add("byline", f"{person(draft.rng)}")
    draft.add(
        "byline",
        matter.fixed.choice(
            ["صحفي وكاتب", f"مراسل {matter.outlet}", "كاتب ومحلل سياسي", "محرر الشؤون الدولية"]
        ),
        "\n",
    )


_BELOW: tuple[Part, ...] = (
    _links,
    _tags,
    _source,
    _end,
    _form,
    _comments,
    _foot,
    _buttons,
    _links,
    _about,
    _day,
)
_ORDER = {
    _end: 0,
    _source: 1,
    _day: 2,
    _about: 2,
    _tags: 3,
    _buttons: 4,
    _links: 5,
    _comments: 6,
    _form: 7,
    _foot: 8,
}


def mosaic(draft: Draft, matter: Matter) -> None:
    """A page of an outlet put together at random."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = fixed.choice(["\n\n", "\n\n", "\n", "\n\n\n", "\n \n"])
    titled = fixed.random() < 0.88
    if titled:
        above = fixed.sample(_ABOVE, fixed.choice([0, 0, 0, 1, 1, 2, 3]))
        for part in above:
            part(draft, matter)
        if _menu not in above and fixed.random() < 0.2:
            _section(draft, matter)
        suffix = (
            fixed.choice([" | ", " - ", " – ", " :: "]) + matter.outlet
            if fixed.random() < 0.12
            else ""
        )
        draft.add("title", article.title + suffix)
        if suffix and fixed.random() < 0.7:
            draft.add("repeated_title", article.title)
        under = fixed.sample(_UNDER, fixed.randint(0, 5))
        for part in under:
            if draft.chance(0.85):
                part(draft, matter)
    elif fixed.random() < 0.4:
        fixed.choice([_caption, _day, _author, _agency])(draft, matter)
    if fixed.random() < 0.4:
        heads = [
            "{t} - {o} - ",
            "{t} ({a}) - ",
            "{o}/ ",
            "{o}: ",
            "{t}/ {a}/ ",
            "{o} – {t} | ",
            "({a}) - ",
            "{t}، {o}: ",
            "{o} - ",
            "{t} ـ {o} ـ ",
            "{t}- ",
        ]
        head = fixed.choice(heads).format(
            t=rng.choice(TOWNS), o=matter.outlet, a=rng.choice(AGENCIES)
        )
        article = replace(
            article, parts=((article.parts[0][0], head + article.parts[0][1]), *article.parts[1:])
        )
    if fixed.random() < 0.15:
        article = _unmarked(article, fixed)
    inside = fixed.sample(
        [_links, _caption, _one_link, _bare_links, _bare_links, _buttons, _form],
        fixed.choice([0, 0, 1, 1, 2]),
    )

    def between(at: int) -> None:
        if inside and draft.chance(0.15):
            fixed_part = rng.choice(inside)
            fixed_part(draft, matter)

    body(draft, article, between)
    below = fixed.sample(_BELOW, fixed.choice([0, 1, 1, 2, 3, 4, 6]))
    if fixed.random() < 0.7:
        below.sort(key=lambda part: _ORDER[part])
    for part in below:
        if draft.chance(0.9):
            part(draft, matter)


def _bare_links(draft: Draft, matter: Matter) -> None:
    draft.each("related", matter.titles(draft.rng, 1, 3), _gap(matter.fixed))


def _one_link(draft: Draft, matter: Matter) -> None:
    head = matter.fixed.choice(
        [
            "اقرأ أيضا: ",
            "إقرأ أيضاً - ",
            "شاهد: ",
            "للمزيد: ",
            "طالع: ",
            "",
            "",
            "• ",
            "بالفيديو.. ",
            "تابع/ ",
            "ذات صلة: ",
        ]
    )
    draft.add("related", head + matter.titles(draft.rng, 1, 1)[0])


def _unmarked(article: Article, fixed: random.Random) -> Article:
    """The article without the full stops at the ends of its paragraphs, or with long dots there."""
    mark = fixed.choice(["", "", "..", " ."])
    parts = tuple(
        (role, text.rstrip(".") + mark if role == "paragraph" and text.endswith(".") else text)
        for role, text in article.parts
    )
    return replace(article, parts=parts)
