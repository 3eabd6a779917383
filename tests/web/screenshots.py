"""Pictures of every view, for people to look at: ``make screenshots``.

``python -m tests.web.screenshots FOLDER [VIEW...]`` builds the example record and writes
``VIEW-LANGUAGE-WIDTH-THEME.png``; ``--readme`` writes the two of the README instead.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from riwaya.engine.build import build
from tests.web.desk_views import VIEWS, chromium, running

WIDTHS = {"phone": (390, 844), "desk": (1360, 900)}
ROOT = Path(__file__).parents[2]
README = {
    "desk-story.png": ("ar", VIEWS["story"], "light"),
    "desk-page.png": ("en", VIEWS["page-pick"], "dark"),
}


def readme(folder: Path) -> None:
    """The pictures of the README: what a wide screen shows first."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        record = Path(place) / "news.db"
        build(["examples/pages"], record)
        with running(record) as address, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            for name, (language, path, theme) in README.items():
                page = browser.new_page(
                    viewport={"width": 1200, "height": 840},
                    color_scheme=theme,  # type: ignore[arg-type]
                )
                page.goto(f"{address}/{language}{path}")
                page.evaluate("document.fonts.ready")
                page.screenshot(path=folder / name)
            browser.close()


def main(folder: Path, wanted: list[str], record: Path | None = None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        if record is None:
            record = Path(place) / "examples.db"
            build(["examples/pages"], record)
        with running(record) as address, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            for language in ("ar", "en"):
                for width, size in WIDTHS.items():
                    for theme in ("light", "dark"):
                        context = browser.new_context(
                            viewport={"width": size[0], "height": size[1]},
                            color_scheme=theme,
                            device_scale_factor=1,
                        )
                        page = context.new_page()
                        for name in wanted or VIEWS:
                            page.goto(f"{address}/{language}{VIEWS.get(name, name)}")
                            page.evaluate("document.fonts.ready")
                            label = name.strip("/").replace("/", "-").partition("?")[0]
                            page.screenshot(
                                path=folder / f"{label}-{language}-{width}-{theme}.png",
                                full_page=True,
                            )
                        context.close()
            browser.close()


if __name__ == "__main__":
    if sys.argv[1] == "--readme":
        readme(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]), sys.argv[2:])
