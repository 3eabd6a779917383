"""What the tagger sees, and how its people are cut."""

from __future__ import annotations

import pytest

from riwaya.arabic import tokens
from riwaya.names.features import features
from riwaya.names.lexicon import name_counts
from riwaya.names.match import Span
from riwaya.names.merge import tagged_spans
from riwaya.names.plausible import plausible
from riwaya.names.tagger import posteriors, tag_words, town_hints


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


def test_every_word_has_its_features_at_the_edges_too() -> None:
    for words in (["سليم"], ["سليم", "الدوري"], []):
        made = features(words, [""] * len(words), town_hints(words))
        assert len(made) == len(words)
        assert all(isinstance(f, bytes) for item in made for f in item)


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
