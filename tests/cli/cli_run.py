"""Running the program: in this process where possible, as a process of its own where signals matter."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from riwaya.cli.main import main

PROGRAM = [sys.executable, "-c", "from riwaya.cli.main import main; main()"]


@dataclass
class Outcome:
    """What a run left."""

    code: int
    out: str
    err: str

    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.split("\n") if line]


Run = Callable[..., Outcome]


def runner(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    def run(*args: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["riwaya", *map(str, args)])
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            with pytest.raises(SystemExit) as ended:
                main()
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
        captured = capfd.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else 0, captured.out, captured.err)

    return run


def run_apart(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        **options,
    )


ARTICLE = """افتتاح مستشفى جديد في مدينة النخيل

النخيل – وكالة الواحة
الثلاثاء 12 مارس 2024

افتتح وزير الصحة كريم العبيدي صباح اليوم مستشفى جديدا في مدينة النخيل يضم مئتي سرير وأقساما للطوارئ والأطفال.

وقال العبيدي في كلمة ألقاها خلال الحفل إن المستشفى سيخدم أكثر من نصف مليون نسمة من سكان المدينة والقرى المجاورة لها.

وأضاف الوزير: "سنفتتح خلال الأشهر المقبلة ثلاثة مراكز صحية أخرى في المحافظة".
"""


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        text = ARTICLE.replace("مئتي سرير", f"{number + 100} سرير")
        (folder / f"page{number:03}.txt").write_text(text, "utf-8")
    return folder
