"""Score the time tagger on Duckling's Arabic corpus: instants, grains, numerals, ordinals, durations.

    python -m evaluation.times_conformance [--shared DIR] [--wrong]

The corpus is chat-like: its weekdays and hours point forward, so the direction is ``future``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

from riwaya.arabic import fold_key, tokens
from riwaya.arabic.numerals import read_number, read_ordinal
from riwaya.times.intervals import Interval, interval
from riwaya.times.lengths import length_value, read_length
from riwaya.times.lexicon import lexicon
from riwaya.times.row import Row
from riwaya.times.tagger import read_times

_RANGE_WORDS = frozenset({"الي", "حتي", "وحتي", "والي", "-"})


def told_interval(text: str, now: dt.datetime) -> Interval | None:
    """The one interval that a text tells; a range of two times is one."""
    local = now.replace(tzinfo=None)
    reads = read_times(text, local.date(), now=local, direction=1)
    if len(reads) == 1 and reads[0].resolved.value == "PRESENT_REF":
        return Interval(local, local + dt.timedelta(seconds=1), "second")
    spans = [interval(read, text, home=now.tzinfo) for read in reads]
    if not spans or spans[0] is None:
        return None
    if len(spans) == 1:
        return spans[0]
    between = fold_key(text[reads[0].end : reads[1].start]).split()
    if len(spans) == 2 and spans[1] is not None and set(between) & _RANGE_WORDS:
        return Interval(spans[0].start, spans[1].end, spans[0].grain)
    return None


def right(case: dict[str, Any], now: dt.datetime) -> bool:
    """Whether start, grain and (for an interval) end agree."""
    got = told_interval(case["text"], now)
    if got is None or got.start != dt.datetime.fromisoformat(case["start"]):
        return False
    if case["end"] is not None:
        return got.end == dt.datetime.fromisoformat(case["end"])
    return got.grain == str(case["grain"])


def duration_right(text: str, expression: str) -> bool:
    """``DurationData 5 Hour`` against the length read."""
    _, count, unit = expression.split()
    row = Row(text, tokens(text), lexicon())
    read = read_length(row, 0, governed=True)
    letter = {"Second": "T{}S", "Minute": "T{}M", "Hour": "T{}H"}.get(unit, "{}" + unit[0])
    return (
        read is not None
        and read.last == len(row.tokens)
        and length_value(read.length) == "P" + letter.format(count)
    )


def number_right(text: str, expression: str, *, ordinal: bool) -> bool:
    """``NumeralValue 25``, ``OrdinalData 3`` against the number read."""
    row = tokens(text)
    read = (read_ordinal(row, 0) if ordinal else None) or read_number(row, 0)
    want = float(expression.rsplit(maxsplit=1)[-1].strip("()"))
    return read is not None and read.next == len(row) and abs(read.value - want) < 1e-9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    folder = args.shared / "data" / "times"
    cases = json.loads((folder / "duckling_time.json").read_text("utf-8"))
    now = dt.datetime.fromisoformat(cases["reference"])
    wrong = [case for case in cases["cases"] if not right(case, now)]
    print(f"times      {len(cases['cases']) - len(wrong)} of {len(cases['cases'])}")
    silent = sum(told_interval(text, now) is None for text in cases["negative"])
    print(f"negatives  {silent} of {len(cases['negative'])}")
    if args.wrong:
        for case in wrong:
            print(
                "   ",
                case["text"],
                "|",
                case["start"],
                case["end"],
                case["grain"],
                "|",
                told_interval(case["text"], now),
            )
    others = json.loads((folder / "duckling_numeral_duration_ordinal.json").read_text("utf-8"))
    for name in ("Duration/AR", "Numeral/AR", "Numeral/AR/EG", "Ordinal/AR"):
        pairs = [(c["text"], c["expr"]) for c in others[name]["positive"]]
        if name.startswith("Duration"):
            good = [duration_right(*pair) for pair in pairs]
        else:
            good = [number_right(*pair, ordinal=name.startswith("Ordinal")) for pair in pairs]
        print(f"{name:<15}{sum(good)} of {len(good)}")


if __name__ == "__main__":
    main()
