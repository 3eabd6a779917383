from record_builders import PageMaker, record

BOTH = ("norland-president", "sudland-king")
CALL = "تحادث الرئيس والملك هاتفيا"
SHARED = "الملك والرئيس ناقشا ترسيم الحدود البحرية وحقوق الصيد"
ONLY = "الرئيس طلب من الملك الإفراج فورا عن طاقم السفينة"


def test_each_side_has_its_account_and_what_it_alone_tells() -> None:
    text = f"{CALL}\n{SHARED}\n{ONLY}"
    north = PageMaker("p1", text).contact(
        "phone_call", BOTH, CALL, agenda=("الحدود", "الطاقم"),
        evidence={"agenda": "ترسيم الحدود البحرية"},
    )  # fmt: skip
    north.contacts[0].evidence["agenda"] += ((text.index("الإفراج"), text.index("الإفراج") + 7),)
    north.said("anna-berg", SHARED).said("anna-berg", ONLY)
    south = PageMaker("p2", f"{CALL}\n{SHARED}").contact("phone_call", BOTH, CALL)
    south.contacts[0].evidence["agenda"] = (
        (south.text.index("ترسيم"), south.text.index("ترسيم") + 5),
    )
    south.said("sudland-palace", SHARED)
    (contact,) = record(north, south).contacts
    first, second = contact.accounts
    assert (first.side.entity, second.side.entity) == ("norland", "sudland")
    assert len(first.statements) == 2
    (alone,) = first.only
    assert text[alone.start : alone.end] == ONLY
    assert second.only == ()


def test_a_contact_without_statements_has_no_accounts() -> None:
    (contact,) = record(PageMaker("p1", CALL).contact("phone_call", BOTH, CALL)).contacts
    assert contact.accounts == ()
