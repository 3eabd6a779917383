"""How far two readers agree who annotated the same pages, each without the other's work in view.

    python -m evaluation.agreement FIRST... SECOND [--news FILE] [--only PREFIX]

The folders FIRST are taken as the gold, SECOND as if it were a system's output, on the pages that both hold; the
judge is the one that comes with the shared gold.  What a second careful reader does not reach, no
program should be asked for.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from evaluation.news import NEWS, SHARED, news_records

Gold = dict[str, Any]
Names = dict[str, list[str]]


def _named(entity: str | None, names: Names) -> dict[str, Any] | None:
    if entity is None:
        return None
    forms = names.get(entity, [])
    return {"entity": entity, "name": forms[0] if forms else entity, "names": forms}


def _names(folders: list[Path]) -> Names:
    """The written forms of every entity that the folders name, joined."""
    out: Names = {}
    for folder in folders:
        table: Names = json.loads((folder / "names.json").read_text("utf-8"))
        for entity, forms in table.items():
            out[entity] = list(dict.fromkeys([*out.get(entity, []), *forms]))
    return out


def as_output(gold: Gold, names: Names, text: str) -> dict[str, Any]:
    """A page of gold in the shape that riwaya prints, so that the judge can score it.

    What its reader marked ``optional`` is left out: it is neither asked for nor held against anyone.
    """
    asked = {
        layer: [row for row in gold.get(layer, []) if not row.get("optional")]
        for layer in ("mentions", "statements", "contacts")
    }
    for mention in asked["mentions"]:
        mention["names"] = names.get(mention.get("entity") or "", [])
    for statement in asked["statements"]:
        for role in ("speaker", "addressee"):
            statement[role] = _named(statement.get(role), names)
        statement["chain"] = [_named(link, names) for link in statement.get("chain") or []]
    for contact in asked["contacts"]:
        contact["parties"] = [_named(party, names) for party in contact["parties"]]
        for role in ("initiator", "place"):
            contact[role] = _named(contact.get(role), names)
    return {"id": gold["page"], "text": text, "published": gold.get("published"), **asked}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("first", type=Path, nargs="+")
    parser.add_argument("second", type=Path)
    parser.add_argument("--news", type=Path, default=NEWS)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    again = {path.name for path in args.second.glob("*.json")} - {"names.json"}
    both = [path for folder in args.first for path in folder.glob("*.json") if path.name in again]
    names: Names = json.loads((args.second / "names.json").read_text("utf-8"))
    texts = {
        record["id"]: f"{record['title']}\n\n{record['text']}"
        for record in news_records(args.news, {path.stem for path in both})
    }
    with tempfile.TemporaryDirectory() as folder:
        gold, output = Path(folder) / "gold", Path(folder) / "output.jsonl"
        gold.mkdir()
        lines = []
        for path in sorted(both):
            shutil.copy(path, gold)
            page: Gold = json.loads((args.second / path.name).read_text("utf-8"))
            line = as_output(page, names, texts[page["page"]])
            lines.append(json.dumps(line, ensure_ascii=False))
        (gold / "names.json").write_text(
            json.dumps(_names(args.first), ensure_ascii=False), "utf-8"
        )
        output.write_text("\n".join(lines), "utf-8")
        judge = [
            sys.executable,
            str(SHARED / "score" / "score.py"),
            "pages",
            str(gold),
            str(output),
        ]
        return subprocess.run([*judge, "--only", args.only], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
