"""Parties: the references of those who take part, from the units in a contact's places."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.arabic import fold_key
from riwaya.contacts.arguments import host_of
from riwaya.contacts.clauses import doer
from riwaya.contacts.lexicon import (
    heads_it,
    is_state,
    nationalities,
    offices_of,
    side,
    state,
    words,
)
from riwaya.contacts.pairs import Pairs
from riwaya.contacts.places import Arguments
from riwaya.contacts.roles import office_at, office_in
from riwaya.contacts.scene import Scene, Unit, units_between
from riwaya.contacts.triggers import Trigger
from riwaya.model import Ref, Span


@dataclass(slots=True)
class Parties:
    """Who takes part, each once, and where the text has them."""

    refs: list[Ref] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def add(self, ref: Ref, span: Span) -> None:
        if ref.key and all(ref.key != other.key for other in self.refs):
            self.refs.append(ref)
            self.spans.append(span)

    def __len__(self) -> int:
        return len(self.refs)


def find_parties(scene: Scene, trigger: Trigger, args: Arguments, pairs: Pairs) -> Parties:
    """The parties of a contact: units, pairs told before, nationalities, the host of a visit."""
    out = Parties()
    alone = trigger.is_noun and len(args.partners) > 1 and not args.parties
    if alone and not args.states:
        return out  # مع X وY, and nobody tells who met them
    _add_units(scene, trigger, args, pairs, out)
    if trigger.is_noun and len(out) < 2 and len(args.states) >= 2:
        for key, at in args.states:
            out.add(state(key), scene.span(at, at))
    many = scene.key(trigger.first).endswith(("وا", "ون"))  # more than the two of a pair
    dual_verb = not trigger.is_noun and (args.pair or (trigger.read.dual and len(out) < 2))
    dual_verb = dual_verb and not many
    if dual_verb or (trigger.read.pronoun == "هما" and not len(out)):
        for ref in pairs.resolve(scene, trigger.first, trigger.sentence, Ref(entity=None)):
            out.add(ref, scene.span(trigger.first, trigger.last))
    if trigger.kind == "visit":
        return _of_visit(scene, trigger, args, out)
    return _checked(scene, trigger, args, out)


def _add_units(scene: Scene, trigger: Trigger, args: Arguments, pairs: Pairs, out: Parties) -> None:
    for unit in args.everyone():
        refs = [unit.ref]
        if unit.type == "PAIR":
            refs = pairs.resolve(scene, unit.first, trigger.sentence, unit.ref)
        for ref in refs:
            out.add(ref, (unit.start, unit.end))


def _checked(scene: Scene, trigger: Trigger, args: Arguments, out: Parties) -> Parties:
    """Those of the units found that can take part in a contact of the kind; nobody where none can."""
    people = any(scene.types.get(ref.key) in ("PER", "GROUP") for ref in out.refs)
    people = people or any(u.type == "PAIR" and u.last > u.first for u in args.everyone())
    if (trigger.read.frame in ("meet", "receive") or scene.sport) and out.refs and not people:
        return Parties()  # a city that received refugees, a match
    if trigger.read.frame == "meet" and scene.sport and not _official(scene, out.refs):
        return Parties()  # players meet in a match
    if trigger.read.frame == "sign" and len(set(sides_of(scene, out.refs, out.spans).values())) < 2:
        return Parties()  # whoever signs with nobody of another side
    if trigger.read.frame == "receive":  # persons receive persons
        kept = [i for i, ref in enumerate(out.refs) if scene.types.get(ref.key) != "GPE"]
        out.refs, out.spans = [out.refs[i] for i in kept], [out.spans[i] for i in kept]
    if trigger.kind == "letter" and not (args.light and args.partners):
        return Parties()  # what is a message, in a figure of speech
    if {scene.types.get(ref.key) for ref in out.refs} == {"GPE"}:
        _heads_for_states(scene, trigger, args, out)
    _drop_states(scene, out)
    return out


def _official(scene: Scene, refs: list[Ref]) -> bool:
    """Whether one of them speaks for a state, or is described by an office."""
    return any(side(ref.entity, today(scene)) is not None or ref.entity is None for ref in refs)


def _of_visit(scene: Scene, trigger: Trigger, args: Arguments, out: Parties) -> Parties:
    """A visitor and a host; who goes round at home visits nobody."""
    came = trigger.read.frame in ("arrive", "dispatch") or trigger.read.arrival
    goal = host_of(args.destination).entity if args.destination is not None else None
    if came and not (_officials(scene, out) and is_state(goal)):
        return Parties()
    of = sides_of(scene, out.refs, out.spans)
    sides = {of.get(ref.key, ref.key) for ref in out.refs}
    abroad = args.destination is not None and host_of(args.destination).key not in sides
    if len(out) > 1 and not abroad and (len(sides) == 1 or _together(scene, args)):
        return Parties()
    kept = [i for i, ref in enumerate(out.refs) if ref.key not in _homes(scene, out.refs)]
    out.refs, out.spans = [out.refs[i] for i in kept], [out.spans[i] for i in kept]
    people = {"PER", "GROUP", "ORG", "PAIR"}
    if not any(scene.types.get(ref.key) in people for ref in out.refs):
        return Parties()  # states visit nobody
    visitors = any(u.type in ("PER", "GROUP", "PAIR") for u in args.parties)
    if args.destination is not None and visitors and (len(out) == 1 or _together(scene, args)):
        _add_host(scene, trigger, args.destination, out)
    return out


def _officials(scene: Scene, out: Parties) -> bool:
    """Whether those who came somewhere are of those whose coming is a visit: office-holders, delegations."""
    if scene.sport:
        return False
    return all(_official_visitor(scene, ref) for ref in out.refs) and bool(out.refs)


def _official_visitor(scene: Scene, ref: Ref) -> bool:
    if offices_of(ref.entity, None):
        return True
    units = scene.by_key.get(ref.key, [])
    return any(
        office_in(scene, unit) or office_at(scene.key(unit.first - 1))
        if unit.type == "PER"
        else _sent(unit)
        for unit in units
    )


def _sent(unit: Unit) -> bool:
    """Whether a group is one that is sent: وفد, مبعوثون."""
    first = fold_key(unit.ref.name or "").split()[:1]
    return unit.type == "GROUP" and bool(set(first) & words("collectives", "sent"))


def below_heads(scene: Scene, ref: Ref) -> bool:
    """Whether a party is a person who is known, or told, for another office than a state's head."""
    if scene.types.get(ref.key) != "PER":
        return False
    if offices_of(ref.entity, None):
        return not heads_it(ref.entity, None)
    return ref.key in scene.below


def _delegation(ref: Ref) -> bool:
    """Whether a group is a delegation, which may be told by its head as well."""
    first = fold_key(ref.name or "").split()[:1]
    return bool(set(first) & words("collectives", "delegations"))


def _together(scene: Scene, args: Arguments) -> bool:
    """Whether all who are told visit somebody else: زيارة X وY."""
    people = all(u.type in ("PER", "GROUP") and not u.preposition for u in args.parties)
    return people and not args.partners and len(args.parties) > 1 and args.parties[1].joined


def _homes(scene: Scene, refs: list[Ref]) -> set[str | None]:
    """The states of persons who visit another: they are not visited."""
    return {side(r.entity, today(scene)) for r in refs if scene.types.get(r.key) == "PER"}


def _heads_for_states(scene: Scene, trigger: Trigger, args: Arguments, out: Parties) -> None:
    """خلال قمة بين البلدين أكد X وY: those who act in it, where they are the two states'."""
    occasion = words("arguments", "occasion")
    before = scene.key(trigger.first - 1)
    governed = before in occasion or before[1:] in occasion
    if trigger.kind not in ("summit", "meeting", "phone_call") or not governed:
        return
    first, stop = scene.bounds[trigger.sentence]
    clause = scene.clause_start(trigger.first, first)
    chain = doer(scene, clause, trigger.first) or doer(scene, args.end, stop)
    sides = {side(unit.ref.entity, today(scene)) for unit in chain if unit.type == "PER"}
    if len(chain) == len(out) and sides == {ref.key for ref in out.refs}:
        out.refs = [unit.ref for unit in chain]
        out.spans = [(unit.start, unit.end) for unit in chain]


def sides_of(scene: Scene, refs: list[Ref], spans: list[Span]) -> dict[str, str]:
    """The state of each party, by key: the registry's, else the one that its description names."""
    out: dict[str, str] = {}
    for index, ref in enumerate(refs):
        of = side(ref.entity, today(scene))
        if of is None and index < len(spans):
            of = _state_in(scene, spans[index])
        if of is not None:
            out[ref.key] = of
    return out


def _state_in(scene: Scene, span: Span) -> str | None:
    """The state that a description names: رئيسة وزراء النرويج, الرئيس الكيني."""
    for mention in scene.found.mentions:
        if span[0] <= mention.start and mention.end <= span[1] and mention.type == "GPE":
            return side(mention.entity) or mention.entity
    for word in scene.text[span[0] : span[1]].split():
        if (of := nationalities().get(fold_key(word))) is not None:
            return of
    return None


def unnamed(
    scene: Scene, refs: list[Ref], spans: list[Span], *, undone: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of persons whom these words do not name, and of states.

    A class of people stands for somebody named only where it is a delegation or what was due with him is ``undone``.
    """
    states = {ref.key for ref in refs if scene.types.get(ref.key, "GPE") == "GPE"}
    groups = (ref for ref in refs if ref.entity is None and scene.types.get(ref.key) == "GROUP")
    vague = {ref.key for ref in groups if undone or _delegation(ref)}
    for ref, (start, end) in zip(refs, spans, strict=False):
        kinds = {
            m.kind
            for m in scene.found.mentions
            if m.type == "PER" and start <= m.start and m.end <= end
        }
        if kinds == {"nominal"}:
            vague.add(ref.key)
    return frozenset(vague), frozenset(states)


def today(scene: Scene) -> str | None:
    """The page's own day, where it is known."""
    return scene.found.published.value[:10] if scene.found.published else None


def _drop_states(scene: Scene, out: Parties) -> None:
    """Where persons meet, a state beside them is theirs; a person and his state are one side."""
    own = {side(r.entity, today(scene)) for r in out.refs if scene.types.get(r.key) == "PER"}
    mine = [i for i, ref in enumerate(out.refs) if ref.key not in own]
    out.refs, out.spans = [out.refs[i] for i in mine], [out.spans[i] for i in mine]
    kept = [i for i, ref in enumerate(out.refs) if scene.types.get(ref.key) != "GPE"]
    if sum(scene.types.get(out.refs[i].key) == "PER" for i in kept) >= 2:
        out.refs = [out.refs[i] for i in kept]
        out.spans = [out.spans[i] for i in kept]


def _add_host(scene: Scene, trigger: Trigger, destination: Unit, out: Parties) -> None:
    """The host of a visitor: a person of that state in the sentence, else the state."""
    host = host_of(destination)
    if side(out.refs[0].entity, today(scene)) == host.key:
        return  # at home
    person = _host_person(scene, trigger, host, out.refs[0])
    if person is not None:
        out.add(person.ref, (person.start, person.end))
    else:
        out.add(host, (destination.start, destination.end))


def _host_person(scene: Scene, trigger: Trigger, host: Ref, visitor: Ref) -> Unit | None:
    """The host whom the sentence names by nationality: خلال زيارته لليابان قدم لنظيره الياباني."""
    if not trigger.read.pronoun and scene.key(trigger.first - 1) != "من":
        return None
    for unit in units_between(scene, *scene.bounds[trigger.sentence]):
        if unit.type == "PER" and unit.key != visitor.key:
            told = [scene.key(at) for at in range(unit.first, unit.last + 1)]
            met = unit.preposition in ("ل", "ب") or scene.key(unit.first - 1) == "مع"
            met = met or "نظير" in told[0] or heads_it(unit.ref.entity, today(scene))
            if met and any(nationalities().get(word) == host.entity for word in told):
                return unit
    return None
