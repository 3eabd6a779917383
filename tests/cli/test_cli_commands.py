from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_run import ARTICLE, Run, run_apart, write_articles


def test_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    for name in ("build", "read", "clean", "show", "search", "export", "report", "score", "times"):
        assert f"\n  {name} " in out
    assert "130" in out


@pytest.mark.parametrize(
    "command",
    [
        "build",
        "read",
        "clean",
        "show",
        "search",
        "export",
        "report",
        "score",
        "times",
        "names",
        "statements",
    ],
)
def test_every_command_has_help(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert "Usage:" in outcome.out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("riwaya ")


@pytest.mark.parametrize(
    "args", [["no-such"], ["build"], ["read"], ["export", "--format", "xml", "a"]]
)
def test_wrong_usage_is_code_2(run: Run, args: list[str]) -> None:
    outcome = run(*args)
    assert outcome.code == 2
    assert outcome.out == ""


def test_build_says_what_was_read_set_aside_and_found(run: Run, tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 2)
    outcome = run("build", pages, tmp_path / "none.txt", "-o", tmp_path / "a.db", "-j", "1")
    assert outcome.code == 0
    assert "2 pages read" in outcome.out
    assert "1 set aside" in outcome.out
    assert "none.txt" in outcome.out
    for found in ("statements", "contacts", "stories", "copies", "disputes"):
        assert found in outcome.out


def test_build_as_json_is_one_line(run: Run, tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 1)
    (line,) = run("build", pages, "-o", tmp_path / "a.db", "-j", "1", "--json").lines()
    assert line["added"] == 1
    assert line["counts"]["pages"] == 1
    assert "read" in line["seconds"]


def test_build_again_adds_nothing(run: Run, tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 2)
    run("build", pages, "-o", tmp_path / "a.db", "-j", "1")
    outcome = run("build", pages, "-o", tmp_path / "a.db", "-j", "1", "--timings")
    assert "0 pages read, 2 read before" in outcome.out
    assert "by the clock" in outcome.out


def test_reading_for_a_person_shows_who_says_what(run: Run, tmp_path: Path) -> None:
    page = write_articles(tmp_path / "pages", 1) / "page000.txt"
    outcome = run("read", page)
    assert outcome.code == 0
    assert "\u2068افتتاح مستشفى جديد في مدينة النخيل\u2069" in outcome.out
    assert "→" in outcome.out
    assert "date" in outcome.out


def test_reading_as_json_gives_a_line_a_page_with_the_whole_text(run: Run, tmp_path: Path) -> None:
    page = write_articles(tmp_path / "pages", 1) / "page000.txt"
    (line,) = run("read", "--json", page).lines()
    assert line["id"] == str(page)
    assert line["text"] == page.read_text("utf-8")
    for start, end in (span for s in line["statements"] for span in s["content"]):
        assert 0 <= start < end <= len(line["text"])


def test_no_colour_and_no_wrapping_in_a_pipe(tmp_path: Path) -> None:
    page = write_articles(tmp_path / "pages", 1) / "page000.txt"
    done = run_apart("read", page)
    assert "\x1b" not in done.stdout
    assert any(len(line) > 100 for line in done.stdout.split("\n"))
    assert done.stderr == ""


def test_a_page_cannot_speak_to_the_terminal(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(ARTICLE.replace("مستشفى جديد", "مستشفى \x1b]0;x\x07\x9b31mجديد"), "utf-8")
    out = run("read", page).out
    assert "\x1b" not in out
    assert "\x9b" not in out
    assert "\x07" not in out


@pytest.mark.parametrize("layout", ["md", "txt", "jsonl"])
def test_clean_prints_the_article_and_no_byline(run: Run, tmp_path: Path, layout: str) -> None:
    page = write_articles(tmp_path / "pages", 1)
    out = run("clean", page, "--format", layout).out
    assert "افتتاح مستشفى جديد في مدينة النخيل" in out
    assert "ثلاثة مراكز صحية" in out
    if layout == "jsonl":
        assert set(json.loads(out)) >= {"id", "title", "published", "outlet", "text"}


def test_clean_leaves_out_repetitions_when_asked(run: Run, tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 3)
    assert len(run("clean", pages, "--format", "jsonl").lines()) == 3
    outcome = run("clean", pages, "--format", "jsonl", "--dedup")
    assert len(outcome.lines()) == 1
    assert "repeats" in outcome.err
    assert run("clean", pages, "--dedup", "--quiet").err == ""


@pytest.mark.parametrize(
    "kind",
    [[], ["story"], ["contact"], ["person"], ["page"], ["dispute"], ["claim"], ["set-aside"]],
)
def test_show_lists_what_there_is(run: Run, record: Path, kind: list[str]) -> None:
    assert run("show", record, *kind).code == 0
    outcome = run("show", record, *kind, "--json")
    assert outcome.code == 0
    outcome.lines()


def test_show_shows_a_page_and_a_story(run: Run, record: Path) -> None:
    page = run("show", record, "page", "--json").lines()[0]
    assert page["title"] in run("show", record, "page", page["id"]).out
    (story, *_) = run("show", record, "story", "--json").lines()
    assert story["title"] in run("show", record, "story", story["id"]).out


def test_show_says_what_is_not_there(run: Run, record: Path) -> None:
    outcome = run("show", record, "story", "nowhere")
    assert outcome.code == 1
    assert "no story nowhere" in outcome.err
    assert "[nothing_such]" in outcome.err


def test_search_finds_any_spelling_and_code_1_is_nothing(run: Run, record: Path) -> None:
    found = run("search", record, "مستشفي", "النخيل")
    assert found.code == 0
    assert "page000.txt" in found.out
    assert run("search", record, "مستشفى", "--json").lines()[0]["spans"]
    assert run("search", record, "طائرة").code == 1
    assert run("search", record, "!").code == 2


def test_export_gives_the_parts_asked_for(run: Run, record: Path) -> None:
    whole = json.loads(run("export", "--format", "json", record).out)
    assert list(whole) == ["pages", "stories", "copies", "contacts", "disputes", "claims"]
    assert len(whole["pages"]) == 3
    some = json.loads(run("export", "--format", "json", "--only", "copies,stories", record).out)
    assert list(some) == ["stories", "copies"]
    kinds = {line["record"] for line in run("export", record, "-f", "jsonl").lines()}
    assert {"page", "story"} <= kinds
    assert run("export", record, "--only", "nonsense").code == 2


def test_export_to_csv_gives_tables(run: Run, record: Path, tmp_path: Path) -> None:
    out = run("export", record, "-f", "csv", "--only", "pages").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 3
    assert run("export", record, "-f", "csv").code == 2
    assert run("export", record, "-f", "csv", "-o", tmp_path / "tables").code == 0
    assert (tmp_path / "tables" / "statements.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_output_that_cannot_be_written_is_code_4(run: Run, record: Path, tmp_path: Path) -> None:
    outcome = run("export", record, "-o", tmp_path / "no" / "such" / "a.json")
    assert outcome.code == 4
    assert "[output_failed]" in outcome.err


def test_pieces_of_text_are_read(run: Run) -> None:
    text = "قال وزير الصحة كريم العبيدي يوم 12 مارس 2024 إن المستشفى سيفتتح قريبا."
    assert "2024-03-12" in run("times", text).out
    assert run("names", text).code in (0, 1)
    assert "سيفتتح قريبا" in run("statements", text).out


def test_score_measures_output_against_gold(run: Run, tmp_path: Path) -> None:
    page = write_articles(tmp_path / "pages", 1) / "page000.txt"
    line = run("read", "--json", page).lines()[0]
    gold = tmp_path / "gold"
    gold.mkdir()
    own = {key: line[key] for key in ("blocks", "published", "times")}
    own |= {"page": "page000.txt", "mentions": [], "statements": [], "contacts": []}
    (gold / "page000.json").write_text(json.dumps(own), "utf-8")
    (tmp_path / "out.jsonl").write_text(json.dumps(line), "utf-8")
    (measures,) = run("score", gold, tmp_path / "out.jsonl", "--json").lines()
    assert measures["blocks.body.f1"] == measures["times.strict.f1"] == 1
    assert measures["published.value"] == 1
    (gold / "page000.json").write_text("[1, 2]", "utf-8")
    assert run("score", gold, tmp_path / "out.jsonl").code == 2
    assert run("score", tmp_path / "none", tmp_path / "out.jsonl").code == 2


def test_report_writes_a_folder_and_tells_its_first_page(
    run: Run, record: Path, tmp_path: Path
) -> None:
    outcome = run("report", record, "-o", tmp_path / "report", "-q")
    assert outcome.code == 0
    first = Path(outcome.out.strip())
    assert first.is_file()
    assert 'dir="rtl"' in first.read_text("utf-8")


def test_times_are_resolved_by_the_day_of_writing(run: Run) -> None:
    done = run("times", "يصل الوفد غدا", "--date", "2014-05-05", "--json")
    assert '"2014-05-06"' in done.out
    assert "TIMEX3" in run("times", "يصل الوفد غدا", "--date", "2014-05-05", "--xml").out
    assert run("times", "يصل الوفد غدا", "--date", "2014-55-05").code == 2


def test_clean_puts_the_text_right_when_asked(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "glued.txt"
    page.write_text(
        ARTICLE + "\nويبدأ العمل في الميناء قبل نهايةالعام المقبل كما قال المدير.\n", "utf-8"
    )
    assert "نهايةالعام" in run("clean", page).out
    assert "نهاية العام" in run("clean", page, "--repair").out
