"""What a number counts: the lexicon of counted nouns, events and hedges, looked up around a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from riwaya.arabic import Token, fold_key
from riwaya.arabic.numerals import number_forms
from riwaya.contacts.lexicon import table
from riwaya.model import Hedge

_EVENT_REACH = 6
_BEHIND_REACH = 6
_TOLL_REACH = 24  # tokens between what is counted and a number behind ارتفع إلى
_TOLL_VERB = 3
_PASSED_REACH = 5
_MAX_WORDS = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """A unit and what it counts; ``end`` the offset and ``next`` the token behind its noun."""

    unit: str | None
    of: str | None
    end: int = 0
    next: int = 0


@cache
def _nouns() -> dict[tuple[str, ...], tuple[str, str | None]]:
    out: dict[tuple[str, ...], tuple[str, str | None]] = {}
    for entry in table("quantities")["counted"]:
        for form in entry["forms"]:
            key = tuple(fold_key(form).split())
            value = (entry["unit"], entry.get("of"))
            out.setdefault(key, value)
            if len(key) == 1 and len(key[0]) > 2 and not key[0].endswith(("ا", "ه")):
                out.setdefault((key[0] + "ا",), value)
    return out


def counted_at(toks: tuple[Token, ...], at: int) -> Counted | None:
    """The counted noun that begins with a token, the longest first."""
    if not 0 <= at < len(toks):
        return None
    for size in range(min(_MAX_WORDS, len(toks) - at), 0, -1):
        value = _nouns().get(tuple(toks[at + i].key for i in range(size)))
        if value is not None:
            return Counted(value[0], value[1], toks[at + size - 1].end, at + size)
    return None


@cache
def _duals() -> dict[str, tuple[str, str | None, int]]:
    out: dict[str, tuple[str, str | None, int]] = {}
    for entry in table("quantities")["counted"]:
        if entry["unit"] not in ("person", "missile", "drone", "aircraft", "shell", "storey"):
            continue
        for form in entry["forms"]:
            stem = fold_key(form)
            if " " in stem or len(stem) < 3 or stem.endswith(("ين", "ون", "ات", "ي", "ا")):
                continue
            stem = stem[:-1] + "ت" if stem.endswith("ه") else stem
            for ending in ("ان", "ين"):
                for prefix in ("", "و", "ب", "ل"):
                    out.setdefault(
                        prefix + stem + ending, (entry["unit"], entry.get("of"), len(prefix))
                    )
    for of, listed in table("quantities")["duals"].items():
        for form in listed:
            for prefix in ("", "و", "ب", "ل"):
                out[prefix + fold_key(form)] = ("person", of, len(prefix))
    plurals = {key[0] for key in _nouns() if len(key) == 1}  # مصابين reads as many
    return {form: value for form, value in out.items() if form[value[2] :] not in plurals}


@lru_cache(maxsize=1 << 15)
def opens_quantity(key: str) -> bool:
    """Whether a folded word begins a number in words or is a counted dual."""
    return key in _number_forms() or key in _duals()


@cache
def _number_forms() -> frozenset[str]:
    return number_forms()


def dual_of(key: str) -> Counted | None:
    """The counted noun of a folded dual; ``next`` is the width of its proclitics."""
    value = _duals().get(key)
    return Counted(value[0], value[1], 0, value[2]) if value else None


@cache
def _events() -> dict[str, str]:
    return {
        fold_key(word): of
        for of, listed in table("quantities")["events"].items()
        for word in listed
        if " " not in word
    }


def event_of(toks: tuple[Token, ...], at: int) -> str | None:
    """What befell those whom the number at a token counts, told by the words before it."""
    far = _toll(toks, at)
    for before in range(at - 1, max(-1, at - 1 - (_TOLL_REACH if far else _EVENT_REACH)), -1):
        token = toks[before]
        if token.key in _ENDS or (token.kind == "number" and not far):
            return None
        if token.key in ("،", ",") and not far:
            return None
        key = token.key
        if key in _WHERE and before == at - 1:
            return None  # احتجاز في 12 محافظة
        if (event := _event(key)) is not None:
            return event
    return None


def _toll(toks: tuple[Token, ...], at: int) -> bool:
    """Whether a verb of rising or reaching holds the number at a token."""
    verbs = frozenset(fold_key(word) for word in table("quantities")["toll"]["verbs"])
    return any(toks[i].key in verbs for i in range(max(0, at - _TOLL_VERB), at))


_ENDS = frozenset({".", ":", "؛", "!", "؟"})
_WHERE = frozenset({"في", "علي", "خلال", "عبر"})


def event_behind(toks: tuple[Token, ...], at: int) -> str | None:
    """What befell those counted, told behind their noun: 11 شخصا أصيبوا, 17 شخصا نقلوا جراء إصابتهم."""
    for behind in range(at, min(at + _BEHIND_REACH, len(toks))):
        key = toks[behind].key
        if toks[behind].kind == "number" and toks[behind - 1].key in ("بينهم", "بينها", "منهم"):
            continue
        if not toks[behind].is_word or (behind > at and key.startswith("و")):
            return None
        if key.startswith("و") and key not in _events():
            return None  # وفقد 20: of others
        if (event := _event(key) or _events_behind().get(key)) is not None:
            return event
    return None


@cache
def _events_behind() -> dict[str, str]:
    told = table("quantities")["events_behind"]
    return {fold_key(word): of for of, listed in told.items() for word in listed}


def _event(key: str) -> str | None:
    for width in (0, 1):
        if width and key[:1] not in ("و", "ب", "ف", "ل"):
            break
        bare = key[width:]
        for ending in ("", "وا", "ا"):
            if bare.endswith(ending):
                stem = bare[: len(bare) - len(ending)]
                if (event := _events().get(stem)) is not None:
                    return event
    return None


@cache
def _hedges(group: str) -> tuple[tuple[str, ...], ...]:
    listed = [tuple(fold_key(p).split()) for p in table("quantities")["hedges"][group]]
    return tuple(sorted(listed, key=len, reverse=True))


def hedged(toks: tuple[Token, ...], first: int, behind: int) -> Hedge:
    """How surely a number is told, by the words before and behind it."""
    best: tuple[int, str] = (0, "exact")
    for group in ("at_most", "at_least", "about"):
        for phrase in _hedges(group):
            size = len(phrase)
            if size > best[0] and first >= size and _matches(toks, first - size, phrase):
                best = (size, group)
    if best[0]:
        return cast("Hedge", best[1])
    if _passed(toks, first):
        return "at_least"
    for group in ("at_least", "at_most", "about"):
        for phrase in _hedges(f"{group}_after"):
            for at in (behind, behind + 1):
                if _matches(toks, at, phrase):
                    return cast("Hedge", group)
    return "exact"


def _passed(toks: tuple[Token, ...], first: int) -> bool:
    """Whether a verb of exceeding holds the number: تجاوز عدد الجرحى 3 آلاف."""
    for before in range(first - 1, max(-1, first - 1 - _PASSED_REACH), -1):
        token = toks[before]
        if not token.is_word or (token.key in _WHERE):
            return False
        if is_word("passed", token.key.removeprefix("و")):
            return before == 0 or toks[before - 1].key not in ("لا", "لم", "لن")
    return False


def _matches(toks: tuple[Token, ...], at: int, phrase: tuple[str, ...]) -> bool:
    if at < 0 or at + len(phrase) > len(toks):
        return False
    first = toks[at].key
    opening = first == phrase[0] or (first[:1] in ("و", "ب", "ل") and first[1:] == phrase[0])
    return opening and all(toks[at + i].key == phrase[i] for i in range(1, len(phrase)))


@cache
def _skipped(group: str) -> frozenset[str]:
    return frozenset(fold_key(word) for word in table("quantities")["skip"][group])


def is_word(group: str, key: str) -> bool:
    """Whether a folded word is in a list of what stands before, or after, numbers that count nothing."""
    return key in _skipped(group)
