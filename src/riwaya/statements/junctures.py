"""Where a description meets what is no part of it: a verb, a deed, a second name, a word behind a body."""

from __future__ import annotations

from riwaya.names.lexicon import name_parts
from riwaya.statements.fields import DEED
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.view import View

DEEDS = words("content.deeds")
INNER = words("phrases.inner")
_MEDIA = frozenset(
    {"agency", "agencies", "newspaper", "newspapers", "channel", "website", "magazine", "media"}
)
_PLAIN, _ENDS = words("phrases.plain_adjectives"), words("phrases.ends")


def behind_a_body(view: View, j: int, head: int) -> bool:
    """Whether a bare word stands right behind a body's name in the description of its text."""
    if view.key(j).startswith(("ال", "ل")) or view.key(j) in INNER:
        return False
    near = (m for k in range(max(head, j - 6), j) for m in view.mentions.get(k, ()))
    return any(m.type == "ORG" and m.kind == "name" and view.after(m) == j for m in near)


def is_verb(key: str) -> bool:
    return not key.startswith("ال") and any(
        f.form.tense in ("past", "present", "participle") for f in cues().forms.get(key, ())
    )


def a_deed(key: str) -> bool:
    """Whether a bare word is a deed or what happened, and no body or role."""
    known = key in speaker_nouns().bodies or key in speaker_nouns().roles
    return not known and (key in DEEDS or DEED.fullmatch(key) is not None)


def after_a_name(view: View, j: int, head: int, kinds: tuple[str, ...] = ("PER", "GPE")) -> bool:
    """Whether another name ends right before ``j``: two names in a row are two parties (إدارة ترامب | تركيا)."""
    return any(
        mention.kind == "name" and mention.type in kinds and view.after(mention) == j
        for k in range(max(head, j - 4), j)
        for mention in view.mentions.get(k, ())
    )


def sound_plural(key: str) -> bool:
    """Whether a role is a plural in ون, which no genitive follows (معاون is none)."""
    return key.endswith("ون") and speaker_nouns().roles.get(key, "").endswith(("s", "people"))


def of_this(view: View, j: int, head: int) -> bool:
    """رئيس | هذه الكتلة: whether this and a definite noun stand right behind a head that they complete."""
    bound = j - 1 == head and not view.key(head).startswith("ال")
    bound = bound and not view.key(head).endswith("ون")  # ناشطون | هذه المزاعم
    return bound and view.key(j + 1).startswith("ال")


def men_of(view: View, j: int) -> bool:
    """Whether a plural of people in the oblique, bound to what they are of, begins at ``j`` (مسلحي الحركة)."""
    key = view.key(j)
    several = key.endswith("ي") and f"{key[:-1]}ون" in speaker_nouns().roles
    return several and not key.startswith("ال") and view.key(j + 1).startswith("ال")


def what_of(view: View, j: int) -> bool:
    """Whether an indefinite noun that governs another, and no adjective, title or name, begins at ``j``."""
    key, nouns = view.key(j), speaker_nouns()
    plain = view.is_word(j) and not key.startswith(("ال", "و", "ب", "ل")) and len(key) > 3
    plain = plain and not key.endswith(("يه", "ي", "يين", "يون")) and view.mention(j) is None
    tables = (nouns.roles, nouns.bodies, _PLAIN, INNER, _ENDS, name_parts())
    plain = plain and not any(key in table for table in tables)
    return plain and view.key(j + 1).startswith("ال") and view.mention(j + 1) is None


def nouns_of_media(key: str) -> bool:
    """Whether a noun heads the name of an agency, a paper, a channel or a site."""
    return speaker_nouns().bodies.get(key) in _MEDIA
