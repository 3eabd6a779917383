"""Every command in the documentation runs as it is written, and every link leads somewhere."""

from __future__ import annotations

import contextlib
import html
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")])
FENCE = re.compile(r"```(sh|python)\n(.*?)```", re.DOTALL)
NOT_RUN_HERE = ("make ", "git ")  # `make test` would run this test

SERVE = re.compile(r"riwaya serve\b")
DESK = "127.0.0.1:8765"
"""Where the documentation has the desk; in a test it gets a free port, so that two can run at once."""
SITE = "8766"
"""The port where it serves a folder to be watched; the same."""
CURL = re.compile(rf'curl -s "http://{re.escape(DESK)}(/.*)"')
_ADDRESS = re.compile(re.escape(f"http://{DESK}") + r"(/[^>\s`\"\x27]*)?(?<![.,;])")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def blocks(document: Path, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(document.read_text("utf-8")) if kind == language]


@pytest.fixture
def copied_examples(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def surroundings() -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def run(command: list[str], where: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=where,
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@contextlib.contextmanager
def served(line: str, port: int, where: Path) -> Iterator[None]:
    """A command that serves until Ctrl-C: it prints its address, answers, and stops when it is told to."""
    command = line.removesuffix("&").split()
    process = subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=where,
        env=surroundings(),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        assert f"127.0.0.1:{port}/" in process.stderr.readline(), line
        assert "<main" in asked(port, "/en/")
        yield
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130, "stopped by Ctrl-C"
    finally:
        process.kill()
        process.communicate()


def asked(port: int, address: str) -> str:
    """The body of an answer with status 200; redirects are not followed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", quote(address, safe="/?=&:#%"))
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    assert answer.status == 200, (address, answer.status)
    return body


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def flat(page: str) -> str:
    """The words of a page as a reader sees them."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()).casefold()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_commands_and_code_run_in_the_order_given(document: Path, copied_examples: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    port, site = free_port(), str(free_port())
    with contextlib.ExitStack() as until_the_end:
        for body in blocks(document, "sh"):
            for line in filter(None, map(str.strip, body.splitlines())):
                if line.startswith("make "):
                    assert line.split()[1] in targets, line
                if line.startswith(NOT_RUN_HERE) or "../shared" in line:
                    continue
                if SERVE.match(line):
                    until_the_end.enter_context(served(line, port, copied_examples))
                    continue
                if address := CURL.fullmatch(line):  # curl itself need not be installed
                    assert asked(port, address[1]).strip(), line
                    continue
                done = run(["bash", "-euc", line.replace(SITE, site)], copied_examples)
                assert done.returncode == 0, f"{line}\n{done.stderr}"
    for body in blocks(document, "python"):
        done = run([sys.executable, "-c", body], copied_examples)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip(), "an example that prints nothing shows nothing"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_links_between_files_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_the_tour_shows_what_it_says(copied_examples: Path) -> None:
    """Every step opens, and what is bold in it stands on the page that it opens."""
    text = (ROOT / "docs" / "tour.md").read_text("utf-8")
    steps = re.split(
        r"^\d+\. ", text.partition("\n1. ")[2].partition("\n\n")[0], flags=re.MULTILINE
    )
    assert len(steps) >= 9
    done = run(["riwaya", "build", "-q", "examples/pages", "-o", "news.db"], copied_examples)
    assert done.returncode == 0, done.stderr
    port = free_port()
    with served("riwaya serve news.db", port, copied_examples):
        for step in steps:
            paths = [match.group(1) or "/" for match in _ADDRESS.finditer(step)]
            shown = flat(" ".join(asked(port, path) for path in paths))
            for bold in _BOLD.findall(step)[1:] if paths else []:
                assert " ".join(bold.split()).casefold().rstrip(".,") in shown, (bold, paths)
