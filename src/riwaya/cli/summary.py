"""What a build did, for a person: what was read, what was set aside and why, what was found."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.text import Text

from riwaya.cli.contact_view import counted
from riwaya.cli.output import heading, plain, rows
from riwaya.engine.build import BuildReport

_MOST_LISTED = 200


def print_summary(console: Console, report: BuildReport) -> None:
    """The summary of ``riwaya build``."""
    notes = [f"{counted(report.added, 'page')} read"]
    if report.unchanged:
        notes.append(f"{report.unchanged:,} read before")
    if report.refreshed:
        notes.append(f"{report.refreshed:,} analysed again")
    aside = len(report.set_aside)
    notes.append(f"{aside:,} set aside")
    if report.set_aside_before:
        notes.append(f"{report.set_aside_before:,} set aside before")
    console.print(Text(f"{report.record}: {', '.join(notes)}", style="bold"))
    if aside:
        _print_set_aside(console, report)
    for page in report.changed:
        console.print(Text(f"  {page} has another text now: kept beside the earlier one"))
    _print_found(console, report)


def _print_set_aside(console: Console, report: BuildReport) -> None:
    reasons = Counter(item.reason for item in report.set_aside)
    heading(console, "Set aside")
    rows(console, [(f"{count:,}", reason) for reason, count in reasons.most_common()])
    for item in report.set_aside[:_MOST_LISTED]:
        console.print(Text(f"    {plain(item.detail or item.id)}"), soft_wrap=True)
    if (more := len(report.set_aside) - _MOST_LISTED) > 0:
        console.print(f"    and {more:,} more: riwaya show {report.record} set-aside")


def _print_found(console: Console, report: BuildReport) -> None:
    counts = report.counts
    heading(console, f"The record holds {counted(counts.pages, 'page')}")
    contacts = f"{counts.contacts:,}"
    if counts.contacts:
        contacts += (
            f"  ({report.corroborated:,} told by two or more independent sources,"
            f" {report.disputed:,} disputed)"
        )
    rows(
        console,
        [
            ("statements", f"{counts.statements:,}"),
            ("contacts", contacts),
            ("stories", f"{counts.stories:,}"),
            ("copies", f"{counts.copies:,}"),
            ("disputes", f"{counts.disputes:,}"),
        ],
    )


def print_timings(console: Console, report: BuildReport) -> None:
    """Seconds by stage, the longest first; worker stages are summed over workers."""
    heading(console, f"Timings: {report.elapsed:.2f} s by the clock")
    stages = sorted(report.seconds.items(), key=lambda item: -item[1])
    rows(console, [(f"{took:9.2f} s", stage) for stage, took in stages])
