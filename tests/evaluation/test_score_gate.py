"""The scores do not fall, and the floors only rise."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from evaluation import gate, score_table

SETS = gate.sets()


@pytest.mark.parametrize("name", SETS)
def test_no_score_is_under_its_floor(name: str) -> None:
    floors = json.loads(gate.FLOORS.read_text("utf-8"))
    assert name in floors, "run python -m evaluation.gate --raise"
    assert gate.under(name, gate.score(name), floors) == []


def test_floors_have_only_risen_since_they_were_first_committed() -> None:
    git = shutil.which("git")
    if git is None or not (gate.ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    path = "evaluation/floors.json"

    def run(*args: str) -> str:
        done = subprocess.run(
            [git, *args], cwd=gate.ROOT, capture_output=True, text=True, check=True
        )
        return done.stdout

    now = json.loads(gate.FLOORS.read_text("utf-8"))
    lowered = []
    for commit in run("log", "--format=%H", "--", path).split():
        then = json.loads(run("show", f"{commit}:{path}"))
        for name, old in then.items():
            if name in now and now[name]["gold"] != old["gold"]:
                continue  # other gold: other floors
            for metric, floor in old["floors"].items():
                if metric.startswith("unread."):
                    continue  # these had floors for one commit, and have none by intent
                if now.get(name, {"floors": {}})["floors"].get(metric, -1) < floor:
                    lowered.append(f"{commit[:8]} {name} {metric}: {floor}")
    assert lowered == []


def test_a_measure_under_its_floor_is_named() -> None:
    floors = {"examples": {"gold": gate.gold_hash("examples"), "floors": {"times.strict.f1": 0.9}}}
    assert gate.under("examples", {"times.strict.f1": 0.91}, floors) == []
    (line,) = gate.under("examples", {"times.strict.f1": 0.5}, floors)
    assert "times.strict.f1" in line
    (line,) = gate.under("examples", {}, floors)
    assert "None" in line


def test_what_nobody_has_read_gets_no_floor() -> None:
    floors: dict[str, Any] = {}
    scores = {"read.content.f1": 0.9, "unread.content.f1": 0.8}
    gate.raise_floors("rounds", scores, floors)
    assert floors["rounds"]["floors"] == {"read.content.f1": 0.9}


def test_changed_gold_is_told() -> None:
    (line,) = gate.under("examples", {}, {"examples": {"gold": "another", "floors": {}}})
    assert "gold" in line


def test_the_readme_shows_the_scores_that_are_held() -> None:
    text = score_table.README.read_text("utf-8")
    assert score_table.section(text) == text, "run python -m evaluation.score_table --write"
