"""The news corpus whose articles the gold of our own annotates; its texts are not kept here."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[2] / "shared"
NEWS = SHARED / "data" / "news" / "ant.jsonl.gz"


def news_records(path: Path, wanted: set[str]) -> list[dict[str, Any]]:
    """The records of a news corpus whose ids are wanted, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [record for record in records if record["id"] in wanted]
