"""The benchmark of plain-text blocks runs on any file of records, and says when there is none."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from evaluation import text_speed

BODY = "أعلنت الهيئة أن الجسر يفتح صباح الأحد.\nوأضافت أن الأعمال انتهت قبل موعدها بأسبوع."


def run(monkeypatch: pytest.MonkeyPatch, news: Path) -> int:
    monkeypatch.setattr(sys, "argv", ["text_speed", str(news), "--pages", "2", "--repeat", "1"])
    return text_speed.main()


def test_it_counts_pages_and_blocks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    news = tmp_path / "news.jsonl"
    rows = [{"id": str(n), "title": f"الجسر {n}", "text": BODY} for n in range(4)]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run(monkeypatch, news) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 pages, ")
    assert ", 6 blocks, " in out


def test_no_pages_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    assert run(monkeypatch, empty) == 1
    assert "no pages" in capsys.readouterr().err
