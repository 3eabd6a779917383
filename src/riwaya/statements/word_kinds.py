"""What kind of word a folded key is, by the word list: an adjective, a noun, a noun in the accusative or with a pronoun."""

from __future__ import annotations

from riwaya.statements.lexicon import definite, speaker_nouns

_ENDINGS = ("ا", "ه", "ها", "هم", "هما", "هن")
"""The accusative's ending, and pronouns."""


def is_adjective(key: str) -> bool:
    """Whether a word, with or without the article, is one that describes the noun before it."""
    return (key if key.startswith("ال") else "ال" + key) in definite().adjectives


def is_noun(key: str) -> bool:
    """Whether a word with the article stands for something by itself."""
    return key in definite().nouns


def is_noun_in_the_dual(key: str) -> bool:
    """Whether a word is a dual (العضوان), by its noun."""
    stem = key.removesuffix("ان")
    single = stem if stem.startswith("ال") else "ال" + stem
    return is_noun(single) or single.removeprefix("ال") in speaker_nouns().roles


def is_verbal_noun(key: str) -> bool:
    """Whether a bare word is a known noun (تحقيق), and no verb in the present (تحاسب)."""
    return "ال" + key in definite().nouns


def bare_noun(key: str) -> bool:
    """Whether a word is an indefinite accusative (قلقا) or has a pronoun (قلقهم), of a known noun."""
    if key.startswith("ال") or len(key) < 4:
        return False
    stems = (key[: -len(end)] for end in _ENDINGS if key.endswith(end))
    return any(
        "ال" + stem in definite().nouns or (stem.endswith("ت") and is_noun(f"ال{stem[:-1]}ه"))
        for stem in stems
    )


def two_in_construct(key: str, following: str) -> str:
    """وزيرا of وزيرا الخارجية, as the lexicon has it (وزيران): two in the nominative before a definite noun; "" else."""
    definite = following.startswith("ال") and not is_adjective(following)
    two = key[:-1] + "ان"
    return two if key.endswith("ا") and definite and two in speaker_nouns().roles else ""


def bare_accusative(key: str) -> bool:
    """Whether a word may be an indefinite participle or adjective in the accusative (محتجزا, قريبا)."""
    stem = key.removesuffix("ا")
    participle = key.startswith("م") and len(key) > 4
    return stem != key and not key.startswith("ال") and (participle or is_adjective(stem))
