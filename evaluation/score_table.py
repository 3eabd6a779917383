"""The table of scores in the README, written from the floors so that it cannot drift from them.

python -m evaluation.score_table            print it
python -m evaluation.score_table --write    put it into README.md, between its two marks
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
FLOORS = ROOT / "evaluation" / "floors.json"
BEGIN, END = "<!-- scores: python -m evaluation.score_table --write -->", "<!-- end of scores -->"
SETS = {
    "test": "test (blind)",
    "examples": "examples",
    "seeds": "seeds",
    "dev": "dev",
    "stories": "stories",
}
ROWS = {
    "blocks.body.f1": "article found, lines F1",
    "published.value": "date of the page",
    "times.end_to_end.f1": "times found and resolved, F1",
    "names.strict.f1": "names, exact spans, F1",
    "names.entity": "… of the right entity",
    "statements.content.f1": "statements, content F1",
    "statements.speaker": "… with the right speaker",
    "statements.chain": "… with the right chain",
    "contacts.f1": "contacts of a page, F1",
    "copies.chars.f1": "copied passages, characters F1",
    "stories.b3.f1": "stories, B-cubed F1",
    "record.f1": "merged contacts, F1",
    "record.independent": "independent origins counted right",
    "disputes.f1": "disputes, F1",
    "disputes.traps": "traps that are no dispute, left alone",
}  # fmt: skip


def table() -> str:
    """The table in Markdown; a dash where a set has no gold for a measure."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    sets = [name for name in SETS if name in floors]
    lines = [f"| measure | {' | '.join(SETS[name] for name in sets)} |"]
    lines.append("| --- |" + " ---: |" * len(sets))
    for metric, words in ROWS.items():
        values = [floors[name]["floors"].get(metric) for name in sets]
        shown = ["–" if value is None else f"{value:.2f}" for value in values]
        lines.append(f"| {words} | {' | '.join(shown)} |")
    return "\n".join(lines)


def section(text: str) -> str:
    """``text`` with its table made anew."""
    marked = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    return marked.sub(f"{BEGIN}\n\n{table()}\n\n{END}", text)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    if parser.parse_args().write:
        README.write_text(section(README.read_text("utf-8")), "utf-8")
    else:
        print(table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
