"""What the tagger sees, and how its people are cut."""

from __future__ import annotations

import numpy as np
import pytest

from riwaya.arabic import tokens
from riwaya.names import tag
from riwaya.names.crf import Floats
from riwaya.names.features import EDGES, PLACES, beside, marks, own, pair
from riwaya.names.hints import hints, town_hints
from riwaya.names.lexicon import name_counts
from riwaya.names.match import Span
from riwaya.names.merge import tagged_spans
from riwaya.names.plausible import plausible
from riwaya.names.tagger import _Remembered, posteriors, tag_texts, tag_words, tagger


def test_the_long_list_of_towns_is_matched_behind_proclitics_and_over_two_words() -> None:
    found = town_hints(["زار", "بمراكش", "ثم", "مدينة", "جلال", "آباد", "أمس"])
    assert found[1].startswith("T")
    assert found[1].endswith("c")
    assert found[4].startswith("T")
    assert found[5] == "IT"
    assert found[0] == found[2] == found[6] == ""


def test_words_of_names_are_graded_by_how_often_people_have_them() -> None:
    given, family, _ = name_counts()["محمد"]
    assert given == "4"
    assert int(family) >= 1
    assert "المفاوضات" not in name_counts()


def test_a_words_scores_are_the_sum_of_what_is_seen_of_it_and_beside_it() -> None:
    words = ["زار", "سليم", "الدوري", "مراكش"]
    model = tagger().model
    seen = list(own(words[1]))
    for place in PLACES:
        at = 1 + place
        seen += beside(words[at], place) if at >= 0 else EDGES[place]
    for labels in (hints(words), town_hints(words)):
        for k in (0, 1, 2):
            seen += marks(labels[k])[(2, 0, 1)[k]] if labels[k] else []
    for both, side in ((pair(*words[:2]), 0), (pair(*words[1:3]), 1)):
        seen += [both[side]] if both else []
    named = any(name.startswith("g=T") for name in model.rows)
    assert named or not any(m.startswith("g=T") and m in model.rows for m in seen)
    assert tagger().scores([words])[1] == pytest.approx(model.scores(seen), abs=1e-3)


def test_texts_tagged_together_are_tagged_as_each_by_itself() -> None:
    texts = [["وصل", "سليم", "الدوري", "."], ["عمان"], ["قال", "المهندس", "هاني", "منصور", "أمس"]]
    together = tagger().probabilities(texts)
    for words, found in zip(texts, together, strict=True):
        assert found == pytest.approx(tagger().probabilities([words])[0], abs=1e-6)
    assert tag_texts([[], *texts])[0] == []


def test_words_met_again_say_the_same_after_others_were_forgotten() -> None:
    class Few(_Remembered):
        most = 3

    made: list[str] = []

    def make(word: str) -> list[Floats]:
        made.append(word)
        return [np.full(2, len(word), np.float32)]

    few = Few(make, [np.zeros(2, np.float32)])
    for _ in range(2):
        for word in ("a", "bb", "ccc", "dddd", ""):
            assert few.of([word, "", word])[:, 0, 0].tolist() == [len(word), 0, len(word)]
    assert len(made) > 4


def test_posteriors_of_a_word_sum_to_one() -> None:
    labels = ("O", *(f"{p}-{t}" for t in ("PERS", "LOC", "ORG", "MISC") for p in "BI"))
    table = posteriors(["قال", "المهندس", "سليم", "الدوري", "أمس"], labels)
    assert table.shape == (5, 9)
    assert table.sum(axis=1) == pytest.approx([1] * 5, abs=1e-3)


def test_a_text_longer_than_one_run_keeps_its_places() -> None:
    words = ["وصل", "المهندس", "سليم", "الدوري", "إلى", "عمان", "."] * 80
    places = {(n.first, n.last) for n in tag_words(words)}
    assert (7 * 70 + 5, 7 * 70 + 5) in places
    assert all(0 <= first <= last < len(words) for first, last in places)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("حضر الحفل الفنان عادل الشمري وسميرة قدورة أمس.", ["عادل الشمري", "سميرة قدورة"]),
        ("تزوج الأمير هاني الدوري بسميرة قدورة أمس.", ["هاني الدوري", "سميرة قدورة"]),
    ],
)
def test_two_people_joined_by_a_proclitic_are_two(text: str, people: list[str]) -> None:
    found = [text[s.start : s.end] for s in tagged_spans(tokens(text)) if s.type == "PER"]
    assert found == people


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وعقد عادل منصور فور وصوله جلسة مباحثات.", "عادل منصور"),
        ("وسئل الوزير سليم العبيدي عقب الجلسة عن ذلك.", "سليم العبيدي"),
    ],
)
def test_no_adverb_ends_a_persons_name(text: str, person: str) -> None:
    words = [t for t in tokens(text) if t.kind != "mark"]
    first = next(i for i, w in enumerate(words) if w.text == person.split(maxsplit=1)[0])
    wide = Span(first, first + 2, words[first].start, words[first + 2].end, "PER", (), "tagger")
    kept = plausible(words, [wide])
    assert [text[s.start : s.end] for s in kept] == [person]


def test_a_verb_before_a_surname_is_no_given_name() -> None:
    text = "سُئل الجبيري عما إذا كان ذلك صحيحا"
    words = tokens(text)
    span = Span(0, 1, words[0].start, words[1].end, "PER", (), "tagger")
    assert [text[s.start : s.end] for s in plausible(words, [span])] == ["الجبيري"]


def test_no_adverb_is_taken_for_the_surname_behind_a_given_name() -> None:
    text = "عقد عادل فور وصوله جلسة، وقال عادل فور خروجه إنه راض."
    assert "عادل فور" not in {m.text for m in tag(text)}
