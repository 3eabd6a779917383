"""Every command in the documentation runs as it is written, and every link leads somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")])
FENCE = re.compile(r"```(sh|python)\n(.*?)```", re.DOTALL)
NOT_RUN_HERE = ("make ", "git ")  # `make test` would run this test


def blocks(document: Path, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(document.read_text("utf-8")) if kind == language]


@pytest.fixture
def copied_examples(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def run(command: list[str], where: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=where,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_commands_and_code_run_in_the_order_given(document: Path, copied_examples: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for body in blocks(document, "sh"):
        for line in filter(None, map(str.strip, body.splitlines())):
            if line.startswith("make "):
                assert line.split()[1] in targets, line
            if line.startswith(NOT_RUN_HERE) or "../shared" in line:
                continue
            done = run(["bash", "-euc", line], copied_examples)
            assert done.returncode == 0, f"{line}\n{done.stderr}"
    for body in blocks(document, "python"):
        done = run([sys.executable, "-c", body], copied_examples)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip(), "an example that prints nothing shows nothing"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_links_between_files_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target
