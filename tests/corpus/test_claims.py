from record_builders import PageMaker, copied, record

WORDS = "المفاوضات بشأن مياه النهر ستبدأ في العاصمة بعد أسبوعين"
REWORDED = "المفاوضات حول مياه النهر تبدأ في العاصمة بعد أسبوعين"


def test_one_speaker_reworded_is_one_claim_of_one_origin() -> None:
    parts = record(
        PageMaker("p1", WORDS).said("anna-berg", WORDS),
        PageMaker("p2", REWORDED).said("norland-foreign-ministry", REWORDED),
    )
    (claim,) = parts.claims
    assert [(w.page, w.statement) for w in claim.wordings] == [("p1", "s00"), ("p2", "s00")]
    assert claim.id == "p1#s00"
    assert (claim.independent, claim.independent_max) == (1, 1)


def test_two_origins_that_say_the_same_are_counted_both() -> None:
    parts = record(
        PageMaker("p1", WORDS).said("anna-berg", WORDS),
        PageMaker("p2", WORDS).said("sudland-palace", WORDS),
    )
    (claim,) = parts.claims
    assert claim.origins == ("norland", "sudland")
    assert claim.independent == 2


def test_statements_that_share_a_subject_only_are_two_claims() -> None:
    other = "مياه النهر انخفضت كثيرا هذا الصيف بسبب السدود"
    parts = record(
        PageMaker("p1", WORDS).said("anna-berg", WORDS),
        PageMaker("p2", other).said("anna-berg", other),
    )
    assert parts.claims == ()


def test_a_denial_is_not_the_claim_that_it_denies() -> None:
    parts = record(
        PageMaker("p1", WORDS).said("anna-berg", WORDS),
        PageMaker("p2", WORDS).said("sudland-palace", WORDS, polarity="denied"),
    )
    assert parts.claims == ()


def test_one_number_in_several_pages_is_a_claim() -> None:
    a = PageMaker("p1", "تعهدت المملكة بسبعة مليارات دولار").number(
        "سبعة مليارات دولار", 7e9, "USD", "sum"
    )
    b = PageMaker("p2", "المبلغ نحو 7 مليارات دولار").number(
        "نحو 7 مليارات دولار", 7e9, "USD", "sum", hedge="about"
    )
    (claim,) = record(a, b).claims
    assert {w.page for w in claim.wordings} == {"p1", "p2"}


def test_unnamed_speakers_are_one_through_a_copied_passage() -> None:
    a = PageMaker("p1", WORDS).said("official@p1", WORDS, named="unnamed")
    b = PageMaker("p2", WORDS).said("official@p2", WORDS, named="unnamed")
    (apart,) = record(a, b).claims
    assert (apart.independent, apart.independent_max) == (0, 2)
    (joined,) = record(a, b, copies=[copied(a, b, WORDS)]).claims
    assert joined.independent_max == 1
