"""A full build, stage by stage: time, memory, and the size of what comes out.

    python -m evaluation.benchmark SOURCE... [-o RECORD] [--jobs N]

Builds a fresh record with ``riwaya build --timings --json`` in a process of its own and prints a
Markdown table for ``docs/benchmarks.md``.  Memory is the sum over the program and its workers,
sampled twice a second from ``/proc``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

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


def measure(command: list[str]) -> tuple[float, int, dict[str, Any]]:
    """Run a build: seconds by the wall clock, peak KiB, and its JSON report."""
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        peak = 0
        while running.poll() is None:
            time.sleep(PERIOD)
            peak = max(peak, sum(map(_resident, [running.pid, *_children(running.pid)])))
        out = running.stdout.read() if running.stdout else ""
    if running.returncode:
        raise SystemExit(f"the build ended with {running.returncode}")
    report: dict[str, Any] = json.loads(out)
    return time.monotonic() - begin, peak, report


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("source", nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = args.output or Path(folder) / "benchmark.db"
        program = str(Path(sys.executable).parent / "riwaya")
        command = [program, "build", *args.source, "-o", str(record), "--timings", "--json", "-q"]
        seconds, peak, report = measure([*command, "--jobs", str(args.jobs)])
        size = record.stat().st_size
    print(f"{os.cpu_count()} processors; {seconds:.0f} s by the wall clock; ", end="")
    print(f"peak memory {peak / 1024:.0f} MiB; record {size / 2**20:.0f} MiB\n")
    print("| stage | seconds |\n| --- | ---: |")
    for stage, spent in report["seconds"].items():
        print(f"| {stage} | {spent:.1f} |")
    print("\n| found | |\n| --- | ---: |")
    for what, count in report["counts"].items():
        print(f"| {what} | {count:,} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
