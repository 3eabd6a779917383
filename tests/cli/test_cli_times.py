from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from cli_run import Run

from riwaya.times.tagger import tag
from riwaya.times.timex3 import to_timex3_xml

TEXT = "تبدأ الدورة الأحد وتستمر نحو ثلاثة أيام"
FRIDAY = "2021-03-12"


def test_the_command_prints_each_time_as_a_json_line(run: Run) -> None:
    ended = run("times", TEXT, "--date", FRIDAY, "--json")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.code == 0
    assert [(row["type"], row["value"]) for row in rows] == [
        ("DATE", "2021-03-14"),
        ("DURATION", "P3D"),
    ]
    assert TEXT[rows[0]["start"] : rows[0]["end"]] == "الأحد"


@pytest.mark.parametrize(("way", "value"), [("past", "2021-03-07"), ("future", "2021-03-14")])
def test_the_command_takes_a_direction(run: Run, way: str, value: str) -> None:
    assert value in run("times", "الأحد", "--date", FRIDAY, "--direction", way).out


def test_the_command_prints_timex3(run: Run) -> None:
    ended = run("times", TEXT, "--date", FRIDAY, "--xml")
    root = ET.fromstring(ended.out.strip().encode())
    assert ended.code == 0
    assert [(t.attrib["value"], t.text) for t in root.iter("TIMEX3")] == [
        ("2021-03-14", "الأحد"),
        ("P3D", "نحو ثلاثة أيام"),
    ]


def test_the_command_refuses_what_is_no_date(run: Run) -> None:
    assert run("times", TEXT, "--date", "last week").code == 2


def test_the_command_tells_by_its_code_that_there_is_no_time(run: Run) -> None:
    assert run("times", "لا شيء هنا").code == 1


TIMEX3_TYPES = {"DATE", "TIME", "DURATION", "SET"}
TIMEX3_MODS = {"START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "مطلع العام المقبل <b> & أكثر من ساعتين",
        'كل يوم "اليوم" \x00 أمس الخميس في الساعة 10:00 ت.غ',
        "مرتين في الأسبوع، حتى 15 جمادى الأولى 1443",
        "",
    ],
)
def test_the_xml_is_well_formed_and_its_tags_are_timex3(text: str) -> None:
    root = ET.fromstring(to_timex3_xml(text, tag(text, FRIDAY)).encode())
    tags = list(root.iter("TIMEX3"))
    assert {t.attrib["type"] for t in tags} <= TIMEX3_TYPES
    assert {t.attrib["mod"] for t in tags if "mod" in t.attrib} <= TIMEX3_MODS
    assert len({t.attrib["tid"] for t in tags}) == len(tags)
    assert "".join(root.itertext()).rstrip("\n") == text.replace("\x00", "\ufffd")
