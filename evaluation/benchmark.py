"""A full build, stage by stage: time, memory, and the size of what comes out.

    python -m evaluation.benchmark SOURCE... [-o RECORD] [--jobs N] [--further N] [--growth]

Builds a fresh record with ``riwaya build --timings --json`` in a process of its own and prints a
Markdown table for ``docs/benchmarks.md``.  Memory and CPU time are sums over the program and its
workers, sampled twice a second from ``/proc``.

``--further N`` holds back N records, evenly spread, and adds them to the record of the others.
``--growth`` builds every tenth record first, and tells how many times as long all of them take.
Both take one source, a file of records (JSONL, also gzipped).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

PERIOD = 0.5  # seconds between two samples of memory


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    try:
        found = [int(c) for t in tasks.iterdir() for c in (t / "children").read_text().split()]
    except OSError:
        return []
    return found + [g for c in found for g in _children(c)]


def _resident(pid: int) -> int:
    """The proportional resident memory of a process in KiB, so that shared pages count once."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


def _spent(pid: int) -> float:
    """The CPU seconds of a process so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _runs(process: subprocess.Popen[str]) -> bool:
    """Whether it still runs after a period; as soon as it does not, where it ends within it."""
    try:
        process.wait(PERIOD)
    except subprocess.TimeoutExpired:
        return True
    return False


class Measured(NamedTuple):
    """A build: seconds by the wall clock and of the processors, peak KiB, and its JSON report."""

    wall: float
    cpu: float
    peak: int
    report: dict[str, Any]


def measure(command: list[str]) -> Measured:
    """Run a build."""
    begin = time.monotonic()
    spent: dict[int, float] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        peak = 0
        while _runs(running):
            pids = [running.pid, *_children(running.pid)]
            peak = max(peak, sum(map(_resident, pids)))
            for pid in pids:
                spent[pid] = max(spent.get(pid, 0.0), _spent(pid))
        out = running.stdout.read() if running.stdout else ""
    if running.returncode:
        raise SystemExit(f"the build ended with {running.returncode}")
    return Measured(time.monotonic() - begin, sum(spent.values()), peak, json.loads(out))


def split(source: Path, folder: Path, held_back: int) -> tuple[Path, Path]:
    """Two files of records: all but ``held_back``, evenly spread, and these."""
    records = _lines(source)
    step = max(1, len(records) // max(1, held_back))
    chosen = set(range(0, len(records), step)[:held_back])
    others, held = folder / "others.jsonl", folder / "held.jsonl"
    others.write_text("".join(r for at, r in enumerate(records) if at not in chosen), "utf-8")
    held.write_text("".join(records[at] for at in sorted(chosen)), "utf-8")
    return others, held


def _build(sources: Sequence[str | Path], record: Path, jobs: int) -> Measured:
    program = str(Path(sys.executable).parent / "riwaya")
    told = [program, "build", *map(str, sources), "-o", str(record), "--timings", "--json", "-q"]
    return measure([*told, "--jobs", str(jobs)])


def _print(title: str, built: Measured, record: Path) -> None:
    print(f"## {title}\n")
    print(
        f"{os.cpu_count()} processors; {built.wall:.1f} s by the wall clock, {built.cpu:.1f} s of the "
        f"processors; peak memory {built.peak / 1024:.0f} MiB; "
        f"record {record.stat().st_size / 2**20:.0f} MiB\n"
    )
    print("| stage | seconds |\n| --- | ---: |")
    for stage, seconds in built.report["seconds"].items():
        print(f"| {stage} | {seconds:.1f} |")
    print("\n| found | |\n| --- | ---: |")
    for what, count in built.report["counts"].items():
        print(f"| {what} | {count:,} |")
    print(flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("source", nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--further", type=int, default=0, metavar="N")
    parser.add_argument("--growth", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = args.output or folder / "benchmark.db"
        sources: list[str | Path] = [*args.source]
        if args.growth:
            tenth = len(_lines(Path(args.source[0]))) // 10
            _, part = split(Path(args.source[0]), folder, tenth)
            small = _build([part], folder / "tenth.db", args.jobs)
            _print("Every tenth record", small, folder / "tenth.db")
        held: Path | None = None
        if args.further:
            others, held = split(Path(args.source[0]), folder, args.further)
            sources = [others]
        whole = _build(sources, record, args.jobs)
        _print("A full build", whole, record)
        if args.growth:
            print(f"Ten times the records take {whole.cpu / small.cpu:.1f} times the CPU time.\n")
        if held is not None:
            _print(f"{args.further} further records", _build([held], record, args.jobs), record)
    return 0


def _lines(source: Path) -> list[str]:
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        return [line for line in lines if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
