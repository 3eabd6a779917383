"""To the right of a trigger: the units that its prepositions and their like put in their places."""

from __future__ import annotations

from riwaya.arabic import fold_key
from riwaya.contacts.clauses import is_anothers, is_press, is_verb
from riwaya.contacts.lexicon import has, phrases, words
from riwaya.contacts.nounwords import NounWords
from riwaya.contacts.places import Arguments, aside_end, names_contact, told
from riwaya.contacts.scene import PARTY_TYPES, PLACE_TYPES, Scene, Unit
from riwaya.contacts.triggers import Trigger

_ASIDE = 16  # tokens of a relative clause between commas
_REACH = 45  # tokens after a trigger in which its partners stand
_PLACE_REACH = 16
_REGION_REACH = 6
_GOVERNING = frozenset({"الي", "من", "علي", "ب"})
_BY_DOING = 6  # letters, with ب and pronoun, of a verbal noun: بإعلانه
_HIM = frozenset({"بينه", "بينها"})
_EACH = frozenset({"كل", "كلا", "وكل", "وكلا"})
_DESCRIBED = frozenset({"وصفها", "وصفه", "وصفت", "وصفتها", "وصفوها"})
_PASSING = frozenset({"بعد", "عقب", "قبل", "قبيل", "بعيد", "انتهاء", "ختام", "اختتام"})
_GOVERNS = frozenset({"مع", "ومع", "من", "الي"})
_BOTH = frozenset({"بينهما", "وبينهما"})


def _by_saying(key: str) -> bool:
    """Whether a folded word is بـ with a verbal noun and its doer: بإعلانه, بتأكيدها."""
    return key.startswith("ب") and key.endswith(("ه", "ها")) and len(key) >= _BY_DOING


def _adverb(scene: Scene, at: int) -> int:
    """How many tokens an adverb of time or manner takes here, 0 where there is none."""
    for phrase in phrases("arguments", "adverbs"):
        if all(scene.key(at + i) == word for i, word in enumerate(phrase)):
            return len(phrase)
    return 0


def look_right(scene: Scene, trigger: Trigger) -> Arguments:
    """The arguments that stand behind a trigger."""
    return _Reader(scene, trigger).read()


class _Reader(NounWords):
    """Walks to the right of one trigger."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        super().__init__(scene, trigger)
        self.stop = aside_end(scene, trigger, trigger.last + _REACH)
        self.him = False  # behind بينه: the other side follows
        self.closed = False  # all parties are told: only when and where follows
        self.partnered = False  # مع has been told
        self.gathering = False  # behind بين: another party follows the first
        self.wayward = False  # behind إلى and a plain word: in which state that place is follows

    def read(self) -> Arguments:
        at = self.trigger.last + 1
        while at < self.stop:
            if at in self.scene.time_at:
                at = self.scene.time_at[at][1] + 1
            elif (unit := self.scene.unit_at.get(at)) is not None:
                at = self._take(unit)
                self.pending = ""
            elif (behind := self._aside(at)) is not None:
                at = behind
            elif self._ends(at):
                break
            elif (width := _adverb(self.scene, at)) and self._passes(width):
                at += width
            else:
                self._word(at)
                at += 1
        self.args.end = min(at, self.stop)
        return self.args

    def _passes(self, width: int) -> bool:
        """Whether an adverb is read over: any behind a verb, none of a single word behind a noun."""
        return not self.trigger.is_noun or width > 1

    def _aside(self, at: int) -> int | None:
        """The token behind a relative clause between commas, after a verb: التقى X، الذي …، Y."""
        scene = self.scene
        if scene.key(at) in _DESCRIBED and self.trigger.is_noun:  # محادثات وصفها بأنها مثمرة مع X
            with_whom = (
                i for i in range(at + 1, min(at + _ASIDE, self.stop)) if scene.key(i) == "مع"
            )
            return next(with_whom, None)
        relative = scene.key(at) in words("boundaries", "relative") and scene.key(at - 1) in (
            "،",
            ",",
        )
        told = self.args.everyone()
        waiting = not self.trigger.is_noun or (len(self.args.parties) == 1 and self.gathering)
        if not relative or not told or not waiting:
            return None
        closing = (
            i for i in range(at + 1, min(at + _ASIDE, self.stop)) if scene.key(i) in ("،", ",")
        )
        return next(closing, None)

    def _ends(self, at: int) -> bool:
        """Whether what stands here begins another clause, or another contact."""
        key = self.scene.key(at)
        open_verbs = told("passive") | told("gathered") | told("done_by") | told("hosted")
        open_verbs |= told("received") | told("first_person")
        if self.trigger.kind == "letter":
            open_verbs |= told("sent_by") | told("carried_by")
        if key in words("boundaries", "relative"):
            return self._leaves(at, open_verbs)
        if self.trigger.is_noun and has("verbs", "copula", key):
            return not self._due(at + 1)  # لقاء كان مقررا بين
        if self.scene.is_boundary(at):
            doing = key == "ان" and self.scene.key(at + 1) in open_verbs
            due = has("status", "upcoming", self.scene.key(at - 1))
            return not (doing and due)  # الزيارة التي كان من المقرر أن يقوم بها X
        if at in self.scene.inside_unit:
            return False
        if at > self.trigger.last + 1 and names_contact(key):
            return not self._passes_by(at)
        return key not in open_verbs and is_verb(key)

    def _passes_by(self, at: int) -> bool:
        """Whether another contact is only beside what, or behind which, this one is: على هامش القمة, يتوجه X بعد انتهاء القمة إلى Y."""
        passing = any(self.scene.key(at - i) in _PASSING for i in (1, 2))
        going = self.trigger.read.frame == "arrive" and passing
        return going or self.scene.key(at - 1) in words("status", "margin")

    def _leaves(self, at: int, open_verbs: frozenset[str]) -> bool:
        """Whether a relative clause tells of something else; one that tells when and where it was is read for that."""
        following = self.scene.key(at + 1)
        due = self._due(at + 1) or (has("verbs", "copula", following) and self._due(at + 2))
        if following not in open_verbs and not due:
            return True
        self.closed = self.closed or bool(self.args.partners)
        return False

    def _due(self, at: int) -> bool:
        """Whether a contact is said to be due here: مقرر, من المقرر."""
        return has("status", "upcoming", self.scene.key(at + (self.scene.key(at) == "من")))

    def _word(self, at: int) -> None:
        """Note what a word between the units says of the next one."""
        key = self.scene.key(at)
        if self.trigger.is_noun and self._word_of_noun(at, key):
            return
        if key in told("gathered") or key in _HIM:
            self._gather(at)
        elif key in told("topic") and not self._beside_another(at):
            self.pending, self.topic = "عن", True
            self.drifted = self.drifted or self._in_answer(at)
        elif key in told("among") and not (self.drifted or self.topic):
            self.args.partners = [u for u in self.args.partners if u.type != "GROUP"]
            self.pending, self.topic = "مع", False
        elif key == "ومع" and self.args.partners and not self.drifted:
            self.pending = key
        elif key in ("مع", "ومع"):
            self._with(at)
        elif has("prepositions", "any", key) and not self._counts(at):
            self.pending = key.removeprefix("و")
        elif key in ("،", ",") and (self.pending not in ("مع", "ومع", "بين") or self._spent(at)):
            self.pending = ""
        elif self.pending == "مع" and self._unknown_people(at):
            self.pending, self.drifted = "", True
        elif self._to_somewhere(at):
            self.wayward, self.pending = True, "الي" if key in words("heads", "places") else ""
        elif (self.pending in _GOVERNING and self.scene.toks[at].is_word and not self.topic) or (
            self.trigger.is_noun and _by_saying(key)
        ):
            self.drifted = True

    def _beside_another(self, at: int) -> bool:
        """Whether على begins على هامش behind a verb: where it was, and not what it was about."""
        return not self.trigger.is_noun and self.scene.key(at + 1) in words("status", "margin")

    def _with(self, at: int) -> None:
        """مع names the other side, but where it is another's: مع الجارة مع X."""
        told_before = self.partnered and not self.args.partners
        self.pending = "عن" if told_before or self.drifted or self._tied(at) else "مع"
        self.partnered = True

    def _counts(self, at: int) -> bool:
        """Whether من belongs to a number or to كلا: كلا من X وY, مع عدد من X."""
        before = self.scene.key(at - 1)
        if self.scene.key(at) != "من":
            return False
        return before in _EACH or (bool(self.pending) and has("arguments", "number_of", before))

    def _to_somewhere(self, at: int) -> bool:
        """Whether a visit goes to a plain word's place, of which its state may be told: زيارة إلى مخيم في X."""
        visit = self.trigger.kind == "visit" and self.trigger.read.frame != "arrive"
        plain = self.scene.toks[at].is_word and not self.trigger.read.arrival
        return visit and plain and self.pending == "الي" and not self.topic

    def _unknown_people(self, at: int) -> bool:
        """Whether a class of people stands here that is no unit, and no unit is joined to it: مع الإعلاميين."""
        key, following = self.scene.key(at), self.scene.unit_at.get(at + 1)
        people = key.startswith("ال") and key.endswith(("ين", "ون"))
        return people and (following is None or not following.joined)

    def _spent(self, at: int) -> bool:
        """Whether the partner behind مع is one whom nobody knows, and ends at this comma."""
        if self.pending != "مع" or at - 1 in self.scene.inside_unit:
            return False
        words_of = [i for i in range(at - 3, at) if i > self.trigger.last]
        return not any(has("chains", "gap", self.scene.key(i)) for i in words_of)

    def _gather(self, at: int) -> None:
        """بين names the parties, but for what stands between two others: الحدود بين مصر وليبيا."""
        if self.scene.key(at) not in ("بين", "وبين"):
            self.drifted = False  # الأولى من نوعها التي ستجمع X مع Y
        if self.scene.key(at) in _HIM or (self.him and self.scene.key(at) == "وبين"):
            self.pending, self.topic, self.him = "مع", False, True
            return
        if self.scene.key(self.trigger.first - 1) in words("status", "margin"):
            self.pending = "عن"  # لقاء على هامش قمة بين X وY: the meeting's
            return
        full = self.topic and bool(self.args.everyone())
        following = (self.scene.unit_at.get(i) for i in range(at + 1, at + 4))
        pair = any(unit is not None and unit.type == "PAIR" for unit in following)
        both = self.trigger.read.pronoun == "هما" and not pair  # مباحثاتهما: of two told before
        others = both or self.trigger.soft or self.trigger.kind == "visit" or self._of_another(at)
        if others or full or self._tied(at):
            self.pending = "عن"
        else:
            self.pending, self.topic, self.gathering = "بين", False, True

    def _in_answer(self, at: int) -> bool:
        """Whether على tells what the contact answers, not what it is about: ردا على, احتجاجا على."""
        before = self.scene.key(at - 1)
        near = at - 1 > self.trigger.last and at - 1 not in self.scene.inside_unit
        return self.scene.key(at) == "علي" and near and len(before) > 2 and before.endswith("ا")

    def _of_another(self, at: int) -> bool:
        """Whether بين stands behind a phrase of other words: احتجاجا على مناورات مشتركة بين X وY."""
        return self.drifted and self.scene.key(at) in ("بين", "وبين") and not self._to_them(at)

    def _to_them(self, at: int) -> bool:
        """Whether the word before بين is the contact's own after all: لعقد جولة جديدة من الحوار بين."""
        return self.scene.key(at - 1) in told("gathering_nouns")

    def _tied(self, at: int) -> bool:
        """Whether مع or بين belongs to a noun before it: العلاقات الثنائية بين."""
        near = (i for i in (at - 1, at - 2) if i > self.trigger.last)
        return any(self.scene.key(i).removeprefix("و") in told("ties") for i in near)

    def _take(self, unit: Unit) -> int:
        """Put a unit, and those coordinated with it, in their place; the token behind them."""
        if self._apposed(unit) or self._of_two_states(unit):
            return unit.last + 1
        chain = self.scene.chain(unit.first, self.stop)
        people = [u for u in chain if u.type in PARTY_TYPES and not is_press(self.scene, u)]
        people = [u for u in people if not is_anothers(self.scene, u)]
        own = {"ب": "ب", "ل": "الي"}.get(unit.preposition, "")
        role = self.pending or own
        if self._past_place(unit):
            role = own  # استقبل X في الديوان الأميري Y
        if self.pending == "فاعل" and own and self.trigger.kind == "visit":
            role = own  # زيارة قام بها للولايات المتحدة
        if self.trigger.kind == "visit" and role == "مع" and unit.type != "PER":
            return chain[-1].last + 1
        if self.closed and role not in ("في", "مضيف"):
            return chain[-1].last + 1
        if role == "بين":  # بين رئيس X وزعيم Y: nobody's own
            self.args.parties.extend(u for u in people if not u.vague)
        elif role == "فاعل":
            self.args.parties.extend(people)
        elif role == "مع":
            self.args.partners.extend(people)
        elif role == "ومع":
            self.args.others.append(people)
        elif role in ("في", "مضيف") or (role == "ب" and unit.type in PLACE_TYPES):
            self._take_place(unit)
        elif not self.topic or (role == "الي" and self.trigger.kind in ("letter", "visit")):
            self._take_other(role, unit, people)
        return chain[-1].last + 1

    def _apposed(self, unit: Unit) -> bool:
        """Whether a person's office stands right behind his name, which a preposition governs: مع X رئيس Y."""
        before = self.scene.inside_unit.get(unit.first - 1)
        beside = before is not None and before.type == unit.type == "PER" and not unit.prefix
        if not beside or self.pending or before is None:
            return False
        governed = before.preposition or self.scene.key(before.first - 1) in _GOVERNS
        told_by = has("chains", "apposed_governed", self.scene.key(unit.first))
        return bool(governed) and told_by

    def _take_place(self, unit: Unit) -> None:
        near = self._words_before(unit) <= (_REGION_REACH if unit.type == "LOC" else _PLACE_REACH)
        there = unit.type in PLACE_TYPES or self._seat(unit)
        if self._attended():
            return  # حضر اللقاء وزير الإعلام في X
        if self.args.place is None and there and near and not self.topic:
            self.args.place = unit
            if self.trigger.kind == "visit" and self.wayward and unit.type in PLACE_TYPES:
                self.args.destination = self.args.destination or unit

    def _take_other(self, role: str, unit: Unit, people: list[Unit]) -> None:
        args, trigger = self.args, self.trigger
        if role == "من":
            called = trigger.kind in ("phone_call", "contact", "letter")
            indefinite = not trigger.read.definite or self.received
            if called and indefinite and people and people[0].type == "PER":
                args.initiator = args.initiator or people[0]
                args.partners.append(people[0])
        elif role == "الي":
            self._take_goal(unit, people)
        elif role == "ب":
            if self._seat(unit) or (trigger.is_noun and not self._reached(unit)):
                return  # بالبيت الأبيض: where it was; بالاستمرار في …: of what was said in it
            args.reached = trigger.kind == "phone_call"
            args.partners.extend(people)
        elif fold_key(unit.ref.name or "") in _BOTH:
            args.parties.append(unit)
        elif role == "" and (not trigger.soft or not args.parties):
            self._take_bare(unit, people)

    def _take_goal(self, unit: Unit, people: list[Unit]) -> None:
        """A unit behind إلى or ل: whom a verb or a letter reaches, where a visit goes, whose a noun is."""
        args, trigger = self.args, self.trigger
        if trigger.read.frame == "visit":
            return  # يزور مقره قبيل مغادرته إلى X
        if trigger.read.frame == "write" and not args.partners:
            args.partners.extend(people[:1])  # كتب X إلى Y
        elif trigger.read.frame == "speak" and not args.partners:
            args.partners.extend(u for u in people if u.type == "PER")  # تحدث هاتفيا إلى X
        elif trigger.kind == "visit" and (unit.type in PLACE_TYPES or self._seat(unit)):
            self._go_to(unit)
        elif trigger.kind == "letter":
            args.partners.extend(people if self._near(unit) else [])
        elif trigger.is_noun and unit.preposition == "ل" and self._near(unit):  # whose it is
            args.parties.extend(people)

    def _go_to(self, unit: Unit) -> None:
        """Where a visit goes first, and where it goes on to."""
        if self.args.destination is None:
            chain = self.scene.chain(unit.first, self.stop)
            self.args.destination = unit
            self.args.further = [u for u in chain[1:] if u.type in ("GPE", "LOC")]

    def _take_bare(self, unit: Unit, people: list[Unit]) -> None:
        """A unit without preposition: the noun's owner, the verb's doer or object."""
        args, trigger = self.args, self.trigger
        adjacent = unit.first == trigger.last + 1 and trigger.last == trigger.first
        plain = self._common(unit.first - 1) and self._unlisted(unit.first - 1)
        if self._not_its_object(unit, plain=plain):
            return
        goal = adjacent or args.parties or not trigger.is_noun
        if trigger.kind == "visit" and unit.type in PLACE_TYPES and goal:
            self._go_to(unit)
        elif adjacent and trigger.is_noun and self._names_its_place(unit, people):
            args.place = unit
        elif adjacent and trigger.read.pronoun not in ("", "هما") and trigger.kind != "visit":
            args.partners.extend(people)  # خلال لقائه X
        elif adjacent and trigger.is_noun:
            args.parties.extend(self._beside(people))
        elif trigger.is_noun:
            self._take_apart(unit, people, plain=plain)
        elif not trigger.is_noun and self._anothers(unit):
            return
        elif not unit.joined or not args.parties:
            (args.partners if args.parties else args.parties).extend(people)

    def _not_its_object(self, unit: Unit, *, plain: bool) -> bool:
        """Whether a unit without preposition is another word's: بحثا قضية X, زار قبر X, كتب X، زعيم Y، أن."""
        frame = self.trigger.read.frame
        talked_of = frame == "discuss" and self._common(unit.first - 1)
        return (
            talked_of
            or (frame == "write" and bool(self.args.parties))
            or (frame == "visit" and plain)
        )

    def _take_apart(self, unit: Unit, people: list[Unit], *, plain: bool) -> None:
        """A unit apart from a noun: who attended, whom a host met, who is the noun's own."""
        args, trigger = self.args, self.trigger
        free = not trigger.read.definite and not args.parties and not unit.joined
        if self._attended():
            args.parties.extend(people)
        elif self._met(unit) and not plain:
            args.partners.extend(people)
        elif free and unit.type == "PER" and not plain:
            (args.parties if trigger.kind == "visit" else args.partners).extend(people)
