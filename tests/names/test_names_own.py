"""The user's own registry: what it adds, and that a faulty one is told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.engine.layers import layer_versions
from riwaya.errors import RiwayaError
from riwaya.names import registry, tag, use

OWN = """
[people.sami-nouran]
name = "Sami Nouran"
ar = ["سامي نوران", "سامي النوران"]
short = "نوران"
side = "lebanon"
wikidata = "Q42"
[[people.sami-nouran.office]]
office = "finance-minister"
from = 2024-05-01
until = 2025-01-01

[people.vladimir-putin]
ar = "فلاديمير بوطين"

[bodies.harbour-council]
ar = "مجلس المرفأ"
side = "lebanon"

[places.wadi-rasin]
ar = "وادي رصين"
type = "LOC"
side = "lebanon"

[outlets.al-rasif]
ar = "الرصيف الجديد"
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "own.toml"
    yield path
    use(None)


def test_people_bodies_and_places_of_the_file_are_found(own: Path) -> None:
    own.write_text(OWN, "utf-8")
    use(own)
    found = {
        m.text: m.entity
        for m in tag("قال سامي نوران إن مجلس المرفأ سيزور وادي رصين. وأضاف نوران ذلك.")
    }
    assert found == {
        "سامي نوران": "sami-nouran", "مجلس المرفأ": "harbour-council", "وادي رصين": "wadi-rasin",
        "نوران": "sami-nouran",
    }  # fmt: skip
    assert [e.kind for e in registry().find("الرصيف الجديد")] == ["outlet"]


def test_an_office_of_the_file_goes_before_ours_and_is_resolved(own: Path) -> None:
    office = '[[people.sami-nouran.office]]\noffice = "president"\nfrom = "2025-02-01"\n'
    own.write_text(OWN + office, "utf-8")
    use(own)
    assert registry().holder("lebanon", "president", "2025-03-01") == "sami-nouran"
    assert registry().holder("lebanon", "finance-minister", "2024-06-01") == "sami-nouran"
    nominal = [m for m in tag("قال الرئيس اللبناني أمس", "2025-03-01") if m.kind == "nominal"]
    assert [m.entity for m in nominal] == ["sami-nouran"]


def test_further_forms_of_someone_known_are_added(own: Path) -> None:
    own.write_text(OWN, "utf-8")
    use(own)
    assert [m.entity for m in tag("قال فلاديمير بوطين")] == ["vladimir-putin"]
    assert registry().entity("vladimir-putin").ar[0] == "فلاديمير بوتين"


def test_the_file_makes_the_layer_of_names_stale_and_no_other(own: Path) -> None:
    plain = dict(layer_versions())
    own.write_text(OWN, "utf-8")
    use(own)
    with_own = layer_versions()
    assert {step for step in plain if plain[step] != with_own[step]} == {"mentions"}
    use(None)
    assert layer_versions() == plain
    assert registry().entity("sami-nouran") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[people.x]\nar = 3", "'ar' is a text"),
        ("[people.x]\nname = 'X'", "'ar' lacks"),
        ("[people.X]\nar = 'س'", "lower-case"),
        ("[people.x]\nar = 'س ص'\nrole = 'y'", "'role' is none of"),
        ("[folk.x]\nar = 'س ص'", "[folk] is none of"),
        ("[bodies.x]\nar = 'س ص'\nside = 'atlantis'", "'atlantis'"),
        ("[bodies.x]\nar = 'س ص'\nshort = 'س'", "'short' is for people"),
        ("[places.x]\nar = 'س ص'\ntype = 'ORG'", "GPE, LOC or FAC"),
        ("[people.x]\nar = 'س ص'\nwikidata = '42'", "no item"),
        ("[people.x]\nar = 'س ص'\n[[people.x.office]]\noffice = 'wizard'", "'wizard'"),
        ("[people.x]\nar = 'س ص'\n[[people.x.office]]\noffice = 'king'", "'side' lacks"),
        (
            "[people.x]\nar = 'س ص'\nside = 'iraq'\n[[people.x.office]]\noffice = 'king'\nfrom = '2020'",
            "days such as",
        ),
        (
            "[people.x]\nar = 'س ص'\nside = 'iraq'\n[[people.x.office]]\noffice = 'king'\n"
            "from = 2020-01-01\nuntil = 2019-01-01",
            "not after",
        ),
        ("[people.x\n", "line 1"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_one_line_with_its_place(own: Path, text: str, why: str) -> None:
    own.write_text(text, "utf-8")
    with pytest.raises(RiwayaError) as raised:
        use(own)
    assert raised.value.code == "bad_registry"
    line = str(raised.value)
    assert "\n" not in line
    assert str(own) in line
    assert why in line
    assert registry().entity("vladimir-putin") is not None


def test_a_file_that_is_not_there_is_told(own: Path) -> None:
    with pytest.raises(RiwayaError, match="No such file"):
        use(own)
