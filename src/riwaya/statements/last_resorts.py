"""Who is taken for the speaker where nothing nearer tells: by the same verb, the sentence before, its source, the first noun."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.agreement import agrees, sibling
from riwaya.statements.drafts import Draft
from riwaya.statements.memory import Memory
from riwaya.statements.nearest import FEMININE_PLURALS
from riwaya.statements.phrases import read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_noun

_AS = fold_key("كما")


def once_more(view: View, draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    """اتهمت النيابة فلانا بكذا، كما اتهمت فلانا بكذا: who was told by the same verb in the sentence."""
    verb = draft.verb
    if view.key(draft.cue - 1) != _AS or verb is None:
        return None
    same = [d for d in earlier if d.verb is not None and d.verb.lemma == verb.lemma]
    return sibling(draft, [d for d in same if (d.gender, d.number) == (draft.gender, draft.number)])


def told_just_before(view: View, draft: Draft, memory: Memory) -> Speaker | None:
    """أوضح فلان كذا. وتهدف الخطة إلى كذا، معتبرا أن: who spoke in the sentence before, where nobody in this one could."""
    last = memory.told[-1] if memory.told else None
    near = last is not None and draft.sentence - last.sentence == 1 and agrees(last, draft)
    found = (view.mention(j) for j in range(view.sentences[draft.sentence][0], draft.cue))
    near = near and not any(m is not None and m.type == "PER" for m in found)
    return last.speaker if last is not None and near else None


def source(draft: Draft, memory: Memory) -> Speaker | None:
    """بحسب مصادر طبية كذا. وأفادت بأن: whom the sentence before was ascribed to, where nobody has spoken since."""
    last = memory.source
    name = last.speaker.name if last is not None and last.speaker is not None else None
    if last is None or not name or draft.sentence - last.sentence > 1:
        return None
    head = fold_key(name.split()[0])
    feminine = head.endswith(("ه", "ات")) or head in FEMININE_PLURALS
    fits = draft.number == "s" and draft.gender == "f" and draft.joined and draft.kind != "np"
    return last.speaker if fits and feminine else None


def begun(view: View, draft: Draft) -> Speaker | None:
    """دافعت متاجر محلية عن نفسها وقالت إنها: the noun with its adjective behind the verb that the sentence begins with."""
    start = view.sentences[draft.sentence][0]
    verb = view.key(start).removeprefix("و")
    plain = draft.gender == "f" and draft.number == "s" and draft.joined and draft.inside is None
    if (
        not (plain and verb.endswith("ت"))
        or view.mention(start) is not None
        or is_noun("ال" + verb)
    ):
        return None
    several = is_noun("ال" + view.key(start + 1)) and view.key(start + 2).endswith("يه")
    bare = not {view.key(start + 1)[:2], view.key(start + 2)[:2]} & {"ال"}
    phrase = read_phrase(view, start + 1, draft.cue, generic=True) if several and bare else None
    return speaker_of(view, phrase) if phrase is not None else None


def whoever_went_on(draft: Draft, memory: Memory) -> Speaker | None:
    """نقلت وكالة أن فلانا قال كذا. وأضاف: who was told to speak within the report before, or its own speaker whose verb
    the writer puts in another gender.
    """
    inner, last = memory.inner, memory.told[-1] if memory.told else None
    if draft.verb is None or not draft.verb.run or draft.number != "s" or draft.inside is not None:
        return None
    if inner is not None and draft.sentence - inner.sentence == 1 and agrees(inner, draft):
        return inner.speaker
    near = last is not None and draft.sentence - last.sentence == 1 and last.number == "s"
    return last.speaker if last is not None and near else None
