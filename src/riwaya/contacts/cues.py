"""Cues of status: the words beside a contact that say it was called off, put off, refused, denied, proposed or planned."""

from __future__ import annotations

from riwaya.contacts.clauses import is_verb
from riwaya.contacts.lexicon import has, reading, words
from riwaya.contacts.scene import Scene
from riwaya.contacts.triggers import Trigger
from riwaya.model import ContactStatus, Span

NEAR = 3  # words
_CUES: tuple[tuple[str, ContactStatus], ...] = (
    ("cancelled", "cancelled"), ("postponed", "postponed"), ("declined", "declined"), ("denied", "denied"),
    ("proposed", "proposed"), ("planned", "planned"), ("upcoming", "planned"),
)  # fmt: skip
_UNDOING = frozenset({"cancelled", "postponed", "declined"})

Told = tuple[ContactStatus | None, Span, bool]
"""A status (None: nothing is reported), the words that tell it, whether they are sure of it."""


def by_cue(scene: Scene, trigger: Trigger, left: list[int], at: int) -> Told | None:
    """What a word before a noun tells of it by its list: ألغى, أرجأ, رفض, نفى, اقترح, يعتزم, المقرر."""
    key, span = scene.key(at), scene.span(at, at)
    for group, status in _CUES:
        if group in _UNDOING and _of_speech(scene, at, trigger.first):
            continue  # رفض التعليق على زيارة
        if not cue(group, key) or at_request(scene, at) or _for_sake(scene, at):
            continue
        spared = group in _UNDOING and any(
            has("status", "threatened", scene.key(i)) for i in left if i < at
        )
        if group in ("proposed", "denied") and _ruled_out(scene, left, at):
            return None, span, True
        if group == "proposed" and (undone := _taken_back(scene, left, at)) is not None:
            return undone, span, True
        if group == "planned" and (no := _denial(scene, left, at)) is not None:
            return "denied", scene.span(no, no), True
        return "planned" if spared else status, span, True
    return None


def _taken_back(scene: Scene, left: list[int], at: int) -> ContactStatus | None:
    """What became of a proposal: ألغت دعوته لزيارة, رفض دعوة لزيارة."""
    before = [scene.key(i) for i in left if i < at][:NEAR]
    for status in ("cancelled", "declined"):
        if any(has("status", status, key) for key in before):
            return "cancelled" if status == "cancelled" else "declined"
    return None


def _denial(scene: Scene, left: list[int], at: int) -> int | None:
    """The word that denies a plan: نفى وجود ترتيبات للقاء."""
    before = [i for i in left if i < at]
    denials = [i for i in before if cue("denied", scene.key(i))]
    return denials[0] if denials and not _ruled_out(scene, left, denials[0]) else None


def _ruled_out(scene: Scene, left: list[int], at: int) -> bool:
    """لا إمكانية لإجراء: what is said not to be possible is no proposal; لم ينف denies nothing."""
    return any(has("status", "ruled_out", scene.key(i)) for i in left if i < at)


def _of_speech(scene: Scene, at: int, stop: int) -> bool:
    """Whether what is refused or put off is only to speak of it."""
    return any(scene.key(i) in words("status", "no_comment") for i in range(at + 1, stop))


def cue(group: str, key: str) -> bool:
    bare = key[1:] if len(key) > 4 and key[0] in "بل" else key
    bare = "ال" + key[2:] if key.startswith("لل") else bare
    return has("status", group, key) or has("status", group, bare)


def at_request(scene: Scene, at: int) -> bool:
    """بناء على طلب, بدعوة من: tells who began it, and proposes nothing."""
    key = scene.key(at)
    near = {scene.key(i).removeprefix("و") for i in range(at - 4, at)}
    answered = key == "لدعوه" and bool(near & {"تلبيه", "استجابه", "استجاب", "قبول"})
    return (
        key.startswith(("بطلب", "بدعوه"))
        or answered
        or (key == "طلب" and scene.key(at - 1) == "علي")
    )


def _for_sake(scene: Scene, at: int) -> bool:
    """من أجل: for its sake, not put off."""
    return scene.key(at) in ("اجل", "لاجل") and scene.key(at - 1) in ("من", "ومن")


def is_future(key: str) -> bool:
    """Whether a folded word is a verb with the future particle."""
    bare = key[1:] if key[:1] in ("و", "ف") else key
    if len(bare) > 4 and bare.startswith("سن"):  # سنجري, not سنوات
        return has("verbs", "light", "ي" + bare[2:]) or reading("ي" + bare[2:]) is not None
    return len(bare) > 4 and bare.startswith(("سي", "ست")) and is_verb(key)
