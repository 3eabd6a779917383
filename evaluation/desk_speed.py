"""How fast the desk answers: every view of a record, many clients at once, over the loopback.

    python -m evaluation.desk_speed RECORD [--clients 8] [--requests 160] [--json]

Starts ``riwaya serve --read-only`` as a process of its own, asks it for a mix of addresses of each view
(stories, people, pages … drawn from the record, the largest among them) and prints, by view, the median and
99th percentile that clients see, the processor time that the server spends on one answer, and the memory
that it takes at its peak.  Latencies hold on a machine that does nothing else; processor time holds anywhere.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

LIMIT_MEDIAN_MS, LIMIT_P99_MS, LIMIT_MB = 200, 1_000, 500
_TICKS = os.sysconf("SC_CLK_TCK")
_WORDS = (
    "سوريا", "الرئيس الروسي", '"الأمم المتحدة"', "ريال مدريد", "النفط", "كأس العالم", "زلزال", "كرملين",
    "انتخابات", "اليمن الحديدة", "غزة", "محكمة", "الدولار", "ناسا", "فيروس",
)  # fmt: skip
"""Words of any news; a record that has none of them is asked all the same."""


def addresses(record: Path, most: int) -> dict[str, list[str]]:
    """By view: addresses drawn from the record, always the same; the largest of each kind come first."""
    db = sqlite3.connect(f"file:{quote(str(record.absolute()))}?mode=ro", uri=True)
    pick = random.Random(7)  # noqa: S311 - a sample, no secret

    def ids(query: str) -> list[str]:
        rows = [str(i) for (i,) in db.execute(query)]
        large, rest = rows[:5], rows[5:]
        return large + pick.sample(rest, min(len(rest), most - len(large)))

    def each(path: str, values: list[str], key: str = "id") -> list[str]:
        return [f"{path}?{urlencode({key: value})}" for value in values]

    stories = ids("SELECT id FROM stories ORDER BY pages DESC LIMIT 4000")
    entities = ids("SELECT id FROM entities ORDER BY mentions DESC LIMIT 4000")
    outlets = ids("SELECT outlet FROM outlet_sums ORDER BY pages DESC LIMIT 200")
    months = ids(
        "SELECT DISTINCT substr(start, 1, 7) FROM merged_contacts WHERE start GLOB '2???-??-*'"
    )
    pairs = db.execute(
        "SELECT a.id, b.id FROM copies JOIN pages a ON a.n = a JOIN pages b ON b.n = b "
        "ORDER BY a_end - a_start DESC LIMIT ?",
        (most,),
    ).fetchall()
    page_list = ids("SELECT id FROM pages ORDER BY chars DESC LIMIT 8000")
    found = {
        "front page": ["/"],
        "stories": [
            *(f"/stories?order={o}" for o in ("time", "size", "growth", "independent")),
            *(f"/stories?page={n}" for n in (2, 9, 40, 300)), "/stories?disputed=1",
            *each("/stories", entities[:20], "entity"), *each("/stories", outlets, "outlet"),
            *each("/stories", list(_WORDS), "words"),
        ],
        "a story": each("/story", stories),
        "who said what": [
            "/statements", "/statements?voice=told", "/statements?act=warn", "/statements?page=30",
            *each("/statements", entities[:30], "speaker"), *each("/statements", entities[:20], "about"),
            *each("/statements", list(_WORDS), "words"),
        ],
        "a person, body, place": each("/name", entities),
        "names": ["/names", "/names?type=PER", "/names?type=ORG&page=5", *each("/names", list(_WORDS), "words")],
        "a page": each("/page", page_list),
        "pages": ["/pages", "/pages?warned=1", "/pages?page=200", *each("/pages", outlets, "outlet")],
        "two pages": [f"/pair?{urlencode({'a': a, 'b': b})}" for a, b in pairs],
        "calendar": ["/calendar", *each("/calendar", months, "month")],
        "a contact": each("/contact", ids("SELECT id FROM merged_contacts ORDER BY pages DESC LIMIT 2000")),
        "disputes": ["/disputes", "/disputes?page=2"],
        "sources": ["/sources", *each("/source", outlets)],
        "search": [
            *each("/search", list(_WORDS), "words"),
            *(f"/search?{urlencode({'words': w, 'order': 'latest'})}" for w in _WORDS),
            *(f"/search?{urlencode({'words': w, 'entity': e})}" for w, e in zip(_WORDS, entities, strict=False)),
        ],
    }  # fmt: skip
    db.close()
    return {view: paths[:most] for view, paths in found.items() if paths}


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


def ask(port: int, paths: list[str]) -> list[float]:
    """One client: milliseconds of each answer, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    took = []
    for path in paths:
        start = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        took.append((time.perf_counter() - start) * 1000)
        if answer.status != 200:
            raise SystemExit(f"{answer.status}: {path}")
    connection.close()
    return took


def processor_ms(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / _TICKS


def peak_mb(pid: int) -> float:
    """The most memory that a process had at once."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def at(sorted_values: list[float], share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


def measure(record: Path, clients: int, requests: int) -> dict[str, object]:
    """Every view in turn, then all of them mixed; each address is asked in Arabic and in English."""
    views: dict[str, dict[str, float]] = {}
    pick = random.Random(11)  # noqa: S311
    known = addresses(record, requests)
    with serving(record) as (port, pid), ThreadPoolExecutor(clients) as pool:
        ask(port, ["/ar/"])
        mixed = [
            path for paths in known.values() for path in pick.sample(paths, min(len(paths), 20))
        ]
        for view, paths in {**known, "all views mixed": mixed}.items():
            each = max(1, requests // clients)
            work = [
                [f"/{pick.choice(('ar', 'en'))}{pick.choice(paths)}" for _ in range(each)]
                for _ in range(clients)
            ]
            before = processor_ms(pid)
            took = sorted(ms for part in pool.map(lambda w: ask(port, w), work) for ms in part)
            views[view] = {
                "requests": len(took),
                "median_ms": round(at(took, 0.5), 1),
                "p99_ms": round(at(took, 0.99), 1),
                "cpu_ms": round((processor_ms(pid) - before) / len(took), 1),
            }
        return {"clients": clients, "views": views, "peak_mb": round(peak_mb(pid))}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("record", type=Path)
    parser.add_argument("--clients", type=int, default=8, choices=range(1, 33), metavar="N")
    parser.add_argument("--requests", type=int, default=160, help="of each view")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.record, asked.clients, min(asked.requests, 5_000))
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
    print(
        f"{found['clients']} clients at once; the server's memory at its peak: {found['peak_mb']} MB"
    )


if __name__ == "__main__":
    main()
