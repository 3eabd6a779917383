"""How fast the desk answers: every view of a record, many clients at once, over the loopback.

    python -m evaluation.desk_speed RECORD [--clients 8] [--requests 160] [--slowest 0] [--json]

Starts ``riwaya serve --read-only`` as a process of its own, asks it for a mix of addresses of each view
(:mod:`evaluation.desk_addresses`) and prints, by view, the median and
99th percentile that clients see, the processor time that the server spends on one answer, and the memory
that it takes at its peak.  ``--slowest`` also names the addresses that took most.  Latencies hold on a machine that does nothing else; processor time holds anywhere.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote_plus

from evaluation.desk_addresses import addresses

LIMIT_MEDIAN_MS, LIMIT_P99_MS, LIMIT_MB = 200, 1_000, 500


@contextmanager
def serving(record: Path) -> Iterator[tuple[int, int]]:
    """The desk in a process of its own: its port and process id."""
    command = [sys.executable, "-c", "from riwaya.cli.main import main; main()"]
    process = subprocess.Popen(
        [*command, "serve", str(record), "--port", "0", "--read-only"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        if "http://" not in line:
            raise SystemExit(f"the desk did not start: {line.strip()}")
        yield int(line.partition("127.0.0.1:")[2].partition("/")[0]), process.pid
    finally:
        process.terminate()
        process.wait(20)


def ask(port: int, paths: list[str]) -> list[tuple[float, str]]:
    """One client: milliseconds of each answer and what was asked, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    took = []
    for path in paths:
        start = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        took.append(((time.perf_counter() - start) * 1000, path))
        if answer.status != 200:
            raise SystemExit(f"{answer.status}: {path}")
    connection.close()
    return took


def processor_ms(pid: int) -> float:
    """Processor time of all threads of a process so far, from the scheduler's own clock."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((t / "schedstat").read_text().split()[0]) for t in threads) / 1e6


def peak_mb(pid: int) -> float:
    """The most memory that a process had at once."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def at(sorted_values: list[float], share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


def measure(record: Path, clients: int, requests: int, slowest: int = 0) -> dict[str, object]:
    """Every view in turn, then all of them mixed; each address is asked in Arabic or in English."""
    views: dict[str, dict[str, object]] = {}
    pick = random.Random(11)  # noqa: S311 - a sample, no secret
    known = addresses(record, requests)
    mixed = [p for paths in known.values() for p in pick.sample(paths, min(len(paths), 20))]
    with serving(record) as (port, pid), ThreadPoolExecutor(clients) as pool:
        ask(port, ["/ar/"])
        start = processor_ms(pid)
        asked = 0
        for view, paths in {**known, "all of these, mixed": mixed}.items():
            chosen = [*paths, *pick.choices(paths, k=max(0, requests - len(paths)))][:requests]
            pick.shuffle(chosen)
            chosen = [
                p if p.startswith("/api") else f"/{pick.choice(('ar', 'en'))}{p}" for p in chosen
            ]
            work = [chosen[n::clients] for n in range(clients)]
            before = processor_ms(pid)
            took = sorted(one for part in pool.map(lambda w: ask(port, w), work) for one in part)
            times = [ms for ms, _ in took]
            asked += len(took)
            views[view] = {
                "requests": len(took),
                "median_ms": round(at(times, 0.5), 1),
                "p99_ms": round(at(times, 0.99), 1),
                "cpu_ms": round((processor_ms(pid) - before) / len(took), 1),
                "slowest": [(round(ms, 1), path) for ms, path in took[: -slowest - 1 : -1]],
            }
        return {
            "clients": clients, "requests": asked, "views": views, "peak_mb": round(peak_mb(pid)),
            "cpu_s": round((processor_ms(pid) - start) / 1000, 1),
        }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("record", type=Path)
    parser.add_argument("--clients", type=int, default=8, choices=range(1, 33), metavar="N")
    parser.add_argument("--requests", type=int, default=160, help="of each view")
    parser.add_argument("--slowest", type=int, default=0, help="addresses of each view to name")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.record, asked.clients, min(asked.requests, 5_000), asked.slowest)
    if asked.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{'view':24} {'asked':>6} {'median':>10} {'p99':>10} {'processor':>12}")
    views = found["views"]
    assert isinstance(views, dict)
    for view, row in views.items():
        print(
            f"{view:24} {row['requests']:>6} {row['median_ms']:>7.1f} ms {row['p99_ms']:>7.1f} ms"
            f" {row['cpu_ms']:>9.1f} ms"
        )
        for ms, path in row["slowest"]:
            print(f"    {ms:>8.1f} ms  {unquote_plus(path)}")
    print(
        f"{found['clients']} at once, {found['requests']} requests, {found['cpu_s']} s of processor; "
        f"the server's memory at its peak: {found['peak_mb']} MB"
    )


if __name__ == "__main__":
    main()
