"""Pages of invented outlets, each laid out in another manner of the trade, and what stands in them.

The texts are ours.  ``body`` has the paragraphs and subheadings in order; what else is named must
come out in its role, and nothing of the furniture may come out as body.
"""

from __future__ import annotations

from dataclasses import dataclass, field

TITLE = "محطة تحلية جديدة تدخل الخدمة في إقليم الواحات بعد أربع سنوات من العمل"
LEAD = (
    "دخلت محطة تحلية المياه في إقليم الواحات الخدمة صباح اليوم، بعد أربع سنوات من بدء العمل فيها، "
    "لتزود سبع بلدات بنحو ثمانين ألف متر مكعب يوميا."
)
SECOND = (
    "وقال مدير المشروع سالم الغرياني في كلمة ألقاها خلال حفل الافتتاح إن المحطة ستعمل بنصف طاقتها حتى "
    "نهاية الصيف، ثم ترفع إنتاجها بالتدريج."
)
QUOTED = (
    "وأضاف الغرياني: «واجهنا تأخرا في وصول المضخات، لكن الفريق أنجز التركيب في أقل من ثلاثة أشهر، "
    "وهذا رقم لم نكن نتوقعه»."
)
FOURTH = (
    "ويعتمد سكان الإقليم منذ سنوات على صهاريج تنقل المياه من الساحل، وترتفع كلفتها في أشهر الصيف إلى "
    "ثلاثة أضعاف ما هي عليه في الشتاء."
)
SUB = "كلفة المشروع وتمويله"
FIFTH = (
    "وبلغت كلفة المشروع مئتين وأربعين مليون دينار، دفع صندوق التنمية المحلي ثلثيها، وجاء الباقي من قرض "
    "ميسر يسدد على خمسة عشر عاما."
)
SIXTH = "ومن المقرر أن تبدأ المرحلة الثانية في الربيع المقبل إذا وافق مجلس الإقليم على ميزانيتها."
BODY = [LEAD, SECOND, QUOTED, FOURTH, SUB, FIFTH, SIXTH]
CAPTION = "خزانات المحطة الجديدة كما بدت قبيل الافتتاح (رويترز)"
AUTHOR = "نجلاء بوستة"
LINKS = [
    "مزارعو الواحات يطالبون بحصة أكبر من مياه السقي",
    "ثلاث بلدات تشكو انقطاع المياه لليوم الخامس",
    "خبراء يحذرون من ملوحة الآبار القديمة",
]
TEASERS = [
    "أعلنت هيئة الأرصاد أن موجة الحر ستستمر حتى منتصف الأسبوع المقبل في معظم المناطق الداخلية من البلاد.",
    "افتتح وزير الثقافة معرض الخط في القصر القديم بمشاركة أربعين فنانا من عشر دول وسط حضور كبير.",
    "فاز فريق الميناء على ضيفه فريق الجبل بهدفين نظيفين في مباراة أقيمت مساء أمس على ملعب المدينة.",
    "قال البنك المركزي في تقريره الشهري إن الاحتياطي من العملات ارتفع للشهر الثالث على التوالي.",
]
COMMENTS = [
    "أنا من سكان البلدة الأولى وأقول لكم إن المياه لم تصل إلى بيوتنا حتى هذه الساعة رغم كل هذه الوعود الكبيرة.",
    "خبر مفرح جدا، وأتمنى أن تهتم الجهات المعنية بشبكة الأنابيب القديمة لأنها سبب المشكلة من البداية.",
]
SITE = "صوت الواحات"


@dataclass(frozen=True)
class OutletPage:
    """One page: ``data`` as it would be fetched from ``url``, and what must be read from it."""

    name: str
    markup: str
    published: str | None
    url: str = "https://www.wahat.example/news/58213"
    title: str = TITLE
    body: list[str] = field(default_factory=lambda: list(BODY))
    captions: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    encoding: str = "utf-8"

    @property
    def data(self) -> bytes:
        return self.markup.encode(self.encoding, "xmlcharrefreplace")


def paragraphs(*lines: str, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{line}</{tag}>" for line in lines)


def links(titles: list[str] = LINKS, tag: str = "li") -> str:
    return "\n".join(
        f'<{tag}><a href="/n/{n}">{title}</a></{tag}>' for n, title in enumerate(titles)
    )


MENU = (
    '<ul class="menu">'
    + links(["الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "فيديو"])
    + "</ul>"
)
CARDS = "\n".join(
    f'<div class="card"><a href="/c/{n}"><h3>{link}</h3></a><p>{lead}</p><time datetime="2025-03-2{n}T08:00">'
    f"2{n} مارس 2025</time></div>"
    for n, (link, lead) in enumerate(zip([*LINKS, "أسعار الذهب تتراجع"], TEASERS, strict=True))
)
FOOTER = f"<footer><p>جميع الحقوق محفوظة © {SITE} 2026</p><ul>{links(['من نحن', 'اتصل بنا'])}</ul></footer>"

SCHEMA = OutletPage(
    "schema",
    f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} | {SITE}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{SITE}">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"WebPage","datePublished":"2020-01-01T00:00:00Z"}},
{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2025-03-20T14:05:00+02:00","dateModified":"2025-03-21T09:00:00+02:00",
"author":[{{"@type":"Person","name":"{AUTHOR}"}}],"publisher":{{"@type":"Organization","name":"{SITE}"}}}}]}}</script></head>
<body><header>{MENU}<div class="breaking">عاجل: {TEASERS[0]}</div></header>
<nav class="breadcrumb"><a href="/">الرئيسية</a> / <a href="/l">محليات</a></nav>
<main><header class="article-header"><h1>{TITLE}</h1></header>
<figure class="article-featured-image"><img src="x.jpg" alt="صورة"><figcaption>{CAPTION}</figcaption></figure>
<div class="article-info-block"><div class="article-dates"><span class="screen-reader-text">Published On </span>
<span aria-hidden="true">20/3/2025</span></div><span class="author-link"><a href="/author/1">{AUTHOR}</a></span>
<div class="article-share"><button>شارك</button><a href="#">فيسبوك</a></div></div>
<div class="wysiwyg wysiwyg--all-content" aria-live="polite">{paragraphs(LEAD, SECOND)}
<div class="more-on more-on--wysiwyg"><h2 class="more-on__heading">اقرأ أيضا</h2><ul>{links()}</ul><span class="screen-reader-text">end of list</span></div>
{paragraphs(QUOTED, FOURTH)}<div class="container--ads"><div class="ads">إعلان</div></div>
<h2 id="x">{SUB}</h2>{paragraphs(FIFTH, SIXTH)}</div>
<div class="article-source"><span class="article-source__title">المصدر: </span><span>{SITE} + وكالات</span></div>
<section class="more-from"><h2>المزيد من أخبار</h2>{CARDS}</section></main>{FOOTER}</body></html>""",
    "2025-03-20T14:05+02:00",
    captions=[CAPTION],
    sources=[f"المصدر: {SITE} + وكالات"],
    bylines=[AUTHOR],
    related=["اقرأ أيضا", *LINKS],
)

WORDPRESS = OutletPage(
    "wordpress",
    f"""<!doctype html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>{TITLE} - {SITE}</title>
<meta property="og:title" content="{TITLE} - {SITE}"><link rel="canonical" href="https://www.wahat.example/?p=58213"></head>
<body class="post-template-default single single-post postid-58213"><div class="td-header-wrap"><span class="td_data_time">الأحد, نوفمبر 29, 2026</span>{MENU}</div>
<article id="post-58213" class="post type-post category-news tag-share tag-related"><div class="td-post-header"><ul class="td-category"><li><a href="/c">محليات</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{TITLE}</h1><div class="td-module-meta-info">
<div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="/a">{AUTHOR}</a></div>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2025-03-20T14:05:00+02:00">مارس 20, 2025</time></span>
<div class="td-post-views"><i></i><span>1532</span></div></div></header></div>
<div class="td-post-sharing"><a href="#">شارك على فيسبوك</a><a href="#">تويتر</a></div>
<div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><a href="x.jpg"><img src="x.jpg"></a><figcaption class="wp-caption-text">{CAPTION}</figcaption></figure></div>
{paragraphs(LEAD, SECOND)}<p>اقرأ أيضا: <a href="/n/1"><strong>{LINKS[0]}</strong></a></p>{paragraphs(QUOTED, FOURTH)}
<h3><strong>{SUB}</strong></h3>{paragraphs(FIFTH)}<p></p><p>&nbsp;</p><p>{SIXTH}</p>
<div class="addtoany_share_save_container"><span>شارك هذا الموضوع</span></div></div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>الوسوم</span></li>{links(["مياه", "الواحات"])}</ul></div>
<div class="td-author-name vcard author"><a href="/a">{AUTHOR}</a></div></footer></article>
<div class="td_block_related_posts"><h4 class="td-related-title">مقالات ذات صلة</h4>{CARDS}</div>
<div class="comments" id="comments"><h4>تعليقان</h4><ol class="comment-list"><li class="comment"><article><p>{COMMENTS[0]}</p></article></li><li class="comment"><p>{COMMENTS[1]}</p></li></ol>
<div id="respond"><h3>اترك ردا</h3><form><textarea></textarea><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></form></div></div>
<aside class="sidebar">{CARDS}</aside>{FOOTER}</body></html>""",
    "2025-03-20T14:05+02:00",
    captions=[CAPTION],
    bylines=[AUTHOR],
    related=[f"اقرأ أيضا: {LINKS[0]}"],
)

AMP = OutletPage(
    "amp",
    f"""<!doctype html><html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script>
<title>{TITLE}</title><link rel="canonical" href="https://www.wahat.example/news/58213">
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://www.wahat.example/news/58213",
"headline":"{TITLE}","datePublished":"2025-03-20T12:05:00Z","publisher":{{"@type":"Organization","name":"{SITE}"}}}}</script></head>
<body><amp-sidebar id="s" layout="nodisplay">{MENU}</amp-sidebar><header class="amp-header"><a href="/">{SITE}</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{TITLE}</h1>
<div class="amp-wp-meta amp-wp-posted-on"><time datetime="2025-03-20T12:05:00+00:00">منذ 3 ساعات</time></div></header>
<figure class="amp-wp-article-featured-image"><amp-img src="x.jpg" width="9" height="9"></amp-img><p class="wp-caption-text">{CAPTION}</p></figure>
<div class="amp-wp-article-content">{paragraphs(LEAD, SECOND)}<amp-ad width="300" height="250"><div placeholder>إعلان</div></amp-ad>{paragraphs(QUOTED, FOURTH)}
<h2>{SUB}</h2>{paragraphs(FIFTH, SIXTH)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">التصنيفات: <a href="/c">محليات</a></div></footer></article>
<amp-list class="related"><h4>مواضيع ذات صلة</h4><ul>{links()}</ul></amp-list>{FOOTER}</body></html>""",
    "2025-03-20T12:05Z",
    url="https://amp.wahat.example/news/58213?amp=1",
    captions=[CAPTION],
)

TABLES = OutletPage(
    "tables",
    f"""<HTML dir=rtl><HEAD><META http-equiv="Content-Type" content="text/html; charset=windows-1256"><TITLE>جريدة الواحات: {TITLE}</TITLE></HEAD>
<BODY bgcolor=white><TABLE width=780 border=0><TR><TD colspan=3><IMG src=logo.gif> <FONT size=1>الاحد 29 نوفمبر 2026</FONT></TD></TR>
<TR><TD width=120 valign=top class=menu><TABLE>{"".join(f"<TR><TD><A href=x>{m}</A></TD></TR>" for m in ("الصفحة الأولى", "محليات", "عربي ودولي", "رياضة", "الأرشيف"))}</TABLE></TD>
<TD width=500 valign=top><TABLE width="100%"><TR><TD><FONT color=red size=2>محليات</FONT></TD></TR><TR><TD><FONT size=5><B>{TITLE}</B></FONT></TD></TR>
<TR><TD><FONT size=1>الخميس 20 مارس 2008 - 14:35</FONT></TD></TR>
<TR><TD><TABLE align=left width=200><TR><TD><IMG src=x.jpg></TD></TR><TR><TD class=caption><FONT size=1>{CAPTION}</FONT></TD></TR></TABLE>
<FONT face="Simplified Arabic" size=4>{LEAD}<BR><BR>{SECOND}<BR>{QUOTED}<BR><BR>{FOURTH}<BR><BR><B>{SUB}</B><BR>{FIFTH}<BR><BR>{SIXTH}<BR></FONT></TD></TR>
<TR><TD align=center><A href=p>طباعة</A> | <A href=s>أرسل إلى صديق</A></TD></TR></TABLE></TD>
<TD width=160 valign=top><B>الأكثر قراءة</B><BR>{"<BR>".join(f"<A href=y>{one}</A>" for one in LINKS)}</TD></TR>
<TR><TD colspan=3 align=center><FONT size=1>جميع الحقوق محفوظة 2008</FONT></TD></TR></TABLE></BODY></HTML>""",
    "2008-03-20T14:35",
    url="http://www.wahat.example/news.asp?id=58213",
    captions=[CAPTION],
    encoding="windows-1256",
)

BARE = OutletPage(
    "no semantics",
    f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div id="__next"><div class="css-1dbjc4n r-13awgt0">
<div class="css-901oao"><div class="css-a1">{"".join(f'<div class="css-9"><a href="/{n}"><span>{m}</span></a></div>' for n, m in enumerate(("الرئيسية", "محليات", "العالم", "رياضة")))}</div></div>
<div class="css-b2"><div class="css-b3"><span class="css-t1">{TITLE}</span></div><div class="css-b4"><span>{AUTHOR}</span><span> - </span><span>٢٠ آذار ٢٠٢٥، ٠٢:٠٥ م</span></div>
<div class="css-b5"><img src="x.jpg"><div class="css-c1"><span>{CAPTION}</span></div></div>
<div class="css-b6">{"".join(f'<div class="css-p"><span>{one}</span></div>' for one in BODY)}</div></div>
<div class="css-z1"><div class="css-z2"><span>قد يعجبك أيضا</span></div>{"".join(f'<div class="css-z3"><a href="/{n}"><div><span>{one}</span></div><div><span>{lead}</span></div></a></div>' for n, (one, lead) in enumerate(zip(LINKS, TEASERS, strict=False)))}</div>
<div class="css-f1"><span>جميع الحقوق محفوظة</span></div></div></div></body></html>""",
    "2025-03-20T14:05",
    captions=[CAPTION],
)

BRIEF_BODY = [
    "أعلنت شركة المياه في إقليم الواحات اليوم الخميس قطع الإمداد عن ثلاثة أحياء لست ساعات.",
    "وقالت الشركة إن القطع يعود إلى أعمال صيانة في الخط الرئيسي.",
]
BRIEF_TITLE = "قطع المياه عن ثلاثة أحياء لست ساعات"
BRIEF = OutletPage(
    "a brief among teasers",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{BRIEF_TITLE} - {SITE}</title>
<meta property="article:published_time" content="2025-03-20 11:20:00"></head><body><div class="topbar">{MENU}</div>
<div class="row"><div class="col-8"><div class="news-details"><h1 class="news-title">{BRIEF_TITLE}</h1><div class="news-date"><i class="fa"></i> 20-03-2025 | 11:20</div>
<div class="news-text">{paragraphs(*BRIEF_BODY)}</div><div class="tags"><a href="/t">مياه</a></div></div>
<div class="latest"><h3>آخر الأخبار</h3>{CARDS}{CARDS.replace("/c/", "/d/")}</div></div>
<div class="col-4"><div class="widget">{CARDS}</div></div></div>{FOOTER}</body></html>""",
    "2025-03-20T11:20",
    title=BRIEF_TITLE,
    body=BRIEF_BODY,
)

DRUPAL = OutletPage(
    "drupal, with a box, a table and a list",
    f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} | {SITE}</title><meta name="dcterms.date" content="2025-03-20T14:05+02:00"></head>
<body class="html not-front page-node node-type-article"><div id="header"><h1 id="site-name"><a href="/">{SITE}</a></h1>{MENU}</div>
<div id="block-system-main"><div class="node node-article"><h2 class="node-title">{TITLE}</h2><div class="submitted"><span class="date-display-single" content="2025-03-20T14:05:00+02:00">الخميس, 20 مارس, 2025 - 14:05</span></div>
<div class="field field-name-field-image"><div class="field-items"><img src="x"></div></div><div class="field-name-field-caption">{CAPTION}</div>
<div class="field field-name-body"><div class="field-items"><div class="field-item even" property="content:encoded">{paragraphs(LEAD)}
<aside class="infobox"><h4>المحطة في أرقام</h4><ul><li>ثمانون ألف متر مكعب يوميا</li><li>سبع بلدات مستفيدة</li></ul></aside>
{paragraphs(SECOND)}<blockquote><p>{QUOTED}</p></blockquote>{paragraphs(FOURTH)}<h3>{SUB}</h3>{paragraphs(FIFTH)}
<ul><li>تشمل المرحلة الأولى مد أربعين كيلومترا من الأنابيب بين المحطة وخزانات البلدات السبع.</li><li>وتشمل المرحلة الثانية بناء خزان احتياطي يكفي الإقليم ثلاثة أيام عند انقطاع الكهرباء.</li></ul>
<p>{SIXTH}</p></div></div></div><ul class="links inline"><li><a href="#">أضف تعليقا</a></li></ul></div></div>
<div class="region-sidebar"><div class="views-row"><span class="date-display-single" content="2026-01-01T00:00:00+02:00">1 يناير 2026</span><a href="/q">{LINKS[0]}</a></div></div>{FOOTER}</body></html>""",
    "2025-03-20T14:05+02:00",
    captions=[CAPTION],
    body=[
        LEAD, SECOND, QUOTED, FOURTH, SUB, FIFTH,
        "تشمل المرحلة الأولى مد أربعين كيلومترا من الأنابيب بين المحطة وخزانات البلدات السبع.",
        "وتشمل المرحلة الثانية بناء خزان احتياطي يكفي الإقليم ثلاثة أيام عند انقطاع الكهرباء.",
        SIXTH,
    ],
)  # fmt: skip

JSON_BODY = "\\n\\n".join([LEAD, SECOND, FOURTH, FIFTH])
SCRIPTED = OutletPage(
    "text in JSON-LD only",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TITLE}","datePublished":"2025-03-20T14:05:00+02:00","articleBody":"{JSON_BODY}"}}</script></head>
<body><div id="root"><div class="menu"><a href="/">الرئيسية</a><a href="/l">محليات</a></div><h1>{TITLE}</h1><div class="loading">جاري التحميل</div></div>{FOOTER}</body></html>""",
    "2025-03-20T14:05+02:00",
    body=[LEAD, SECOND, FOURTH, FIFTH],
)

NEXT_TITLE = "وزير النقل يعد بإصلاح الطريق الساحلي قبل موسم الأمطار"
NEXT_BODY = [
    "وعد وزير النقل بإصلاح الطريق الساحلي قبل موسم الأمطار المقبل، وقال إن الشركة المنفذة تسلمت الموقع فعلا.",
    "وأضاف الوزير في مؤتمر صحفي أن العمل سيجري ليلا حتى لا تتعطل حركة الشاحنات بين المرفأ والعاصمة.",
    "وكان الطريق أغلق مرتين هذا العام بعد انهيار جسر صغير عند مدخل البلدة القديمة.",
]
ENDLESS = OutletPage(
    "the next article below",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title><meta property="og:title" content="{TITLE}"></head><body>{MENU}
<div class="articles"><article class="story"><h1>{TITLE}</h1><div class="meta">نشر في: 20 آذار / مارس 2025 - 02:05 م</div><div class="content">{paragraphs(LEAD, SECOND, QUOTED, FOURTH)}<h2>{SUB}</h2>{paragraphs(FIFTH, SIXTH)}</div></article>
<article class="story"><h1>{NEXT_TITLE}</h1><div class="meta">نشر في: 18 آذار / مارس 2025 - 10:00 ص</div><div class="content">{paragraphs(*NEXT_BODY)}</div></article></div>{FOOTER}</body></html>""",
    "2025-03-20T14:05",
)

KICKER = OutletPage(
    "kicker, standfirst, logo as heading",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{SITE} - {TITLE}</title><meta property="og:title" content="{TITLE}"/><meta property="og:type" content="article"/></head>
<body><h1 class="logo"><a href="/">{SITE}</a></h1>{MENU}<div class="page"><div class="col"><h4 class="kicker"><a href="/l">محليات</a></h4><h2 class="headline">{TITLE}</h2>
<p class="standfirst">{LEAD}</p><div class="info"><span class="writer">{AUTHOR} - الواحات</span><span class="dt">الخميس 20 رمضان 1446هـ - 20 مارس 2025م</span></div>
<div class="img"><img src="x"><span class="img-desc">{CAPTION}</span></div><div class="txt"><div>{SECOND}</div><div>{QUOTED}</div><div class="inline-related"><b>اقرأ أيضا</b><a href="/1">{LINKS[0]}</a><a href="/2">{LINKS[1]}</a></div>
<div>{FOURTH}</div><div><strong>{SUB}</strong></div><div>{FIFTH}</div><div>{SIXTH}</div><div>المصدر: وكالات</div></div></div>
<div class="col side"><h3>اخترنا لك</h3>{CARDS}</div></div>{FOOTER}</body></html>""",
    "2025-03-20",
    captions=[CAPTION],
    sources=["المصدر: وكالات"],
    related=["اقرأ أيضا", LINKS[0], LINKS[1]],
)

LIVE = OutletPage(
    "live page",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title>
<script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"{TITLE}","datePublished":"2025-03-20T08:00:00+02:00","coverageStartTime":"2025-03-20T08:00:00+02:00",
"liveBlogUpdate":[{{"@type":"BlogPosting","headline":"تحديث","datePublished":"2025-03-20T15:00:00+02:00","articleBody":"x"}}]}}</script></head><body>{MENU}
<main><h1>{TITLE}</h1><div class="summary">{paragraphs(LEAD)}</div><ol class="live-posts">
<li class="post"><time datetime="2025-03-20T15:00:00+02:00">15:00</time><h3>{SUB}</h3>{paragraphs(FIFTH)}</li>
<li class="post"><time datetime="2025-03-20T13:30:00+02:00">13:30</time>{paragraphs(SECOND, QUOTED)}</li>
<li class="post"><time datetime="2025-03-20T11:10:00+02:00">11:10</time>{paragraphs(FOURTH)}</li></ol></main>{FOOTER}</body></html>""",
    "2025-03-20T08:00+02:00",
    body=[LEAD, SUB, FIFTH, SECOND, QUOTED, FOURTH],
)

COMMENTED = OutletPage(
    "longer comments than text",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div id="wrapper">{MENU}
<div class="post"><h1>{TITLE}</h1><div class="post-date">الخميس 20 آذار 2025 الساعة 2:05 مساء</div><div class="post-body">{LEAD}<br/><br/>{SECOND}<br/><br/>{QUOTED}</div>
<div class="post-source">المصدر: وكالة الأناضول</div></div>
<div class="user-comments"><h3>التعليقات</h3>{"".join(f'<div class="one"><b>قارئ</b><p>{c}</p><span>21 آذار 2025</span></div>' for c in COMMENTS * 4)}</div></div>{FOOTER}</body></html>""",
    "2025-03-20T14:05",
    body=[LEAD, SECOND, QUOTED],
    sources=["المصدر: وكالة الأناضول"],
)

AGENCY = OutletPage(
    "an agency's own page",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>وكالة أنباء الواحات - {TITLE}</title><meta name="date" content="2025-03-20T14:05:00+0200"></head>
<body>{MENU}<div class="container"><div class="newsdetails"><div class="cat">محلي / عام</div><div class="ttl"><h3>{TITLE}</h3></div>
<div class="body"><p>الواحات - 20 - 3 (كونا) -- {LEAD}</p>{paragraphs(SECOND, FOURTH, FIFTH)}<p>(النهاية)</p><p>س.غ / ن.ب</p></div>
<div class="share">مشاركة</div></div><div class="more"><h4>أخبار ذات صلة</h4>{links(tag="div")}</div></div>{FOOTER}</body></html>""",
    "2025-03-20T14:05+02:00",
    body=[LEAD, SECOND, FOURTH, FIFTH],
)

PHOTO = OutletPage(
    "date and section above the title, English month",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE} :: {SITE}</title></head><body><div id="top">{MENU}<span>Sunday, November 29, 2026</span></div>
<div id="content"><div class="article"><div class="head"><span class="when">Thursday, March 20, 2025</span><p class="sec">محليات</p><h1>{TITLE}</h1></div>
<p class="photo-credit">{CAPTION}</p><div class="text">{paragraphs(LEAD, SECOND, FOURTH, FIFTH)}</div></div></div>
<div id="more"><h4>آخر الأخبار</h4><ul>{links()}</ul></div>{FOOTER}</body></html>""",
    "2025-03-20",
    body=[LEAD, SECOND, FOURTH, FIFTH],
    captions=[CAPTION],
)

WRONG_HEAD = OutletPage(
    "a head that gives the day of the visit",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title><meta property="article:published_time" content="2026-11-29T01:00:00Z"></head><body>{MENU}
<div class="post"><h1>{TITLE}</h1><div class="post-date">نشر في 20 مارس 2025</div><div class="body">{paragraphs(LEAD, SECOND, FOURTH, FIFTH)}</div></div>{FOOTER}</body></html>""",
    "2025-03-20",
    url="https://www.wahat.example/2025/03/20/58213.html",
    body=[LEAD, SECOND, FOURTH, FIFTH],
)

UNDATED = OutletPage(
    "only other articles are dated",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div class="top">الأحد 29 نوفمبر 2026</div>{MENU}
<div class="post"><h1>{TITLE}</h1><div class="body">{paragraphs(LEAD, SECOND, FOURTH, FIFTH)}</div></div><div class="side">{CARDS}</div>
<script type="application/ld+json">{{"@type":"ItemList","itemListElement":[{{"@type":"ListItem","item":{{"@type":"NewsArticle","headline":"{LINKS[0]}","datePublished":"2025-03-22"}}}}]}}</script>{FOOTER}</body></html>""",
    None,
    body=[LEAD, SECOND, FOURTH, FIFTH],
)

TAILWIND = OutletPage(
    "utility classes, date as an age",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE} | {SITE}</title><meta property="og:title" content="{TITLE}">
<meta property="article:modified_time" content="2025-03-21T09:00:00+02:00"></head><body class="relative antialiased"><div class="sticky top-0">{MENU}</div>
<div class="relative mx-auto"><div class="flex flex-col relative"><h1 class="text-2xl font-bold">{TITLE}</h1><div class="flex items-center text-sm"><span>{AUTHOR}</span><span class="mx-2">منذ 3 ساعات</span><span>دقيقتان قراءة</span></div>
<div class="relative prose max-w-none text-justify">{paragraphs(LEAD, SECOND, QUOTED, FOURTH)}<h3>{SUB}</h3>{paragraphs(FIFTH, SIXTH)}</div></div>
<div class="grid grid-cols-3">{CARDS}</div></div>{FOOTER}</body></html>""",
    None,
)

FORM = OutletPage(
    "one form around the page, text in spans and breaks",
    f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{SITE} :: {TITLE}</title></head><body><form id="aspnetForm" method="post" action="./news.aspx"><div id="ctl00_menu">{MENU}</div>
<div id="ctl00_content"><span id="ctl00_lblSection">محليات</span><br/><span id="ctl00_lblTitle" style="font-size:20pt">{TITLE}</span><br/><span id="ctl00_lblDate">20/03/2025 02:05:00 م</span>
<div id="ctl00_text"><span style="font-size:14pt">{LEAD}<br/>{SECOND}</span><br/>&nbsp;<br/><span style="font-size:14pt">{QUOTED}</span><br/><span>{FOURTH}</span></div>
<div id="ctl00_ratings">تقييم الخبر: 4.5</div><div id="ctl00_pnlComments"><span>التعليقات (2)</span><div>{COMMENTS[0]}</div><div>{COMMENTS[1]}</div></div></div></form>{FOOTER}</body></html>""",
    "2025-03-20T14:05",
    body=[LEAD, SECOND, QUOTED, FOURTH],
)

PAGES = [
    SCHEMA, WORDPRESS, AMP, TABLES, BARE, BRIEF, DRUPAL, SCRIPTED, ENDLESS, KICKER, LIVE, COMMENTED, AGENCY,
    PHOTO, WRONG_HEAD, UNDATED, TAILWIND, FORM,
]  # fmt: skip
