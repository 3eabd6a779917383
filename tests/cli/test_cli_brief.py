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


def test_a_claim_is_shown_with_its_wordings_side_by_side(run: Run, tmp_path: Path) -> None:
    examples = Path(__file__).parents[2] / "examples" / "pages"
    pages = [str(path) for path in sorted(examples.iterdir()) if "visit" in path.name]
    assert run("build", *pages, "-o", tmp_path / "a.db", "-q").code == 0
    (claim, *_) = run("show", tmp_path / "a.db", "claim", "--json").lines()
    shown = run("show", tmp_path / "a.db", "claim", claim["id"]).out
    assert all(wording["page"] in shown for wording in claim["wordings"])
    assert "إندونيسيا" in shown
    assert run("show", tmp_path / "a.db", "claim", "none").code == 1
