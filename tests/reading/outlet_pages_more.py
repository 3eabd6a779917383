"""Further pages of invented outlets: blogs, briefs, interviews, component layouts, boxes within the text."""

from __future__ import annotations

from outlet_pages import (
    AUTHOR,
    CAPTION,
    CARDS,
    COMMENTS,
    FIFTH,
    FOOTER,
    FOURTH,
    LEAD,
    LINKS,
    MENU,
    QUOTED,
    SECOND,
    SITE,
    SIXTH,
    SUB,
    TEASERS,
    TITLE,
    OutletPage,
    links,
    paragraphs,
)  # fmt: skip

QUESTIONS = ["ما الذي أخر المشروع كل هذه السنوات؟", "وهل تكفي المحطة حاجة الإقليم؟"]
MORE_PAGES = [
    OutletPage(
        "component blocks",
        f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE} - {SITE}</title><meta property="og:title" content="{TITLE} - {SITE}"></head><body><div id="root"><header role="banner">{MENU}</header><div><main role="main"><div class="bbc-1"><h1 id="content" class="bbc-2">{TITLE}</h1></div>
<figure class="bbc-3"><div class="bbc-4"><img src=x><p class="bbc-5"><span class="visually-hidden">صدر الصورة، </span>Getty Images</p></div><figcaption class="bbc-6"><span class="visually-hidden">التعليق على الصورة، </span><p>{CAPTION}</p></figcaption></figure>
<section role="region" class="bbc-7"><ul><li><span>Author, </span>{AUTHOR}</li><li><span>Role, </span>مراسلة الشؤون المحلية</li></ul><div><time datetime="2025-03-20">20 مارس/ آذار 2025</time></div></section>
{"".join(f'<div dir="rtl" class="bbc-9"><p class="bbc-p">{x}</p></div>' for x in (LEAD, SECOND))}<section class="bbc-10" aria-label="مواضيع قد تهمك"><div><strong>مواضيع قد تهمك</strong></div><a class="skip" href="#end-of-recommendations">تخطى مواضيع قد تهمك وواصل القراءة</a><ul>{links()}</ul><p id="end-of-recommendations" class="visually-hidden">مواضيع قد تهمك نهاية</p></section>
{"".join(f'<div dir="rtl" class="bbc-9"><p class="bbc-p">{x}</p></div>' for x in (QUOTED, FOURTH))}<div><h2>{SUB}</h2></div>{"".join(f'<div dir="rtl" class="bbc-9"><p class="bbc-p">{x}</p></div>' for x in (FIFTH, SIXTH))}</main>
<section aria-labelledby="top"><h2 id="top">أهم القصص</h2><ul>{"".join(f'<li><div><h3><a href="/{i}">{a}</a></h3><p>{b}</p></div></li>' for i, (a, b) in enumerate(zip(LINKS, TEASERS, strict=False)))}</ul></section></div>{FOOTER}</div></body></html>""",
        "2025-03-20",
        captions=[CAPTION],
        related=LINKS,
    ),
    OutletPage(
        "blog",
        f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>{SITE}: {TITLE}</title></head><body><div class="header"><h1 class="title"><a href="/">{SITE}</a></h1></div><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>الخميس، 20 مارس 2025</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry">
<h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content" id="post-body-1"><div class="separator"><a href=x><img></a></div>{LEAD}<br /><br />{SECOND}<br /><br />{QUOTED}<br /><br /><b>{SUB}</b><br />{FIFTH}<br /></div><div class="post-footer"><span class="post-author vcard">مرسلة بواسطة {AUTHOR}</span> <span class="post-timestamp">في 2:05 م</span></div></div>
<div class="comments" id="comments"><h4>هناك تعليقان:</h4><div><p class="comment-content">{COMMENTS[0]}</p><p class="comment-content">{COMMENTS[1]}</p></div></div></div></div></div></div><div class="sidebar"><h2>أرشيف المدونة</h2><ul>{links()}</ul></div>{FOOTER}</body></html>""",
        "2025-03-20",
        body=[LEAD, SECOND, QUOTED, SUB, FIFTH],
    ),
    OutletPage(
        "interview",
        f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>{TITLE}</title><meta property="article:published_time" content="2025-03-20T08:00:00+03:00"></head><body>{MENU}<div class="wrap"><div class="title"><h1>{TITLE}</h1></div><div class="content">{paragraphs(LEAD)}<p><strong>- {QUESTIONS[0]}</strong></p><p>- {SECOND}</p><p><strong>- {QUESTIONS[1]}</strong></p><p>- {FOURTH}</p></div></div>{FOOTER}</body></html>""",
        "2025-03-20T08:00+03:00",
        body=[LEAD, "- " + QUESTIONS[0], "- " + SECOND, "- " + QUESTIONS[1], "- " + FOURTH],
    ),
    OutletPage(
        "boxes inside",
        f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>{TITLE} | {SITE}</title><script type="application/ld+json">{{"@type":["NewsArticle"],"headline":"{TITLE}","datePublished":"2025-03-20T05:05:00.000Z"}}</script></head><body>{MENU}<article><div class="cat-label">أخبار محلية</div><h1>{TITLE}</h1><div class="art-date">الخميس 20 مارس 2025 - 08:05</div><div class="author-box"><img><b>{AUTHOR}</b><p>صحفية من الواحات، تكتب في شؤون المياه والبيئة منذ عام 2011، ولها كتابان في تاريخ الري.</p></div><div class="article-text">{paragraphs(LEAD)}<div class="newsletter-box"><p>اشترك في نشرتنا البريدية ليصلك كل جديد من أخبار الواحات كل صباح.</p><form><input></form></div>{paragraphs(SECOND)}<p><a href="https://wa.me/x"><strong>تابعوا قناتنا على واتساب لمتابعة آخر الأخبار</strong></a></p><blockquote class="twitter-tweet"><p>نص تغريدة قصيرة عن المحطة الجديدة</p>— صوت الواحات (@wahat) <a href="t">March 20, 2025</a></blockquote>{paragraphs(QUOTED, FOURTH)}<div class="wp-block-embed"><figure><iframe></iframe></figure></div><p>شاهد أيضا: <a href=x>{LINKS[1]}</a></p>{paragraphs(FIFTH)}</div><div class="tags">الكلمات الدلالية: <a>مياه</a> <a>الواحات</a></div></article><div class="grid">{CARDS}</div>{FOOTER}</body></html>""",
        "2025-03-20T08:05+03:00",
        body=[LEAD, SECOND, QUOTED, FOURTH, FIFTH],
    ),
    OutletPage(
        "urgent",
        f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>عاجل: إخلاء ثلاث بلدات بسبب السيول</title></head><body>{MENU}<div class="main"><div class="news"><h1>عاجل: إخلاء ثلاث بلدات بسبب السيول</h1><span class="time">20/03/2025 - 21:40</span><p>أخلت السلطات ثلاث بلدات في إقليم الواحات بعد أن غمرتها السيول مساء اليوم.</p></div><div class="others"><h3>أخبار أخرى</h3>{CARDS}</div></div>{FOOTER}</body></html>""",
        "2025-03-20T21:40",
        title="عاجل: إخلاء ثلاث بلدات بسبب السيول",
        body=["أخلت السلطات ثلاث بلدات في إقليم الواحات بعد أن غمرتها السيول مساء اليوم."],
    ),
    OutletPage(
        "linked paragraphs, sections",
        f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>{MENU}<div class="page"><header><h1>{TITLE}</h1><p class="date">نُشر الخميس ٢٠ مارس ٢٠٢٥ الساعة ١٤:٠٥ بتوقيت غرينتش</p></header><section><p>{LEAD.replace("محطة تحلية المياه في إقليم الواحات", '<a href="/t/1">محطة تحلية المياه في إقليم الواحات</a>').replace("بعد أربع سنوات من بدء العمل فيها", '<a href="/t/2">بعد أربع سنوات من بدء العمل فيها</a>')}</p></section><section><p>{SECOND}</p><aside class="pull"><p>«رقم لم نكن نتوقعه»</p></aside></section><section><p>{QUOTED}</p><p>{FOURTH}</p></section><section class="read-next"><h2>اقرأ التالي</h2><ul>{links()}</ul></section></div>{FOOTER}</body></html>""",
        "2025-03-20T14:05Z",
        body=[LEAD, SECOND, QUOTED, FOURTH],
    ),
    OutletPage(
        "ministry, no date class",
        f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>وزارة المياه - الأخبار</title></head><body><div id="hdr">{MENU}</div><div id="bc"><a>الرئيسية</a> » <a>الأخبار</a> » تفاصيل الخبر</div><div class="row"><div class="col-md-9"><h3>{TITLE}</h3><p><small>20 جمادى الآخرة 1446 هـ الموافق 21 ديسمبر 2024</small></p><img><p style="text-align:justify">{LEAD}</p><p style="text-align:justify">{SECOND}</p><p style="text-align:justify">{FOURTH}</p><p><a href=print>طباعة</a></p></div><div class="col-md-3"><h4>آخر الأخبار</h4><ul>{links()}</ul></div></div>{FOOTER}</body></html>""",
        "2024-12-21",
        body=[LEAD, SECOND, FOURTH],
    ),
    OutletPage(
        "old frame page latin month",
        f"""<html><head><meta http-equiv=content-type content="text/html; charset=iso-8859-6"><title>{SITE}</title></head><body><center><h2>{TITLE}</h2></center><p align=right>بيروت 20-3-2025 (ا ف ب)- {LEAD.replace("«", "").replace("»", "")}<p align=right>{SECOND}<p align=right>{FOURTH}<hr><a href=index.html>الصفحة الرئيسية</a></body></html>""",
        "2025-03-20",
        body=[LEAD, SECOND, FOURTH],
        encoding="iso-8859-6",
    ),
]
