"""Where a description of a speaker ends: which words carry it on."""

from __future__ import annotations

from typing import Literal

from riwaya.arabic.folding import fold_key
from riwaya.names.lexicon import frequency, name_parts
from riwaya.statements.fields import DEED, field_follows, second_field
from riwaya.statements.junctures import (
    DEEDS,
    INNER,
    a_deed,
    after_a_name,
    behind_a_body,
    is_verb,
    men_of,
    nouns_of_media,
    of_this,
    sound_plural,
    what_of,
)
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.marked_names import named_behind, short_title
from riwaya.statements.objects import bare_of_l, has_b
from riwaya.statements.spans import OWN_W
from riwaya.statements.view import QUOTES, View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_noun, is_verbal_noun

PartyKind = Literal["mention", "role", "body", "document", "pair", "noun"]

_IN, _WITH_THE = fold_key("في"), fold_key("بال")
_FROM = fold_key("من")
_PLACES = frozenset({_IN, _FROM})
_HARDLY = 15
"""A word in ي that is rarer in the news sample may be of a foreign name (مركز نيتي | أيوغ)."""
_INSIDE_NAMES = frozenset("_#-")
_FOR, _OVER = fold_key("ل"), fold_key("على")
_IN_HIS_NAME = frozenset(map(fold_key, ("باسمه", "باسمها", "باسمهم", "باسمنا")))
_ONE_OF = fold_key("إحدى")
_OF_A_FIELD = words("phrases.of_a_field")
_GENERAL = frozenset(map(fold_key, ("العام", "العامة")))
_IN_A_FIELD = words("phrases.in_a_field")
_HELD = words("phrases.states_of_office")
_THIS = words("clauses.this")
_WAS, _LED_BY = words("clauses.was"), words("phrases.led_by")
_NEAR_TO = words("phrases.near_to")
_QUANTIFIERS = words("content.quantifiers")
_SOME_OF = words("phrases.some_of")
_TIMES_OF_DAY = frozenset(map(fold_key, ("وقت", "ساعة")))
_ISSUED = words("frames.issued") - frozenset(map(fold_key, ("صادر", "صادرة")))
FIELDS = words("phrases.fields")
CALLINGS = words("phrases.callings")
PLAIN = words("phrases.plain_adjectives")
ENDS = words("phrases.ends")
_MEDIA_NAMES = words("frames.media")


def belongs(view: View, j: int, head: int, kind: PartyKind) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether the token at ``j`` carries the description on."""
    key = view.key(j)
    if view.tokens[j].kind != "word":
        return (view.char(j) in QUOTES and short_title(view, j)) or view.char(j) in _INSIDE_NAMES
    if view.is_that(j) or j in view.times:
        return False
    if kind == "pair":
        nisba = key.endswith(("ان", "ين", "ي", "ثه"))
        plain = key not in ENDS and key.removeprefix("و").startswith("ال")
        return plain and nisba and j - head <= 2
    in_his_name = key in _IN_HIS_NAME and kind == "role"  # الناطق | باسمه فلان
    if (
        in_his_name
        or field_follows(view, j)
        or (view.key(j - 1) in _GENERAL and key.startswith("لل"))
        or (key in _THIS and of_this(view, j, head))
    ):
        return True  # القيادة العامة | للجيش
    if key in INNER:
        return key not in _PLACES or _inner_place(view, j, head, kind)
    if key in ENDS or key in _WAS or key in speaker_nouns().addressees or key == _FOR:
        return key == _FOR and kind == "role" and named_behind(view, j + 1)  # العام لـ"كذا" فلان
    if key.startswith("ل") and nouns_of_media(key[1:]):
        return False  # مصدر | لوكالة كذا
    mention = view.mention(j)
    if (
        mention is not None
        and mention.start > view.tokens[j].start
        and _of_media(mention.text, key)
    ):
        return False  # مصدر | لبي بي سي, محلل | لـCNN
    told_of = key in DEEDS or key in _ISSUED or behind_a_body(view, j, head)
    if kind == "document" and mention is None and told_of:
        return False  # بيانات البنك الفلاني | ارتفعت كذا, بيان مقتضب | صدر عن كذا
    if mention is not None:
        joined = key.startswith("و") and mention.start == view.tokens[j].start + 1
        return not (joined and kind == "noun") and not (
            mention.kind == "name" and (after_a_name(view, j, head) or _apart(view, j, head, kind))
        )
    named_by = j - 1 == head and kind == "body" and not view.key(head).startswith("ال")
    if named_by and is_verbal_noun(key) and view.key(j + 1).startswith("ال"):
        return True  # لجنة تداول السلع
    return not (is_verb(key) or looks_verbal(key)) and _plain_word_belongs(view, j, head, kind)


def _apart(  # noqa: PLR0911 - one guard, one line
    view: View, j: int, head: int, kind: PartyKind
) -> bool:
    """القضاء | فلان, الشرطة المحلية | فلان: no name goes on a body that a definite noun and its adjectives name."""
    mention = view.mention(j)
    if mention is None or kind not in ("body", "role", "noun"):
        return False
    if kind == "noun":  # طالب الأكراد | دمشق بكذا
        return j - 1 == head and view.key(head).startswith("ال") and mention.type in ("GPE", "ORG")
    body = view.key(j).startswith("ال") or view.key(j) in speaker_nouns().bodies
    if mention.type == "ORG" and kind == "body":
        return body and view.key(head).startswith("ال")  # طالبت العصبة | وزارة كذا
    if mention.type not in ("PER", "GPE"):
        return False
    if kind == "role":  # دبلوماسيون غربيون | موسكو
        several = view.key(head).endswith(("ون", "ين", "اء")) and j - 1 > head
        if sound_plural(view.key(head)) and j - 1 == head:
            return True  # المعارضون | فلانا: no genitive follows a plural in ون
        another = after_a_name(view, j, head, ("ORG",))  # وزراء الاتحاد كذا | روسيا
        return (
            several
            and (another or view.key(j - 1).endswith(("يون", "يين")))
            and mention.start == view.tokens[j].start
        )
    whole = all(view.key(k).startswith("ال") for k in range(head, j))
    described = all(
        is_adjective(view.key(k)) and not _role(view.key(k)) for k in range(head + 1, j)
    )
    return whole and described and mention.start == view.tokens[j].start


def _role(key: str) -> bool:
    return key in speaker_nouns().roles


def _inner_place(view: View, j: int, head: int, kind: PartyKind) -> bool:
    """في or من inside a description (مسؤول في الوزارة), and not before a time or an occasion."""
    following = view.key(j + 1)
    nouns = speaker_nouns()
    if view.key(j) == _FROM and (
        view.key(j - 1).removesuffix("ا") in _NEAR_TO
        or view.key(head).removeprefix("ل") in _SOME_OF
    ):
        return True  # وسائل إعلام قريبة من السلطات, عدد من الخبراء
    far = 2 if view.key(j) == _FROM else 4  # طلب السفير في كذا | من الحكومة
    if following in nouns.occasions or (j + 1) in view.times or j - head > far:
        return False
    if following in _TIMES_OF_DAY and view.key(j) == _IN:
        return False  # مسؤول في الشركة | في وقت سابق
    several = nouns.roles.get(view.key(head), "").endswith("s")
    if (
        several
        and view.key(j) == _IN
        and following.startswith("ال")
        and view.mention(j + 1) is None
    ):
        return False  # سكان | في المدينة: where they are
    known = view.mention(j + 1) is not None or following in nouns.bodies
    which = not view.key(head).startswith("ال") or view.key(head) in _IN_A_FIELD
    place = which and kind == "role" and view.key(j) == _IN and not several
    return known or place  # طبيب في الفريق; and not الرئيس | في الذكرى, مراقبون | في حالة كذا


def looks_verbal(key: str) -> bool:
    """يتواجد, استند, التقوا: a word by its form a verb, that is neither noun nor adjective."""
    present = key.startswith("ي") and len(key) > 3 and not key.endswith(("ي", "يه", "ين"))
    past = key.startswith("است") and len(key) > 4
    past = past and not key.endswith(("ي", "يه", "ا", "ات", "ين", "ون"))
    several = key.endswith("وا") and len(key) > 4
    hers = key.endswith("ت") and not key.endswith(("ات", "وت", "يت")) and len(key) > 3
    past = past or (hers and key not in name_parts() and not key.startswith(("ال", "وال")))
    noun = is_verbal_noun(key) or is_adjective(key) or key in speaker_nouns().documents
    return several or ((present or past) and not noun)


def _plain_word_belongs(view: View, j: int, head: int, kind: PartyKind) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether a word that is no name goes with the description before it."""
    key = view.key(j)
    fielded = key.startswith("ب") and view.key(j - 1).removeprefix("ال") in _OF_A_FIELD
    if kind in ("role", "body") and (second_field(view, j) or second_field(view, j - 1)):
        return True
    if fielded or key in _LED_BY or (kind == "body" and _purpose(view, j)):
        return True  # منظمات معنية بحقوق الإنسان
    if _new_phrase(view, j, head, kind) or _definiteness_breaks(view, j, head, kind):
        return False
    if _disagrees(view, j, head, kind):
        return False
    nouns = speaker_nouns()
    with_b = has_b(view, j) and len(key) > 3 and key[1:] not in nouns.bodies
    with_b = with_b and key not in nouns.bodies and key not in nouns.roles  # رئيس بلدية كذا
    if with_b and not _name_ends(view, j + 1):
        return False
    if key in nouns.bodies or key in nouns.roles:
        return True
    if key.startswith(_WITH_THE):
        return key[1:] in nouns.bodies
    joined = key.startswith("و") and len(key) > 3 and not key.startswith(("وال", *OWN_W))
    if joined and _nisba(key[1:]) and _nisba(view.key(j - 1)) and is_adjective(key[1:]):
        return key.endswith("يه") == view.key(j - 1).endswith("يه")  # مصادر عسكرية وطبية
    again = kind == "role" and key.startswith("و") and key[1:] in CALLINGS  # لاعب كذا | والسياسي
    return not ((joined and not is_adjective(key)) or again)  # لجنة وطنية


def _a_deed_of_theirs(view: View, j: int, head: int, kind: PartyKind) -> bool:
    """Whether a deed, what befell a place, or men of somebody's stand at ``j`` behind a name or a pronoun."""
    before, key = view.key(j - 1), view.key(j)
    named = after_a_name(view, j, head, ("PER", "GPE", "ORG"))
    if (
        named
        and a_deed(key)
        and (kind == "role" or (kind == "body" and view.key(head)[:2] == "ال"))
    ):
        return True  # المحلل لدى شركة كذا | هبوط الأسعار, السلطات في كذا | فتح الحدود
    led = kind == "body" and after_a_name(view, j, head, ("PER",))
    if led and is_verbal_noun(key) and key not in name_parts():
        return True  # مجلس الوزراء برئاسة فلان | خطة كذا
    state = kind == "role" and after_a_name(view, j, head, ("GPE",)) and key.startswith("ال")
    if state and is_noun(key) and not is_adjective(key) and key not in speaker_nouns().roles:
        return True  # سفير كذا لدى كذا | الالتقاء بفلان
    own = kind == "role" and j - 1 == head and before.endswith(("هم", "ها", "هما"))
    hers = before.endswith("هم") and key.endswith("ه")  # أحدهم | وضعية كذا
    if own and is_verbal_noun(key) and (hers or not is_adjective(key)):
        return True  # زوجها | أقوال كذا
    if kind == "role" and after_a_name(view, j, head, ("GPE",)) and what_of(view, j):
        return True  # خبراء في البلد | هطول الأمطار
    bound = before in speaker_nouns().bodies and not before.startswith("ال")  # جمعية صيادي كذا
    apart = j - 1 > head and not bound
    return men_of(view, j) and (apart or before.startswith("ال"))  # منظمة حقوقية | مسلحي الحركة


def _new_phrase(  # noqa: PLR0911 - one guard, one line
    view: View, j: int, head: int, kind: PartyKind
) -> bool:
    """Whether a noun that cannot describe what stands before it begins at ``j``: الأساقفة | العفو, الحزب | موقفه."""
    before, key = view.key(j - 1), view.key(j)
    if key in _THIS or _a_deed_of_theirs(view, j, head, kind):
        return True  # ناشطون | هذه المزاعم
    sound = sound_plural(before) and j - 1 == head
    sound = sound or (before.endswith("ون") and sound_plural(view.key(head)))  # مسؤولون رفيعون
    sound = sound and not key.startswith("ال")
    plain = not (is_adjective(key) or key in PLAIN or key.endswith(("ون", "ين")))
    if sound and (is_verbal_noun(key) or bare_noun(key)) and plain:
        return True  # معارضون | تعليقات: no genitive follows a plural in ون
    if key in _QUANTIFIERS and before.startswith("ال") and view.key(j + 1).startswith("ال"):
        return True  # رئيس المجلس | مختلف التحديات
    plain = not key.startswith("ال") and view.mention(j) is None
    nisba = before.endswith(("ي", "يه")) and not is_noun(before)
    described = before.startswith("ال") and (nisba or is_adjective(before) or is_noun(before))
    if plain and described and is_verbal_noun(key):
        following = view.key(
            j + 1
        )  # السفير المصري | سبل تعزيز, and no name: الناطق العسكري سلام كامل
        bound = is_noun(following) or is_verbal_noun(following) or following in INNER
        bound = bound or DEED.fullmatch(following) is not None
        bound = bound or (view.mention(j + 1) is not None and key not in name_parts())  # خطة فلانة
        return bound and key not in {*speaker_nouns().bodies, *speaker_nouns().roles}
    body = before in speaker_nouns().bodies  # بلدية | الساحل: a town, and no adjective
    if (
        key.startswith("ال")
        and j - 1 > head
        and not body
        and is_adjective("ال" + before)
        and is_noun(key)
    ):
        return True  # امرأة ثالثة | المفكر
    theirs = kind == "role" and key.endswith(("هم", "ها", "هما")) and bare_noun(key)
    if theirs and view.key(head).endswith(("ون", "ين", "اء")):
        return True  # مراقبون | قلقهم
    called = kind == "role" and view.key(j - 1).endswith("ون") and key.endswith("ا")
    if not key.startswith("ال") and bare_noun(key) and (called or after_a_name(view, j, head)):
        return True  # بلدية باريس | اقتراحا
    if not before.removeprefix("و").removeprefix("ب").startswith(("ال", "لل")) or len(before) < 4:
        return False
    if key.startswith("ال"):
        to = view.key(j + 1)
        participle = key.startswith("الم") and to[:1] == _FOR and len(to) > 3  # الهيئة المنظمة لكذا
        role = speaker_nouns().roles.get(key, "s")
        title = kind == "role" and not role.endswith("s")  # قائد الحرس الجنرال فلان
        called = key.endswith(("ي", "يون", "يين")) or (
            j - 1 == head and (key in name_parts() or key in _HELD)
        )
        surname = title or (kind == "role" and called)  # العقيد المالكي, and not الخبير | القرار
        surname = surname and not DEED.fullmatch(key.removeprefix("ال"))  # المتحدث | الاعتداء
        agrees = key.endswith("يه") and before.endswith("ه")  # التجارة | الخارجية
        agrees |= key in _GENERAL and before.endswith("ه") == key.endswith("ه")  # النيابة العامة
        return is_noun(key) and not (agrees or participle or surname or before.startswith("لل"))
    return view.mention(j) is None and bare_noun(key)


def _of_media(name: str, key: str) -> bool:
    """Whether a name is an agency's, a paper's or a channel's: known, or behind ل in Latin letters."""
    return fold_key(name) in _MEDIA_NAMES or (key.startswith(_FOR) and name.isascii())


def _name_ends(view: View, j: int) -> bool:
    """Whether what stands at ``j`` follows a subject: a comma, a colon, a mark, أن."""
    return (
        view.is_that(j)
        or view.char(j) in ("،", ",", ":")
        or (view.char(j) in QUOTES and view.char(j) != "")
    )


def _definiteness_breaks(  # noqa: PLR0911 - one guard, one line
    view: View, j: int, head: int, kind: PartyKind
) -> bool:
    """Where a description has ended by agreement: محكمة مصرية | الاستئناف, هيئة الإنقاذ | إطلاق."""
    before, key = view.key(j - 1), view.key(j)
    defined = key.startswith("ال")
    body = bare_of_l(before) in speaker_nouns().bodies  # لهيئة | الموانئ
    nisba_before = before.endswith(("يه", "ي")) and before not in INNER | {_ONE_OF} and not body
    if defined and j - 1 > head and not before.startswith("ال") and nisba_before:
        return (
            view.mention(j - 1) is None and before not in speaker_nouns().bodies
        )  # هيئة | التنمية
    described = _nisba(before) and not (
        before in INNER and not view.key(head).endswith(("ون", "ين"))
    )
    described = described and (is_adjective(before) or frequency(before) > _HARDLY)
    if not defined and kind != "document" and j - 1 > head and described and not _nisba(key):
        known = view.mention(j - 1) is not None
        return (
            not known and key not in PLAIN and not key.endswith(("ين", "ون"))
        )  # مصادر طبية | سقوط
    if kind != "document" and j - 1 > head and _behind_an_adjective(view, j):
        return True  # نساء أخريات | اتهامات
    people = before.endswith(("يين", "يون")) and before not in speaker_nouns().bodies
    if defined and people and before.startswith("ال"):
        return not key.endswith(("ين", "ون"))  # بعض النواب الأميركيين | القضية
    if defined and kind in ("body", "noun") and j - 1 > head and before.startswith("ال"):
        nouns = speaker_nouns()
        if key in nouns.bodies or key in nouns.roles:
            return True  # الائتلاف الوطني | الفصائل
    nisba = key.endswith(("يه", "ي", "يين", "يون"))
    held = kind == "role" and before.startswith("ال") and j - 1 > head
    if key in _GENERAL:
        return False
    held |= kind == "document" and before.startswith("ال") and j - 1 > head and not defined
    if (held or (kind == "body" and before.startswith("لل"))) and DEED.fullmatch(key):
        return (
            view.mention(j) is None
        )  # رئيس الأركان | تأجيل كذا, الشركة المشغلة للميناء | إلغاء كذا
    ends = kind in ("body", "noun") or speaker_nouns().roles.get(view.key(head)) in _SEVERAL
    return ends and not defined and before.startswith("ال") and j - 1 > head and not nisba


def _behind_an_adjective(view: View, j: int) -> bool:
    """Whether an indefinite noun stands at ``j`` behind an indefinite adjective, which it cannot go on from."""
    before, key, nouns = view.key(j - 1), view.key(j), speaker_nouns()
    described = not before.startswith("ال") and before in PLAIN and before not in INNER
    described = described and view.mention(j - 1) is None
    known = view.mention(j) is not None or key in nouns.roles or key in nouns.bodies
    known = known or (key[:1] == "ب" and key[1:] in nouns.bodies)  # مسؤول كبير | بوزارة كذا
    noun = is_verbal_noun(key) and not is_adjective(key) and key not in PLAIN
    return described and noun and not known and key not in name_parts()


_SEVERAL = frozenset({"people", "residents", "protesters", "activists", "supporters", "workers"})
"""Roles in the plural after whose genitive no bare noun goes on (سكان الساحل | خطة كذا)."""


def _purpose(view: View, j: int) -> bool:
    """The field in a body's name: اللجنة الفرعية | للقوات الاستراتيجية, الهيئة العامة | لمكافحة الفساد."""
    key = view.key(j)
    if view.mention(j) is not None:
        return False
    if not view.key(j - 1).startswith("ال"):
        bound = (
            key.startswith("ل") and view.key(j - 1) in PLAIN and view.key(j + 1).startswith("ال")
        )
        return bound and is_noun("ال" + key[1:])  # جماعة بارزة | لحقوق الإنسان
    nouns = speaker_nouns()
    somebody = (
        key[1:] in nouns.roles or "ا" + key[1:] in nouns.roles or "ا" + key[1:] in nouns.bodies
    )
    cause = key.startswith("ل") and is_noun("ال" + key[1:]) and view.key(j + 1).startswith("ال")
    if cause and is_adjective(view.key(j - 1)) and not nouns_of_media(key[1:]):
        several = nouns.roles.get(key[1:], "s").endswith(("s", "people"))
        return several and key[1:] not in nouns.bodies  # التنسيقية الوطنية | لضحايا الفيضان
    return key in FIELDS or (key.startswith("لل") and len(key) > 4 and not somebody)


def _disagrees(view: View, j: int, head: int, kind: PartyKind) -> bool:
    """الحكومة | الاتهامات, الحركة | وقف: right after a definite noun only an adjective like it goes on."""
    before, key = view.key(head), view.key(j)
    if j - 1 != head or not before.startswith("ال") or view.mention(j) is not None:
        return False
    if not key.startswith("ال"):
        if kind == "role" and key[:1] == "ب" and key[1:] in speaker_nouns().bodies:
            return False  # الناشطة | بمنظمة كذا, المسؤول | بالحزب الفلاني
        several = speaker_nouns().roles.get(before, "").endswith("s")
        named = kind not in ("body", "noun") and not several and key.endswith(("ي", "يه"))
        return not named and key not in PLAIN and view.mention(head) is None
    if before.endswith("ات"):
        return not key.endswith(("ه", "ي", "ا", "ات"))  # السلطات | القبض
    return before.endswith("ه") and not key.endswith(("ه", "ي", "ا"))


def _nisba(key: str) -> bool:
    """Whether a word is an indefinite adjective in ي (طبية, فلسطيني)."""
    nisba = key.endswith(("يه", "ي", "يين", "يون"))
    return nisba and not key.startswith("ال") and key not in (_OVER, _ONE_OF)
