from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus.entities import EntityUse, alias_table


def use(page: str, entity: str, name: str, type_: str = "PER") -> EntityUse:
    return EntityUse(page, entity, type_, name)


def test_two_spellings_of_a_foreign_name_are_one_and_the_commoner_stands() -> None:
    uses = [
        use("p1", "x1", "ماركو فالديني"),
        use("p2", "x1", "ماركو فالديني"),
        use("p3", "x2", "ماركو فالدينى"),
        use("p4", "x3", "ماركو فالدني"),
    ]
    assert alias_table(uses) == {"x2": "x1", "x3": "x1"}


def test_arabic_names_that_differ_by_a_vowel_are_two_people() -> None:
    uses = [use("p1", "x1", "سلمان الخالدي"), use("p2", "x2", "سليمان الخالدي")]
    assert alias_table(uses) == {}


def test_two_people_whom_one_page_names_side_by_side_are_never_joined() -> None:
    uses = [use("p1", "x1", "ماركو فالديني"), use("p1", "x2", "ماركو فالدوني")]
    assert alias_table(uses) == {}


def test_a_name_of_three_words_is_the_longer_one_that_it_begins() -> None:
    uses = [use("p1", "x1", "راكان بن فلاح"), use("p2", "x2", "راكان بن فلاح آل سرو")]
    assert alias_table(uses) == {"x2": "x1"}
    assert alias_table([use("p1", "x1", "راكان فلاح"), use("p2", "x2", "راكان فلاح السروي")]) == {}


def test_a_surname_of_two_words_is_not_a_full_name() -> None:
    uses = [
        use("p1", "x1", "فهمي أبو سرو"),
        use("p1", "x1", "أبو سرو"),
        use("p2", "x2", "ناصر أبو سرو"),
        use("p2", "x2", "أبو سرو"),
        use("p3", "x3", "راكان بن فلاح"),
        use("p4", "x4", "راكان بن فلاح بن ناصر"),
    ]
    assert alias_table(uses) == {}


def test_common_words_of_bodies_are_no_spellings() -> None:
    uses = [use("p1", "x1", "حزب الفلاح", "ORG"), use("p2", "x2", "حزب الفلوح", "ORG")]
    assert alias_table(uses) == {}


def test_the_registered_id_stands_whatever_the_counts() -> None:
    uses = [
        use("p1", "x1", "ماركو فالدنيي"),
        use("p2", "x1", "ماركو فالدنيي"),
        use("p3", "marco-valdini", "ماركو فالديني"),
    ]
    assert alias_table(uses, lambda e: e == "marco-valdini") == {"x1": "marco-valdini"}


def test_a_spelling_between_two_names_joins_neither() -> None:
    uses = [
        use("p1", "x1", "ماركو فالديني"),
        use("p2", "x1", "ماركو فالديني"),
        use("p3", "x2", "ماركو فالدوني"),
        use("p4", "x2", "ماركو فالدوني"),
        use("p5", "x3", "ماركو فالدني"),
    ]
    assert alias_table(uses) == {}


def test_within_a_story_a_surname_is_the_one_whose_full_name_ends_with_it() -> None:
    uses = [use("p1", "x1", "ماركو فالديني"), use("p2", "x2", "فالديني")]
    assert alias_table(uses, one_story=True) == {"x2": "x1"}
    uses.append(use("p3", "x3", "لوكا فالديني"))
    assert alias_table(uses, one_story=True) == {}


def test_single_words_and_places_are_left_alone() -> None:
    uses = [use("p1", "x1", "فالديني"), use("p2", "x2", "فالدني")]
    uses += [use("p3", "x3", "وادي فالديني", "LOC"), use("p4", "x4", "وادي فالدني", "LOC")]
    assert alias_table(uses) == {}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.text(max_size=12))))
def test_any_names_whatever_order(rows: list[tuple[str, str, str]]) -> None:
    uses = [use(page, entity, name) for page, entity, name in rows]
    assert alias_table(uses) == alias_table(reversed(uses))
