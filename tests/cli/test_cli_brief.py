from __future__ import annotations

from pathlib import Path

from cli_run import Run

from riwaya.store.reader import RecordReader


def test_a_brief_is_lines_to_paste_or_json(run: Run, record: Path) -> None:
    with RecordReader(record) as reader:
        story = reader.stories()[0].id
    plain = run("brief", record, story)
    assert plain.code == 0
    assert "\u2068" not in plain.out
    (made,) = run("brief", record, story, "--json").lines()
    assert [sentence["text"] for sentence in made["sentences"]] == plain.out.strip().split("\n")
    assert all(sentence["evidence"] for sentence in made["sentences"])
    assert run("brief", record, story, "--lang", "en").out != plain.out
    assert "[0, " in run("brief", record, story, "--evidence").out


def test_a_brief_of_no_story_is_code_1(run: Run, record: Path) -> None:
    outcome = run("brief", record, "none")
    assert outcome.code == 1
    assert "no story none" in outcome.err
    assert run("brief", record, "none", "--lang", "fr").code == 2
