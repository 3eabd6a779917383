from riwaya.corpus.record_hoods import MOST_PAGES, neighbourhoods
from riwaya.model import Story


def story(name: str, pages: int = 1, follows: tuple[str, ...] = ()) -> Story:
    ids = tuple(f"{name}{i}" for i in range(pages))
    return Story(id=name, title="", pages=ids, follows=follows)


def ids(hoods: list[list[Story]]) -> set[tuple[str, ...]]:
    return {tuple(s.id for s in hood) for hood in hoods}


def test_stories_that_follow_one_another_stand_together() -> None:
    stories = [story("a"), story("b", follows=("a",)), story("c", follows=("b",)), story("d")]
    assert ids(neighbourhoods(stories)) == {("a", "b", "c"), ("d",)}
    assert ids(neighbourhoods(stories[::-1])) == ids(neighbourhoods(stories))


def test_a_neighbourhood_stays_small() -> None:
    stories = [story("a", MOST_PAGES), story("b", follows=("a", "missing"))]
    assert ids(neighbourhoods(stories)) == {("a",), ("b",)}
