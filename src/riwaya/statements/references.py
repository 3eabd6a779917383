"""From a phrase to a reference: the entity of a mention, a group's id, an unnamed speaker's own id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention, Ref, Span, Speaker
from riwaya.names.romanise import provisional_id
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.phrases import Party, Phrase
from riwaya.statements.view import View

_OFFICES = frozenset({"minister", "president", "leader", "king", "director", "secretary"})
"""Roles that one holds at a time."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SOME_OF, _FROM = words("phrases.some_of"), fold_key("من")
_OWN_L = words("arguments.own_l")
_LOOSE = frozenset(
    {
        "organisation",
        "observatory",
        "company",
        "administration",
        "groups",
        "club",
        "council",
        "party",
        "website",
    }
)
"""Kinds of body of which a country has many: known by their whole name."""


def speaker_of(view: View, phrase: Phrase) -> Speaker:
    """The reference of a phrase, with its span."""
    first = (
        min(phrase.start, phrase.parties[0].start)
        if len(phrase.parties) > 1
        else phrase.parties[0].start
    )
    shift = phrase.parties[0].proclitic if first == phrase.parties[0].start else 0
    span = (view.tokens[first].start + shift,
            view.tokens[phrase.end - 1].end)  # fmt: skip
    refs = [_of_party(view, party) for party in phrase.parties]
    if phrase.parties[0].kind == "role" and _only_states(phrase.parties[1:]):
        text = view.text[span[0] : span[1]]  # زعماء بريطانيا وفرنسا: one description of several
        return Speaker(entity=None, name=text, names=(text,), span=span, named="role")
    if len(refs) == 1:
        return _with_span(refs[0], span)
    both = group(refs)
    if both.name is None or " و" not in both.name:
        return _with_span(both, span)
    written = view.text[span[0] : span[1]]
    names = variants((*both.names, written))
    return _with_span(Speaker(entity=both.entity, name=both.name, names=names), span)


def _only_states(parties: Sequence[Party]) -> bool:
    return bool(parties) and all(p.mention is not None and p.mention.type == "GPE" for p in parties)


def _with_span(speaker: Speaker, span: Span) -> Speaker:
    return Speaker(
        entity=speaker.entity,
        name=speaker.name,
        names=speaker.names,
        span=span,
        named=speaker.named,
    )


def from_mention(mention: Mention) -> Speaker:
    """A reference to what a mention means."""
    names = mention.names or ((mention.text,) if mention.kind == "name" else ())
    written = names and _ARABIC.search(names[0])
    name = mention.text if mention.kind == "name" or not written else names[0]
    named = "named" if mention.entity or mention.kind == "name" else "role"
    return Speaker(entity=mention.entity, name=name, names=tuple(names), named=named)  # type: ignore[arg-type]


def _with_article(view: View, party: Party, mention: Mention) -> Mention:
    """للشرطة الفلانية: a mention with the article's alif, which is not written behind ل; nor is its ل in للجنة الدولية."""
    joined = view.tokens[party.start].text.startswith("لل") and mention.text.startswith("ل")
    if not joined or mention.start != view.tokens[party.start].start + 1:
        return mention
    own = view.key(party.start)[1:] in _OWN_L
    described = view.key(party.start + 1).startswith("ال") and party.end > party.start + 1
    if own and not described:
        return mention  # للجنة حماية كذا
    text = ("ال" if own else "ا") + mention.text
    names = tuple(text if name == mention.text else name for name in mention.names)
    return replace(mention, text=text, names=names)


def _of_party(view: View, party: Party) -> Speaker:
    if party.mention is not None:
        return from_mention(_with_article(view, party, party.mention))
    text = view.text[
        view.tokens[party.start].start + party.proclitic : view.tokens[party.end - 1].end
    ]
    if party.proclitic and party.head.startswith("ال") and text.startswith("ل"):
        text = "ا" + text  # للكرملين: the article's alif is not written
    nouns = speaker_nouns()
    if party.kind == "role" and nouns.roles.get(party.head) == "fighters":
        inner = (view.mention(j) for j in range(party.start + 1, party.end))
        group_ = next((m for m in inner if m is not None and m.type == "ORG"), None)
        if group_ is not None:
            return from_mention(group_)  # مسلحو الحركة speak for it
    if party.kind in ("role", "body", "document"):
        table = {"role": nouns.roles, "body": nouns.bodies, "document": nouns.documents}[party.kind]
        slug = _slug(view, party, table[_counted_noun(view, party)])
        definite = party.head.startswith("ال") or _construct(view, party)
        if party.kind == "role":
            entity = None if definite else f"{slug}@{_page_key(view)}"
            named = "role" if definite else "unnamed"
        else:
            nameless = party.kind == "document" or (definite and "-" not in slug)
            loose = slug == table[party.head] or table[party.head] in _LOOSE
            if not nameless and loose and " " in text:
                slug = provisional_id(text)  # a name that no table knows
            entity, named = None if nameless else slug, "role"
        names = variants((text, *_shorter(view, party, text)))
        return Speaker(entity=entity, name=text, names=names, named=named)  # type: ignore[arg-type]
    return Speaker(entity=None, name=text, names=(text,), named="role")


def _counted_noun(view: View, party: Party) -> str:
    """The noun that tells what a description's party is: مسؤولين in عدد من المسؤولين."""
    if party.head not in _SOME_OF or view.key(party.start + 1) != _FROM:
        return party.head
    counted = view.key(party.start + 2)
    return counted if party.kind == "role" and counted in speaker_nouns().roles else party.head


def _construct(view: View, party: Party) -> bool:
    """رئيس الفيدرالي: an office of which there is one, by what it is bound to."""
    one = speaker_nouns().roles.get(party.head) in _OFFICES
    return one and party.end > party.start + 1 and view.key(party.start + 1).startswith("ال")


def _shorter(view: View, party: Party, text: str) -> tuple[str, ...]:
    """A definite description by its head and adjective: الشركة المشغلة of الشركة المشغلة للميناء بالمدينة."""
    second = party.start + 1
    if not (party.head.startswith("ال") and party.end > second + 1 and party.kind == "body"):
        return ()
    short = text[: view.tokens[second].end - view.tokens[party.start].start - party.proclitic]
    return (short,) if view.key(second).startswith("ال") and short else ()


def _page_key(view: View) -> str:
    return re.split(r"[/\\]", view.page.id)[-1].partition(".")[0]


def _slug(view: View, party: Party, noun: str) -> str:
    """An English id of a description: its nationality, its qualities, the body in it, its head."""
    nouns = speaker_nouns()
    before: list[str] = []
    j = party.start + 1
    while j < party.end:
        mention = view.mention(j)
        pair = f"{view.key(j)} {view.key(j + 1)}"
        if pair in nouns.qualities:
            before.insert(0, nouns.qualities[pair])
            j += 2
            continue
        if mention is not None and mention.entity:
            before.extend({mention.entity} - set(before))
            j = max(view.after(mention), j + 1)
            continue
        if view.key(j) in nouns.bodies:
            before.append(nouns.bodies[view.key(j)])
        elif (quality := nouns.qualities.get(view.key(j).removeprefix("ال"))) is not None:
            before.insert(0, quality)
        j += 1
    return "-".join([*(part for part in before if part != noun), noun])


def group(refs: Sequence[Ref]) -> Speaker:
    """Several as one: an id of their short names, and the ways to write them together."""
    refs = list({ref.key: ref for ref in refs}.values())
    if len(refs) == 1:
        only = refs[0]
        return Speaker(entity=only.entity, name=only.name, names=only.names)
    short = [_short(ref) for ref in refs]
    if all(ref.entity for ref in refs):
        slugs = [_short_slug(ref, name) for ref, name in zip(refs, short, strict=True)]
        entity = (
            " and ".join([", ".join(slugs[:-1]), slugs[-1]]).replace(", ", "-").replace(" ", "-")
        )
    else:
        entity = None
    names = [" و".join(short)]
    if len(short) == 2:
        names.append(" و".join(reversed(short)))
    return Speaker(entity=entity, name=names[0], names=(*names, *short))


def _short(ref: Ref) -> str:
    """The name that a later sentence would use: a person's last, a body's whole."""
    name = ref.name or ref.entity or ""
    arabic = [n for n in (name, *ref.names) if _ARABIC.search(n)]
    if _is_description(name):
        return name
    if ref.entity and "-" in ref.entity and "@" not in ref.entity and arabic:
        single = [n for n in arabic if " " not in n]
        last = name.replace("#", "").split()[-1] if name else ""
        return last if last in single or not single else single[0]
    return arabic[0] if arabic else name


def _is_description(name: str) -> bool:
    """Whether a name is a body's, which has no last name: الحكومة السورية, وزارة الدفاع."""
    first, _, rest = name.partition(" ")
    head = fold_key(first)
    return rest != "" and (
        head.startswith("ال") or head in {*speaker_nouns().bodies, *speaker_nouns().roles}
    )


def _short_slug(ref: Ref, short: str) -> str:
    """A person's id by the last name alone, any other id whole."""
    entity = (ref.entity or "").partition("@")[0]
    whole = [
        name for name in (ref.name or "", *ref.names) if name != short and name.endswith(short)
    ]
    person = any(not name.startswith("ال") for name in whole)
    return entity.rpartition("-")[2] if person else entity


def variants(names: Iterable[str]) -> tuple[str, ...]:
    """Names without repetition, by folded form."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold_key(name), name)
    return tuple(seen.values())
