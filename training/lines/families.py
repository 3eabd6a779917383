"""Families of layouts: how the text of a page looks as different kinds of sites and scrapers leave it.

Each family has its own order, its own wording and its own habits; an outlet of a family fixes some
of the choices (``Matter.fixed``), a page the rest.  Families were written after looking at how
scraped pages of Arabic sites of many countries are laid out; outlets, people and wordings are ours.
Wordings are not taken from the reading lexicon: some are in it, some are not, as on real pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from training.lines.articles import Article
from training.lines.drafts import (
    AGENCIES,
    TOWNS,
    Draft,
    Matter,
    body,
    day_format,
    outlet,
    person,
    phrase,
)
from training.lines.mosaic import POLICY, mosaic, pictured

Family = Callable[[Draft, Matter], None]


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def _sentences_split(article: Article, draft: Draft) -> Article:
    """The article with some paragraphs broken in mid-sentence, as editors and scrapers leave them."""
    parts: list[tuple[str, str]] = []
    for role, text in article.parts:
        words = text.split()
        if role == "paragraph" and len(words) > 16 and draft.chance(0.35):
            at = draft.rng.randint(6, len(words) - 6)
            parts += [(role, " ".join(words[:at])), (role, " ".join(words[at:]))]
        else:
            parts.append((role, text))
    return replace(article, parts=tuple(parts))


def wire(draft: Draft, matter: Matter) -> None:
    """An agency's own site: datelines, end marks, editors' initials, few links."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = fixed.choice(["\n\n", "\n"])
    written, town = day_format(fixed), rng.choice(TOWNS)
    slug = fixed.choice(["وفا", "بترا", "واس", "قنا", "كونا", "واع", "سانا", "سبأ", "سونا", "وات"])
    if fixed.random() < 0.6:
        draft.add("title", article.title)
    if fixed.random() < 0.5:
        draft.add(
            "byline",
            fixed.choice(["", "تاريخ النشر: ", "نشر بتاريخ ", "تم النشر في "]) + written(rng),
        )
    if fixed.random() < 0.3:
        draft.add(
            "navigation",
            fixed.choice(["طباعة", "مشاركة الخبر", "أ+ أ-", "نسخ النص", "حجم الخط + -"]),
        )
    heads = (f"{town} {rng.randint(1, 28)}-{rng.randint(1, 12)}-2021 {slug}- ", f"{town} ({slug}) ", f"{town} - {slug} - ",
             f"{town} في {rng.randint(1, 28)} أكتوبر/ {slug} / ", f"{town}، {rng.randint(1, 28)} مارس ({slug}) -- ", f"{slug}/ ", "")  # fmt: skip
    head = heads[fixed.randrange(len(heads))]
    if fixed.random() < 0.25:
        draft.add("byline", f"{town} - {slug}")
        head = ""
    parts = list(article.parts)
    parts[0] = (parts[0][0], head + parts[0][1])
    if fixed.random() < 0.3:
        parts[-1] = (
            parts[-1][0],
            parts[-1][1] + f" //انتهى// {rng.randint(10, 23)}{rng.randint(10, 59)} ت م",
        )
    body(draft, replace(article, parts=tuple(parts)))
    end = fixed.choice(
        [
            "/انتهى/",
            "انتهى",
            "//انتهى//",
            "ـــــ",
            "ر.س / م.ع",
            "ف.ع",
            "(انتهى) ن م",
            "ــ/ هـ ر",
            "نهاية الخبر",
            "",
            "س ل / ح م",
        ]
    )
    draft.add("end", end)
    if fixed.random() < 0.3:
        draft.add("byline", written(rng))
    if fixed.random() < 0.35:
        draft.add(
            "related",
            fixed.choice(["مواضيع ذات صلة", "أخبار ذات علاقة", "المزيد من الأخبار", "اخر الاخبار"]),
        )
        draft.each(
            "related", matter.titles(rng, 2, 6), gap="\n", mark=fixed.choice(["", "- ", "• "])
        )
    if fixed.random() < 0.25:
        draft.add("form", fixed.choice(POLICY))
    if fixed.random() < 0.3:
        draft.add("navigation", f"رقم الخبر {rng.randint(10000, 99999)}")


def portal(draft: Draft, matter: Matter) -> None:
    """A portal with a masthead, doubled captions, tags and video links."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    written = day_format(fixed, "egypt")
    if fixed.random() < 0.4:
        draft.add("navigation", written(rng))
        chief = person(fixed)
        for _ in range(fixed.choice([1, 2])):
            draft.add(
                "navigation",
                fixed.choice(["رئيس مجلس الإدارة", "رئيس التحرير", "رئيس مجلسي الإدارة والتحرير"]),
                "\n",
            )
            draft.add("navigation", chief, "\n")
    if fixed.random() < 0.5:
        draft.add(
            "section",
            rng.choice(
                [
                    "الأخبار",
                    "عرب وعالم",
                    "العالم",
                    "شئون عربية",
                    "خارجي",
                    "أخبار وتقارير",
                    "تقارير دولية",
                ]
            ),
        )
    draft.add("title", article.title)
    caption = (
        _first_words(article.title, rng.randint(2, 5))
        if draft.chance(0.5)
        else phrase(rng, article.lead, 2, 4)
    )
    if draft.chance(0.3):
        caption = pictured(rng)
    order = fixed.sample(["caption", "byline", "day", "buttons"], 4)
    for what in order:
        if what == "caption" and fixed.random() < 0.7:
            draft.add("caption", caption + rng.choice(["", "", " - أرشيفية", " "]))
            if fixed.random() < 0.6:
                draft.add("caption", caption, "\n")
        elif what == "byline" and fixed.random() < 0.7:
            who = rng.choice(
                [person(rng), "وكالات", f"{person(rng)} - وكالات", "أ ف ب", person(rng)]
            )
            draft.add("byline", fixed.choice(["كتب: ", "كتبت : ", "كتب - ", "", "بقلم: "]) + who)
        elif what == "day" and fixed.random() < 0.7:
            draft.add("byline", written(rng), "\n" if draft.chance(0.5) else None)
        elif what == "buttons" and fixed.random() < 0.4:
            draft.each(
                "navigation",
                fixed.sample(
                    [
                        "تابع أحدث الأخبار عبر تطبيق google news",
                        "حجم الخط",
                        "18",
                        "إعلان",
                        "طباعة",
                        "مشاركة",
                        "f",
                        "شارك",
                    ],
                    2,
                ),
                "\n",
            )
    links = fixed.choice(
        ["اقرأ أيضًا: ", "اقرأ أيضا..", "إقرأ أيضا| ", "طالع المزيد: ", "شاهد أيضًا: "]
    )

    def between(at: int) -> None:
        if at and draft.chance(0.12):
            draft.add("related", links + matter.titles(rng, 1, 1)[0])

    body(draft, article, between if fixed.random() < 0.5 else None)
    if fixed.random() < 0.5:
        tags = draft.some(article.title.split(), 2, 4)
        if fixed.random() < 0.5:
            draft.add("navigation", " ".join(tags) + " " + " ".join(article.lead.split()[2:5]))
        else:
            draft.add(
                "navigation",
                fixed.choice(["الكلمات المفتاحية", "الدلالات", "موضوعات متعلقة بالخبر"]),
            )
            draft.each("navigation", tags, "\n", "# " if fixed.random() < 0.3 else "")
    if fixed.random() < 0.6:
        draft.add(
            "related",
            fixed.choice(
                [
                    "فيديو قد يعجبك:",
                    "مواضيع متعلقة",
                    "أخبار متعلقة",
                    "اخبار قد تهمك",
                    "الأكثر قراءة",
                ]
            ),
        )
        for title in matter.titles(rng, 0, 6):
            draft.add("related", title, "\n")
    if fixed.random() < 0.25:
        draft.add("related", fixed.choice(["الخبر التالى:", "الموضوع التالي"]))
        draft.add("related", matter.titles(rng, 1, 1)[0], "\n")
    if fixed.random() < 0.3:
        draft.add(
            "form",
            fixed.choice(["اضف تعليق", "تم أضافة تعليقك سوف يظهر بعد المراجعة", "لا يوجد تعليقات"]),
        )


def daily(draft: Draft, matter: Matter) -> None:
    """A daily of the Maghreb: the title twice with its day between, readers' comments behind."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    written = day_format(fixed, fixed.choice(["maghreb", "algeria"]))
    draft.gap = "\n\n"
    if fixed.random() < 0.3:
        draft.each(
            "navigation",
            fixed.sample(
                [
                    "24 ساعة",
                    "النشرة البريدية",
                    "صوت وصورة",
                    "كتاب وآراء",
                    "X",
                    "تابعونا على فيسبوك",
                    "Imprimer",
                ],
                3,
            ),
            "\n",
        )
    draft.add("title", article.title)
    if fixed.random() < 0.6:
        draft.add("repeated_title", article.title)
    draft.add("byline", written(rng), "\n")
    if fixed.random() < 0.4:
        draft.add("repeated_title" if fixed.random() < 0.5 else "caption", article.title, "\n")
    if fixed.random() < 0.5:
        draft.add(
            "byline",
            rng.choice(
                [f"{matter.outlet} - {person(rng)}", person(rng), f"{matter.outlet} – و م ع"]
            ),
        )
    body(draft, article)
    if fixed.random() < 0.4:
        draft.each(
            "navigation",
            fixed.sample(
                [
                    "تابعوا آخر الأخبار على أخبار غوغل",
                    "شارك",
                    "أنشر",
                    "فيسبوك",
                    "واتساب",
                    "إقــرأ لاحقا",
                ],
                3,
            ),
            "\n",
        )
    if fixed.random() < 0.4:
        draft.each("navigation", draft.some(article.lead.split(), 2, 5), "\n")
    if fixed.random() < 0.6:
        count = rng.randint(1, 6)
        draft.add(
            "form",
            fixed.choice(
                [
                    f"تعليقات الزوار ({count})",
                    f"التعليقات {count}",
                    f"{count} تعليقات",
                    "آراء القراء",
                ]
            ),
        )
        for number in range(count):
            name = rng.choice(
                ["مواطن", "قارئ", "ولد البلاد", person(rng).split()[0], "hassan", "متابع"]
            )
            draft.add("form", f"{number + 1} - {name}" if fixed.random() < 0.5 else name, "\n")
            draft.add("form", written(rng), "\n")
            text = rng.choice(matter.others).lead
            draft.add("form", _first_words(text, rng.randint(4, 30)), "\n")
    if fixed.random() < 0.4:
        draft.add("form", fixed.choice(["النشرة البريدية", "صندوق التعليقات"]))
        draft.add(
            "form",
            fixed.choice(
                [
                    "اشترك الآن في النشرة البريدية لتصلك آخر الأخبار يوميا",
                    "المرجو التحقق من صحة البريد الالكتروني",
                ]
            ),
            "\n",
        )
    if fixed.random() < 0.3:
        draft.add("related", "من الصفحة ذاتها")
        draft.each("related", matter.titles(rng, 2, 5), "\n")


def blog(draft: Draft, matter: Matter) -> None:
    """A small site on a common blog system: path, counters, share names, tags, cards, comment form."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    written = day_format(fixed)
    section = fixed.choice(["أخبار", "عالمي", "سياسة", "أخبار العالم", "تقارير", "دولي", "محلي"])
    if fixed.random() < 0.5:
        mark = fixed.choice([" / ", " » ", "/", " > "])
        draft.add(
            "navigation",
            mark.join(["الرئيسية", section, *([article.title] if fixed.random() < 0.4 else [])]),
        )
    elif fixed.random() < 0.7:
        draft.add("section", section)
    draft.add("title", article.title)
    meta = fixed.sample(["who", "day", "comments", "views", "time"], 5)
    gap = fixed.choice(["\n", "\n\n"])
    for what in meta:
        if fixed.random() < 0.55:
            role, text = {
                "who": (
                    "byline",
                    rng.choice(["بواسطة محرر", person(rng), "admin", "فريق التحرير"]),
                ),
                "day": ("byline", written(rng)),
                "comments": ("navigation", f"{rng.randint(0, 30)} تعليق"),
                "views": (
                    "navigation",
                    rng.choice([f"{rng.randint(1, 999)} مشاهدة", f"{rng.randint(1, 999)}"]),
                ),
                "time": (
                    "navigation",
                    rng.choice(["دقيقة واحدة", "أقل من دقيقة", f"{rng.randint(2, 9)} دقائق"]),
                ),
            }[what]
            draft.add(role, text, gap)
    if fixed.random() < 0.4:
        draft.each(
            "navigation",
            fixed.sample(
                [
                    "فيسبوك",
                    "تويتر",
                    "لينكدإن",
                    "بينتيريست",
                    "واتساب",
                    "تيلقرام",
                    "مشاركة عبر البريد",
                    "طباعة",
                    "Facebook",
                    "Twitter",
                ],
                fixed.randint(2, 6),
            ),
            "\n",
        )
    if fixed.random() < 0.25:
        draft.add("repeated_title", article.title)
    taken = _sentences_split(article, draft) if fixed.random() < 0.35 else article
    if fixed.random() < 0.4:
        town = rng.choice(TOWNS)
        head = fixed.choice(
            [
                f"{town} – {matter.outlet} | ",
                f"{matter.outlet} – ",
                f"{town} ـ {matter.outlet}: ",
                f"{matter.outlet} _ ",
                f"{matter.outlet}: ",
            ]
        )
        taken = replace(
            taken, parts=((taken.parts[0][0], head + taken.parts[0][1]), *taken.parts[1:])
        )

    def between(at: int) -> None:
        if at == 1:
            draft.add("related", fixed.choice(["اقرأ أيضا", "مقالات ذات صلة", "أخبار ذات صلة"]))
            for title in matter.titles(rng, 1, 3):
                draft.add("related", title, "\n")
                if fixed.random() < 0.5:
                    draft.add("related", written(rng), "\n")

    body(draft, taken, between if fixed.random() < 0.35 else None)
    tail = fixed.sample(["source", "tags", "share", "near", "cards", "form", "up", "foot"], 8)
    for what in sorted(
        tail,
        key=["source", "tags", "share", "near", "cards", "form", "up", "foot"].index
        if fixed.random() < 0.7
        else tail.index,
    ):
        if fixed.random() < 0.5:
            _blog_tail(what, draft, matter)


def _blog_tail(what: str, draft: Draft, matter: Matter) -> None:
    fixed, rng = matter.fixed, draft.rng
    written = day_format(fixed)
    if what == "source":
        draft.add(
            "source",
            fixed.choice(["المصدر: ", "المصدر : ", "نقلا عن ", "المصدر/ "])
            + rng.choice([*AGENCIES, outlet(rng)])
            + fixed.choice(["", "."]),
        )
    elif what == "tags":
        tags = draft.some(matter.article.title.split(), 2, 5)
        if fixed.random() < 0.5:
            draft.add("navigation", "الوسوم: " + fixed.choice(["، ", " ", " | "]).join(tags))
        else:
            draft.add("navigation", fixed.choice(["الوسوم", "وسوم", "الأوسمة"]))
            draft.each("navigation", tags, "\n")
    elif what == "share":
        draft.add("navigation", fixed.choice(["شاركها", "شارك هذه القصة", "مشاركة", "انشر الخبر"]))
        draft.each(
            "navigation",
            fixed.sample(["فيسبوك", "X", "تيلقرام", "لينكدإن", "واتساب", "ڤايبر", "نسخ الرابط"], 3),
            "\n",
        )
    elif what == "near":
        for label in ("السابق", "التالي"):
            if draft.chance(0.8):
                draft.add(
                    "related" if fixed.random() < 0.9 else "navigation",
                    fixed.choice([label, f"{label} بوست", f"المقال {label}"]),
                )
                draft.add("related", matter.titles(rng, 1, 1)[0], "\n")
    elif what == "cards":
        draft.add(
            "related",
            fixed.choice(
                [
                    "مقالات ذات صلة",
                    "قد يعجبك ايضا",
                    "المزيد عن المؤلف",
                    "موضوعات قد تهمك",
                    "أخبار مشابهة",
                ]
            ),
        )
        for title in matter.titles(rng, 2, 6):
            draft.add("related", title, fixed.choice(["\n", "\n\n"]))
            if fixed.random() < 0.4:
                draft.add("related", written(rng), "\n")
    elif what == "form":
        draft.add(
            "form",
            fixed.choice(["اترك تعليقاً", "اترك رد", "اكتب تعليقك", "اترك تعليقاً إلغاء الرد"]),
        )
        draft.each(
            "form",
            [
                "لا ننشر بريدك الإلكتروني. الخانات ذات النجمة لازمة *",
                "التعليق *",
                "الاسم *",
                "البريد الإلكتروني *",
                "احفظ اسمي والبريد الإلكتروني والموقع في هذا المتصفح للمرة القادمة",
            ][: fixed.randint(1, 5)],
        )
    elif what == "up":
        draft.add(
            "navigation",
            fixed.choice(["زر الذهاب إلى الأعلى", "العودة إلى أعلى", "Exit mobile version"]),
        )
    else:
        draft.add(
            "navigation",
            fixed.choice(
                [
                    "جميع الحقوق محفوظة © 2022",
                    "© 2021 - كافة الحقوق محفوظة",
                    f"{matter.outlet} 2023 ©",
                ]
            ),
        )


def broadcaster(draft: Draft, matter: Matter) -> None:
    """A broadcaster's site: doubled menus in bullets, a standfirst, a picture's caption with credit."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    if fixed.random() < 0.5:
        draft.each(
            "navigation",
            fixed.sample(
                [
                    "مباشر",
                    "أين يمكنك متابعتنا",
                    "أقسام مهمة",
                    "Stories",
                    "بث حي",
                    "النشرات",
                    "ترددات القناة",
                ],
                3,
            ),
        )
        for topic in (
            _first_words(a.title, 3) for a in draft.some_others(matter.others, rng.randint(2, 6))
        ):
            draft.add("navigation", f"• {topic}", "\n", "  ")
            draft.add("navigation", topic, "\n\n", "    ")
    if fixed.random() < 0.3:
        draft.add(
            "section", fixed.choice(["أخبار العالم", "العالم العربي", "أخبار روسيا", "مال وأعمال"])
        )
    draft.add("title", article.title)
    if fixed.random() < 0.6:
        draft.add("paragraph", article.lead)
        article = replace(article, parts=article.parts[1:])
    if fixed.random() < 0.5:
        draft.add("repeated_title", article.title)
    caption = phrase(rng, article.parts[0][1], 4, 9)
    if fixed.random() < 0.7:
        shape = fixed.choice(["{} / {}", "{} ({})", "{}", "{} - {}", "© {1} {0}", "صورة: {}"])
        credit = rng.choice(["Reuters", "AFP", "رويترز", "أ ف ب", "Getty", "AP"])
        if fixed.random() < 0.3:
            draft.add("caption", f"• {caption}", None, "  ")
            draft.add("caption", caption, "\n", "    ")
        else:
            draft.add("caption", shape.format(caption, credit), "\n" if draft.chance(0.4) else None)
    if fixed.random() < 0.4:
        draft.add("byline", day_format(fixed)(rng) + rng.choice(["", " GMT", " بتوقيت غرينتش"]))
    if fixed.random() < 0.3:
        draft.add(
            "navigation", fixed.choice(["انسخ الرابط", "تم نسخ الرابط", "استمع للمقال", "0:00"])
        )
    name = matter.outlet

    def between(at: int) -> None:
        if at and draft.chance(0.15):
            draft.each(
                "related",
                matter.titles(rng, 1, 2),
                "\n\n",
                fixed.choice(["", "إقرأ المزيد ", "• "]),
            )

    body(draft, article, between if fixed.random() < 0.6 else None)
    if fixed.random() < 0.7:
        draft.add(
            "source",
            rng.choice(
                [
                    f"المصدر: {name}",
                    f"المصدر: {rng.choice(AGENCIES)}",
                    f"المصدر: {rng.choice(AGENCIES)} + {name}",
                ]
            ),
        )
    if fixed.random() < 0.3:
        draft.add(
            "form" if fixed.random() < 0.5 else "navigation",
            fixed.choice([f"تابعوا {name} على تلغرام", f"حملوا تطبيق {name} لمتابعة العاجل"]),
        )
    if fixed.random() < 0.5:
        draft.add(
            "related",
            fixed.choice(
                ["اخترنا لك", "موضوعات", "التالي", "الأكثر مشاهدة", "آخر الأخبار", "إقرأ أيضا"]
            ),
        )
        draft.each("related", matter.titles(rng, 0, 8), fixed.choice(["\n", "\n\n"]))
    if fixed.random() < 0.3:
        draft.add("form", "التعليقات")


def panarab(draft: Draft, matter: Matter) -> None:
    """A pan-Arab daily: headline, standfirst and caption come twice, then town, author and day."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    stand = _first_words(article.lead, 12)
    caption = phrase(rng, article.parts[-1][1], 4, 9) + rng.choice(
        [" (رويترز)", " (أ.ف.ب)", " (د.ب.أ)", ""]
    )
    times = 2 if fixed.random() < 0.6 else 1
    for number in range(times):
        draft.add("title" if number == 0 else "repeated_title", article.title)
        if fixed.random() < 0.7:
            draft.add("paragraph" if number == 0 else "repeated_title", stand)
        draft.add("caption", caption)
        if fixed.random() < 0.7:
            draft.add("caption", caption, "\n")
        if number == 0 and times == 2:
            draft.add("navigation", fixed.choice(["TT", "20", "ع ع ع"]), "\n")
    town = rng.choice(TOWNS)
    head = [
        (f"{town}: {person(rng)}", "byline"),
        (day_format(fixed)(rng), "byline"),
        (town, "byline"),
        (f"{town}: «{matter.outlet}»", "byline"),
        (f"{person(rng)} - {town}", "byline"),
    ]
    for text, role in fixed.sample(head, fixed.randint(1, 2)):
        draft.add(role, text)

    def between(at: int) -> None:
        if at and draft.chance(0.08):
            draft.add("caption", phrase(rng, article.parts[at][1], 4, 8) + " (أ.ب)")

    body(draft, article, between if fixed.random() < 0.5 else None)
    if fixed.random() < 0.6:
        draft.add("related", fixed.choice(["مقالات ذات صلة", "اقرأ أيضاً", "مواضيع"]))
        for title in matter.titles(rng, 1, 5):
            draft.add("related", title)
            if fixed.random() < 0.3:
                draft.add("related", title, "\n")


def aggregator(draft: Draft, matter: Matter) -> None:
    """An aggregator: the source's name, one block of text, then leads of other articles."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = "\n"
    if fixed.random() < 0.3:
        draft.add("related", fixed.choice(["أحدث الأخبار", "شريط الأخبار", "الآن"]))
        for title in matter.titles(rng, 3, 12):
            draft.add(
                "related",
                f"• {rng.randint(0, 23):02}:{rng.randint(0, 59):02} . {title}... المزيد"
                if fixed.random() < 0.5
                else f"- {title}",
                "\n",
                "  " if fixed.random() < 0.5 else "",
            )
    draft.add("title", article.title)
    if fixed.random() < 0.6:
        draft.add(
            "byline",
            fixed.choice(["تاريخ النشر: ", "", "منذ "])
            + (day_format(fixed)(rng) if fixed.random() < 0.7 else f"{rng.randint(2, 9)} ساعات"),
        )
    if fixed.random() < 0.5:
        draft.add(
            "byline",
            fixed.choice(
                [matter.outlet, f"{matter.outlet}_واس", f"{matter.outlet}-{person(rng)}", "متابعات"]
            ),
        )
    if fixed.random() < 0.4:
        draft.add("paragraph", " ".join(text for _, text in article.parts))
    else:
        body(draft, article)
    if fixed.random() < 0.7:
        draft.add("source", f"المصدر: {outlet(rng)}")
    if fixed.random() < 0.5:
        draft.add(
            "navigation", "كلمات دلالية: " + " ".join(draft.some(article.title.split(), 2, 5))
        )
    if fixed.random() < 0.7:
        draft.add("related", fixed.choice(["إقرأ أيضاً:", "أخبار متعلقة", "شاهد أيضا"]))
        for other in draft.some_others(matter.others, rng.randint(1, 4)):
            draft.add("related", other.title)
            if fixed.random() < 0.7:
                if draft.chance(0.4):
                    draft.add(
                        "related",
                        rng.choice(
                            [
                                f"{matter.outlet}-{person(rng)}",
                                "وكالات",
                                f"{rng.choice(TOWNS)} - واس",
                            ]
                        ),
                    )
                draft.add("related", other.lead + (" ..." if fixed.random() < 0.4 else ""))
    if fixed.random() < 0.3:
        draft.add("navigation", fixed.choice(["مشاركة :", ":شارك الخبر", "إقــــرأ المزيد"]))


def metadata_first(draft: Draft, matter: Matter) -> None:
    """A page whose hidden metadata were scraped with it: stamps, tags and addresses above the text."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    if fixed.random() < 0.4:
        draft.add(
            "navigation",
            f"https://www.{rng.choice(['madar', 'sada', 'ofoq'])}.example/{rng.randint(2019, 2025)}/{rng.randint(1000, 9999)}.html",
        )
    draft.add("title", article.title)
    draft.add("repeated_title", article.title)
    if fixed.random() < 0.5:
        draft.add("byline", matter.outlet)
    stand = article.lead
    draft.add(
        "paragraph",
        _first_words(stand, 22)
        + ("..." if fixed.random() < 0.6 else "... " + day_format(fixed)(rng)),
    )
    stamp = f"2023-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}+0000"
    for _ in range(fixed.randint(1, 3)):
        draft.add("byline", stamp)
    draft.each(
        "navigation",
        draft.some(
            ["العالم", "العالم العربي", "روسيا", "أخبار أوكرانيا", "الأخبار", "تقارير"], 2, 4
        ),
    )
    if fixed.random() < 0.5:
        draft.add(
            "navigation",
            f"https://cdn.img.example/{rng.randint(100000, 999999)}_0:0:3051:1717_1920x0_80.jpg",
        )

    def between(at: int) -> None:
        if at and draft.chance(0.12):
            title, when = matter.titles(rng, 1, 1)[0], day_format(fixed)(rng)
            draft.add("related", title)
            if fixed.random() < 0.6:
                draft.add("related", when)

    body(draft, article, between)
    if fixed.random() < 0.4:
        draft.each("related", matter.titles(rng, 1, 3))
    if fixed.random() < 0.3:
        draft.each(
            "form",
            ["تم حظر دخولك إلى الدردشة بسبب انتهاك", "لمشاركة آرائكم سجلوا الدخول أو أنشئوا حسابا"][
                : fixed.randint(1, 2)
            ],
        )


def bare(draft: Draft, matter: Matter) -> None:
    """An extractor's output: little but the text, perhaps without its title, links between the lines."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = fixed.choice(["\n", "\n", "\n\n"])
    if fixed.random() < 0.3:
        draft.add(
            "caption",
            pictured(rng) if draft.chance(0.5) else _first_words(article.lead, rng.randint(3, 6)),
        )
    elif fixed.random() < 0.7:
        draft.add("title", article.title)
    if fixed.random() < 0.25:
        draft.add(
            "byline",
            rng.choice(
                [person(rng), f"{rng.choice(TOWNS)} - {rng.choice(AGENCIES)}", rng.choice(AGENCIES)]
            ),
        )
    taken = _sentences_split(article, draft) if fixed.random() < 0.3 else article
    if fixed.random() < 0.3:
        town = rng.choice(TOWNS)
        head = fixed.choice(
            [
                f"{town} - {matter.outlet} - ",
                f"{town} ({rng.choice(AGENCIES)}) - ",
                "وكالات",
                f"{matter.outlet}/ ",
                f"{town}- ",
            ]
        )
        taken = replace(
            taken, parts=((taken.parts[0][0], head + taken.parts[0][1]), *taken.parts[1:])
        )

    def between(at: int) -> None:
        if draft.chance(0.1):
            draft.each("related", matter.titles(rng, 1, 3))

    body(draft, taken, between if fixed.random() < 0.4 else None)
    if fixed.random() < 0.3:
        draft.add(
            "source", fixed.choice(["المصدر: ", "المصدر :"]) + rng.choice([*AGENCIES, outlet(rng)])
        )
    elif fixed.random() < 0.3:
        draft.add(
            *fixed.choice(
                [
                    ("related", "اخترنا لك"),
                    ("related", "مواضيع متعلقة"),
                    ("form", "التعليقات مغلقة."),
                ]
            )
        )


def levant(draft: Draft, matter: Matter) -> None:
    """A Lebanese portal: the outlet in Latin letters under each link, wide gaps, blank lines of blanks."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = fixed.choice(["\n\n\n", "\n \n", "\n\n"])
    latin = fixed.choice(["Madar 24", "Sada News", "OFOQ", "LevantPost"])
    draft.add("section", rng.choice(["عربي-دولي", "لبنان", "خاص", "إقتصاد", "أخبار دولية"]))
    draft.add("title", article.title)
    draft.add("byline", latin)
    draft.add("byline", day_format(fixed, "levant")(rng), "\n")
    if fixed.random() < 0.3:
        draft.add("navigation", fixed.choice(["A-", "A+", "تابع", "شارك"]), "\n")
    body(draft, article)
    if fixed.random() < 0.4:
        draft.add("source", rng.choice([f"({rng.choice(AGENCIES)})", f"المصدر: {outlet(rng)}"]))
    draft.add(
        "related", fixed.choice(["مواضيع ذات صلة", "قد يعجبك أيضاً", "Lebanon news", "المزيد"])
    )
    for title in matter.titles(rng, 2, 7):
        draft.add("related", title)
        draft.add("related", latin, "\n")
        if fixed.random() < 0.5:
            draft.add(
                "related",
                f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/2023 {rng.randint(10, 23)}:{rng.randint(10, 59)}",
                "\n",
            )
    if fixed.random() < 0.3:
        draft.add("navigation", fixed.choice([":شارك الخبر", "تابعنا عبر", "Follow us"]))


def iraq(draft: Draft, matter: Matter) -> None:
    """An Iraqi news site: headlines above, a row of bullets with day, views and section."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    if fixed.random() < 0.3:
        draft.each("related", matter.titles(rng, 3, 10), "\n", "- ")
    elif fixed.random() < 0.3:
        draft.each(
            "navigation", ["مجلس التحرير: مجموعة صحفيين", "الموقع معتمد لدى نقابة الصحفيين"], "\n"
        )
    draft.add("title", article.title)
    if fixed.random() < 0.3:
        draft.add("repeated_title", article.title)
    if fixed.random() < 0.4:
        draft.add("navigation", fixed.choice(["+A -A", "A A", "حجم الخط"]))
    row = [
        ("byline", day_format(fixed, "levant")(rng)),
        ("navigation", f"{rng.randint(5, 900)} مشاهدة"),
        ("navigation", "عربي و دولي"),
    ]
    if fixed.random() < 0.6:
        for role, text in row[: fixed.randint(1, 3)]:
            draft.add(role, f"• {text}", "\n", "  ")
    slug = matter.outlet
    head = fixed.choice(
        [f"{slug}/ ", f"بغداد- {slug}  ", f"{slug} - بغداد  ", f"بغداد/ {slug}: ", ""]
    )
    if fixed.random() < 0.4:
        draft.add("byline", head)
        head = ""
    taken = replace(
        article, parts=((article.parts[0][0], head + article.parts[0][1]), *article.parts[1:])
    )
    if fixed.random() < 0.3:
        taken = _sentences_split(taken, draft)
    body(draft, taken)
    tail = fixed.choice(
        [
            ["اشترك في قناة الموقع على التلجرام", "https://t.me/example"],
            ["لمتابعة أهم الأخبار اشتركوا بقناتنا على تليكرام"],
            ["انتهى 29/ح"],
            ["مشاركة"],
            [],
        ]
    )
    for text in tail:
        draft.add(
            "end"
            if text.startswith("انتهى")
            else ("navigation" if "http" in text or text == "مشاركة" else "form"),
            text,
            "\n",
        )
    if fixed.random() < 0.4:
        draft.add("navigation", "# " + " # ".join(draft.some(article.title.split(), 2, 4)))
    if fixed.random() < 0.4:
        draft.add("related", fixed.choice(["أخبار ذات صلة", "الأكثر مشاهدة", "شاهد أيضاً"]))
        for title in matter.titles(rng, 2, 6):
            draft.add("related", title, "\n")
            if fixed.random() < 0.4:
                draft.add("related", f"منذ {rng.randint(2, 11)} ساعات", "\n")


def public_radio(draft: Draft, matter: Matter) -> None:
    """A foreign public broadcaster: spoken labels of pictures, skip links, promoted stories inside."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.add("title", article.title)
    credit = rng.choice(["Getty Images", "Reuters", "AFP", "EPA"])
    if fixed.random() < 0.6:
        draft.each(
            "caption",
            [
                f"صدر الصورة، {credit}" if fixed.random() < 0.2 else f"مصدر الصورة، {credit}",
                "التعليق على الصورة، " + phrase(rng, article.lead, 4, 9),
            ][: fixed.randint(1, 2)],
            "\n",
        )
    if fixed.random() < 0.6:
        draft.add(
            "byline",
            rng.choice(
                [
                    day_format(fixed, "egypt")(rng),
                    f"قبل {rng.randint(2, 11)} ساعات",
                    f"آخر تحديث قبل {rng.randint(2, 9)} ساعة",
                ]
            ),
        )
    if fixed.random() < 0.3:
        draft.each("byline", [person(rng), f"مراسل {matter.outlet} - {rng.choice(TOWNS)}"], "\n")
    place = rng.randint(1, max(1, len(article.parts) - 2))

    def between(at: int) -> None:
        if at == place and fixed.random() < 0.7:
            draft.add(
                "related",
                fixed.choice(["تخطى قصص مقترحة وواصل القراءة", "قصص مقترحة", "يستحق الانتباه"]),
            )
            if fixed.random() < 0.4:
                draft.add("related", "قصص مقترحة")
            for title in matter.titles(rng, 1, 5):
                draft.add("related", title, "\n")
            if fixed.random() < 0.5:
                draft.add("related", fixed.choice(["قصص مقترحة نهاية", "نهاية القائمة"]))
        elif draft.chance(0.08):
            draft.add("caption", f"مصدر الصورة، {credit}")
            draft.add(
                "caption", "التعليق على الصورة، " + phrase(rng, article.parts[at][1], 4, 9), "\n"
            )

    body(draft, article, between)
    if fixed.random() < 0.4:
        draft.add("navigation", fixed.choice(["مواضيع ذات صلة", "مواضيع", "وسوم القصة"]))
        draft.each(
            "navigation",
            draft.some(["سوريا", "العراق", "الولايات المتحدة", "روسيا", "إيران"], 2, 4),
            "\n",
        )
    if fixed.random() < 0.6:
        draft.add(
            "related", fixed.choice(["أهم القصص", "اخترنا لكم", "الأكثر قراءة", "القصص الرئيسية"])
        )
        for number, title in enumerate(matter.titles(rng, 2, 8)):
            if fixed.random() < 0.3:
                draft.add("related", str(number + 1), "\n")
            draft.add("related", title, "\n")


def wrapped(draft: Draft, matter: Matter) -> None:
    """A text wrapped at a fixed width, or every sentence on a line of its own."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = fixed.choice(["\n", "\n\n"])
    draft.add("title", article.title)
    if fixed.random() < 0.4:
        draft.add(
            "byline",
            rng.choice(
                [
                    f"{rng.choice(TOWNS)} - {rng.choice(AGENCIES)}",
                    person(rng),
                    day_format(fixed)(rng),
                ]
            ),
        )
    width = fixed.randint(60, 110)
    for role, text in article.parts:
        if role != "paragraph" or fixed.random() < 0.2:
            draft.add(role, text)
            continue
        line = ""
        for word in text.split():
            if len(line) + len(word) + 1 > width:
                draft.add(role, line, "\n" if line else None)
                line = ""
            line = f"{line} {word}".strip()
        draft.add(role, line, "\n")
    if fixed.random() < 0.4:
        draft.add("related", fixed.choice(["اقرأ أيضا", "مواضيع ذات صلة"]))
        draft.each("related", matter.titles(rng, 1, 4), "\n", fixed.choice(["- ", "* ", ""]))
    if fixed.random() < 0.3:
        draft.add("source", f"المصدر: {rng.choice(AGENCIES)}")


def gulf(draft: Draft, matter: Matter) -> None:
    """A Gulf daily: day and town of the visit in the header, leads of the next articles below."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = fixed.choice(["\n", "\n\n"])
    if fixed.random() < 0.5:
        draft.add("navigation", f"{day_format(fixed, 'egypt')(rng)} {rng.choice(TOWNS)}")
        draft.each(
            "navigation",
            fixed.sample(
                ["أبرز الأخبار", "عدد اليوم", "النسخة الورقية", "ملاحق", "الأرشيف", "دخول", "بحث"],
                3,
            ),
            "\n",
        )
    if fixed.random() < 0.4:
        draft.add(
            "section", rng.choice(["الأخبار العالمية", "عربي ودولي", "محليات", "الرأي", "شرق وغرب"])
        )
    draft.add("title", article.title)
    if fixed.random() < 0.5:
        draft.add(
            "caption",
            (pictured(rng) if draft.chance(0.4) else phrase(rng, article.lead, 3, 8))
            + fixed.choice(["", " (من المصدر)", " (أرشيفية)"]),
        )
    if fixed.random() < 0.6:
        draft.add("byline", day_format(fixed, "egypt")(rng))
    town, first = rng.choice(TOWNS), article.parts[0]
    if fixed.random() < 0.5:
        draft.add(
            "byline",
            fixed.choice(
                [
                    f"{town} (وكالات)",
                    f"{town} ــ {matter.outlet}",
                    f"■ {town} - وكالات",
                    f"{matter.outlet} - {town}",
                ]
            ),
        )
    else:
        head = fixed.choice(
            [
                f"{town} / {matter.outlet} / ",
                f"{town}: ",
                f"{town} - (أ ف ب): ",
                f"{matter.outlet} - {town} ",
            ]
        )
        article = replace(article, parts=((first[0], head + first[1]), *article.parts[1:]))
    body(draft, article)
    if fixed.random() < 0.3:
        draft.add("navigation", fixed.choice(["طباعة Email", "شارك الخبر عبر", "Share"]))
    if fixed.random() < 0.6:
        if fixed.random() < 0.6:
            draft.add(
                "related",
                fixed.choice(
                    ["أخبار ذات صلة", "الأخبار الأكثر قراءة", "تابعوا أيضاً", "أحدث الأخبار"]
                ),
            )
        for other in draft.some_others(matter.others, rng.randint(2, 5)):
            draft.add("related", other.title)
            if fixed.random() < 0.4:
                draft.add("related", _first_words(other.lead, rng.randint(12, 25)) + "...")
    if fixed.random() < 0.4:
        draft.add("navigation", f"حقوق النشر محفوظة {matter.outlet} 2024 ©")


def record(draft: Draft, matter: Matter) -> None:
    """A record of a feed or crawl: its title is told, its text holds links and leads of other articles."""
    fixed, rng, article = matter.fixed, draft.rng, matter.article
    draft.gap = "\n"
    draft.add("title", article.title)
    town, first = rng.choice(TOWNS), article.parts[0]
    if fixed.random() < 0.3:
        head = fixed.choice(
            [f"{town} ({matter.outlet})-- ", f"{town} - {matter.outlet} - ", f"{matter.outlet}- "]
        )
        article = replace(article, parts=((first[0], head + first[1]), *article.parts[1:]))
    links = fixed.choice(
        ["للمزيد: ", "اقرأ أيضا: ", "شاهد: ", "للمزيد - ", "", "اقرأ أيضا على موقعنا: "]
    )

    def between(at: int) -> None:
        if draft.chance(0.12):
            draft.each("related", matter.titles(rng, 1, 1 if links else 3), "\n", links)

    body(draft, article, between if fixed.random() < 0.5 else None)
    if fixed.random() < 0.4:
        draft.add(
            "source",
            fixed.choice(
                [
                    f"{matter.outlet}/ {rng.choice(AGENCIES)}",
                    rng.choice(AGENCIES),
                    f"{rng.choice(AGENCIES)} / {rng.choice(AGENCIES)}",
                ]
            ),
        )
    if fixed.random() < 0.4:
        for other in draft.some_others(matter.others, rng.randint(1, 7)):
            draft.add("related", other.lead)
    if fixed.random() < 0.25:
        draft.add("navigation", fixed.choice(["_" * 20, "-" * 15, "*" * 5, "====="]))
        draft.add(
            "form",
            fixed.choice(
                [
                    "حملوا تطبيقنا على هواتفكم ليصلكم أهم ما نشر من الأخبار.",
                    "للاشتراك في خدمة الأخبار العاجلة أرسلوا كلمة خبر إلى الرقم المخصص.",
                ]
            ),
        )


FAMILIES: dict[str, Family] = {
    "wire": wire, "portal": portal, "daily": daily, "blog": blog, "broadcaster": broadcaster, "panarab": panarab,
    "aggregator": aggregator, "metadata_first": metadata_first, "bare": bare, "levant": levant, "iraq": iraq,
    "public_radio": public_radio, "wrapped": wrapped, "gulf": gulf, "mosaic": mosaic,
    "record": record,
}  # fmt: skip
